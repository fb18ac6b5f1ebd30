package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// ErrNoText says that a record has none of the fields that can hold the text.
var ErrNoText = errors.New(`no text in the record: one of the fields "text", "body", "content" or "articleBody" is required`)

// errOwnReport says that an input is what calque itself wrote.
var errOwnReport = errors.New("a report of calque, not an article; 'calque render' reads it")

// textFields are the fields that can hold an article's text.
var textFields = []string{"text", "body", "content", "articleBody"}

// isRecords reports whether the first line is a JSON object.
func isRecords(ext, start string) bool {
	if ext == ".jsonl" || ext == ".ndjson" {
		return true
	}
	if start == "" || start[0] != '{' || isJSONFeed(start) {
		return false
	}
	line, _, whole := strings.Cut(start, "\n")
	if !whole && len(start) >= sniffed-16 { // longer than can be seen here
		return ext != ".json" && strings.HasPrefix(strings.TrimLeft(line[1:], " "), `"`)
	}
	line = strings.TrimSpace(line)
	return len(line) > 1 && json.Valid([]byte(line))
}

// isJSON reports whether an input is a JSON object or an array of them, on any
// number of lines. Plain text begins with a bracket at times.
func isJSON(ext, start string) bool {
	if ext == ".json" || ext == ".ninjs" {
		return true
	}
	if start == "" || start[0] != '{' && start[0] != '[' {
		return false
	}
	next := strings.TrimLeft(start[1:], " \t\r\n")
	if start[0] == '{' {
		return strings.HasPrefix(next, `"`)
	}
	return strings.HasPrefix(next, "{")
}

// listRecords lists the records of a file of JSON Lines. The number of a record is
// that of its line, blank ones counted, so that an editor or "sed -n 7p" finds it.
func listRecords(l *lister, path string, in *bufio.Reader) bool {
	before, first := l.found, true
	limit := or(l.Limits.Record, l.maxSize())
	for record := 1; ; record++ {
		line, size, err := readLine(in, limit)
		if err != nil && err != io.EOF {
			return l.fail(path, record, err)
		}
		if len(bytes.TrimSpace(line)) > 0 || size > int64(len(line)) {
			if first {
				line = bytes.TrimPrefix(line, []byte("\ufeff"))
			}
			var ok bool
			switch trimmed := bytes.TrimSpace(line); {
			case size > int64(len(line)) && line == nil:
				ok = l.fail(path, record, &TooLargeError{Size: size, Limit: limit})
			case first && (len(trimmed) == 0 || trimmed[0] != '{'):
				return l.fail(path, 0, errors.New("not JSON Lines: its first line is no JSON object"))
			default:
				ok = l.record(input{path: path, record: record, line: record - 1, text: string(bytes.TrimRight(line, "\r\n"))}, readRecord)
			}
			if !ok {
				return false
			}
			first = false
		}
		if err != nil {
			break
		}
	}
	if l.found == before {
		return l.fail(path, 0, ErrEmpty)
	}
	return true
}

// readLine reads one line, with its whole size in bytes: of a line longer than
// the limit it keeps nothing but counts on.
func readLine(in *bufio.Reader, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		switch {
		case size > limit:
			line = nil
		case line == nil && err == nil:
			return part, size, nil // the common case: no copy
		default:
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, size, err
		}
	}
}

// listJSON lists the articles of a JSON text: one object, an array of objects,
// or a JSON Feed.
func listJSON(l *lister, path string, in *bufio.Reader) bool {
	if start, _ := in.Peek(sniffed); isArray(start) && l.larger(l.maxSize()) {
		return listArray(l, path, nil, in)
	}
	raw, err := io.ReadAll(io.LimitReader(in, l.maxSize()+1))
	switch {
	case err != nil:
		return l.fail(path, 0, err)
	case int64(len(raw)) <= l.maxSize():
	case isArray(raw):
		return listArray(l, path, raw, in)
	default:
		return l.fail(path, 0, &TooLargeError{Limit: l.maxSize()})
	}
	dec, err := decode(raw)
	if err != nil {
		return l.fail(path, 0, err)
	}
	if strings.TrimSpace(dec.text) == "" {
		return l.fail(path, 0, ErrEmpty)
	}
	value, err := parseJSON(dec.text)
	if err != nil {
		if b, e := newBrokenArray(dec.text); e == nil {
			return listBroken(l, path, dec, b)
		}
		return l.fail(path, 0, fmt.Errorf("not valid JSON: %w", err))
	}
	items, feed := value, jsonFeed{}
	if value.kind() == '{' {
		o := value.object()
		if strings.HasPrefix(o.text("schema"), "calque-report/") {
			return l.fail(path, 0, errOwnReport)
		}
		if !isJSONFeed(dec.text) {
			return l.item(Item{Path: path, load: func(limits Limits) (*Article, error) {
				return readObject(input{path: path, limits: limits}, dec, value)
			}})
		}
		items, feed = o.get("items"), jsonFeed{o.text("title"), o.text("language"), authors(o)}
	}
	index := newLineIndex(dec.text, 0)
	dec.index = &index
	record := 0
	for element := range items.elements() {
		record++
		if !l.item(Item{Path: path, Record: record, load: func(limits Limits) (*Article, error) {
			return readObject(input{path: path, record: record, feed: feed, limits: limits}, dec, element)
		}}) {
			return false
		}
	}
	if record == 0 {
		return l.fail(path, 0, ErrEmpty)
	}
	return true
}

// listBroken lists what can be read of an array that is not valid JSON.
func listBroken(l *lister, path string, dec decoded, b *brokenArray) bool {
	index := newLineIndex(dec.text, 0)
	dec.index = &index
	for record := 1; ; record++ {
		element, more, err := b.next()
		switch {
		case !more && err != nil:
			return l.fail(path, 0, err)
		case !more && record == 1:
			return l.fail(path, 0, ErrEmpty)
		case !more:
			return true
		case err != nil:
			if !l.fail(path, record, err) {
				return false
			}
			continue
		}
		if !l.item(Item{Path: path, Record: record, load: func(limits Limits) (*Article, error) {
			return readObject(input{path: path, record: record, limits: limits}, dec, element)
		}}) {
			return false
		}
	}
}

// ParseRecord reads an article from a JSON object. The text is in "text",
// "body", "content" or "articleBody"; "id", "title" or "headline", "publisher"
// or "source", "published" or "date", "url", "language" and "story" are read
// when they are there. An object of ninjs or an item of a JSON Feed is read as
// such. Places in the article are places in the JSON text.
func ParseRecord(path string, record int, raw []byte) (*Article, error) {
	return readRecord(input{path: path, record: record, text: string(raw)})
}

func readRecord(i input) (*Article, error) {
	dec := decoded{text: i.text}
	if !utf8.ValidString(i.text) {
		var err error
		if dec, err = decode([]byte(i.text)); err != nil {
			return nil, err
		}
	}
	value, err := parseJSON(dec.text)
	if err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	return readObject(i, dec, value)
}

// readObject reads the article that a JSON object is.
func readObject(i input, dec decoded, value jsonValue) (*Article, error) {
	if value.kind() != '{' {
		return nil, fmt.Errorf("not a JSON object: it begins with %q", firstRunes(value.in[value.start:value.end], 1))
	}
	e := newExtract(i.path, i.record, dec, i.limits)
	e.room.members = value.appendMembers(e.room.members[:0])
	o := e.room.members
	e.Line, e.Column = i.line, i.column
	var err error
	switch {
	case isNinjs(o):
		err = e.addNinjs(o)
	case o.get("content_html").kind() == '"' || o.get("content_text").kind() == '"':
		err = e.addFeedItem(o, i.feed)
	default:
		err = e.addRecord(o)
	}
	if err != nil {
		return nil, err
	}
	return e.article()
}

// addRecord takes in a record with plain fields.
func (e *extract) addRecord(o jsonObject) error {
	text, err := o.recordText()
	if err != nil {
		return err
	}
	if text.text == "" {
		if strings.HasPrefix(o.text("schema"), "calque-report/") {
			return errOwnReport
		}
		return ErrNoText
	}
	e.ID = o.text("id")
	e.Publisher, e.Published = o.text("publisher", "source"), o.text("published", "date", "datePublished")
	e.URL, e.Language, e.Story = o.text("url"), o.text("language", "inLanguage"), o.text("story")
	e.Byline = o.text("byline", "author")
	e.declareRole("translator", o.text("translator"))
	e.declareSourceType(o.text("digitalSourceType", "digital_source_type"))
	title := o.first("title", "headline")
	e.addTitle(title)
	return e.addAny(text)
}

// recordText is the text of a record: a string, an object that holds one, or a
// list of paragraphs.
func (o jsonObject) recordText() (passage, error) {
	for _, name := range textFields {
		switch v := o.get(name); v.kind() {
		case 0, 'n': // not there
		case '"', '{':
			if p := v.passage(); strings.TrimSpace(p.text) != "" {
				return p, nil
			}
		case '[':
			var b passageBuilder
			for element := range v.elements() {
				if kind := element.kind(); kind != '"' && kind != '{' {
					continue
				}
				p := element.passage()
				if p.text == "" {
					continue
				}
				if len(b.text) > 0 {
					b.put("\n\n", p.at(0))
				}
				b.add(p, 0, len(p.text))
			}
			if p := b.passage(); strings.TrimSpace(p.text) != "" {
				return p, nil
			}
		case 't', 'f':
			return passage{}, fmt.Errorf("the field %q is true or false, no text", name)
		default:
			return passage{}, fmt.Errorf("the field %q is a number, no text", name)
		}
	}
	return passage{}, nil
}

// addAny adds a text that may be plain or HTML, as its beginning tells.
func (e *extract) addAny(text passage) error {
	start := strings.TrimLeft(text.text[:min(len(text.text), sniffed)], "\ufeff \t\r\n")
	if looksLikeHTML(start) {
		return e.addHTML(text, false)
	}
	if err := unreadFormat(start); err != nil {
		return err
	}
	e.addText(text)
	return nil
}

// isJSONFeed reports whether a JSON text names the version of JSON Feed.
func isJSONFeed(text string) bool {
	return strings.Contains(text[:min(len(text), sniffed)], "jsonfeed.org/version/")
}

// A jsonFeed is what a JSON Feed says of all its items.
type jsonFeed struct{ title, language, authors string }

// authors are those of a JSON Feed or of an item: a list, and one author before
// version 1.1.
func authors(o jsonObject) string {
	for _, field := range []string{"authors", "author"} {
		names := ""
		for author := range o.get(field).elements() {
			names = joinNames(names, author.passage().text)
		}
		if names != "" {
			return names
		}
	}
	return ""
}

// addFeedItem takes in an item of a JSON Feed. The feed's title is the
// publisher, as it is of other feeds.
func (e *extract) addFeedItem(o jsonObject, feed jsonFeed) error {
	e.ID, e.URL = o.text("id"), o.text("url", "external_url")
	e.Published = o.text("date_published", "date_modified")
	set(&e.Publisher, feed.title)
	set(&e.Language, o.text("language"), feed.language)
	set(&e.Byline, authors(o), feed.authors)
	e.addTitle(o.first("title"))
	if text := o.first("content_html"); text.text != "" {
		return e.addHTML(text, false)
	}
	e.addText(o.first("content_text"))
	return nil
}

// maxNames is how many bytes of names a byline holds at most, the last one
// excepted.
const maxNames = 400

// joinNames adds a name to a list of names.
func joinNames(names, name string) string {
	if name = strings.TrimSpace(name); len(names) > maxNames {
		return names
	} else if names == "" || name == "" {
		return names + name
	}
	return names + ", " + name
}
