package heuristics

import (
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// What the rules about the surface of a text share: the neighbours of a token
// and the shape of a word.

// tokenOr is the token with the given index, or the zero token, which has no
// norm, where there is none.
func tokenOr(doc *detect.Document, i int) article.Token {
	if i < 0 || i >= len(doc.Tokens) {
		return article.Token{}
	}
	return doc.Tokens[i]
}

// tokenAt is the token at the index, and whether it is in the sentence.
func tokenAt(doc *detect.Document, i, sentence int) (article.Token, bool) {
	if i < 0 || i >= len(doc.Tokens) || doc.Tokens[i].Sentence != sentence {
		return article.Token{}, false
	}
	return doc.Tokens[i], true
}

// neighbour is the token with the given index if it stands in the paragraph
// of token i, else the zero token.
func neighbour(doc *detect.Document, i, j int) article.Token {
	t := tokenOr(doc, j)
	if t.Norm == "" || doc.Sentences[t.Sentence].Paragraph != doc.Sentences[doc.Tokens[i].Sentence].Paragraph {
		return article.Token{}
	}
	return t
}

// paragraphOf is the paragraph of a token.
func paragraphOf(doc *detect.Document, t article.Token) article.Paragraph {
	return doc.Paragraphs[doc.Sentences[t.Sentence].Paragraph]
}

// glued reports whether nothing stands between a token and the one before it.
func glued(t article.Token) bool { return t.Norm != "" && !t.Is(article.SpaceBefore) }

// lowerWord reports whether the token is a word that begins with a small
// letter.
func lowerWord(t article.Token) bool {
	if t.Kind != article.Word || t.Is(article.Capital) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Norm)
	return unicode.IsLower(r)
}

// capitalWord reports whether the token is a word with a capital.
func capitalWord(t article.Token) bool { return t.Kind == article.Word && t.Is(article.Capital) }

// match is a match of a span with one suggestion; none where it is "".
func match(s article.Span, suggestion string) detect.Match {
	m := detect.Match{Span: s}
	if suggestion != "" {
		m.Suggestions = []string{suggestion}
	}
	return m
}

// ofTokens is the span from the first to the last of two tokens.
func ofTokens(first, last article.Token) article.Span {
	return article.Span{Start: first.Start, End: last.End}
}

// isLetterAt reports whether a letter begins at the byte offset.
func isLetterAt(s string, at int) bool {
	if at < 0 || at >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r)
}

// isLetterBefore reports whether a letter ends at the byte offset.
func isLetterBefore(s string, at int) bool {
	if at <= 0 || at > len(s) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(r)
}

// around are the tokens of a hit's sentence, at most 200 on either side of it.
func around(doc *detect.Document, hit detect.Hit) []article.Token {
	r := doc.Sentences[doc.Tokens[hit.First].Sentence].Tokens
	return doc.Tokens[max(r.First, hit.First-200):min(r.End, hit.End+200)]
}
