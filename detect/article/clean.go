package article

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// lookCloser marks the bytes at which clean text may end: white space that may
// need folding, control characters, and the first bytes of the characters
// that are folded, left out or may be mojibake.
var lookCloser = func() (t [256]bool) {
	for c := range ' ' + 1 {
		t[c] = true
	}
	for _, c := range []byte{0x7f, 0xc2, 0xc3, 0xc4, 0xc5, 0xce, 0xd0, 0xe2, 0xe3, 0xef} {
		t[c] = true
	}
	return t
}()

// clean appends the pieces of one line, text[start:end] of the decoded input,
// in which white space is one plain space, characters that nobody sees are
// left out and mojibake is mended. The line is trimmed already.
func (d *decoded) clean(pieces []Piece, start, end int) []Piece {
	s := d.text
	from, begin := start, len(pieces)
	for i := start + singleSpaced(s[start:end]); i < end; {
		if !lookCloser[s[i]] {
			i++
			continue
		}
		if n := whiteSpace(s[i:end]); n > 0 {
			if n > 1 || s[i] != ' ' {
				pieces = appendPiece(pieces, s[from:i], from)
				pieces = append(pieces, Piece{Text: " ", Input: i})
				from = i + n
			}
			i += n
			continue
		}
		if n := invisible(s[i:end]); n > 0 {
			if r, _ := controlMark(s[i:end]); r == 0 {
				pieces = appendPiece(pieces, s[from:i], from)
				i += n
				from = i
				continue
			}
		}
		mended, n, repair := d.damage(i, end, charBefore(pieces, s[from:i]))
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[i:])
			i += n
			i += singleSpaced(s[i:end])
			continue
		}
		pieces = appendPiece(pieces, s[from:i], from)
		if whiteSpace(mended) == len(mended) && mended != "" { // a mangled non-breaking space
			mended = " "
			if len(pieces) > 0 && strings.HasSuffix(pieces[len(pieces)-1].Text, " ") {
				mended = ""
			}
			n += whiteSpace(s[i+n : end])
			if i == start || i+n == end {
				mended = "" // around a line there is none
			}
		} else if invisible(mended) == len(mended) {
			mended = ""
		}
		if mended == "" && i+n == end {
			for len(pieces) > begin { // what stood before it is the end of the line now
				last := &pieces[len(pieces)-1]
				if last.Text = strings.TrimRight(last.Text, " "); last.Text != "" || last.Repair != nil {
					break
				}
				pieces = pieces[:len(pieces)-1]
			}
		}
		pieces = append(pieces, Piece{Text: mended, Input: i, Repair: repair})
		i += n
		from = i
	}
	if from < end {
		return appendPiece(pieces, s[from:end], from)
	}
	// The last piece is not as long as what stood in the input; an empty one
	// tells where the input goes on.
	return append(pieces, Piece{Input: end})
}

// charBefore is the last character of the text so far.
func charBefore(pieces []Piece, text string) rune {
	if text == "" && len(pieces) > 0 {
		text = pieces[len(pieces)-1].Text
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func appendPiece(pieces []Piece, text string, at int) []Piece {
	if text == "" {
		return pieces
	}
	return append(pieces, Piece{Text: text, Input: at})
}

// whiteSpace is the length of the white space at the beginning of s, breaks of
// lines excepted.
func whiteSpace(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t':
			n++
		case s[n] < 0xc2:
			return n
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += len("\u00a0")
		case len(s)-n >= 3 && isWideSpace(s[n:n+3]):
			n += 3
		default:
			return n
		}
	}
	return n
}

func isWideSpace(s string) bool {
	return s >= "\u2000" && s <= "\u200a" || s == "\u202f" || s == "\u205f" || s == "\u3000"
}

// invisible is the length of the character at the beginning of s when nobody
// can see it: control characters, soft hyphens, zero-width characters and
// marks of direction.
func invisible(s string) int {
	if s == "" {
		return 0
	}
	switch c := s[0]; {
	case c < ' ' && c != '\t' || c == 0x7f:
		return 1
	case c == 0xc2 && len(s) > 1 && (s[1] == 0xad || s[1] < 0xa0): // soft hyphen, C1 controls
		return 2
	case c == 0xe2 && len(s) > 2:
		switch t := s[:3]; {
		case t >= "\u200b" && t <= "\u200f", t >= "\u202a" && t <= "\u202e", t >= "\u2060" && t <= "\u2069":
			return 3
		}
	case c == 0xef && strings.HasPrefix(s, "\ufeff"):
		return 3
	}
	return 0
}

// damage says what stands for the damaged text at s[i:end]: its length is 0
// when there is no damage. The character before it helps to decide.
func (d *decoded) damage(i, end int, before rune) (mended string, n int, repair *Repair) {
	const replacement = "\ufffd"
	s := d.text[i:end]
	switch {
	case strings.HasPrefix(s, replacement):
		for n < len(s) && strings.HasPrefix(s[n:], replacement) {
			n += len(replacement)
		}
		problem, was := "replacement-character", s[:n]
		first := sort.Search(len(d.bad), func(k int) bool { return d.bad[k].at >= i })
		if first < len(d.bad) && d.bad[first].at < i+n {
			problem, was = "invalid-utf8", ""
			for k := first; k < len(d.bad) && d.bad[k].at < i+n; k++ {
				const hex = "0123456789ABCDEF"
				was += `\x` + string([]byte{hex[d.bad[k].was>>4], hex[d.bad[k].was&15]})
				if len(was) >= 40 {
					break
				}
			}
		}
		return s[:n], n, &Repair{Problem: problem, Was: firstRunes(was, 40)}
	case s[0] == 0xc2:
		if r, n := controlMark(s); n > 0 {
			return mojibake(s, r, n)
		}
	case s[0] == 0xc3 && len(s) > 1 && (len(s) > 2 && s[2] >= utf8.RuneSelf || s[1] == 0x82 || s[1] == 0x83):
		if r, n := mend(s, before); n > 0 {
			return mojibake(s, r, n)
		}
	}
	if r, n := misread(s, before); n > 0 {
		return mojibake(s, r, n)
	}
	if s[0] == 0xc3 || s[0] == 0xc5 {
		if r, n := d.unswap(s, before); n > 0 {
			return mojibake(s, r, n)
		}
	}
	return "", 0, nil
}

func mojibake(s string, r rune, n int) (string, int, *Repair) {
	return string(r), n, &Repair{Problem: "mojibake", Was: firstRunes(s[:n], 40), Mended: r != utf8.RuneError}
}

// firstRunes is s cut after n code points.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
