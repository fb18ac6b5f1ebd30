package features

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed common.txt
var commonList string

//go:embed classes.txt
var classList string

// A symbol is what the n-grams see of a token, as hashes. It has no more than
// four fields, for the compiler then keeps it in registers.
type symbol struct {
	class  uint32 // the word itself if it is a function word, else its shape or ending
	word   uint32 // the word itself if it is common, else its class
	used   uint32 // the class of words used alike if there is one, else its class
	traits traits
}

func plainly(class uint32) symbol { return symbol{class: class, word: class, used: class} }

// Traits are those of a word.
type traits uint32

const (
	common   traits = 1 << iota // among the commonest, and no function word
	masked                      // common, and its class does not tell it: that of the word "x" does
	alike                       // has a class of words used alike
	function                    // of a closed class
	abbreviation
)

// has is 1 if any of the traits is there, else 0.
func (t traits) has(trait traits) int { return one(t&trait != 0) }

// A lexicon has the symbols of the words that the model knows, and those that
// stand for other words, numbers and marks. Words are found by their keys in a
// hash table, probed linearly.
//
// A slot holds the upper bits of the word's key, and in the lowest 16 the index
// of its symbol: one look into memory is enough. The slot's place stands for
// the other bits of the key. Of the words in the lists no two have the same, and
// of others one in many billions is taken for one of them.
type lexicon struct {
	slots   []uint64
	symbols []symbol // of no word, of the words in lower case, then others
	names   []uint16 // by word, the index of its symbol where a capital letter makes it a name; the next is that in capitals

	shapes  [len(shapeNames)]uint16
	endings []uint16 // by node of the tree of suffixes
	marks   [len(marks)]uint16
}

const (
	lexiconBits = 15
	indexBits   = 16
)

// Prepare makes what is otherwise made when it is first needed.
func Prepare() { known() }

// known is made when it is first needed.
var known = sync.OnceValue(func() *lexicon {
	const room = 1 << lexiconBits / 2
	l := &lexicon{slots: make([]uint64, 1<<lexiconBits), symbols: make([]symbol, 1, room)}
	for _, list := range []struct {
		words string
		trait traits
	}{{functionWords, function}, {commonList, common}, {abbreviations, abbreviation}} {
		for w := range strings.FieldsSeq(list.words) {
			l.add(w).traits |= list.trait
		}
	}
	class := uint32(0)
	for line := range strings.Lines(classList) {
		for w := range strings.FieldsSeq(line) {
			s := l.add(w)
			s.used = alikeSymbol(class)
			s.traits |= alike
		}
		class++
	}
	for i := range l.symbols {
		l.symbols[i].settle()
	}
	l.addOthers()
	for i := range l.symbols {
		if s := &l.symbols[i]; s.word != s.class {
			s.traits |= masked
		}
	}
	return l
})

// alikeSymbol is the symbol of a class of words used alike.
func alikeSymbol(class uint32) uint32 { return mix(class, 0x51ed) }

// add is the symbol of a word, for now with the word's hash; a new one if need
// be. It is good until the next is added.
func (l *lexicon) add(w string) *symbol {
	key := keyOf([]byte(w))
	index, slot := l.find(key)
	if index == 0 {
		index = uint32(len(l.symbols))
		class := suffixSymbol([]byte(w))
		if strings.Contains(w, "-") {
			class = shapeSymbols[Hyphenated]
		}
		l.symbols = append(l.symbols, symbol{class: class, word: hashString(w), used: class})
		l.slots[slot] = key>>indexBits<<indexBits | uint64(index)
	}
	return &l.symbols[index]
}

// settle brings a symbol in line with its traits.
func (s *symbol) settle() {
	switch {
	case s.traits&function != 0:
		traits := s.traits &^ (common | alike)
		*s = plainly(s.word)
		s.traits = traits
	case s.traits&common == 0:
		s.word = s.class
	}
}

// addOthers adds the symbols that are not those of words in lower case.
func (l *lexicon) addOthers() {
	words := len(l.symbols)
	other := func(s symbol) uint16 {
		l.symbols = append(l.symbols, s)
		return uint16(len(l.symbols) - 1)
	}
	for i, s := range shapeSymbols {
		l.shapes[i] = other(plainly(s))
	}
	l.endings = make([]uint16, len(suffixTree))
	for i := range suffixTree {
		if ending := suffixTree[i].symbol; ending != 0 {
			l.endings[i] = other(plainly(ending))
		}
	}
	l.endings[0] = l.shapes[Plain] // no ending
	for i, m := range marks {
		l.marks[i] = other(plainly(hashString(m)))
	}
	l.names = make([]uint16, words)
	for i := range l.names {
		word := l.symbols[i]
		kept := word.traits & (common | abbreviation)
		if kept == 0 {
			l.names[i] = l.shapes[Name]
			continue
		}
		name, initials := plainly(shapeSymbols[Name]), plainly(shapeSymbols[Initials])
		name.traits, initials.traits = kept, kept
		if kept&common != 0 {
			name.word, initials.word = word.word, word.word
		}
		l.names[i] = other(name)
		other(initials)
	}
}

// keyOf is the key of a word, made of eight bytes at a time as scanner.letters
// does it.
func keyOf(w []byte) uint64 {
	key := uint64(0)
	for ; len(w) >= 8; w = w[8:] {
		key = stir(key, eight(w, 0))
	}
	return stir(key, eight(w, 0))
}

// stir adds eight bytes to a key. The last of a word are filled up with zeros;
// where nothing is left of it, they are all zeros.
func stir(key, bytes uint64) uint64 {
	key = (key ^ bytes) * 0x9e3779b97f4a7c15
	return key ^ key>>32
}

// eight are the bytes from one on, the lowest first; behind the last stand
// zeros.
func eight[T string | []byte](s T, at int) uint64 {
	if at+8 <= len(s) {
		s := s[at : at+8]
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	x := uint64(0)
	for i := len(s) - 1; i >= at; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// find is the index of the symbol of the word with a key, 0 where there is none,
// and that of its slot or a free one.
func (l *lexicon) find(key uint64) (index, slot uint32) {
	for i := uint32(key) % (1 << lexiconBits); ; i = (i + 1) % (1 << lexiconBits) {
		s := l.slots[i]
		if s == 0 || (s^key)>>indexBits == 0 {
			return uint32(s % (1 << indexBits)), i
		}
	}
}

// unlisted is the index of the symbol of a word that is in no list.
func (l *lexicon) unlisted(w []byte, hyphen bool) uint32 {
	if hyphen {
		return uint32(l.shapes[Hyphenated])
	}
	_, node := longestSuffix(w)
	return uint32(l.endings[node])
}

// Known reports whether the model looks at a word itself, not only at its
// shape and ending.
func Known(word string) bool {
	l := known()
	index, _ := l.find(keyOf([]byte(word)))
	return l.symbols[index].traits.has(function|common) != 0
}
