package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A layout is the work of telling the parts of a plain-text article from each
// other and from what is not the article. It goes from what is certain to what
// depends on it: lines of chrome that their wording or shape gives away; then
// the head (what stands before the first paragraph of prose) with the
// headline; then the standfirst; then headings and lists between the prose;
// then what stands after the last prose. What nothing speaks against is prose.
type layout struct {
	in      *decoded
	blocks  []block
	first   int // index of the first block of prose; len(blocks) when there is none
	last    int // index after the last block of prose
	head    int // index of the headline, -1 when there is none
	subject int // index of a mail's subject, -1 when there is none
	*Draft
	page    bool // the input is the dump of a whole page, with menus
	titled  bool // the first block is the headline
	updated bool // Draft.Published is the time of an update
}

// layout fills in the draft. What the draft knows already stays; titled says
// that the first line is known to be the headline.
func (in *decoded) layout(d *Draft, titled bool) {
	if d.room == nil {
		d.room = rooms.Get().(*room)
	}
	l := layout{in: in, blocks: in.blocks(d.room, d.clock), head: -1, subject: -1, Draft: d, titled: titled}
	l.readMail()
	l.findChrome()
	l.findProse()
	l.findRepeated()
	l.findHeadline()
	l.takeSubject()
	l.readHead()
	l.readStandfirst()
	l.readBody()
	l.readTail()
	l.readHeadings()
	l.cutClocks()
	l.finish()
}

// published takes in when the article was published; an update counts only
// where nothing else is said, and a bare time of day says nothing.
func (l *layout) published(s stamp, text string) {
	if l.Published != "" && (s.updated || !l.updated) {
		return
	}
	when, ok := s.rfc3339()
	if !ok && s.day == 0 && s.month == 0 && s.year == 0 && !s.labelled && !s.ambiguous {
		return // a clock in a live blog
	}
	if !ok {
		when = text
	}
	l.Published, l.updated = when, s.updated
}

// byline takes in who wrote the article, and when where the line says that
// too.
func (l *layout) byline(text string) {
	if l.Byline == "" {
		l.Byline = text
	}
	if s := findStamp(text); s.year > 0 && s.month > 0 && s.day > 0 && l.Published == "" {
		l.published(s, text)
	}
}

// findProse finds where the prose begins and ends.
func (l *layout) findProse() {
	from, to := l.findMain()
	l.first, l.last = len(l.blocks), 0
	for i := from; i < to; i++ {
		b := &l.blocks[i]
		if b.reason != "" || !b.prose || l.titled && i == 0 {
			continue
		}
		if b.mark != "" {
			if l.first < i {
				l.last = i + 1
			}
			continue
		}
		if l.first == len(l.blocks) {
			if couldBeHeadline(b) && l.proseAfter(i) {
				continue // a headline that asks or exclaims
			}
			if l.isStoppedHeadline(i) {
				continue
			}
			l.first = i
		}
		l.last = i + 1
	}
	if l.page = to < len(l.blocks) || from > 0; !l.page || l.first == len(l.blocks) {
		return
	}
	for i := range l.blocks {
		if b := &l.blocks[i]; (i < from || i >= to) && b.reason == "" && b.prose {
			b.reason = Link // a teaser of something else
		}
	}
}

// menuLines is how many lines in a row that are no prose make a menu.
const menuLines = 12

// findMain finds the article in the dump of a whole page, where menus and
// lists of links stand between it and the prose of other things. Where nothing
// of the kind is seen, it is everything.
func (l *layout) findMain() (from, to int) {
	type segment struct{ from, to, words, paragraphs int }
	var few [4]segment
	segments := few[:0]
	if l.in.structured {
		return 0, len(l.blocks)
	}
	current := segment{}
	menu, words := 0, 0
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.mark == "" && (b.reason != "" && b.words <= 12 || !b.prose && b.words <= 8) {
			menu++
			words += b.words
			continue
		}
		if menu >= menuLines && words < 5*menu {
			if current.words > 0 {
				segments = append(segments, current)
			}
			current = segment{from: i - menu}
		}
		menu, words = 0, 0
		current.to = i + 1
		if b.prose && b.reason == "" {
			current.words += b.words
			current.paragraphs++
		}
	}
	if menu < menuLines {
		current.to = len(l.blocks)
	}
	if segments = append(segments, current); len(segments) == 1 {
		return 0, len(l.blocks)
	}
	best := segments[0]
	for _, s := range segments {
		if s.words > best.words {
			best = s
		}
	}
	for _, s := range segments {
		if s.words*3 > best.words || s.words > 60 && s.paragraphs > 1 { // could be part of the article
			best.from, best.to = min(best.from, s.from), max(best.to, s.to)
		}
	}
	return best.from, best.to
}

// proseAfter reports whether a paragraph that ends with a full stop follows
// before long.
func (l *layout) proseAfter(i int) bool {
	for j := i + 1; j < len(l.blocks); j++ {
		if b := &l.blocks[j]; b.reason == "" && b.prose {
			return b.words > l.blocks[i].words
		}
	}
	return false
}

// couldBeHeadline reports whether the block has the form of a headline. A full
// stop speaks against it.
func couldBeHeadline(b *block) bool {
	if b.words > 30 || strings.IndexFunc(b.text, unicode.IsLetter) < 0 {
		return false
	}
	if !endsSentence(b.text) {
		return true
	}
	if strings.Contains(b.text, ". ") || b.words > 20 {
		return false
	}
	if abbreviated(b.text) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.text, "\"”’'»)"))
	return last == '?' || last == '!' || last == '…'
}

// isStoppedHeadline reports whether the first line that is kept is a headline
// although it ends in a full stop: a byline or a time stands right under it, or
// the first paragraph tells it again at length.
func (l *layout) isStoppedHeadline(i int) bool {
	b := &l.blocks[i]
	if b.words > 14 || b.words < 2 || i+1 >= len(l.blocks) || b.told || opensQuotation(b.text) || !l.proseAfter(i) {
		return false
	}
	for j := range i {
		if l.blocks[j].reason == "" {
			return false
		}
	}
	next := &l.blocks[i+1]
	if next.reason == BylineLine && !contributed(next.text) || next.reason == Timestamp && !next.weak ||
		next.reason == "" && !next.prose && next.mark == "" && i+2 < len(l.blocks) && isByline(next.text, next.words, true) {
		return true
	}
	if next.reason != "" || !next.prose || next.words < 2*b.words {
		return false
	}
	words := contentWords(b.text)
	return len(words) >= 2 && 2*overlap(words, next.text) > len(words)
}

// abbreviated reports whether the full stop at the end of s belongs to an
// abbreviation such as "U.S." or "Inc.".
func abbreviated(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(word, ".") > 1 && len(word) <= 6 && !strings.Contains(word, "..") ||
		word == "Inc." || word == "Corp." || word == "Co." || word == "Ltd." || word == "Jr."
}

// findHeadline chooses the headline among the lines of the head.
func (l *layout) findHeadline() {
	if l.titled {
		l.head = 0
		return
	}
	var candidates []int
	for i := range l.first {
		b := &l.blocks[i]
		if b.told && b.kind != Subheading {
			continue
		}
		if b.weak && (b.reason == Link || b.reason == Membership || b.reason == Signoff || b.reason == BylineLine) && b.words > 4 {
			b.reason = ""
		}
		if b.reason != "" {
			continue
		}
		if !couldBeHeadline(b) && !l.isStoppedHeadline(i) || b.mark != "" && b.mark[0] == '>' {
			if !l.page {
				break // the article has begun
			}
			continue
		}
		if strings.HasPrefix(b.mark, "#") {
			if len(candidates) == 0 {
				candidates = append(candidates, i)
			}
			break
		}
		if b.mark != "" && len(candidates) > 0 {
			continue // items of a list below the headline
		}
		if isOutlet(b.text, b.words) && i+1 < len(l.blocks) {
			b.reason = Masthead
			if l.Publisher == "" {
				l.Publisher = b.text
			}
			continue
		}
		candidates = append(candidates, i)
	}
	if len(candidates) == 0 && l.first > 0 {
		// No other line can be the headline, so one that begins like chrome
		// ("Source: ...", "In pictures: ...") is.
		if b := &l.blocks[0]; b.opened && b.words >= 5 && couldBeHeadline(b) {
			b.reason = ""
			candidates = append(candidates, 0)
		}
	}
	if len(candidates) == 0 || l.first == len(l.blocks) && len(l.kept()) < 2 {
		return
	}
	l.head = candidates[0]
	if len(candidates) > 1 && l.isMasthead(candidates) {
		b := &l.blocks[candidates[0]]
		b.reason = Masthead
		if l.Publisher == "" {
			l.Publisher = b.text
		}
		candidates = candidates[1:]
		l.head = candidates[0]
	}
	if len(candidates) > 5 && (l.page || l.chromeIn(0, l.first) > 2) {
		l.head = l.bestOf(candidates[max(0, len(candidates)-2*menuLines):])
	} else if len(candidates) > 1 && len(candidates) <= 3 && l.blocks[l.head].words <= 2 && l.blocks[candidates[1]].words > 3 {
		l.head = candidates[1] // after a kicker such as "Housing crisis"
	}
	for i := range l.head {
		if b := &l.blocks[i]; b.reason == "" {
			b.reason = Share
			if b.words > 4 {
				b.reason = Link
			}
		}
	}
}

// isMasthead reports whether the first candidate for the headline is a name
// ("The Sports Meridian") over another line that has a standfirst, a byline or
// a time under it, as a headline has.
func (l *layout) isMasthead(candidates []int) bool {
	b, next := &l.blocks[candidates[0]], candidates[1]
	if !strings.HasPrefix(b.text, "The ") || b.words > 4 || !namesOnly(b.text, 4, false) || l.blocks[next].words < 5 || next+1 >= len(l.blocks) {
		return false
	}
	below := &l.blocks[next+1]
	return below.reason == BylineLine || below.reason == Timestamp || below.reason == "" && !below.prose && below.words >= 5
}

// kept are the indices of the blocks that nothing speaks against.
func (l *layout) kept() []int {
	var kept []int
	for i := range l.blocks {
		if l.blocks[i].reason == "" {
			kept = append(kept, i)
		}
	}
	return kept
}

// chromeIn counts the lines of chrome from one block to another.
func (l *layout) chromeIn(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if b := &l.blocks[i]; b.reason != "" && b.reason != Repeated && !onlyMarks(b.text) {
			n++
		}
	}
	return n
}

// bestOf chooses the headline of a page that begins with many short lines: the
// one that is long enough, stands before a byline, a time or prose, and shares
// words with the first paragraphs.
func (l *layout) bestOf(candidates []int) int {
	var lead strings.Builder
	for i := l.first; i < min(l.first+3, len(l.blocks)); i++ {
		lead.WriteString(l.blocks[i].text)
		lead.WriteByte(' ')
	}
	best, most := candidates[0], -1
	for _, i := range candidates {
		b := &l.blocks[i]
		points := 2 * min(3, overlap(contentWords(b.text), lead.String()))
		if b.words >= 4 && b.words <= 25 {
			points += 2
		}
		for j := i + 1; j < min(i+4, len(l.blocks)); j++ {
			if next := &l.blocks[j]; next.reason == BylineLine || next.reason == Timestamp || next.prose {
				points += 2
				break
			}
		}
		if points > most {
			best, most = i, points
		}
	}
	return best
}

// findRepeated marks what stands in the input again, word for word.
func (l *layout) findRepeated() {
	seen := map[string]bool{}
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.reason != "" || b.words < 4 {
			continue
		}
		again := false
		if len(l.blocks) > fewBlocks {
			again = seen[b.text]
			seen[b.text] = true
		} else { // comparing costs less than a map
			for j := range i {
				if c := &l.blocks[j]; len(c.text) == len(b.text) && c.words >= 4 && c.reason == "" && c.text == b.text {
					again = true
					break
				}
			}
		}
		// Short sentences come back in dialogues.
		if again && (!b.prose || b.words >= 8) {
			b.reason = Repeated
		}
	}
}

// fewBlocks is up to how many blocks each is compared with all before it.
const fewBlocks = 40
