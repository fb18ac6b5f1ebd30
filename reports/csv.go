package reports

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// csvColumns are the columns of the CSV format. More may be added at the end.
var csvColumns = []string{
	"path", "record", "id", "title", "publisher", "story", "quality", "machine_translated",
	"line", "column", "severity", "rule", "family", "category", "excerpt", "message", "suggestions", "fingerprint",
}

// writeCSV writes one row for each finding, the worst article first, for
// spreadsheets. What could not be checked has a row too, with the severity
// "error" and the rule "unreadable".
func writeCSV(w io.Writer, r *Report, _ Options) error {
	out := csv.NewWriter(w)
	row := func(cells ...string) {
		_ = out.Write(cells) // Error tells
	}
	row(csvColumns...)
	for _, e := range r.Errors {
		row(csvText(e.Path), csvNumber(e.Record), "", "", "", "", "", "", "", "", "error", "unreadable", "", "", "", csvText(errorLine(e)), "", "")
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	marked := slices.DeleteFunc(worstFirst(r.Articles), func(a *Article) bool { return len(a.Findings) == 0 })
	pool := sync.Pool{New: func() any { return newCSVRows() }}
	return writeInOrder(w, len(marked), func(b []byte, i int) []byte {
		rows := pool.Get().(*csvRows)
		defer pool.Put(rows)
		return rows.append(b, marked[i])
	})
}

// csvRows makes the rows of articles.
type csvRows struct {
	made  bytes.Buffer
	out   *csv.Writer // to made
	cells []string
}

func newCSVRows() *csvRows {
	r := &csvRows{}
	r.out = csv.NewWriter(&r.made)
	return r
}

// append appends a row for each finding of an article.
func (r *csvRows) append(b []byte, a *Article) []byte {
	machine := ""
	if a.Origin != nil {
		machine = strconv.FormatFloat(a.Origin.MachineTranslated, 'f', -1, 64)
	}
	r.cells = append(r.cells[:0],
		csvText(a.Path), csvNumber(a.Record), csvText(a.ID), csvText(a.Title), csvText(a.Publisher), csvText(a.Story),
		strconv.FormatFloat(a.Scores.Quality, 'f', -1, 64), machine,
	)
	its := len(r.cells)
	r.made.Reset()
	for i := range a.Findings {
		f := &a.Findings[i]
		r.cells = append(r.cells[:its],
			csvNumber(f.Line), csvNumber(f.Column), csvText(f.Severity), csvText(f.Rule), csvText(f.Family), csvText(f.Category),
			csvText(f.Excerpt), csvText(f.Message), csvText(strings.Join(f.Suggestions, " | ")), csvText(f.Fingerprint),
		)
		_ = r.out.Write(r.cells) // a buffer takes all
	}
	r.out.Flush()
	return append(b, r.made.Bytes()...)
}

func csvNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// csvText is text as a cell may hold it. A spreadsheet takes what begins with one
// of these marks for a formula and runs it; an apostrophe before it makes it
// text (https://owasp.org/www-community/attacks/CSV_Injection). Line breaks and
// other control characters are shown by their pictures, so that a row is a line.
func csvText(s string) string {
	s = clean(s)
	if s == "" || 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' { // nearly all
		return s
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\u3000"))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
