package main

import (
	"math"
	"slices"
)

// A token is a word or a mark as language models see it.
type token struct {
	word  uint32 // hash; of names and numbers, of their shape
	kind  tokenKind
	opens bool // a sentence
}

type tokenKind uint8

const (
	openClass tokenKind = iota
	functionWord
	punctuation
	nameOrNumber
	tokenKinds int = iota
)

// An ngramModel is a language model of 1- to 3-grams with interpolated
// Kneser-Ney smoothing (Kneser and Ney, ICASSP 1995; with one discount, as in
// Chen and Goodman, Computer Speech and Language 13, 1999, section 3).
type ngramModel struct {
	seen       map[uint64]ngramCounts // by hash
	vocabulary float64                // words, and half as many that were never seen
}

type ngramCounts struct {
	count uint32 // of the n-gram; of 1- and 2-grams, different words before it
	total uint32 // as a context: the sum of the counts of what follows it
	types uint32 // as a context: different words that follow it
}

const (
	ngramOrder = 3
	discount   = .75
)

// learnNgrams learns a language model from the tokens of texts.
func learnNgrams(texts [][]token) *ngramModel {
	m := &ngramModel{seen: map[uint64]ngramCounts{}}
	words := 0
	for _, text := range texts {
		eachNgram(text, func(_ int, grams, contexts *[ngramOrder]uint64) {
			// An n-gram adds to the counts of the shorter one it ends in when it
			// is new only, so that what is counted there is different contexts.
			for o := ngramOrder - 1; o >= 0; o-- {
				c := m.seen[grams[o]]
				c.count++
				m.seen[grams[o]] = c
				before := m.seen[contexts[o]]
				before.total++
				if c.count == 1 {
					before.types++
				}
				m.seen[contexts[o]] = before
				if c.count > 1 {
					return
				}
			}
			words++
		})
	}
	m.vocabulary = 1.5 * float64(max(words, 1))
	return m
}

// eachNgram calls f with each token's index and the hashes of the 1- to 3-grams
// that end in it and of their contexts.
func eachNgram(text []token, f func(i int, grams, contexts *[ngramOrder]uint64)) {
	var before [ngramOrder - 1]uint32 // words, the last one first
	var grams, contexts [ngramOrder]uint64
	for i, t := range text {
		if t.opens {
			clear(before[:])
		}
		h := uint64(0)
		for o := range ngramOrder {
			if o > 0 {
				h = stir(h, before[o-1])
			}
			contexts[o], grams[o] = h, stir(^h, t.word)
		}
		f(i, &grams, &contexts)
		copy(before[1:], before[:])
		before[0] = t.word
	}
}

// stir adds a word to a hash.
func stir(h uint64, word uint32) uint64 {
	h = (h ^ uint64(word)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// surprisals are the negative logarithms of the probability of each token, as
// its n-grams of one, two and three words have it.
func (m *ngramModel) surprisals(text []token) [][ngramOrder]float64 {
	out := make([][ngramOrder]float64, len(text))
	eachNgram(text, func(i int, grams, contexts *[ngramOrder]uint64) {
		p := 1 / m.vocabulary
		for o := range ngramOrder {
			if before := m.seen[contexts[o]]; before.total > 0 {
				total, count := float64(before.total), float64(m.seen[grams[o]].count)
				p = (max(count-discount, 0) + discount*float64(before.types)*p) / total
			}
			out[i][o] = -math.Log(p)
		}
	})
	return out
}

// surprise sums up how probable a text is to two language models: how much
// likelier its tokens are under the second, as 1-, 2- and 3-grams have it, and
// its surprisal under each; of each the mean, the standard deviation, the means
// by kind of token and five quantiles.
func surprise(negative, positive *ngramModel, text []token) []float64 {
	a, b := negative.surprisals(text), positive.surprisals(text)
	var out []float64
	add := func(of func(i int) float64) {
		x := make([]float64, len(text))
		for i := range x {
			x[i] = of(i)
		}
		out = append(out, summary(x, text)...)
	}
	for o := range ngramOrder {
		add(func(i int) float64 { return a[i][o] - b[i][o] })
	}
	add(func(i int) float64 { return a[i][ngramOrder-1] })
	add(func(i int) float64 { return b[i][ngramOrder-1] })
	return out
}

// summary are the mean of x, its standard deviation, its means by the kind of
// the tokens, and its quantiles.
func summary(x []float64, text []token) []float64 {
	sum, squares, n := 0.0, 0.0, float64(len(x))+1e-9
	var byKind, count [tokenKinds]float64
	for i, v := range x {
		sum += v
		squares += v * v
		byKind[text[i].kind] += v
		count[text[i].kind]++
	}
	mean := sum / n
	out := []float64{mean, math.Sqrt(max(squares/n-mean*mean, 0))}
	for k, v := range byKind {
		out = append(out, v/max(count[k], 1))
	}
	slices.Sort(x)
	for _, q := range []float64{.05, .25, .5, .75, .95} {
		v := 0.0
		if len(x) > 0 {
			v = x[int(q*float64(len(x)-1))]
		}
		out = append(out, v)
	}
	return out
}
