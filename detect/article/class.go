package article

import (
	"strings"
	"unicode"
)

// class says what sort of character a rune is.
type class uint8

const (
	other class = iota
	space
	lower
	upper
	digit
	punct
	symbol
)

var classes = makeClasses()

func makeClasses() (t [128]class) {
	for b := range t {
		r := rune(b)
		switch {
		case b <= ' ' || b == 0x7f:
			t[b] = space
		case unicode.IsLower(r):
			t[b] = lower
		case unicode.IsUpper(r):
			t[b] = upper
		case unicode.IsDigit(r):
			t[b] = digit
		case strings.ContainsRune("$%&*#@+=<>^~|\\", r):
			t[b] = symbol
		default:
			t[b] = punct
		}
	}
	return t
}

// classOf is the class of a rune. Marks and joiners that continue a word are
// classed other.
func classOf(r rune) class {
	if r < 0x80 {
		return classes[r]
	}
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case r == 'ʼ':
		return punct // an apostrophe, though Unicode has it as a letter
	case unicode.IsLetter(r):
		return lower
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u0085':
		return space
	case unicode.IsDigit(r):
		return digit
	case r == '№', r == '§', r == '°', r == '′', r == '″', r == '‰':
		return symbol
	case unicode.IsPunct(r):
		return punct
	case unicode.In(r, unicode.M, unicode.Cf):
		return other
	}
	return symbol
}

// isSpace reports whether a rune is white space between tokens: blanks,
// controls and the invisible marks that stand where blanks do.
func isSpace(r rune) bool { return classOf(r) == space }

func isWordClass(c class) bool { return c == lower || c == upper || c == digit }

func classOfByte(b byte) class {
	if b < 0x80 {
		return classes[b]
	}
	return other
}
