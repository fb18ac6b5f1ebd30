package reports

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// JUnit XML as Jenkins and GitLab read it: an article is a test suite, a
// finding a test case that fails. Minor findings pass and say what they are:
// they count only in numbers. What breaks the policy fails in any case.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitProblem `xml:"failure"`
		Error   *junitProblem `xml:"error"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitProblem struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

func writeJUnit(w io.Writer, r *Report) error {
	all := junitSuites{Name: "calque"}
	for _, a := range worstFirst(r.Articles) {
		all.Suites = append(all.Suites, junitSuiteOf(a))
	}
	for _, e := range r.Errors {
		all.Suites = append(all.Suites, junitSuite{
			Name: orElse(e.Path, "input"), Tests: 1, Errors: 1,
			Cases: []junitCase{{Name: "read", Class: orElse(e.Path, "input"), Error: &junitProblem{e.Error, "unreadable", errorLine(e)}}},
		})
	}
	byName := map[string]int{}
	for i := range all.Suites {
		byName[all.Suites[i].Name] = i
	}
	for _, b := range r.breaches() {
		i, ok := byName[b.place()]
		if !ok {
			i = len(all.Suites)
			byName[b.place()] = i
			all.Suites = append(all.Suites, junitSuite{Name: b.place()})
		}
		s := &all.Suites[i]
		s.Tests++
		s.Failures++
		s.Cases = append(s.Cases, junitCase{Name: "policy " + b.Policy, Class: s.Name, File: b.Path, Failure: &junitProblem{b.Why, "policy", b.line()}})
	}
	for _, s := range all.Suites {
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func junitSuiteOf(a *Article) junitSuite {
	s := junitSuite{Name: orElse(a.place(), a.ID)}
	for i := range a.Findings {
		f := &a.Findings[i]
		c := junitCase{Name: fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Rule), Class: s.Name, File: a.Path, Line: f.Line}
		var text strings.Builder
		fmt.Fprintf(&text, "%s:%d:%d: %s [%s]\n“%s”\n%s\n", s.Name, f.Line, f.Column, f.Severity, f.Rule, f.Excerpt, f.Message)
		for _, suggestion := range f.Suggestions {
			fmt.Fprintf(&text, "write: %s\n", suggestion)
		}
		if f.Severity == "minor" {
			c.Out = text.String()
		} else {
			c.Failure = &junitProblem{f.Message, f.Severity, text.String()}
			s.Failures++
		}
		s.Cases = append(s.Cases, c)
	}
	if len(s.Cases) == 0 {
		s.Cases = []junitCase{{Name: a.nothing(), Class: s.Name, File: a.Path}}
	}
	s.Tests = len(s.Cases)
	return s
}
