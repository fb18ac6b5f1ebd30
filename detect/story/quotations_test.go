package story

import (
	"slices"
	"strings"
	"testing"
)

// against finds which of the members' passages stand alone, as "article: text".
func passages(s Story, kind Kind, text func(Place) string) []string {
	var out []string
	for _, d := range s.Disagreements {
		if d.Kind == kind {
			out = append(out, text(d.Place))
		}
	}
	return out
}

func TestSeedQuotations(t *testing.T) {
	articles := seeds(t)
	s := Compare(articles, []int{0, 1, 2, 3})
	for i, fewest := range []int{2, 3, 0, 0} {
		var found []string
		for _, d := range s.Disagreements {
			if d.Kind == AlteredQuotation && d.Article == i {
				found = append(found, articles[i].Slice(d.Span)+" → "+d.Suggestion)
				for _, o := range d.Others {
					if o.Article != 2 && o.Article != 3 {
						t.Errorf("article %d is a witness against %q", o.Article, articles[i].Slice(d.Span))
					}
				}
			}
		}
		if len(found) < fewest || fewest == 0 && len(found) > 0 {
			t.Errorf("article %d: %d altered quotations, wanted %d:\n%s", i, len(found), fewest, strings.Join(found, "\n"))
		}
	}
}

func TestAlteredQuotations(t *testing.T) {
	for _, c := range []struct {
		name   string
		tells  []string // one sentence with a quotation each
		marked []string // what stands alone, the article's number first
	}{
		{"a paraphrase inside quotation marks", []string{
			"“We lost four hundred years of letters in one night,” Brennick told reporters.",
			"Brennick said the city had “lost four hundred years of letters in one night”.",
			"“We have lost four centuries of correspondence in a single night,” the mayor declared.",
		}, []string{"2 We have lost four centuries of correspondence in a single night"}},
		{"house style", []string{
			"“The theatre programme won't be cancelled, and Mr. Oake's colour prints aren't harmed,” she said.",
			"\"The theater program will not be canceled, and Oake's color prints are not harmed,\" she said.",
			"“The theatre programme won’t be cancelled and Mr Oake’s colour prints aren’t harmed.”",
		}, nil},
		{"cut and inflected", []string{
			"“I have never seen the river rise so fast, and I never want to see it again,” she said.",
			"She had “never seen the river rise so fast”.",
			"“I never saw the river rise so fast ... and I never want to see it again,” Brennick recalled.",
		}, nil},
		{"brackets", []string{
			"“They opened the sluice at midnight without telling anyone,” she said.",
			"“They opened the sluice at midnight without telling anyone,” she said.",
			"“[The engineers] opened the sluice at midnight without telling [the city],” she said.",
		}, nil},
		{"no majority", []string{
			"“The cellar was full of mud,” she said.",
			"“The cellar was full of slime,” she said.",
		}, nil},
		{"two against two", []string{
			"“The cellar doors were broken by the flood,” she said.",
			"“The cellar doors were broken by the flood,” she said.",
			"“The cellar doors were smashed by the flood,” she said.",
			"“The cellar doors were smashed by the flood,” she said.",
		}, nil},
		{"a negation that stands alone", []string{
			"“The archive is not insured against water,” she said.",
			"“The archive is insured against water,” she said.",
			"“The archive is not insured against water,” she said.",
		}, []string{"1 The archive is insured against water"}},
		{"both were said", []string{
			"“The damage is enormous for Harwell,” she said. Later she said “the damage is painful for Harwell”.",
			"“The damage is enormous for Harwell,” she said.",
			"“The damage is painful for Harwell,” she said.",
			"“The damage is enormous for Harwell,” she said.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := tell(c.tells)
			s := Compare(list, allOf(list))
			got := passages(s, AlteredQuotation, func(p Place) string {
				return string(rune('0'+p.Article)) + " " + list[p.Article].Slice(p.Span)
			})
			if !slices.Equal(got, c.marked) {
				t.Errorf("found %q, wanted %q", got, c.marked)
			}
		})
	}
}
