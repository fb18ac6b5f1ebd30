package reports

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
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
	head := appendRow(nil, csvColumns...)
	for _, e := range r.Errors {
		head = appendRow(head, e.Path, csvNumber(e.Record), "", "", "", "", "", "", "", "", "error", "unreadable", "", "", "", errorLine(e), "", "")
	}
	if _, err := w.Write(head); err != nil {
		return err
	}
	marked := slices.DeleteFunc(worstFirst(r.Articles), func(a *Article) bool { return len(a.Findings) == 0 })
	const batch = 32 // articles: a few rows each
	return writeInOrder(w, len(marked), batch, func(b []byte, i int) []byte { return appendRows(b, marked[i]) })
}

// appendRows appends a row for each finding of an article.
func appendRows(b []byte, a *Article) []byte {
	machine := ""
	if a.Origin != nil {
		machine = strconv.FormatFloat(a.Origin.MachineTranslated, 'f', -1, 64)
	}
	its := appendRow(nil,
		a.Path, csvNumber(a.Record), a.ID, a.Title, a.Publisher, a.Story,
		strconv.FormatFloat(a.Scores.Quality, 'f', -1, 64), machine,
	)
	its[len(its)-1] = ',' // it goes on
	for i := range a.Findings {
		f := &a.Findings[i]
		b = appendRow(append(b, its...),
			csvNumber(f.Line), csvNumber(f.Column), f.Severity, f.Rule, f.Family, f.Category,
			f.Excerpt, f.Message, strings.Join(f.Suggestions, " | "), f.Fingerprint,
		)
	}
	return b
}

// appendRow appends cells with what ends a row.
func appendRow(b []byte, cells ...string) []byte {
	for i, cell := range cells {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCell(b, cell)
	}
	return append(b, '\n')
}

// appendCell appends text as csvText makes it and encoding/csv writes it. Most of
// it is looked at once: a large run has a hundred thousand cells, and its rows are
// the last that a user waits for.
func appendCell(b []byte, s string) []byte {
	if isPlainCell(s) {
		return append(b, s...)
	}
	s = csvText(s)
	if first, _ := utf8.DecodeRuneInString(s); !strings.ContainsAny(s, `",`) && !unicode.IsSpace(first) && s != `\.` {
		return append(b, s...)
	}
	return append(append(append(b, '"'), strings.ReplaceAll(s, `"`, `""`)...), '"')
}

// isPlainCell reports whether text stands in a cell as it is: ASCII that begins
// with a letter or a digit.
func isPlainCell(s string) bool {
	for i := range len(s) {
		if !plainInCells[s[i]] {
			return false
		}
	}
	return s == "" || 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' || '0' <= s[0] && s[0] <= '9'
}

var plainInCells = func() (plain [256]bool) {
	for c := ' '; c <= '~'; c++ {
		plain[c] = c != '"' && c != ','
	}
	return plain
}()

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
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\u3000"))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
