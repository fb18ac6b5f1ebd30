package story

import (
	"math/bits"
	"math/rand/v2"
	"sync"

	"github.com/calque-check/calque/detect/article"
)

// Syndicated copies of one text are one telling: they prove nothing about
// each other. Copies are found by shingles, runs of words, whatever the layout
// and the marks between them are (Broder 1997).

const (
	shingleWords = 5
	sketchBins   = 64 // one-permutation MinHash (Li, Owen & Zhang 2012)
	bandRows     = 4  // two texts that share half of their shingles meet in one of the 16 bands in 64 of 100 cases, those that share 0.8 nearly always
)

// hashText is FNV-1a with a finishing mix: the same on every machine and in
// every run, unlike hash/maphash.
func hashText(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// eachShingle calls do with the hashes of all runs of words, given by their
// hashes, in order and with repetitions. A text shorter than one run is one
// shingle.
func eachShingle(words []uint64, do func(uint64)) {
	if n := len(words); n > 0 && n < shingleWords {
		h := uint64(hashSeed)
		for _, w := range words {
			h = mix(h ^ w)
		}
		do(h)
	}
	for i := shingleWords; i <= len(words); i++ {
		run := (*[shingleWords]uint64)(words[i-shingleWords:])
		h := uint64(hashSeed)
		for _, w := range run {
			h = mix(h ^ w)
		}
		do(h)
	}
}

// A minhash stands for a text's shingles, for finding copies in a large corpus
// without comparing all with all. Of each bin's smallest hash it keeps 16 bits.
type minhash [sketchBins]uint16

const emptyBin = ^uint16(0)

// minhashOf returns the minhash of a text's shingles, of which the words' hashes
// are given, and its bands: the keys under which it is looked up. Texts that are
// copies share at least one.
func minhashOf(words []uint64) (m minhash, bands []uint32) {
	var least [sketchBins]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	eachShingle(words, func(h uint64) {
		b := h % sketchBins
		least[b] = min(least[b], mix(h))
	})
	for i, h := range least {
		m[i] = emptyBin
		if h != ^uint64(0) {
			m[i] = min(uint16(h), emptyBin-1)
		}
	}
	bands = make([]uint32, 0, sketchBins/bandRows)
	for i := 0; i < sketchBins; i += bandRows {
		h, filled := uint64(i+1), false
		for _, v := range least[i : i+bandRows] {
			filled = filled || v != ^uint64(0)
			h = mix(h ^ v)
		}
		if filled {
			bands = append(bands, uint32(h>>32))
		}
	}
	return m, bands
}

// similar is the estimated share of shingles that two texts have in common.
func (m *minhash) similar(o *minhash) float64 {
	same, filled := 0, 0
	for i := range m {
		if m[i] == emptyBin && o[i] == emptyBin {
			continue
		}
		filled++
		if m[i] == o[i] {
			same++
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(same) / float64(filled)
}

// copyShare is the share of the shorter text's shingles that must stand in
// the longer one for the two to be one telling: outlets shorten agency copy
// and put a new lead above it.
const copyShare = 0.4

// tellings numbers the texts by telling: copies of one text, also of parts of
// it, have one number. Copies of copies count as copies.
func tellings(texts []*text) []int {
	n := len(texts)
	most := 0
	for _, t := range texts {
		most += len(t.words)
	}
	stand := shingleTables.Get().(*shingleTable)
	defer shingleTables.Put(stand)
	stand.reset(most)
	var words []uint64
	for i, t := range texts {
		words = t.hashes(words[:0])
		eachShingle(words, func(h uint64) { stand.add(h, i) })
	}
	size := make([]int, n)
	common := make([]int, n*n) // shingles of two texts, the one with the higher number first
	for _, in := range stand.in {
		for ; in != 0; in &= in - 1 { // i is the lowest that is left
			i := bits.TrailingZeros64(in)
			size[i]++
			for others := in & (in - 1); others != 0; others &= others - 1 {
				common[bits.TrailingZeros64(others)*n+i]++
			}
		}
	}
	group := newForest(n)
	for i := range n {
		for j := range i {
			if shorter := min(size[i], size[j]); shorter > 0 && float64(common[i*n+j]) >= copyShare*float64(shorter) {
				group.join(i, j)
			}
		}
	}
	out := make([]int, n)
	for i := range out {
		out[i] = group.root(i)
	}
	return out
}

// A shingleTable says in which texts of a part shingles stand.
type shingleTable struct {
	shift  int
	hashes []uint64 // 0 for none
	in     []uint64 // a bit for each text
}

// A set of texts must fit into the bits of a number.
var _ [64 - comparedTogether]struct{}

// shingleSalt keeps texts from being written so that their shingles meet in the
// table.
var shingleSalt = rand.Uint64() | 1

var shingleTables = sync.Pool{New: func() any { return &shingleTable{} }}

// reset empties the table and makes room for n shingles.
func (t *shingleTable) reset(n int) {
	size := 1 << bits.Len(uint(2*n+1))
	t.shift = 64 - bits.Len(uint(2*n+1))
	if cap(t.hashes) < size {
		t.hashes, t.in = make([]uint64, size), make([]uint64, size)
		return
	}
	t.hashes, t.in = t.hashes[:size], t.in[:size]
	clear(t.hashes)
	clear(t.in)
}

func (t *shingleTable) add(hash uint64, text int) {
	hash |= 1
	slot := hash * shingleSalt >> t.shift
	for t.hashes[slot] != hash && t.hashes[slot] != 0 {
		slot = (slot + 1) % uint64(len(t.hashes))
	}
	t.hashes[slot] = hash
	t.in[slot] |= 1 << text
}

// hashes adds those of the words and numbers of a text to out.
func (t *text) hashes(out []uint64) []uint64 {
	for i, w := range t.words {
		if t.Tokens[i].Kind <= article.Number {
			out = append(out, w.hash)
		}
	}
	return out
}

// A forest joins things into groups.
type forest []uint32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = uint32(i)
	}
	return f
}

// root is the smallest member of the group that i is in.
func (f forest) root(i int) int {
	for int(f[i]) != i {
		f[i] = f[f[i]]
		i = int(f[i])
	}
	return i
}

func (f forest) join(i, j int) {
	i, j = f.root(i), f.root(j)
	f[max(i, j)] = uint32(min(i, j))
}
