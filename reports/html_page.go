package reports

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// A page is all that the template needs, laid out in advance: the template
// decides nothing but how things look.
type page struct {
	Policy        string
	Style, Script template.HTML
	Title         string
	Heading       string
	Lead          string
	Stats         []stat
	Chart         *histogram
	Rows          []*articleView // the worst first
	Stories       []storyView
	Rules         []ruleView
	Groups        []group
	Errors        []string
	Tool          Tool
	Made          string
	Many          bool // articles begin closed
	Judged        bool // the origin model was applied
}

type stat struct{ Value, Label, Class string }

type articleView struct {
	*Article
	Anchor    string // "a1"
	Heading   string
	Label     string
	Where     string
	Day       string
	Link      string // the article's address, "" unless it is http or https
	Worst     string // severity of the worst finding
	Counts    string // "1 critical, 2 minor"
	Bar       float64
	Against   string
	MachineAt float64 // for sorting; -1 when not judged
	Machine   string
	OriginBar []bar
	From      string
	Steps     []step
	MostOf    string // the heaviest steps in words
	Prose     []paragraphView
	Reasons   string
	Story     *storyRef
	RuleNames string // for the filter
	HeatMap   bool
	Open      bool
}

type storyRef struct{ Anchor, Title string }

type bar struct {
	X, Width    float64
	Class, Text string
}

// A step is one row of the score's waterfall.
type step struct {
	Name, Why, Points, RuleID string
	X, Width                  float64
	Class                     string
}

type storyView struct {
	Story
	Anchor    string
	Members   []*articleView
	Varied    []utteranceView
	Alike     []utteranceView
	Conflicts []conflictView
}

type utteranceView struct {
	Anchor    string
	Consensus string
	By        []articleLink
	Variants  []variantView
}

type variantView struct {
	Changes []Change
	By      []articleLink
	Message string // what is wrong with it, "" where nothing is
	Href    string
}

type conflictView struct {
	Message, Suggestion string
	Alone               otherView
	Others              []otherView
}

type articleLink struct{ Label, Href string }

type ruleView struct {
	Rule
	ID       string
	From     string
	Findings int
}

// openArticles is up to how many articles a page shows them unfolded.
const openArticles = 5

func newPage(r *Report, o Options) *page {
	p := &page{Tool: r.Tool, Made: o.Made, Many: len(r.Articles) > openArticles}
	var styleSource, scriptSource string
	p.Style, styleSource = element("style", pageCSS)
	p.Script, scriptSource = element("script", pageJS)
	p.Policy = policy(styleSource, scriptSource)

	v := &viewer{report: r, views: map[string]*articleView{}, rules: map[string]string{}}
	for i, rule := range r.Rules {
		id := fmt.Sprintf("r%d", i+1)
		v.rules[rule.Name] = id
		p.Rules = append(p.Rules, ruleView{rule, id, languages(rule.SourceLanguages), r.Summary.ByRule[rule.Name]})
	}
	for i, a := range worstFirst(r.Articles) {
		view := &articleView{Article: a, Anchor: fmt.Sprintf("a%d", i+1)}
		v.views[a.ID] = view
		p.Rows = append(p.Rows, view)
	}
	for i := range r.Stories {
		v.stories = append(v.stories, fmt.Sprintf("s%d", i+1))
	}
	for _, view := range p.Rows {
		v.fill(view)
		view.Open = !p.Many
	}
	for i := range r.Stories {
		p.Stories = append(p.Stories, v.story(i))
	}
	for _, e := range r.Errors {
		where := e.Path
		if e.Record > 0 {
			where = fmt.Sprintf("%s, record %d", where, e.Record)
		}
		p.Errors = append(p.Errors, where+": "+strings.TrimPrefix(e.Error, e.Path+": "))
	}
	p.headings(r)
	if len(r.Articles) > 3 {
		p.Chart = newHistogram(r.Articles)
		p.Groups = groups(p.Rows)
	}
	return p
}

func (p *page) headings(r *Report) {
	s := r.Summary
	p.Heading = count(s.Articles, "article", "articles") + " checked"
	if s.Articles == 1 {
		p.Heading = p.Rows[0].Heading
	}
	p.Title = p.Heading + " – calque"
	p.Lead = lead(s)
	p.Stats = []stat{{thousands(s.Articles), plural(s.Articles, "article", "articles"), ""}}
	if p.Judged = slices.ContainsFunc(r.Articles, func(a Article) bool { return a.Origin != nil }); p.Judged {
		p.Stats = append(p.Stats, stat{thousands(s.MachineTranslated), "likely machine-translated", ""})
	}
	for _, severity := range []string{"critical", "major", "minor"} {
		n := s.BySeverity[severity]
		p.Stats = append(p.Stats, stat{thousands(n), severity + plural(n, " finding", " findings"), severity})
	}
}

// lead is the page's first sentence.
func lead(s Summary) string {
	if s.Articles == 0 {
		return "There was nothing to check."
	}
	text := fmt.Sprintf("calque read %s.", count(s.Words, "word", "words"))
	if s.Findings == 0 {
		return text + " It found nothing that looks like the work of a translation machine."
	}
	return text + fmt.Sprintf(" It marked %s that an editor should look at: %s.", count(s.Findings, "place", "places"), severityCounts(s.BySeverity))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// viewer fills the views from the report.
type viewer struct {
	report  *Report
	views   map[string]*articleView
	rules   map[string]string // anchors of the rules' explanations
	stories []string          // anchors
}

func (v *viewer) fill(view *articleView) {
	a := view.Article
	view.Heading, view.Label, view.Where, view.Day = a.heading(), a.label(), a.place(), day(a.Published)
	if strings.HasPrefix(a.URL, "https://") || strings.HasPrefix(a.URL, "http://") {
		view.Link = a.URL
	}
	view.Counts = severities(a.Findings)
	view.Bar = max(0, min(100, a.Scores.Quality))
	if d := a.Scores.AgainstOthers; d != nil {
		view.Against = against(*d)
	}
	var notes []*noteView
	names := []string{}
	for i := range a.Findings {
		f := &a.Findings[i]
		if severityRank(f.Severity) > severityRank(view.Worst) {
			view.Worst = f.Severity
		}
		if !slices.Contains(names, f.Rule) {
			names = append(names, f.Rule)
		}
		notes = append(notes, v.note(view, f, i+1))
	}
	view.RuleNames = strings.Join(names, " ")
	view.Prose = prose(a, notes)
	view.Reasons = reasons(a.Removed)
	view.Steps = v.waterfall(a)
	view.MostOf = heaviest(view.Steps)
	view.MachineAt, view.Machine = -1, "–"
	if og := a.Origin; og != nil {
		view.MachineAt, view.Machine = og.MachineTranslated, percent(og.MachineTranslated)
		view.OriginBar = originBar(og)
		view.HeatMap = len(og.Sentences) > 0 && a.Text != ""
		var from []string
		for _, l := range og.SourceLanguages {
			if l.Probability >= 0.1 || len(from) == 0 {
				from = append(from, fmt.Sprintf("%s %s", languageName(l.Language), percent(l.Probability)))
			}
		}
		view.From = strings.Join(from, ", ")
	}
	for i, s := range v.report.Stories {
		if s.ID == a.Story && s.ID != "" {
			view.Story = &storyRef{v.stories[i], s.Title}
		}
	}
}

func originBar(o *Origin) []bar {
	at := 0.0
	var out []bar
	for _, b := range []bar{
		{Width: o.MachineTranslated, Class: "machine", Text: "machine translation"},
		{Width: o.HumanTranslated, Class: "human", Text: "human translation"},
		{Width: o.Native, Class: "native", Text: "written in English"},
	} {
		b.Text = b.Text + " " + percent(b.Width)
		b.X, b.Width = at, b.Width*100
		at += b.Width
		out = append(out, b)
	}
	return out
}

// waterfall leads from 100 down to the article's quality.
func (v *viewer) waterfall(a *Article) []step {
	at := 100.0
	var out []step
	for _, c := range a.Scores.Contributions {
		s := step{Name: c.Source, Why: c.Why, RuleID: v.rules[c.Source], Points: "−" + points(c.Points), Class: "loss"}
		next := at - c.Points
		if c.Points < 0 {
			s.Points, s.Class = "+"+points(-c.Points), "gain"
		}
		low, high := max(0, min(at, next)), min(100, max(at, next))
		s.X, s.Width = low, max(0.4, high-low)
		at = next
		out = append(out, s)
	}
	return out
}

// heaviest names the first steps of a waterfall: "a −19, b −11.7 and 3 more".
func heaviest(steps []step) string {
	const named = 3
	var said []string
	for i, s := range steps {
		if i == named && len(steps) > named+1 {
			return strings.Join(said, ", ") + fmt.Sprintf(" and %d more", len(steps)-named)
		}
		said = append(said, s.Name+" "+s.Points)
	}
	return strings.Join(said, ", ")
}

func (v *viewer) note(view *articleView, f *Finding, number int) *noteView {
	n := &noteView{
		Finding: *f, Number: number,
		Anchor: fmt.Sprintf("%s-n%d", view.Anchor, number), Mark: fmt.Sprintf("%s-f%d", view.Anchor, number),
		From: languages(f.SourceLanguages), RuleID: v.rules[f.Rule],
	}
	for _, s := range f.Suggestions {
		if s == "" {
			s = "nothing – leave it out"
		}
		n.Removals = append(n.Removals, s)
	}
	for _, w := range wordings(f.Related, func(id string) string {
		if id == view.ID {
			return ""
		}
		return v.label(id)
	}) {
		if len(w.Who) == 0 {
			n.Here = append(n.Here, w)
			continue
		}
		o := otherView{Who: strings.Join(w.Who, ", "), Text: w.Text}
		if len(strings.Fields(w.Text)) > 2 && f.Start < f.End {
			o.Changes = shortened(wordDiff(w.Text, f.Excerpt))
		}
		n.Others = append(n.Others, o)
	}
	return n
}

func (v *viewer) label(id string) string {
	if a := v.views[id]; a != nil {
		return a.Article.label()
	}
	return id
}

func (v *viewer) links(ids []string) []articleLink {
	var out []articleLink
	for _, id := range ids {
		l := articleLink{Label: v.label(id)}
		if a := v.views[id]; a != nil {
			l.Href = "#" + a.Anchor + "-top"
		}
		out = append(out, l)
	}
	return out
}

func (v *viewer) story(i int) storyView {
	s := v.report.Stories[i]
	out := storyView{Story: s, Anchor: v.stories[i]}
	for _, id := range s.Articles {
		if a := v.views[id]; a != nil {
			out.Members = append(out.Members, a)
		}
	}
	conflicts := map[place]*Conflict{}
	for j := range s.Conflicts {
		k := &s.Conflicts[j]
		conflicts[placeOf(k.Passage)] = k
	}
	for j, u := range s.Quotations {
		q := utteranceView{Anchor: fmt.Sprintf("%s-q%d", out.Anchor, j+1)}
		if u.Consensus >= 0 {
			q.Consensus, q.By = u.Variants[u.Consensus].Text, v.links(u.Variants[u.Consensus].Articles)
		}
		for k, variant := range u.Variants {
			if k == u.Consensus {
				continue
			}
			view := variantView{Changes: []Change{{"same", variant.Text}}, By: v.links(variant.Articles)}
			if u.Consensus >= 0 {
				view.Changes = shortened(wordDiff(q.Consensus, variant.Text))
			}
			for _, p := range variant.Places {
				if c := conflicts[placeOf(p)]; c != nil {
					view.Message, view.Href = c.Message, v.passage(p).Href
					delete(conflicts, placeOf(p)) // it is told here
				}
			}
			q.Variants = append(q.Variants, view)
		}
		if len(q.Variants) == 0 {
			out.Alike = append(out.Alike, q)
		} else {
			out.Varied = append(out.Varied, q)
		}
	}
	for _, k := range s.Conflicts {
		if conflicts[placeOf(k.Passage)] == nil {
			continue
		}
		c := conflictView{Message: k.Message, Suggestion: k.Suggestion, Alone: v.passage(k.Passage)}
		for _, w := range wordings(k.Others, v.label) {
			c.Others = append(c.Others, otherView{Who: strings.Join(w.Who, ", "), Text: w.Text})
		}
		out.Conflicts = append(out.Conflicts, c)
	}
	return out
}

// A place tells passages apart.
type place struct {
	article    string
	start, end int
}

func placeOf(rel Related) place { return place{rel.Article, rel.Start, rel.End} }

// passage links to the finding's note where a finding stands at the passage,
// else to its article.
func (v *viewer) passage(rel Related) otherView {
	o := otherView{Who: v.label(rel.Article), Text: rel.Excerpt}
	if a := v.views[rel.Article]; a != nil {
		o.Href = "#" + a.Anchor + "-top"
		for i, f := range a.Findings {
			if f.Start == rel.Start && f.End == rel.End {
				o.Href = fmt.Sprintf("#%s-n%d", a.Anchor, i+1)
			}
		}
	}
	return o
}
