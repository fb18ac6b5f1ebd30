package article

import (
	"slices"
	"sync"
)

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

// tokenSlabs are the tokens of articles that have dropped theirs, for the next
// articles.
var tokenSlabs sync.Pool

// tokenize fills in the tokens of all paragraphs.
func (s *segmenter) tokenize(a *Article, c *Clock) {
	s.notes.reset()
	room, guess := &s.tokens, len(a.Text)/5+8
	if slab, ok := tokenSlabs.Get().(*[]Token); ok {
		room = slab // and the article has it for itself
	}
	if cap(*room) < guess {
		*room = make([]Token, 0, max(tokenRoom, guess))
	}
	z := tokenizer{text: a.Text, out: *room, notes: s.notes}
	z.norms.Grow(len(a.Text)/8 + 16)
	for p := range a.Paragraphs {
		c.Check()
		para := &a.Paragraphs[p]
		para.Tokens.First = len(z.out)
		z.paragraph(para.Span)
		para.Tokens.End = len(z.out)
	}
	a.source.words = len(z.out) - z.marks
	switch n := len(z.out); {
	case n == 0:
	case room != &s.tokens:
		a.Tokens, a.source.slab = z.out, room
	default:
		a.Tokens, s.tokens = z.out[:n:n], z.out[n:]
	}
	s.notes = z.notes
}

// DropTokens gives the room of the tokens, which is most of what an article
// takes, to articles that are read after it. It is for who checks many articles
// and then needs of each what a report shows. Nobody else may be looking at the
// article, and what leads to tokens leads nowhere any more: TokenAt and Quoted
// panic. Words stays.
func (a *Article) DropTokens() {
	slab := a.source.slab
	if slab == nil {
		slab = new([]Token)
	}
	if n := len(a.Tokens); n > 0 && n <= maxKept {
		*slab = a.Tokens[:0]
		tokenSlabs.Put(slab)
	}
	a.Tokens, a.source.slab = nil, nil
}

// TakeTokens gives an article the tokens back that it has dropped.
func (a *Article) TakeTokens() {
	if a.Tokens != nil {
		return
	}
	again := *a
	again.Paragraphs = slices.Clone(a.Paragraphs)
	again.segment(nil)
	a.Tokens, a.source = again.Tokens, again.source
}

// keep is a copy with no room to spare, nil of nothing.
func keep[T any](s []T) []T { return append([]T(nil), s...) }
