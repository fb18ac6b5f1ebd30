// Package garbage says how far memory may grow before garbage is collected.
//
// Go by itself collects when the heap has grown to 4 MB, and then each time it
// has doubled. That takes a tenth of the time of a check, and a third of its
// start. A heap of less than 64 MB saves nobody anything, so it is left alone up
// to there, and from 32 MB in use on it may double as usual. GOGC, where it is
// set, decides. The heap lies in large pages up to twice that, where the kernel
// has them.
package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// least is the heap in bytes below which nothing is collected.
const least = 64 << 20

// The smallest heap that Go collects at 100 percent.
const smallest = 4 << 20

// This package imports none of calque's and comes before them in the alphabet,
// so it is initialised before they make their tables.
func init() {
	if os.Getenv("GOGC") != "" {
		return
	}
	huge(2 * least)
	debug.SetGCPercent(100 * least / smallest)
	afterCollection()
}

// The bytes that KeepTo was told, 0 before.
var keep, most atomic.Int64

// KeepTo makes the collector keep to so many bytes, unless half as much again as
// is in use is more, and to most bytes in any case. On a machine that is busy with
// other things a program makes garbage faster than it is collected, and what it
// made meanwhile counts as in use: doubling again and again, the heap would grow
// to many times of what is needed. GOMEMLIMIT, where it is set, decides instead.
func KeepTo(bytes, atMost int64) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	keep.Store(bytes)
	most.Store(atMost)
	limit()
}

// limit sets the limit of memory for what is in use.
func limit() {
	if k := keep.Load(); k > 0 {
		debug.SetMemoryLimit(min(most.Load(), max(k, int64(inUse())*3/2+spare)))
	}
}

// spare is what a process holds beside its heap.
const spare = 32 << 20

// afterCollection sets percentage and limit anew when garbage has been collected.
func afterCollection() {
	runtime.AddCleanup(new([64]byte), func(struct{}) {
		debug.SetGCPercent(percentFor(inUse()))
		limit()
		afterCollection()
	}, struct{}{})
}

// percentFor is the percentage by which a heap with so many bytes in use may
// grow.
func percentFor(inUse uint64) int {
	if inUse == 0 || inUse >= least/2 {
		return 100
	}
	return int(100 * (least - inUse) / inUse)
}

// inUse is how many bytes the last collection left.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}
