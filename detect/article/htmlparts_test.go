package article

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkStructured checks what must hold of an article whatever format it was
// read from: clean paragraphs and places inside the input.
func checkStructured(t fataler, a *Article) {
	if !utf8.ValidString(a.Text) {
		t.Fatalf("text is not UTF-8: %q", a.Text)
	}
	for k, p := range a.Paragraphs {
		s := a.Slice(p.Span)
		if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\r\n\u2028\u2029\u0085\x00") {
			t.Fatalf("paragraph %d is not clean: %q", k, s)
		}
		if p.Kind == Headline && k > 0 {
			t.Fatalf("a headline as paragraph %d", k)
		}
	}
	for _, r := range a.Removed {
		if r.At > len(a.Text) || r.Input < 0 || r.Input > len(a.source.input) {
			t.Fatalf("removed %+v lies outside the input", r)
		}
	}
	for i, r := range a.source.runs {
		if r.input < 0 || r.input > len(a.source.input) || i > 0 && r.text < a.source.runs[i-1].text {
			t.Fatalf("run %d %v lies outside the input of %d bytes", i, r, len(a.source.input))
		}
	}
}

// checkPlaces checks that each word of plain letters begins at its place in
// the input with its first letter.
func checkPlaces(t *testing.T, a *Article) {
	t.Helper()
	checkStructured(t, a)
	for _, tok := range a.Tokens {
		if c := a.Text[tok.Start]; tok.Kind == Word && c < utf8.RuneSelf {
			if at := a.InputOffset(tok.Start); at >= len(a.source.input) || a.source.input[at] != c {
				t.Fatalf("%q does not stand at %d of the input: %q", a.Slice(tok.Span), at, a.source.input[min(at, len(a.source.input)):min(at+20, len(a.source.input))])
			}
		}
	}
}

// outline is an article as lines: the kind of each paragraph and its text.
func outline(a *Article) string {
	kinds := [...]string{Body: "body", Headline: "headline", Standfirst: "standfirst", Subheading: "subheading", ListItem: "item", BlockQuote: "quote"}
	var b strings.Builder
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "%s: %s\n", kinds[p.Kind], a.Slice(p.Span))
	}
	for _, r := range a.Removed {
		fmt.Fprintf(&b, "- %s: %s\n", r.Reason, r.Text)
	}
	return b.String()
}

func readFragment(s string, xml bool) (*Article, error) {
	e := newExtract("test.html", 0, decoded{text: s}, Limits{})
	if err := e.addHTML(standing(s, 0), xml); err != nil {
		return nil, err
	}
	return e.article()
}

func TestHTMLParts(t *testing.T) {
	const lead = "<p>A ferry ran aground near Lindow on Sunday, the coastguard said.</p>"
	const leadText = "body: A ferry ran aground near Lindow on Sunday, the coastguard said.\n"
	tests := []struct {
		name, in string
		xml      bool
		want     string
	}{
		{"paragraphs", "<h1>Ferry runs aground off Lindow</h1>" + lead, false, "headline: Ferry runs aground off Lindow\n" + leadText},
		{"entities", "<p>The caf&eacute; owner&#8217;s &ldquo;plan&rdquo; cost &pound;3 &amp; a bit, he said.</p>", false, "body: The café owner’s “plan” cost £3 & a bit, he said.\n"},
		{"inline elements", "<p>A <b>fer</b>ry ran <a href='x'>aground</a>\n  near<em> Lindow</em> on Sunday.", false, "body: A ferry ran aground near Lindow on Sunday.\n"},
		{"unclosed paragraphs", "<p>A ferry ran aground on Sunday.<p>Nobody was hurt, they said.", false, "body: A ferry ran aground on Sunday.\nbody: Nobody was hurt, they said.\n"},
		{"breaks", "A ferry ran aground on Sunday.<br><br/>Nobody was hurt, they said.", false, "body: A ferry ran aground on Sunday.\nbody: Nobody was hurt, they said.\n"},
		{"lists", lead + "<ul><li>Eighty people<li>Two crews</ul>" + lead[:3] + "Nobody was hurt, they said.", false, leadText + "item: Eighty people\nitem: Two crews\nbody: Nobody was hurt, they said.\n"},
		{"block quotes", lead + "<blockquote><p>It went quiet at once.</p></blockquote>", false, leadText + "quote: It went quiet at once.\n"},
		{"headings", lead + "<h2>A quiet night</h2><p>Nobody was hurt, they said.</p>", false, leadText + "subheading: A quiet night\nbody: Nobody was hurt, they said.\n"},
		{"figures", lead + "<figure><img src='a.jpg'>Loading<figcaption>The ferry on Monday.</figcaption></figure><p>Nobody was hurt, they said.", false, leadText + "body: Nobody was hurt, they said.\n- caption: The ferry on Monday.\n"},
		{"scripts", "<script>var p = '<p>no</p>';</script><style>p{}</style>" + lead + "<noscript><p>no</p></noscript><!-- <p>no</p> -->", false, leadText},
		{"quotation elements", "<p>She said: <q>It went quiet.</q> Then she left.</p>", false, "body: She said: “It went quiet.” Then she left.\n"},
		{"CDATA", "<p><![CDATA[A ferry ran aground < Lindow & more.]]></p>", true, "body: A ferry ran aground < Lindow & more.\n"},
		{"prefixes", "<x:h1>Ferry runs aground</x:h1><x:p>Nobody was hurt, they said.</x:p>", true, "headline: Ferry runs aground\nbody: Nobody was hurt, they said.\n"},
		{"empty elements in XML", "<script src='x'/>" + lead + "<title/><p/><p>Nobody was hurt, they said.</p>", true, leadText + "body: Nobody was hurt, they said.\n"},
		{"headline again", "<h1>Ferry runs aground</h1><h2>Ferry runs  aground</h2>" + lead, false, "headline: Ferry runs aground\n" + leadText},
		{"unclosed item", "<ul><li>One of them<li><ul><li>Two of them</ul><li>Three of them</ul>" + lead, false, "item: One of them\nitem: Two of them\nitem: Three of them\n" + leadText},
		{"stray end tags", "</div></p>" + lead + "</li></blockquote>", false, leadText},
		{"cut in a tag", lead + "<p class=", false, leadText},
		{"dateline", "<h1>Ferry runs aground</h1><p>LINDOW, March 3 (Reuters) - A ferry ran aground near Lindow on Sunday.</p><p>(Reporting by Jane Doe)</p>", false, "headline: Ferry runs aground\nbody: A ferry ran aground near Lindow on Sunday.\n- dateline: LINDOW, March 3 (Reuters) - \n- byline: (Reporting by Jane Doe)\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := readFragment(test.in, test.xml)
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(a); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			if test.name != "quotation elements" {
				checkPlaces(t, a)
			}
		})
	}
	t.Run("too deep", func(t *testing.T) {
		_, err := readFragment(strings.Repeat("<div>", 10000)+"A ferry ran aground.", false)
		var depth *DepthError
		if !errors.As(err, &depth) || err.Error() != "HTML nested deeper than the limit of 256 elements" {
			t.Errorf("got %v", err)
		}
	})
	t.Run("unclosed inline elements", func(t *testing.T) {
		if _, err := readFragment(strings.Repeat("<font><b><p>A ferry ran aground near Lindow.", 1000), false); err != nil {
			t.Error(err)
		}
	})
}
