package reports

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"
)

//go:embed assets/page.css
var pageCSS string

//go:embed assets/page.js
var pageJS string

//go:embed assets/audit.css
var auditCSS string

//go:embed assets/audit.js
var auditJS string

//go:embed assets/*.html
var templateFiles embed.FS

// templates are read when the first page is written: most runs write none.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(templateFiles, "assets/*.html"))
})

// writeHTML writes one file that needs nothing else: no network, no script to
// be readable. Everything from articles and rules goes through html/template,
// or through the same escapes in html_markup.go; the only things that do not
// are the style sheet and the script above, and
// the browser runs these only because their hashes stand in the page's
// Content-Security-Policy.
func writeHTML(w io.Writer, r *Report, o Options) error {
	return templates().ExecuteTemplate(w, "page.html", newPage(r, o))
}

// element is a style or script element and the source expression that allows
// exactly it.
func element(name, content string) (html template.HTML, source string) {
	sum := sha256.Sum256([]byte(content))
	return template.HTML("<" + name + ">" + content + "</" + name + ">"), //nolint:gosec // embedded files, no input
		"'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func policy(style, script string) string {
	return "default-src 'none'; img-src data:; style-src " + style + "; script-src " + script + "; base-uri 'none'; form-action 'none'"
}
