package origin

import (
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/origin/features"
)

// cuesOf words every gram of a text.
func cuesOf(text string) map[string]bool {
	t := features.Of(text)
	var d describer
	out := map[string]bool{}
	for _, g := range t.Grams {
		out[cueOf(&d, t, g, 1)] = true
	}
	return out
}

// cueOf words one gram, "" where an editor could look at nothing.
func cueOf(d *describer, t *features.Text, g features.Gram, n int) string {
	d.text = d.text[:0]
	if told := d.describe(t, g, n); told != (len(d.text) > 0) {
		panic("a cue without words, or words without a cue")
	}
	return string(d.text)
}

func TestCuesAreWordedForAnEditor(t *testing.T) {
	got := cuesOf(`According to Anna Berg, the NATO envoy, the closure of the bridge is "certain". It isn't.`)
	for _, want := range []string{
		"the word “of”",
		"sentences that open with “according”",
		"sentences that open with “according to”",
		"the words “of the”",
		"commas",
		"full stops after closing quotation marks",
		"“to [name]”, here “to Anna”",
		"“the [ABBREVIATION]”, here “the NATO”",
		"the words “is n't”",
	} {
		if want == "the words “is n't”" {
			want = "the words “isn't”"
		}
		if !got[want] {
			t.Errorf("no cue %q", want)
		}
	}
	for cue := range got {
		if strings.ContainsAny(cue, "^#") || strings.Contains(cue, "Aa") {
			t.Errorf("cue %q shows a feature's name", cue)
		}
	}
}

func TestTimesAreCounted(t *testing.T) {
	text := features.Of("It is so. It is late. It is not.")
	var grams []features.Gram
	for _, g := range text.Grams {
		if g.Kind() == features.Masked2 && len(grams) < 3 && string(text.Parts(g, nil)[0].Norm) == "it" && g.Len() == 2 {
			grams = append(grams, g)
		}
	}
	if got, want := cueOf(new(describer), text, grams[0], len(grams)), "the words “it is”, 3 times"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
