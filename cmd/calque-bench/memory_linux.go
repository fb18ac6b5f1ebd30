package main

import (
	"os"
	"syscall"
)

// peakMemory is the largest resident size of a finished process in bytes.
func peakMemory(p *os.ProcessState) int64 {
	if r, ok := p.SysUsage().(*syscall.Rusage); ok {
		return int64(r.Maxrss) << 10 //nolint:unconvert // of 32 bits on 386
	}
	return 0
}
