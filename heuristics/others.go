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
}
