package main

import (
	"os"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/heuristics"
)

// BenchmarkFindDev measures all default rules over segmented real articles,
// every tenth of the development data.
func BenchmarkFindDev(b *testing.B) {
	const data = "../../../shared/data/detect/dev.jsonl.gz"
	if _, err := os.Stat(data); err != nil {
		b.Skip("the labelled data is not here: ", err)
	}
	rows, err := readRows([]string{data})
	if err != nil {
		b.Fatal(err)
	}
	hs, err := detect.Select(heuristics.All(), detect.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	engine, err := detect.NewEngine(hs)
	if err != nil {
		b.Fatal(err)
	}
	var articles []*article.Article
	size := 0
	for i := 0; i < len(rows); i += 10 {
		a := rows[i].article()
		articles = append(articles, a)
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			engine.Find(&detect.Document{Article: a})
		}
	}
}
