package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// An overview is the first page of an audit.
type overview struct {
	auditPage
	Heading, Lead string
	Notes         []string
	Errors        []string
	MoreErrors    string
	Stats         []stat
	Charts        []*histogram
	Tables        []*groupTable
	Rules         *ruleTable
	Drift         *driftView
	Worst         *ranking
	MoreArticles  string
	Stories       []storyLine
	MoreStories   string
}

// A groupTable breaks the corpus down.
type groupTable struct {
	Title, What string // "By publisher", "Publisher"
	Note, More  string
	MoreHref    string
	Judged      bool
	Rows        []groupLine
}

type groupLine struct {
	Name, Href, Articles, Quality, PerThousand string
	Bar                                        float64
	Machine                                    shareView
}

// A shareView is a share with its interval, in words and as a bar.
type shareView struct {
	Share, Interval string
	At, Low, Width  float64 // percent
}

func newShareView(s Share) shareView {
	if s.Of == 0 {
		return shareView{Share: "–"}
	}
	return shareView{percentExactly(s.Share), interval(s), s.Share * 100, s.Low * 100, max(0.5, (s.High-s.Low)*100)}
}

// A ruleTable is how often the rules found something.
type ruleTable struct {
	Note, MoreHref, More string
	Rows                 []ruleLine
}

type ruleLine struct {
	Name, Href, Severity, Findings, PerThousand string
	Articles                                    shareView
	List                                        string // the articles with it
}

// How much the overview lists.
const (
	overviewGroups   = 10
	overviewArticles = 20
	overviewStories  = 10
	overviewErrors   = 10
	overviewChanges  = 10
)

// overviewPages writes the lists, the tables and the overview, which comes
// last: where there is an overview, the pages that it leads to are there.
func (w *auditWriter) overviewPages() error {
	for _, step := range []func() error{w.scripts, w.lists, w.tables, w.rulesPage, w.errorsPage, w.driftPage} {
		if err := step(); err != nil {
			return err
		}
	}
	s := &w.summary
	p := &overview{auditPage: w.page("Overview", "", "index.html"), Heading: count(s.All.Articles, "article", "articles") + " audited"}
	p.Made = w.options.Made
	p.Title = p.Heading + " – calque audit"
	p.Lead = lead(Summary{Articles: s.All.Articles, Words: s.All.Words, Findings: s.All.Findings, BySeverity: s.BySeverity})
	for _, note := range []string{w.capped(), w.storiesCapped(), w.untold()} {
		if note != "" {
			p.Notes = append(p.Notes, note)
		}
	}
	p.Errors = w.errors[:min(len(w.errors), overviewErrors)]
	if s.Errors > len(p.Errors) {
		p.MoreErrors = "All " + thousands(s.Errors)
	}
	p.Stats = w.stats()
	if s.All.Articles > 0 {
		p.Charts = append(p.Charts, qualityChart(s.Quality))
		if s.All.Machine.Of > 0 {
			p.Charts = append(p.Charts, machineChart(s.Machine))
		}
	}
	for _, t := range w.groupTables(p.Base) {
		if all := len(t.Rows); all > overviewGroups {
			t.Rows = t.Rows[:overviewGroups]
			t.More = fmt.Sprintf("All %s", thousands(all))
		}
		p.Tables = append(p.Tables, t)
	}
	if p.Rules = w.ruleTable(p.Base); p.Rules != nil && len(p.Rules.Rows) > overviewGroups {
		p.Rules.More = fmt.Sprintf("All %d, with what they mean", len(p.Rules.Rows))
		p.Rules.Rows = p.Rules.Rows[:overviewGroups]
	}
	p.Drift = w.driftView(p.Base, overviewChanges)
	if len(w.rows) > 0 {
		p.Worst = w.ranking(w.rows[:min(len(w.rows), overviewArticles)], p.Base)
		p.MoreArticles = "All " + thousands(len(w.rows)) + ", to search and sort"
	}
	p.Stories = storyLines(w.stories[:min(len(w.stories), overviewStories)], p.Base)
	p.MoreStories = "All " + count(len(w.stories), "story", "stories")
	return w.template("index.html", "audit-index", p)
}

func (w *auditWriter) stats() []stat {
	s := &w.summary
	out := []stat{{thousands(s.All.Articles), plural(s.All.Articles, "article", "articles"), ""}}
	if w.judged {
		label := "likely machine-translated"
		if m := s.All.Machine; m.Of > 0 {
			label += fmt.Sprintf(", %s of those long enough to tell (%s)", percent(m.Share), interval(m))
		}
		out = append(out, stat{thousands(s.All.Machine.Count), label, ""})
	}
	for _, severity := range []string{"critical", "major", "minor"} {
		n := s.BySeverity[severity]
		out = append(out, stat{thousands(n), severity + plural(n, " finding", " findings"), severity})
	}
	if s.Stories > 0 {
		out = append(out, stat{thousands(s.Stories), plural(s.Stories, "story", "stories") + " told more than once", ""})
	}
	return out
}

// untold says what the breakdowns leave out.
func (w *auditWriter) untold() string {
	if w.summary.NotListed == 0 {
		return ""
	}
	return fmt.Sprintf("Of each kind %s groups are told apart; %s of further publishers, months or languages are left out of these tables and counted in all others.",
		thousands(groupCap), count(w.summary.NotListed, "article", "articles"))
}

// groupTables are the breakdowns that have more than one row.
func (w *auditWriter) groupTables(base string) []*groupTable {
	var out []*groupTable
	add := func(title, what, note, file, key string, of func(*auditRow) string, groups []Group, least int, name func(string) string) {
		if len(groups) < least {
			return
		}
		listed := map[string]bool{} // those that the list of articles has any of
		for _, r := range w.rows {
			listed[of(r)] = true
		}
		t := &groupTable{Title: title, What: what, Note: note, MoreHref: base + file, Judged: w.summary.All.Machine.Of > 0}
		for _, g := range groups {
			line := groupLine{
				Name: name(g.Name), Articles: thousands(g.Articles), Quality: points(g.QualityMedian), Bar: max(0, min(100, g.QualityMedian)),
				PerThousand: fixed(g.PerThousand), Machine: newShareView(g.Machine),
			}
			value := line.Name
			if key == "month" {
				value = g.Name
			}
			if listed[value] {
				line.Href = base + "pages/articles.html#" + url.Values{key: {value}}.Encode()
			}
			t.Rows = append(t.Rows, line)
		}
		out = append(out, t)
	}
	same := func(s string) string { return s }
	latest := slices.Clone(w.summary.Months)
	slices.Reverse(latest)
	add("By publisher", "Publisher", "lowest median quality first, under 5 articles last", "pages/publishers.html", "publisher", func(r *auditRow) string { return r.Publisher }, w.summary.Publishers, 2, same)
	add("By month", "Month", "of publication, latest first", "pages/months.html", "month", func(r *auditRow) string { return r.Month }, latest, 2, monthName)
	add("By likely source language", "Language", "of articles that are likely translations; lowest median quality first", "pages/languages.html", "from", func(r *auditRow) string { return r.From }, w.summary.SourceLanguages, 1, sourceName)
	return out
}

func fixed(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

func monthName(key string) string { return strings.TrimPrefix(day(key+"-01"), "1 ") }

func (w *auditWriter) ruleTable(base string) *ruleTable {
	if len(w.summary.Rules) == 0 {
		return nil
	}
	severity := map[string]string{}
	for _, r := range w.audit.Rules {
		severity[r.Name] = r.Severity
	}
	t := &ruleTable{MoreHref: base + "pages/rules.html"}
	at := &auditSite{w, base}
	for _, r := range w.summary.Rules {
		line := ruleLine{Name: r.Rule, Href: at.rule(r.Rule), Severity: severity[r.Rule], Findings: thousands(r.Findings), PerThousand: fixed(r.PerThousand), Articles: newShareView(r.Articles)}
		if len(w.rows) > 0 {
			line.List = base + "pages/articles.html#" + url.Values{"rule": {r.Rule}}.Encode()
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// A tablePage is a breakdown on a page of its own.
type tablePage struct {
	auditPage
	Heading  string
	Notes    []string
	Table    *groupTable
	Rules    *ruleTable
	Explains []ruleView
	Errors   []string
	Drift    *driftView
}

func (w *auditWriter) tables() error {
	for _, t := range w.groupTables("") {
		if len(t.Rows) <= overviewGroups {
			continue
		}
		file := t.MoreHref
		p := &tablePage{auditPage: w.page(t.Title, "", file), Heading: t.Title, Table: t}
		for i, r := range t.Rows {
			if r.Href != "" {
				t.Rows[i].Href = p.Base + r.Href
			}
		}
		if err := w.template(file, "audit-table", p); err != nil {
			return err
		}
	}
	return nil
}

func (w *auditWriter) rulesPage() error {
	if len(w.summary.Rules) == 0 {
		return nil
	}
	const file = "pages/rules.html"
	p := &tablePage{auditPage: w.page("The marks", "rules", file), Heading: "The marks in this audit"}
	p.Rules = w.ruleTable(p.Base)
	found := map[string]int{}
	for _, r := range w.summary.Rules {
		found[r.Rule] = r.Findings
	}
	for _, r := range w.audit.Rules {
		p.Explains = append(p.Explains, ruleView{r, w.rules[r.Name], languages(r.SourceLanguages), found[r.Name]})
	}
	return w.template(file, "audit-table", p)
}

func (w *auditWriter) errorsPage() error {
	if w.summary.Errors <= overviewErrors {
		return nil
	}
	p := &tablePage{auditPage: w.page("Not checked", "", "pages/errors.html"), Heading: count(w.summary.Errors, "item", "items") + " not checked", Errors: w.errors}
	if n := w.summary.NotEnglish; n > 0 {
		p.Notes = append(p.Notes, thousands(n)+" of them were left alone because they are not in English.")
	}
	if n := w.summary.Errors - len(w.errors); n > 0 {
		p.Notes = append(p.Notes, fmt.Sprintf("The first %s are listed; errors.jsonl holds the other %s.", thousands(len(w.errors)), thousands(n)))
	}
	return w.template("pages/errors.html", "audit-table", p)
}

// script writes a value as a script that a page can load from beside it.
func (w *auditWriter) script(name string, value any) error {
	return w.file(name, func(out io.Writer) error {
		if _, err := io.WriteString(out, "window.calqueIndex = "); err != nil {
			return err
		}
		return json.NewEncoder(out).Encode(value) // escapes what would end a script
	})
}
