package story

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/calque-check/calque/detect/article"
)

// A figure is a number or a day as it stands in an article.
type figure struct {
	place   Place
	telling int // set where tellings are compared
	quoted  bool
	value   float64
	unit    string   // "$", "%", weekday, date, clock, the name of a measure, or the stemmed noun that is counted
	measure *measure // nil for what is not measured
	weekday int      // of a day, 0 for Sunday; -1 where it is not known
	text    string   // as written
	scale   string   // the scale word, "" for none
	context []int    // content words around it: the numbers of their stems, ascending

	published float64 // day of publication of the article, counted from 1970; 0 where it is not known
}

// figuresRead is how many figures of an article are compared: the others are in
// tables, and each is set against all of its unit.
const figuresRead = 500

const figureContext = 25 // tokens on either side, within the sentence

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}

var currencies = map[string]string{"$": "$", "€": "€", "£": "£", "¥": "¥", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£", "yen": "¥", "usd": "$", "eur": "€", "gbp": "£", "rubles": "rub", "roubles": "rub", "yuan": "cny"}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

var isWeekday = classesOf(strings.Join(weekdays, " "))

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
func figuresOf(t *text) []figure {
	a := t.Article
	var out []figure
	published, _ := dayOf(a)
	for i := 0; i < len(a.Tokens) && len(out) < figuresRead; i++ {
		if t.words[i].is&figurative == 0 {
			continue
		}
		f, first, end, ok := figureAt(a, i)
		if !ok {
			continue
		}
		span := a.SpanOf(article.Range{First: first, End: end})
		f.place, f.text = Place{t.index, span}, a.Slice(span)
		f.quoted, f.published = a.Quoted(span), published
		f.context = around(t, first, end)
		out = append(out, f)
		i = end - 1
	}
	return out
}

// numberGlued reports whether a word begins with a number: 5km, .5km.
func numberGlued(norm string) bool {
	return len(norm) > 1 && strings.IndexByte(".,0123456789", norm[0]) >= 0
}

// figureAt reads the figure at a token: a day, a time of day, a measure or a
// number with what it counts.
func figureAt(a *article.Article, i int) (f figure, first, end int, ok bool) {
	t := a.Tokens[i]
	if day := slices.Index(weekdays, t.Norm); day >= 0 && t.Is(article.Capital) {
		return figure{unit: weekday, value: float64(day), weekday: day}, i, i + 1, true
	}
	if months[t.Norm] > 0 && t.Is(article.Capital) {
		return dateAt(a, i)
	}
	if minutes, end, ok := clockAt(a, i); ok {
		return figure{unit: clock, value: float64(minutes)}, i, end, true
	}
	if value, u, ok := gluedMeasure(t.Norm); ok {
		return measured(value, u), i, i + 1, true
	}
	value, scale, ok := numberOf(t)
	if !ok {
		return f, 0, 0, false
	}
	f.value, f.scale = value, scale
	for end = i + 1; end < len(a.Tokens) && (scales[a.Tokens[end].Norm] > 0 || a.Tokens[end].Norm == "-" && end+1 < len(a.Tokens) && scales[a.Tokens[end+1].Norm] > 0); end++ {
		if a.Tokens[end].Norm != "-" {
			f.scale = a.Tokens[end].Norm
			f.value *= scales[f.scale]
		}
	}
	if scale != "" {
		f.value *= scales[scale]
	}
	if u, after, ok := measureAt(a, end); ok {
		m := measured(f.value, u)
		m.scale = f.scale
		return m, i, after, true
	}
	f.unit = unitOf(a, i, end)
	return f, i, end, f.unit != ""
}

// The units of days and times.
const (
	weekday = "weekday"
	date    = "date"
	clock   = "time"
)

// dateAt reads a date: "March 12", "12 March", "March 12th".
func dateAt(a *article.Article, i int) (f figure, first, end int, ok bool) {
	first, end = i, i+1
	if end < len(a.Tokens) && a.Tokens[end].Norm == "." {
		end++
	}
	ordinal := func(k int) float64 {
		if k < 0 || k >= len(a.Tokens) || a.Tokens[k].Kind != article.Number {
			return 0
		}
		day, _, _ := numberOf(article.Token{Kind: article.Number, Norm: strings.TrimRight(a.Tokens[k].Norm, "strndh")})
		return day
	}
	day := ordinal(end)
	if day >= 1 && day <= 31 {
		end++
	} else if day = ordinal(i - 1); day >= 1 && day <= 31 {
		first, end = i-1, i+1
	} else {
		return f, 0, 0, false
	}
	f = figure{unit: date, value: float64(months[a.Tokens[i].Norm]*100) + day, weekday: -1}
	f.place.Span = a.SpanOf(article.Range{First: first, End: end})
	if t, err := time.Parse(time.DateOnly, calendarDay(a, f)); err == nil {
		f.weekday = int(t.Weekday())
	}
	return f, first, end, true
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
		if t.Kind != article.Word || function(t.Norm) {
			return ""
		}
		if i+1 < len(a.Tokens) && a.Tokens[i+1].Norm == "old" { // "34 years old"
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
func around(a *text, first, end int) []int {
	var out []int
	for i := max(0, first-figureContext); i < min(len(a.Tokens), end+figureContext); i++ {
		t, w := &a.Tokens[i], a.words[i]
		if t.Sentence == a.Tokens[first].Sentence && (i < first || i >= end) && t.Kind == article.Word && w.is&contextual != 0 {
			out = append(out, w.plain.baseNo)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
