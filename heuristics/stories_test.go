package heuristics

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

var update = flag.Bool("update", false, "rewrite the snapshot of all findings")

// storyFiles are the project's own articles, by story.
func storyFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/stories/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	return files
}

// checkStories checks the articles with the default rules, against each other
// too.
func checkStories(t testing.TB, files []string) detect.Result {
	t.Helper()
	e, checked := checkEach(t, files)
	return e.Assemble(checked, nil)
}

// checkEach checks the articles with the default rules, each by itself.
func checkEach(t testing.TB, files []string) (*detect.Engine, []detect.Checked) {
	t.Helper()
	hs, err := detect.Select(All(), detect.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	e := engine(t, hs)
	var checked []detect.Checked
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Parse(file, raw)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		c, err := e.Check(a)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		checked = append(checked, c)
	}
	return e, checked
}

// TestShelved checks that articles which have dropped their tokens before they are
// compared get the same findings and scores.
func TestShelved(t *testing.T) {
	e, checked := checkEach(t, storyFiles(t))
	for i := range checked {
		checked[i].Shelve()
		if checked[i].Tokens != nil {
			t.Fatalf("%s keeps its tokens", checked[i].Path)
		}
	}
	want, got := checkStories(t, storyFiles(t)), e.Assemble(checked, nil)
	if len(want.Stories) < 2 || !reflect.DeepEqual(got.Stories, want.Stories) {
		t.Errorf("%d stories, want %d, or they differ", len(got.Stories), len(want.Stories))
	}
	for i := range want.Articles {
		w, g := &want.Articles[i], &got.Articles[i]
		if !reflect.DeepEqual(g.Score, w.Score) || g.Story != w.Story || len(g.Findings) != len(w.Findings) {
			t.Errorf("%s: score %v, want %v", w.Path, g.Score, w.Score)
			continue
		}
		for k, f := range w.Findings {
			if o := g.Findings[k]; o.Heuristic.Name != f.Heuristic.Name || o.Span != f.Span || o.Message != f.Message || len(o.Related) != len(f.Related) {
				t.Errorf("%s: %s %v %s, want %s %v %s", w.Path, o.Heuristic.Name, o.Span, o.Message, f.Heuristic.Name, f.Span, f.Message)
			}
		}
		if g.Tokens != nil {
			t.Errorf("%s has its tokens again", w.Path)
		}
	}
}

// TestSnapshot shows every change of behaviour: all findings and scores over
// the project's own articles, a line each.
func TestSnapshot(t *testing.T) {
	var b strings.Builder
	for _, c := range checkStories(t, storyFiles(t)).Articles {
		name, _ := filepath.Rel("../testdata/stories", c.Path)
		fmt.Fprintf(&b, "%s  %.1f  %q\n", filepath.ToSlash(name), c.Score.Quality, c.Title)
		for _, f := range c.Findings {
			excerpt, line, column := "", 0, 0
			if f.Removed != nil {
				excerpt = f.Removed.Text
				line, column = c.InputPosition(f.Removed.Input)
			} else {
				excerpt = c.Slice(f.Span)
				line, column = c.Position(f.Start)
			}
			fmt.Fprintf(&b, "  %d:%d %s %s %q", line, column, f.Severity, f.Heuristic.Name, excerpt)
			if len(f.Suggestions) > 0 {
				fmt.Fprintf(&b, " -> %q", f.Suggestions[0])
			}
			b.WriteByte('\n')
		}
	}
	const file = "testdata/snapshot.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the findings have changed; look at the difference and, if it is right, run\n\tgo test ./heuristics -run Snapshot -update\n%s", lineDiff(string(want), got))
	}
}

// lineDiff lists the lines that only one of the texts has.
func lineDiff(want, got string) string {
	var b strings.Builder
	a, c := strings.Split(want, "\n"), strings.Split(got, "\n")
	for _, l := range a {
		if !slices.Contains(c, l) {
			fmt.Fprintf(&b, "- %s\n", l)
		}
	}
	for _, l := range c {
		if !slices.Contains(a, l) {
			fmt.Fprintf(&b, "+ %s\n", l)
		}
	}
	return b.String()
}

// TestExpected checks the findings that a person expects in the project's own
// articles, written down before the rules were tried on them.
func TestExpected(t *testing.T) {
	files := storyFiles(t)
	checked := map[string]detect.Checked{}
	for _, c := range checkStories(t, files).Articles {
		name, _ := filepath.Rel("../testdata/stories", c.Path)
		checked[filepath.ToSlash(name)] = c
	}
	expectations, err := filepath.Glob("../testdata/expected/*.txt")
	if err != nil || len(expectations) < 3 {
		t.Fatalf("%d files of expectations: %v", len(expectations), err)
	}
	for _, file := range expectations {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		story := strings.TrimSuffix(filepath.Base(file), ".txt")
		lines := bufio.NewScanner(bytes.NewReader(data))
		for lines.Scan() {
			fields := strings.Split(lines.Text(), " | ")
			c, ok := checked[story+"/"+fields[0]]
			if !ok {
				t.Errorf("%s: no article %s/%s", file, story, fields[0])
				continue
			}
			if fields[1] == "clean" {
				for _, f := range c.Findings {
					if f.Severity >= detect.Major {
						t.Errorf("%s/%s: %s finding %s %q in an article that people wrote", story, fields[0], f.Severity, f.Heuristic.Name, c.Slice(f.Span))
					}
				}
				continue
			}
			if !slices.ContainsFunc(c.Findings, func(f detect.Finding) bool {
				excerpt := c.Slice(f.Span)
				if f.Removed != nil {
					excerpt = f.Removed.Text
				}
				return (f.Heuristic.Name == fields[1] || string(f.Heuristic.Family) == fields[1]) && strings.Contains(excerpt, fields[2])
			}) {
				t.Errorf("%s/%s: no %s finding that holds %q", story, fields[0], fields[1], fields[2])
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	hs, err := detect.Select(All(), detect.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	e := engine(b, hs)
	var docs []*detect.Document
	size := 0
	for _, file := range storyFiles(b) {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		a, err := article.Parse(file, raw)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, &detect.Document{Article: a})
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			e.Find(&detect.Document{Article: d.Article}) // nothing shared from the round before
		}
	}
}

// BenchmarkTell compares the tellings of each story that have been checked.
func BenchmarkTell(b *testing.B) {
	var stories [][]detect.Checked
	size := 0
	folder := ""
	for _, file := range storyFiles(b) {
		if dir := filepath.Dir(file); dir != folder {
			folder = dir
			stories = append(stories, nil)
		}
		c := checkStories(b, []string{file}).Articles[0]
		size += len(c.Text)
		stories[len(stories)-1] = append(stories[len(stories)-1], c)
	}
	hs, err := detect.Select(All(), detect.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	e := engine(b, hs)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, checked := range stories {
			tellings := slices.Clone(checked)
			for i := range tellings {
				tellings[i].Findings = slices.Clone(tellings[i].Findings)
			}
			e.Tell(tellings)
		}
	}
}

func BenchmarkNewEngine(b *testing.B) {
	hs, err := detect.Select(All(), detect.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		engine(b, hs)
	}
}
