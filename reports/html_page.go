package reports

import (
	"fmt"
	"html/template"
	"slices"
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
	Ranking       *ranking       // of the same
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

	at := &onePage{report: r, views: map[string]*articleView{}, rules: map[string]string{}, stories: map[string]*storyRef{}}
	for i, rule := range r.Rules {
		id := fmt.Sprintf("r%d", i+1)
		at.rules[rule.Name] = "#" + id
		p.Rules = append(p.Rules, ruleView{rule, id, languages(rule.SourceLanguages), r.Summary.ByRule[rule.Name]})
	}
	for i, a := range worstFirst(r.Articles) {
		view := &articleView{Article: a, Anchor: fmt.Sprintf("a%d", i+1)}
		at.views[a.ID] = view
		p.Rows = append(p.Rows, view)
	}
	for i, s := range r.Stories {
		at.stories[s.ID] = &storyRef{fmt.Sprintf("#s%d", i+1), s.Title}
	}
	for _, view := range p.Rows {
		view.fill(at)
		view.Open = !p.Many
	}
	for i := range r.Stories {
		p.Stories = append(p.Stories, newStory(&r.Stories[i], fmt.Sprintf("s%d", i+1), 4, at))
	}
	for _, e := range r.Errors {
		p.Errors = append(p.Errors, e.line())
	}
	p.headings(r)
	p.Ranking = &ranking{Judged: p.Judged}
	for _, view := range p.Rows {
		p.Ranking.Rows = append(p.Ranking.Rows, view.row())
	}
	if len(r.Articles) > 3 {
		p.Chart = qualityChart(qualityBins(r.Articles))
		p.Groups = groups(p.Rows)
	}
	return p
}

func (p *page) headings(r *Report) {
	s := r.Summary
	p.Heading = count(s.Articles, "article", "articles") + " checked"
	if s.Articles == 1 && len(p.Rows) == 1 { // a report that was written by others may say otherwise
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

// onePage is the site of a report in one page: links are to its places.
type onePage struct {
	report  *Report
	views   map[string]*articleView
	rules   map[string]string // links to the rules' explanations
	stories map[string]*storyRef
}

func (p *onePage) telling(id string) telling {
	a := p.views[id]
	if a == nil {
		return telling{Label: id, Heading: id}
	}
	t := telling{Label: a.Article.label(), Heading: a.Article.heading(), Href: "#" + a.Anchor + "-top", Quality: a.Scores.Quality, Bar: max(0, min(100, a.Scores.Quality))}
	if d := a.Scores.AgainstOthers; d != nil {
		t.Against = against(*d)
	}
	return t
}

// passage links to the note where a finding stands at the passage, else to the
// article.
func (p *onePage) passage(rel Related) string {
	a := p.views[rel.Article]
	if a == nil {
		return ""
	}
	if name := passageAnchor(a.Anchor, rel.Start, rel.End); a.anchors[name] > 0 {
		return "#" + name
	}
	return "#" + a.Anchor + "-top"
}

func (p *onePage) story(id string) *storyRef { return p.stories[id] }

func (p *onePage) rule(name string) string { return p.rules[name] }
