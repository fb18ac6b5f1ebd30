package main

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
)

// A profile is what a document is like as a whole: the n-grams of which it is
// to be known how rare they are, the tokens of which it is to be known how
// probable they are, and how it is built.
type profile struct {
	grams [profileStreams][]uint32 // one for each place, by hash
	text  []token
	build []float64
}

// The streams of a profile: open-class words; 2- and 3-grams of words in which
// names and numbers are masked; 3- and 4-grams of the masked text.
const (
	profileStreams = 5
	profileBits    = 22
)

// rarities are the upper limits of the bins of a profile, in other source
// documents that have the n-gram; the last bin has none.
var rarities = [...]int32{0, 2, 6, 20, 60, 200}

// habits are words and marks whose rate belongs to how a text is built; those
// of a line are counted together.
const habits = `n't 're 've 'll 'm 'd
's
that
which
–
;
:
,
"
(
?
!
...
the
of
and
a an
was were been be
also
however
this
it
to
in
as
so
but
while whereas
up out off down away back`

// window is the number of tokens over which different ones are counted, so that
// the length of a text does not matter.
const window = 60

func profileOf(t *features.Text) profile {
	var p profile
	var words, masked []string
	var b building
	t.Symbols(func(norm, class string, opens, open bool) {
		if opens {
			words, masked = words[:0], masked[:0]
		}
		w := norm
		if class == "Aa" || class == "AA" || strings.HasPrefix(class, "#") {
			w = class
		}
		words, masked = append(words, w), append(masked, class)
		p.text = append(p.text, token{hash(w), kindOf(norm, w, open), opens})
		if open {
			p.grams[0] = append(p.grams[0], gram(1, []string{w}))
		}
		for i, s := range []struct {
			of []string
			n  int
		}{{words, 2}, {words, 3}, {masked, 3}, {masked, 4}} {
			if len(s.of) >= s.n {
				p.grams[i+1] = append(p.grams[i+1], gram(uint32(i+2), s.of[len(s.of)-s.n:]))
			}
		}
		b.add(norm, opens, open)
	})
	p.build = b.values()
	return p
}

// kindOf is the kind of a token: names and numbers are what is masked.
func kindOf(norm, masked string, open bool) tokenKind {
	switch {
	case norm != masked:
		return nameOrNumber
	case open:
		return openClass
	case strings.IndexFunc(norm, unicode.IsLetter) < 0:
		return punctuation
	}
	return functionWord
}

// gram is the hash of an n-gram of a stream.
func gram(stream uint32, of []string) uint32 {
	h := hash(strings.Join(of, " "))*0x9e3779b1 ^ stream*0x85ebca6b
	h ^= h >> 15
	h *= 0xc2b2ae35
	return (h ^ h>>13) >> (32 - profileBits)
}

// A building gathers how a text is built.
type building struct {
	tokens  []string
	lengths []float64 // of sentences
	count   map[string]float64
	open    map[string]int
	n       float64 // open-class words
	letters float64
}

func (b *building) add(norm string, opens, open bool) {
	if b.count == nil {
		b.count, b.open = map[string]float64{}, map[string]int{}
	}
	norm = strings.Clone(norm)
	b.tokens = append(b.tokens, norm)
	b.count[norm]++
	if opens || len(b.lengths) == 0 {
		b.lengths = append(b.lengths, 0)
	}
	b.lengths[len(b.lengths)-1]++
	if open {
		b.open[norm]++
		b.n++
		b.letters += float64(len(norm))
	}
}

// values are the length of sentences and how much it varies, the share of
// different words, the length of words, the share of open-class words and of
// those used once, and the square roots of the habits' rates.
func (b *building) values() []float64 {
	mean, spread := 0.0, 0.0
	for _, l := range b.lengths {
		mean += l / float64(len(b.lengths))
	}
	for _, l := range b.lengths {
		spread += (l - mean) * (l - mean) / float64(len(b.lengths))
	}
	once := 0.0
	for _, n := range b.open {
		if n == 1 {
			once++
		}
	}
	all := float64(len(b.tokens)) + 1
	out := []float64{
		math.Log(mean + 1), math.Sqrt(spread) / (mean + 1), b.variety(),
		b.letters / (b.n + 1), b.n / all, once / (b.n + 1), float64(len(b.open)) / math.Pow(b.n+1, .8),
	}
	for line := range strings.Lines(habits) {
		n := 0.0
		for _, w := range strings.Fields(line) {
			n += b.count[w]
		}
		out = append(out, math.Sqrt(n/all))
	}
	return out
}

// variety is the share of different tokens in a window, on average; that of
// usual prose where the text is shorter.
func (b *building) variety() float64 {
	sum, n := 0.0, 0.0
	for i := 0; i+window <= len(b.tokens); i += window / 3 {
		seen := map[string]bool{}
		for _, t := range b.tokens[i : i+window] {
			seen[t] = true
		}
		sum += float64(len(seen)) / window
		n++
	}
	if n == 0 {
		return .75
	}
	return sum / n
}

// A profileModel tells two labels apart by the documents' profiles.
type profileModel struct {
	seen            [profileStreams][]int32   // source documents that have an n-gram
	language        [crossFits][2]*ngramModel // of either label, each pair learned without one part of the source documents
	mean, deviation []float64                 // of the values, standard deviation
	w               []float64
	bias            float64
	share           float64 // of its log-odds that counts
}

const (
	profilePenalty = 1e-3
	profileRate    = .02
	profileRounds  = 3
	profileShare   = .5   // of its log-odds that counts where there are many examples
	profileDoubt   = 2000 // examples of which half of that counts
	farthest       = 3    // standard deviations; values beyond count as this

	crossFits = 4 // parts of the source documents for the language models
)

// fitProfile learns from the documents' profiles. How rare an n-gram is, other
// source documents say: what one machine made of a text others are likely to
// have made of it too.
func fitProfile(docs []document, negative, positive string) *profileModel {
	m := &profileModel{}
	docs = sample(docs, 0)
	m.count(docs)
	m.learnLanguage(docs, negative, positive)
	values := make([][]float64, len(docs))
	each(len(docs), func(i int) {
		d := &docs[i]
		values[i] = append(m.values(d, 1), m.surpriseIn(d, partOf(d.Group))...)
	})
	m.mean, m.deviation = moments(values)
	at := map[*document]int{}
	for i := range docs {
		at[&docs[i]] = i
	}
	examples := pairExamples(docs, []string{negative, positive}, func(d *document) learn.Sparse { return m.vector(values[at[d]]) })
	m.w, m.bias = contrast(learn.FitSGD(examples, len(m.mean), 2, profilePenalty, profileRate, profileRounds))
	n := float64(len(examples))
	m.share = profileShare * n / (n + profileDoubt)
	return m
}

// count counts in how many source documents each n-gram stands.
func (m *profileModel) count(docs []document) {
	groups := byGroup(docs)
	for s := range m.seen {
		m.seen[s] = countGroups(groups, 1<<profileBits, func(i int, yield func(uint32) bool) {
			slices.Values(docs[i].profile.grams[s])(yield)
		})
	}
}

// partOf deals the source documents into parts.
func partOf(group string) int { return int(hash(group+" part") % crossFits) }

// learnLanguage learns language models of each label from all parts of the
// source documents but one, so that what is learned from can be measured by
// models that have not seen it, as what is judged later will be.
func (m *profileModel) learnLanguage(docs []document, negative, positive string) {
	each(2*crossFits, func(i int) {
		part, side := i/2, i%2
		var texts [][]token
		for _, d := range docs {
			if d.Label == []string{negative, positive}[side] && partOf(d.Group) != part {
				texts = append(texts, d.profile.text)
			}
		}
		m.language[part][side] = learnNgrams(texts)
	})
}

// surpriseIn is what the language models make of a document that were learned
// without a part of the source documents.
func (m *profileModel) surpriseIn(d *document, part int) []float64 {
	return surprise(m.language[part][0], m.language[part][1], d.profile.text)
}

// surprise is what all language models make of a document, on average.
func (m *profileModel) surprise(d *document) []float64 {
	var mean []float64
	for part := range m.language {
		values := m.surpriseIn(d, part)
		if mean == nil {
			mean = make([]float64, len(values))
		}
		for i, v := range values {
			mean[i] += v / crossFits
		}
	}
	return mean
}

// values are, for each stream, the shares of n-grams by how many source
// documents have them and the mean logarithm of how many do, and how the text
// is built. Of each n-gram so many source documents are the document's own.
func (m *profileModel) values(d *document, own int32) []float64 {
	var out []float64
	for s, grams := range d.profile.grams {
		shares, sum := make([]float64, len(rarities)+1), 0.0
		all := float64(len(grams)) + 1
		for _, h := range grams {
			n := m.seen[s][h] - own
			bin := 0
			for bin < len(rarities) && n > rarities[bin] {
				bin++
			}
			shares[bin] += 1 / all
			sum += math.Log(float64(n)+.5) / all
		}
		out = append(append(out, shares...), sum)
	}
	return append(out, d.profile.build...)
}

// moments are the means and standard deviations of columns.
func moments(rows [][]float64) (mean, deviation []float64) {
	if len(rows) == 0 {
		return nil, nil
	}
	n := float64(len(rows))
	mean, deviation = make([]float64, len(rows[0])), make([]float64, len(rows[0]))
	for _, r := range rows {
		for i, v := range r {
			mean[i] += v / n
		}
	}
	for _, r := range rows {
		for i, v := range r {
			deviation[i] += (v - mean[i]) * (v - mean[i]) / n
		}
	}
	for i, v := range deviation {
		deviation[i] = math.Sqrt(v) + 1e-9
	}
	return mean, deviation
}

func (m *profileModel) vector(values []float64) learn.Sparse {
	var s learn.Sparse
	for i, v := range values {
		s.Index = append(s.Index, uint32(i))
		s.Value = append(s.Value, float32(min(farthest, max(-farthest, (v-m.mean[i])/m.deviation[i]))))
	}
	return s
}

// score is what the profile of a document adds to the log-odds of the positive
// label; its source document was not learned from.
func (m *profileModel) score(d *document) float64 {
	if m.share == 0 { // nothing was learned from
		return 0
	}
	return m.share * weigh(m.vector(append(m.values(d, 0), m.surprise(d)...)), m.w, m.bias)
}
