package detect

import "math/bits"

// A vocabulary numbers the words of the phrases, from firstWord on. Every token
// of every article is looked up in it, so it is a hash table of its own that
// costs a third of a map: nothing is ever deleted, and a slot holds all letters
// of a short word.
type vocabulary struct {
	words []string // by number, less firstWord
	slots []slot   // a power of two of them, at most half full
}

// A slot holds a word: its number, 0 where the slot is free, its length in
// bytes, and its letters.
type slot struct {
	letters
	length, number int32
}

// letters are the first and the last eight bytes of a word: all there is of
// nearly every word.
type letters struct{ head, tail uint64 }

const mostLetters = 16

func lettersOf(w string) letters {
	switch n := len(w); {
	case n >= 8:
		return letters{eight(w), eight(w[n-8:])}
	case n >= 4:
		return letters{four(w), four(w[n-4:])}
	case n > 0:
		return letters{uint64(w[0]) | uint64(w[n/2])<<8, uint64(w[n-1])}
	}
	return letters{}
}

func four(w string) uint64 {
	_ = w[3]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24
}

func eight(w string) uint64 {
	_ = w[7]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
}

// hash mixes the letters. Words that differ only between them meet in one slot,
// which makes them slower to find and nothing worse: phrases add words, an
// article never does.
func (l letters) hash() int {
	high, low := bits.Mul64(l.head^0x9e3779b97f4a7c15, l.tail^0xd6e8feb86659fd93)
	return int((high ^ low) >> 1)
}

// number is the number of a word, unknownWord where it has none.
func (v *vocabulary) number(w string) int32 {
	if len(v.slots) == 0 {
		return unknownWord
	}
	l := lettersOf(w)
	for i := l.hash(); ; i++ {
		s := &v.slots[i&(len(v.slots)-1)]
		if s.number == 0 {
			return unknownWord
		}
		if s.letters == l && int(s.length) == len(w) && (len(w) <= mostLetters || v.words[s.number-firstWord] == w) {
			return s.number
		}
	}
}

// add is the number of a word, a new one where it had none.
func (v *vocabulary) add(w string) int32 {
	if n := v.number(w); n != unknownWord {
		return n
	}
	n := firstWord + int32(len(v.words))
	v.words = append(v.words, w)
	if 2*len(v.words) <= len(v.slots) {
		v.put(w, n)
		return n
	}
	v.slots = make([]slot, max(1024, 2*len(v.slots)))
	for i, known := range v.words {
		v.put(known, firstWord+int32(i))
	}
	return n
}

func (v *vocabulary) put(w string, number int32) {
	l := lettersOf(w)
	i := l.hash() & (len(v.slots) - 1)
	for v.slots[i].number != 0 {
		i = (i + 1) & (len(v.slots) - 1)
	}
	v.slots[i] = slot{l, int32(len(w)), number}
}

// A pairTable leads from a node and the word after it to a node.
type pairTable struct {
	slots []pair // a power of two of them, at most half full
	used  int
}

type pair struct{ from, word, to int32 } // to is never 0 but in a free slot

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
		t.slots = make([]pair, max(1024, 2*len(old)))
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
