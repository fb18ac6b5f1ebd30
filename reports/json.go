package reports

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
)

// JSONSchema is the JSON Schema (draft 2020-12) of the report.
//
//go:embed report.schema.json
var JSONSchema string

// writeJSON writes the whole report: its articles, and what stands around them.
func writeJSON(w io.Writer, r *Report, _ Options) error {
	around := *r
	if len(r.Articles) > 0 {
		around.Articles = []Article{}
	}
	var frame bytes.Buffer
	e := json.NewEncoder(&frame)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(&around); err != nil {
		return err
	}
	if len(r.Articles) == 0 {
		_, err := w.Write(frame.Bytes())
		return err
	}
	const none = "\n  \"articles\": []" // found nowhere else: in texts a line break is escaped
	before, after, _ := bytes.Cut(frame.Bytes(), []byte(none))
	if _, err := fmt.Fprintf(w, "%s%s", before, none[:len(none)-1]); err != nil {
		return err
	}
	if err := writeInOrder(w, len(r.Articles), wholeArticles, func(b []byte, i int) []byte {
		if i > 0 {
			b = append(b, ',')
		}
		t := jsonText{b: b, indented: true, depth: 2}
		t.newLine()
		t.article(&r.Articles[i])
		return t.b
	}); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n  ]%s", after)
	return err
}

// writeJSONLines writes one article a line.
func writeJSONLines(w io.Writer, r *Report, _ Options) error {
	return writeInOrder(w, len(r.Articles), wholeArticles, func(b []byte, i int) []byte { return AppendLine(b, &r.Articles[i]) })
}

// wholeArticles is how many articles are written in one go where all is said of
// them, 7 KB or so each.
const wholeArticles = 4

// Read reads a saved report. It refuses what another version wrote, and what
// the formats could not make sense of, and says what is wrong with it. Fields
// it does not know are left out: a later calque may have added them.
func Read(in io.Reader) (*Report, error) {
	raw, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, errors.New("the file is empty; a report is made with --report json=FILE")
	}
	var head struct {
		Schema *string `json:"schema"`
	}
	if b := bytes.TrimSpace(raw)[0]; b != '{' && json.Valid(raw) {
		return nil, errors.New("a report is one JSON object, and this is something else")
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, jsonError(raw, err)
	}
	switch {
	case head.Schema == nil:
		return nil, fmt.Errorf(`no "schema": this is not a calque report (one begins {"schema": %q; JSON Lines cannot be read back)`, Schema)
	case *head.Schema != Schema:
		return nil, fmt.Errorf("the report's schema is %s, this calque reads %s: check the articles again, or use the calque that wrote it", short(*head.Schema), Schema)
	}
	r := &Report{}
	if err := json.Unmarshal(raw, r); err != nil {
		return nil, jsonError(raw, err)
	}
	if err := sound(r); err != nil {
		return nil, err
	}
	return r, nil
}

// jsonError says where in the file the JSON is wrong.
func jsonError(raw []byte, err error) error {
	var syntax *json.SyntaxError
	var typing *json.UnmarshalTypeError
	at := int64(len(raw))
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &typing):
		at = typing.Offset
		if typing.Field != "" {
			err = fmt.Errorf("%s cannot be a %s", typing.Field, typing.Value)
		}
	}
	before := string(raw[:max(0, min(int(at), len(raw)))])
	line := strings.Count(before, "\n") + 1
	return fmt.Errorf("line %d: %w", line, err)
}

// sound checks what the formats rely on and makes every list non-nil.
func sound(r *Report) error {
	fill(&r.Articles)
	fill(&r.Stories)
	fill(&r.Rules)
	fill(&r.Errors)
	seen := map[string]bool{}
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.ID == "" {
			return fmt.Errorf("articles[%d] has no id", i)
		}
		if seen[a.ID] {
			return fmt.Errorf("articles[%d]: the id %s stands twice", i, short(a.ID))
		}
		seen[a.ID] = true
		if err := soundArticle(a); err != nil {
			return fmt.Errorf("article %s: %w", short(a.ID), err)
		}
	}
	for i := range r.Stories {
		if err := soundStory(&r.Stories[i]); err != nil {
			return err
		}
	}
	if r.Gate != nil {
		fill(&r.Gate.Breaches)
	}
	for i := range r.Rules {
		fill(&r.Rules[i].SourceLanguages)
	}
	for _, counts := range []*map[string]int{&r.Summary.BySeverity, &r.Summary.ByRule} {
		if *counts == nil {
			*counts = map[string]int{}
		}
	}
	return nil
}

func soundStory(s *Story) error {
	fill(&s.Articles)
	fill(&s.Quotations)
	fill(&s.Conflicts)
	fill(&s.Facts)
	fill(&s.Copies)
	fill(&s.Timeline)
	for j := range s.Facts {
		fill(&s.Facts[j].Articles)
		fill(&s.Facts[j].Places)
	}
	for j := range s.Quotations {
		u := &s.Quotations[j]
		fill(&u.Variants)
		if u.Consensus < -1 || u.Consensus >= len(u.Variants) {
			return fmt.Errorf("story %s: quotation %d has no variant %d", short(s.ID), j, u.Consensus)
		}
		for k := range u.Variants {
			fill(&u.Variants[k].Articles)
			fill(&u.Variants[k].Places)
			fill(&u.Variants[k].Diff)
		}
	}
	for j := range s.Conflicts {
		fill(&s.Conflicts[j].Others)
	}
	return nil
}

func soundArticle(a *Article) error {
	fill(&a.Cleared)
	for i := range a.Cleared {
		fill(&a.Cleared[i].Related)
	}
	fill(&a.Parts)
	fill(&a.Findings)
	fill(&a.Removed)
	fill(&a.Repairs)
	fill(&a.Declared)
	fill(&a.Scores.Contributions)
	fill(&a.Suppressions)
	fill(&a.Suppressed)
	length := utf8.RuneCountInString(a.Text)
	if a.Text == "" {
		length = math.MaxInt // left out with --no-text; the places still count
	}
	check := func(what string, i, start, end int) error {
		if start < 0 || end < start || end > length {
			return fmt.Errorf("%s[%d]: %d to %d is no place in its text", what, i, start, end)
		}
		return nil
	}
	after := 0
	for i, p := range a.Parts {
		if err := check("parts", i, p.Start, p.End); err != nil {
			return err
		}
		if p.Start < after {
			return fmt.Errorf("parts[%d] begins before the one before it ends", i)
		}
		after = p.End
	}
	finding := func(what string, i int, f *Finding) error {
		fill(&f.Suggestions)
		fill(&f.SourceLanguages)
		fill(&f.Related)
		if severityRank(f.Severity) == 0 {
			return fmt.Errorf("%s[%d]: the severity is minor, major or critical, not %s", what, i, short(f.Severity))
		}
		return check(what, i, f.Start, f.End)
	}
	for i := range a.Findings {
		if err := finding("findings", i, &a.Findings[i]); err != nil {
			return err
		}
	}
	for i := range a.Suppressions {
		fill(&a.Suppressions[i].Rules)
	}
	for i := range a.Suppressed {
		if err := finding("suppressed", i, &a.Suppressed[i].Finding); err != nil {
			return err
		}
		if by := a.Suppressed[i].By; by < 0 || by >= len(a.Suppressions) {
			return fmt.Errorf("suppressed[%d]: there is no suppression %d", i, by)
		}
	}
	for i, x := range a.Removed {
		if err := check("removed", i, x.At, x.At); err != nil {
			return err
		}
	}
	if o := a.Origin; o != nil {
		fill(&o.SourceLanguages)
		fill(&o.Sentences)
		fill(&o.Evidence)
		after = 0
		for i, s := range o.Sentences {
			if err := check("origin.sentences", i, s.Start, s.End); err != nil {
				return err
			}
			if s.Start < after {
				return fmt.Errorf("origin.sentences[%d] begins before the one before it ends", i)
			}
			after = s.End
		}
	}
	return nil
}

func fill[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}

// short quotes a value of the file for a message.
func short(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		s = string([]rune(s)[:39]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// severityRank is 1 for minor to 3 for critical, 0 for anything else.
func severityRank(name string) int {
	switch name {
	case "minor":
		return 1
	case "major":
		return 2
	case "critical":
		return 3
	}
	return 0
}
