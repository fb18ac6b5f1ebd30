package features

import (
	"encoding/binary"
	"math/bits"
	"slices"
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
	from, to int32  // its word in the text's norms
	first    int32  // index of the first token of its sentence
	symbol   uint32 // index of its symbol in the lexicon
	kind     kind
	capital  bool // begins with an upper-case letter
	allCaps  bool // two upper-case letters or more and nothing else
	hyphen   bool // has an inner hyphen
}

// scan cuts a text into tokens grouped by sentence. Layout leaves no trace: a
// line break only ends a sentence, and lines that look like headings are left
// out as long as prose remains.
func (t *Text) scan(text string) {
	t.lines = splitLines(t.lines[:0], text)
	prose := 0
	for _, l := range t.lines {
		if !l.heading {
			prose += l.end - l.start
		}
	}
	s := scanner{
		text: text, known: known(),
		toks:  slices.Grow(t.tokens[:0], len(text)/5+8),
		norms: slices.Grow(t.norms[:0], len(text)+8),
	}
	for _, l := range t.lines {
		if !l.heading || prose*2 < len(text) {
			s.line(l.start, l.end)
		}
	}
	t.tokens, t.norms = s.toks, s.norms
}

type line struct {
	start, end int
	heading    bool
}

// headingWords is the number of words up to which a line without a final mark
// is taken for a heading, a caption or a list item.
const headingWords = 16

func splitLines(lines []line, text string) []line {
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if r := strings.IndexByte(text[at:at+end], '\r'); r >= 0 {
			end = r
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
	text  string
	toks  []token
	norms []byte
	first int // index of the first token of the sentence
	known *lexicon
}

// A shape says what a byte of ASCII is.
type shape uint8

const (
	other shape = iota
	joint       // a sign that may stand within a word
	lower
	upper
	digit
	beyond // part of a letter or sign beyond ASCII
)

var shapes = func() (s [256]shape) {
	for c := range s {
		switch {
		case 'a' <= c && c <= 'z':
			s[c] = lower
		case 'A' <= c && c <= 'Z':
			s[c] = upper
		case '0' <= c && c <= '9':
			s[c] = digit
		case c >= utf8.RuneSelf:
			s[c] = beyond
		case strings.ContainsRune("'`-.", rune(c)):
			s[c] = joint
		}
	}
	return s
}()

func (s *scanner) line(at, end int) {
	for at < end {
		switch c := s.text[at]; shapes[c] {
		case lower, upper:
			if next := s.letters(at); next > at {
				at = next
			} else {
				at = s.word(at, end)
			}
		case digit:
			at = s.number(at, end)
		case other, joint:
			if c == ' ' {
				at++
			} else {
				at = s.mark(at, 1, end, rune(c))
			}
		default:
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
	}
	s.endSentence()
}

func (s *scanner) endSentence() { s.first = len(s.toks) }

// add appends a token whose norm begins at from and ends where the norms end.
func (s *scanner) add(t token, from int) {
	t.from, t.to, t.first = int32(from), int32(len(s.norms)), int32(s.first)
	s.toks = append(s.toks, t)
}

// addWord appends a word with a key.
func (s *scanner) addWord(t token, from int, key uint64) {
	l := s.known
	t.symbol, _ = l.find(key)
	switch {
	case t.capital && !s.opening() && l.symbols[t.symbol].traits&function == 0:
		t.symbol = uint32(l.names[t.symbol]) + uint32(one(t.allCaps))
	case t.symbol == 0:
		t.symbol = l.unlisted(s.norms[from:], t.hyphen)
	}
	s.add(t, from)
}

// opening reports whether the next token is the first of its sentence but for
// a mark: a capital letter then does not make a name.
func (s *scanner) opening() bool {
	n := len(s.toks) - s.first
	return n == 0 || n == 1 && s.toks[s.first].kind == mark
}

// addMark appends a punctuation mark.
func (s *scanner) addMark(start int, m sign) {
	from := len(s.norms)
	s.norms = append(s.norms, marks[m]...)
	s.add(token{start: int32(start), kind: mark, symbol: uint32(s.known.marks[m])}, from)
}

// letters reads a word of nothing but letters of ASCII, eight at a time: nearly
// all words are such. It returns start where the word is, or may be, another.
func (s *scanner) letters(start int) int {
	const (
		all   = 0x0101010101010101
		highs = 0x80 * all
		cases = 0x20 * all // the bit by which small letters differ from capitals
	)
	from, at := len(s.norms), start
	key, capitals := uint64(0), 0
	for {
		x := eight(s.text, at)
		low := x | cases
		// The high bits of the bytes that are letters: they reach 'a', do not
		// pass 'z' and are of ASCII.
		is := (low&^highs + (0x80-'a')*all) &^ (low&^highs + (0x7f-'z')*all) &^ x & highs
		n := bits.TrailingZeros64(^is&highs) / 8 // eight if all are
		of := uint64(1)<<(8*n) - 1
		key = stir(key, low&of)
		if large := is &^ (x << 2) & of; large != 0 {
			capitals += bits.OnesCount64(large)
		}
		s.norms = binary.LittleEndian.AppendUint64(s.norms, low)[:len(s.norms)+n]
		if at += n; n < 8 {
			break
		}
	}
	if at < len(s.text) {
		if c := s.text[at]; shapes[c] != other && (c != '.' || at == start+1) {
			s.norms = s.norms[:from]
			return start
		}
	}
	capital := shapes[s.text[start]] == upper
	s.addWord(token{start: int32(start), kind: word, capital: capital, allCaps: capitals > 1 && capitals == at-start}, from, key)
	return at
}

// word reads letters with their inner apostrophes, hyphens and dots of
// initialisms, and splits off what English writes together: don't, it's.
func (s *scanner) word(start, end int) int {
	at, from := start, len(s.norms)
	t := token{start: int32(start), kind: word}
	small, apostrophe, dots, capitals := false, false, 0, 0
	for at < end {
		c := s.text[at]
		switch shapes[c] {
		case lower, digit:
			small = true
			s.norms = append(s.norms, c)
			at++
			continue
		case upper:
			if at == start {
				t.capital = true
			}
			capitals++
			s.norms = append(s.norms, c+'a'-'A')
			at++
			continue
		case joint, beyond:
			r, n := utf8.DecodeRuneInString(s.text[at:end])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				if unicode.IsUpper(r) {
					if at == start {
						t.capital = true
					}
					capitals++
				} else {
					small = true
				}
				s.norms = utf8.AppendRune(s.norms, unicode.ToLower(r))
				at += n
				continue
			}
			next, _ := utf8.DecodeRuneInString(s.text[min(at+n, end):end])
			if at+n >= end || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				break
			}
			switch {
			case r == '\'' || r == '’' || r == '`' || r == '´':
				apostrophe = true
				s.norms = append(s.norms, '\'')
			case r == '-' || r == '‐' || r == '‑':
				t.hyphen = true
				s.norms = utf8.AppendRune(s.norms, r)
			case r == '.' && at-start-2*dots == 1:
				dots++
			default:
				n = 0
			}
			if n > 0 {
				at += n
				continue
			}
		}
		break
	}
	t.allCaps = capitals > 1 && !small
	if dots > 0 {
		t.allCaps = true
		if at < end && s.text[at] == '.' {
			at++
		}
	}
	if apostrophe {
		s.addContraction(t, from)
	} else {
		s.addWord(t, from, keyOf(s.norms[from:]))
	}
	return at
}

// addContraction appends a word with an apostrophe and parts n't, 's, 're,
// 've, 'll, 'd and 'm from it.
func (s *scanner) addContraction(t token, from int) {
	w := string(s.norms[from:])
	head, clitic := splitClitic(w)
	s.norms = append(s.norms[:from], head...)
	s.addWord(t, from, keyOf(s.norms[from:]))
	if clitic != "" {
		from = len(s.norms)
		s.norms = append(s.norms, clitic...)
		s.addWord(token{start: t.start, kind: word}, from, keyOf(s.norms[from:]))
	}
}

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
	from := len(s.norms)
	s.norms = append(s.norms, s.text[start:at]...)
	s.add(token{start: int32(start), kind: number, symbol: uint32(s.known.shapes[numberShape(s.norms[from:])])}, from)
	return at
}

// A sign is an index of marks.
type sign uint8

// marks are the punctuation marks as the model knows them, whatever the
// typography; the first is none of them.
var marks = [...]string{"", ".", "...", "?", "!", "–", ",", ";", ":", "%", "$", "(", ")", `"`}

const (
	noSign sign = iota
	stop
	omission
	question
	exclamation
	dash
	comma
	semicolon
	colon
	percent
	currency
	opening
	closing
	quotation
)

func (s *scanner) mark(at, n, end int, r rune) int {
	var m sign
	switch r {
	case '.', '…', '?', '!':
		switch r {
		case '.':
			m = stop
		case '…':
			m = omission
		case '?':
			m = question
		case '!':
			m = exclamation
		}
		next := at + n
		for next < end && strings.IndexByte(".?!", s.text[next]) >= 0 {
			next++
		}
		if r == '.' && next-at > 1 {
			m = omission
		}
		if s.ends(next, end, r) {
			s.addMark(at, m)
			for next < end { // closing quotation marks and brackets belong to the sentence they close
				r, n := utf8.DecodeRuneInString(s.text[next:end])
				if !strings.ContainsRune("\"”’'»)]", r) {
					break
				}
				if q := plain(r); q != noSign {
					s.addMark(next, q)
				}
				next += n
			}
			s.endSentence()
			return next
		}
		if m == stop {
			return next // an abbreviation's
		}
		n = next - at
	case '-', '–', '—', '―', '−':
		for at+n < end && s.text[at+n] == '-' {
			n++
		}
		m = dash
	default:
		m = plain(r)
	}
	if m != noSign {
		s.addMark(at, m)
	}
	return at + n
}

// plain is the mark that a sign other than those that end sentences is to the
// model; noSign for what it does not look at.
func plain(r rune) sign {
	switch r {
	case ',':
		return comma
	case ';':
		return semicolon
	case ':':
		return colon
	case '%':
		return percent
	case '$', '£', '€':
		return currency
	case '(', '[':
		return opening
	case ')', ']':
		return closing
	case '"', '“', '”', '„', '«', '»', '‟', '〝', '〞', '「', '」':
		return quotation
	}
	return noSign
}

// ends reports whether a full stop, with what follows it at next, ends the
// sentence.
func (s *scanner) ends(next, end int, r rune) bool {
	if next >= end {
		return true
	}
	if len(s.toks) > s.first && r == '.' {
		last := &s.toks[len(s.toks)-1]
		if last.kind == word && (s.known.symbols[last.symbol].traits&abbreviation != 0 || last.to-last.from == 1 && last.capital) {
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

const abbreviations = `mr mrs ms dr prof sen rep gov gen col lt sgt capt maj cmdr adm rev st jr sr inc ltd corp co no nos vs etc jan feb mar apr jun jul aug sep sept oct nov dec mt ft fig approx dept est al eg ie`
