package origin

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/internal/room"
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

// Prepare makes ready what the first Judge would have to wait for.
func Prepare() {
	model()
	features.Prepare()
}

// Model is the embedded model.
func Model() *weights.Model { return model() }

// Version names the embedded model.
func Version() string { return model().Version }

// scratch is what judging an article needs and the judgement does not keep.
type scratch struct {
	text features.Text
	sum  weights.Sum

	// For the reasons.
	occurrences weights.Occurrences
	sentenceOf  []int32 // by token
	parts       []part
	candidates  candidates
	named       []bool // by token
	describer   describer
}

var pool = sync.Pool{New: func() any { return &scratch{} }}

// hugeText is the size in bytes above which scratch is not kept.
const hugeText = 1 << 18

// Judge says where an article comes from, in as much detail as is asked for.
func Judge(a *article.Article, detail Detail) Judgement {
	m := model()
	s := pool.Get().(*scratch)
	if len(a.Text) < hugeText {
		defer pool.Put(s)
	}
	t, sum := &s.text, &s.sum
	t.Read(a.Text)
	m.ApplyTo(t, sum)
	mn, mh := m.LogOdds(sum.Total, t.Words)
	j := Judgement{LogOdds: mn}
	j.Native, j.HumanTranslated, j.MachineTranslated = weights.Probabilities(mn, mh)
	j.Confidence, j.Doubts = confidence(a, t.Words, j.Native, max(j.Native, j.HumanTranslated, j.MachineTranslated))
	if detail <= Languages && j.Native < max(j.HumanTranslated, j.MachineTranslated) {
		j.SourceLanguages = languages(m, m.LanguageScores(sum))
	}
	if detail == Full {
		s.occurrences.Read(sum)
		j.Sentences = s.sentences(a, m, mn)
		j.Evidence = s.evidence(m)
	}
	j.Verdict = verdict(j)
	return j
}

// A part is what one sentence adds to the sums.
type part struct {
	mn, mh, weighed float64 // the first two before they are scaled
	grams           int
}

// sentences share out the article's log-odds: to each sentence what its own
// features add, and of the constant what its number of features is of all.
func (s *scratch) sentences(a *article.Article, m *weights.Model, logOdds float64) []SentenceJudgement {
	if len(a.Sentences) == 0 {
		return nil
	}
	t := &s.text
	s.sentenceOf = room.For(s.sentenceOf, t.Tokens())
	at := 0
	for i := range s.sentenceOf {
		for start := t.TokenStart(i); at+1 < len(a.Sentences) && start >= a.Sentences[at+1].Start; {
			at++
		}
		s.sentenceOf[i] = int32(at)
	}
	s.parts = room.For(s.parts, len(a.Sentences))
	clear(s.parts)
	// The sums of the sentence at hand stay in registers.
	current, p := int32(0), part{}
	features, effects := s.occurrences.Of[:len(t.Grams)], s.occurrences.Effects
	for i, g := range t.Grams {
		if of := s.sentenceOf[g.Token]; of != current {
			s.parts[current] = p
			current, p = of, s.parts[of]
		}
		e := &effects[features[i]]
		p.grams++
		p.mn += e.Adds[weights.MachineNative]
		p.mh += e.Adds[weights.MachineHuman]
		p.weighed += e.Weighs
	}
	s.parts[current] = p
	gain, _ := m.Origin[weights.MachineNative].At(t.Words)
	constant, weighed, total := logOdds, 0.0, float64(len(t.Grams))
	for i := range s.parts {
		p := &s.parts[i]
		p.mn *= m.Scale[weights.MachineNative]
		p.mh *= m.Scale[weights.MachineHuman]
		constant -= gain * p.mn
		weighed += p.weighed
	}
	// So few words deserve the doubt of a short text.
	own := m.CurvesAt(sentenceWords)
	out := make([]SentenceJudgement, len(s.parts))
	for i, p := range s.parts {
		share := 1 / float64(len(s.parts))
		if total > 0 {
			share = float64(p.grams) / total
		}
		j := SentenceJudgement{Span: a.Sentences[i].Span, Contribution: gain*p.mn + constant*share}
		// A sentence judged by itself: its features fill a vector of their own
		// length.
		scale := 0.0
		if p.weighed > 0 {
			scale = math.Sqrt(weighed / p.weighed)
		}
		_, _, j.MachineTranslated = weights.Probabilities(own.LogOdds([2]float64{scale*p.mn + m.Bias[0], scale*p.mh + m.Bias[1]}))
		out[i] = j
	}
	return out
}

// sentenceWords is the length of text whose doubts a single sentence deserves.
const sentenceWords = 40

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
	case slices.Equal(j.Doubts, []string{mixedSigns}):
		return "Cannot be told: the signs are mixed."
	case j.Confidence == Low:
		return fmt.Sprintf("Reads most like text that is %s, but little can be said for certain: %s.", name, j.Doubts[0])
	case p >= .9:
		return fmt.Sprintf("Very probably %s.", name)
	case p >= .7:
		return fmt.Sprintf("Probably %s.", name)
	case translated >= .8 && j.MachineTranslated > .5:
		return "Probably translated, rather by a machine than by a person."
	case translated >= .8:
		return "Probably translated; by a machine or by a person cannot be told."
	case p >= .5:
		return fmt.Sprintf("Perhaps %s; the signs are mixed.", name)
	case translated >= .7:
		return "Perhaps translated; the signs are mixed."
	}
	return "Cannot be told: the signs are mixed."
}

// Fingerprint is the beginning of the SHA-256 of the embedded weights, in hex.
func Fingerprint() string { return weights.Fingerprint(stored) }
