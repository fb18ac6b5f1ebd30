package garbage

import (
	"os"
	"runtime"
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
