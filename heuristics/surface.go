package heuristics

import (
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// What the rules about the surface of a text share: the shape of a word.

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
