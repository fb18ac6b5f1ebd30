package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// A brokenArray reads what can be read of a JSON array that is not valid. JSON
// gives no certain place to go on behind damage: a quotation mark too many turns
// all that follows inside out. But the elements of an array of records look
// alike, so the next one is known by what stands before it and by its first
// name: `},\n  {"id":`.
type brokenArray struct {
	in     string
	at     int    // where the next element is to be
	before string // the white space before an element
	key    string // its bracket and first name: `{"id"`
	lines  int    // line breaks before seen
	seen   int    // where in the text they have been counted
	over   bool
	work   int // bytes that may still be looked at again; damage must not cost the square of its size
}

// errNoArray says that a text is no array at all.
var errNoArray = errors.New("no array")

func newBrokenArray(in string) (*brokenArray, error) {
	b := &brokenArray{in: in, at: skipJSONSpace(in, 0), work: 8*len(in) + 1<<10}
	if b.at >= len(in) || in[b.at] != '[' {
		return nil, errNoArray
	}
	b.at++
	return b, nil
}

// next is the next element, or what is wrong with it. ok is false behind the
// last one; then err says what is left over.
func (b *brokenArray) next() (v jsonValue, ok bool, err error) {
	if b.over {
		return v, false, nil
	}
	space := b.at
	b.at = skipJSONSpace(b.in, b.at)
	for b.at < len(b.in) && b.in[b.at] == ',' {
		space = b.at + 1
		b.at = skipJSONSpace(b.in, space)
	}
	start := b.at
	switch {
	case start == len(b.in):
		return v, false, fmt.Errorf("not valid JSON: the array has no end")
	case b.in[start] == ']':
		if rest := len(strings.TrimSpace(b.in[start+1:])); rest > 0 {
			return v, false, fmt.Errorf("not valid JSON: %s after the array lost", byteCount(rest))
		}
		return v, false, nil
	}
	if end := b.elementEnd(start); end > 0 && json.Valid([]byte(b.in[start:end])) {
		if b.key == "" {
			b.before, b.key = b.in[space:start], firstKey(b.in[start:end])
		}
		b.at = end
		return jsonValue{b.in, start, end}, true, nil
	}
	if b.key == "" {
		b.before, b.key = b.in[space:start], firstKey(b.in[start:])
	}
	end := b.resume(start + 1)
	err = b.reason(start, end)
	if end == len(b.in) {
		b.over = true
		err = fmt.Errorf("%w; nothing after it could be told from it, %s lost", err, byteCount(len(b.in)-start))
	}
	b.at = end
	return v, true, err
}

func byteCount(n int) string {
	if n == 1 {
		return "1 byte"
	}
	return megabytes(int64(n))
}

// reason says what is wrong with an element.
func (b *brokenArray) reason(start, end int) error {
	element := strings.TrimRight(b.in[start:end], ", \t\r\n")
	if end == len(b.in) {
		element = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(element, " \t\r\n"), "]"), " \t\r\n")
	}
	var value json.RawMessage
	err := json.Unmarshal([]byte(element), &value)
	if err == nil {
		err = errors.New("what follows it is no part of an array")
	}
	at := start
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		at += max(0, min(int(syntax.Offset)-1, end-start))
	}
	if at > b.seen {
		b.lines += strings.Count(b.in[b.seen:at], "\n")
		b.seen = at
	}
	return fmt.Errorf("not valid JSON: %w (line %d)", err, b.lines+1)
}

// elementEnd is where the element that begins at start ends as far as its
// brackets and quotation marks tell, 0 when they do not.
func (b *brokenArray) elementEnd(start int) int {
	depth := 0
	for i := start; i < len(b.in); i++ {
		if b.work--; b.work < 0 {
			return 0
		}
		switch b.in[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i
			}
			if depth == 0 {
				return i + 1
			}
		case ',':
			if depth == 0 {
				return i
			}
		case '"':
			for i++; i < len(b.in) && b.in[i] != '"'; i++ {
				if b.work--; b.in[i] == '\\' {
					i++
				}
			}
			if depth == 0 && i < len(b.in) {
				return i + 1
			}
		}
	}
	return 0
}

// firstKey is the bracket and the first name of an object, without the white
// space between them.
func firstKey(element string) string {
	if element == "" || element[0] != '{' {
		return ""
	}
	i := skipJSONSpace(element, 1)
	if i == len(element) || element[i] != '"' {
		return ""
	}
	if n := strings.IndexAny(element[i+1:], "\"\\\n"); n >= 0 && element[i+1+n] == '"' {
		return "{" + element[i:i+n+2]
	}
	return ""
}

// resume is where the next element begins: len(b.in) when it cannot be told.
func (b *brokenArray) resume(from int) int {
	if b.key == "" {
		return len(b.in)
	}
	for i := from; i < len(b.in); i++ {
		n := strings.IndexByte(b.in[i:], '{')
		if n < 0 {
			break
		}
		i += n
		comma := strings.TrimRight(b.in[from:i], " \t\r\n")
		if !strings.HasSuffix(comma, ",") || strings.TrimLeft(b.before, " \t\r\n") != "" {
			continue
		}
		space := b.in[from+len(comma) : i]
		// The first element of an array may stand beside its bracket while the
		// others stand on lines of their own, or the other way round.
		if strings.Contains(space, "\n") != strings.Contains(b.before, "\n") && b.before != "" {
			continue
		}
		if strings.Contains(space, "\n") && strings.Contains(b.before, "\n") && space[strings.LastIndexByte(space, '\n'):] != b.before[strings.LastIndexByte(b.before, '\n'):] {
			continue // indented like an object inside the element
		}
		if firstKey(b.in[i:]) == b.key {
			return i
		}
	}
	return len(b.in)
}
