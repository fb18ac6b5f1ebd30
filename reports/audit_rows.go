package reports

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// An auditRow is what the lists and the pages of other articles need to know of
// an article.
type auditRow struct {
	ID, Heading, Label, Publisher, Where, Day, Month, Story, From, Against string

	Quality  float64
	Machine  float64 // -1 when the origin model was not applied
	Sure     bool    // the model has more than low confidence
	Severity [3]int  // findings: minor, major, critical
	Words    int
	Rules    []string

	File  string // its page, from the audit's directory; "" when it has none
	order int    // in the input
}

func newAuditRow(a *Article, order int) *auditRow {
	r := &auditRow{
		ID: a.ID, Heading: a.heading(), Label: a.label(), Publisher: a.Publisher, Where: a.place(), Day: day(a.Published), Month: month(a.Published),
		Story: a.Story, Quality: a.Scores.Quality, Machine: -1, Words: a.Words, order: order,
	}
	if l := likelySource(a.Origin); l != "" {
		r.From = sourceName(l)
	}
	if o := a.Origin; o != nil {
		r.Machine, r.Sure = o.MachineTranslated, o.Confidence != "low"
	}
	if d := a.Scores.AgainstOthers; d != nil {
		r.Against = against(*d)
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		if rank := severityRank(f.Severity); rank > 0 {
			r.Severity[rank-1]++
		}
		if !slices.Contains(r.Rules, f.Rule) {
			r.Rules = append(r.Rules, f.Rule)
		}
	}
	return r
}

func (r *auditRow) findings() int { return r.Severity[0] + r.Severity[1] + r.Severity[2] }

func (r *auditRow) counts() string {
	return severityCounts(map[string]int{"minor": r.Severity[0], "major": r.Severity[1], "critical": r.Severity[2]})
}

func (r *auditRow) worst() string {
	for i, name := range []string{"critical", "major", "minor"} {
		if r.Severity[2-i] > 0 {
			return name
		}
	}
	return ""
}

// worstRow orders rows as worstFirst orders articles.
func worstRow(a, b *auditRow) int {
	return cmp.Or(cmp.Compare(a.Quality, b.Quality), cmp.Compare(b.findings(), a.findings()), cmp.Compare(a.order, b.order))
}

// The worst keeps the rows of the n worst articles of a stream.
type worst struct {
	n    int
	rows []*auditRow
}

func (w *worst) add(r *auditRow) {
	if w.n == 0 {
		return
	}
	w.rows = append(w.rows, r)
	if len(w.rows) >= 2*w.n+100 {
		w.cut()
	}
}

func (w *worst) cut() {
	slices.SortFunc(w.rows, worstRow)
	if len(w.rows) > w.n {
		clear(w.rows[w.n:])
		w.rows = w.rows[:w.n]
	}
}

// A storyRow is what the list of stories shows of a story.
type storyRow struct {
	ID, Title, Day, File string
	Members              []string
	Conflicts            int
	Low, High            float64 // the lowest and the highest quality of its articles
}

// pageFile is the file of the page of an article or a story. An id may hold
// anything, so its hash names the file: the same in every audit.
func pageFile(kind, id string) string {
	sum := sha256.Sum256([]byte(id))
	name := hex.EncodeToString(sum[:12])
	return "pages/" + kind + "/" + name[:2] + "/" + name + ".html"
}
