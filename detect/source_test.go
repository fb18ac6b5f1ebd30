package detect

import (
	"math"
	"slices"
	"testing"

	"github.com/calque-check/calque/detect/origin"
)

func TestSourceLanguages(t *testing.T) {
	guesses := []origin.LanguageGuess{{Language: "de", Probability: .7}, {Language: "ru", Probability: .2}, {Language: "other", Probability: .1}}
	finding := func(name string, languages ...string) Finding {
		return Finding{&Heuristic{Name: name}, Match{SourceLanguages: languages}}
	}
	calques := []Finding{
		finding("a", "fr"), finding("b", "fr", "es", "it"), finding("c", "fr", "es"), finding("d", "fr", "it"),
		finding("e", "fr", "de", "es", "it"), finding("f", "fr", "es", "it", "pt", "ro"), finding("any"),
	}
	repeated := finding("a", "fr")
	for _, c := range []struct {
		name  string
		found []Finding
		first string
		least float64 // probability of the first
	}{
		{"no finding names a language", []Finding{finding("any")}, "de", .699},
		{"one that the model does not know", []Finding{finding("a", "fr")}, "de", .5},
		{"the same rule many times", slices.Repeat([]Finding{repeated}, 50), "de", .5},
		{"many different rules", calques, "fr", .5},
		{"one that the model knows", []Finding{finding("a", "ru"), finding("b", "ru", "uk"), finding("c", "ru")}, "ru", .7},
	} {
		got := sourceLanguages(guesses, c.found)
		if got[0].Language != c.first || got[0].Probability < c.least {
			t.Errorf("%s: %v, want %s with at least %v", c.name, got, c.first, c.least)
		}
		sum := 0.0
		for i, g := range got {
			sum += g.Probability
			if i > 0 && g.Probability > got[i-1].Probability {
				t.Errorf("%s: not in order: %v", c.name, got)
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: probabilities sum to %v", c.name, sum)
		}
	}
	if got := sourceLanguages(nil, calques); got != nil {
		t.Errorf("native English comes from %v", got)
	}
	if guesses[0].Probability != .7 {
		t.Error("the model's guesses were changed")
	}
}
