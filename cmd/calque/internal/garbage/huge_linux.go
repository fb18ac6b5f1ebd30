package garbage

import (
	"math"
	"runtime"
	"runtime/debug"
	"syscall"
)

// huge asks the kernel for pages of 2 MB where the heap will have its first
// bytes, as many as given. A check reads all over its tables and writes all over
// new memory, and finding pages of 4 KB and bringing in thousands of them takes a
// twelfth of its time. Go does not ask, and most systems give such pages to those
// that do.
//
// Only memory that Go has already can be asked for: a slice as large is made,
// never written to, and collected again, so it is the next that the heap uses.
// Where the kernel has no such pages nothing changes, and where the process may
// have only so much address space (ulimit -v) nothing is asked for: Go alone takes
// a gigabyte of it, and ends where it gets no more. It leaves collecting switched
// off.
func huge(bytes int) {
	debug.SetGCPercent(-1)
	if confined() {
		return
	}
	_ = syscall.Madvise(make([]byte, bytes), syscall.MADV_HUGEPAGE)
	runtime.GC()
}

// confined reports whether the address space of the process is limited.
func confined() bool {
	var limit syscall.Rlimit
	err := syscall.Getrlimit(syscall.RLIMIT_AS, &limit)
	return err == nil && limit.Cur != math.MaxUint64
}
