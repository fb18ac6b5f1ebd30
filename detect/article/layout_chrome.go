package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findChrome marks the lines whose wording or shape says what they are.
func (l *layout) findChrome() {
	k := &l.room.key
	for i := range l.blocks {
		l.clock.Check()
		b := &l.blocks[i]
		if b.words > maxChromeWords || b.told && (b.kind != ListItem || b.words > 8) || b.reason != "" || l.titled && i == 0 {
			continue
		}
		b.reason = l.chromeReason(k, i)
		if b.reason == Membership && b.appeals {
			for j := i + 1; j < len(l.blocks) && j <= i+8; j++ {
				if !goesOnAppealing(l.blocks[j].text, l.blocks[j].words) {
					break
				}
				l.blocks[j].reason = Membership
			}
		}
	}
	gaps := l.gapsBetweenParagraphs()
	for i := range l.blocks {
		l.findCaption(i, gaps)
	}
}

func (l *layout) chromeReason(k *key, i int) Reason {
	b := &l.blocks[i]
	if onlyMarks(b.text) {
		return Share
	}
	opens, mayBeForm := mayOpen(b.text, b.words)
	if f, ok := chromeForm(k, b.text, b.words, mayBeForm); ok {
		b.opened = f.match != whole && f.match != section && f.reason != Consent
		switch f.match {
		case whole, section:
			if endsSentence(b.text) && b.words <= 2 && !strings.HasSuffix(b.text, ":") {
				return "" // "Live." is a sentence without a verb
			}
			b.weak = f.match == section
		case label:
			b.weak = true
		case appeal:
			b.appeals = true
		}
		return f.reason
	}
	if b.words <= 20 && opens&opensStamp != 0 {
		if s, ok := readStamp(b.text, b.words); ok {
			l.published(s, b.text)
			b.weak = !s.sure
			return Timestamp
		}
	}
	if isCopyright(b.text) {
		return Signoff
	}
	if opens&opensTranslationLine != 0 && isTranslationLine(b.text, b.words) {
		return BylineLine
	}
	signed := false
	if opens&opensByline != 0 {
		signed = isByline(b.text, b.words, false)
	} else {
		signed = endsByline(b.text, b.words)
	}
	if signed {
		l.byline(b.text)
		return BylineLine
	}
	if isDeskNote(b.text) || isEditorsNote(b.text) || isContact(b.text, b.words) {
		return Signoff
	}
	switch n := creditAtEnd(b.text); {
	case isCredit(b.text):
		return Credit
	case n > 0 && b.words <= 60:
		if n == len(b.text) {
			return Credit
		}
		return Caption
	}
	return ""
}

// findCaption marks a line that a credit right after it makes a caption: the
// same words with the credit glued to them, or a line without a full stop that
// the credit follows without a gap.
func (l *layout) findCaption(i int, gaps bool) {
	b := &l.blocks[i]
	if b.reason != "" || i+1 == len(l.blocks) {
		return
	}
	next := &l.blocks[i+1]
	switch {
	case next.reason == Caption && strings.HasPrefix(next.text, b.text):
		b.reason = Caption
	case next.reason == Credit && !next.gap && b.words <= 40 && (!b.prose || b.gap && gaps):
		if i > 0 || b.prose || b.words > 14 {
			b.reason = Caption
		}
	}
}

// gapsBetweenParagraphs reports whether blank lines separate the paragraphs.
func (l *layout) gapsBetweenParagraphs() bool {
	gaps, all := 0, 0
	for i := range l.blocks {
		if l.blocks[i].prose && l.blocks[i].reason == "" {
			all++
			gaps += btoi(l.blocks[i].gap)
		}
	}
	return all > 2 && gaps*10 > all*8
}

// onlyMarks reports whether a line is a rule such as "***" or "- - -", or the -30-
// at the end of a wire story.
func onlyMarks(s string) bool {
	if s == "-30-" {
		return true
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}
