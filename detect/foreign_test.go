package detect

import "testing"

// TestOncePerPassage checks that a passage in another language that is a
// finding is one finding, and that English around it is still looked at.
func TestOncePerPassage(t *testing.T) {
	e, err := NewEngine([]Heuristic{
		{Name: "passage", Scan: func(d *Document) []Match {
			var out []Match
			for _, p := range d.Foreign() {
				out = append(out, Match{Span: p.Span})
			}
			return out
		}},
		{Name: "word", Phrases: []string{"dans", "council"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.Check(parse(t, "The council met on Monday to talk about the new school and what it will cost the town.\n\nLes éleveurs ne sont pas encore convaincus et le disent dans une lettre.\n\nThe council will meet again in May when the plans have been drawn."))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range c.Findings {
		names = append(names, f.Heuristic.Name)
	}
	if len(names) != 3 || names[0] != "word" || names[1] != "passage" || names[2] != "word" {
		t.Errorf("found %v, want the English words and the passage once", names)
	}
}
