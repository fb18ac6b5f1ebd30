package story

import (
	"slices"
	"testing"
)

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  Kind
		tells []string
		want  []string
	}{
		{"a lost negation", PolarityConflict, []string{
			"The curator never sold the silver reliquary from the convent to dealers in Antwerp.",
			"The silver reliquary from the convent was never sold by the curator to Antwerp dealers.",
			"The curator sold the silver reliquary from the convent to dealers in Antwerp at night.",
		}, []string{"2 The curator sold the silver reliquary from the convent to dealers in Antwerp at night. → "}},
		{"an added one", PolarityConflict, []string{
			"The curator sold the silver reliquary from the convent to dealers in Antwerp.",
			"The silver reliquary from the convent was sold by the curator to Antwerp dealers.",
			"The curator did not sell the silver reliquary from the convent to dealers in Antwerp.",
		}, []string{"2 not → "}},
		{"a denial", PolarityConflict, []string{
			"The curator sold the silver reliquary from the convent to dealers in Antwerp.",
			"The silver reliquary from the convent was sold by the curator to Antwerp dealers.",
			"The curator denied that he ever sold the silver reliquary from the convent to dealers in Antwerp.",
		}, nil},
		{"told as fact", LostAttribution, []string{
			"The curator allegedly sold the silver reliquary from the convent to dealers in Antwerp.",
			"The silver reliquary from the convent was allegedly sold by the curator to Antwerp dealers.",
			"The curator sold the silver reliquary from the convent to dealers in Antwerp.",
		}, []string{"2 The curator sold the silver reliquary from the convent to dealers in Antwerp. → "}},
		{"with a source", LostAttribution, []string{
			"The curator allegedly sold the silver reliquary from the convent to dealers in Antwerp.",
			"The silver reliquary from the convent was allegedly sold by the curator to Antwerp dealers.",
			"The curator sold the silver reliquary from the convent to dealers in Antwerp, prosecutors said.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(c.kind, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}
