package heuristics

import (
	"testing"

	"github.com/calque-check/calque/detect"
)

func TestSubjectOf(t *testing.T) {
	for _, c := range []struct{ text, subject, head string }{
		{"The mayor would have lied.", "The mayor", "mayor"},
		{"Pablo Ruiz would have lied.", "Pablo Ruiz", "Ruiz"},
		{"Ruiz, the former mayor, would have lied.", "Ruiz", "Ruiz"},
		{"The mayor of the small town of Arles would have lied.", "The mayor of the small town of Arles", "mayor"},
		{"The man who shot the mayor would have fled.", "The man who shot the mayor", "man"},
		{"According to the police, two men would have fled.", "two men", "men"},
		{"According to the police the thief would have fled.", "the thief", "thief"},
		{"In 2019 the minister would have lied.", "the minister", "minister"},
		{"Police said the minister would have lied.", "the minister", "minister"},
		{"Police said on Monday that he would have lied.", "he", "he"},
		{"She also would have lied.", "She", "She"},
		{"His brother and his sister would have fled.", "His brother and his sister", "sister"},
		{"Ruiz, who would have fled, is wanted.", "who", "who"},
		{"He would have fled and would be in hiding.", "He", "He"},
		{"The president's son would have fled.", "The president's son", "son"},
	} {
		doc, _ := detect.ParseExample(c.text)
		v := firstIn(doc, sentenceOf(doc, 0), setOf("would"))
		s, ok := subjectOf(doc, v)
		if !ok {
			t.Errorf("%q: no subject", c.text)
			continue
		}
		if got, head := doc.Slice(doc.SpanOf(s.Range)), doc.Slice(doc.Tokens[s.Head].Span); got != c.subject || head != c.head {
			t.Errorf("%q: subject %q with head %q, want %q with %q", c.text, got, head, c.subject, c.head)
		}
	}
}

func TestSubjectNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"The mayor would":                   false,
		"Four thousand people would":        true,
		"4,000 people would":                true,
		"Two men would":                     true,
		"Ruiz and his brother would":        true,
		"Ruiz would":                        false,
		"They would":                        true,
		"The boss would":                    false,
		"The driver of both vehicles would": false,
		"The police would":                  true,
	} {
		doc, _ := detect.ParseExample(text)
		s, ok := subjectOf(doc, len(doc.Tokens)-1)
		if !ok {
			t.Errorf("%q: no subject", text)
			continue
		}
		if got, ok := s.plural(doc); !ok || got != want {
			t.Errorf("%q: plural %v %v, want %v", text, got, ok, want)
		}
	}
}

func TestVerbForms(t *testing.T) {
	for participle, want := range map[string]string{
		"taken": "took", "fled": "fled", "asked": "asked", "written": "wrote", "stopped": "stopped", "got": "got",
	} {
		if !isParticiple(participle) || pastOf(participle) != want {
			t.Errorf("%q: past %q, want %q", participle, pastOf(participle), want)
		}
	}
	for participle, want := range map[string]string{
		"supported": "support", "hoped": "hope", "stopped": "stop", "tried": "try", "gone": "go", "sold": "sell",
	} {
		if base, ok := baseOf(participle); !ok || base != want {
			t.Errorf("%q: base %q, want %q", participle, base, want)
		}
	}
	for _, w := range []string{"need", "hundred", "speed", "red", "indeed", "house"} {
		if isParticiple(w) {
			t.Errorf("%q is taken for a participle", w)
		}
	}
	for w, want := range map[string]bool{"secretly": true, "also": true, "family": false, "early": false, "not": false} {
		if isAdverb(w) != want {
			t.Errorf("%q: adverb %v, want %v", w, !want, want)
		}
	}
}
