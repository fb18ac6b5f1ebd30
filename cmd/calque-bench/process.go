package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os/exec"
	"slices"
	"time"
)

// A usage is what one run of a process cost.
type usage struct {
	wall, cpu time.Duration
	peak      int64 // bytes of memory at most, 0 where the system does not say
}

// run runs a command and throws its output away. Checkers exit with other
// statuses than 0 when they find something: only those in ok are failures of
// none.
func run(dir string, ok []int, name string, args ...string) (usage, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	start := time.Now()
	err := cmd.Run()
	u := usage{wall: time.Since(start)}
	if cmd.ProcessState == nil {
		return u, err
	}
	u.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	u.peak = peakMemory(cmd.ProcessState)
	if code := cmd.ProcessState.ExitCode(); !slices.Contains(append(ok, 0), code) {
		return u, fmt.Errorf("%s: exit status %d: %s", name, code, bytes.TrimSpace(firstBytes(complaint.Bytes(), 300)))
	}
	return u, nil
}

func firstBytes(b []byte, n int) []byte { return b[:min(n, len(b))] }

// median is the run in the middle by wall time.
func median(us []usage) usage {
	us = slices.Clone(us)
	slices.SortFunc(us, func(a, b usage) int { return cmp.Compare(a.wall, b.wall) })
	return us[len(us)/2]
}

// megabytes a second, in millions of bytes.
func rate(size int64, d time.Duration) float64 { return float64(size) / 1e6 / d.Seconds() }
