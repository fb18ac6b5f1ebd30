package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// A FactKind says what a fact is.
type FactKind string

// The kinds of facts.
const (
	FigureFact FactKind = "figure" // a number with what it counts
	DayFact    FactKind = "day"    // a weekday or a date
	NameFact   FactKind = "name"   // a name of two words or more
)

// A Fact is something that tellings of a story can have in common: a figure, a
// day or a name.
type Fact struct {
	Kind   FactKind
	Text   string  // as the first telling that has it writes it
	Day    string  // the date as 2006-01-02 where it is a day that is certain, else ""
	Places []Place // the first mention in each telling that has it, by article
}

// factsOf lists the facts of a story: those that most tellings have first,
// then by kind and text. Headlines do not count for figures, since they round.
func factsOf(texts []*text, people *people) []Fact {
	type factKey struct {
		kind  FactKind
		what  string // unit or name
		value float64
	}
	found := map[factKey]*Fact{}
	var order []*Fact
	add := func(key factKey, text, day string, place Place) {
		f := found[key]
		if f == nil {
			f = &Fact{Kind: key.kind, Text: text, Day: day}
			found[key] = f
			order = append(order, f)
		}
		f.Day = cmp.Or(f.Day, day)
		if !slices.ContainsFunc(f.Places, func(p Place) bool { return p.Article == place.Article }) {
			f.Places = append(f.Places, place)
		}
	}
	texts = slices.SortedFunc(slices.Values(texts), func(a, b *text) int { return cmp.Compare(a.index, b.index) })
	for _, a := range texts {
		for _, f := range a.figures {
			if a.KindAt(f.place.Start) == article.Headline {
				continue
			}
			if f.unit == weekday || f.unit == date {
				add(factKey{DayFact, f.unit, f.value}, f.text, calendarDay(a.Article, f), f.place)
				continue
			}
			add(factKey{FigureFact, f.unit, f.value}, withUnit(a.Article, f), "", f.place)
		}
		for _, n := range people.mentions[a.index] {
			if strings.Contains(n.person, " ") && person(n.person) {
				span := a.SpanOf(n.Range)
				text := withoutPossessive(a.Slice(span))
				add(factKey{NameFact, n.person, 0}, text, "", Place{a.index, span})
			}
		}
	}
	out := make([]Fact, len(order))
	for i, f := range order {
		out[i] = *f
	}
	slices.SortStableFunc(out, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(len(b.Places), len(a.Places)), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// withUnit is a figure as it stands, with its currency or the word after it.
func withUnit(a *article.Article, f figure) string {
	start, end := f.place.Start, f.place.End
	if f.measure != nil || f.unit == clock {
		return f.text
	}
	i := a.TokenAt(start)
	if i > 0 && currencies[a.Tokens[i-1].Norm] != "" && a.Tokens[i-1].Kind == article.Symbol {
		return a.Text[a.Tokens[i-1].Start:end]
	}
	if next := a.TokenAt(end); next < len(a.Tokens) && a.Tokens[next].Sentence == a.Tokens[i].Sentence && a.Tokens[next].Kind != article.Punct {
		end = a.Tokens[next].End
	}
	return a.Text[start:end]
}
