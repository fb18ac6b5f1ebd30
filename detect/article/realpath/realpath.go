// Package realpath names files and directories so that they can be compared,
// whatever links lead to them.
package realpath

import (
	"path/filepath"
	"strings"
)

// Of is a path as it can be compared: absolute and without symbolic links,
// where that can be told.
func Of(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

// OfDir is Of of a directory with a separator at its end: what the real
// paths of all that lies in it begin with.
func OfDir(dir string) string {
	return strings.TrimSuffix(Of(dir), string(filepath.Separator)) + string(filepath.Separator)
}
