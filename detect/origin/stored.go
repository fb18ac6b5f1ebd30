package origin

import (
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/internal/pack"
)

// Append stores a judgement.
func (j *Judgement) Append(b []byte) []byte {
	for _, v := range []float64{j.Native, j.HumanTranslated, j.MachineTranslated, j.LogOdds} {
		b = pack.Float(b, v)
	}
	b = pack.String(pack.String(b, j.Verdict), j.Confidence)
	b = pack.Strings(b, j.Doubts)
	b = pack.Uint(b, len(j.SourceLanguages))
	for _, l := range j.SourceLanguages {
		b = pack.Float(pack.String(b, l.Language), l.Probability)
	}
	b = pack.Uint(b, len(j.Sentences))
	for _, s := range j.Sentences {
		b = pack.Float(pack.Float(pack.Uint(pack.Uint(b, s.Start), s.Len()), s.MachineTranslated), s.Contribution)
	}
	b = pack.Uint(b, len(j.Evidence))
	for _, c := range j.Evidence {
		b = pack.Float(pack.String(b, c.Cue), c.Weight)
	}
	return b
}

// Stored reads what Append stored.
func Stored(r *pack.Reader) *Judgement {
	j := &Judgement{}
	for _, v := range []*float64{&j.Native, &j.HumanTranslated, &j.MachineTranslated, &j.LogOdds} {
		*v = r.Float()
	}
	j.Verdict, j.Confidence = r.String(), r.String()
	j.Doubts = r.Strings()
	for range r.Len() {
		j.SourceLanguages = append(j.SourceLanguages, LanguageGuess{r.String(), r.Float()})
	}
	j.Sentences = make([]SentenceJudgement, r.Len())
	for i := range j.Sentences {
		start, length := r.Uint(), r.Uint()
		j.Sentences[i] = SentenceJudgement{article.Span{Start: start, End: start + length}, r.Float(), r.Float()}
	}
	for range r.Len() {
		j.Evidence = append(j.Evidence, Cue{r.String(), r.Float()})
	}
	return j
}
