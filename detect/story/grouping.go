package story

import (
	"cmp"
	"context"
	"encoding/binary"
	"io"
	"iter"
	"math"
	"slices"
)

// A Grouping finds the stories that two or more articles tell. It sees each
// article once, as a sketch; where it is given a directory, sketches and
// vectors wait there, and no more than about 300 bytes an article are held in
// memory (doc.go has it measured).
//
// Copies are found first and count as one article. Then articles that share
// rare words become candidates, through an index of each article's rarest
// terms. Two clusters are joined when their members are on average alike
// enough (cluster.go), so a story lies within a set of articles that are
// connected by pairs which are: those sets are found for the whole corpus, and
// clusters are formed in one of them at a time.
type Grouping struct {
	dir       string
	n         int               // articles
	named     map[uint64]uint32 // the first article of each story that the input names
	heads     forest            // copies of one text and articles of one named story; in the end, stories
	minhashes *spool
	sketches  *spool
	bands     *sorter // band and article
	terms     *sorter // term and article
	vectors   *spool
	vectorAt  []int64 // where the vector of an article stands
	buf       []byte
	ctx       context.Context
	steps     int // until the context is looked at
	large     int // groups that became several stories
}

// goOn is the context's error, now and then.
func (g *Grouping) goOn() error {
	if g.steps--; g.steps > 0 {
		return nil
	}
	g.steps = 1000
	return g.ctx.Err()
}

// Numbers of 8 bytes that a sorter holds at a time when there is a directory for
// the others, and as many again while it sorts them.
const (
	sortedMost  = 1 << 19
	sortedLeast = 1 << 12
)

// NewGrouping makes a grouping that keeps what it can in temporary files in
// dir, or all of it in memory when dir is "". What waits to be written takes
// no more than about buffers bytes, or 0 for enough.
func NewGrouping(dir string, buffers int64) (*Grouping, error) {
	limit := sortedMost
	if buffers > 0 {
		limit = int(max(sortedLeast, min(buffers/4/8, sortedMost))) // two sorters, each twice
	}
	g := &Grouping{dir: dir, named: map[uint64]uint32{}, bands: newSorter(dir, limit), terms: newSorter(dir, limit)}
	for _, s := range []**spool{&g.minhashes, &g.sketches, &g.vectors} {
		var err error
		if *s, err = newSpool(dir); err != nil {
			g.Close()
			return nil, err
		}
	}
	return g, nil
}

// Close lets go of memory and files.
func (g *Grouping) Close() {
	for _, s := range []*spool{g.minhashes, g.sketches, g.vectors} {
		s.close()
	}
	g.bands.close()
	g.terms.close()
}

// Add takes in the next article.
func (g *Grouping) Add(s Sketch) error {
	i := uint32(g.n)
	g.n++
	g.heads = append(g.heads, i)
	if s.named != 0 {
		if first, ok := g.named[s.named]; ok {
			g.heads.join(int(first), int(i))
		} else {
			g.named[s.named] = i
		}
	}
	g.buf = s.appendMinhash(g.buf[:0])
	if _, err := g.minhashes.Write(g.buf); err != nil {
		return err
	}
	g.buf = s.appendTerms(g.buf[:0])
	if _, err := g.sketches.Write(g.buf); err != nil {
		return err
	}
	for _, b := range s.bands {
		if err := g.bands.add(uint64(b)<<32 | uint64(i)); err != nil {
			return err
		}
	}
	for _, t := range s.terms {
		if err := g.terms.add(uint64(t.hash)<<32 | uint64(i)); err != nil {
			return err
		}
	}
	return nil
}

// groupingStep is called where most memory is held; tests measure there.
var groupingStep func()

func step() {
	if groupingStep != nil {
		groupingStep()
	}
}

// Stories are the stories of all articles that were added, by number in the
// order of adding: each with its members, ascending, in the order of their
// first members.
//
// It can be called off by the context.
func (g *Grouping) Stories(ctx context.Context) (iter.Seq[[]int], error) {
	g.ctx = ctx
	copies, err := g.joinCopies()
	if err != nil {
		return nil, err
	}
	terms, err := g.weigh()
	if err != nil {
		return nil, err
	}
	connected, err := g.connect(copies, terms)
	if err != nil {
		return nil, err
	}
	for members := range groups(connected) {
		if err := g.cluster(members, copies); err != nil {
			return nil, err
		}
	}
	if err := g.cut(); err != nil {
		return nil, err
	}
	return groups(g.heads), nil
}

// Cut is how many groups of articles were so large that they became several
// stories.
func (g *Grouping) Cut() int { return g.large }

// cut makes several stories of each that has more than storyMost articles: those
// that came out one after the other are together.
func (g *Grouping) cut() error {
	for members := range groups(g.heads) {
		if len(members) <= storyMost {
			continue
		}
		g.large++
		// By day and, where that is one, by content: not by the order in which
		// the articles came.
		order := make([]placed, len(members))
		for i, m := range members {
			b, err := g.vectorBytes(m)
			if err != nil {
				return err
			}
			order[i] = placed{readAbout(b).day, hashText(hashSeed, string(b)), m}
		}
		slices.SortFunc(order, func(a, b placed) int {
			return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.hash, b.hash), cmp.Compare(a.article, b.article))
		})
		parts := (len(order) + storyMost - 1) / storyMost
		for part := range slices.Chunk(order, (len(order)+parts-1)/parts) {
			head := part[0].article
			for _, p := range part {
				head = min(head, p.article)
			}
			for _, p := range part {
				g.heads[p.article] = uint32(head)
			}
		}
	}
	return nil
}

// placed is an article of a story that is cut.
type placed struct {
	day     float32
	hash    uint64
	article int
}

// groups are the groups of two or more of a forest.
func groups(f forest) iter.Seq[[]int] {
	const none = ^uint32(0)
	first, next := make([]uint32, len(f)), make([]uint32, len(f))
	for i := range first {
		first[i] = none
	}
	for i := len(f) - 1; i >= 0; i-- {
		r := f.root(i)
		next[i], first[r] = first[r], uint32(i)
	}
	return func(yield func([]int) bool) {
		for i := range first {
			if first[i] == none || next[first[i]] == none {
				continue
			}
			var members []int
			for m := first[i]; m != none; m = next[m] {
				members = append(members, int(m))
			}
			if !yield(members) {
				return
			}
		}
	}
}

// joinCopies joins the articles that are copies of each other, and returns
// which are copies of an earlier one.
func (g *Grouping) joinCopies() (copies []bool, err error) {
	copies = make([]bool, g.n)
	if err := g.minhashes.finish(); err != nil {
		return nil, err
	}
	defer g.minhashes.close()
	defer g.bands.close()
	minhashAt := func(i uint32) (about, minhash, error) {
		b, err := g.minhashes.at(int64(i)*minhashSize, minhashSize, g.buf)
		if err != nil {
			return about{}, minhash{}, err
		}
		a, m := readMinhash(b)
		return a, m, nil
	}
	band, first, loaded := uint64(1)<<32, uint32(0), false
	var ofFirst about
	var hashFirst minhash
	return copies, g.bands.each(func(v uint64) error {
		i := uint32(v)
		if err := g.goOn(); err != nil {
			return err
		}
		if v>>32 != band {
			band, first, loaded = v>>32, i, false
			return nil
		}
		if i == first || copies[i] && g.heads.root(int(i)) == g.heads.root(int(first)) {
			return nil
		}
		var err error
		if !loaded {
			if ofFirst, hashFirst, err = minhashAt(first); err != nil {
				return err
			}
			loaded = true
		}
		of, hash, err := minhashAt(i)
		if err != nil {
			return err
		}
		if hash.similar(&hashFirst) >= copyLikeness && of.together(ofFirst) {
			g.heads.join(int(first), int(i))
			copies[i] = true
		}
		return nil
	})
}

// A vocabulary knows the terms that stand in two articles or more, by number.
type vocabulary struct {
	hashes   []uint32 // ascending
	articles []uint32 // in how many articles each stands
	begin    []uint32 // the number of the first term whose hash begins with 16 given bits
	buf      []uint64
}

// lookup is the number of a term and in how many articles it stands.
func (v *vocabulary) lookup(hash uint32) (number, articles uint32, ok bool) {
	lo, hi := v.begin[hash>>16], v.begin[hash>>16+1]
	i, ok := slices.BinarySearch(v.hashes[lo:hi], hash)
	if !ok {
		return 0, 1, false
	}
	return lo + uint32(i), v.articles[lo+uint32(i)], true
}

// weigh counts in how many articles each term stands and spools the vectors of
// all articles. It returns how many terms there are.
func (g *Grouping) weigh() (terms int, err error) {
	voc := vocabulary{begin: make([]uint32, 1<<16+1)}
	last, n := uint64(1)<<32, uint32(0)
	count := func(hash uint64) {
		if n > 1 {
			voc.hashes = append(voc.hashes, uint32(last))
			voc.articles = append(voc.articles, n)
			voc.begin[last>>16+1] = uint32(len(voc.hashes))
		}
		last, n = hash, 0
	}
	if err := g.terms.each(func(v uint64) error {
		if v>>32 != last {
			count(v >> 32)
		}
		n++
		return nil
	}); err != nil {
		return 0, err
	}
	count(0)
	step()
	g.terms.close()
	for i := 1; i < len(voc.begin); i++ {
		voc.begin[i] = max(voc.begin[i], voc.begin[i-1])
	}
	if err := g.sketches.finish(); err != nil {
		return 0, err
	}
	defer g.sketches.close()
	in := g.sketches.reader()
	g.vectorAt = make([]int64, 0, g.n+1)
	var vec []weighted
	buf := make([]byte, max(aboutSize+2, sketchTerms*termSize))
	for range g.n {
		if err := g.goOn(); err != nil {
			return 0, err
		}
		if _, err := io.ReadFull(in, buf[:aboutSize+2]); err != nil {
			return 0, err
		}
		g.buf = readAbout(buf).append(g.buf[:0])
		data := buf[:termSize*int(binary.LittleEndian.Uint16(buf[aboutSize:]))]
		if _, err := io.ReadFull(in, data); err != nil {
			return 0, err
		}
		vec = voc.vector(vec[:0], data, g.n)
		for _, w := range vec {
			g.buf = binary.LittleEndian.AppendUint32(g.buf, w.term)
			g.buf = binary.LittleEndian.AppendUint32(g.buf, math.Float32bits(w.weight))
		}
		g.vectorAt = append(g.vectorAt, g.vectors.size)
		if _, err := g.vectors.Write(g.buf); err != nil {
			return 0, err
		}
	}
	g.vectorAt = append(g.vectorAt, g.vectors.size)
	return len(voc.hashes), g.vectors.finish()
}

// indexed marks the terms of a spooled vector by which the article is looked
// up: its rarest.
const indexed = 1 << 31

// vector weighs the terms of an article among n: by the logarithm of how few
// articles they stand in, in the corpus and in news at large together.
func (v *vocabulary) vector(out []weighted, data []byte, n int) vector {
	alone := weighted{term: math.MaxUint32}
	for ; len(data) > 0; data = data[termSize:] {
		t := term{binary.LittleEndian.Uint32(data), data[4], rareness(data[5])}
		number, articles, ok := v.lookup(t.hash)
		rarity := -math.Log((t.rare.share()*rarityPrior + float64(articles)) / (rarityPrior + float64(n)))
		if rarity <= 0 {
			continue
		}
		w := weighted{number, float32(t.often() * rarity)}
		if !ok {
			w.term = alone.term
		}
		out = append(out, w)
	}
	v.buf = heaviest(out, v.buf)
	out = out[:min(len(out), vectorTerms)]
	sum := 0.0
	for _, w := range out {
		sum += float64(w.weight) * float64(w.weight)
	}
	// What stands in this article alone has done its part in the length.
	out = slices.DeleteFunc(out, func(w weighted) bool { return w.term == alone.term })
	norm := float32(1 / math.Sqrt(max(sum, math.SmallestNonzeroFloat32)))
	index := 0
	for i := range out {
		out[i].weight *= norm
		if index < indexTerms && v.articles[out[i].term] <= indexArticles {
			index++
			out[i].term |= indexed
		}
	}
	v.buf = v.buf[:0]
	for _, w := range out { // by term, whether it is marked or not
		v.buf = append(v.buf, uint64(w.term<<1|w.term>>31)<<32|uint64(math.Float32bits(w.weight)))
	}
	slices.Sort(v.buf)
	for i, n := range v.buf {
		term := uint32(n >> 32)
		out[i] = weighted{term>>1 | term<<31, math.Float32frombits(uint32(n))}
	}
	return out
}

// A reading is what is spooled of an article.
type reading struct {
	about
	vector vector
	index  []weighted // the terms of the vector by which it is looked up
}

// read reads the vector of an article. The reading is used again.
func (g *Grouping) read(i int, r *reading) error {
	b, err := g.vectorBytes(i)
	if err != nil {
		return err
	}
	r.parse(b)
	return nil
}

// readings are those of all articles but copies, in order. They are used again.
func (g *Grouping) readings(copies []bool, do func(i int, r *reading) error) error {
	in := g.vectors.reader()
	var r reading
	for i := range g.n {
		if err := g.goOn(); err != nil {
			return err
		}
		n := int(g.vectorAt[i+1] - g.vectorAt[i])
		g.buf = slices.Grow(g.buf[:0], n)[:n]
		if _, err := io.ReadFull(in, g.buf); err != nil {
			return err
		}
		if copies[i] {
			continue
		}
		r.parse(g.buf)
		if err := do(i, &r); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) parse(b []byte) {
	r.about, r.vector, r.index = readAbout(b), r.vector[:0], r.index[:0]
	for b = b[aboutSize:]; len(b) >= 8; b = b[8:] {
		w, looked := readWeighted(b)
		r.vector = append(r.vector, w)
		if looked {
			r.index = append(r.index, w)
		}
	}
}

// readWeighted is a term of a spooled vector; looked says whether the article is
// looked up by it.
func readWeighted(b []byte) (w weighted, looked bool) {
	term := binary.LittleEndian.Uint32(b)
	return weighted{term &^ indexed, math.Float32frombits(binary.LittleEndian.Uint32(b[4:]))}, term&indexed != 0
}

// vectorBytes is what is spooled of an article; it is to be used at once.
func (g *Grouping) vectorBytes(i int) ([]byte, error) {
	if err := g.goOn(); err != nil {
		return nil, err
	}
	n := int(g.vectorAt[i+1] - g.vectorAt[i])
	if cap(g.buf) < n {
		g.buf = make([]byte, n)
	}
	return g.vectors.at(g.vectorAt[i], n, g.buf)
}
