package detect

import (
	"cmp"
	"math"
	"slices"

	"github.com/calque-check/calque/detect/origin"
)

// What the findings say of the source language. Of the rules that find
// something in a translation, claimShare find what its language is named for
// and the rest find it by chance; a rule that names n languages tells a
// language that is among them from others by
//
//	1 + claimShare/n / ((1-claimShare)/claimLanguages)
//
// times. Measured on translations from seven languages: rules that name one or
// two languages stand there 30 times as often as in translations from others
// (12 by this), three or four 5.7 times (5.8), five to seven 3.8 times (3.8).
// One slip brings others of its kind, so each rule counts once, and half.
const (
	claimShare     = .47
	claimLanguages = 19
	claimWeight    = .5
	unheard        = .02 // of a language that rules name and the origin model does not know, before they are heard
)

// sourceLanguages are the model's guesses with what the findings' rules say:
// rules name languages the model has had no translations from to learn. It
// weighs nothing where the model takes the article for native English.
func sourceLanguages(guesses []origin.LanguageGuess, found []Finding) []origin.LanguageGuess {
	if len(guesses) == 0 {
		return guesses
	}
	out := slices.Clone(guesses)
	heard := map[*Heuristic]bool{}
	for _, f := range found {
		if heard[f.Heuristic] {
			continue
		}
		heard[f.Heuristic] = true
		times := 1 + claimShare/float64(len(f.SourceLanguages))/((1-claimShare)/claimLanguages)
		for _, l := range f.SourceLanguages {
			i := slices.IndexFunc(out, func(g origin.LanguageGuess) bool { return g.Language == l })
			if i < 0 {
				i = len(out)
				out = append(out, origin.LanguageGuess{Language: l, Probability: unheard})
			}
			out[i].Probability *= math.Pow(times, claimWeight)
		}
	}
	sum := 0.0
	for _, g := range out {
		sum += g.Probability
	}
	for i := range out {
		out[i].Probability /= sum
	}
	slices.SortFunc(out, func(a, b origin.LanguageGuess) int {
		return cmp.Or(cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.Language, b.Language))
	})
	return out
}
