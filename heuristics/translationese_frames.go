package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// smallFrames are heuristics of small words and marks that go with a sentence
// or a noun in the source and not in English.
var smallFrames = []detect.Heuristic{
	{
		Name: "time-frame-before-news", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "he", "zh", "uk", "ja"},
		Message:         "The time stands before the news; put it last, or leave it out.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "At the beginning of", "Since the beginning of", "Every year,", "After that,", "In the coming years,", "In the future," and the like.`,
			Why:    `German "Anfang ...", "seit Beginn", Russian "с начала", "ежегодно", Chinese "近年来" and Hebrew "בשנים האחרונות" frame the sentence in time. English news begins with the fact.`,
			Humans: "Now and then, in surveys of a trade or an age; \"After that,\" and \"In the future,\" count only beside another.",
			Misses: "Years, months and weekdays.",
		},
		Phrases:  slices.Concat(timeFrames, plainTimeFrames),
		JudgeAll: judgeTimeFrames,
		Examples: []detect.Example{
			{Text: "⟦At the beginning of⟧ May, the bridge was closed."},
			{Text: "It was rebuilt. ⟦After that,⟧ it stood empty. ⟦Every year,⟧ weeds grew."},
			{Text: "⟦In the coming years,⟧ the lake will shrink."},
		},
		NearMisses: []string{
			"The bridge was closed at the beginning of May.",
			"In the future perfect, verbs change.",
			"Every year the lake shrinks.",
			"It was rebuilt. After that, it stood empty.",
			"At the end of the day, that is not good enough.",
		},
	},
	{
		Name: "the-police-opening", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"cs", "de", "ja", "he"},
		Message:         `English news has "police" without the article.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "The police" as its subject.`,
			Why:    `German "die Polizei", Hebrew "המשטרה" and the English of Japanese dictionaries carry an article; English news drops it.`,
			Humans: "Of one force that was named before, and as the house style of The New York Times and of papers in India and Singapore; that is why it is off.",
			Misses: `"The police" inside a sentence.`,
		},
		Phrases: []string{"the police"}, Judge: replace([]swap{{"", "police"}}, opening, policeAct),
		Examples: []detect.Example{
			{Text: "⟦The police⟧ have arrested two men.", Suggest: "Police"},
			{Text: "A car burned. ⟦The police⟧ said nobody was hurt.", Suggest: "Police"},
			{Text: "⟦The police⟧ are looking for witnesses.", Suggest: "Police"},
		},
		NearMisses: []string{
			"The police officer was hurt.",
			"The police in Velm had no car.",
			"Police have arrested two men.",
		},
	},
	{
		Name: "bracketed-label-opening", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh"}, Where: detect.Everywhere,
		Message: "A label in square brackets before the text; it is the source's layout. Make it a heading or delete it.",
		Doc: detect.Doc{
			What:   `A paragraph that opens with a label in square brackets: "[Weather]".`,
			Why:    `Chinese and Japanese set labels in 【 】 or ［ ］, which become square brackets. From these two languages only.`,
			Humans: "Editors' insertions in quotations, which begin with a small letter or stand inside them.",
			Misses: "Labels with a colon.",
		},
		Scan: scanLabels,
		Examples: []detect.Example{
			{Text: "⟦[Weather]⟧ Rain fell in the north."},
			{Text: "It was late.\n\n⟦[Opening hours]⟧ Nine to five."},
			{Text: "⟦[Velm]⟧ Two ferries collided."},
		},
		NearMisses: []string{
			"[he] said nothing.",
			"Rain [and snow] fell in the north.",
			"[1] See the second note.",
		},
	},
	{
		Name: "in-various-filler", Family: detect.Periphrasis, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "he", "uk", "ja"},
		Message:         `"Various" says nothing; name them, give the number, or delete it.`,
		Doc: detect.Doc{
			What:   `"In various countries", "at various levels", "from various parts".`,
			Why:    `Chinese "各", Hebrew "שונים", Ukrainian "різні" and Japanese "さまざまな" mark a plural that English marks by its ending.`,
			Humans: "Now and then.",
			Misses: `"Various" as a subject or object.`,
		},
		Phrases: []string{"in various _"}, Judge: replace(nil, not(followedBy("- of"))),
		Examples: []detect.Example{
			{Text: "The club plays ⟦in various towns⟧."},
			{Text: "Prices rose ⟦in various markets⟧ in May."},
			{Text: "She worked ⟦in various firms⟧."},
		},
		NearMisses: []string{
			"The club plays in nine towns.",
			"Various towns objected.",
			"In a various and busy life he had one friend.",
		},
	},
	{
		Name: "and-thus-result", Family: detect.Connective, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"de", "cs", "ru"},
		Message:         `"And thus" in a report; write "and so", or let the facts follow each other.`,
		Doc: detect.Doc{
			What:   `"And thus" inside a sentence.`,
			Why:    `German "und damit", "und somit" and Czech "a tím" are everyday links.`,
			Humans: "In science writing and comment, and often enough in reports that an editor would let most stand: off by default.",
			Misses: `"Thus" by itself.`,
		},
		Phrases: []string{"and thus"}, Judge: replace([]swap{{"", "and so"}}, not(followedBy("far")), not(sentenceHas("gene genes cell cells researchers scientists study"))),
		Examples: []detect.Example{
			{Text: "She came third ⟦and thus⟧ reached the final.", Suggest: "and so"},
			{Text: "The dam broke, ⟦and thus⟧ the road was lost.", Suggest: "and so"},
			{Text: "Fares rose ⟦and thus⟧ fewer people came.", Suggest: "and so"},
		},
		NearMisses: []string{
			"She came third and so reached the final.",
			"Thus far and no further, he said.",
			"It is early days, and thus far the two are level.",
			"Researchers say the gene is silent and thus harmless.",
		},
	},
	{
		Name: "on-the-other-hand-inserted", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ja", "he", "zh"},
		Message:         `"On the other hand" inserted without a first hand; write "but", "meanwhile" or nothing.`,
		Doc: detect.Doc{
			What:   `", on the other hand," inside a sentence, in an article without "on the one hand".`,
			Why:    `German "hingegen" and "dagegen" and Japanese "一方" stand after the subject and say no more than "but".`,
			Humans: "In comment and in reports of research; left alone where the first person or the words of research show them.",
			Misses: "The phrase without commas; at the head of a sentence it is another rule's.",
		},
		Phrases: []string{", on the other hand ,"}, Judge: replace([]swap{{"", ", meanwhile,"}}, not(firstHand), not(columnist), not(weighing)),
		Examples: []detect.Example{
			{Text: "The north⟦, on the other hand,⟧ stayed dry.", Suggest: ", meanwhile,"},
			{Text: "Wheat fell. Barley⟦, on the other hand,⟧ rose.", Suggest: ", meanwhile,"},
			{Text: "His deputy⟦, on the other hand,⟧ said nothing.", Suggest: ", meanwhile,"},
		},
		NearMisses: []string{
			"On the one hand rents fell. Wages, on the other hand, fell too.",
			"The ring was on the other hand, not on this.",
			"The north, meanwhile, stayed dry.",
		},
	},
	{
		Name: "is-therefore-in-report", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs"},
		Message:         `"Is therefore" in a report; begin with "So", or join the clauses with "so".`,
		Doc: detect.Doc{
			What:   `"Is therefore", "was therefore", "has therefore" and the like.`,
			Why:    `German "daher" and "deshalb" and Czech "proto" stand after the verb, and the translation keeps the place.`,
			Humans: "In judgments and science writing.",
			Misses: `"Therefore" before the verb.`,
		},
		Phrases: []string{"is|are|was|were|has|have|had|will|must|should therefore"}, Judge: take(not(sentenceHas("gene genes cell cells researchers scientists study court judge"))),
		Examples: []detect.Example{
			{Text: "The bridge ⟦is therefore⟧ closed."},
			{Text: "The club ⟦has therefore⟧ raised its fees."},
			{Text: "Visitors ⟦must therefore⟧ book ahead."},
		},
		NearMisses: []string{
			"So the bridge is closed.",
			"The court was therefore right to ask.",
			"He therefore raised the fees.",
		},
	},
	{
		Name: "prosecutors-office-for-prosecutors", Family: detect.Naming, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "es", "it", "fr"},
		Message:         `The prosecutor's office speaks; English news has "prosecutors".`,
		Doc: detect.Doc{
			What:   `"The public prosecutor's office" and "the prosecutor's office" as the one who acts.`,
			Why:    `German "Staatsanwaltschaft", Russian "прокуратура", Spanish "fiscalía", Italian "procura" and French "parquet" are bodies; English news says "prosecutors".`,
			Humans: "Where the building or the office is meant, and in American cities for one named office.",
			Misses: `"Prosecution" and "Attorney General's Office".`,
		},
		Phrases: []string{"the public prosecutor 's office", "the prosecutor 's office", "the public prosecutor"}, Judge: replace([]swap{{"", "prosecutors"}, {"", "prosecutors"}, {"", "prosecutors"}}, not(followedBy("in of for building 's '"))),
		Examples: []detect.Example{
			{Text: "⟦The prosecutor's office⟧ charged two men.", Suggest: "Prosecutors"},
			{Text: "The mayor said ⟦the public prosecutor's office⟧ had been told.", Suggest: "prosecutors"},
			{Text: "⟦The public prosecutor⟧ asked for nine years.", Suggest: "Prosecutors"},
		},
		NearMisses: []string{
			"Prosecutors charged two men.",
			"The prosecutor's office building burned.",
			"The prosecutor asked for nine years.",
		},
	},
	{
		Name: "narrator-comments-opening", Family: detect.Connective, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"de", "ru", "he", "uk", "ja"},
		Message:         "The reporter comments or sums up; delete it.",
		Doc: detect.Doc{
			What:   `A sentence outside quotations that opens with "Of course,", "After all,", "Unfortunately,", "In general,", "In principle,", "As a rule," or "In the end,".`,
			Why:    `German "natürlich", "schließlich", "leider", Russian "конечно", "в целом", "как правило" and Hebrew "לצערי" comment in passing in news too; English news leaves comment to others.`,
			Humans: "In comment, often enough that it is off by default (four times as frequent in machine translation as in native text); in pieces told in the first person, which are left alone.",
			Misses: "The words inside a sentence.",
		},
		Phrases:  []string{"of course ,", "after all ,", "unfortunately ,", "fortunately ,", "in general ,", "in principle ,", "as a rule ,", "in the end ,", "in short ,", "first of all ,"},
		JudgeAll: impersonal(openings(1, 0)),
		Examples: []detect.Example{
			{Text: "⟦Of course,⟧ the bridge was closed."},
			{Text: "The fee is high. ⟦After all,⟧ the road is new."},
			{Text: "⟦In general,⟧ the harvest was poor."},
		},
		NearMisses: []string{
			"The bridge, of course, was closed.",
			"Of course, I was wrong, and I said so.",
			`"Unfortunately, it rained," said Kos.`,
		},
	},
}

// timeFrames open sentences of translations; plainTimeFrames those of English
// writers too, now and then.
var (
	timeFrames = []string{
		"at the beginning of", "since the beginning of", "at the end of the year", "at the end of the month", "at the end of the week", "every year ,",
		"in the coming years ,", "in the following years ,", "in the evening|morning of #|" + monthAlternatives, "in the evening ,", "every day ,",
		"during this time ,", "in the next few years ,",
	}
	plainTimeFrames = []string{
		"at the end of last", "after that ,", "before that ,", "in the future ,",
	}
)

// judgeTimeFrames takes the frames of an article unless there is only one, and
// that a plain one.
func judgeTimeFrames(doc *detect.Document, hits []detect.Hit) []detect.Match {
	found := openings(1, 0)(doc, hits)
	if len(found) == 1 && !slices.ContainsFunc(hits, func(h detect.Hit) bool {
		return h.Phrase < len(timeFrames) && doc.Tokens[h.First].Start == found[0].Start
	}) {
		return nil
	}
	return found
}

// policeAct holds where a verb or an adverb follows "the police": they are the
// subject.
func policeAct(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	return lowerWord(t) && (auxiliary[t.Norm] || isPast(t.Norm) || isAdverb(t.Norm) || policeVerbs[t.Norm])
}

var policeVerbs = setOf("also now say believe suspect assume want ask appeal hope investigate search then still")

// scanLabels finds labels in square brackets at the head of a paragraph.
func scanLabels(doc *detect.Document) []detect.Match {
	var out []detect.Match
	for _, p := range doc.Paragraphs {
		tokens := doc.TokensIn(p.Tokens)
		if len(tokens) < 4 || tokens[0].Norm != "[" || !capitalWord(tokens[1]) {
			continue
		}
		for i := 2; i < min(len(tokens)-1, 8); i++ {
			if tokens[i].Norm == "]" {
				out = append(out, detect.Match{Span: article.Span{Start: tokens[0].Start, End: tokens[i].End}})
				break
			}
		}
	}
	return out
}
