package detect

import (
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

// finds reports whether the phrase, and nothing shorter, stands for the words.
func finds(t *testing.T, phrase, words string) bool {
	t.Helper()
	m := newMatcher(0)
	if err := m.add(phrase, phraseRef{}); err != nil {
		t.Fatal(err)
	}
	m.settle()
	var tokens []article.Token
	for w := range strings.FieldsSeq(words) {
		tok := article.Token{Norm: w, Hash: article.HashOf(w)}
		if w[0] >= '0' && w[0] <= '9' {
			tok.Kind = article.Number
		}
		tokens = append(tokens, tok)
	}
	found := false
	s := search{matcher: m, hit: func(_, end int, _ phraseRef) { found = found || end == len(tokens) }}
	s.begin(tokens, false)
	s.at(0, len(tokens))
	return found
}

func TestPhrases(t *testing.T) {
	for _, test := range []struct{ phrase, yes, no string }{
		{"in spite of", "in spite of", "in spite|in spite in|spite of"},
		{"a|an idea", "a idea|an idea", "idea|a an idea"},
		{"[very] often", "often|very often", "very|very very often"},
		{"[very] [very] often", "often|very often|very very often", "very very"},
		{"(in spite|because) of", "because of|in spite of", "in of|spite of"},
		{"( end )", "( end )", "end"},
		{"( reporter|reporters", "( reporter|( reporters", "reporter"},
		{"[ sic ]", "[ sic ]", "sic"},
		{"this , [he] said", "this , he said|this , said", "this said"},
		{"it is (for|due to) [_] it", "it is due to him it|it is due to it|it is for you it|it is for it", "it is due it|it is to it|it is for 7 it"},
		{"# million|billion [of] #|one", "3 million 4|3 billion of one", "three million 4|3 million of"},
		{"_ _ late", "he came late", "7 came late|came late"},
		{"_ late", "came late", "7 late|late"},
		{"_ [_] [_] late|later", "he came late|came later|he came home late", "7 came late|late"},
		{"(a b c d|a b) (e f|g) h", "a b c d e f h|a b g h", "a b c h|a b c d e h"},
		{"a b [c] [d]", "a b|a b c|a b d|a b c d", "a|a b e|a b d c"},
		{"[a] [b] [c] d", "d|a d|b d|c d|a b d|a c d|b c d|a b c d", "a b c|b a d"},
	} {
		for words := range strings.SplitSeq(test.yes, "|") {
			if !finds(t, test.phrase, words) {
				t.Errorf("%q does not find %q", test.phrase, words)
			}
		}
		for words := range strings.SplitSeq(test.no, "|") {
			if finds(t, test.phrase, words) {
				t.Errorf("%q finds %q", test.phrase, words)
			}
		}
	}
	for _, bad := range []string{"", "[maybe]", "(in spite of", "Upper", "a||b", "a|(b c) d", "a (b [c] d)"} {
		if err := newMatcher(0).add(bad, phraseRef{}); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

func TestFindPhrases(t *testing.T) {
	e, err := NewEngine([]Heuristic{
		{Name: "a", Phrases: []string{"the tenant of", "tenant _ the", "# people"}, Where: Everywhere},
		{Name: "b", Phrases: []string{"tenant of the house"}, Where: InBody},
	})
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := ParseExample("# The tenant of the house\n\nThe tenant of the house met 4,000 people. “The tenant of the house,” he said. People live there. The tenant. Of course.")
	var got []string
	for _, f := range e.Find(doc) {
		got = append(got, f.Heuristic.Name+":"+doc.Slice(f.Span))
	}
	want := []string{"a:The tenant of", "a:The tenant of", "b:tenant of the house", "a:4,000 people", "a:The tenant of"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
