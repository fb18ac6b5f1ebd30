package detect

import (
	"slices"
	"strings"
	"testing"
)

// sequences are the sequences of words that a phrase stands for.
func sequences(t *trie) []string {
	words := map[int32]string{}
	for w, n := range t.words {
		words[n] = w
	}
	var out []string
	var walk func(at int32, so []string)
	walk = func(at int32, so []string) {
		if len(t.nodes[at].ends) > 0 {
			out = append(out, strings.Join(so, " "))
		}
		for e, next := range t.edges {
			if e.from == at {
				walk(next, append(so[:len(so):len(so)], words[e.word]))
			}
		}
	}
	walk(0, nil)
	slices.Sort(out)
	return out
}

func TestPhrases(t *testing.T) {
	for phrase, want := range map[string][]string{
		"in spite of":               {"in spite of"},
		"a|an idea":                 {"a idea", "an idea"},
		"[very] often":              {"often", "very often"},
		"[very] [very] often":       {"often", "very often", "very very often"},
		"(in spite|because) of":     {"because of", "in spite of"},
		"( end )":                   {"( end )"},
		"( reporter|reporters":      {"( reporter", "( reporters"},
		"[ sic ]":                   {"[ sic ]"},
		"this , [he] said":          {"this , he said", "this , said"},
		"it is (for|due to) [_] it": {"it is due to _ it", "it is due to it", "it is for _ it", "it is for it"},
	} {
		trie := newTrie()
		if err := trie.add(phrase, phraseRef{}); err != nil {
			t.Error(err)
			continue
		}
		if got := sequences(trie); !slices.Equal(got, want) {
			t.Errorf("%q stands for %q, want %q", phrase, got, want)
		}
	}
	for _, bad := range []string{"", "[maybe]", "(in spite of", "Upper", "a||b", "a|(b c) d", "a (b [c] d)", strings.Repeat("a|b|c|d ", 20)} {
		if err := newTrie().add(bad, phraseRef{}); err == nil {
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
