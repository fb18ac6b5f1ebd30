package reports

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// DefaultPages is how many articles get a page of their own when nothing else
// is said.
const DefaultPages = 20_000

// AuditOptions say what is made of an audit's results.
type AuditOptions struct {
	Pages       int    // articles that get a page of their own, the worst first; 0 means DefaultPages, less none
	CompareWith string // the directory of an earlier audit; "" for none
	Parquet     bool   // writes articles.parquet and findings.parquet
	Made        string // when the run was made, for the footer of the overview; "" leaves it out
}

// WriteAudit writes the report of the audit whose results stand in dir:
// index.html with the pages it leads to, summary.json, and Parquet files on
// request. It reads the results as streams; what it keeps in memory is a row
// for each article that gets a page, and some 40 bytes an article of an
// earlier audit. A call that is called off returns the context's error; an
// overview only stands where all pages that it leads to do.
func WriteAudit(ctx context.Context, dir string, o AuditOptions) error {
	a, err := OpenAudit(dir)
	if err != nil {
		return err
	}
	if o.Pages == 0 {
		o.Pages = DefaultPages
	}
	w := &auditWriter{audit: a, options: o, pages: max(0, o.Pages), stopped: ctx.Err}
	for _, step := range []func() error{w.removeTables, w.count, w.group, w.removeOld, w.summaryFile, w.makeFrame, w.articlePages, w.storyPages, w.overviewPages} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// An auditWriter takes the steps of WriteAudit.
type auditWriter struct {
	audit   *Audit
	options AuditOptions
	pages   int
	stopped func() error // not nil once the call is called off

	summary AuditSummary
	rows    []*auditRow          // of the articles with a page, worst first
	known   map[string]*auditRow // by id, with those of the other members of their stories
	stories []*storyRow          // with a page, those with most disagreements first
	story   map[string]*storyRow // by id
	rules   map[string]string    // anchors of the rules' explanations
	judged  bool                 // the origin model was applied
	errors  []string             // the first of them
	frame   frame
}

// errorsListed is how many errors the page of errors lists.
const errorsListed = 5_000

// count reads all articles once.
func (w *auditWriter) count() (err error) {
	census, worst := newCensus(), worst{n: w.pages}
	var changed *drift
	if w.options.CompareWith != "" {
		old, err := readEarlier(w.options.CompareWith, w.stopped)
		if err != nil {
			return err
		}
		if changed, err = newDrift(old, w.audit, w.stopped); err != nil {
			return err
		}
	}
	var tables *parquetWriter
	if w.options.Parquet {
		if tables, err = newParquetWriter(w.audit.Dir, w.audit.Tool.Version); err != nil {
			return err
		}
		defer func() { err = tables.finish(err) }()
	}
	n := 0
	articles := w.audit.figures()
	if tables != nil {
		articles = w.audit.Articles()
	}
	for a, err := range articles {
		if err := cmp.Or(err, w.stopped()); err != nil {
			return err
		}
		census.add(a)
		worst.add(newAuditRow(a, n))
		w.judged = w.judged || a.Origin != nil
		n++
		if changed != nil {
			changed.add(a)
		}
		if tables != nil {
			if err := tables.add(a); err != nil {
				return err
			}
		}
	}
	worst.cut()
	w.rows, w.known = worst.rows, map[string]*auditRow{}
	for _, r := range w.rows {
		r.File = pageFile("articles", r.ID)
		w.known[r.ID] = r
	}
	w.summary = census.summary()
	w.summary.Tool = w.audit.Tool
	if changed != nil {
		w.summary.Drift = changed.finish()
	}
	for e, err := range w.audit.Errors() {
		if err != nil {
			return err
		}
		w.summary.Errors++
		if e.NotEnglish {
			w.summary.NotEnglish++
		}
		if len(w.errors) < errorsListed {
			w.errors = append(w.errors, e.line())
		}
	}
	w.rules = map[string]string{}
	for i, r := range w.audit.Rules {
		w.rules[r.Name] = fmt.Sprintf("r%d", i+1)
	}
	return nil
}

// group reads the stories, keeps a row of those that an article with a page
// belongs to, and reads what the pages of these need to know of articles
// without one.
func (w *auditWriter) group() error {
	w.story = map[string]*storyRow{}
	wanted := map[string]bool{}
	for s, err := range w.audit.listed() {
		if err := cmp.Or(err, w.stopped()); err != nil {
			return err
		}
		w.summary.Stories++
		if !slices.ContainsFunc(s.Articles, func(id string) bool { return w.known[id] != nil }) {
			continue
		}
		row := &storyRow{ID: s.ID, Title: s.Title, File: pageFile("stories", s.ID), Members: s.Articles, Conflicts: len(s.Conflicts)}
		if len(s.Timeline) > 0 {
			row.Day = calendarDay(s.Timeline[0].Published)
		}
		w.stories = append(w.stories, row)
		w.story[s.ID] = row
		for _, id := range s.Articles {
			if w.known[id] == nil {
				wanted[id] = true
			}
		}
	}
	if len(wanted) > 0 {
		for a, err := range w.audit.figures() {
			if err := cmp.Or(err, w.stopped()); err != nil {
				return err
			}
			if wanted[a.ID] {
				w.known[a.ID] = newAuditRow(a, 0)
			}
		}
	}
	for _, s := range w.stories {
		s.Low, s.High = 100, 0
		for _, id := range s.Members {
			if r := w.known[id]; r != nil {
				s.Low, s.High = min(s.Low, r.Quality), max(s.High, r.Quality)
			}
		}
	}
	slices.SortFunc(w.stories, func(a, b *storyRow) int {
		return cmp.Or(cmp.Compare(b.Conflicts, a.Conflicts), cmp.Compare(a.Low, b.Low), cmp.Compare(a.ID, b.ID))
	})
	return nil
}

// removeTables removes the Parquet files of an earlier run, which would speak of
// another corpus, and what one that was killed left of them.
func (w *auditWriter) removeTables() error {
	entries, err := os.ReadDir(w.audit.Dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && ownTables.MatchString(e.Name()) {
			if err := os.Remove(filepath.Join(w.audit.Dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

var ownTables = regexp.MustCompile(`^(articles|findings)\.parquet(\.[0-9]+)?$`)

// ownPages are the pages that an earlier run may have left. Nothing else in
// the directory is touched.
var ownPages = regexp.MustCompile(`^pages/((articles|stories)/[0-9a-f]{2}/[0-9a-f]{24}|(articles|stories)(-[0-9]+)?|publishers|months|languages|rules|errors|drift)\.html$`)

// The overview goes first: where it is, its pages are.
func (w *auditWriter) removeOld() error {
	if err := os.Remove(filepath.Join(w.audit.Dir, "index.html")); err != nil && !os.IsNotExist(err) {
		return err
	}
	root := filepath.Join(w.audit.Dir, "pages")
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(w.audit.Dir, path)
		if err == nil && d.Type().IsRegular() && ownPages.MatchString(filepath.ToSlash(rel)) {
			err = os.Remove(path)
		}
		return err
	})
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

func (w *auditWriter) summaryFile() error {
	return w.file("summary.json", func(out io.Writer) error {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(w.summary)
	})
}

// buffers are used again for the next file.
var buffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 1<<16) }}

// file writes a file of the directory.
func (w *auditWriter) file(name string, write func(io.Writer) error) error {
	path := filepath.Join(w.audit.Dir, filepath.FromSlash(name))
	f, err := os.Create(path)
	if os.IsNotExist(err) { // the first file of its directory
		if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
			f, err = os.Create(path)
		}
	}
	if err != nil {
		return err
	}
	out := buffers.Get().(*bufio.Writer)
	defer buffers.Put(out)
	out.Reset(f)
	err = write(out)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// template writes a page.
func (w *auditWriter) template(name, template string, data any) error {
	return w.file(name, func(out io.Writer) error { return templates().ExecuteTemplate(out, template, data) })
}

// articlePages reads the articles again and writes the pages of those that get
// one, several at a time.
func (w *auditWriter) articlePages() error {
	if len(w.rows) == 0 {
		return nil
	}
	at := make(map[string]int, len(w.rows))
	for i, r := range w.rows {
		at[r.ID] = i
	}
	wanted := func(id string) bool {
		_, ok := at[id]
		return ok
	}
	return w.audit.pages(wanted, func(a *Article) error {
		if w.stopped() != nil {
			return w.stopped()
		}
		i := at[a.ID]
		row := w.rows[i]
		page := &articlePage{framed: w.frame.around(row.Heading), View: &articleView{Article: a, Anchor: "a"}}
		page.View.fill(&auditSite{w, w.frame.base})
		if i > 0 {
			page.Worse = w.frame.base + w.rows[i-1].File
		}
		if i+1 < len(w.rows) {
			page.Better = w.frame.base + w.rows[i+1].File
		}
		return w.template(row.File, "audit-article", page)
	})
}

func (w *auditWriter) storyPages() error {
	return each(inOrder(w.audit.Stories(), runtime.GOMAXPROCS(0), func(s *Story) (struct{}, error) {
		row := w.story[s.ID]
		if row == nil || w.stopped() != nil {
			return struct{}{}, w.stopped()
		}
		page := &storyPage{framed: w.frame.around(s.Title)}
		page.View = newStory(s, "s", 2, &auditSite{w, w.frame.base})
		return struct{}{}, w.template(row.File, "audit-story", page)
	}))
}

// each goes through a stream for its errors.
func each[T any](stream func(func(T, error) bool)) error {
	var failed error
	stream(func(_ T, err error) bool {
		failed = err
		return err == nil
	})
	return failed
}

// line is an error as the reports list it.
func (e *Error) line() string {
	where := e.Path
	if e.Record > 0 {
		where = fmt.Sprintf("%s, record %d", where, e.Record)
	}
	return where + ": " + strings.TrimPrefix(e.Error, e.Path+": ")
}

// An auditSite is the site of an audit's pages: links lead from a page to
// others.
type auditSite struct {
	*auditWriter
	base string // from the page to the audit's directory
}

func (s *auditSite) telling(id string) telling {
	r := s.known[id]
	if r == nil {
		return telling{Label: id, Heading: id}
	}
	t := telling{Label: r.Label, Heading: r.Heading, Quality: r.Quality, Bar: max(0, min(100, r.Quality)), Against: r.Against}
	if r.File != "" {
		t.Href = s.base + r.File
	}
	return t
}

func (s *auditSite) passage(rel Related) string {
	if r := s.known[rel.Article]; r != nil && r.File != "" {
		return s.base + r.File + "#" + passageAnchor("a", rel.Start, rel.End)
	}
	return ""
}

func (s *auditSite) story(id string) *storyRef {
	if row := s.auditWriter.story[id]; row != nil {
		return &storyRef{s.base + row.File, row.Title}
	}
	return nil
}

func (s *auditSite) rule(name string) string {
	if anchor := s.rules[name]; anchor != "" {
		return s.base + "pages/rules.html#" + anchor
	}
	return ""
}
