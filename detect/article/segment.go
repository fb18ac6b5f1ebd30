package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment fills in sentences, tokens, quotations and names of a.Text.
func (a *Article) segment() {
	for p := range a.Paragraphs {
		para := &a.Paragraphs[p]
		para.Tokens.First = len(a.Tokens)
		a.tokenize(para.Span)
		para.Tokens.End = len(a.Tokens)
		para.Sentences.First = len(a.Sentences)
		first := para.Tokens.First
		for i := first; i < para.Tokens.End; i++ {
			t := &a.Tokens[i]
			t.Sentence = len(a.Sentences)
			last := i+1 == para.Tokens.End
			ends := t.Kind == Punct && strings.Contains(".!?", t.Norm) && (last || a.Tokens[i+1].Is(SpaceBefore|Capital))
			if last || ends {
				r := Range{first, i + 1}
				a.Tokens[first].Flags |= Opens
				a.Sentences = append(a.Sentences, Sentence{Span: a.SpanOf(r), Paragraph: p, Tokens: r})
				first = i + 1
			}
		}
		para.Sentences.End = len(a.Sentences)
	}
}

func (a *Article) tokenize(s Span) {
	text := a.Text
	space := true
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		t := Token{Span: Span{i, i + n}, Kind: Symbol}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			t.Kind = Word
			if unicode.IsDigit(r) {
				t.Kind = Number
			}
			for t.End < s.End {
				r, n := utf8.DecodeRuneInString(text[t.End:])
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(strings.ContainsRune("-'’.,", r) && t.End+n < s.End && wordAt(text[t.End+n:]) && text[t.End] != '.' && text[t.End] != ',') {
					break
				}
				t.End += n
			}
			if unicode.IsUpper(r) {
				t.Flags |= Capital
			}
		case unicode.IsPunct(r):
			t.Kind = Punct
		}
		if space {
			t.Flags |= SpaceBefore
		}
		space = false
		t.Norm = strings.ReplaceAll(strings.ToLower(text[t.Start:t.End]), "’", "'")
		a.Tokens = append(a.Tokens, t)
		i = t.End
	}
}

func wordAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
