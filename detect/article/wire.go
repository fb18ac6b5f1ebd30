package article

import "strings"

// Agencies and live blogs put notes for the desk and the time into the text itself:
// "UPDATE 2-" and "CORRECTED:" before a headline, "(Adds CEO comment)" under it,
// "10.42am" at the head of a paragraph.

// editorsNotes open the notes in brackets that say what is new in a version of a story.
var editorsNotes = wordSet(`adds updates corrects refiles recasts repeats rewrites removes fixes clarifies deletes drops inserts
	releads reorders changes restores trims edits`)

// isEditorsNote reports whether a line in brackets tells the desk what is new:
// "(Adds CEO comment, shares)".
func isEditorsNote(s string) bool {
	if !bracketed(s) {
		return false
	}
	first, rest, more := strings.Cut(s[1:len(s)-1], " ")
	return more && first != "" && first[0] >= 'A' && first[0] <= 'Z' && inSet(editorsNotes, first) && !strings.HasSuffix(rest, ".")
}

// slugs are the words before a headline that tell which version of a story it is, and
// how urgent.
var slugs = wordSet("update corrected correction refile rpt repeat wrapup writethru urgent bulletin updated recasts")

// mostSlugs is how many of them are looked for: no desk sets more, and looking at
// each takes as long as the rest of the headline is.
const mostSlugs = 4

// slugsEnd is the length of such words, each with its number and its mark, before the
// headline proper: "UPDATE 2-", "CORRECTED: ", "RPT-UPDATE 1-"; 0 where there is none.
func slugsEnd(headline string) int {
	rest := headline
	for range mostSlugs {
		end := strings.IndexAny(rest, " -:")
		if end <= 0 {
			break
		}
		if word := rest[:end]; !isUpperCase(word) || !inSet(slugs, word) {
			break
		}
		number := strings.TrimLeft(rest[end:], " 0123456789")
		after := strings.TrimLeft(number, dashSpace+":")
		if len(after) == len(number) || countWords(after) < 3 {
			break
		}
		rest = after
	}
	return len(headline) - len(rest)
}

// clockEnd is the length of the time at the head of a live blog's paragraph, with what
// parts it from the text: "10.42am Keir ...", "09:47 GMT - ScotRail ..."; 0 where none
// stands there, or nothing else.
func clockEnd(s string) int {
	n := digitsIn(s)
	if n == 0 || n > 2 || n+3 > len(s) || s[n] != '.' && s[n] != ':' || digitsIn(s[n+1:]) != 2 {
		return 0
	}
	if s[:n] > "23" && n == 2 || s[n+1] > '5' {
		return 0
	}
	rest := s[n+3:]
	zone, colon := false, s[n] == ':'
	for _, word := range []string{"am", "pm", "a.m.", "p.m.", "gmt", "bst", "utc", "cet", "et"} {
		after := strings.TrimLeft(rest, " ")
		if len(after) > len(word) && strings.EqualFold(after[:len(word)], word) && (after[len(word)]|0x20)-'a' >= 26 {
			rest, zone = after[len(word):], true
			break
		}
	}
	text := strings.TrimLeft(rest, dashSpace+":|")
	if len(text) == len(rest) || !zone && !colon || text == "" || (text[0] < 'A' || text[0] > 'Z') && !opensQuotation(text) {
		return 0
	}
	return len(s) - len(text)
}

// digitsIn is how many digits a string begins with.
func digitsIn(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' < 10 {
		n++
	}
	return n
}

// leastClocks is how many paragraphs of a live blog begin with a time: one may be a
// sentence about it.
const leastClocks = 3

// cutClocks cuts the times from the paragraphs of a live blog.
func (l *layout) cutClocks() {
	var clocks []int
	for i := range l.blocks {
		if b := &l.blocks[i]; b.reason == "" && b.kind == Body && clockEnd(b.text) > 0 {
			clocks = append(clocks, i)
		}
	}
	if len(clocks) < leastClocks {
		return
	}
	for _, i := range clocks {
		l.blocks[i].cutStart(clockEnd(l.blocks[i].text), Timestamp)
	}
}

// cutSlugs cuts what tells the version of the story from its headline. A mail's subject
// has lost it already.
func (l *layout) cutSlugs() {
	b := &l.blocks[l.head]
	if n := slugsEnd(b.text); n > 0 && b.lead == "" {
		b.cutStart(n, Signoff)
	}
}

// cutStart takes the first n bytes of the block's text away; they are dropped when
// the block becomes a part.
func (b *block) cutStart(n int, reason Reason) {
	rest := cutPieces(b.pieces, n)
	if len(rest) == 0 {
		return
	}
	b.lead, b.leadEnd = reason, rest[0].Input
	b.pieces, b.text = rest, b.text[n:]
}
