package detect

import (
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// ParseExample makes a document of an example's text and returns the spans
// that ⟦ ⟧ mark in it. A mark that is never closed ends at 0 and so matches
// nothing.
func ParseExample(text string) (*Document, []article.Span) {
	var d article.Draft
	var marks []article.Span
	at := 0 // length of Article.Text so far
	for i, para := range strings.Split(text, "\n\n") {
		kind := article.Body
		if s, ok := strings.CutPrefix(para, "# "); ok && i == 0 {
			kind, para = article.Headline, s
		} else if s, ok := strings.CutPrefix(para, "## "); ok && i <= 1 {
			kind, para = article.Standfirst, s
		}
		if i > 0 {
			at += len("\n\n")
		}
		var plain strings.Builder
		for _, r := range para {
			switch r {
			case '⟦':
				marks = append(marks, article.Span{Start: at + plain.Len()})
			case '⟧':
				if n := len(marks); n > 0 && marks[n-1].End == 0 {
					marks[n-1].End = at + plain.Len()
				}
			default:
				plain.WriteRune(r)
			}
		}
		if kind == article.Headline {
			d.Title = plain.String()
		}
		d.Parts = append(d.Parts, article.Part{Kind: kind, Pieces: []article.Piece{{Text: plain.String(), Input: at}}})
		at += plain.Len()
	}
	a := article.New(d)
	return &Document{Article: a}, marks
}
