package story

import "testing"

// TestOpposites finds the word that turns a claim round, and is silent where the
// claim is another one or nobody agrees.
func TestOpposites(t *testing.T) {
	const first = "The county court convicted two foremen over the missing ledgers of the ferry."
	const second = "Two foremen were convicted by the county court over missing ferry ledgers."
	for s, word := range map[string]string{
		"Over the missing ledgers of the ferry, the county court acquitted two foremen.":                   "acquitted",
		"Over the missing ledgers of the ferry, the county court convicted two foremen.":                   "",
		"Over the missing ledgers of the ferry, the county court may have acquitted two foremen.":          "",
		"Over the missing ledgers of the ferry, the county court convicted one and acquitted one foreman.": "",
		"In another case, a bakery's owner was acquitted after a week.":                                    "",
		"Over the missing ledgers of the ferry, the county court in Acquitted Lane heard two foremen.":     "",
		`Over the missing ledgers of the ferry, the county court heard "acquitted" from two foremen.`:      "",
		"Over the missing ledgers of the ferry, the county court refused to acquit two foremen.":           "",
		"Over the missing ledgers of the ferry, no county court acquitted two foremen.":                    "",
	} {
		articles := tell([]string{first, second, s})
		var found []string
		for _, d := range Compare(articles, allOf(articles)).Disagreements {
			if d.Article == 2 && len(d.Others) == 2 {
				found = append(found, articles[d.Article].Slice(d.Span))
			}
		}
		if word == "" && len(found) > 0 || word != "" && (len(found) != 1 || found[0] != word) {
			t.Errorf("%s: found %q", s, found)
		}
	}
}
