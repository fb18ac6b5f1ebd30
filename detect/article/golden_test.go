package article

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

const goldenFile = "testdata/segmentation.txt"

// seen is what segmenting a text gives, as lines of one kind: s for sentences,
// q for quotations, n for names, t for tokens.
func seen(a *Article, kind byte) []string {
	var lines []string
	switch kind {
	case 's':
		for _, s := range a.Sentences {
			lines = append(lines, "s "+a.Slice(s.Span))
		}
	case 'q':
		for _, q := range a.Quotations {
			line := fmt.Sprintf("q [%s]", a.Slice(q.Inner))
			for _, is := range []struct {
				yes  bool
				word string
			}{{q.Depth > 0, fmt.Sprintf("depth %d", q.Depth)}, {!q.Closed, "unclosed"}, {q.Carried, "carried"}, {q.Speech, "speech"}} {
				if is.yes {
					line += " " + is.word
				}
			}
			if q.Speech {
				line += fmt.Sprintf(" verb [%s] speaker [%s]", a.Slice(q.Verb), a.Slice(q.Speaker))
			}
			lines = append(lines, line)
		}
	case 'n':
		line := "n"
		for _, n := range a.Names {
			line += " [" + a.Slice(n) + "]"
		}
		return []string{line}
	case 't':
		line := "t"
		for _, tok := range a.Tokens {
			kinds := [...]string{Word: "", Number: "#", Punct: "", Symbol: "@"}
			line += " " + kinds[tok.Kind] + a.Slice(tok.Span)
		}
		return []string{line}
	}
	if lines == nil {
		return []string{string(kind) + " none"}
	}
	return lines
}

// TestGolden checks the cases of the golden file. A case is a line "# what it
// shows", the text with ¶ between paragraphs, and what is expected: only the
// kinds of lines that stand there are compared.
func TestGolden(t *testing.T) {
	raw, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(raw), "\n\n")
	out, cases := head+"\n", 0
	for _, c := range strings.Split(body, "\n\n") {
		lines := strings.Split(strings.TrimSpace(c), "\n")
		if len(lines) < 3 || !strings.HasPrefix(lines[0], "# ") {
			t.Fatalf("a case needs a comment, a text and what is expected: %q", c)
		}
		cases++
		a := parse(strings.ReplaceAll(lines[1], " ¶ ", "\n\n"))
		check(t, a)
		var got []string
		for i, line := range lines[2:] {
			if i == 0 || line[0] != lines[2+i-1][0] {
				got = append(got, seen(a, line[0])...)
			}
		}
		out += "\n" + lines[0] + "\n" + lines[1] + "\n" + strings.Join(got, "\n") + "\n"
		if diff := compare(lines[2:], got); diff != "" && !*update {
			t.Errorf("%s\n  %s\n%s", lines[0], lines[1], diff)
		}
	}
	if cases < 150 {
		t.Errorf("only %d cases", cases)
	}
	if *update {
		if err := os.WriteFile(goldenFile, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// compare lists the lines that only one of two lists has.
func compare(want, got []string) string {
	var diff strings.Builder
	only := func(sign string, a, b []string) {
		have := map[string]int{}
		for _, l := range b {
			have[l]++
		}
		for _, l := range a {
			if have[l]--; have[l] < 0 {
				diff.WriteString("  " + sign + " " + l + "\n")
			}
		}
	}
	only("want", want, got)
	only("got ", got, want)
	return diff.String()
}
