package garbage

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// Large pages are asked for, for as much of the heap as there is to be.
func TestHuge(t *testing.T) {
	if os.Getenv("GOGC") != "" {
		t.Skip("GOGC is set")
	}
	if confined() {
		t.Skip("the address space is limited")
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

// Under ulimit -v nothing is asked for, as Go could not go on without it.
func TestConfined(t *testing.T) {
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &before); err != nil {
		t.Fatal(err)
	}
	if confined() {
		t.Skip("the address space is limited")
	}
	limit := before
	limit.Cur = 1 << 50 // above all that any process has
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &limit); err != nil {
		t.Skip("no limit can be set: ", err)
	}
	defer func() { _ = syscall.Setrlimit(syscall.RLIMIT_AS, &before) }()
	if !confined() {
		t.Error("a limit of the address space goes unseen")
	}
}
