package article

import (
	"bytes"
	"os"
	"testing"
)

// The bars that reading is held to on one core: plain text 150 MB/s
// (BenchmarkTextDraft) and JSON Lines 80 MB/s (BenchmarkRecordsDraft) before
// segmentation, WARC 100 MB/s before extraction (BenchmarkListing), HTML 300
// pages a second (BenchmarkPage).

// BenchmarkTextDraft is plain text up to segmentation.
func BenchmarkTextDraft(b *testing.B) {
	raw := benchArticle()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		in, err := decode(raw)
		if err != nil {
			b.Fatal(err)
		}
		d := Draft{Input: in.text}
		prose, _, _ := withoutDirectives(standing(in.text, 0))
		in.text = prose.text
		in.layout(&d, false)
		if len(d.Parts) == 0 {
			b.Fatal("no text")
		}
		d.room.release()
	}
}

// BenchmarkRecordsDraft is a file of JSON Lines up to segmentation.
func BenchmarkRecordsDraft(b *testing.B) {
	path, articles, _ := benchFile(b)
	raw, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSpace(raw), []byte("\n"))
	if len(lines) != len(articles) {
		b.Fatalf("%d lines, %d articles", len(lines), len(articles))
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		listAll(b, path, len(lines))
		for _, line := range lines {
			in := decoded{text: string(line)}
			value, err := parseJSON(in.text)
			if err != nil {
				b.Fatal(err)
			}
			e := newExtract("bench.jsonl", 1, in, Limits{})
			if err := e.addRecord(value.object()); err != nil {
				b.Fatal(err)
			}
			if err := e.draft(); err != nil {
				b.Fatal(err)
			}
			e.room.release()
		}
	}
}

// listAll lists the articles of a file.
func listAll(b *testing.B, path string, want int) {
	n := 0
	for _, err := range (&Reader{}).Items(path) {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	if n != want {
		b.Fatalf("%d articles, want %d", n, want)
	}
}
