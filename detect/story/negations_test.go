package story

import "testing"

// TestPolarity finds the negation that stands alone, and is silent where two
// sentences say the same with and without one.
func TestPolarity(t *testing.T) {
	for _, c := range []struct {
		first, second, last string
		found               string
	}{
		{
			"The harbour master would extend the licence of the ferry company past the season.",
			"Past the season the harbour master would extend the ferry company licence.",
			"The master of the harbour would not extend the ferry company licence past the season.", "not",
		},
		{
			"The harbour master will extend the licence of the ferry company past the season.",
			"Past the season the harbour master extends the ferry company licence.",
			"The master of the harbour would not extend the ferry company licence past the season.", "",
		},
		{
			"The ferry company opened its season in April with a brass band on the quay.",
			"In April the ferry company opened its season with a brass band on the quay.",
			"The ferry company did not open its season until April with a brass band on the quay.", "",
		},
		{
			"The heavy ferries are unable to moor at the southern quay in the harbour after storms.",
			"After storms heavy ferries are unable to moor at the southern quay of the harbour.",
			"The heavy ferries cannot moor at the southern quay in the harbour after storms.", "",
		},
		{
			"Ferry crews wear yellow jackets on the southern quay of the harbour.",
			"On the southern quay of the harbour ferry crews wear yellow jackets.",
			"Not only ferry crews wear yellow jackets on the southern quay of the harbour.", "",
		},
		{
			"Deliver heavy freight for the ferry at 60 Southern Quay by the harbour.",
			"At 60 Southern Quay by the harbour deliver heavy freight for the ferry.",
			"Deliver heavy freight for the ferry at No.60 Southern Quay by the harbour.", "",
		},
		{
			"Ferry crews brought the heavy freight ashore on the southern quay of the harbour.",
			"On the southern quay of the harbour ferry crews brought the heavy freight ashore.",
			"With no harm done, ferry crews brought the heavy freight ashore on the southern quay of the harbour.", "",
		},
		{
			"Ferry crews like the southern quay of the harbour for its heavy freight.",
			"For its heavy freight ferry crews like the southern quay of the harbour.",
			"Don't ferry crews like the southern quay of the harbour for its heavy freight?", "",
		},
	} {
		articles := tell([]string{c.first, c.second, c.last})
		found := ""
		for _, d := range Compare(articles, allOf(articles)).Disagreements {
			if d.Kind != PolarityConflict || d.Article != 2 {
				t.Errorf("%s: %+v", c.last, d)
			}
			found += articles[d.Article].Slice(d.Span)
		}
		if found != c.found {
			t.Errorf("%s: found %q", c.last, found)
		}
	}
}
