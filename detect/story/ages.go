package story

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Ages beside a name: "Marta Lindqvist, 34", "the 34-year-old Lindqvist",
// "Lindqvist, aged 34". German says four-and-thirty, and who types or renders
// it turns the digits round. A birthday between two tellings makes a year;
// everything beyond is an error of somebody. "Then 34" and "34 at the time" are
// other times, and are not read.

// An age is what a telling says of a person's age.
type age struct {
	place   Place // the number
	telling int
	person  string // full name
	years   int
	bracket bool // "(34)": may be a score or a minute
}

// sameAge is by how many years two tellings may differ: a birthday.
const sameAge = 1

// agesOf reads the ages that stand beside people's names, each once in an article.
func agesOf(texts []*text, p *people) []age {
	type told struct {
		person string
		years  int
	}
	var out []age
	for _, t := range texts {
		seen := map[told]bool{}
		for _, m := range p.mentions[t.index] {
			years, span, ok := ageAfter(t.Article, m.End)
			if !ok {
				years, span, ok = ageBefore(t.Article, m.First)
			}
			if key := (told{m.person, years}); ok && !seen[key] && p.toldOf(t, m) {
				seen[key] = true
				bracket := span.Start > 0 && t.Text[span.Start-1] == '('
				out = append(out, age{place: Place{t.index, span}, telling: t.telling, person: m.person, years: years, bracket: bracket})
			}
		}
	}
	return out
}

// ageAfter reads the age that stands after a name: ", 34,", ", aged 34,",
// ", who is 34,", ", a 34-year-old", "(34)", "is 34 years old".
func ageAfter(a *article.Article, end int) (years int, at article.Span, ok bool) {
	if end+2 >= len(a.Tokens) || a.Tokens[end+1].Sentence != a.Tokens[end-1].Sentence {
		return 0, at, false
	}
	i := end + 1
	switch a.Tokens[end].Norm {
	case ",", "(":
		switch a.Tokens[i].Norm {
		case "aged", "age":
			i++
		case "a", "an", "the":
			if years, at, end := yearsOld(a, i+1); end > 0 {
				return years, at, true
			}
			return 0, at, false
		case "who":
			if a.Tokens[i+1].Norm != "is" {
				return 0, at, false
			}
			i += 2
		}
	case "is":
	default:
		return 0, at, false
	}
	years, at, after := yearsOld(a, i)
	if after == 0 {
		if years, at, after = yearsAt(a, i); after == 0 {
			return 0, at, false
		}
		if after < len(a.Tokens) && (a.Tokens[after].Norm == "years" || a.Tokens[after].Norm == "year") {
			after++
		}
	}
	closed := after == len(a.Tokens) || a.Tokens[after].Kind == article.Punct && a.Tokens[after].Norm != "-"
	return years, at, closed
}

// ageBefore reads the age that stands before a name: "34-year-old Lindqvist",
// with one word for what the person is, or two of which the first has a
// capital, in between.
func ageBefore(a *article.Article, name int) (years int, at article.Span, ok bool) {
	const between = 3 // and a comma
	last := name - 1
	for i := last; i >= 0 && i >= last-between-2 && a.Tokens[i].Sentence == a.Tokens[name].Sentence; i-- {
		years, at, end := yearsOld(a, i)
		if end == 0 || end > name {
			continue
		}
		if i > 0 && a.Tokens[i-1].Norm == "then" {
			return 0, at, false
		}
		if end < name && a.Tokens[last].Norm == "," {
			last--
			if end > last {
				return 0, at, false // "the 34-year-old, Lindqvist said"
			}
		}
		for k := end; k <= last; k++ {
			w := bare(a.Tokens[k].Norm)
			role := roleNoun(w) || honorifics[w]
			if a.Tokens[k].Kind != article.Word && w != "." || k == last && !role && w != "." || k < last && !role && !a.Tokens[k].Is(article.Capital) {
				return 0, at, false
			}
		}
		return years, at, true
	}
	return 0, at, false
}

// yearsOld reads "34-year-old" and "34 years old" at a token; after is the
// token behind it, 0 for none.
func yearsOld(a *article.Article, i int) (years int, at article.Span, after int) {
	if i >= len(a.Tokens) {
		return 0, at, 0
	}
	t := a.Tokens[i]
	if head, rest, ok := strings.Cut(t.Norm, "-year"); ok {
		if years = yearsOf(article.Token{Norm: head, Kind: kindOf(head)}); years == 0 {
			return 0, at, 0
		}
		at = article.Span{Start: t.Start, End: t.Start + len(head)}
		switch strings.TrimPrefix(rest, "s") {
		case "-old":
			return years, at, i + 1
		case "":
			if i+1 < len(a.Tokens) && a.Tokens[i+1].Norm == "old" {
				return years, at, i + 2
			}
		}
		return 0, at, 0
	}
	if i+2 >= len(a.Tokens) || a.Tokens[i+2].Norm != "old" || a.Tokens[i+1].Norm != "year" && a.Tokens[i+1].Norm != "years" {
		return 0, at, 0
	}
	if years, at, after = yearsAt(a, i); after == 0 {
		return 0, at, 0
	}
	return years, at, after + 2
}

// yearsAt reads a number of years at a token.
func yearsAt(a *article.Article, i int) (years int, at article.Span, after int) {
	if i >= len(a.Tokens) {
		return 0, at, 0
	}
	if years = yearsOf(a.Tokens[i]); years == 0 {
		return 0, at, 0
	}
	return years, a.Tokens[i].Span, i + 1
}

// kindOf is the kind of token that a part of one would be.
func kindOf(norm string) article.TokenKind {
	if norm != "" && norm[0] >= '0' && norm[0] <= '9' {
		return article.Number
	}
	return article.Word
}

// yearsOf is a token as somebody's age, 0 for none.
func yearsOf(t article.Token) int {
	const oldest = 120
	v, scale, ok := numberOf(t)
	if !ok || scale != "" || v != math.Trunc(v) || v > oldest {
		return 0
	}
	return int(v)
}

// conflictingAges finds the ages that stand alone.
func conflictingAges(ages []age, p *people) []Disagreement {
	of := map[string][]*age{} // by person
	for i := range ages {
		of[ages[i].person] = append(of[ages[i].person], &ages[i])
	}
	var out []Disagreement
	for i := range ages {
		if d, ok := ages[i].conflict(of[ages[i].person], p); ok {
			out = append(out, d)
		}
	}
	return out
}

// agrees reports whether two ages may be those of one person.
func (g *age) agrees(o *age) bool { return max(g.years-o.years, o.years-g.years) <= sameAge }

// conflict compares an age with what all tellings say of the person's age.
func (g *age) conflict(all []*age, p *people) (Disagreement, bool) {
	votes := map[int]*age{} // by telling
	bracket := true         // all of them
	for _, o := range all {
		switch {
		case o.telling != g.telling && o.agrees(g), o.telling == g.telling && !o.agrees(g):
			return Disagreement{}, false // somebody says the same, or the article both
		case o.telling == g.telling:
			continue
		}
		for _, v := range votes {
			if !v.agrees(o) {
				return Disagreement{}, false
			}
		}
		if have := votes[o.telling]; have == nil || comparePlaces(o.place, have.place) < 0 {
			votes[o.telling] = o
		}
		bracket = bracket && o.bracket
	}
	if len(votes) < consensusTellings || bracket {
		return Disagreement{}, false
	}
	d := Disagreement{Kind: FigureConflict, Place: g.place}
	var theirs []int
	for _, v := range votes {
		d.Others = append(d.Others, v.place)
		theirs = append(theirs, v.years)
	}
	slices.SortFunc(d.Others, comparePlaces)
	slices.Sort(theirs)
	if theirs[0] == theirs[len(theirs)-1] {
		d.Suggestion = strconv.Itoa(theirs[0])
	}
	d.Message = fmt.Sprintf("%s is %d here, %d in %d other tellings.", p.name(g.person), g.years, theirs[0], len(votes))
	return d, true
}
