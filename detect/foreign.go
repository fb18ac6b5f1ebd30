package detect

import "slices"

// oncePerPassage drops the findings inside a passage in another language that
// is itself a finding: rules for English say nothing of it, and one slip is one
// finding.
func oncePerPassage(doc *Document, found []Finding) []Finding {
	for _, p := range doc.Foreign() {
		whole := slices.ContainsFunc(found, func(f Finding) bool { return f.Removed == nil && f.Span == p.Span })
		if !whole {
			continue
		}
		found = slices.DeleteFunc(found, func(f Finding) bool {
			return f.Removed == nil && f.Start >= p.Start && f.End <= p.End && f.Span != p.Span
		})
	}
	return found
}
