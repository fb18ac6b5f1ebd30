package article

import (
	"bufio"
	"fmt"
	"strings"
)

// rootElement is the name of the root element of an XML document, without its
// prefix; "" when none is seen in the beginning.
func rootElement(start string) string {
	for {
		start = strings.TrimLeft(start, " \t\r\n")
		switch {
		case strings.HasPrefix(start, "<?"):
			_, rest, ok := strings.Cut(start, "?>")
			if !ok {
				return ""
			}
			start = rest
		case strings.HasPrefix(start, "<!--"):
			_, rest, ok := strings.Cut(start, "-->")
			if !ok {
				return ""
			}
			start = rest
		case strings.HasPrefix(start, "<!"):
			end := ">"
			if open, closed := strings.IndexByte(start, '['), strings.IndexByte(start, '>'); open >= 0 && open < closed {
				end = "]>" // an internal subset
				if i := strings.IndexByte(start[open:], ']'); i >= 0 {
					start = start[open+i:]
					_, rest, ok := strings.Cut(start, ">")
					if !ok {
						return ""
					}
					start = rest
					continue
				}
			}
			_, rest, ok := strings.Cut(start, end)
			if !ok {
				return ""
			}
			start = rest
		case strings.HasPrefix(start, "<"):
			name := start[1:]
			if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
				name = name[:end]
			}
			return name[strings.IndexByte(name, ':')+1:]
		default:
			return ""
		}
	}
}

// isRoot makes a test for documents with one of the root elements.
func isRoot(names ...string) func(ext, start string) bool {
	return func(_, start string) bool {
		if start == "" || start[0] != '<' {
			return false
		}
		root := rootElement(start)
		for _, name := range names {
			if strings.EqualFold(root, name) {
				return true
			}
		}
		return false
	}
}

// listXML makes a lister of a document that holds any number of articles: they
// are the nodes that find finds, and add reads one of them. The whole document
// is read at once; it is its articles that are read by several goroutines.
func listXML(kind string, find func(root *xmlNode) []*xmlNode, add func(e *extract, n *xmlNode) error) func(*lister, string, *bufio.Reader) bool {
	return func(l *lister, path string, in *bufio.Reader) bool {
		raw, err := readAll(in, l.maxSize())
		if err != nil {
			return l.fail(path, 0, err)
		}
		dec, err := decodeMarkup(raw, "")
		if err != nil {
			return l.fail(path, 0, err)
		}
		root, err := parseXML(dec.text, l.Limits)
		if err != nil {
			return l.fail(path, 0, err)
		}
		nodes := find(root)
		if len(nodes) == 0 {
			return l.fail(path, 0, fmt.Errorf("%s without an article in it", kind))
		}
		index := newLineIndex(dec.text, 0)
		dec.index = &index
		for i, n := range nodes {
			record := i + 1
			if len(nodes) == 1 && n == root {
				record = 0
			}
			if !l.item(Item{Path: path, Record: record, load: func(limits Limits) (*Article, error) {
				e := newExtract(path, record, dec, limits)
				if err := add(e, n); err != nil {
					return nil, err
				}
				return e.article()
			}}) {
				return false
			}
		}
		return true
	}
}
