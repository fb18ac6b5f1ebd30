package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/reports"
)

var confidences = []string{"low", "medium", "high"}

// A policy is what articles must keep to.
type policy []condition

// A condition is one line of a policy.
type condition struct {
	line string // as it was written, with the place where
	// broken says how an article breaks it, "" when it does not.
	broken func(*reports.Article) string
	// notEnglish: what is not English breaks it.
	notEnglish bool
}

// A breach is one line of a policy that one article breaks.
type breach struct {
	path   string
	record int // 1-based, 0 when the file is not made of records
	line   string
	how    string
}

func (b breach) String() string {
	return fmt.Sprintf("%s: breaks %s: %s", placeName(b.path, b.record), b.line, b.how)
}

// breaches are what the articles of a report break, in the report's order. The
// policy may differ from one article to the next.
func breaches(r *reports.Report, policyFor func(path, publisher string) policy) []breach {
	var out []breach
	for i := range r.Articles {
		a := &r.Articles[i]
		for _, c := range policyFor(a.Path, a.Publisher) {
			if c.broken == nil {
				continue
			}
			if how := c.broken(a); how != "" {
				out = append(out, breach{a.Path, a.Record, c.line, how})
			}
		}
	}
	for _, e := range r.Errors {
		for _, c := range policyFor(e.Path, "") {
			if c.notEnglish && e.NotEnglish {
				out = append(out, breach{e.Path, e.Record, c.line, e.Error})
			}
		}
	}
	return out
}

func placeName(path string, record int) string {
	return detect.Failure{Path: path, Record: record}.Place()
}

// policy is the policy that a gateConfig states; line says of a key and its
// value how the breach names them.
func (g gateConfig) policy(line func(key string, value any) string) policy {
	var p policy
	if g.FailOn != nil {
		least, _ := detect.ParseSeverity(*g.FailOn)
		p = append(p, condition{line: line("fail-on", *g.FailOn), broken: foundIn(func(f *reports.Finding) bool {
			s, _ := detect.ParseSeverity(f.Severity)
			return s >= least
		})})
	}
	if len(g.FailRules) > 0 {
		p = append(p, condition{line: line("fail-rules", strings.Join(g.FailRules, ",")), broken: foundIn(func(f *reports.Finding) bool {
			return slices.Contains(g.FailRules, f.Rule) || slices.Contains(g.FailRules, f.Family)
		})})
	}
	if g.MinQuality != nil {
		p = append(p, condition{line: line("min-quality", *g.MinQuality), broken: func(a *reports.Article) string {
			if a.Scores.Quality >= *g.MinQuality {
				return ""
			}
			return fmt.Sprintf("its quality is %.1f", a.Scores.Quality)
		}})
	}
	if g.MaxMachineTranslated != nil {
		least := slices.Index(confidences, "medium")
		if g.Confidence != nil {
			least = slices.Index(confidences, *g.Confidence)
		}
		p = append(p, condition{line: line("max-machine-translated", *g.MaxMachineTranslated), broken: func(a *reports.Article) string {
			o := a.Origin
			if o == nil || o.MachineTranslated <= *g.MaxMachineTranslated || slices.Index(confidences, o.Confidence) < least {
				return ""
			}
			return fmt.Sprintf("machine-translated with probability %.2f, confidence %s", o.MachineTranslated, o.Confidence)
		}})
	}
	if yes(g.AlteredQuotations) {
		p = append(p, condition{line: line("altered-quotations", true), broken: foundIn(func(f *reports.Finding) bool {
			return f.Rule == "altered-quotation"
		})})
	}
	if yes(g.DeclaredTranslations) {
		p = append(p, condition{line: line("declared-translations", true), broken: func(a *reports.Article) string {
			if len(a.Declared) == 0 {
				return ""
			}
			return fmt.Sprintf("it declares itself: %q", a.Declared[0].Text)
		}})
	}
	if yes(g.OtherLanguages) {
		p = append(p, condition{line: line("other-languages", true), notEnglish: true})
	}
	if yes(g.UnusedSuppressions) {
		p = append(p, condition{line: line("unused-suppressions", true), broken: func(a *reports.Article) string {
			for _, s := range a.Suppressions {
				if s.Problem != "" {
					return fmt.Sprintf("%s at %d:%d: %s", s.Text(), s.Line, s.Column, s.Problem)
				}
			}
			return ""
		}})
	}
	return p
}

func yes(b *bool) bool { return b != nil && *b }

// foundIn tells of an article which findings are wanted by a condition.
func foundIn(wanted func(*reports.Finding) bool) func(*reports.Article) string {
	const most = 3 // are named
	return func(a *reports.Article) string {
		var named []string
		n := 0
		for i := range a.Findings {
			f := &a.Findings[i]
			if !wanted(f) {
				continue
			}
			if n++; n <= most {
				named = append(named, fmt.Sprintf("%s at %d:%d", f.Rule, f.Line, f.Column))
			}
		}
		switch {
		case n == 0:
			return ""
		case n == 1:
			return "1 finding, " + named[0]
		case n > most:
			named = append(named, "...")
		}
		return fmt.Sprintf("%d findings, %s", n, strings.Join(named, ", "))
	}
}
