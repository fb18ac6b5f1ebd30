package features

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind says what a token is made of.
type kind uint8

const (
	word kind = iota
	number
	mark // punctuation that English prose uses to structure a sentence
)

// A token is a word, a clitic, a number or a punctuation mark. It does not
// come from package article: what the model has learned must not change when
// the article's tokens do.
type token struct {
	start    int32  // byte offset in the text
	norm     string // lower case, typography made plain
	kind     kind
	capital  bool // begins with an upper-case letter
	allCaps  bool // two upper-case letters or more and nothing else
	hyphen   bool // has an inner hyphen
	sentence int32
}

// scan cuts a text into tokens grouped by sentence. Layout leaves no trace: a
// line break only ends a sentence, and lines that look like headings are left
// out as long as prose remains.
func scan(text string) []token {
	lines := splitLines(text)
	prose := 0
	for _, l := range lines {
		if !l.heading {
			prose += l.end - l.start
		}
	}
	s := scanner{text: text, toks: make([]token, 0, len(text)/5+8)}
	for _, l := range lines {
		if !l.heading || prose*2 < len(text) {
			s.line(l.start, l.end)
		}
	}
	return s.toks
}

type line struct {
	start, end int
	heading    bool
}

// headingWords is the number of words up to which a line without a final mark
// is taken for a heading, a caption or a list item.
const headingWords = 16

func splitLines(text string) []line {
	var lines []line
	for at := 0; at < len(text); {
		end := strings.IndexAny(text[at:], "\r\n")
		if end < 0 {
			end = len(text) - at
		}
		l := line{start: at, end: at + end}
		body := strings.TrimSpace(text[l.start:l.end])
		if body != "" {
			last, _ := utf8.DecodeLastRuneInString(body)
			l.heading = !strings.ContainsRune(".!?…\"”’'»:;,)", last) && spaces(body, headingWords) < headingWords
			lines = append(lines, l)
		}
		at += end + 1
	}
	return lines
}

// spaces counts the spaces in s, up to limit.
func spaces(s string, limit int) int {
	n := 0
	for i := 0; i < len(s) && n < limit; i++ {
		if s[i] == ' ' {
			n++
		}
	}
	return n
}

type scanner struct {
	text     string
	toks     []token
	sentence int32
	first    int // index of the first token of the sentence
}

func (s *scanner) line(at, end int) {
	for at < end {
		r, n := utf8.DecodeRuneInString(s.text[at:end])
		switch {
		case unicode.IsLetter(r):
			at = s.word(at, end)
		case unicode.IsDigit(r):
			at = s.number(at, end)
		default:
			at = s.mark(at, n, end, r)
		}
	}
	s.endSentence()
}

func (s *scanner) endSentence() {
	if len(s.toks) > s.first {
		s.sentence++
		s.first = len(s.toks)
	}
}

func (s *scanner) add(t token) {
	t.sentence = s.sentence
	s.toks = append(s.toks, t)
}

// word reads letters with their inner apostrophes, hyphens and dots of
// initialisms, and splits off what English writes together: don't, it's.
func (s *scanner) word(start, end int) int {
	at, lower, hyphen, apostrophe, dots := start, false, false, false, 0
	upper := 0
	for at < end {
		r, n := utf8.DecodeRuneInString(s.text[at:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if unicode.IsUpper(r) {
				upper++
			} else {
				lower = true
			}
			at += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s.text[min(at+n, end):end])
		inner := at+n < end && (unicode.IsLetter(next) || unicode.IsDigit(next))
		switch {
		case (r == '\'' || r == '’' || r == '`' || r == '´') && inner:
			apostrophe = true
		case (r == '-' || r == '‐' || r == '‑') && inner:
			hyphen = true
		case r == '.' && inner && at-start-2*dots == 1:
			dots++
		default:
			inner = false
		}
		if !inner {
			break
		}
		at += n
	}
	raw := s.text[start:at]
	r, _ := utf8.DecodeRuneInString(raw)
	t := token{
		start: int32(start), norm: strings.ToLower(raw), kind: word,
		capital: unicode.IsUpper(r), allCaps: upper > 1 && !lower, hyphen: hyphen,
	}
	if dots > 0 {
		t.norm = strings.ReplaceAll(t.norm, ".", "")
		t.allCaps = true
		if at < end && s.text[at] == '.' {
			at++
		}
	}
	if !apostrophe {
		s.add(t)
		return at
	}
	for _, other := range []string{"’", "`", "´"} {
		t.norm = strings.ReplaceAll(t.norm, other, "'")
	}
	head, clitic := splitClitic(t.norm)
	t.norm = head
	s.add(t)
	if clitic != "" {
		s.add(token{start: int32(start), norm: clitic, kind: word})
	}
	return at
}

// splitClitic separates n't, 's, 're, 've, 'll, 'd and 'm.
func splitClitic(w string) (head, clitic string) {
	switch w {
	case "can't":
		return "can", "n't"
	case "won't":
		return "will", "n't"
	case "shan't":
		return "shall", "n't"
	}
	if h, ok := strings.CutSuffix(w, "n't"); ok {
		return h, "n't"
	}
	if i := strings.LastIndexByte(w, '\''); i > 0 {
		switch w[i:] {
		case "'s", "'re", "'ve", "'ll", "'d", "'m":
			return w[:i], w[i:]
		}
	}
	return w, ""
}

func (s *scanner) number(start, end int) int {
	at := start
	for at < end {
		r, n := utf8.DecodeRuneInString(s.text[at:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			at += n
			continue
		}
		if (r == '.' || r == ',' || r == '-' || r == ':' || r == '/') && at+n < end && s.text[at+n] >= '0' && s.text[at+n] <= '9' {
			at += n
			continue
		}
		break
	}
	s.add(token{start: int32(start), norm: s.text[start:at], kind: number})
	return at
}

func (s *scanner) mark(at, n, end int, r rune) int {
	var norm string
	switch r {
	case '.', '…', '?', '!':
		norm = string(r)
		if r == '…' {
			norm = "..."
		}
		next := at + n
		for next < end && strings.IndexByte(".?!", s.text[next]) >= 0 {
			next++
		}
		if r == '.' && next-at > 1 {
			norm = "..."
		}
		if s.ends(next, end, r) {
			s.add(token{start: int32(at), norm: norm, kind: mark})
			for next < end { // closing quotation marks and brackets belong to the sentence they close
				r, n := utf8.DecodeRuneInString(s.text[next:end])
				if !strings.ContainsRune("\"”’'»)]", r) {
					break
				}
				if q := plain(r); q != "" {
					s.add(token{start: int32(next), norm: q, kind: mark})
				}
				next += n
			}
			s.endSentence()
			return next
		}
		if norm == "." {
			return next // an abbreviation's
		}
		n = next - at
	case '-', '–', '—', '―', '−':
		for at+n < end && s.text[at+n] == '-' {
			n++
		}
		norm = "–"
	default:
		norm = plain(r)
	}
	if norm != "" {
		s.add(token{start: int32(at), norm: norm, kind: mark})
	}
	return at + n
}

// plain is the mark as the model knows it, whatever the typography; empty for
// what it does not look at.
func plain(r rune) string {
	switch r {
	case ',', ';', ':', '%', '$':
		return string(r)
	case '(', '[':
		return "("
	case ')', ']':
		return ")"
	case '"', '“', '”', '„', '«', '»', '‟', '〝', '〞', '「', '」':
		return `"`
	case '£', '€':
		return "$"
	}
	return ""
}

// ends reports whether a full stop, with what follows it at next, ends the
// sentence.
func (s *scanner) ends(next, end int, r rune) bool {
	if next >= end {
		return true
	}
	if len(s.toks) > s.first && r == '.' {
		last := s.toks[len(s.toks)-1]
		if last.kind == word && (abbreviations[last.norm] || len(last.norm) == 1 && last.capital) {
			return false
		}
	}
	rest := s.text[next:end]
	trimmed := strings.TrimLeft(rest, "\"”’'»)] \u00a0")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false // nothing between the mark and the next word
	}
	first, _ := utf8.DecodeRuneInString(trimmed)
	return !unicode.IsLower(first)
}

var abbreviations = set(`mr mrs ms dr prof sen rep gov gen col lt sgt capt maj cmdr adm rev st jr sr inc ltd corp co no nos vs etc jan feb mar apr jun jul aug sep sept oct nov dec mt ft fig approx dept est al eg ie`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
