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

// stamped is a time as RFC 3339 where it can be understood.
func stamped(when string) string {
	if when = strings.TrimSpace(when); when == "" {
		return ""
	}
	for _, layout := range []string{time.RFC3339, time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "20060102T150405-0700", "20060102T150405Z0700"} {
		if t, err := time.Parse(layout, when); err == nil {
			return t.Format(time.RFC3339)
		}
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
