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

// An entry is what the model knows of a word.
type entry struct {
	tag    uint32 // a second hash of the word; together with its place it stands for it
	hash   uint32
	class  uint32 // the symbol that stands for it in lower case: itself if it is a function word, else its ending
	alike  uint8  // one more than the class of words used alike; 0 where it has none
	traits traits // 0 in the entry of unknown words
}

type traits uint8

const (
	function traits = 1 << iota
	common
	abbreviation
	used // every word's
)

// A lexicon is a hash table of words, probed linearly. A word is known by 64
// bits of hashes: of the thousands in the lists no two have the same, and of
// other words one in many billions is taken for another.
//
// A slot holds the upper half of the word's tag and the index of its entry: a
// word that is in no list is passed over without a look at the entries, which
// would not all stay in the processor's cache.
type lexicon struct {
	slots   []uint32
	entries []entry // the first is that of all unknown words
}

const lexiconBits = 15

// known is made when it is first needed.
var known = sync.OnceValue(func() *lexicon {
	l := &lexicon{slots: make([]uint32, 1<<lexiconBits), entries: make([]entry, 1, 1<<lexiconBits/3)}
	for _, w := range strings.Fields(functionWords) {
		l.add(w).traits |= function
	}
	for _, w := range strings.Fields(commonList) {
		l.add(w).traits |= common
	}
	for _, w := range strings.Fields(abbreviations) {
		l.add(w).traits |= abbreviation
	}
	k := uint8(0)
	for line := range strings.Lines(classList) {
		k++
		for _, w := range strings.Fields(line) {
			l.add(w).alike = k
		}
	}
	return l
})

// alikeSymbol is the symbol of a class of words used alike.
func alikeSymbol(alike uint8) uint32 { return mix(uint32(alike)-1, 0x51ed) }

// hashes are the FNV-1a hash of a word and a second one that shares little
// with it.
func hashes(w []byte) (hash, tag uint32) {
	hash, tag = seed, 0
	for _, c := range w {
		hash = (hash ^ uint32(c)) * prime
		tag = (tag + uint32(c) + 1) * 0x9e3779b1
		tag ^= tag >> 15
	}
	return hash, tag
}

// find is the index of a word's entry, 0 where it has none, and that of its
// slot or a free one.
func (l *lexicon) find(hash, tag uint32) (index, slot uint32) {
	for i := hash & (1<<lexiconBits - 1); ; i = (i + 1) & (1<<lexiconBits - 1) {
		s := l.slots[i]
		if s == 0 {
			return 0, i
		}
		if (s^tag)>>16 != 0 {
			continue
		}
		if e := &l.entries[s&0xffff]; e.tag == tag && e.hash == hash {
			return s & 0xffff, i
		}
	}
}

// add is the entry of a word, a new one if need be. It is good until the next
// is added.
func (l *lexicon) add(word string) *entry {
	hash, tag := hashes([]byte(word))
	index, slot := l.find(hash, tag)
	if index == 0 {
		index = uint32(len(l.entries))
		l.entries = append(l.entries, entry{tag: tag, hash: hash, class: suffixSymbol([]byte(word)), traits: used})
		l.slots[slot] = tag&^0xffff | index
	}
	return &l.entries[index]
}

// Known reports whether the model looks at a word itself, not only at its
// shape and ending.
func Known(word string) bool {
	l := known()
	index, _ := l.find(hashes([]byte(word)))
	return l.entries[index].traits&(function|common) != 0
}
