package article

// segment fills in tokens, sentences, quotations and names of a.Text.
func (a *Article) segment(c *Clock) {
	a.tokenize(c)
	a.splitSentences(c)
	a.findQuotations(c)
	a.findNames(c)
}

// tokenize fills in the tokens of all paragraphs.
func (a *Article) tokenize(c *Clock) {
	z := tokenizer{text: a.Text, out: make([]Token, 0, len(a.Text)/4+16)}
	z.norms.Grow(len(a.Text)/5 + 16)
	for p := range a.Paragraphs {
		c.Check()
		para := &a.Paragraphs[p]
		para.Tokens.First = len(z.out)
		z.paragraph(para.Span)
		para.Tokens.End = len(z.out)
	}
	a.Tokens = z.out
}
