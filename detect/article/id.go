package article

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// idOf is the id of an article that brings none: its file's name without
// directory and extensions, and the number of the record.
func idOf(path string, record int) string {
	id := filepath.Base(unpackedName(path))
	if ext := filepath.Ext(id); ext != id {
		id = strings.TrimSuffix(id, ext)
	}
	if path == "-" {
		id = "stdin"
	}
	if record > 0 {
		id += "#" + strconv.Itoa(record)
	}
	return id
}

// stampLayouts are the ways in which programs write times. The byte that stands
// at one place of each tells most of them apart from what is written otherwise.
var stampLayouts = []struct {
	at     int
	mark   byte
	layout string
}{
	{10, 'T', time.RFC3339},
	{7, '-', time.DateOnly},
	{3, ',', time.RFC1123Z},
	{3, ',', time.RFC1123},
	{2, ' ', time.RFC822Z},
	{2, ' ', time.RFC822},
	{3, ',', "Mon, 2 Jan 2006 15:04:05 -0700"},
	{3, ',', "Mon, 2 Jan 2006 15:04:05 MST"},
	{8, 'T', "20060102T150405-0700"},
	{8, 'T', "20060102T150405Z0700"},
}

// stamped is a time as RFC 3339 where it can be understood.
func stamped(when string) string {
	if when = strings.TrimSpace(when); when == "" {
		return ""
	}
	for _, l := range stampLayouts {
		if len(when) <= l.at || when[l.at] != l.mark {
			continue
		}
		t, err := time.Parse(l.layout, when)
		switch {
		case err != nil:
		case l.layout != time.DateOnly:
			return t.Format(time.RFC3339)
		case t.Year() >= minYear:
			return when
		}
	}
	if n, err := strconv.ParseInt(when, 10, 64); err == nil && (len(when) == 10 || len(when) == 13) { // since 1970, in programs' dumps
		if len(when) == 10 {
			n *= 1000
		}
		return time.UnixMilli(n).UTC().Format(time.RFC3339)
	}
	s := findStamp(when)
	if in, ok := s.rfc3339(); ok {
		return in
	}
	return when
}

// firstLine is the first line of s that is not blank.
func firstLine(s string) string {
	s = strings.TrimLeft(s, " \t\r\n")
	line, _, _ := strings.Cut(s, "\n")
	return line
}
