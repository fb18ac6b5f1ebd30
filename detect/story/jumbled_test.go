package story

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

// TestJumbledTellings compares tellings of words in an order that no sentence has, which
// end anywhere: whatever is found lies in its article, and is found again.
func TestJumbledTellings(t *testing.T) {
	words := strings.Fields(`Ann Bell Bell Roth , , . ( ) " 34 34-year-old year-old years old aged who is a the then former ex- Finance Foreign
		Minister minister of for affairs Secretary State state Vice President president Mayor Gov. 's rose fell by 3.2 percent up down against to give
		340 430 homes houses not no none No. cannot unable acquitted convicted would ? - $ 5 million Tuesday March 14 3:40 p.m. father-in-law cousin`)
	r := rand.New(rand.NewPCG(3, 4))
	var found int
	for range 2000 {
		var told []*article.Article
		for range 3 {
			var text []string
			for range 1 + r.IntN(60) {
				text = append(text, words[r.IntN(len(words))])
			}
			told = append(told, written("", strings.Join(text, " ")))
		}
		first, again := Compare(told, allOf(told)).Disagreements, Compare(told, allOf(told)).Disagreements
		for i, d := range first {
			found++
			if a := told[d.Article]; d.Start < 0 || d.End > len(a.Text) || d.Start >= d.End {
				t.Fatalf("%s: span %v in %q", d.Kind, d.Span, a.Text)
			}
			if len(again) != len(first) || again[i].Message != d.Message || again[i].Place != d.Place {
				t.Fatalf("%+v, then %+v", first, again)
			}
		}
	}
	if found == 0 {
		t.Error("nothing was found, so nothing was tried")
	}
	t.Logf("%d disagreements", found)
}
