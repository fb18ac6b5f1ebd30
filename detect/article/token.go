package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words are cut here by hand and not by Unicode's word boundaries (UAX 29):
// those part "son-in-law", "U.S." and "Mr.", and keep "Trump's" whole, so that
// most English words of interest would have to be put together again.
//
// Writing without spaces (Chinese, Japanese, Thai) is one word up to the next
// mark; nothing here reads those languages.

// A tokenizer cuts one paragraph after another.
type tokenizer struct {
	text string
	end  int // of the paragraph
	out  []Token
	// norms holds the lower-case forms that differ from the text, one after
	// another, so that they cost no allocation each.
	norms strings.Builder
	notes
	long  int // words of four bytes or more in the paragraph
	marks int // tokens so far that are no words or numbers, and "'s"
}

// notes are the tokens that later steps look at, so that they need not look at
// all: most are words in small letters.
type notes struct {
	capitals []int32 // the words that are not all in small letters, with which names can begin
	quotes   []int32 // the marks that may be quotation marks
	ends     []noteEnds
}

// noteEnds are what the notes of a paragraph end with.
type noteEnds struct {
	capitals, quotes int // lengths of the lists
	long             int // its words of four bytes or more
}

// reset forgets everything but the room.
func (n *notes) reset() {
	n.capitals, n.quotes, n.ends = n.capitals[:0], n.quotes[:0], n.ends[:0]
}

// of are the notes of paragraph p.
func (n *notes) of(p int) (capitals, quotes []int32, long int) {
	from := noteEnds{}
	if p > 0 {
		from = n.ends[p-1]
	}
	to := n.ends[p]
	return n.capitals[from.capitals:to.capitals], n.quotes[from.quotes:to.quotes], to.long
}

// at is the rune at an offset of the paragraph and its length; 0, 0 at the end.
func (z *tokenizer) at(i int) (rune, int) {
	if i >= z.end {
		return 0, 0
	}
	if b := z.text[i]; b < 0x80 {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(z.text[i:z.end])
}

// classAt is the class of the rune at an offset, space at the end.
func (z *tokenizer) classAt(i int) class {
	r, n := z.at(i)
	if n == 0 {
		return space
	}
	return classOf(r)
}

func (z *tokenizer) wordAt(i int) bool { return isWordClass(z.classAt(i)) }

func (z *tokenizer) letterAt(i int) bool {
	c := z.classAt(i)
	return c == lower || c == upper
}

// paragraph appends the tokens of one paragraph.
func (z *tokenizer) paragraph(s Span) {
	z.end, z.long = s.End, 0
	flags := SpaceBefore
	for i := s.Start; i < s.End; {
		b := z.text[i]
		if b == ' ' {
			flags = SpaceBefore
			i++
			continue
		}
		if (b|0x20)-'a' < 26 {
			if end := z.simple(i, flags); end > 0 {
				i, flags = end, 0
				continue
			}
		}
		// Commas, and stops that end a sentence without a doubt, are the next most.
		if b == ',' || b == '.' && flags == 0 && (i+1 == s.End || z.text[i+1] == ' ') {
			z.stop(i, flags)
			i, flags = i+1, 0
			continue
		}
		r, n := z.at(i)
		c := classOf(r)
		if c == space {
			flags = SpaceBefore
			i += n
			continue
		}
		i, flags = z.token(i, r, n, c, flags), 0
	}
	z.ends = append(z.ends, noteEnds{len(z.capitals), len(z.quotes), z.long})
}

// stop appends the comma or the full stop at i.
func (z *tokenizer) stop(i int, flags TokenFlags) {
	z.marks++
	t := z.next()
	t.Start, t.End = i, i+1
	t.Kind, t.Flags, t.known = Punct, flags, 0
	t.Norm, t.Hash = ",", commaHash
	if z.text[i] == '.' {
		t.Norm, t.Hash, t.known = ".", stopHash, mayStop
	}
}

var commaHash, stopHash = HashOf(","), HashOf(".")

// token appends the token that begins at i, whatever it is, with a rune of n
// bytes and of a class. It is where the token ends.
func (z *tokenizer) token(i int, r rune, n int, c class, flags TokenFlags) int {
	t := Token{Span: Span{i, i + n}, Kind: Symbol, Flags: flags}
	switch c {
	case lower, upper:
		t.Kind, t.End = z.word(i)
	case digit:
		t.Kind, t.End = z.number(i)
	case punct:
		t.Kind, t.End = z.mark(i, r, n, flags == SpaceBefore)
	case symbol:
		t.End = z.symbol(i, r, n)
	}
	z.finish(&t)
	*z.next() = t
	return t.End
}

// finish fills in what a token's kind and letters say, and takes note of it.
func (z *tokenizer) finish(t *Token) {
	if t.Kind == Punct && t.Len() == 1 {
		t.Norm = z.text[t.Start:t.End]
	} else {
		z.setNorm(t)
	}
	key := keyAt(t.Norm, 0, len(t.Norm))
	t.Hash = key.hash32()
	z.marks += btoi(t.Kind > Number || t.Norm == "'s")
	switch t.Kind {
	case Word:
		t.known |= english.numberOf(t.Norm, key)
		z.long += btoi(t.Len() >= 4)
		if t.Is(Capital) || t.known&plainNorm == 0 {
			z.capitals = append(z.capitals, int32(len(z.out)))
		}
		fallthrough
	case Number:
		if t.Norm[len(t.Norm)-1] == '.' {
			t.known |= mayStop
		}
	case Punct:
		if t.Len() > 1 || t.Norm == `"` || t.Norm == "'" {
			z.quotes = append(z.quotes, int32(len(z.out)))
		}
		if t.Norm != "," {
			t.known |= mayStop
		}
	case Symbol:
		t.known |= mayStop
	}
}

// endsSimple marks the bytes that can only end a word. A colon may stand in an
// address.
var endsSimple = func() (t [256]bool) {
	for b := range classes {
		t[b] = !isWordClass(classes[b]) && strings.IndexByte("'-&@._:", byte(b)) < 0
	}
	return t
}()

// simple appends the word that begins at i if it is of the commonest sort -
// ASCII letters that are small from the second on, and then what can only end
// a word - and is where it ends; else 0. It looks at eight letters at a time:
// nearly all words are done with after one load, which is their key too.
func (z *tokenizer) simple(i int, flags TokenFlags) int {
	if i+lexLen > len(z.text) {
		return 0
	}
	key := wordKey{first: load64(z.text[i:])}
	first := byte(key.first)
	key.first |= capitalBit // the first letter may be a capital
	n := smallLetters(key.first)
	if n == 8 {
		key.last = load64(z.text[i+8:])
		more := smallLetters(key.last)
		key.last &= 1<<(8*more) - 1
		n += more
	} else {
		key.first &= 1<<(8*n) - 1
	}
	j := i + n
	if n == lexLen || j > z.end {
		return 0
	}
	stop := false
	if j < z.end && !endsSimple[z.text[j]] {
		// The stop of a sentence ends a word that is no abbreviation.
		if stop = z.text[j] == '.' && n > 1 && (j+1 == z.end || z.text[j+1] == ' '); !stop {
			return 0
		}
	}
	hash := key.hash()
	known := english.find(key, hash)
	if stop && english.sorts[known]&isDotted != 0 {
		return 0
	}
	norm := z.text[i:j]
	if first >= 'a' {
		known |= plainNorm
	} else {
		flags |= Capital
		z.capitals = append(z.capitals, int32(len(z.out)))
		if norm = english.words[known]; known == 0 {
			norm = z.small(i, j)
		}
	}
	z.long += btoi(n >= 4)
	t := z.next()
	t.Start, t.End = i, j
	t.Kind, t.Flags, t.known, t.Hash = Word, flags, known|onlyLetters, uint32(hash>>32)
	t.Norm = norm
	return j
}

// next appends a token, in which there may be what another article left.
func (z *tokenizer) next() *Token {
	n := len(z.out)
	if n == cap(z.out) {
		z.out = slices.Grow(z.out, n+1)
	}
	z.out = z.out[:n+1]
	return &z.out[n]
}

// small is text[i:j], a word of which only the first letter is a capital, in
// small letters.
func (z *tokenizer) small(i, j int) string {
	from := z.norms.Len()
	z.norms.WriteByte(z.text[i] | capitalBit)
	z.norms.WriteString(z.text[i+1 : j])
	return z.norms.String()[from:]
}

// word is the kind and the end of the word that begins at i.
func (z *tokenizer) word(i int) (TokenKind, int) {
	if b := z.text[i]; b == 'h' || b == 'w' || b == 'H' || b == 'W' {
		if end := z.url(i); end > 0 {
			return Symbol, end
		}
	}
	dots := 0    // initialism dots so far
	segment := i // where the part after the last hyphen or dot begins
	for j := i; j < z.end; {
		b := z.text[j]
		if b < 0x80 && isWordClass(classes[b]) || b == '_' {
			j++
			continue
		}
		r, n := z.at(j)
		next := j + n
		switch r {
		case '\'', '’', 'ʼ':
			if !z.letterAt(next) || z.clitic(next) {
				return Word, j
			}
			j = next
		case '-', '‐', '‑':
			if !z.wordAt(next) {
				return Word, j
			}
			segment, j = next, next
		case '&':
			if z.classAt(next) != upper || z.classAt(j-1) != upper {
				return Word, j
			}
			j = next
		case '@':
			if end := z.domain(next); end > 0 {
				return Symbol, end
			}
			return Word, j
		case '.':
			switch {
			case z.digitBefore(j) && z.classAt(next) == digit: // v2.0.1
				j = next
			case z.initialism(segment, j):
				dots++
				segment, j = next, next
			case dots > 0 && !z.letterAt(next) && z.mixed(i, j):
				return Word, next
			case dots > 0 && j-segment <= utf8.UTFMax && !z.letterAt(next) && z.single(segment, j):
				// The last dot of U.S.; a hyphen may follow (U.S.-led).
				if z.byteAt(next) == '-' && z.wordAt(next+1) {
					segment, j = next+1, next+1
					continue
				}
				return Word, next
			case z.suffix(next) > 0:
				j = z.suffix(next)
				segment = j
			case z.email(next) > 0:
				return Symbol, z.email(next)
			case z.dotBelongs(i, j):
				return Word, next
			default:
				return Word, j
			}
		default:
			c := classOf(r)
			if !isWordClass(c) && (c != other || n == 0) {
				return Word, j
			}
			j = next
		}
	}
	return Word, z.end
}

func (z *tokenizer) byteAt(i int) byte {
	if i >= z.end {
		return 0
	}
	return z.text[i]
}

// clitic reports whether an "s" and no further letter stands at i, after an
// apostrophe.
func (z *tokenizer) clitic(i int) bool {
	return z.byteAt(i)|0x20 == 's' && !z.wordAt(i+1) && !(z.byteAt(i+1) == '-' && z.wordAt(i+2))
}

// single reports whether text[from:to] is one letter.
func (z *tokenizer) single(from, to int) bool {
	_, n := z.at(from)
	return from < to && from+n == to && z.letterAt(from)
}

// number is the kind and the end of the number that begins at i. With letters
// after a hyphen (20-year-old) it is a word.
func (z *tokenizer) number(i int) (TokenKind, int) {
	kind := Number
	for j := i; j < z.end; {
		b := z.text[j]
		if b < 0x80 && isWordClass(classes[b]) {
			j++
			continue
		}
		r, n := z.at(j)
		next := j + n
		switch r {
		case '.', ',', ':', '/':
			if z.classAt(next) != digit || !z.digitBefore(j) {
				if r == '.' && z.dottedHour(i, j) {
					return Number, z.hourEnd(j)
				}
				return kind, j
			}
			j = next
		case '-', '‐', '‑':
			switch c := z.classAt(next); {
			case c == lower || c == upper:
				kind = Word
			case c != digit:
				return kind, j
			}
			j = next
		case '\'', '’':
			if kind != Word || !z.letterAt(next) || z.clitic(next) {
				return kind, j
			}
			j = next
		default:
			c := classOf(r)
			if !isWordClass(c) && (c != other || n == 0) {
				return kind, j
			}
			j = next
		}
	}
	return kind, z.end
}

func (z *tokenizer) digitBefore(j int) bool { return classOfByte(z.text[j-1]) == digit }

// dottedHour reports whether the dot at j stands in "9a.m.".
func (z *tokenizer) dottedHour(i, j int) bool {
	a := z.text[j-1]
	return j-i >= 2 && j-i <= 6 && (a == 'a' || a == 'p') && z.digitBefore(j-1) && z.byteAt(j+1) == 'm' && !z.wordAt(j+2)
}

func (z *tokenizer) hourEnd(j int) int {
	if z.byteAt(j+2) == '.' {
		return j + 3
	}
	return j + 2
}
