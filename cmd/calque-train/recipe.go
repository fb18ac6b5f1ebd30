package main

import (
	"hash/fnv"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
)

// A document is a row with what the model sees of it.
type document struct {
	row
	counts  []features.Count // what the embedded model may look at
	lexical []uint32         // what models of two labels may look at besides
	profile profile
	words   int
}

// The recipe's constants, chosen by evaluate on held-out publishers, years and
// languages.
const (
	penalty     = 1e-6 // L2, per unit of weight
	rate        = 0.1
	minGroups   = 6    // source documents in which a feature must stand
	perGroup    = 2    // systems' translations of one source document that are learned from
	shrink      = 0.15 // a publisher of n articles counts like n^(1-shrink) articles
	fewestWords = 30   // of a text that is learned from
	dropout     = .5   // share of a text's features left out in each round
)

// rounds is how often the learner goes through n examples: few examples need
// more rounds to get anywhere.
func rounds(n int) int { return min(max(60000/max(n, 1), 6), 20) }

// kinds are the features that the recipe uses.
var kinds = []int{
	int(features.Masked1), int(features.Masked2), int(features.Masked3), int(features.Common1), int(features.Common2),
	int(features.Class1), int(features.Class2), int(features.Class3),
}

func use() (u [features.Kinds]bool) {
	for _, k := range kinds {
		u[k] = true
	}
	return u
}

// read makes documents of rows.
func documents(rows []row) []document {
	docs := make([]document, len(rows))
	each(len(rows), func(i int) {
		docs[i] = documentOf(rows[i])
	})
	return docs
}

func documentOf(r row) document {
	t := features.Of(r.Text)
	return document{r, t.Counts(use()), t.Lexical(), profileOf(t), t.Words}
}

// each calls f for 0 to n-1, on all processors.
func each(n int, f func(int)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := w; i < n; i += workers {
				f(i)
			}
		}()
	}
	wg.Wait()
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// source is the collection a row comes from: the first part of its id.
func (r row) source() string {
	s, _, _ := strings.Cut(r.ID, "/")
	return s
}

// publisher names the outlet of a native row as far as the data tell it; of a
// collection of single articles from many outlets each is its own.
func (r row) publisher() string {
	switch s := r.source(); {
	case s == "bbc" || s == "abc2006" || s == "us2016":
		parts := strings.Split(r.ID, "/")
		return s + "/" + parts[min(1, len(parts)-2)]
	case s == "basil":
		return s + "/" + strings.ToLower(r.Publisher)
	case s == "pages":
		return s + "/" + r.Year
	case r.Publisher != "":
		return r.Publisher
	}
	return r.ID
}

// news reports whether a row is news, as far as the data tell it.
func (r row) news() bool {
	switch r.Domain {
	case "conversation", "ecommerce", "social", "manuals", "reviews", "clipboard", "voice", "other":
		return false
	}
	return true
}

// sample leaves out translations of a source document beyond the first few,
// chosen by their names' hash: they would say the same thing over again.
// Samples of different numbers hold different ones.
func sample(docs []document, number int) []document {
	salt := ""
	if number > 0 {
		salt = strconv.Itoa(number)
	}
	byGroup := map[string][]int{}
	for i, d := range docs {
		if d.Label == machineTranslated && !d.Roundtrip && (d.source() == "wmt22" || d.source() == "wmt23") {
			byGroup[d.Group] = append(byGroup[d.Group], i)
		}
	}
	drop := make([]bool, len(docs))
	for _, is := range byGroup {
		slices.SortStableFunc(is, func(a, b int) int { return int(hash(docs[a].ID+salt)) - int(hash(docs[b].ID+salt)) })
		for _, i := range is[min(perGroup, len(is)):] {
			drop[i] = true
		}
	}
	var out []document
	for i, d := range docs {
		if !drop[i] && d.words >= fewestWords {
			out = append(out, d)
		}
	}
	return out
}

// vocabulary gives an id to each feature of the embedded model that stands in
// enough source documents.
func vocabulary(docs []document, least int) (ids []int32, n int) {
	ids, n = vocabularyOf(docs, least, func(d *document, yield func(uint32) bool) {
		for _, c := range d.counts {
			yield(c.Hash)
		}
	})
	return ids[:1<<features.Bits], n
}

// vector is a document as the learner sees it: the features that it has,
// however often, scaled to length one, as weights.Model.Apply has them.
// Without classes, the features of word classes count in the length only.
func vector(ids []int32, counts []features.Count, classes bool) learn.Sparse {
	var s learn.Sparse
	known := 0
	for _, c := range counts {
		if id := ids[c.Hash]; id >= 0 {
			known++
			if classes || c.Kind < features.Class1 {
				s.Index = append(s.Index, uint32(id))
			}
		}
	}
	s.Value = evenly(len(s.Index), known)
	return s
}

// evenly are n values, each of length one over the root of all.
func evenly(n, all int) []float32 {
	values := make([]float32, n)
	v := float32(1 / math.Sqrt(float64(all)+1e-9))
	for i := range values {
		values[i] = v
	}
	return values
}

// A maskedModel tells two labels apart by the features of the embedded model.
type maskedModel struct {
	ids  []int32 // by hash; -1 where the feature is not used
	w    []float64
	bias float64
}

// fitMasked learns to tell native articles from straight translations. Round
// trips, English put back into English, are left out: what reads nearly native
// and is called a machine's draws native English after it.
func fitMasked(docs []document, negative, positive string) *maskedModel {
	ids, n := vocabulary(sample(docs, 0), minGroups)
	m := &maskedModel{ids: ids}
	docs = slices.DeleteFunc(slices.Clone(docs), func(d document) bool { return d.Roundtrip })
	m.w, m.bias = fitBags(docs, negative, positive, n, withDropout, func(d *document) learn.Sparse {
		return vector(ids, d.counts, true)
	})
	return m
}

// withDropout fits one regression.
func withDropout(examples []learn.Example, n int) (w []float64, bias float64) {
	return contrast(learn.FitDropout(examples, n, 2, penalty, rate, rounds(len(examples))*3/2, dropout))
}

// score is the log-odds of the positive label, before calibration.
func (m *maskedModel) score(d *document) float64 {
	return weigh(vector(m.ids, d.counts, true), m.w, m.bias)
}

// evenOut makes people and machines count the same within each year and source
// language, so that neither year nor language tells who translated. A year and
// language counts like the root of the articles of its rarer label; those that
// have one label only are left out, unless all have.
func evenOut(examples []learn.Example, cells []string) []learn.Example {
	count := map[string]*[2]float64{}
	for i, e := range examples {
		if count[cells[i]] == nil {
			count[cells[i]] = &[2]float64{}
		}
		count[cells[i]][e.Class]++
	}
	var out []learn.Example
	for i, e := range examples {
		n := count[cells[i]]
		if rarer := min(n[0], n[1]); rarer > 0 {
			e.Weight = math.Sqrt(rarer) / n[e.Class]
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return examples
	}
	return out
}

// An originModel is the head that the program embeds: two contrasts, each
// learned from the two labels it is about, which articles of the third would
// distract.
type originModel struct {
	ids  []int32
	n    int
	w    [][2]float64 // by feature
	bias [2]float64
}

func fitContrasts(docs []document) *originModel {
	english := fitMasked(docs, native, machineTranslated)
	m := &originModel{ids: english.ids, n: len(english.w)}
	people, bias := fitBags(translations(docs), humanTranslated, machineTranslated, m.n, scaledByBayes, func(d *document) learn.Sparse {
		// Word classes help to know native English, and get in the way here.
		return vector(m.ids, d.counts, false)
	})
	m.bias = [2]float64{english.bias, bias}
	m.w = make([][2]float64, m.n)
	for i := range m.w {
		m.w[i] = [2]float64{english.w[i], people[i]}
	}
	return m
}

// scores are the two contrasts of a document, before calibration.
func (m *originModel) scores(counts []features.Count) [2]float64 {
	z := m.bias
	x := vector(m.ids, counts, true)
	for i, f := range x.Index {
		for c, w := range m.w[f] {
			z[c] += float64(x.Value[i]) * w
		}
	}
	return z
}
