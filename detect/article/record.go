package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// ErrNoText says that a record has none of the fields that can hold the text.
var ErrNoText = errors.New(`no text in the record: one of the fields "text", "body", "content" or "articleBody" is required`)

// A FormatError says that an input is in a format that calque does not read.
type FormatError struct{ Format string }

const readsOnly = "this version reads plain text and JSON Lines"

func (e *FormatError) Error() string {
	return fmt.Sprintf("looks like %s; %s", e.Format, readsOnly)
}

// formatMarks are the beginnings of files in other formats, in lower case.
var formatMarks = []struct{ mark, format string }{
	{"<!doctype html", "HTML"},
	{"<html", "HTML"},
	{"<head", "HTML"},
	{"<body", "HTML"},
	{"<div", "HTML"},
	{"<article", "HTML"},
	{"<section", "HTML"},
	{"<p>", "HTML"},
	{"<p ", "HTML"},
	{"<h1", "HTML"},
	{"<script", "HTML"},
	{"<meta", "HTML"},
	{"<nitf", "NITF"},
	{"<newsitem", "NewsML-G2"},
	{"<newsmessage", "NewsML-G2"},
	{"<rss", "RSS"},
	{"<feed", "an Atom feed"},
	{"<?xml", "XML"},
	{"<!--", "HTML or XML"},
	{"warc/", "a WARC file"},
	{"%pdf-", "PDF"},
	{"{\\rtf", "RTF"},
	{"pk\x03\x04", "a ZIP archive or an office document"},
	{"\x28\xb5\x2f\xfd", "a Zstandard file"},
	{"bzh", "a bzip2 file"},
}

// otherFormat names the format of an input that is not plain text, nil when
// nothing speaks against plain text.
func otherFormat(raw []byte) error {
	start := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 512)], []byte("\ufeff")), " \t\r\n")
	lower := strings.ToLower(string(start[:min(len(start), 64)]))
	for _, f := range formatMarks {
		if strings.HasPrefix(lower, f.mark) {
			if f.mark == "bzh" && (len(start) < 4 || start[3] < '1' || start[3] > '9' || utf8.Valid(start)) {
				continue
			}
			return &FormatError{f.format}
		}
	}
	if len(start) > 1 && (start[0] == '{' || start[0] == '[') && json.Valid(bytes.TrimSpace(raw)) {
		return &FormatError{"JSON; write each article as one JSON object on a line of its own"}
	}
	return nil
}

func isJSONObject(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 1 && line[0] == '{' && json.Valid(line)
}

// idOf is the id of an article that brings none: its file's name without
// directory and extensions, and the number of the record.
func idOf(path string, record int) string {
	id := strings.TrimSuffix(filepath.Base(path), ".gz")
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

// ParseRecord reads an article from a JSON object. The text is in "text",
// "body", "content" or "articleBody"; "id", "title" or "headline", "publisher"
// or "source", "published" or "date", "url", "language" and "story" are read
// when they are there. Places in the article count lines and columns in the
// text, before which a title stands that the text does not begin with.
func ParseRecord(path string, record int, raw []byte) (*Article, error) {
	var damage []Repair
	if !utf8.Valid(raw) {
		in, err := decode(raw)
		if err != nil {
			return nil, err
		}
		raw, damage = []byte(in.text), in.repairs
		for range min(len(in.bad), 1) {
			damage = append(damage, Repair{Problem: "invalid-utf8"})
		}
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	get := func(names ...string) string {
		for _, name := range names {
			if s := fieldText(fields[name]); strings.TrimSpace(s) != "" {
				return s
			}
		}
		return ""
	}
	text := get("text", "body", "content", "articleBody")
	if text == "" {
		return nil, ErrNoText
	}
	if err := otherFormat([]byte(text[:min(len(text), 512)])); err != nil {
		return nil, err
	}
	title := strings.Join(strings.Fields(get("title", "headline")), " ")
	if first := strings.TrimSpace(firstLine(text)); title != "" && first != title {
		text = title + "\n\n" + text
	}
	in := decoded{text: strings.ToValidUTF8(text, "\ufffd"), repairs: damage}
	d := Draft{Article: Article{
		Path: path, Record: record, ID: get("id"),
		Publisher: get("publisher", "source"), Published: get("published", "date"),
		URL: get("url"), Language: get("language"), Story: get("story"), Byline: get("byline", "author"),
		Repairs: in.repairs,
	}, Input: in.text}
	if d.ID == "" {
		d.ID = idOf(path, record)
	}
	d.Published = stamped(d.Published)
	in.layout(&d, title != "")
	if len(d.Parts) == 0 {
		return nil, ErrEmpty
	}
	return New(d), nil
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

// fieldText is the text of a JSON value: a string or a number as it is, the
// name of an object, the first element of a list.
func fieldText(raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		if json.Unmarshal(raw, &s) == nil {
			return s
		}
	case '{':
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) == nil {
			for _, name := range []string{"name", "title", "value", "text"} {
				if v := fields[name]; len(v) > 0 && v[0] == '"' {
					return fieldText(v)
				}
			}
		}
	case '[':
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) == nil && len(list) > 0 && len(list[0]) > 0 && list[0][0] != '[' {
			return fieldText(list[0])
		}
	case 't', 'f':
	default:
		return string(raw)
	}
	return ""
}
