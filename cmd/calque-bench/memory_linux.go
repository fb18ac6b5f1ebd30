package main

import (
	"os"
	"syscall"
)

// peakMemory is the largest resident size of a finished process in bytes.
func peakMemory(p *os.ProcessState) int64 {
	if r, ok := p.SysUsage().(*syscall.Rusage); ok {
		return r.Maxrss << 10
	}
	return 0
}
