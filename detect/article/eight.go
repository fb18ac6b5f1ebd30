package article

import (
	"math/bits"
	"unicode/utf8"
)

// Nearly all of an article is plain ASCII, of which these look at eight bytes
// at a time. A mask has the top bit set in each byte that is meant.

const (
	everyByte = 0x0101010101010101
	topBits   = 0x80 * everyByte
)

// load64 is the first eight bytes of s, the first one lowest.
func load64(s string) uint64 {
	s = s[:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// blanks is the mask of the bytes that are ' '.
func blanks(x uint64) uint64 {
	x ^= everyByte * ' '
	return ^((x &^ topBits) + ^uint64(topBits) | x) & topBits
}

// notPrintable is not 0 if one of the bytes is no printable ASCII.
func notPrintable(x uint64) uint64 { return ((x-everyByte*' ')&^x | (x + everyByte) | x) & topBits }

// capitalBit turns a capital into a small letter in the first byte.
const capitalBit = 0x20

// smallLetters is how many of the bytes, from the first on, are small letters
// of ASCII. Adding to a byte below 0x80 sets its top bit from some letter on.
func smallLetters(x uint64) int {
	y := x &^ topBits
	small := (y + everyByte*(0x80-'a')) &^ (y + everyByte*(0x7f-'z')) &^ x
	return bits.TrailingZeros64(^small&topBits) / 8
}

// plainASCII is how far s is surely printable ASCII; it may be some further.
func plainASCII(s string, i int) int {
	for i+8 <= len(s) && notPrintable(load64(s[i:])) == 0 {
		i += 8
	}
	return i
}

// singleSpaced is how far s is surely printable ASCII with no two blanks in a
// row. No blank stands right before that place.
func singleSpaced(s string) int {
	i, before := 0, uint64(0)
	for i+8 <= len(s) {
		x := load64(s[i:])
		blank := blanks(x)
		if notPrintable(x) != 0 || blank&(blank<<8|before) != 0 {
			break
		}
		before = blank >> 56
		i += 8
	}
	if before != 0 {
		i--
	}
	return i
}

// countWords counts what stands between blanks.
func countWords(s string) int {
	n, i, before := 0, 0, uint64(0x80)
	for ; i+8 <= len(s); i += 8 {
		blank := blanks(load64(s[i:]))
		n += bits.OnesCount64((blank<<8 | before) &^ blank)
		before = blank >> 56
	}
	space := before != 0
	for ; i < len(s); i++ {
		if s[i] == ' ' {
			space = true
		} else if space {
			space = false
			n++
		}
	}
	return n
}

// runeStarts counts the code points that begin in s: the bytes that are not
// 10xxxxxx.
func runeStarts(s string) int {
	n, i := len(s), 0
	for ; i+8 <= len(s); i += 8 {
		x := load64(s[i:])
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & everyByte)
	}
	for ; i < len(s); i++ {
		n -= btoi(!utf8.RuneStart(s[i]))
	}
	return n
}

// zeroBytes is the mask of the bytes that are 0, and maybe of bytes behind the
// first of them.
func zeroBytes(x uint64) uint64 { return (x - everyByte) &^ x & topBits }

// mayHoldAddress reports whether s may hold an "@", "http" or ".com"; where it
// says no, there is none. It looks for "@", "tp" and ".c", which are rare in
// prose.
func mayHoldAddress(s string) bool {
	i, t, dot := 0, uint64(0), uint64(0) // whether the byte before is one of these
	for ; i+8 <= len(s); i += 8 {
		x := load64(s[i:])
		ts, dots := zeroBytes(x^everyByte*'t'), zeroBytes(x^everyByte*'.')
		if zeroBytes(x^everyByte*'@')|zeroBytes(x^everyByte*'p')&(ts<<8|t)|zeroBytes(x^everyByte*'c')&(dots<<8|dot) != 0 {
			return true
		}
		t, dot = ts>>56, dots>>56
	}
	for ; i < len(s); i++ {
		if s[i] == '@' || i > 0 && (s[i-1] == 't' && s[i] == 'p' || s[i-1] == '.' && s[i] == 'c') {
			return true
		}
	}
	return false
}

// nextBreak is the first place from i on where a line may end: at a control
// character below U+000E or at the first byte of one of the other breaks.
func nextBreak(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		x := load64(s[i:])
		if found := (x-everyByte*0x0e)&^x&topBits | zeroBytes(x^everyByte*0xc2) | zeroBytes(x^everyByte*0xe2); found != 0 {
			i += bits.TrailingZeros64(found) / 8
			break
		}
	}
	for i < len(s) && !breaksLine[s[i]] {
		i++
	}
	return i
}

// skipJSONPlain is the first place from i on where a JSON string has a
// quotation mark, a backslash or a control character; len(s) when there is
// none. A byte below n makes x-n borrow from its top bit.
func skipJSONPlain(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		x := load64(s[i:])
		quote, slash := x^everyByte*'"', x^everyByte*'\\'
		if found := ((x-everyByte*' ')&^x | (quote-everyByte)&^quote | (slash-everyByte)&^slash) & topBits; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && s[i] >= ' ' && s[i] != '"' && s[i] != '\\' {
		i++
	}
	return i
}
