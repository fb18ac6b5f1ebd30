package main

import (
	"math"
	"testing"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

func TestEvenOut(t *testing.T) {
	var examples []learn.Example
	var cells []string
	add := func(cell string, class, n int) {
		for range n {
			examples, cells = append(examples, learn.Example{Class: class, Weight: 1}), append(cells, cell)
		}
	}
	add("2020 de", 0, 4)
	add("2020 de", 1, 9)
	add("2021 cs", 0, 1)
	add("2021 cs", 1, 5)
	add("2022 fr", 1, 7)
	out := evenOut(examples, cells)
	if len(out) != 19 {
		t.Fatalf("%d examples kept, want the 19 of cells with both labels", len(out))
	}
	total := [2]float64{}
	for _, e := range out {
		total[e.Class] += e.Weight
	}
	if want := 2.0 + 1.0; math.Abs(total[0]-want) > 1e-9 || math.Abs(total[1]-want) > 1e-9 {
		t.Errorf("the labels count %v, want %v each", total, want)
	}
	if only := evenOut(examples[:4], cells[:4]); len(only) != 4 || only[0].Weight != 1 {
		t.Error("examples of one label only were not left as they are")
	}
}
