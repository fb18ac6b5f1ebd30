package article

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
)

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

func readHTML(i input) (*Article, error) { return readHTMLAs(i, "") }

// readHTMLAs reads a page in the encoding that a server declared. The article
// is what <article> or an element marked as its body holds; without either it
// is all of the body, of which the layout tells what is not.
func readHTMLAs(i input, charset string) (*Article, error) {
	dec, err := decodeMarkup(i.raw, charset)
	if err != nil {
		return nil, err
	}
	p := scanPage(dec.text)
	whole := region{0, len(dec.text), 1}
	a, err := p.article(i, dec, p.main)
	if errors.Is(err, ErrEmpty) && p.main != whole {
		a, err = p.article(i, dec, whole)
	}
	return a, err
}

// article reads the article in a region of a page.
func (p *page) article(i input, dec decoded, main region) (*Article, error) {
	e := newExtract(i.path, i.record, dec, i.limits)
	set(&e.Language, p.lang)
	set(&e.URL, p.meta["og:url"])
	set(&e.Published, p.meta["article:published_time"], p.meta["date"])
	set(&e.Byline, p.meta["author"])
	set(&e.Publisher, p.meta["og:site_name"])
	e.addTitle(p.headline())
	if err := e.addHTML(standing(dec.text[main.from:main.to], main.from), false); err != nil {
		return nil, err
	}
	e.structured = main.points > 1 // else there may be a page around it
	return e.article()
}

// A page is what a first look at a page shows: the envelope and where the
// article stands.
type page struct {
	in    string
	lang  string
	meta  map[string]string // by name or property, in lower case
	title region            // <title>
	h1    region            // the first of them in the article
	main  region
}

// A region is the content of an element.
type region struct {
	from, to int
	points   int // what speaks for its being the article
}

// scanPage looks through a page once.
func scanPage(in string) page {
	p := page{in: in, meta: map[string]string{}, main: region{0, len(in), 1}}
	type element struct {
		name string
		region
	}
	var open []element
	z := html.NewTokenizer(strings.NewReader(in))
	for at := 0; ; {
		token := z.Next()
		at += len(z.Raw())
		switch token {
		case html.ErrorToken:
			for _, e := range open {
				e.to = len(in)
				p.take(e.name, e.region)
			}
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			name, attrs := elementAttrs(z)
			points := 0
			switch {
			case name == "html":
				p.lang = attrs["lang"]
			case name == "meta":
				p.addMeta(attrs)
			case strings.EqualFold(attrs["itemprop"], "articlebody"):
				points = 4
			case name == "article":
				points = 3
			case name == "main" || attrs["role"] == "main":
				points = 2
			}
			if token == html.StartTagToken && (points > 0 || name == "title" || name == "h1") && len(open) < DefaultMaxDepth {
				open = append(open, element{name, region{at, at, points}})
			} else if len(open) > 0 && token == html.StartTagToken && name == open[len(open)-1].name && len(open) < DefaultMaxDepth {
				open = append(open, element{name, region{at, at, 0}}) // so that its end tag closes the right one
			}
		case html.EndTagToken:
			name := elementName(z)
			if n := len(open); n > 0 && open[n-1].name == name {
				e := open[n-1]
				e.to = at - len(z.Raw())
				p.take(name, e.region)
				open = open[:n-1]
			}
		}
	}
}

// elementAttrs is the name of an element and its attributes.
func elementAttrs(z *html.Tokenizer) (string, map[string]string) {
	name, more := z.TagName()
	element, attrs := string(name), map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, known := attrs[string(key)]; !known {
			attrs[string(key)] = string(value)
		}
	}
	return element, attrs
}

func (p *page) addMeta(attrs map[string]string) {
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(attrs[key]); name != "" && p.meta[name] == "" {
			p.meta[name] = strings.TrimSpace(attrs["content"])
		}
	}
}

// take takes in an element that ended.
func (p *page) take(name string, r region) {
	switch {
	case name == "title":
		if p.title.to == 0 {
			p.title = r
		}
	case name == "h1":
		if p.h1.to == 0 {
			p.h1 = r
		}
	case r.points > p.main.points || r.points == p.main.points && r.to-r.from > p.main.to-p.main.from:
		p.main = r
	}
}

// headline is the first h1, or else the page's title.
func (p *page) headline() passage {
	for _, r := range []region{p.h1, p.title} {
		if text := unmarked(standing(p.in[r.from:r.to], r.from)).trim(); text.text != "" && len(text.text) < 500 {
			return text
		}
	}
	return passage{}
}
