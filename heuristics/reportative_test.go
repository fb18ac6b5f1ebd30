package heuristics

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// A testGroup is a group of lines of testdata/reportative.txt.
type testGroup struct {
	name  string
	texts []string
}

// readGroups reads a file of groups "= name" of one article a line.
func readGroups(t *testing.T, path string) []testGroup {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var groups []testGroup
	for _, line := range strings.Split(string(raw), "\n") {
		if name, ok := strings.CutPrefix(line, "= "); ok {
			groups = append(groups, testGroup{name: name})
		} else if line != "" && len(groups) > 0 {
			g := &groups[len(groups)-1]
			g.texts = append(g.texts, strings.ReplaceAll(line, " ¶ ", "\n\n"))
		}
	}
	return groups
}

// TestReportativeSet measures the family's default heuristics on the test set:
// good English stays silent, and at least 92 of 100 reports are found, those
// included of which too little is said.
func TestReportativeSet(t *testing.T) {
	e := engine(t, slices.DeleteFunc(slices.Concat(reportative, hearsayFrames), func(h detect.Heuristic) bool { return h.Off }))
	texts, marks, hits := 0, 0, 0
	for _, g := range readGroups(t, "testdata/reportative.txt") {
		wanted, right, wrong := 0, 0, 0
		for _, text := range g.texts {
			texts++
			doc, want := detect.ParseExample(text)
			got := spansOf(e.Find(doc))
			wanted += len(want)
			for _, s := range want {
				if slices.Contains(got, s) {
					right++
				} else {
					t.Logf("missed %q in %q", doc.Slice(s), doc.Text)
				}
			}
			for _, s := range got {
				if !slices.Contains(want, s) {
					wrong++
					t.Errorf("false alarm %q in %q", doc.Slice(s), doc.Text)
				}
			}
		}
		good := strings.HasPrefix(g.name, "good:")
		if good != (wanted == 0) {
			t.Errorf("group %q has %d marks", g.name, wanted)
		}
		t.Logf("%-60s %3d articles, %3d of %3d found, %d false alarms", g.name, len(g.texts), right, wanted, wrong)
		marks, hits = marks+wanted, hits+right
	}
	t.Logf("%d articles; recall %d/%d", texts, hits, marks)
	if texts < 300 || hits*100 < marks*92 {
		t.Errorf("%d articles, %d of %d reports found; want at least 300 and 92 of 100", texts, hits, marks)
	}
}

// seedText reads an article of the shared seeds; the test is skipped where they are
// absent.
func seedText(t *testing.T, name string) *detect.Document {
	t.Helper()
	raw, err := os.ReadFile("../../shared/seeds/" + name)
	if err != nil {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skipf("the shared seeds are not here: %v", err)
	}
	a, err := article.Parse(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	return &detect.Document{Article: a}
}

// TestReportativeSeeds counts the findings on the four seeds.
func TestReportativeSeeds(t *testing.T) {
	e := engine(t, slices.DeleteFunc(slices.Clone(reportative), func(h detect.Heuristic) bool { return h.Off }))
	for name, want := range map[string]int{
		"000_2887238fd3142344.txt": 4, "001_0c16ae90a6f83b95.txt": 0, "002_f9ee7d23065da61a.txt": 0, "003_a5b1e300f1cbdf33.txt": 0,
	} {
		doc := seedText(t, name)
		if found := e.Find(doc); len(found) != want {
			t.Errorf("%s: %d findings %q, want %d", name, len(found), excerpts(doc.Article, spansOf(found)), want)
		}
	}
}
