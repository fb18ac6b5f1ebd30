package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

func TestBesidePair(t *testing.T) {
	rows := []row{
		{ID: "n", Group: "1", Label: native},
		{ID: "r", Group: "1", Label: machineTranslated, Roundtrip: true},
		{ID: "h", Group: "2", Label: humanTranslated},
		{ID: "m", Group: "2", Label: machineTranslated},
		{ID: "o", Group: "3", Label: native}, // no round trip was made of it
		{ID: "x", Group: "4", Label: "another"},
		{ID: "y", Group: "5", Label: humanTranslated, Year: "another"},
	}
	pick := func(ids string) []row {
		return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return !strings.Contains(ids, r.ID) })
	}
	for _, c := range []struct{ all, asked, want string }{
		{"nrhmoxy", "nr", "hm"},
		{"nrhmoxy", "hm", "nr"},
		{"nrhmoxy", "nom", ""}, // other topics: judged by the masked text
		{"nrhmoxy", "nh", ""},
		{"nrhy", "nr", ""},
		{"nrmy", "nr", ""},
		{"rhm", "hm", ""},
		{"nhm", "hm", ""},
		{"nrh", "hr", ""}, // the round trips are asked for already
	} {
		got := ""
		for _, r := range besidePair(pick(c.all), pick(c.asked)) {
			got += r.ID
		}
		if got != c.want {
			t.Errorf("of %q beside %q: %q, want %q", c.all, c.asked, got, c.want)
		}
	}
}

// What machines do to what they translate, a model of round trips learns from
// translations beside them.
func TestPairBesideTells(t *testing.T) {
	asked := func(seed uint64) []row {
		rows := invented(80, seed)
		for i := range rows {
			rows[i].Roundtrip = rows[i].Label == machineTranslated
		}
		return rows
	}
	train, beside, test := asked(1), invented(80, 2), asked(3)
	for i := range train { // two labels of the same habits
		train[i].Text = train[i/4*4+i%4/2].Text
		if beside[i].Label == native {
			beside[i].Label = humanTranslated
		}
	}
	with := runPair(documents(train), documents(beside), documents(test), machineTranslated, native)
	without := runPair(documents(train), nil, documents(test), machineTranslated, native)
	if a := learn.AUC(with.positives, with.negatives); a < .95 {
		t.Errorf("AUC %.2f with translations beside, want nearly all in order", a)
	}
	if a := learn.AUC(without.positives, without.negatives); a > .8 {
		t.Errorf("AUC %.2f of labels between which nothing was to be learned", a)
	}
	// The labels may be asked for the other way round.
	reverse := runPair(documents(train), documents(beside), documents(test), native, machineTranslated)
	if a := learn.AUC(reverse.positives, reverse.negatives); a < .95 {
		t.Errorf("AUC %.2f the other way round", a)
	}
}

// A habit that all texts of the pair that is asked for have, and of the other
// pair those of one label only, moves no threshold.
func TestPairBesideKeepsTheThreshold(t *testing.T) {
	asked, beside := invented(80, 1), invented(80, 2)
	for i := range asked {
		asked[i].Text += strings.Repeat(" Few doubt it.", 5)
		if beside[i].Label == native {
			beside[i].Label = humanTranslated
		} else {
			beside[i].Text += strings.Repeat(" Few doubt it.", 5)
		}
	}
	docs := documents(asked)
	mute := func(*document) float64 { return 0 }
	score := fitBeside(mute, docs, documents(beside), native, machineTranslated)
	right := 0
	for i := range docs {
		if (score(&docs[i]) > 0) == (docs[i].Label == machineTranslated) {
			right++
		}
	}
	if right < 70 {
		t.Errorf("%d of %d texts on the right side", right, len(docs))
	}
}
