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
}

// Formats are all the formats. A new one is added here and nowhere else.
var Formats = []Format{
	{"text", "for people at a terminal, the worst article first", writeText},
	{"json", "the whole report; every other format is made from it", writeJSON},
	{"jsonl", "one article a line, as JSON", writeJSONLines},
	{"html", "one page for a browser, with nothing left to load", writeHTML},
	{"markdown", "for a comment on a pull request", writeMarkdown},
	{"sarif", "SARIF 2.1.0, for code scanning and editors", fromTop(writeSARIF)},
	{"junit", "JUnit XML, for CI systems that show tests", fromTop(writeJUnit)},
	{"github", "annotations of GitHub Actions", fromTop(writeGitHub)},
	{"gitlab", "GitLab code quality", fromTop(writeGitLab)},
	{"csv", "one finding a row, for spreadsheets", writeCSV},
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
