package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadings are the encodings other than Windows-1252 that UTF-8 is read as
// by mistake, and how the first bytes of ’ and “, é and £ look in them. Macs
// make ‚Äô of ’, consoles ΓÇÖ and ÔÇÖ, Cyrillic systems вЂ™.
var misreadings = []struct {
	as    *charmap.Charmap
	leads string
}{
	{charmap.Macintosh, "‚√¬"},
	{charmap.CodePage437, "Γ├┬"},
	{charmap.CodePage850, "Ô├┬"},
	{charmap.Windows1251, "вГВ"},
	{charmap.Windows1250, "âĂ"},
}

// misread reads the character that was mangled into the beginning of s by one
// of the misreadings. It answers only where the damage is certain.
func misread(s string, before rune) (rune, int) {
	lead, size := utf8.DecodeRuneInString(s)
	if len(s) == size || s[size] < utf8.RuneSelf {
		return 0, 0
	}
	for _, m := range misreadings {
		if !strings.ContainsRune(m.leads, lead) {
			continue
		}
		for level := 2; level > 0; level-- {
			if r, n := unmangle(m.as, s, level); n > 0 && misreadFor(r, s[n:], before) {
				return r, n
			}
		}
	}
	return 0, 0
}

// misreadFor reports whether r is what a desk writes there: typographic marks
// anywhere, a sign that letters in a word do not follow, a letter within an
// English word.
func misreadFor(r rune, after string, before rune) bool {
	next, _ := utf8.DecodeRuneInString(after)
	latin := func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }
	switch {
	case r >= 0x2010 && r <= 0x2044 || r == '€' || r == '™':
		return true
	case r < 0xa0 || r > 0x17f:
		return false
	case unicode.IsLetter(r):
		return latin(before) || unicode.IsLower(next) && latin(next)
	}
	return !unicode.Is(unicode.Cyrillic, before) && !unicode.Is(unicode.Cyrillic, next)
}

// A swap is what happened to the marks of a whole text, which was written on one
// system and read as if it came from another, byte by byte. Its letters are
// letters of other languages too, so a text is taken for swapped only when an
// English contraction gives it away: "donÕt" and "don\u00edt".
type swap uint8

const (
	unknownSwap  swap = iota
	noSwap            //
	macAsWindows      // a Mac's bytes read as Windows-1252: ’ became Õ, “so” became ÒsoÓ
	windowsAsMac      // the other way round: ’ became í, “so” became ìsoî
)

// contractions give a swapped text away, X standing for the apostrophe.
var contractions = strings.Fields("donXt doesnXt didnXt isnXt wasnXt arenXt werenXt hasnXt havenXt hadnXt wonXt canXt couldnXt wouldnXt shouldnXt itXs thatXs heXs sheXs theyXre weXre youXre IXm IXve theyXve weXve youXll theyXll")

func (d *decoded) swapped() swap {
	if d.swap == unknownSwap {
		d.swap = noSwap
		for _, s := range []struct {
			as   swap
			mark string
		}{{macAsWindows, "Õ"}, {windowsAsMac, "í"}} {
			if !strings.Contains(d.text, s.mark) {
				continue
			}
			for _, c := range contractions {
				if containsWord(d.text, strings.Replace(c, "X", s.mark, 1)) {
					d.swap = s.as
				}
			}
		}
	}
	return d.swap
}

// containsWord reports whether no letter follows or stands before some place of
// word in s. Only the first few places are looked at.
func containsWord(s, word string) bool {
	for range 8 {
		i := strings.Index(s, word)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		s = s[i+len(word):]
	}
	return false
}

// swappedMarks are the letters that stand for marks, by the kind of swap.
var swappedMarks = map[swap]map[rune]rune{
	macAsWindows: {'Õ': '’', 'Ò': '“', 'Ó': '”', 'Ô': '‘', 'Ð': '–', 'Ñ': '—', 'É': '…', '\u017d': 'é'},
	windowsAsMac: {'í': '’', 'ì': '“', 'î': '”', 'ë': '‘', 'ñ': '–', 'ó': '—', 'Ö': '…', 'È': 'é'},
}

// unswap is the mark that the letter at the beginning of s stands for in a
// swapped text, 0 when it is a letter.
func (d *decoded) unswap(s string, before rune) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	mark := swappedMarks[d.swapped()][r]
	after, _ := utf8.DecodeRuneInString(s[n:])
	inWord, wordFollows := unicode.IsLetter(before) || unicode.IsDigit(before), n < len(s) && (unicode.IsLetter(after) || unicode.IsDigit(after))
	ok := false
	switch mark {
	case 0:
		return 0, 0
	case '’':
		ok = inWord && endsContraction(s[n:]) || inWord && !wordFollows
	case '“', '‘':
		ok = !inWord && wordFollows
	case '”', '…':
		ok = !wordFollows && before != ' ' && before != utf8.RuneError
	case 'é':
		ok = unicode.IsLower(before)
	case '–':
		ok = !inWord && !wordFollows || unicode.IsDigit(before) && unicode.IsDigit(after)
	default:
		ok = inWord == wordFollows && (!inWord || d.swapped() == macAsWindows)
	}
	if !ok {
		return 0, 0
	}
	return mark, n
}

// endsContraction reports whether s goes on as a word does behind its
// apostrophe.
func endsContraction(s string) bool {
	for _, end := range []string{"s", "t", "re", "ve", "ll", "d", "m"} {
		if rest, ok := strings.CutPrefix(s, end); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// controlMark is the mark of Windows-1252 that became the control character at
// the beginning of s where its bytes were taken for Latin-1's. U+0085 is a line
// break besides and has ended the line.
func controlMark(s string) (rune, int) {
	if len(s) < 2 || s[0] != 0xc2 || s[1] < 0x80 || s[1] > 0x9f {
		return 0, 0
	}
	r := charmap.Windows1252.DecodeByte(s[1])
	if r == utf8.RuneError || r < 0xa0 {
		return 0, 0
	}
	return r, 2
}
