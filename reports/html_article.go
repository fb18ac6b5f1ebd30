package reports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
)

// An articleView is an article as its page shows it.
type articleView struct {
	*Article
	Anchor    string // "a1"
	Heading   string
	Label     string
	Where     string
	Day       string
	Link      string // the article's address, "" unless it is http or https
	Worst     string // severity of the worst finding
	Counts    string // "1 critical, 2 minor", or what is said of none
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

	anchors map[string]int // of notes, to how many stand at the place
}

type storyRef struct{ Href, Title string }

type bar struct {
	X, Width    float64
	Class, Text string
}

// A step is one row of the score's waterfall.
type step struct {
	Name, Why, Points, RuleHref string
	X, Width                    float64
	Class                       string
}

// A site knows what the articles, stories and rules of a report are called and
// how a page links to them. An empty link is to something without a page.
type site interface {
	telling(id string) telling // of an article, without its letter
	passage(rel Related) string
	story(id string) *storyRef
	rule(name string) string
}

// fill lays the article out.
func (view *articleView) fill(at site) {
	a := view.Article
	view.Heading, view.Label, view.Where, view.Day = a.heading(), a.label(), a.place(), day(a.Published)
	if strings.HasPrefix(a.URL, "https://") || strings.HasPrefix(a.URL, "http://") {
		view.Link = a.URL
	}
	view.Counts = severities(a.Findings)
	if len(a.Findings) == 0 {
		view.Counts = a.nothing()
	}
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
		notes = append(notes, view.note(f, i+1, at))
	}
	view.RuleNames = strings.Join(names, " ")
	view.Prose = prose(a, notes)
	view.Reasons = reasons(a.Removed)
	view.Steps = waterfall(a, at)
	view.MostOf = heaviest(view.Steps)
	view.MachineAt, view.Machine = -1, "–"
	if og := a.Origin; og != nil {
		view.MachineAt, view.Machine = og.MachineTranslated, percent(og.MachineTranslated)
		view.OriginBar = originBar(og)
		view.HeatMap = len(og.Sentences) > 0 && a.Text != ""
		view.From = likelySources(og.SourceLanguages)
	}
	if a.Story != "" {
		view.Story = at.story(a.Story)
	}
}

// likelySources names the likely source languages with their probabilities.
// Where findings name a Romance language, "German" means German.
func likelySources(guesses []SourceLanguage) string {
	var from []string
	romance := slices.ContainsFunc(guesses, func(l SourceLanguage) bool {
		return l.Probability >= 0.1 && slices.Contains([]string{"ca", "es", "fr", "it", "pt", "ro"}, l.Language)
	})
	for _, l := range guesses {
		name := sourceName(l.Language)
		if romance && l.Language == "de" {
			name = languageName(l.Language)
		}
		if l.Probability >= 0.1 || len(from) == 0 {
			from = append(from, name+" "+percent(l.Probability))
		}
	}
	return strings.Join(from, ", ")
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
func waterfall(a *Article, at site) []step {
	level := 100.0
	var out []step
	for _, c := range a.Scores.Contributions {
		s := step{Name: c.Source, Why: c.Why, RuleHref: at.rule(c.Source), Points: "−" + points(c.Points), Class: "loss"}
		next := level - c.Points
		if c.Points < 0 {
			s.Points, s.Class = "+"+points(-c.Points), "gain"
		}
		low, high := max(0, min(level, next)), min(100, max(level, next))
		s.X, s.Width = low, max(0.4, high-low)
		level = next
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

func (view *articleView) note(f *Finding, number int, at site) *noteView {
	n := &noteView{
		Finding: *f, Number: number,
		Anchor: view.anchorAt(f.Start, f.End), Mark: fmt.Sprintf("%s-f%d", view.Anchor, number),
		From: languages(f.SourceLanguages), RuleHref: at.rule(f.Rule),
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
		return at.telling(id).Label
	}) {
		if len(w.Who) == 0 {
			n.Here = append(n.Here, w)
			continue
		}
		o := otherView{Who: strings.Join(w.Who, ", "), Text: w.Text}
		// Only another wording of the same words is worth setting against them.
		if f.Family == string(detect.Others) && len(strings.Fields(w.Text)) > 2 && f.Start < f.End {
			o.Changes = shortened(wordDiff(w.Text, f.Excerpt))
		}
		n.Others = append(n.Others, o)
	}
	return n
}

// anchorAt is the anchor of the first note at a place; those of further notes
// there have a number after it.
func (view *articleView) anchorAt(start, end int) string {
	name := passageAnchor(view.Anchor, start, end)
	if view.anchors == nil {
		view.anchors = map[string]int{}
	}
	view.anchors[name]++
	if n := view.anchors[name]; n > 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

func passageAnchor(article string, start, end int) string {
	return fmt.Sprintf("%s-p%d-%d", article, start, end)
}

// row is the article in the ranking of its page.
func (view *articleView) row() rowView {
	v := rowView{
		Href: "#" + view.Anchor + "-top", Heading: view.Heading, Where: view.Where, Quality: view.Scores.Quality, Bar: view.Bar,
		Worst: view.Worst, Counts: view.Counts, Findings: len(view.Findings), Machine: view.Machine, MachineAt: view.MachineAt, Words: view.Words,
		Article: view.Anchor, Rules: view.RuleNames,
	}
	if o := view.Origin; o != nil {
		v.Unsure = o.Confidence == "low"
	}
	if view.Publisher != "" && view.Publisher != view.Heading {
		v.Where = view.Publisher + " · " + view.Where
	}
	return v
}
