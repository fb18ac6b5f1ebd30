package story

import (
	"slices"
	"strconv"
	"testing"
)

func TestSeedKinship(t *testing.T) {
	articles := seeds(t)
	got := passages(Compare(articles, []int{0, 1, 2, 3}), KinshipConflict, func(p Place) string {
		return strconv.Itoa(p.Article) + " " + articles[p.Article].Slice(p.Span)
	})
	if !slices.Equal(got, []string{"1 stepfather"}) {
		t.Errorf("found %q", got)
	}
}

func TestKinship(t *testing.T) {
	for _, c := range []struct {
		name   string
		tells  []string
		marked []string // article's number, passage, suggestion
	}{
		{"a step relation that nobody else tells of", []string{
			"Oleg Marren, the father-in-law of Nils Tabor, sold the mill. Tabor said that Marren had promised it to him.",
			"The mill belonged to Nils Tabor's father-in-law, Oleg Marren, for years.",
			"Nils Tabor quarrelled with Oleg Marren, his stepfather, over the mill.",
		}, []string{"2 stepfather father-in-law"}},
		{"seen from the other side", []string{
			"Nils Tabor, the son-in-law of Oleg Marren, bought the mill.",
			"The mill went to Oleg Marren's son-in-law, Nils Tabor.",
			"Nils Tabor's stepfather Oleg Marren kept the keys of the mill.",
		}, []string{"2 stepfather father-in-law"}},
		{"a brother made a cousin", []string{
			"Vera Lund and her brother, Anton Lund, own the ferry.",
			"Vera Lund's brother Anton Lund steered the ferry.",
			"Anton Lund, a cousin of Vera Lund, steered the ferry.",
		}, []string{"2 cousin brother"}},
		{"a real stepfather", []string{
			"Oleg Marren, the stepfather of Nils Tabor, sold the mill.",
			"Nils Tabor's stepfather, Oleg Marren, sold the mill to his father-in-law.",
			"Oleg Marren is Nils Tabor's father, neighbours said.",
		}, nil},
		{"two families", []string{
			"Nils Tabor's father-in-law, Oleg Marren, sold the mill.",
			"Oleg Marren, the father-in-law of Nils Tabor, sold the mill.",
			"Her stepfather raised her in Ohio, said Jana Holt, who worked at the mill.",
		}, nil},
		{"a pronoun for somebody else", []string{
			"Karin Holt's husband, Jonas Holt, found the door open.",
			"Jonas Holt, the husband of Karin Holt, found the door open.",
			"Petra Wren told Karin Holt that her brother Jonas Holt had found the door open.",
			"Petra Wren's brother Jonas Holt found the door open.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := tell(c.tells)
			var got []string
			for _, d := range Compare(list, allOf(list)).Disagreements {
				if d.Kind == KinshipConflict {
					got = append(got, strconv.Itoa(d.Article)+" "+list[d.Article].Slice(d.Span)+" "+d.Suggestion)
				}
			}
			if !slices.Equal(got, c.marked) {
				t.Errorf("found %q, wanted %q", got, c.marked)
			}
		})
	}
}
