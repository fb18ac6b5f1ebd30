package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// reportersVoice are heuristics of the reporter's own voice. Where the press of
// the source language lets the reporter comment, sum up and address the reader,
// English news has it said by those it quotes.
var reportersVoice = []detect.Heuristic{
	{
		Name: "that-is-inserted", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "he", "ja", "uk", "de"},
		Message:         `"That is" explains in a report; put the explanation in brackets or after a dash, or leave one of the two out.`,
		Doc: detect.Doc{
			What:   `", that is," inside a sentence.`,
			Why:    `Chinese "即", Russian "то есть", German "das heißt", Hebrew "כלומר" and Japanese "つまり" gloss in passing.`,
			Humans: `In columns and talk; texts whose author says "I" throughout are left alone.`,
			Misses: `"That is" after a dash or a stop, "i.e.".`,
		},
		Phrases: []string{", that is ,"}, Judge: take(not(columnist)),
		Examples: []detect.Example{
			{Text: "The second stage⟦, that is,⟧ the dam, starts in May."},
			{Text: "He owes a quarter⟦, that is,⟧ nine million."},
			{Text: "They came by water⟦, that is,⟧ by barge."},
		},
		NearMisses: []string{
			"The second stage, the dam, starts in May.",
			"He took the road that is, by law, a path.",
			"I like it, that is, I did until my fall.",
		},
	},
	{
		Name: "it-seems-that-report", Family: detect.Reportative, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "he", "ru", "uk"},
		Message:         `To whom does it seem? Name the source, or write "apparently".`,
		Doc: detect.Doc{
			What:   `"It seems that", "it seems like" at the head of a sentence or after a comma.`,
			Why:    `Japanese "ようだ", "らしい" and "そうだ" mark what the writer did not see himself, Hebrew "נראה" and Russian "похоже" what he infers. Most come from Japanese.`,
			Humans: `In columns and talk; texts whose author says "I" throughout are left alone.`,
			Misses: `"Seems to".`,
		},
		Phrases: []string{"it seems that|like", "it seems as if|though"}, Judge: take(not(columnist), either(opening, precededBy(", and but so ;"))),
		Examples: []detect.Example{
			{Text: "⟦It seems that⟧ the shop will close."},
			{Text: "The roof leaks, and ⟦it seems like⟧ nobody cares."},
			{Text: "The pool is empty. ⟦It seems that⟧ it will stay so."},
		},
		NearMisses: []string{
			"The shop will apparently close.",
			"He says it seems that nobody cares.",
			"It seems that I was wrong, and I lost my bet.",
		},
	},
	{
		Name: "reporter-regrets", Family: detect.Connective, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"de", "uk", "he", "cs", "ru", "zh"},
		Message:         "The reporter comments on the news; delete it, or say who sees it so.",
		Doc: detect.Doc{
			What:   `"Unfortunately" and "fortunately" outside quotations.`,
			Why:    `German "leider" and "zum Glück", Russian "к сожалению", Ukrainian "на жаль", Czech "bohužel", Hebrew "לצערי" and Chinese "幸好" slip into reports; English news leaves regret to those it quotes.`,
			Humans: `In columns, reviews and letters, and often enough in features that it is off by default; texts whose author says "I" throughout are left alone, and so is the "unfortunately named".`,
			Misses: `"Sadly", "luckily".`,
		},
		Phrases: []string{"unfortunately", "fortunately"}, Judge: take(not(columnist), not(followedBy("named titled timed placed"))),
		Examples: []detect.Example{
			{Text: "⟦Unfortunately⟧, the bridge was closed."},
			{Text: "Nobody, ⟦fortunately⟧, was hurt."},
			{Text: "The shop has ⟦unfortunately⟧ shut."},
		},
		NearMisses: []string{
			`"Unfortunately, it rained," said Kos.`,
			"Unfortunately, I missed my bus and I was late.",
			"The unfortunately named Mr Grubb lost.",
		},
	},
	{
		Name: "lets-in-report", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "cs", "uk", "de", "ru"},
		Message:         `"Let's" takes the reader along; state the fact.`,
		Doc: detect.Doc{
			What:   `"Let's" or "Let us" at the head of a sentence outside quotations.`,
			Why:    `Russian "давайте", Chinese "让我们" and Japanese "しましょう" invite the reader as a matter of course.`,
			Humans: `In columns, recipes and talk; texts whose author says "I" throughout are left alone.`,
			Misses: `"Let us recall", which is another rule's.`,
		},
		Phrases: []string{"let 's", "let's", "let us"}, Judge: take(opening, not(columnist), not(followedBy("recall remind remember note"))),
		Examples: []detect.Example{
			{Text: "⟦Let's⟧ look at the figures."},
			{Text: "The dam is old. ⟦Let us⟧ see how it was built."},
			{Text: "⟦Let's⟧ start with the price."},
		},
		NearMisses: []string{
			`"Let's go," said Kos.`,
			"Let's say I was late when I met my wife.",
			"They let us in.",
		},
	},
	{
		Name: "in-any-case-opening", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "zh", "ja", "ru", "fr"},
		Message:         "The reporter's voice sums up; delete the phrase.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "In any case,", "All in all," or "In a word,".`,
			Why:    `German "jedenfalls" and "alles in allem", French "en tout cas", Chinese "总之" and Russian "словом" belong to the narrator of the source.`,
			Humans: `In columns and talk; texts whose author says "I" throughout are left alone.`,
			Misses: `"In short,", "After all," and the like, which English writers use too.`,
		},
		Phrases: []string{"in any case ,", "all in all ,", "in a word ,"}, JudgeAll: inNews(openings(1, 0)),
		Examples: []detect.Example{
			{Text: "⟦In any case,⟧ the bridge is closed."},
			{Text: "The harvest was poor. ⟦In a word,⟧ prices rose."},
			{Text: "⟦All in all,⟧ nine people came."},
		},
		NearMisses: []string{
			"In any case of fire, ring the bell.",
			"All in all, I was late, as I am when my clock stops.",
			`"In any case, it rained," said Kos.`,
		},
	},
	{
		Name: "very-praise-in-report", Family: detect.Periphrasis, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "ru", "uk"},
		Message:         `The report judges by itself, with "very"; say who thinks so, or give the fact.`,
		Doc: detect.Doc{
			What:   `"Is very good", "are very beautiful", "is also very quiet" and the like outside quotations.`,
			Why:    `Chinese needs 很 before an adjective that is the predicate, and says no more by it than "is"; Japanese とても and Russian очень are as light. English news leaves praise to those it quotes.`,
			Humans: `In reviews and columns; texts whose author says "I" throughout are left alone.`,
			Misses: "Other adjectives, and the past tense.",
		},
		Phrases: []string{"is|are [really] very " + praise, "is|are also very _"}, Judge: take(not(columnist), not(reported), not(sentenceHas("researchers scientists gene genes study similar"))),
		Examples: []detect.Example{
			{Text: "The food there ⟦is very good⟧."},
			{Text: "The old town ⟦is also very quiet⟧."},
			{Text: "The rooms ⟦are very comfortable⟧ and cheap."},
		},
		NearMisses: []string{
			"The food there is good.",
			`"The food is very good," said Kos.`,
			"Kos says the food is very good.",
			"I think the food is very good, and I ate all of my plate.",
		},
	},
}

// praise is what reports say of things by themselves, as alternatives of a phrase.
const praise = "good|nice|beautiful|convenient|comfortable|delicious|clean|friendly|interesting|useful|practical|pleasant|tasty"

// reported holds where a verb of speech or thought governs the clause: the
// words are somebody's, not the reporter's.
func reported(doc *detect.Document, hit detect.Hit) bool {
	return slices.ContainsFunc(around(doc, hit), func(t article.Token) bool { return opinionVerbs[t.Norm] })
}

var opinionVerbs = setOf(`says said say saying thinks think thought believes believe believed according told tells feels feel felt adds added
	claims claimed argues argued insists insisted admits admitted explains explained warned warns agrees agreed`)
