package detect

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// A Suppression is a directive of an article (<!-- calque-disable ... -->) with
// what came of it.
type Suppression struct {
	article.Directive
	Heeded bool // false where the engine heeds none
	Used   int  // how many findings it suppressed

	wrong string        // why it cannot be followed
	names []suppression // one for each name, one with "" for all rules; of Disable and DisableNext
}

// A place is a line and a column of the input as one number. Directives and
// findings are compared by it, since the order of the input is what a person
// sees who writes a comment.
type place int64

func standing(line, column int) place { return place(line)<<31 + place(column) }

// A suppression is one rule or family, "" for all, that is off from one place
// to another.
type suppression struct {
	name     string
	from, to place
	used     bool
	// applied: the run applies what is named, so that finding nothing means
	// something. told: all of it comes from comparing articles.
	applied, told bool
}

// maxDirectives is how many directives of an article are followed.
const maxDirectives = 1000

// A Suppressed finding is one that a directive keeps out of the findings.
type Suppressed struct {
	Finding
	By int // index into Checked.Suppressions
}

// suppressions are the directives of an article, each with the stretches of
// the input in which it holds.
func (e *Engine) suppressions(a *article.Article) []Suppression {
	if len(a.Directives) == 0 {
		return nil
	}
	out := make([]Suppression, min(len(a.Directives), maxDirectives+1))
	heeded := e.Heed == nil || e.Heed(a)
	open := map[string][2]int{} // by name: the directive and its name that are open
	ends := paragraphEnds(a)
	for i, d := range a.Directives[:len(out)] {
		s := &out[i]
		s.Directive, s.Heeded = d, heeded
		if i == maxDirectives {
			s.wrong = fmt.Sprintf("is not followed: an article may have %d such comments, and this one has %d", maxDirectives, len(a.Directives))
			continue
		}
		if s.wrong = e.wrongDirective(d); !s.Heeded || s.wrong != "" {
			continue
		}
		names := d.Names
		if len(names) == 0 {
			names = []string{""}
		}
		switch d.Verb {
		case article.Enable:
			closed := 0
			for name, at := range open {
				if len(d.Names) == 0 || slices.Contains(names, name) {
					out[at[0]].names[at[1]].to = standing(d.Line, d.Column)
					delete(open, name)
					closed++
				}
			}
			if closed == 0 {
				s.wrong = "nothing is disabled here" + ifAny(len(d.Names) > 0 && len(open) > 0, " by this name")
			}
		case article.Disable, article.DisableNext:
			from := standing(d.Line, d.Column)
			to := place(math.MaxInt64)
			if d.Verb == article.DisableNext {
				to = endOfNext(ends, from)
			}
			for _, name := range names {
				n := suppression{name: name, from: from, to: to}
				n.applied, n.told = e.applies(name)
				if d.Verb == article.Disable {
					if _, twice := open[name]; twice {
						continue // the first one goes on; this one will be unused
					}
					open[name] = [2]int{i, len(s.names)}
				}
				s.names = append(s.names, n)
			}
		}
	}
	return out
}

func ifAny(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

// wrongDirective says what is wrong with a directive, "" when nothing is.
func (e *Engine) wrongDirective(d article.Directive) string {
	verbs := []string{article.Disable, article.Enable, article.DisableNext}
	if !slices.Contains(verbs, d.Verb) {
		return fmt.Sprintf("%q is no directive%s", d.Verb, DidYouMean(d.Verb, verbs))
	}
	for _, name := range d.Names {
		if err := known(e.catalogue(), name); err != nil {
			return err.Error()
		}
	}
	return ""
}

// applies reports whether the engine applies all that a name stands for, and
// whether all of it comes from comparing articles. What is off by default
// counts only under its own name.
func (e *Engine) applies(name string) (applied, told bool) {
	applied, told = true, true
	all := e.catalogue()
	for i := range all {
		h := &all[i]
		if name == "" || name == h.Name || name == string(h.Family) {
			applied = applied && (e.names[h.Name] || h.Off && name != h.Name)
			told = told && h.Disagreement != ""
		}
	}
	return applied, told
}

func (e *Engine) catalogue() []Heuristic {
	if e.Catalogue != nil {
		return e.Catalogue
	}
	return e.heuristics
}

// paragraphEnds are where the paragraphs end in the input, in order.
func paragraphEnds(a *article.Article) []place {
	ends := make([]place, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		ends[i] = standing(a.Position(max(p.Start, p.End-1))) + 1
	}
	slices.Sort(ends)
	return ends
}

// endOfNext is the first of the ends after a place.
func endOfNext(ends []place, from place) place {
	i, _ := slices.BinarySearch(ends, from+1)
	if i < len(ends) {
		return ends[i]
	}
	return from
}

// keep takes the findings that a directive suppresses out of the others and
// notes them.
func (c *Checked) keep(found []Finding) []Finding {
	if len(c.Suppressions) == 0 {
		return found
	}
	if c.index == nil {
		c.index = indexOf(c.Suppressions)
	}
	out := found[:0]
	for _, f := range found {
		var stands place
		if f.Removed != nil {
			stands = standing(c.InputPosition(f.Removed.Input))
		} else {
			stands = standing(c.Position(f.Start))
		}
		at, off := c.index.find(stands, f.Heuristic)
		if !off {
			out = append(out, f)
			continue
		}
		s := &c.Suppressions[at.directive]
		s.Used++
		s.names[at.name].used = true
		c.Suppressed = append(c.Suppressed, Suppressed{f, at.directive})
	}
	return out
}

// A suppressionIndex finds what is off at a place: for each name, the stretches
// in the order of their beginnings. Those of one verb do not overlap, or end
// together.
type suppressionIndex map[suppressionKey][]suppressionAt

type suppressionKey struct{ name, verb string }

type suppressionAt struct {
	from, to        place
	directive, name int
}

func indexOf(all []Suppression) suppressionIndex {
	index := suppressionIndex{}
	for i, s := range all {
		for j, n := range s.names {
			key := suppressionKey{n.name, s.Verb}
			index[key] = append(index[key], suppressionAt{n.from, n.to, i, j})
		}
	}
	for _, list := range index {
		slices.SortStableFunc(list, func(a, b suppressionAt) int { return cmp.Compare(a.from, b.from) })
	}
	return index
}

// find is the nearest directive that a place and a heuristic are subject to;
// one that names the heuristic wins.
func (x suppressionIndex) find(at place, h *Heuristic) (suppressionAt, bool) {
	for _, name := range []string{h.Name, string(h.Family), ""} {
		for _, verb := range []string{article.DisableNext, article.Disable} {
			list := x[suppressionKey{name, verb}]
			i := sort.Search(len(list), func(i int) bool { return list[i].from > at })
			if i > 0 && at < list[i-1].to {
				return list[i-1], true
			}
		}
	}
	return suppressionAt{}, false
}

// Problem says what is wrong with a directive of the article: it cannot be
// followed, or it suppresses nothing although the run applied what it names. ""
// when all is well, or when the run cannot tell.
func (c *Checked) Problem(s *Suppression) string {
	if s.wrong != "" {
		return s.wrong
	}
	if !s.Heeded || s.Verb == article.Enable {
		return ""
	}
	if len(s.names) == 0 {
		return "suppresses nothing: it is disabled already"
	}
	var unused []string
	for _, n := range s.names {
		// What only other tellings can show is not missed where there are none.
		if !n.used && n.applied && (!n.told || c.Story >= 0) {
			unused = append(unused, n.name)
		}
	}
	switch {
	case len(unused) == 0:
		return ""
	case len(unused) == len(s.Names) || unused[0] == "":
		return "suppresses nothing"
	}
	return "suppresses nothing of " + strings.Join(unused, ", ")
}
