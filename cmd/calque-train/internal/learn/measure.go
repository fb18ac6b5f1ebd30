package learn

import (
	"math"
	"slices"
)

// AUC is the area under the ROC curve: the chance that a positive scores above
// a negative, ties counting half.
func AUC(positive, negative []float64) float64 {
	neg := slices.Sorted(slices.Values(negative))
	if len(neg) == 0 || len(positive) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for _, p := range positive {
		lo, _ := slices.BinarySearch(neg, p)
		hi := lo
		for hi < len(neg) && neg[hi] == p {
			hi++
		}
		sum += float64(lo) + float64(hi-lo)/2
	}
	return sum / float64(len(neg)) / float64(len(positive))
}

// RecallAt is the share of positives above the score that at most the given
// share of negatives exceed.
func RecallAt(positive, negative []float64, falseAlarms float64) float64 {
	neg := slices.Sorted(slices.Values(negative))
	if len(neg) == 0 || len(positive) == 0 {
		return math.NaN()
	}
	limit := neg[len(neg)-1-int(falseAlarms*float64(len(neg)))]
	n := 0
	for _, p := range positive {
		if p > limit {
			n++
		}
	}
	return float64(n) / float64(len(positive))
}
