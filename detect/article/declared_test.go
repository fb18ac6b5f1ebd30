package article

import "testing"

func TestTranslationLines(t *testing.T) {
	for _, test := range []struct {
		line string
		want bool
	}{
		{"Translated by Ana Kos", true},
		{"Translated from French by Ana Kos", true},
		{"(Translated from the German by Jo Brandt.)", true},
		{"Translated with DeepL.com (free version)", true},
		{"Translation: Lea Stark", true},
		{"Translators: Lea Stark, Ivo Lam and Pia Roth", true},
		{"This article was translated from Spanish.", true},
		{"This is an automatic translation.", true},
		{"Machine translation by LinguaDesk", true},
		{"Originally published in German.", true},
		{"Originally published in 1994, the book sold two million copies.", false},
		{"Translated by hand, the letters fill forty boxes in the archive of Merle.", false},
		{"Translated from the Latin the inscription over the western gate of the town reads that nobody may enter it at night.", false},
		{"The novel was translated by Ana Kos.", false},
		{"Translation is an art", false},
		{"", false},
	} {
		if got := isTranslationLine(test.line, countWords(test.line)); got != test.want {
			t.Errorf("%q: %v", test.line, got)
		}
	}
	a, err := Parse("a.txt", []byte("Ferry runs aground off Lindow\n\nA ferry ran aground near Lindow on Sunday, the coastguard said.\n\nNobody was hurt, it said.\n\nTranslated from French by Ana Kos\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Declared) != 1 || a.Declared[0] != (Declaration{DeclaredLine, "Translated from French by Ana Kos"}) {
		t.Errorf("declared %+v", a.Declared)
	}
}
