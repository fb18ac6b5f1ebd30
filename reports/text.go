package reports

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// writeText writes diagnostics for people at a terminal: the worst article
// first, its findings in the order of the text, then how the articles of each
// story rank and a summary.
func writeText(w io.Writer, r *Report, o Options) error {
	t := newTerminal(w, r, o)
	shown := slices.DeleteFunc(worstFirst(r.Articles), func(a *Article) bool {
		return len(a.Findings) == 0 && !a.Origin.likelyMachine() && len(r.Articles) > 1 && (!o.Removed || len(a.Removed) == 0) && len(a.Repairs)+len(a.Declared) == 0 && !slices.ContainsFunc(a.Suppressions, hasProblem) && a.Status == ""
	})
	t.err = writeInOrder(w, len(shown), wholeArticles, func(b []byte, i int) []byte {
		own, out := *t, bytes.NewBuffer(b)
		own.w = out
		own.article(shown[i], o)
		return out.Bytes()
	})
	if len(r.Articles) > 1 {
		t.rankings(r)
	}
	t.summary(r)
	return t.err
}

func (t *terminal) article(a *Article, o Options) {
	for _, l := range wrap(clean(a.heading()), t.width) {
		t.line(said{strong, l})
	}
	who := a.place()
	if a.Publisher != "" {
		who = a.Publisher + " · " + who
	}
	t.linked(a, 1, said{faint, who})
	t.line()
	if len(a.Findings) == 0 {
		t.line(said{plain, "  " + a.nothing()})
	} else {
		text, whySaid := runesOf(a.Text), map[string]string{}
		for i := range a.Findings {
			t.finding(a, text, &a.Findings[i], whySaid)
			t.line()
		}
	}
	for _, c := range a.Cleared {
		t.field("not counted:", plain, fmt.Sprintf("“%s” [%s]: %s", c.Excerpt, c.Rule, c.Why))
	}
	if a.Status != "" {
		t.field("status:", strong, a.Status)
	}
	for _, d := range a.Declared {
		t.field("declared:", plain, fmt.Sprintf("%s (%s)", d.Text, d.Kind))
	}
	t.score(a)
	if og := a.Origin; og != nil {
		t.field("origin:", plain, originLine(og))
		if len(og.SourceLanguages) > 0 {
			t.field("likely source:", plain, likelySources(og.SourceLanguages))
		}
	}
	if n := len(a.Removed); n > 0 {
		t.field("not checked:", plain, fmt.Sprintf("%s (%s)", count(n, "line", "lines"), reasons(a.Removed)))
		if o.Removed {
			for _, x := range a.Removed {
				t.line(said{faint, fmt.Sprintf("    line %d, %s: ", x.Line, x.Reason)}, said{plain, head(x.Text, 200)})
			}
		}
	}
	t.suppressions(a)
	for _, x := range a.Repairs {
		what := "could not be mended"
		if x.Mended {
			what = "mended"
		}
		t.field("damaged text:", plain, fmt.Sprintf("%s, %s %s", x.Problem, what, x.Was))
	}
	t.line()
}

// originLine puts the verdict and the numbers into one line.
func originLine(o *Origin) string {
	s := o.Verdict
	if s != "" {
		s += " "
	}
	return s + fmt.Sprintf("(machine %s, human translation %s, native %s; confidence %s)",
		percent(o.MachineTranslated), percent(o.HumanTranslated), percent(o.Native), o.Confidence)
}

func (t *terminal) score(a *Article) {
	s := points(a.Scores.Quality) + " of 100"
	if v := a.Scores.AgainstOthers; v != nil {
		s += ", " + against(*v)
		if why := a.Scores.AgainstWhy; why != "" {
			s += " (" + why + ")"
		}
	}
	t.field("quality:", strong, s)
	for _, c := range a.Scores.Contributions {
		why := c.Source
		if c.Why != "" {
			why += ": " + c.Why
		}
		sign := "−" // what takes points away
		if c.Points < 0 {
			sign = "+"
		}
		const hang = 11
		for i, l := range wrap(clean(why), t.width-hang) {
			amount := ""
			if i == 0 {
				amount = sign + strings.TrimPrefix(points(c.Points), "-")
			}
			t.line(said{plain, fmt.Sprintf("%*s  ", hang-2, amount)}, said{faint, l})
		}
	}
}

func (t *terminal) finding(a *Article, text runesOf, f *Finding, whySaid map[string]string) {
	st := severityStyle(f.Severity)
	place := fmt.Sprintf("%s:%d:%d:", a.place(), f.Line, f.Column)
	t.linked(a, f.Line, said{strong, place}, said{plain, " "}, said{st, f.Severity}, said{faint, " [" + f.Rule + "]"})
	before, found, after := "", f.Excerpt, ""
	if f.Start < f.End && len(text) > 0 {
		p := paragraphOf(a, f.Start, f.End, len(text))
		// One code point more than is shown says that there is more.
		before = text.slice(max(p.Start, f.Start-excerptContext-1), f.Start)
		found = text.slice(f.Start, min(f.End, f.Start+excerptFinding+1))
		after = text.slice(f.End, min(p.End, f.End+excerptContext+1))
	}
	for _, l := range excerpt(before, found, after, t.width-4) {
		t.line(said{plain, "    " + l.text})
		if l.under != "" {
			t.line(said{st, "    " + l.under})
		}
	}
	for _, l := range wrap(clean(f.Message), t.width-2) {
		t.line(said{plain, "  " + l})
	}
	for i, s := range f.Suggestions {
		label := "write:"
		if i > 0 {
			label = "   or:"
		}
		if s == "" {
			s = "(nothing: leave it out)"
		}
		t.field(label, writeStyle, s)
	}
	for _, said := range t.related(a, f) {
		t.field(said.label, plain, said.text)
	}
	if f.Why != "" {
		if first, ok := whySaid[f.Why]; ok {
			t.field("why:", faint, "as at "+first)
		} else {
			whySaid[f.Why] = fmt.Sprintf("%d:%d", f.Line, f.Column)
			t.field("why:", plain, f.Why)
		}
	}
}

// relatedShown is how many related wordings of a finding are shown in full.
const relatedShown = 3

type labelled struct{ label, text string }

// related are the passages that prove a finding, those of the same wording in
// one line.
func (t *terminal) related(a *Article, f *Finding) []labelled {
	var out []labelled
	for _, w := range wordings(f.Related, func(id string) string {
		if id == a.ID {
			return ""
		}
		return t.label(id)
	}) {
		who := strings.Join(w.Who, ", ")
		switch {
		case who == "":
			out = append(out, labelled{"see:", "“" + head(w.Text, 300) + "” in this article"})
		case slices.Contains(f.Suggestions, w.Text):
			out = append(out, labelled{"so in:", who})
		default:
			out = append(out, labelled{"others:", fmt.Sprintf("“%s” (%s)", head(w.Text, 300), who)})
		}
	}
	if n := len(out); n > relatedShown+1 {
		out = append(out[:relatedShown], labelled{"others:", fmt.Sprintf("and %d more wordings", n-relatedShown)})
	}
	return out
}

// label names an article of the report.
func (t *terminal) label(id string) string {
	if a := t.articles[id]; a != nil {
		return a.label()
	}
	return id
}

// paragraphOf is the part of the text that holds the span, widened to the span.
func paragraphOf(a *Article, start, end, length int) Part {
	i, _ := slices.BinarySearchFunc(a.Parts, start, func(p Part, at int) int { return cmp.Compare(p.End, at+1) })
	if i < len(a.Parts) && a.Parts[i].Start <= start {
		return Part{a.Parts[i].Kind, a.Parts[i].Start, max(a.Parts[i].End, end)}
	}
	return Part{"body", max(0, start-excerptContext), min(length, end+excerptContext)}
}

// How much the summary lists.
const (
	rankingShown   = 50 // articles that stand alone
	conflictsShown = 20 // disagreements of a story
)

func (t *terminal) rankings(r *Report) {
	inStory := map[string]bool{}
	for _, s := range r.Stories {
		var members []*Article
		for _, id := range s.Articles {
			if a := t.articles[id]; a != nil {
				members = append(members, a)
				inStory[id] = true
			}
		}
		for i, l := range wrap(clean(s.Title), t.width-len("Story: ")) {
			t.line(said{plain, []string{"Story: ", "       "}[min(i, 1)]}, said{strong, l})
		}
		t.table(members)
		if len(s.Conflicts) > 0 {
			t.line(said{strong, "  Where the tellings disagree"})
		}
		for i, k := range s.Conflicts {
			if i == conflictsShown {
				t.line(said{faint, fmt.Sprintf("  and %d more", len(s.Conflicts)-i)})
				break
			}
			for j, l := range wrap(clean(t.label(k.Passage.Article)+": "+k.Message), t.width-6) {
				t.line(said{plain, strings.Repeat(" ", 4+2*min(j, 1)) + l})
			}
		}
		t.line()
	}
	var alone []*Article
	for _, a := range worstFirst(r.Articles) {
		if !inStory[a.ID] {
			alone = append(alone, a)
		}
	}
	if len(alone) == 0 {
		return
	}
	heading := "Articles, the worst first"
	if len(r.Stories) > 0 {
		heading = "Articles that stand alone, the worst first"
	}
	t.wrapped(strong, heading)
	t.table(alone[:min(len(alone), rankingShown)])
	if n := len(alone) - rankingShown; n > 0 {
		t.line(said{faint, fmt.Sprintf("  and %s better", count(n, "that is", "that are"))})
	}
	t.line()
}

func (t *terminal) table(articles []*Article) {
	for _, a := range articles {
		st := plain
		worst := 0
		for _, f := range a.Findings {
			if n := severityRank(f.Severity); n > worst {
				worst, st = n, severityStyle(f.Severity)
			}
		}
		what := a.nothing()
		if len(a.Findings) > 0 {
			what = severities(a.Findings)
		}
		name := a.label()
		if a.Title != "" && name != a.Title {
			name += " · " + a.Title
		}
		const left = 8
		lines := wrap(clean(name), max(20, t.width-left))
		t.line(said{strong, fmt.Sprintf("  %4s  ", points(a.Scores.Quality))}, said{plain, lines[0]})
		for _, l := range lines[1:] {
			t.line(said{plain, strings.Repeat(" ", left) + l})
		}
		t.line(said{st, strings.Repeat(" ", left) + what})
	}
}

func (t *terminal) summary(r *Report) {
	for _, e := range r.Errors {
		t.line(said{criticalStyle, "not checked: "}, said{plain, errorLine(e)})
	}
	s := r.Summary
	what := count(s.Findings, "finding", "findings")
	if by := severityCounts(s.BySeverity); by != "" {
		what += " (" + by + ")"
	}
	if s.Known > 0 {
		what += fmt.Sprintf("; %d known from the baseline left out", s.Known)
	}
	if s.Suppressed > 0 {
		what += fmt.Sprintf("; %d suppressed by comments in the articles", s.Suppressed)
	}
	t.wrapped(strong, fmt.Sprintf("%s, %s: %s", count(s.Articles, "article", "articles"), count(s.Words, "word", "words"), what))
	if s.MachineTranslated > 0 && s.Articles > 1 {
		t.line(said{plain, count(s.MachineTranslated, "article is", "articles are") + " likely machine-translated"})
	}
}
