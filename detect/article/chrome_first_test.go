package article

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestForms makes sure that the forms are written as lines are compared with them.
func TestForms(t *testing.T) {
	var k key
	for _, g := range chromeForms {
		for words := range strings.SplitSeq(g.lines, "|") {
			if want := string(k.of(words)); words != want || words == "" {
				t.Errorf("%s: write %q as %q", g.reason, words, want)
			}
		}
	}
}

// TestMayOpen makes sure that the first words of a line rule out nothing that is
// there: lines that begin with each word that something begins with, go on with a
// word that a form has, and then with anything.
func TestMayOpen(t *testing.T) {
	var firsts, others []string
	for word, i := range forms().index {
		firsts = append(firsts, word)
		for _, f := range forms().lists[i] {
			others = append(others, strings.Fields(f.words)...)
		}
	}
	stamps := []string{"2021", "3 March 2021", "09:02", "12", "10am", "p.m."}
	for word := range stampWords {
		firsts, stamps = append(firsts, word), append(stamps, word)
	}
	for _, line := range translationOpenings {
		firsts = append(firsts, strings.Fields(line)[0])
		others = append(others, strings.Fields(line)...)
	}
	for word := range bylineOpeners {
		firsts = append(firsts, word)
	}
	others = append(others, "jane", "Jane Doe", "2021", "3 March 2021", "09:02 EST", "Staff Writer", "12", "by Jane Doe", "and", "(AP)", "the ferry:", "you.")
	for word := range zoneOffsets {
		firsts = append(firsts, word)
	}
	r := rand.New(rand.NewPCG(1, 2))
	var k key
	for n := range 200_000 {
		line := firsts[n%len(firsts)]
		rest := others
		if n%4 == 0 {
			rest = stamps
		}
		for range r.IntN(20) {
			line += []string{" ", " ", " ", ", ", ". ", ": ", " - ", "’s "}[r.IntN(8)] + rest[r.IntN(len(rest))]
		}
		if n%3 == 0 {
			line = strings.ToUpper(line[:1]) + line[1:]
		}
		words := countWords(line)
		opens, may := mayOpen(line, words)
		if f, is := chromeForm(&k, line, words, true); is && !may {
			t.Fatalf("%q is the form %q", line, f.words)
		}
		if _, is := readStamp(line, words); is && opens&opensStamp == 0 {
			t.Fatalf("%q is a timestamp", line)
		}
		if s := (&stamp{hour: -1}); !stampsOpen(line) && s.read(line, true) {
			t.Fatalf("%q has the words of a timestamp", line)
		}
		if isTranslationLine(line, words) && opens&opensTranslationLine == 0 {
			t.Fatalf("%q says that this is a translation", line)
		}
		if isByline(line, words, false) != endsByline(line, words) && opens&opensByline == 0 {
			t.Fatalf("%q is a byline", line)
		}
	}
	for _, line := range []string{"The ferry ran onto a sandbank", "Passengers were unhurt, the coastguard said."} {
		if _, may := mayOpen(line, countWords(line)); may {
			t.Errorf("%q is looked at", line)
		}
	}
}
