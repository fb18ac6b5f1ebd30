package main

import (
	"os"
	"runtime/debug"
)

// Collecting garbage as often as Go does by itself takes a fifth of the time
// of a check. A run that holds little at a time lets five times what it holds
// pile up first, which for an audit is some 150 MB; one that holds all its
// articles goes back to Go's way as soon as there are many. GOGC, where it is
// set, decides.

func collectRarely() { collectAt(400) }

func collectAsUsual() { collectAt(100) }

func collectAt(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
