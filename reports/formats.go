package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Format is one way to write a report.
type Format struct {
	Name  string // as --format and --report name it
	Doc   string // one line for the help
	Write func(io.Writer, *Report, Options) error

	// Reasons is set of a format that shows why the origin model says what it
	// says: its sentences and evidence. Without such a format they need not be
	// made (detect.Engine.Brief).
	Reasons bool
}

// Formats are all the formats. A new one is added here and nowhere else.
var Formats = []Format{
	{Name: "text", Doc: "for people at a terminal, the worst article first", Write: writeText},
	{Name: "json", Doc: "the whole report; every other format is made from it", Write: writeJSON, Reasons: true},
	{Name: "jsonl", Doc: "one article a line, as JSON", Write: writeJSONLines, Reasons: true},
	{Name: "html", Doc: "one page for a browser, with nothing left to load", Write: writeHTML, Reasons: true},
	{Name: "markdown", Doc: "for a comment on a pull request", Write: writeMarkdown},
	{Name: "sarif", Doc: "SARIF 2.1.0, for code scanning and editors", Write: fromTop(writeSARIF)},
	{Name: "junit", Doc: "JUnit XML, for CI systems that show tests", Write: fromTop(writeJUnit)},
	{Name: "github", Doc: "annotations of GitHub Actions", Write: fromTop(writeGitHub)},
	{Name: "gitlab", Doc: "GitLab code quality", Write: fromTop(writeGitLab)},
	{Name: "csv", Doc: "one finding a row, for spreadsheets", Write: writeCSV},
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
