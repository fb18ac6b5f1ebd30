package story

import (
	"math"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Measures and times of day. Outlets convert units for their readers, and
// machines exchange the unit and leave the number, or convert wrongly.

// A measure is a unit of measurement.
type measure struct {
	name      string
	dimension string
	factor    float64 // in the unit of its dimension: metres, square metres, kilograms, litres, degrees Celsius, km/h
	zero      float64 // its value at the zero of that unit, for temperatures
	loose     bool    // means different things in different countries
}

// measures by how they are written, in lower case; compounds with one space.
var measures = func() map[string]*measure {
	table := map[string]*measure{}
	for _, m := range []struct {
		words string
		measure
	}{
		{"mm|millimeter|millimeters|millimetre|millimetres", measure{"mm", "length", 0.001, 0, false}},
		{"cm|centimeter|centimeters|centimetre|centimetres", measure{"cm", "length", 0.01, 0, false}},
		{"meter|meters|metre|metres", measure{"metres", "length", 1, 0, false}},
		{"km|kms|kilometer|kilometers|kilometre|kilometres", measure{"km", "length", 1000, 0, false}},
		{"inch|inches", measure{"inches", "length", 0.0254, 0, false}},
		{"foot|feet|ft", measure{"feet", "length", 0.3048, 0, false}},
		{"yard|yards", measure{"yards", "length", 0.9144, 0, false}},
		{"mile|miles", measure{"miles", "length", 1609.344, 0, false}},
		{"square meter|square meters|square metre|square metres|sq m|sqm", measure{"square metres", "area", 1, 0, false}},
		{"square foot|square feet|sq ft", measure{"square feet", "area", 0.0929, 0, false}},
		{"square km|sq km|square kilometer|square kilometers|square kilometre|square kilometres", measure{"square km", "area", 1e6, 0, false}},
		{"square mile|square miles|sq miles", measure{"square miles", "area", 2.59e6, 0, false}},
		{"acre|acres", measure{"acres", "area", 4046.9, 0, false}},
		{"hectare|hectares|ha", measure{"hectares", "area", 1e4, 0, false}},
		{"gram|grams", measure{"grams", "mass", 0.001, 0, false}},
		{"kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes", measure{"kg", "mass", 1, 0, false}},
		{"lb|lbs", measure{"lb", "mass", 0.4536, 0, false}},
		{"ounce|ounces", measure{"ounces", "mass", 0.02835, 0, false}},
		{"ton|tons", measure{"tons", "mass", 950, 0, true}},
		{"tonne|tonnes|metric ton|metric tons", measure{"tonnes", "mass", 1000, 0, false}},
		{"liter|liters|litre|litres", measure{"litres", "volume", 1, 0, false}},
		{"gallon|gallons", measure{"gallons", "volume", 4.1, 0, true}},
		{"degrees celsius|degree celsius|degrees centigrade|celsius|° c|°c|degrees c", measure{"°C", "temperature", 1, 0, false}},
		{"degrees fahrenheit|degree fahrenheit|fahrenheit|° f|°f|degrees f", measure{"°F", "temperature", 5.0 / 9, 32, false}},
		{"km / h|km/h|kph|kmh|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km per hour", measure{"km/h", "speed", 1, 0, false}},
		{"mph|miles per hour|miles an hour|miles-per-hour", measure{"mph", "speed", 1.609, 0, false}},
		{"knots", measure{"knots", "speed", 1.852, 0, false}},
	} {
		for w := range strings.SplitSeq(m.words, "|") {
			table[w] = &m.measure
		}
	}
	return table
}()

const measureTokens = 3 // most tokens of a unit

// measureAt reads the unit that begins at a token; the longest.
func measureAt(a *article.Article, i int) (m *measure, end int, ok bool) {
	if i < len(a.Tokens) && a.Tokens[i].Norm == "-" { // 60 - mile
		i++
	}
	words := ""
	for k := i; k < min(len(a.Tokens), i+measureTokens) && a.Tokens[k].Sentence == a.Tokens[i].Sentence; k++ {
		words = strings.TrimSpace(words + " " + a.Tokens[k].Norm)
		if u := measures[words]; u != nil {
			m, end = u, k+1
		}
	}
	return m, end, m != nil
}

// gluedMeasure reads a number and its unit in one word: 5km, 60-mile, 86°F.
func gluedMeasure(norm string) (value float64, m *measure, ok bool) {
	n := strings.IndexFunc(norm, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' })
	if n <= 0 {
		return 0, nil, false
	}
	m = measures[strings.TrimPrefix(norm[n:], "-")]
	if m == nil {
		return 0, nil, false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(norm[:n], ",", ""), 64)
	return value, m, err == nil && value > 0
}

func measured(value float64, m *measure) figure {
	return figure{value: value, unit: m.name, measure: m, weekday: -1}
}

// amount is what a figure measures, in the unit of its dimension.
func (f *figure) amount() float64 { return (f.value - f.measure.zero) * f.measure.factor }

// convertible reports whether two figures measure the same in different units.
func convertible(f, g *figure) bool {
	return f.measure != nil && g.measure != nil && f.unit != g.unit && f.measure.dimension == g.measure.dimension
}

// agree reports whether two measured figures are one, converted and rounded.
func agree(f, g *figure) bool {
	x, y := f.amount(), g.amount()
	if f.measure.dimension == "temperature" {
		return math.Abs(x-y) <= 1.5
	}
	rounded := 0.12
	if f.measure.loose || g.measure.loose {
		rounded = 0.25
	}
	return math.Abs(x-y) <= rounded*max(x, y)
}

// clockAt reads a time of day in minutes: 3 p.m., 3:30pm, 15.30, 15h30, noon.
// Where a time zone or "local time" stands with it, it is none that could be
// compared.
func clockAt(a *article.Article, i int) (minutes, end int, ok bool) {
	t := a.Tokens[i]
	switch {
	case t.Norm == "noon" || t.Norm == "midday":
		minutes, end = 12*60, i+1
	case t.Norm == "midnight":
		minutes, end = 0, i+1
	case t.Kind != article.Number:
		return 0, 0, false
	default:
		var half string
		hour, minute, separated := 0, 0, false
		if hour, minute, half, separated, ok = readClock(t.Norm); !ok {
			return 0, 0, false
		}
		end = i + 1
		if half == "" && end < len(a.Tokens) {
			if half = strings.ReplaceAll(a.Tokens[end].Norm, ".", ""); half == "am" || half == "pm" {
				end++
			} else {
				half = ""
			}
		}
		switch {
		case half != "" && (hour < 1 || hour > 12), half == "" && !separated:
			return 0, 0, false
		case half == "pm" && hour < 12:
			hour += 12
		case half == "am" && hour == 12:
			hour = 0
		}
		minutes = hour*60 + minute
	}
	if end < len(a.Tokens) && (zones[a.Tokens[end].Norm] || end+1 < len(a.Tokens) && a.Tokens[end+1].Norm == "time") {
		return 0, 0, false
	}
	return minutes, end, true
}

// zones are the time zones that stand after a time.
var zones = classesOf("gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest msk ist jst kst aest aedt local eastern central pacific")

// readClock reads "15:30", "15h30", "3:30pm", "3pm" and "3". Separated is set
// when minutes stand with it in the way of a clock, not of a decimal.
func readClock(norm string) (hour, minute int, half string, separated, ok bool) {
	for _, h := range []string{"am", "pm"} {
		if rest, cut := strings.CutSuffix(strings.ReplaceAll(norm, h[:1]+".m.", h), h); cut {
			norm, half = rest, h
		}
	}
	digits, rest := norm, ""
	if n := strings.IndexAny(norm, ":h."); n > 0 {
		digits, rest = norm[:n], norm[n+1:]
		separated = norm[n] != '.'
	}
	hour, err := strconv.Atoi(digits)
	if err != nil || hour > 24 || len(digits) > 2 {
		return 0, 0, "", false, false
	}
	if rest != "" {
		if minute, err = strconv.Atoi(rest); err != nil || len(rest) != 2 || minute > 59 {
			return 0, 0, "", false, false
		}
	}
	return hour, minute, half, separated, true
}
