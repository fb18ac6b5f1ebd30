package story

import "slices"

// connect joins the articles that are alike enough for one story, or connected
// by others that are: what cluster then works on.
func (g *Grouping) connect(copies []bool, terms int) (forest, error) {
	begin := make([]uint32, terms+1)
	days := make([]float32, g.n)
	if err := g.readings(copies, func(i int, a *reading) error {
		days[i] = a.day
		for _, w := range a.index {
			begin[w.term]++
		}
		return nil
	}); err != nil {
		return nil, err
	}
	total := uint32(0)
	for t, n := range begin {
		begin[t] = total
		total += n
	}
	end := slices.Clone(begin) // where the articles that have been seen end
	index := make([]uint32, total)
	connected := slices.Clone(g.heads)
	size := map[int]int{} // of the connected sets of more than one
	share := make([]float32, g.n)
	var touched []uint32
	var ranked []uint64
	var weights weightTable // of the article that is looked at
	err := g.readings(copies, func(i int, a *reading) error {
		if i == g.n-1 {
			step()
		}
		for _, w := range a.index {
			for _, j := range index[begin[w.term]:end[w.term]] {
				if share[j] == 0 {
					touched = append(touched, j)
				}
				share[j] += w.weight
			}
			index[end[w.term]] = uint32(i)
			end[w.term]++
		}
		weights.fill(a.vector)
		ranked = nearest(touched, share, ranked)
		for _, v := range ranked {
			j := uint32(v)
			near := inTime(float64(a.day - days[j]))
			if near*mostAlike < alike {
				continue // whatever they say
			}
			x, y := connected.root(i), connected.root(int(j))
			sizes := max(1, size[x]) + max(1, size[y])
			if x == y || sizes > connectedMost {
				continue
			}
			b, err := g.vectorBytes(int(j))
			if err != nil {
				return err
			}
			if a.together(readAbout(b)) && weights.likeness(b[aboutSize:])*near >= alike {
				connected.join(x, y)
				delete(size, max(x, y))
				size[min(x, y)] = sizes
			}
		}
		for _, j := range touched {
			share[j] = 0
		}
		touched = touched[:0]
		return nil
	})
	return connected, err
}

// mostAlike is more than the likeness of two vectors can be, which is 1 but for
// rounding.
const mostAlike = 1.001

// nearest orders the articles by what they share and keeps the first, as numbers
// whose lower half is the article.
func nearest(touched []uint32, share []float32, buf []uint64) []uint64 {
	buf = buf[:0]
	last := ^uint64(0) // of those that are kept
	for _, j := range touched {
		v := byWeight(share[j], j)
		if v >= last {
			continue
		}
		if buf = append(buf, v); len(buf) == 4*neighbours {
			slices.Sort(buf)
			buf = buf[:neighbours]
			last = buf[neighbours-1]
		}
	}
	slices.Sort(buf)
	return buf[:min(len(buf), neighbours)]
}

// A weightTable holds the weights of a vector by term, in little room, so that
// looking up those of hundreds of other vectors stays in the cache.
type weightTable struct {
	slots [1 << weightBits]weighted // weight 0 for none
	used  []uint32
}

// weightBits leaves more than half of the slots empty.
const weightBits = 9

var _ [1<<weightBits - 2*vectorTerms]struct{}

func weightSlot(term uint32) uint32 { return term * 2654435769 >> (32 - weightBits) }

// fill puts a vector in the place of the one before.
func (t *weightTable) fill(v vector) {
	for _, slot := range t.used {
		t.slots[slot] = weighted{}
	}
	t.used = t.used[:0]
	for _, w := range v {
		slot := weightSlot(w.term)
		for t.slots[slot].weight != 0 {
			slot = (slot + 1) % uint32(len(t.slots))
		}
		t.slots[slot] = w
		t.used = append(t.used, slot)
	}
}

// likeness is how alike the vector is to one that is spooled.
func (t *weightTable) likeness(spooled []byte) (sum float64) {
	for b := spooled; len(b) >= 8; b = b[8:] {
		w, _ := readWeighted(b)
		for slot := weightSlot(w.term); t.slots[slot].weight != 0; slot = (slot + 1) % uint32(len(t.slots)) {
			if t.slots[slot].term == w.term {
				sum += float64(t.slots[slot].weight) * float64(w.weight)
				break
			}
		}
	}
	return sum
}
