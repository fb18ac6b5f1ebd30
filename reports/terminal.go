package reports

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clean makes text safe and visible on a terminal: an article must not move
// the cursor, change colours, ring the bell or turn the line around. Control
// characters are shown by their pictures, what else would act by a
// replacement character.
func clean(s string) string {
	if printableASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == '\n':
			return '↵'
		case r < 0x20:
			return 0x2400 + r // ␛ for escape, ␇ for bell, ...
		case r == 0x7f:
			return 0x2421
		case r >= 0x80 && r < 0xa0, // C1
			r == 0x2028 || r == 0x2029,   // line and paragraph separators
			r >= 0x202a && r <= 0x202e,   // bidirectional embeddings and overrides
			r >= 0x2066 && r <= 0x2069,   // bidirectional isolates
			r >= 0xe0000 && r <= 0xe007f, // tags
			r == 0xfeff:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func printableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Printable is text that is safe to print on a terminal and into the log of a CI
// job, whoever wrote it.
func Printable(s string) string { return inert(clean(s)) }

// inert keeps a line of a log from being a command of GitHub's runner, which are
// lines that begin with "::" and, in an older form, hold "##[" anywhere: an article
// or a file could switch off all annotations (stop-commands). A word joiner, which
// nobody sees, stands in between.
func inert(line string) string {
	if strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::") {
		line = "\u2060" + line
	}
	return strings.ReplaceAll(line, "##[", "##\u2060[")
}

// Wrapped is text in lines of at most width columns.
func Wrapped(s string, width int) []string { return wrap(s, width) }

// columns is how many columns a text takes on a terminal.
func columns(s string) int { return displaywidth.String(s) }

// wrap breaks text into lines of at most width columns at its spaces. A word
// that is longer stands on a line of its own.
func wrap(s string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for word := range strings.FieldsSeq(s) {
		w := columns(word)
		if used > 0 && used+1+w > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// An excerpt line is a stretch of source text with the marks that go under it.
type excerptLine struct{ text, under string }

// A cell is one character as a reader sees it, with what it is made of.
type cell struct {
	text   string
	width  int
	marked bool
	space  bool
}

// What an excerpt shows at most: code points looked at on either side of the
// finding, code points of the finding itself, lines.
const (
	excerptContext = 300
	excerptFinding = 600
	excerptLines   = 4
	roomOfLong     = 40 // columns beside a finding that goes over several lines
)

// excerpt shows the words of text from start to end (code points) with carets
// under them, in a window of so many columns. A finding that does not fit on
// one line goes over several.
func excerpt(before, found, after string, width int) []excerptLine {
	before, cutBefore := nearest(before, tail, width)
	after, cutAfter := nearest(after, head, width)
	room := cellRooms.Get().(*[]cell)
	defer cellRooms.Put(room)
	cells := cellsOf((*room)[:0], before, false)
	first := len(cells)
	long := false
	if r := []rune(found); len(r) > excerptFinding {
		found, long = string(r[:excerptFinding]), true
	}
	cells = cellsOf(cells, found, true)
	if len(cells) == first {
		cells = append(cells, cell{text: " ", width: 1, marked: true, space: true})
	}
	last := len(cells)
	if !long {
		cells = cellsOf(cells, after, false)
	}
	need := widthOf(cells[first:last])
	beside := max(0, width-need)
	if need > width {
		beside = roomOfLong
	}
	from, to := window(cells, first, last, beside)
	if to < len(cells) || long || cutAfter {
		cells = append(cells[:to], omission)
		cells[to].marked = long
		to++
	}
	switch {
	case from > 0:
		from--
		cells[from] = omission
	case cutBefore:
		cells = slices.Insert(cells, 0, omission)
		to++
	}
	*room = cells
	return layOut(cells[from:to], width)
}

// omission is the mark of what is left out.
var omission = cell{text: "…", width: 1}

// cellRooms are used again for the next excerpt.
var cellRooms = sync.Pool{New: func() any { return new([]cell) }}

// nearest is what an excerpt looks at of the text on one side of a finding, and
// whether there is more. Of plain text no more than a line can be shown.
func nearest(s string, end func(string, int) string, width int) (near string, cut bool) {
	near = end(s, excerptContext)
	if room := max(width, roomOfLong) + 1; len(near) > room && printableASCII(near) {
		near = end(near, room)
	}
	return near, len(near) < len(s)
}

// cellsOf appends the cells of a text. A letter of ASCII before another one is a
// cell by itself.
func cellsOf(cells []cell, s string, marked bool) []cell {
	s = clean(s)
	cells = slices.Grow(cells, len(s))
	for s != "" {
		v := s[:1]
		if s[0] >= utf8.RuneSelf || len(s) > 1 && s[1] >= utf8.RuneSelf {
			g := graphemes.FromString(s)
			g.Next()
			v = g.Value()
		}
		width := 1
		if len(v) > 1 {
			width = columns(v)
		}
		cells = append(cells, cell{v, width, marked, v == " " || v == "\u00a0"})
		s = s[len(v):]
	}
	return cells
}

func widthOf(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

// window widens cells[first:last] on both sides by at most room columns in
// all, the marks of omission included, and ends at a space where it can.
func window(cells []cell, first, last, room int) (from, to int) {
	left, right := widthOf(cells[:first]), widthOf(cells[last:])
	before := min(left, max(room/2, room-right))
	after := min(right, room-before)
	if before < left {
		before--
	}
	if after < right {
		after--
	}
	from, to = first, last
	for from > 0 && before-cells[from-1].width >= 0 {
		from--
		before -= cells[from].width
	}
	for to < len(cells) && after-cells[to].width >= 0 {
		after -= cells[to].width
		to++
	}
	if from > 0 && !cells[from-1].space { // do not begin inside a word
		for i := from; i < first && i < from+20; i++ {
			if cells[i].space {
				from = i
				break
			}
		}
	}
	if to < len(cells) && !cells[to].space {
		for i := to - 1; i >= last && i > to-20; i-- {
			if cells[i].space {
				to = i
				break
			}
		}
	}
	return from, to
}

// layOut breaks cells into lines and draws the carets.
func layOut(cells []cell, width int) []excerptLine {
	var lines [][]cell
	for len(cells) > 0 {
		used, n, space := 0, 0, -1
		for n < len(cells) && (used+cells[n].width <= width || n == 0) {
			if cells[n].space {
				space = n
			}
			used += cells[n].width
			n++
		}
		if n < len(cells) && !cells[n].space && space > 0 {
			n = space + 1
		}
		lines = append(lines, cells[:n])
		cells = cells[n:]
		for len(lines) > 0 && len(cells) > 0 && cells[0].space {
			cells = cells[1:]
		}
	}
	if len(lines) > excerptLines { // the beginning and the end are what is looked for
		middle := []cell{omission}
		middle[0].marked = true
		lines = append(append(lines[:excerptLines-2:excerptLines-2], middle), lines[len(lines)-1])
	}
	var out []excerptLine
	for _, line := range lines {
		var text, under strings.Builder
		text.Grow(len(line))
		under.Grow(len(line))
		for i, c := range line {
			text.WriteString(c.text)
			sign := " "
			if c.marked && !(c.space && i == len(line)-1 && len(lines) > 1) {
				sign = "^"
			}
			under.WriteString(strings.Repeat(sign, c.width))
		}
		out = append(out, excerptLine{strings.TrimRight(text.String(), " "), strings.TrimRight(under.String(), " ")})
	}
	return out
}

// tail is the last n code points of s, head the first n.
func tail(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && s[i]&0xc0 == 0x80 {
			i--
		}
	}
	return s[i:]
}

func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
