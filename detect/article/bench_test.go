package article

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
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
		d.room.release()
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

// benchRecords are records of JSON Lines of the usual size, of invented news,
// no two of them alike.
func benchRecords(n int) []byte {
	places := strings.Fields("Lindow Varn Estermouth Halden Korvo Tasmere Brill Ostwick Penhallow Marrow")
	people := []string{"Maren Holt", "J. T. Okoro", "Ana Kos", "Mr. Dellway", "Gen. Ivo Brandt", "Sister Agnes O'Hara"}
	var b strings.Builder
	for i := range n {
		place, other, who := places[i%len(places)], places[(i*3+1)%len(places)], people[i%len(people)]
		record, _ := json.Marshal(map[string]string{
			"id": strconv.Itoa(i), "title": fmt.Sprintf("Ferry with %d aboard runs aground off %s", 40+i, place),
			"publisher": "The " + place + " Herald", "published": fmt.Sprintf("2021-03-%02d", 1+i%28),
			"text": fmt.Sprintf("%s, March %d (LNA) — All %d passengers were brought ashore after a ferry ran onto a sandbank near %s on Sunday, the coastguard said.\n\n", strings.ToUpper(place), 1+i%28, 40+i, other) +
				fmt.Sprintf("“We heard a bang and then it was quiet,” said %s, who was travelling with two children. “Nobody screamed. The cook went round with tea.”\n\n", who) +
				fmt.Sprintf("The %d-year-old ship had left %s at 8.30 a.m. and was to be towed off at high water, the operator's managing director told Radio %s. It had been inspected in April, she added, and \"was as sound as a bell\".\n\n", 10+i%30, place, other) +
				fmt.Sprintf("Eleven people needed medical attention, most of them for mild hypothermia, and one remained in the St. Bride's hospital of %s with a broken arm. The U.S. embassy in %s said no American citizens were among the injured.\n\n", other, places[(i+5)%len(places)]) +
				fmt.Sprintf("A criminal investigation into possible safety violations is under way. Prosecutors want to know why the buoy that should have warned the captain was dark; the port authority, which the European Maritime Council had criticised in %d, would not comment.\n\n", 1990+i%30) +
				"Read also: Ten years of accidents at sea",
		})
		b.Write(record)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// benchFile is a file of records and how many bytes of text they hold. The
// environment may name another corpus.
func benchFile(b *testing.B) (path string, articles []*Article, text int64) {
	path = os.Getenv("CALQUE_BENCH_CORPUS")
	if path == "" {
		path = filepath.Join(b.TempDir(), "bench.jsonl")
		if err := os.WriteFile(path, benchRecords(1000), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for a := range loadAll(b, path) {
		articles = append(articles, a)
		text += int64(len(a.Text))
	}
	return path, articles, text
}

func loadAll(b testing.TB, path string) func(yield func(*Article) bool) {
	return func(yield func(*Article) bool) {
		r := &Reader{}
		for item, err := range r.Items(path) {
			if err != nil {
				b.Fatal(err)
			}
			a, err := r.Load(item)
			if err != nil {
				b.Fatal(err)
			}
			if !yield(a) {
				return
			}
		}
	}
}

// BenchmarkReadRecords is reading and segmenting a file of JSON Lines.
func BenchmarkReadRecords(b *testing.B) {
	path, _, text := benchFile(b)
	b.SetBytes(text)
	b.ReportAllocs()
	for b.Loop() {
		for a := range loadAll(b, path) {
			a.DropTokens() // as who has checked it does
		}
	}
}

// BenchmarkSegment is segmenting alone.
func BenchmarkSegment(b *testing.B) {
	_, articles, text := benchFile(b)
	b.SetBytes(text)
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			again := Article{Text: a.Text, Paragraphs: a.Paragraphs}
			again.segment(nil)
			again.DropTokens()
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
