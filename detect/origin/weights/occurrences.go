package weights

import (
	"github.com/calque-check/calque/detect/internal/room"
)

// Occurrences say where a text has the features that have weights: what a sum
// is put down to. The occurrences of a feature share out what it adds.
type Occurrences struct {
	Of       []uint32  // for each of the text's grams the index of its feature, 0 where it has no weight
	Earlier  []int32   // for each gram the one before it of the same feature, -1 for the first
	Features []Feature // from index 1 on, in order of their first occurrence; the first stands for all others
	Effects  []Effect  // what each of these does
}

// A Feature is one that a text has.
type Feature struct {
	N    int32 // how often it occurs
	Last int32 // its last gram
}

// An Effect is what each occurrence of a feature does.
type Effect struct {
	Adds   [2]float64 // to the columns, before these are scaled; all together add up to Total less the biases
	Weighs float64    // 1 if it adds anything, else 0: a weight may be zero
}

// Read makes o the occurrences of a sum's features. It reuses what o holds, and
// is of use until the sum is used again.
func (o *Occurrences) Read(s *Sum) {
	o.Of = s.of
	o.Earlier = room.For(o.Earlier, len(s.of))
	o.Features, o.Effects = room.For(o.Features, len(s.rows)), room.For(o.Effects, len(s.rows))
	features, earlier := o.Features, o.Earlier[:len(s.of)]
	for i := range features {
		features[i] = Feature{Last: -1}
	}
	for i, of := range s.of {
		f := &features[of]
		earlier[i], f.Last = f.Last, int32(i)
		f.N++
	}
	effects := o.Effects[:len(features)]
	for i, w := range s.weights[:len(features)] {
		e, value := &effects[i], s.unit/float64(features[i].N)
		for c := range e.Adds {
			e.Adds[c] = value * float64(w.at(c))
		}
		e.Weighs = float64(one(w.at(0)|w.at(1) != 0))
	}
	effects[0] = Effect{} // of what may not occur at all
}

// First is the first gram of a feature.
func (o *Occurrences) First(f *Feature) int32 {
	first := f.Last
	for o.Earlier[first] >= 0 {
		first = o.Earlier[first]
	}
	return first
}
