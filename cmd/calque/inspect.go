package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/reports"
)

func inspectCommand() *cobra.Command {
	var format, stdinName string
	var full bool
	var limits limits
	c := &cobra.Command{
		Use:   "inspect PATH...",
		Short: "Show what is read of files: articles, fields, and what is left out and why",
		Long: `Inspect shows what calque reads of files, directories, globs and standard input
(-) before it checks anything: the format and the encoding, each article with
its fields and parts, what was kept out of the prose and why, what was wrong with
the bytes, and what the input itself says of translation. Places are lines and
columns of the input.`,
		Example: `  calque inspect page.html
  calque inspect --full wire.xml
  calque inspect --format json dump.jsonl.gz | jq -r '.articles[].title'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("what is to be inspected? Give files, directories or globs, or - for standard input")
			}
			if err := limits.check(); err != nil {
				return err
			}
			if format != "text" && format != "json" {
				return usage("--format %q: give text or json", format)
			}
			reader := &article.Reader{Stdin: cmd.InOrStdin(), StdinName: stdinName}
			limits.set(reader)
			buffered := bufio.NewWriter(cmd.OutOrStdout())
			var out inspector = &inspectJSON{w: buffered}
			if format == "text" {
				out = &inspectText{w: buffered, full: full, width: terminalWidth(cmd.OutOrStdout())}
			}
			failed := false
			for item, err := range reader.Items(args...) {
				if cmd.Context().Err() != nil {
					return &failure{statusFailed, errors.New("interrupted")}
				}
				var a *article.Article
				if err == nil {
					a, err = reader.Load(item)
				}
				if err != nil {
					failed = true
					f := limits.unread(item, err)
					out.unread(f)
					_ = buffered.Flush() // so that what was read stands before the message
					fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s\n", reports.Printable(f.String()))
					continue
				}
				out.article(a)
			}
			out.end(reader.Skipped)
			if err := buffered.Flush(); err != nil {
				return &failure{statusFailed, fmt.Errorf("cannot write: %w", err)}
			}
			if reader.Skipped.Files() > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s\n", reader.Skipped)
			}
			if failed {
				return &failure{statusFailed, errSaid}
			}
			return nil
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().BoolVar(&full, "full", false, "show the parts in full, not only how they begin (JSON always has them in full)")
	c.Flags().StringVar(&stdinName, "stdin-name", "-", "what standard input is called")
	limits.flags(c.Flags())
	return c
}

func terminalWidth(out io.Writer) int {
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			return max(width, 40)
		}
	}
	return 80
}

// An inspector writes what was read as it comes.
type inspector interface {
	article(a *article.Article)
	unread(f unread)
	end(skipped article.Skipped)
}

// unread is what could not be read.
type unread struct {
	Path   string `json:"path"`
	Record int    `json:"record"` // 0 when it concerns the whole file
	Error  string `json:"error"`
	Limit  string `json:"limit"` // the flag that would let it through, else ""
}

func (u unread) String() string {
	s := u.Path + ": "
	if u.Record > 0 {
		s += fmt.Sprintf("record %d: ", u.Record)
	}
	if s += u.Error; u.Limit != "" {
		s += " (" + u.Limit + " raises it)"
	}
	return s
}

// inspectJSON writes one JSON document, article by article.
type inspectJSON struct {
	w      io.Writer
	n      int
	errors []unread
}

// inspected is an article as JSON. Texts that the input does not give are "".
type inspected struct {
	Path       string         `json:"path"`
	Record     int            `json:"record"` // 0 when the file is one article
	Format     string         `json:"format"`
	Encoding   string         `json:"encoding"`
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Byline     string         `json:"byline"`
	Dateline   string         `json:"dateline"`
	Publisher  string         `json:"publisher"`
	Published  string         `json:"published"`
	URL        string         `json:"url"`
	Language   string         `json:"language"` // as declared
	Story      string         `json:"story"`
	Status     string         `json:"status"` // "" for what may be published
	Words      int            `json:"words"`
	Sentences  int            `json:"sentences"`
	Quotations int            `json:"quotations"`
	Names      int            `json:"names"`
	Declared   []declaredPart `json:"declared"`
	Repairs    []repairedPart `json:"repairs"`
	Parts      []readPart     `json:"parts"`
	Removed    []removedPart  `json:"removed"`
}

type declaredPart struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

type repairedPart struct {
	Problem string `json:"problem"`
	Was     string `json:"was"`
	Now     string `json:"now"`
	Mended  bool   `json:"mended"`
	Line    int    `json:"line"` // 0 when it concerns the whole input
	Column  int    `json:"column"`
}

type readPart struct {
	Kind   string `json:"kind"`
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type removedPart struct {
	Reason string `json:"reason"`
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func inspect(a *article.Article) inspected {
	in := inspected{
		Path: a.Path, Record: a.Record, Format: a.Format, Encoding: a.Encoding, ID: a.ID, Title: a.Title, Byline: a.Byline,
		Dateline: a.Dateline, Publisher: a.Publisher, Published: a.Published, URL: a.URL, Language: a.Language, Story: a.Story, Status: a.Status,
		Words: a.Words(), Sentences: len(a.Sentences), Quotations: len(a.Quotations), Names: len(a.Names),
		Declared: []declaredPart{}, Repairs: []repairedPart{}, Parts: []readPart{}, Removed: []removedPart{},
	}
	for _, d := range a.Declared {
		in.Declared = append(in.Declared, declaredPart{d.Kind, d.Text})
	}
	for _, r := range a.Repairs {
		p := repairedPart{Problem: r.Problem, Was: r.Was, Now: a.Slice(r.Span), Mended: r.Mended}
		if r.Len() > 0 {
			p.Line, p.Column = a.Position(r.Start)
		}
		in.Repairs = append(in.Repairs, p)
	}
	for _, p := range a.Paragraphs {
		line, column := a.Position(p.Start)
		in.Parts = append(in.Parts, readPart{p.Kind.String(), a.Slice(p.Span), line, column})
	}
	for _, r := range a.Removed {
		line, column := a.InputPosition(r.Input)
		in.Removed = append(in.Removed, removedPart{string(r.Reason), r.Text, line, column})
	}
	return in
}

func (j *inspectJSON) article(a *article.Article) {
	j.begin()
	fmt.Fprint(j.w, []string{"\n    ", ",\n    "}[min(j.n, 1)])
	j.n++
	j.value(inspect(a), "    ")
}

// begin writes what stands before the first article.
func (j *inspectJSON) begin() {
	if j.n == 0 {
		fmt.Fprint(j.w, "{\n  \"schema\": \"calque-inspect/1\",\n  \"articles\": [")
	}
}

func (j *inspectJSON) value(v any, indent string) {
	e := json.NewEncoder(&lineless{j.w})
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	_ = e.Encode(v) // what cannot be written shows when the buffer is flushed
}

// lineless leaves out the line break that an encoder ends with.
type lineless struct{ w io.Writer }

func (l *lineless) Write(p []byte) (int, error) {
	if _, err := l.w.Write(p[:len(p)-1]); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (j *inspectJSON) unread(f unread) { j.errors = append(j.errors, f) }

func (j *inspectJSON) end(skipped article.Skipped) {
	j.begin()
	fmt.Fprint(j.w, []string{"", "\n  "}[min(j.n, 1)], "],\n  \"errors\": ")
	j.value(append([]unread{}, j.errors...), "  ")
	if skipped == nil {
		skipped = article.Skipped{}
	}
	fmt.Fprint(j.w, ",\n  \"skipped\": ")
	j.value(skipped, "  ")
	fmt.Fprint(j.w, "\n}\n")
}

// inspectText writes for people.
type inspectText struct {
	w       io.Writer
	full    bool
	width   int // columns
	n       int
	failed  int
	formats []formatCount
}

type formatCount struct {
	name     string
	articles int
}

// The columns of the text format.
const (
	labelWidth = 12
	placeWidth = 8
	kindWidth  = 12
)

func (t *inspectText) article(a *article.Article) {
	if t.n++; t.n > 1 {
		fmt.Fprintln(t.w)
	}
	t.count(a.Format)
	in := inspect(a)
	head := in.Path
	if in.Record > 0 {
		head += fmt.Sprintf(", record %d", in.Record)
	}
	fmt.Fprintln(t.w, reports.Printable(head))
	t.field("format", in.Format+", "+in.Encoding)
	for _, f := range [][2]string{
		{"id", in.ID},
		{"title", in.Title},
		{"byline", in.Byline},
		{"dateline", in.Dateline},
		{"publisher", in.Publisher},
		{"published", in.Published},
		{"url", in.URL},
		{"language", in.Language},
		{"story", in.Story},
		{"status", in.Status},
	} {
		t.field(f[0], f[1])
	}
	t.field("text", strings.Join([]string{
		counted(in.Words, "word", "words"),
		counted(in.Sentences, "sentence", "sentences"),
		counted(len(in.Parts), "paragraph", "paragraphs"),
		counted(in.Quotations, "quotation", "quotations"),
		counted(in.Names, "name", "names"),
	}, ", "))
	for _, d := range in.Declared {
		t.field("declared", d.Kind+": "+d.Text)
	}
	for _, r := range in.Repairs {
		t.field("damage", r.String())
	}
	t.title("Read:")
	for _, p := range in.Parts {
		t.part(p.Line, p.Column, p.Kind, p.Text)
	}
	if len(in.Removed) > 0 {
		t.title("Left out:")
	}
	for _, r := range in.Removed {
		t.part(r.Line, r.Column, r.Reason, r.Text)
	}
}

func (r repairedPart) String() string {
	s := r.Problem
	if r.Line > 0 {
		s = fmt.Sprintf("%s at %d:%d: %q", r.Problem, r.Line, r.Column, r.Was)
		if r.Mended {
			s += fmt.Sprintf(" read as %q", r.Now)
		}
	}
	if !r.Mended {
		s += ", not mended"
	}
	return s
}

func (t *inspectText) title(s string) { fmt.Fprintf(t.w, "  %s\n", s) }

func (t *inspectText) field(label, text string) {
	if text != "" {
		t.columns(fmt.Sprintf("  %-*s", labelWidth, label), text, true)
	}
}

// part writes a stretch of text with its place. What is not shown in full ends
// with an ellipsis.
func (t *inspectText) part(line, column int, kind, text string) {
	t.columns(fmt.Sprintf("    %-*s%-*s", placeWidth, fmt.Sprintf("%d:%d ", line, column), kindWidth, kind+" "), text, t.full)
}

// columns writes text beside a label: all of it, or one line.
func (t *inspectText) columns(label, text string, all bool) {
	lines := reports.Wrapped(reports.Printable(text), t.width-len(label))
	if len(lines) > 1 && !all {
		lines = reports.Wrapped(reports.Printable(text), t.width-len(label)-1)[:1]
		lines[0] += "…"
	}
	for i, line := range lines {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		fmt.Fprintln(t.w, reports.Printable(label+line))
	}
}

func (t *inspectText) count(format string) {
	i := slices.IndexFunc(t.formats, func(f formatCount) bool { return f.name == format })
	if i < 0 {
		t.formats, i = append(t.formats, formatCount{format, 0}), len(t.formats)
	}
	t.formats[i].articles++
}

func (t *inspectText) unread(unread) { t.failed++ }

func (t *inspectText) end(article.Skipped) {
	if t.n+t.failed < 2 {
		return
	}
	var formats []string
	for _, f := range t.formats {
		formats = append(formats, fmt.Sprintf("%d %s", f.articles, f.name))
	}
	s := counted(t.n, "article", "articles")
	if len(formats) > 0 {
		s += " (" + strings.Join(formats, ", ") + ")"
	}
	if t.failed > 0 {
		s += fmt.Sprintf("; %d could not be read", t.failed)
	}
	fmt.Fprintf(t.w, "\n%s\n", s)
}
