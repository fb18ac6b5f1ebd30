// Package features turns a text into the counts that the origin model weighs:
// n-grams of function words, of common words and of the shapes and endings of
// all other words. Topic, names, typography and layout are masked, because in
// any collection of articles they tell the publisher before they tell the
// translator.
package features

import (
	_ "embed"
	"slices"
)

// Bits is the size of the feature table: features are hashed to so many bits.
const Bits = 20

// A Kind is a family of features.
type Kind uint8

// The families.
const (
	Masked1 Kind = iota // one symbol of the masked text: a function word, a shape or an ending
	Masked2
	Masked3
	Masked4
	Common1     // one of the commonest words
	Common2     // two neighbours, at least one of them among the commonest words, other words masked
	Opening     // the first words of a sentence
	Frame       // three function words with what stands between them left out
	Kinds   int = iota
)

// A Gram is one occurrence of a feature.
type Gram struct {
	Hash  uint32 // below 1<<Bits
	Token int32  // the first token it covers
	Len   uint8  // tokens it covers
	Kind  Kind
}

// A Text is a text as the model sees it.
type Text struct {
	Grams     []Gram
	Words     int // words and numbers that were looked at
	Sentences int
	tokens    []token
}

//go:embed common.txt
var commonList string

var commonWords = set(commonList)

const (
	startClass = "^"
	seed       = 0x811c9dc5
)

func hashString(s string) uint32 {
	h := uint32(seed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 0x01000193
	}
	return h
}

func mix(a, b uint32) uint32 {
	h := a*0x9e3779b1 ^ (b + 0x7f4a7c15 + a<<6 + a>>2)
	h ^= h >> 15
	h *= 0x85ebca6b
	return h ^ h>>13
}

func fold(h uint32, k Kind) uint32 { return mix(h, uint32(k)*0x632be5ab+1) >> (32 - Bits) }

// A symbol is what the n-grams see of a token.
type symbol struct {
	class, word uint32 // hashes; word is the class where the word is not a common one
	common      bool
	function    bool
}

// Of reads the features of a text.
func Of(text string) *Text {
	t := &Text{tokens: scan(text)}
	n := len(t.tokens)
	syms := make([]symbol, n)
	start := hashString(startClass)
	t.Grams = make([]Gram, 0, n*7)
	first, frame := 0, [3]int{}
	framed := 0
	for i := range t.tokens {
		tok := &t.tokens[i]
		opens := i == 0 || t.tokens[i-1].sentence != tok.sentence
		if opens {
			first, framed = i, 0
			t.Sentences++
		}
		if tok.kind != mark {
			t.Words++
		}
		c := class(tok, opens || i == first+1 && t.tokens[first].kind == mark)
		s := symbol{class: hashString(c)}
		s.word = s.class
		if tok.kind == word {
			s.function = functionWords[tok.norm]
			if commonWords[tok.norm] {
				s.common, s.word = true, hashString(tok.norm)
			} else if s.function {
				s.common = true
			}
		}
		syms[i] = s
		at := func(k int, word bool) uint32 {
			if k < first {
				return start
			}
			if word {
				return syms[k].word
			}
			return syms[k].class
		}
		add := func(h uint32, from int, k Kind) {
			from = max(from, first)
			t.Grams = append(t.Grams, Gram{fold(h, k), int32(from), uint8(i - from + 1), k})
		}
		a, b, d := at(i-1, false), at(i-2, false), at(i-3, false)
		add(s.class, i, Masked1)
		h := mix(a, s.class)
		add(h, i-1, Masked2)
		h3 := mix(mix(b, a), s.class)
		add(h3, i-2, Masked3)
		if d != start {
			add(mix(mix(mix(d, b), a), s.class), i-3, Masked4)
		}
		if s.common && !s.function {
			add(s.word, i, Common1)
		}
		if i > first && (s.common || syms[i-1].common) && !(s.word == s.class && syms[i-1].word == syms[i-1].class) {
			add(mix(at(i-1, true), s.word), i-1, Common2)
		}
		if i == first+1 {
			add(mix(at(first, true), s.word), first, Opening)
		} else if i == first+2 {
			add(mix(mix(at(first, true), at(first+1, true)), s.word), first, Opening)
		}
		if s.function {
			frame[0], frame[1], frame[2] = frame[1], frame[2], i
			if framed++; framed >= 3 {
				add(mix(mix(syms[frame[0]].class, syms[frame[1]].class), s.class), frame[0], Frame)
			}
		}
	}
	return t
}

// A Count is how often a text has a feature.
type Count struct {
	Hash uint32
	N    uint16
}

// Counts are the features of the text with how often they occur, in order of
// their hash.
func (t *Text) Counts(use [Kinds]bool) []Count {
	hashes := make([]uint32, 0, len(t.Grams))
	for _, g := range t.Grams {
		if use[g.Kind] {
			hashes = append(hashes, g.Hash)
		}
	}
	slices.Sort(hashes)
	var out []Count
	for _, h := range hashes {
		if n := len(out); n > 0 && out[n-1].Hash == h {
			out[n-1].N++
		} else {
			out = append(out, Count{h, 1})
		}
	}
	return out
}
