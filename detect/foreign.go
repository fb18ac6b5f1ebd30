package detect

import (
	"cmp"
	"slices"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
)

// oncePerPassage drops the findings inside a passage in another language that
// is itself a finding: rules for English say nothing of it, and one slip is one
// finding.
func oncePerPassage(doc *Document, found []Finding) []Finding {
	passages := doc.Foreign()
	if len(passages) == 0 {
		return found
	}
	whole := map[article.Span]bool{}
	for _, f := range found {
		if f.Removed == nil {
			whole[f.Span] = true
		}
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		if f.Removed != nil {
			return false
		}
		i, _ := slices.BinarySearchFunc(passages, f.End, func(p language.Passage, end int) int { return cmp.Compare(p.End, end) })
		return i < len(passages) && f.Start >= passages[i].Start && f.Span != passages[i].Span && whole[passages[i].Span]
	})
}
