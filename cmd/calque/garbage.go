package main

import (
	"os"
	"runtime/debug"
)

// Collecting garbage as often as Go does by itself takes a fifth of the time
// of a check. A check of few articles lets five times what it holds pile up
// first. An audit holds some 60 MB all the time (the rules, the origin model,
// the words that comparing has met), so three times that must do: it costs a
// twentieth more time and keeps it below 200 MB. A run that holds all its
// articles goes back to Go's way as soon as there are many. GOGC, where it is
// set, decides.

func collectRarely() { collectAt(400) }

func collectOften() { collectAt(200) }

func collectAsUsual() { collectAt(100) }

func collectAt(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
