package story

import (
	"cmp"
	"slices"

	"github.com/calque-check/calque/detect/article"
)

// Compare finds what the members of one story agree and disagree on. It is
// proportional to the pairs of quotations that share words, and its result
// does not depend on the order of the members.
func Compare(articles []*article.Article, members []int) Story {
	s := describe(articles, members)
	told := tellings(articles, members)
	q := quotationsOf(articles, members, told)
	s.Quotations = q.utterances()
	people := peopleOf(articles, members)
	s.Disagreements = slices.Concat(
		q.altered(),
		relativesOf(articles, members, told, people).conflicts(),
	)
	slices.SortStableFunc(s.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Kind, b.Kind))
	})
	return s
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
