package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"github.com/calque-check/calque/detect/origin"
)

func TestFormatsGolden(t *testing.T) {
	r := sampleReport(t)
	for format, file := range map[string]string{
		"markdown": "sample.md", "sarif": "sample.sarif", "junit": "sample.junit.xml",
		"github": "sample.github.txt", "gitlab": "sample.gitlab.json", "csv": "sample.csv",
	} {
		golden(t, file, written(t, format, r, Options{}))
	}
}

// TestFormatsAlike checks that every format takes every report: an empty one,
// one without text, hostile ones.
func TestFormatsAlike(t *testing.T) {
	reports := []*Report{emptyReport(), Build(sample(t), Options{NoText: true})}
	for _, s := range hostileTexts {
		reports = append(reports, hostileReport(s))
	}
	for _, r := range reports {
		for _, name := range FormatNames() {
			if first, second := written(t, name, r, Options{}), written(t, name, r, Options{}); !bytes.Equal(first, second) {
				t.Errorf("%s: the same report gave other bytes", name)
			}
		}
	}
}

// TestFormatsShowTheirDetail checks that a format shows of an article's origin
// what it says, and nothing that would not have been made for it.
func TestFormatsShowTheirDetail(t *testing.T) {
	for _, f := range Formats {
		full := written(t, f.Name, sampleReport(t), Options{})
		for _, detail := range []origin.Detail{origin.Languages, origin.Bare} {
			r := sampleReport(t)
			for i := range r.Articles {
				o := r.Articles[i].Origin
				if o == nil {
					continue
				}
				o.Sentences, o.Evidence = nil, nil
				if detail == origin.Bare {
					o.SourceLanguages = nil
				}
			}
			if same, want := bytes.Equal(full, written(t, f.Name, r, Options{})), f.Detail >= detail; same != want {
				t.Errorf("%s: with detail %d it shows the same: %v, want %v", f.Name, detail, same, want)
			}
		}
	}
}

// sarifSchema is the schema of SARIF 2.1.0. The go-sarif module holds it, but
// validates only what it has itself written, so the schema is taken out of its
// source.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Skipf("the module with the schema is not at hand: %v", err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var source string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(source) {
			source = lit.Value
		}
		return true
	})
	source = strings.Trim(source, "`")
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestSARIF(t *testing.T) {
	schema := sarifSchema(t)
	valid := func(raw []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		return schema.Validate(value)
	}
	reports := []*Report{emptyReport(), sampleReport(t)}
	for _, s := range hostileTexts {
		reports = append(reports, hostileReport(s))
	}
	for _, r := range reports {
		raw := written(t, "sarif", r, Options{})
		if err := valid(raw); err != nil {
			t.Error(err)
		}
		log, err := sarif.FromBytes(raw)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(log.Runs[0].Results); got != r.Summary.Findings {
			t.Errorf("%d results for %d findings", got, r.Summary.Findings)
		}
		for _, result := range log.Runs[0].Results {
			if uri := *result.Locations[0].PhysicalLocation.ArtifactLocation.URI; uri == "" {
				t.Error("a result without a file")
			} else if _, err := url.Parse(uri); err != nil {
				t.Errorf("%q: %v", uri, err)
			}
		}
	}
	bad := bytes.Replace(written(t, "sarif", sampleReport(t), Options{}), []byte(`"startLine": 3`), []byte(`"startLine": 0`), 1)
	if valid(bad) == nil {
		t.Error("the schema takes a line 0")
	}
}

func TestFileURI(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"a/b c.txt", "a/b%20c.txt"},
		{"./a/../b.txt", "b.txt"},
		{"/tmp/ü.txt", "file:///tmp/%C3%BC.txt"},
		{`C:\news\a.txt`, "file:///C:/news/a.txt"},
		{`news\a.txt`, "news/a.txt"},
		{"2024: a.txt", "./2024:%20a.txt"},
		{"100%.txt", "100%25.txt"},
		{"-", "stdin"},
	} {
		if got := fileURI(test.path); got != test.want {
			t.Errorf("%q: got %q, want %q", test.path, got, test.want)
		}
	}
}

// command is a workflow command as GitHub's runner reads it.
var command = regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)

func TestGitHub(t *testing.T) {
	for _, s := range append([]string{"50% off, at 10:30"}, hostileTexts...) {
		r := hostileReport(s)
		lines := strings.Split(strings.TrimSuffix(string(written(t, "github", r, Options{})), "\n"), "\n")
		if want := r.Summary.Findings + len(r.Errors) + len(r.Gate.Breaches) + r.Summary.SuppressionProblems; len(lines) != want {
			t.Errorf("%.20q: %d lines, not %d", s, len(lines), want)
		}
		for _, l := range lines {
			m := command.FindStringSubmatch(l)
			if m == nil {
				t.Errorf("%.20q: no annotation: %q", s, l)
				continue
			}
			for property := range strings.SplitSeq(m[2], ",") {
				name, _, ok := strings.Cut(property, "=")
				if !ok || !slices.Contains([]string{"file", "line", "col", "endLine", "endColumn", "title"}, name) {
					t.Errorf("%.20q: property %q in %q", s, property, l)
				}
			}
			safeForTerminal(t, l)
		}
	}
	out := string(written(t, "github", hostileReport("50% off,\nat 10:30"), Options{}))
	if !strings.Contains(out, "file=50%25 off%2C%0Aat 10%3A30,") || !strings.Contains(out, "50%25 off,%0Aat 10:30") {
		t.Errorf("escaped otherwise:\n%s", out)
	}
}

func TestJUnit(t *testing.T) {
	for _, r := range []*Report{sampleReport(t), emptyReport(), hostileReport(hostileTexts[0]), hostileReport(hostileTexts[3])} {
		var got junitSuites
		if err := xml.Unmarshal(written(t, "junit", r, Options{}), &got); err != nil {
			t.Fatal(err)
		}
		failures, errors := 0, 0
		for _, s := range got.Suites {
			for _, c := range s.Cases {
				if c.Failure != nil {
					failures++
				}
				if c.Error != nil {
					errors++
				}
			}
		}
		by := r.Summary.BySeverity
		if failures != by["major"]+by["critical"]+len(r.breaches()) || got.Failures != failures || errors != len(r.Errors) || got.Errors != errors {
			t.Errorf("%d failures (said %d), %d errors (said %d)", failures, got.Failures, errors, got.Errors)
		}
	}
}

func TestGitLab(t *testing.T) {
	r := many(t, 12)
	var issues []gitlabIssue
	if err := json.Unmarshal(written(t, "gitlab", r, Options{}), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("the fingerprint of %q stands twice", i.Description)
		}
		seen[i.Fingerprint] = true
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			t.Errorf("severity %q", i.Severity)
		}
		if i.Location.Lines.Begin < 1 || i.Location.Path == "" {
			t.Errorf("no place: %+v", i)
		}
	}
	if len(issues) != r.Summary.Findings+len(r.Errors) {
		t.Errorf("%d issues", len(issues))
	}
}

// TestBreachesShown: a pipeline that is red shows what broke the policy, also where no
// finding did.
func TestBreachesShown(t *testing.T) {
	r := emptyReport()
	r.Articles = []Article{{ID: "in/a.txt", Path: "in/a.txt"}, {ID: "in/b.jsonl#2", Path: "in/b.jsonl", Record: 2}}
	r.Errors = []Error{{Path: "in/c.txt", Error: "looks like French", NotEnglish: true}}
	for _, b := range []Breach{{Path: "in/a.txt"}, {Path: "in/b.jsonl", Record: 2}, {Path: "in/c.txt"}, {Path: "in/d.txt"}} {
		b.Policy, b.Why = "--min-quality 90", "its quality is 80"
		r.Gate = &Gate{Broken: true, Breaches: append(r.breaches(), b)}
	}
	out := string(written(t, "github", r, Options{PathPrefix: "news"}))
	for _, want := range []string{
		"::error file=news/in/a.txt,title=calque policy::news/in/a.txt breaks --min-quality 90: its quality is 80\n",
		"::error file=news/in/b.jsonl,title=calque policy::news/in/b.jsonl#2 breaks --min-quality 90: its quality is 80\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
	var got junitSuites
	if err := xml.Unmarshal(written(t, "junit", r, Options{}), &got); err != nil {
		t.Fatal(err)
	}
	failed := map[string]string{}
	for _, s := range got.Suites {
		for _, c := range s.Cases {
			if c.Failure != nil {
				failed[s.Name] += c.Name
			}
		}
	}
	const want = "policy --min-quality 90"
	if len(got.Suites) != 4 || got.Failures != 4 || got.Tests != 7 || failed["in/a.txt"] != want || failed["in/b.jsonl#2"] != want || failed["in/c.txt"] != want || failed["in/d.txt"] != want {
		t.Errorf("%d suites, %d tests, %d failures: %v", len(got.Suites), got.Tests, got.Failures, failed)
	}
	if r.Gate.Breaches[0].Path != "in/a.txt" {
		t.Errorf("the report itself has %s", r.Gate.Breaches[0].Path)
	}
}

// TestPathPrefix: CI systems get all paths from the top of the repository.
func TestPathPrefix(t *testing.T) {
	r := sampleReport(t)
	r.Errors = nil // what an error says has a path of its own
	for _, format := range []string{"github", "gitlab", "junit", "sarif"} {
		out := string(written(t, format, r, Options{PathPrefix: "news/wire"}))
		if n := strings.Count(out, "news/wire/testdata/sample"); n < 10 || n != strings.Count(out, "testdata/sample") {
			t.Errorf("%s: %d of %d paths are below the prefix", format, n, strings.Count(out, "testdata/sample"))
		}
	}
	r = &Report{Schema: Schema, Errors: []Error{{Path: "./a.txt"}, {Path: "../b.txt"}, {Path: "/c.txt"}, {Path: "-"}}}
	out := string(written(t, "github", r, Options{PathPrefix: "news"}))
	for _, want := range []string{"file=news/a.txt,", "file=b.txt,", "file=/c.txt,", "::error title=calque::-: "} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
	if out := string(written(t, "github", r, Options{})); !strings.Contains(out, "file=a.txt,") || r.Errors[0].Path != "./a.txt" {
		t.Errorf("written %s; the report has %s", out, r.Errors[0].Path)
	}
}

// mention is what GitHub would turn into a link.
var mention = regexp.MustCompile(`[@#][A-Za-z0-9]|https?://|www\.`)

// TestMarkdown renders the comment as GitHub does and checks that nothing in
// it comes from an article but text.
func TestMarkdown(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	allowed := set("html head body h2 p table thead tbody tr th td strong code details summary ul li")
	for _, s := range append([]string{"plain"}, hostileTexts...) {
		raw := written(t, "markdown", hostileReport(s), Options{})
		// goldmark leaves raw HTML out; the lines that hold it are looked at below.
		var out bytes.Buffer
		if err := md.Convert(raw, &out); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&out)
		if err != nil {
			t.Fatal(err)
		}
		cells := 0
		for n := range root.Descendants() {
			if n.Type == html.TextNode && n.Parent.Data != "code" && mention.MatchString(n.Data) {
				t.Errorf("%.20q: mentions %q", s, mention.FindString(n.Data))
			}
			if n.Type != html.ElementNode {
				continue
			}
			if !allowed[n.Data] {
				t.Errorf("%.20q: a <%s>", s, n.Data)
			}
			if n.Data == "td" {
				cells++
			}
		}
		if cells != 2*3 {
			t.Errorf("%.20q: %d cells in the table of two articles", s, cells)
		}
		for line := range strings.SplitSeq(string(raw), "\n") {
			if strings.HasPrefix(line, "<") && line != "</details>" && !strings.HasPrefix(line, "<details><summary>") {
				t.Errorf("%.20q: a line of HTML: %q", s, line)
			}
			if inner, ok := strings.CutPrefix(line, "<details><summary>"); ok && strings.Count(inner, "<") != 1 {
				t.Errorf("%.20q: HTML in the summary: %q", s, inner)
			}
		}
	}
}

// TestMarkdownUnread: a summary stays small whatever could not be read, and does
// not say that all is well.
func TestMarkdownUnread(t *testing.T) {
	r := emptyReport()
	r.Gate = &Gate{}
	for i := range 5000 {
		r.Errors = append(r.Errors, Error{Path: fmt.Sprintf("wire/%d.txt", i), Error: strings.Repeat("<|>", 200)})
	}
	raw := string(written(t, "markdown", r, Options{}))
	if n := len([]rune(raw)); n > 65_536 {
		t.Errorf("%d characters", n)
	}
	if !strings.Contains(raw, "wire/0.txt") || !strings.Contains(raw, " more\n") {
		t.Errorf("not named: %.300s", raw)
	}
	if strings.Contains(raw, "The policy is kept") || !strings.Contains(raw, "What could be checked keeps the policy") {
		t.Errorf("it says that all is well: %.300s", raw)
	}
}

func TestMarkdownLimit(t *testing.T) {
	raw := written(t, "markdown", many(t, 2000), Options{})
	if n := len([]rune(string(raw))); n > 65_536 {
		t.Errorf("%d characters", n)
	}
	for _, want := range []string{"that are better", "findings are more than a comment can hold"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("it does not say %q", want)
		}
	}
}

// TestCSV checks that every finding is one line of as many cells as there are
// columns, and that a spreadsheet runs none of them.
func TestCSV(t *testing.T) {
	reports := []*Report{emptyReport(), sampleReport(t)}
	for _, s := range append([]string{`=HYPERLINK("http://x.example";"y")`, "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "＝1+1", " =1", `a "b", c; d`, "'=1", "|calc"}, hostileTexts...) {
		reports = append(reports, hostileReport(s))
	}
	for _, r := range reports {
		raw := written(t, "csv", r, Options{})
		rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := 1 + r.Summary.Findings + len(r.Errors)
		if lines := bytes.Count(raw, []byte("\n")); len(rows) != want || lines != want {
			t.Errorf("%d rows on %d lines, want %d", len(rows), lines, want)
		}
		for i, row := range rows[1:] {
			for j, cell := range row {
				if rest := strings.TrimLeft(cell, " \t\r\n\u00a0\u3000"); rest != "" && strings.ContainsRune("=+-@＝＋－＠\t\r", []rune(rest)[0]) {
					t.Errorf("row %d, %s: %q would be a formula", i, rows[0][j], cell)
				}
			}
		}
	}
}

// FuzzCSVCell holds the cells to what encoding/csv writes.
func FuzzCSVCell(f *testing.F) {
	for _, s := range []string{
		"", "plain", "a,b", `say "no"`, " led", "\u00a0led", "\u3000=1", "=1+1", "-", "@x", `\.`, `\`, "7", "tab\there", "line\nbreak",
		"“curly”", "\xff", "\u2028", "+", "a'", "é", "~", "\x7f",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		_ = w.Write([]string{csvText(s), "x"}) // a lone empty cell is written otherwise
		w.Flush()
		if got := string(appendCell(nil, s)) + ",x\n"; got != want.String() {
			t.Errorf("%q: %q, want %q", s, got, want.String())
		}
	})
}
