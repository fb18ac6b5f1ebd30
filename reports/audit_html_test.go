package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// auditReport is a report of n articles of some publishers and months, with
// the sample's story and one more.
func auditReport(t testing.TB, n int) *Report {
	r := many(t, n)
	for i := range r.Articles {
		a := &r.Articles[i]
		if i >= 5 {
			a.Publisher = []string{"The Quay", "Harbour & Sons", "Elz Valley Daily Sheet"}[i%3]
			a.Published = fmt.Sprintf("2024-%02d-1%d", 1+i%4, i%9)
			a.Title = fmt.Sprintf("Ferry number %d leaves the harbour", i)
		}
	}
	second := r.Stories[0]
	second.ID, second.Title = "ferries/../again", "Ferries, once more"
	second.Articles = []string{r.Articles[5].ID, r.Articles[6].ID}
	second.Quotations, second.Conflicts, second.Facts = []Utterance{}, []Conflict{}, []Fact{}
	second.Timeline = []Dated{{r.Articles[5].ID, "2024-01-15"}, {r.Articles[6].ID, "2024-02-16"}}
	second.Copies = [][]string{second.Articles}
	r.Articles[5].Story, r.Articles[6].Story = second.ID, second.ID
	r.Stories = append(r.Stories, second)
	for i := range 12 {
		r.Errors = append(r.Errors, Error{Path: fmt.Sprintf("feeds/broken-%d.xml", i), Error: "not well-formed", NotEnglish: i == 3})
	}
	r.Summary = summarize(r)
	return r
}

// pagesOf are the HTML files of an audit, by their names in the directory.
func pagesOf(t testing.TB, dir string) map[string]*html.Node {
	t.Helper()
	out := map[string]*html.Node{}
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		root, err := html.Parse(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = root
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAuditPages checks that every link of every page leads somewhere, that
// every page has the policy, and that every article and story has its page.
func TestAuditPages(t *testing.T) {
	r := auditReport(t, 230)
	r.Articles[7].ID = `../../../etc/passwd"><script>`
	old := auditDir(t, auditReport(t, 30))
	dir := auditDir(t, r)
	if err := WriteAudit(t.Context(), dir, AuditOptions{CompareWith: old, Parquet: true}); err != nil {
		t.Fatal(err)
	}
	pages := pagesOf(t, dir)
	ids := map[string]map[string]bool{}
	for name, root := range pages {
		ids[name] = map[string]bool{}
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if ids[name][id] {
					t.Errorf("%s: the id %s stands twice", name, id)
				}
				ids[name][id] = true
			}
		}
	}
	articles, reached := 0, map[string]bool{"index.html": true}
	for name, root := range pages {
		if strings.HasPrefix(name, "pages/articles/") {
			articles++
		}
		policy := false
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			policy = policy || n.Data == "meta" && attribute(n, "content") == auditPolicy
			if !allowedElements[n.Data] {
				t.Errorf("%s: an element %s", name, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: the attribute %s", name, a.Key)
				}
			}
			for _, key := range []string{"href", "src"} {
				link := attribute(n, key)
				if link == "" || strings.HasPrefix(link, "https://") || link == "data:," {
					continue
				}
				u, err := url.Parse(link)
				if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
					t.Errorf("%s: the link %s is not relative", name, link)
					continue
				}
				target := name
				if u.Path != "" {
					target = filepath.ToSlash(filepath.Join(filepath.Dir(name), u.Path))
				}
				reached[target] = true
				if _, err := os.Stat(filepath.Join(dir, target)); err != nil {
					t.Errorf("%s: %s leads nowhere", name, link)
				}
				if f := u.Fragment; f != "" && !strings.Contains(f, "=") && !ids[target][f] {
					t.Errorf("%s: %s leads to a file without the place", name, link)
				}
			}
		}
		if !policy {
			t.Errorf("%s has no policy", name)
		}
	}
	if articles != len(r.Articles) {
		t.Errorf("%d pages for %d articles", articles, len(r.Articles))
	}
	for name := range pages {
		if !reached[name] {
			t.Errorf("no link leads to %s", name)
		}
	}

	var s AuditSummary
	raw, err := os.ReadFile(filepath.Join(dir, "summary.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	if s.All.Articles != 230 || s.Errors != len(r.Errors) || s.NotEnglish < 1 || s.Stories != 2 || len(s.Publishers) < 3 || len(s.Months) < 4 ||
		s.All.Findings != r.Summary.Findings || s.All.Machine.Count != r.Summary.MachineTranslated || s.Drift == nil || s.Drift.Both != 29 {
		t.Errorf("summary: %s", raw)
	}

	// A second run writes the same bytes, and takes away what it has no more
	// pages for; what is not its own it leaves alone.
	before := read(t, dir)
	keep := filepath.Join(dir, "pages", "articles", "mine.html")
	if err := os.WriteFile(keep, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := WriteAudit(t.Context(), dir, AuditOptions{CompareWith: old, Parquet: true}); err != nil {
		t.Fatal(err)
	}
	after := read(t, dir)
	delete(after, keep)
	for name, raw := range before {
		if !bytes.Equal(raw, after[name]) {
			t.Errorf("%s is not the same in a second run", name)
		}
	}
	if err := WriteAudit(t.Context(), dir, AuditOptions{Pages: 20}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(keep); err != nil {
		t.Error(err)
	}
	os.Remove(keep)
	articles = 0
	for name := range pagesOf(t, dir) {
		if strings.HasPrefix(name, "pages/articles/") {
			articles++
		}
	}
	index, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if articles != 20 || !bytes.Contains(index, []byte("210 others do not")) || !bytes.Contains(index, []byte("--pages 230")) {
		t.Errorf("%d pages with a cap of 20", articles)
	}
}

func read(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		out[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAuditCalledOff(t *testing.T) {
	dir := auditDir(t, auditReport(t, 30))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := WriteAudit(ctx, dir, AuditOptions{Parquet: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.parquet*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestAuditEmpty(t *testing.T) {
	dir := auditDir(t, &Report{Articles: []Article{}, Stories: []Story{}, Errors: []Error{}})
	if err := WriteAudit(t.Context(), dir, AuditOptions{Parquet: true}); err != nil {
		t.Fatal(err)
	}
	if pages := pagesOf(t, dir); len(pages) != 1 {
		t.Errorf("%d pages of nothing", len(pages))
	}
}

// TestAuditHostile checks that what stands in articles stays text, on the
// pages and in the scripts beside them.
func TestAuditHostile(t *testing.T) {
	r := hostileReport(strings.Join(hostileTexts, " "))
	for i := range r.Articles {
		for j := range r.Articles[i].Findings {
			f := &r.Articles[i].Findings[j]
			f.End = min(f.End, utf8.RuneCountInString(r.Articles[i].Text))
		}
		r.Articles[i].Suppressed = nil
	}
	dir := auditDir(t, r)
	if err := WriteAudit(t.Context(), dir, AuditOptions{}); err != nil {
		t.Fatal(err)
	}
	for name, root := range pagesOf(t, dir) {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && (!allowedElements[n.Data] || n.Data == "script" && !strings.HasSuffix(attribute(n, "src"), "pages/calque.js")) {
				t.Errorf("%s: an element %s of an article's own", name, n.Data)
			}
		}
	}
	for _, name := range []string{"articles.js", "stories.js"} {
		raw, err := os.ReadFile(filepath.Join(dir, "pages", name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(raw, []byte("</")) || bytes.ContainsRune(raw, '\u2028') {
			t.Errorf("%s can be ended from within", name)
		}
	}
}

func TestBrowserAudit(t *testing.T) {
	b := browser(t)
	r := auditReport(t, 460)
	dir := auditDir(t, r)
	if err := WriteAudit(t.Context(), dir, AuditOptions{CompareWith: auditDir(t, auditReport(t, 200)), Made: "14 March 2024, 09:30 UTC"}); err != nil {
		t.Fatal(err)
	}
	critical, quay, hearsay := 0, 0, 0
	for _, a := range r.Articles {
		count := map[string]bool{}
		for _, f := range a.Findings {
			count[f.Severity], count[f.Rule] = true, true
		}
		if count["critical"] {
			critical++
		}
		if count["sample-hearsay"] {
			hearsay++
		}
		if a.Publisher == "The Quay" {
			quay++
		}
	}
	const shown = `document.querySelector(".shown").textContent`
	const rows = `document.querySelectorAll(".ranking tbody tr").length`
	wait := func(what, js, want string) {
		t.Helper()
		got, err := "", error(nil)
		for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
			// Asking is an error while the browser goes from one page to the next.
			if got, err = chromedp.Run(b, chromedp.Evaluate[string](js)); err == nil && got == want {
				return
			}
		}
		t.Errorf("%s: %q (%v), not %q", what, got, err, want)
	}
	choose := func(field, value string) {
		eval[bool](b, fmt.Sprintf(`(() => { const e = document.querySelector('[data-filter=%s]'); e.value = %q; e.dispatchEvent(new Event(e.tagName === "SELECT" ? "change" : "input")); return true })()`, field, value))
	}
	list := filepath.Join(dir, "pages", "articles-2.html")
	b.visit(list)
	if got := eval[int](b, rows); got != 200 {
		t.Errorf("%d rows on the second page", got)
	}
	choose("show", "critical")
	wait("critical", shown, fmt.Sprintf("%d of 460", critical))
	choose("show", "")
	wait("all", shown, "")
	choose("publisher", "The Quay")
	wait("a publisher", shown, fmt.Sprintf("%d of 460", quay))
	choose("find", "number 457 LEAVES")
	wait("a title that another has", shown, "Nothing fits, of 460")
	choose("find", "number 459 leaves")
	wait("a title", shown, "1 of 460")
	if got := eval[string](b, `document.querySelector(".ranking tbody a").textContent`); got != "Ferry number 459 leaves the harbour" {
		t.Errorf("found %q", got)
	}
	b.do(chromedp.Click(`.filter button[type=reset]`))
	wait("cleared", shown, "")
	b.do(chromedp.Click(`.ranking th:first-child button`))
	wait("sorted", `document.querySelector(".ranking tbody b").textContent`, "100.0") // they stood ascending
	b.do(chromedp.Click(`.further button`))
	wait("rows after asking for more", `String(`+rows+`)`, "400")
	b.visit(filepath.Join(dir, "pages", "rules.html"))
	b.do(chromedp.Click(`td a[href*="sample-hearsay"]`))
	wait("the articles with a rule", `(document.querySelector(".shown") || {}).textContent || ""`, fmt.Sprintf("%d of 460", hearsay))
	b.do(chromedp.Click(`.ranking tbody a`))
	wait("an article's page", `document.querySelector("article h1") ? "opened" : ""`, "opened")

	story, article := filepath.Join(dir, filepath.FromSlash(pageFile("stories", r.Stories[0].ID))), filepath.Join(dir, filepath.FromSlash(pageFile("articles", worstFirst(r.Articles)[3].ID)))
	for name, file := range map[string]string{
		"index": filepath.Join(dir, "index.html"), "list": list, "stories": filepath.Join(dir, "pages", "stories.html"),
		"rules": filepath.Join(dir, "pages", "rules.html"), "drift": filepath.Join(dir, "pages", "drift.html"), "errors": filepath.Join(dir, "pages", "errors.html"),
		"story": story, "article": article,
	} {
		b.visit(file)
		for _, scheme := range []string{"light", "dark"} {
			b.media("screen", scheme)
			b.do(chromedp.EmulateViewport(1280, 900))
			b.picture("audit-" + name + "-" + scheme)
			b.accessible(name + ", " + scheme)
			b.do(chromedp.EmulateViewport(400, 800))
			if wide := eval[int](b, `document.documentElement.scrollWidth`); wide > 400 {
				t.Errorf("%s: %d pixels wide on a screen of 400", name, wide)
			}
			if scheme == "light" {
				b.picture("audit-" + name + "-narrow")
			}
		}
		b.do(chromedp.EmulateViewport(1280, 900))
		b.media("print", "light")
		if got := eval[string](b, `getComputedStyle(document.querySelector(".bar")).display`); got != "none" {
			t.Errorf("%s: the navigation is printed: %q", name, got)
		}
		b.media("screen", "light")
	}
	b.quiet()
}

// accessible lets axe-core look at the page, where CALQUE_AXE names its axe.js
// (from npm).
func (b *tab) accessible(what string) {
	b.t.Helper()
	path := os.Getenv("CALQUE_AXE")
	if path == "" {
		return
	}
	script, err := os.ReadFile(path)
	if err != nil {
		b.t.Fatal(err)
	}
	eval[bool](b, `(() => {`+string(script)+`; return true })()`)
	eval[bool](b, `(() => { window.found = null; axe.run({preload: false}).then(r => { window.found = (r.passes.length ? "" : "nothing was looked at") + r.violations.map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map(n => n.html + " " + n.failureSummary).join(" | ")).join("\n") }, e => { window.found = "axe fails: " + e }); return true })()`)
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if eval[bool](b, `window.found !== null`) {
			if found := eval[string](b, `window.found`); found != "" {
				b.t.Errorf("%s: %s", what, found)
			}
			return
		}
	}
	b.t.Errorf("%s: axe does not end", what)
}
