package weights

import (
	"encoding/binary"
	"math"
	"math/bits"

	"github.com/calque-check/calque/detect/internal/room"
	"github.com/calque-check/calque/detect/origin/features"
)

// A Sum is what a head says of a text before calibration. A feature counts
// once, however often the text has it: of what is frequent in an article much
// is its topic.
type Sum struct {
	Total [2]float64

	unit    float64  // value of a feature that the text has
	of      []uint32 // for each of the text's grams the index of its feature, 0 where it has no weight
	rows    []uint32 // of the features, one more than those in the head, in order of their first occurrence; the first stands for what has none
	weights []packed // of the features
	found   []uint32 // rows are the end of it
	slots   []uint32 // hash table of indices into found; 0 is free
	some    []int32  // rows or features
}

// Packed are a feature's weights, one to a byte, the first column's lowest.
type packed uint16

// at is the weight in a column.
func (p packed) at(column int) int { return int(int8(p >> (8 * column))) }

// Features is how many of the text's features have a weight.
func (s *Sum) Features() int { return len(s.rows) - 1 }

// Apply weighs the features of a text.
func (m *Model) Apply(t *features.Text) *Sum {
	s := &Sum{}
	m.ApplyTo(t, s)
	return s
}

// ApplyTo is Apply with a sum that is used again: what it held is lost.
func (m *Model) ApplyTo(t *features.Text, s *Sum) {
	m.find(t, s)
	s.unit = 1 / math.Sqrt(float64(s.Features())+1e-9)
	s.weights = room.For(s.weights, len(s.rows))
	gather(s.weights, s.rows, m.Head.Weights)
	var total [2]int
	for _, w := range s.weights {
		for c := range total {
			total[c] += w.at(c)
		}
	}
	for c := range s.Total {
		s.Total[c] = s.unit*float64(total[c])*m.Scale[c] + m.Bias[c]
	}
}

// gather reads the weights of features, from index 1 on. It does as little else
// as can be: they lie all over the table, and the processor then waits for many
// of them at a time.
func gather(weights []packed, rows []uint32, table []byte) {
	weights = weights[:len(rows)]
	weights[0] = 0
	for i := 1; i < len(rows); i++ {
		weights[i] = packed(binary.LittleEndian.Uint16(table[Columns*int(rows[i]-1):]))
	}
}

// one is 1 for true and 0 for false, without a branch.
func one(b bool) int {
	n := 0
	if b {
		n = 1
	}
	return n
}

// find collects the features of a text that have weights.
func (m *Model) find(t *features.Text, s *Sum) {
	n := len(t.Grams)
	s.of = room.For(s.of, n)
	s.found, s.slots = room.For(s.found, n+2), room.For(s.slots, 2<<bits.Len(uint(n)))
	m.rows(t.Grams, s.of)
	s.rows = distinct(s.of, s.found, s.slots)
}

// rows finds one more than the row of each gram in the head, 0 where it has no
// weights. It does as little else as can be, as gather.
func (m *Model) rows(grams []features.Gram, rows []uint32) {
	head, use := m.head, m.use
	rows = rows[:len(grams)]
	for i, g := range grams {
		row, has := head.at(g.Hash())
		rows[i] = (row + 1) & -(has & uint32(use>>g.Kind()))
	}
}

// distinct numbers the features of grams, given by their rows, which it
// replaces by the features' indices, and returns the features' rows. Nothing in
// it branches on what the text holds, but for the rare collision: nobody can
// guess whether the next feature is a new one, and a wrong guess costs more
// than all else that is done for it.
func distinct(of, found, slots []uint32) []uint32 {
	clear(slots)
	// The first of those found is where a free slot leads, the second takes all
	// grams without weights.
	const none = 1
	found[0], found[none] = 0, 0
	slots[0] = none
	last := uint32(none)
	mask := uint32(len(slots) - 1)
	for i, row := range of {
		probe := row & mask
		at := slots[probe]
		for differs(found, at, row) {
			probe = (probe + 1) & mask
			at = slots[probe]
		}
		if at == 0 {
			at = last + 1
		}
		slots[probe] = at
		last = max(last, at)
		of[i] = at - none
		found[at] = row
	}
	return found[none : last+1]
}

// differs reports whether another feature than that of a row is at an index. It
// is one comparison, whether or not there is any.
func differs(found []uint32, at, row uint32) bool {
	difference := found[at] ^ row
	if at == 0 {
		difference = 0
	}
	return difference != 0
}

// LanguageScores are what the language head says of a text before calibration.
func (m *Model) LanguageScores(s *Sum) []float64 {
	s.some = room.For(s.some, len(s.rows))
	rows := languageRows(s.rows[1:], &m.lang, s.some)
	columns := len(m.Languages)
	total := make([]int, columns)
	for c := 0; c < columns; c += lanes {
		m.addColumns(total[c:min(c+lanes, columns)], c, rows)
	}
	scores := make([]float64, columns)
	for c := range scores {
		scores[c] = s.unit*float64(total[c])*m.LangScale[c] + m.LangBias[c]
	}
	return scores
}

// languageRows finds the rows of features in the language head, of those that
// have one.
func languageRows(found []uint32, lang *index, rows []int32) []int32 {
	k := 0
	for _, row := range found {
		its, has := lang.at(row - 1)
		rows[k] = int32(its)
		k += int(has)
	}
	return rows[:k]
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
	some := room.For(s.some, len(s.weights))
	k := 0
	for i := 1; i < len(s.weights); i++ { // the first stands for what has no weight
		w := s.weights[i].at(MachineNative)
		some[k] = int32(i)
		k += one(uint(max(w, -w)-low) < uint(high-low))
	}
	s.some = some
	return some[:k]
}

// Excess is what the occurrences of a feature in a text add to the log-odds of
// machine translation against native English, before calibration, beyond what
// the feature adds in native articles as a rule; 0 where the feature is rarer
// than in these.
func (m *Model) Excess(s *Sum, feature int32) float64 {
	w := s.weights[feature]
	mean := float64(int8(m.Usual[s.rows[feature]-1])) * m.UsualScale
	return max(s.unit-mean, 0) * float64(w.at(MachineNative)) * m.Scale[MachineNative]
}
