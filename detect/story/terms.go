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

// newsShare is the share of English news articles a word stands in.
var newsShare = readShares(commonWords)

func readShares(table string) map[string]float64 {
	shares := map[string]float64{}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		k := float64(fields[0][0] - '0')
		for _, w := range fields[1:] {
			shares[w] = math.Exp2(-k - 0.5)
		}
	}
	return shares
}

func shareOf(term string) float64 {
	if s, ok := newsShare[term]; ok {
		return s
	}
	return unlisted
}

// common reports whether a word stands in more than one news article of 2^k.
func common(word string, k int) bool {
	s, ok := newsShare[word]
	return ok && s > math.Exp2(-float64(k))
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
	term   uint32
	weight float32
}

// A vector is what an article is about: its weightiest terms by ascending
// term number. With the terms that no other article has, which are left out,
// its length is 1.
type vector []weighted

// vectorTerms is how many terms a vector keeps. News stories are told apart
// by a few dozen words; the cap bounds memory and time for very long articles.
const vectorTerms = 160

// counted is one article's terms and how often they occur, before weighting.
type counted struct {
	terms  []uint32
	counts []float32
}

// vocabulary numbers terms in order of first appearance and counts in how
// many articles each stands.
// Terms are known by their hash: most stand in one article only, and keeping
// their letters would take more memory than all the rest.
type vocabulary struct {
	numbers  map[uint64]uint32
	share    []float32
	articles []uint32
}

func (v *vocabulary) number(hash uint64, share float64) uint32 {
	n, ok := v.numbers[hash]
	if !ok {
		n = uint32(len(v.share))
		v.numbers[hash] = n
		v.share = append(v.share, float32(share))
		v.articles = append(v.articles, 0)
	}
	return n
}

// count reads the terms of one article: words and numbers, and pairs of
// capitalised words that stand together, which are mostly names.
func (v *vocabulary) count(a *article.Article) counted {
	seen := map[uint32]float32{}
	add := func(hash uint64, share float64, n float32) { seen[v.number(hash, share)] += n }
	previous := ""
	for i, t := range a.Tokens {
		term := termOf(t)
		if term == "" || common(term, 2) {
			previous = ""
			continue
		}
		n := float32(1)
		if i < headTokens {
			n = 2 // headline and lead say what the article is about
		}
		add(hashText(hashSeed, term), shareOf(term), n)
		if t.Kind == article.Word && t.Is(article.Capital) {
			if previous != "" {
				add(hashText(hashText(hashText(hashSeed, previous), " "), term), min(shareOf(previous), shareOf(term))/8, n)
			}
			previous = term
		} else {
			previous = ""
		}
	}
	c := counted{make([]uint32, 0, len(seen)), make([]float32, 0, len(seen))}
	for term := range seen {
		c.terms = append(c.terms, term)
	}
	slices.Sort(c.terms)
	for _, term := range c.terms {
		c.counts = append(c.counts, seen[term])
		v.articles[term]++
	}
	return c
}

// headTokens is how much of an article's beginning counts double: the headline
// and about the first paragraph.
const headTokens = 60

// rarity is the weight of a term among n articles: the logarithm of how few
// articles it stands in, in the corpus and in news at large together.
func (v *vocabulary) rarity(term uint32, n int) float64 {
	return -math.Log((float64(v.share[term])*rarityPrior + float64(v.articles[term])) / (rarityPrior + float64(n)))
}

// vector weighs the terms of an article.
func (v *vocabulary) vector(c counted, n int) vector {
	var out vector
	for i, term := range c.terms {
		r := v.rarity(term, n)
		if r <= 0 {
			continue
		}
		out = append(out, weighted{term, float32((1 + math.Log(float64(c.counts[i]))) * r)})
	}
	if len(out) > vectorTerms {
		slices.SortFunc(out, byWeight)
		out = slices.Clone(out[:vectorTerms])
		slices.SortFunc(out, func(a, b weighted) int { return int(a.term) - int(b.term) })
	}
	sum := 0.0
	for _, w := range out {
		sum += float64(w.weight) * float64(w.weight)
	}
	if sum > 0 {
		norm := float32(1 / math.Sqrt(sum))
		for i := range out {
			out[i].weight *= norm
		}
	}
	// What stands in this article alone has done its part in the length.
	return slices.Clone(slices.DeleteFunc(out, func(w weighted) bool { return v.articles[w.term] < 2 }))
}

// byWeight orders the heaviest first.
func byWeight(a, b weighted) int {
	switch {
	case a.weight > b.weight:
		return -1
	case a.weight < b.weight:
		return 1
	}
	return int(a.term) - int(b.term)
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
