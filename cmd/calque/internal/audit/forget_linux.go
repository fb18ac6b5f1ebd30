package audit

import (
	"os"

	"golang.org/x/sys/unix"
)

// forget has the system write a part of a file to the disk now, and forget what
// of it is there already.
func forget(f *os.File, from, size int64) {
	_ = unix.Fadvise(int(f.Fd()), from, size, unix.FADV_DONTNEED)
}
