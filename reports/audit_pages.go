package reports

import (
	"fmt"
	"html/template"
	"io"
	"strings"
)

// An auditPage is what every page of an audit has.
type auditPage struct {
	Policy        string
	Style, Script template.HTML
	Title         string
	Base          string // from the page to the audit's directory: "", "../" or "../../../"
	Here          string // the entry of the navigation it belongs to
	Tool          Tool
	Made          string
	Nav           []articleLink
}

// auditPolicy allows the style sheet and the scripts that stand beside the
// pages. Firefox does not take 'self' for the files of a directory, so it has
// to be named.
const auditPolicy = "default-src 'none'; img-src data:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

// page begins a page of the audit.
func (w *auditWriter) page(title, here, file string) auditPage {
	base := strings.Repeat("../", strings.Count(file, "/"))
	p := auditPage{
		Policy: auditPolicy, Title: title + titleEnd, Base: base, Here: here, Tool: w.audit.Tool,
		Style:  template.HTML(`<link rel="stylesheet" href="` + base + `pages/calque.css">`),       //nolint:gosec // no input
		Script: template.HTML(`<script src="` + base + `pages/calque.js" defer="defer"></script>`), //nolint:gosec // no input
	}
	p.Nav = append(p.Nav, articleLink{"Overview", base + "index.html"})
	if len(w.rows) > 0 {
		p.Nav = append(p.Nav, articleLink{"Articles", base + "pages/articles.html"})
	}
	if len(w.stories) > 0 {
		p.Nav = append(p.Nav, articleLink{"Stories", base + "pages/stories.html"})
	}
	if len(w.summary.Rules) > 0 {
		p.Nav = append(p.Nav, articleLink{"The marks", base + "pages/rules.html"})
	}
	if w.summary.Drift != nil {
		p.Nav = append(p.Nav, articleLink{"What changed", base + "pages/drift.html"})
	}
	return p
}

type articlePage struct {
	framed
	View          *articleView
	Worse, Better string
}

type storyPage struct {
	framed
	View storyView
}

// A frame is what stands around the pages of all articles and stories, which are
// equally deep in the directory: made once, since most pages are theirs.
type frame struct{ base, beforeTitle, afterTitle, end string }

// A framed page has what stands before and after its content.
type framed struct{ Top, End template.HTML }

func (w *auditWriter) makeFrame() error {
	const title = "\ue000" // where it stands
	p := w.page("", "", pageFile("articles", ""))
	p.Title = title
	var top, end strings.Builder
	if err := templates().ExecuteTemplate(&top, "audit-top", p); err != nil {
		return err
	}
	if err := templates().ExecuteTemplate(&end, "audit-end", p); err != nil {
		return err
	}
	w.frame = frame{base: p.Base, end: end.String()}
	w.frame.beforeTitle, w.frame.afterTitle, _ = strings.Cut(top.String(), title)
	return nil
}

// around is the frame of a page with a title.
func (f *frame) around(title string) framed {
	var top, end markup
	top.tags(f.beforeTitle, title+titleEnd, f.afterTitle)
	end.WriteString(f.end)
	return framed{top.html(), end.html()}
}

// titleEnd is how the titles of all pages end.
const titleEnd = " – calque audit"

// A listPage is one page of the list of articles or of stories.
type listPage struct {
	auditPage
	Heading, Note string
	Ranking       *ranking // of articles
	Stories       []storyLine
	Index         string // the script with the whole list
	Pager         *pager
	Filters       *filters
}

// filters are the choices above the list of articles.
type filters struct {
	Judged                               bool
	Rules, Publishers, Months, Languages []string
}

// A ranking is a table of articles.
type ranking struct {
	Judged bool
	Rows   []rowView
}

// A rowView is an article in a ranking.
type rowView struct {
	Href, Heading, Where string
	Quality, Bar         float64
	Worst, Counts        string
	Findings             int
	Machine              string
	MachineAt            float64
	Unsure               bool // the model's confidence is low
	Words                int
	Article, Rules       string // for the filter of a page that holds the articles themselves
}

type storyLine struct {
	Href, Title, Quality, Day string
	Conflicts, Tellings       int
}

// A pager leads through a list.
type pager struct {
	Links            []pagerLink
	Previous, Next   string
	Here, Pages      int
	First, Last, All string // of the rows
}

type pagerLink struct {
	Number int
	Href   string
	Here   bool
	Gap    bool // pages before it are left out
}

// listRows is how many rows a page of a list has.
const listRows = 200

func (w *auditWriter) rowView(r *auditRow, base string) rowView {
	v := rowView{
		Heading: r.Heading, Where: r.Where, Quality: r.Quality, Bar: max(0, min(100, r.Quality)),
		Worst: r.worst(), Counts: r.counts(), Findings: r.findings(), MachineAt: r.Machine, Machine: "–", Words: r.Words,
	}
	if r.Publisher != "" && r.Publisher != r.Heading {
		v.Where = r.Publisher + " · " + r.Where
	}
	if r.Day != "" {
		v.Where += " · " + r.Day
	}
	if r.Machine >= 0 {
		v.Machine = percent(r.Machine)
		v.Unsure = !r.Sure
	}
	if r.File != "" {
		v.Href = base + r.File
	}
	return v
}

func (w *auditWriter) ranking(rows []*auditRow, base string) *ranking {
	out := &ranking{Judged: w.judged}
	for _, r := range rows {
		out.Rows = append(out.Rows, w.rowView(r, base))
	}
	return out
}

func storyLines(rows []*storyRow, base string) []storyLine {
	var out []storyLine
	for _, s := range rows {
		out = append(out, storyLine{base + s.File, s.Title, s.quality(), day(s.Day), s.Conflicts, len(s.Members)})
	}
	return out
}

func (s *storyRow) quality() string {
	if s.Low == s.High {
		return points(s.Low)
	}
	return points(s.Low) + " to " + points(s.High)
}

// listFile is the n-th page of a list, from 1.
func listFile(kind string, n int) string {
	if n == 1 {
		return "pages/" + kind + ".html"
	}
	return fmt.Sprintf("pages/%s-%d.html", kind, n)
}

// lists writes the pages of the lists of articles and of stories.
func (w *auditWriter) lists() error {
	choices := w.filters()
	for first, n := 0, 1; first < len(w.rows); first, n = first+listRows, n+1 {
		last := min(first+listRows, len(w.rows))
		p := &listPage{
			auditPage: w.page("Articles", "articles", listFile("articles", n)), Heading: "Articles, worst first", Note: w.capped(),
			Index: "articles.js", Pager: newPager("articles", n, len(w.rows)), Filters: choices,
		}
		p.Ranking = w.ranking(w.rows[first:last], p.Base)
		if err := w.template(listFile("articles", n), "audit-list", p); err != nil {
			return err
		}
	}
	for first, n := 0, 1; first < len(w.stories); first, n = first+listRows, n+1 {
		last := min(first+listRows, len(w.stories))
		p := &listPage{
			auditPage: w.page("Stories", "stories", listFile("stories", n)), Heading: "Stories, most disputed first", Note: w.storiesCapped(),
			Index: "stories.js", Pager: newPager("stories", n, len(w.stories)),
		}
		p.Stories = storyLines(w.stories[first:last], p.Base)
		if err := w.template(listFile("stories", n), "audit-list", p); err != nil {
			return err
		}
	}
	return nil
}

// choicesListed is how many publishers, months and languages a filter offers.
const choicesListed = 500

func (w *auditWriter) filters() *filters {
	names := func(groups []Group, name func(string) string) []string {
		var out []string
		for _, g := range groups[:min(len(groups), choicesListed)] {
			out = append(out, name(g.Name))
		}
		return out
	}
	same := func(s string) string { return s }
	f := &filters{Judged: w.judged, Publishers: names(w.summary.Publishers, same), Months: names(w.summary.Months, same), Languages: names(w.summary.SourceLanguages, sourceName)}
	for _, r := range w.summary.Rules {
		f.Rules = append(f.Rules, r.Rule)
	}
	return f
}

func newPager(kind string, here, rows int) *pager {
	pages := (rows + listRows - 1) / listRows
	p := &pager{Here: here, Pages: pages, First: thousands((here-1)*listRows + 1), Last: thousands(min(rows, here*listRows)), All: thousands(rows)}
	href := func(n int) string { return strings.TrimPrefix(listFile(kind, n), "pages/") }
	if here > 1 {
		p.Previous = href(here - 1)
	}
	if here < pages {
		p.Next = href(here + 1)
	}
	after := 0
	for n := 1; n <= pages; n++ {
		if n == 1 || n == pages || n >= here-2 && n <= here+2 {
			p.Links = append(p.Links, pagerLink{n, href(n), n == here, n > after+1})
			after = n
		}
	}
	return p
}

// capped says how many articles have no page, and how to get one.
func (w *auditWriter) capped() string {
	without := w.summary.All.Articles - len(w.rows)
	if without <= 0 {
		return ""
	}
	return fmt.Sprintf("The %s with the lowest quality have a page of their own; %s do not. They count in every figure and stand in articles.jsonl; audit with --pages %d to give each a page.",
		count(len(w.rows), "article", "articles"), count(without, "other", "others"), w.summary.All.Articles)
}

func (w *auditWriter) storiesCapped() string {
	without := w.summary.Stories - len(w.stories)
	if without <= 0 {
		return ""
	}
	return fmt.Sprintf("%s of articles without a page have no page either; stories.jsonl holds them.", count(without, "story", "stories"))
}

// indexRows is how many rows the scripts of the lists hold, so that a browser
// can search them in a blink.
const indexRows = 50_000

// scripts writes the style sheet, the script of all pages and the lists as
// scripts can search them.
func (w *auditWriter) scripts() error {
	text := func(name, content string) error {
		return w.file("pages/"+name, func(out io.Writer) error {
			_, err := io.WriteString(out, content)
			return err
		})
	}
	if err := text("calque.css", pageCSS+auditCSS); err != nil {
		return err
	}
	if err := text("calque.js", pageJS+auditJS); err != nil {
		return err
	}
	articles := make([][]any, 0, min(len(w.rows), indexRows))
	rules := map[string]int{}
	names := []string{}
	for _, r := range w.rows[:min(len(w.rows), indexRows)] {
		v := w.rowView(r, "")
		found := []int{}
		for _, name := range r.Rules {
			i, ok := rules[name]
			if !ok {
				i = len(names)
				rules[name] = i
				names = append(names, name)
			}
			found = append(found, i)
		}
		articles = append(articles, []any{strings.TrimPrefix(r.File, "pages/"), v.Heading, v.Where, r.Quality, r.Severity, r.Machine, v.Machine, r.Words, r.Publisher, r.Month, r.From, found, v.Unsure})
	}
	if err := w.script("pages/articles.js", map[string]any{"rows": articles, "rules": names, "judged": w.judged, "all": len(w.rows)}); err != nil {
		return err
	}
	stories := make([][]any, 0, min(len(w.stories), indexRows))
	for _, s := range w.stories[:min(len(w.stories), indexRows)] {
		stories = append(stories, []any{strings.TrimPrefix(s.File, "pages/"), s.Title, s.Conflicts, len(s.Members), s.Low, s.quality(), s.Day, day(s.Day)})
	}
	return w.script("pages/stories.js", map[string]any{"rows": stories, "all": len(w.stories)})
}
