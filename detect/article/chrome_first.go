package article

import "strings"

// Most lines are prose. Their first word and the letter after it tell that
// already: what is chrome by its beginning begins with one of some hundred words.
// All of them stand in one table, so that a line is looked up once, and what
// could not match is not asked.

// An opening says what a line may be that begins with a word.
type opening struct {
	// next has the bits of the letters that the second words of such forms begin
	// with, nextOpen those of forms that a line may only begin with.
	next, nextOpen uint32
	sorts          openingSorts
}

type openingSorts uint8

const (
	opensStamp openingSorts = 1 << iota
	opensTranslationLine
	opensByline
)

// anyLetter is the mask of all letters and digits.
const anyLetter = 1<<27 - 1

// anything is what a line may be of which the first word tells nothing.
var anything = opening{anyLetter, anyLetter, opensStamp | opensTranslationLine | opensByline}

// mayOpen is what a line may be by its first word, and whether it may be a form
// by the second one too. Only where the line opens with a word of ASCII letters
// and a space, with no more than a mark between them, does that tell anything.
func mayOpen(s string, words int) (sorts openingSorts, form bool) {
	n := 0
	for n < len(s) && n < lexLen && (s[n]|0x20)-'a' < 26 {
		n++
	}
	next := n // where the second word begins
	if n < len(s) && (s[n] == ',' || s[n] == '.') {
		next++
	}
	if next++; n == 0 || n == lexLen || next >= len(s) || s[next-1] != ' ' || letterBit(s[next]) == 0 {
		return anything.sorts, true
	}
	o := openings.find(keyAt(s, 0, n))
	if o == nil {
		return 0, false
	}
	if words > maxWholeWords {
		return o.sorts, o.nextOpen&letterBit(s[next]) != 0
	}
	return o.sorts, o.next&letterBit(s[next]) != 0
}

// letterBit is a bit for an ASCII letter regardless of case, another one for all
// digits, and 0 for other bytes.
func letterBit(c byte) uint32 {
	if c-'0' < 10 {
		return 1 << 26
	}
	if c = (c | 0x20) - 'a'; c < 26 {
		return 1 << c
	}
	return 0
}

var openings = makeOpenings()

func makeOpenings() *wordTable[opening] {
	all := map[string]opening{}
	for word, f := range forms {
		o := opening{next: secondLetters(word, f.all), nextOpen: secondLetters(word, f.open)}
		all[word] = o
	}
	note := func(word string, sort openingSorts) {
		o := all[word]
		o.sorts |= sort
		all[word] = o
	}
	for w := range stampWords {
		note(w, opensStamp)
	}
	for w := range zoneOffsets {
		note(w, opensStamp)
	}
	note("am", opensStamp)
	note("pm", opensStamp)
	for _, line := range translationOpenings {
		word, _, _ := strings.Cut(line, " ")
		note(word, opensTranslationLine)
	}
	for w := range bylineOpeners {
		note(w, opensByline)
	}
	note(beforeBy, opensByline)
	return newWordTable(all)
}

// secondLetters is the mask of the letters with which second words begin.
func secondLetters(first string, forms []form) uint32 {
	mask := uint32(0)
	for _, f := range forms {
		rest := strings.TrimPrefix(f.words[len(first):], " ")
		if rest == "" || len(first) > 10 { // couldOpen looks at twelve bytes
			return anyLetter
		}
		mask |= letterBit(rest[0])
	}
	return mask
}

// A wordTable is a hash table of words of at most lexLen ASCII letters.
type wordTable[T any] struct {
	slots  []uint16 // one more than indices into keys; their number is a power of two
	keys   []wordKey
	values []T
}

func newWordTable[T any](words map[string]T) *wordTable[T] {
	size := 64
	for size < 4*len(words) {
		size *= 2
	}
	t := &wordTable[T]{slots: make([]uint16, size)}
	for w, value := range words {
		if len(w) > lexLen || strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) {
			continue // no such word is looked up
		}
		k := keyAt(w, 0, len(w))
		i := t.slot(k)
		for t.slots[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		t.keys, t.values = append(t.keys, k), append(t.values, value)
		t.slots[i] = uint16(len(t.keys))
	}
	return t
}

func (t *wordTable[T]) slot(k wordKey) int { return int(k.hash32()) & (len(t.slots) - 1) }

// find is the value of a word, nil for none.
func (t *wordTable[T]) find(k wordKey) *T {
	for i := t.slot(k); ; i = (i + 1) & (len(t.slots) - 1) {
		n := t.slots[i]
		if n == 0 {
			return nil
		}
		if t.keys[n-1] == k {
			return &t.values[n-1]
		}
	}
}
