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
	var figures []figure
	for i, m := range members {
		figures = append(figures, figuresOf(articles[m], m, told[i])...)
	}
	people := peopleOf(articles, members)
	s.Disagreements = slices.Concat(
		q.altered(),
		relativesOf(articles, members, told, people).conflicts(),
		conflictingFigures(figures),
		variants(spellingsOf(articles, members, told), articles, lowerWords(articles, members)),
		literalRoles(articles, members, told),
	)
	slices.SortStableFunc(s.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Kind, b.Kind))
	})
	return s
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
