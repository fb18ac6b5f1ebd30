package heuristics

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// TestJumbledWords runs all heuristics over words in an order that no sentence has.
func TestJumbledWords(t *testing.T) {
	e := engine(t, All())
	words := strings.Fields(`would have been be not also according to , . the The a Ruiz Mr Mrs Ms he she it who which that and but had were
		In 1998 4,000 said claims reported stepfather son-in-law his her husband wife is are supposed since three years old should
		take place must on Tuesday fled asked hiding dead ( ) " ” “ : ? 's at least more than of in 34-years-old there will joins
		by police stopped detained without explain wounded became arrested itself held made lose tracks end May condemned rejected come with 3 % aged
		persons 5 km municipality 12:30 score 2:1 day 4th Deputies`)
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var text []string
		for range 1 + r.IntN(40) {
			text = append(text, words[r.IntN(len(words))])
		}
		doc, _ := detect.ParseExample(strings.Join(text, " "))
		for _, f := range e.Find(doc) {
			if f.Start < 0 || f.End > len(doc.Text) || f.Start > f.End {
				t.Fatalf("%s: span %v in %q", f.Heuristic.Name, f.Span, doc.Text)
			}
		}
	}
}

// TestLongInput checks that the time grows with the length of the text and not
// with its square.
func TestLongInput(t *testing.T) {
	e := engine(t, All())
	for _, unit := range []string{
		"he would have fled and ", "According to Ruiz, he would have fled. ", "Mr Ruiz and her stepfather, her son-in-law. ",
		"the man who shot the mayor of the town of ", "In 1998, he will join. ",
		"unfortunately it rained, so that is very good for the time being ", `"No," so Kos "No," so Kos `,
		"the cause of the fire would be a gas bottle and there would be two dead ", "the accused is supposed to have hit him ",
		"the minister has the thing of ", "some persons say, persons of the ministry of health, ",
	} {
		find := func(n int) time.Duration {
			a, err := article.Parse("long", []byte(strings.Repeat(unit, n)))
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			e.Find(&detect.Document{Article: a})
			return time.Since(start)
		}
		// Whatever else the machine does can only make it slower.
		small, large := find(2500), find(20000)
		for runs := 1; runs < 5 && large > 40*small; runs++ {
			small, large = min(small, find(2500)), min(large, find(20000))
		}
		t.Logf("%q: 2,500 times %v, 20,000 times %v", unit, small, large)
		if large > 40*small {
			t.Errorf("%q: eight times the text took %.0f times as long", unit, float64(large)/float64(small))
		}
	}
}
