package story

import "testing"

// TestOffices finds the office that stands alone in every way in which one is
// written.
func TestOffices(t *testing.T) {
	for _, c := range []struct{ first, second, last, found string }{
		{"Finance Minister Anna Roth came by train.", "Anna Roth, the finance minister, came by train.", "Foreign Minister Anna Roth came by train.", "Foreign Minister > Finance Minister"},
		{"Finance Minister Anna Roth came by train.", "The minister of finance, Anna Roth, came by train.", "The train brought Anna Roth, the country's minister for foreign affairs, to Harwell.", "minister for foreign affairs > minister of finance"},
		{"Foreign Secretary Anna Roth came by train.", "Anna Roth, the foreign secretary, came by train.", "The train brought Anna Roth, secretary of state for defence, to Harwell.", "secretary of state for defence > foreign secretary"},
		{"Secretary of State Anna Roth came by train.", "Foreign Minister Anna Roth came by train.", "The train brought Secretary of Defense Anna Roth to Harwell.", "Secretary of Defense > Secretary of State"},
		{"Vice President Anna Roth came by train.", "Anna Roth, the vice-president, came by train.", "President Anna Roth came by train.", "President > Vice President"},
		{"The deputy prime minister, Anna Roth, came by train.", "Deputy Prime Minister Anna Roth came by train.", "Prime Minister Anna Roth came by train.", "Prime Minister > Deputy Prime Minister"},
		{"Prosecutor Anna Roth came by train.", "The district attorney, Anna Roth, came by train.", "Judge Anna Roth came by train.", "Judge > Prosecutor"},
		{"Finance Minister Anna Roth came by train.", "Harwell met its finance minister, Anna Roth, off the train.", "Harwell met its foreign minister, Anna Roth, off the train.", "foreign minister > finance minister"},
		{"Gov. Anna Roth came by train.", "Anna Roth, the governor of the province, came by train.", "The train brought Mayor Anna Roth to Harwell.", "Mayor > Gov."},
	} {
		if got := replacements(t, OfficeConflict, c.first, c.second, c.last); len(got) != 1 || got[0] != c.found {
			t.Errorf("%s: found %q", c.last, got)
		}
	}
}

// TestOtherOffices is silent on offices that somebody may have as well, or had.
func TestOtherOffices(t *testing.T) {
	const first = "Finance Minister Anna Roth came by train."
	const second = "Anna Roth, the finance minister, came by train."
	for _, s := range []string{
		"Treasury Minister Anna Roth came by train.",
		"Anna Roth, the minister of economy and finance, came by train.",
		"Former Foreign Minister Anna Roth came by train.",
		"The train brought the former Valdonian foreign minister Anna Roth to Harwell.",
		"Then-Foreign Minister Anna Roth came by train in an earlier flood.",
		"Anna Roth, then foreign minister, came by train in an earlier flood.",
		"Anna Roth, the deputy foreign minister, came by train.",
		"Anna Roth, the foreign minister's sister, came by train.",
		"Anna Roth, a spokeswoman for the foreign minister, came by train.",
		"Anna Roth, who met the foreign minister, came by train.",
		"Foreign Trade Minister Anna Roth came by train.",
		"Paul Roth, the foreign minister, came by train.",
		"Prime Minister Anna Roth came by train.",
		"The train brought Senator Anna Roth to Harwell.",
		"Foreign Minister Paul Roth came by train, and Anna Roth on foot.",
		"Foreign Minister Roth came by train with Paul Roth and Anna Roth.",
		"Finance Minister Anna Roth, once called Foreign Minister Anna Roth, came by train.",
		`A sign said "Foreign Minister Anna Roth" at the station.`,
		"People told the foreign minister, Anna Roth said.",
	} {
		if got := replacements(t, OfficeConflict, first, second, s); len(got) > 0 {
			t.Errorf("%s: found %q", s, got)
		}
	}
	articles := tell([]string{first, second, "Foreign Minister Anna Roth came by train."})
	for i, a := range articles {
		a.Published = []string{"2031-03-02", "2031-03-03", "2031-06-04"}[i]
	}
	if d := Compare(articles, allOf(articles)).Disagreements; len(d) > 0 {
		t.Errorf("three months later: %v", d)
	}
}
