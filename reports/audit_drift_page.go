package reports

import (
	"fmt"
	"strings"
)

// A driftView is what changed since an earlier audit, as the pages show it.
type driftView struct {
	Lead           string
	Notes          []string
	Worse, Better  []changeView
	More           int // changes left out
	Fallen         []fallView
	NewPublishers  string
	GonePublishers string
	Tests, Href    string
}

type changeView struct{ Who, What, Old, New, P, Href string }

type fallView struct{ Title, Href, Old, New, Points string }

// driftView lays out at most so many changes, all where most is 0.
func (w *auditWriter) driftView(base string, most int) *driftView {
	d := w.summary.Drift
	if d == nil {
		return nil
	}
	at := &auditSite{w, base}
	v := &driftView{
		Notes: d.notes(w.audit.Tool), Tests: d.Tests, Href: base + "pages/drift.html",
		NewPublishers: strings.Join(d.NewPublishers, ", "), GonePublishers: strings.Join(d.GonePublishers, ", "),
	}
	worse := 0
	for i, c := range d.Changes {
		if c.Worse {
			worse++
		}
		if most > 0 && i >= most {
			v.More++
			continue
		}
		view := changeView{Who: c.Publisher, P: fmt.Sprintf("%.1g", c.P)}
		if c.Publisher == "" {
			view.Who = "The whole corpus"
		}
		switch c.Measure {
		case "quality":
			view.What, view.Old, view.New = "mean quality", points(c.Old), points(c.New)
		case "machine-translated":
			view.What, view.Old, view.New = "likely machine-translated", percentExactly(c.Old), percentExactly(c.New)
		default:
			view.What, view.Old, view.New, view.Href = c.Rule+" per 1,000 words", fixed(c.Old), fixed(c.New), at.rule(c.Rule)
		}
		if c.Worse {
			v.Worse = append(v.Worse, view)
		} else {
			v.Better = append(v.Better, view)
		}
	}
	better := len(d.Changes) - worse
	v.Lead = fmt.Sprintf("Held against %s. Of %s, ", d.Old, count(d.Compared, "comparison", "comparisons"))
	if len(d.Changes) == 0 {
		v.Lead += "none shows a change beyond chance."
	} else {
		v.Lead += fmt.Sprintf("%s for the worse and %s for the better %s beyond chance.", thousands(worse), thousands(better), plural(len(d.Changes), "is", "are"))
	}
	v.Lead += fmt.Sprintf(" %s new, %s gone; of the %s in both, %s scored lower than before and %s higher.",
		isAre(d.New, "article"), isAre(d.Gone, ""), thousands(d.Both), thousands(d.Worse), thousands(d.Better))
	for _, f := range d.Fallen {
		view := fallView{Title: f.Title, Old: points(f.Old), New: points(f.New), Points: "−" + points(f.Old-f.New)}
		if r := w.known[f.Article]; r != nil && r.File != "" {
			view.Href = base + r.File
		}
		v.Fallen = append(v.Fallen, view)
	}
	return v
}

func (w *auditWriter) driftPage() error {
	if w.summary.Drift == nil {
		return nil
	}
	p := &tablePage{auditPage: w.page("What changed", "drift", "pages/drift.html"), Heading: "What changed since the earlier audit"}
	p.Drift = w.driftView(p.Base, 0)
	return w.template("pages/drift.html", "audit-table", p)
}

// isAre is "1 article is", "20 articles are".
func isAre(n int, noun string) string {
	text := thousands(n)
	if noun != "" {
		text += " " + plural(n, noun, noun+"s")
	}
	return text + plural(n, " is", " are")
}
