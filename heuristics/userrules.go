package heuristics

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// UserFamily is the family of users' own rules.
const UserFamily detect.Family = "user"

// userRules is the form of a file of users' own rules.
type userRules struct {
	Rules []userRule `yaml:"rules"`
}

type userRule struct {
	Name            string   `yaml:"name"`
	Phrases         []string `yaml:"phrases"`
	Message         string   `yaml:"message"`
	Severity        string   `yaml:"severity"`
	Suggestion      string   `yaml:"suggestion"`
	Category        string   `yaml:"category"`
	SourceLanguages []string `yaml:"source-languages"`
	Everywhere      bool     `yaml:"everywhere"` // in headlines, lists and quotations too
	Examples        []string `yaml:"examples"`
	Silent          []string `yaml:"silent"`
}

// A field of the file at which an error stands, such as "$.rules[0].name".
type fieldError struct {
	field string
	err   error
}

func (e *fieldError) Error() string { return e.err.Error() }

var ruleName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ParseRules reads users' own phrase rules from a YAML file's bytes. Their
// names must differ from those of the known rules. Every
// example is tried; a file with anything wrong is refused whole, with an error
// that names the file, the line and the reason.
func ParseRules(file string, data []byte, known []detect.Heuristic) ([]detect.Heuristic, error) {
	var parsed userRules
	if err := DecodeYAML(file, data, &parsed); err != nil {
		return nil, err
	}
	if len(parsed.Rules) == 0 {
		return nil, fmt.Errorf("%s: holds no rules; the file begins with \"rules:\" and a list", file)
	}
	taken := map[string]bool{}
	for _, h := range known {
		taken[h.Name] = true
	}
	var out []detect.Heuristic
	for i, r := range parsed.Rules {
		h, err := r.heuristic(taken)
		if err != nil {
			place := file
			var at *fieldError
			if errors.As(err, &at) {
				if line := LineOf(data, fmt.Sprintf("$.rules[%d]%s", i, at.field)); line > 0 {
					place = fmt.Sprintf("%s:%d", file, line)
				}
			}
			return nil, fmt.Errorf("%s: %w", place, err)
		}
		taken[h.Name] = true
		out = append(out, h)
	}
	return out, nil
}

// DecodeYAML decodes a YAML file that a user wrote. Unknown keys and wrong
// types are refused with an error that names the file, the line and the reason.
func DecodeYAML(file string, data []byte, into any) (err error) {
	// The library panics on some broken input.
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("%s: is no YAML that can be read", file)
		}
	}()
	err = yaml.UnmarshalWithOptions(data, into, yaml.Strict())
	if odd := (*yaml.UnexpectedNodeTypeError)(nil); errors.As(err, &odd) {
		want := "a " + odd.Expected.YAMLName()
		switch odd.Expected {
		case ast.SequenceType:
			want = "a list, such as [one, two]"
		case ast.MappingType:
			want = "fields, such as name: value"
		}
		return fmt.Errorf("%s:%d: what stands here must be %s", file, odd.Token.Position.Line, want)
	}
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		reason := at.GetMessage()
		if wrong := (*yaml.TypeError)(nil); errors.As(err, &wrong) {
			reason = "what stands here must be " + kindWord(wrong.DstType)
		}
		if _, field, ok := strings.Cut(reason, "unknown field "); ok {
			reason += detect.DidYouMean(strings.Trim(field, `"`), fieldNames(reflect.TypeOf(into)))
		}
		return fmt.Errorf("%s:%d: %s", file, at.GetToken().Position.Line, reason)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// kindWord is what a person calls values of a type.
func kindWord(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list, such as [one, two]"
	case reflect.Struct, reflect.Map:
		return "fields, such as name: value"
	}
	return "a number"
}

// fieldNames are the names that a file of the type may hold, at any depth.
func fieldNames(t reflect.Type) []string {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return fieldNames(t.Elem())
	case reflect.Struct:
		var names []string
		for f := range t.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" && name != "-" {
				names = append(names, name)
				names = append(names, fieldNames(f.Type)...)
			}
		}
		return names
	}
	return nil
}

// LineOf is the line of a field such as "$.rules[0].name" of a YAML file, or of
// the nearest field around it that is there; 0 when none is.
func LineOf(data []byte, field string) (line int) {
	defer func() {
		if recover() != nil {
			line = 0
		}
	}()
	for ; field != "$"; field = field[:strings.LastIndexAny(field, ".[")] {
		path, err := yaml.PathString(field)
		if err != nil {
			return 0
		}
		if node, err := path.ReadNode(bytes.NewReader(data)); err == nil && node != nil {
			return node.GetToken().Position.Line
		}
	}
	return 0
}

// heuristic is the rule as the engine applies it.
func (r userRule) heuristic(taken map[string]bool) (detect.Heuristic, error) {
	at := func(field, format string, args ...any) error {
		return &fieldError{field, fmt.Errorf("rule %q: "+format, append([]any{r.Name}, args...)...)}
	}
	severity, ok := detect.ParseSeverity(r.Severity)
	if r.Severity == "" {
		severity, ok = detect.Minor, true
	}
	switch {
	case r.Name == "":
		return detect.Heuristic{}, &fieldError{"", errors.New("a rule needs a name")}
	case !ruleName.MatchString(r.Name):
		return detect.Heuristic{}, at(".name", "a name is lower-case words joined by hyphens")
	case taken[r.Name]:
		return detect.Heuristic{}, at(".name", "the name is taken")
	case len(r.Phrases) == 0:
		return detect.Heuristic{}, at("", "needs phrases")
	case r.Message == "":
		return detect.Heuristic{}, at("", "needs a message")
	case !ok:
		return detect.Heuristic{}, at(".severity", "severity %q is not minor, major or critical", r.Severity)
	case len(r.Examples) == 0:
		return detect.Heuristic{}, at("", "needs at least one example, with ⟦ ⟧ around what must be found")
	}
	h := detect.Heuristic{
		Name: r.Name, Family: UserFamily, Category: r.Category, Severity: severity,
		SourceLanguages: r.SourceLanguages, Message: r.Message, Phrases: r.Phrases,
		Doc: detect.Doc{What: r.Message},
	}
	if h.Category == "" {
		h.Category = "style/house-style"
	}
	if r.Everywhere {
		h.Where = detect.Everywhere
	}
	if r.Suggestion != "" {
		h.Judge = func(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
			s := doc.SpanOf(hit.Range)
			return detect.Match{Span: s, Suggestions: insteadOf(doc, s, r.Suggestion)}, true
		}
	}
	engine, err := detect.NewEngine([]detect.Heuristic{h})
	if err != nil {
		return h, at(".phrases", "%w", errors.Unwrap(err))
	}
	for i, text := range r.Examples {
		doc, want := detect.ParseExample(text)
		var got []article.Span
		for _, f := range engine.Find(doc) {
			got = append(got, f.Span)
		}
		if len(want) == 0 {
			return h, at(fmt.Sprintf(".examples[%d]", i), "example %q marks nothing; put ⟦ ⟧ around what must be found", text)
		}
		if !slices.Equal(got, want) {
			return h, at(fmt.Sprintf(".examples[%d]", i), "example %q: finds %s", text, quoted(doc, got))
		}
		h.Examples = append(h.Examples, detect.Example{Text: text, Suggest: ""})
	}
	for i, text := range r.Silent {
		doc, _ := detect.ParseExample(text)
		var got []article.Span
		for _, f := range engine.Find(doc) {
			got = append(got, f.Span)
		}
		if len(got) > 0 {
			return h, at(fmt.Sprintf(".silent[%d]", i), "%q should be silent: finds %s", text, quoted(doc, got))
		}
	}
	h.NearMisses = r.Silent
	return h, nil
}

func quoted(doc *detect.Document, spans []article.Span) string {
	if len(spans) == 0 {
		return "nothing"
	}
	var out []string
	for _, s := range spans {
		out = append(out, fmt.Sprintf("%q", doc.Slice(s)))
	}
	return strings.Join(out, ", ")
}
