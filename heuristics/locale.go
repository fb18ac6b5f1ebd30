package heuristics

import (
	"slices"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// locale are the heuristics of the source's ways to write numbers, dates,
// times, currencies and units.
var locale = slices.Concat(dates, numbers, amounts)

// dates are the heuristics of dates and times.
var dates = []detect.Heuristic{
	{
		Name: "date-dotted-dmy", Family: detect.Locale, Category: "locale/date", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "uk", "cs", "tr", "fr"},
		Doc: detect.Doc{
			What:   "A date as DD.MM.YYYY.",
			Why:    "The numeric date of continental Europe. No native article of the labelled data has one; machine translation from Ukrainian has one in 3,000 words.",
			Humans: "In tables and file names; translators in a hurry keep it too.",
			Misses: "Dates with a two-digit year.",
		},
		Message: "a date in the source's numeric form",
		Where:   detect.Everywhere,
		Scan:    dottedDates,
		Examples: []detect.Example{
			{Text: "The law took effect on ⟦01.03.2021⟧.", Suggest: "March 1, 2021"},
			{Text: "She was born on ⟦24.12.1968⟧ in Brno.", Suggest: "December 24, 1968"},
			{Text: "Between ⟦3.5.2019⟧ and May 2020 nobody paid.", Suggest: "May 3, 2019"},
		},
		NearMisses: []string{
			"Version 2.10.2022 was released on Friday.",
			"The server at 10.1.20.22 is down.",
			"The law took effect on March 1, 2021.",
			"The area is 31.12.20 by the old count.",
		},
	},
	{
		Name: "date-numeric-header-us-slash", Family: detect.Locale, Category: "design/markup", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Doc: detect.Doc{
			What:   "A line with a numeric date and a time down to the second: \"3/14/2022, 9:05:17 AM\".",
			Why:    "Sites that republish machine translations stamp their pages with what a script makes of the date; newsrooms write times without seconds.",
			Humans: "In logs and forum posts.",
			Misses: "Dates without a time.",
		},
		Message: "a date line as a script writes it, seconds included",
		Where:   detect.Everywhere,
		Scan:    scriptDates,
		Examples: []detect.Example{
			{Text: "# Council closes the pier\n\n⟦3/14/2022, 9:05:17 AM⟧\n\nNobody may enter."},
			{Text: "⟦12/1/2021 18:40:02⟧\n\nNobody may enter."},
			{Text: "Nobody may enter.\n\n⟦1/2/2020, 12:00:00 p.m.⟧"},
		},
		NearMisses: []string{
			"# Council closes the pier\n\nMarch 14, 2022, 9:05 AM\n\nNobody may enter.",
			"The ratio was 3/14.",
			"She ran it in 2:05:17 on 3/14/2022.",
		},
	},
	{
		Name: "date-iso-in-prose", Family: detect.Locale, Category: "locale/date", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "hu", "sv", "lt"},
		Doc: detect.Doc{
			What:   "A date as YYYY-MM-DD inside a sentence.",
			Why:    "The numeric date of China, Hungary, Sweden and Lithuania. No native article of the labelled data has one in prose.",
			Humans: "In data, file names and notes for software.",
			Misses: "Dates on lines of their own.",
		},
		Message: "a date in the source's numeric form",
		Phrases: []string{"#"},
		Judge:   isoDate,
		Examples: []detect.Example{
			{Text: "The firm said on ⟦2021-06-08⟧ that the plant would close.", Suggest: "June 8, 2021"},
			{Text: "From ⟦2019-12-31⟧ the ferry will not sail.", Suggest: "December 31, 2019"},
			{Text: "Nobody has seen the boat since ⟦2020-02-02⟧, police said.", Suggest: "February 2, 2020"},
		},
		NearMisses: []string{
			"2021-06-08",
			"The file log-2021-06-08.txt was lost in the move.",
			"The seasons 2019-20 and 2020-21 were cut short.",
		},
	},
	{
		Name: "date-year-month-slip", Family: detect.Locale, Category: "locale/date", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "ko", "ru", "uk"},
		Doc: detect.Doc{
			What:   "A year with the word \"year\" behind it (\"in 2021 year\") or a day with \"of this year\" (\"on May 3 of this year\").",
			Why:    "Russian \"2021 года\", Chinese \"2021年\" and \"今年5月3日\" name the year by the word.",
			Humans: "\"In the year 2000\" and \"in May this year\" are English.",
			Misses: "The word before the number.",
		},
		Message: "the word \"year\" belongs to the source's date",
		Phrases: []string{
			"# year", "# years",
			"january|february|march|april|may|june|july|august|september|october|november|december # of this|last|next year",
		},
		Judge: yearSlip,
		Examples: []detect.Example{
			{Text: "He was born in ⟦1974 year⟧.", Suggest: "1974"},
			{Text: "The pier opened on ⟦May 3 of this year⟧.", Suggest: "May 3"},
			{Text: "In the summer of ⟦2014 year⟧ the port froze.", Suggest: "2014"},
		},
		NearMisses: []string{
			"In the year 2000 the pier closed.",
			"In August this year it reopened.",
			"The wreck is 2000 years old.",
			"The price rose in May 2019 year on year.",
			"It was a 2015 year-end review.",
		},
	},
	{
		Name: "date-ordinal-plus-weekday-odd", Family: detect.Locale, Category: "locale/date", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ru", "de", "cs"},
		Doc: detect.Doc{
			What:   "A night counted from one day to the next (\"on the night of 5 to 6 May\", \"in the night to Sunday\"), or a day with \"of\" (\"on 12 of May\").",
			Why:    "German \"in der Nacht zum Sonntag\" and Russian \"в ночь на 6 мая\" name the night by the day it ends on; English says \"overnight\" or \"early on Sunday\".",
			Humans: "\"On the night of May 5\" and \"the 12th of May\" are English.",
			Misses: "Nights named by the day they end on without a preposition.",
		},
		Message: "English names the night by the day it began on, or says \"overnight\"",
		Phrases: []string{
			"on|in|during the night of|from # to", "on|in|during the night of|from _ # to", "on the night of the # to",
			"on|in|during the night [of|from] monday|tuesday|wednesday|thursday|friday|saturday|sunday to", "in the night to monday|tuesday|wednesday|thursday|friday|saturday|sunday",
			"on the night of monday|tuesday|wednesday|thursday|friday|saturday|sunday on monday|tuesday|wednesday|thursday|friday|saturday|sunday",
			"overnight from monday|tuesday|wednesday|thursday|friday|saturday|sunday to monday|tuesday|wednesday|thursday|friday|saturday|sunday",
			"on|the # of january|february|march|april|may|june|july|august|september|october|november|december",
		},
		Judge: oddNight,
		Examples: []detect.Example{
			{Text: "The shed burned ⟦on the night of 5 to⟧ 6 May."},
			{Text: "Shots were fired ⟦in the night to Sunday⟧ near the port."},
			{Text: "The ferry sails again ⟦on 12 of May⟧."},
			{Text: "The frost came ⟦overnight from Monday to Tuesday⟧."},
		},
		NearMisses: []string{
			"It rained on the night of 5 May.",
			"The ferry sails again on the 12th of May.",
			"The shed burned overnight on Saturday.",
			"She stayed on the night of the vote to count.",
		},
	},
	{
		Name: "clock-24h-or-oclock", Family: detect.Locale, Category: "locale/time", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "uk", "de", "ru", "fr", "cs"},
		Doc: detect.Doc{
			What:   "A time of the 24-hour clock in prose (\"at 18:00\", \"at 03:00\"), with \"o'clock\" (\"18 o'clock\"), \"clock\" (\"11:34 clock\") or an h (\"14h30\").",
			Why:    "The clock of the source.",
			Humans: "In timetables, military and sports reports and with a time zone (BST, GMT, CET, local); those are left alone.",
			Misses: "Times before noon, which look the same in both clocks.",
		},
		Message: "a time of the source's 24-hour clock",
		Phrases: []string{"#", "# o'clock", "# clock|hour"},
		Judge:   clock24,
		Examples: []detect.Example{
			{Text: "The march starts at ⟦18 o'clock⟧ in the square.", Suggest: "6 p.m."},
			{Text: "Doors open at ⟦14h30⟧.", Suggest: "2:30 p.m."},
			{Text: "The road was closed until ⟦21:15⟧ on Friday.", Suggest: "9:15 p.m."},
			{Text: "The gates are shut at ⟦20h⟧ in winter.", Suggest: "8 p.m."},
			{Text: "The alarm was given at ⟦03:00⟧ by a fisherman.", Suggest: "3 a.m."},
			{Text: "The fire broke out against ⟦11:34 clock⟧ on Monday.", Suggest: "11:34 a.m."},
			{Text: "The alarm went at ⟦2.40 o'clock⟧ on Friday.", Suggest: "2:40 a.m."},
			{Text: "The debate begins at ⟦19.30 hour⟧ in the hall.", Suggest: "7:30 p.m."},
		},
		NearMisses: []string{
			"The warning runs from 18:00 GMT on Thursday until 06:00 on Friday.",
			"The match starts at 19:30 BST.",
			"It is 7 o'clock and nobody has come.",
			"Read Genesis 14:20 before the sermon.",
			"The 24-hour clock in the hall and the 12 clock faces stopped.",
			"She ran the mile in 04:20 and rested.",
			"She won in 14:20 on the track.",
			"The shuttle undocks at 16:41 UTC.",
		},
	},
}

var monthNames = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// writtenDate is the date in words, "" where it is none.
func writtenDate(year, month, day int) string {
	if month < 1 || month > 12 || day < 1 || day > 31 || year < 1800 || year > 2099 {
		return ""
	}
	return monthNames[month] + " " + strconv.Itoa(day) + ", " + strconv.Itoa(year)
}

// dottedDates finds dates with dots, however the tokenizer cuts them, in the
// text and in date lines kept out of it.
func dottedDates(doc *detect.Document) []detect.Match {
	text := doc.Text
	var found []detect.Match
	for i := range doc.Removed {
		r := &doc.Removed[i]
		if r.Reason != article.Timestamp {
			continue
		}
		for _, word := range strings.FieldsFunc(r.Text, func(c rune) bool { return c != '.' && (c < '0' || c > '9') }) {
			if dottedDate(word) {
				found = append(found, detect.Match{Span: article.Span{Start: r.At, End: r.At}, Removed: r})
				break
			}
		}
	}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '.')
		if i < 0 || at+i+4 > len(text) {
			return found
		}
		dot := at + i
		at = dot + 1
		if !isDigitAt(text, dot-1) || !isDigitAt(text, dot+1) {
			continue
		}
		start, end := dot, dot
		for start > 0 && (isDigitAt(text, start-1) || text[start-1] == '.') {
			start--
		}
		for end < len(text) && (isDigitAt(text, end) || text[end] == '.') {
			end++
		}
		at = end
		word := strings.TrimRight(text[start:end], ".")
		end = start + len(word)
		if len(word) < 8 || !dottedDate(word) || isLetterAt(text, end) || isLetterBefore(text, start) || strings.HasSuffix(strings.ToLower(strings.TrimRight(text[:start], " ")), "version") {
			continue
		}
		if start > 0 && strings.IndexByte("/-_=:#\\", text[start-1]) >= 0 || end+1 < len(text) && text[end] == '-' {
			continue
		}
		parts := strings.Split(word, ".")
		day, _ := smallNumber(parts[0])
		month, _ := smallNumber(parts[1])
		year, _ := smallNumber(parts[2])
		found = append(found, match(article.Span{Start: start, End: end}, writtenDate(year, month, day)))
	}
}

func isDigitAt(s string, i int) bool {
	return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9'
}

// scriptDates finds lines that are a numeric date and a time with seconds,
// among the paragraphs and the lines kept out of the prose.
func scriptDates(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, p := range doc.Paragraphs {
		if p.Len() < 30 && isScriptDate(doc.Slice(p.Span)) {
			found = append(found, detect.Match{Span: p.Span})
		}
	}
	for i := range doc.Removed {
		if r := &doc.Removed[i]; len(r.Text) < 40 && isScriptDate(r.Text) {
			found = append(found, detect.Match{Span: article.Span{Start: r.At, End: r.At}, Removed: r})
		}
	}
	return found
}

func isScriptDate(line string) bool {
	fields := strings.Fields(line)
	if len(fields) < 2 || len(fields) > 3 || strings.Count(fields[0], "/") != 2 || strings.Count(fields[1], ":") != 2 {
		return false
	}
	for _, part := range strings.FieldsFunc(fields[0]+":"+fields[1], func(r rune) bool { return r == '/' || r == ':' || r == ',' }) {
		if _, ok := smallNumber(part); !ok {
			return false
		}
	}
	half := ""
	if len(fields) == 3 {
		half = strings.ToLower(strings.ReplaceAll(fields[2], ".", ""))
	}
	return half == "" || half == "am" || half == "pm"
}

// isoDate takes YYYY-MM-DD in a sentence of prose.
func isoDate(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	text := doc.Text
	if t.Start+10 > len(text) || !isDigitAt(text, t.Start+3) || text[t.Start+4] != '-' || text[t.Start+7] != '-' {
		return detect.Match{}, false
	}
	word := text[t.Start : t.Start+10]
	year, ok1 := smallNumber(word[:4])
	month, ok2 := smallNumber(word[5:7])
	day, ok3 := smallNumber(word[8:])
	written := writtenDate(year, month, day)
	if !ok1 || !ok2 || !ok3 || written == "" || isDigitAt(text, t.Start+10) || isLetterAt(text, t.Start+10) || paragraphOf(doc, t).Len() < 40 {
		return detect.Match{}, false
	}
	if t.Start > 0 && text[t.Start-1] > ' ' && text[t.Start-1] != '(' || strings.HasPrefix(text[t.Start+10:], "-") || strings.HasPrefix(text[t.Start+10:], "_") {
		return detect.Match{}, false
	}
	return match(article.Span{Start: t.Start, End: t.Start + 10}, written), true
}

// yearSlip takes "1974 year" and "May 3 of this year".
func yearSlip(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := doc.Tokens[hit.First]
	s := doc.SpanOf(hit.Range)
	if first.Kind != article.Number {
		number := doc.Tokens[hit.First+1]
		if day, ok := smallNumber(number.Norm); !ok || day > 31 || !first.Is(article.Capital) {
			return detect.Match{}, false
		}
		this := doc.Tokens[hit.End-2].Norm
		if this == "this" {
			return match(s, doc.Text[s.Start:number.End]), true
		}
		return detect.Match{Span: s}, true
	}
	year, ok := smallNumber(first.Norm)
	if !ok || len(first.Norm) != 4 || year < 1800 || year > 2099 || doc.Tokens[hit.End-1].Norm == "years" {
		return detect.Match{}, false
	}
	before, after := preceding(doc, hit, 1), following(doc, hit, 1)
	if after.Norm == "old" || after.Norm == "ago" || after.Norm == "on" || after.Norm == "over" || after.Norm == "to" || after.Norm == "end" || after.Norm == "-" || after.Kind == article.Number || after.Is(article.Capital) {
		return detect.Match{}, false
	}
	if before.Kind == article.Number || before.Kind == article.Symbol || before.Norm == "the" || before.Norm == "a" || before.Norm == "-" || before.Norm == "model" || before.Norm == "its" || before.Norm == "this" {
		return detect.Match{}, false
	}
	if months[before.Norm] || before.Norm == "in" || before.Norm == "of" || before.Norm == "since" || before.Norm == "until" || before.Norm == "by" || before.Norm == "from" || before.Norm == "," {
		return match(s, first.Norm), true
	}
	return detect.Match{}, false
}

// oddNight takes nights from day to day and days with "of".
func oddNight(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	words := doc.TokensIn(hit.Range)
	last := words[len(words)-1]
	number := article.Token{}
	for _, w := range words {
		if w.Kind == article.Number {
			number = w
		}
	}
	if number.Norm != "" {
		day, ok := smallNumber(strings.TrimRight(number.Norm, "stndrh"))
		if !ok || day > 31 {
			return detect.Match{}, false
		}
		if months[last.Norm] && (strings.ContainsAny(number.Norm, "stndrh") || !last.Is(article.Capital)) {
			return detect.Match{}, false // "the 12th of May"
		}
	}
	if last.Norm == "to" {
		next := following(doc, hit, 1)
		if next.Kind != article.Number && !weekdays[next.Norm] && !months[next.Norm] && next.Norm != "the" {
			return detect.Match{}, false
		}
	}
	if len(words) > 5 && words[5].Kind == article.Number && !months[words[4].Norm] && words[4].Norm != "the" {
		return detect.Match{}, false // "on the night of the|May 5 to"
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

var (
	clockBefore = setOf("at from until around about by till before after since between to")
	timeZones   = setOf("bst gmt cet cest utc edt est pdt pst ist kst jst aest")
	clockZones  = setOf("bst gmt cet cest utc local et edt est ist kst jst hours hrs hour kick kick-off z am pm a.m p.m a.m. p.m. msk aest eet eest")
)

// clock24 takes times of the 24-hour clock: past noon, or with a leading zero.
func clock24(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	text := doc.Text
	if hit.Phrase > 0 { // "18 o'clock", "18:00 o'clock", "11:34 clock"
		h, m, exact := strings.Cut(strings.Replace(t.Norm, ".", ":", 1), ":")
		hour, ok := smallNumber(h)
		if !ok || hour > 24 || !exact && (hour < 13 || hour > 24 || hit.Phrase == 2) || exact && len(m) != 2 {
			return detect.Match{}, false
		}
		if !exact {
			m = "00"
		}
		return match(doc.SpanOf(hit.Range), twelveHours(hour, m)), true
	}
	end := t.Start
	for end < len(text) && isDigitAt(text, end) {
		end++
	}
	digits := text[t.Start:end]
	if len(digits) != 2 || end == len(text) || text[end] != ':' && text[end] != 'h' {
		return detect.Match{}, false
	}
	if firstIn(doc, sentenceOf(doc, hit.First), timeZones) >= 0 {
		return detect.Match{}, false // weather and timetables: "from 18:00 GMT until 06:00"
	}
	if text[end] == 'h' && !isDigitAt(text, end+1) && !isLetterAt(text, end+1) { // "at 20h"
		hour, _ := smallNumber(digits)
		if hour < 13 || hour > 23 || !clockBefore[preceding(doc, hit, 1).Norm] || t.Start > 0 && text[t.Start-1] != ' ' {
			return detect.Match{}, false
		}
		return match(article.Span{Start: t.Start, End: end + 1}, twelveHours(hour, "00")), true
	}
	if !isDigitAt(text, end+1) || !isDigitAt(text, end+2) {
		return detect.Match{}, false
	}
	hour, _ := smallNumber(digits)
	minutes, _ := smallNumber(text[end+1 : end+3])
	if hour < 13 && (digits[0] != '0' || text[end] != ':') || hour > 23 || minutes > 59 {
		return detect.Match{}, false
	}
	s := article.Span{Start: t.Start, End: end + 3}
	if isDigitAt(text, s.End) || isLetterAt(text, s.End) || t.Start > 0 && text[t.Start-1] > ' ' {
		return detect.Match{}, false
	}
	if s.End+1 < len(text) && (text[s.End] == ':' || text[s.End] == '.' || text[s.End] == '-') && isDigitAt(text, s.End+1) {
		return detect.Match{}, false
	}
	before := preceding(doc, hit, 1)
	next := tokenAt(doc, doc.TokenAt(s.End))
	if next.Norm == "(" {
		next = tokenAt(doc, doc.TokenAt(s.End)+1)
	}
	if text[end] == ':' && !clockBefore[before.Norm] || clockZones[next.Norm] || next.Norm == ")" || next.Is(article.AllCaps) {
		return detect.Match{}, false
	}
	return match(s, twelveHours(hour, text[end+1:end+3])), true
}

// twelveHours is a time of the 24-hour clock as American copy writes it.
func twelveHours(hour int, minutes string) string {
	half := " a.m."
	switch {
	case hour%24 == 0 && minutes == "00":
		return "midnight"
	case hour == 12 && minutes == "00":
		return "noon"
	case hour >= 12:
		half = " p.m."
	}
	s := strconv.Itoa((hour+11)%12 + 1)
	if minutes != "00" {
		s += ":" + minutes
	}
	return s + half
}
