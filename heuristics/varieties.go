package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/language"
)

// outerCircle holds in articles of which language.OuterCircle does: what is house
// style there is no mark of translation.
func outerCircle(doc *detect.Document, _ detect.Hit) bool {
	return detect.Shared(doc, "outer circle", func(doc *detect.Document) bool { return language.OuterCircle(doc.Article) })
}
