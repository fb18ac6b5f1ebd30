package article

import "sync"

// A segmenter holds what segmenting an article needs and the article does not
// keep.
type segmenter struct {
	tokens    []Token // none, with room left over from the article before
	sentences []Sentence
	notes     notes
	quoter    quoter
	namer     namer
}

var segmenters = sync.Pool{New: func() any { return &segmenter{} }}

// maxKept is the number of tokens up to which the room that an article took is
// used again.
const maxKept = 1 << 15

// segment fills in tokens, sentences, quotations and names of a.Text.
func (a *Article) segment(c *Clock) {
	s := segmenters.Get().(*segmenter)
	s.tokenize(a, c)
	s.sentences = a.splitSentences(s.sentences[:0], c)
	s.quoter.find(a, &s.notes, c)
	s.namer.find(a, &s.notes, c)
	if len(a.Tokens) <= maxKept {
		segmenters.Put(s)
	}
}

// tokenRoom is for how many tokens room is made at a time. Articles share it,
// so that nothing has to be copied and little is to spare; one that is kept
// keeps at most this much.
const tokenRoom = 1 << 11

// tokenize fills in the tokens of all paragraphs.
func (s *segmenter) tokenize(a *Article, c *Clock) {
	s.notes.reset()
	if guess := len(a.Text)/5 + 8; cap(s.tokens) < guess {
		s.tokens = make([]Token, 0, max(tokenRoom, guess))
	}
	z := tokenizer{text: a.Text, out: s.tokens, notes: s.notes}
	z.norms.Grow(len(a.Text)/8 + 16)
	for p := range a.Paragraphs {
		c.Check()
		para := &a.Paragraphs[p]
		para.Tokens.First = len(z.out)
		z.paragraph(para.Span)
		para.Tokens.End = len(z.out)
	}
	if n := len(z.out); n > 0 {
		a.Tokens, s.tokens = z.out[:n:n], z.out[n:]
	}
	s.notes = z.notes
}

// keep is a copy with no room to spare, nil of nothing.
func keep[T any](s []T) []T { return append([]T(nil), s...) }
