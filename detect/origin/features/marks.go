package features

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// addMark appends a punctuation mark.
func (s *scanner) addMark(start int, m sign) {
	from := len(s.norms)
	s.norms = append(s.norms, marks[m]...)
	s.add(start, from, uint32(s.known.marks[m]), mark)
}

// mark reads a punctuation mark of n bytes, and what belongs to it.
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
		if !last.look.is(number|mark) && (s.known.symbols[last.symbol].traits&abbreviation != 0 || last.to-last.from == 1 && last.look.is(capital)) {
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
