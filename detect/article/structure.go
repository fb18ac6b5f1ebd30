package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readHead tells what stands between the headline and the prose: standfirst,
// byline, captions, lists of highlights.
func (l *layout) readHead() {
	if l.head < 0 {
		return
	}
	l.blocks[l.head].kind = Headline
	standfirst, chrome := false, false
	for i := l.head + 1; i < l.first; i++ {
		b := &l.blocks[i]
		switch {
		case b.told && b.reason == "":
		case b.reason == Credit && newsAgency(b.text) && i+1 < len(l.blocks) && l.blocks[i-1].reason != Caption:
			b.reason, chrome = BylineLine, true
			l.byline(b.text)
			if l.Publisher == "" {
				l.Publisher = b.text
			}
		case b.reason != "":
			chrome = chrome || b.reason != Share
		case strings.HasPrefix(b.mark, "#"):
			b.kind = Subheading
		case b.mark != "":
			b.kind = markedKind(b.mark)
		case isByline(b.text, b.words, true) && l.besideByline(i):
			b.reason = BylineLine
			l.byline(b.text)
			chrome = true
		case isCredit(b.text):
			b.reason = Credit
		case startsWithStamp(b.text, b.words):
			b.reason, chrome = Timestamp, true
			l.published(findStamp(b.text), b.text)
		case isDateline(b.text, b.words):
			b.reason = DatelineAt
			l.Dateline = strings.TrimRight(b.text, dashSpace+"_")
		case chrome && standfirst && b.words >= 4 && !l.headingFollows(i):
			b.reason = Caption // of the picture or the video at the top
		case b.words >= 5:
			b.kind = Standfirst
			standfirst = true
		case i+1 < len(l.blocks) && l.blocks[i+1].reason == "":
			b.kind = Subheading
		}
	}
}

// headingFollows reports whether the line after a block is no prose either, as
// in a list of highlights.
func (l *layout) headingFollows(i int) bool {
	if i+1 < len(l.blocks) && l.blocks[i+1].reason == "" && !l.blocks[i+1].prose {
		return true
	}
	return l.blocks[i-1].reason == "" && l.blocks[i-1].kind == Standfirst
}

// besideByline reports whether a bare name stands where a byline does: between
// headline or standfirst and what is not prose, or alone before the prose.
func (l *layout) besideByline(i int) bool {
	if i+1 < len(l.blocks) {
		if next := l.blocks[i+1]; next.reason != "" || next.prose {
			return true
		}
	}
	before := l.blocks[i-1].reason
	return before == Timestamp || before == BylineLine || before == Comments || before == Share
}

// readStandfirst finds out whether the first paragraphs of prose are a summary
// under the headline rather than the beginning of the story: a byline, a time
// or a dateline that follows tells, or that the story begins afresh with the
// words of the headline.
func (l *layout) readStandfirst() {
	if l.head < 0 || l.head > l.first {
		return
	}
	i := l.first
	if i+2 >= len(l.blocks) || l.blocks[i].words > 50 || strings.Count(l.blocks[i].text, ". ") > 1 {
		return
	}
	for j := i + 1; j < min(i+5, len(l.blocks)); j++ {
		switch b := &l.blocks[j]; {
		case b.reason == Timestamp && !b.weak || b.reason == BylineLine && !contributed(b.text):
			if l.wordsAfter(j) > l.blocks[i].words {
				l.blocks[i].kind = Standfirst
			}
			return
		case b.reason != "" || !b.prose:
			if b.reason == "" && isByline(b.text, b.words, true) && l.wordsAfter(j) > 40 {
				b.reason = BylineLine
				l.byline(b.text)
				l.blocks[i].kind = Standfirst
				return
			}
			continue
		default:
			if b.words < 5 {
				continue
			}
			headline := contentWords(l.blocks[l.head].text)
			n, _, _ := cutDateline(b.text)
			m, _, _ := cutDateline(l.blocks[i].text)
			again := overlap(headline, b.text)
			if n > 0 && m == 0 || again >= 3 && again > 2*overlap(headline, l.blocks[i].text) && l.blocks[i].words <= 35 {
				l.blocks[i].kind = Standfirst
			}
			return
		}
	}
}

func (l *layout) wordsAfter(i int) int {
	n := 0
	for _, b := range l.blocks[i+1:] {
		if b.reason == "" {
			n += b.words
		}
	}
	return n
}

// contentWords are the longer words of a headline, sorted, each once.
func contentWords(s string) []string {
	words := make([]string, 0, 16)
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		if word = trimMarks(word); len(word) > 3 {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// overlap counts the sorted words that stand in a text.
func overlap(words []string, s string) int {
	initials := uint32(0) // the letters that the words begin with
	for _, word := range words {
		initials |= initial(word)
	}
	n := 0
	var few [32]bool
	counted := append(few[:0], make([]bool, len(words))...)
	for word := range strings.FieldsSeq(s) {
		if (word[0]|0x20)-'a' < 26 && initials&initial(word) == 0 {
			continue
		}
		word = trimMarks(strings.ToLower(word))
		word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
		if i, ok := slices.BinarySearch(words, word); ok && !counted[i] {
			counted[i] = true
			n++
		}
	}
	return n
}

// trimMarks is a word without the marks around it.
func trimMarks(word string) string {
	if (word[0]|0x20)-'a' < 26 && (word[len(word)-1]|0x20)-'a' < 26 {
		return word
	}
	return strings.Trim(word, ".,;:!?()'’‘“”\"—–-")
}

// initial is a bit for the first letter of a word, regardless of case; none
// where that is not ASCII.
func initial(word string) uint32 {
	if c := (word[0] | 0x20) - 'a'; c < 26 {
		return 1 << c
	}
	return 0
}

// readBody tells headings, lists and block quotes between the prose from
// lines of chrome that only their place gives away.
func (l *layout) readBody() {
	for i := l.first; i < l.last; i++ {
		b := &l.blocks[i]
		if b.weak && !b.prose && (b.reason == Share || b.reason == Timestamp && findStamp(b.text).hour < 0) {
			b.reason = "" // a section's name or a bare date is a subheading here
		}
		switch {
		case b.reason == Link && isLinkHeading(b):
			i = l.readLinks(i+1) - 1
		case b.reason != "" || b.kind != Body:
		case strings.HasPrefix(b.mark, "#"):
			b.kind = Subheading
		case b.mark != "" && l.isListItem(i):
			b.kind = markedKind(b.mark)
		case !b.prose && l.isSubheading(i):
			b.kind = Subheading
		}
	}
}

// isLinkHeading reports whether a line announces links that follow, such as
// "Related articles".
func isLinkHeading(b *block) bool { return b.words <= 5 && !b.opened }

// readLinks removes the titles under a heading such as "Related articles" and
// returns where they end.
func (l *layout) readLinks(from int) int {
	to := from
	for to < len(l.blocks) && !l.opensSection(to) && (l.blocks[to].reason != "" && !l.blocks[to].prose || !l.blocks[to].prose && l.blocks[to].words <= 20) {
		to++
	}
	if to == from+1 && l.blocks[from].words <= 4 {
		return from // a subheading that happens to follow
	}
	for i := from; i < to; i++ {
		if l.blocks[i].reason == "" {
			l.blocks[i].reason = Link
		}
	}
	return to
}

// opensSection reports whether a block is a heading by the format's word, with
// prose right below it.
func (l *layout) opensSection(i int) bool {
	b := &l.blocks[i]
	return b.told && b.kind == Subheading && b.reason == "" && i+1 < len(l.blocks) && l.blocks[i+1].prose && l.blocks[i+1].reason == ""
}

// markedKind is the kind of a part by the mark before it.
func markedKind(mark string) Kind {
	if mark[0] == '>' {
		return BlockQuote
	}
	return ListItem
}

// isListItem reports whether another item stands beside a line with a bullet
// or a number. A single dash opens direct speech in many languages.
func (l *layout) isListItem(i int) bool {
	b := &l.blocks[i]
	if r, _ := utf8.DecodeRuneInString(b.mark); strings.ContainsRune("•·▪●■◦‣►▶✓✔*>", r) {
		return true
	}
	return i > 0 && l.blocks[i-1].mark != "" && l.blocks[i-1].reason == "" ||
		i+1 < len(l.blocks) && l.blocks[i+1].mark != "" && l.blocks[i+1].reason == ""
}

// isSubheading reports whether a line without a full stop is short and has
// prose under it.
func (l *layout) isSubheading(i int) bool {
	b := &l.blocks[i]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(b.text, "\"“‘«'"))
	if b.words > 12 || endsSentence(b.text) || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	if strings.HasSuffix(b.text, ",") || strings.HasSuffix(b.text, "—") || strings.HasSuffix(b.text, "-") {
		return false
	}
	for j := i + 1; j < len(l.blocks); j++ {
		if next := &l.blocks[j]; next.reason == "" {
			return next.prose || next.mark != ""
		}
	}
	return false
}

// readTail tells what stands after the last paragraph of prose. In the tail of
// a page, with several lines of chrome or a heading over links, titles and
// names are chrome too.
func (l *layout) readTail() {
	if l.first == len(l.blocks) {
		return
	}
	chrome := l.page || l.chromeIn(l.last, len(l.blocks)) > 3
	contact := false // under "Media contact:"
	for i := l.last; i < len(l.blocks); i++ {
		b := &l.blocks[i]
		switch {
		case b.reason != "":
			chrome = chrome || b.reason == Link && isLinkHeading(b)
			contact = b.reason == Signoff && announcesContact(b.text, b.words)
		case contact && !b.prose && b.words <= 8: // a name, an address, a number
			b.reason = Signoff
		case b.prose:
		case b.mark != "" && !chrome:
			if l.isListItem(i) {
				b.kind = markedKind(b.mark)
			}
		case isByline(b.text, b.words, true) && (chrome || i+1 == len(l.blocks) && b.words <= 3 && !isUpperCase(b.text)):
			b.reason = BylineLine
			l.byline(b.text)
		case isOutlet(b.text, b.words):
			b.reason = Masthead
			if l.Publisher == "" {
				l.Publisher = b.text
			}
		case chrome && b.words >= 4:
			b.reason = Link
		case chrome:
			b.reason = Share
		case l.isSubheading(i):
			b.kind = Subheading
		}
	}
}

// finish cuts the dateline and what else is glued to the prose, and makes the
// parts of the draft.
func (l *layout) finish() {
	if l.head >= 0 {
		l.cutTitle()
		l.cutSlugs()
	}
	bodies := 0
	l.Parts = slices.Grow(l.room.parts[:0], len(l.blocks))
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.reason == Consent && l.Publisher == "" {
			l.Publisher = notifier(b.text)
		}
		if b.reason != "" {
			if isTranslationLine(b.text, b.words) {
				l.declare(DeclaredLine, b.text)
			}
			if b.reason == Signoff && l.Status == "" {
				if until := embargo(b.text); until != "" {
					l.setStatus("", until)
				}
			}
			l.drop(b.reason, b.start, b.end)
			continue
		}
		if b.mark != "" && b.kind != ListItem && b.kind != BlockQuote && !strings.HasPrefix(b.mark, "#") {
			b.pieces = append(l.in.clean(nil, b.start, b.start+len(b.mark)), b.pieces...)
			b.text = joinPieces(b.pieces)
		}
		if b.kind == Body && b.prose {
			if bodies++; bodies <= 2 && l.Dateline == "" {
				l.cutDateline(b)
			}
		}
		if b.lead != "" {
			l.drop(b.lead, b.start, b.leadEnd)
		}
		l.Parts = append(l.Parts, Part{b.kind, b.pieces})
		l.dropTail(b)
	}
	l.room.parts = l.Parts
	if l.head >= 0 {
		l.Title = l.blocks[l.head].text
	}
}

// drop records text of the input as removed before the next part.
func (l *layout) drop(reason Reason, start, end int) {
	l.Dropped = append(l.Dropped, DroppedRun{reason, l.in.text[start:end], len(l.Parts), start})
}

// notifier is the outlet in "notifications from The Valmora Post".
func notifier(text string) string {
	_, name, _ := strings.Cut(text, "notifications from ")
	name = strings.TrimRight(name, ".! ")
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) || countWords(name) > 6 {
		return ""
	}
	return name
}

// lastIndex is strings.LastIndex of a separator, which looks for its first byte
// that is no blank: most lines do not hold it.
func lastIndex(s, sep string) int {
	rare := btoi(sep[0] == ' ')
	if strings.IndexByte(s, sep[rare]) < 0 {
		return -1
	}
	for i := len(s); ; {
		if i = strings.LastIndexByte(s[:i], sep[rare]); i < rare {
			return -1
		}
		if strings.HasPrefix(s[i-rare:], sep) {
			return i - rare
		}
	}
}

// cutTitle cuts the outlet's name from a headline that was a page's title:
// "Storm hits coast | The Valmora Post".
func (l *layout) cutTitle() {
	b := &l.blocks[l.head]
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		i := lastIndex(b.text, sep)
		if i < 0 || countWords(b.text[:i]) < 3 {
			continue
		}
		name := b.text[i+len(sep):]
		if isOutlet(name, countWords(name)) || agencies[name] && sep != " – " && sep != " — " {
			if l.Publisher == "" {
				l.Publisher = name
			}
			b.cutEnd(len(strings.TrimRight(b.text[:i], " ")))
			return
		}
	}
}

// cutDateline cuts the dateline from the first paragraph.
func (l *layout) cutDateline(b *block) {
	n, dateline, agency := cutDateline(b.text)
	if n == 0 {
		return
	}
	l.Dateline = dateline
	if l.Publisher == "" {
		l.Publisher = agency
	}
	rest := cutPieces(b.pieces, n)
	l.drop(DatelineAt, b.start, rest[0].Input)
	b.pieces = rest
	b.text = b.text[n:]
}

// cutPieces are the pieces without the first n bytes of their text.
func cutPieces(pieces []Piece, n int) []Piece {
	for len(pieces) > 0 && n >= len(pieces[0].Text) {
		n -= len(pieces[0].Text)
		pieces = pieces[1:]
	}
	if n == 0 || len(pieces) == 0 {
		return pieces
	}
	rest := append([]Piece(nil), pieces...)
	rest[0].Text, rest[0].Input = rest[0].Text[n:], rest[0].Input+n
	return rest
}

// cutEnd keeps the first n bytes of the block's text; what is cut is dropped
// as the outlet's name when the block has become a part.
func (b *block) cutEnd(n int) {
	rest := cutPieces(b.pieces, n)
	b.cutAt = b.end
	if len(rest) > 0 {
		b.cutAt = rest[0].Input
	}
	kept, length := []Piece(nil), 0
	for _, p := range b.pieces {
		if length+len(p.Text) > n {
			p.Text = p.Text[:n-length]
		}
		length += len(p.Text)
		kept = append(kept, p)
		if length == n {
			break
		}
	}
	b.pieces, b.text = kept, b.text[:n]
}

// dropTail records what cutEnd cut.
func (l *layout) dropTail(b *block) {
	if b.cutAt > 0 {
		l.drop(Masthead, b.cutAt, b.end)
	}
}
