package article

import "strings"

// lexical are the sorts of words that sentences, quotations and names are
// found by.
type lexical uint32

const (
	isCalendar lexical = 1 << iota
	isOffice
	isSurname
	isNoName
	isNationality
	isParticle
	isPrefix
	isBody
	isPlace
	isOpener
	isStarter
	isSaying
	isRoman
	isFeast
	isNoun
	isDeterminer
	isOwned
	isAside
	isPronoun
	isLink
	isRelation
	isClause
	isAuxiliary
	isNaming
	isSpoken
	isExclaimed
	isMonth
	isZone
	isLettered

	isDotted // an abbreviation or a state when a dot follows
)

// wordInfo is what is known of a token beyond what it shows: the number of its
// word in the lexicon, 0 for none, and some bits.
type wordInfo uint16

const (
	wordNumber wordInfo = 1<<12 - 1

	onlyLetters wordInfo = 1 << (11 + iota) // a word of ASCII letters, small from the second on
	notASCII                                // other letters or marks than those of ASCII
	mayStop                                 // may end a sentence: a mark but for the comma, what has its own stop
	plainNorm                               // the norm is the text
)

// A lexicon holds the words of all sorts, so that each token is looked up once.
type lexicon struct {
	sorts [wordNumber + 1]lexical // by the number of the word
	words []string
	keys  []wordKey
	// slots is a hash table of the words of ASCII with at most lexLen bytes,
	// which a key identifies: nearly all. A slot has the number of a word and
	// above it some bits of its hash, which tell most words that are not in the
	// lexicon without a look at keys. It is small enough to stay near the
	// processor.
	slots [1 << slotBits]wordInfo
	long  map[string]wordInfo // the other words
}

const slotBits = 13

// lexLen is the length in bytes of the longest words that a key identifies.
const lexLen = 16

// A wordKey is a word of ASCII regardless of case: its first eight bytes, and
// of longer words the last eight without those that are among the first.
type wordKey struct{ first, last uint64 }

// hash is the same for words that differ in case alone. Its top bits are the
// best.
func (k wordKey) hash() uint64 {
	return k.first*0x9e3779b97f4a7c15 + k.last*0xd6e8feb86659fd93
}

// hash32 is its better half.
func (k wordKey) hash32() uint32 { return uint32(k.hash() >> 32) }

// HashOf is what Token.Hash is for a norm. Tables of words can be laid out by
// it. Some norms have the same hash: all of more than 16 bytes that begin and end
// alike, and some marks.
func HashOf(norm string) uint32 { return keyAt(norm, 0, len(norm)).hash32() }

// keyAt is the key of the n bytes of a text from i on.
func keyAt(text string, i, n int) wordKey {
	const small = 0x20 * everyByte
	switch {
	case n > 8:
		return wordKey{load64(text[i:]) | small, (load64(text[i+n-8:]) | small) >> (8 * max(0, lexLen-n))}
	case i+8 <= len(text):
		return wordKey{first: (load64(text[i:]) | small) & (1<<(8*n) - 1)}
	}
	k := wordKey{}
	for j := range n {
		k.first |= uint64(text[i+j]|0x20) << (8 * j)
	}
	return k
}

// find is the number of an ASCII word of at most lexLen bytes, 0 for none.
func (l *lexicon) find(k wordKey, hash uint64) wordInfo {
	tag := tagOf(hash)
	for i := hash >> (64 - slotBits); ; i++ {
		s := l.slots[i%uint64(len(l.slots))]
		if s == 0 {
			return 0
		}
		if n := s & wordNumber; s&^wordNumber == tag && l.keys[n] == k {
			return n
		}
	}
}

// tagOf is the bits of a hash that stand above the number of a word in its slot:
// those below the bits that tell the slot.
func tagOf(hash uint64) wordInfo { return wordInfo(hash>>(64-slotBits-16)) &^ wordNumber }

// numberOf is the number of any word.
func (l *lexicon) numberOf(norm string, k wordKey) wordInfo {
	if len(norm) <= lexLen && isASCII(norm) {
		return l.find(k, k.hash())
	}
	return l.long[norm]
}

var english = makeLexicon()

func makeLexicon() *lexicon {
	const room = 3000 // more words than there are
	l := &lexicon{words: make([]string, 1, room), keys: make([]wordKey, 1, room), long: map[string]wordInfo{}}
	for _, list := range []struct {
		sort  lexical
		words string
	}{
		{isCalendar, calendar},
		{isOffice, offices},
		{isSurname, surnames},
		{isNoName, noNames},
		{isNationality, nationalities},
		{isParticle, particles},
		{isPrefix, prefixes},
		{isBody, bodies},
		{isPlace, places},
		{isOpener, openers},
		{isStarter, starters},
		{isSaying, saying},
		{isRoman, romans},
		{isFeast, feasts},
		{isNoun, nouns},
		{isDeterminer, determiners},
		{isOwned, owned},
		{isAside, sayingAside},
		{isPronoun, pronouns},
		{isLink, links},
		{isRelation, relations},
		{isClause, clauses},
		{isAuxiliary, auxiliaries},
		{isNaming, naming},
		{isSpoken, spoken},
		{isExclaimed, exclaimed},
		{isMonth, months},
		{isZone, zones},
		{isLettered, lettered},
		{isDotted, afterComma},
	} {
		for w := range strings.FieldsSeq(list.words) {
			l.add(w, list.sort)
		}
	}
	for w := range abbreviations {
		l.add(w, isDotted)
	}
	return l
}

// add says that a word is of some sorts.
func (l *lexicon) add(w string, sorts lexical) {
	k := keyAt(w, 0, len(w))
	number := l.numberOf(w, k)
	if number == 0 {
		number = wordInfo(len(l.words))
		l.words, l.keys = append(l.words, w), append(l.keys, k)
		l.place(w, k, number)
	}
	l.sorts[number] |= sorts
}

// place makes a word be found by its number.
func (l *lexicon) place(w string, k wordKey, number wordInfo) {
	if len(w) > lexLen || !isASCII(w) {
		l.long[w] = number
		return
	}
	i := k.hash() >> (64 - slotBits)
	for l.slots[i%uint64(len(l.slots))] != 0 {
		i++
	}
	l.slots[i%uint64(len(l.slots))] = number | tagOf(k.hash())
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
