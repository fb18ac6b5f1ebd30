package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/story"
)

func corpus(t *testing.T, n int, seed uint64) []byte {
	t.Helper()
	stories, err := readStories(filepath.Join("..", "..", "testdata", "stories"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeCorpus(&b, stories, n, seed); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCorpus(t *testing.T) {
	data := corpus(t, 200, 1)
	if !bytes.Equal(data, corpus(t, 200, 1)) {
		t.Error("the same seed gave other bytes")
	}
	if bytes.Equal(data, corpus(t, 200, 2)) {
		t.Error("another seed gave the same bytes")
	}
	texts, ids := map[string]bool{}, map[string]bool{}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		var r struct{ ID, Title, Text, Published string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		texts[r.Text], ids[r.ID] = true, true
		if len(r.Text) < 200 || r.Published == "" {
			t.Errorf("record %d is no article: %s", n, line)
		}
	}
	if n != 200 || len(texts) != n || len(ids) != n {
		t.Errorf("%d articles with %d texts and %d ids, want 200 of each", n, len(texts), len(ids))
	}
}

// The articles of one folder stay tellings of one story: a name that two of
// them share is the same other name in both.
func TestVariationKeepsStories(t *testing.T) {
	stories := [][]telling{{
		{title: "Fire at Kroll", paragraphs: [][]string{{"Firemen saved Anna Brandt on Tuesday.", "The mayor, Brandt, is 41."}}},
		{title: "Mayor safe", paragraphs: [][]string{{"Anna Brandt, 41, is safe."}}},
	}}
	var b bytes.Buffer
	if err := writeCorpus(&b, stories, 2, 3); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if strings.Contains(out, "Brandt") || strings.Contains(out, "41") {
		t.Errorf("a name or a number stands as it was: %s", out)
	}
	if !strings.Contains(out, "Tuesday") {
		t.Errorf("a weekday was replaced: %s", out)
	}
}

// Stories that are made from one folder have other words too, so they are not
// taken for one.
func TestStoriesAreDistinct(t *testing.T) {
	file := filepath.Join(t.TempDir(), "corpus.jsonl")
	if err := os.WriteFile(file, corpus(t, 1000, 1), 0o644); err != nil {
		t.Fatal(err)
	}
	var articles []*article.Article
	tellings := map[string]int{}
	reader := &article.Reader{}
	for item, err := range reader.Items(file) {
		if err != nil {
			t.Fatal(err)
		}
		a, err := reader.Load(item)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
		tellings[storyOf(a)]++
	}
	several := 0
	for _, n := range tellings {
		if n > 1 {
			several++
		}
	}
	found := story.Group(articles, 1)
	for _, s := range found {
		for _, m := range s.Members[1:] {
			if storyOf(articles[m]) != storyOf(articles[s.Members[0]]) {
				t.Errorf("%q and %q are in one story", articles[s.Members[0]].Title, articles[m].Title)
			}
		}
	}
	if several < 200 || len(found) < several*9/10 {
		t.Errorf("%d stories found, of %d with two tellings or more", len(found), several)
	}
}

// storyOf is the story that an article of a made corpus was made to tell.
func storyOf(a *article.Article) string {
	number, _, _ := strings.Cut(a.ID, "-")
	return number
}

func TestSpreadOut(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "in.jsonl")
	if err := os.WriteFile(file, corpus(t, 5, 1), 0o644); err != nil {
		t.Fatal(err)
	}
	files, size, err := spreadOut(file, dir)
	if err != nil {
		t.Fatal(err)
	}
	var read int64
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, "articles", f))
		if err != nil {
			t.Fatal(err)
		}
		read += int64(len(data))
	}
	if len(files) != 5 || read != size {
		t.Errorf("%d files of %d bytes, said %d", len(files), read, size)
	}
	n := 0
	for _, err := range (&article.Reader{}).Items(filepath.Join(dir, "corpus.jsonl")) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 5 {
		t.Errorf("the JSON Lines file has %d articles", n)
	}
}

func TestRunSaysWhatFailed(t *testing.T) {
	if _, err := run(".", nil, "go", "no-such-command"); err == nil || !strings.Contains(err.Error(), "no-such-command") {
		t.Errorf("error is %v", err)
	}
	u, err := run(".", nil, "go", "version")
	if err != nil || u.wall <= 0 {
		t.Errorf("usage %v, error %v", u, err)
	}
}
