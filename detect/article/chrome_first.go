package article

import (
	"strings"
	"sync"
)

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
	o := openings().find(keyAt(s, 0, n))
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

var openings = sync.OnceValue(makeOpenings)

// Prepare makes ready what the first article to be read would have to wait for.
func Prepare() { openings() }

func makeOpenings() *wordTable[opening] {
	forms := forms()
	t := newWordTable[opening](len(forms.lists) + len(stampWords) + len(zoneOffsets) + len(bylineOpeners))
	for word, i := range forms.index {
		o := t.at(word)
		for k := range forms.lists[i] {
			f := &forms.lists[i][k]
			letter := secondLetter(word, f.words)
			if o.next |= letter; f.onlyOpens() {
				o.nextOpen |= letter
			}
		}
	}
	for w := range stampWords {
		t.at(w).sorts |= opensStamp
	}
	for w := range zoneOffsets {
		t.at(w).sorts |= opensStamp
	}
	t.at("am").sorts |= opensStamp
	t.at("pm").sorts |= opensStamp
	for _, line := range translationOpenings {
		word, _, _ := strings.Cut(line, " ")
		t.at(word).sorts |= opensTranslationLine
	}
	for w := range bylineOpeners {
		t.at(w).sorts |= opensByline
	}
	t.at(beforeBy).sorts |= opensByline
	return t
}

// secondLetter is the mask of the letter with which the second word of a form
// begins, and of all where there is none.
func secondLetter(first, words string) uint32 {
	rest := strings.TrimPrefix(words[len(first):], " ")
	if rest == "" || len(first) > 10 { // couldOpen looks at twelve bytes
		return anyLetter
	}
	return letterBit(rest[0])
}

// A wordTable is a hash table of words of at most lexLen ASCII letters.
type wordTable[T any] struct {
	slots  []uint16 // one more than indices into keys; their number is a power of two
	keys   []wordKey
	values []T
}

// newWordTable makes room for about so many words.
func newWordTable[T any](words int) *wordTable[T] {
	size := 64
	for size < 4*words {
		size *= 2
	}
	return &wordTable[T]{slots: make([]uint16, size), keys: make([]wordKey, 0, words), values: make([]T, 0, words)}
}

// at is the value of a word, made where there was none; it is valid until the
// next call.
func (t *wordTable[T]) at(w string) *T {
	if len(w) > lexLen || strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return new(T) // no such word is looked up
	}
	k := keyAt(w, 0, len(w))
	if value := t.find(k); value != nil {
		return value
	}
	i := t.slot(k)
	for t.slots[i] != 0 {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.keys, t.values = append(t.keys, k), append(t.values, *new(T))
	t.slots[i] = uint16(len(t.keys))
	return &t.values[len(t.values)-1]
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
