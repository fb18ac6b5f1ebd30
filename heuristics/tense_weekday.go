package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// dayNames are the heuristics of days named as the source language names them.
var dayNames = []detect.Heuristic{
	{
		Name: "this-weekday-past", Family: detect.Tense, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ca"},
		Message:         `"This" and a weekday for a day that is over; English news writes "on Thursday".`,
		Doc: detect.Doc{
			What:   `"This Thursday" after a past tense: "announced this Thursday that", "were arrested this Tuesday morning"; also at the head of such a sentence.`,
			Why:    `French "ce jeudi", Spanish "este jueves", Italian "questo giovedì" and Portuguese "esta quinta-feira" name the day of the report. In English "this Thursday" is the one to come.`,
			Humans: `Of a day to come ("he was due to speak this Thursday", "a vote scheduled for this Thursday"), and in speech; where the sentence looks ahead the rule is silent.`,
			Misses: "The same words in sentences that also speak of what is to come, and with no past tense close by.",
		},
		Phrases: []string{"this monday|tuesday|wednesday|thursday|friday|saturday|sunday [morning|afternoon|evening|night]"},
		Judge:   judgeThisWeekday,
		Examples: []detect.Example{
			{Text: "The mayor resigned ⟦this Thursday⟧ after a night of talks.", Suggest: "on Thursday"},
			{Text: "Two men were arrested ⟦this Tuesday morning⟧ in the port.", Suggest: "on Tuesday morning"},
			{Text: "The ministry announced ⟦this Friday⟧ that the road is open.", Suggest: "on Friday"},
			{Text: "⟦This Wednesday⟧, the court ordered his release.", Suggest: "On Wednesday"},
		},
		NearMisses: []string{
			"The mayor will resign this Thursday.",
			"The hearing is scheduled this Thursday.",
			"The vote was planned this Thursday.",
			"He said this Thursday would be the last.",
			"She arrived in time to play this Saturday.",
			"\"We met this Monday,\" the mayor said.",
		},
	},
}

// judgeThisWeekday takes "this Thursday" where a past tense stands right before
// it, or rules the sentence that it opens, and nothing looks ahead.
func judgeThisWeekday(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	day := doc.Tokens[hit.First+1]
	next := following(doc, hit, 1).Norm
	if !day.Is(article.Capital) || finite(next) || next == "'s" || firstIn(doc, sentenceOf(doc, hit.First), looksAhead) >= 0 {
		return detect.Match{}, false
	}
	verb := preceding(doc, hit, 1).Norm
	past := isPast(verb) && !arranged[verb]
	if opensSentence(doc, hit.First) {
		past = next == "," && slices.ContainsFunc(doc.TokensIn(article.Range{First: hit.End, End: min(hit.End+9, sentenceOf(doc, hit.First).End)}), func(t article.Token) bool {
			return isPast(t.Norm) && !arranged[t.Norm]
		})
	}
	if !past {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	return detect.Match{Span: s, Suggestions: insteadOf(doc, s, "on "+doc.Text[day.Start:s.End])}, true
}

var (
	looksAhead = setOf("will would may might could should shall 'll to going next until due before ahead if can must tomorrow coming upcoming")
	// arranged are pasts and participles of what is still to come.
	arranged = setOf("scheduled planned expected set fixed due called arranged organised organized slated booked held released published launched")
)
