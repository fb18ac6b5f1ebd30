package article

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

	// plainNorm is no sort: the norm of the token is its text.
	plainNorm
)

// A lexicon holds the words of all sorts, so that each token is looked up once.
type lexicon struct {
	sorts map[string]lexical
	// slots is a hash table of the words of ASCII with at most lexLen bytes,
	// which a key identifies: nearly all. Its length is a power of two.
	slots []lexEntry
	words []string // of the entries
}

// A lexEntry is a word and what is known of it; the empty one stands for a word
// of which nothing is.
type lexEntry struct {
	key   wordKey
	sorts lexical
	word  uint16 // index into lexicon.words
}

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

// keyAt is the key of the n bytes of a text from i on.
func keyAt(text string, i, n int) wordKey {
	const small = 0x2020202020202020
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

// find is the entry of an ASCII word of at most lexLen bytes.
func (l *lexicon) find(k wordKey, hash uint64) *lexEntry {
	mask := uint64(len(l.slots) - 1)
	for i := hash >> 52; ; i++ {
		if e := &l.slots[i&mask]; e.key == k || e.key.first == 0 {
			return e
		}
	}
}

// sortsOf is what is known of any word, and the hash of its key.
func (l *lexicon) sortsOf(norm string) (lexical, uint64) {
	k := keyAt(norm, 0, len(norm))
	hash := k.hash()
	if len(norm) <= lexLen && isASCII(norm) {
		return l.find(k, hash).sorts, hash
	}
	return l.sorts[norm], hash
}

var english = makeLexicon()

func makeLexicon() *lexicon {
	l := &lexicon{sorts: map[string]lexical{}, slots: make([]lexEntry, 4096)}
	for sort, words := range map[lexical]map[string]bool{
		isCalendar: calendar, isOffice: offices, isSurname: surnames, isNoName: noNames, isNationality: nationalities,
		isParticle: particles, isPrefix: prefixes, isBody: bodies, isPlace: places, isOpener: openers, isStarter: starters,
		isSaying: saying, isRoman: romans, isFeast: feasts, isNoun: nouns, isDeterminer: determiners, isOwned: owned,
		isAside: sayingAside, isPronoun: pronouns, isLink: links, isRelation: relations, isClause: clauses,
		isAuxiliary: auxiliaries, isNaming: naming, isSpoken: spoken, isExclaimed: exclaimed, isMonth: months,
		isZone: zones, isLettered: lettered,
	} {
		for w := range words {
			l.sorts[w] |= sort
		}
	}
	for w := range abbreviations {
		l.sorts[w] |= isDotted
	}
	for w := range afterComma {
		l.sorts[w] |= isDotted
	}
	for w, sorts := range l.sorts {
		if len(w) <= lexLen && isASCII(w) {
			k := keyAt(w, 0, len(w))
			*l.find(k, k.hash()) = lexEntry{k, sorts, uint16(len(l.words))}
			l.words = append(l.words, w)
		}
	}
	return l
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
