package reports

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/language"
)

// languageName is the English name of a language code, or the code.
func languageName(code string) string { return language.Name(code) }

// sourceName names a language that the origin model thinks likely. The model
// has learned no Romance language, and what is translated from one mostly comes
// out as German: the name says so.
func sourceName(code string) string {
	switch code {
	case "other":
		return "another language"
	case "de":
		return "German or a Romance language"
	}
	return languageName(code)
}

// languages names several languages: "French, Italian or Spanish".
func languages(codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = languageName(c)
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return strings.Join(names, "")
}

// count is "no findings", "1 finding", "1,234 findings".
func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// points is a score without needless decimals.
func points(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	return strings.TrimSuffix(strings.TrimSuffix(s, ".0"), "-0")
}

// percent is a probability as a whole percentage that says 0 and 100 only when
// it is so.
func percent(p float64) string {
	switch {
	case p > 0 && p < 0.01:
		return "under 1%"
	case p < 1 && p > 0.99:
		return "over 99%"
	}
	return fmt.Sprintf("%.0f%%", p*100)
}

// percentExactly is a share as a percentage, small ones with a decimal.
func percentExactly(p float64) string { return percentNumber(p) + "%" }

func percentNumber(p float64) string {
	if p > 0 && p < 0.0995 {
		return fmt.Sprintf("%.1f", p*100)
	}
	return fmt.Sprintf("%.0f", p*100)
}

// interval is the interval of a share, "62–91%".
func interval(s Share) string { return percentNumber(s.Low) + "–" + percentNumber(s.High) + "%" }

// against words the score against the others.
func against(v float64) string {
	switch {
	case v > 0:
		return points(v) + " above the others"
	case v < 0:
		return points(-v) + " below the others"
	}
	return "level with the others"
}

// label is the shortest name of an article that tells it from its siblings.
func (a *Article) label() string {
	switch {
	case a.Publisher != "":
		return a.Publisher
	case a.Path != "" && a.Path != "-":
		name := path.Base(strings.ReplaceAll(a.Path, `\`, "/"))
		if a.Record > 0 {
			name += "#" + strconv.Itoa(a.Record)
		}
		return name
	}
	return a.ID
}

// headingLength is how many code points of an article without a title stand in
// for one.
const headingLength = 70

// heading is the article's title, or what comes nearest: the words it begins
// with, or its name.
func (a *Article) heading() string {
	if a.Title != "" {
		return a.Title
	}
	start := a.Text[:min(len(a.Text), 8*headingLength)]
	if len(start) < len(a.Text) {
		start = strings.ToValidUTF8(start, "") // the cut may go through a letter
	}
	words := strings.Fields(start)
	text, length := "", 0
	for i, w := range words {
		if length += utf8.RuneCountInString(w) + 1; length > headingLength {
			if i > 0 {
				return text + " …"
			}
			break
		}
		text = strings.TrimSpace(text + " " + w)
	}
	if text == "" {
		return a.label()
	}
	return text
}

// place is where a finding stands, as editors and CI systems read it.
func (a *Article) place() string {
	if a.Path == "" {
		return a.ID
	}
	if a.Record > 0 {
		return fmt.Sprintf("%s#%d", a.Path, a.Record)
	}
	return a.Path
}

// worstFirst are the articles by quality, the worst first; those of the same
// quality with more findings first, then in input order.
func worstFirst(articles []Article) []*Article {
	out := make([]*Article, len(articles))
	for i := range articles {
		out[i] = &articles[i]
	}
	slices.SortStableFunc(out, func(a, b *Article) int {
		return cmp.Or(cmp.Compare(a.Scores.Quality, b.Scores.Quality), cmp.Compare(len(b.Findings), len(a.Findings)))
	})
	return out
}

// byID finds articles by their ids.
func byID(r *Report) map[string]*Article {
	m := make(map[string]*Article, len(r.Articles))
	for i := range r.Articles {
		m[r.Articles[i].ID] = &r.Articles[i]
	}
	return m
}

// severities counts findings in words, the worst first: "1 critical, 2 minor".
func severities(findings []Finding) string {
	counts := map[string]int{}
	for _, f := range findings {
		counts[f.Severity]++
	}
	return severityCounts(counts)
}

func severityCounts(counts map[string]int) string {
	var parts []string
	for _, s := range []string{"critical", "major", "minor"} {
		if n := counts[s]; n > 0 {
			parts = append(parts, thousands(n)+" "+s)
		}
	}
	return strings.Join(parts, ", ")
}

// reasons counts what was kept out of the prose, by reason in order of first
// appearance: "2 link, 1 masthead".
func reasons(removed []Removed) string {
	counts := map[string]int{}
	var order []string
	for _, x := range removed {
		if counts[x.Reason] == 0 {
			order = append(order, x.Reason)
		}
		counts[x.Reason]++
	}
	for i, reason := range order {
		if n := counts[reason]; n > 1 {
			order[i] = fmt.Sprintf("%d × %s", n, reason)
		}
	}
	return strings.Join(order, ", ")
}

// A wording is a passage and who has it word for word.
type wording struct {
	Text string
	Who  []string
}

// wordings groups passages by their text, in order of first appearance. Names
// that are empty or stand already are left out.
func wordings(related []Related, name func(id string) string) []wording {
	var out []wording
	for _, rel := range related {
		i := slices.IndexFunc(out, func(w wording) bool { return w.Text == rel.Excerpt })
		if i < 0 {
			i = len(out)
			out = append(out, wording{Text: rel.Excerpt})
		}
		if who := name(rel.Article); who != "" && !slices.Contains(out[i].Who, who) {
			out[i].Who = append(out[i].Who, who)
		}
	}
	return out
}

// day is a time of publication as a reader wants it; what is no date that
// calque understands stays as it was written.
func day(published string) string {
	if t, err := time.Parse(time.RFC3339, published); err == nil {
		return t.Format("2 January 2006, 15:04")
	}
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		return t.Format("2 January 2006")
	}
	return published
}
