package article

import (
	"fmt"
	"strings"
)

// isNinjs reports whether a JSON object is IPTC's ninjs: versions 2 and 3 have
// "bodies", which 3 writes in camelCase; version 1 has one field "body_..." for
// each form of the text.
func isNinjs(o jsonObject) bool {
	if o.get("bodies").kind() == '[' {
		return true
	}
	if o.get("uri").kind() != '"' {
		return false
	}
	for _, m := range o {
		if strings.HasPrefix(m.name, "body_") || strings.HasPrefix(m.name, "headline_") {
			return true
		}
	}
	return o.get("headlines").kind() == '['
}

// addNinjs takes in an item of ninjs 1, 2 or 3.
func (e *extract) addNinjs(o jsonObject) error {
	e.ID = o.text("uri", "altId", "altid")
	e.Language, e.Byline, e.Dateline = o.text("language"), o.text("by", "byline"), o.text("located")
	e.Published = o.text("firstCreated", "firstcreated", "contentCreated", "contentcreated", "versionCreated", "versioncreated")
	e.URL = o.text("url", "usageUrl")
	e.setStatus(o.text("pubStatus", "pubstatus"), o.text("embargoedUntil", "embargoed"))
	e.declareNote(o.text("edNote", "ednote"))
	for _, name := range []string{"digitalSourceType", "digitalsourcetype"} {
		if kind := o.get(name); kind.kind() == '{' {
			of := kind.object()
			e.declareSourceType(of.text("uri", "literal", "name"))
		} else {
			e.declareSourceType(kind.passage().text)
		}
	}
	for _, list := range []string{"infoSources", "infosources", "people", "creators", "contributors"} {
		for member := range o.get(list).elements() {
			who := member.object()
			name := who.text("name", "literal", "uri")
			e.declareRole(who.text("role", "rel", "roles"), name)
			if e.Publisher == "" && strings.HasPrefix(strings.ToLower(list), "infosource") {
				e.Publisher = name
			}
		}
	}
	if e.Publisher == "" {
		e.Publisher = o.text("provider", "copyrightHolder", "copyrightholder")
	}

	title := ninjsTitle(o)
	e.addTitle(title)
	body, html := ninjsBody(o)
	if strings.TrimSpace(body.text) == "" {
		if kind := o.text("type"); kind != "" && kind != "text" {
			return fmt.Errorf("a ninjs item of type %q without a text", firstRunes(kind, 40))
		}
		return fmt.Errorf("a ninjs item without a text: no body of type text/html or text/plain")
	}
	if html {
		return e.addHTML(body, false)
	}
	return e.addAny(body)
}

// ninjsTitle is the headline: the one whose role says so, or the first.
func ninjsTitle(o jsonObject) passage {
	var title passage
	for headline := range o.get("headlines").elements() {
		of := headline.object()
		role := strings.ToLower(of.text("role"))
		if title.text == "" || strings.HasSuffix(role, "main") || strings.HasSuffix(role, "headline") && !strings.Contains(role, "sub") {
			if p := of.first("value"); p.text != "" {
				title = p
			}
		}
	}
	if title.text == "" {
		title = o.first("headline", "headline_main", "headline_text", "title", "name")
	}
	return title
}

// ninjsBody is the text, as HTML if there is one.
func ninjsBody(o jsonObject) (body passage, html bool) {
	rank := 0
	take := func(kind string, text passage) {
		kind = strings.ToLower(kind)
		points := 0
		switch {
		case strings.TrimSpace(text.text) == "":
			return
		case strings.Contains(kind, "html"):
			points = 4
		case strings.Contains(kind, "plain") || strings.Contains(kind, "text"):
			points = 3
		case kind == "":
			points = 2
		case strings.Contains(kind, "/") && !strings.Contains(kind, "xml"):
			return // video, pictures
		default:
			points = 1
		}
		if points > rank {
			rank, body, html = points, text, points == 4
		}
	}
	for element := range o.get("bodies").elements() {
		of := element.object()
		take(of.text("contentType", "contenttype"), of.first("value"))
	}
	for _, name := range []string{"body_html", "body_xhtml", "body_text", "body_plain", "body_main", "body"} {
		kind := strings.TrimPrefix(name, "body_")
		if name == "body_main" || name == "body" {
			kind = o.text("mimetype")
		}
		take(kind, o.first(name))
	}
	if rank == 0 {
		for _, m := range o {
			if !strings.HasPrefix(m.name, "body_") {
				continue
			}
			if p := m.value.passage(); strings.TrimSpace(p.text) != "" {
				return p, false
			}
		}
	}
	return body, html
}
