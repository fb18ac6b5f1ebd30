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
	newsroomHeuristic(detect.Heuristic{
		Name: "statement-formula-turkish", Severity: detect.Minor,
		SourceLanguages: []string{"tr", "az", "ar"},
		Message:         "A formula of Turkish or Arabic news agencies word for word.",
		Doc: detect.Doc{
			What:   `"Used the following expressions", "made statements to the press members", "despite all the interventions", "the importance of intensifying efforts".`,
			Why:    `Turkish reports close with "şu ifadeleri kullandı" and "basın mensuplarına açıklamalarda bulundu", and those of accidents with "tüm müdahalelere rağmen kurtarılamadı"; Arabic agencies have "أهمية تكثيف الجهود".`,
			Humans: "In minutes of meetings; none occurs in two million words of native news.",
			Misses: "Formulas that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "The minister ⟦used the following expressions⟧ in her speech.", Suggest: "said"},
			{Text: "He spoke ⟦to the press members⟧ at the gate.", Suggest: "to reporters"},
			{Text: "The driver died ⟦despite all the interventions⟧.", Suggest: "despite efforts to save him or her"},
		},
		NearMisses: []string{
			"The following expressions are used in the north.",
			"Members of the press waited at the gate.",
			"Despite all the interventions of the bank, the pound fell.",
			"She stressed the importance of sleep.",
		},
	}, agencyStatements, not(followedBy("of by"))),
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

var agencyStatements = []swap{
	{"used the following expressions|statements|phrases|sentences", "said"},
	{"use|uses|using the following expressions|statements|phrases|sentences", ""},
	{"gave place to the following", ""},
	{"{make} intervention|interventions to|on", ""},
	{"the event|incident place .|,|and|made|started", ""},
	{"{refer|transfer|dispatch|send} to the courthouse", ""},
	{"whose procedures|transactions|proceedings were completed", ""},
	{"exchanged with him|her|them [the|some] talks|views|conversations|opinions", ""},
	{"to [the] press members", "to reporters"},
	{"{make} [a] statement|statements to [the] press members", ""},
	{"despite all [the] interventions", "despite efforts to save him or her"},
	{"(importance|necessity|need) (of|to|for) intensifying|intensify|consolidating|consolidate|activating|activate|unifying|unify|concerting [the|all|joint] efforts|cooperation|relations", ""},
	{"(exchanged|reviewed) [the] (views|talks) about [the] ways of", ""},
	{"ways of strengthening|enhancing|developing|activating [the] (relations|bilateral relations|joint cooperation)", ""},
}
