package story

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/calque-check/calque/detect/article"
)

// Which words say what an article is about? Those that are rare in news at
// large. A corpus of four articles about one event cannot tell, so the rarity
// of a word is its frequency in common.txt corrected by the corpus at hand.

//go:embed common.txt
var commonWords string

// rarityPrior is how many articles of news at large the figures of common.txt
// weigh against those of the corpus at hand.
const rarityPrior = 500

// unlisted is the share of articles that a word has which common.txt does not
// list.
const unlisted = 1.0 / 3000

// A rareness says in how many news articles at large a term stands.
type rareness uint8

const (
	// up to here, rareness k is a share of 2^-k to 2^-(k+1)
	unlistedWord rareness = 16
	// pairOf is added for a pair of capitalised words, of which it is that of
	// the rarer one.
	pairOf rareness = 32
)

// A newsTable holds the words that common.txt lists, in a table of hashes: of
// nearly every word of an article it is asked whether it is one of them.
type newsTable struct {
	slots [1 << newsBits]uint16 // the number of a word, 0 for none
	words []string              // from 1
	rare  []rareness
}

// newsBits leaves three quarters of the slots empty.
const newsBits = 15

// newsWords are those of common.txt.
var newsWords = sync.OnceValue(func() *newsTable { return readRareness(commonWords) })

func readRareness(table string) *newsTable {
	n := &newsTable{words: make([]string, 1, 1<<13+1<<9), rare: make([]rareness, 1, 1<<13+1<<9)}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		level, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		for w := range strings.SplitSeq(words, " ") {
			slot := newsSlot(hashText(hashSeed, w))
			for n.slots[slot] != 0 {
				slot = (slot + 1) % uint64(len(n.slots))
			}
			n.slots[slot] = uint16(len(n.words))
			n.words, n.rare = append(n.words, w), append(n.rare, rareness(level[0]-'0'))
		}
	}
	return n
}

func newsSlot(hash uint64) uint64 { return mix(hash) >> (64 - newsBits) }

// rareness is that of a term, given with its hash; listed says whether
// common.txt has it.
func (n *newsTable) rareness(term string, hash uint64) (r rareness, listed bool) {
	for slot := newsSlot(hash); ; slot = (slot + 1) % uint64(len(n.slots)) {
		switch k := n.slots[slot]; {
		case k == 0:
			return unlistedWord, false
		case n.words[k] == term:
			return n.rare[k], true
		}
	}
}

// listed is the rareness of a word, if common.txt has it.
func listed(word string) (r rareness, ok bool) {
	return newsWords().rareness(word, hashText(hashSeed, word))
}

// share is the share of English news articles that a term stands in.
func (r rareness) share() float64 { return shares[r] }

var shares = func() (s [2 * pairOf]float64) {
	for r := range pairOf {
		s[r] = math.Exp2(-float64(r) - 0.5)
		if r == unlistedWord {
			s[r] = unlisted
		}
		s[r+pairOf] = s[r] / 8
	}
	return s
}()

// common reports whether a word stands in more than one news article of 2^k.
func common(word string, k int) bool {
	r, ok := listed(word)
	return ok && int(r) < k
}

// termOf is the form under which a token counts: without possessive, dots of
// initialisms and separators of thousands. "" for what says nothing about the
// topic.
func termOf(t article.Token) string {
	w := t.Norm
	switch t.Kind {
	case article.Word:
		w = strings.TrimSuffix(w, "'s")
		if strings.Contains(w, ".") {
			w = strings.ReplaceAll(w, ".", "")
		}
		w = strings.ReplaceAll(w, "'", "")
		if len(w) < 2 {
			return ""
		}
		return w
	case article.Number:
		if len(w) < 2 {
			return ""
		}
		return strings.ReplaceAll(w, ",", "")
	}
	return ""
}

// A weighted term of an article.
type weighted struct {
	term   uint32 // its number among those that stand in two articles or more
	weight float32
}

// A vector is what an article is about: its weightiest terms by ascending
// term number. With the terms that no other article has, which are left out,
// its length is 1.
type vector []weighted

// vectorTerms is how many terms a vector keeps. News stories are told apart
// by a few dozen words; the cap bounds memory and time for very long articles.
const vectorTerms = 160

// heaviest orders terms by weight, the heaviest first, and by their numbers.
// Weights are above 0, so their bits are ordered as they are, and terms with
// weights are sorted as numbers, which is several times as fast.
func heaviest(terms []weighted, buf []uint64) []uint64 {
	buf = buf[:0]
	for _, w := range terms {
		buf = append(buf, byWeight(w.weight, w.term))
	}
	slices.Sort(buf)
	for i, v := range buf {
		terms[i] = weighted{uint32(v), math.Float32frombits(^uint32(v >> 32))}
	}
	return buf
}

// byWeight is a number that is the smaller the heavier something is.
func byWeight(weight float32, number uint32) uint64 {
	return uint64(^math.Float32bits(weight))<<32 | uint64(number)
}

func dot(a, b vector) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].term < b[0].term:
			a = a[1:]
		case a[0].term > b[0].term:
			b = b[1:]
		default:
			sum += float64(a[0].weight) * float64(b[0].weight)
			a, b = a[1:], b[1:]
		}
	}
	return sum
}

// plus is the sum of two vectors; its length is not 1.
func plus(a, b vector) vector {
	out := make(vector, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].term < b[0].term:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || a[0].term > b[0].term:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, weighted{a[0].term, a[0].weight + b[0].weight})
			a, b = a[1:], b[1:]
		}
	}
	return out
}
