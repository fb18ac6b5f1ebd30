package article

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
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

// TestPages reads the pages in testdata/pages and compares the article with
// the file of the same name and ".txt".
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d pages, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(path, ".html") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			a, err := readHTML(input{path: path, raw: raw})
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, a)
			if got := a.Text + "\n"; got != string(want) {
				t.Errorf("token F1 %.3f, got\n%s\nwant\n%s", tokenF1(got, string(want)), got, want)
			}
		})
	}
}

// BenchmarkPage reads a page of the size and shape that news pages have.
func BenchmarkPage(b *testing.B) {
	raw, err := os.ReadFile("testdata/pages/teasers-after.html")
	if err != nil {
		b.Fatal(err)
	}
	menu := strings.Repeat(`<li class="nav-item"><a class="nav-link" href="/section/news" data-track="x">Section</a></li>`, 400)
	script := "<script>" + strings.Repeat("var a = {b: '<p>c</p>'};", 2000) + "</script>"
	page := []byte(strings.Replace(string(raw), "<body>", "<body>"+script+"<ul>"+menu+"</ul>", 1))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := readHTML(input{path: "page.html", raw: page}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

// TestHostilePages checks that pages made to hurt are read in a time that
// grows with their size.
func TestHostilePages(t *testing.T) {
	const n = 200_000
	for name, page := range map[string]string{
		"unclosed inline elements": strings.Repeat("<b><font><span class=x>a ", n),
		"unclosed links":           strings.Repeat("<a href=x>a ", n),
		"unclosed paragraphs":      strings.Repeat("<p>A ferry ran aground near Lindow on Sunday, they said.", n/4),
		"stray end tags":           strings.Repeat("</div></b></td>", n),
		"many attributes":          "<p " + strings.Repeat("class=comment ", n) + ">A ferry ran aground on Sunday.",
		"huge attribute":           "<p class='" + strings.Repeat("a ", n) + "'>A ferry ran aground on Sunday.",
		"huge title":               "<title>" + strings.Repeat("Ferry | ", n) + "</title>" + strings.Repeat("<h1>Ferry runs aground</h1>", n/10),
		"nested links":             strings.Repeat("<a href=x><div>a</div>", 200) + strings.Repeat("<b>a</b>", n),
		"deep linked data":         `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n/10) + "</script><p>A ferry ran aground on Sunday.",
		"many headings":            "<title>Ferry runs aground</title>" + strings.Repeat("<h1>Ferry runs aground</h1>", n/4),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := readHTML(input{path: "page.html", raw: []byte("<html><body>" + page)})
			if err == nil {
				checkStructured(t, a)
			} else {
				checkMessage(t, err)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			t.Log(len(page), time.Since(start), err)
		})
	}
}

// FuzzPage checks what must hold of the article of a page, whatever the page.
func FuzzPage(f *testing.F) {
	paths, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(paths) == 0 {
		f.Fatal("no pages", err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := readHTML(input{path: "page.html", raw: raw})
		if err != nil {
			checkMessage(t, err)
			return
		}
		checkStructured(t, a)
		for _, tok := range a.Tokens {
			a.Position(tok.Start)
		}
	})
}

// TestHostileState makes sure that the data of a page's program costs no more
// than its size.
func TestHostileState(t *testing.T) {
	const n = 1 << 20
	for name, data := range map[string]string{
		"deep":    strings.Repeat(`{"a":[`, n/6),
		"nested":  strings.Repeat(`[`, 9000) + `"x"` + strings.Repeat(`]`, 9000),
		"strings": `["` + strings.Repeat(`A ferry ran aground on Sunday, the town of Lindow said.","`, n/60) + `"]`,
		"spaces":  `["` + strings.Repeat(` `, n) + `"]`,
	} {
		start := time.Now()
		_, _ = readHTML(input{path: name, raw: []byte(`<script type="application/json">` + data + `</script><p>A ferry ran aground.</p>`)})
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
