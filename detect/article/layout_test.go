package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The files in testdata/layout are dumps of invented articles. What stands
// after the line "----" is what they must become: the fields of the envelope,
// then each part with its kind and each removed line with its reason, in
// order.
func TestLayout(t *testing.T) {
	names, err := filepath.Glob("testdata/layout/*.txt")
	if err != nil || len(names) < 40 {
		t.Fatalf("%d layouts: %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			input, expected, ok := strings.Cut(string(raw), "\n----\n")
			if !ok {
				t.Fatal("no line ---- in it")
			}
			a, err := Parse(name, []byte(input))
			if err != nil {
				t.Fatal(err)
			}
			got, want := strings.Join(describe(a), "\n"), strings.TrimSpace(expected)
			if *update {
				if err := os.WriteFile(name, []byte(input+"\n----\n"+got+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

var kindNames = [...]string{
	Body: "body", Headline: "headline", Standfirst: "standfirst",
	Subheading: "subheading", ListItem: "item", BlockQuote: "quote",
}

// describe writes an article as the layout tests expect it.
func describe(a *Article) []string {
	var out []string
	for _, field := range []struct{ name, value string }{
		{"publisher", a.Publisher},
		{"byline", a.Byline},
		{"dateline", a.Dateline},
		{"published", a.Published},
	} {
		if field.value != "" {
			out = append(out, fmt.Sprintf("%s = %s", field.name, field.value))
		}
	}
	removed := a.Removed
	flush := func(at int) {
		for len(removed) > 0 && removed[0].At <= at {
			out = append(out, fmt.Sprintf("- %s: %s", removed[0].Reason, oneLine(removed[0].Text)))
			removed = removed[1:]
		}
	}
	for _, p := range a.Paragraphs {
		flush(p.Start)
		out = append(out, fmt.Sprintf("%s: %s", kindNames[p.Kind], a.Slice(p.Span)))
	}
	flush(len(a.Text))
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
