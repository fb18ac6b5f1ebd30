package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// houseStyle are heuristics of words and forms that every newsroom's style
// guide puts out and that translations keep, because the source has nothing
// else. They were chosen on half of the labelled source documents and hold on
// the other half.
var houseStyle = []detect.Heuristic{
	{
		Name: "ordinal-after-month", Family: detect.Locale, Category: "locale/date-format", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "ru", "cs", "uk", "ko"},
		Message:         `"July 25th" for "July 25" or "25 July".`,
		Doc: detect.Doc{
			What:   `A month with an ordinal after it: "July 25th", "on May 3rd".`,
			Why:    `Chinese "25日", Japanese "25日", German "25." and Russian "25-го" mark the day's number, and systems render the mark. News style on both sides of the Atlantic writes the bare number.`,
			Humans: `In letters and talk, of July 4th and September 11th, and before an anniversary; left alone. It is the house style of The Economist, which can switch the rule off.`,
			Misses: `"25th of July", "the 25th" (see day-as-bare-ordinal).`,
		},
		Phrases: []string{monthAlternatives + " #"}, Judge: judgeOrdinalDay,
		Examples: []detect.Example{
			{Text: "The bridge opened on ⟦July 25th⟧.", Suggest: "July 25"},
			{Text: "Since ⟦March 3rd⟧ the pool has been shut.", Suggest: "March 3"},
			{Text: "The fair runs from ⟦May 1st⟧ to May 9.", Suggest: "May 1"},
		},
		NearMisses: []string{
			"The bridge opened on July 25.",
			"Fireworks on July 4th are banned.",
			"The towers fell on September 11th.",
			"She may 3rd in line for the job.",
			"They met on the May 25th anniversary of the quake.",
		},
	},
	{
		Name: "weekday-with-date", Family: detect.Locale, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ru", "ja", "de", "cs", "pl"},
		Message:         "Weekday and date of what has happened; English news gives one of them.",
		Doc: detect.Doc{
			What:   `"On Friday, July 25" and "on Friday, 25 July" of what has happened.`,
			Why:    `Ukrainian "у п'ятницю, 25 липня", German "am Freitag, dem 25. Juli" and Japanese dates give both as a matter of course. English news names the weekday within a week, and the date beyond it.`,
			Humans: "Of what is to come, in listings and invitations; sentences about the future are left alone.",
			Misses: "Weekdays in brackets after a date.",
		},
		Phrases: []string{"on " + weekdayAlternatives + " , " + monthAlternatives + " #", "on " + weekdayAlternatives + " , # [of] " + monthAlternatives},
		Judge:   judgeWeekdayDate,
		Examples: []detect.Example{
			{Text: "The shop burned down ⟦on Friday, July 25⟧."},
			{Text: "⟦On Saturday, 3 May⟧, two men were arrested."},
			{Text: "The vote was held ⟦on Sunday, October 1⟧."},
		},
		NearMisses: []string{
			"The shop burned down on Friday.",
			"The fair will open on Friday, July 25.",
			"The show runs until doors close on Saturday, 3 May.",
			"He was born on Friday, July 25, 1902.",
		},
	},
	{
		Name: "latin-abbreviation-in-prose", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "zh", "he", "ru", "ja"},
		Message:         `"I.e." or "e.g." in news prose; write "or", a dash, or "for example".`,
		Doc: detect.Doc{
			What:   `"I.e." and "e.g." outside brackets.`,
			Why:    `German "d. h." and "z. B.", Czech "tj." and "např." and Russian "т. е." are plain print. Style guides of English papers bar the Latin ones.`,
			Humans: "In instructions, letters and papers, mostly in brackets.",
			Misses: `"Resp." for "or".`,
		},
		Phrases: []string{"i.e.|i.e|e.g.|e.g"}, Judge: judgeLatin,
		Examples: []detect.Example{
			{Text: "The top tier, ⟦i.e.⟧ the first ten clubs, met in Bern."},
			{Text: "Some goods, ⟦e.g.⟧ tea, are exempt.", Suggest: "for example"},
			{Text: "It closes at dusk, ⟦i.e.⟧ at five in winter."},
		},
		NearMisses: []string{
			"The top tier, or the first ten clubs, met in Bern.",
			"Some goods (e.g. tea) are exempt.",
			"Some goods (the cheaper ones, i.e. tea and salt) are exempt.",
			"I.E. Surfaces laid the floor.",
		},
	},
	{
		Name: "stated-for-said", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "zh", "he", "cs"},
		Message:         `"Stated that" for "said".`,
		Doc: detect.Doc{
			What:   `"Stated that" with a person or a body as its subject.`,
			Why:    `Russian "заявил", Ukrainian "заявив", Czech "uvedl" and Chinese "表示" are the plain verbs of speech there. English news writes "said".`,
			Humans: "Of documents: a law, a letter or a report states; left alone.",
			Misses: `"Emphasized" and "noted", which English news has too.`,
		},
		Phrases: []string{"stated that"}, Judge: replace([]swap{{"", "said"}}, personStates),
		Examples: []detect.Example{
			{Text: "The minister ⟦stated that⟧ the road is safe.", Suggest: "said"},
			{Text: "Pavel Horak ⟦stated that⟧ he knew nothing.", Suggest: "said"},
			{Text: "She also ⟦stated that⟧ the talks go on.", Suggest: "said"},
		},
		NearMisses: []string{
			"The report stated that the road was safe.",
			"It was stated that the road is safe.",
			"The letter he wrote stated that he knew nothing.",
			"A sign stated that dogs must be kept out.",
		},
	},
	{
		Name: "first-of-all-opening", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "uk", "fr", "it"},
		Message:         `"First of all," at the head of a news sentence; write "first", or drop it.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "First of all,".`,
			Why:    `Chinese "首先", Japanese "まず", German "zunächst", Ukrainian "насамперед" begin a list of reasons. English news seldom announces one.`,
			Humans: "In talk, columns and instructions; texts that say \"I\" throughout are left alone.",
			Misses: `"Firstly,".`,
		},
		Phrases: []string{"first of all ,"}, JudgeAll: inNews(withSuggestion(openings(1, 0), "First,")),
		Examples: []detect.Example{
			{Text: "⟦First of all,⟧ the roof must be mended.", Suggest: "First,"},
			{Text: "The plan is simple. ⟦First of all,⟧ trees are planted.", Suggest: "First,"},
			{Text: "Three things count. ⟦First of all,⟧ the price.", Suggest: "First,"},
		},
		NearMisses: []string{
			"First, the roof must be mended.",
			"She came first of all the runners.",
			`"First of all, the roof must be mended," she said.`,
			"HOST: What now?\n\nMAYOR: First of all, the roof must be mended.\n\nHOST: And then?\n\nMAYOR: The door.",
			"First of all the roof must be mended.",
		},
	},
	{
		Name: "also-sentence-initial", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "ru", "he", "uk", "zh"},
		Message:         `"Also," at the head of a sentence; put "also" to the verb.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "Also,", at least one in 25 of an article.`,
			Why:    `Japanese "また", Russian "также" and Hebrew "כמו כן" open sentences. English puts "also" to the verb.`,
			Humans: "In columns, known by their first person and left alone, and once in a longer article.",
			Misses: `"Also" without a comma.`,
		},
		Phrases: []string{"also ,"}, JudgeAll: inNews(openings(1, 1.0/25)),
		Examples: []detect.Example{
			{Text: "The road is shut. ⟦Also,⟧ the bridge is closed."},
			{Text: "⟦Also,⟧ fares rose in May."},
			{Text: "It rained.\n\n⟦Also,⟧ the wind was strong."},
		},
		NearMisses: []string{
			"The bridge is also closed.",
			"Also present was the mayor.",
			"I missed my bus. Also, it rained on me.",
			"Also, fares rose." + longStory + longStory,
		},
	},
}

const weekdayAlternatives = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

// judgeOrdinalDay takes a month with an ordinal after it, holidays and
// anniversaries apart.
func judgeOrdinalDay(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	month, day := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	digits := strings.TrimRight(day.Norm, "abcdefghijklmnopqrstuvwxyz")
	suffix := day.Norm[len(digits):]
	if suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th" || len(digits) == 0 || len(digits) > 2 || !month.Is(article.Capital) {
		return detect.Match{}, false
	}
	if month.Norm == "july" && digits == "4" || month.Norm == "september" && digits == "11" || lowerWord(following(doc, hit, 1)) && nounAfterDate[following(doc, hit, 1).Norm] {
		return detect.Match{}, false
	}
	return match(doc.SpanOf(hit.Range), doc.Slice(month.Span)+" "+digits), true
}

var nounAfterDate = setOf("anniversary birthday movement attack attacks protest protests coup massacre revolution vote election deadline edition issue")

// judgeWeekdayDate takes a weekday with a date in a sentence about the past.
func judgeWeekdayDate(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	year := next.Kind == article.Number || next.Norm == "," && following(doc, hit, 2).Kind == article.Number && len(following(doc, hit, 2).Norm) == 4
	s := sentenceOf(doc, hit.First)
	before, after := article.Range{First: s.First, End: hit.First}, article.Range{First: hit.End, End: s.End}
	if year || firstIn(doc, before, aboutFuture) >= 0 || firstIn(doc, after, aboutFuture) >= 0 || !verbIn(doc, s.First, s.End) {
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

var aboutFuture = setOf("will would to is are can may might must should until by from due scheduled planned expected opens runs begins starts takes returns plays")

// judgeLatin takes the abbreviations outside brackets.
func judgeLatin(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	if t.Is(article.Capital) || !outsideBrackets(doc, hit) || !t.Is(article.SpaceBefore) || following(doc, hit, 1).Norm == "" {
		return detect.Match{}, false
	}
	if t.Norm[0] == 'i' {
		return match(t.Span, ""), true // a dash, brackets or "or", as the sentence goes on
	}
	return match(t.Span, "for example"), true
}

// personStates holds where no document is the subject of "stated".
func personStates(doc *detect.Document, hit detect.Hit) bool {
	s := sentenceOf(doc, hit.First)
	return !beForms[preceding(doc, hit, 1).Norm] && firstIn(doc, article.Range{First: s.First, End: hit.First}, documentNouns) < 0
}

var documentNouns = setOf(`report reports letter letters contract law laws document documents rule rules policy act agreement article statement judgment judgement
	ruling sign notice email e-mail note notes memo memorandum affidavit complaint lawsuit filing filings indictment release bill petition paper study survey website guidelines
	guidance treaty charter constitution order resolution code text manual terms warrant post tweet message certificate will testament it which that`)
