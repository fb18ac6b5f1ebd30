package heuristics

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// engine of all heuristics, shared by the tests.
func engine(t testing.TB, hs []detect.Heuristic) *detect.Engine {
	t.Helper()
	e, err := detect.NewEngine(hs)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// alone is an engine of one heuristic.
func alone(t testing.TB, h detect.Heuristic) *detect.Engine {
	return engine(t, []detect.Heuristic{h})
}

func excerpts(a *article.Article, spans []article.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, a.Slice(s))
	}
	return out
}

func spansOf(found []detect.Finding) []article.Span {
	var out []article.Span
	for _, f := range found {
		out = append(out, f.Span)
	}
	return out
}

// TestComplete checks that each heuristic says everything that the catalogue
// and the reports need.
func TestComplete(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	mqm := regexp.MustCompile(`^(accuracy|fluency|style|terminology|locale|design|markup)(/[a-z-]+)?$`)
	seen := map[string]bool{}
	for _, h := range All() {
		if !kebab.MatchString(h.Name) || seen[h.Name] {
			t.Errorf("%q: names are kebab-case and unique", h.Name)
		}
		seen[h.Name] = true
		if !mqm.MatchString(h.Category) {
			t.Errorf("%s: category %q is no MQM type", h.Name, h.Category)
		}
		if h.Family == "" || h.Severity == 0 || h.Message == "" {
			t.Errorf("%s: family, severity and message are needed", h.Name)
		}
		if h.Doc.What == "" || h.Doc.Why == "" || h.Doc.Humans == "" || h.Doc.Misses == "" {
			t.Errorf("%s: the doc says what, why, when humans write it and what it misses", h.Name)
		}
		if h.Disagreement != "" {
			continue // needs several articles; its examples are the stories of package story
		}
		if h.Phrases == nil && h.Scan == nil {
			t.Errorf("%s: nothing can find it", h.Name)
		}
		if len(h.Examples) < 3 || len(h.NearMisses) < 3 {
			t.Errorf("%s: %d examples and %d near misses, at least three of each are needed", h.Name, len(h.Examples), len(h.NearMisses))
		}
	}
}

// TestExamples checks that each heuristic finds exactly what its examples mark
// and is silent on its near misses, and that taking its advice leaves text
// that no heuristic has anything against.
func TestExamples(t *testing.T) {
	byDefault := engine(t, slices.DeleteFunc(All(), func(h detect.Heuristic) bool { return h.Off }))
	for _, h := range All() {
		e := alone(t, h)
		for _, ex := range h.Examples {
			doc, want := detect.ParseExample(ex.Text)
			found := e.Find(doc)
			if got := spansOf(found); !slices.Equal(got, want) {
				t.Errorf("%s: in %q\nfound %q\n want %q", h.Name, ex.Text, excerpts(doc.Article, got), excerpts(doc.Article, want))
				continue
			}
			if len(want) == 0 {
				t.Errorf("%s: example %q marks nothing", h.Name, ex.Text)
				continue
			}
			suggestion := ""
			if s := found[0].Suggestions; len(s) > 0 {
				suggestion = s[0]
			}
			if suggestion != ex.Suggest {
				t.Errorf("%s: in %q suggests %q, want %q", h.Name, ex.Text, suggestion, ex.Suggest)
			}
			for _, f := range found {
				for _, s := range f.Suggestions {
					mended := doc.Text[:f.Start] + s + doc.Text[f.End:]
					redone, _ := detect.ParseExample(remark(doc, mended))
					for _, g := range byDefault.Find(redone) {
						if g.Span.Overlaps(article.Span{Start: f.Start, End: f.Start + len(s)}) {
							t.Errorf("%s: its suggestion %q is itself found by %s in %q", h.Name, s, g.Heuristic.Name, mended)
						}
					}
				}
			}
		}
		for _, miss := range h.NearMisses {
			doc, _ := detect.ParseExample(miss)
			for _, f := range e.Find(doc) {
				t.Errorf("%s: false alarm %q in %q", h.Name, doc.Slice(f.Span), miss)
			}
		}
	}
}

// remark puts the headline and standfirst marks back before mended text.
func remark(doc *detect.Document, text string) string {
	switch doc.Paragraphs[0].Kind {
	case article.Headline:
		return "# " + text
	case article.Standfirst:
		return "## " + text
	}
	return text
}

// TestNoneLeftOut checks that every heuristic declared in this package is in
// All.
func TestNoneLeftOut(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, h := range All() {
		listed[h.Name] = true
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			fields := map[string]ast.Expr{}
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok {
					if key, ok := kv.Key.(*ast.Ident); ok {
						fields[key.Name] = kv.Value
					}
				}
			}
			name, ok := fields["Name"].(*ast.BasicLit)
			if !ok || fields["Doc"] == nil {
				return true
			}
			if s, err := strconv.Unquote(name.Value); err == nil && !listed[s] {
				t.Errorf("heuristic %s is declared but not in All()", s)
			}
			return true
		})
	}
}
