package reports

import "unicode/utf8"

// codePoints turns byte offsets of one text into code points. It reads the
// text once and remembers the count about every stride bytes, so a look-up
// counts at most stride bytes, however many findings there are.
type codePoints struct {
	text  string
	marks []mark // nil when the text is ASCII
}

type mark struct{ bytes, points int }

const stride = 256

func newCodePoints(text string) codePoints {
	c := codePoints{text: text}
	count := 0
	for i := range text { // an invalid byte is one code point, as it is in JSON
		if i >= len(c.marks)*stride {
			c.marks = append(c.marks, mark{i, count})
		}
		count++
	}
	if count == len(text) {
		c.marks = nil
	}
	return c
}

// at is the number of code points before the byte offset. An offset outside
// the text is brought into it, one inside a code point to its beginning.
func (c codePoints) at(offset int) int {
	offset = max(0, min(offset, len(c.text)))
	if c.marks == nil {
		return offset
	}
	for offset > 0 && offset < len(c.text) && !utf8.RuneStart(c.text[offset]) {
		offset--
	}
	i := min(offset/stride, len(c.marks)-1)
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
