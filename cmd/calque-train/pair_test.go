package main

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

func TestBayes(t *testing.T) {
	var examples []learn.Example
	for i := range 100 {
		x := learn.Sparse{Index: []uint32{0}}
		if i%2 == 1 && i < 80 {
			x.Index = append(x.Index, 1) // in 40 of 50 of the second label
		}
		if i%2 == 0 && i < 8 {
			x.Index = append(x.Index, 1) // in 4 of 50 of the first
		}
		if i == 0 {
			x.Index = append(x.Index, 2)
		}
		x.Value = evenly(len(x.Index), len(x.Index))
		examples = append(examples, learn.Example{X: x, Class: i % 2, Weight: 1})
	}
	got := bayes(examples, 3, .02)
	if math.Abs(got[0]-leastScale) > 1e-9 {
		t.Errorf("a feature that all have is scaled by %v, want the least, %v", got[0], leastScale)
	}
	if want := math.Log(.82/.1) + leastScale; math.Abs(got[1]-want) > 1e-9 {
		t.Errorf("a feature of one label is scaled by %v, want %v", got[1], want)
	}
	if got[2] > got[1]/2 {
		t.Errorf("a feature seen once is scaled by %v, one seen often by %v", got[2], got[1])
	}
}

// verbed makes texts of one label that differ from another's by one verb only.
func verbed(n int, label, verb string) []row {
	var out []row
	for i := range n {
		out = append(out, row{
			ID: label + strconv.Itoa(i), Group: strconv.Itoa(i), Label: label, Year: "made", SourceLanguage: "de", Domain: "news",
			Text: "The " + []string{"baker", "sailor", "teacher"}[i%3] + " " + verb + " the gate of the yard on Monday, and nobody asked " +
				"the watchman why; the gate had stood open all night, as it had for a week, said those who walk there.",
		})
	}
	return out
}

// The lexical features are for labels that have the same topics.
func TestPairLooksAtOpenClassWords(t *testing.T) {
	train := slices.Concat(verbed(40, humanTranslated, "bolted"), verbed(40, machineTranslated, "closured"))
	test := slices.Concat(verbed(9, humanTranslated, "bolted"), verbed(9, machineTranslated, "closured"))
	if a := runPair(documents(train), nil, documents(test), machineTranslated, humanTranslated).accuracy(); a != 1 {
		t.Errorf("accuracy %.2f of labels that differ by one word", a)
	}
}

func TestSamplesDiffer(t *testing.T) {
	var docs []document
	for i := range 40 {
		docs = append(docs, document{row: row{ID: "wmt22/x/" + strconv.Itoa(i), Group: "g" + strconv.Itoa(i/10), Label: machineTranslated}, words: 100})
	}
	first, second := sample(docs, 0), sample(docs, 1)
	if len(first) != 4*perGroup || len(second) != len(first) {
		t.Fatalf("samples of %d and %d documents, want %d", len(first), len(second), 4*perGroup)
	}
	ids := func(docs []document) (out []string) {
		for _, d := range docs {
			out = append(out, d.ID)
		}
		return out
	}
	if slices.Equal(ids(first), ids(second)) {
		t.Error("another sample holds the same translations")
	}
}

func TestTheSameDataGiveTheSameWeights(t *testing.T) {
	rows := invented(150, 5)
	for i := range rows {
		if i%3 == 0 {
			rows[i].Label = humanTranslated
		}
	}
	a, b := fitContrasts(documents(rows)), fitContrasts(documents(rows))
	if a.bias != b.bias || !slices.Equal(a.w, b.w) || len(a.w) == 0 {
		t.Error("the same data give other weights")
	}
}
