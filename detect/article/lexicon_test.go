package article

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestLexicon makes sure that the table knows what the word lists say, in any
// case, and nothing else.
func TestLexicon(t *testing.T) {
	if n := len(english.words); 4*n > len(english.slots) || n > len(english.sorts) {
		t.Errorf("%d words fill the table of %d", n, len(english.slots))
	}
	known := map[string]lexical{}
	for i, word := range english.words {
		known[word] = english.sorts[i]
	}
	sortsOf := func(word string) lexical { return english.sorts[english.numberOf(word, keyAt(word, 0, len(word)))] }
	for word, sorts := range known {
		if word == "" {
			continue // for words that are not known
		}
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(r) {
			t.Errorf("%q: only what begins with a letter is looked up", word)
		}
		if got := sortsOf(word); got != sorts || sorts == 0 {
			t.Errorf("%q: %b, want %b", word, got, sorts)
		}
		if len(word) <= lexLen && isASCII(word) {
			k, capitals := keyAt(word, 0, len(word)), keyAt("  "+strings.ToUpper(word)+" and more", 2, len(word))
			if n := english.find(k, k.hash()); k != capitals || english.words[n] != word {
				t.Errorf("%q: found as %q; keys %x and %x", word, english.words[n], k, capitals)
			}
		}
		for _, other := range []string{word + "q", "q" + word, word[:len(word)-1], word[1:]} {
			if other == "" {
				continue
			}
			if got := sortsOf(other); got != known[other] {
				t.Errorf("%q: %b, want %b", other, got, known[other])
			}
		}
	}
}
