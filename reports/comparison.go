package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// WriteComparison writes for a terminal what the tellings of each story say,
// side by side: their quotations, figures, days and names, and the points on
// which one stands alone. Each telling has a letter.
func WriteComparison(w io.Writer, r *Report, o Options) error {
	t := newTerminal(w, r, o)
	for i := range r.Stories {
		t.comparison(&r.Stories[i])
	}
	if len(r.Stories) == 0 {
		t.line(said{plain, "No two articles tell the same story."})
	}
	return t.err
}

func (t *terminal) comparison(s *Story) {
	t.line(said{strong, s.Title})
	for i, id := range s.Articles {
		a := t.articles[id]
		if a == nil {
			continue
		}
		text := a.label()
		if a.Title != "" && a.Title != text {
			text += " · " + a.Title
		}
		for j, l := range wrap(clean(text), t.width-12) {
			if j == 0 {
				t.line(said{strong, "  " + letter(i)}, said{faint, fmt.Sprintf(" %6s  ", points(a.Scores.Quality))}, said{plain, l})
			} else {
				t.line(said{plain, strings.Repeat(" ", 11) + l})
			}
		}
	}
	for _, ids := range s.Copies {
		t.line(said{plain, "  " + strings.Join(strings.Split(letters(s, ids), ""), ", ") + " are copies of one text and count as one telling"})
	}
	if n := len(s.Unrelated); n > 0 {
		text := strings.Join(strings.Split(letters(s, s.Unrelated), ""), ", ") + " " + plural(n, "shares", "share") + " too little with any of the others to look like the same story, so differences mean little"
		for _, l := range wrap(text, t.width-2) {
			t.line(said{plain, "  " + l})
		}
	}
	t.line()
	t.comparedQuotations(s)
	t.comparedDays(s)
	t.comparedFacts(s)
	if len(s.Conflicts) > 0 {
		t.line(said{strong, "Where one telling stands alone"})
	}
	for _, k := range s.Conflicts {
		text := fmt.Sprintf("“%s”: %s", k.Passage.Excerpt, k.Message)
		for j, l := range wrap(clean(text), t.width-6) {
			if j == 0 {
				t.line(said{strong, "  " + letters(s, []string{k.Passage.Article}) + " "}, said{plain, l})
			} else {
				t.line(said{plain, "    " + l})
			}
		}
	}
	t.line()
}

// comparedQuotations shows each utterance that several tellings quote. Where
// a wording departs from the one that most have, [-words-] stand only in that
// one and {+words+} only here.
func (t *terminal) comparedQuotations(s *Story) {
	if len(s.Quotations) == 0 {
		return
	}
	t.line(said{strong, "Quotations"}, said{faint, "  [-only in the wording that most have-] {+only in this one+}"})
	for _, u := range s.Quotations {
		base := max(u.Consensus, 0)
		for i, v := range u.Variants {
			if i != base {
				continue
			}
			t.variant(s, v, "“"+v.Text+"”", u.Consensus >= 0)
		}
		for i, v := range u.Variants {
			if i == base {
				continue
			}
			text := "“" + markedDiff(wordDiff(u.Variants[base].Text, v.Text)) + "”"
			if v.Class != "" {
				text += " – " + className(v.Class)
			}
			t.variant(s, v, text, false)
		}
		t.line()
	}
}

func (t *terminal) variant(s *Story, v Variant, text string, consensus bool) {
	hang := 3 + len(s.Articles)
	who, st := letters(s, v.Articles), plain
	if consensus {
		st = writeStyle
	}
	for i, l := range wrap(clean(text), t.width-hang) {
		lead := strings.Repeat(" ", hang)
		if i == 0 {
			lead = fmt.Sprintf("  %-*s ", len(s.Articles), who)
		}
		t.line(said{strong, lead}, said{st, l})
	}
}

// markedDiff writes a word diff in plain text.
func markedDiff(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		text := strings.TrimSpace(c.Text)
		switch {
		case c.Kind == "same" || text == "":
			b.WriteString(c.Text)
			continue
		case c.Kind == "lost":
			fmt.Fprintf(&b, " [-%s-] ", text)
		default:
			fmt.Fprintf(&b, " {+%s+} ", text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// comparedDays shows on which days the tellings appeared, and which days they
// name.
func (t *terminal) comparedDays(s *Story) {
	v := storyView{}
	v.timeline(s, func(ids []string) otherView {
		return otherView{Who: strings.Join(strings.Split(letters(s, ids), ""), ", ")}
	})
	if len(v.Timeline) == 0 {
		return
	}
	t.line(said{strong, "Timeline"})
	for _, d := range v.Timeline {
		for i, w := range d.What {
			date := ""
			if i == 0 {
				date = d.Date
			}
			text := w.Who
			if w.Text != "" {
				text += " “" + w.Text + "”"
			}
			t.line(said{faint, fmt.Sprintf("  %-18s ", date)}, said{plain, clean(text)})
		}
	}
	t.line()
}

// comparedFacts shows which telling has which figure, day and name, in a
// column for each telling.
func (t *terminal) comparedFacts(s *Story) {
	for _, k := range []struct{ kind, heading string }{{"figure", "Figures"}, {"day", "Days"}, {"name", "Names"}} {
		first := true
		for _, f := range s.Facts {
			if f.Kind != k.kind {
				continue
			}
			if first {
				t.line(said{strong, k.heading})
				first = false
			}
			row := ""
			for i, id := range s.Articles {
				if slices.Contains(f.Articles, id) {
					row += letter(i)
				} else {
					row += "·"
				}
			}
			t.line(said{faint, "  " + row + " "}, said{plain, f.Text})
		}
		if !first {
			t.line()
		}
	}
}

// letter names the i-th telling of a story.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return "*"
}

// letters names the tellings with the given ids.
func letters(s *Story, ids []string) string {
	out := ""
	for i, id := range s.Articles {
		if slices.Contains(ids, id) {
			out += letter(i)
		}
	}
	return out
}
