package article

import (
	"slices"
	"strings"
	"testing"
)

// careful cuts a paragraph without the short cut for the commonest words.
func (z *tokenizer) careful(s Span) {
	z.end = s.End
	flags := SpaceBefore
	for i := s.Start; i < s.End; {
		r, n := z.at(i)
		if c := classOf(r); c != space {
			i, flags = z.token(i, r, n, c, flags), 0
			continue
		}
		i, flags = i+n, SpaceBefore
	}
}

// sameTokens makes sure that the short cut for common words changes nothing.
func sameTokens(t *testing.T, text string) {
	t.Helper()
	fast, slow := tokenizer{text: text}, tokenizer{text: text}
	fast.paragraph(Span{0, len(text)})
	slow.careful(Span{0, len(text)})
	same := func(a, b Token) bool {
		a.known &^= onlyLetters // which only the short cut says
		return a == b
	}
	if !slices.EqualFunc(fast.out, slow.out, same) {
		for i := range min(len(fast.out), len(slow.out)) {
			if !same(fast.out[i], slow.out[i]) {
				t.Fatalf("token %d of %q:\n%+v\nand without the short cut\n%+v", i, text, fast.out[i], slow.out[i])
			}
		}
		t.Fatalf("%q: %d tokens, %d without the short cut", text, len(fast.out), len(slow.out))
	}
	if !slices.Equal(fast.capitals, slow.capitals) || !slices.Equal(fast.quotes, slow.quotes) || fast.long != slow.long || fast.marks != slow.marks {
		t.Fatalf("%q: the notes differ", text)
	}
	for _, token := range fast.out {
		if token.Hash != HashOf(token.Norm) {
			t.Errorf("%q: hash %x, want %x", token.Norm, token.Hash, HashOf(token.Norm))
		}
		if simple := smallLetters8(token.Norm); token.known&onlyLetters != 0 && simple != len(token.Norm) {
			t.Errorf("%q is said to be of letters only", token.Norm)
		}
	}
}

// smallLetters8 is smallLetters for a text of any length.
func smallLetters8(s string) int {
	n := 0
	for s += "\x00\x00\x00\x00\x00\x00\x00\x00"; ; n += 8 {
		if k := smallLetters(load64(s[n:])); k < 8 {
			return n + k
		}
	}
}

func TestSmallLetters(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			word := []byte("abcxyzmn")
			word[at] = byte(c)
			want := 8
			if c < 'a' || c > 'z' {
				want = at
			}
			if got := smallLetters(load64(string(word))); got != want {
				t.Errorf("%q: %d small letters, want %d", word, got, want)
			}
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"The mayor said on Monday that it would not renew the licence.", "She asked: \"Why?\" Nobody's mother-in-law knew.",
		"Mr. O'Neill of the U.S. spoke at 9 a.m. to Mass. voters, etc.", "ABBREVIATED words THE the The tHe McDonald iPhone x X I a",
		"incomprehensibilities counterrevolutionary internationalisation Responsibilities abcdefgh abcdefghi abcdefghijklmnop abcdefghijklmnopq.",
		"http://lindow.example www.varn.example hold@varn.example @varn #varn", "naïve café’s ’em 'til rock 'n' roll said.He", "no. 5 No. 5 said no. Plan B. St. Bride's",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { sameTokens(t, strings.ToValidUTF8(s, "\ufffd")) })
}
