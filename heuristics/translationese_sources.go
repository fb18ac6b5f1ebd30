package heuristics

import (
	"slices"
	"strconv"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// sourceFormulas are heuristics of set forms of one press or another: how it
// attributes, dates and addresses.
var sourceFormulas = []detect.Heuristic{
	{
		Name: "so-attribution", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "nl"},
		Message:         `"So" attributes in the source; write "... said".`,
		Doc: detect.Doc{
			What:   `A quotation followed by ", so the spokesman" or ", so Meyer", with no verb.`,
			Why:    `German "so der Sprecher" and Dutch "aldus" name the speaker without a verb.`,
			Humans: "Never.",
			Misses: `"So" before a name and a verb ("so Meyer says").`,
		},
		Phrases: []string{"so _"}, Judge: judgeSoSpeaker,
		Examples: []detect.Example{
			{Text: `"The hall is safe," ⟦so⟧ Fire Chief Torsten Mahlke.`},
			{Text: `"We saw nothing," ⟦so⟧ the spokesman.`},
			{Text: `"The fire is out", ⟦so⟧ police spokeswoman Ines Roth.`},
			{Text: `"It will take years", ⟦so⟧ Meyer on Friday.`},
		},
		NearMisses: []string{
			`"The hall is safe," so the chief went home.`,
			`"It rained," so Mahlke took the bus.`,
			"It was late, so the spokesman left.",
		},
	},
	{
		Name: "today-comma-weekday", Family: detect.Locale, Category: "locale/date-format", Severity: detect.Minor,
		SourceLanguages: []string{"ar", "es", "fr", "it"},
		Message:         "The day is named twice; write the weekday alone.",
		Doc: detect.Doc{
			What:   `"Today, Tuesday," and "yesterday, Monday," inside a sentence.`,
			Why:    `Arabic "اليوم الثلاثاء" and "أمس الاثنين" are the regular way to date an agency report, and Spanish and Italian agencies write "hoy, martes". No native article of the labelled data does.`,
			Humans: "In letters and calendars.",
			Misses: `"On Tuesday today".`,
		},
		Phrases: []string{"today|yesterday|tomorrow , [on] " + weekdayAlternatives + " ,", "today|yesterday|tomorrow ( " + weekdayAlternatives + " )"},
		Judge:   judgeDayTwice,
		Examples: []detect.Example{
			{Text: "The minister received ⟦today, Tuesday,⟧ two envoys.", Suggest: "on Tuesday"},
			{Text: "The court met ⟦yesterday, Monday,⟧ in Velm.", Suggest: "on Monday"},
			{Text: "The shops will close ⟦tomorrow (Friday)⟧ at noon.", Suggest: "on Friday"},
		},
		NearMisses: []string{
			"The minister received two envoys on Tuesday.",
			"It was busy today. Tuesday, said Kos, is quiet.",
			"Open today, Tuesday and Friday.",
		},
	},
	{
		Name: "martyred-for-killed", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"ar", "tr", "ur", "fa", "uk"},
		Message:         `"Martyred" takes a side; write "killed".`,
		Doc: detect.Doc{
			What:   `"Was martyred", "were martyred", "the martyrs", "five martyrs" of people who were killed.`,
			Why:    `Arabic "استشهد" and "شهيد" and Turkish "şehit" are the regular words of the press there for those killed in war or on duty. English news has "killed" and "the dead".`,
			Humans: "Of saints and in history, in names, and of a person for the sake of a cause.",
			Misses: `"Martyrdom".`,
		},
		Phrases: phrasesOf(martyrs), Judge: replace(martyrs, not(capitalAt(-1)), not(ofHistory)),
		Examples: []detect.Example{
			{Text: "Eight people ⟦were martyred⟧ in the shelling.", Suggest: "were killed"},
			{Text: "A soldier ⟦was martyred⟧ near the border.", Suggest: "was killed"},
			{Text: "Among ⟦the martyrs⟧ are three children.", Suggest: "the dead"},
		},
		NearMisses: []string{
			"Eight people were killed in the shelling.",
			"Saint Alban was martyred by the Romans.",
			"The al-Aqsa Martyrs Brigades took part.",
			"Flowers were laid for the martyrs of 1916.",
			"A plaque for the martyrs of the rising was stolen.",
		},
	},
	{
		Name: "protocol-formula", Family: detect.Periphrasis, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ar", "tr", "zh"},
		Message:         "A formula of protocol; English news leaves it out.",
		Doc: detect.Doc{
			What:   `"His Excellency the minister", "the two brotherly countries", "the delegation accompanying him", "his thanks and appreciation".`,
			Why:    `Arabic agencies report visits in fixed words: "فخامة", "معالي", "البلدين الشقيقين", "الوفد المرافق له", "شكره وتقديره"; Turkish has "kardeş ülke". No native article of the labelled data has one of them outside quotations.`,
			Humans: "In invitations and court circulars.",
			Misses: "Other formulas.",
		},
		Phrases: phrasesOf(protocol), Judge: replace(protocol),
		Examples: []detect.Example{
			{Text: "⟦His Excellency⟧ President Haddad arrived at noon."},
			{Text: "Ties between ⟦the two brotherly countries⟧ were discussed.", Suggest: "the two countries"},
			{Text: "The envoy and ⟦the delegation accompanying him⟧ left.", Suggest: "his delegation"},
		},
		NearMisses: []string{
			"President Haddad arrived at noon.",
			`"His Excellency is late," said the guard.`,
			"He gave his brother a brotherly hug.",
		},
	},
}

// ofHistory holds where a sentence speaks of religion, of remembrance or of a
// year that is long past.
func ofHistory(doc *detect.Document, hit detect.Hit) bool {
	return slices.ContainsFunc(around(doc, hit), func(t article.Token) bool {
		year, err := strconv.Atoi(t.Norm)
		return remembrance[t.Norm] || err == nil && year > 1000 && year < 1980
	})
}

var remembrance = setOf(`saint saints church christian christians christianity catholic century bishop pope religion religious faith cause
	brigade brigades square day rising revolution anniversary memorial monument plaque statue shrine museum`)

var martyrs = []swap{
	{"was martyred", "was killed"},
	{"were martyred", "were killed"},
	{"the martyrs", "the dead"},
	{"#|two|three|four|five|six|seven|eight|nine|ten martyrs", ""},
}

var protocol = []swap{
	{"his|her excellency [the]", ""},
	{"the two brotherly|sisterly|fraternal countries|peoples|nations|states", "the two _"},
	{"brotherly|sisterly|fraternal country|countries|state|states|relations", "_"},
	{"the delegation accompanying him", "his delegation"},
	{"the delegation accompanying her", "her delegation"},
	{"his|her thanks and appreciation", "thanks"},
}

// judgeSoSpeaker takes "so" after a closing quotation mark, with or without a
// comma between, where no verb follows in the sentence.
func judgeSoSpeaker(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	so, first := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	mark := preceding(doc, hit, 1).Norm
	if mark == "," {
		mark = preceding(doc, hit, 2).Norm
	}
	if mark != "\"" && mark != "”" && mark != "“" || so.Is(article.Capital) {
		return detect.Match{}, false
	}
	if first.Norm != "the" && !capitalWord(first) && firstIn(doc, article.Range{First: hit.End, End: min(hit.End+2, sentenceOf(doc, hit.First).End)}, spokespeople) < 0 || verbIn(doc, hit.End, min(hit.End+20, sentenceOf(doc, hit.First).End)) {
		return detect.Match{}, false
	}
	return detect.Match{Span: so.Span}, true
}

// spokespeople speak for others; "police speaker" is "Polizeisprecher".
var spokespeople = setOf("spokesman spokeswoman spokesperson speaker chief director mayor")

// judgeDayTwice keeps the weekday.
func judgeDayTwice(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	day := doc.Tokens[hit.End-2]
	return match(doc.SpanOf(hit.Range), "on "+doc.Slice(day.Span)), day.Is(article.Capital)
}
