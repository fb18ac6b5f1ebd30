package article

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var fuzzSeeds = []string{
	"---------- Forwarded message ---------\n*From:* Ana Kos <a@b.example>\n*Sent:* Monday, November 9, 2026\n*Subject:* Re: FW: Wall\n gives way\n\nHi all,\n\nUPDATE 2-Wall of the port gives way\n\n(Adds comment)\n\nThe wall of the port gave way.",
	"Storm over the port\n\n09:47 GMT\nGood morning\nA warning is in force.\n\n8.42am The mayor is in the hall.\n\n9:05 am | \"Worse,\" says a man.\n\n10.15",
	"Ferry runs aground off Lindow\n\nA ferry ran aground on Sunday.\n\nRead also: Ten years of accidents\n\nNobody was hurt.",
	"LINDOW, March 3 (Reuters) - A ferry\r\nran aground\r\non Sunday.\r\n\r\n  * One\r\n  * Two\r\n",
	"The Lindow Herald\nFerry | The Lindow Herald\nBy Jane Doe\n3/4/2021, 6:06 PM\n“Quiet,” she said. Jane Doe/Reuters",
	"\xff\xfeF\x00e\x00r\x00r\x00y\x00", "caf\xe9 \x93so\x94", "cafÃ© â€™ Ã¢â‚¬â„¢ \u200b\u00a0\u00ad\ufffd", "a\x00b\xffc",
	"Your support helps us\n\nOur readers fund our reporters.\n\n> quoted\n> lines\n\n1. one\n2) two\n# heading\n– dash",
	"2021-03-04T05:06:07Z\n14.08.2021, 18:30 Uhr\n© 2021 X\n(AP Photo/Jane Doe)\nClintonReuters\n()\n/AP\n: \n- \n",
}

// FuzzDecode checks that whatever is decoded is UTF-8, and that the bad bytes
// are where it says.
func FuzzDecode(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := decode(raw)
		if text, again := decodeText(string(raw)); text.text != d.text || text.encoding != d.encoding || len(text.repairs) != len(d.repairs) || len(text.bad) != len(d.bad) || again != err {
			t.Fatalf("as a string: %q, %v, not %q, %v", text.text, again, d.text, err)
		}
		if err != nil {
			return
		}
		if !utf8.ValidString(d.text) {
			t.Fatalf("not UTF-8: %q", d.text)
		}
		for _, b := range d.bad {
			if !strings.HasPrefix(d.text[b.at:], "\ufffd") {
				t.Fatalf("no U+FFFD at %d of %q", b.at, d.text)
			}
		}
	})
}

// FuzzParse checks what must hold of every article, whatever the input.
func FuzzParse(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Parse("fuzz.txt", raw)
		if err != nil {
			return
		}
		checkArticle(t, a)
	})
}

// testing's and rapid's T alike.
type fataler interface {
	Fatalf(format string, args ...any)
}

// checkArticle checks that the text is clean, that each place in it lies in
// the input, and that every character of the input is either kept or listed as
// removed.
func checkArticle(t fataler, a *Article) {
	if !utf8.ValidString(a.Text) {
		t.Fatalf("text is not UTF-8: %q", a.Text)
	}
	in := a.source.input
	covered := make([]bool, len(in)+1)
	last := 0
	for k, r := range a.source.runs {
		if r.input < 0 || r.input > len(in) || r.text < last {
			t.Fatalf("run %d %v lies outside the input of %d bytes", k, r, len(in))
		}
		last = r.text
	}
	for k, p := range a.Paragraphs {
		s := a.Slice(p.Span)
		if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\r\n\u2028\u2029\u0085\x00") {
			t.Fatalf("paragraph %d is not clean: %q", k, s)
		}
		if p.Kind == Headline && k > 0 {
			t.Fatalf("a headline as paragraph %d", k)
		}
		from, to := a.InputOffset(p.Start), a.InputOffset(p.End)
		for _, r := range a.source.runs {
			if r.text == p.Start { // a mangled space at the beginning leaves nothing in the text
				from = min(from, r.input)
				break
			}
		}
		if from > to || to > len(in) {
			t.Fatalf("paragraph %d: input %d to %d", k, from, to)
		}
		for i := from; i < to; i++ {
			covered[i] = true
		}
	}
	for _, r := range a.Removed {
		if r.At > len(a.Text) || !strings.HasPrefix(in[r.Input:], r.Text) {
			t.Fatalf("removed %q does not stand at %d of the input", r.Text, r.Input)
		}
		for i := range len(r.Text) {
			covered[r.Input+i] = true
		}
	}
	for _, r := range a.Repairs {
		if r.Start > r.End || r.End > len(a.Text) || utf8.RuneCountInString(r.Was) > 44 {
			t.Fatalf("repair %+v", r)
		}
	}
	for i := 0; i < len(in); {
		r, n := utf8.DecodeRuneInString(in[i:])
		if !covered[i] && (unicode.IsLetter(r) || r == utf8.RuneError) {
			t.Fatalf("%q at %d of %q is neither kept nor removed: %q, %v", r, i, in, a.Text, a.Removed)
		}
		i += n
	}
}
