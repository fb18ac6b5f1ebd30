package story

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/calque-check/calque/detect/article"
)

// Grouping
//
// Copies are found first and count as one article. Then articles that share
// rare words become candidates, through an index of each article's rarest
// terms; and clusters grow by average linkage: the two clusters whose members
// are on average most alike are joined, until none is alike enough. Average
// linkage keeps chains of half-related political stories apart, which single
// linkage would join. The average of all pairs is the product of the two sums
// of vectors, so it costs no comparison of pairs.

const (
	// alike is the average likeness (cosine) at which clusters are joined;
	// chosen on BASIL (Fan et al. 2019): 60 stories by three publishers.
	alike = 0.18
	// indexTerms is by how many of its rarest terms an article is looked up.
	indexTerms = 32
	// indexArticles is in how many articles a term may stand to be looked up by.
	indexArticles = 400
	// neighbours is with how many candidates an article is compared.
	neighbours = 64
	// copyLikeness is the estimated share of shingles that copies have in common.
	copyLikeness = 0.6
)

// Group finds the stories that two or more of the articles tell. The order of
// the stories is that of their first members. Articles for which the input
// names a story are grouped by it and never with those of another named story;
// the others may join them.
func Group(articles []*article.Article) []Story {
	vocabulary := &vocabulary{numbers: map[uint64]uint32{}}
	counts := make([]counted, len(articles))
	for i, a := range articles {
		counts[i] = vocabulary.count(a)
	}
	g := grouping{heads: joinCopies(articles)}
	vectors := make([]vector, len(articles))
	for i := range articles {
		vectors[i] = vocabulary.vector(counts[i], len(articles))
		counts[i] = counted{} // let go of it: a corpus is large
	}
	g.start(articles, vectors)
	g.propose(vectors, vocabulary)
	g.join()

	groups := map[int][]int{}
	for i := range articles {
		r := g.heads.root(i)
		groups[r] = append(groups[r], i)
	}
	var stories []Story
	for i := range articles {
		if members := groups[i]; len(members) > 1 {
			stories = append(stories, describe(articles, members))
		}
	}
	return stories
}

// describe is a story with what Group says of it.
func describe(articles []*article.Article, members []int) Story {
	return Story{ID: storyID(articles, members), Title: storyTitle(articles, members), Members: members}
}

// storyID is made from the texts alone, so that it is the same in whatever
// order and company the articles come.
func storyID(articles []*article.Article, members []int) string {
	sums := make([]string, len(members))
	for i, m := range members {
		sum := sha256.Sum256([]byte(articles[m].Text))
		sums[i] = string(sum[:])
	}
	slices.Sort(sums)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(sums), "")))
	return hex.EncodeToString(sum[:6])
}

// storyTitle is the headline that shares most words with the other headlines
// and leads.
func storyTitle(articles []*article.Article, members []int) string {
	holds := map[string]int{} // word → number of members whose beginning has it
	titles := make([]string, len(members))
	for i, m := range members {
		a := articles[m]
		titles[i] = titleOf(a)
		seen := map[string]bool{}
		for _, t := range a.Tokens[:min(headTokens, len(a.Tokens))] {
			if w := termOf(t); w != "" && !common(w, 3) && !seen[w] {
				seen[w] = true
				holds[w]++
			}
		}
	}
	best, bestScore := "", -1.0
	for _, title := range titles {
		score, words := 0.0, 0
		for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,.:;?!'’\"“”‘()", r) }) {
			words++
			if n := holds[w]; n > 1 {
				score += float64(n)
			}
		}
		score /= math.Sqrt(float64(max(words, 8)))
		if title != "" && (score > bestScore || score == bestScore && title < best) {
			best, bestScore = title, score
		}
	}
	return best
}

// titleOf is an article's headline or, where it has none, the beginning of its
// first sentence.
func titleOf(a *article.Article) string {
	if a.Title != "" {
		return a.Title
	}
	if len(a.Sentences) == 0 {
		return ""
	}
	title := a.Slice(a.Sentences[0].Span)
	const longest = 120
	if len(title) > longest {
		cut := strings.LastIndexByte(title[:longest], ' ')
		if cut < 0 {
			return ""
		}
		title = title[:cut] + "..."
	}
	return title
}

// joinCopies groups the articles that are copies of each other.
func joinCopies(articles []*article.Article) forest {
	f := newForest(len(articles))
	sketches := make([]sketch, len(articles))
	first := map[uint64]int{} // band → the first article that has it
	for i, a := range articles {
		s := shingles(a)
		sketches[i] = sketchOf(s)
		for _, band := range sketches[i].bands() {
			j, ok := first[band]
			if !ok {
				first[band] = i
			} else if sketches[i].similar(&sketches[j]) >= copyLikeness && together(a, articles[j]) {
				f.join(i, j)
			}
		}
	}
	return f
}

// together reports whether the input allows two articles in one story.
func together(a, b *article.Article) bool {
	return a.Story == "" || b.Story == "" || a.Story == b.Story
}

// A cluster of articles while grouping.
type cluster struct {
	sum   vector
	size  float64 // tellings
	named string  // the story that the input names
	day   float64 // mean day of publication
	dated float64 // how many have one
	near  map[int]bool
	grown int // how often the cluster has been joined; makes old proposals stale
}

type grouping struct {
	heads    forest
	clusters []cluster // by article; the root's is in use
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

// start makes a cluster of each article, of copies together and of those that
// the input puts in one story.
func (g *grouping) start(articles []*article.Article, vectors []vector) {
	g.clusters = make([]cluster, len(articles))
	named := map[string]int{}
	for i, a := range articles {
		if a.Story != "" {
			if j, ok := named[a.Story]; ok {
				g.heads.join(i, j)
			} else {
				named[a.Story] = i
			}
		}
	}
	for i, a := range articles {
		c := &g.clusters[g.heads.root(i)]
		switch {
		case c.sum == nil:
			c.sum = vectors[i]
		case a.Story != "":
			c.sum = plus(c.sum, vectors[i])
		default:
			continue // a copy adds nothing
		}
		c.size++
		c.named = cmp.Or(c.named, a.Story)
		if day, ok := dayOf(a); ok {
			c.day = (c.day*c.dated + day) / (c.dated + 1)
			c.dated++
		}
	}
}

// propose finds the pairs of articles that share rare terms and are alike.
func (g *grouping) propose(vectors []vector, v *vocabulary) {
	index := map[uint32][]int32{}
	share := make([]float32, len(vectors))
	var touched []int32
	for i, vec := range vectors {
		if g.heads.root(i) != i {
			continue
		}
		top := slices.Clone(vec)
		slices.SortFunc(top, byWeight)
		kept := 0
		for _, w := range top {
			if kept == indexTerms {
				break
			}
			if n := v.articles[w.term]; n > indexArticles {
				continue
			}
			kept++
			for _, j := range index[w.term] {
				if share[j] == 0 {
					touched = append(touched, j)
				}
				share[j] += w.weight
			}
			index[w.term] = append(index[w.term], int32(i))
		}
		slices.SortFunc(touched, func(a, b int32) int {
			return cmp.Or(cmp.Compare(share[b], share[a]), cmp.Compare(a, b))
		})
		for n, j := range touched {
			if n < neighbours {
				g.offer(int(j), i)
			}
			share[j] = 0
		}
		touched = touched[:0]
	}
}

// offer proposes to join two clusters if they are alike at all.
func (g *grouping) offer(a, b int) {
	likeness, ok := g.likeness(a, b)
	// Half of what joins can still join when other members come between.
	if !ok || likeness < alike/2 {
		return
	}
	for _, i := range []int{a, b} {
		if g.clusters[i].near == nil {
			g.clusters[i].near = map[int]bool{}
		}
	}
	g.clusters[a].near[b] = true
	g.clusters[b].near[a] = true
	if likeness >= alike {
		heap.Push(&g.queue, proposal{likeness, a, b, g.clusters[a].grown, g.clusters[b].grown})
	}
}

// likeness is the average likeness of the members of two clusters.
func (g *grouping) likeness(a, b int) (float64, bool) {
	x, y := &g.clusters[a], &g.clusters[b]
	if x.named != "" && y.named != "" && x.named != y.named {
		return 0, false
	}
	return dot(x.sum, y.sum) / (x.size * y.size) * timely(x, y), true
}

// timely is how much the time between two clusters takes from their likeness:
// nothing within five days, all beyond sixty. What comes a year later and
// shares the words is another story.
func timely(a, b *cluster) float64 {
	if a.dated == 0 || b.dated == 0 {
		return 1
	}
	days := math.Abs(a.day - b.day)
	return 1 - min(1, max(0, days-5)/55)
}

// join joins clusters until no two are alike enough.
func (g *grouping) join() {
	for g.queue.Len() > 0 {
		p := heap.Pop(&g.queue).(proposal)
		if g.heads.root(p.a) != p.a || g.heads.root(p.b) != p.b ||
			g.clusters[p.a].grown != p.grownA || g.clusters[p.b].grown != p.grown {
			continue // one of them has been joined meanwhile
		}
		g.heads.join(p.a, p.b)
		into, from := min(p.a, p.b), max(p.a, p.b)
		x, y := &g.clusters[into], &g.clusters[from]
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
			if g.heads.root(n) == n {
				delete(g.clusters[n].near, from)
				delete(g.clusters[n].near, into)
				g.offer(min(n, into), max(n, into))
			}
		}
	}
}

// dayOf is the day of publication, counted from 1970.
func dayOf(a *article.Article) (float64, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if len(a.Published) >= len(layout) || layout == time.RFC3339 {
			text := a.Published
			if layout != time.RFC3339 {
				text = text[:len(layout)]
			}
			if t, err := time.Parse(layout, text); err == nil {
				return float64(t.Unix()) / (24 * 60 * 60), true
			}
		}
	}
	return 0, false
}
