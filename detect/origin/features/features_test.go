package features

import (
	"slices"
	"strings"
	"testing"
)

func words(text string) []string {
	var out []string
	t := Of(text)
	for i := range t.tokens {
		tok := &t.tokens[i]
		if i > 0 && int(tok.first) == i {
			out = append(out, "|")
		}
		out = append(out, string(t.norm(tok)))
	}
	return out
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They don't know it's over.", "they do n't know it 's over ."},
		{"They don’t know it’s over.", "they do n't know it 's over ."},
		{"Mr. Hale met Dr. A. Corrigan on Jan. 4. They spoke.", "mr hale met dr a corrigan on jan 4 . | they spoke ."},
		{"The U.S. envoy left. \"No,\" he said.", `the us envoy left . | " no , " he said .`},
		{"It cost $3.5 million – or 4,000 a head...", "it cost $ 3.5 million – or 4,000 a head ..."},
		{"He can't, won't and shan't go.", "he can n't , will n't and shall n't go ."},
		{"", ""},
	} {
		if got := strings.Join(words(c.text), " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestHeadingsAreLeftOut(t *testing.T) {
	body := "The bridge was shut on Monday after a lorry hit it. Engineers will look at it today."
	if with, without := words("Bridge Shut After Crash\n\n"+body), words(body); !slices.Equal(with, without) {
		t.Errorf("%v, want %v", with, without)
	}
	if len(words("Bridge Shut After Crash")) == 0 {
		t.Error("a text of headings alone has no words")
	}
}

func TestTopicIsMasked(t *testing.T) {
	use := [Kinds]bool{}
	for k := Masked1; k <= Masked3; k++ {
		use[k] = true
	}
	a := Of("The minister visited Karlstadt on Monday, according to the ministry.").Counts(use)
	b := Of("The skipper visited Brookhaven on Friday, according to the ministry.").Counts(use)
	if !slices.Equal(a, b) {
		t.Error("names and content words of like shape change the masked counts")
	}
}

func TestPartsNameWhatAGramCovers(t *testing.T) {
	text := Of("According to the ministry, the talks failed.")
	found := false
	for _, g := range text.Grams {
		if g.Hash() >= 1<<Bits {
			t.Fatalf("hash %d out of range", g.Hash())
		}
		parts := text.Parts(g, nil)
		if len(parts) != int(g.Len()) {
			t.Errorf("%d parts of a gram of %d tokens", len(parts), g.Len())
		}
		if g.Kind() == Masked3 && string(parts[0].Norm) == "according" && len(parts) == 3 {
			found = string(parts[1].Norm) == "to" && string(parts[2].Norm) == "the" && !parts[0].Masked
		}
	}
	if !found {
		t.Error("no gram covers “According to the”")
	}
}

// The fast way to a token's symbol must agree with the one that can be read.
func checkSymbols(t *testing.T, text string) {
	t.Helper()
	read := Of(text)
	i := 0
	read.Symbols(func(norm, class string, _, _ bool) {
		s := known().symbols[read.tokens[i].symbol]
		if s.class != hashString(class) {
			t.Errorf("%q: the symbol of %q is not that of %q", text, norm, class)
		}
		if s.traits&common != 0 && s.word != hashString(norm) {
			t.Errorf("%q: the common word %q has another's symbol", text, norm)
		}
		i++
	})
	if i != read.Tokens() {
		t.Errorf("%d symbols of %d tokens", i, read.Tokens())
	}
}

func TestSymbols(t *testing.T) {
	for _, s := range []string{
		"According to Ms. Kirsch, 1,400 of the 2019 well-known NATO organisations aren't nationalised; the 3rd is 7.5% – or 12.",
		"\"Administration\" (so-called) costs £5. Élan, naïveté ... ISLANDS!",
		"A 4x4 of 1999's and 20th-century I'm'd d'Artagnan o'clock U.K.",
	} {
		checkSymbols(t, s)
	}
}

// A text that is read into what held another must be as if read afresh.
func TestReadAgain(t *testing.T) {
	texts := []string{"The bridge is shut, and nobody says why it isn't open.", "", "No.", strings.Repeat("A longer text, which fills more. ", 20), "The end."}
	var used Text
	for _, s := range texts {
		used.Read(s)
		fresh := Of(s)
		if !slices.Equal(used.Grams, fresh.Grams) || used.Words != fresh.Words || used.Sentences != fresh.Sentences {
			t.Errorf("%.20q read again differs", s)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"It's done.", "’s n't \xff ... \"", "A.B.C. 3-4/5:6", "\u2028\u00a0x-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkSymbols(t, s)
		text := Of(s)
		for _, g := range text.Grams {
			if text.TokenStart(int(g.Token)) > len(s) {
				t.Fatal("a gram starts after the text")
			}
			text.Parts(g, nil)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat("The council said on Tuesday that it would not raise the toll, which has stood at £40 since 2015. ", 25)
	for b.Loop() {
		Of(text)
	}
}

func TestLexical(t *testing.T) {
	a := Of("The minister visited Karlstadt on Monday.").Lexical()
	if names := Of("The minister visited Brookhaven on Friday.").Lexical(); !slices.Equal(a, names) {
		t.Error("names change the lexical features")
	}
	if words := Of("The minister toured Karlstadt on Monday.").Lexical(); slices.Equal(a, words) {
		t.Error("another verb changes nothing")
	}
	if !slices.IsSorted(a) || len(slices.Compact(slices.Clone(a))) != len(a) {
		t.Error("the features are not in order, each once")
	}
	for _, h := range a {
		if h < 1<<Bits || h >= TableSize {
			t.Errorf("hash %d is outside the table of lexical features", h)
		}
	}
}
