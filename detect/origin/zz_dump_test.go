package origin

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

func devArticles(tb testing.TB, every int) []*article.Article {
	f, err := os.Open("/work/shared/data/detect/dev.jsonl.gz")
	if err != nil {
		tb.Skip(err)
	}
	z, _ := gzip.NewReader(f)
	s := bufio.NewScanner(z)
	s.Buffer(nil, 64<<20)
	var out []*article.Article
	for i := 0; s.Scan(); i++ {
		if i%every != 0 {
			continue
		}
		var r struct{ ID, Text string }
		if json.Unmarshal(s.Bytes(), &r) != nil {
			tb.Fatal()
		}
		a, err := article.Parse(r.ID, []byte(r.Text))
		if err != nil {
			continue
		}
		out = append(out, a)
	}
	return out
}

func TestDump(t *testing.T) {
	f, _ := os.Create(os.Getenv("DUMP"))
	w := bufio.NewWriter(f)
	e := json.NewEncoder(w)
	for _, a := range devArticles(t, 4) {
		e.Encode(Judge(a))
	}
	w.Flush()
	f.Close()
}

func BenchmarkJudgeDev(b *testing.B) {
	as := devArticles(b, 20)
	n := 0
	for _, a := range as {
		n += len(a.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range as {
			Judge(a)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n)*2048/1e3, "us/2KB")
}
