package article

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fuzzFormat feeds a reader with what the samples of some names become, as
// standard input of a name, and checks what must hold of every article.
func fuzzFormat(f *testing.F, name string, samples ...string) {
	entries, err := os.ReadDir("testdata/formats")
	if err != nil {
		f.Fatal(err)
	}
	for _, entry := range entries {
		for _, part := range samples {
			if n := entry.Name(); strings.Contains(n, part) && !strings.HasSuffix(n, ".want") {
				raw, err := os.ReadFile(filepath.Join("testdata/formats", n))
				if err != nil {
					f.Fatal(err)
				}
				f.Add(raw)
			}
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		start := time.Now()
		r := &Reader{Stdin: bytes.NewReader(raw), StdinName: name, MaxSize: 1 << 20, Limits: Limits{Unpacked: 4 << 20}}
		for item, err := range r.Items("-") {
			if err != nil {
				checkMessage(t, err)
				continue
			}
			a, err := r.Load(item)
			if err != nil {
				checkMessage(t, err)
				continue
			}
			checkStructured(t, a)
			if a.ID == "" || len(a.Paragraphs) == 0 {
				t.Fatalf("an article without id or text: %+v", a)
			}
			for _, tok := range a.Tokens {
				a.Position(tok.Start)
			}
			for _, removed := range a.Removed {
				a.InputPosition(removed.Input)
			}
		}
		if took := time.Since(start); took > time.Minute {
			t.Fatalf("%v for %d bytes", took, len(raw))
		}
	})
}

// checkMessage checks that an error can be shown to a person.
func checkMessage(t *testing.T, err error) {
	if s := err.Error(); s == "" || strings.ContainsAny(s, "\n\r\x00\x1b") || len(s) > 600 {
		t.Fatalf("no message for a person: %q", s)
	}
}

func FuzzJSON(f *testing.F)      { fuzzFormat(f, "a.json", "array.json", "ninjs", "feed.json") }
func FuzzJSONLines(f *testing.F) { fuzzFormat(f, "a.jsonl", ".jsonl") }
func FuzzXML(f *testing.F)       { fuzzFormat(f, "a.xml", ".xml") }
func FuzzHTML(f *testing.F)      { fuzzFormat(f, "a.html", ".html", ".nitf") }
func FuzzMarkdown(f *testing.F)  { fuzzFormat(f, "a.md", ".md") }
func FuzzCSV(f *testing.F)       { fuzzFormat(f, "a.csv", ".csv", "semicolon") }
func FuzzWARC(f *testing.F)      { fuzzFormat(f, "a.warc", ".warc") }
func FuzzParquet(f *testing.F)   { fuzzFormat(f, "a.parquet", ".parquet") }
func FuzzAnyFormat(f *testing.F) { fuzzFormat(f, "-", "") }

// FuzzCompressed checks that damaged archives end with a message.
func FuzzCompressed(f *testing.F) {
	f.Add([]byte(packed(ferryText)))
	f.Add(zstdPacked(strings.Repeat(ferryText, 20)))
	f.Add([]byte(packed(recordOfFerry) + packed(recordOfFerry)))
	fuzzFormat(f, "-")
}
