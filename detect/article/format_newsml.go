package article

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// newsItems are the news items of a NewsML-G2 document: of a message, or the
// document itself. Packages and concepts hold no text.
func newsItems(root *xmlNode) []*xmlNode {
	if root.name == "newsItem" {
		return []*xmlNode{root}
	}
	var items []*xmlNode
	var walk func(n *xmlNode)
	walk = func(n *xmlNode) {
		n.each(func(c *xmlNode) {
			if c.name == "newsItem" {
				items = append(items, c)
			} else {
				walk(c)
			}
		}, "newsItem", "itemSet")
	}
	walk(root)
	return items
}

// addNewsItem takes in one news item of NewsML-G2.
func (e *extract) addNewsItem(item *xmlNode) error {
	meta, content := item.child("itemMeta"), item.child("contentMeta")
	e.ID = item.attr("guid")
	set(&e.Published, content.child("contentCreated").line(), meta.child("firstCreated").line(), meta.child("versionCreated").line())
	set(&e.Language, content.child("language").attr("tag"), item.attr("lang"))
	set(&e.Publisher, concept(content.child("infoSource")), concept(meta.child("provider")))
	set(&e.Byline, content.child("by").line())
	set(&e.Dateline, concept(content.child("located")))
	e.setStatus(concept(meta.child("pubStatus")), meta.child("embargoed").line())
	meta.each(func(n *xmlNode) { e.declareNote(n.line()) }, "edNote")
	for _, part := range []*xmlNode{content, meta} {
		part.each(func(n *xmlNode) { e.declareSourceType(concept(n)) }, "digitalSourceType")
	}
	content.each(func(n *xmlNode) {
		role := n.attr("role") + " " + n.attr("jobtitle")
		n.each(func(r *xmlNode) { role += " " + concept(r) }, "role")
		e.declareRole(strings.TrimSpace(role), concept(n))
		if e.Byline == "" && n.name == "creator" {
			e.Byline = n.child("name").line()
		}
	}, "creator", "contributor", "infoSource")
	content.each(func(n *xmlNode) {
		if role := n.attr("role"); !strings.Contains(role, "sub") {
			e.addTitle(n.passage())
		}
	}, "headline")
	return e.addContentSet(item)
}

// concept is what a property of NewsML-G2 says, as words where it has some.
func concept(n *xmlNode) string {
	if n == nil {
		return ""
	}
	for _, value := range []string{n.child("name").line(), n.attr("literal"), n.attr("qcode"), n.attr("uri")} {
		if value != "" {
			return value
		}
	}
	return n.line()
}

// addContentSet reads the first rendition of the text that can be read.
func (e *extract) addContentSet(item *xmlNode) error {
	set := item.child("contentSet")
	if set == nil {
		return fmt.Errorf("a NewsML-G2 item without content")
	}
	var problem error
	remote := 0
	for _, c := range set.children {
		switch c.name {
		case "inlineXML":
			if done, err := e.addInlineXML(c); done || err != nil {
				return err
			}
		case "inlineData":
			done, err := e.addInlineData(c)
			if done {
				return err
			}
			problem = err
		case "remoteContent":
			remote++
		}
	}
	switch {
	case problem != nil:
		return problem
	case remote > 0:
		return fmt.Errorf("a NewsML-G2 item whose text is elsewhere; calque fetches nothing")
	}
	return fmt.Errorf("a NewsML-G2 item without a text")
}

// addInlineXML reads NITF, XHTML, or whatever XML has paragraphs.
func (e *extract) addInlineXML(n *xmlNode) (done bool, err error) {
	switch {
	case len(n.children) == 0 && strings.TrimSpace(n.passage().text) == "":
		return false, nil
	case n.child("nitf") != nil:
		return true, e.addNITF(n.child("nitf"))
	}
	if body := n.find("body"); body != nil {
		n = body
	}
	return true, e.addHTML(n.markup(), true)
}

// addInlineData reads text that stands in the item as characters: plain or
// HTML, and in base64 at times. What an element holds without that attribute
// is never unpacked, for words may look like base64.
func (e *extract) addInlineData(n *xmlNode) (done bool, err error) {
	text := n.passage()
	kind := strings.ToLower(n.attr("contenttype"))
	if strings.TrimSpace(text.text) == "" || kind != "" && !strings.HasPrefix(kind, "text/") && !strings.Contains(kind, "html") && !strings.Contains(kind, "xml") {
		return false, nil
	}
	if strings.Contains(strings.ToLower(n.attr("encoding")), "base64") {
		raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text.text), ""))
		if err != nil {
			return false, fmt.Errorf("damaged base64 in a NewsML-G2 item: %w", err)
		}
		dec, err := decode(raw)
		if err != nil {
			return false, err
		}
		text = standing(dec.text, n.start) // no place inside base64 is a character's
	}
	if strings.Contains(kind, "nitf") {
		root, err := parseXML(text.text, e.limits)
		if err == nil && root.name == "nitf" {
			return true, e.addHTML(text, true)
		}
	}
	if strings.Contains(kind, "html") || strings.Contains(kind, "xml") {
		return true, e.addHTML(text, false)
	}
	return true, e.addAny(text)
}
