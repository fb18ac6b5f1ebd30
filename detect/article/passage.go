package article

import (
	"slices"
	"sort"
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
func (p passage) at(offset int) int {
	i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > offset })
	if i == 0 {
		return 0
	}
	return p.runs[i-1].input + offset - p.runs[i-1].text
}

// slice is the part of a passage from one byte offset to another.
func (p passage) slice(from, to int) passage {
	if from >= to {
		return passage{}
	}
	if from == 0 && to == len(p.text) {
		return p
	}
	runs := []run{{0, p.at(from)}}
	first := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > from })
	for _, r := range p.runs[first:] {
		if r.text >= to {
			break
		}
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
	i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > from })
	for ; from < to; i++ {
		end := to
		if i < len(p.runs) {
			end = min(to, p.runs[i].text)
		}
		b.put(p.text[from:end], p.at(from))
		from = end
	}
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

// lead makes the places of a draft, which are places in the passage, into
// places in its input.
func (p passage) lead(d *Draft) {
	for i := range d.Parts {
		d.Parts[i].Pieces = p.leadPieces(d.Parts[i].Pieces)
	}
	for i := range d.Dropped {
		d.Dropped[i].Input = p.at(d.Dropped[i].Input)
	}
}

func (p passage) leadPieces(pieces []Piece) []Piece {
	led := make([]Piece, 0, len(pieces))
	for _, piece := range pieces {
		from, to := piece.Input, piece.Input+len(piece.Text)
		if piece.Repair != nil || to > len(p.text) || from == to || p.text[from:to] != piece.Text {
			piece.Input = p.at(from)
			led = append(led, piece)
			continue
		}
		for from < to { // a stretch that stands in several places
			i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > from })
			end := to
			if i < len(p.runs) {
				end = min(to, p.runs[i].text)
			}
			led = append(led, Piece{Text: p.text[from:end], Input: p.at(from)})
			from = end
		}
	}
	return slices.Clip(led)
}
