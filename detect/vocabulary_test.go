package detect

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/calque-check/calque/detect/article"
)

// The vocabulary must number words as a map does, words that share their first
// and last letters and NUL bytes included.
func TestVocabulary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var v vocabulary
		known := map[string]int32{}
		word := rapid.OneOf(rapid.StringMatching(`[ab\x00]{0,9}`), rapid.StringMatching(`abcdefgh[xy]{0,3}ijklmnop`), rapid.String())
		for _, w := range rapid.SliceOf(word).Draw(t, "words") {
			n := v.add(w)
			if was, ok := known[w]; ok && was != n {
				t.Fatalf("%q is number %d, then %d", w, was, n)
			}
			known[w] = n
		}
		for w, n := range known {
			if got := v.number(w, article.HashOf(w)); got != n {
				t.Fatalf("%q is number %d, want %d", w, got, n)
			}
			if other := w + "q"; known[other] == 0 && v.number(other, article.HashOf(other)) != unknownWord {
				t.Fatalf("%q has a number", other)
			}
		}
		if len(v.words) != len(known) {
			t.Fatalf("%d numbers for %d words", len(v.words), len(known))
		}
	})
}

func TestJudgeAll(t *testing.T) {
	e, err := NewEngine([]Heuristic{{
		Name: "two-boats", Severity: Minor, Phrases: []string{"the boat", "a boat"},
		JudgeAll: func(doc *Document, hits []Hit) []Match {
			if len(hits) < 2 {
				return nil
			}
			last := hits[len(hits)-1]
			return []Match{{Span: doc.SpanOf(last.Range)}}
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The boat sank. Nobody saw a boat.": "a boat",
		"The boat sank.":                    "",
		"Nothing sank.":                     "",
		"The boat sank. “A boat,” he said.": "", // in a quotation, where the rule does not count
	} {
		doc, _ := ParseExample(text)
		var got []string
		for _, f := range e.Find(doc) {
			got = append(got, doc.Slice(f.Span))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}
