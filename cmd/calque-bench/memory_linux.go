package main

import (
	"math"
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

// freeSpace is how many bytes may be written where a directory is.
func freeSpace(dir string) int64 {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil {
		return math.MaxInt64
	}
	return int64(fs.Bavail) * int64(fs.Bsize) //nolint:unconvert // of 32 bits on 386
}
