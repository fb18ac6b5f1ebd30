package story

import (
	"strings"
	"testing"
)

// TestAges finds the age that stands alone in every way in which one is
// written.
func TestAges(t *testing.T) {
	const first = "Archivist Marta Lindqvist, 34, saved the oldest maps."
	const second = "The oldest maps were saved by the 34-year-old archivist Marta Lindqvist."
	for _, s := range []string{
		"The maps were saved by Marta Lindqvist, 43, who came by boat.",
		"The maps were saved by Marta Lindqvist, aged 43, who came by boat.",
		"The maps were saved by Marta Lindqvist (43) from a boat.",
		"The maps were saved by Marta Lindqvist, who is 43, from a boat.",
		"The maps were saved by Marta Lindqvist, 43 years old, from a boat.",
		"The maps were saved by Marta Lindqvist, a 43-year-old from upriver.",
		"The maps were saved by the 43-year-old Lindqvist and a boat.",
		"The maps were saved by 43-year-old Harwell archivist Marta Lindqvist.",
		"The maps were saved by the 43-year-old archivist, Marta Lindqvist.",
		"The archivist Marta Lindqvist is 43 years old.",
	} {
		if got := replacements(t, FigureConflict, first, second, s); len(got) != 1 || got[0] != "43 > 34" {
			t.Errorf("%s: found %q", s, got)
		}
	}
	got := replacements(t, FigureConflict, "The maps were found by Tilde Varga, 4.", "The four-year-old Tilde Varga found the maps.", "The maps were found by the six-year-old Tilde Varga.")
	if strings.Join(got, "; ") != "six > 4" {
		t.Errorf("a child's age: %q", got)
	}
}

// TestOtherAges is silent on ages that are not those of one person at one time.
func TestOtherAges(t *testing.T) {
	const first = "Archivist Marta Lindqvist, 34, saved the oldest maps."
	const second = "The oldest maps were saved by the 34-year-old archivist Marta Lindqvist."
	for _, s := range []string{
		"The maps were saved by Marta Lindqvist, 35, who came by boat.",
		"The maps were saved by Marta Lindqvist, then 22, in an earlier flood.",
		"The maps were saved by Marta Lindqvist, 22 at the time, in another flood.",
		"The maps were saved by the then 22-year-old Marta Lindqvist.",
		"The maps were saved by Marta Lindqvist, who was 22 in the last flood.",
		"The maps were saved by Olaf Lindqvist, 61, her father, said Marta Lindqvist, 34.",
		"The maps were saved by Lindqvist, 61. Olaf Lindqvist and Marta Lindqvist run the archive.",
		"Paul Lindqvist, 61, saved the maps.",
		"The 61-year-old met Marta Lindqvist on the stairs.",
		"The 61-year-old, Marta Lindqvist said, came by boat.",
		"The 61-year-old's neighbour Marta Lindqvist came by boat.",
		"The 61-year-old man thanked archivist Marta Lindqvist for the maps.",
		"In the vote Marta Lindqvist, 61 points ahead, was elected archivist.",
		`"Marta Lindqvist, 61, saved them," a sign says.`,
	} {
		if got := replacements(t, FigureConflict, first, second, s); len(got) > 0 {
			t.Errorf("%s: found %q", s, got)
		}
	}
	if got := replacements(t, FigureConflict, "Marta Lindqvist (34) led early.", "Behind Marta Lindqvist (34) the field closed up.", "By noon Marta Lindqvist (51) was far ahead."); len(got) > 0 {
		t.Errorf("scores: %q", got)
	}
}
