package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/origin/features"
)

// A document's own source document says nothing of how rare its n-grams are:
// what is learned from and what is judged must be looked at alike.
func TestRarityLeavesOutTheOwnSourceDocument(t *testing.T) {
	var rows []row
	for i := range 8 {
		text := "The keeper of the lighthouse mended the lamp before the storm reached the harbour that night."
		if i == 7 {
			text = "Nobody in Aldermoor bakes quincunx loaves, says Ines Marrow, who weighs them by moonlight."
		}
		rows = append(rows, row{ID: strconv.Itoa(i), Group: strconv.Itoa(i / 2 * 2), Text: text})
	}
	rows[7].Group = "alone"
	docs := documents(rows)
	var m profileModel
	m.count(docs)
	learned := m.values(&docs[7], 1)
	var others profileModel
	others.count(docs[:7])
	judged := others.values(&docs[7], 0)
	for i := range learned {
		if math.Abs(learned[i]-judged[i]) > 1e-9 {
			t.Fatalf("value %d is %v where it was learned from and %v where it was not", i, learned[i], judged[i])
		}
	}
	if rare, usual := m.values(&docs[7], 1)[0], m.values(&docs[0], 1)[0]; rare < .8 || usual > .1 {
		t.Errorf("%.2f of a strange text's words stand nowhere else, and %.2f of one told four times", rare, usual)
	}
}

func TestBuilding(t *testing.T) {
	even := profileOf(features.Of(strings.Repeat("The boats came home late that day. ", 12))).build
	odd := profileOf(features.Of(strings.Repeat("They didn't. The boats, which nobody had seen leave, came home long after the lamps were lit; some never did. ", 6))).build
	if even[1] > 1e-9 || odd[1] < .3 {
		t.Errorf("the length of sentences varies by %.2f and %.2f of their mean", even[1], odd[1])
	}
	for name, at := range map[string]int{"n't": 7, ";": 12, ",": 14} {
		if even[at] != 0 || odd[at] == 0 {
			t.Errorf("%q has a rate of %v and %v", name, even[at], odd[at])
		}
	}
	if empty := profileOf(features.Of("")).build; len(empty) != len(even) || math.IsNaN(empty[0]+empty[1]) {
		t.Errorf("a text without words is built %v", empty)
	}
}

func TestCopied(t *testing.T) {
	machine := "The mayor opened the new bridge on Friday, two years after the old one had been swept away by the flood."
	rows := []row{
		{ID: "m", Group: "g", Label: machineTranslated, Text: machine},
		{ID: "corrected", Group: "g", Label: humanTranslated, Text: strings.Replace(machine, "opened", "inaugurated", 1)},
		{ID: "own", Group: "g", Label: humanTranslated, Text: "Two years ago high water took the old bridge. Its successor was inaugurated by the mayor on Friday."},
		{ID: "elsewhere", Group: "h", Label: humanTranslated, Text: machine},
	}
	got := copied(documents(rows))
	if got["corrected"] <= postEdited || got["own"] > postEdited || got["elsewhere"] != 0 {
		t.Errorf("shares %v: want only %q above %v, and nothing of another source document", fmt.Sprint(got), "corrected", postEdited)
	}
}
