package article

import "testing"

func TestStamped(t *testing.T) {
	for in, want := range map[string]string{
		"Quinta-feira, 4 de março de 2021 às 10h32": "2021-03-04",

		"04/03/2021 10h32":                 "2021-03-04",
		"Publicado em 04/03/2021 às 10:32": "2021-03-04",
		"Mis à jour le 04/03/2021":         "2021-03-04",
		"04/03/2021 10:32":                 "04/03/2021 10:32", // March or April
		"25/12/2021":                       "2021-12-25",
		"1614850000":                       "2021-03-04T09:26:40Z",
		"1614850000000":                    "2021-03-04T09:26:40Z",
		"20210304":                         "20210304",
	} {
		if got := stamped(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestEmbargoLine(t *testing.T) {
	a, err := Parse("a.txt", []byte("EMBARGOED UNTIL 2021-03-05T00:01:00Z\n\nNew drug halves colds\n\nA new drug halves the time that colds last, doctors in Merle said on Monday.\n"))
	if err != nil || a.Status != "embargoed until 2021-03-05T00:01:00Z" || a.Title != "New drug halves colds" {
		t.Errorf("status %q, title %q, %v", a.Status, a.Title, err)
	}
}
