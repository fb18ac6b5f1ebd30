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

// A Comparison is the members of one story, read for being compared.
type Comparison struct {
	articles []*article.Article
	texts    []*text // in the order of the members given
	lexicon  *lexicon
}

// NewComparison reads the members of a story, which are indices into the
// articles. Close it when it is no longer needed.
func NewComparison(articles []*article.Article, members []int) *Comparison {
	c := &Comparison{articles: articles, lexicon: lexicons.Get().(*lexicon)}
	for _, m := range members {
		c.texts = append(c.texts, c.lexicon.read(articles[m], m))
	}
	return c
}

// Close gives back what the next comparison can use. Neither the comparison nor
// its Evidence may be used afterwards.
func (c *Comparison) Close() { c.lexicon.release() }

// Compare finds what the members of one story agree and disagree on. Its
// result does not depend on the order of the members.
func Compare(articles []*article.Article, members []int) Story {
	c := NewComparison(articles, members)
	defer c.Close()
	return c.Story()
}

// Story finds what the members agree and disagree on. It does not depend on
// their order.
func (c *Comparison) Story() Story {
	var members []int
	for _, t := range c.texts {
		t.figures = figuresOf(t)
		members = append(members, t.index)
	}
	s := describe(c.articles, members)
	people := peopleOf(c.texts)
	telling := map[int]int{} // by member
	for part := range slices.Chunk(inParts(c.texts), comparedTogether) {
		first := len(telling)
		for i, told := range tellings(part) {
			part[i].telling = told
			telling[part[i].index] = first + told
		}
		said, conflicts := c.part(part, people)
		s.Quotations = append(s.Quotations, said...)
		s.Disagreements = append(s.Disagreements, conflicts...)
	}
	for _, m := range s.Members {
		s.Tellings = append(s.Tellings, telling[m])
	}
	s.Facts = factsOf(c.texts, people)
	s.Timeline = timeline(c.articles, s.Members)
	slices.SortStableFunc(s.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Kind, b.Kind))
	})
	// "Fell" is found beside its figure and as the opposite in its sentence.
	s.Disagreements = slices.CompactFunc(s.Disagreements, func(a, b Disagreement) bool { return a.Place == b.Place && a.Kind == b.Kind })
	return s
}

// inParts are the members in the order in which they are cut into parts:
// that of their texts where there are several parts, so that it does not
// depend on the order in which they came.
func inParts(texts []*text) []*text {
	if len(texts) <= comparedTogether {
		return texts
	}
	texts = slices.Clone(texts)
	slices.SortStableFunc(texts, func(a, b *text) int { return cmp.Compare(a.Text, b.Text) })
	return texts
}

// part compares the texts of a part.
func (c *Comparison) part(texts []*text, people *people) ([]Utterance, []Disagreement) {
	articles := c.articles
	q := quotationsOf(articles, texts)
	n := 0
	for _, t := range texts {
		n += len(t.figures)
	}
	figures := make([]figure, 0, n)
	ages := agesOf(texts, people)
	var claims []claim
	for _, t := range texts {
		claims = append(claims, claimsOf(t)...)
		for _, f := range t.figures {
			f.telling = t.telling
			figures = append(figures, f)
		}
	}
	altered := q.altered()
	words, pairs := spellingsOf(texts)
	return q.utterances(), slices.Concat(
		altered,
		relativesOf(articles, texts, people).conflicts(),
		conflictingAges(ages, people),
		conflictingOffices(officesOf(texts, people), articles, people),
		conflictingFigures(figures),
		conflictingMovements(figures, texts),
		conflictingForms(formsOf(texts, people)),
		variants(words, pairs, articles, c.lexicon.lowerWords(texts)),
		literalRoles(texts),
		oddDescriptions(texts, people),
		conflictingClaims(articles, claims),
	)
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
