package weights

import (
	"encoding/binary"
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
	Features []Feature // those that have a weight, from index 1 on, in order of their first occurrence; the first adds nothing
	Of       []int32   // for each of the text's grams the index of its feature, 0 where it has no weight
	Earlier  []int32   // for each gram that has a weight the one before it of the same feature, -1 for the first
	Known    int       // grams that have a weight

	unit  float64 // value of a feature that the text has
	some  []int32 // grams or features that are in a table
	slots []int32 // hash table of indices into Features; 0 is free
}

// A Feature is one that a text has.
type Feature struct {
	Hash    uint32
	N       int32 // how often it occurs
	Last    int32 // its last gram
	weights [Columns]int8
	Each    [2]float64 // what each occurrence adds; all together add up to Total less the biases
}

// Weighs reports whether the feature moves anything: a weight may be zero.
func (f *Feature) Weighs() bool { return f.weights[MachineNative]|f.weights[MachineHuman] != 0 }

// First is the first gram of a feature.
func (s *Sum) First(f *Feature) int32 {
	first := f.Last
	for s.Earlier[first] >= 0 {
		first = s.Earlier[first]
	}
	return first
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
	found := s.Features[1:]
	s.unit = 1 / math.Sqrt(float64(len(found))+1e-9)
	// First all weights, with as little else as can be: they lie all over the
	// table, and the processor then waits for many of them at a time.
	for i := range found {
		f := &found[i]
		at := Columns * m.head[f.Hash/64].row(f.Hash)
		w := m.Head.Weights[at : at+Columns]
		f.weights = [Columns]int8{int8(w[0]), int8(w[1]), int8(w[2])}
	}
	var total [2]int
	for i := range found {
		f := &found[i]
		x := s.unit / float64(f.N)
		for c := range f.Each {
			total[c] += int(f.weights[c])
			f.Each[c] = x * float64(f.weights[c]) * m.Scale[c]
		}
	}
	for c := range s.Total {
		s.Total[c] = s.unit*float64(total[c])*m.Scale[c] + m.Bias[c]
	}
}

// find collects the features of a text that have weights. Nothing in it
// branches on what the text holds, but for the rare collision: nobody can
// guess whether the next feature is a new one, and a wrong guess costs more
// than all else that is done for it.
func (m *Model) find(t *features.Text, s *Sum) {
	grams, head := t.Grams, m.head
	n := len(grams)
	s.Of, s.Earlier, s.some = sized(s.Of, n), sized(s.Earlier, n), sized(s.some, n)
	of, earlier, known := s.Of[:n], s.Earlier[:n], s.some[:n]
	clear(of)
	k := 0
	for i, g := range grams {
		known[k] = int32(i)
		k += int(head[g.Hash()/64].has(g.Hash()) & m.use[g.Kind()])
	}
	s.Known = k
	found := sized(s.Features, k+1)
	found[0] = Feature{Last: -1}
	width := bits.Len(uint(k)) + 1
	s.slots = sized(s.slots, 1<<width)
	slots := s.slots
	clear(slots)
	distinct := int32(0)
	for _, i := range known[:k] {
		h := grams[i].Hash()
		probe := int(h) & (len(slots) - 1)
		at := slots[probe]
		for differs(found, at, h) {
			probe = (probe + 1) & (len(slots) - 1)
			at = slots[probe]
		}
		f := &found[at]
		last, times, next := f.Last, f.N, distinct+1
		if at != 0 {
			next = at
		}
		slots[probe] = next
		distinct = max(distinct, next)
		of[i], earlier[i] = next, last
		f = &found[next]
		f.Hash, f.N, f.Last = h, times+1, i
	}
	s.Features = found[:distinct+1]
}

// differs reports whether another feature than that of the hash is at an index.
// It is one comparison, whether or not there is any.
func differs(found []Feature, at int32, hash uint32) bool {
	difference := found[at].Hash ^ hash
	if at == 0 {
		difference = 0
	}
	return difference != 0
}

// sized is a slice of length n that reuses s where it is large enough.
func sized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// LanguageScores are what the language head says of a text before calibration.
func (m *Model) LanguageScores(s *Sum) []float64 {
	some := sized(s.some, len(s.Features))
	k := 0
	for i := 1; i < len(s.Features); i++ {
		h := s.Features[i].Hash
		b := &m.lang[h/64]
		some[k] = int32(b.row(h))
		k += int(b.has(h))
	}
	s.some = some
	columns := len(m.Languages)
	total := make([]int, columns)
	for c := 0; c < columns; c += lanes {
		m.addColumns(total[c:min(c+lanes, columns)], c, some[:k])
	}
	scores := make([]float64, columns)
	for c := range scores {
		scores[c] = s.unit*float64(total[c])*m.LangScale[c] + m.LangBias[c]
	}
	return scores
}

// lanes is how many columns are added up at a time.
const lanes = 8

// addColumns adds up the columns of some rows of the language head, from one
// on. A row's weights, made positive, are added as the 16-bit parts of two
// words.
func (m *Model) addColumns(total []int, from int, rows []int32) {
	const (
		even     = 0x00ff00ff00ff00ff
		negative = 0x8080808080808080
		atOnce   = 1 << 8 // rows whose sum 16 bits surely hold
	)
	w, columns := m.Lang.Weights, m.Lang.Columns
	for len(rows) > 0 {
		n := min(len(rows), atOnce)
		var evens, odds uint64
		for _, r := range rows[:n] {
			row := eight(w, int(r)*columns+from) ^ negative
			evens += row & even
			odds += row >> 8 & even
		}
		for c := range total {
			sum := evens
			if c%2 == 1 {
				sum = odds
			}
			total[c] += int(sum>>(16*(c/2))&0xffff) - n*128
		}
		rows = rows[n:]
	}
}

// eight are the bytes from one on, the lowest first; behind the last stand
// zeros.
func eight(b []byte, from int) uint64 {
	if b = b[from:]; len(b) >= 8 {
		return binary.LittleEndian.Uint64(b)
	}
	var few [8]byte
	copy(few[:], b)
	return binary.LittleEndian.Uint64(few[:])
}

// Outstanding are the features whose Excess may be of a size, or more: the rest
// have too small a weight. The slice is valid until the sum is used again.
func (m *Model) Outstanding(s *Sum, size float64) []int32 {
	// All occurrences add the weight times the unit and the scale, from which
	// the mean is taken off.
	least := int(math.Ceil(size/(s.unit*m.Scale[MachineNative]) - 1e-6))
	some := sized(s.some, len(s.Features))
	k := 0
	for i := 1; i < len(s.Features); i++ {
		w := int(s.Features[i].weights[MachineNative])
		some[k] = int32(i)
		if max(w, -w) >= least {
			k++
		}
	}
	s.some = some
	return some[:k]
}

// Excess is what the occurrences of a feature in a text add to the log-odds of
// machine translation against native English, before calibration, beyond what
// the feature adds in native articles as a rule.
func (m *Model) Excess(f *Feature) float64 {
	mean := float64(f.weights[usual]) * m.Scale[usual]
	return float64(f.N)*f.Each[MachineNative] - mean*float64(f.weights[MachineNative])*m.Scale[MachineNative]
}
