package reports

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab is a page in a real browser, with all that went wrong in it.
type tab struct {
	context.Context
	t  *testing.T
	mu sync.Mutex
	// what the browser complained of, and what it asked for besides the page
	complaints, requests []string
}

// open opens a report in a headless browser.
func open(t *testing.T, raw []byte) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	b := browser(t)
	b.visit(file)
	return b
}

// visit opens a file.
func (b *tab) visit(file string) {
	b.t.Helper()
	b.do(chromedp.Navigate("file://" + file))
}

// browser starts a headless browser. Without one the test is skipped, unless
// CALQUE_REQUIRE_BROWSER says that it must not be.
func browser(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds to start")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if os.Getenv("CALQUE_REQUIRE_BROWSER") == "1" {
			t.Fatal("CALQUE_REQUIRE_BROWSER=1, and neither chromium nor chrome is installed")
		}
		t.Skip("neither chromium nor chrome is installed")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	base, cancelTime := context.WithTimeout(context.Background(), 5*time.Minute)
	alloc, cancelAlloc := chromedp.NewExecAllocator(base, options...)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(func() { cancel(); cancelAlloc(); cancelTime() })
	b := &tab{Context: ctx, t: t}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.EmulateViewport(1280, 900))
	return b
}

func (b *tab) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, ev.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, "console: "+string(ev.Type))
	case *log.EventEntryAdded:
		b.complaints = append(b.complaints, ev.Entry.Text)
	case *network.EventRequestWillBeSent:
		if url := ev.Request.URL; !strings.HasPrefix(url, "file://") && !strings.HasPrefix(url, "data:") {
			b.requests = append(b.requests, url)
		}
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func eval[T any](b *tab, js string) T {
	b.t.Helper()
	v, err := chromedp.Run(b, chromedp.Evaluate[T](js))
	if err != nil {
		b.t.Fatalf("%s: %v", js, err)
	}
	return v
}

// quiet checks that the page ran without complaint and asked for nothing.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.t.Errorf("the browser complains: %s", c)
	}
	for _, r := range b.requests {
		b.t.Errorf("the page asks for %s", r)
	}
}

// picture keeps a screenshot where CALQUE_SCREENSHOTS names a directory, for
// people to look at.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("CALQUE_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644)
	}
	if err != nil {
		b.t.Error(err)
	}
}

func (b *tab) media(kind, scheme string) {
	b.t.Helper()
	if _, err := chromedp.Call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}); err != nil {
		b.t.Fatal(err)
	}
}

func TestBrowser(t *testing.T) {
	r := sampleReport(t)
	b := open(t, written(t, "html", r, Options{Made: "14 March 2024, 09:30 UTC"}))

	// The marks stand on the words, as the browser shows them.
	for i, a := range worstFirst(r.Articles) {
		for j, f := range a.Findings {
			got := eval[string](b, fmt.Sprintf(
				`[...document.querySelectorAll("#a%d mark")].filter(m => m.dataset.n.split(" ").includes("%d")).map(m => m.textContent).join("")`, i+1, j+1))
			if got != f.Excerpt {
				t.Errorf("%s: finding %d is marked on %q, not on %q", a.ID, j+1, got, f.Excerpt)
			}
		}
	}
	if bg := eval[string](b, `getComputedStyle(document.querySelector("mark.major")).textDecorationStyle`); bg != "solid" {
		t.Errorf("the style sheet is not applied: %q", bg)
	}

	const rows = `[...document.querySelectorAll(".ranking tbody tr")].filter(r => !r.hidden).map(r => r.dataset.article).join(" ")`
	const articles = `[...document.querySelectorAll("article")].filter(r => !r.hidden).map(r => r.id).join(" ")`
	choose := func(id, value string) {
		eval[bool](b, fmt.Sprintf(`(() => { const e = document.getElementById(%q); e.value = %q; e.dispatchEvent(new Event("input")); return true })()`, id, value))
	}
	for _, test := range []struct{ id, value, want string }{
		{"show", "critical", "a1 a2"},
		{"show", "none", "a3 a4 a5"},
		{"show", "machine", "a1"},
		{"show", "", "a1 a2 a3 a4 a5"},
		{"rule", "sample-kinship", "a2"},
		{"rule", "", "a1 a2 a3 a4 a5"},
		{"find", "HERALD minister", "a4"},
		{"find", "no such words", ""},
		{"find", "", "a1 a2 a3 a4 a5"},
	} {
		choose(test.id, test.value)
		if got := eval[string](b, rows); got != test.want {
			t.Errorf("%s %q shows the rows %q, not %q", test.id, test.value, got, test.want)
		}
		if got := eval[string](b, articles); got != test.want {
			t.Errorf("%s %q shows the articles %q, not %q", test.id, test.value, got, test.want)
		}
	}
	b.do(chromedp.Click(`.ranking th:first-child button`))
	if got := eval[string](b, rows); got != "a5 a4 a3 a2 a1" {
		t.Errorf("sorted by quality, best first: %q", got)
	}
	b.do(chromedp.Click(`.ranking th:first-child button`), chromedp.Click(`[data-mark=minor]`))
	if got := eval[string](b, `getComputedStyle(document.querySelector(".note.minor")).display`); got != "none" {
		t.Errorf("minor notes are still shown: %q", got)
	}
	b.do(chromedp.Click(`[data-mark=minor]`), chromedp.Click(`#a1-heat`))
	if got := eval[string](b, `getComputedStyle(document.querySelector("#a1 .s"), "::after").content`); !strings.Contains(got, "84%") {
		t.Errorf("the heat map shows %q", got)
	}
	b.picture("heat")
	b.do(chromedp.Click(`#a1-heat`))

	// A link into a folded rule unfolds it.
	b.do(chromedp.Navigate(eval[string](b, `location.href.split("#")[0] + "#r1"`)))
	if !eval[bool](b, `document.getElementById("r1").closest("details").open`) {
		t.Error("the rule stays folded")
	}

	b.media("screen", "light")
	b.picture("light")
	b.accessible("light")
	b.media("screen", "dark")
	b.picture("dark")
	b.accessible("dark")
	if light, dark := "rgb(250, 249, 246)", eval[string](b, `getComputedStyle(document.body).backgroundColor`); dark == light {
		t.Error("dark looks like light")
	}
	for _, scheme := range []string{"light", "dark"} {
		b.media("screen", scheme)
		b.do(chromedp.EmulateViewport(400, 800))
		if wide := eval[int](b, `document.documentElement.scrollWidth`); wide > 400 {
			t.Errorf("%d pixels wide on a screen of 400", wide)
		}
		b.picture("narrow-" + scheme)
	}
	b.do(chromedp.EmulateViewport(1280, 900))
	b.media("print", "light")
	if got := eval[string](b, `getComputedStyle(document.querySelector(".bar")).display`); got != "none" {
		t.Errorf("the navigation is printed: %q", got)
	}
	b.quiet()
}

// TestBrowserHostile checks that a browser takes nothing of an article for
// more than text, with the policy in place.
func TestBrowserHostile(t *testing.T) {
	b := open(t, written(t, "html", hostileReport(strings.Join(hostileTexts, " ")), Options{}))
	if got := eval[int](b, `document.querySelectorAll("script").length`); got != 1 {
		t.Errorf("%d scripts", got)
	}
	if got := eval[int](b, `document.querySelectorAll("main img, main iframe, main svg[onload], main a[href^='javascript']").length`); got != 0 {
		t.Errorf("%d elements of an article's own", got)
	}
	b.quiet()
}

// TestBrowserMany checks that a report of 200 articles opens. TestHTMLMany
// bounds its size; the limit here only catches a page that hangs.
func TestBrowserMany(t *testing.T) {
	b := open(t, written(t, "html", many(t, 200), Options{}))
	ms := eval[float64](b, `performance.getEntriesByType("navigation")[0].loadEventEnd`)
	t.Logf("200 articles are loaded after %.0f ms", ms)
	if ms > 60_000 { // under a second on a machine that does nothing else
		t.Errorf("200 articles take %.0f ms", ms)
	}
	if got := eval[int](b, `document.querySelectorAll("main article").length`); got < 200 {
		t.Errorf("%d articles on the page", got)
	}
	b.quiet()
}
