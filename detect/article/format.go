package article

import (
	"bufio"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A format is one kind of input. To read another one, add it to formats; the
// rest of the package asks that table.
type format struct {
	name       string
	extensions []string // of the files that a directory is searched for

	// is reports whether an input that begins with start is of this format. The
	// extension of its name, in lower case, counts only where the content leaves
	// it open. White space and a byte order mark are cut from start.
	is func(ext, start string) bool

	// One of these reads it.
	read func(input) (*Article, error)                       // an input that is one article
	list func(l *lister, path string, in *bufio.Reader) bool // an input of several; false when no more are wanted
}

// lazy makes a regular expression when it is first needed: most runs read one or
// two formats.
func lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// formats are asked in this order; the last one takes everything.
var formats []format

func init() { // the readers use the table themselves, to read what stands inside records
	formats = []format{
		{name: "JSON Lines", extensions: []string{".jsonl", ".ndjson"}, is: isRecords, list: listRecords},
		{name: "JSON", extensions: []string{".json", ".ninjs"}, is: isJSON, list: listJSON},
		{name: "Parquet", extensions: []string{".parquet", ".parq"}, is: isParquet, list: listParquet},
		{name: "WARC", extensions: []string{".warc", ".wet"}, is: isWARC, list: listWARC},
		{name: "NITF", extensions: []string{".xml", ".nitf"}, is: isRoot("nitf"), list: listXML("NITF", itself, (*extract).addNITF)},
		{name: "NewsML-G2", extensions: []string{".newsml"}, is: isRoot("newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "catalogItem"), list: listXML("a NewsML-G2 document", newsItems, (*extract).addNewsItem)},
		{name: "RSS and Atom", extensions: []string{".rss", ".atom", ".rdf"}, is: isRoot("rss", "feed", "rdf", "entry"), list: listFeed},
		{name: "HTML", extensions: []string{".html", ".htm", ".xhtml", ".shtml"}, is: isHTML, read: readHTML},
		{name: "CSV", extensions: []string{".csv", ".tsv"}, is: isCSV, list: listCSV},
		{name: "Markdown", extensions: []string{".md", ".markdown"}, is: isMarkdown, read: readMarkdown},
		{name: "plain text", extensions: []string{".txt", ".text"}, is: isPlainText, read: readPlainText},
	}
}

// input is one article's bytes and where they come from.
type input struct {
	path   string
	record int // 1-based number of the record, 0 when the file is one article
	line   int // lines of the file that stand before it
	column int // and code points of its first line
	raw    []byte
	text   string // instead of raw
	feed   jsonFeed
	limits Limits
}

// bytes are those of the input.
func (i input) bytes() []byte {
	if i.text != "" {
		return []byte(i.text)
	}
	return i.raw
}

// decode makes UTF-8 of the input.
func (i input) decode() (decoded, error) {
	if i.text != "" {
		return decodeText(i.text)
	}
	return decode(i.raw)
}

// start is the beginning of the input, from which its format is told.
func (i input) start() string {
	if i.text != "" {
		return readableStart(i.text[:min(len(i.text), sniffed)])
	}
	return readableStart(string(i.raw[:min(len(i.raw), sniffed)]))
}

// sniffed is as much of an input's beginning as its format is told from.
const sniffed = 4 << 10

// formatOf tells the format of an input by the beginning of its content, and
// where that leaves it open by its name.
func formatOf(path, start string) *format {
	ext := extension(path)
	head := strings.TrimLeft(readableStart(start[:min(len(start), sniffed)]), " \t\r\n")
	for i := range formats {
		if formats[i].is(ext, head) {
			return &formats[i]
		}
	}
	return &formats[len(formats)-1]
}

// extension is the extension of a path in lower case, without that of a packed
// file.
func extension(path string) string { return strings.ToLower(filepath.Ext(unpackedName(path))) }

// readableStart is the beginning of an input as UTF-8, where it is UTF-16 too.
func readableStart(start string) string {
	if mayBeUTF16(start) {
		raw := []byte(start)
		if order, bom := utf16Order(raw); order != 0 {
			d := decodeUTF16(raw[bom:len(raw)&^1], order == bigEndian)
			return d.text
		}
	}
	return strings.TrimPrefix(start, "\ufeff")
}

// knownExtension reports whether files with the extension of a path are read.
func knownExtension(path string) bool {
	ext := extension(path)
	return slices.ContainsFunc(formats, func(f format) bool { return slices.Contains(f.extensions, ext) })
}

// A FormatError says that an input is in a format that calque does not read.
type FormatError struct{ Format string }

// Error names the formats that are read.
func (e *FormatError) Error() string { return fmt.Sprintf("looks like %s; %s", e.Format, readsOnly()) }

// readsOnly says what is read.
func readsOnly() string {
	names := make([]string, 0, len(formats))
	for i := range formats {
		names = append(names, formats[i].name)
	}
	last := len(names) - 1
	return "calque reads " + strings.Join(names[:last], ", ") + " and " + names[last]
}

// unreadFormats are the beginnings, in lower case, of formats that are told
// from plain text and are not read.
var unreadFormats = []struct{ mark, format string }{
	{"<?xml", "XML of a kind that holds no news"},
	{"<!doctype", "XML of a kind that holds no news"},
	{"%pdf-", "PDF"},
	{"{\\rtf", "RTF"},
	{"pk\x03\x04", "a ZIP archive or an office document"},
	{"bzh", "a bzip2 file"},
	{"\ufffd7zxz", "an xz file"},
}

// unreadFormat names the format of an input that is not read, nil when nothing
// speaks against plain text.
func unreadFormat(start string) error {
	if start == "" || start[0] < utf8.RuneSelf && strings.IndexByte("<%{pPbB", start[0]) < 0 {
		return nil // no mark begins with it
	}
	lower := strings.ToLower(start[:min(len(start), 64)])
	for _, f := range unreadFormats {
		if !strings.HasPrefix(lower, f.mark) {
			continue
		}
		if f.mark == "bzh" && (len(start) < 4 || start[3] < '1' || start[3] > '9' || utf8.ValidString(start)) {
			continue
		}
		return &FormatError{f.format}
	}
	return nil
}
