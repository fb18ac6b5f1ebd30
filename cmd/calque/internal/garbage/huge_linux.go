package garbage

import (
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
// Where the kernel has no such pages nothing changes. It leaves collecting
// switched off.
func huge(bytes int) {
	debug.SetGCPercent(-1)
	_ = syscall.Madvise(make([]byte, bytes), syscall.MADV_HUGEPAGE)
	runtime.GC()
}
