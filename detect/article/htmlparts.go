package article

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// A DepthError says that elements are nested deeper than a Reader takes.
type DepthError struct {
	Format string // "HTML", "XML" or "JSON"
	Limit  int
}

func (e *DepthError) Error() string {
	return fmt.Sprintf("%s nested deeper than the limit of %d elements", e.Format, e.Limit)
}

// What an HTML element, or one of NITF's, does to the text in it.
type elementRole uint8

const (
	inlineElement    elementRole = iota
	blockElement                 // begins and ends a paragraph
	breakElement                 // br
	headingElement               // h1 to h6
	itemElement                  // li
	quoteElement                 // blockquote
	captionElement               // kept out, but listed as removed
	pictureElement               // figure: kept out but for its caption
	skippedElement               // kept out
	besideElement                // nav, aside, footer: kept out, but listed as removed
	preformatElement             // pre: line breaks are line breaks
	quotedElement                // q: the browser writes the quotation marks
)

var elementRoles = func() map[string]elementRole {
	roles := map[string]elementRole{"br": breakElement, "li": itemElement, "blockquote": quoteElement, "bq": quoteElement, "pre": preformatElement, "q": quotedElement}
	for role, names := range map[elementRole]string{
		blockElement:   "p div section article main header address details summary dl dt dd ul ol table caption tbody thead tfoot tr td th hr form fieldset body html center noframes block body.content body.head body.end tagline note",
		headingElement: "h1 h2 h3 h4 h5 h6 hl1 hl2",
		besideElement:  "nav aside footer menu",
		captionElement: "figcaption media-caption",
		pictureElement: "figure media",
		skippedElement: "script style noscript template svg math iframe object select button textarea head title audio video canvas map noembed media-reference media-metadata media-producer media-object",
	} {
		for name := range strings.FieldsSeq(names) {
			roles[name] = role
		}
	}
	return roles
}()

// An htmlReader turns a fragment of HTML, XHTML or NITF into the paragraphs of
// an extract. It reads tokens and not a tree, for two reasons: the place of
// each character in the input stays known, and what a tree would need memory
// for cannot hurt it.
type htmlReader struct {
	*extract
	in    passage
	xml   bool // CDATA sections and self-closing elements are what they are in XML
	text  passageBuilder
	open  []openElement // the elements that are not inline
	count [quotedElement + 1]int
}

type openElement struct {
	name string
	role elementRole
}

// addHTML adds the paragraphs of an HTML fragment. The first h1 becomes the
// headline where none is known yet.
func (e *extract) addHTML(p passage, xml bool) error {
	e.structured, e.unwrapped = true, true
	r := htmlReader{extract: e, in: p, xml: xml}
	return r.read()
}

func (r *htmlReader) read() error {
	z := html.NewTokenizer(strings.NewReader(r.in.text))
	z.AllowCDATA(r.xml)
	for at := 0; ; {
		r.clock.Check()
		token := z.Next()
		from := at
		at += len(z.Raw())
		switch token {
		case html.ErrorToken:
			r.flush()
			return nil
		case html.TextToken:
			r.addText(from, min(at, len(r.in.text)))
		case html.CommentToken:
			r.comment(r.in, from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			name := elementName(z)
			closed := token == html.SelfClosingTagToken && r.xml
			if closed || name == "noframes" {
				z.NextIsNotRawText()
			}
			if err := r.start(name, from, closed); err != nil {
				return err
			}
		case html.EndTagToken:
			r.end(elementName(z), from)
		}
	}
}

// elementName is the name of an element without a prefix for its namespace.
func elementName(z *html.Tokenizer) string {
	name, _ := z.TagName()
	for i, c := range name {
		if c == ':' {
			return string(name[i+1:])
		}
	}
	return string(name)
}

func (r *htmlReader) addText(from, to int) {
	if r.count[skippedElement] > 0 || r.count[pictureElement] > 0 && r.count[captionElement] == 0 {
		return
	}
	const open, end = "<![CDATA[", "]]>"
	var b passageBuilder
	if s := r.in.text[from:to]; r.xml && strings.HasPrefix(s, open) {
		b.add(r.in, from+len(open), from+max(len(open), len(strings.TrimSuffix(s, end))))
	} else {
		b.addUnescaped(r.in, from, to)
	}
	if r.count[preformatElement] > 0 {
		r.text.add(b.passage(), 0, len(b.text))
		return
	}
	addFolded(&r.text, b.passage())
}

func (r *htmlReader) start(name string, at int, closed bool) error {
	role := elementRoles[name]
	switch role {
	case inlineElement:
		return nil
	case breakElement:
		if r.text.endsWith(' ') {
			r.text.text = r.text.text[:len(r.text.text)-1]
		}
		r.text.put("\n", r.in.at(at))
		return nil
	case quotedElement:
		if !closed {
			r.text.put("“", r.in.at(at))
		}
		return nil
	}
	r.flush()
	if name == "hr" || closed {
		return nil
	}
	switch role {
	case itemElement:
		r.closeUpTo("li", "ul", "ol")
	case blockElement, headingElement:
		if n := len(r.open); n > 0 && r.open[n-1].name == "p" {
			r.close(n - 1)
		}
	}
	if len(r.open) >= r.limits.htmlDepth() {
		return &DepthError{"HTML", r.limits.htmlDepth()}
	}
	r.open = append(r.open, openElement{name, role})
	r.count[role]++
	return nil
}

func (r *htmlReader) end(name string, at int) {
	switch role := elementRoles[name]; role {
	case inlineElement, breakElement:
	case quotedElement:
		r.text.put("”", r.in.at(at))
	default:
		r.flush()
		for i := len(r.open) - 1; i >= 0; i-- {
			if r.open[i].name == name {
				r.close(i)
				return
			}
			if barrier(r.open[i].name) && role != skippedElement {
				return
			}
		}
	}
}

// barrier reports whether an end tag inside an element closes nothing outside
// it.
func barrier(name string) bool { return name == "td" || name == "th" || name == "figure" }

// closeUpTo closes an element that is open within one of the others.
func (r *htmlReader) closeUpTo(name string, within ...string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name == name {
			r.close(i)
			return
		}
		for _, w := range within {
			if r.open[i].name == w {
				return
			}
		}
	}
}

// close closes the open elements from an index on.
func (r *htmlReader) close(from int) {
	for _, e := range r.open[from:] {
		r.count[e.role]--
	}
	r.open = r.open[:from]
}

// flush ends the paragraph.
func (r *htmlReader) flush() {
	if len(r.text.text) == 0 {
		return
	}
	p := r.text.passage().trim()
	r.text.reset()
	kind, reason := Body, Reason("")
	switch {
	case r.count[captionElement] > 0:
		reason = Caption
	case r.count[besideElement] > 0:
		reason = Share
	case r.count[headingElement] > 0:
		kind = Subheading
		if folded := foldSpace(p); r.open[len(r.open)-1].name == "h1" || folded.text == r.title {
			if !r.titled && len(r.hints) == 0 {
				r.addTitle(p)
				return
			}
			if folded.text == r.title {
				return // the headline again
			}
		}
		p = foldSpace(p)
	case r.count[itemElement] > 0:
		kind = ListItem
	case r.count[quoteElement] > 0:
		kind = BlockQuote
	}
	r.addParagraph(p, kind, reason)
}
