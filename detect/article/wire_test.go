package article

import (
	"strings"
	"testing"
)

func TestSlugsEnd(t *testing.T) {
	for headline, want := range map[string]int{
		"Ferry runs aground off port":                                len(""),
		"UPDATE 2-Ferry runs aground off port":                       len("UPDATE 2-"),
		"RPT-WRAPUP 3-Ferry runs aground off port":                   len("RPT-WRAPUP 3-"),
		"CORRECTED: Ferry runs aground off port":                     len("CORRECTED: "),
		"UPDATE 2-Ferry sinks":                                       0, // too little remains
		"UPDATE":                                                     0,
		"-UPDATE 2-Ferry runs aground off port":                      0,
		strings.Repeat("RPT-", 1000) + "Ferry runs aground off port": mostSlugs * len("RPT-"),
	} {
		if got := slugsEnd(headline); got != want {
			t.Errorf("%.40q: %d bytes, want %d", headline, got, want)
		}
	}
}
