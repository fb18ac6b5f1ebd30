//go:build !linux

package main

import (
	"math"
	"os"
)

// peakMemory is not known here: systems differ in the unit.
func peakMemory(*os.ProcessState) int64 { return 0 }

// freeSpace is not known here.
func freeSpace(string) int64 { return math.MaxInt64 }
