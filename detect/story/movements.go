package story

import (
	"fmt"
	"maps"
	"slices"

	"github.com/calque-check/calque/detect/article"
)

// Changes beside a figure: "rose 3.2 percent" in two tellings, "fell 3.2
// percent" in the third. The same figure stands in all of them, so it is the same
// change, and one of them has its direction wrong. "To 3.2 percent" is a level
// and not compared.

// A movement is a figure with the direction in which something changed by it.
type movement struct {
	*figure
	up   bool
	word article.Span // that tells the direction
}

var (
	upward = classesOf(`rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs
		climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained gaining
		advance advances advanced expand expands expanded expansion add adds added adding raise raises raised raising up higher more upward`)
	downward = classesOf(`fall falls fell fallen falling decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking decline
		declines declined declining drop drops dropped dropping plunge plunges plunged plunging plummet plummets plummeted slip slips slipped
		slide slides slid sliding sink sinks sank sunk sinking tumble tumbles tumbled tumbling contracted contraction lose loses lost losing
		loss losses cut cuts cutting reduce reduces reduced reducing reduction lower lowers lowered down less fewer downward shed sheds`)
)

// besideFigure are words that may stand between a change and its figure.
var besideFigure = classesOf(`by of a an the some about around almost nearly roughly approximately another further over than just only at least
	estimated exactly slightly sharply as much more less $ € £ ¥ -`)

// phrasal are verbs that take "up" or "down" for something else: "give up 2 percent".
var phrasal = classesOf(`give gives gave given giving make makes made making take takes took taken taking pick picks picked put puts set sets
	bring brings brought turn turns turned end ends ended use used write wrote written pay pays paid lay lays laid shut break broke count`)

// oftenTold is how many times one figure of an article is looked at.
const oftenTold = 8

// movementsAmong reads the changes beside figures that at least three tellings
// have, those by the same figure together; fewer decide nothing.
func movementsAmong(figures []figure, texts map[int]*text) [][]movement {
	same := map[figureKey][]*figure{}
	var keys []figureKey // in the order of the figures
	for i := range figures {
		if f := &figures[i]; !f.exact() {
			key := figureKey{f.unit, f.value}
			if same[key] == nil {
				keys = append(keys, key)
			}
			same[key] = append(same[key], f)
		}
	}
	var out [][]movement
	for _, key := range keys {
		list := same[key]
		var tellings tellingSet
		for _, f := range list {
			tellings |= only(f.telling)
		}
		if tellings.len() <= consensusTellings {
			continue
		}
		seen := map[int]int{} // by article
		var moved []movement
		for _, f := range list {
			if seen[f.place.Article]++; seen[f.place.Article] > oftenTold {
				continue
			}
			if c, ok := movementBy(f, texts[f.place.Article]); ok {
				moved = append(moved, c)
			}
		}
		out = append(out, moved)
	}
	return out
}

// A figureKey is what makes two figures the same.
type figureKey struct {
	unit  string
	value float64
}

// movementBy reads the change that a figure is the size of.
func movementBy(f *figure, t *text) (movement, bool) {
	first, end := t.TokenAt(f.place.Start), t.TokenAt(f.place.End)
	if end == 0 || against(t, first, end) {
		return movement{}, false
	}
	at := movementBefore(t, first)
	if at < 0 {
		at = movementAfter(t, end)
	}
	if at < 0 || at > 0 && t.words[at-1].is&(negates|denies) != 0 {
		return movement{}, false
	}
	w := t.Tokens[at]
	return movement{f, upward[w.Norm], w.Span}, true
}

// turns reports whether a word tells a direction.
func turns(norm string) bool { return upward[norm] || downward[norm] }

// movementBefore is the token of the change before a figure: "rose by almost 3.2",
// "increased its exports by 3.2", "a fall of 3.2"; -1 for none.
func movementBefore(t *text, first int) int {
	const reach = 5 // tokens before "by"
	sentence := t.Tokens[first].Sentence
	by := false
	for i, far := first-1, 0; i >= 0 && t.Tokens[i].Sentence == sentence && far < reach; i-- {
		w := t.Tokens[i]
		switch {
		case (w.Norm == "up" || w.Norm == "down") && i > 0 && phrasal[t.Tokens[i-1].Norm]:
			return -1
		case turns(w.Norm) && w.Norm != "more" && w.Norm != "less": // "more than 3.2"
			return i
		case w.Norm == "by":
			by = true
		case besideFigure[w.Norm]:
		case !by || w.Kind == article.Punct || functionClass[w.Norm]&(preposition|negation|filler) != 0:
			return -1
		default:
			far++
		}
	}
	return -1
}

// movementAfter is the token of the change after a figure and what it counts: "3.2
// percent lower", "a 3.2 percent annual rise", "4,300 jobs lost"; -1 for none.
func movementAfter(t *text, end int) int {
	const reach = 3
	for i := end; i < min(len(t.Tokens), end+reach) && t.Tokens[i].Sentence == t.Tokens[end-1].Sentence; i++ {
		w := t.Tokens[i]
		switch {
		case turns(w.Norm):
			return i
		case w.Kind == article.Punct && w.Norm != "-" || functionClass[w.Norm] != 0:
			return -1
		}
	}
	return -1
}

// against reports whether something is measured by another thing, which moves
// the other way: one currency against another.
func against(t *text, first, end int) bool {
	const around = 8
	for i := max(0, first-around); i < min(len(t.Tokens), end+around); i++ {
		if w := t.Tokens[i].Norm; t.Tokens[i].Sentence == t.Tokens[first].Sentence && (w == "against" || w == "versus") {
			return true
		}
	}
	return false
}

// conflictingMovements finds the changes whose direction stands alone.
func conflictingMovements(figures []figure, texts []*text) []Disagreement {
	byArticle := map[int]*text{}
	for _, t := range texts {
		byArticle[t.index] = t
	}
	var out []Disagreement
	for _, list := range movementsAmong(figures, byArticle) {
		for i := range list {
			if d, ok := list[i].conflict(list, byArticle); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// conflict compares a change with the others by the same figure.
func (c *movement) conflict(all []movement, texts map[int]*text) (Disagreement, bool) {
	if c.quoted || texts[c.place.Article].KindAt(c.place.Start) == article.Headline {
		return Disagreement{}, false
	}
	enough := 3 // words in common
	if digits(c.value) == 1 {
		enough++ // much else changes by 0.2 percent
	}
	votes := map[int]Place{} // by telling
	theirs := ""
	for i := range all {
		o := &all[i]
		if (o.up == c.up) != (o.telling == c.telling) {
			return Disagreement{}, false // somebody says the same, or the article both
		}
		if o.telling == c.telling || inCommon(c.context, o.context) < enough {
			continue
		}
		p := Place{o.place.Article, o.word}
		votes[o.telling] = p
		if word := texts[p.Article].Slice(p.Span); theirs == "" || word < theirs {
			theirs = word
		}
	}
	if len(votes) < consensusTellings {
		return Disagreement{}, false
	}
	d := Disagreement{Kind: PolarityConflict, Place: Place{c.place.Article, c.word}, Others: slices.SortedFunc(maps.Values(votes), comparePlaces)}
	d.Message = fmt.Sprintf("“%s” beside “%s” here, “%s” in %d other tellings: the other way.", texts[c.place.Article].Slice(c.word), c.text, theirs, len(votes))
	return d, true
}
