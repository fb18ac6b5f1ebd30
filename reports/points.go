package reports

import "unicode/utf8"

// codePoints turns byte offsets of one text into code points. It reads the
// text once and remembers the count about every stride bytes, so a look-up
// counts little more than stride bytes, however many findings there are.
type codePoints struct {
	text  string
	ascii int    // so many bytes at the beginning are ASCII
	marks []mark // of the rest
}

type mark struct{ bytes, points int }

const stride = 64

func newCodePoints(text string) codePoints {
	c := codePoints{text: text, ascii: asciiLength(text)}
	if c.ascii == len(text) {
		return c
	}
	c.marks = make([]mark, 0, 1+(len(text)-c.ascii)/stride)
	for at := (mark{c.ascii, c.ascii}); at.bytes < len(text); {
		c.marks = append(c.marks, at)
		end := min(at.bytes+stride, len(text))
		for most := min(end+utf8.UTFMax-1, len(text)); end < most && !utf8.RuneStart(text[end]); end++ {
		}
		at.points += utf8.RuneCountInString(text[at.bytes:end]) // an invalid byte is one code point, as it is in JSON
		at.bytes = end
	}
	return c
}

// asciiLength is how many bytes at the beginning are ASCII.
func asciiLength(s string) int {
	i := 0
	for i+8 <= len(s) && (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7]) < utf8.RuneSelf {
		i += 8
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// at is the number of code points before the byte offset. An offset outside
// the text is brought into it, one inside a code point to its beginning.
func (c *codePoints) at(offset int) int {
	offset = max(0, min(offset, len(c.text)))
	for offset > 0 && offset < len(c.text) && !utf8.RuneStart(c.text[offset]) {
		offset--
	}
	if offset <= c.ascii {
		return offset
	}
	i := min((offset-c.ascii)/stride, len(c.marks)-1)
	for c.marks[i].bytes > offset {
		i--
	}
	return c.marks[i].points + utf8.RuneCountInString(c.text[c.marks[i].bytes:offset])
}

// runesOf cuts a text by code points; it is the way back for the formats.
type runesOf []rune

// slice is the text between two code points, which are brought into the text.
func (r runesOf) slice(start, end int) string {
	start = max(0, min(start, len(r)))
	return string(r[start:max(start, min(end, len(r)))])
}
