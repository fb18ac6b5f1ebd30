package story

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

// project reads the articles written for the project, with the story each
// tells and the file it stands in.
func project(t testing.TB) (articles []*article.Article, stories []string) {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/stories/*/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Parse(path, raw)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
		stories = append(stories, filepath.Dir(path))
	}
	return articles, stories
}

// TestProjectStories checks the project's stories: each is found by itself,
// the tellings by people get no finding, and what testdata/expected wants of the
// comparison is found.
func TestProjectStories(t *testing.T) {
	articles, truth := project(t)
	if p, r := bcubed(len(articles), Group(articles, 2), truth); p < 1 || r < 1 {
		t.Errorf("B-cubed precision %.2f, recall %.2f", p, r)
	}
	for _, members := range storiesOf(truth) {
		dir := truth[members[0]]
		found := map[string][]string{} // file → excerpts
		for _, d := range Compare(articles, members).Disagreements {
			a := articles[d.Article]
			file := filepath.Base(a.Path)
			found[file] = append(found[file], a.Slice(d.Span))
			t.Logf("%s/%s %s %q → %q\n%s", filepath.Base(dir), file, d.Kind, a.Slice(d.Span), d.Suggestion, d.Message)
		}
		expected, err := os.ReadFile(filepath.Join("../../testdata/expected", filepath.Base(dir)+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(expected) {
			fields := strings.Split(strings.TrimSpace(string(line)), " | ")
			switch {
			case len(fields) == 2 && fields[1] == "clean" && len(found[fields[0]]) > 0:
				t.Errorf("%s %s: found %q", dir, fields[0], found[fields[0]])
			case len(fields) == 3 && fields[1] == "others" && !strings.Contains(strings.Join(found[fields[0]], "\n"), fields[2]):
				t.Errorf("%s %s: %q not found", dir, fields[0], fields[2])
			}
		}
	}
}
