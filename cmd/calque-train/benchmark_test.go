package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// invented makes rows of two labels that differ in one habit only: how often
// a source is named with "according to" rather than with "said".
func invented(n int, seed uint64) []row {
	r := rand.New(rand.NewPCG(seed, 1))
	who := []string{"the council", "a spokeswoman", "the harbour master", "an engineer"}
	what := []string{"the bridge will shut", "the toll has doubled", "nobody was hurt", "repairs take a year"}
	var rows []row
	for i := range n {
		label, habit := native, .2
		if i%2 == 1 {
			label, habit = machineTranslated, .8
		}
		var b strings.Builder
		for range 15 {
			w, s := who[r.IntN(len(who))], what[r.IntN(len(what))]
			if r.Float64() < habit {
				fmt.Fprintf(&b, "According to %s, %s. ", w, s)
			} else {
				fmt.Fprintf(&b, "It is clear that %s, %s said. ", s, w)
			}
		}
		rows = append(rows, row{ID: fmt.Sprintf("made/%d/%d", seed, i), Text: b.String(), Label: label, Group: strconv.Itoa(i), Domain: "news"})
	}
	return rows
}

func TestBenchmarkLearnsAHabit(t *testing.T) {
	test := invented(100, 2)
	r := runPair(documents(invented(200, 1)), nil, documents(test), machineTranslated, native)
	if a := r.accuracy(); a < .95 {
		t.Errorf("accuracy %.2f, want nearly all right", a)
	}
	var out strings.Builder
	if err := benchmark(invented(200, 1), test, machineTranslated, native, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"accuracy", "AUC", "recall at 1%", "recall at 5%", "50 machine-translated"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out.String())
		}
	}
}

// Human and machine translation are told apart without round trips.
func TestBenchmarkLeavesRoundTripsOut(t *testing.T) {
	train, test := invented(40, 1), invented(40, 2)
	for _, rows := range [][]row{train, test} {
		for i := range rows {
			if rows[i].Label == native {
				rows[i].Label = humanTranslated
			}
		}
	}
	train = append(train, row{ID: "made/round", Text: train[1].Text, Label: machineTranslated, Group: "r", Roundtrip: true})
	test = append(test, row{ID: "made/other round", Text: test[1].Text, Label: machineTranslated, Group: "s", Roundtrip: true})
	var out strings.Builder
	if err := benchmark(train, test, machineTranslated, humanTranslated, &out); err != nil {
		t.Fatal(err)
	}
	if want := "trained on  20 machine-translated, 20 human-translated\n"; !strings.HasPrefix(out.String(), want) {
		t.Errorf("want %q in:\n%s", want, out.String())
	}
}

func TestBenchmarkNeedsBothLabels(t *testing.T) {
	if err := benchmark(invented(20, 1), invented(20, 2), machineTranslated, humanTranslated, io.Discard); err == nil {
		t.Error("a test without negatives gives figures")
	}
	if err := benchmark(nil, invented(20, 2), machineTranslated, native, io.Discard); err == nil {
		t.Error("a benchmark without anything to learn from gives figures")
	}
}

// What is held out must be unseen: no source document, publisher or year with
// its language in two folds.
func TestFoldsKeepGroupsTogether(t *testing.T) {
	rows := []row{
		{ID: "wmt22/ru/a/1", Group: "g", Year: "wmt22", SourceLanguage: "ru", Label: machineTranslated},
		{ID: "wmt22/ru/a/ref", Group: "g", Year: "wmt22", SourceLanguage: "ru", Label: humanTranslated},
		{ID: "htmt/x/1", Group: "h", Year: "wmt17", SourceLanguage: "de", Label: machineTranslated, Roundtrip: true},
		{ID: "htmt/y/1", Group: "h", Year: "wmt17", SourceLanguage: "en", Label: native},
	}
	if foldOf(rows[0]) != foldOf(rows[1]) || foldOf(rows[2]) != foldOf(rows[3]) {
		t.Error("a source document stands in two folds")
	}
	if foldOf(row{ID: "bbc/tech/1", Year: "bbc"}) != foldOf(row{ID: "bbc/sport/2", Year: "bbc"}) {
		t.Error("a publisher stands in two folds")
	}
}

func TestSpread(t *testing.T) {
	got := strings.Join(spread(strings.Fields("benchmark --train a b --test c --positive x --test d e")), " ")
	if want := "benchmark --train a --train b --test c --positive x --test d --test e"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestFirstWords(t *testing.T) {
	if got := firstWords("one two\nthree  four", 3); got != "one two\nthree" {
		t.Errorf("%q", got)
	}
	if got := firstWords("one two", 5); got != "one two" {
		t.Errorf("%q", got)
	}
}

// Round trips are judged by what was learned from round trips and the articles
// that they were made of, and by open-class words; other translations are
// judged by what was learned without round trips, and without those words.
func TestBenchmarkOfNativeEnglish(t *testing.T) {
	rows := []row{
		{ID: "a", Group: "1", Label: native},
		{ID: "b", Group: "2", Label: native},
		{ID: "c", Group: "1", Label: machineTranslated, Roundtrip: true},
		{ID: "d", Group: "3", Label: machineTranslated},
	}
	ids := func(rows []row) (s string) {
		for _, r := range rows {
			s += r.ID
		}
		return s
	}
	for _, c := range []struct {
		rows  []row
		asked bool
		want  string
	}{{rows, true, "ac"}, {rows, false, "abd"}, {rows[3:], true, "d"}, {rows[:3], false, "ac"}} {
		if got := ids(likeRoundTrips(c.rows, c.asked)); got != c.want {
			t.Errorf("round trips asked for: %v: %s, want %s", c.asked, got, c.want)
		}
	}

	// Labels that differ by one open-class word only.
	word := func(roundtrip bool) float64 {
		rows := verbed(40, native, "bolted")
		for _, r := range verbed(40, machineTranslated, "closured") {
			r.Roundtrip = roundtrip
			rows = append(rows, r)
		}
		return runPair(documents(rows), nil, documents(rows), machineTranslated, native).accuracy()
	}
	if a := word(true); a != 1 {
		t.Errorf("accuracy %.2f of round trips that differ by one word", a)
	}
	if a := word(false); a != .5 {
		t.Errorf("accuracy %.2f of translations by a word that the masked text does not show", a)
	}
}

// Round trips are learned from where nothing else is judged.
func TestBenchmarkOfRoundTrips(t *testing.T) {
	rows := func(seed uint64) []row {
		rows := invented(40, seed)
		for i := range rows {
			rows[i].Group = strconv.Itoa(i / 2) // a native article and its round trip
			rows[i].Roundtrip = rows[i].Label == machineTranslated
		}
		return rows
	}
	straight := invented(20, 3)
	train := append(rows(1), straight...)
	for i := range straight {
		train[40+i].Group = "other" + strconv.Itoa(i)
	}
	for name, c := range map[string]struct {
		test []row
		want string
	}{
		"round trips only": {rows(2), "trained on  20 machine-translated, 20 native\n"},
		"others too":       {append(rows(2), straight...), "trained on  10 machine-translated, 30 native\n"},
	} {
		var out strings.Builder
		if err := benchmark(train, c.test, machineTranslated, native, &out); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(out.String(), c.want) {
			t.Errorf("%s: want %q in:\n%s", name, c.want, out.String())
		}
	}
}
