package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
)

// A baseline is the plainest model that works, with which the figures can be
// compared: one logistic regression over masked 1- to 3-grams and common words
// with a neighbour, counted as 1+log(n), learned from all there is. What a
// figure says depends on the articles it is measured on; how far it is from the
// baseline on the same articles depends on them less.
type baseline struct {
	ids  []int32
	w    []float64
	bias float64
}

const baselineGroups = 3 // source documents in which a feature must stand

// fitBaseline learns to tell machine translation from another label.
func fitBaseline(docs []document, negative string) *baseline {
	ids, n := vocabulary(docs, baselineGroups)
	m := &baseline{ids: ids}
	var examples []learn.Example
	total := [2]float64{}
	for i := range docs {
		class := slices.Index([]string{negative, machineTranslated}, docs[i].Label)
		if class < 0 {
			continue
		}
		total[class]++
		examples = append(examples, learn.Example{X: m.vector(&docs[i]), Class: class, Weight: 1})
	}
	for i := range examples {
		examples[i].Weight /= total[examples[i].Class]
	}
	m.w, m.bias = contrast(learn.FitSGD(examples, n, 2, penalty, rate, rounds(len(examples))))
	return m
}

func (m *baseline) vector(d *document) learn.Sparse {
	var s learn.Sparse
	square := 1e-9
	for _, c := range d.counts {
		if id := m.ids[c.Hash]; id >= 0 && c.Kind < features.Class1 {
			v := 1 + math.Log(float64(c.N))
			square += v * v
			s.Index, s.Value = append(s.Index, uint32(id)), append(s.Value, float32(v))
		}
	}
	for i := range s.Value {
		s.Value[i] /= float32(math.Sqrt(square))
	}
	return s
}

func (m *baseline) score(d *document) float64 { return weigh(m.vector(d), m.w, m.bias) }

// baselines measures the baseline on the parts on which the model is measured.
func (r *report) baselines(docs []document, progress func(string)) {
	var parts [folds][]judged
	var people [folds][]verdict
	each(folds, func(fold int) {
		in, out := split(docs, fold)
		m := fitBaseline(out, native)
		for _, d := range in {
			parts[fold] = append(parts[fold], judged{document: d, whole: [2]float64{m.score(&d)}})
		}
		in, out = split(translations(docs), fold)
		people[fold] = verdictsOf(fitBaseline(out, humanTranslated).score, in)
		progress("baseline: fold " + string(rune('1'+fold)))
	})
	all := slices.Concat(parts[:]...)
	take := func(j judged) float64 { return j.whole[0] }
	auc, one, _, _ := meanOverLanguages(all, take, chosen(all, take, fromManyOutlets), r.languages)
	r.baseline = append(r.baseline, line{what: "native vs machine, as in the first line", figure: fmt.Sprintf("AUC %.3f, recall at 1 %% %.2f", auc, one)})
	auc, each := meanAUC(slices.Concat(people[:]...))
	r.baseline = append(r.baseline, line{what: "human vs machine translation, year never seen", figure: fmt.Sprintf("mean AUC %.3f (%s)", auc, each)})
	for _, system := range []string{"deepl", "google"} {
		train, test := roundTripsOf(docs, system)
		p := resultOf(verdictsOf(fitBaseline(train, native).score, test))
		r.baseline = append(r.baseline, line{what: "topic-matched native vs machine, " + system + ", as above", figure: "AUC " + aucWithInterval(p.positives, p.negatives)})
	}
}
