package detect

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/story"
)

// colours are heuristics that find the words red, blue and green.
func colours(t *testing.T) *Engine {
	t.Helper()
	all := []Heuristic{
		{Name: "find-red", Family: "warm", Phrases: []string{"red"}, Severity: Minor},
		{Name: "find-blue", Family: "cold", Phrases: []string{"blue"}, Severity: Minor},
		{Name: "find-green", Family: "cold", Phrases: []string{"green"}, Severity: Minor},
		{Name: "find-grey", Family: "dull", Phrases: []string{"grey"}, Severity: Minor, Off: true},
		{Name: "find-others", Family: "told", Disagreement: story.AlteredQuotation, Severity: Minor},
	}
	applied, err := Select(all, Selection{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := NewEngine(applied)
	if err != nil {
		t.Fatal(err)
	}
	e.Catalogue = all
	return e
}

func TestSuppressions(t *testing.T) {
	e := colours(t)
	const plain = "The red boat and the blue boat lay in the harbour by the green house, the owner said."
	for _, test := range []struct {
		name, text string
		found      string // the words that are still found
		problems   []string
	}{
		{"all", "<!-- calque-disable -->\n" + plain + "\n<!-- calque-enable -->\n\nA blue van stood there, and nobody had seen it come.", "blue", nil},
		{"to the end", "<!-- calque-disable: a poem -->\n" + plain + "\n\nA blue van stood there, and nobody had seen it come.", "", nil},
		{"a rule", "<!-- calque-disable find-red -->\n" + plain, "blue green", nil},
		{"a family and a rule", "<!-- calque-disable cold find-red -->\n" + plain, "", nil},
		{"a span", "The red boat and <!-- calque-disable find-blue -->the blue boat<!-- calque-enable --> lay by the blue house, the owner said.", "red blue", nil},
		{"one of two names ends", "<!-- calque-disable find-red, find-blue -->The red and blue boats <!-- calque-enable find-red -->were near the red and blue houses, the owner said.", "red", nil},
		{"the next paragraph", "<!-- calque-disable-next cold -->\n\n" + plain + "\n\nA blue van stood there, and nobody had seen it come.", "red blue", nil},
		{"the paragraph that it stands in", "The red boat <!-- calque-disable-next -->and the blue boat lay in the harbour, the owner said.\n\nA blue van stood there, and nobody had seen it come.", "red blue", nil},
		{"nothing to suppress", "<!-- calque-disable-next find-red, find-blue -->\n\nA blue van stood there, and nobody had seen it come.", "", []string{"suppresses nothing of find-red"}},
		{"nothing at all", "<!-- calque-disable find-red -->\n\nA blue van stood there, and nobody had seen it come.", "blue", []string{"suppresses nothing"}},
		{"twice", "<!-- calque-disable --><!-- calque-disable -->\n\nA blue van stood there, and nobody had seen it come.", "", []string{"", "suppresses nothing: it is disabled already"}},
		{"enabled twice", "<!-- calque-disable find-blue -->A blue van stood there<!-- calque-enable find-red -->, and nobody had seen it come.<!-- calque-enable --><!-- calque-enable -->", "", []string{"", "nothing is disabled here by this name", "", "nothing is disabled here"}},
		{"an unknown rule", "<!-- calque-disable find-rad -->\nA red van stood there, and nobody had seen it come.", "red", []string{`no rule or family is called "find-rad"; did you mean find-red?`}},
		{"an unknown word", "<!-- calque-disabled -->\nA red van stood there, and nobody had seen it come.", "red", []string{`"calque-disabled" is no directive; did you mean calque-disable or calque-enable or calque-disable-next?`}},
		{"a rule that is off", "<!-- calque-disable find-grey -->\nA red van stood there, and nobody had seen it come.", "red", nil},
		{"only others can tell", "<!-- calque-disable find-others, told -->\nA red van stood there, and nobody had seen it come.", "red", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := e.Check(parse(t, test.text))
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, f := range c.Findings {
				found = append(found, c.Slice(f.Span))
			}
			if got := strings.Join(found, " "); got != test.found {
				t.Errorf("found %q, want %q", got, test.found)
			}
			stored, err := e.Stored(string(c.Append(c.Article.Append(nil))), c.Article.Origin())
			if err != nil {
				t.Fatal(err)
			}
			if said(stored.Suppressions) != said(c.Suppressions) || len(stored.Suppressed) != len(c.Suppressed) || len(stored.Findings) != len(c.Findings) {
				t.Errorf("stored: %v with %d suppressed, %d found", stored.Suppressions, len(stored.Suppressed), len(stored.Findings))
			}
			used := 0
			for i := range c.Suppressions {
				want := ""
				if i < len(test.problems) {
					want = test.problems[i]
				}
				if got := c.Problem(&c.Suppressions[i]); got != want {
					t.Errorf("%s: %q, want %q", c.Suppressions[i].Verb, got, want)
				}
				used += c.Suppressions[i].Used
			}
			if used != len(c.Suppressed) {
				t.Errorf("%d suppressed, %d counted", len(c.Suppressed), used)
			}
		})
	}
}

func TestSuppressionsNotHeeded(t *testing.T) {
	e := colours(t)
	e.Heed = func(a *article.Article) bool { return a.Publisher != "" }
	c, err := e.Check(parse(t, "<!-- calque-disable -->\nA red van stood there, and nobody had seen it come."))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Findings) != 1 || len(c.Suppressed) != 0 || len(c.Suppressions) != 1 || c.Suppressions[0].Heeded {
		t.Errorf("found %v, suppressed %v by %v", c.Findings, c.Suppressed, c.Suppressions)
	}
	if p := c.Problem(&c.Suppressions[0]); p != "" {
		t.Errorf("a directive that is not heeded is called useless: %s", p)
	}
}

// TestSuppressedScore checks that what a person has settled costs nothing, and
// that findings from other tellings are suppressed too.
func TestSuppressedScore(t *testing.T) {
	e := colours(t)
	check := func(text string) Checked {
		c, err := e.Check(parse(t, text))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	const text = "The harbour was sold, the owner of the boat said, and nobody had seen a thing of it until Sunday."
	c := check("<!-- calque-disable find-others -->\n" + text)
	all := []Checked{c, check(text)}
	at := strings.Index(all[0].Text, "sold")
	e.report(all, story.Disagreement{Kind: story.AlteredQuotation, Place: story.Place{Article: 0, Span: article.Span{Start: at, End: at + 4}}})
	if len(all[0].Findings) != 0 || len(all[0].Suppressed) != 1 {
		t.Errorf("found %v, suppressed %v", all[0].Findings, all[0].Suppressed)
	}
	r := e.Assemble([]Checked{check("<!-- calque-disable -->\nA red van stood there, and nobody had seen it come.")}, nil)
	if q := r.Articles[0].Score.Quality; q != 100 {
		t.Errorf("quality %v, want 100", q)
	}
}

// TestManyDirectives checks that an article full of directives is read in
// reasonable time, and that what is not followed is said.
func TestManyDirectives(t *testing.T) {
	e := colours(t)
	for _, one := range []string{"<!-- calque-disable-next find-red, x -->", "<!-- calque-disable find-red cold --> red ", "<!--calque-", "<!-- calque-enable -->"} {
		start := time.Now()
		c, err := e.Check(parse(t, "A red van stood there, and nobody had seen it come.\n"+strings.Repeat(one, 30_000)))
		if err != nil {
			continue // no English
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q: %v", one, took)
		}
		if n := len(c.Suppressions); n > 0 {
			if got, want := c.Problem(&c.Suppressions[n-1]), fmt.Sprintf("is not followed: an article may have %d such comments, and this one has 30000", maxDirectives); got != want {
				t.Errorf("%q: %q, want %q", one, got, want)
			}
		}
	}
}

// said is all that matters of suppressions.
func said(all []Suppression) string {
	var b strings.Builder
	for _, s := range all {
		fmt.Fprintln(&b, s.Verb, s.Names, s.Reason, s.Line, s.Column, s.Heeded, s.Used, s.wrong, s.names)
	}
	return b.String()
}
