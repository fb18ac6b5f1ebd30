package reports

import (
	"html/template"
	"strings"
	"testing"
)

// plainWay writes what html_markup.go writes with html/template.
var plainWay = template.Must(template.New("").Parse(`
{{- define "body"}}{{range .Prose}}
      <div class="row {{.Kind}}">
        {{- if eq .Kind "removed"}}<p dir="auto"><span class="tag">not part of the prose{{if .Reason}}: {{.Reason}}{{end}}</span> {{template "prose" .Sentences}}</p>
        {{- else}}<p dir="auto">{{template "prose" .Sentences}}</p>{{end}}
        {{- if .Notes}}
        <div class="notes">{{range .Notes}}{{template "note" .}}{{end}}</div>
        {{- end}}
      </div>
{{- end}}{{end}}
{{- define "prose"}}{{range .}}{{if ge .Heat 0}}<span class="s h{{.Heat}}" data-chance="{{.Chance}}">{{template "pieces" .Pieces}}</span>{{else}}{{template "pieces" .Pieces}}{{end}}{{end}}{{end}}
{{- define "pieces"}}{{range .}}{{range .Begins}}<span class="at" id="{{.}}"></span>{{end}}{{if .Severity}}<mark class="{{.Severity}}{{if gt .Depth 1}} deep{{end}}" data-n="{{.Findings}}" data-rules="{{.Rules}}">{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{range .Ends}}<a class="ref {{.Severity}}" href="#{{.Anchor}}" aria-label="note {{.Number}}, {{.Severity}}">{{.Number}}</a>{{end}}{{end}}{{end}}
{{- define "cues"}}{{range .Evidence}}<tr><td dir="auto">{{.Cue}}</td><td>{{if gt .Weight 0.0}}machine translation{{else}}people{{end}}</td><td class="num">{{printf "%+.2f" .Weight}}</td></tr>{{end}}{{end}}
{{- define "facts"}}
        {{- if .Against}}<p>{{if .Scores.Rank}}Rank {{.Scores.Rank}}{{if .Story}} in its story{{end}}, {{end}}{{.Against}}{{with .Story}} (<a href="{{.Href}}" dir="auto">{{.Title}}</a>){{end}}{{if .Scores.AgainstWhy}} <span class="dim" dir="auto">({{.Scores.AgainstWhy}})</span>{{end}}.</p>{{end}}
        {{- with .Origin}}
        <p class="verdict" dir="auto">{{.Verdict}} <span class="dim">Confidence: {{.Confidence}}.</span></p>
        {{- end}}
        {{- if .OriginBar}}
        <div class="origin">
          {{template "origin" .}}
          {{- if .From}}<p>Likely source: {{.From}}</p>{{end}}
        </div>
        {{- end}}{{end}}
{{- define "origin"}}<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">{{range .OriginBar}}<rect class="{{.Class}}" x="{{.X}}" y="0" width="{{.Width}}" height="6"></rect>{{end}}</svg>
          <ul>{{range .OriginBar}}<li class="{{.Class}}">{{.Text}}</li>{{end}}</ul>{{end}}
{{- define "bars"}}{{range .Steps}}<rect class="{{.Class}}" x="{{.X}}" width="{{.Width}}" height="4"></rect>{{end}}{{end}}
{{- define "steps"}}{{range .Steps}}
          <tr><th scope="row">{{if .RuleHref}}<a href="{{.RuleHref}}">{{.Name}}</a>{{else}}{{.Name}}{{end}}{{if .Why}}<small dir="auto">{{.Why}}</small>{{end}}</th><td class="num">{{.Points}}</td><td class="meters"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="{{.Class}}" x="{{.X}}" width="{{.Width}}" height="4"></rect></svg></td></tr>
{{- end}}{{end}}
{{- define "sign"}}{{if eq . "critical"}}<i class="sign" aria-hidden="true">◆</i>{{else if eq . "major"}}<i class="sign" aria-hidden="true">▲</i>{{else if eq . "minor"}}<i class="sign" aria-hidden="true">●</i>{{end}}{{end}}
{{- define "diff"}}{{range .}}{{if eq .Kind "lost"}}<del><span class="hidden">[not here: </span>{{.Text}}<span class="hidden">]</span></del>{{else if eq .Kind "new"}}<ins><span class="hidden">[only here: </span>{{.Text}}<span class="hidden">]</span></ins>{{else}}{{.Text}}{{end}}{{end}}{{end}}
{{- define "note"}}
<div class="note {{.Severity}}" id="{{.Anchor}}" role="note" aria-label="note {{.Number}}, {{.Severity}}" data-number="{{.Number}}" data-rule="{{.Rule}}">
  <p class="what"><a class="ref {{.Severity}}" href="#{{.Mark}}" aria-label="back to the words of note {{.Number}}">{{.Number}}</a> <span class="sev {{.Severity}}">{{template "sign" .Severity}}{{.Severity}}</span> <span dir="auto">{{.Message}}</span></p>
  {{- if .Removals}}
  <p class="fix"><span class="k">Write</span> {{range $i, $s := .Removals}}{{if $i}} <span class="k">or</span> {{end}}<b dir="auto">{{$s}}</b>{{end}}</p>
  {{- end}}
  {{- if .Others}}
  <ul class="others" aria-label="what the others write">
    {{- range .Others}}
    <li><q dir="auto">{{.Text}}</q> <small dir="auto">{{.Who}}</small>
    {{- if .Changes}}<div class="delta" dir="auto"><span class="k">Here</span> {{template "diff" .Changes}}</div>{{end}}</li>
    {{- end}}
  </ul>
  {{- end}}
  {{- if .Here}}<p class="here"><span class="k">See</span> {{range $i, $w := .Here}}{{if $i}}, {{end}}<q dir="auto">{{$w.Text}}</q>{{end}}</p>{{end}}
  <details><summary>Why</summary><p dir="auto">{{.Why}}</p><p class="dim">{{if .RuleHref}}<a href="{{.RuleHref}}">{{.Rule}}</a>{{else}}{{.Rule}}{{end}}{{if .From}} · from {{.From}}{{end}} · line {{.Line}}, column {{.Column}}</p></details>
</div>
{{- end}}`))

func TestMarkupIsWhatTemplatesWrite(t *testing.T) {
	const hostile = "<script>alert('1')</script> & \"x\" + \x00 \xff \u2028 ﷐ =`\\ <!-- --> é 😀"
	changes := []Change{{"same", hostile}, {"lost", hostile}, {"new", hostile}}
	notes := []*noteView{
		{
			Finding: Finding{Rule: hostile, Severity: hostile, Message: hostile, Why: hostile, Line: 3, Column: 14},
			Number:  7, Anchor: "a-p1-2", Mark: "a-f7", From: hostile, Removals: []string{hostile, "two"},
			Others: []otherView{{Who: hostile, Text: hostile, Changes: changes}, {Who: "one", Text: "plain"}},
			Here:   []wording{{Text: hostile}, {Text: "again"}},
		},
		{Finding: Finding{Rule: "a-rule", Severity: "major"}, Number: 8, Anchor: "a-p1-2-2", Mark: "a-f8", RuleHref: "../../rules.html#r12"},
		{Finding: Finding{Severity: "minor"}},
		{Finding: Finding{Severity: "critical"}},
	}
	view := &articleView{
		Prose: []paragraphView{
			{Kind: "body", Notes: notes, Sentences: []sentenceView{
				{Heat: 3, Chance: hostile, Pieces: []piece{
					{Text: hostile},
					{
						Text: hostile, Severity: hostile, Depth: 2, Rules: hostile, Findings: hostile, Begins: []string{hostile, "a1-f2"},
						Ends: []*noteView{{Finding: Finding{Severity: hostile}, Number: 12, Anchor: "a-p12-30-2"}},
					},
				}},
				{Heat: -1, Pieces: []piece{{Text: hostile}, {Text: "plain", Severity: "minor", Depth: 1}}},
				{Heat: 0, Chance: "3 %"},
			}},
			{Kind: "removed", Reason: hostile, Notes: notes[1:2], Sentences: []sentenceView{{Heat: -1, Pieces: []piece{{Text: hostile}}}}},
			{Kind: "removed"},
			{Kind: hostile},
		},
		OriginBar: []bar{{Width: 1e-9, Class: hostile, Text: hostile}, {X: 100.0 / 3, Width: 99.99, Class: "human"}},
		Steps: []step{
			{Name: hostile, Why: hostile, Points: "−" + hostile, X: 0.1 + 0.2, Width: 1.0 / 3, Class: hostile},
			{Name: "a-rule", Points: "+1", RuleHref: "#r3", Width: 100, Class: "gain"},
		},
	}
	view.Article, view.Against, view.Story, view.From = &Article{}, hostile, &storyRef{"../../stories/0a/0b.html", hostile}, hostile
	view.Article.Scores = Scores{Rank: 3, AgainstWhy: hostile}
	view.Article.Origin = &Origin{Verdict: hostile, Confidence: hostile}
	alone := &articleView{Article: &Article{Scores: Scores{Rank: 12}}, Against: "1.5 better"}
	o := &Origin{Evidence: []Cue{{hostile, 1.005}, {"the word “it's”, 2 times", -.034999}, {"", 0}, {"rounds to nothing", -.001}}}
	if got, want := alone.Facts(), template.HTML("<p>Rank 12, 1.5 better.</p>"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for name, c := range map[string]struct {
		data any
		got  template.HTML
	}{
		"body": {view, view.Body()}, "cues": {o, o.Cues()}, "facts": {view, view.Facts()},
		"bars": {view, view.StepBars()}, "steps": {view, view.StepRows()}, "diff": {changes, variantView{Changes: changes}.Diff()},
	} {
		var want strings.Builder
		if err := plainWay.ExecuteTemplate(&want, name, c.data); err != nil {
			t.Fatal(err)
		}
		if string(c.got) != want.String() {
			t.Errorf("%s:\n%s\nthe template writes\n%s", name, c.got, want.String())
		}
	}
}
