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
