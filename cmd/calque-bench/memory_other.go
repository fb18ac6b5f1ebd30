//go:build !linux

package main

import "os"

// peakMemory is not known here: systems differ in the unit.
func peakMemory(*os.ProcessState) int64 { return 0 }
