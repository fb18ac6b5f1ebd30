package story

import (
	_ "embed"
	"math"
	"slices"
	"strings"

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

// newsRareness is that of the words that common.txt lists.
var newsRareness = readRareness(commonWords)

func readRareness(table string) map[string]rareness {
	of := map[string]rareness{}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, w := range fields[1:] {
			of[w] = rareness(fields[0][0] - '0')
		}
	}
	return of
}

func rarenessOf(term string) rareness {
	if r, ok := newsRareness[term]; ok {
		return r
	}
	return unlistedWord
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
	r, ok := newsRareness[word]
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
