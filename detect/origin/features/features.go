// Package features turns a text into the counts that the origin model weighs:
// n-grams of function words, of common words and of the shapes and endings of
// all other words. Topic, names, typography and layout are masked, because in
// any collection of articles they tell the publisher before they tell the
// translator.
package features

import (
	"cmp"
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
	Common1 // one of the commonest words
	Common2 // two neighbours, at least one of them among the commonest words, other words masked
	Class1  // one symbol of the text in which words stand for the words used like them
	Class2
	Class3
	Kinds int = iota
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

	tokens []token
	norms  []byte // the tokens' words, lower case, typography made plain
	lines  []line
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

// A symbol is what the n-grams see of a token, as hashes.
type symbol struct {
	class  uint32 // the word itself if it is a function word, else its shape or ending
	word   uint32 // the word itself if it is common, else its class
	used   uint32 // the class of words used alike if there is one, else its class
	looked bool   // common enough to be looked at, function words included
	common bool   // looked at, and not a function word
	alike  bool   // has a class of words used alike
}

func plainly(class uint32) symbol { return symbol{class: class, word: class, used: class} }

// symbolOf looks at a token; opens says whether a capital letter is only that
// of a sentence's beginning.
func (t *Text) symbolOf(tok *token, opens bool, l *lexicon) symbol {
	switch tok.kind {
	case mark:
		return plainly(tok.hash)
	case number:
		return plainly(shapeSymbols[numberShape(t.norm(tok))])
	}
	e := &l.entries[tok.entry]
	if e.traits&function != 0 {
		s := plainly(tok.hash)
		s.looked = true
		return s
	}
	var s symbol
	switch {
	case tok.capital && !opens && tok.allCaps:
		s = plainly(shapeSymbols[Initials])
	case tok.capital && !opens:
		s = plainly(shapeSymbols[Name])
	case tok.hyphen:
		s = plainly(shapeSymbols[Hyphenated])
	case e.traits != 0:
		s = plainly(e.class)
	default:
		s = plainly(suffixSymbol(t.norm(tok)))
	}
	if e.traits&common != 0 {
		s.looked, s.common, s.word = true, true, tok.hash
	}
	if e.alike != 0 && (!tok.capital || opens) {
		s.used, s.alike = alikeSymbol(e.alike), true
	}
	return s
}

// Of reads the features of a text.
func Of(text string) *Text {
	t := &Text{}
	t.Read(text)
	return t
}

// gramsPerToken is how many grams English prose has for each token, rounded up.
const gramsPerToken = 8

// Read makes t the features of a text. It reuses what t holds: grams read
// before must not be looked at again.
func (t *Text) Read(text string) {
	t.scan(text)
	t.Words, t.Sentences = 0, 0
	t.Grams = slices.Grow(t.Grams[:0], len(t.tokens)*gramsPerToken)
	grams := t.Grams[:len(t.tokens)*gramsPerToken]
	n := 0
	l := known()
	outside := plainly(hashString(startClass))
	var s, a, b symbol // of this token, the one before it and the one before that
	for i := range t.tokens {
		tok := &t.tokens[i]
		first := tok.first
		if int(first) == i {
			s, a = outside, outside
			t.Sentences++
		}
		if tok.kind != mark {
			t.Words++
		}
		s, a, b = t.symbolOf(tok, t.opens(i), l), s, a
		here := int32(i)
		before, beforeThat := max(here-1, first), max(here-2, first)
		l2, l3 := uint8(here-before+1), uint8(here-beforeThat+1)
		grams[n] = Gram{fold(s.class, Masked1), here, 1, Masked1}
		pair := mix(a.class, s.class)
		grams[n+1] = Gram{fold(pair, Masked2), before, l2, Masked2}
		grams[n+2] = Gram{fold(mix(mix(b.class, a.class), s.class), Masked3), beforeThat, l3, Masked3}
		n += 3
		if s.common {
			grams[n] = Gram{fold(s.word, Common1), here, 1, Common1}
			n++
		}
		if here > first && (s.looked || a.looked) && (s.word != s.class || a.word != a.class) {
			grams[n] = Gram{fold(mix(a.word, s.word), Common2), before, l2, Common2}
			n++
		}
		if s.alike {
			grams[n] = Gram{fold(s.used, Class1), here, 1, Class1}
			n++
		}
		// Where no word has such a class, the masked n-grams say it already.
		if s.alike || a.alike {
			grams[n] = Gram{fold(mix(a.used, s.used), Class2), before, l2, Class2}
			n++
		}
		if s.alike || a.alike || b.alike {
			grams[n] = Gram{fold(mix(mix(b.used, a.used), s.used), Class3), beforeThat, l3, Class3}
			n++
		}
	}
	t.Grams = grams[:n]
}

// opens reports whether token i is the first word of its sentence.
func (t *Text) opens(i int) bool {
	first := int(t.tokens[i].first)
	return i == first || i == first+1 && t.tokens[first].kind == mark
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
		if use[g.Kind] {
			counts = append(counts, Count{g.Hash, 1, g.Kind})
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
	for i := int(g.Token); i < int(g.Token)+int(g.Len); i++ {
		tok := &t.tokens[i]
		told := tok.kind == mark || t.has(tok, function)
		if g.Kind == Common1 || g.Kind == Common2 {
			told = told || t.has(tok, common)
		}
		shape, ending := t.shape(i)
		parts = append(parts, Part{t.norm(tok), ending, shape, !told, tok.kind == mark})
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
		yield(string(t.norm(tok)), class, int(tok.first) == i, tok.kind == word && shape != Itself && shape != Name && shape != Initials)
	}
}

func (t *Text) norm(tok *token) []byte { return t.norms[tok.from:tok.to] }

// has reports whether a token is a word with a trait.
func (t *Text) has(tok *token, trait traits) bool {
	return tok.kind == word && known().entries[tok.entry].traits&trait != 0
}
