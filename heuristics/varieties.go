package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
)

// outerCircle holds in articles of which language.OuterCircle does: what is house
// style there is no mark of translation.
func outerCircle(doc *detect.Document, _ detect.Hit) bool {
	return detect.Shared(doc, "outer circle", func(doc *detect.Document) bool { return language.OuterCircle(doc.Article) })
}

// whereSaid makes a condition for the hits that hold one of the words; all others
// pass.
func whereSaid(words string, holds condition) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool {
		said := slices.ContainsFunc(doc.TokensIn(hit.Range), func(t article.Token) bool { return list[t.Norm] })
		return !said || holds(doc, hit)
	}
}
