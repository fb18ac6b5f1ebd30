package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/reports"
)

// writing are the flags that say how reports are written.
type writing struct {
	format      string
	reports     []string // FORMAT=FILE
	color       string
	hyperlinks  string
	quiet       bool
	showRemoved bool
	pathPrefix  string
	text        func(io.Writer, *reports.Report, reports.Options) error // what "text" means; nil for the usual
}

func (w *writing) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&w.format, "format", "text", "what to print: "+strings.Join(reports.FormatNames(), ", "))
	f.StringArrayVar(&w.reports, "report", nil, "write a report to a file as well, FORMAT=FILE; can be given several times")
	f.StringVar(&w.color, "color", "auto", "colours: auto, always or never; NO_COLOR is respected")
	f.StringVar(&w.hyperlinks, "hyperlinks", "auto", "link places in the text format to the files: auto (where the terminal is known to do it), always or never")
	f.BoolVarP(&w.quiet, "quiet", "q", false, "print nothing but what went wrong; --report still writes")
	f.StringVar(&w.pathPrefix, "path-prefix", "", "in the formats github, gitlab, junit and sarif, put this directory before relative paths: the working directory, from the top of the repository")
	f.BoolVar(&w.showRemoved, "show-removed", false, "list the lines that were kept out of the prose and not checked")
}

// check refuses wrong values before any work is done.
func (w *writing) check() error {
	if !slices.Contains([]string{"auto", "always", "never"}, w.color) {
		return usage("--color %q: give auto, always or never", w.color)
	}
	if !slices.Contains([]string{"auto", "always", "never"}, w.hyperlinks) {
		return usage("--hyperlinks %q: give auto, always or never", w.hyperlinks)
	}
	written := map[string]bool{}
	for _, r := range w.reports {
		name, file, ok := strings.Cut(r, "=")
		if !ok || file == "" {
			return usage("--report %q: give FORMAT=FILE, such as html=report.html", r)
		}
		if err := knownFormat(name); err != nil {
			return err
		}
		if file = filepath.Clean(file); written[file] && !strings.HasPrefix(file, "/dev/") {
			return usage("--report: two reports would be written to %s", file)
		}
		written[file] = true
	}
	return knownFormat(w.format)
}

// detail is how much the reports show of an article's origin.
func (w *writing) detail() origin.Detail {
	detail := origin.Bare
	for _, f := range reports.Formats {
		written := func(spec string) bool { return strings.HasPrefix(spec, f.Name+"=") }
		if f.Name == w.format || slices.ContainsFunc(w.reports, written) {
			detail = min(detail, f.Detail)
		}
	}
	return detail
}

// files are the files that reports are written to.
func (w *writing) files() []string {
	var files []string
	for _, r := range w.reports {
		_, file, _ := strings.Cut(r, "=")
		files = append(files, file)
	}
	return files
}

func knownFormat(name string) error {
	if names := reports.FormatNames(); !slices.Contains(names, name) {
		return usage("format %q is not one of %s%s", name, strings.Join(names, ", "), detect.DidYouMean(name, names))
	}
	return nil
}

// write writes the report to standard output and to the files asked for. What
// cannot be written is named, and the rest is still written.
func (w *writing) write(cmd *cobra.Command, r *reports.Report) error {
	options := reports.Options{Removed: w.showRemoved, PathPrefix: w.pathPrefix, Made: time.Now().UTC().Format("2 January 2006, 15:04 MST")}
	var failed error
	for _, spec := range w.reports {
		name, file, _ := strings.Cut(spec, "=")
		if err := writeFile(file, func(out io.Writer) error { return reports.Write(out, name, r, options) }); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "calque: cannot write the %s report: %v\n", name, err)
			failed = &failure{statusFailed, errSaid}
		}
	}
	if w.quiet {
		return failed
	}
	out := cmd.OutOrStdout()
	options = w.terminal(out, options)
	var err error
	if w.text != nil && w.format == "text" {
		err = w.text(out, r, options)
	} else {
		err = reports.Write(out, w.format, r, options)
	}
	if err != nil {
		return &failure{statusFailed, fmt.Errorf("cannot write the report: %w", err)}
	}
	return failed
}

// writeFile writes beside the file's place first and moves the result there,
// so that nobody ever sees half of it. What is no plain file (/dev/stdout, a
// pipe) is written directly. A link stays one: the file it leads to is written.
// Who may read a file that is there stays as it is.
func writeFile(path string, write func(io.Writer) error) error {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if mode = info.Mode(); !mode.IsRegular() {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			return write(f)
		}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		var at *os.PathError
		if errors.As(err, &at) {
			at.Path = path // the name the user gave, not the temporary one
		}
		return err
	}
	err = write(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), mode.Perm())
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// terminal adds what is to be known of the terminal behind out.
func (w *writing) terminal(out io.Writer, o reports.Options) reports.Options {
	file, isFile := out.(*os.File)
	onTerminal := isFile && term.IsTerminal(int(file.Fd()))
	if onTerminal {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			o.Width = width
		}
	}
	switch w.color {
	case "always":
		o.Color = true
	case "auto":
		o.Color = onTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if w.hyperlinks == "always" || w.hyperlinks == "auto" && onTerminal && linksKnown(os.Getenv) {
		host, _ := os.Hostname()
		o.Link = func(path string, line int) string { return fileAddress(host, path, line) }
	}
	return o
}

// linksKnown reports whether the terminal is one that is known to link text
// (OSC 8). Others print the address or worse.
func linksKnown(env func(string) string) bool {
	if env("TERM") == "dumb" || env("CI") != "" {
		return false
	}
	if vte, err := strconv.Atoi(env("VTE_VERSION")); err == nil { // GNOME and its kin, from 0.50.1 on
		return vte >= 5001
	}
	for _, name := range []string{"WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID"} {
		if env(name) != "" {
			return true
		}
	}
	return slices.Contains([]string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"}, env("TERM_PROGRAM")) ||
		slices.Contains([]string{"xterm-kitty", "xterm-ghostty", "foot", "contour", "alacritty"}, env("TERM"))
}

// fileAddress is the address of a line of a file on a host, "" for what is no
// file. The fragment is the line, as kitty and others take it.
func fileAddress(host, path string, line int) string {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if abs = filepath.ToSlash(abs); !strings.HasPrefix(abs, "/") {
		host, abs = "", "/"+abs // C:/...
	}
	return (&url.URL{Scheme: "file", Host: host, Path: abs, Fragment: strconv.Itoa(line)}).String()
}
