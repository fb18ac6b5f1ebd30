package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// timesOfDay are heuristics of hours, days and roads as other languages name them.
var timesOfDay = []detect.Heuristic{
	{
		Name: "clock-in-hours", Family: detect.Locale, Category: "locale/time", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "pt", "it", "ru"},
		Message:         "A time of day in the wording of another language; English has \"at 5 p.m.\" or \"at about five\".",
		Doc: detect.Doc{
			What:   `"At 14 hours 30 minutes", "around 5 hours", "from the 14 hours", "past the three of the morning", "before the 8 o'clock" for a time of day.`,
			Why:    `French "vers 5 heures", Portuguese "a partir das 14 horas", Spanish "las tres de la madrugada", Russian "в 14 часов 30 минут": the hour is counted in hours, or has an article. In English "around 5 hours" is a length of time.`,
			Humans: `Of lengths of time ("slept for around 5 hours"), which are left alone: only what happens at a moment, and what has an article, counts.`,
			Misses: "Hours without a verb that tells what happens at a moment.",
		},
		Phrases: []string{
			"at # hours # [minutes]", "at # hours and # minutes", "at|from|until|before|after|towards|around|since|by the # hours",
			"at|around|about|towards # hours", "at|past|around|about|towards|since|until|from|before|after the one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|# of the morning|afternoon|night|evening|early",
			"at|from|until|before|after|towards|around|since|by the # o'clock",
		},
		Judge: judgeClockHours,
		Examples: []detect.Example{
			{Text: "The van exploded ⟦at 14 hours 30 minutes⟧.", Suggest: "at 2:30 p.m."},
			{Text: "The baker left the shop ⟦around 5 hours⟧ without a word.", Suggest: "around 5 a.m."},
			{Text: "The hall is open ⟦from the 14 hours⟧.", Suggest: "from 2 p.m."},
			{Text: "It happened ⟦past the three of the morning⟧.", Suggest: ""},
			{Text: "Two men came ⟦before the 8 o'clock⟧.", Suggest: "before 8 o'clock"},
		},
		NearMisses: []string{
			"She slept for around 5 hours.",
			"The drive lasted around 5 hours.",
			"The pump works at 14 hours a day.",
			"He left around 5 hours before the storm.",
			"The siege began about 12 hours ago.",
			"He watched the 8 o'clock news.",
			"He was freed before the 12 hours were up.",
			"After the two in the morning there was a third blast.",
			"After the 24 hours of racing they slept.",
			"Three of the morning papers led with it.",
			"Work took around 5 hours and began at noon.",
			"He left after about 3 hours, tired and hungry.",
			"The fire was out after about 5 hours.",
		},
	},
	{
		Name: "day-of-month-romance", Family: detect.Locale, Category: "locale/date", Severity: detect.Major,
		SourceLanguages: []string{"es", "pt", "it", "fr"},
		Message:         "A date in the wording of another language.",
		Doc: detect.Doc{
			What:   `"The last 12 of March", "the next day 15 of June", "the past 3 of May", "this Tuesday (12)".`,
			Why:    `Spanish "el pasado 12 de marzo", "el próximo día 15", Portuguese "nesta terça-feira (12)" put "last" or "next" before the day of the month, or the day in brackets behind the weekday.`,
			Humans: "Not in two million words of native news; results in brackets (\"Saturday (7-0)\") are left alone.",
			Misses: "Dates without the month.",
		},
		Phrases: []string{
			"the last|past|next|coming [day] # [of] " + monthAlternatives, "the day # of " + monthAlternatives, "(until|before|from|since|after) the day # (.|,|to|and|of next)",
			"this|last|next|on|of|for " + weekdayAlternatives + " ( # )",
		},
		Judge: judgeRomanceDay,
		Examples: []detect.Example{
			{Text: "⟦The last 12 of March⟧ the firm closed.", Suggest: "On 12 March"},
			{Text: "The fair opens ⟦the next day 15 of June⟧.", Suggest: "on 15 June"},
			{Text: "Two men were shot ⟦this Tuesday (12)⟧.", Suggest: "on Tuesday"},
			{Text: "The hall is open ⟦until the day 20⟧."},
		},
		NearMisses: []string{
			"The last 12 May Days were wet.",
			"The fair opens on the 15th of June.",
			"The next 10 days are free.",
			"They won on Saturday (7-0).",
			"The office is open on Saturday (9am to noon).",
			"The last 40 March hares were shot.",
		},
	},
	{
		Name: "score-with-colon", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "uk", "cs", "he", "zh"},
		Message:         "A score with a colon; English writes a hyphen.",
		Doc: detect.Doc{
			What:   `"Won 3:2", "ended with a score of 4:3", "a 2:1 win" for the score of a match.`,
			Why:    "German, Slavic and Chinese sports pages set a colon between goals, English ones a hyphen or a dash.",
			Humans: `Of times in races ("won in 2:04"), which are left alone; cricket and betting have other forms.`,
			Misses: "Scores with no word of winning, losing or scoring beside them.",
		},
		Phrases: []string{"score|scoreline|result [of] #", "(won|lost|drew|ended|led|leads|lead|finished|beat|beats|wins|defeated|win|victory|defeat) [with] [a] #", "# (victory|win|defeat|draw|lead|success|deficit|against|over|away|at home|at halftime|at half-time|at the break)", "# in favor|favour"},
		Judge:   judgeScore,
		Examples: []detect.Example{
			{Text: "The match ended with a score of ⟦4:3⟧ and a brawl between the teams.", Suggest: "4-3"},
			{Text: "The team won ⟦2:1⟧ at home.", Suggest: "2-1"},
			{Text: "A ⟦3:0⟧ victory took the club to the top of the league.", Suggest: "3-0"},
		},
		NearMisses: []string{
			"The runner won in 2:04 before the team cup.",
			"The team won 2-1 at home.",
			"The match ended at 9:30.",
			"Read Luke 2:1 over and over, said the team chaplain.",
			"The league leader finished 2:04 ahead of the peloton.",
		},
	},
	{
		Name: "road-number-after-noun", Family: detect.Locale, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru"},
		Message:         "The number of a road stands before \"motorway\" in English, or alone.",
		Doc: detect.Doc{
			What:   `"On the motorway A7", "the highway R-22", "the national road N340".`,
			Why:    `French "l'autoroute A7", Russian "трасса Р-22", Italian "autostrada A1" put the number last; British English has "the A7 motorway" or "the A7".`,
			Humans: `American names ("Highway 61", "Highway K-10") have a capital or no letter and are left alone.`,
			Misses: "Numbers without a letter.",
		},
		Phrases: []string{"motorway|autoroute|autobahn|highway _", "(national|federal|state|regional|provincial|departmental) road|highway|route _"},
		Judge:   judgeRoadNumber,
		Examples: []detect.Example{
			{Text: "Both were stopped on the ⟦motorway A7⟧ near Velm.", Suggest: "A7 motorway"},
			{Text: "It happened on the ⟦highway R-22⟧.", Suggest: "R-22 highway"},
			{Text: "The ⟦national road N340⟧ is closed.", Suggest: "N340"},
		},
		NearMisses: []string{
			"Both were stopped on the A7 motorway.",
			"He drove down Highway K-10.",
			"She grew up by Highway 61.",
			"The highway I-95 was shut.",
			"The motorway opened in May.",
		},
	},
}

// judgeClockHours takes hours that can only be a time of day.
func judgeClockHours(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	first := doc.Text[doc.Tokens[hit.First].Start:doc.Tokens[hit.First].End]
	number, minutes := numberIn(doc, hit.Range), "00"
	hour, ok := 0, false
	if number >= 0 {
		if second := numberIn(doc, article.Range{First: number + 1, End: hit.End}); second >= 0 {
			minutes = norm(doc, second)
		}
		if hour, ok = smallNumber(norm(doc, number)); !ok || hour > 24 || hour == 0 {
			return detect.Match{}, false
		}
	}
	next := following(doc, hit, 1)
	after := next.Norm == "" || next.Kind != article.Word || closing[next.Norm] && !lengthEnds[next.Norm] && !finite(next.Norm)
	switch hit.Phrase {
	case 0, 1:
		if n, ok := smallNumber(minutes); !ok || n > 59 {
			return detect.Match{}, false
		}
		if len(minutes) == 1 {
			minutes = "0" + minutes
		}
	case 2:
		if !after || hour == 24 {
			return detect.Match{}, false
		}
	case 3:
		if !after || commonPreposition[norm(doc, hit.First-1)] || !momentary(doc, hit) {
			return detect.Match{}, false
		}
	case 4:
		return m, true
	case 5:
		if !after {
			return detect.Match{}, false
		}
		m.Suggestions = insteadOf(doc, m.Span, first+" "+norm(doc, number)+" o'clock")
		return m, true
	}
	m.Suggestions = insteadOf(doc, m.Span, first+" "+twelveHours(hour, minutes))
	return m, true
}

// lengthEnds follow a length of time rather than an hour.
var lengthEnds = setOf("before after of later since per as long until over past than into")

// momentary holds where the sentence tells what happens at a moment, and no length of
// time.
func momentary(doc *detect.Document, hit detect.Hit) bool {
	s := sentenceOf(doc, hit.First)
	return firstIn(doc, article.Range{First: s.First, End: hit.First}, moments) >= 0 && firstIn(doc, s, durations) < 0
}

var (
	moments = setOf(`occurred happened exploded left arrived entered began broke struck collapsed crashed fell died found discovered called alerted opened closed
		arrested stopped robbed shot stabbed attacked departed returned woke started took`)
	durations = setOf(`lasted lasts last took lasting took takes take taking spent spend spends spending waited waits wait waiting slept sleep worked work works
		working drove drive flew fly journey flight drive trip trek walk walked ride queue queued delay delayed delays every each day daily week per shift shifts
		for within total trapped held stayed remained stuck later earlier ago more less than least`)
)

// judgeRomanceDay takes the date for a day, with a preposition.
func judgeRomanceDay(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number := numberIn(doc, hit.Range)
	if day, ok := smallNumber(norm(doc, number)); !ok || day == 0 || day > 31 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	last := hit.End - 1
	if w := norm(doc, hit.First); w != "the" && norm(doc, hit.First+1) == "the" { // "until the day 20"
		return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: number + 1})}, true
	}
	if norm(doc, last) == ")" {
		weekday := doc.Text[doc.Tokens[hit.First+1].Start:doc.Tokens[hit.First+1].End]
		instead := "on " + weekday
		if w := norm(doc, hit.First); w != "this" && w != "last" && w != "on" {
			instead = w + " " + weekday
		}
		m.Suggestions = insteadOf(doc, m.Span, instead)
		return m, capital(doc, hit.First+1)
	}
	// "The last 12 May Days": a month without "of" or "day" may be an adjective.
	if norm(doc, last-1) != "of" && norm(doc, number-1) != "day" || !capital(doc, last) {
		return detect.Match{}, false
	}
	if w := norm(doc, hit.First-1); w == "on" || w == "of" || w == "until" || w == "from" || w == "since" {
		m.Suggestions = []string{norm(doc, number) + " " + doc.Text[doc.Tokens[last].Start:m.End]}
		return m, true
	}
	m.Suggestions = insteadOf(doc, m.Span, "on "+norm(doc, number)+" "+doc.Text[doc.Tokens[last].Start:m.End])
	return m, true
}

// judgeScore takes a score of two small figures where the article is of matches.
func judgeScore(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	i := numberIn(doc, hit.Range)
	if i < 0 {
		return detect.Match{}, false
	}
	s := doc.Tokens[i].Span
	home, away, ok := strings.Cut(doc.Slice(s), ":")
	if _, one := smallNumber(home); !ok || !one || len(home) > 2 || len(away) > 2 || len(away) == 2 && away[0] == '0' {
		return detect.Match{}, false
	}
	if _, one := smallNumber(away); !one || !ofMatches(doc, hit) || firstIn(doc, sentenceOf(doc, hit.First), betting) >= 0 || norm(doc, i+1) == "ahead" || norm(doc, i+1) == "behind" || capital(doc, i-1) && !articleWords[norm(doc, i-1)] && hit.Phrase > 1 {
		return detect.Match{}, false
	}
	return match(s, home+"-"+away), true
}

var betting = setOf("odds bookmaker bookmakers ratio aspect")

var ofMatches = articleHas("match team club goal goals teams league football hockey handball halftime half-time championship tournament striker goalkeeper")

// judgeRoadNumber takes a letter and digits after a road in lower case.
func judgeRoadNumber(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	noun, number := hit.End-2, doc.Tokens[hit.End-1]
	digits := strings.TrimPrefix(strings.TrimLeft(number.Norm, "abcdefghjklmnopqrstuvwxyz"), "-")
	letters := len(number.Norm) - len(strings.TrimLeft(number.Norm, "abcdefghjklmnopqrstuvwxyz"))
	if capital(doc, noun) || !number.Is(article.Capital) || letters != 1 || digits == "" || len(digits) > 4 || strings.Trim(digits, "0123456789") != "" {
		return detect.Match{}, false
	}
	road := doc.Text[number.Start:number.End]
	if norm(doc, noun) != "road" && norm(doc, noun) != "route" {
		road += " " + norm(doc, noun)
	}
	if hit.Phrase == 1 && norm(doc, noun) == "highway" {
		return detect.Match{}, false
	}
	return match(doc.SpanOf(hit.Range), road), true
}
