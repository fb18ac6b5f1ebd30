package article

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func zstdPacked(s string) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll([]byte(s), nil)
}

var streamWords = strings.Fields("the ferry town council of Lindow said on Monday that a tram bridge in Merle would open after forty years and nobody had been hurt by frost orchards harvest library night river mayor growers coastguard passengers")

// streamRecord is an article of about 3 KB as no other.
func streamRecord(rng *rand.Rand, i int) string {
	var b strings.Builder
	for range 12 {
		for range 30 {
			b.WriteString(streamWords[rng.IntN(len(streamWords))])
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "and %d.\\n\\n", rng.IntN(1e9))
	}
	return fmt.Sprintf(`{"id": "r%d", "title": "Tram %d returns", "text": "%s"}`+"\n", i, i, b.String())
}

// peak runs do and returns by how much the live heap grew at most, looking at
// it after every so many calls of the function that do is given.
func peak(do func(look func())) uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, most, calls := m.HeapAlloc, uint64(0), 0
	do(func() {
		if calls++; calls%4000 != 0 {
			return
		}
		runtime.GC()
		runtime.ReadMemStats(&m)
		if m.HeapAlloc > before {
			most = max(most, m.HeapAlloc-before)
		}
	})
	return most
}

// TestStreamMemory reads 200 MB of JSON Lines packed with gzip, and a WARC file
// of as much, and checks that the memory for it is that of a few records.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 64 MB twice")
	}
	const total, allowed = 64 << 20, 16 << 20
	for _, format := range []string{"jsonl.gz", "warc.gz"} {
		t.Run(format, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "stream."+format)
			out, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			z, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
			if err != nil {
				t.Fatal(err)
			}
			rng := rand.New(rand.NewPCG(1, 2))
			records, written := 0, 0
			for written < total {
				s := streamRecord(rng, records)
				if format == "warc.gz" {
					s = warcPage("<html><body><article><p>" + s + "</p></article></body></html>")
				}
				n, err := io.WriteString(z, s)
				if err != nil {
					t.Fatal(err)
				}
				written += n
				records++
			}
			z.Close()
			out.Close()
			found := 0
			r := &Reader{}
			most := peak(func(look func()) {
				for item, err := range r.Items(path) {
					if err != nil {
						t.Fatal(err)
					}
					if found++; found%500 == 0 { // reading them all would take minutes
						if _, err := r.Load(item); err != nil {
							t.Fatal(err)
						}
					}
					look()
				}
			})
			if found != records {
				t.Errorf("%d of %d records", found, records)
			}
			t.Logf("%d records, %d MB; the heap grew by %d KB at most", records, written>>20, most>>10)
			if most > allowed {
				t.Errorf("the heap grew by %d MB", most>>20)
			}
		})
	}
}

// warcPage is a WARC record with a page in it.
func warcPage(html string) string {
	response := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(response), response)
}

func TestDecompressionBomb(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for i := range zeros {
		zeros[i] = ' '
	}
	for range 64 {
		z.Write(zeros)
	}
	z.Close()
	for _, test := range []struct {
		name   string
		limits Limits
		want   string
	}{
		{"ratio", Limits{}, "unpacks to more than 200 times its size; raise the limit if this is no decompression bomb"},
		{"size", Limits{Unpacked: 1 << 20}, "unpacks to more than the limit of 1 MB"},
		{"raised", Limits{Ratio: 5000}, "empty: there is no text in it"},
	} {
		r := &Reader{Stdin: bytes.NewReader(b.Bytes()), StdinName: "bomb.jsonl", Limits: test.limits, MaxSize: 1 << 30}
		got := readPaths(t, r, "", "-")
		if len(got) != 1 || !strings.HasSuffix(got[0], test.want) {
			t.Errorf("%s: got %q", test.name, got)
		}
	}
}

func BenchmarkFormats(b *testing.B) {
	for _, name := range []string{"ninjs3.json", "plain.nitf.xml", "message.newsml.xml", "merle.rss.xml", "valmora.atom.xml", "front.md", "dump.csv", "page.html", "crawl.warc"} {
		raw, err := os.ReadFile(filepath.Join("testdata/formats", name))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				r := &Reader{Stdin: bytes.NewReader(raw), StdinName: name}
				for item, err := range r.Items("-") {
					if err == nil {
						_, _ = r.Load(item)
					}
				}
			}
		})
	}
}

// BenchmarkListing is reading records without making articles of them.
func BenchmarkListing(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	var lines, archive strings.Builder
	for i := range 500 {
		s := streamRecord(rng, i)
		lines.WriteString(s)
		archive.WriteString(warcPage("<html><body><p>" + s + "</p></body></html>"))
	}
	for _, in := range []struct{ name, text string }{{"jsonl", lines.String()}, {"warc", archive.String()}} {
		b.Run(in.name, func(b *testing.B) {
			b.SetBytes(int64(len(in.text)))
			b.ReportAllocs()
			for b.Loop() {
				r := &Reader{Stdin: strings.NewReader(in.text)}
				for _, err := range r.Items("-") {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkParquet is reading rows without making articles of them.
func BenchmarkParquet(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	var rows []parquetRow
	size := 0
	for i := range 500 {
		text := streamRecord(rng, i)
		size += len(text)
		rows = append(rows, parquetRow{ID: int64(i), Text: &text})
	}
	raw := parquetFile(b, rows)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		r := &Reader{Stdin: bytes.NewReader(raw)}
		for _, err := range r.Items("-") {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRecords is reading records and making articles of them, against the
// same text without a record around it.
func BenchmarkRecords(b *testing.B) {
	record := streamRecord(rand.New(rand.NewPCG(1, 2)), 1)
	a, err := ParseRecord("a.jsonl", 1, []byte(record))
	if err != nil {
		b.Fatal(err)
	}
	for _, in := range []struct {
		name string
		read func() error
		size int
	}{
		{"record", func() error { _, err := ParseRecord("a.jsonl", 1, []byte(record)); return err }, len(record)},
		{"text", func() error { _, err := Parse("a.txt", []byte(a.Text)); return err }, len(a.Text)},
	} {
		b.Run(in.name, func(b *testing.B) {
			b.SetBytes(int64(in.size))
			b.ReportAllocs()
			for b.Loop() {
				if err := in.read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
