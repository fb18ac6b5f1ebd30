package article

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

func utf16Bytes(s string, order binary.AppendByteOrder, bom bool) []byte {
	var out []byte
	if bom {
		out = order.AppendUint16(out, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func windows1252(t testing.TB, s string) []byte {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	const text = "Café owners’ strike enters second week\n\nOwners of forty cafés in Valmora closed their doors on Monday. “We’re tired,” said one."
	tests := []struct {
		name    string
		raw     []byte
		want    string
		problem string
		err     error
	}{
		{"UTF-8", []byte(text), text, "", nil},
		{"UTF-8 with mark", []byte("\ufeff" + text), text, "", nil},
		{"UTF-16 LE with mark", utf16Bytes(text, binary.LittleEndian, true), text, "", nil},
		{"UTF-16 BE with mark", utf16Bytes(text, binary.BigEndian, true), text, "", nil},
		{"UTF-16 LE", utf16Bytes(text, binary.LittleEndian, false), text, "utf-16", nil},
		{"UTF-16 BE", utf16Bytes(text, binary.BigEndian, false), text, "utf-16", nil},
		{"UTF-16 with emoji", utf16Bytes("A smile 😀 today.", binary.LittleEndian, true), "A smile 😀 today.", "", nil},
		{"Windows-1252", windows1252(t, text), text, "windows-1252", nil},
		{"Latin-1", []byte("The caf\xe9 in Valmora closed."), "The café in Valmora closed.", "latin-1", nil},
		{"NUL bytes", []byte("The mayor\x00 resigned on Monday after\x00 the vote."), "The mayor\x00 resigned on Monday after\x00 the vote.", "nul", nil},
		{"PNG", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "", "", ErrBinary},
		{"PDF", []byte("%PDF-1.7\n1 0 obj"), "", "", ErrBinary},
		{"control characters throughout", []byte(strings.Repeat("a\x01b\x02\x03c", 50)), "", "", ErrBinary},
		{"a few control characters", []byte("The mayor\x01 resigned\x02 on Monday\x03 after the vote, which nobody in the town had expected."), "The mayor\x01 resigned\x02 on Monday\x03 after the vote, which nobody in the town had expected.", "", nil},
		{"Shift JIS", []byte("\x93\xfa\x96{\x8c\xea\x82\xcc\x83e\x83L\x83X\x83g\x82\xc5\x82\xb7\x81B\x93\xfa\x96{\x8c\xea"), "", "", ErrEncoding},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := decode(test.raw)
			if text, again := decodeText(string(test.raw)); text.text != d.text || text.encoding != d.encoding || len(text.repairs) != len(d.repairs) || again != err {
				t.Errorf("as a string: %q, %v, not %q, %v", text.text, again, d.text, err)
			}
			if !errors.Is(err, test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			if d.text != test.want {
				t.Errorf("text %q, want %q", d.text, test.want)
			}
			problem := ""
			for _, r := range d.repairs {
				problem += r.Problem
			}
			if problem != test.problem {
				t.Errorf("repairs %q, want %q", problem, test.problem)
			}
		})
	}
}

func TestMend(t *testing.T) {
	mended := map[string]string{
		"itâ€™s late":                 "it’s late",
		"â€œCome inâ€\u009d she said": "“Come in” she said",
		"â€œCome inâ€ she said":       "“Come in” she said",
		"the cafÃ© in MÃ¼nster":       "the café in Münster",
		"Ã€ propos":                   "À propos",
		"Ã‰mile and Ã\u0081ngel":      "Émile and Ángel",
		"a fine of Â£300 at 5Â°C":     "a fine of £300 at 5°C",
		"100Â km away":                "100 km away",
		"itÃ¢â‚¬â„¢s late":            "it’s late",
		"the cafÃƒÂ© again":           "the café again",
		"JosÃ© â€” againâ€¦":          "José — again…",
		"WaÅ‚Ä™sa and ÄŒapek":         "Wałęsa and Čapek",
		"ÐœÐ¾Ñ\u0081ÐºÐ²Ð°":           "Москва",
		"a smile ðŸ˜€ here":           "a smile 😀 here",

		"in SÃ£o Paulo, voilÃ  la":        "in São Paulo, voilà la",
		"itÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢s":           "it’s",
		"it\u0092s \u0093so\u0094":        "it’s “so”",
		"‚Äúso‚Äù, it‚Äôs √ât√© ¬£3":      "“so”, it’s Été £3",
		"a caf√© in S√£o Paulo, 5¬∞C":     "a café in São Paulo, 5°C",
		"it‚Äö√Ñ√¥s":                      "it’s",
		"itΓÇÖs a caf├⌐":                  "it’s a café",
		"itÔÇÖs ÔÇ£soÔÇØ, caf├®, ┬ú5":     "it’s “so”, café, £5",
		"itвЂ™s a cafГ©":                  "it’s a café",
		"â€śsoâ€ť in MĂĽnster":            "“so” in Münster",
		"ItÕs ÒlateÓ Ñ so donÕt, 1939Ð45": "It’s “late” — so don’t, 1939–45",
		"I donít know. ìSo it isî ñ yes":  "I don’t know. “So it is” – yes",
	}
	for damaged, want := range mended {
		in := decoded{text: damaged}
		if got := joinPieces(in.clean(nil, 0, len(damaged))); got != want {
			t.Errorf("%q: got %q, want %q", damaged, got, want)
		}
	}
	for _, fine := range []string{
		"the café in Münster", "CAFÉ’S", "“SÃO PAULO”", "AMANHÃ”", "„KPÖ“", "the letter „Ä“", "Å–Ä", "naïve âge",
		"£5 and €6 — “so” ‘it’ goes…", "POKÉ™", "RÉSUMÉ”", "Москва", "Ðelta", "à l’Âge",
		"√2 and √π", "¬ a", "Москва в Грузии", "él señaló que así", "SÃO ÕS", "Perú, María, país", "Γ and ‚a‘", "IRMÃ disse", "“IRMÃ’s", "В км", "Ô, ÔÇ",
	} {
		in := decoded{text: fine}
		if got := joinPieces(in.clean(nil, 0, len(fine))); got != fine {
			t.Errorf("%q was changed to %q", fine, got)
		}
	}
}
