package detect

import (
	"strings"
	"testing"
)

var catalogue = []Heuristic{
	{Name: "reportative-conditional", Family: Reportative, SourceLanguages: []string{"fr", "es"}},
	{Name: "hearsay-frame", Family: Reportative, SourceLanguages: []string{"ru"}},
	{Name: "hearsay-rare", Family: Reportative, Off: true},
	{Name: "stray-break", Family: Punctuation},
}

func TestSelect(t *testing.T) {
	for _, test := range []struct {
		selection Selection
		want      string
	}{
		{Selection{}, "reportative-conditional hearsay-frame stray-break"},
		{Selection{Only: []string{"reportative"}}, "reportative-conditional hearsay-frame"},
		{Selection{Only: []string{"hearsay-rare"}}, "hearsay-rare"},
		{Selection{Only: []string{"reportative", "hearsay-rare"}, Skip: []string{"hearsay-frame"}}, "reportative-conditional hearsay-rare"},
		{Selection{Skip: []string{"reportative"}}, "stray-break"},
		{Selection{SourceLanguages: []string{"fr"}}, "reportative-conditional stray-break"},
	} {
		got, err := Select(catalogue, test.selection)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, h := range got {
			names = append(names, h.Name)
		}
		if s := strings.Join(names, " "); s != test.want {
			t.Errorf("%+v leaves %q, want %q", test.selection, s, test.want)
		}
	}
}

func TestUnknownName(t *testing.T) {
	for name, want := range map[string]string{
		"stray-brake": `no rule or family is called "stray-brake"; did you mean stray-break?`,
		"hearsay":     `no rule or family is called "hearsay"; did you mean hearsay-frame or hearsay-rare?`,
		"xyz":         `no rule or family is called "xyz"`,
	} {
		_, err := Select(catalogue, Selection{Skip: []string{name}})
		if err == nil || err.Error() != want {
			t.Errorf("skipping %s: error %v, want %s", name, err, want)
		}
	}
}
