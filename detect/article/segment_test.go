package article

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// parse makes an article of paragraphs separated by blank lines.
func parse(text string) *Article {
	var d Draft
	for _, p := range strings.Split(text, "\n\n") {
		d.Parts = append(d.Parts, Part{Kind: Body, Pieces: []Piece{{Text: p}}})
	}
	return New(d)
}

// check fails unless the parts of a segmented article fit together.
func check(t testing.TB, a *Article) {
	t.Helper()
	valid := utf8.ValidString(a.Text)
	whole := func(s Span, what string) {
		t.Helper()
		if s.Start < 0 || s.End > len(a.Text) || s.Start >= s.End {
			t.Fatalf("%s %v is not in the text of %d bytes", what, s, len(a.Text))
		}
		if valid && !utf8.ValidString(a.Slice(s)) {
			t.Fatalf("%s %v cuts a rune", what, s)
		}
	}
	token, sentence := 0, 0
	for p, para := range a.Paragraphs {
		if para.Tokens.First != token || para.Sentences.First != sentence {
			t.Fatalf("paragraph %d: %+v does not follow token %d, sentence %d", p, para, token, sentence)
		}
		at := para.Start
		for ; token < para.Tokens.End; token++ {
			tok := a.Tokens[token]
			whole(tok.Span, "token")
			if tok.Start < at || tok.End > para.End {
				t.Fatalf("token %d %v is not in order or not in its paragraph", token, tok.Span)
			}
			gap := a.Text[at:tok.Start]
			if strings.ContainsFunc(gap, func(r rune) bool { return !isSpace(r) }) {
				t.Fatalf("text %q stands between tokens", gap)
			}
			if strings.ContainsFunc(a.Slice(tok.Span), isSpace) {
				t.Fatalf("token %q has white space inside", a.Slice(tok.Span))
			}
			if first := tok.Start == para.Start; tok.Is(SpaceBefore) != (gap != "" || first || at == para.Start) {
				t.Fatalf("token %d %q: SpaceBefore is %v", token, a.Slice(tok.Span), tok.Is(SpaceBefore))
			}
			if tok.Norm == "" {
				t.Fatalf("token %d %q has no norm", token, a.Slice(tok.Span))
			}
			at = tok.End
		}
		if strings.ContainsFunc(a.Text[at:para.End], func(r rune) bool { return !isSpace(r) }) {
			t.Fatalf("text %q is in no token", a.Text[at:para.End])
		}
		next := para.Tokens.First
		for ; sentence < para.Sentences.End; sentence++ {
			s := a.Sentences[sentence]
			if s.Paragraph != p || s.Tokens.First != next || s.Tokens.End <= next || s.Span != a.SpanOf(s.Tokens) {
				t.Fatalf("sentence %d %+v does not follow token %d", sentence, s, next)
			}
			opens := 0
			for _, tok := range a.TokensIn(s.Tokens) {
				if tok.Sentence != sentence {
					t.Fatalf("token %q says sentence %d, not %d", a.Slice(tok.Span), tok.Sentence, sentence)
				}
				if tok.Is(Opens) {
					opens++
				}
			}
			if opens > 1 {
				t.Fatalf("sentence %d opens %d times", sentence, opens)
			}
			next = s.Tokens.End
		}
		if next != para.Tokens.End {
			t.Fatalf("paragraph %d: tokens from %d on are in no sentence", p, next)
		}
	}
	if token != len(a.Tokens) || sentence != len(a.Sentences) {
		t.Fatalf("%d tokens and %d sentences are in no paragraph", len(a.Tokens)-token, len(a.Sentences)-sentence)
	}
	for i, q := range a.Quotations {
		whole(q.Span, "quotation")
		if !q.Contains(q.Inner) || q.Depth < 0 || q.Sentence < 0 || q.Sentence >= len(a.Sentences) {
			t.Fatalf("quotation %d %+v", i, q)
		}
		if a.ParagraphAt(q.Start) != a.ParagraphAt(q.End-1) {
			t.Fatalf("quotation %d %q crosses a paragraph", i, a.Slice(q.Span))
		}
		if i > 0 && q.Start < a.Quotations[i-1].Start {
			t.Fatalf("quotation %d is out of order", i)
		}
	}
	for i, n := range a.Names {
		whole(n, "name")
		if i > 0 && n.Start < a.Names[i-1].End {
			t.Fatalf("name %d is out of order", i)
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"Mr. Lee said: “We won. ‘Really?’ he asked.” Then he left.\n\nThe U.S. rose 3.5 percent...",
		"\"Never closed\n\n\"But opened again,\" said Ana de la Cruz. It's 6'2\" tall in the '90s.",
		"«Oui. » 他说「你好」。 \xff\x80 a@b.c http://x.y/z", "a.b.c.d. J. K. 1. 2.) 'n' ''s's’s",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := parse(s)
		check(t, a)
		parse("“Of 3 others,” said A. Kos; " + s).DropTokens()
		again := parse(s) // where those were
		if !slices.Equal(a.Tokens, again.Tokens) || a.Words() != again.Words() {
			t.Fatalf("%q: other tokens in the room of another article", s)
		}
		again.DropTokens()
	})
}

// TestLinear checks that no input makes segmenting hang. How long it takes is
// for the benchmarks to tell; the limit only catches what grows with the square.
func TestLinear(t *testing.T) {
	for name, s := range map[string]string{
		"straight marks": strings.Repeat(`"`, 25000), "curly marks": strings.Repeat("“", 25000),
		"open and word": strings.Repeat("“a ", 25000), "single marks": strings.Repeat("'a ", 25000),
		"apostrophes": strings.Repeat("'", 75000), "no blanks": strings.Repeat("x", 262144),
		"dots": strings.Repeat("a.", 75000), "stops": strings.Repeat("a. ", 75000), "ats": strings.Repeat("a@", 75000),
		"mails": strings.Repeat("a.b@c", 25000), "addresses": strings.Repeat("http://", 25000), "hyphens": strings.Repeat("a-", 75000),
		"capitals": strings.Repeat("Abc ", 50000), "capitals and of": strings.Repeat("Abc of ", 50000), "ones": strings.Repeat("1.", 75000),
		"marks": strings.Repeat("a\u0301", 50000), "said": strings.Repeat("said “A” ", 12500), "closers": "a." + strings.Repeat(")", 75000),
		"paragraphs": strings.Repeat("\"a\n\n", 25000), "ideographs": strings.Repeat("你", 75000),
	} {
		start := time.Now()
		a := parse(s)
		if d := time.Since(start); d > time.Minute {
			t.Errorf("%s: %v", name, d)
		}
		check(t, a)
	}
}

// TestShuffled checks random strings of the pieces that segmenting cares
// about, which a fuzzer takes long to put together.
func TestShuffled(t *testing.T) {
	pieces := []string{
		"a", "A", "Ab", "abc", "s", "n", "é", "\u0301", "1", "12", "Kos", "said", "de", "of", "U.S.", "Mr.", "'s",
		".", "!", "?", "…", ",", ":", "(", ")", "-", "+", "_", "@", "www.", "http://", "你", "。", "👍", "🇪", "\u200d", "\u200b",
		"'", "’", "ʼ", "‘", "‚", "“", "”", "\"", "„", "«", "»", " ", " ", " ", "\t", "\n\n", "\xff",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(25) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		func() {
			defer func() {
				if e := recover(); e != nil {
					t.Fatalf("%q: %v", s, e)
				}
			}()
			check(t, parse(s))
		}()
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

// TestDropTokens reads articles into the room of others: they are the same as
// those that have room of their own, and have the same tokens when they take them
// again.
func TestDropTokens(t *testing.T) {
	var kept []*Article
	for a := range loadAll(t, "../../testdata/stories") {
		kept = append(kept, a)
	}
	for range 3 { // small articles come after large ones
		i := 0
		for a := range loadAll(t, "../../testdata/stories") {
			if d := cmp.Diff(kept[i], a, cmpopts.IgnoreUnexported(Article{}), cmp.AllowUnexported(Token{})); d != "" {
				t.Fatalf("%s: %s", a.Path, d)
			}
			words := 0
			for _, tok := range a.Tokens {
				words += btoi(tok.Kind <= Number && tok.Norm != "'s")
			}
			a.DropTokens()
			a.TakeTokens()
			if d := cmp.Diff(kept[i], a, cmpopts.IgnoreUnexported(Article{}), cmp.AllowUnexported(Token{})); d != "" {
				t.Fatalf("%s, taken again: %s", a.Path, d)
			}
			if a.DropTokens(); a.Tokens != nil || a.Words() != words {
				t.Errorf("%s: %d tokens, %d words, not %d", a.Path, len(a.Tokens), a.Words(), words)
			}
			for what, use := range map[string]func(){
				"TokenAt": func() { a.TokenAt(0) }, "Quoted": func() { a.Quoted(a.Paragraphs[0].Span) },
				"SpanOf": func() { a.SpanOf(a.Sentences[0].Tokens) }, "TokensIn": func() { a.TokensIn(a.Sentences[0].Tokens) },
			} {
				if !panics(use) {
					t.Errorf("%s: %s says something of tokens that are gone", a.Path, what)
				}
			}
			i++
		}
	}
	if len(kept) < 10 {
		t.Errorf("only %d articles", len(kept))
	}
}
