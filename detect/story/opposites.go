package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Opposites in claims that are otherwise the same: "acquitted" where the others
// have "convicted". Pairs that depend on who is spoken of (win and lose, buy and
// sell, before and after) are no contradiction and not here.

// A side is a word of a claim that has an opposite.
type side struct {
	pair  int
	other bool // of the two sides
	word  article.Span
}

// opposites lead from the stem of a word to its pair and its side.
var opposites = func() map[string]side {
	m := map[string]side{}
	for i, line := range strings.Split(`acquitted acquittal|convicted conviction
		guilty|innocent
		arrested detained jailed imprisoned|released freed
		opposed opposes|supported supports backed
		opened reopened|closed closure
		legal lawful|illegal unlawful
		possible|impossible
		northern|southern
		eastern|western
		majority|minority
		minimum|maximum
		import|export
		survived|died
		arrived arrival|departed departure
		rose increase grew climbed|fell decrease decline dropped shrank
		strengthened|weakened
		improved|worsened deteriorated
		successful|unsuccessful
		oldest eldest|youngest
		largest biggest|smallest
		highest|lowest
		internal|external`, "\n") {
		one, other, _ := strings.Cut(strings.TrimSpace(line), "|")
		for w := range strings.FieldsSeq(one) {
			m[stem(plain(w))] = side{pair: i + 1}
		}
		for w := range strings.FieldsSeq(other) {
			m[stem(plain(w))] = side{pair: i + 1, other: true}
		}
	}
	return m
}()

// turned reports a claim that has the opposite of the word that the others have
// in it.
func (c *claim) turned(articles []*article.Article, matching []*claim) (Disagreement, bool) {
	if c.unclear {
		return Disagreement{}, false
	}
	for _, s := range c.sides {
		if c.has(s.pair, !s.other) {
			continue // both are in it
		}
		tellings := map[int]bool{}
		d := Disagreement{Kind: PolarityConflict, Place: Place{c.place.Article, s.word}}
		theirs := ""
		for _, o := range matching {
			if o.has(s.pair, s.other) || o.unclear || o.modal != c.modal || o.negative != c.negative {
				tellings = nil
				break // it says the same, or may
			}
			at := slices.IndexFunc(o.sides, func(x side) bool { return x.pair == s.pair })
			if at < 0 {
				continue
			}
			p := Place{o.place.Article, o.sides[at].word}
			tellings[o.telling] = true
			d.Others = append(d.Others, p)
			if word := articles[p.Article].Slice(p.Span); theirs == "" || word < theirs {
				theirs = word
			}
		}
		if len(tellings) >= consensusTellings {
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings of the same.", articles[c.place.Article].Slice(s.word), theirs, len(tellings))
			return d, true
		}
	}
	return Disagreement{}, false
}

// opposes reports whether a claim has the opposite of a word of another one: "not
// acquitted" is no contradiction of "convicted".
func (c *claim) opposes(o *claim) bool {
	return slices.ContainsFunc(c.sides, func(s side) bool { return o.has(s.pair, !s.other) })
}

// has reports whether a claim has a word of one side of a pair.
func (c *claim) has(pair int, other bool) bool {
	return slices.ContainsFunc(c.sides, func(s side) bool { return s.pair == pair && s.other == other })
}
