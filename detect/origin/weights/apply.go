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
	Features []Feature // those that have a weight, from index 1 on, in order of their first occurrence; the first stands for all others
	Effects  []Effect  // what each of these does
	Of       []int32   // for each of the text's grams the index of its feature, 0 where it has no weight
	Earlier  []int32   // for each gram the one before it of the same feature, -1 for the first

	unit  float64   // value of a feature that the text has
	some  []int32   // rows or features
	found []Feature // Features are the end of it
	slots []int32   // hash table of indices into found; 0 is free
}

// A Feature is one that a text has.
type Feature struct {
	N    int32  // how often it occurs
	Last int32  // its last gram
	row  uint32 // one more than its row in the head; 0 where it has none
}

// An Effect is what a feature does to the sum.
type Effect struct {
	value   float64 // of each occurrence
	weights [Columns]int8
}

// Each is what each occurrence adds to a column, before that is scaled. All
// together add up to Total less the bias.
func (e *Effect) Each(column int) float64 { return e.value * float64(e.weights[column]) }

// Weighs is 1 if the feature moves anything, else 0: a weight may be zero.
func (e *Effect) Weighs() int {
	n := 0
	if e.weights[MachineNative]|e.weights[MachineHuman] != 0 {
		n = 1
	}
	return n
}

// Known is how many of the text's grams have a weight.
func (s *Sum) Known() int { return len(s.Of) - int(s.Features[0].N) }

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
	found := s.Features
	s.unit = 1 / math.Sqrt(float64(len(found)-1)+1e-9)
	s.Effects = sized(s.Effects, len(found))
	effects := s.Effects[:len(found)]
	effects[0] = Effect{}
	// First all weights, with as little else as can be: they lie all over the
	// table, and the processor then waits for many of them at a time.
	for i := 1; i < len(found); i++ {
		at := Columns * int(found[i].row-1)
		w := m.Head.Weights[at : at+Columns]
		effects[i].weights = [Columns]int8{int8(w[0]), int8(w[1]), int8(w[2])}
	}
	var total [2]int
	for i := 1; i < len(found); i++ {
		e := &effects[i]
		e.value = s.unit / float64(found[i].N)
		total[0] += int(e.weights[0])
		total[1] += int(e.weights[1])
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
	s.Of, s.Earlier = sized(s.Of, n), sized(s.Earlier, n)
	of, earlier := s.Of[:n], s.Earlier[:n]
	s.slots = sized(s.slots, 2<<bits.Len(uint(n)))
	slots := s.slots
	clear(slots)
	// The first of those found is where a free slot leads, the second takes all
	// grams without weights.
	const none = 1
	s.found = sized(s.found, n+2)
	found := s.found
	found[0], found[none] = Feature{Last: -1}, Feature{Last: -1}
	slots[0] = none
	some := int32(none)
	// First all rows, with as little else as can be: they lie all over the
	// table, and the processor then waits for many of them at a time.
	for i, g := range grams {
		h := g.Hash()
		b := &head[h/64]
		of[i] = int32(b.row(h)+1) & -int32(b.has(h)&(m.use>>g.Kind()))
	}
	for i := range of {
		row := uint32(of[i])
		probe := int(row) & (len(slots) - 1)
		at := slots[probe]
		for differs(found, at, row) {
			probe = (probe + 1) & (len(slots) - 1)
			at = slots[probe]
		}
		f := &found[at]
		last, times, next := f.Last, f.N, some+1
		if at != 0 {
			next = at
		}
		slots[probe] = next
		some = max(some, next)
		of[i], earlier[i] = next-none, last
		found[next] = Feature{N: times + 1, Last: int32(i), row: row}
	}
	s.Features = found[none : some+1]
}

// differs reports whether another feature than that of a row is at an index. It
// is one comparison, whether or not there is any.
func differs(found []Feature, at int32, row uint32) bool {
	difference := found[at].row ^ row
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
		row := s.Features[i].row - 1
		b := &m.lang[row/64]
		some[k] = int32(b.row(row))
		k += int(b.has(row))
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

// Outstanding are the features whose Excess may be of a size between two, the
// lower included: the others' weight is too small or too large. The slice is
// valid until the sum is used again.
func (m *Model) Outstanding(s *Sum, from, to float64) []int32 {
	least := func(size float64) int {
		return int(math.Ceil(min(size/(s.unit*m.Scale[MachineNative])-1e-6, math.MaxInt16)))
	}
	low, high := least(from), least(to)
	some := sized(s.some, len(s.Effects))
	k := 0
	for i := 1; i < len(s.Effects); i++ {
		w := int(s.Effects[i].weights[MachineNative])
		some[k] = int32(i)
		if w = max(w, -w); w >= low && w < high {
			k++
		}
	}
	s.some = some
	return some[:k]
}

// Excess is what the occurrences of a feature in a text add to the log-odds of
// machine translation against native English, before calibration, beyond what
// the feature adds in native articles as a rule; 0 where the feature is rarer
// than in these.
func (m *Model) Excess(s *Sum, feature int32) float64 {
	w := &s.Effects[feature].weights
	mean := float64(w[usual]) * m.Scale[usual]
	return max(s.unit-mean, 0) * float64(w[MachineNative]) * m.Scale[MachineNative]
}
