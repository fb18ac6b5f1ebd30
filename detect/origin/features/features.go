// Package features turns a text into the counts that the origin model weighs:
// n-grams of function words, of common words and of the shapes and endings of
// all other words. Topic, names, typography and layout are masked, because in
// any collection of articles they tell the publisher before they tell the
// translator.
package features

import (
	"cmp"
	"slices"

	"github.com/calque-check/calque/detect/internal/room"
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
	Common1 // one of the commonest words
	Common2 // two neighbours, at least one of them among the commonest words, other words masked
	Class1  // one symbol of the text in which words stand for the words used like them
	Class2
	Class3
	Kinds int = iota
)

// A Gram is one occurrence of a feature.
type Gram struct {
	what  uint32 // its hash, the number of tokens it covers and its kind, from the lowest bits on
	Token int32  // the first token it covers
}

const (
	lenAt  = Bits
	kindAt = lenAt + 3
)

// gram makes one of a hash of more than Bits bits.
func gram(h uint32, k Kind, first int32, n uint32) Gram {
	return Gram{fold(h, k) | n<<lenAt | uint32(k)<<kindAt, first}
}

// Hash is that of the feature, below 1<<Bits.
func (g Gram) Hash() uint32 { return g.what % (1 << Bits) }

// Len is the number of tokens the gram covers.
func (g Gram) Len() int32 { return int32(g.what >> lenAt % (1 << (kindAt - lenAt))) }

// Kind is the feature's.
func (g Gram) Kind() Kind { return Kind(g.what >> kindAt) }

// A Text is a text as the model sees it.
type Text struct {
	Grams     []Gram
	Words     int // words and numbers that were looked at
	Sentences int

	tokens []token
	norms  []byte // the tokens' words, lower case, typography made plain
	lines  []line
	known  *lexicon
}

const (
	startClass = "^"
	seed       = 0x811c9dc5
	prime      = 0x01000193
)

// hashString is FNV-1a.
func hashString[T string | []byte](s T) uint32 {
	h := uint32(seed)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
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

// Of reads the features of a text.
func Of(text string) *Text {
	t := &Text{}
	t.Read(text)
	return t
}

// Read makes t the features of a text. It reuses what t holds: grams read
// before must not be looked at again.
//
// Whether a token has a gram of some kind depends on what the text says, which
// the processor cannot foresee. So every gram is made, and those that are not
// wanted are written over by the next.
func (t *Text) Read(text string) {
	t.scan(text)
	t.Words, t.Sentences = 0, 0
	t.Grams = room.For(t.Grams, len(t.tokens)*Kinds)
	grams := t.Grams
	n, words := 0, 0
	symbols := t.known.symbols
	outside := plainly(hashString(startClass))
	beyond := mix(outside.class, outside.class)
	var s, a, b symbol // of this token, the one before it and the one before that
	// Hashes: of the symbols of this token and the one before it, and of the two
	// symbols before this token's.
	var pair, pairUsed, last, lastUsed uint32
	for i := range t.tokens {
		tok := &t.tokens[i]
		here, first := int32(i), tok.first
		if first == here {
			s, a = outside, outside
			pair, pairUsed = beyond, beyond
			t.Sentences++
		}
		words += one(!tok.look.is(mark))
		s, a, b = symbols[tok.symbol], s, a
		pair, last = mix(a.class, s.class), pair
		pairUsed, lastUsed = mix(a.used, s.used), pairUsed
		before, beforeThat := max(here-1, first), max(here-2, first)
		n2, n3 := uint32(here-before+1), uint32(here-beforeThat+1)

		g := grams[n : n+Kinds : n+Kinds]
		g[0] = gram(s.class, Masked1, here, 1)
		g[1] = gram(pair, Masked2, before, n2)
		g[2] = gram(mix(last, s.class), Masked3, beforeThat, n3)
		k := 3
		g[k] = gram(s.word, Common1, here, 1)
		k += s.traits.has(common)
		g[k] = gram(mix(a.word, s.word), Common2, before, n2)
		k += (s.traits | a.traits).has(masked) & one(here > first)
		g[k] = gram(s.used, Class1, here, 1)
		k += s.traits.has(alike)
		// Where no word has such a class, the masked n-grams say it already.
		g[k] = gram(pairUsed, Class2, before, n2)
		k += (s.traits | a.traits).has(alike)
		g[k] = gram(mix(lastUsed, s.used), Class3, beforeThat, n3)
		k += (s.traits | a.traits | b.traits).has(alike)
		n += k
	}
	t.Words = words
	t.Grams = grams[:n]
}

// one is 1 for true and 0 for false, without a branch.
func one(b bool) int {
	n := 0
	if b {
		n = 1
	}
	return n
}

// opens reports whether token i is the first word of its sentence.
func (t *Text) opens(i int) bool {
	first := int(t.tokens[i].first)
	return i == first || i == first+1 && t.tokens[first].look.is(mark)
}

// A Count is how often a text has a feature.
type Count struct {
	Hash uint32
	N    uint16
	Kind Kind
}

// Counts are the features of the text with how often they occur, in order of
// their hash.
func (t *Text) Counts(use [Kinds]bool) []Count {
	counts := make([]Count, 0, len(t.Grams))
	for _, g := range t.Grams {
		if use[g.Kind()] {
			counts = append(counts, Count{g.Hash(), 1, g.Kind()})
		}
	}
	slices.SortFunc(counts, func(a, b Count) int { return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Kind, b.Kind)) })
	out := counts[:0]
	for _, c := range counts {
		if n := len(out); n > 0 && out[n-1].Hash == c.Hash {
			out[n-1].N++
		} else {
			out = append(out, c)
		}
	}
	return out
}

// Tokens is the number of tokens.
func (t *Text) Tokens() int { return len(t.tokens) }

// TokenStart is the byte offset of a token in the text; it does not decrease
// from one token to the next.
func (t *Text) TokenStart(i int) int { return int(t.tokens[i].start) }

// A Part is one token of a gram as the model sees it. Its slices are valid
// until the next Read.
type Part struct {
	Norm   []byte // the word itself, lower case
	Ending []byte // of a word for which its ending stands
	Shape  Shape
	Masked bool // whether the gram sees only the shape or the ending
	Mark   bool // a punctuation mark
}

// Parts appends the tokens of a gram to parts.
func (t *Text) Parts(g Gram, parts []Part) []Part {
	kind := g.Kind()
	for i := int(g.Token); i < int(g.Token+g.Len()); i++ {
		tok := &t.tokens[i]
		traits := t.known.symbols[tok.symbol].traits
		told := tok.look.is(mark) || traits&function != 0
		if kind == Common1 || kind == Common2 {
			told = told || traits&common != 0
		}
		shape, ending := t.shape(i)
		parts = append(parts, Part{t.norm(tok), ending, shape, !told, tok.look.is(mark)})
	}
	return parts
}

// Opens reports whether a gram begins at the beginning of a sentence.
func (t *Text) Opens(g Gram) bool { return t.tokens[g.Token].first == g.Token }

// Symbols calls yield with each token's word, its symbol in the masked text,
// and whether it is a word whose meaning is masked.
func (t *Text) Symbols(yield func(norm, class string, opens, open bool)) {
	for i := range t.tokens {
		tok := &t.tokens[i]
		shape, tail := t.shape(i)
		class := shapeNames[shape]
		switch shape {
		case Itself:
			class = string(tail)
		case Ending:
			class = "-" + string(tail)
		}
		yield(string(t.norm(tok)), class, int(tok.first) == i, !tok.look.is(number|mark) && shape != Itself && shape != Name && shape != Initials)
	}
}

func (t *Text) norm(tok *token) []byte { return t.norms[tok.from:tok.to] }

// has reports whether a token is a word with a trait.
func (t *Text) has(tok *token, trait traits) bool {
	return t.known.symbols[tok.symbol].traits&trait != 0
}
