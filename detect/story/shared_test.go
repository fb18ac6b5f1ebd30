package story

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

// shared is the path of shared research data, which is no part of the
// project: a test that needs it is skipped where it is absent.
func shared(t testing.TB, path string) string {
	t.Helper()
	path = filepath.Join("../../../shared", path)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip("shared research data is absent: ", err)
	}
	return path
}

// written makes an article of a headline and paragraphs.
func written(title string, paragraphs ...string) *article.Article {
	d := article.Draft{Article: article.Article{Title: title}}
	at := 0
	if title != "" {
		d.Parts = append(d.Parts, article.Part{Kind: article.Headline, Pieces: []article.Piece{{Text: title}}})
		at = len(title) + 2
	}
	for _, p := range paragraphs {
		d.Parts = append(d.Parts, article.Part{Kind: article.Body, Pieces: []article.Piece{{Text: p, Input: at}}})
		at += len(p) + 2
	}
	a := article.New(d)
	return a
}

// basil are the 180 articles of BASIL (Fan et al. 2019) and the story each
// tells.
func basil(t testing.TB) (articles []*article.Article, stories []string) {
	t.Helper()
	f, err := os.Open(shared(t, "data/stories/stories-2010-2015.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Story, Publisher, Date, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		var paragraphs []string
		for p := range strings.SplitSeq(row.Text, "\n") {
			if p = strings.TrimSpace(p); p != "" {
				paragraphs = append(paragraphs, p)
			}
		}
		a := written(row.Title, paragraphs...)
		a.Publisher, a.Published = row.Publisher, row.Date
		articles = append(articles, a)
		stories = append(stories, row.Story)
	}
	if len(articles) != 180 {
		t.Fatalf("%d articles of 180", len(articles))
	}
	return articles, stories
}

// seeds are the four articles of one story that the project began with.
func seeds(t testing.TB) []*article.Article {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(shared(t, "seeds"), "*.txt"))
	if err != nil || len(paths) != 4 {
		t.Fatal(paths, err)
	}
	var out []*article.Article
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Parse(path, raw)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// storiesOf groups article numbers by the story they are known to tell.
func storiesOf(truth []string) [][]int {
	var out [][]int
	number := map[string]int{}
	for i, s := range truth {
		n, ok := number[s]
		if !ok {
			n = len(out)
			number[s] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

func allOf(articles []*article.Article) []int {
	var out []int
	for i := range articles {
		out = append(out, i)
	}
	return out
}

// replacements are what is found of one kind, and nothing else, in the last of three
// tellings: "43 > 34".
func replacements(t *testing.T, kind Kind, first, second, last string) []string {
	t.Helper()
	articles := tell([]string{first, second, last})
	var out []string
	for _, d := range Compare(articles, allOf(articles)).Disagreements {
		if d.Kind != kind || d.Article != 2 {
			t.Errorf("%s: %q in telling %d", d.Kind, articles[d.Article].Slice(d.Span), d.Article)
		}
		out = append(out, articles[d.Article].Slice(d.Span)+" > "+d.Suggestion)
	}
	return out
}

// tell makes articles about one event that are told independently, each with
// the given sentence in the middle.
func tell(sentences []string) []*article.Article {
	leads := []string{
		"The mayor of Harwell, Ada Brennick, spoke about the flooded archive on Monday.",
		"Harwell counted its losses at the start of the week after water had filled the town archive.",
		"A flood that ruined the Harwell archive kept Mayor Ada Brennick busy on Monday morning.",
		"On Monday Ada Brennick walked through what is left of the old archive at Harwell.",
		"Water stood two metres high in the cellars of Harwell's archive, the mayor confirmed.",
	}
	fillers := []string{
		"Volunteers carried crates up the stairs until the early hours, and the smell of the water hung in every street.",
		"Witnesses described long queues at the town hall, where clerks handed out blankets and boots for nothing.",
		"It was the third such event since the spring, residents pointed out, and few of them were surprised any more.",
		"Insurance experts are expected this week; the council meets on Thursday and will be shown a first estimate.",
		"Schools stay closed, buses are running again, and a collection for the families has brought in a fair sum.",
	}
	var out []*article.Article
	for i, s := range sentences {
		out = append(out, written("", leads[i%len(leads)], s, fillers[i%len(fillers)]))
	}
	return out
}
