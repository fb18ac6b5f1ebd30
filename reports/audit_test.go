package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// auditDir writes a report as an audit leaves it.
func auditDir(t testing.TB, r *Report) string {
	t.Helper()
	dir := t.TempDir()
	writeLines(t, filepath.Join(dir, articlesFile), r.Articles)
	writeLines(t, filepath.Join(dir, storiesFile), r.Stories)
	writeLines(t, filepath.Join(dir, errorsFile), r.Errors)
	head, err := json.Marshal(map[string]any{"schema": AuditSchema, "tool": r.Tool, "rules": r.Rules})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, auditFile), head, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func writeLines[T any](t testing.TB, path string, values []T) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, v := range values {
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestOpenAudit(t *testing.T) {
	r := many(t, 60)
	dir := auditDir(t, r)
	a, err := OpenAudit(dir)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for v, err := range a.Articles() {
		if err != nil {
			t.Fatal(err)
		}
		if v.ID != r.Articles[i].ID {
			t.Fatalf("article %d is %s, not %s", i, v.ID, r.Articles[i].ID)
		}
		i++
	}
	if i != len(r.Articles) {
		t.Errorf("%d articles of %d", i, len(r.Articles))
	}
	for range a.Articles() { // a reader may stop at any time
		break
	}

	if _, err := OpenAudit(t.TempDir()); err == nil || !strings.Contains(err.Error(), "holds no audit") {
		t.Errorf("an empty directory: %v", err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, articlesFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, articlesFile), raw[:len(raw)-100], 0o644); err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range a.Articles() {
		last = err
	}
	if last == nil || !strings.Contains(last.Error(), fmt.Sprintf("articles.jsonl, line %d:", len(r.Articles))) {
		t.Errorf("half a line: %v", last)
	}
}

func TestParquet(t *testing.T) {
	r := sampleReport(t)
	var raw [2][]byte
	var dir string
	for i := range raw {
		dir = t.TempDir()
		w, err := newParquetWriter(dir, "test")
		if err != nil {
			t.Fatal(err)
		}
		for j := range r.Articles {
			if err := w.add(&r.Articles[j]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.finish(nil); err != nil {
			t.Fatal(err)
		}
		if raw[i], err = os.ReadFile(filepath.Join(dir, "findings.parquet")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(raw[0], raw[1]) {
		t.Error("the same articles make other bytes")
	}
	articles, err := parquet.ReadFile[ArticleRecord](filepath.Join(dir, "articles.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	findings, err := parquet.ReadFile[FindingRecord](filepath.Join(dir, "findings.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for i, a := range r.Articles {
		got := articles[i]
		if got.ID != a.ID || got.Quality != a.Scores.Quality || got.Text != a.Text || int(got.Findings) != len(a.Findings) || (got.Native == nil) != (a.Origin == nil) {
			t.Errorf("article %d: %+v", i, got)
		}
		if a.Published == "2024-03-14" && (got.PublishedAt == nil || got.PublishedAt.Format("2006-01-02") != "2024-03-14") {
			t.Errorf("article %d: published at %v", i, got.PublishedAt)
		}
		for _, f := range a.Findings {
			g := findings[at]
			if g.Article != a.ID || g.Rule != f.Rule || g.Excerpt != f.Excerpt || int(g.Start) != f.Start || strings.Join(g.Suggestions, "|") != strings.Join(f.Suggestions, "|") {
				t.Errorf("finding %d: %+v", at, g)
			}
			at++
		}
	}
	if at != len(findings) {
		t.Errorf("%d findings of %d", len(findings), at)
	}
}

// TestAuditGroupLinks makes sure that no link of the overview leads to an empty
// list: where few articles have a page, a whole publisher may have none.
func TestAuditGroupLinks(t *testing.T) {
	r := auditReport(t, 40)
	last := &r.Articles[39]
	last.Publisher, last.Published, last.Scores.Quality, last.Findings = "The Spotless Sheet", "2030-01-01", 100, nil
	r.Articles[0].Publisher, r.Articles[0].Scores.Quality = "The Worst Paper", 0
	dir := auditDir(t, r)
	if err := WriteAudit(t.Context(), dir, AuditOptions{Pages: 5, CompareWith: auditDir(t, r)}); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for link, want := range map[string]bool{
		`articles.html#publisher=The&#43;Worst&#43;Paper`: true, `#publisher=The&#43;Spotless&#43;Sheet`: false, `#month=2030-01`: false, `#month=2024-`: true,
		// Nothing fell since an audit of the same articles, and no page lists any.
		"articles that fell most": false, "How a change is told from chance": true,
	} {
		if bytes.Contains(raw, []byte(link)) != want {
			t.Errorf("%s: want it on the overview: %t", link, want)
		}
	}
}

// TestDrift holds two audits against each other that differ in one publisher.
func TestDrift(t *testing.T) {
	build := func(worse bool) string {
		r := &Report{Tool: Tool{Name: "calque", Version: "1"}}
		for i := range 120 {
			a := corpus(120)[i]
			a.Findings, a.Words = nil, 400
			a.Publisher = []string{"The Quay", "Harbour News"}[i%2]
			a.Scores.Quality = 100 - float64(i%7)
			machine := i%10 == 0
			hits := i % 3 / 2
			if worse && a.Publisher == "The Quay" {
				a.Scores.Quality -= 12
				machine = i%4 != 0
				hits += 2
			}
			a.Origin = &Origin{MachineTranslated: 0.1, Native: 0.9, Confidence: "high"}
			if machine {
				a.Origin = &Origin{MachineTranslated: 0.9, Native: 0.1, Confidence: "high"}
			}
			for range hits {
				a.Findings = append(a.Findings, Finding{Rule: "sample-hearsay", Family: "reportative", Severity: "major"})
			}
			if worse && i == 0 {
				a.ID = "ferry-new"
			}
			r.Articles = append(r.Articles, a)
		}
		return auditDir(t, r)
	}
	e, err := readEarlier(build(false), t.Context().Err)
	if err != nil {
		t.Fatal(err)
	}
	for _, worse := range []bool{false, true} {
		got := driftTo(t, e, build(worse))
		var said []string
		for _, k := range got.Changes {
			said = append(said, strings.Trim(k.Publisher+" "+k.Measure+" "+k.Rule, " "))
			if !k.Worse {
				t.Errorf("%+v is no improvement", k)
			}
		}
		want := ""
		if worse {
			want = "machine-translated, quality, rule sample-hearsay, The Quay machine-translated, The Quay quality, The Quay rule sample-hearsay"
			if got.New != 1 || got.Gone != 1 || got.Both != 119 || got.Worse != 59 || got.Better != 0 || len(got.Fallen) != 50 {
				t.Errorf("%+v", got)
			}
		}
		if strings.Join(said, ", ") != want {
			t.Errorf("worse %v: %q", worse, said)
		}
	}
}

// driftTo is what has changed from an earlier audit to the one in a directory.
func driftTo(t *testing.T, e *earlier, dir string) *Drift {
	t.Helper()
	a, err := OpenAudit(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDrift(e, a, t.Context().Err)
	if err != nil {
		t.Fatal(err)
	}
	for v, err := range a.Articles() {
		if err != nil {
			t.Fatal(err)
		}
		d.add(v)
	}
	return d.finish()
}

// TestDriftOfCopies makes sure that one bad text which a publisher ran many times is
// no change of the publisher, and that articles of their own are.
func TestDriftOfCopies(t *testing.T) {
	build := func(more int, copies bool) string {
		r := &Report{Tool: Tool{Name: "calque", Version: "1"}}
		var ids []string
		for i := range 40 + more {
			a := corpus(80)[i]
			a.Findings, a.Words, a.Publisher = nil, 400, "The Quay"
			a.Scores.Quality = 100 - float64(i%7)
			if i >= 40 {
				a.Scores.Quality = 20
				ids = append(ids, a.ID)
			}
			r.Articles = append(r.Articles, a)
		}
		if copies {
			r.Stories = []Story{{ID: "s", Articles: ids, Copies: [][]string{ids}}}
		}
		return auditDir(t, r)
	}
	e, err := readEarlier(build(0, false), t.Context().Err)
	if err != nil {
		t.Fatal(err)
	}
	for _, copies := range []bool{false, true} {
		if got := driftTo(t, e, build(20, copies)); got.New != 20 || copies != (len(got.Changes) == 0) {
			t.Errorf("copies %v: %d new, changes %+v", copies, got.New, got.Changes)
		}
	}
}
