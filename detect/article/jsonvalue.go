package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A jsonValue is a value inside a JSON text that is known to be valid. It is
// no more than a place, so that a string in it knows where it stands; the zero
// value stands for a value that is not there.
type jsonValue struct {
	in         string
	start, end int
}

// parseJSON checks a JSON text and is its value.
func parseJSON(in string) (jsonValue, error) {
	start := skipJSONSpace(in, 0)
	end := jsonEnd(in, start, 0)
	if end < 0 || skipJSONSpace(in, end) < len(in) {
		var value json.RawMessage
		return jsonValue{}, jsonError(in, json.Unmarshal([]byte(in), &value))
	}
	return jsonValue{in, start, end}, nil
}

// jsonError says in which line a JSON text of several goes wrong.
func jsonError(in string, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		before := in[:max(0, min(int(syntax.Offset), len(in)))]
		if line := strings.Count(before, "\n") + 1; line > 1 {
			return fmt.Errorf("%w (line %d)", err, line)
		}
	}
	return err
}

// kind is the first character of the value: { [ " t f n or that of a number.
func (v jsonValue) kind() byte {
	if v.start == v.end {
		return 0
	}
	return v.in[v.start]
}

// members are the names and values of an object.
func (v jsonValue) members() iter.Seq2[string, jsonValue] {
	return func(yield func(string, jsonValue) bool) {
		if v.kind() != '{' {
			return
		}
		for i := skipJSONSpace(v.in, v.start+1); v.in[i] == '"'; {
			end := skipJSON(v.in, i)
			name := jsonValue{v.in, i, end}.plainText()
			i = skipJSONSpace(v.in, skipJSONSpace(v.in, end)+1) // after the colon
			end = skipJSON(v.in, i)
			if !yield(name, jsonValue{v.in, i, end}) {
				return
			}
			if i = skipJSONSpace(v.in, end); v.in[i] != ',' {
				return
			}
			i = skipJSONSpace(v.in, i+1)
		}
	}
}

// elements are the values of an array, or else the value itself.
func (v jsonValue) elements() iter.Seq[jsonValue] {
	return func(yield func(jsonValue) bool) {
		if v.kind() != '[' {
			if v.kind() != 0 && v.kind() != 'n' {
				yield(v)
			}
			return
		}
		i := skipJSONSpace(v.in, v.start+1)
		for v.in[i] != ']' {
			end := skipJSON(v.in, i)
			if !yield(jsonValue{v.in, i, end}) {
				return
			}
			if i = skipJSONSpace(v.in, end); v.in[i] == ',' {
				i = skipJSONSpace(v.in, i+1)
			}
		}
	}
}

// A jsonObject is the members of an object in order: so few in records that
// looking through them costs less than a map.
type jsonObject []jsonMember

type jsonMember struct {
	name  string
	value jsonValue
}

func (v jsonValue) object() jsonObject {
	return v.appendMembers(nil)
}

// appendMembers appends the members of an object.
func (v jsonValue) appendMembers(fields jsonObject) jsonObject {
	fields = slices.Grow(fields, 12)
	for name, value := range v.members() {
		fields = append(fields, jsonMember{name, value})
	}
	return fields
}

// get is the value of the first member with a name.
func (o jsonObject) get(name string) jsonValue {
	for i := range o {
		if o[i].name == name {
			return o[i].value
		}
	}
	return jsonValue{}
}

// first is the first member of the given names whose text is not blank.
func (o jsonObject) first(names ...string) passage {
	for _, name := range names {
		if p := o.get(name).passage(); strings.TrimSpace(p.text) != "" {
			return p
		}
	}
	return passage{}
}

// text is the text of the first member that has some.
func (o jsonObject) text(names ...string) string {
	for _, name := range names {
		if text := strings.TrimSpace(o.get(name).plainText()); text != "" {
			return text
		}
	}
	return ""
}

// plainText is the text of the value's passage.
func (v jsonValue) plainText() string {
	if v.kind() == '"' {
		if s := v.in[v.start+1 : v.end-1]; strings.IndexByte(s, '\\') < 0 {
			return s
		}
	}
	return v.passage().text
}

// passage is the text of a value: a string or a number as it is, the name of
// an object, the first element of a list.
func (v jsonValue) passage() passage {
	switch v.kind() {
	case 0, 't', 'f', 'n':
		return passage{}
	case '"':
		return v.unescaped()
	case '{':
		o := v.object()
		for _, name := range []string{"name", "title", "value", "text", "literal"} {
			if o.get(name).kind() == '"' {
				return o.get(name).unescaped()
			}
		}
		return passage{}
	case '[':
		for element := range v.elements() {
			if element.kind() == '[' {
				break
			}
			return element.passage()
		}
		return passage{}
	}
	return standing(v.in[v.start:v.end], v.start)
}

// unescaped is what a string stands for.
func (v jsonValue) unescaped() passage {
	s, from := v.in[:v.end-1], v.start+1
	if strings.IndexByte(s[from:], '\\') < 0 {
		return standing(s[from:], from)
	}
	var text strings.Builder
	text.Grow(len(s) - from)
	runs := make([]run, 0, 1+strings.Count(s[from:], `\`))
	for from < len(s) {
		runs = append(runs, run{text.Len(), from})
		n := strings.IndexByte(s[from:], '\\')
		if n < 0 {
			text.WriteString(s[from:])
			break
		}
		text.WriteString(s[from : from+n])
		from += n
		meant, n := unescapeJSON(s[from:])
		text.WriteString(meant)
		from += n
	}
	return passage{text.String(), runs}
}

// unescapeJSON is what the escape at the beginning of s stands for, and its
// length.
func unescapeJSON(s string) (string, int) {
	switch s[1] {
	case 'b':
		return "\b", 2
	case 'f':
		return "\f", 2
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case 'u':
		r := hexRune(s)
		if utf16.IsSurrogate(r) {
			if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
				if both := utf16.DecodeRune(r, hexRune(s[6:])); both != utf8.RuneError {
					return string(both), 12
				}
			}
			r = utf8.RuneError
		}
		return string(r), 6
	}
	return s[1:2], 2
}

// hexRune is the character of an escape such as \u00e9.
func hexRune(s string) rune {
	n, _ := strconv.ParseUint(s[2:6], 16, 32)
	return rune(n)
}

func skipJSONSpace(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r') {
		i++
	}
	return i
}

// skipJSONString is where the string ends whose content begins at i: at the
// first quotation mark after an even number of backslashes.
func skipJSONString(s string, i int) int {
	from := i
	for {
		i += strings.IndexByte(s[i:], '"') + 1
		slash := i - 1
		for slash > from && s[slash-1] == '\\' {
			slash--
		}
		if (i-1-slash)%2 == 0 {
			return i
		}
	}
}

// skipJSON is where the value that begins at i ends.
func skipJSON(s string, i int) int {
	for depth := 0; i < len(s); {
		switch s[i] {
		case '{', '[':
			depth++
			i++
		case '}', ']':
			depth--
			i++
		case '"':
			i = skipJSONString(s, i+1)
		case ' ', '\n', '\t', '\r', ',', ':':
			i++
			continue
		default:
			for i < len(s) && strings.IndexByte(" \n\t\r,:]}", s[i]) < 0 {
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
	return i
}
