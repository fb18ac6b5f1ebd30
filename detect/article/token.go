package article

import (
	"strings"
	"unicode"
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
	// hashes tell the words of out apart, regardless of case; those of other
	// tokens are 0.
	hashes []uint32
	// norms holds the lower-case forms that differ from the text, one after
	// another, so that they cost no allocation each.
	norms strings.Builder
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
	z.end = s.End
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
		r, n := z.at(i)
		c := classOf(r)
		if c == space {
			flags = SpaceBefore
			i += n
			continue
		}
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
		case other:
			t.End = i + n
		}
		hash := uint64(0)
		if t.Kind == Punct && n == 1 {
			t.Norm = z.text[i:t.End]
		} else {
			z.finish(&t)
		}
		if t.Kind == Word {
			var sorts lexical
			sorts, hash = english.sortsOf(t.Norm)
			t.sorts |= sorts
		}
		z.out = append(z.out, t)
		z.hashes = append(z.hashes, uint32(hash>>32))
		i = t.End
		flags = 0
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
// a word - and is where it ends; else 0.
func (z *tokenizer) simple(i int, flags TokenFlags) int {
	j := i + 1
	for j < z.end && z.text[j]-'a' < 26 {
		j++
	}
	n := j - i
	if n > lexLen {
		return 0
	}
	stop := false
	if j < z.end && !endsSimple[z.text[j]] {
		// The stop of a sentence ends a word that is no abbreviation.
		if stop = z.text[j] == '.' && n > 1 && (j+1 == z.end || z.text[j+1] == ' '); !stop {
			return 0
		}
	}
	k := keyAt(z.text, i, n)
	hash := k.hash()
	e := english.find(k, hash)
	if stop && e.sorts&isDotted != 0 {
		return 0
	}
	t := Token{Span: Span{i, j}, Kind: Word, Flags: flags, sorts: e.sorts}
	switch {
	case z.text[i] >= 'a':
		t.sorts |= plainNorm
		t.Norm = z.text[i:j]
	case e.sorts != 0:
		t.Flags |= Capital
		t.Norm = english.words[e.word]
	default:
		t.Flags |= Capital
		from := z.norms.Len()
		z.norms.WriteByte(z.text[i] | 0x20)
		z.norms.WriteString(z.text[i+1 : j])
		t.Norm = z.norms.String()[from:]
	}
	z.out = append(z.out, t)
	z.hashes = append(z.hashes, uint32(hash>>32))
	return j
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

// elided are words that begin with an apostrophe.
var elided = wordSet("em til till tis twas cause bout n cos tude")

// mark is the kind and the end of the token that begins with a punctuation
// mark.
func (z *tokenizer) mark(i int, r rune, n int, free bool) (TokenKind, int) {
	next := i + n
	switch r {
	case '.':
		if free && z.classAt(next) == digit {
			return z.number(next)
		}
		for z.byteAt(next) == '.' {
			next++
		}
		if next == i+2 {
			next-- // two are a doubled stop, three and more an ellipsis
		}
	case '-':
		for z.byteAt(next) == '-' {
			next++
		}
	case '`':
		if z.byteAt(next) == '`' {
			next++
		}
	case '\'', '’', 'ʼ':
		if !free && z.clitic(next) && len(z.out) > 0 && z.out[len(z.out)-1].Kind != Punct {
			return Word, next + 1
		}
		if end := z.elision(i, r, next); end > 0 {
			if z.classAt(next) == digit {
				return Number, end
			}
			return Word, end
		}
		if r == '\'' && z.byteAt(next) == '\'' {
			next++
		}
	}
	return Punct, next
}

// elision is where the shortened word or year ('em, ’90s) ends whose
// apostrophe stands at i; 0 when there is none.
func (z *tokenizer) elision(i int, r rune, next int) int {
	if i > 0 && len(z.out) > 0 && z.out[len(z.out)-1].End == i && z.out[len(z.out)-1].Kind != Punct {
		return 0
	}
	j := next
	for j < z.end && j-next < 6 && isWordClass(classOfByte(z.text[j])) {
		j++
	}
	word := z.text[next:j]
	if z.classAt(next) == digit {
		years := len(word) >= 2 && classOfByte(word[1]) == digit
		if years && (word[2:] == "s" || r == '’' && len(word) == 2) {
			return j
		}
		return 0
	}
	if !elided[word] || z.wordAt(j) {
		return 0
	}
	if word == "n" {
		if q, size := z.at(j); q == r {
			return j + size
		}
	}
	return j
}

// symbol is the end of the token that begins with a symbol.
func (z *tokenizer) symbol(i int, r rune, n int) int {
	j := i + n
	switch {
	case (r == '@' || r == '#') && z.letterAt(j): // a handle, a topic
		for j < z.end {
			r, n := z.at(j)
			if c := classOf(r); !isWordClass(c) && r != '_' && c != other {
				break
			}
			j += n
		}
	case r > 0x2000: // an emoji with its joiners and variants
		for j < z.end {
			r, n := z.at(j)
			tone := r >= 0x1f3fb && r <= 0x1f3ff
			flag := r >= 0x1f1e6 && r <= 0x1f1ff && j == i+n && isFlag(z.text[i:j])
			if n == 0 || classOf(r) != other && !tone && !flag {
				break
			}
			j += n
			if r != '\u200d' {
				continue
			}
			if r, n := z.at(j); n > 0 && classOf(r) == symbol {
				j += n
			}
		}
	}
	return j
}

// isFlag reports whether a symbol is one of the two letters of a flag.
func isFlag(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x1f1e6 && r <= 0x1f1ff
}

// finish sets the flags of capitals and the norm.
func (z *tokenizer) finish(t *Token) {
	word := z.text[t.Start:t.End]
	if t.Kind == Punct && word != "’" && word != "ʼ" {
		t.Norm = word
		return
	}
	plain := true // the norm is the text
	ascii := true
	lowers, uppers := 0, 0
	for k := range len(word) {
		switch b := word[k]; {
		case b >= 0x80:
			ascii = false
		case 'A' <= b && b <= 'Z':
			uppers++
		case 'a' <= b && b <= 'z':
			lowers++
		}
	}
	first := word[0] >= 'A' && word[0] <= 'Z'
	if !ascii {
		for k, r := range word {
			if r < 0x80 {
				continue
			}
			switch {
			case r == '’' || r == 'ʼ':
				plain = false
			case unicode.IsUpper(r) || unicode.IsTitle(r):
				uppers++
				first = first || k == 0
			case unicode.IsLower(r):
				lowers++
			case unicode.IsLetter(r):
				lowers++ // a script without case is never all capitals
			}
		}
	}
	if t.Kind == Word {
		if first {
			t.Flags |= Capital
		}
		if uppers >= 2 && lowers == 0 {
			t.Flags |= AllCaps
		}
	}
	if uppers == 0 && plain {
		t.Norm = word
		t.sorts |= plainNorm
		return
	}
	if word == "’s" {
		t.Norm = "'s"
		return
	}
	from := z.norms.Len()
	for k := 0; k < len(word); {
		b := word[k]
		if b < 0x80 {
			if 'A' <= b && b <= 'Z' {
				b |= 0x20
			}
			z.norms.WriteByte(b)
			k++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[k:])
		switch {
		case r == '’' || r == 'ʼ':
			z.norms.WriteByte('\'')
		case r == utf8.RuneError && n == 1:
			z.norms.WriteByte(b)
		default:
			z.norms.WriteRune(unicode.ToLower(r))
		}
		k += n
	}
	t.Norm = z.norms.String()[from:]
}
