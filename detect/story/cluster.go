package story

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// A cluster of articles while grouping. The average likeness of all pairs of
// two clusters is the product of the sums of their vectors, so it costs no
// comparison of pairs.
type cluster struct {
	sum   vector
	size  float64 // tellings
	named uint64  // the story that the input names
	day   float64 // mean day of publication
	dated float64 // how many have one
	near  map[int]bool
	grown int // how often the cluster has been joined; makes old proposals stale
}

type clustering struct {
	heads    forest
	clusters []cluster
	queue    proposals
}

// A proposal is to join two clusters.
type proposal struct {
	likeness      float64
	a, b          int
	grownA, grown int
}

type proposals []proposal

func (p proposals) Len() int      { return len(p) }
func (p proposals) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p proposals) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(p[j].likeness, p[i].likeness), cmp.Compare(p[i].a, p[j].a), cmp.Compare(p[i].b, p[j].b)) < 0
}
func (p *proposals) Push(x any) { *p = append(*p, x.(proposal)) }
func (p *proposals) Pop() any {
	last := (*p)[len(*p)-1]
	*p = (*p)[:len(*p)-1]
	return last
}

// cluster joins those of the articles that tell one story.
func (g *Grouping) cluster(articles []int, copies []bool) error {
	c := clustering{}
	var a reading
	var first []int        // article of each cluster
	place := map[int]int{} // head → cluster
	for _, i := range articles {
		if copies[i] {
			continue // a copy adds nothing
		}
		if err := g.read(i, &a); err != nil {
			return err
		}
		head := g.heads.root(i)
		k, ok := place[head]
		if !ok {
			k = len(c.clusters)
			place[head] = k
			c.clusters = append(c.clusters, cluster{})
			first = append(first, head)
		} else if a.named == 0 {
			continue // a copy of a copy
		}
		x := &c.clusters[k]
		x.sum = plus(x.sum, a.vector)
		x.size++
		x.named = cmp.Or(x.named, a.named)
		if day := float64(a.day); !math.IsNaN(day) {
			x.day = (x.day*x.dated + day) / (x.dated + 1)
			x.dated++
		}
	}
	c.heads = newForest(len(c.clusters))
	c.propose()
	c.join()
	for k := range c.clusters {
		g.heads.join(first[k], first[c.heads.root(k)])
	}
	return nil
}

// propose finds the pairs of clusters that are alike: among few, all of them,
// among many, those that share heavy terms.
func (c *clustering) propose() {
	if len(c.clusters) <= 2*neighbours {
		for i := range c.clusters {
			for j := range i {
				c.offer(j, i)
			}
		}
		return
	}
	index := map[uint32][]uint32{}
	share := make([]float32, len(c.clusters))
	var touched []uint32
	var ranked []uint64
	for i := range c.clusters {
		top := slices.Clone(c.clusters[i].sum)
		ranked = heaviest(top, ranked)
		for _, w := range top[:min(len(top), indexTerms)] {
			for _, j := range index[w.term] {
				if share[j] == 0 {
					touched = append(touched, j)
				}
				share[j] += w.weight
			}
			if len(index[w.term]) < indexArticles {
				index[w.term] = append(index[w.term], uint32(i))
			}
		}
		ranked = nearest(touched, share, ranked)
		for _, v := range ranked {
			c.offer(int(uint32(v)), i)
		}
		for _, j := range touched {
			share[j] = 0
		}
		touched = touched[:0]
	}
}

// offer proposes to join two clusters if they are alike at all.
func (c *clustering) offer(a, b int) {
	likeness, ok := c.likeness(a, b)
	// Half of what joins can still join when other members come between.
	if !ok || likeness < alike/2 {
		return
	}
	for _, i := range []int{a, b} {
		if c.clusters[i].near == nil {
			c.clusters[i].near = map[int]bool{}
		}
	}
	c.clusters[a].near[b] = true
	c.clusters[b].near[a] = true
	if likeness >= alike {
		heap.Push(&c.queue, proposal{likeness, a, b, c.clusters[a].grown, c.clusters[b].grown})
	}
}

// likeness is the average likeness of the members of two clusters.
func (c *clustering) likeness(a, b int) (float64, bool) {
	x, y := &c.clusters[a], &c.clusters[b]
	if x.named != 0 && y.named != 0 && x.named != y.named {
		return 0, false
	}
	l := dot(x.sum, y.sum) / (x.size * y.size)
	if x.dated > 0 && y.dated > 0 {
		l *= inTime(x.day - y.day)
	}
	return l, true
}

// inTime is how much the days between two articles or clusters take from their
// likeness: nothing within five days, all beyond sixty. What comes a year
// later and shares the words is another story. NaN days take nothing.
func inTime(days float64) float64 {
	if math.IsNaN(days) {
		return 1
	}
	return 1 - min(1, max(0, math.Abs(days)-5)/55)
}

// join joins clusters until no two are alike enough.
func (c *clustering) join() {
	for c.queue.Len() > 0 {
		p := heap.Pop(&c.queue).(proposal)
		if c.heads.root(p.a) != p.a || c.heads.root(p.b) != p.b ||
			c.clusters[p.a].grown != p.grownA || c.clusters[p.b].grown != p.grown {
			continue // one of them has been joined meanwhile
		}
		c.heads.join(p.a, p.b)
		into, from := min(p.a, p.b), max(p.a, p.b)
		x, y := &c.clusters[into], &c.clusters[from]
		x.sum = plus(x.sum, y.sum)
		x.size += y.size
		x.named = cmp.Or(x.named, y.named)
		if n := x.dated + y.dated; n > 0 {
			x.day = (x.day*x.dated + y.day*y.dated) / n
			x.dated = n
		}
		x.grown++
		near := make([]int, 0, len(x.near)+len(y.near))
		for _, old := range []map[int]bool{x.near, y.near} {
			for n := range old {
				if n != into && n != from {
					near = append(near, n)
				}
			}
		}
		slices.Sort(near)
		x.near, y.near, y.sum = nil, nil, nil
		for _, n := range slices.Compact(near) {
			if c.heads.root(n) == n {
				delete(c.clusters[n].near, from)
				delete(c.clusters[n].near, into)
				c.offer(min(n, into), max(n, into))
			}
		}
	}
}
