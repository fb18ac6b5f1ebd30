package story

import (
	"slices"
	"testing"
)

func TestDescriptions(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"another modifier", []string{
			"The Heath Society candidate Lena Ostrow wants the archive moved uphill.",
			"Lena Ostrow, the Heath Society candidate, asked for the archive to be moved.",
			"The moorland candidate Lena Ostrow asks for the archive to be moved.",
		}, []string{"2 moorland candidate → Heath Society candidate"}},
		{"another noun", []string{
			"Team coach Bruno Aldana carried crates.",
			"Bruno Aldana, the coach, carried crates all night.",
			"Crates were carried by the technician Bruno Aldana.",
		}, []string{"2 technician → coach"}},
		{"the article knows the term", []string{
			"Team coach Bruno Aldana carried crates.",
			"Bruno Aldana, the coach, carried crates all night.",
			"Crates were carried by the trainer Bruno Aldana, who has been a coach for long.",
		}, nil},
		{"another telling has it too", []string{
			"Team coach Bruno Aldana carried crates.",
			"Bruno Aldana, the coach, carried crates all night. A technician helped.",
			"Crates were carried by the technician Bruno Aldana.",
		}, nil},
		{"no established term", []string{
			"Team coach Bruno Aldana carried crates.",
			"Bruno Aldana, the manager, carried crates all night.",
			"Crates were carried by the technician Bruno Aldana.",
		}, nil},
		{"a verb before the name", []string{
			"Team coach Bruno Aldana carried crates.",
			"Bruno Aldana, the coach, carried crates all night.",
			"Then the council thanked Bruno Aldana.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(WordChoice, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}
