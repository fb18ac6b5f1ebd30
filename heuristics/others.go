package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/story"
)

// others are the heuristics that need other tellings of the same story; package
// story finds what they report.
var others = []detect.Heuristic{
	{
		Name:         "altered-quotation",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Major,
		Disagreement: story.AlteredQuotation,
		Doc: detect.Doc{
			What: "A quotation whose words differ from those that at least two other, independent tellings of the story agree on.",
			Why: "A quotation has one wording, and outlets that heard or read it print the same words. A quotation that was translated " +
				"and translated back, or run through a paraphraser, keeps its quotation marks and loses its words: “truly sorry” " +
				"comes back as “sincerely afflicted”.",
			Humans: "Journalists cut quotations, fit them into their sentence, put words in brackets, write out or contract what was said, " +
				"spell by house style and hear a filler more or less. None of that is reported, nor a wording that any other telling shares, " +
				"nor one that stands beside the others' wording in the same article. What remains are mishearings, and statements that were made twice.",
			Misses: "Quotations that fewer than two other tellings have, wordings that differ by a single function word, quotations of " +
				"fewer than two content words, and a story most of whose tellings come from one altered text.",
		},
		Message: "This quotation has a wording that no other telling of the story has.",
	},
	{
		Name:         "kinship-conflict",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Critical,
		Disagreement: story.KinshipConflict,
		Doc: detect.Doc{
			What: "A family relation that the rest of the story contradicts: a “stepfather” who is a father-in-law everywhere else, a cousin who is a brother.",
			Why: "Languages cut families differently. French “beau-père” is a stepfather or a father-in-law, “beau-fils” a stepson or a " +
				"son-in-law; German “Schwager”, Spanish “cuñado” and the Slavic in-laws want one English word; Russian and Spanish cousins are " +
				"“brothers”. A sentence translated by itself cannot tell which. Two independent tellings can, or the article's own other sentence.",
			Humans: "Journalists call a stepfather a father and a half-brother a brother, and leave relations out. Neither is reported, nor a " +
				"relation that any other telling states too, nor one whose pronoun may belong to somebody else.",
			Misses: "Relations between people who are not both named, relations that only one other telling states, grandparents' " +
				"generations counted differently, and relations inside quotations.",
		},
		Message: "The rest of the story tells of another family relation.",
	},
	{
		Name:         "office-conflict",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Critical,
		Disagreement: story.OfficeConflict,
		Doc: detect.Doc{
			What: "Somebody who is given another office than at least two other, independent tellings give the same person: a finance minister who is " +
				"foreign minister everywhere else, a president for a vice president, a prosecutor for a judge.",
			Why: "Offices are short words that look alike from afar: Chinese 副 before an office, French “procureur” and “juge d'instruction”, " +
				"a ministry that is called by its initials. The name beside the office stays, so the others can tell.",
			Humans: "People have several offices and had others before, and governments cut ministries differently. Only offices that exclude each " +
				"other are compared, ministers by eight broad fields. Former, deputy, acting and shadow offices are never reported, nor is an office that any other " +
				"telling gives the person, now or formerly, nor one for which the article has the others' as well; articles more than a week apart may tell of a change.",
			Misses: "Offices that are not in the list, offices of companies and parties, ministers of two things, people who are not named beside their " +
				"office or share their surname with somebody in the story, and a president who is called prime minister.",
		},
		Message: "The other tellings give this person another office.",
	},
	{
		Name:         "figure-conflict",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Critical,
		Disagreement: story.FigureConflict,
		Doc: detect.Doc{
			What: "A number, an amount of money, a measure, a day, a time of day or a person's age on which at least two other, independent tellings agree otherwise: " +
				"a million for a billion, 12.5 for 125, 46 for 64, dollars for euros, kilometres for miles, the day before, 3 a.m. for 3 p.m., “Lindqvist, 43” for “the 34-year-old Lindqvist”.",
			Why: "Languages count differently. German “Milliarde” and French “milliard” are a billion, Chinese 万 and 亿 are ten thousand and " +
				"a hundred million, a comma divides decimals in most of Europe, German says four-and-thirty, and a sentence translated by itself loses the day it was written on.",
			Humans: "Reporters round, update and convert, and count different things. Only figures of one unit that stand among the same words " +
				"are compared (counts in three digits or more whatever they call what they count, if their digits are swapped), rounded values are one value, and a figure that any other telling has, or that stands beside the others' figure " +
				"in the same article, is not reported. Measures agree when one is the other converted and rounded; times that differ by whole or half hours may be " +
				"those of two time zones, and a named zone ends the comparison. Ages are compared beside one person's name, and a year between them is a birthday. Counts rise while outlets publish, so numbers that differ otherwise than by a power of ten or by swapped digits are left alone.",
			Misses: "Figures without a unit or a noun, years, ages of people who are not named or share their surname with somebody in the story, ranges, pounds that may be money or weight, “yesterday”, and figures that fewer than two others tell.",
		},
		Message: "The other tellings have another figure.",
	},
	{
		Name:         "name-variant",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Minor,
		Disagreement: story.NameVariant,
		Doc: detect.Doc{
			What: "A name in a form that no other telling has, where at least two agree on one: another spelling, a patronymic (“Ivan Petrovich Sidorov”), the surname first or last, a lost “van” or “de”.",
			Why: "A name that was written in another script, or declined, is transcribed anew by each machine (Gennadiy, Guennadi), " +
				"while English outlets keep to the spelling the person uses or the agencies have settled on.",
			Humans: "Outlets misspell names too, and some have their own style of transliteration. What house styles decide is never " +
				"reported: accents, capitals of particles, al- and el-, middle names and initials, Kiev or Kyiv, a company's name in one word or two; " +
				"nor are adjectives and plurals made from a name, nor a spelling that is a common word.",
			Misses: "Names of fewer than four letters, first names alone, and translated names.",
		},
		Message: "The other tellings spell this name otherwise.",
	},
	{
		Name:         "literal-role",
		Family:       detect.Others,
		Category:     "terminology/inconsistent",
		Severity:     detect.Major,
		Disagreement: story.LiteralRole,
		Doc: detect.Doc{
			What: "An office, party or body put into English word for word (“environmental candidate”, “general prosecutor”, “technician”) " +
				"where at least two other tellings of the story use its English name.",
			Why: "Each of these terms is an established rendering error of a fixed foreign name: “candidate écologiste”, “Generalstaatsanwalt”, " +
				"“técnico”. By itself it may be right; that others tell the same story with the English name is the proof.",
			Humans: "Writers vary a term for elegance, but then the name itself stands somewhere in the article; such articles are not " +
				"reported, nor are terms inside quotations.",
			Misses: "Terms that the list in package story does not have, and stories in which fewer than two others name the office.",
		},
		Message: "The other tellings use the English name of this.",
	},
	{
		Name:         "word-choice",
		Family:       detect.Others,
		Category:     "terminology/inconsistent",
		Severity:     detect.Minor,
		Disagreement: story.WordChoice,
		Doc: detect.Doc{
			What: "A person called by a term that no other telling has, in an article that looks translated and never has the term by which at least two others call the same person: “environmental candidate Rossi” for “Green Party candidate Rossi”.",
			Why: "Who translates word for word has the foreign term in front of him, not the one that English has settled on; the other tellings show which that is. " +
				"What literal-role knows by a list is found here by where it stands: beside the name.",
			Humans: "Writers vary terms for elegance, or know better. So this counts only where the origin model or other findings say that the article is translated; " +
				"elsewhere it is listed as not counted.",
			Misses: "Terms that do not stand beside a name, terms for things and bodies, and people who are called by as many terms as there are tellings.",
		},
		Message: "The other tellings have an established term for this.",
	},
	{
		Name:         "polarity-conflict",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Critical,
		Disagreement: story.PolarityConflict,
		Doc: detect.Doc{
			What: "A sentence with a negation that at least two other, independent tellings make in nearly the same words without it, or the other way; or with the opposite word (“acquitted”, “convicted”). " +
				"Beside the same figure, a change in the other direction: “fell 3.2 percent” where the others have “rose”.",
			Why: "Machines drop and add negations where the source spreads them over the sentence (French “ne ... que”, Russian double " +
				"negation, German “nicht” at the end, Japanese endings), take an idiom for its opposite, and nothing in the sentence shows it afterwards.",
			Humans: "Tellings quote both sides of a dispute, and many words say “not” without it: “unable”, “only”, “not until”. Sentences with words of denial, doubt or " +
				"condition and with negation in other words are left out of the comparison, as are questions and every sentence for which any other telling agrees with this one; the word that is denied must stand in the " +
				"others' sentences too. Words that turn with who is spoken of (win and lose, buy and sell, " +
				"one currency against another) are no opposites, and “to 3.2 percent” is no change by it.",
			Misses: "Opposites that are not in the list, negations in a sentence that says “not” in other words as well, sentences that the others word differently, and quotations, " +
				"for which see altered-quotation.",
		},
		Message: "The other tellings say the opposite.",
	},
	{
		Name:         "lost-attribution",
		Family:       detect.Others,
		Category:     "accuracy/mistranslation",
		Severity:     detect.Major,
		Disagreement: story.LostAttribution,
		Doc: detect.Doc{
			What: "A sentence told as fact, with no source in it or beside it, that at least two other, independent tellings make in nearly the same words with a reservation (“allegedly”, “is accused of”).",
			Why: "French, Italian and Spanish mark hearsay by the conditional, German by the subjunctive, Turkish and Bulgarian by an ending. " +
				"A machine that does not render the mood leaves a plain fact, which is a matter of libel.",
			Humans: "Reporters attribute once and tell on. A sentence that has a source beside it is not reported.",
			Misses: "Claims that the others word differently, and reservations by “according to” alone, which outlets put and drop freely.",
		},
		Message: "Told as fact; the other tellings have a reservation.",
	},
}
