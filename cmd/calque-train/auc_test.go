package main

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestAUC holds auc against its definition.
func TestAUC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) []float64 {
			values := rapid.SliceOfN(rapid.IntRange(0, 5), 1, 12).Draw(t, name)
			out := make([]float64, len(values))
			for i, v := range values {
				out[i] = float64(v)
			}
			return out
		}
		negatives, positives := draw("negatives"), draw("positives")
		want := 0.0
		for _, n := range negatives {
			for _, p := range positives {
				switch {
				case p > n:
					want++
				case p == n:
					want += 0.5
				}
			}
		}
		want /= float64(len(negatives) * len(positives))
		if got := auc(negatives, positives); math.Abs(got-want) > 1e-9 {
			t.Fatalf("auc(%v, %v) = %v, want %v", negatives, positives, got, want)
		}
	})
}

// TestMacro checks that a small publisher counts as much as a large one, and
// that those with too few articles count for nothing.
func TestMacro(t *testing.T) {
	same := func(value float64, n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = value
		}
		return out
	}
	publishers := map[string][]float64{
		"large": same(0, 10*fewestArticles), // all below the positives
		"small": same(2, fewestArticles),    // all above them
		"tiny":  same(2, fewestArticles-1),
	}
	if got := macro(publishers, same(1, 5)); got != 0.5 {
		t.Errorf("macro = %v, want the mean of 1 and 0", got)
	}
}
