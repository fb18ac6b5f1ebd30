package main

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// adjust is what a configuration does to the findings of an article: it drops
// rules and accepted words, and sets severities. The rule's name says more
// than its family, and an override more than what holds everywhere.
func (c *configFile) adjust(a *article.Article, f detect.Finding) (detect.Finding, bool) {
	overrides := c.overridesFor(a.Path, a.Publisher)
	excerpt := ""
	if f.Removed == nil {
		excerpt = a.Slice(f.Span)
	}
	accepts := func(words []string) bool {
		return excerpt != "" && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, excerpt) })
	}
	set := func(severities map[string]string) {
		for _, name := range []string{string(f.Heuristic.Family), f.Heuristic.Name} {
			if s, ok := detect.ParseSeverity(severities[name]); ok {
				f.Severity = s
			}
		}
	}
	if accepts(c.Accept) {
		return f, false
	}
	set(c.Severity)
	for _, i := range overrides {
		o := &c.Overrides[i]
		if accepts(o.Accept) || slices.Contains(o.Skip, f.Heuristic.Name) || slices.Contains(o.Skip, string(f.Heuristic.Family)) {
			return f, false
		}
		set(o.Severity)
	}
	return f, true
}
