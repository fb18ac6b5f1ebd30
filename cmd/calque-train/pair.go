package main

import (
	"math"
	"slices"
	"strings"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
)

// The constants of the recipe for two labels, chosen on the same parts as the
// others.
const (
	pairGroups = 2  // source documents in which a feature must stand
	bags       = 4  // models that are averaged, each learned from other systems' translations
	leastScale = .1 // of a feature that is as common under both labels
)

// A pairModel tells two labels apart by two heads. One weighs n-grams; unlike
// the embedded model it looks at open-class words too (features.Lexical). The
// other looks at the document as a whole.
type pairModel struct {
	ids  []int32 // by hash; -1 where the feature is not used
	w    []float64
	bias float64

	profile *profileModel
}

// fitPair learns to tell two labels apart.
func fitPair(docs []document, negative, positive string) *pairModel {
	ids, n := vocabularyOf(docs, pairGroups, (*document).pairFeatures)
	m := &pairModel{ids: ids}
	m.w, m.bias = fitBags(docs, negative, positive, n, scaledByBayes, m.vector)
	m.profile = fitProfile(docs, negative, positive)
	return m
}

// pairFeatures calls yield with the hashes of a document's features: masked
// n-grams, common words and lexical features.
func (d *document) pairFeatures(yield func(hash uint32) bool) {
	for _, c := range d.counts {
		if c.Kind < features.Class1 && !yield(c.Hash) {
			return
		}
	}
	for _, h := range d.lexical {
		if !yield(h) {
			return
		}
	}
}

func (m *pairModel) vector(d *document) learn.Sparse {
	var s learn.Sparse
	for h := range d.pairFeatures {
		if id := m.ids[h]; id >= 0 {
			s.Index = append(s.Index, uint32(id))
		}
	}
	s.Value = evenly(len(s.Index), len(s.Index))
	return s
}

// score is the log-odds of the positive label.
func (m *pairModel) score(d *document) float64 {
	return weigh(m.vector(d), m.w, m.bias) + m.profile.score(d)
}

func weigh(x learn.Sparse, w []float64, bias float64) float64 {
	z := bias
	for i, f := range x.Index {
		z += float64(x.Value[i]) * w[f]
	}
	return z
}

// fitBags learns to tell two labels apart several times over, from samples
// that hold other systems' translations of the same source documents, and
// averages the weights of the n features.
func fitBags(docs []document, negative, positive string, n int,
	fit func(examples []learn.Example, n int) (w []float64, bias float64), vector func(*document) learn.Sparse,
) (w []float64, bias float64) {
	type model struct {
		w    []float64
		bias float64
	}
	models := make([]model, bags)
	each(bags, func(bag int) {
		m := &models[bag]
		m.w, m.bias = fit(pairExamples(sample(docs, bag), []string{negative, positive}, vector), n)
	})
	w = make([]float64, n)
	for _, m := range models {
		for f := range w {
			w[f] += m.w[f] / bags
		}
		bias += m.bias / bags
	}
	return w, bias
}

// scaledByBayes fits one regression. Before that the features are scaled by how
// much commoner they are under one label than under the other (naive Bayes), so
// that a few hundred documents suffice.
func scaledByBayes(examples []learn.Example, n int) (w []float64, bias float64) {
	scale := bayes(examples, n, 2/float64(len(examples)))
	rescale(examples, scale)
	w, bias = contrast(learn.FitSGD(examples, n, 2, penalty, rate, rounds(len(examples))))
	for f := range w {
		w[f] *= scale[f]
	}
	return w, bias
}

// pairExamples are the documents of two labels as the learner sees them, both
// counting the same: within each year and source language when both are
// translations; and no native publisher by the number of its articles.
func pairExamples(docs []document, labels []string, vector func(*document) learn.Sparse) []learn.Example {
	size := map[string]float64{}
	for _, d := range docs {
		if d.Label == native {
			size[d.publisher()]++
		}
	}
	total := make([]float64, len(labels))
	var examples []learn.Example
	var cells []string
	for i := range docs {
		d := &docs[i]
		class := slices.Index(labels, d.Label)
		if class < 0 {
			continue
		}
		weight := 1.0
		if d.Label == native {
			weight = math.Pow(size[d.publisher()], -shrink)
		}
		total[class] += weight
		cells = append(cells, d.Year+" "+d.SourceLanguage)
		examples = append(examples, learn.Example{X: vector(d), Class: class, Weight: weight})
	}
	for i := range examples {
		examples[i].Weight /= total[examples[i].Class]
	}
	if slices.Contains(labels, native) {
		return examples
	}
	return evenOut(examples, cells)
}

// bayes is how many times commoner each feature is under the first label than
// under the second, or the reverse, as a logarithm without its sign. The prior
// is a share added to both, lest rare features seem to tell much.
func bayes(examples []learn.Example, n int, prior float64) []float64 {
	count, total := [2][]float64{make([]float64, n), make([]float64, n)}, [2]float64{}
	for _, e := range examples {
		total[e.Class] += e.Weight
		for _, f := range e.X.Index {
			count[e.Class][f] += e.Weight
		}
	}
	scale := make([]float64, n)
	for f := range scale {
		share := func(side int) float64 { return count[side][f]/total[side] + prior }
		scale[f] = math.Abs(math.Log(share(1)/share(0))) + leastScale
	}
	return scale
}

// rescale multiplies the examples' features by their scales.
func rescale(examples []learn.Example, scale []float64) {
	for _, e := range examples {
		for j, f := range e.X.Index {
			e.X.Value[j] *= float32(scale[f])
		}
	}
}

// vocabularyOf gives an id to each feature that stands in enough source
// documents.
func vocabularyOf(docs []document, least int, of func(*document, func(uint32) bool)) (ids []int32, n int) {
	seen := countGroups(byGroup(docs), features.TableSize, func(i int, yield func(uint32) bool) { of(&docs[i], yield) })
	ids = make([]int32, features.TableSize)
	for h := range ids {
		ids[h] = -1
		if int(seen[h]) >= least {
			ids[h] = int32(n)
			n++
		}
	}
	return ids, n
}

// countGroups counts in how many source documents, given by the indices of their
// documents, each feature stands; there are size features.
func countGroups(groups [][]int, size int, of func(i int, yield func(uint32) bool)) []int32 {
	seen, last := make([]int32, size), make([]int32, size)
	for group, is := range groups {
		for _, i := range is {
			of(i, func(h uint32) bool {
				if last[h] != int32(group+1) {
					last[h] = int32(group + 1)
					seen[h]++
				}
				return true
			})
		}
	}
	return seen
}

// byGroup are the indices of the documents of each source document.
func byGroup(docs []document) [][]int {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(docs[a].Group, docs[b].Group) })
	var out [][]int
	for k, i := range order {
		if k == 0 || docs[i].Group != docs[order[k-1]].Group {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// contrast is what a model of two labels gives the second over the first.
func contrast(m *learn.Softmax) (w []float64, bias float64) {
	w = make([]float64, m.Features)
	for f := range w {
		w[f] = m.W[f*2+1] - m.W[f*2]
	}
	return w, m.W[m.Features*2+1] - m.W[m.Features*2]
}
