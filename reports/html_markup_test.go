package reports

import (
	"html/template"
	"strings"
	"testing"
)

// plainWay writes what html_markup.go writes with html/template.
var plainWay = template.Must(template.New("").Parse(`
{{- define "prose"}}{{range .}}{{if ge .Heat 0}}<span class="s h{{.Heat}}" data-chance="{{.Chance}}">{{template "pieces" .Pieces}}</span>{{else}}{{template "pieces" .Pieces}}{{end}}{{end}}{{end}}
{{- define "pieces"}}{{range .}}{{range .Begins}}<span class="at" id="{{.}}"></span>{{end}}{{if .Severity}}<mark class="{{.Severity}}{{if gt .Depth 1}} deep{{end}}" data-n="{{.Findings}}" data-rules="{{.Rules}}">{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{range .Ends}}<a class="ref {{.Severity}}" href="#{{.Anchor}}" aria-label="note {{.Number}}, {{.Severity}}">{{.Number}}</a>{{end}}{{end}}{{end}}
{{- define "cues"}}{{range .}}<tr><td dir="auto">{{.Cue}}</td><td>{{if gt .Weight 0.0}}machine translation{{else}}people{{end}}</td><td class="num">{{printf "%+.2f" .Weight}}</td></tr>{{end}}{{end}}`))

func TestMarkupIsWhatTemplatesWrite(t *testing.T) {
	const hostile = "<script>alert('1')</script> & \"x\" + \x00 \xff \u2028 ﷐ =`\\ <!-- --> é 😀"
	p := paragraphView{Sentences: []sentenceView{
		{Heat: 3, Chance: hostile, Pieces: []piece{
			{Text: hostile},
			{
				Text: hostile, Severity: hostile, Depth: 2, Rules: hostile, Findings: hostile, Begins: []string{hostile, "a1-f2"},
				Ends: []*noteView{{Finding: Finding{Severity: hostile}, Number: 12, Anchor: "a-p12-30-2"}},
			},
		}},
		{Heat: -1, Pieces: []piece{{Text: hostile}, {Text: "plain", Severity: "minor", Depth: 1}}},
		{Heat: 0, Chance: "3 %"},
	}}
	o := &Origin{Evidence: []Cue{{hostile, 1.005}, {"the word “it's”, 2 times", -.034999}, {"", 0}, {"rounds to nothing", -.001}}}
	for name, c := range map[string]struct {
		data any
		got  template.HTML
	}{"prose": {p.Sentences, p.Prose()}, "cues": {o.Evidence, o.Cues()}} {
		var want strings.Builder
		if err := plainWay.ExecuteTemplate(&want, name, c.data); err != nil {
			t.Fatal(err)
		}
		if string(c.got) != want.String() {
			t.Errorf("%s:\n%s\nthe template writes\n%s", name, c.got, want.String())
		}
	}
}
