package reports

import (
	"html/template"
	"strconv"
	"strings"
)

// Most of a page of an audit is the article with its marked words and the cues
// of the origin model, hundreds of small elements in which html/template would
// look up everything anew. This file writes these elements, and nothing else:
// all text in them goes through escaped.

// A markup is HTML that is being written.
type markup struct{ strings.Builder }

// escapes are those of html/template, for text and quoted attributes.
var escapes = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// escaped writes what may hold anything. It comes between tags or inside the
// quotation marks of an attribute; of addresses, calque's own anchors may.
func (m *markup) escaped(s string) { _, _ = escapes.WriteString(m, s) }

// tags writes markup around something escaped.
func (m *markup) tags(before, s, after string) {
	m.WriteString(before)
	m.escaped(s)
	m.WriteString(after)
}

// Prose is the paragraph's text with its marks.
func (p paragraphView) Prose() template.HTML {
	var m markup
	for i := range p.Sentences {
		s := &p.Sentences[i]
		if s.Heat >= 0 {
			m.tags(`<span class="s h`+strconv.Itoa(s.Heat)+`" data-chance="`, s.Chance, `">`)
		}
		for j := range s.Pieces {
			m.piece(&s.Pieces[j])
		}
		if s.Heat >= 0 {
			m.WriteString("</span>")
		}
	}
	return template.HTML(m.String()) //nolint:gosec // escaped above
}

func (m *markup) piece(p *piece) {
	for _, anchor := range p.Begins {
		m.tags(`<span class="at" id="`, anchor, `"></span>`)
	}
	if p.Severity != "" {
		m.tags(`<mark class="`, p.Severity, "")
		if p.Depth > 1 {
			m.WriteString(" deep")
		}
		m.tags(`" data-n="`, p.Findings, "")
		m.tags(`" data-rules="`, p.Rules, `">`)
		m.tags("", p.Text, "</mark>")
	} else {
		m.escaped(p.Text)
	}
	for _, n := range p.Ends {
		number := strconv.Itoa(n.Number)
		m.tags(`<a class="ref `, n.Severity, "")
		m.tags(`" href="#`, n.Anchor, `" aria-label="note `+number+", ")
		m.tags("", n.Severity, `">`+number+"</a>")
	}
}

// Cues are the rows of the table of evidence.
func (o *Origin) Cues() template.HTML {
	var m markup
	for _, c := range o.Evidence {
		side := "people"
		if c.Weight > 0 {
			side = "machine translation"
		}
		m.tags(`<tr><td dir="auto">`, c.Cue, "</td><td>"+side+`</td><td class="num">`)
		m.tags("", signed(c.Weight), "</td></tr>")
	}
	return template.HTML(m.String()) //nolint:gosec // escaped above
}

// signed is a number with two decimals and its sign.
func signed(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	if strings.HasPrefix(s, "-") {
		return s
	}
	return "+" + s
}
