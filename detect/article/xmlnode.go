package article

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrEntities says that an XML document declares entities. They are not read:
// entities inside entities are the oldest bomb there is, and external ones
// would fetch what nobody asked for.
var ErrEntities = errors.New("declares XML entities, which calque does not read")

// A xmlNode is one element of an XML document, with its place in it. Names are
// without their namespace: some agencies send none, or one of their own.
type xmlNode struct {
	in       string
	name     string
	attrs    []xml.Attr
	children []*xmlNode
	start    int // of the content
	end      int
}

// parseXML reads a document as a tree. It is as lenient as readers of feeds
// have to be: HTML's named characters are known and stray ampersands stand for
// themselves.
func parseXML(in string, limits Limits) (*xmlNode, error) {
	d := xml.NewDecoder(strings.NewReader(in))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	top := &xmlNode{in: in}
	open := []*xmlNode{top}
	for {
		before := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, xmlError(err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if declaresEntities().Match(t) {
				return nil, ErrEntities
			}
		case xml.StartElement:
			if len(open) > limits.xmlDepth() {
				return nil, &DepthError{"XML", limits.xmlDepth()}
			}
			n := &xmlNode{in: in, name: t.Name.Local, attrs: t.Copy().Attr, start: int(d.InputOffset())}
			parent := open[len(open)-1]
			parent.children = append(parent.children, n)
			open = append(open, n)
		case xml.EndElement:
			n := open[len(open)-1]
			if n == top || n.name != t.Name.Local {
				return nil, fmt.Errorf("not well-formed XML: line %d: </%s> closes nothing", strings.Count(in[:before], "\n")+1, firstRunes(t.Name.Local, 40))
			}
			n.end = before
			open = open[:len(open)-1]
		}
	}
	if n := open[len(open)-1]; n != top {
		return nil, fmt.Errorf("not well-formed XML: <%s> is not closed; the file may be cut off", firstRunes(n.name, 40))
	}
	if len(top.children) == 0 {
		return nil, ErrEmpty
	}
	return top.children[0], nil
}

var declaresEntities = lazy(`(?i)<!ENTITY\b`)

func xmlError(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not well-formed XML: line %d: %s", syntax.Line, firstRunes(syntax.Msg, 80))
	}
	return fmt.Errorf("not well-formed XML: %s", firstRunes(err.Error(), 120))
}

// attr is an attribute's value, "" when there is none.
func (n *xmlNode) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// child is the first child of a name, nil when there is none; a path of names
// leads further down.
func (n *xmlNode) child(path ...string) *xmlNode {
	for _, name := range path {
		if n == nil {
			return nil
		}
		var found *xmlNode
		for _, c := range n.children {
			if c.name == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// each calls do for each child of one of the names.
func (n *xmlNode) each(do func(*xmlNode), names ...string) {
	if n == nil {
		return
	}
	for _, c := range n.children {
		for _, name := range names {
			if c.name == name {
				do(c)
			}
		}
	}
}

// find is the first node of a name among a node and all below it.
func (n *xmlNode) find(name string) *xmlNode {
	if n == nil || n.name == name {
		return n
	}
	for _, c := range n.children {
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// markup is the content as it stands in the document.
func (n *xmlNode) markup() passage { return standing(n.in[n.start:n.end], n.start) }

// passage is the text of the content, that of elements inside it included.
func (n *xmlNode) passage() passage {
	if n == nil {
		return passage{}
	}
	var b passageBuilder
	raw := n.markup()
	for at := 0; at < len(raw.text); {
		s := raw.text[at:]
		const open, end = "<![CDATA[", "]]>"
		switch {
		case strings.HasPrefix(s, open):
			n := strings.Index(s, end)
			if n < 0 {
				n = len(s)
			}
			b.add(raw, at+len(open), at+n)
			at = min(at+n+len(end), len(raw.text))
		case strings.HasPrefix(s, "<!--"):
			n := strings.Index(s, "-->")
			if n < 0 {
				return b.passage()
			}
			at += n + len("-->")
		case s[0] == '<':
			at += tagLen(s)
		default:
			n := strings.IndexByte(s, '<')
			if n < 0 {
				n = len(s)
			}
			b.addUnescaped(raw, at, at+n)
			at += n
		}
	}
	return b.passage()
}

// tagLen is the length of the tag at the beginning of s; a ">" in an
// attribute's value does not end it.
func tagLen(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(s)
}

// line is the text of the content on one line.
func (n *xmlNode) line() string { return strings.Join(strings.Fields(n.passage().text), " ") }
