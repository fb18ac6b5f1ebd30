package story

import "testing"

// TestMovements finds the direction that stands alone beside a figure, in every
// way in which one is told.
func TestMovements(t *testing.T) {
	const first = "Freight through Harwell rose by 3.2 percent over the season, the ferry company reported."
	const second = "The ferry company reported a 3.2 percent increase in freight through Harwell over the season."
	for s, word := range map[string]string{
		"Over the season freight through Harwell fell 3.2 percent, the ferry company reported.":              "fell",
		"Over the season freight through Harwell fell by almost 3.2 percent, the ferry company reported.":    "fell",
		"Over the season freight through Harwell was down 3.2 percent, the ferry company reported.":          "down",
		"The ferry company reported a fall of about 3.2 percent in freight through Harwell over the season.": "fall",
		"Freight through Harwell was 3.2 percent lower over the season, the ferry company reported.":         "lower",
		"The ferry company reported a 3.2 percent seasonal drop in freight through Harwell over the season.": "drop",
		"The season reduced freight through Harwell for the ferry company by 3.2 percent, it reported.":      "",
		"The season reduced Harwell ferry company freight by 3.2 percent, it reported.":                      "reduced",
	} {
		articles := tell([]string{first, second, s})
		var found []string
		for _, d := range Compare(articles, allOf(articles)).Disagreements {
			if d.Kind != PolarityConflict || d.Article != 2 || len(d.Others) != 2 {
				t.Errorf("%s: %+v", s, d)
			}
			found = append(found, articles[d.Article].Slice(d.Span))
		}
		if word == "" && len(found) > 0 || word != "" && (len(found) != 1 || found[0] != word) {
			t.Errorf("%s: found %q", s, found)
		}
	}
}

// TestOtherMovements is silent on figures that need not tell of one change.
func TestOtherMovements(t *testing.T) {
	for _, told := range [][]string{
		// A level.
		{"Freight through Harwell rose by 3.2 percent over the season, the ferry company reported.", "The ferry company reported a 3.2 percent increase in freight through Harwell over the season.", "Freight through Harwell was down to 3.2 percent over the season, the ferry company reported."},
		// Of something else.
		{"Freight through Harwell rose by 3.2 percent over the season, the ferry company reported.", "The ferry company reported a 3.2 percent increase in freight through Harwell over the season.", "Schools lost 3.2 percent of their pupils."},
		// Doubted.
		{"Freight through Harwell rose by 3.2 percent over the season, the ferry company reported.", "The ferry company reported a 3.2 percent increase in freight through Harwell over the season.", "Freight through Harwell hardly fell 3.2 percent over the season, the ferry company reported."},
		// Both.
		{"Freight through Harwell rose by 3.2 percent over the season, the ferry company reported.", "The ferry company reported a 3.2 percent increase in freight through Harwell over the season.", "Freight through Harwell fell 3.2 percent in spring and rose 3.2 percent over the season, the ferry company reported."},
		// The other way round.
		{"The crown of Valdonia rose by 3.2 percent against the Harwell mark over the season.", "Against the Harwell mark the crown of Valdonia gained 3.2 percent over the season.", "The Harwell mark fell 3.2 percent against the crown of Valdonia over the season."},
		// Another verb.
		{"The ferry company gave up 3.2 percent of its freight through Harwell over the season.", "The ferry company lost 3.2 percent of its freight through Harwell over the season.", "Over the season freight through Harwell for the ferry company went down 3.2 percent."},
	} {
		articles := tell(told)
		for _, d := range Compare(articles, allOf(articles)).Disagreements {
			t.Errorf("%s: %s %s", told[2], d.Kind, d.Message)
		}
	}
}

// TestMovementOfTwoFigures: a word that tells the direction of two figures gives one
// disagreement, always the same.
func TestMovementOfTwoFigures(t *testing.T) {
	articles := tell([]string{
		"The ferry company reported a 3.2 percent rise of 4,300 tonnes in freight through Harwell over the season.",
		"Freight through Harwell had a 3.2 percent rise of 4,300 tonnes over the season, the ferry company reported.",
		"Over the season freight through Harwell had a 3.2 percent drop of 4,300 tonnes, the ferry company reported.",
	})
	for range 30 {
		found := Compare(articles, allOf(articles)).Disagreements
		if len(found) != 1 || found[0].Message != "“drop” beside “3.2” here, “rise” in 2 other tellings: the other way." {
			t.Fatalf("found %+v", found)
		}
	}
}
