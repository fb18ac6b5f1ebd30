package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Claims across a story: sentences that say the same in several tellings, and
// whether they say it with a negation and with a reservation. Machines lose
// "not" in long sentences, and the mood by which French, German or Spanish
// marks hearsay becomes plain fact. Independent tellings seldom put a claim in
// the same words, so these findings are rare; they are only made where the
// words are nearly the same.

// A claim is one sentence outside quotations, by its content words.
type claim struct {
	place    Place
	telling  int
	words    []int        // stemmed, by number, ascending
	negated  article.Span // the negation, empty for none
	hedged   article.Span // the reservation, empty for none
	unclear  bool         // denials and failures: neither negated nor not
	says     bool         // it or a sentence beside it names a source
	negative int          // how many negations
	denied   int          // the word that is negated, by number: the next of words; 0 for none
	modal    bool         // tells of what would, could or may be
	implied  bool         // "unable", "not only", a question: negated in other words, perhaps
	sides    []side       // its words that have an opposite
}

const (
	claimWords = 6  // fewest content words of a claim
	claimMost  = 40 // longer sentences are lists
)

var (
	hedges  = classesOf("allegedly alleged alleges allege reportedly purportedly supposedly suspected accused accuses apparently presumed")
	sources = classesOf("said says say saying told tells according claimed claims claim reported reports report wrote writes announced stated states confirmed alleges alleged allegedly reportedly argued argues insisted insists admitted added explained suggested accused accuses suspected believed believes denied sources statement purportedly supposedly apparently called prosecutors charged testified")
)

// claimsOf reads the claims of a text's prose.
func claimsOf(a *text) []claim {
	sourced := make([]bool, len(a.Sentences))
	for i, s := range a.Sentences {
		for k := s.Tokens.First; k < s.Tokens.End && !sourced[i]; k++ {
			sourced[i] = a.words[k].is&cites != 0 || a.Tokens[k].Is(article.Quoted)
		}
	}
	numbers := make([]int, 0, len(a.Tokens)) // of all claims
	var out []claim
	for i, s := range a.Sentences {
		if k := a.Paragraphs[s.Paragraph].Kind; k != article.Body && k != article.Standfirst {
			continue
		}
		c := claim{place: Place{a.index, s.Span}, telling: a.telling}
		first := len(numbers)
		for k := s.Tokens.First; k < s.Tokens.End; k++ {
			t, w := &a.Tokens[k], a.words[k]
			if t.Kind > article.Number || t.Is(article.Quoted) {
				continue
			}
			if w.is&opposed != 0 && (!t.Is(article.Capital) || t.Is(article.Opens)) {
				has := opposites[w.plain.base]
				has.word = t.Span
				c.sides = append(c.sides, has)
			}
			c.implied = c.implied || w.is&implies != 0
			c.modal = c.modal || w.is&supposes != 0
			switch {
			case w.is&negates != 0:
				denies, clear := a.negates(k)
				if denies {
					c.negative++
					c.negated = t.Span
				}
				c.implied = c.implied || !clear
				c.denied = 0
			case w.is&denies != 0:
				c.unclear = true
			case w.is&reserves != 0:
				c.hedged = t.Span
			case w.is&claims != 0 && (k > s.Tokens.First || w.is&everyday == 0):
				numbers = append(numbers, w.plain.baseNo)
				if c.negative > 0 && c.denied == 0 {
					c.denied = w.plain.baseNo
				}
			}
		}
		c.implied = c.implied || a.Tokens[s.Tokens.End-1].Norm == "?"
		slices.Sort(numbers[first:])
		numbers = numbers[:first+len(slices.Compact(numbers[first:]))]
		c.words = numbers[first:len(numbers):len(numbers)]
		c.says = sourced[i] || i > 0 && sourced[i-1] || i+1 < len(sourced) && sourced[i+1]
		if len(c.words) >= claimWords && len(c.words) <= claimMost {
			out = append(out, c)
		}
	}
	return out
}

// conflictingClaims finds the claims that stand alone in their polarity, or as
// fact.
func conflictingClaims(articles []*article.Article, claims []claim) []Disagreement {
	index := newPostings(len(claims), wordFragments)
	for i, c := range claims {
		index.add(i, c.words)
	}
	var out []Disagreement
	for i := range claims {
		c := &claims[i]
		matching := c.matching(claims, index)
		if d, ok := c.polarity(articles, matching); ok {
			out = append(out, d)
		}
		if d, ok := c.turned(articles, matching); ok {
			out = append(out, d)
		}
		if d, ok := c.asFact(articles, matching); ok {
			out = append(out, d)
		}
	}
	return out
}

// matching are the claims of other tellings that say the same: most of the
// words of both are shared.
func (c *claim) matching(claims []claim, index *postings) []*claim {
	var out []*claim
	for _, j := range index.sharing(c.words) {
		o, n := &claims[j], index.shared[j]
		if o.telling != c.telling && n >= claimWords-1 && n*10 >= 6*len(c.words) && n*10 >= 6*len(o.words) {
			out = append(out, o)
		}
	}
	slices.SortFunc(out, func(a, b *claim) int { return comparePlaces(a.place, b.place) })
	return out
}

// polarity reports a claim that is negated where the others are not, or the
// other way.
func (c *claim) polarity(articles []*article.Article, matching []*claim) (Disagreement, bool) {
	if c.unclear || c.implied || c.negative > 1 {
		return Disagreement{}, false
	}
	tellings := map[int]bool{}
	d := Disagreement{Kind: PolarityConflict, Place: c.place}
	for _, o := range matching {
		if o.unclear || o.implied || o.modal != c.modal || o.negative > 1 || o.negative == c.negative || c.opposes(o) || !c.denies(o) && !o.denies(c) {
			return Disagreement{}, false
		}
		tellings[o.telling] = true
		d.Others = append(d.Others, o.place)
	}
	if len(tellings) < consensusTellings {
		return Disagreement{}, false
	}
	if c.negative == 1 {
		d.Place.Span = c.negated
		d.Message = fmt.Sprintf("“%s” stands alone: %d other tellings say the opposite.", articles[c.place.Article].Slice(c.negated), len(tellings))
	} else {
		d.Message = fmt.Sprintf("%d other tellings say the opposite of this sentence; a negation may be lost.", len(tellings))
	}
	return d, true
}

// denies reports whether a claim has a negation before a word that the other one
// has too. "With no harm done" denies nothing of a claim that says nothing of harm.
func (c *claim) denies(o *claim) bool {
	_, has := slices.BinarySearch(o.words, c.denied)
	return c.negative > 0 && has
}

// asFact reports a claim without any source that the others make with a
// reservation.
func (c *claim) asFact(articles []*article.Article, matching []*claim) (Disagreement, bool) {
	if c.says || c.hedged.Len() > 0 {
		return Disagreement{}, false
	}
	tellings := map[int]bool{}
	var words []string
	d := Disagreement{Kind: LostAttribution, Place: c.place}
	for _, o := range matching {
		if o.hedged.Len() == 0 {
			continue
		}
		tellings[o.telling] = true
		d.Others = append(d.Others, o.place)
		words = append(words, "“"+articles[o.place.Article].Slice(o.hedged)+"”")
	}
	if len(tellings) < consensusTellings {
		return Disagreement{}, false
	}
	slices.Sort(words)
	d.Message = fmt.Sprintf("Told as fact; %d other tellings have a reservation: %s.", len(tellings), strings.Join(slices.Compact(words), ", "))
	return d, true
}
