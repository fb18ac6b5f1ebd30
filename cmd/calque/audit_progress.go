package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"golang.org/x/term"

	"github.com/calque-check/calque/cmd/calque/internal/audit"
	"github.com/calque-check/calque/reports"
)

func knownProgress(name string) bool {
	return slices.Contains([]string{"auto", "plain", "json", "none"}, name)
}

// A display shows how a run goes on until it is ended.
type display struct {
	out   io.Writer
	p     *audit.Progress
	style string // bar, plain, json or none
	began time.Time
	stop  chan struct{}
	done  sync.WaitGroup
	width int
}

// showProgress shows a bar on a terminal, unless another style is asked for.
// In CI and where nobody watches, auto shows nothing.
func showProgress(style string, out io.Writer, p *audit.Progress) *display {
	d := &display{out: out, p: p, style: style, began: time.Now(), stop: make(chan struct{}), width: 80}
	if style == "auto" {
		d.style = "none"
		if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) && os.Getenv("CI") == "" && os.Getenv("TERM") != "dumb" {
			d.style = "bar"
		}
	}
	if f, ok := out.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			d.width = w
		}
	}
	every := map[string]time.Duration{"bar": 200 * time.Millisecond, "plain": 10 * time.Second, "json": time.Second}[d.style]
	if every == 0 {
		return d
	}
	d.done.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				d.show()
			case <-d.stop:
				return
			}
		}
	})
	return d
}

// weigh finds out how many bytes the input has, while the run goes on, so that
// the time that is left can be told. It cannot be known of standard input and
// of what is packed.
func (d *display) weigh(paths []string, out string) {
	if d.style == "none" {
		return
	}
	go func() {
		total, known := int64(0), true
		add := func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
			case e.IsDir() && strings.HasPrefix(e.Name(), ".") && len(e.Name()) > 1 && e.Name() != "..":
				return fs.SkipDir
			case e.IsDir() && sameFile(path, out):
				return fs.SkipDir
			case e.Type().IsRegular() && !strings.HasPrefix(e.Name(), "."):
				switch strings.ToLower(filepath.Ext(path)) {
				case ".gz", ".zst", ".parquet":
					known = false
					return fs.SkipAll
				}
				if info, err := e.Info(); err == nil {
					total += info.Size()
				}
			}
			return nil
		}
		for _, path := range paths {
			names := []string{path}
			if _, err := os.Stat(path); err != nil {
				names, _ = doublestar.FilepathGlob(path, doublestar.WithNoHidden(), doublestar.WithFilesOnly())
			}
			known = known && path != "-"
			for _, name := range names {
				if known && filepath.WalkDir(name, add) != nil {
					known = false
				}
			}
		}
		if known {
			d.p.Input.Store(total)
		}
	}()
}

// end shows the last state and ends.
func (d *display) end() {
	close(d.stop)
	d.done.Wait()
	switch d.style {
	case "bar":
		fmt.Fprint(d.out, "\r\x1b[K")
	case "plain", "json":
		d.show()
	}
}

// A moment is the state of a run, as programs read it.
type moment struct {
	Stage    string  `json:"stage"`
	Done     int64   `json:"done"`  // of the stage: articles, or stories when comparing
	Total    int64   `json:"total"` // of the stage; 0 when it is not known
	Articles int64   `json:"articles"`
	Reused   int64   `json:"reused"` // of the articles: checked by an earlier run
	Bytes    int64   `json:"bytes"`
	Input    int64   `json:"input"` // bytes of all input; 0 when it is not known
	Findings int64   `json:"findings"`
	Errors   int64   `json:"errors"`
	Seconds  float64 `json:"seconds"`
}

func (d *display) now() moment {
	p := d.p
	return moment{
		Stage: audit.Stages[p.Stage.Load()], Done: p.Done.Load(), Total: p.Total.Load(),
		Articles: p.Articles.Load(), Reused: p.Reused.Load(), Bytes: p.Bytes.Load(), Input: p.Input.Load(),
		Findings: p.Findings.Load(), Errors: p.Errors.Load(),
		Seconds: float64(time.Since(d.began).Milliseconds()) / 1000,
	}
}

func (d *display) show() {
	m := d.now()
	switch d.style {
	case "json":
		raw, err := json.Marshal(m)
		if err == nil {
			fmt.Fprintf(d.out, "%s\n", raw)
		}
	case "plain":
		fmt.Fprintln(d.out, m)
	case "bar":
		text := []rune(m.bar() + m.String())
		fmt.Fprintf(d.out, "\r%s\x1b[K", string(text[:min(len(text), d.width-1)]))
	}
}

// share is how much of the stage is done, below 0 when that is not known.
func (m moment) share() float64 {
	switch {
	case m.Total > 0:
		return min(1, float64(m.Done)/float64(m.Total))
	case m.Stage == audit.Stages[0] && m.Input > 0:
		return min(1, float64(m.Bytes)/float64(m.Input))
	}
	return -1
}

func (m moment) bar() string {
	share := m.share()
	if share < 0 {
		return ""
	}
	const width = 20
	full := int(share * width)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", width-full) + "] "
}

// String is the state in words.
func (m moment) String() string {
	s := m.Stage
	if share := m.share(); share >= 0 {
		s += fmt.Sprintf(" %.0f %%", 100*share)
	} else if m.Stage != audit.Stages[0] && m.Done > 0 {
		s += fmt.Sprintf(" %d", m.Done)
	}
	s += fmt.Sprintf(", %s", counted(int(m.Articles), "article", "articles"))
	if m.Stage == audit.Stages[0] && m.Seconds > 0 {
		s += fmt.Sprintf(", %.1f MB/s", float64(m.Bytes)/1e6/m.Seconds)
		if share := m.share(); share > 0.005 && share < 1 {
			left := time.Duration(m.Seconds / share * (1 - share) * float64(time.Second))
			s += fmt.Sprintf(", %s left", left.Round(time.Second))
		}
	}
	return s + ", " + counted(int(m.Findings), "finding", "findings") + ", " + counted(int(m.Errors), "error", "errors")
}

// done says what a run has made.
func done(s reports.Summary, p *audit.Progress, dir string) string {
	text := fmt.Sprintf("%s, %s, %s", counted(s.Articles, "article", "articles"), counted(s.Stories, "story", "stories"), counted(s.Findings, "finding", "findings"))
	if n := p.Reused.Load(); n > 0 {
		text += fmt.Sprintf("; %d checked by an earlier audit", n)
	}
	if s.Errors > 0 {
		text += fmt.Sprintf("; %d could not be checked", s.Errors)
	}
	return text + ": " + dir
}

// failures names on the error stream what could not be read or checked: the
// first ones, and how many more there are.
type failures struct {
	out io.Writer
	n   int
}

const failuresShown = 20

func (f *failures) add(e reports.Error) {
	f.n++
	if f.n <= failuresShown {
		place := e.Path
		if e.Record > 0 {
			place = fmt.Sprintf("%s: record %d", e.Path, e.Record)
		}
		fmt.Fprintf(f.out, "calque: %s\n", reports.Printable(place+": "+e.Error))
	}
}

func (f *failures) end(dir string) {
	if more := f.n - failuresShown; more > 0 {
		fmt.Fprintf(f.out, "calque: and %d more that could not be read or checked; %s names all of them\n", more, dir+"/errors.jsonl")
	}
}
