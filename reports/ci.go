package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// writeGitHub writes workflow commands that GitHub shows as annotations: what could
// not be read, what breaks the policy, and the worst findings first, since GitHub
// shows only the first ten of a kind
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
func writeGitHub(w io.Writer, r *Report) error {
	for _, e := range r.Errors {
		if err := annotate(w, "error", "calque", e.Path, nil, errorLine(e)); err != nil {
			return err
		}
	}
	for _, b := range r.breaches() {
		if err := annotate(w, "error", "calque policy", b.Path, nil, b.line()); err != nil {
			return err
		}
	}
	for i := range r.Articles {
		a := &r.Articles[i]
		for _, s := range a.Suppressions {
			if s.Problem == "" {
				continue
			}
			place := Finding{Line: s.Line, Column: s.Column}
			if err := annotate(w, "warning", "calque suppression", a.Path, &place, s.Text()+": "+s.Problem); err != nil {
				return err
			}
		}
	}
	for _, severity := range []string{"critical", "major", "minor"} {
		for _, a := range worstFirst(r.Articles) {
			for i := range a.Findings {
				f := &a.Findings[i]
				if f.Severity != severity {
					continue
				}
				message := "“" + head(f.Excerpt, 200) + "”: " + advice(f)
				if err := annotate(w, githubLevels[severity], f.Rule, a.Path, f, message); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// fromTop is how a format for CI systems is written: they take all paths from the
// top of the repository.
func fromTop(write func(io.Writer, *Report) error) func(io.Writer, *Report, Options) error {
	return func(w io.Writer, r *Report, o Options) error { return write(w, below(r, o.PathPrefix)) }
}

// below is a report whose relative paths are below a directory, without "./".
func below(r *Report, dir string) *Report {
	place := func(p string) string {
		if p == "" || p == "-" || filepath.IsAbs(p) {
			return p
		}
		return path.Join(filepath.ToSlash(dir), filepath.ToSlash(p))
	}
	moved := *r
	moved.Articles, moved.Errors = slices.Clone(r.Articles), slices.Clone(r.Errors)
	for i := range moved.Articles {
		moved.Articles[i].Path = place(moved.Articles[i].Path)
	}
	for i := range moved.Errors {
		moved.Errors[i].Path = place(moved.Errors[i].Path)
	}
	if r.Gate != nil {
		moved.Gate = &Gate{Broken: r.Gate.Broken, Breaches: slices.Clone(r.Gate.Breaches)}
		for i := range moved.Gate.Breaches {
			moved.Gate.Breaches[i].Path = place(moved.Gate.Breaches[i].Path)
		}
	}
	return &moved
}

// breaches are what breaks the policy, none where there is no policy.
func (r *Report) breaches() []Breach {
	if r.Gate == nil {
		return nil
	}
	return r.Gate.Breaches
}

// place is the article that breaks the policy.
func (b Breach) place() string { return (&Article{Path: b.Path, Record: b.Record}).place() }

func (b Breach) line() string { return b.place() + " breaks " + b.Policy + ": " + b.Why }

var githubLevels = map[string]string{"minor": "notice", "major": "warning", "critical": "error"}

// Escapes of workflow commands: whatever could end the command or a property.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func annotate(w io.Writer, level, title, file string, f *Finding, message string) error {
	var place strings.Builder
	if file != "" && file != "-" {
		fmt.Fprintf(&place, "file=%s,", commandProperty.Replace(visible(file)))
	}
	if f != nil {
		fmt.Fprintf(&place, "line=%d,col=%d,", f.Line, f.Column)
		if f.EndLine == f.Line && f.EndColumn > f.Column { // a column range must stay on its line
			fmt.Fprintf(&place, "endLine=%d,endColumn=%d,", f.EndLine, f.EndColumn)
		}
	}
	_, err := fmt.Fprintf(w, "::%s %stitle=%s::%s\n", level, place.String(), commandProperty.Replace(visible(title)), commandData.Replace(visible(message)))
	return err
}

// visible is clean for a log that keeps line breaks escaped.
func visible(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

// A gitlabIssue is one entry of a GitLab code quality report
// (https://docs.gitlab.com/ci/testing/code_quality/).
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func writeGitLab(w io.Writer, r *Report) error {
	issues := []gitlabIssue{}
	for i := range r.Articles {
		a := &r.Articles[i]
		for j := range a.Findings {
			f := &a.Findings[j]
			issues = append(issues, gitlabIssue{
				Description: visible("“" + head(f.Excerpt, 200) + "”: " + advice(f)), CheckName: f.Rule,
				Fingerprint: gitlabFingerprint(a.ID, f.Rule, f.Fingerprint), Severity: f.Severity,
				Location: gitlabLocation{a.Path, gitlabLines{f.Line, max(f.Line, f.EndLine)}},
			})
		}
	}
	for _, e := range r.Errors {
		issues = append(issues, gitlabIssue{
			Description: visible("not checked: " + errorLine(e)), CheckName: "unreadable",
			Fingerprint: gitlabFingerprint(e.Path, strconv.Itoa(e.Record), e.Error), Severity: "blocker",
			Location: gitlabLocation{e.Path, gitlabLines{1, 1}},
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(issues)
}

// gitlabFingerprint tells the same finding in two articles apart, which
// GitLab takes for one otherwise.
func gitlabFingerprint(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}
