package detect

import (
	"slices"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	for phrase, want := range map[string][]string{
		"in spite of":               {"in spite of"},
		"a|an idea":                 {"a idea", "an idea"},
		"[very] often":              {"often", "very often"},
		"(in spite|because) of":     {"because of", "in spite of"},
		"( end )":                   {"( end )"},
		"( reporter|reporters":      {"( reporter", "( reporters"},
		"[ sic ]":                   {"[ sic ]"},
		"it is (for|due to) [_] it": {"it is due to " + anyWord + " it", "it is due to it", "it is for " + anyWord + " it", "it is for it"},
	} {
		seqs, err := expand(phrase)
		if err != nil {
			t.Error(err)
			continue
		}
		var got []string
		for _, s := range seqs {
			got = append(got, strings.Join(s, " "))
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", phrase, got, want)
		}
	}
	for _, bad := range []string{"", "[maybe]", "(in spite of", "Upper", "a||b"} {
		if seqs, err := expand(bad); err == nil {
			t.Errorf("%q: got %q, want an error", bad, seqs)
		}
	}
}
