package detect

import (
	"math/bits"

	"github.com/calque-check/calque/detect/article"
)

// A vocabulary numbers the words of the phrases, from firstWord on. Every token
// of every article is looked up in it, so it is a hash table of its own, laid
// out by the hash that tokens bring along. The words lie far from the processor
// while an article is checked, so a token may be numbered by its hash alone:
// nearly always that is its word.
type vocabulary struct {
	words []string // by number, less firstWord
	slots []slot   // a power of two of them, at most half full
	shift int      // of a hash, to the place of its slot
	twins bool     // two words have the same hash
	known []int32  // the numbers of article.KnownWords, which half of an article are; made by settle
}

// A slot holds a word: its hash and its number, 0 where the slot is free.
type slot struct {
	hash   uint32
	number int32
}

// fewestSlots is how many slots a table begins with.
const fewestSlots = 1 << 10

// number is the number of a word with the given hash, unknownWord where it has
// none. Words of one hash are slower to find and nothing worse: phrases add
// words, an article never does.
func (v *vocabulary) number(w string, hash uint32) int32 {
	for i := int(hash >> v.shift); len(v.slots) > 0; i++ {
		s := &v.slots[i&(len(v.slots)-1)]
		if s.number == 0 {
			break
		}
		if s.hash == hash && v.words[s.number-firstWord] == w {
			return s.number
		}
	}
	return unknownWord
}

// settle ends the adding of words.
func (v *vocabulary) settle() {
	words := article.KnownWords()
	v.known = make([]int32, len(words))
	for i, w := range words {
		v.known[i] = v.number(w, article.HashOf(w))
	}
}

// numberOf is the number of a token's word or, if it is not to be exact, of one
// with the same hash.
func (v *vocabulary) numberOf(t *article.Token, exact bool) int32 {
	if k := t.Known(); k != 0 {
		return v.known[k]
	}
	if exact || v.twins {
		return v.number(t.Norm, t.Hash)
	}
	for i := int(t.Hash >> v.shift); len(v.slots) > 0; i++ {
		if s := &v.slots[i&(len(v.slots)-1)]; s.number == 0 || s.hash == t.Hash {
			return s.number
		}
	}
	return unknownWord
}

// is reports whether a token's word is the one with a number, or the number is
// unknownWord.
func (v *vocabulary) is(t *article.Token, number int32) bool {
	return number == unknownWord || t.Known() != 0 || v.words[number-firstWord] == t.Norm
}

// newVocabulary makes room for so many words.
func newVocabulary(words int) vocabulary {
	v := vocabulary{words: make([]string, 0, words)}
	v.resize(slotsFor(words))
	return v
}

// slotsFor is how many slots are at most half full with so many entries.
func slotsFor(entries int) int { return max(fewestSlots, 1<<bits.Len(uint(max(1, 2*entries)-1))) }

// resize makes so many slots, a power of two.
func (v *vocabulary) resize(slots int) {
	old := v.slots
	v.slots, v.shift = make([]slot, slots), 33-bits.Len(uint(slots))
	for _, s := range old {
		if s.number != 0 {
			v.put(s)
		}
	}
}

// add is the number of a word, a new one where it had none.
func (v *vocabulary) add(w string) int32 {
	hash := article.HashOf(w)
	if n := v.number(w, hash); n != unknownWord {
		return n
	}
	n := firstWord + int32(len(v.words))
	v.twins = v.twins || v.numberOf(&article.Token{Hash: hash}, false) != unknownWord
	if v.words = append(v.words, w); 2*len(v.words) > len(v.slots) {
		v.resize(max(fewestSlots, 2*len(v.slots)))
	}
	v.put(slot{hash, n})
	return n
}

func (v *vocabulary) put(s slot) {
	i := int(s.hash>>v.shift) & (len(v.slots) - 1)
	for v.slots[i].number != 0 {
		i = (i + 1) & (len(v.slots) - 1)
	}
	v.slots[i] = s
}

// A pairTable leads from a node and the word after it to a node.
type pairTable struct {
	slots []pair // a power of two of them, at most half full
	used  int
}

type pair struct{ from, word, to int32 } // to is never 0 but in a free slot

// newPairTable makes room for so many pairs.
func newPairTable(pairs int) pairTable {
	return pairTable{slots: make([]pair, slotsFor(pairs))}
}

// next is the node that a word leads to, 0 for none.
func (t *pairTable) next(from, word int32) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	for i := pairHash(from, word); ; i++ {
		p := &t.slots[i&(len(t.slots)-1)]
		if p.to == 0 || p.from == from && p.word == word {
			return p.to
		}
	}
}

// add makes a word lead from one node to another; it must lead nowhere yet.
func (t *pairTable) add(from, word, to int32) {
	if t.used++; 2*t.used > len(t.slots) {
		old := t.slots
		t.slots = make([]pair, max(fewestSlots, 2*len(old)))
		for _, p := range old {
			if p.to != 0 {
				t.put(p)
			}
		}
	}
	t.put(pair{from, word, to})
}

func (t *pairTable) put(p pair) {
	i := pairHash(p.from, p.word) & (len(t.slots) - 1)
	for t.slots[i].to != 0 {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.slots[i] = p
}

func pairHash(from, word int32) int {
	return int((uint64(from)<<32 | uint64(word)) * 0x9e3779b97f4a7c15 >> 33)
}
