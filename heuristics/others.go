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
				"and translated back, or run through a paraphraser, keeps its quotation marks and loses its words: “genuinely wanted” " +
				"comes back as “sincerely wanted”.",
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
}
