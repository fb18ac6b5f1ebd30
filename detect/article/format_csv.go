package article

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// csvColumns are the columns that are read, by the names that they may have.
var csvColumns = []struct {
	names []string
	set   func(e *extract, value string)
}{
	{[]string{"id", "guid"}, func(e *extract, v string) { set(&e.ID, v) }},
	{[]string{"publisher", "source", "publication"}, func(e *extract, v string) { set(&e.Publisher, v) }},
	{[]string{"published", "date", "publish_date", "datepublished"}, func(e *extract, v string) { set(&e.Published, v) }},
	{[]string{"url", "link"}, func(e *extract, v string) { set(&e.URL, v) }},
	{[]string{"language", "lang"}, func(e *extract, v string) { set(&e.Language, v) }},
	{[]string{"story"}, func(e *extract, v string) { set(&e.Story, v) }},
	{[]string{"byline", "author", "authors"}, func(e *extract, v string) { set(&e.Byline, v) }},
	{[]string{"translator"}, func(e *extract, v string) { e.declare(DeclaredTranslator, v) }},
}

var (
	csvTextColumns  = []string{"text", "body", "content", "articlebody", "article"}
	csvTitleColumns = []string{"title", "headline"}
)

// isCSV reports whether the first line is a header with a column for the text.
// In a file named so, that is what is asked for anyhow.
func isCSV(ext, start string) bool {
	if ext == ".csv" || ext == ".tsv" {
		return true
	}
	line, _, _ := strings.Cut(start, "\n")
	comma := csvSeparator(line)
	if comma == 0 {
		return false
	}
	columns := strings.Split(strings.TrimSpace(line), string(comma))
	named := 0
	for _, name := range columns {
		name = csvName(name)
		if name == "" || strings.Contains(name, " ") {
			return false
		}
		if csvIndex([]string{name}, csvTextColumns) == 0 || csvIndex([]string{name}, csvTitleColumns) == 0 {
			named++
		}
	}
	return len(columns) > 1 && named > 0 && csvIndex(csvNames(columns), csvTextColumns) >= 0
}

// csvSeparator is what separates the columns of a header: the commonest of
// comma, semicolon and tab; 0 when there is none of them.
func csvSeparator(line string) rune {
	best, most := rune(0), 0
	for _, c := range ",;\t" {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

func csvName(s string) string { return strings.ToLower(strings.Trim(s, "\ufeff\" \t\r\n")) }

func csvNames(columns []string) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = csvName(c)
	}
	return names
}

// csvIndex is the index of the first column that has one of the names, -1 when
// there is none.
func csvIndex(columns, names []string) int {
	for _, name := range names {
		for i, c := range columns {
			if c == name {
				return i
			}
		}
	}
	return -1
}

// listCSV lists the rows of a CSV file with named columns.
func listCSV(l *lister, path string, in *bufio.Reader) bool {
	if start, _ := in.Peek(3); string(start) == "\ufeff" {
		_, _ = in.Discard(3) // they are there
	}
	start, _ := in.Peek(sniffed)
	header, _, _ := strings.Cut(string(start), "\n")
	rows := csvRows{in: in, comma: byte(csvSeparator(header)), limit: or(l.Limits.Record, l.maxSize())}
	if rows.comma == 0 {
		rows.comma = ','
	}
	first, err := rows.next()
	switch {
	case err == io.EOF:
		return l.fail(path, 0, ErrEmpty)
	case err != nil:
		return l.fail(path, 0, err)
	}
	var names []string
	for _, name := range csvFields(string(first), rows.comma) {
		names = append(names, csvName(name.text))
	}
	if csvIndex(names, csvTextColumns) < 0 {
		return l.fail(path, 0, errors.New(`no column for the text: the first line has to name one "text", "body", "content" or "articleBody"`))
	}
	for record := 1; ; record++ {
		raw, err := rows.next()
		switch tooLarge := (*TooLargeError)(nil); {
		case err == io.EOF:
			if record == 1 {
				return l.fail(path, 0, ErrEmpty)
			}
			return true
		case errors.As(err, &tooLarge):
			return l.fail(path, record, fmt.Errorf("%w; a quotation mark that is not closed makes one record of all that follows", err))
		case err != nil:
			return l.fail(path, record, err)
		}
		row := input{path: path, record: record, line: rows.line - 1, raw: raw}
		if !l.record(row, func(i input) (*Article, error) { return readCSVRow(i, names, rows.comma) }) {
			return false
		}
	}
}

// csvRows reads the rows of a CSV file as they stand in it.
type csvRows struct {
	in    *bufio.Reader
	comma byte
	limit int64
	line  int // the line in which the row begins, from 1
	lines int // lines read so far
}

var errOpenQuote = errors.New("not well-formed CSV: a quotation mark is not closed")

// next is the next row that is not blank.
func (c *csvRows) next() ([]byte, error) {
	var row []byte
	var state csvState
	for {
		line, size, err := readLine(c.in, c.limit-int64(len(row)))
		if size > 0 {
			c.lines++
			if len(row) == 0 {
				c.line = c.lines
			}
		}
		if int64(len(row))+size > c.limit {
			return nil, &TooLargeError{Limit: c.limit}
		}
		if len(row) == 0 && err == nil && len(strings.TrimSpace(string(line))) == 0 {
			continue
		}
		row = append(row, line...)
		state = state.after(line, c.comma)
		switch {
		case err != nil && err != io.EOF:
			return nil, err
		case err == io.EOF && strings.TrimSpace(string(row)) == "":
			return nil, io.EOF
		case err == io.EOF && state == inQuotes:
			return nil, fmt.Errorf("%w (line %d)", errOpenQuote, c.line)
		case err == io.EOF || state != inQuotes:
			return row, nil
		}
	}
}

// csvState is where in a row of CSV a reader is.
type csvState uint8

const (
	atField  csvState = iota // at the beginning of a field
	inField                  // in one without quotation marks, or after them
	inQuotes                 // in one with quotation marks
	atQuote                  // after a mark that ends the field or is the first half of a mark in it
)

// after is the state after some bytes. A quotation mark inside a field that
// does not begin with one stands for itself.
func (s csvState) after(line []byte, comma byte) csvState {
	for _, c := range line {
		s = s.next(c, comma)
	}
	if s == atQuote {
		return inField
	}
	return s
}

func (s csvState) next(c, comma byte) csvState {
	switch {
	case s == inQuotes && c != '"':
		return inQuotes
	case s == inQuotes:
		return atQuote
	case s == atQuote && c == '"':
		return inQuotes
	case c == comma || c == '\n':
		return atField
	case s == atField && c == '"':
		return inQuotes
	}
	return inField
}

// csvFields are the fields of a row.
func csvFields(row string, comma byte) []passage {
	row = strings.TrimRight(row, "\r\n")
	var fields []passage
	var field passageBuilder
	state, from := atField, 0 // row[from:] is not in the field yet
	for i := range len(row) {
		before := state
		state = state.next(row[i], comma)
		switch {
		case state == inQuotes && (before == atField || before == atQuote):
			if before == atField {
				from = i + 1 // the mark before the field
			} else {
				from = i // the second of two marks stands for one
			}
		case state == atQuote:
			field.put(row[from:i], from)
			from = i + 1
		case state == atField:
			if before != atQuote {
				field.put(row[from:i], from)
			}
			fields = append(fields, field.passage())
			field, from = passageBuilder{}, i+1
		}
	}
	if state != atQuote {
		field.put(row[from:], from)
	}
	return append(fields, field.passage())
}

// readCSVRow reads the article of one row.
func readCSVRow(i input, names []string, comma byte) (*Article, error) {
	dec := decoded{text: string(i.raw)}
	if !utf8.Valid(i.raw) {
		var err error
		if dec, err = decode(i.raw); err != nil {
			return nil, err
		}
	}
	fields := csvFields(dec.text, comma)
	text := csvIndex(names, csvTextColumns)
	if text >= len(fields) {
		return nil, fmt.Errorf("no text in the record: it ends before column %d, which holds the text", text+1)
	}
	return readColumns(i, dec, names, fields)
}

// readColumns reads the article of a record with named columns.
func readColumns(i input, dec decoded, names []string, fields []passage) (*Article, error) {
	column := func(of []string) passage {
		if k := csvIndex(names, of); k >= 0 && k < len(fields) {
			return fields[k]
		}
		return passage{}
	}
	text := column(csvTextColumns)
	if strings.TrimSpace(text.text) == "" {
		return nil, errors.New("no text in the record: its column for the text is empty")
	}
	e := newExtract(i.path, i.record, dec, i.limits)
	e.Line = i.line
	for _, c := range csvColumns {
		c.set(e, column(c.names).text)
	}
	e.addTitle(column(csvTitleColumns))
	if err := e.addAny(text); err != nil {
		return nil, err
	}
	return e.article()
}
