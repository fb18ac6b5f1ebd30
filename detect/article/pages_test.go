package article

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"
	"unicode"
)

// tokenF1 compares two texts as bags of words.
func tokenF1(got, want string) float64 {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	count := map[string]int{}
	wanted := words(want)
	for _, w := range wanted {
		count[w]++
	}
	gotten, common := words(got), 0
	for _, w := range gotten {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	if len(wanted)+len(gotten) == 0 {
		return 1
	}
	return 2 * float64(common) / float64(len(wanted)+len(gotten))
}

type realPage struct{ ID, HTML, Text, Set string }

func realPages(t testing.TB) []realPage {
	t.Helper()
	f, err := os.Open("../../../shared/data/pages/pages-2005-2013.jsonl.gz")
	if err != nil {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatal("the real pages are missing")
		}
		t.Skip("the real pages are not here")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var pages []realPage
	for d := json.NewDecoder(bufio.NewReader(z)); d.More(); {
		var p realPage
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, p)
	}
	return pages
}

// The least that may come of the pages of nine news sites, with room for small
// changes elsewhere.
const (
	leastMeanF1 = 0.970
	leastF1     = 0.70
)

func TestRealPages(t *testing.T) {
	pages := realPages(t)
	sum := 0.0
	var worst []string
	f1 := map[string]float64{}
	for _, p := range pages {
		a, err := readHTML(input{path: p.ID, raw: []byte(p.HTML)})
		if err != nil {
			t.Errorf("%s: %v", p.ID, err)
			continue
		}
		f1[p.ID] = tokenF1(a.Text, p.Text)
		sum += f1[p.ID]
		worst = append(worst, p.ID)
		if dir := os.Getenv("CALQUE_PAGES_OUT"); dir != "" {
			name := dir + "/" + strings.ReplaceAll(p.ID, "/", "_")
			_ = os.WriteFile(name+".got", []byte(a.Text), 0o644)
			_ = os.WriteFile(name+".want", []byte(p.Text), 0o644)
			_ = os.WriteFile(name+".html", []byte(p.HTML), 0o644)
			_ = os.WriteFile(name+".removed", []byte(outline(a)), 0o644)
		}
	}
	sort.Slice(worst, func(i, j int) bool { return f1[worst[i]] < f1[worst[j]] })
	for _, id := range worst[:min(len(worst), 40)] {
		t.Logf("%.3f %s", f1[id], id)
	}
	mean := sum / float64(len(pages))
	t.Logf("mean token F1 of %d pages: %.4f", len(pages), mean)
	if mean < leastMeanF1 {
		t.Errorf("mean token F1 is %.4f, below %.3f", mean, leastMeanF1)
	}
	if f1[worst[0]] < leastF1 {
		t.Errorf("%s has a token F1 of %.3f", worst[0], f1[worst[0]])
	}
}
