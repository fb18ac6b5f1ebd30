package story

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Numbers and days across a story. Machines slip by powers of ten where
// languages count otherwise (German "Milliarde" is a billion, Chinese 万 is ten
// thousand, 12,5 is twelve and a half), and shift dates. Reporters round,
// update and count different things; so a figure is only compared with
// figures of the same unit that stand among the same words.

// inCommon is how many words two ascending lists share.
func inCommon(a, b []int) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// near reports whether two values are one, rounded.
func near(a, b float64) bool { return math.Abs(a-b) <= 0.06*max(a, b) }

// elsewhere reports whether two equal days or times may be of one event.
// Tellings of one date name several days, each for another event; where the
// dates are not known, the story may run over weeks.
func elsewhere(f, g *figure) bool {
	return f.published == 0 || g.published == 0 || inCommon(f.context, g.context) >= 2
}

// oneWeek reports whether two weekdays are of tellings that came out within a
// few days, as far as is known.
func oneWeek(f, g *figure) bool {
	return f.published == 0 || g.published == 0 || math.Abs(f.published-g.published) <= 4
}

// powersApart is by how many powers of ten two values differ that have the
// same digits; 0 when they have not.
func powersApart(a, b float64) int {
	p := math.Log10(a / b)
	k := math.Round(p)
	if math.Abs(p-k) > 1e-6 || math.Abs(k) > 9 {
		return 0
	}
	return int(k)
}

// conflictingFigures finds the figures that stand alone.
func conflictingFigures(figures []figure) []Disagreement {
	var out []Disagreement
	byUnit, byDigits := map[string][]int{}, map[string][]int{}
	for i := range figures {
		if figures[i].counts() {
			key := sortedDigits(figures[i].value)
			byDigits[key] = append(byDigits[key], i)
		}
		unit := figures[i].unit
		byUnit[unit] = append(byUnit[unit], i)
		if m := figures[i].measure; m != nil {
			byUnit[m.dimension] = append(byUnit[m.dimension], i)
		}
	}
	for i := range figures {
		f := &figures[i]
		if f.quoted || f.unit == weekday && len(f.context) < 2 {
			continue
		}
		if d, ok := judgeFigure(f, figures, byUnit[f.unit]); ok {
			out = append(out, d)
		} else if d, ok := judgeCurrency(f, figures); ok {
			out = append(out, d)
		} else if d, ok := judgeMeasure(f, figures, byUnit); ok {
			out = append(out, d)
		} else if d, ok := judgeDay(f, figures, byUnit); ok {
			out = append(out, d)
		} else if d, ok := judgeDigits(f, figures, byDigits); ok {
			out = append(out, d)
		}
	}
	return out
}

// judgeFigure compares one figure with those of the same unit.
func judgeFigure(f *figure, figures []figure, others []int) (Disagreement, bool) {
	exact := f.exact()
	own := func(v float64) bool { // the article has the value somewhere itself
		return slices.ContainsFunc(others, func(j int) bool {
			g := &figures[j]
			return g.telling == f.telling && (g.value == v && (!exact || elsewhere(f, g)) || !exact && near(g.value, v))
		})
	}
	votes := map[float64]map[int]*figure{} // value → telling → figure
	for _, j := range others {
		g := &figures[j]
		if g.telling == f.telling {
			continue
		}
		if g.value == f.value && (!exact || elsewhere(f, g)) || !exact && near(g.value, f.value) {
			return Disagreement{}, false // another telling has it
		}
		if !comparable(f, g) || own(g.value) {
			continue
		}
		if votes[g.value] == nil {
			votes[g.value] = map[int]*figure{}
		}
		votes[g.value][g.telling] = g
	}
	if len(votes) != 1 {
		return Disagreement{}, false
	}
	for value, tellings := range votes {
		if len(tellings) < consensusTellings {
			return Disagreement{}, false
		}
		others, theirs := told(tellings)
		d := Disagreement{Kind: FigureConflict, Place: f.place, Others: others, Suggestion: theirs}
		switch {
		case f.unit == clock && math.Abs(f.value-value) == halfDay:
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: half a day apart.", f.text, theirs, len(tellings))
		case !exact && powersApart(f.value, value) != 0:
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: a slip of scale.", f.text, theirs, len(tellings))
		default:
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings of the same.", f.text, theirs, len(tellings))
		}
		return d, true
	}
	return Disagreement{}, false
}

// told is where the votes stand, and the first of their texts by the alphabet.
func told(votes map[int]*figure) (places []Place, text string) {
	for _, g := range votes {
		places = append(places, g.place)
		if text == "" || g.text < text {
			text = g.text
		}
	}
	slices.SortFunc(places, comparePlaces)
	return places, text
}

// judgeMeasure compares a measured figure with those that others give in
// another unit: they are the same converted, or a slip.
func judgeMeasure(f *figure, figures []figure, byUnit map[string][]int) (Disagreement, bool) {
	if f.measure == nil {
		return Disagreement{}, false
	}
	var votes []*figure // one of each telling
	for _, j := range byUnit[f.measure.dimension] {
		g := &figures[j]
		switch {
		case g.place == f.place:
		case g.telling == f.telling && g.unit != f.unit && inCommon(f.context, g.context) >= 2:
			return Disagreement{}, false // the article converts itself
		case g.telling == f.telling:
		case agree(f, g):
			return Disagreement{}, false // another telling has it
		case !convertible(f, g):
		case g.value == f.value && inCommon(f.context, g.context) >= 2, inCommon(f.context, g.context) >= 4:
			if !slices.ContainsFunc(votes, func(v *figure) bool { return v.telling == g.telling }) {
				votes = append(votes, g)
			}
		}
	}
	if len(votes) < consensusTellings || slices.ContainsFunc(votes, func(g *figure) bool { return !agree(votes[0], g) }) {
		return Disagreement{}, false
	}
	theirs := votes[0].text
	d := Disagreement{Kind: FigureConflict, Place: f.place}
	for _, g := range votes {
		theirs = min(theirs, g.text)
		d.Others = append(d.Others, g.place)
	}
	slices.SortFunc(d.Others, comparePlaces)
	what := "a conversion that does not agree"
	if slices.ContainsFunc(votes, func(g *figure) bool { return g.value == f.value }) {
		what = "the same number in another unit"
	}
	d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: %s.", f.text, theirs, len(votes), what)
	return d, true
}

// judgeDay compares a weekday with the dates that others give, and a date with
// their weekdays, where the days of publication tell which weekday a date is.
func judgeDay(f *figure, figures []figure, byUnit map[string][]int) (Disagreement, bool) {
	if f.unit != weekday && f.unit != date || f.weekday < 0 {
		return Disagreement{}, false
	}
	const enough = 3
	votes := map[int]*figure{} // by telling
	mixed := false
	for _, unit := range []string{weekday, date} {
		for _, j := range byUnit[unit] {
			g := &figures[j]
			if g.weekday < 0 || g.place == f.place || inCommon(f.context, g.context) < enough {
				continue
			}
			if g.weekday == f.weekday || g.telling == f.telling {
				return Disagreement{}, false
			}
			if !dayApart(float64(f.weekday), float64(g.weekday)) {
				continue
			}
			for _, v := range votes {
				if v.weekday != g.weekday {
					return Disagreement{}, false
				}
			}
			votes[g.telling] = g
			mixed = mixed || g.unit != f.unit
		}
	}
	if len(votes) < consensusTellings || !mixed {
		return Disagreement{}, false
	}
	others, theirs := told(votes)
	d := Disagreement{Kind: FigureConflict, Place: f.place, Others: others}
	d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: a day apart.", f.text, theirs, len(votes))
	return d, true
}

// counts reports whether a figure is a number of things, in digits enough for
// their order to say something.
func (f *figure) counts() bool {
	return f.value >= 100 && digits(f.value) > 1 && f.measure == nil && !f.exact() && f.unit != "%" && !money[f.unit]
}

// judgeDigits finds a number whose digits others have in another order, whatever
// they call what is counted: 430 homes, 340 houses.
func judgeDigits(f *figure, figures []figure, byDigits map[string][]int) (Disagreement, bool) {
	const enough = 4 // words in common
	if !f.counts() {
		return Disagreement{}, false
	}
	d := Disagreement{Kind: FigureConflict, Place: f.place}
	var first *figure
	tellings := map[int]bool{}
	for _, j := range byDigits[sortedDigits(f.value)] {
		g := &figures[j]
		switch {
		case g.telling == f.telling && g.value == f.value:
			continue
		case g.telling == f.telling, g.value == f.value, first != nil && first.value != g.value:
			return Disagreement{}, false
		case inCommon(f.context, g.context) < enough:
			continue
		}
		if first == nil || comparePlaces(g.place, first.place) < 0 {
			first = g
		}
		tellings[g.telling] = true
		d.Others = append(d.Others, g.place)
	}
	if len(tellings) < consensusTellings {
		return Disagreement{}, false
	}
	slices.SortFunc(d.Others, comparePlaces)
	d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: the digits in another order.", f.text, first.text, len(tellings))
	d.Suggestion = first.text
	return d, true
}

// money are the units that are currencies.
var money = func() map[string]bool {
	m := map[string]bool{}
	for _, unit := range currencies {
		m[unit] = true
	}
	return m
}()

// judgeCurrency finds an amount that the others give in another currency, to
// the digit.
func judgeCurrency(f *figure, figures []figure) (Disagreement, bool) {
	if !money[f.unit] {
		return Disagreement{}, false
	}
	unit := ""
	tellings := map[int]*figure{}
	for i := range figures {
		g := &figures[i]
		if !money[g.unit] {
			continue
		}
		switch {
		case g.unit == f.unit && (g.telling != f.telling || g.place != f.place) && near(g.value, f.value), g.telling == f.telling && g.unit != f.unit:
			return Disagreement{}, false // shared by another, or converted by the article itself
		case g.telling == f.telling || g.value != f.value || g.unit == f.unit || inCommon(f.context, g.context) < 2:
			continue
		case unit != "" && unit != g.unit:
			return Disagreement{}, false
		}
		unit = g.unit
		tellings[g.telling] = g
	}
	if len(tellings) < consensusTellings {
		return Disagreement{}, false
	}
	others, _ := told(tellings)
	d := Disagreement{Kind: FigureConflict, Place: f.place, Others: others}
	d.Message = fmt.Sprintf("The same amount in another currency: %s here, %s in %d other tellings.", f.unit, unit, len(tellings))
	return d, true
}

// comparable reports whether two figures of one unit speak of the same thing.
func comparable(f, g *figure) bool {
	n := inCommon(f.context, g.context)
	switch f.unit {
	case weekday: // a day's shift; further apart they are two events
		return n >= 3 && dayApart(f.value, g.value) && oneWeek(f, g)
	case date:
		d := math.Abs(f.value - g.value)
		return n >= 3 && (d == 1 || math.Mod(d, 100) == 0)
	case clock:
		// Whole and half hours are what time zones differ by.
		d := math.Abs(f.value - g.value)
		return (n >= 3 || n >= 1 && math.Mod(f.value, 30) != 0) && d == halfDay || n >= 3 && (math.Mod(d, 30) != 0 && swapped(clockDigits(f.value), clockDigits(g.value)))
	}
	if k := powersApart(f.value, g.value); k != 0 {
		// The same digits are no accident when there are several of them.
		return n >= 3 || n >= 1 && digits(f.value) > 1
	}
	// Other numbers differ because events go on; swapped digits do not.
	return n >= 4 && swapped(f.value, g.value)
}

// exact reports whether a figure is a day or a time, which nobody rounds.
func (f *figure) exact() bool { return f.unit == weekday || f.unit == date || f.unit == clock }

const halfDay = 12 * 60 // minutes

// clockDigits is a time of day as the number 1530.
func clockDigits(minutes float64) float64 {
	return math.Floor(minutes/60)*100 + math.Mod(minutes, 60)
}

// dayApart reports whether two weekdays stand beside each other.
func dayApart(a, b float64) bool {
	d := math.Abs(a - b)
	return d == 1 || d == 6
}

// swapped reports whether two values have the same digits in another order.
func swapped(a, b float64) bool { return sortedDigits(a) == sortedDigits(b) }

// sortedDigits are the digits of a value in ascending order.
func sortedDigits(v float64) string {
	s := []byte(strconv.FormatFloat(v, 'f', -1, 64))
	slices.Sort(s)
	return string(s)
}

// digits is the number of significant digits of a value.
func digits(v float64) int {
	s := strconv.FormatFloat(v, 'e', -1, 64)
	s, _, _ = strings.Cut(s, "e")
	return len(strings.ReplaceAll(s, ".", ""))
}
