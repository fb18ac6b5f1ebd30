package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/calque-check/calque/detect/origin"
)

// A Format is one way to write a report.
type Format struct {
	Name  string // as --format and --report name it
	Doc   string // one line for the help
	Write func(io.Writer, *Report, Options) error

	// Detail is how much of an article's origin the format shows.
	Detail origin.Detail
}

// Formats are all the formats. A new one is added here and nowhere else.
var Formats = []Format{
	{Name: "text", Doc: "for people at a terminal, the worst article first", Write: writeText, Detail: origin.Languages},
	{Name: "json", Doc: "the whole report; every other format is made from it", Write: writeJSON},
	{Name: "jsonl", Doc: "one article a line, as JSON", Write: writeJSONLines},
	{Name: "html", Doc: "one page for a browser, with nothing left to load", Write: writeHTML},
	{Name: "markdown", Doc: "for a comment on a pull request", Write: writeMarkdown, Detail: origin.Languages},
	{Name: "sarif", Doc: "SARIF 2.1.0, for code scanning and editors", Write: fromTop(writeSARIF), Detail: origin.Bare},
	{Name: "junit", Doc: "JUnit XML, for CI systems that show tests", Write: fromTop(writeJUnit), Detail: origin.Bare},
	{Name: "github", Doc: "annotations of GitHub Actions", Write: fromTop(writeGitHub), Detail: origin.Bare},
	{Name: "gitlab", Doc: "GitLab code quality", Write: fromTop(writeGitLab), Detail: origin.Bare},
	{Name: "csv", Doc: "one finding a row, for spreadsheets", Write: writeCSV, Detail: origin.Bare},
}

// FormatNames are the names of the formats, in order.
func FormatNames() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// Write writes the report in the named format.
func Write(w io.Writer, format string, r *Report, o Options) error {
	for _, f := range Formats {
		if f.Name == format {
			out := bufio.NewWriterSize(w, 1<<16)
			if err := f.Write(out, r, o); err != nil {
				return err
			}
			return out.Flush()
		}
	}
	return fmt.Errorf("unknown format %q: use one of %s", format, strings.Join(FormatNames(), ", "))
}
