package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An arrayReader reads the elements of a JSON array that is too large to be
// held, one at a time. Where one is damaged it goes on as a brokenArray does, as
// far as it holds the text.
type arrayReader struct {
	in      *bufio.Reader
	pending []byte // what is read before in
	at      int    // how much of it has been read
	limit   int64  // bytes of an element
	before  string // the white space before the first element
	key     string // the bracket and the first name of the first element
	line    int    // line breaks read
	column  int    // code points of the line read
	read    int64  // bytes read
	seen    int64  // of them when work was last counted
	work    int64  // bytes that may still be read again; damage must not cost the square of the size
}

// isArray reports whether a text begins as an array.
func isArray(start []byte) bool {
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\ufeff")), " \t\r\n")
	return len(start) > 0 && start[0] == '['
}

// listArray lists the elements of an array, of which start has been read.
func listArray(l *lister, path string, start []byte, in *bufio.Reader) bool {
	limit := or(l.Limits.Record, l.maxSize())
	r := &arrayReader{in: in, pending: start, limit: limit, work: 4 * limit}
	for c := byte(0); c != '['; {
		c, _ = r.next() // isArray has seen it
	}
	for record := 1; ; record++ {
		e, err := r.element()
		var ok bool
		switch {
		case errors.Is(err, io.EOF):
			return record > 1 || l.fail(path, 0, ErrEmpty)
		case err != nil && e.text == "":
			return l.fail(path, 0, err)
		case err != nil:
			ok = l.fail(path, record, err)
		default:
			ok = l.record(input{path: path, record: record, line: e.line, column: e.column, text: e.text}, readRecord)
		}
		if !ok {
			return false
		}
	}
}

func (r *arrayReader) next() (c byte, err error) {
	if r.at < len(r.pending) {
		c = r.pending[r.at]
		r.at++
	} else {
		r.pending, r.at = nil, 0
		if c, err = r.in.ReadByte(); err != nil {
			return 0, err
		}
	}
	r.read++
	if c == '\n' {
		r.line++
		r.column = 0
	} else if c&0xc0 != 0x80 {
		r.column++
	}
	return c, nil
}

// back takes back the last bytes that next gave.
func (r *arrayReader) back(rest []byte, column int) {
	if r.at >= len(rest) {
		r.at -= len(rest)
	} else {
		r.pending, r.at = append(bytes.Clone(rest), r.pending[r.at:]...), 0
	}
	r.line -= bytes.Count(rest, []byte("\n"))
	r.column = column
	r.read -= int64(len(rest))
}

// white reads white space and commas, and the byte behind them.
func (r *arrayReader) white() (space string, c byte, err error) {
	var b []byte
	for {
		if c, err = r.next(); err != nil || strings.IndexByte(" \t\r\n,", c) < 0 {
			return string(b), c, err
		}
		if c == ',' {
			b = b[:0]
		} else if len(b) < sniffed {
			b = append(b, c)
		}
	}
}

// A rawElement is the text of an element and what stands before it: lines, and
// code points of the line on which it begins.
type rawElement struct {
	text         string
	line, column int
}

// element is the next element or, with what was read of it, why there is none;
// io.EOF alone behind the last one.
func (r *arrayReader) element() (rawElement, error) {
	space, c, err := r.white()
	if err == io.EOF {
		err = errors.New("not valid JSON: the array has no end")
	}
	if err != nil {
		return rawElement{}, err
	}
	if c == ']' {
		if _, c, err := r.white(); err == nil {
			return rawElement{}, fmt.Errorf("not valid JSON: %q after the end of the array", c)
		}
		return rawElement{}, io.EOF
	}
	e := rawElement{line: r.line, column: max(r.column-1, 0)}
	raw := []byte{c}
	s := jsonScan{}
	done := s.ended(c)
	for !done && int64(len(raw)) < r.limit {
		if c, err = r.next(); err != nil {
			break
		}
		if s.depth == 0 && !s.quoted && strings.IndexByte(" \t\r\n,]", c) >= 0 { // behind a number or a word
			r.back([]byte{c}, r.column-1)
			break
		}
		raw = append(raw, c)
		done = s.ended(c)
	}
	if err != nil && err != io.EOF {
		return rawElement{}, err
	}
	e.text = string(raw)
	if r.key == "" {
		r.before, r.key = space, firstKey(firstBytes(e.text, sniffed))
	}
	if jsonEnd(e.text, 0, 0) == len(raw) {
		return e, nil
	}
	b := &brokenArray{in: e.text, before: r.before, key: r.key, lines: e.line}
	if r.work += r.read - r.seen; r.work > 0 {
		if at := b.resume(1); at < len(raw) {
			reason := b.reason(0, at)
			r.work -= int64(len(raw))
			before := e.text[:at]
			column := runeStarts(before[strings.LastIndexByte(before, '\n')+1:])
			if !strings.Contains(before, "\n") {
				column += e.column
			}
			r.back(raw[at:], column)
			r.seen = r.read
			return e, reason
		}
	}
	r.seen = r.read
	size := int64(len(raw))
	if done || err != nil || size < r.limit {
		return e, b.reason(0, len(raw))
	}
	for ; !done; size++ {
		if c, err = r.next(); err != nil {
			break
		}
		done = s.ended(c)
	}
	return e, &TooLargeError{Size: size, Limit: r.limit}
}

// A jsonScan finds the end of a JSON value by its brackets and quotation marks.
type jsonScan struct {
	depth           int
	quoted, escaped bool
}

// ended takes the next byte and reports whether the value ends with it.
func (s *jsonScan) ended(c byte) bool {
	switch {
	case s.escaped:
		s.escaped = false
		return false
	case s.quoted && c == '\\':
		s.escaped = true
		return false
	case c == '"':
		s.quoted = !s.quoted
	case s.quoted:
		return false
	case c == '{' || c == '[':
		s.depth++
		return false
	case c == '}' || c == ']':
		s.depth--
	default:
		return false
	}
	return s.depth <= 0 && !s.quoted
}
