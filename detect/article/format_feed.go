package article

import "strings"

// feedItems are the entries of a feed: RSS 0.9 to 2.0, RDF, or Atom; an Atom
// entry can be a document of its own.
func feedItems(root *xmlNode) []*xmlNode {
	var items []*xmlNode
	take := func(n *xmlNode) { items = append(items, n) }
	if root.name == "entry" {
		return []*xmlNode{root}
	}
	root.each(take, "item", "entry")
	root.each(func(channel *xmlNode) { channel.each(take, "item") }, "channel")
	return items
}

// listFeed tells the entries what the feed says of them all.
var listFeed = listXML("a feed", func(root *xmlNode) []*xmlNode {
	channel := root
	if c := root.child("channel"); c != nil {
		channel = c
	}
	items := feedItems(root)
	feed := &xmlNode{name: "feed", in: root.in, children: feedHead(channel), attrs: root.attrs}
	for i, item := range items {
		if item == root {
			continue
		}
		of := *item // the feed's title and language are read as the entry's parent
		of.children = append([]*xmlNode{feed}, item.children...)
		items[i] = &of
	}
	return items
}, (*extract).addEntry)

// feedHead are the properties of a feed that its entries share.
func feedHead(channel *xmlNode) []*xmlNode {
	var head []*xmlNode
	channel.each(func(n *xmlNode) { head = append(head, n) }, "title", "language", "generator")
	return head
}

// addEntry takes in one entry of a feed. The text is content:encoded or
// Atom's content, else the description, which is a summary in many feeds.
func (e *extract) addEntry(n *xmlNode) error {
	feed := n.child("feed")
	set(&e.ID, n.child("guid").line(), n.child("id").line(), n.child("link").line())
	n.each(func(link *xmlNode) {
		if rel := link.attr("rel"); rel == "" || rel == "alternate" {
			set(&e.URL, link.attr("href"), link.line())
		}
	}, "link")
	set(&e.Published, n.child("pubDate").line(), n.child("published").line(), n.child("date").line(), n.child("updated").line())
	n.each(func(author *xmlNode) { e.Byline = joinNames(e.Byline, author.line()) }, "creator")
	n.each(func(author *xmlNode) {
		name := author.child("name").line()
		if name == "" && len(author.children) == 0 {
			name = author.line()
		}
		e.Byline = joinNames(e.Byline, name)
	}, "author")
	n.each(func(person *xmlNode) {
		name := person.child("name").line()
		if name == "" {
			name = person.line()
		}
		e.declareRole(person.attr("role"), name)
		if mentionsTranslation(name) {
			e.declare(DeclaredTranslator, name)
		}
	}, "contributor", "credit")
	set(&e.Publisher, n.child("source", "title").line(), n.child("source").line(), n.child("publisher").line(), feed.child("title").line())
	set(&e.Language, n.child("language").line(), n.attr("lang"), feed.child("language").line(), feed.attr("lang"))
	if title := n.child("title"); title != nil {
		e.addTitle(unmarked(title.passage()))
	}
	for _, name := range []string{"encoded", "content", "description", "summary"} {
		body := n.child(name)
		if body == nil {
			continue
		}
		switch kind := body.attr("type"); {
		case kind == "xhtml":
			return e.addHTML(body.markup(), true)
		case strings.Contains(kind, "/") && !strings.Contains(kind, "html") && !strings.HasPrefix(kind, "text/"), body.attr("src") != "" || body.attr("url") != "":
			continue
		case len(body.children) > 0: // markup that nobody escaped
			return e.addHTML(body.markup(), true)
		case strings.TrimSpace(body.passage().text) == "":
			continue
		case kind == "text" || kind == "text/plain":
			e.addText(body.passage())
			return nil
		case hasMarkup(body.passage().text):
			return e.addHTML(body.passage(), false)
		default:
			e.addText(body.passage())
			return nil
		}
	}
	return ErrEmpty
}

// hasMarkup reports whether a text that may be HTML has elements or character
// references in it.
func hasMarkup(s string) bool {
	for i := strings.IndexAny(s, "<&"); i >= 0; {
		if i+1 < len(s) {
			if c := s[i+1] | 0x20; c >= 'a' && c <= 'z' || s[i+1] == '#' || s[i+1] == '/' || s[i+1] == '!' {
				return true
			}
		}
		next := strings.IndexAny(s[i+1:], "<&")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// unmarked is a title without markup: some feeds escape theirs twice.
func unmarked(p passage) passage {
	if !hasMarkup(p.text) {
		return p
	}
	var b passageBuilder
	for at := 0; at < len(p.text); {
		if p.text[at] == '<' {
			at += tagLen(p.text[at:])
			continue
		}
		n := strings.IndexByte(p.text[at:], '<')
		if n < 0 {
			n = len(p.text) - at
		}
		b.addUnescaped(p, at, at+n)
		at += n
	}
	return b.passage()
}
