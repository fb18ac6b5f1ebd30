package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
)

// connective are the heuristics of connectives and discourse frames. Links
// that a source language makes overt stay overt in translation (Blum-Kulka,
// "Shifts of cohesion and coherence in translation", 1986, calls it
// explicitation), while English news leaves them to the order of the facts.
// Those that open sentences stand here, those inside them in connective_inner.go,
// clefts and frames of whole clauses in cleft.go.
var connective = slices.Concat(openingConnectives, innerConnectives)

// openingConnectives stand at the head of sentences.
var openingConnectives = []detect.Heuristic{
	{
		Name: "thus-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "de", "cs", "fr"},
		Message:         `"Thus," at the head of a news sentence; delete it, or write "so".`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "Thus,".`,
			Why:    `Russian "таким образом" and "так", German "so", French "ainsi" open sentences in news, often only to introduce an example. English "thus" concludes an argument in scholarly prose.`,
			Humans: "In essays and science writing.",
			Misses: `"Thus" without the comma.`,
		},
		Phrases:  []string{"thus ,"},
		JudgeAll: withSuggestion(openings(1, 0), "So"),
		Examples: []detect.Example{
			{Text: "⟦Thus,⟧ the region lost its only hospital.", Suggest: "So"},
			{Text: "Wages fell. ⟦Thus,⟧ in May, many left.", Suggest: "So"},
			{Text: "The fee is small. ⟦Thus,⟧ nobody complained.", Suggest: "So"},
		},
		NearMisses: []string{
			"Thus far, the talks have failed.",
			"Thus began a long quarrel.",
			"He thus, in the end, gave way.",
		},
	},
	{
		Name: "in-addition-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "he", "cs", "ja", "zh"},
		Message:         `A sentence chained on by "In addition," or "Moreover,"; delete it, or write "also" inside the clause.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "In addition,", "Moreover,", "Besides," or "Furthermore,", at least one in fifteen of an article.`,
			Why:    `German "außerdem", Russian "кроме того", Japanese "また" and Chinese "此外" are obligatory links; human translators keep them too, so they mark a translation, not a machine.`,
			Humans: "One in a longer article is ordinary English and left alone.",
			Misses: "A single one in a longer article; links inside the clause.",
		},
		Phrases:  []string{"in addition ,", "besides ,", "moreover ,", "furthermore ,", "additionally ,", "in addition to this ,", "besides this ,"},
		JudgeAll: openings(1, 1.0/15),
		Examples: []detect.Example{
			{Text: "⟦In addition,⟧ two schools will close. ⟦Moreover,⟧ fees will rise.", Suggest: ""},
			{Text: "The pool is shut. ⟦Besides,⟧ the library leaks. ⟦Furthermore,⟧ the bus is late.", Suggest: ""},
			{Text: "⟦Additionally,⟧ the fine doubled.\n\n⟦In addition,⟧ the licence was lost.", Suggest: ""},
		},
		NearMisses: []string{
			"In addition, two schools will close." + longStory,
			"In addition to two schools, a clinic will close. Besides that, fees will rise.",
			"Nobody can say what else, moreover, will close.",
		},
	},
	{
		Name: "at-the-same-time-contrast", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "cs", "uk", "zh", "de"},
		Message:         `"At the same time," for mere contrast; write "but" or "meanwhile", or delete it.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "At the same time,", at least one in ten of an article.`,
			Why:    `Russian "при этом" and "в то же время", Czech "zároveň" and Chinese "同时" are bleached to "and" or "but"; the English reader looks for two things happening together.`,
			Humans: "Once in an article of more than ten sentences is ordinary, and left alone.",
			Misses: "A single one in a longer article.",
		},
		Phrases:  []string{"at the same time ,", "simultaneously ,", "meanwhile , at the same time ,"},
		JudgeAll: openings(1, 1.0/10),
		Examples: []detect.Example{
			{Text: "⟦At the same time,⟧ the firm denies it. Sales fell. ⟦At the same time,⟧ costs rose.", Suggest: ""},
			{Text: "⟦At the same time,⟧ he won. ⟦At the same time,⟧ she lost.", Suggest: ""},
			{Text: "Rain fell.\n\n⟦At the same time,⟧ it was warm.\n\n⟦At the same time,⟧ it was dark.", Suggest: ""},
		},
		NearMisses: []string{
			"At the same time, the firm denies any wrongdoing." + longStory,
			"At the same time, two boats sank. Rain fell. Roads closed. Trains ran. Few came. Shops shut. Bells rang. Dogs barked. Snow came. Wind rose. Trees fell.",
			"The two bombs exploded at the same time. At the same time every year, the river rises.",
			"He left at the same time, and she stayed.",
		},
	},
	{
		Name: "on-the-other-hand-orphan", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "it", "ja", "cs", "es"},
		Message:         `"On the other hand" without a first hand; write "but" or "by contrast", or delete it.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "On the other hand," in an article without "on the one hand".`,
			Why:    `French "par contre" and "en revanche", German "hingegen" and "dagegen", Japanese "一方" are everyday contrast, rendered by the heaviest English equivalent.`,
			Humans: "In comment and in reports of research, where two findings are weighed; left alone where the first person or the words of research show them.",
			Misses: `The phrase inside a sentence.`,
		},
		Phrases: []string{"on the other hand ,"},
		Judge:   replace([]swap{{"", "By contrast,"}}, opening, not(firstHand), not(columnist), not(weighing)),
		Examples: []detect.Example{
			{Text: "⟦On the other hand,⟧ the eastern districts were spared.", Suggest: "By contrast,"},
			{Text: "Wheat fell. ⟦On the other hand,⟧ barley rose.", Suggest: "By contrast,"},
			{Text: "Hull won at home. ⟦On the other hand,⟧ Leeds lost.", Suggest: "By contrast,"},
		},
		NearMisses: []string{
			"On the one hand, rents fell. On the other hand, wages fell too.",
			"He wore a ring on the other hand, not on this one.",
			"Researchers saw more sleep. On the other hand, appetite fell.",
			"On one hand the tax hurts. On the other hand, it is fair.",
		},
	},
	{
		Name: "by-the-way-narrator", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "cs", "he", "ja"},
		Message:         `"By the way" in the reporter's own voice; delete it.`,
		Doc: detect.Doc{
			What:   `"By the way" between commas or at the head of a sentence, outside quotations.`,
			Why:    `Russian "кстати", German "übrigens" and Czech "mimochodem" are at home in news; the English phrase is talk.`,
			Humans: "In columns and letters; in quotations, which are left alone.",
			Misses: `"Incidentally".`,
		},
		Phrases: []string{"by the way ,", ", by the way"},
		Judge:   take(either(opening, startsAtComma), either(opening, beforeMark)),
		Examples: []detect.Example{
			{Text: "⟦By the way,⟧ the actor turned 50 last month.", Suggest: ""},
			{Text: "The mayor⟦, by the way⟧, lives next door.", Suggest: ""},
			{Text: "It is the oldest bridge in the valley⟦, by the way⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"He was struck by the way, and the speed, of the change.",
			"She was troubled by the way he left.",
			"They camped by the way.",
		},
	},
	{
		Name: "in-particular-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "zh"},
		Message:         `"In particular," at the head of a sentence; merge the sentences with "including", or delete it.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "In particular,", at least one in sixteen of an article.`,
			Why:    `Russian "в частности", Ukrainian "зокрема" and German "insbesondere" introduce any detail; English news gives the detail.`,
			Humans: "In analysis and science writing, as a rule once in a long text, which is left alone.",
			Misses: "The phrase inside a sentence, and a single one in a long article.",
		},
		Phrases:  []string{"in particular ,"},
		JudgeAll: openings(1, 0.06),
		Examples: []detect.Example{
			{Text: "⟦In particular,⟧ the decree bans fireworks.", Suggest: ""},
			{Text: "Prices rose. ⟦In particular,⟧ bread cost twice as much.", Suggest: ""},
			{Text: "The law has gaps. ⟦In particular,⟧ it names no date.", Suggest: ""},
		},
		NearMisses: []string{
			"In particular cases the fee is waived.",
			"The decree bans fireworks in particular, he said.",
			"Nobody in particular, it seems, is to blame.",
		},
	},
	{
		Name: "connective-density", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "he", "ja", "zh"},
		Message:         "So many sentences open with a connective that the text reads like a translation; delete most of them.",
		Doc: detect.Doc{
			What:   "Four or more sentences, and at least one in eight, that open with a connective and a comma.",
			Why:    "Overt links between sentences are the best attested trait of translated text (Blum-Kulka 1986; Volansky, Ordan and Wintner, On the features of translationese, 2015).",
			Humans: "In comment and essays.",
			Misses: "Articles below the threshold.",
		},
		Phrases: []string{
			"in addition ,", "at the same time ,", "thus ,", "in this regard ,", "therefore ,", "moreover ,", "besides ,", "however ,", "in particular ,",
			"on the other hand ,", "also ,", "furthermore ,", "nevertheless ,", "as a result ,", "accordingly ,", "among other things ,", "consequently ,", "additionally ,",
		},
		JudgeAll: openings(4, 0.125),
		Examples: []detect.Example{
			{Text: "⟦Moreover,⟧ fares rose. ⟦In addition,⟧ routes were cut. ⟦Thus,⟧ riders left. ⟦However,⟧ revenue grew.", Suggest: ""},
			{Text: "⟦Also,⟧ it rained. ⟦Therefore,⟧ he stayed. ⟦Besides,⟧ he was ill. ⟦However,⟧ she left.", Suggest: ""},
			{Text: "Rain fell. ⟦As a result,⟧ roads closed. ⟦However,⟧ trains ran. ⟦Also,⟧ boats sailed. ⟦Nevertheless,⟧ few came.", Suggest: ""},
		},
		NearMisses: []string{
			"However, revenue grew. Fares rose. Routes were cut. Riders left.",
			"Moreover, fares rose. In addition, routes were cut. However, revenue grew.",
			"However they vote, they lose. Also present was Ms Lind. Thus far, nobody knows. Besides him, three left.",
		},
	},
	{
		Name: "thats-why-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "ja"},
		Message:         `"Therefore," or "Hence," at the head of a news sentence; join the sentences with "so".`,
		Doc: detect.Doc{
			What:   `Sentences that open with "Therefore,", "Hence,", "That's why" or "That is why", at least one in fifteen of an article.`,
			Why:    `German "deshalb", Russian "поэтому" and Japanese "そのため" open sentences all the time.`,
			Humans: "Once in a longer article, which is left alone.",
			Misses: "A single one in a longer article.",
		},
		Phrases:  []string{"that 's why", "that is why", "this is why", "therefore ,", "hence ,", "for this reason ,"},
		JudgeAll: openings(1, 1.0/15),
		Examples: []detect.Example{
			{Text: "⟦That's why⟧ the museum will close. ⟦Therefore,⟧ staff will go.", Suggest: ""},
			{Text: "⟦Hence,⟧ nobody paid. Rain fell. ⟦That is why⟧ the roof leaks.", Suggest: ""},
			{Text: "⟦This is why⟧ he left.\n\n⟦Therefore,⟧ the post is free.", Suggest: ""},
		},
		NearMisses: []string{
			"That's why the museum will close on Mondays." + longStory,
			"He asked why that is. Why it is closed, nobody knows.",
			"Staff will therefore go. The reason is money.",
		},
	},
	{
		Name: "indeed-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"fr", "he", "zh", "uk"},
		Message:         `"Indeed," where French "en effet" gives a reason; delete it, or write "because".`,
		Doc: detect.Doc{
			What:   `Two or more sentences that open with "Indeed,", "In effect," or "Effectively,".`,
			Why:    `French "en effet" means "because" or "for".`,
			Humans: "As often as machine translation in the labelled data, which hold no French: off by default.",
			Misses: "A single one.",
		},
		Phrases:  []string{"indeed ,", "in effect ,", "effectively ,"},
		JudgeAll: openings(2, 0),
		Examples: []detect.Example{
			{Text: "⟦Indeed,⟧ the shop is empty. ⟦Indeed,⟧ it closed in May.", Suggest: ""},
			{Text: "⟦In effect,⟧ he resigned. ⟦Indeed,⟧ he left.", Suggest: ""},
			{Text: "⟦Effectively,⟧ it rained. Few came. ⟦Indeed,⟧ none did.", Suggest: ""},
		},
		NearMisses: []string{
			"Indeed, the shop is empty.",
			"The tax is indeed, in effect, a fee.",
			"Indeed it is. Indeed, few came.",
		},
	},
	{
		Name: "as-for-topic", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "uk", "ja", "he", "ru"},
		Message:         "A topic set before the sentence; make it the subject.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "Regarding", "As regards", "With regard to" or "Concerning" and a noun phrase.`,
			Why:    `Chinese "关于" and "在...方面", Russian "что касается", Japanese "については" set the topic first; English makes it the subject.`,
			Humans: `"As for" and "In terms of" are ordinary English and left alone.`,
			Misses: `"As for", "When it comes to".`,
		},
		Phrases: []string{"regarding|concerning the|this|these|his|her|their|its|a", "as regards|concerns", "what concerns", "with regard|regards|respect to", "in relation to"},
		Judge:   take(opening),
		Examples: []detect.Example{
			{Text: "⟦Regarding the⟧ budget, the minister was silent.", Suggest: ""},
			{Text: "⟦As regards⟧ exports, the province ranks third.", Suggest: ""},
			{Text: "⟦With regard to⟧ pensions, nothing was decided.", Suggest: ""},
		},
		NearMisses: []string{
			"He spoke to reporters regarding the budget.",
			"As for the budget, the minister was silent.",
			"The province ranks third in terms of exports.",
		},
	},
	{
		Name: "in-any-case-narrator", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "he", "de", "ru", "uk"},
		Off:             true,
		Message:         "The reporter's voice sums up; delete the phrase.",
		Doc: detect.Doc{
			What:   `Sentences that open with "In any case,", "After all,", "In general,", "First of all," and the like: at least two, and one sentence in twelve of an article.`,
			Why:    `French "en tout cas" and "au final", German "jedenfalls", Russian "в общем" belong to the narrator of the source; an English news report seldom has more than one.`,
			Humans: "In columns, reviews and blogs, recognised by their first person and left alone; one in a report is ordinary. Off by default: even two of them in one article say little.",
			Misses: "A single one.",
		},
		Phrases: []string{
			"in any case ,", "in all cases ,", "anyway ,", "after all ,", "in the end ,", "in general ,", "in short ,",
			"basically ,", "naturally ,", "generally ,", "first of all ,",
		},
		JudgeAll: impersonal(openings(2, 1.0/12)),
		Examples: []detect.Example{
			{Text: "⟦In any case,⟧ the fine stands. ⟦After all,⟧ he signed.", Suggest: ""},
			{Text: "⟦In the end,⟧ nobody came. Rain fell. ⟦In any case,⟧ the hall was shut.", Suggest: ""},
			{Text: "⟦In general,⟧ prices fell.\n\n⟦In short,⟧ all is well.", Suggest: ""},
		},
		NearMisses: []string{
			"In any case, the fine stands." + longStory,
			"The ferry company fought for a year.\n\nIn the end, it sold the boat.",
			"I lost. In any case, the fine stands. After all, I signed.",
			"In the end the fine was paid. After all the noise, it was quiet.",
		},
	},
}
