package article

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// benchArticle is an article of the usual size with the usual chrome.
func benchArticle() []byte {
	var b strings.Builder
	b.WriteString("Stay up to date with notifications from The Lindow Herald\n\nFerry with 80 aboard runs aground off Lindow\n\nPassengers unhurt as inquiry begins\n\nJane Doe\n3 March 2021 09:02 EST\nComments\n\n")
	for i := range 25 {
		fmt.Fprintf(&b, "The ferry, which had left Varn at %d on Sunday with 80 people on board, ran onto a sandbank that every sailor of the town knows, the coastguard said. “We heard a bang and then it was quiet,” said Maren Holt, who was travelling with two children.\n\n", i)
		if i%8 == 3 {
			b.WriteString("Read also: Ten years of accidents at sea\n\n")
		}
	}
	b.WriteString("Related articles\nHarbour of Varn open again\nWho owns the ferries of Lindow\n\nCopyright 2021 The Lindow Herald. All rights reserved.\n")
	return []byte(b.String())
}

func BenchmarkDecode(b *testing.B) {
	raw := benchArticle()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(raw); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLayout is reading without decoding and segmenting.
func BenchmarkLayout(b *testing.B) {
	raw := benchArticle()
	in, err := decode(raw)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		d := Draft{Input: in.text}
		in.layout(&d, false)
	}
}

func BenchmarkParse(b *testing.B) {
	raw := benchArticle()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("bench.txt", raw); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHostileLayout makes sure that no input costs more than its size: a
// quarter of a megabyte of what the layout looks at most closely.
func TestHostileLayout(t *testing.T) {
	const size = 1 << 18
	for _, unit := range []string{
		"a\n", "a ", "Ã¢â‚¬", "\ufffd", "\r", "\u200b", "(", "/AP ", "Read also\n\n", "By Jane Doe\n", "1. a\n", "> a\n", "# a\n",
		"support our journalism\n", "a.\n", "Title Case\n", "12:00 ", "a, ", "Related articles\nA title of some words\n", "—",
		"Jane Doe/Reuters\n", "2021-03-04 ", "PARIS (AFP) — ", "Support our journalism\n\nOur readers fund our reporters.\n\n",
	} {
		in, err := decode([]byte(strings.Repeat(unit, size/len(unit))))
		if err != nil {
			continue
		}
		start := time.Now()
		d := Draft{Input: in.text}
		in.layout(&d, false)
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%q: %v for a quarter of a megabyte", unit, took)
		} else {
			t.Logf("%q: %v", unit, took)
		}
	}
}
