package reports

import "slices"

// Keep leaves only the findings that keep wants, and counts again. The scores
// stay: they are those of the article as it was checked.
func (r *Report) Keep(keep func(*Article, *Finding) bool) {
	named := map[string]bool{}
	for i := range r.Articles {
		a := &r.Articles[i]
		a.Keep(func(f *Finding) bool { return keep(a, f) })
		for k := range a.Findings {
			named[a.Findings[k].Rule] = true
		}
	}
	r.Rules = slices.DeleteFunc(r.Rules, func(rule Rule) bool { return !named[rule.Name] })
	known := r.Summary.Known
	r.Summary = summarize(r)
	r.Summary.Known = known
}

// nothing is what is said of an article without findings. One that has lost
// quality all the same had some, which a baseline holds or the reader does not
// want to see. What the origin model takes off is no finding.
func (a *Article) nothing() string {
	if slices.ContainsFunc(a.Scores.Contributions, func(c Contribution) bool { return c.Source != "origin" }) {
		return "all findings left out"
	}
	return "nothing found"
}

// Keep leaves only the findings that keep wants.
func (a *Article) Keep(keep func(*Finding) bool) {
	kept := a.Findings[:0]
	for i := range a.Findings { // by index: a finding is large
		if f := &a.Findings[i]; keep(f) {
			kept = append(kept, *f)
		}
	}
	clear(a.Findings[len(kept):])
	a.Findings = kept
}
