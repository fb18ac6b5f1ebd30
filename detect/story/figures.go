package story

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Numbers and days across a story. Machines slip by powers of ten where
// languages count otherwise (German "Milliarde" is a billion, Chinese 万 is ten
// thousand, 12,5 is twelve and a half), and shift dates. Reporters round,
// update and count different things; so a figure is only compared with
// figures of the same unit that stand among the same words.

// A figure is a number or a day as it stands in an article.
type figure struct {
	place   Place
	telling int // set where tellings are compared
	quoted  bool
	value   float64
	unit    string   // "$", "%", "weekday", "date", or the stemmed noun that is counted
	text    string   // as written
	scale   string   // the scale word, "" for none
	context []string // stemmed content words around it, sorted
}

const figureContext = 25 // tokens on either side, within the sentence

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}

var currencies = map[string]string{"$": "$", "€": "€", "£": "£", "¥": "¥", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£", "yen": "¥", "usd": "$", "eur": "€", "gbp": "£", "rubles": "rub", "roubles": "rub", "yuan": "cny"}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

var months = map[string]int{"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "apr": 4, "june": 6, "july": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12, "may": 5}

// numberOf reads a token as a number: digits or a word.
func numberOf(t article.Token) (value float64, scale string, ok bool) {
	w := strings.ReplaceAll(t.Norm, ",", "")
	if t.Kind == article.Word {
		if d, has := oneSpelling[w]; has {
			if v, err := strconv.ParseFloat(d, 64); err == nil && v > 1 && v != 100 {
				return v, "", true
			}
		}
		return 0, "", false
	}
	if t.Kind != article.Number {
		return 0, "", false
	}
	for _, s := range []string{"bn", "mn", "mln", "tn", "m", "k"} {
		if head, cut := strings.CutSuffix(w, s); cut {
			w, scale = head, s
			break
		}
	}
	v, err := strconv.ParseFloat(w, 64)
	if err != nil || v <= 0 || v > 1e15 {
		return 0, "", false
	}
	return v, scale, true
}

// figuresOf reads the figures of an article.
func figuresOf(a *article.Article, index int) []figure {
	var out []figure
	for i := 0; i < len(a.Tokens); i++ {
		t := a.Tokens[i]
		var f figure
		end := i + 1
		if day := slices.Index(weekdays, t.Norm); day >= 0 && t.Is(article.Capital) {
			f.unit, f.value = "weekday", float64(day)
		} else if month := months[t.Norm]; month > 0 && t.Is(article.Capital) {
			if end < len(a.Tokens) && a.Tokens[end].Norm == "." {
				end++
			}
			day := 0.0
			if end < len(a.Tokens) {
				day, _, _ = numberOf(article.Token{Kind: a.Tokens[end].Kind, Norm: strings.TrimRight(a.Tokens[end].Norm, "strndh")})
			}
			switch {
			case day >= 1 && day <= 31 && a.Tokens[end].Kind == article.Number:
				end++
			case i > 0 && a.Tokens[i-1].Kind == article.Number:
				day, _, _ = numberOf(article.Token{Kind: article.Number, Norm: strings.TrimRight(a.Tokens[i-1].Norm, "strndh")})
			}
			if day < 1 || day > 31 {
				continue
			}
			f.unit, f.value = "date", float64(month*100)+day
		} else if v, scale, ok := numberOf(t); ok {
			f.value, f.scale = v, scale
			for end < len(a.Tokens) && (scales[a.Tokens[end].Norm] > 0 || a.Tokens[end].Norm == "-" && end+1 < len(a.Tokens) && scales[a.Tokens[end+1].Norm] > 0) {
				if a.Tokens[end].Norm != "-" {
					f.scale = a.Tokens[end].Norm
					f.value *= scales[f.scale]
				}
				end++
			}
			if scale != "" {
				f.value *= scales[scale]
			}
			f.unit = unitOf(a, i, end)
			if f.unit == "" {
				continue
			}
		} else {
			continue
		}
		span := article.Span{Start: t.Start, End: a.Tokens[end-1].End}
		if f.unit == "date" && (end == i+1 || a.Tokens[end-1].Norm == ".") {
			span = article.Span{Start: a.Tokens[i-1].Start, End: t.End}
		}
		f.place, f.text = Place{index, span}, a.Slice(span)
		f.quoted = a.Quoted(span)
		f.context = around(a, i, end)
		out = append(out, f)
		i = end - 1
	}
	return out
}

// unitOf is what a number counts; "" for years, ages, ordinals and numbers
// without a noun.
func unitOf(a *article.Article, first, end int) string {
	if first > 0 {
		if c := currencies[a.Tokens[first-1].Norm]; c != "" {
			return c
		}
	}
	sentence := a.Tokens[first].Sentence
	for i := end; i < len(a.Tokens) && i < end+3 && a.Tokens[i].Sentence == sentence; i++ {
		t := a.Tokens[i]
		if c := currencies[t.Norm]; c != "" {
			return c
		}
		switch t.Norm {
		case "%", "percent", "pc", "percentage":
			return "%"
		case "per":
			if i+1 < len(a.Tokens) && a.Tokens[i+1].Norm == "cent" {
				return "%"
			}
		case "of", "more", "other", "or", "and", "u.s", "us":
			continue
		}
		if t.Kind != article.Word {
			return ""
		}
		if function(t.Norm) {
			return ""
		}
		// The noun is the last of up to two words: "230 volunteer firefighters".
		if i+1 < len(a.Tokens) && a.Tokens[i+1].Kind == article.Word && !function(a.Tokens[i+1].Norm) && strings.HasSuffix(a.Tokens[i+1].Norm, "s") && !strings.HasSuffix(t.Norm, "s") {
			t = a.Tokens[i+1]
		}
		if v := a.Tokens[first].Norm; len(v) == 4 && (strings.HasPrefix(v, "19") || strings.HasPrefix(v, "20")) && end == first+1 {
			return ""
		}
		return stem(plain(t.Norm))
	}
	return ""
}

// around are the content words in the sentence near a stretch of tokens.
func around(a *article.Article, first, end int) []string {
	var out []string
	for i := max(0, first-figureContext); i < min(len(a.Tokens), end+figureContext); i++ {
		t := a.Tokens[i]
		if t.Sentence != a.Tokens[first].Sentence || i >= first && i < end || t.Kind != article.Word {
			continue
		}
		w := plain(t.Norm)
		if function(w) || common(w, 0) || len(w) < 3 || slices.Contains(weekdays, w) || scales[w] > 0 || currencies[w] != "" {
			continue
		}
		out = append(out, stem(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inCommon is how many words two sorted lists share.
func inCommon(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0], b[0]) {
		case -1:
			a = a[1:]
		case 1:
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

// conflicting finds the figures that stand alone.
func conflictingFigures(figures []figure) []Disagreement {
	var out []Disagreement
	byUnit := map[string][]int{}
	for i, f := range figures {
		byUnit[f.unit] = append(byUnit[f.unit], i)
	}
	for i := range figures {
		f := &figures[i]
		if f.quoted || f.unit == "weekday" && len(f.context) < 2 {
			continue
		}
		if d, ok := judgeFigure(f, figures, byUnit[f.unit]); ok {
			out = append(out, d)
		} else if d, ok := judgeCurrency(f, figures); ok {
			out = append(out, d)
		}
	}
	return out
}

// judgeFigure compares one figure with those of the same unit.
func judgeFigure(f *figure, figures []figure, others []int) (Disagreement, bool) {
	exact := f.unit == "weekday" || f.unit == "date"
	own := func(v float64) bool { // the article has the value somewhere itself
		return slices.ContainsFunc(others, func(j int) bool {
			g := &figures[j]
			return g.telling == f.telling && (g.value == v || !exact && near(g.value, v))
		})
	}
	votes := map[float64]map[int]*figure{} // value → telling → figure
	for _, j := range others {
		g := &figures[j]
		if g.telling == f.telling {
			continue
		}
		if g.value == f.value || !exact && near(g.value, f.value) {
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
		d := Disagreement{Kind: FigureConflict, Place: f.place}
		theirs := ""
		for _, g := range tellings {
			d.Others = append(d.Others, g.place)
			if theirs == "" || g.text < theirs {
				theirs = g.text
			}
		}
		slices.SortFunc(d.Others, comparePlaces)
		if f.unit != "date" && f.unit != "weekday" && powersApart(f.value, value) != 0 {
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings: a slip of scale.", f.text, theirs, len(tellings))
		} else {
			d.Message = fmt.Sprintf("“%s” here, “%s” in %d other tellings of the same.", f.text, theirs, len(tellings))
		}
		d.Suggestion = theirs
		return d, true
	}
	return Disagreement{}, false
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
	d := Disagreement{Kind: FigureConflict, Place: f.place}
	for _, g := range tellings {
		d.Others = append(d.Others, g.place)
	}
	slices.SortFunc(d.Others, comparePlaces)
	d.Message = fmt.Sprintf("The same amount in another currency: %s here, %s in %d other tellings.", f.unit, unit, len(tellings))
	return d, true
}

// comparable reports whether two figures of one unit speak of the same thing.
func comparable(f, g *figure) bool {
	n := inCommon(f.context, g.context)
	switch f.unit {
	case "weekday": // a day's shift; further apart they are two events
		d := math.Abs(f.value - g.value)
		return n >= 3 && (d == 1 || d == 6)
	case "date":
		d := math.Abs(f.value - g.value)
		return n >= 3 && (d == 1 || math.Mod(d, 100) == 0)
	}
	if k := powersApart(f.value, g.value); k != 0 {
		// The same digits are no accident when there are several of them.
		return n >= 3 || n >= 1 && digits(f.value) > 1
	}
	// Other numbers differ because events go on; swapped digits do not.
	return n >= 4 && swapped(f.value, g.value)
}

// swapped reports whether two values have the same digits in another order.
func swapped(a, b float64) bool {
	sorted := func(v float64) string {
		s := []byte(strconv.FormatFloat(v, 'f', -1, 64))
		slices.Sort(s)
		return string(s)
	}
	return sorted(a) == sorted(b)
}

// digits is the number of significant digits of a value.
func digits(v float64) int {
	s := strconv.FormatFloat(v, 'e', -1, 64)
	s, _, _ = strings.Cut(s, "e")
	return len(strings.ReplaceAll(s, ".", ""))
}
