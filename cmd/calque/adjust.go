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
	if accepts(c.Accept) || !f.Heuristic.Expects(c.languagesFor(overrides)) {
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

// languagesFor are the source languages expected of an article: those of the
// last override that names any, else those that hold everywhere. None stand for
// all. When the command line names languages, overrides do not.
func (c *configFile) languagesFor(overrides []int) []string {
	codes := c.everywhere
	for _, i := range overrides {
		if o := c.Overrides[i].SourceLanguage; o != nil && !c.languagesGiven {
			codes = o
		}
	}
	return codes
}

// allLanguages are the source languages that any article may be expected to
// come from: the rules of all of them are applied, and languagesFor chooses.
func (c *configFile) allLanguages() []string {
	all := slices.Clone(c.everywhere)
	for _, o := range c.Overrides {
		switch {
		case o.SourceLanguage == nil || c.languagesGiven:
		case len(o.SourceLanguage) == 0 || len(c.everywhere) == 0:
			return nil
		default:
			all = append(all, o.SourceLanguage...)
		}
	}
	return all
}
