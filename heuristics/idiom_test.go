package heuristics

import (
	"slices"
	"testing"
)

func TestFormsOf(t *testing.T) {
	for verb, want := range map[string][5]string{
		"drown": {"drown", "drowns", "drowned", "drowned", "drowning"},
		"put":   {"put", "puts", "put", "put", "putting"},
		"make":  {"make", "makes", "made", "made", "making"},
		"carry": {"carry", "carries", "carried", "carried", "carrying"},
		"play":  {"play", "plays", "played", "played", "playing"},
		"push":  {"push", "pushes", "pushed", "pushed", "pushing"},
		"stir":  {"stir", "stirs", "stirred", "stirred", "stirring"},
		"be":    {"be", "is", "was", "been", "being"},
		"have":  {"have", "has", "had", "had", "having"},
		"go":    {"go", "goes", "went", "gone", "going"},
		"break": {"break", "breaks", "broke", "broken", "breaking"},
		"light": {"light", "lights", "lit", "lit", "lighting"},
		"sit":   {"sit", "sits", "sat", "sat", "sitting"},
	} {
		if got := formsOf(verb); got != want {
			t.Errorf("%s: got %v, want %v", verb, got, want)
		}
	}
}

func TestInflected(t *testing.T) {
	got := inflected("{put} oil on it", "{add} fuel to it")
	want := []swap{
		{"put oil on it", "add fuel to it|added fuel to it"},
		{"puts oil on it", "adds fuel to it"},
		{"putting oil on it", "adding fuel to it"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := inflected("{talk} at eye level", "{} as equals")[1]; got != (swap{"talks at eye level", "talks as equals"}) {
		t.Errorf("the same verb: got %q", got)
	}
	if got := inflected("white crow", "odd one out"); !slices.Equal(got, []swap{{"white crow", "odd one out"}}) {
		t.Errorf("without a verb: got %q", got)
	}
}
