package audit

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/heuristics"
	"github.com/calque-check/calque/reports"
)

// storyTimes is how often the benchmark's corpus tells the project's stories,
// each time as stories of their own.
const storyTimes = 16

// writeStories writes the corpus as JSON Lines; it returns how many articles and
// bytes of text it has.
func writeStories(b *testing.B, path string) (articles int, size int64) {
	files, err := filepath.Glob("../../../../testdata/stories/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for n := range storyTimes {
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			if err := enc.Encode(map[string]string{
				"id": strconv.Itoa(articles), "text": string(raw), "story": fmt.Sprint(filepath.Base(filepath.Dir(file)), n),
			}); err != nil {
				b.Fatal(err)
			}
			articles++
			size += int64(len(raw))
		}
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	return articles, size
}

// BenchmarkAudit audits a corpus, with a page for each article and without, and
// with stories and without.
func BenchmarkAudit(b *testing.B) {
	path := filepath.Join(b.TempDir(), "corpus.jsonl")
	articles, size := writeStories(b, path)
	hs, err := detect.Select(heuristics.All(), detect.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	for _, run := range []struct {
		name  string
		alone bool
		pages int
	}{{"check", true, -1}, {"stories", false, -1}, {"pages", false, articles}} {
		b.Run(run.name, func(b *testing.B) {
			e, err := detect.NewEngine(hs)
			if err != nil {
				b.Fatal(err)
			}
			e.Alone = run.alone
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				r := &Run{
					Engine: e, Reader: &article.Reader{}, Paths: []string{path}, Dir: b.TempDir(), Jobs: runtime.GOMAXPROCS(0),
					Finish: func(dir string) error {
						return reports.WriteAudit(context.Background(), dir, reports.AuditOptions{Pages: run.pages})
					},
				}
				summary, err := r.Do(context.Background())
				if err != nil {
					b.Fatal(err)
				}
				if summary.Articles != articles || summary.Stories == 0 != run.alone {
					b.Fatalf("%d articles, %d stories", summary.Articles, summary.Stories)
				}
			}
			b.ReportMetric(float64(b.N*articles)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
