package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is one line of the decoded input that is not blank.
type line struct {
	start, end int  // without the white space around it
	indent     int  // bytes of white space before it
	gap        bool // a blank line stands before it
}

// breaksLine marks the first bytes of what ends a line: LF, VT, FF, CR, NEL
// (C2 85), and U+2028 and U+2029 (E2 80 A8, A9).
var breaksLine = [256]bool{'\n': true, '\v': true, '\f': true, '\r': true, 0xc2: true, 0xe2: true}

// splitLines appends the lines of a text.
func splitLines(lines []line, s string) []line {
	gap := false
	add := func(from, to int) {
		start := from + leadingSpace(s[from:to])
		if start == to {
			gap = true
			return
		}
		lines = append(lines, line{start, start + trimmedLen(s[start:to]), start - from, gap})
		gap = false
	}
	from := 0
	for i := nextBreak(s, 0); i < len(s); i = nextBreak(s, i+1) {
		n := 1
		switch s[i] {
		case '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				n = 2
			}
		case 0xc2:
			// After a letter above ASCII it is one half of mojibake.
			if !strings.HasPrefix(s[i:], "\u0085") || i > 0 && s[i-1] >= utf8.RuneSelf {
				continue
			}
			n = 2
		case 0xe2:
			if !strings.HasPrefix(s[i:], "\u2028") && !strings.HasPrefix(s[i:], "\u2029") {
				continue
			}
			n = 3
		}
		add(from, i)
		i += n - 1
		from = i + 1
	}
	add(from, len(s))
	return lines
}

// leadingSpace is the length of the white space and the invisible characters
// at the beginning of s.
func leadingSpace(s string) int {
	if s != "" && s[0]-'!' < 0x7f-'!' {
		return 0 // nearly always
	}
	i := 0
	for i < len(s) {
		n := whiteSpace(s[i:])
		if n == 0 {
			n = invisible(s[i:])
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// trimmedLen is the length of s without the white space and the invisible
// characters at its end.
func trimmedLen(s string) int {
	if s != "" && s[len(s)-1]-'!' < 0x7f-'!' {
		return len(s) // nearly always
	}
	for s != "" {
		_, n := utf8.DecodeLastRuneInString(s)
		if last := s[len(s)-n:]; whiteSpace(last) == 0 && invisible(last) == 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return len(s)
}

// The widths in code points at which people wrap lines by hand or programs do.
const (
	minWrapWidth = 40
	maxWrapWidth = 100
	wrapSlack    = 8
)

// wrapWidth is the width at which the lines of a text are wrapped, 0 when each
// line is a paragraph: wrapped lines end where the next word had no room.
func wrapWidth(s string, lines []line) int {
	width, long := 0, 0
	alone := 0 // the longest paragraph on one line
	for i := range lines {
		if n := lines[i].end - lines[i].start; n > maxWrapWidth && (n > 4*maxWrapWidth || runeStarts(s[lines[i].start:lines[i].end]) > maxWrapWidth) {
			if long++; n > 4*maxWrapWidth || long > 1 && long*20 > len(lines) {
				return 0 // paragraphs on lines of their own
			}
			continue
		}
		if i+1 == len(lines) || lines[i+1].gap {
			if (i == 0 || lines[i].gap) && endsSentence(s[lines[i].start:lines[i].end]) {
				alone = max(alone, runeStarts(s[lines[i].start:lines[i].end]))
			}
			continue
		}
		width = max(width, runeStarts(s[lines[i].start:lines[i].end])+lines[i].indent)
	}
	if width < minWrapWidth || width > maxWrapWidth || alone > width+wrapSlack {
		return 0
	}
	full, all := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].gap {
			continue
		}
		all++
		if goesOn(s, lines[i], lines[i+1], width) {
			full++
		}
	}
	if full < 2 || full*10 < all*6 {
		return 0
	}
	return width
}

// goesOn reports whether the line was wrapped before the first word of next.
func goesOn(s string, l, next line, width int) bool {
	word := s[next.start:next.end]
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return runeStarts(s[l.start:l.end])+l.indent+1+runeStarts(word) > width-wrapSlack
}

// A block is what stands on one line, or on several that were wrapped: a
// paragraph, a heading or a line of chrome.
type block struct {
	pieces  []Piece
	text    string // of the pieces
	start   int    // byte offset in the decoded input
	end     int
	gap     bool   // a blank line stands before it
	mark    string // the bullet, number, "#" or ">" before it
	words   int
	prose   bool   // reads like a sentence or more
	kind    Kind   // when it stays
	reason  Reason // when it is removed
	weak    bool   // the reason holds only outside the prose
	opened  bool   // the reason is a form that the line only begins with
	appeals bool   // begins an appeal for money
	lead    Reason // why its beginning was cut, "" when it was not
	leadEnd int    // offset in the input at which what was cut ends
	cutAt   int    // offset in the input from which on it is cut, 0 when it is not
	told    bool   // the format says what it is
	mail    bool   // a field of a mail's header
}

// blocks joins the lines to blocks.
func (d *decoded) blocks(room *room, c *Clock) []block {
	s := d.text
	lines := splitLines(room.lines[:0], s)
	room.lines = lines
	header := 0 // lines of a mail's header
	if !d.structured && len(lines) > 0 {
		header = mailHeader(s, lines)
	}
	width := 0
	if !d.unwrapped {
		width = wrapWidth(s, lines[header:])
	}
	blocks := slices.Grow(room.blocks[:0], len(lines))
	pool := slices.Grow(room.pieces[:0], len(lines)+len(lines)/4) // one backing array for most pieces
	goesOn := func(next int) bool {                               // in a mail's header only lines that are indented do
		return next < header && lines[next].indent > 0 || next > header && d.continues(lines[next-1], lines[next], width)
	}
	for i := 0; i < len(lines); i++ {
		c.Check()
		l := lines[i]
		b := block{start: l.start, gap: l.gap || i == 0, mail: i < header}
		b.mark = lineMark(s[l.start:l.end])
		first := len(pool)
		pool = d.clean(pool, l.start+len(b.mark), l.end)
		for i+1 < len(lines) && !lines[i+1].gap && goesOn(i+1) {
			from := lines[i].end
			i++
			start := lines[i].start
			if m := lineMark(s[start:lines[i].end]); b.mark != "" && m == b.mark {
				start += len(m) // a wrapped block quote bears its mark on each line
			}
			if !brokenWord(s[:from]) {
				pool = append(pool, Piece{Text: " ", Input: from})
			}
			pool = d.clean(pool, start, lines[i].end)
		}
		b.pieces = pool[first:len(pool):len(pool)]
		b.end = lines[i].end
		b.text = joinPieces(b.pieces)
		b.measure()
		blocks = append(blocks, b)
	}
	d.takeHints(blocks)
	room.blocks, room.pieces = blocks, pool
	return blocks
}

// takeHints notes what the format says about the blocks.
func (d *decoded) takeHints(blocks []block) {
	h := -1
	for i := range blocks {
		b := &blocks[i]
		for h+1 < len(d.hints) && d.hints[h+1].at <= b.start {
			h++
		}
		if h >= 0 {
			b.kind, b.reason = d.hints[h].kind, d.hints[h].reason
			b.told = b.kind != Body || b.reason != ""
		}
	}
}

// continues reports whether next goes on with the paragraph of l. Where lines
// are not wrapped, a line may still end in the middle of a sentence: at a link,
// for example.
func (d *decoded) continues(l, next line, width int) bool {
	text := d.text[next.start:next.end]
	if width == 0 {
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsLower(r) && !strings.HasPrefix(text, "by ") &&
			l.end-l.start > 40 && !endsSentence(d.text[l.start:l.end]) && countWords(d.text[l.start:l.end]) >= 8
	}
	if mark := lineMark(text); mark != "" {
		return mark[0] == '>' && lineMark(d.text[l.start:l.end]) == mark && goesOn(d.text, l, next, width)
	}
	if next.indent > l.indent+1 && lineMark(d.text[l.start:l.end]) == "" {
		return false // an indented line begins a paragraph
	}
	if goesOn(d.text, l, next, width) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) && !endsSentence(d.text[l.start:l.end])
}

// brokenWord reports whether a line ends inside a compound such as
// "well-/known".
func brokenWord(s string) bool {
	if !strings.HasSuffix(s, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return unicode.IsLetter(r)
}

func joinPieces(pieces []Piece) string {
	if len(pieces) == 1 {
		return pieces[0].Text
	}
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// measure counts words and tells sentences from headings and labels.
func (b *block) measure() {
	b.words = countWords(b.text)
	b.prose = endsSentence(b.text) && b.words >= 4 || b.words > 30
}

// endsSentence reports whether s ends with a mark that ends a sentence or
// announces what follows, quotation marks and brackets after it not counted.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '”', '’', '\'', '»', '“', ')', ']', '*', ' ':
			s = s[:len(s)-n]
			continue
		case '.', '!', '?', '…', ':', ';', '。':
			return true
		}
		return false
	}
	return false
}

// lineMark is the bullet, number, heading mark or quotation mark of mail that
// stands before a line, with the white space after it.
func lineMark(s string) string {
	n := 0
	switch c := s[0]; {
	case c == '#':
		for n < len(s) && n < 6 && s[n] == '#' {
			n++
		}
	case c == '>' || c == '*' || c == '-':
		n = 1
	case c >= '0' && c <= '9':
		for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == len(s) || s[n] != '.' && s[n] != ')' {
			return ""
		}
		n++
	case c >= utf8.RuneSelf:
		for _, bullet := range []string{"•", "·", "▪", "●", "■", "◦", "‣", "–", "►", "▶", "✓", "✔"} {
			if strings.HasPrefix(s, bullet) {
				n = len(bullet)
			}
		}
	}
	if n == 0 {
		return ""
	}
	space := leadingSpace(s[n:])
	if space == 0 && s[0] != '>' && !strings.HasPrefix(s, "•") || n+space == len(s) {
		return ""
	}
	return s[:n+space]
}
