package story

import (
	"testing"
)

// TestFalseAlarms counts what is found in untouched human stories.
func TestFalseAlarms(t *testing.T) {
	articles, truth := basil(t)
	count := map[Kind]int{}
	n := 0
	for _, members := range storiesOf(truth) {
		for _, d := range Compare(articles, members).Disagreements {
			count[d.Kind]++
			n++
			t.Logf("%s: %s", d.Kind, d.Message)
		}
	}
	t.Log(count, "in", len(articles), "articles")
	if count[AlteredQuotation]*40 > len(articles) {
		t.Errorf("%d altered quotations in %d untouched articles; at most one in 40 is allowed", count[AlteredQuotation], len(articles))
	}
	if n*20 > len(articles) {
		t.Errorf("%d findings in %d untouched articles; at most one in 20 is allowed", n, len(articles))
	}
}
