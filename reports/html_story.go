package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A storyView is a story as its page shows it.
type storyView struct {
	Anchor, Title string
	Level         int // of the headings in it
	Tellings      []telling
	Copies        []string
	Conflicts     []conflictView
	Varied, Alike []utteranceView
	Timeline      []dayView
	Facts         []factGroup
	FactCounts    string
	Columns       []telling // of the table of facts; nil where there are too many tellings for columns
	Width         int       // columns of that table
	Few           bool      // it begins unfolded
}

// A telling is an article as its story shows it.
type telling struct {
	Letter, Label, Heading, Href string
	Quality, Bar                 float64
	Against                      string
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
	Class   string // how it departs, in words
	Odd     bool   // it counts against the article
	Message string // what is wrong with it, "" where nothing is
	Href    string
}

type conflictView struct {
	What, Message string
	Alone         otherView
	Others        []otherView
}

type articleLink struct{ Label, Href string }

// A dayView is a day of the timeline.
type dayView struct {
	Day  string // 2006-01-02
	Date string // as it is read
	Told bool   // an article appeared
	What []otherView
}

// A factGroup are the facts of one kind.
type factGroup struct {
	Heading string
	Rows    []factRow
}

type factRow struct {
	Text  string
	Cells []bool // of each telling
	In    string // where there are too many tellings for cells
}

const (
	factColumns = 12 // tellings up to which each has a column of its own
	factsOpen   = 12 // facts up to which the table begins unfolded
)

// conflictNames say what kind of disagreement it is.
var conflictNames = map[string]string{
	"altered-quotation": "A quotation", "kinship-conflict": "A family relation", "figure-conflict": "A figure or a day", "name-variant": "A name",
	"polarity-conflict": "Yes or no", "lost-attribution": "Fact or claim", "literal-role": "An office or body",
	"office-conflict": "A person's office",
}

// classNames are the classes of a variant in words.
var classNames = map[string]string{
	"cut": "another part of it", "inflected": "fitted into the sentence", "house-style": "house style", "other-wording": "other words",
	"paraphrase": "other words inside quotation marks", "back-translation": "likely translated back",
}

// conflictName is the kind of a disagreement in words.
func conflictName(kind string) string {
	if name := conflictNames[kind]; name != "" {
		return name
	}
	return strings.ReplaceAll(kind, "-", " ")
}

// className is the class of a variant in words.
func className(class string) string {
	if name := classNames[class]; name != "" {
		return name
	}
	return strings.ReplaceAll(class, "-", " ")
}

// newStory lays a story out. The anchor is that of its place in the page, the
// level that of the headings in it.
func newStory(s *Story, anchor string, level int, at site) storyView {
	out := storyView{Anchor: anchor, Title: s.Title, Level: level}
	for i, id := range s.Articles {
		t := at.telling(id)
		t.Letter = letter(i)
		out.Tellings = append(out.Tellings, t)
	}
	label := out.labels(s, at)
	for _, ids := range s.Copies {
		var names []string
		for _, id := range ids {
			names = append(names, label(id))
		}
		if n := len(names); n > 1 {
			out.Copies = append(out.Copies, strings.Join(names[:n-1], ", ")+" and "+names[n-1])
		}
	}
	told := out.quotations(s, label, at)
	for _, k := range s.Conflicts {
		if told[placeOf(k.Passage)] {
			continue
		}
		c := conflictView{What: conflictName(k.Kind), Message: k.Message, Alone: otherView{Who: label(k.Passage.Article), Text: k.Passage.Excerpt, Href: at.passage(k.Passage)}}
		for _, w := range wordings(k.Others, label) {
			c.Others = append(c.Others, otherView{Who: strings.Join(w.Who, ", "), Text: w.Text})
		}
		out.Conflicts = append(out.Conflicts, c)
	}
	out.timeline(s, func(ids []string) otherView {
		var who []string
		for _, id := range ids {
			if l := label(id); !slices.Contains(who, l) {
				who = append(who, l)
			}
		}
		w := otherView{Who: strings.Join(who, ", ")}
		if len(ids) == 1 {
			w.Href = at.telling(ids[0]).Href
		}
		return w
	})
	out.facts(s)
	return out
}

// labels names the tellings, those that share a name with their letter.
func (v *storyView) labels(s *Story, at site) func(id string) string {
	tellings, names := map[string]telling{}, map[string]int{}
	for i, id := range s.Articles {
		tellings[id] = v.Tellings[i]
		names[v.Tellings[i].Label]++
	}
	return func(id string) string {
		t, ok := tellings[id]
		switch {
		case !ok:
			return at.telling(id).Label
		case names[t.Label] > 1:
			return t.Label + " (" + t.Letter + ")"
		}
		return t.Label
	}
}

// quotations lays out what is quoted, and returns the places whose
// disagreement is told there.
func (v *storyView) quotations(s *Story, label func(id string) string, at site) map[place]bool {
	conflicts, told := map[place]*Conflict{}, map[place]bool{}
	for j := range s.Conflicts {
		conflicts[placeOf(s.Conflicts[j].Passage)] = &s.Conflicts[j]
	}
	links := func(ids []string) []articleLink {
		var out []articleLink
		for _, id := range ids {
			out = append(out, articleLink{label(id), at.telling(id).Href})
		}
		return out
	}
	for j, u := range s.Quotations {
		q := utteranceView{Anchor: fmt.Sprintf("%s-q%d", v.Anchor, j+1)}
		if u.Consensus >= 0 {
			q.Consensus, q.By = u.Variants[u.Consensus].Text, links(u.Variants[u.Consensus].Articles)
		}
		for k, variant := range u.Variants {
			if k == u.Consensus {
				continue
			}
			view := variantView{
				Changes: []Change{{"same", variant.Text}}, By: links(variant.Articles),
				Class: className(variant.Class), Odd: variant.Class == "paraphrase" || variant.Class == "back-translation",
			}
			if u.Consensus >= 0 {
				view.Changes = shortened(wordDiff(q.Consensus, variant.Text))
			}
			for _, p := range variant.Places {
				if c := conflicts[placeOf(p)]; c != nil {
					view.Message, view.Href, view.Odd = c.Message, at.passage(p), true
					told[placeOf(p)] = true
				}
			}
			q.Variants = append(q.Variants, view)
		}
		if len(q.Variants) == 0 {
			v.Alike = append(v.Alike, q)
		} else {
			v.Varied = append(v.Varied, q)
		}
	}
	return told
}

// A place tells passages apart.
type place struct {
	article    string
	start, end int
}

func placeOf(rel Related) place { return place{rel.Article, rel.Start, rel.End} }

// timeline puts the days on which the tellings appeared and the days that they
// name in order. One day alone is no timeline. Named says who the articles are.
func (v *storyView) timeline(s *Story, named func(ids []string) otherView) {
	days := map[string]*dayView{}
	on := func(key string) *dayView {
		if days[key] == nil {
			days[key] = &dayView{Day: key, Date: day(key)}
		}
		return days[key]
	}
	for _, d := range s.Timeline {
		if key := calendarDay(d.Published); key != "" {
			who := named([]string{d.Article})
			who.Who += " appears"
			on(key).Told = true
			on(key).What = append(on(key).What, who)
		}
	}
	for _, f := range s.Facts {
		if f.Kind == "day" && f.Day != "" {
			who := named(f.Articles)
			who.Text = f.Text
			on(f.Day).What = append(on(f.Day).What, who)
		}
	}
	if len(days) < 2 {
		return
	}
	for _, d := range days {
		v.Timeline = append(v.Timeline, *d)
	}
	slices.SortFunc(v.Timeline, func(a, b dayView) int { return cmp.Compare(a.Day, b.Day) })
}

// calendarDay is the day of a time of publication, in its own time zone, as
// 2006-01-02; "" when it is no date that calque understands.
func calendarDay(published string) string {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// factKinds are the kinds of facts in the order in which they are shown.
var factKinds = []struct{ kind, heading string }{{"figure", "Figures"}, {"day", "Days"}, {"name", "Names"}}

// facts lays out which telling has which figure, day and name.
func (v *storyView) facts(s *Story) {
	if len(s.Articles) <= factColumns {
		v.Columns = v.Tellings
	}
	v.Width = max(2, len(v.Columns)+1)
	var counts []string
	total := 0
	for _, k := range factKinds {
		g := factGroup{Heading: k.heading}
		for _, f := range s.Facts {
			if f.Kind != k.kind {
				continue
			}
			row := factRow{Text: f.Text}
			if v.Columns == nil {
				row.In = fmt.Sprintf("%d of %d", len(f.Articles), len(s.Articles))
			}
			for i := range v.Columns {
				row.Cells = append(row.Cells, slices.Contains(f.Articles, s.Articles[i]))
			}
			g.Rows = append(g.Rows, row)
		}
		if n := len(g.Rows); n > 0 {
			total += n
			counts = append(counts, count(n, k.kind, k.kind+"s"))
			v.Facts = append(v.Facts, g)
		}
	}
	v.FactCounts, v.Few = strings.Join(counts, ", "), total <= factsOpen
}
