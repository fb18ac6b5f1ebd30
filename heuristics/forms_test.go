package heuristics

import (
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
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

		"fight":    {"fight", "fights", "fought", "fought", "fighting"},
		"shut":     {"shut", "shuts", "shut", "shut", "shutting"},
		"quit":     {"quit", "quits", "quit", "quit", "quitting"},
		"lay":      {"lay", "lays", "laid", "laid", "laying"},
		"tell":     {"tell", "tells", "told", "told", "telling"},
		"wear":     {"wear", "wears", "wore", "worn", "wearing"},
		"begin":    {"begin", "begins", "began", "begun", "beginning"},
		"become":   {"become", "becomes", "became", "become", "becoming"},
		"transfer": {"transfer", "transfers", "transferred", "transferred", "transferring"},
		"mix":      {"mix", "mixes", "mixed", "mixed", "mixing"},
		"die":      {"die", "dies", "died", "died", "dying"},
		"decree":   {"decree", "decrees", "decreed", "decreed", "decreeing"},
		"see":      {"see", "sees", "saw", "seen", "seeing"},
	} {
		if got := formsOf(verb); got != want {
			t.Errorf("%s: got %v, want %v", verb, got, want)
		}
	}
}

// A phrase is looked for with all forms of its verbs, and what stands instead
// has the form that was found.
func TestVerbsInBraces(t *testing.T) {
	for _, c := range []struct {
		row    swap
		phrase string
		hits   map[string]string
	}{
		{
			swap{"{put} oil on it", "{add} fuel to it"},
			"put|puts|putting oil on it",
			map[string]string{"put oil on it": "add fuel to it|added fuel to it", "puts oil on it": "adds fuel to it", "putting oil on it": "adding fuel to it"},
		},
		{
			swap{"(he|she) {speak|talk} at eye level", "_ {} as equals|as equals"},
			"(he|she) speak|speaks|spoke|spoken|speaking|talk|talks|talked|talking at eye level",
			map[string]string{"He spoke at eye level": "_ spoke as equals|as equals", "She talks at eye level": "_ talks as equals|as equals"},
		},
		{swap{"{go} grey", ""}, "go|goes|went|gone|going grey", map[string]string{"gone grey": ""}},
		{swap{"white crow", "odd one out"}, "white crow", map[string]string{"white crow": "odd one out"}},
	} {
		if got := phrasesOf([]swap{c.row})[0]; got != c.phrase {
			t.Errorf("%q is looked for as %q, want %q", c.row.phrase, got, c.phrase)
		}
		for text, want := range c.hits {
			doc := &detect.Document{Article: article.New(article.Draft{Parts: []article.Part{{Pieces: []article.Piece{{Text: text}}}}})}
			if got := c.row.insteadOf(doc, detect.Hit{Range: article.Range{End: len(doc.Tokens)}}); got != want {
				t.Errorf("instead of %q: got %q, want %q", text, got, want)
			}
		}
	}
}
