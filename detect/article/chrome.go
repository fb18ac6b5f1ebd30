package article

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Lines of a web page that are not the article. To teach calque another one,
// add it to chromeForms in chrome_forms.go, in the group with its reason and
// its language. What has a shape rather than a wording stands in byline.go,
// credit.go and timestamp.go.

// match says how much of a line a form must cover.
type match uint8

const (
	// whole: the line is these words and nothing else; counts, brackets,
	// arrows, colons and full stops around them do not matter ("12 Comments",
	// "Comments (12) »").
	whole match = iota
	// section: as whole, but only outside the prose, where the same words
	// could be a subheading.
	section
	// opens: the line begins with these words, whatever follows.
	opens
	// label: the line begins with these words and is not a sentence; only for
	// words with which a sentence of an article could begin as well.
	label
	// addressed: the line begins with these words and speaks to its reader.
	addressed
	// appeal: as opens, and the paragraphs after it that go on in the same
	// vein belong to it.
	appeal
)

// maxChromeWords is the length from which on a line is prose whatever it
// begins with.
const maxChromeWords = 70

type form struct {
	words  string // as a key has them
	reason Reason
	match  match
}

// onlyOpens reports whether a line goes on after the form.
func (f *form) onlyOpens() bool { return f.match != whole && f.match != section }

// A formTable holds the chrome forms by their first words.
type formTable struct {
	index map[string]int32 // of the first words, into lists
	lists [][]form
}

// of are the forms that begin with a word.
func (t *formTable) of(first []byte) (list []form, known bool) {
	i, known := t.index[string(first)]
	if !known {
		return nil, false
	}
	return t.lists[i], true
}

var forms = sync.OnceValue(makeForms)

func makeForms() *formTable {
	const room = 2500 // more forms than there are
	t := &formTable{index: make(map[string]int32, room/2)}
	all := make([]form, 0, room)
	first := make([]int32, 0, room)   // of each form, its first word
	sizes := make([]int32, 0, room/2) // by first word
	for _, g := range chromeForms {
		for words := range strings.SplitSeq(g.lines, "|") {
			word, _, _ := strings.Cut(words, " ")
			i, known := t.index[word]
			if !known {
				i = int32(len(sizes))
				t.index[word], sizes = i, append(sizes, 0)
			}
			all, first = append(all, form{words, g.reason, g.match}), append(first, i)
			sizes[i]++
		}
	}
	t.lists = make([][]form, len(sizes))
	left := make([]form, len(all))
	for i, n := range sizes {
		t.lists[i], left = left[:0:n], left[n:]
	}
	for k, i := range first {
		t.lists[i] = append(t.lists[i], all[k])
	}
	return t
}

// A key is a line as forms are compared with it: lower case, apostrophes
// straight, one space between words, no other marks than those inside words
// and colons.
type key struct{ buf []byte }

// of makes the key of a line, cut after 96 bytes: no form is longer. It is
// valid until the next call.
func (k *key) of(s string) []byte { return k.make(s, maxKey, false) }

const maxKey = 96

func (k *key) make(s string, limit int, oneWord bool) []byte {
	buf := k.buf[:0]
	space := false
	for i := 0; i < len(s) && i <= limit && !(oneWord && space && len(buf) > 0); {
		c, n := rune(keyBytes[s[i]]), 1
		switch c {
		case keySpace:
			space = true
			i++
			continue
		case keyOther:
			if c, n = utf8.DecodeRuneInString(s[i:]); c == '’' {
				c = '\''
			} else if unicode.IsLetter(c) || unicode.IsMark(c) {
				c = unicode.ToLower(c)
			} else if c != '©' {
				space = true
				i += n
				continue
			}
		case '-', '/', '&', '+':
			if space || len(buf) == 0 {
				i++
				continue
			}
		}
		if space && len(buf) > 0 && c != ':' {
			buf = append(buf, ' ')
		}
		space = c == ':'
		buf = utf8.AppendRune(buf, c)
		i += n
	}
	k.buf = buf
	return buf
}

const (
	keySpace = iota // separates words
	keyOther        // not ASCII
)

// keyBytes are the bytes of a key by those of a line.
var keyBytes = func() (t [256]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', strings.IndexByte("':-/&+", byte(c)) >= 0:
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case c >= utf8.RuneSelf:
			t[c] = keyOther
		}
	}
	return t
}()

// withoutCounts is a key without the numbers and colons around it.
func withoutCounts(k []byte) []byte {
	for len(k) > 0 && (k[0] >= '0' && k[0] <= '9' || k[0] == ' ') {
		k = k[1:]
	}
	for len(k) > 0 && (k[len(k)-1] >= '0' && k[len(k)-1] <= '9' || strings.IndexByte(" :-/", k[len(k)-1]) >= 0) {
		k = k[:len(k)-1]
	}
	return k
}

// chromeForm is the form that a line matches. Its first words may have told
// already that there is none.
func chromeForm(k *key, text string, words int, may bool) (form, bool) {
	if !may || words > maxChromeWords || opensQuotation(text) {
		return form{}, false
	}
	// Most lines are prose, which the first word tells already.
	start := k.make(text, maxKey, true)
	counted := len(start) > 0 && start[0] >= '0' && start[0] <= '9'
	if !counted {
		word, _, _ := bytes.Cut(start, []byte{' '})
		colon := len(word) > 0 && word[len(word)-1] == ':'
		list, known := forms().of(word)
		if !known && colon {
			_, known = forms().of(word[:len(word)-1])
		}
		if !known || words > maxWholeWords && !colon && !k.couldOpen(list, text) {
			return form{}, false
		}
	}
	full := k.of(text)
	bare := withoutCounts(full)
	if f, ok := matchForm(full, bare, text); ok {
		return f, true
	}
	if len(bare) != 0 && len(bare) != len(full) && bare[0] != full[0] {
		return matchForm(bare, bare, text)
	}
	return form{}, false
}

// maxWholeWords is more words than any form has that a line must be as a whole,
// with some counts beside them.
const maxWholeWords = 14

// couldOpen reports whether a line may begin like one of the forms with its
// first word, as the first of its letters tell. Most paragraphs begin with a
// word that some form begins with.
func (k *key) couldOpen(candidates []form, text string) bool {
	const looked = 12 // bytes
	line := k.make(text, 3*looked, false)
	for i := range candidates {
		if !candidates[i].onlyOpens() {
			continue
		}
		words := candidates[i].words
		n := min(len(words), looked, len(line))
		if string(line[:n]) == words[:n] {
			return true
		}
	}
	return false
}

func matchForm(full, bare []byte, text string) (form, bool) {
	end := 0
	for end < len(full) && full[end] != ' ' {
		end++
	}
	first := full[:end]
	list, _ := forms().of(first)
	if f, ok := matchForms(list, full, bare, text); ok {
		return f, true
	}
	if end > 1 && first[end-1] == ':' { // "Comments: 12" has the form "comments"
		list, _ = forms().of(first[:end-1])
		return matchForms(list, full, bare, text)
	}
	return form{}, false
}

func matchForms(candidates []form, full, bare []byte, text string) (form, bool) {
	for _, f := range candidates {
		switch f.match {
		case whole, section:
			if string(bare) == f.words || string(full) == f.words {
				return f, true
			}
		default:
			if !beginsWith(full, f.words) {
				continue
			}
			if f.match == label && len(full) > len(f.words) && endsSentence(text) ||
				f.match == addressed && !speaksToReader(full) {
				continue
			}
			return f, true
		}
	}
	return form{}, false
}

// beginsWith reports whether the key begins with whole words.
func beginsWith(k []byte, words string) bool {
	if len(k) < len(words) || string(k[:len(words)]) != words {
		return false
	}
	return len(k) == len(words) || k[len(words)] == ' ' || k[len(words)] == ':' || words[len(words)-1] == ':'
}

// speaksToReader reports whether the key holds "you" or "your", or the same in
// another language.
func speaksToReader(k []byte) bool {
	for word := range strings.FieldsSeq(string(k)) {
		switch word {
		case "you", "your", "you're", "you'll", "vous", "votre", "vos", "usted", "su", "tu", "sie", "ihre", "ihr", "ihren":
			return true
		}
	}
	return false
}

// opensQuotation reports whether a line begins with a quotation mark: words
// that somebody says are no chrome, whatever they are.
func opensQuotation(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf { // nearly always
		return s[0] == '"' || s[0] == '\''
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("“„«‘", r)
}

// appealWords are what appeals for money talk about.
var appealWords = map[string]bool{
	"support": true, "supporting": true, "supporters": true, "donate": true, "donation": true, "donations": true,
	"contribute": true, "contribution": true, "contributions": true, "subscribe": true, "subscriber": true,
	"subscribers": true, "subscription": true, "subscriptions": true, "member": true, "members": true,
	"membership": true, "journalism": true, "journalist": true, "journalists": true, "reporter": true,
	"reporters": true, "reporting": true, "newsroom": true, "paywall": true, "paywalls": true, "reader": true,
	"readers": true, "readership": true, "independent": true, "independence": true, "fund": true, "funded": true,
	"funding": true, "stories": true, "story": true, "facts": true, "coverage": true, "investigations": true,
	"advertisers": true, "nonprofit": true, "news": true, "developing": true, "messaging": true, "editorial": true,
	"trusted": true, "ad-free": true, "trust": true, "donors": true, "paper": true, "newspaper": true,
}

// goesOnAppealing reports whether a paragraph after an appeal's heading is
// still the appeal: it speaks of "us" or to "you", about journalism and money,
// and quotes nobody.
func goesOnAppealing(text string, words int) bool {
	if words > 120 || opensQuotation(text) || strings.ContainsAny(text, "“\"") {
		return false
	}
	we, about := 0, 0
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		word = strings.Trim(word, ".,;:!?()'’—–-")
		switch word {
		case "we", "our", "us", "you", "your", "we're", "we’re", "we've", "we’ve":
			we++
		}
		if appealWords[word] {
			about++
		}
	}
	return we >= 1 && about >= 2 || we >= 1 && about >= 1 && words <= 15
}
