package heuristics

import (
	"strings"
	"testing"

	"github.com/calque-check/calque/detect"
)

const goodRules = `rules:
  - name: house-style-utilise
    phrases: [utilise|utilised|utilising]
    message: Write "use".
    severity: major
    suggestion: use
    source-languages: [fr]
    examples:
      - They ⟦utilised⟧ a ladder.
    silent:
      - They used a ladder.
  - name: house-style-going-forward
    phrases: ["going forward", "in the (days|weeks) ahead of us"]
    message: Say when.
    everywhere: true
    examples:
      - "\"We will do better ⟦going forward⟧,\" he said."
`

func TestParseRules(t *testing.T) {
	rules, err := ParseRules("rules.yaml", []byte(goodRules), All())
	if err != nil {
		t.Fatal(err)
	}
	if len(rules) != 2 || rules[0].Severity != detect.Major || rules[1].Severity != detect.Minor {
		t.Fatalf("read %+v", rules)
	}
	doc, _ := detect.ParseExample("Utilised ladders fall. In the weeks ahead of us, nothing happens.")
	found := engine(t, rules).Find(doc)
	if len(found) != 2 || found[0].Suggestions[0] != "Use" || found[1].Heuristic.Name != "house-style-going-forward" {
		t.Errorf("found %+v", found)
	}
}

// TestParseRulesRefuses checks that a bad file is refused with the line and
// the reason.
func TestParseRulesRefuses(t *testing.T) {
	replace := func(old, new string) string { return strings.Replace(goodRules, old, new, 1) }
	for _, test := range []struct{ name, data, want string }{
		{"nothing", "", "r.yaml: holds no rules"},
		{"no list", "rules: 7", "r.yaml:1: what stands here must be a list, such as [one, two]"},
		{"unknown key", replace("severity:", "severty:"), `r.yaml:5: unknown field "severty"; did you mean severity?`},
		{"bad severity", replace("severity: major", "severity: awful"), `r.yaml:5: rule "house-style-utilise": severity "awful" is not`},
		{"bad name", replace("house-style-utilise", "House Style"), `r.yaml:2: rule "House Style": a name is`},
		{"no name", replace("- name: house-style-utilise\n    phrases", "- phrases"), "r.yaml:2: a rule needs a name"},
		{"name no text", replace("name: house-style-utilise", "name: [a]"), "r.yaml:2: what stands here must be text"},
		{"taken name", replace("house-style-utilise", "reportative-conditional"), `r.yaml:2: rule "reportative-conditional": the name is taken`},
		{"twice", replace("house-style-going-forward", "house-style-utilise"), `r.yaml:12: rule "house-style-utilise": the name is taken`},
		{"bad phrase", replace("[utilise|utilised|utilising]", `["in (utilise"]`), `r.yaml:3: rule "house-style-utilise": phrase "in (utilise"`},
		{"example not found", replace("They ⟦utilised⟧", "They ⟦used⟧"), `r.yaml:9: rule "house-style-utilise": example "They ⟦used⟧ a ladder.": finds nothing`},
		{"example unmarked", replace("⟦utilised⟧", "utilised"), `r.yaml:9: rule "house-style-utilise": example "They utilised a ladder." marks nothing; put`},
		{"not silent", replace("They used", "They utilise"), `r.yaml:11: rule "house-style-utilise": "They utilise a ladder." should be silent: finds "utilise"`},
		{"no message", replace(`    message: Say when.`+"\n", ""), `r.yaml:12: rule "house-style-going-forward": needs a message`},
	} {
		_, err := ParseRules("r.yaml", []byte(test.data), All())
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}

func FuzzParseRules(f *testing.F) {
	f.Add([]byte(goodRules))
	f.Add([]byte("rules: [{name: a, phrases: ['[b'], message: c, examples: [⟧]}]"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if len(data) < 4096 {
			_, _ = ParseRules("r.yaml", data, nil)
		}
	})
}
