package article

import (
	"strings"

	"golang.org/x/net/html"
)

// A page is a whole HTML page as a tree of elements and the stretches of text
// between the beginnings and ends of blocks. It is built from tokens, so that
// the place of each character in the input stays known; what tags nobody
// closed, or closed in the wrong order, mean is settled as browsers do it
// where that matters for news.
type page struct {
	in       passage
	nodes    []pageNode // in order of the document; a parent comes before its children
	blocks   []pageBlock
	head     pageHead
	maxDepth int
	scripts  bool // what noscript elements hold is not shown

	open     []int // indices of open elements, the innermost last
	depth    int   // how many of them are blocks
	text     passageBuilder
	openLink int              // the index of the link that is open, 0 for none
	skipped  int              // how many open elements hold no text to read
	pre      int              // how many open elements keep their line breaks
	links    int              // bytes of text inside links
	led      bool             // the block begins with a link
	inline   int              // the inline element with a class in which the block's text began, 0 for none
	breaks   int              // br elements since the last text
	attrs    []html.Attribute // of the tag at hand
	inScript int              // the index of a script element with data, 0 for none
	data     dataKind         // what it holds

	directives []Directive
}

// A pageNode is one element.
type pageNode struct {
	name   string
	parent int
	at     int    // byte offset of its tag in the passage
	end    int    // index after its last descendant in page.nodes
	class  string // the words of class and id, in lower case; "," stands between two names
	prop   string // itemprop or property
	role   string
	hidden bool
	inline bool
	link   bool // a link to somewhere

	blocks   int // blocks in it
	pictures int // images in it, not in elements inside
}

// A pageBlock is a stretch of text that no block's tag interrupts.
type pageBlock struct {
	passage
	node   int  // its element
	inline int  // the inline element in which it begins, or 0
	links  int  // bytes inside links
	led    bool // a link stands at the beginning
}

// voidElements have no content.
var voidElements = wordSet("area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen")

// inlineElements are followed as far as they matter: the rest of the elements
// that elementRoles does not know neither separate paragraphs nor link.
var inlineElements = wordSet("a b strong span font em i small cite time abbr label u")

const (
	maxClass       = 300 // bytes of a class or another attribute that are looked at
	maxOpenInlines = 64  // inline elements open at a time that are followed
)

// parsePage builds the tree of a page, as a browser shows it that runs scripts or
// as one that does not.
func parsePage(in passage, maxDepth int, scripts bool, c *Clock) (*page, error) {
	p := &page{in: in, maxDepth: maxDepth, scripts: scripts, nodes: make([]pageNode, 1, 256)}
	p.nodes[0] = pageNode{name: "html"}
	p.open = append(p.open, 0)
	z := html.NewTokenizer(strings.NewReader(in.text))
	for at := 0; ; {
		c.Check()
		token := z.Next()
		from := at
		at += len(z.Raw())
		switch token {
		case html.ErrorToken:
			p.flush()
			for i := range p.open {
				p.nodes[p.open[i]].end = len(p.nodes)
			}
			for i := range p.blocks {
				p.nodes[p.blocks[i].node].blocks++
			}
			for i := len(p.nodes) - 1; i > 0; i-- {
				p.nodes[p.nodes[i].parent].blocks += p.nodes[i].blocks
			}
			return p, nil
		case html.TextToken:
			p.addText(from, min(at, len(in.text)))
		case html.CommentToken:
			p.directives = appendDirective(p.directives, in, from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			switch strings.ToLower(string(z.Raw()[:min(9, len(z.Raw()))])) {
			case "<noframes": // frames are not followed, so this is the page
				z.NextIsNotRawText()
			case "<noscript":
				if !p.scripts {
					z.NextIsNotRawText()
				}
			}
			if err := p.start(z, from); err != nil {
				return nil, err
			}
		case html.EndTagToken:
			name := elementName(z)
			if name == "noscript" && !p.scripts {
				name = "div"
			}
			p.end(name)
		}
	}
}

func (p *page) top() *pageNode { return &p.nodes[p.open[len(p.open)-1]] }

func (p *page) addText(from, to int) {
	switch name := p.top().name; {
	case p.inScript > 0:
		if p.data == linkedData {
			p.head.data = append(p.head.data, p.in.slice(from, to))
		} else {
			p.head.state = append(p.head.state, p.in.slice(from, to))
		}
		return
	case name == "title":
		p.head.addTitle(p.in, from, to)
		return
	}
	if p.skipped > 0 {
		return
	}
	for p.pre > 0 {
		end := strings.Index(p.in.text[from:to], "\n\n")
		if end < 0 {
			break
		}
		p.addProse(from, from+end)
		p.flush()
		from += end + len("\n\n")
	}
	p.addProse(from, to)
}

// addProse adds text that is shown.
func (p *page) addProse(from, to int) {
	class := 0
	for i := len(p.open) - 1; i >= 0; i-- {
		n := &p.nodes[p.open[i]]
		if !n.inline {
			break
		}
		if n.class != "" || n.prop != "" || n.hidden {
			class = p.open[i]
		}
	}
	var b passageBuilder
	b.addUnescaped(p.in, from, to)
	before := len(p.text.text)
	addFolded(&p.text, b.passage())
	added := len(p.text.text) - before
	if added > 0 && !blank(p.text.text[before:]) {
		if blank(p.text.text[:before]) {
			p.inline, p.led = class, p.openLink > 0
		} else if p.inline != class {
			p.inline = 0
		}
		p.breaks = 0
	}
	if p.openLink > 0 {
		p.links += added
	}
}

func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\n' {
			return false
		}
	}
	return true
}

func (p *page) start(z *html.Tokenizer, at int) error {
	raw, more := z.TagName()
	name := string(raw)
	if i := strings.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	n := pageNode{name: name, at: at, parent: p.open[len(p.open)-1]}
	attrs := p.attrs[:0]
	for i := 0; more && i < 64; i++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		if len(value) > 4*maxClass {
			value = value[:4*maxClass]
		}
		attrs = append(attrs, html.Attribute{Key: string(key), Val: string(value)})
	}
	p.attrs = attrs
	n.take(attrs)
	if name == "template" && isShown(attrs) || name == "noscript" && !p.scripts {
		name, n.name = "div", "div"
	}
	role := elementRoles[name]
	switch {
	case name == "br":
		p.breakLine(at)
		return nil
	case name == "html" || name == "body" && len(p.nodes) > 0:
		p.flush()
		p.head.takeElement(name, attrs)
		if name == "html" {
			return nil
		}
		p.closeHead()
	case voidElements[name]:
		p.head.takeElement(name, attrs)
		switch name {
		case "hr":
			p.flush()
		case "img":
			p.top().pictures++
		}
		return nil
	case role == inlineElement:
		p.head.takeElement(name, attrs)
		if strings.Contains(name, "-") { // a custom element holds what a div would
			p.flush()
			return p.push(n)
		}
		if !inlineElements[name] {
			return nil
		}
		n.inline = true
		if name == "a" {
			p.closeInline("a")
			p.openLink = 0 // a link does not stand inside another
		}
		p.pushInline(n)
		return nil
	}
	if role == skippedElement {
		if name == "script" {
			if kind := dataOf(attrs); kind != noData {
				p.inScript, p.data = len(p.nodes), kind
			}
		}
		if name != "title" && name != "script" && name != "style" && name != "noscript" { // they may stand inside a sentence
			p.flush()
		}
		return p.push(n)
	}
	p.flush()
	p.closeHead()
	switch name {
	case "p":
		p.closeWithin("p", "div td th li blockquote section article body button")
	case "li":
		p.closeWithin("li", "ul ol menu")
	case "tr":
		p.closeWithin("tr", "table")
	case "td", "th":
		p.closeWithin("td", "tr table")
		p.closeWithin("th", "tr table")
	case "dd", "dt":
		p.closeWithin("dd", "dl")
		p.closeWithin("dt", "dl")
	default:
		p.closeWithin("p", "div td th li blockquote section article body")
	}
	return p.push(n)
}

// isShown reports whether a template is what a browser shows of its element.
func isShown(attrs []html.Attribute) bool {
	for _, a := range attrs {
		if a.Key == "shadowrootmode" || a.Key == "shadowroot" {
			return true
		}
	}
	return false
}

// take reads the attributes that tell what an element is for.
func (n *pageNode) take(attrs []html.Attribute) {
	for _, a := range attrs {
		switch a.Key {
		case "class", "id":
			n.class += classWords(firstBytes(a.Val, maxClass))
		case "itemprop", "property":
			n.prop = strings.ToLower(firstBytes(a.Val, maxClass))
		case "role":
			n.role = strings.ToLower(a.Val)
		case "href":
			n.link = n.name == "a"
		case "hidden":
			n.hidden = true
		case "aria-hidden":
			n.hidden = n.hidden || a.Val == "true"
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			n.hidden = n.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
}

func firstBytes(s string, n int) string { return s[:min(n, len(s))] }

func (p *page) push(n pageNode) error {
	if p.depth >= p.maxDepth {
		return &DepthError{"HTML", p.maxDepth}
	}
	p.depth++
	n.parent = p.open[len(p.open)-1]
	if elementRoles[n.name] == skippedElement {
		p.skipped++
	}
	p.pre += btoi(n.name == "pre")
	p.open = append(p.open, len(p.nodes))
	p.nodes = append(p.nodes, n)
	return nil
}

// pushInline opens an inline element. Of pages that never close theirs only the
// first ones are followed.
func (p *page) pushInline(n pageNode) {
	if len(p.open)-p.depth > maxOpenInlines {
		return
	}
	n.parent = p.open[len(p.open)-1]
	if n.link {
		p.openLink = len(p.nodes)
	}
	p.open = append(p.open, len(p.nodes))
	p.nodes = append(p.nodes, n)
}

// closeFrom closes the open elements from an index on.
func (p *page) closeFrom(from int) {
	for _, i := range p.open[from:] {
		p.nodes[i].end = len(p.nodes)
		if !p.nodes[i].inline {
			p.depth--
		}
		if elementRoles[p.nodes[i].name] == skippedElement {
			p.skipped--
		}
		p.pre -= btoi(p.nodes[i].name == "pre")
		if i == p.inScript {
			p.inScript = 0
		}
		if i == p.openLink {
			p.openLink = 0
		}
	}
	p.open = p.open[:from]
}

func (p *page) closeInline(name string) {
	for i := len(p.open) - 1; i > 0 && p.nodes[p.open[i]].inline; i-- {
		if p.nodes[p.open[i]].name == name {
			p.closeFrom(i)
			return
		}
	}
}

// closeWithin closes an element unless one of the others is further inside.
func (p *page) closeWithin(name, barriers string) {
	for i := len(p.open) - 1; i > 0; i-- {
		switch open := p.nodes[p.open[i]].name; {
		case open == name:
			p.closeFrom(i)
			return
		case hasWord(barriers, open):
			return
		}
	}
}

// closeHead closes a head that nobody closed before the body began.
func (p *page) closeHead() {
	for i := 1; i < len(p.open); i++ {
		if p.nodes[p.open[i]].name == "head" {
			p.closeFrom(i)
			return
		}
	}
}

// hasWord reports whether a word stands in a list separated by spaces.
func hasWord(list, word string) bool {
	for len(list) > 0 {
		i := strings.Index(list, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || list[i-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		list = list[end:]
	}
	return false
}

func (p *page) end(name string) {
	role := elementRoles[name]
	switch {
	case name == "br" || name == "html" || name == "body":
		return
	case role == inlineElement && inlineElements[name]:
		if name == "a" {
			p.openLink = 0
		}
		p.closeInline(name)
		return
	case role == inlineElement && !strings.Contains(name, "-"):
		return
	case name == "p":
		p.flush()
	case name != "script" && name != "style" && name != "noscript":
		p.flush()
	}
	table := name == "table" || name == "tr" || name == "td" || name == "th" || name == "tbody" || name == "thead" || name == "tfoot"
	for i := len(p.open) - 1; i > 0; i-- {
		switch open := p.nodes[p.open[i]].name; {
		case open == name:
			p.closeFrom(i)
			return
		case (open == "td" || open == "th") && !table, open == "table" && name != "table":
			return
		}
	}
}

// breakLine ends a line; the second of two breaks ends the paragraph.
func (p *page) breakLine(at int) {
	if p.breaks++; p.breaks > 1 {
		p.flush()
		return
	}
	if p.text.endsWith(' ') {
		p.text.text = p.text.text[:len(p.text.text)-1]
	}
	if len(p.text.text) > 0 {
		p.text.put("\n", p.in.at(min(at, max(0, len(p.in.text)-1))))
	}
}

// flush ends the block.
func (p *page) flush() {
	p.breaks = 0
	if !blank(p.text.text) {
		node := len(p.open) - 1
		for node > 0 && p.nodes[p.open[node]].inline {
			node--
		}
		p.blocks = append(p.blocks, pageBlock{
			passage: p.text.passage().trim(), node: p.open[node], inline: p.inline,
			links: p.links, led: p.led,
		})
	}
	p.text.reset()
	p.links, p.led, p.inline = 0, false, 0
}
