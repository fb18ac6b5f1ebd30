package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// description is all that was read of an article, one thing a line.
func description(a *Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "== %s", a.ID)
	if a.Record > 0 {
		fmt.Fprintf(&b, " (record %d)", a.Record)
	}
	b.WriteByte('\n')
	for _, f := range []struct{ name, value string }{
		{"title", a.Title},
		{"by", a.Byline},
		{"dateline", a.Dateline},
		{"publisher", a.Publisher},
		{"published", a.Published},
		{"url", a.URL},
		{"language", a.Language},
		{"story", a.Story},
		{"status", a.Status},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s = %s\n", f.name, f.value)
		}
	}
	for _, d := range a.Declared {
		fmt.Fprintf(&b, "declared %s = %s\n", d.Kind, d.Text)
	}
	for _, r := range a.Repairs {
		fmt.Fprintf(&b, "repair %s %q\n", r.Problem, r.Was)
	}
	lines := strings.SplitAfter(outline(a), "\n")
	for i, p := range a.Paragraphs {
		line, column := a.Position(p.Start)
		fmt.Fprintf(&b, "%d:%d %s", line, column, lines[i])
	}
	for i, r := range a.Removed {
		line, column := a.InputPosition(r.Input)
		fmt.Fprintf(&b, "%d:%d %s", line, column, lines[len(a.Paragraphs)+i])
	}
	return b.String()
}

// TestFormats reads the samples in testdata/formats and compares what came of
// each with the file of the same name and ".want".
func TestFormats(t *testing.T) {
	const dir = "testdata/formats"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasSuffix(name, ".want") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			var got strings.Builder
			r := &Reader{}
			for item, err := range r.Items(path) {
				var a *Article
				if err == nil {
					a, err = r.Load(item)
				}
				if err != nil {
					fmt.Fprintf(&got, "!! %s\n", strings.TrimPrefix(err.Error(), dir+string(filepath.Separator)))
					continue
				}
				if strings.Contains(name, "base64") { // its words do not stand in the input as they are
					checkStructured(t, a)
				} else {
					checkPlaces(t, a)
				}
				got.WriteString(description(a))
			}
			if *update {
				if err := os.WriteFile(path+".want", []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path + ".want")
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}
