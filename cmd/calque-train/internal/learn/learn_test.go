package learn

import (
	"math"
	"testing"
)

func TestAUC(t *testing.T) {
	for _, c := range []struct {
		positive, negative []float64
		want               float64
	}{
		{[]float64{3, 4}, []float64{1, 2}, 1},
		{[]float64{1, 2}, []float64{3, 4}, 0},
		{[]float64{1, 1}, []float64{1, 1}, .5},
		{[]float64{1, 3}, []float64{2, 4}, .25},
	} {
		if got := AUC(c.positive, c.negative); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("AUC(%v, %v) = %v, want %v", c.positive, c.negative, got, c.want)
		}
	}
	if !math.IsNaN(AUC(nil, []float64{1})) {
		t.Error("an AUC without positives is a number")
	}
}

func TestRecallAt(t *testing.T) {
	var negative []float64
	for i := range 100 {
		negative = append(negative, float64(i))
	}
	// One in a hundred may be a false alarm: the limit is the second highest.
	if got := RecallAt([]float64{97, 98, 98.5, 200}, negative, .01); got != .5 {
		t.Errorf("recall %v, want .5", got)
	}
}

func TestFitSGDTellsApart(t *testing.T) {
	var examples []Example
	for i := range 300 {
		class := i % 3
		examples = append(examples, Example{
			X:      Sparse{Index: []uint32{uint32(class), uint32(3 + i%7)}, Value: []float32{1, 1}},
			Class:  class,
			Weight: 1,
		})
	}
	m := FitSGD(examples, 10, 3, 1e-6, .1, 10)
	out := make([]float64, 3)
	for _, e := range examples {
		m.Scores(e.X, out)
		for c := range out {
			if c != e.Class && out[c] >= out[e.Class] {
				t.Fatalf("class %d scores %v", e.Class, out)
			}
		}
	}
	again := FitSGD(examples, 10, 3, 1e-6, .1, 10)
	for i := range m.W {
		if m.W[i] != again.W[i] {
			t.Fatal("the same examples give other weights")
		}
	}
}

func TestMinimise(t *testing.T) {
	x := []float64{5, -3}
	Minimise(x, func(x []float64) float64 { return (x[0]-1)*(x[0]-1) + 10*(x[1]-2)*(x[1]-2) + 1 }, 100)
	if math.Abs(x[0]-1) > .01 || math.Abs(x[1]-2) > .01 {
		t.Errorf("minimum at %v, want [1 2]", x)
	}
}
