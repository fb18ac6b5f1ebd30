package article

import "strings"

func itself(root *xmlNode) []*xmlNode { return []*xmlNode{root} }

// addNITF takes in a document of IPTC's News Industry Text Format, or of the
// like inside another.
func (e *extract) addNITF(root *xmlNode) error {
	head, body := root.child("head"), root.child("body")
	top := body.child("body.head")
	set(&e.ID, head.child("docdata", "doc-id").attr("id-string"))
	set(&e.Published, head.child("docdata", "date.issue").attr("norm"), top.child("dateline", "story.date").attr("norm"), head.child("pubdata").attr("date.publication"))
	set(&e.Publisher, head.child("pubdata").attr("name"), head.child("docdata", "doc-id").attr("regsrc"), top.child("distributor").line())
	set(&e.Byline, top.child("byline").line())
	set(&e.Dateline, top.child("dateline").line())
	set(&e.Language, root.attr("lang"), body.attr("lang"))
	if by := e.Byline; mentionsTranslation(by) {
		e.declare(DeclaredTranslator, by)
	}
	head.child("docdata").each(func(n *xmlNode) { e.declareNote(n.attr("info")) }, "ed-msg")
	root.find("tobject").each(func(n *xmlNode) { e.declareNote(n.attr("tobject.property.type")) }, "tobject.property")
	if e.Status == "" {
		e.setStatus(head.child("docdata").attr("management-status"), head.child("docdata", "date.release").attr("norm"))
	}
	for _, title := range []*xmlNode{top.child("hedline", "hl1"), top.child("headline", "hl1"), top.child("hedline"), head.child("title")} {
		if title != nil {
			e.addTitle(title.passage())
		}
	}
	top.child("hedline").each(func(n *xmlNode) { e.addParagraph(foldSpace(n.passage()), Standfirst, "") }, "hl2")
	if abstract := top.child("abstract"); abstract != nil {
		paragraphs := 0
		abstract.each(func(n *xmlNode) { paragraphs++; e.addParagraph(foldSpace(n.passage()), Standfirst, "") }, "p")
		if paragraphs == 0 {
			e.addParagraph(foldSpace(abstract.passage()), Standfirst, "")
		}
	}
	content := body.child("body.content")
	if content == nil {
		return ErrEmpty
	}
	if err := e.addHTML(content.markup(), true); err != nil {
		return err
	}
	if end := body.child("body.end"); end != nil {
		if note := end.line(); mentionsTranslation(note) {
			e.declare(DeclaredNote, note)
		}
	}
	return nil
}

// set fills in a field that is empty with the first value that is not.
func set(field *string, values ...string) {
	for _, v := range values {
		if *field == "" {
			*field = strings.TrimSpace(v)
		}
	}
}
