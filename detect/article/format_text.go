package article

import "strings"

// isPlainText takes what nothing else has taken.
func isPlainText(string, string) bool { return true }

func readPlainText(in input) (*Article, error) { return parseText(in) }

// Parse reads one plain-text article. It refuses what is not one: ErrEmpty,
// ErrBinary, ErrEncoding, or a *FormatError that names the format.
func Parse(path string, raw []byte) (*Article, error) {
	if f := formatOf(path, string(raw[:min(len(raw), sniffed)])); f != &formats[len(formats)-1] && f.name != "Markdown" && f.name != "CSV" {
		return nil, &FormatError{f.name}
	}
	return parseText(input{path: path, raw: raw})
}

func parseText(i input) (*Article, error) {
	start := strings.TrimLeft(i.start(), " \t\r\n")
	if err := unreadFormat(start); err != nil {
		return nil, err
	}
	in, err := i.decode()
	if err != nil {
		return nil, err
	}
	d := Draft{Article: Article{ID: idOf(i.path, i.record), Path: i.path, Record: i.record, Repairs: in.repairs, Encoding: in.encoding}, Input: in.text, Line: i.line, clock: i.limits.clock}
	prose, directives, cuts := withoutDirectives(standing(in.text, 0))
	d.Directives, in.text = directives, prose.text
	for i := range in.bad {
		in.bad[i].at = shifted(in.bad[i].at, cuts)
	}
	in.layout(&d, false)
	if len(d.Parts) == 0 {
		return nil, ErrEmpty
	}
	if len(cuts) > 0 {
		d.through = prose
	}
	a := New(d)
	d.room.release()
	return a, nil
}
