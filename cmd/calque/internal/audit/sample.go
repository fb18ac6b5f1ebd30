package audit

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
	"slices"
)

// sample takes n of the items, the same ones for the same seed: those of which
// a hash of seed, path and record number is smallest. What cannot be listed is
// always among them. They come when all have been listed, in their order.
func sample(items func(func(item) bool), n int, seed uint64) func(func(item) bool) {
	return func(yield func(item) bool) {
		var chosen drawn
		var wrong []draw
		at := 0
		for i := range items {
			at++
			d := draw{i, at, lot(i, seed)}
			switch {
			case i.err != nil:
				wrong = append(wrong, d)
			case len(chosen) < n:
				heap.Push(&chosen, d)
			case d.before(chosen[0]):
				chosen[0] = d
				heap.Fix(&chosen, 0)
			}
		}
		all := slices.Concat(wrong, chosen)
		slices.SortFunc(all, func(a, b draw) int { return cmp.Compare(a.at, b.at) })
		for _, d := range all {
			if !yield(d.item) {
				return
			}
		}
	}
}

// lot is the number that an item draws.
func lot(i item, seed uint64) uint64 {
	b := binary.LittleEndian.AppendUint64(nil, seed)
	b = binary.LittleEndian.AppendUint64(b, uint64(i.Record))
	b = append(b, filepath.ToSlash(filepath.Clean(i.Path))...)
	sum := sha256.Sum256(b)
	return binary.LittleEndian.Uint64(sum[:])
}

type draw struct {
	item
	at  int // in the listing
	lot uint64
}

func (d draw) before(e draw) bool { return d.lot < e.lot || d.lot == e.lot && d.at < e.at }

// drawn is a heap, the largest lot first.
type drawn []draw

func (d drawn) Len() int           { return len(d) }
func (d drawn) Less(i, j int) bool { return d[j].before(d[i]) }
func (d drawn) Swap(i, j int)      { d[i], d[j] = d[j], d[i] }
func (d *drawn) Push(x any)        { *d = append(*d, x.(draw)) }
func (d *drawn) Pop() any {
	last := (*d)[len(*d)-1]
	*d = (*d)[:len(*d)-1]
	return last
}
