package reports

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// A jsonText is JSON as encoding/json writes it without escaping HTML, byte for
// byte: on one line or, as its SetIndent has it, indented by two blanks.
type jsonText struct {
	b        []byte
	indented bool
	depth    int
}

// open begins an object or a list.
func (t *jsonText) open(bracket byte) {
	t.b = append(t.b, bracket)
	t.depth++
}

// close ends one. Nothing stands in what is empty, no line break either.
func (t *jsonText) close(bracket byte) {
	t.depth--
	if last := t.b[len(t.b)-1]; last != '{' && last != '[' {
		t.newLine()
	}
	t.b = append(t.b, bracket)
}

func (t *jsonText) newLine() {
	if t.indented {
		t.b = append(t.b, '\n')
		for range t.depth {
			t.b = append(t.b, "  "...)
		}
	}
}

// next begins the next member of an object or a list. No value ends with a
// bracket that opens.
func (t *jsonText) next() {
	if last := t.b[len(t.b)-1]; last != '{' && last != '[' {
		t.b = append(t.b, ',')
	}
	t.newLine()
}

// key begins the next member of an object; no key needs escaping.
func (t *jsonText) key(name string) {
	t.next()
	t.b = append(t.b, '"')
	t.b = append(t.b, name...)
	t.b = append(t.b, `":`...)
	if t.indented {
		t.b = append(t.b, ' ')
	}
}

func (t *jsonText) text(name, s string) {
	t.key(name)
	t.b = appendQuoted(t.b, s)
}

func (t *jsonText) number(name string, n int) {
	t.key(name)
	t.b = strconv.AppendInt(t.b, int64(n), 10)
}

func (t *jsonText) decimal(name string, f float64) {
	t.key(name)
	t.b = appendDecimal(t.b, f)
}

func (t *jsonText) truth(name string, is bool) {
	t.key(name)
	t.b = strconv.AppendBool(t.b, is)
}

func (t *jsonText) null(name string) {
	t.key(name)
	t.b = append(t.b, "null"...)
}

func (t *jsonText) texts(name string, all []string) {
	if all == nil {
		t.null(name)
		return
	}
	t.key(name)
	t.open('[')
	for _, s := range all {
		t.next()
		t.b = appendQuoted(t.b, s)
	}
	t.close(']')
}

// objects writes a list of objects, given what writes the members of one.
func objects[T any](t *jsonText, name string, all []T, members func(*T)) {
	if all == nil {
		t.null(name)
		return
	}
	t.key(name)
	t.open('[')
	for i := range all {
		t.next()
		t.open('{')
		members(&all[i])
		t.close('}')
	}
	t.close(']')
}

// appendDecimal writes a number that has at most four decimals, as those of
// reports have, and any other as well.
func appendDecimal(b []byte, f float64) []byte {
	scaled := math.Round(f * 1e4)
	if scaled/1e4 != f || math.Abs(scaled) >= 1e15 || f == 0 {
		return appendFloat(b, f)
	}
	if scaled < 0 {
		b, scaled = append(b, '-'), -scaled
	}
	n := uint64(scaled)
	b = strconv.AppendUint(b, n/1e4, 10)
	if n %= 1e4; n > 0 {
		b = append(b, '.', byte('0'+n/1000), byte('0'+n/100%10), byte('0'+n/10%10), byte('0'+n%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}

// appendFloat writes a number as ECMAScript does, which has no number that is
// none: reports bring those to 0.
func appendFloat(b []byte, f float64) []byte {
	if size := math.Abs(f); size == 0 || size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64)
	}
	b = strconv.AppendFloat(b, f, 'e', -1, 64)
	if n := len(b); n > 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' { // e-09 is e-9
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

// appendQuoted writes a text in quotation marks. What is no UTF-8 becomes
// U+FFFD, and the line breaks of JavaScript that JSON has not are escaped.
func appendQuoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		if i += plainLength(s[i:]); i == len(s) {
			break
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			if r, n = utf8.DecodeRuneInString(s[i:]); !(r == utf8.RuneError && n == 1) && r != '\u2028' && r != '\u2029' {
				i += n
				continue
			}
		}
		b = append(b, s[from:i]...)
		switch r {
		case '"', '\\':
			b = append(b, '\\', byte(r))
		case '\b':
			b = append(b, `\b`...)
		case '\f':
			b = append(b, `\f`...)
		case '\n':
			b = append(b, `\n`...)
		case '\r':
			b = append(b, `\r`...)
		case '\t':
			b = append(b, `\t`...)
		default:
			b = append(b, '\\', 'u', hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += n
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// plainLength is how many bytes of ASCII at the beginning stand for themselves in
// JSON. It looks at eight at a time as long as all do.
func plainLength(s string) int {
	const ones = 0x0101010101010101
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 | uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		quote, backslash := x^ones*'"', x^ones*'\\'
		// The top bit of a byte is set by what is above ASCII, or borrowed by what
		// is below the blank, or by what is 0 after the difference was taken.
		if (x|(x-ones*' ')|(quote-ones)|(backslash-ones))&(ones<<7) != 0 {
			break
		}
	}
	for i < len(s) && s[i] >= ' ' && s[i] < utf8.RuneSelf && s[i] != '"' && s[i] != '\\' {
		i++
	}
	return i
}
