package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// What is in use and what it may grow by come to the least heap, or to twice
// what is in use.
func TestPercent(t *testing.T) {
	for inUse, want := range map[uint64]uint64{1 << 20: least, 10 << 20: least, least / 2: least, least: 2 * least, 3 * least: 6 * least} {
		if got := inUse * uint64(100+percentFor(inUse)) / 100; got > want || got < want-want/50 {
			t.Errorf("with %d bytes in use the heap may grow to %d, want %d", inUse, got, want)
		}
	}
	if percentFor(0) <= 0 {
		t.Error("an empty heap may not grow")
	}
}

// The percentage follows what the heap holds.
func TestFollows(t *testing.T) {
	if os.Getenv("GOGC") != "" {
		t.Skip("GOGC is set")
	}
	held := make([]byte, 3*least)
	defer runtime.KeepAlive(held)
	for start := time.Now(); time.Since(start) < 10*time.Second; time.Sleep(10 * time.Millisecond) {
		runtime.GC()
		percent := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		if metrics.Read(percent); percent[0].Value.Uint64() == 100 {
			return
		}
	}
	t.Error("a heap larger than the least may grow to more than twice what it holds")
}

// The limit follows what is in use, and is never above the most.
func TestKeepTo(t *testing.T) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		t.Skip("GOGC or GOMEMLIMIT is set")
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer keep.Store(0)
	within := func(low, high int64) bool {
		for start := time.Now(); time.Since(start) < 10*time.Second; time.Sleep(10 * time.Millisecond) {
			runtime.GC()
			if got := debug.SetMemoryLimit(-1); got >= low && got <= high {
				return true
			}
		}
		return false
	}
	KeepTo(100<<20, 400<<20)
	if !within(100<<20, 100<<20) {
		t.Error("a small heap has another limit than it was given")
	}
	held := make([]byte, 200<<20)
	if !within(300<<20, 400<<20) {
		t.Error("a large heap is kept below half as much again as is in use")
	}
	more := make([]byte, 200<<20)
	if !within(400<<20, 400<<20) {
		t.Error("the limit is above the most, or below what is in use")
	}
	runtime.KeepAlive(held)
	runtime.KeepAlive(more)
}

// What the user said of memory is not overruled.
func TestEnvironmentDecides(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	t.Setenv("GOMEMLIMIT", "2GiB")
	if KeepTo(100<<20, 400<<20); debug.SetMemoryLimit(-1) != before || keep.Load() != 0 {
		t.Error("the limit was set although GOMEMLIMIT is")
	}
}
