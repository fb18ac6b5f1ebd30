// Package garbage says how far memory may grow before garbage is collected.
//
// Go by itself collects when the heap has grown to 4 MB, and then each time it
// has doubled. That takes a tenth of the time of a check, and a third of its
// start. A heap of less than 64 MB saves nobody anything, so it is left alone up
// to there, and from 32 MB in use on it may double as usual. GOGC, where it is
// set, decides.
package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	debug.SetGCPercent(100 * least / smallest)
	afterCollection()
}

// afterCollection sets the percentage anew when garbage has been collected.
func afterCollection() {
	runtime.AddCleanup(new([64]byte), func(struct{}) {
		debug.SetGCPercent(percentFor(inUse()))
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
