package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// suppressions puts the comments that suppress findings into an article's
// report, with the findings that they suppress.
func (b *builder) suppressions(i int, a *Article, given fingerprints) {
	c := &b.result.Articles[i]
	for j := range c.Suppressions {
		s := &c.Suppressions[j]

		a.Suppressions = append(a.Suppressions, Suppression{
			Directive: s.Verb, Rules: list(s.Names), Reason: s.Reason, Line: s.Line, Column: s.Column,
			Heeded: s.Heeded, Used: s.Used, Problem: c.Problem(s),
		})
	}
	for _, s := range c.Suppressed {
		a.Suppressed = append(a.Suppressed, Suppressed{b.finding(i, s.Finding, given), s.By})
	}
	slices.SortStableFunc(a.Suppressed, func(x, y Suppressed) int {
		f, g := &x.Finding, &y.Finding
		return cmp.Or(cmp.Compare(f.Start, g.Start), cmp.Compare(f.End, g.End), cmp.Compare(f.Rule, g.Rule))
	})
}

// Text is the suppression as it stands in the input, without its reason.
func (s *Suppression) Text() string {
	if len(s.Rules) == 0 {
		return s.Directive
	}
	return s.Directive + " " + strings.Join(s.Rules, ", ")
}

// problem is the suppression's problem in a sentence for people.
func (s *Suppression) problem() string {
	return fmt.Sprintf("%d:%d: %s: %s", s.Line, s.Column, s.Text(), s.Problem)
}

// hasProblem reports whether an article has a suppression that suppresses
// nothing or cannot be followed.
func hasProblem(s Suppression) bool { return s.Problem != "" }

// suppressions says what the comments of an article suppress, and what is wrong
// with them.
func (t *terminal) suppressions(a *Article) {
	if n := len(a.Suppressed); n > 0 {
		var lines []string
		for _, s := range a.Suppressions {
			if s.Used > 0 {
				lines = append(lines, fmt.Sprintf("line %d%s", s.Line, ifSaid(": ", s.Reason)))
			}
		}
		t.field("suppressed:", plain, fmt.Sprintf("%s, by %s", count(n, "finding", "findings"), strings.Join(lines, "; ")))
	}
	for _, s := range a.Suppressions {
		if s.Problem != "" {
			t.field("suppression:", minorStyle, s.problem())
		}
	}
}

func ifSaid(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}
