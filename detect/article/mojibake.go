package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake here is UTF-8 that somebody read as Windows-1252, once or several
// times: ’ became â€™, é became Ã©, and é twice over Ã\u0192Â©. What other
// misreadings leave is in misread.go.

// mend reads the character that was mangled into the beginning of s. It
// answers only where the damage is certain; else the length is 0. The
// character before s helps to decide.
func mend(s string, before rune) (rune, int) {
	_, once := unmangle(charmap.Windows1252, s, 1)
	best, length := rune(0), 0
	for level := 4; level > 0; level-- { // too many levels come out short
		if r, n := unmangle(charmap.Windows1252, s, level); n > length && certain(s, r, n, n > once && level > 1, before) {
			best, length = r, n
		}
	}
	if length > 0 {
		return best, length
	}
	// A non-breaking space that became Â and a plain space.
	if strings.HasPrefix(s, "Â ") && (unicode.IsLower(before) || unicode.IsDigit(before) || unicode.IsPunct(before)) {
		return '\u00a0', len("Â ")
	}
	// An à at the end of a word, which became Ã and a space of some kind.
	if strings.HasPrefix(s, "Ã") && !unicode.IsUpper(before) {
		if n := len("Ã"); strings.HasPrefix(s[n:], "\u00a0") {
			return 'à', n + len("\u00a0")
		} else if unicode.IsLower(before) && (len(s) == n || s[n] == ' ') {
			return 'à', n
		}
	}
	// Windows-1252 does not define the last byte of ”, so it is often lost.
	const lost = "â€"
	if strings.HasPrefix(s, lost) {
		if len(s) == len(lost) || s[len(lost)] == ' ' || s[len(lost)] == '.' || s[len(lost)] == ',' {
			return '”', len(lost)
		}
	}
	return 0, 0
}

// unmangle decodes the UTF-8 sequence that the beginning of s spells in
// characters of an encoding, each of which may be mangled itself (level > 1).
func unmangle(as *charmap.Charmap, s string, level int) (rune, int) {
	lead, n := mangledByte(as, s, level-1)
	length := 0
	switch {
	case lead >= 0xc2 && lead < 0xe0:
		length = 2
	case lead >= 0xe0 && lead < 0xf0:
		length = 3
	case lead >= 0xf0 && lead < 0xf5:
		length = 4
	default:
		return 0, 0
	}
	sequence := [4]byte{lead}
	for i := 1; i < length; i++ {
		b, m := mangledByte(as, s[n:], level-1)
		if b < 0x80 || b > 0xbf {
			return 0, 0
		}
		sequence[i] = b
		n += m
	}
	if r, m := utf8.DecodeRune(sequence[:length]); m == length {
		return r, n
	}
	return 0, 0
}

// mangledByte is the byte above 0x7f that the beginning of s stands for.
func mangledByte(as *charmap.Charmap, s string, level int) (byte, int) {
	if level > 0 {
		if r, n := unmangle(as, s, level); n > 0 {
			if b, ok := highByte(as, r); ok {
				return b, n
			}
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if b, ok := highByte(as, r); ok {
		return b, n
	}
	return 0, n
}

// highByte is the byte above 0x7f that reads as r in an encoding. Programs read
// undefined bytes as control characters.
func highByte(as *charmap.Charmap, r rune) (byte, bool) {
	if r < utf8.RuneSelf || r == utf8.RuneError {
		return 0, false
	}
	if b, ok := as.EncodeRune(r); ok {
		return b, true
	}
	return byte(r), r < 0xa0
}

// certain reports whether the n bytes at the beginning of s are a mangled r
// and cannot be what the author wrote, such as É” at the end of a quotation in
// capitals.
func certain(s string, r rune, n int, nested bool, before rune) bool {
	if r < 0xa0 || !unicode.IsGraphic(r) && r != '\ufeff' && r != '\u200b' && r != '\u00ad' {
		return false
	}
	lead, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	after, _ := utf8.DecodeRuneInString(s[n:])
	switch {
	case nested:
		return true // too long to be chance
	case lead == 'Â':
		return true
	case lead == 'Ã' || lead == 'Ä' || lead == 'Å':
		if unicode.IsLetter(second) || second < 0xa0 || second == '€' || second == '©' || second == '¤' || second == '¼' || second == '¶' {
			return true
		}
		// The second character is a mark that could follow a letter.
		if second > 0xa0 && second < 0xc0 && unicode.IsLower(after) {
			return true
		}
		return !unicode.IsUpper(before) && (unicode.IsLower(before) || unicode.IsLower(after))
	case lead == 'â':
		return r >= 0x2000 && r < 0x2c00
	case lead == 'ð':
		return r >= 0x1f000
	case r == '\ufeff' || r == utf8.RuneError:
		return true
	case unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Han, unicode.Hiragana, unicode.Katakana):
		// One letter could be chance, a word of them is not.
		next, m := unmangle(charmap.Windows1252, s[n:], 1)
		return unicode.IsLetter(before) && before > 0x370 || m > 0 && unicode.IsLetter(next)
	}
	return false
}
