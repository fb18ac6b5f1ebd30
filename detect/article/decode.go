package article

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// What Parse refuses.
var (
	ErrEmpty    = errors.New("empty: there is no text in it")
	ErrBinary   = errors.New("binary data, not text")
	ErrEncoding = errors.New("text in an encoding that calque does not read; save it as UTF-8")
)

// decoded is an input as UTF-8 text, before anything in it is mended, so that
// lines and columns counted in it are those of the input file.
type decoded struct {
	text    string
	bad     []badByte // what could not be decoded, in order
	repairs []Repair  // what concerns the input as a whole

	encoding string // what the bytes were, "" for UTF-8
	swap     swap   // what happened to all its marks

	hints      []hint // what the format says about the paragraphs
	structured bool   // there is no page around the article
	unwrapped  bool   // each line is a paragraph

	index *lineIndex // where several articles stand in the text
}

// A badByte is a U+FFFD of the decoded text that stands for a byte that could
// not be decoded.
type badByte struct {
	at  int
	was byte
}

// decode makes UTF-8 of the bytes of a file: UTF-8 and UTF-16 with and without
// a byte order mark, and Windows-1252, of which Latin-1 is a part.
func decode(raw []byte) (decoded, error) {
	if isBinaryFormat(string(raw[:min(len(raw), maxMagic)])) {
		return decoded{}, ErrBinary
	}
	var d decoded
	switch order, bom := utf16Order(raw); {
	case order != 0:
		d = decodeUTF16(raw[bom:], order == bigEndian)
		d.encoding = "UTF-16"
		if bom == 0 { // nothing says that it is UTF-16
			d.repairs = []Repair{{Problem: "utf-16", Mended: true}}
		}
	default:
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		switch {
		case utf8.Valid(raw):
			d.text = string(raw)
		case looksLikeWindows1252(raw):
			d = decodeWindows1252(raw)
		default:
			d = decodeBrokenUTF8(raw)
		}
	}
	return d.sound()
}

// decodeText is decode for what is at hand as a string: UTF-8, as nearly all is,
// is taken as it stands.
func decodeText(raw string) (decoded, error) {
	if mayBeUTF16(raw[:min(len(raw), 4096)]) || strings.HasPrefix(raw, "\ufeff") || isBinaryFormat(raw) || !utf8.ValidString(raw) {
		return decode([]byte(raw))
	}
	d := decoded{text: raw}
	return d.sound()
}

// sound is what has been decoded, unless it does not look like text.
func (d decoded) sound() (decoded, error) {
	controls, nuls := countControls(d.text)
	if controls > 2 && controls*20 > len(d.text) {
		return decoded{}, ErrBinary
	}
	if len(d.bad) > 2 && len(d.bad)*10 > len(d.text) {
		return decoded{}, ErrEncoding
	}
	if nuls {
		d.repairs = append(d.repairs, Repair{Problem: "nul", Mended: true})
	}
	return d, nil
}

// binaryMagic are the first bytes of files that are never text, although
// their beginning may look like it.
var binaryMagic = []string{
	"%PDF-", "\x89PNG", "\xff\xd8\xff", "GIF8", "PK\x03\x04", "\x1f\x8b", "\x7fELF", "BZh",
	"\x28\xb5\x2f\xfd", "Rar!", "7z\xbc\xaf", "\xd0\xcf\x11\xe0", "SQLite format 3\x00", "{\\rtf",
}

// maxMagic is no less than the length of the longest of them.
const maxMagic = 16

func isBinaryFormat(start string) bool {
	return slices.ContainsFunc(binaryMagic, func(magic string) bool { return strings.HasPrefix(start, magic) })
}

// countControls counts the control characters that no text file needs.
func countControls(s string) (n int, nuls bool) {
	for i := plainASCII(s, 0); i < len(s); i = plainASCII(s, i+1) {
		switch c := s[i]; {
		case c >= ' ' && c != 0x7f, c >= '\b' && c <= '\r', c == 0x1b, c == 0x1a:
		default:
			n++
			nuls = nuls || c == 0
		}
	}
	return n, nuls
}

const (
	littleEndian = 1 + iota
	bigEndian
)

// utf16Order is the byte order of UTF-16 text and the length of its mark; 0
// when the bytes are not UTF-16. Without a mark it shows in the zero bytes:
// news in English consists almost wholly of code points below 256.
func utf16Order(raw []byte) (order, bom int) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe, 0, 0}):
		return 0, 0 // UTF-32
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return littleEndian, 2
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return bigEndian, 2
	}
	sample := raw[:min(len(raw), 4096)&^1]
	if bytes.IndexByte(sample, 0) < 0 {
		return 0, 0
	}
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(sample) / 2
	switch {
	case zeros[1]*10 > pairs*7 && zeros[0]*20 < pairs:
		return littleEndian, 0
	case zeros[0]*10 > pairs*7 && zeros[1]*20 < pairs:
		return bigEndian, 0
	}
	return 0, 0
}

// mayBeUTF16 is false where utf16Order surely finds nothing.
func mayBeUTF16(start string) bool {
	return start != "" && (start[0] >= 0xfe || strings.IndexByte(start, 0) >= 0)
}

func decodeUTF16(raw []byte, big bool) decoded {
	unit := func(i int) rune {
		if i+1 >= len(raw) {
			return utf8.RuneError
		}
		if big {
			return rune(raw[i])<<8 | rune(raw[i+1])
		}
		return rune(raw[i+1])<<8 | rune(raw[i])
	}
	var d decoded
	out := make([]byte, 0, len(raw)/2+len(raw)/16)
	for i := 0; i < len(raw); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if r = utf16.DecodeRune(r, unit(i+2)); r != utf8.RuneError {
				i += 2
			}
		}
		if r == utf8.RuneError {
			d.bad = append(d.bad, badByte{len(out), raw[i]})
		}
		out = utf8.AppendRune(out, r)
	}
	d.text = string(out)
	return d
}

// looksLikeWindows1252 reports whether bytes that are not UTF-8 are the
// accented letters and typographic marks of Windows-1252 rather than damage:
// none of them undefined, hardly any that form UTF-8 sequences, and few enough
// for a language written in Latin letters.
func looksLikeWindows1252(raw []byte) bool {
	high, sequences := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r != utf8.RuneError || n > 1 {
			sequences++
			i += n
			continue
		}
		switch c := raw[i]; {
		case c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d: // undefined
			return false
		case i+1 == len(raw) && c >= 0xc2: // a file cut off inside a character
			return false
		}
		high++
		i++
	}
	return high > 4*sequences && high*4 < len(raw)
}

func decodeWindows1252(raw []byte) decoded {
	var out strings.Builder
	out.Grow(len(raw) + len(raw)/16)
	problem := "latin-1"
	for _, c := range raw {
		if c >= 0x80 && c < 0xa0 {
			problem = "windows-1252"
		}
		out.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return decoded{text: out.String(), repairs: []Repair{{Problem: problem, Mended: true}}, encoding: problem}
}

// decodeBrokenUTF8 puts U+FFFD for each byte that is not part of a character.
func decodeBrokenUTF8(raw []byte) decoded {
	var d decoded
	out := make([]byte, 0, len(raw)+16)
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			d.bad = append(d.bad, badByte{len(out), raw[0]})
			out = utf8.AppendRune(out, r)
		} else {
			out = append(out, raw[:n]...)
		}
		raw = raw[n:]
	}
	d.text = string(out)
	return d
}
