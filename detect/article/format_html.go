package article

import "strings"

// htmlMarks begin HTML, in lower case.
var htmlMarks = []string{
	"<!doctype html", "<html", "<head>", "<head ", "<body", "<div", "<article", "<section", "<p>", "<p ", "<h1", "<h2", "<h3",
	"<script", "<meta", "<title>", "<blockquote", "<ul", "<ol", "<table", "<figure", "<img ", "<span", "<strong>", "<em>", "<b>", "<i>", "<a ", "<br",
}

// looksLikeHTML reports whether a text begins as HTML does, comments before it
// not counted.
func looksLikeHTML(start string) bool {
	for strings.HasPrefix(start, "<!--") {
		_, rest, closed := strings.Cut(start, "-->")
		if !closed {
			return true
		}
		start = strings.TrimLeft(rest, " \t\r\n")
	}
	lower := strings.ToLower(start[:min(len(start), 32)])
	for _, mark := range htmlMarks {
		if strings.HasPrefix(lower, mark) {
			return true
		}
	}
	return false
}
