package story

// Stands in until package article finds quotations.

import (
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/article"
)

func fillQuotations(a *article.Article) {
	if len(a.Quotations) > 0 {
		return
	}
	for _, p := range a.Paragraphs {
		text := a.Slice(p.Span)
		open := -1
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == '“' || r == '"' && open < 0 {
				open = i
			} else if (r == '”' || r == '"') && open >= 0 {
				o := open + 1
				if strings.HasPrefix(text[open:], "“") {
					o = open + 3
				}
				a.Quotations = append(a.Quotations, article.Quotation{Span: article.Span{Start: p.Start + open, End: p.Start + i + n}, Inner: article.Span{Start: p.Start + o, End: p.Start + i}})
				open = -1
			}
			i += n
		}
	}
}
