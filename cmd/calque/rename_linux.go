package main

import (
	"errors"

	"golang.org/x/sys/unix"
)

// renameNew moves a file to a name that nothing has, in one step: what has the
// name already is never overwritten.
func renameNew(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) { // a file system without it
		return renameChecked(from, to)
	}
	return err
}
