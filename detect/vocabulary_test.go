package detect

import (
	"slices"
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

// The words of an article's lexicon are numbered as the others are.
func TestKnownWords(t *testing.T) {
	var v vocabulary
	words := article.KnownWords()
	for i := 1; i < len(words); i += 2 {
		v.add(words[i])
	}
	v.settle()
	doc, _ := ParseExample("# He Said The Mayor Of U.S. Towns\n\nOn Monday, Mr. Lee's friends were in the “old” town; they'd said so. " + strings.Join(words[1:], " "))
	known := 0
	for i := range doc.Tokens {
		token := &doc.Tokens[i]
		if k := token.Known(); k != 0 {
			known++
			if words[k] != token.Norm {
				t.Errorf("%q is known as %q", token.Norm, words[k])
			}
		}
		for _, exact := range []bool{true, false} {
			if got, want := v.numberOf(token, exact), v.number(token.Norm, token.Hash); got != want || !v.is(token, got) {
				t.Errorf("%q is number %d, want %d", token.Norm, got, want)
			}
		}
	}
	if known < len(words)/2 {
		t.Errorf("only %d of %d words are known", known, len(words))
	}
}

// Words that share their hash with others are told from them.
func TestTwins(t *testing.T) {
	const word, twin, third = "internationally-known-towns", "internatixxxx-known-towns", "internatiyyyy-known-towns"
	if article.HashOf(word) != article.HashOf(twin) || article.HashOf(word) != article.HashOf(third) {
		t.Fatal("these words no longer share their hash")
	}
	for _, phrases := range [][]string{{word}, {word, "the _ " + twin}} {
		e, err := NewEngine([]Heuristic{{
			Name: "a", Severity: Minor, Where: Everywhere, Phrases: phrases,
			JudgeAll: func(doc *Document, hits []Hit) (all []Match) {
				for _, hit := range hits {
					all = append(all, Match{Span: doc.SpanOf(hit.Range)})
				}
				return all
			},
		}})
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := ParseExample("He saw the " + word + " and the old " + twin + " there. Again: " + word + ", " + third + ".")
		var got []string
		for _, f := range e.Find(doc) {
			got = append(got, doc.Slice(f.Span))
		}
		want := []string{word, word}
		if len(phrases) > 1 {
			want = []string{word, "the old " + twin, word}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", phrases, got, want)
		}
	}
}
