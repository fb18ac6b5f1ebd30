package learn

import (
	"math"
	"slices"
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

func TestThin(t *testing.T) {
	x := Sparse{}
	for i := range 10000 {
		x.Index, x.Value = append(x.Index, uint32(3*i)), append(x.Value, .01)
	}
	state := uint64(7)
	var first, second Sparse
	first.thin(x, .8, &state)
	second.thin(x, .8, &state)
	if n := len(first.Index); n < 1850 || n > 2150 {
		t.Errorf("%d of 10000 features left, want about a fifth", n)
	}
	if slices.Equal(first.Index, second.Index) {
		t.Error("the same features are left out twice")
	}
	length := 0.0
	for i, f := range first.Index {
		if f%3 != 0 || i > 0 && f <= first.Index[i-1] {
			t.Fatalf("feature %d is out of place", f)
		}
		length += float64(first.Value[i] * first.Value[i])
	}
	if math.Abs(length-1) > .08 {
		t.Errorf("squared length %v, want that of the whole, 1", length)
	}
}

// Of two features that tell the same thing, one seen in every example and one
// in every second, the rarer is worth more when the other may be missing.
func TestFitDropoutSpreadsWeight(t *testing.T) {
	var examples []Example
	for i := range 400 {
		class := uint32(i % 2)
		e := Example{X: Sparse{Index: []uint32{class}, Value: []float32{1}}, Class: int(class), Weight: 1}
		if i%4 < 2 {
			e.X.Index, e.X.Value = append(e.X.Index, 2+class), append(e.X.Value, 1)
		}
		examples = append(examples, e)
	}
	share := func(m *Softmax) float64 { return (m.W[3*2+1] - m.W[3*2]) / (m.W[1*2+1] - m.W[1*2]) }
	plain := share(FitDropout(examples, 4, 2, 1e-6, .1, 20, 0))
	spread := share(FitDropout(examples, 4, 2, 1e-6, .1, 20, .8))
	if spread < plain+.05 {
		t.Errorf("the rarer feature has %.2f of the other's weight with dropout, %.2f without", spread, plain)
	}
	if again := share(FitDropout(examples, 4, 2, 1e-6, .1, 20, .8)); again != spread {
		t.Error("the same examples give other weights")
	}
}

func TestMinimise(t *testing.T) {
	x := []float64{5, -3}
	Minimise(x, func(x []float64) float64 { return (x[0]-1)*(x[0]-1) + 10*(x[1]-2)*(x[1]-2) + 1 }, 100)
	if math.Abs(x[0]-1) > .01 || math.Abs(x[1]-2) > .01 {
		t.Errorf("minimum at %v, want [1 2]", x)
	}
}
