package story

import (
	"cmp"
	"slices"

	"github.com/calque-check/calque/detect/article"
)

// comparedTogether is how many members of a story are compared with each
// other. A larger story is compared in parts of that size, so that the cost
// grows with the number of its members and not with its square; a consensus
// then is one within the part.
const comparedTogether = 48

// Compare finds what the members of one story agree and disagree on. Its
// result does not depend on the order of the members.
func Compare(articles []*article.Article, members []int) Story {
	s := describe(articles, members)
	figures := map[int][]figure{} // by member
	for _, m := range members {
		figures[m] = figuresOf(articles[m], m)
	}
	people := peopleOf(articles, members)
	telling := map[int]int{} // by member
	for part := range slices.Chunk(inParts(articles, members), comparedTogether) {
		told := tellings(articles, part)
		first := len(telling)
		for i, m := range part {
			telling[m] = first + told[i]
		}
		said, conflicts := compare(articles, part, told, figures, people)
		s.Quotations = append(s.Quotations, said...)
		s.Disagreements = append(s.Disagreements, conflicts...)
	}
	for _, m := range s.Members {
		s.Tellings = append(s.Tellings, telling[m])
	}
	s.Facts = factsOf(articles, members, figures, people)
	s.Timeline = timeline(articles, s.Members)
	slices.SortStableFunc(s.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Kind, b.Kind))
	})
	return s
}

// inParts are the members in the order in which they are cut into parts:
// that of their texts where there are several parts, so that it does not
// depend on the order in which they came.
func inParts(articles []*article.Article, members []int) []int {
	if len(members) <= comparedTogether {
		return members
	}
	members = slices.Clone(members)
	slices.SortStableFunc(members, func(a, b int) int { return cmp.Compare(articles[a].Text, articles[b].Text) })
	return members
}

// compare compares the members of a part, of which told numbers the tellings.
func compare(articles []*article.Article, members, told []int, read map[int][]figure, people *people) ([]Utterance, []Disagreement) {
	q := quotationsOf(articles, members, told)
	var figures []figure
	var claims []claim
	for i, m := range members {
		claims = append(claims, claimsOf(articles[m], m, told[i])...)
		for _, f := range read[m] {
			f.telling = told[i]
			figures = append(figures, f)
		}
	}
	altered := q.altered()
	words, pairs := spellingsOf(articles, members, told)
	return q.utterances(), slices.Concat(
		altered,
		relativesOf(articles, members, told, people).conflicts(),
		conflictingFigures(figures),
		conflictingForms(formsOf(articles, members, told, people)),
		variants(words, pairs, articles, lowerWords(articles, members)),
		literalRoles(articles, members, told),
		oddDescriptions(articles, members, told, people),
		conflictingClaims(articles, claims),
	)
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
