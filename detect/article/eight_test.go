package article

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestEight compares what looks at eight bytes at a time with looking at each.
func TestEight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	units := []string{" ", "  ", "a", "word", "\n", "\t", "é", "“", "\x7f", "~", "!", "\"", "\\", "\x1f", "\x00", "\xff", " a", "plain words of it", "t", "p", ".", "c", "@", "http", "twitter.com"}
	for range 20000 {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(units[min(r.IntN(len(units)+8), len(units)-1)])
		}
		s := b.String()
		words, starts, json := 0, 0, len(s)
		for i := range len(s) {
			if s[i] != ' ' && (i == 0 || s[i-1] == ' ') {
				words++
			}
			if utf8.RuneStart(s[i]) {
				starts++
			}
			if json == len(s) && (s[i] < ' ' || s[i] == '"' || s[i] == '\\') {
				json = i
			}
		}
		if got := countWords(s); got != words {
			t.Fatalf("%q: %d words, not %d", s, got, words)
		}
		if got := runeStarts(s); got != starts {
			t.Fatalf("%q: %d code points, not %d", s, got, starts)
		}
		if got := skipJSONPlain(s, 0); got != json {
			t.Fatalf("%q: plain JSON up to %d, not %d", s, got, json)
		}
		if !mayHoldAddress(s) && (strings.Contains(s, "@") || strings.Contains(s, "http") || strings.Contains(s, ".com")) {
			t.Fatalf("%q holds no address", s)
		}
		odd := func(c rune) bool { return c < ' ' || c > '~' }
		if n := plainASCII(s, 0); strings.ContainsFunc(s[:n], odd) || n+8 <= len(s) && !strings.ContainsFunc(s[n:n+8], odd) {
			t.Fatalf("%q: printable up to %d", s, n)
		}
		n := singleSpaced(s)
		if done := s[:n]; strings.ContainsFunc(done, odd) || strings.Contains(done, "  ") || strings.HasSuffix(done, " ") {
			t.Fatalf("%q: single-spaced up to %d", s, n)
		}
		if next := s[n:min(n+9, len(s))]; len(next) == 9 && !strings.ContainsFunc(next, odd) && !strings.Contains(next, "  ") {
			t.Fatalf("%q: single-spaced only up to %d", s, n)
		}
	}
}
