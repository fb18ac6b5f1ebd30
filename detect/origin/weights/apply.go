package weights

import (
	"math"
	"math/bits"
	"slices"

	"github.com/calque-check/calque/detect/origin/features"
)

// A Sum is what a head says of a text before calibration. A feature counts
// once, however often the text has it: of what is frequent in an article much
// is its topic. Its occurrences share that out.
type Sum struct {
	Total    [2]float64
	Features []Feature // those that have a weight, in order of their first occurrence
	Of       []int32   // for each of the text's grams the index of its feature, -1 where it has no weight
	Next     []int32   // for each gram the next of the same feature, -1 after the last
	Known    int       // grams that have a weight

	unit  float64 // value of a feature that the text has
	known []int32 // grams that have a weight
	slots []int32 // hash table of indices into Features plus one; 0 is free
}

// A Feature is one that a text has.
type Feature struct {
	Hash        uint32
	N           int32      // how often it occurs
	First, last int32      // its first and its last gram
	Each        [2]float64 // what each occurrence adds; all together add up to Total less the biases
	at          int32      // of its weights
}

// Apply weighs the features of a text.
func (m *Model) Apply(t *features.Text) *Sum {
	s := &Sum{}
	m.ApplyTo(t, s)
	return s
}

// ApplyTo is Apply with a sum that is used again: what it held is lost.
func (m *Model) ApplyTo(t *features.Text, s *Sum) {
	m.find(t, s)
	s.unit = 1 / math.Sqrt(float64(len(s.Features))+1e-9)
	var total [2]int
	for i := range s.Features {
		f := &s.Features[i]
		x := s.unit / float64(f.N)
		for c := range f.Each {
			w := int8(m.Head.Weights[int(f.at)+c])
			total[c] += int(w)
			f.Each[c] = x * float64(w) * m.Scale[c]
		}
	}
	for c := range s.Total {
		s.Total[c] = s.unit*float64(total[c])*m.Scale[c] + m.Bias[c]
	}
}

// find collects the features of a text that have weights.
func (m *Model) find(t *features.Text, s *Sum) {
	n := len(t.Grams)
	if cap(s.Of) < n {
		s.Of, s.Next = make([]int32, n), make([]int32, n)
	}
	s.Of, s.Next, s.Features = s.Of[:n], s.Next[:n], s.Features[:0]
	// First which grams have weights: without a branch, so that the processor
	// fetches what it needs for many of them at a time.
	known := slices.Grow(s.known[:0], n)[:n]
	k := 0
	for i, g := range t.Grams {
		s.Of[i], s.Next[i] = -1, -1
		known[k] = int32(i)
		k += int(m.blocks[g.Hash/64].head >> (g.Hash % 64) & m.use[g.Kind])
	}
	s.known, s.Known = known, k
	width := bits.Len(uint(k)) + 1
	if len(s.slots) < 1<<width {
		s.slots = make([]int32, 1<<width)
	}
	slots := s.slots[:1<<width]
	clear(slots)
	for _, i := range known[:k] {
		h := t.Grams[i].Hash
		for probe := h; ; probe++ {
			slot := &slots[probe&(1<<width-1)]
			if *slot == 0 {
				s.Of[i] = int32(len(s.Features))
				s.Features = append(s.Features, Feature{Hash: h, N: 1, First: i, last: i})
				*slot = int32(len(s.Features))
				break
			}
			f := &s.Features[*slot-1]
			if f.Hash == h {
				s.Of[i] = *slot - 1
				s.Next[f.last] = i
				f.last = i
				f.N++
				break
			}
		}
	}
	for i := range s.Features {
		f := &s.Features[i]
		b := &m.blocks[f.Hash/64]
		f.at = int32(Columns * (int(b.headFrom) + bits.OnesCount64(b.head&(1<<(f.Hash%64)-1))))
	}
}

// LanguageScores are what the language head says of a text before calibration.
func (m *Model) LanguageScores(s *Sum) []float64 {
	total := make([]int, len(m.Languages))
	for i := range s.Features {
		h := s.Features[i].Hash
		b := &m.blocks[h/64]
		bit := h % 64
		if b.lang>>bit&1 == 0 {
			continue
		}
		at := (int(b.langFrom) + bits.OnesCount64(b.lang&(1<<bit-1))) * len(total)
		for c, w := range m.Lang.Weights[at : at+len(total)] {
			total[c] += int(int8(w))
		}
	}
	scores := make([]float64, len(total))
	for c := range scores {
		scores[c] = s.unit*float64(total[c])*m.LangScale[c] + m.LangBias[c]
	}
	return scores
}

// Excess is what the occurrences of a feature in a text add to the log-odds of
// machine translation against native English, before calibration, beyond what
// the feature adds in native articles as a rule.
func (m *Model) Excess(f *Feature) float64 {
	w := m.Head.Weights[f.at:]
	mean := float64(int8(w[usual])) * m.Scale[usual]
	return float64(f.N)*f.Each[MachineNative] - mean*float64(int8(w[MachineNative]))*m.Scale[MachineNative]
}
