package heuristics

import (
	"strings"
	"testing"

	"github.com/calque-check/calque/detect"
)

// TestRulesNameTheSource holds what calque says of the source language, of
// which the rules tell it a part: the model knows Russian and German, and no
// Romance language.
func TestRulesNameTheSource(t *testing.T) {
	hs, err := detect.Select(All(), detect.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := engine(t, hs).Check(seedText(t, "000_2887238fd3142344.txt").Article)
	if err != nil {
		t.Fatal(err)
	}
	articles := map[string]detect.Checked{"fr": c}
	for _, c := range checkStories(t, storyFiles(t)).Articles {
		switch {
		case strings.HasSuffix(c.Path, "/vesti.txt"):
			articles["ru"] = c
		case strings.HasSuffix(c.Path, "/tagblatt.txt"):
			articles["de"] = c
		case strings.HasSuffix(c.Path, "/morning.txt"):
			articles["fr es it pt"] = c
		}
	}
	if len(articles) != 4 {
		t.Fatalf("%d articles, want 4", len(articles))
	}
	for sources, c := range articles {
		said := 0.0
		for _, g := range c.Origin.SourceLanguages {
			if strings.Contains(sources, g.Language) {
				said += g.Probability
			}
		}
		if said < .6 {
			t.Errorf("%s: probability %.2f of %s, %v", c.Path, said, sources, c.Origin.SourceLanguages)
		}
	}
}
