package garbage

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// Large pages are asked for, for as much of the heap as there is to be.
func TestHuge(t *testing.T) {
	if os.Getenv("GOGC") != "" {
		t.Skip("GOGC is set")
	}
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this kernel has no large pages: ", err)
	}
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var asked, from, to int
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x ", &from, &to); n == 2 {
			continue
		}
		if flags, ok := strings.CutPrefix(lines.Text(), "VmFlags:"); ok && slices.Contains(strings.Fields(flags), "hg") {
			asked += to - from
		}
	}
	if lines.Err() != nil {
		t.Fatal(lines.Err())
	}
	if asked < 2*least {
		t.Errorf("large pages are asked for %d bytes, want at least %d", asked, 2*least)
	}
}
