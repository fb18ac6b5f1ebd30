//go:build !unix

package article

import "os"

func openFile(path string) (*os.File, error) { return os.Open(path) }
