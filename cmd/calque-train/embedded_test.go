package main

import (
	"math"
	"os"
	"testing"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/origin/features"
)

// The embedded model learned from these articles, so the figures here prove
// nothing about new ones. They prove that the program still sees articles as
// the model was taught to: through the reader, with the weights as stored.
func TestEmbeddedModelOnArticlesAsRead(t *testing.T) {
	const path = "../../../shared/data/detect/dev.jsonl.gz"
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip("the labelled articles are absent: ", err)
	}
	rows, err := readRows([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	var machine, human, direct, directHuman []float64
	moved, n := 0.0, 0
	for _, r := range rows {
		if !r.news() || r.Roundtrip || r.Label == humanTranslated || hash(r.ID)%5 != 0 {
			continue
		}
		a, err := article.Parse(r.ID, []byte(r.Text))
		if err != nil {
			t.Fatal(err)
		}
		j := origin.Judge(a, origin.Full)
		text := features.Of(r.Text)
		mn, _ := origin.Model().LogOdds(origin.Model().Apply(text).Total, text.Words)
		moved += math.Abs(mn - j.LogOdds)
		n++
		if r.Label == native {
			human, directHuman = append(human, j.LogOdds), append(directHuman, mn)
		} else {
			machine, direct = append(machine, j.LogOdds), append(direct, mn)
		}
	}
	read, raw := learn.AUC(machine, human), learn.AUC(direct, directHuman)
	t.Logf("%d native, %d machine: AUC %.4f as read, %.4f directly; reading moves the log-odds by %.2f on average", len(human), len(machine), read, raw, moved/float64(n))
	if read < .98 || raw-read > .01 {
		t.Errorf("AUC %.4f of articles as read, %.4f of their texts directly", read, raw)
	}
	if moved/float64(n) > .5 {
		t.Errorf("reading an article moves its log-odds by %.2f on average", moved/float64(n))
	}
}
