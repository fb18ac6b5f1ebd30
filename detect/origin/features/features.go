// Package features turns a text into the counts that the origin model weighs:
// n-grams of function words, of common words and of the shapes and endings of
// all other words. Topic, names, typography and layout are masked, because in
// any collection of articles they tell the publisher before they tell the
// translator.
package features

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
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
	tokens    []token
}

//go:embed common.txt
var commonList string

//go:embed classes.txt
var classList string

// A lexicon is what the model knows of words.
type lexicon struct {
	common map[string]bool
	class  map[string]uint32 // the class of words used alike
}

// lists is read when it is first needed.
var lists = sync.OnceValue(func() lexicon {
	l := lexicon{common: set(commonList), class: make(map[string]uint32, 1<<14)}
	k := uint32(0)
	for line := range strings.Lines(classList) {
		for _, w := range strings.Fields(line) {
			l.class[w] = k
		}
		k++
	}
	return l
})

const (
	startClass = "^"
	seed       = 0x811c9dc5
)

func hashString(s string) uint32 {
	h := uint32(seed)
	for i := range len(s) {
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

// A symbol is what the n-grams see of a token, as hashes.
type symbol struct {
	class    uint32 // the word itself if it is a function word, else its shape or ending
	word     uint32 // the word itself if it is common, else its class
	used     uint32 // the class of words used alike if there is one, else its class
	function bool
	common   bool // common enough to be looked at, function words included
	alike    bool // has a class of words used alike
}

// symbolOf looks a token up; opens says whether a capital letter is only that
// of a sentence's beginning.
func symbolOf(tok *token, opens bool, l *lexicon) symbol {
	c := class(tok, opens)
	s := symbol{class: hashString(c)}
	s.word, s.used = s.class, s.class
	if tok.kind != word {
		return s
	}
	s.function = functionWords[tok.norm]
	if l.common[tok.norm] {
		s.common, s.word = true, hashString(tok.norm)
	} else {
		s.common = s.function
	}
	if !s.function && c != name && c != initials {
		if k, ok := l.class[tok.norm]; ok {
			s.used, s.alike = mix(k, 0x51ed), true
		}
	}
	return s
}

// Of reads the features of a text.
func Of(text string) *Text {
	t := &Text{tokens: scan(text)}
	t.Grams = make([]Gram, 0, len(t.tokens)*7)
	l := lists()
	begin := hashString(startClass)
	outside := symbol{class: begin, word: begin, used: begin}
	first := 0
	var s, a, b symbol // of this token, the one before it and the one before that
	for i := range t.tokens {
		tok := &t.tokens[i]
		if i == 0 || t.tokens[i-1].sentence != tok.sentence {
			first, s, a = i, outside, outside
			t.Sentences++
		}
		if tok.kind != mark {
			t.Words++
		}
		s, a, b = symbolOf(tok, t.opens(i, first), &l), s, a
		add := func(h uint32, from int, k Kind) {
			from = max(from, first)
			t.Grams = append(t.Grams, Gram{fold(h, k), int32(from), uint8(i - from + 1), k})
		}
		add(s.class, i, Masked1)
		add(mix(a.class, s.class), i-1, Masked2)
		add(mix(mix(b.class, a.class), s.class), i-2, Masked3)
		if s.common && !s.function {
			add(s.word, i, Common1)
		}
		if i > first && (s.common || a.common) && (s.word != s.class || a.word != a.class) {
			add(mix(a.word, s.word), i-1, Common2)
		}
		if s.alike {
			add(s.used, i, Class1)
		}
		// Where no word has such a class, the masked n-grams say it already.
		if s.alike || a.alike {
			add(mix(a.used, s.used), i-1, Class2)
		}
		if s.alike || a.alike || b.alike {
			add(mix(mix(b.used, a.used), s.used), i-2, Class3)
		}
	}
	return t
}

// opens reports whether token i is the first word of the sentence that begins
// at token first.
func (t *Text) opens(i, first int) bool {
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

// Start is the byte offset in the text of a gram's first token.
func (t *Text) Start(g Gram) int { return int(t.tokens[g.Token].start) }

// A Part is one token of a gram as the model sees it.
type Part struct {
	Norm   string // the word itself, lower case
	Class  string // what stands for it: the word, a shape such as "Aa" or an ending such as "-tion"
	Masked bool   // whether the gram sees only the class
	Mark   bool   // a punctuation mark
}

// Parts are the tokens of a gram.
func (t *Text) Parts(g Gram) []Part {
	var parts []Part
	for i := int(g.Token); i < int(g.Token)+int(g.Len); i++ {
		tok := &t.tokens[i]
		first := i
		for first > 0 && t.tokens[first-1].sentence == tok.sentence {
			first--
		}
		function := tok.kind == word && functionWords[tok.norm]
		c := class(tok, t.opens(i, first))
		known := function || tok.kind == mark
		switch g.Kind {
		case Common1, Common2:
			known = known || tok.kind == word && lists().common[tok.norm]
		}
		parts = append(parts, Part{tok.norm, c, !known, tok.kind == mark})
	}
	return parts
}

// Opens reports whether a gram begins at the beginning of a sentence.
func (t *Text) Opens(g Gram) bool {
	return g.Token == 0 || t.tokens[g.Token-1].sentence != t.tokens[g.Token].sentence
}

// Symbols calls yield with each token's word, its symbol in the masked text,
// and whether it is a word whose meaning is masked.
func (t *Text) Symbols(yield func(norm, class string, opens, open bool)) {
	first := 0
	for i := range t.tokens {
		tok := &t.tokens[i]
		opens := i == 0 || t.tokens[i-1].sentence != tok.sentence
		if opens {
			first = i
		}
		c := class(tok, t.opens(i, first))
		yield(tok.norm, c, opens, tok.kind == word && !functionWords[tok.norm] && c != name && c != initials)
	}
}
