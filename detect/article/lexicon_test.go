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
	if n := len(english.words); 2*n > len(english.slots) {
		t.Errorf("%d words fill the table of %d", n, len(english.slots))
	}
	for word, sorts := range english.sorts {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(r) {
			t.Errorf("%q: only what begins with a letter is looked up", word)
		}
		if got, _ := english.sortsOf(word); got != sorts {
			t.Errorf("%q: %b, want %b", word, got, sorts)
		}
		if len(word) <= lexLen && isASCII(word) {
			k, capitals := keyAt(word, 0, len(word)), keyAt("  "+strings.ToUpper(word)+" and more", 2, len(word))
			if e := english.find(k, k.hash()); k != capitals || english.words[e.word] != word {
				t.Errorf("%q: found as %q; keys %x and %x", word, english.words[e.word], k, capitals)
			}
		}
		for _, other := range []string{word + "q", "q" + word, word[:len(word)-1], word[1:]} {
			if other == "" {
				continue
			}
			if got, _ := english.sortsOf(other); got != english.sorts[other] {
				t.Errorf("%q: %b, want %b", other, got, english.sorts[other])
			}
		}
	}
}
