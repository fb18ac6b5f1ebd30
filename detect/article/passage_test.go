package article

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPassage checks that slices and sums of passages keep to their places: a
// passage made by leaving out bytes of an input holds, at each offset, the byte
// that stands in the input where it says.
func TestPassage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[a-z ]{1,60}`).Draw(t, "in")
		var b passageBuilder
		for at := 0; at < len(in); {
			n := min(rapid.IntRange(1, 7).Draw(t, "n"), len(in)-at)
			if rapid.Bool().Draw(t, "keep") {
				b.put(in[at:at+n], at)
			}
			at += n
		}
		p := b.passage()
		check := func(p passage) {
			for i := range len(p.text) {
				if at := p.at(i); at >= len(in) || in[at] != p.text[i] {
					t.Fatalf("%q at %d is said to stand at %d of %q: %v", p.text, i, at, in, p.runs)
				}
			}
		}
		check(p)
		from := rapid.IntRange(0, len(p.text)).Draw(t, "from")
		to := rapid.IntRange(from, len(p.text)).Draw(t, "to")
		if s := p.slice(from, to); s.text != p.text[from:to] {
			t.Fatalf("slice %q, want %q", s.text, p.text[from:to])
		} else {
			check(s)
		}
		check(p.trim())
		var sum passageBuilder
		sum.add(p, from, to)
		sum.add(p, 0, from)
		if q := sum.passage(); q.text != p.text[from:to]+p.text[:from] {
			t.Fatalf("sum %q", q.text)
		} else {
			check(q)
		}
	})
}

func TestUnescaped(t *testing.T) {
	const in = "Caf&eacute; &amp; bar &lt;3 &nope; & &#8220;so&#x201D;"
	var b passageBuilder
	p := standing(in, 0)
	b.addUnescaped(p, 0, len(in))
	got := b.passage()
	if want := "Café & bar <3 &nope; & “so”"; got.text != want {
		t.Fatalf("got %q, want %q", got.text, want)
	}
	for _, word := range []string{"Caf", "bar", "3", "nope", "so"} {
		if at := got.at(strings.Index(got.text, word)); !strings.HasPrefix(in[at:], word) {
			t.Errorf("%q is said to stand at %d", word, at)
		}
	}
}
