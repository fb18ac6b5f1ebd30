package heuristics

import (
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
			What:   `A sentence that opens with "At the beginning of", "Since the beginning of", "Every year,", "After that,", "In recent years,", "In the future," and the like.`,
			Why:    `German "Anfang ...", "seit Beginn", Russian "с начала", "ежегодно", Chinese "近年来" and Hebrew "בשנים האחרונות" frame the sentence in time. English news begins with the fact. Together some ten times as frequent in machine translation as in native news.`,
			Humans: "Now and then, in surveys of a trade or an age.",
			Misses: "Years, months and weekdays.",
		},
		Scan: openings(1, 0, "at the beginning of", "since the beginning of", "at the end of last", "at the end of the", "every year ,", "every day ,", "after that ,", "before that ,",
			"in the future ,", "in recent years ,", "in the coming years ,", "in the following years ,", "in the evening ,", "in the evening of", "in the morning of", "during this time ,", "in the next few years ,", "subsequently ,"),
		Examples: []detect.Example{
			{Text: "⟦At the beginning of⟧ May, the bridge was closed."},
			{Text: "It was rebuilt. ⟦After that,⟧ it stood empty."},
			{Text: "⟦In recent years,⟧ the lake has shrunk."},
		},
		NearMisses: []string{
			"The bridge was closed at the beginning of May.",
			"In the future perfect, verbs change.",
			"Every year the lake shrinks.",
		},
	},
	{
		Name: "the-police-opening", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"cs", "de", "ja", "he"},
		Message:         `English news has "police" without the article.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "The police" as its subject.`,
			Why:    `German "die Polizei", Hebrew "המשטרה" and the English of Japanese dictionaries carry an article; English news drops it. Some fourteen times as frequent in machine translation as in native news.`,
			Humans: "Of one force that was named before.",
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
			Why:    `Chinese and Japanese set labels in 【 】 or ［ ］, which become square brackets. Some fifteen times as frequent in machine translation as in native news, and from these two languages only.`,
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
			Why:    `Chinese "各", Hebrew "שונים", Ukrainian "різні" and Japanese "さまざまな" mark a plural that English marks by its ending. After "in" some ten times as frequent in machine translation as in native news.`,
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
		Name: "and-thus-result", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "ru"},
		Message:         `"And thus" in a report; write "and so", or let the facts follow each other.`,
		Doc: detect.Doc{
			What:   `"And thus" inside a sentence.`,
			Why:    `German "und damit", "und somit" and Czech "a tím" are everyday links. Some six times as frequent in machine translation as in native news.`,
			Humans: "In science writing and comment.",
			Misses: `"Thus" by itself.`,
		},
		Phrases: []string{"and thus"}, Judge: replace([]swap{{"", "and so"}}, not(sentenceHas("gene genes cell cells researchers scientists study"))),
		Examples: []detect.Example{
			{Text: "She came third ⟦and thus⟧ reached the final.", Suggest: "and so"},
			{Text: "The dam broke, ⟦and thus⟧ the road was lost.", Suggest: "and so"},
			{Text: "Fares rose ⟦and thus⟧ fewer people came.", Suggest: "and so"},
		},
		NearMisses: []string{
			"She came third and so reached the final.",
			"Thus far and no further, he said.",
			"Researchers say the gene is silent and thus harmless.",
		},
	},
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
