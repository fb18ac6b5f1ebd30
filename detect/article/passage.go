package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A passage is text taken out of an input - freed from markup, escapes or a
// record around it - and where each stretch of it stood there. Passages of
// passages lead back to the same input, so that a place in an HTML fragment
// inside a JSON string is still known by its line and column in the file.
type passage struct {
	text string
	runs []run // in order of text; the first begins at 0
}

// standing is the passage of text that stands in the input as it is.
func standing(text string, at int) passage { return passage{text, []run{{0, at}}} }

// at is the byte offset in the input of a byte offset in the passage.
func (p passage) at(offset int) int { return inputAt(p.runs, runAt(p.runs, offset), offset) }

// runAt is the index of the run that holds a byte offset of the text, -1 when
// none does.
func runAt(runs []run, offset int) int {
	from, to := 0, len(runs)
	for from < to {
		if mid := (from + to) / 2; runs[mid].text > offset {
			to = mid
		} else {
			from = mid + 1
		}
	}
	return from - 1
}

// inputAt is the byte offset in the input of a byte offset that run i holds.
func inputAt(runs []run, i, offset int) int {
	if i < 0 {
		return 0
	}
	return runs[i].input + offset - runs[i].text
}

// runEnd is where run i ends, or the stretch of text up to an offset with it.
func runEnd(runs []run, i, to int) int {
	if i+1 < len(runs) {
		return min(to, runs[i+1].text)
	}
	return to
}

// slice is the part of a passage from one byte offset to another.
func (p passage) slice(from, to int) passage {
	if from >= to {
		return passage{}
	}
	if from == 0 && to == len(p.text) {
		return p
	}
	first, last := runAt(p.runs, from), runAt(p.runs, to-1)
	runs := make([]run, 1, 1+last-first)
	runs[0] = run{0, inputAt(p.runs, first, from)}
	for _, r := range p.runs[first+1 : last+1] {
		runs = append(runs, run{r.text - from, r.input})
	}
	return passage{p.text[from:to], runs}
}

// trim is the passage without the white space around it.
func (p passage) trim() passage {
	from := len(p.text) - len(strings.TrimLeft(p.text, " \t\r\n\f"))
	to := len(strings.TrimRight(p.text, " \t\r\n\f"))
	if from >= to {
		return passage{}
	}
	return p.slice(from, to)
}

// A passageBuilder puts a passage together.
type passageBuilder struct {
	text []byte
	runs []run
}

// put adds text that stands for what is at a byte offset of the input.
func (b *passageBuilder) put(text string, at int) {
	if text == "" {
		return
	}
	if n := len(b.runs); n == 0 || b.runs[n-1].input-b.runs[n-1].text != at-len(b.text) {
		b.runs = append(b.runs, run{len(b.text), at})
	}
	b.text = append(b.text, text...)
}

// add adds a stretch of another passage of the same input.
func (b *passageBuilder) add(p passage, from, to int) {
	if from >= to {
		return
	}
	for i := runAt(p.runs, from); from < to; i++ {
		end := runEnd(p.runs, i, to)
		b.put(p.text[from:end], inputAt(p.runs, i, from))
		from = end
	}
}

// grow makes room for another passage and what stands between the two.
func (b *passageBuilder) grow(p passage) {
	b.text = slices.Grow(b.text, len(p.text)+2)
	b.runs = slices.Grow(b.runs, len(p.runs)+1)
}

// addUnescaped adds a stretch of a passage in which HTML or XML character
// references stand for characters.
func (b *passageBuilder) addUnescaped(p passage, from, to int) {
	for from < to {
		n := strings.IndexByte(p.text[from:to], '&')
		if n < 0 {
			b.add(p, from, to)
			return
		}
		b.add(p, from, from+n)
		from += n
		n = referenceLen(p.text[from:to])
		b.put(html.UnescapeString(p.text[from:from+n]), p.at(from))
		from += n
	}
}

// maxReference is the length of the longest named character reference, "&" and
// ";" included, with some room for numbers with leading zeros.
const maxReference = 40

// referenceLen is the length of what may be a character reference at the
// beginning of s, and at least 1.
func referenceLen(s string) int {
	n := 1
	for n < len(s) && n < maxReference {
		c := s[n]
		if c == ';' {
			return n + 1
		}
		if c != '#' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			break
		}
		n++
	}
	return n
}

// endsWith reports whether the text so far ends with a byte.
func (b *passageBuilder) endsWith(c byte) bool {
	return len(b.text) > 0 && b.text[len(b.text)-1] == c
}

func (b *passageBuilder) passage() passage { return passage{string(b.text), b.runs} }

func (b *passageBuilder) reset() { b.text, b.runs = b.text[:0], nil }
