package main

import (
	"math"
	"slices"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/weights"
)

const (
	languageGroups  = 20  // source documents in which a feature of the language head must stand
	languageBalance = .75 // a language of n articles counts like n^(1-languageBalance)
	elsewhere       = .04 // share of translations taken to come from a language not among the candidates
	fewestOfOne     = 200 // articles that a language needs to become a candidate
)

// candidates are the source languages with enough articles to learn from, in
// alphabetical order.
func candidates(docs []document) []string {
	n := map[string]int{}
	for _, d := range docs {
		if d.Label == machineTranslated {
			n[d.SourceLanguage]++
		}
	}
	var out []string
	for l, k := range n {
		if k >= fewestOfOne {
			out = append(out, l)
		}
	}
	slices.Sort(out)
	return out
}

// A languageModel tells the source languages of translations apart. Its
// vectors have the length that the origin head's features give them.
type languageModel struct {
	*learn.Softmax
	ids       []int32 // features of the head
	all       []int32 // features that make up a vector's length
	languages []string
}

// fitLanguages learns from translations; rarer languages count for more.
func fitLanguages(docs []document, languages []string) *languageModel {
	all, _ := vocabulary(docs, minGroups)
	var translations []document
	for _, d := range docs {
		if d.Label != native && !d.Roundtrip && slices.Contains(languages, d.SourceLanguage) {
			translations = append(translations, d)
		}
	}
	ids, n := vocabulary(translations, languageGroups)
	for h := range ids {
		if all[h] < 0 {
			ids[h] = -1
		}
	}
	m := &languageModel{ids: ids, all: all, languages: languages}
	total := make([]float64, len(languages))
	examples := make([]learn.Example, 0, len(translations))
	for _, d := range translations {
		c := slices.Index(languages, d.SourceLanguage)
		total[c]++
		examples = append(examples, learn.Example{X: m.vector(d), Class: c, Weight: 1})
	}
	for i := range examples {
		examples[i].Weight /= math.Pow(total[examples[i].Class], languageBalance)
	}
	m.Softmax = learn.FitSGD(examples, n, len(languages), penalty, rate, rounds(len(examples)))
	return m
}

func (m *languageModel) vector(d document) learn.Sparse {
	var s learn.Sparse
	known := 0
	for _, c := range d.counts {
		if m.all[c.Hash] < 0 {
			continue
		}
		known++
		if id := m.ids[c.Hash]; id >= 0 {
			s.Index = append(s.Index, uint32(id))
		}
	}
	s.Value = evenly(len(s.Index), known)
	return s
}

// A guessed document has what a language model that did not see its source
// document says of it; unknown is true where the model did not know its
// language either.
type guessed struct {
	document
	scores  []float64 // in the order of the candidates; without one where it is unknown
	unknown bool
}

// guessLanguages judges machine translations by models that did not see their
// folds, and again by models that did not see their languages.
func guessLanguages(docs []document, languages []string, progress func(string)) []guessed {
	judge := func(m *languageModel, ds []document, unknown bool) []guessed {
		gs := make([]guessed, len(ds))
		for i := range ds {
			scores := make([]float64, len(m.languages))
			m.Scores(m.vector(ds[i]), scores)
			gs[i] = guessed{ds[i], scores, unknown}
		}
		return gs
	}
	const parts = 4
	out := make([][]guessed, parts+len(languages))
	each(len(out), func(part int) {
		var in, rest []document
		if part < parts {
			for _, d := range docs {
				if int(hash(d.Group)%parts) != part {
					rest = append(rest, d)
				} else if d.Label == machineTranslated && !d.Roundtrip && slices.Contains(languages, d.SourceLanguage) {
					in = append(in, d)
				}
			}
			out[part] = judge(fitLanguages(sample(rest, 0), languages), in, false)
			progress("source languages: part " + string(rune('1'+part)))
			return
		}
		l := languages[part-parts]
		for _, d := range docs {
			if d.SourceLanguage != l {
				rest = append(rest, d)
			} else if d.Label == machineTranslated && !d.Roundtrip && hash(d.ID)%4 == 0 {
				in = append(in, d)
			}
		}
		others := slices.DeleteFunc(slices.Clone(languages), func(o string) bool { return o == l })
		out[part] = judge(fitLanguages(sample(rest, 0), others), in, true)
		progress("source languages: without " + l)
	})
	return slices.Concat(out...)
}

// calibrateLanguages finds the temperature and the log-odds of "other".
func calibrateLanguages(all []guessed, languages []string) weights.Temperature {
	known, unknown := 0.0, 0.0
	for _, g := range all {
		if g.unknown {
			unknown++
		} else {
			known++
		}
	}
	temperature := func(x []float64) weights.Temperature {
		return weights.Temperature{Gain: math.Exp(x[0]), Other: x[1]}
	}
	x := []float64{0, 0}
	learn.Minimise(x, func(x []float64) float64 {
		m := weights.Model{Header: weights.Header{Language: temperature(x)}}
		loss := 0.0
		for _, g := range all {
			p := m.LanguageProbabilities(g.scores)
			if g.unknown {
				loss -= math.Log(p[len(p)-1]+1e-12) / unknown * elsewhere
			} else {
				loss -= math.Log(p[slices.Index(languages, g.SourceLanguage)]+1e-12) / known * (1 - elsewhere)
			}
		}
		return loss
	}, 60)
	t := temperature(x)
	return weights.Temperature{Gain: math.Round(t.Gain*1e4) / 1e4, Other: math.Round(t.Other*1e4) / 1e4}
}
