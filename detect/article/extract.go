package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An extract is what the reader of a format with structure takes out of it:
// the fields of the envelope, and the paragraphs as plain text with what the
// format says about each. The layout then reads that text like any other, so
// that datelines, sign-offs and links are found whatever the format, and the
// places are led back to the input.
type extract struct {
	Draft
	text       passageBuilder
	only       passage // the first paragraph, as long as there is no other: it need not be copied
	hints      []hint
	titled     bool
	structured bool   // the format says what belongs to the article
	unwrapped  bool   // the format says where paragraphs end
	title      string // its text, when titled
	limits     Limits
}

// A hint is what a format says about a paragraph: its kind where it is not
// Body, or why it is not part of the prose.
type hint struct {
	at     int // byte offset of the paragraph in the extract's text
	kind   Kind
	reason Reason
}

// newExtract begins an extract of an input that has been decoded.
func newExtract(path string, record int, in decoded, limits Limits) *extract {
	r := rooms.Get().(*room)
	e := &r.extract
	e.limits, e.room, e.hints = limits, r, r.hints[:0]
	e.text = passageBuilder{r.text[:0], r.runs[:0]}
	e.clock = limits.clock
	e.Path, e.Record, e.Input, e.Repairs, e.index = path, record, in.text, slices.Clip(in.repairs), in.index
	e.Encoding = in.encoding
	if len(in.bad) > 0 {
		e.Repairs = append(e.Repairs, Repair{Problem: "invalid-utf8"})
	}
	return e
}

// addTitle adds the headline, which comes before all else.
func (e *extract) addTitle(p passage) {
	if p = foldSpace(p); p.text == "" || e.titled || len(e.hints) > 0 {
		return
	}
	e.titled, e.title = true, p.text
	e.addParagraph(p, Body, "")
}

// addParagraph adds a paragraph. A line break in it is a line break.
func (e *extract) addParagraph(p passage, kind Kind, reason Reason) {
	if p = p.trim(); p.text == "" {
		return
	}
	if len(e.hints) == 0 {
		e.only = p
		e.hints = append(e.hints, hint{0, kind, reason})
		return
	}
	if e.only.text != "" {
		e.text.grow(e.only)
		e.text.add(e.only, 0, len(e.only.text))
		e.only = passage{}
	}
	e.text.grow(p)
	e.text.put("\n\n", p.at(0))
	e.hints = append(e.hints, hint{len(e.text.text), kind, reason})
	e.text.add(p, 0, len(p.text))
}

// addText adds plain text of any number of paragraphs; a first line that is
// the headline again is left out.
func (e *extract) addText(p passage) {
	if p = p.trim(); e.titled && len(e.hints) == 1 {
		line := firstLine(p.text)
		if strings.Join(strings.Fields(line), " ") == e.title {
			p = p.slice(len(line), len(p.text))
		}
	}
	e.addParagraph(p, Body, "")
}

// foldSpace is a passage on one line, without white space around it.
func foldSpace(p passage) passage {
	p = p.trim()
	if !strings.ContainsAny(p.text, "\t\r\n\f") && !strings.Contains(p.text, "  ") {
		return p
	}
	var b passageBuilder
	addFolded(&b, p)
	return b.passage()
}

// addFolded adds a passage with one space for each stretch of white space.
func addFolded(b *passageBuilder, p passage) {
	for i := 0; i < len(p.text); {
		n := 0
		for i+n < len(p.text) && isMarkupSpace(p.text[i+n]) {
			n++
		}
		if n > 0 {
			if len(b.text) > 0 && !b.endsWith(' ') && !b.endsWith('\n') {
				b.put(" ", p.at(i))
			}
			i += n
			continue
		}
		for i+n < len(p.text) && !isMarkupSpace(p.text[i+n]) {
			n++
		}
		b.add(p, i, i+n)
		i += n
	}
}

func isMarkupSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'
}

// article reads the text as an article.
func (e *extract) article() (*Article, error) {
	if err := e.draft(); err != nil {
		return nil, err
	}
	a := New(e.Draft)
	e.room.release()
	return a, nil
}

// draft tells the parts of the article in the text.
func (e *extract) draft() error {
	text := e.only
	if text.text == "" {
		text = e.text.passage()
	}
	e.room.text, e.room.runs, e.room.hints = e.text.text, e.text.runs, e.hints
	if text.text == "" || len(e.hints) == 1 && e.titled {
		return ErrEmpty
	}
	if !utf8.ValidString(text.text) {
		text.text = strings.ToValidUTF8(text.text, "\ufffd")
	}
	if e.ID == "" {
		e.ID = idOf(e.Path, e.Record)
	}
	e.Published = stamped(e.Published)
	text, directives, cuts := withoutDirectives(text)
	e.Directives = append(e.Directives, directives...)
	for i := range e.hints {
		e.hints[i].at = shifted(e.hints[i].at, cuts)
	}
	in := decoded{text: text.text, hints: e.hints, structured: e.structured, unwrapped: e.unwrapped}
	in.layout(&e.Draft, e.titled)
	if len(e.Parts) == 0 {
		return ErrEmpty
	}
	e.through = text
	return nil
}
