package article

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

// parquetRow is a row as archives of news have it.
type parquetRow struct {
	ID        int64     `parquet:"id"`
	Headline  *string   `parquet:"headline,optional,snappy"`
	Text      *string   `parquet:"Text,optional,zstd"`
	Source    string    `parquet:"source,dict"`
	Published time.Time `parquet:"published,timestamp(millisecond)"`
	URL       string    `parquet:"url,delta"`
	Language  string    `parquet:"language,dict"`
	Tags      []string  `parquet:"tags"`
}

func parquetRows() []parquetRow {
	s := func(s string) *string { return &s }
	when := time.Date(2021, 3, 4, 5, 6, 7, 0, time.UTC)
	return []parquetRow{
		{1001, s("Ferry runs aground off Lindow"), s("LINDOW, March 3 (Reuters) - A ferry with 80 people on board ran aground on Sunday.\n\nRead also: Ten years of accidents at sea\n\nNobody was hurt, the coastguard said."), "The Lindow Herald", when, "https://herald.example/1", "en", []string{"sea"}},
		{1002, nil, s("<p>The town of Merle has bought back its caf\u00e9, which had been closed for six years.</p><p>It opens in May.</p>"), "Merle Post", when, "https://post.example/2", "en-GB", nil},
		{1003, s("A row without a text"), nil, "Merle Post", when, "", "en", nil},
		{1004, s("Orchards lose half their blossom"), s("Frost has killed half of the blossom in the orchards of Varn, growers said on Monday.\r\n\r\nThe harvest will be small.\r\n"), "Varn Gazette", when.Add(time.Hour), "https://gazette.example/4", "en", []string{"farms", "frost"}},
	}
}

func parquetFile(t testing.TB, rows []parquetRow) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestParquet reads a file under a misleading name, packed, and from standard
// input, which must all come to the same articles.
func TestParquet(t *testing.T) {
	raw := parquetFile(t, parquetRows())
	if *update {
		if err := os.WriteFile("testdata/formats/rows.parquet", raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(r *Reader, path string) string {
		var got strings.Builder
		for item, err := range r.Items(path) {
			var a *Article
			if err == nil {
				a, err = r.Load(item)
			}
			if err != nil {
				fmt.Fprintf(&got, "!! %s\n", errors.Unwrap(err))
				continue
			}
			got.WriteString(description(a))
		}
		return got.String()
	}
	want := read(&Reader{Stdin: bytes.NewReader(raw)}, "-")
	if strings.Count(want, "== 100") != 3 || !strings.Contains(want, "title = Ferry runs aground off Lindow\n") || !strings.Contains(want, "published = 2021-03-04T05:06:07Z") || !strings.Contains(want, "!! no text in the record") {
		t.Errorf("got\n%s", want)
	}
	dir := t.TempDir()
	for name, content := range map[string]string{"news.txt": string(raw), "news.parquet.gz": packed(string(raw)), "news.zst": string(zstdPacked(string(raw)))} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := read(&Reader{}, path); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestParquetStream reads a file that is larger than what is held in memory,
// from a stream.
func TestParquetStream(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 36 MB of text")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b, parquet.MaxRowsPerRowGroup(1000), parquet.PageBufferSize(64<<10))
	const rows = 12_000
	for i := range rows {
		text := streamRecord(rng, i)
		if _, err := w.Write([]parquetRow{{ID: int64(i), Text: &text}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	r, found := &Reader{Stdin: bytes.NewReader(b.Bytes())}, 0
	most := peak(func(look func()) {
		for _, err := range r.Items("-") {
			if err != nil {
				t.Fatal(err)
			}
			found++
			look()
		}
	})
	if found != rows || b.Len() < heldInMemory {
		t.Errorf("%d of %d rows, %d bytes", found, rows, b.Len())
	}
	t.Logf("%d MB; the heap grew by %d KB at most", b.Len()>>20, most>>10)
	if most > 16<<20 {
		t.Errorf("the heap grew by %d MB", most>>20)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestParquetLimits(t *testing.T) {
	raw := parquetFile(t, parquetRows())
	r := &Reader{Stdin: bytes.NewReader(raw), StdinName: "x", Limits: Limits{Record: 200}}
	if got := readPaths(t, r, "", "-"); len(got) != 4 || got[0] != "! x: record 1: too large for one article: 259 bytes, the limit is 200 bytes" {
		t.Errorf("got %q", got)
	}
	other := bytes.ReplaceAll(raw, []byte("Text"), []byte("Tex_"))
	r = &Reader{Stdin: bytes.NewReader(other), StdinName: "x"}
	if got := readPaths(t, r, "", "-"); len(got) != 1 || !strings.HasPrefix(got[0], "! x: no column for the text") {
		t.Errorf("got %q", got)
	}
	r = &Reader{Stdin: strings.NewReader("PAR1 is a receptor.\n\nIt was found in a lab."), StdinName: "x"}
	if got := readPaths(t, r, "", "-"); len(got) != 1 || strings.Contains(got[0], "Parquet") {
		t.Errorf("got %q", got)
	}
}
