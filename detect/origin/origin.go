// Package origin says how likely an article is to be native English,
// translated by people or translated by a machine, and from which language.
package origin

import "github.com/calque-check/calque/detect/article"

// A Judgement is what the model says of one article. The three probabilities
// sum to 1.
type Judgement struct {
	Native, HumanTranslated, MachineTranslated float64

	Verdict         string              // one sentence in plain words
	SourceLanguages []LanguageGuess     // most likely first; empty when native is most likely, and when Bare is asked for
	Sentences       []SentenceJudgement // in order; made when Full is asked for, as Evidence
	Evidence        []Cue               // the strongest first
	Confidence      string              // Low, Medium or High; low below about 100 words

	LogOdds float64  // of machine translation against native English; the sentences' contributions sum to it
	Doubts  []string // why the confidence is low, in plain words
}

// A Detail is how much of a judgement is made. The reasons take a third of the
// time of all, the languages a tenth.
type Detail int

// The degrees of detail.
const (
	Full      Detail = iota
	Languages        // no reasons: neither Sentences nor Evidence
	Bare             // no SourceLanguages either
)

// A LanguageGuess is a language the article may have been translated from.
type LanguageGuess struct {
	Language    string // ISO 639-1, or "other"
	Probability float64
}

// A SentenceJudgement is the machine-translation probability of one sentence
// and its share of the article's log-odds.
type SentenceJudgement struct {
	article.Span
	MachineTranslated float64
	Contribution      float64
}

// A Cue is one reason, worded for an editor.
type Cue struct {
	Cue    string
	Weight float64 // log-odds; positive speaks for machine translation
}
