package article

import "sync"

// A segmenter holds what segmenting an article needs and the article does not
// keep.
type segmenter struct {
	tokens []Token
	hashes []uint32
	quoter quoter
	namer  namer
}

var segmenters = sync.Pool{New: func() any { return &segmenter{} }}

// maxKept is the number of tokens up to which the room that an article took is
// used again.
const maxKept = 1 << 15

// segment fills in tokens, sentences, quotations and names of a.Text.
func (a *Article) segment(c *Clock) {
	s := segmenters.Get().(*segmenter)
	s.tokenize(a, c)
	a.splitSentences(c)
	s.quoter.find(a, c)
	s.namer.find(a, s.hashes, c)
	if len(a.Tokens) <= maxKept {
		segmenters.Put(s)
	}
}

// tokenize fills in the tokens of all paragraphs.
func (s *segmenter) tokenize(a *Article, c *Clock) {
	z := tokenizer{text: a.Text, out: s.tokens[:0], hashes: s.hashes[:0]}
	z.norms.Grow(len(a.Text)/8 + 16)
	for p := range a.Paragraphs {
		c.Check()
		para := &a.Paragraphs[p]
		para.Tokens.First = len(z.out)
		z.paragraph(para.Span)
		para.Tokens.End = len(z.out)
	}
	a.Tokens = keep(z.out)
	s.tokens, s.hashes = z.out, z.hashes
}

// keep is a copy with no room to spare, nil of nothing.
func keep[T any](s []T) []T { return append([]T(nil), s...) }
