package origin

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin/features"
	"github.com/calque-check/calque/detect/origin/weights"
)

//go:embed model.bin
var stored []byte

// model reads the embedded weights when they are first needed.
var model = sync.OnceValue(func() *weights.Model {
	m, err := weights.Decode(stored)
	if err != nil {
		panic(fmt.Sprintf("the origin model embedded in this program is damaged: %v", err))
	}
	return m
})

// Model is the embedded model.
func Model() *weights.Model { return model() }

// Version names the embedded model.
func Version() string { return model().Version }

// Judge says where an article comes from.
func Judge(a *article.Article) Judgement {
	m := model()
	t := features.Of(a.Text)
	sum := m.Apply(t)
	mn, mh := m.LogOdds(sum.Total, t.Words)
	j := Judgement{LogOdds: mn}
	j.Native, j.HumanTranslated, j.MachineTranslated = weights.Probabilities(mn, mh)
	j.Confidence, j.Doubts = confidence(a, t.Words, max(j.Native, j.HumanTranslated, j.MachineTranslated))
	if j.Native < max(j.HumanTranslated, j.MachineTranslated) {
		j.SourceLanguages = languages(m, sum.Language)
	}
	j.Sentences = sentences(a, m, t, sum, mn)
	j.Evidence = evidence(m, t, sum)
	j.Verdict = verdict(j)
	return j
}

// sentences share out the article's log-odds: to each sentence what its own
// features add, and of the constant what its number of features is of all.
func sentences(a *article.Article, m *weights.Model, t *features.Text, sum weights.Sum, logOdds float64) []SentenceJudgement {
	if len(a.Sentences) == 0 {
		return nil
	}
	type part struct{ mn, mh, grams, weighed float64 }
	parts := make([]part, len(a.Sentences))
	at, total := 0, 0.0
	for i, g := range t.Grams {
		start := t.Start(g)
		// Grams come nearly in order of their place, so the search is short.
		for at > 0 && start < a.Sentences[at].Start {
			at--
		}
		for at+1 < len(a.Sentences) && start >= a.Sentences[at+1].Start {
			at++
		}
		p := &parts[at]
		p.mn += sum.Each[i][weights.MachineNative]
		p.mh += sum.Each[i][weights.MachineHuman]
		p.grams++
		if sum.Each[i] != [2]float64{} {
			p.weighed++
		}
		total++
	}
	gain, _ := m.Origin[weights.MachineNative].At(t.Words)
	constant := logOdds
	for _, p := range parts {
		constant -= gain * p.mn
	}
	weighed := 0.0
	for _, p := range parts {
		weighed += p.weighed
	}
	out := make([]SentenceJudgement, len(parts))
	for i, p := range parts {
		share := 1 / float64(len(parts))
		if total > 0 {
			share = p.grams / total
		}
		s := SentenceJudgement{Span: a.Sentences[i].Span, Contribution: gain*p.mn + constant*share}
		// A sentence judged by itself: its features fill a vector of their own
		// length, and so few words deserve the doubt of a short text.
		scale := 0.0
		if p.weighed > 0 {
			scale = math.Sqrt(weighed / p.weighed)
		}
		own := [2]float64{scale*p.mn + m.Bias[0], scale*p.mh + m.Bias[1]}
		smn, smh := m.LogOdds(own, 40)
		_, _, s.MachineTranslated = weights.Probabilities(smn, smh)
		out[i] = s
	}
	return out
}

// languages are the likely source languages, the likeliest first.
func languages(m *weights.Model, scores []float64) []LanguageGuess {
	p := m.LanguageProbabilities(scores)
	out := make([]LanguageGuess, 0, len(p))
	for i, v := range p {
		name := "other"
		if i < len(m.Languages) {
			name = m.Languages[i]
		}
		out = append(out, LanguageGuess{name, v})
	}
	slices.SortStableFunc(out, func(a, b LanguageGuess) int {
		switch {
		case a.Probability > b.Probability:
			return -1
		case a.Probability < b.Probability:
			return 1
		}
		return 0
	})
	return out
}

func verdict(j Judgement) string {
	name, p := "native English", j.Native
	if j.HumanTranslated > p {
		name, p = "translated by a person", j.HumanTranslated
	}
	if j.MachineTranslated > p {
		name, p = "translated by a machine", j.MachineTranslated
	}
	translated := j.HumanTranslated + j.MachineTranslated
	switch {
	case j.Confidence == Low:
		return fmt.Sprintf("Reads most like text that is %s, but there is too little to go on.", name)
	case p >= .9:
		return fmt.Sprintf("Very probably %s.", name)
	case p >= .7:
		return fmt.Sprintf("Probably %s.", name)
	case translated >= .8:
		return "Probably translated; by a machine or by a person cannot be told."
	case p >= .5:
		return fmt.Sprintf("Perhaps %s; the signs are mixed.", name)
	}
	return "Cannot be told: the signs are mixed."
}

// Fingerprint is the beginning of the SHA-256 of the embedded weights, in hex.
func Fingerprint() string { return weights.Fingerprint(stored) }
