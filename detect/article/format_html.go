package article

import "strings"

// htmlMarks begin HTML, in lower case.
var htmlMarks = []string{
	"<!doctype html", "<html", "<head>", "<head ", "<body", "<div", "<article", "<section", "<p>", "<p ", "<h1", "<h2", "<h3",
	"<script", "<meta", "<title>", "<blockquote", "<ul", "<ol", "<table", "<figure", "<img ", "<span", "<strong>", "<em>", "<b>", "<i>", "<a ", "<br",
}

// looksLikeHTML reports whether a text begins as HTML does, comments before it
// not counted.
func looksLikeHTML(start string) bool {
	for strings.HasPrefix(start, "<!--") {
		_, rest, closed := strings.Cut(start, "-->")
		if !closed {
			return true
		}
		start = strings.TrimLeft(rest, " \t\r\n")
	}
	if start == "" || start[0] != '<' {
		return false
	}
	lower := strings.ToLower(start[:min(len(start), 32)])
	for _, mark := range htmlMarks {
		if strings.HasPrefix(lower, mark) {
			return true
		}
	}
	return false
}

func isXHTML(start string) bool { return isRoot("html")("", start) }

// isHTML reports whether an input is an HTML page or fragment.
func isHTML(ext, start string) bool {
	named := ext == ".html" || ext == ".htm" || ext == ".xhtml" || ext == ".shtml"
	return looksLikeHTML(start) || isXHTML(start) || named && strings.HasPrefix(start, "<")
}

// readHTML reads a web page, or a fragment of one.
func readHTML(in input) (*Article, error) { return readHTMLAs(in, "") }

// readHTMLAs reads a page in the encoding that a server declared.
func readHTMLAs(in input, charset string) (*Article, error) {
	dec, err := decodeMarkup(in.bytes(), charset)
	if err != nil {
		return nil, err
	}
	e := newExtract(in.path, in.record, dec, in.limits)
	e.Line = in.line
	if err := e.addPage(standing(dec.text, 0)); err != nil {
		return nil, err
	}
	return e.article()
}

// addPage adds the article of a page.
func (e *extract) addPage(in passage) error {
	p, err := parsePage(in, e.limits.htmlDepth(), true, e.clock)
	if err != nil {
		return err
	}
	p.head.readData()
	c := p.choose()
	if c.prose[0] == 0 && c.known == "" && strings.Contains(in.text, "<noscript") {
		if p, err = parsePage(in, e.limits.htmlDepth(), false, e.clock); err != nil {
			return err
		}
		p.head.readData()
		c = p.choose()
	}
	e.Directives = p.directives
	p.head.envelope(e)
	e.structured = c.score[c.root] > 0 // else it is still a page
	e.addTitle(c.heading)
	if !c.shows() {
		if body := c.head.body; hasMarkup(body.text) {
			return e.addHTML(body, false)
		}
		e.addText(c.head.body)
		return nil
	}
	if s := p.head.readState(); float64(s.size) > 3*max(c.score[c.root], 0) {
		e.addState(s)
		return nil
	}
	for i := range c.blocks {
		kind, reason, ok := c.part(i)
		if ok {
			e.addParagraph(c.blocks[i].passage, kind, reason)
		}
	}
	return nil
}

// addState adds the article that a page's program would show.
func (e *extract) addState(s stateText) {
	e.structured, e.unwrapped = true, true
	e.addTitle(s.title)
	for _, p := range s.pieces {
		if hasMarkup(p.text) {
			if e.addHTML(p, false) == nil {
				continue
			}
		}
		e.addParagraph(p, Body, "")
	}
}

// repeats reports whether the words of a block stand in another one as well, as
// those of a pull quote do.
func (c *chosen) repeats(i int) bool {
	words := letters(c.blocks[i].text)
	for k := range c.blocks {
		if k != i && len(c.blocks[k].text) >= len(words) && strings.Contains(letters(c.blocks[k].text), words) {
			return true
		}
	}
	return false
}

// isLinkList reports whether a text is short lines, as titles of articles are.
func isLinkList(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > 120 {
			return false
		}
	}
	return true
}

// part says what a block is of the article, if it is of it at all.
func (c *chosen) part(i int) (Kind, Reason, bool) {
	b := &c.blocks[i]
	if i == c.title || !c.within(b.node, c.root) {
		return Standfirst, "", c.isStandfirst(i)
	}
	reason := c.reason[b.node]
	if reason == "" && b.inline > 0 {
		reason = c.reason[b.inline]
	}
	if reason == "" && b.links > len(b.text)/2 && (len(b.text) < 200 || isLinkList(b.text)) {
		reason = Link
	}
	if reason == "" && c.isForeign(i) {
		reason = Link
	}
	if reason == "" && i < c.title && len(b.text) < 100 && !endsSentence(b.text) {
		reason = Masthead // above the headline
	}
	kind := Body
	for node := b.node; node > 0 && node >= c.root; node = c.nodes[node].parent {
		switch elementRoles[c.nodes[node].name] {
		case headingElement:
			kind = Subheading
		case itemElement:
			kind = ListItem
		case quoteElement:
			kind = BlockQuote
		case captionElement, pictureElement:
			if reason == "" && (kind != BlockQuote || c.repeats(i)) { // a figure may hold a quotation
				reason = Caption
			}
		}
	}
	return kind, reason, true
}
