package article

import "sort"

// Slice is the text of a span.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }

// TokenAt is the index of the first token that ends after the byte offset;
// len(a.Tokens) when there is none. It panics for an article that has dropped its
// tokens, or was stored and never segmented: anything it said would be wrong.
func (a *Article) TokenAt(offset int) int {
	if len(a.Tokens) == 0 && a.Words() > 0 {
		panic("article: asked for tokens that were dropped or never made")
	}
	return sort.Search(len(a.Tokens), func(i int) bool { return a.Tokens[i].End > offset })
}

// SentenceAt is the index of the sentence that holds the byte offset, or of
// the next one; len(a.Sentences) when there is none.
func (a *Article) SentenceAt(offset int) int {
	return sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > offset })
}

// ParagraphAt is the index of the paragraph that holds the byte offset, or of
// the next one; len(a.Paragraphs) when there is none.
func (a *Article) ParagraphAt(offset int) int {
	return sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].End > offset })
}

// TokensIn are the tokens of a range, for example of a sentence.
func (a *Article) TokensIn(r Range) []Token { return a.Tokens[r.First:r.End] }

// SpanOf is the span from the first to the last token of a non-empty range.
func (a *Article) SpanOf(r Range) Span {
	return Span{a.Tokens[r.First].Start, a.Tokens[r.End-1].End}
}

// KindAt is the kind of the paragraph that holds the byte offset.
func (a *Article) KindAt(offset int) Kind {
	if i := a.ParagraphAt(offset); i < len(a.Paragraphs) {
		return a.Paragraphs[i].Kind
	}
	return Body
}

// Quoted reports whether the whole span lies inside one quotation or in block
// quotes. It needs the tokens, as TokenAt does.
func (a *Article) Quoted(s Span) bool {
	i, found := a.TokenAt(s.Start), false
	for ; i < len(a.Tokens) && a.Tokens[i].Start < s.End; i++ {
		if !a.Tokens[i].Is(Quoted) {
			return false
		}
		found = true
	}
	return found
}

// Words is the number of words and numbers in the text; "Lee's" counts as one.
func (a *Article) Words() int { return a.source.words }
