package heuristics

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// grammatical are the heuristics that read grammar off the tokens.
func grammatical() []detect.Heuristic {
	return slices.Concat(reportative, hearsay, tense, kinship, falseFriend, figureStyle, wordyFrames, reportersVoice, sourceFormulas)
}

// TestJumbledWords runs them over words in an order that no sentence has.
func TestJumbledWords(t *testing.T) {
	e := engine(t, grammatical())
	words := strings.Fields(`would have been be not also according to , . the The a Ruiz Mr Mrs Ms he she it who which that and but had were
		In 1998 4,000 said claims reported stepfather son-in-law his her husband wife is are supposed since three years old should
		take place must on Tuesday fled asked hiding dead ( ) " ” “ : ? 's at least more than of in 34-years-old there will joins`)
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
	e := engine(t, grammatical())
	for _, unit := range []string{
		"he would have fled and ", "According to Ruiz, he would have fled. ", "Mr Ruiz and her stepfather, her son-in-law. ",
		"the man who shot the mayor of the town of ", "In 1998, he will join. ",
		"unfortunately it rained, so that is very good for the time being ", `"No," so Kos "No," so Kos `,
	} {
		a, err := article.Parse("long", []byte(strings.Repeat(unit, 20000)))
		if err != nil {
			continue // the reader refuses it
		}
		start := time.Now()
		e.Find(&detect.Document{Article: a})
		if d := time.Since(start); d > time.Minute {
			t.Errorf("%q repeated: %v", unit, d)
		}
	}
}
