package story

import (
	"slices"
	"strconv"
	"testing"
)

// standsAlone are the findings of one kind as "article passage → suggestion".
func standsAlone(kind Kind, tells []string) []string {
	list := tell(tells)
	var got []string
	for _, d := range Compare(list, allOf(list)).Disagreements {
		if d.Kind == kind {
			got = append(got, strconv.Itoa(d.Article)+" "+list[d.Article].Slice(d.Span)+" → "+d.Suggestion)
		}
	}
	return got
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"a slip of scale", []string{
			"The water destroyed books worth $3.5 million, insurers said.",
			"Insurers put the value of the books that the water destroyed at 3.5 million dollars.",
			"According to insurers, books worth $3.5 billion were destroyed by the water.",
		}, []string{"2 3.5 billion → 3.5 million"}},
		{"one amount written in three ways", []string{
			"The repair will cost 1,200,000 euros, the council of Harwell said.",
			"The council of Harwell put the cost of the repair at €1.2 million.",
			"The repair will cost the council of Harwell 1.2m euros.",
		}, nil},
		{"rounded", []string{
			"The repair will cost the council of Harwell $1.19 million.",
			"The repair will cost the council of Harwell $1.2 million.",
			"The council of Harwell will pay $1.2 million for the repair.",
		}, nil},
		{"different things", []string{
			"Some 40 firefighters pumped out the cellars.",
			"In all 400 firefighters are employed in the county.",
			"The county employs 400 firefighters in nine stations.",
		}, nil},
		{"no majority", []string{
			"The water destroyed 4,000 letters in the cellar.",
			"The water destroyed 40,000 letters in the cellar.",
		}, nil},
		{"a day's shift", []string{
			"Harwell's council meets on Thursday to vote on a new roof for the archive.",
			"The vote of the council on a new archive roof will be on Thursday, Harwell said.",
			"A vote on the new roof of the Harwell archive is planned by the council for Friday.",
		}, []string{"2 Friday → Thursday"}},
		{"another currency", []string{
			"A donor from Harwell gave $75,000 for new shelves.",
			"New shelves will be bought with $75,000 from a Harwell donor.",
			"A Harwell donor gave 75,000 euros for new shelves.",
		}, []string{"2 75,000 → "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(FigureConflict, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"transliterated otherwise", []string{
			"Dmitri Zhuravlyov of the museum in Harwell opened the boxes.",
			"The boxes were opened by Dmitri Zhuravlyov, who runs a museum.",
			"Museum director Dmitriy Zhuravliov opened the boxes.",
		}, []string{"2 Dmitriy → Dmitri", "2 Zhuravliov → Zhuravlyov"}},
		{"accents are house style", []string{
			"Joaquín Almendrós opened the boxes.",
			"The boxes were opened by Joaquin Almendros, a curator.",
			"Curator Joaquin Almendros opened the boxes.",
		}, nil},
		{"two people", []string{
			"Peter Hansen opened the boxes, and Karl Hanson closed them.",
			"The boxes were opened by Peter Hansen, a curator.",
			"Curator Peter Hansen opened the boxes.",
		}, nil},
		{"a people and its country", []string{
			"The boxes came from Velmaria by ship.",
			"A ship brought the boxes from Velmaria.",
			"A Velmarian ship brought the boxes.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(NameVariant, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"a party's name word for word", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The archive should be moved uphill, said Lena Ostrow of the Green Party.",
			"The environmental candidate Lena Ostrow asks for the archive to be moved.",
		}, []string{"2 environmental candidate → Green Party candidate"}},
		{"the article knows the name", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The archive should be moved uphill, said Lena Ostrow of the Green Party.",
			"Lena Ostrow of the Green Party, long an environmental candidate for mayor, asks for it to be moved.",
		}, nil},
		{"only one other telling", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The environmental candidate Lena Ostrow asks for the archive to be moved.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(LiteralRole, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestSeedRoles(t *testing.T) {
	articles := seeds(t)
	got := passages(Compare(articles, allOf(articles)), LiteralRole, func(p Place) string {
		return strconv.Itoa(p.Article) + " " + articles[p.Article].Slice(p.Span)
	})
	if !slices.Equal(got, []string{"0 environmental candidate"}) {
		t.Errorf("found %q", got)
	}
}
