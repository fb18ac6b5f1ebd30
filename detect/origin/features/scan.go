package features

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/internal/room"
)

// A look says how a token is written. One that is neither a number nor a mark
// is a word.
type look uint32

const (
	number  look = 1 << iota
	mark         // punctuation that English prose uses to structure a sentence
	capital      // begins with an upper-case letter
	allCaps      // two upper-case letters or more and nothing else
	hyphen       // has an inner hyphen
)

func (l look) is(any look) bool { return l&any != 0 }

// A token is a word, a clitic, a number or a punctuation mark. It does not
// come from package article: what the model has learned must not change when
// the article's tokens do.
type token struct {
	start    int32  // byte offset in the text
	from, to int32  // its word in the text's norms
	first    int32  // index of the first token of its sentence
	symbol   uint32 // index of its symbol in the lexicon
	look     look
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
	t.known = known()
	s := scanner{
		text: text, known: t.known,
		toks:  room.For(t.tokens, len(text)/5+8)[:0],
		norms: room.For(t.norms, len(text)+8)[:0],
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
// It writes the fields where they belong: a token put together elsewhere would
// be copied before the processor is done with its parts.
func (s *scanner) add(start, from int, symbol uint32, l look) {
	n := len(s.toks)
	if n == cap(s.toks) {
		s.toks = slices.Grow(s.toks, n+1)
	}
	s.toks = s.toks[:n+1]
	t := &s.toks[n]
	t.start, t.from, t.to, t.first = int32(start), int32(from), int32(len(s.norms)), int32(s.first)
	t.symbol, t.look = symbol, l
}

// addWord appends a word with a key.
func (s *scanner) addWord(start, from int, key uint64, l look) {
	symbol, _ := s.known.find(key)
	switch {
	case l.is(capital) && !s.opening() && s.known.symbols[symbol].traits&function == 0:
		symbol = uint32(s.known.names[symbol]) + uint32(one(l.is(allCaps)))
	case symbol == 0:
		symbol = s.known.unlisted(s.norms[from:], l.is(hyphen))
	}
	s.add(start, from, symbol, l)
}

// opening reports whether the next token is the first of its sentence but for
// a mark: a capital letter then does not make a name.
func (s *scanner) opening() bool {
	n := len(s.toks) - s.first
	return n == 0 || n == 1 && s.toks[s.first].look.is(mark)
}

func lookOf(large, all, hyphened bool) look {
	l := look(0)
	if large {
		l |= capital
	}
	if all {
		l |= allCaps
	}
	if hyphened {
		l |= hyphen
	}
	return l
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
	l := look(0)
	if capitals > 0 {
		l = lookOf(shapes[s.text[start]] == upper, capitals > 1 && capitals == at-start, false)
	}
	s.addWord(start, from, key, l)
	return at
}

// word reads letters with their inner apostrophes, hyphens and dots of
// initialisms, and splits off what English writes together: don't, it's.
func (s *scanner) word(start, end int) int {
	at, from := start, len(s.norms)
	small, apostrophe, hyphened, large, dots, capitals := false, false, false, false, 0, 0
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
				large = true
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
						large = true
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
				hyphened = true
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
	if dots > 0 && at < end && s.text[at] == '.' {
		at++
	}
	l := lookOf(large, dots > 0 || capitals > 1 && !small, hyphened)
	if apostrophe {
		s.addContraction(start, from, l)
	} else {
		s.addWord(start, from, keyOf(s.norms[from:]), l)
	}
	return at
}

// addContraction appends a word with an apostrophe and parts n't, 's, 're,
// 've, 'll, 'd and 'm from it.
func (s *scanner) addContraction(start, from int, l look) {
	w := string(s.norms[from:])
	head, clitic := splitClitic(w)
	s.norms = append(s.norms[:from], head...)
	s.addWord(start, from, keyOf(s.norms[from:]), l)
	if clitic != "" {
		from = len(s.norms)
		s.norms = append(s.norms, clitic...)
		s.addWord(start, from, keyOf(s.norms[from:]), 0)
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
	s.add(start, from, uint32(s.known.shapes[numberShape(s.norms[from:])]), number)
	return at
}
