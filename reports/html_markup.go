package reports

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

// Most of a page of an audit is the article with its marked words, its notes, and
// what the score and the origin model say: hundreds of small elements in which
// html/template would look up everything anew. This file writes these elements,
// and nothing else: all text in them goes through escaped.

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

// optional writes markup around something escaped, if there is something.
func (m *markup) optional(before, s, after string) {
	if s != "" {
		m.tags(before, s, after)
	}
}

// html is what was written.
func (m *markup) html() template.HTML {
	return template.HTML(m.String()) //nolint:gosec // escaped when it was written
}

// Body is the article with its marks and notes.
func (view *articleView) Body() template.HTML {
	var m markup
	for i := range view.Prose {
		p := &view.Prose[i]
		m.tags("\n      <div class=\"row ", p.Kind, `"><p dir="auto">`)
		if p.Kind == "removed" {
			m.WriteString(`<span class="tag">not part of the prose`)
			m.optional(": ", p.Reason, "")
			m.WriteString("</span> ")
		}
		m.sentences(p.Sentences)
		m.WriteString("</p>")
		if len(p.Notes) > 0 {
			m.WriteString("\n        <div class=\"notes\">")
			for _, n := range p.Notes {
				m.note(n)
			}
			m.WriteString("</div>")
		}
		m.WriteString("\n      </div>")
	}
	return m.html()
}

// sentences writes a paragraph's text with its marks.
func (m *markup) sentences(all []sentenceView) {
	for i := range all {
		s := &all[i]
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

// note writes what is said of a finding.
func (m *markup) note(n *noteView) {
	number := strconv.Itoa(n.Number)
	m.tags("\n<div class=\"note ", n.Severity, `" id="`)
	m.tags("", n.Anchor, `" role="note" aria-label="note `+number+", ")
	m.tags("", n.Severity, `" data-number="`+number+`" data-rule="`)
	m.tags("", n.Rule, "\">\n")
	m.tags(`  <p class="what"><a class="ref `, n.Severity, `" href="#`)
	m.tags("", n.Mark, `" aria-label="back to the words of note `+number+`">`+number+`</a> <span class="sev `)
	m.tags("", n.Severity, `">`+signs[n.Severity])
	m.tags("", n.Severity, `</span> <span dir="auto">`)
	m.tags("", n.Message, "</span></p>")
	for i, s := range n.Removals {
		if i == 0 {
			m.WriteString("\n  <p class=\"fix\"><span class=\"k\">Write</span> ")
		} else {
			m.WriteString(` <span class="k">or</span> `)
		}
		m.tags(`<b dir="auto">`, s, "</b>")
	}
	if len(n.Removals) > 0 {
		m.WriteString("</p>")
	}
	if len(n.Others) > 0 {
		m.WriteString("\n  <ul class=\"others\" aria-label=\"what the others write\">")
		for i := range n.Others {
			o := &n.Others[i]
			m.tags("\n    <li><q dir=\"auto\">", o.Text, `</q> <small dir="auto">`)
			m.tags("", o.Who, "</small>")
			if len(o.Changes) > 0 {
				m.WriteString(`<div class="delta" dir="auto"><span class="k">Here</span> `)
				m.changes(o.Changes)
				m.WriteString("</div>")
			}
			m.WriteString("</li>")
		}
		m.WriteString("\n  </ul>")
	}
	for i, w := range n.Here {
		if i == 0 {
			m.WriteString(`<p class="here"><span class="k">See</span> `)
		} else {
			m.WriteString(", ")
		}
		m.tags(`<q dir="auto">`, w.Text, "</q>")
	}
	if len(n.Here) > 0 {
		m.WriteString("</p>")
	}
	m.tags("\n  <details><summary>Why</summary><p dir=\"auto\">", n.Why, `</p><p class="dim">`)
	m.link(n.RuleHref, n.Rule)
	m.optional(" · from ", n.From, "")
	m.WriteString(" · line " + strconv.Itoa(n.Line) + ", column " + strconv.Itoa(n.Column) + "</p></details>\n</div>")
}

// signs are those of the severities.
var signs = map[string]string{
	"critical": `<i class="sign" aria-hidden="true">◆</i>`,
	"major":    `<i class="sign" aria-hidden="true">▲</i>`,
	"minor":    `<i class="sign" aria-hidden="true">●</i>`,
}

// link writes a text as a link, if it has where to lead: a page or a place of
// calque's own.
func (m *markup) link(href, text string) {
	if href == "" {
		m.escaped(text)
		return
	}
	m.tags(`<a href="`, href, `">`)
	m.tags("", text, "</a>")
}

// changes writes how a wording departs from another one.
func (m *markup) changes(all []Change) {
	for _, c := range all {
		switch c.Kind {
		case "lost":
			m.tags(`<del><span class="hidden">[not here: </span>`, c.Text, `<span class="hidden">]</span></del>`)
		case "new":
			m.tags(`<ins><span class="hidden">[only here: </span>`, c.Text, `<span class="hidden">]</span></ins>`)
		default:
			m.escaped(c.Text)
		}
	}
}

// Diff is a wording with what the others have instead.
func (v variantView) Diff() template.HTML {
	var m markup
	m.changes(v.Changes)
	return m.html()
}

// Facts are where the article stands and what the origin model says.
func (view *articleView) Facts() template.HTML {
	var m markup
	if view.Against != "" {
		m.WriteString("<p>")
		if view.Scores.Rank > 0 {
			m.WriteString("Rank " + strconv.Itoa(view.Scores.Rank))
			if view.Story != nil {
				m.WriteString(" in its story")
			}
			m.WriteString(", ")
		}
		m.escaped(view.Against)
		if s := view.Story; s != nil {
			m.tags(` (<a href="`, s.Href, `" dir="auto">`)
			m.tags("", s.Title, "</a>)")
		}
		m.optional(` <span class="dim" dir="auto">(`, view.Scores.AgainstWhy, ")</span>")
		m.WriteString(".</p>")
	}
	if o := view.Origin; o != nil {
		m.tags("\n        <p class=\"verdict\" dir=\"auto\">", o.Verdict, ` <span class="dim">Confidence: `)
		m.tags("", o.Confidence, ".</span></p>")
	}
	if len(view.OriginBar) > 0 {
		m.WriteString("\n        <div class=\"origin\">\n          ")
		m.originChart(view.OriginBar)
		m.optional("<p>Likely source: ", view.From, "</p>")
		m.WriteString("\n        </div>")
	}
	return m.html()
}

// originChart writes what the origin model says, as a bar and in words.
func (m *markup) originChart(bars []bar) {
	m.WriteString(`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">`)
	for _, b := range bars {
		m.tags(`<rect class="`, b.Class, `" x="`+decimal(b.X)+`" y="0" width="`+decimal(b.Width)+`" height="6"></rect>`)
	}
	m.WriteString("</svg>\n          <ul>")
	for _, b := range bars {
		m.tags(`<li class="`, b.Class, `">`)
		m.tags("", b.Text, "</li>")
	}
	m.WriteString("</ul>")
}

// StepBars are the steps of the score on one line.
func (view *articleView) StepBars() template.HTML {
	var m markup
	for i := range view.Steps {
		m.stepBar(&view.Steps[i])
	}
	return m.html()
}

func (m *markup) stepBar(s *step) {
	m.tags(`<rect class="`, s.Class, `" x="`+decimal(s.X)+`" width="`+decimal(s.Width)+`" height="4"></rect>`)
}

// StepRows are the steps of the score, a row each.
func (view *articleView) StepRows() template.HTML {
	var m markup
	for i := range view.Steps {
		s := &view.Steps[i]
		m.WriteString("\n          <tr><th scope=\"row\">")
		m.link(s.RuleHref, s.Name)
		m.optional(`<small dir="auto">`, s.Why, "</small>")
		m.tags(`</th><td class="num">`, s.Points, `</td><td class="meters"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">`)
		m.stepBar(s)
		m.WriteString("</svg></td></tr>")
	}
	return m.html()
}

// decimal is a number as html/template writes it.
func decimal(v float64) string { return fmt.Sprint(v) }

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
	return m.html()
}

// signed is a number with two decimals and its sign.
func signed(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	if strings.HasPrefix(s, "-") {
		return s
	}
	return "+" + s
}
