package reports

import (
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s is %.5f, not %.5f", what, got, want)
	}
}

// The figures are those of common statistics packages, or worked out by hand:
// U is 10 and its mean 50 in the rank test.
func TestChance(t *testing.T) {
	low, high := wilson(8, 10)
	near(t, "Wilson low of 8 in 10", low, 0.49016, 1e-4)
	near(t, "Wilson high of 8 in 10", high, 0.94331, 1e-4)
	if low, high := wilson(0, 0); low != 0 || high != 1 {
		t.Errorf("nothing known is %v to %v", low, high)
	}
	if low, high := wilson(0, 20); low != 0 || high < 0.15 || high > 0.17 {
		t.Errorf("0 of 20 is %v to %v", low, high)
	}

	near(t, "Fisher, the lady's tea", sharesDiffer(3, 4, 1, 4), 0.48571, 1e-4)
	near(t, "Fisher, 1 of 20 and 4 of 20", sharesDiffer(1, 20, 4, 20), 0.34161, 1e-4)
	near(t, "the z-test, 60 of 100 and 40 of 100", sharesDiffer(60, 100, 40, 100), 0.00720, 1e-4)
	near(t, "the same share", sharesDiffer(30, 100, 300, 1000), 1, 0.01)

	near(t, "equal rates", ratesDiffer(10, 1000, 10, 1000, 1), 1, 1e-9)
	if once, clumped := ratesDiffer(10, 1000, 30, 1000, 1), ratesDiffer(10, 1000, 30, 1000, 4); once > 0.01 || clumped < 0.05 {
		t.Errorf("10 and 30 findings: %.4f scattered, %.4f in clumps", once, clumped)
	}

	a, b := spread{}, spread{}
	for i := range 10 {
		a.add(float64(i))
		b.add(float64(i) + 5.5)
	}
	near(t, "the rank test", ranksDiffer(a, b), 0.00283, 1e-5)
	near(t, "the rank test of a spread with itself", ranksDiffer(a, a), 1, 1e-9)
	same := spread{1000: 50}
	near(t, "the rank test of one value", ranksDiffer(same, same), 1, 1e-9)
	near(t, "the median of 0 to 9", a.median(), 4.5, 1e-9)

	for i, want := range []float64{0.02, 0.04, 0.04, 0.05} {
		near(t, "Benjamini-Hochberg", adjusted([]float64{0.005, 0.02, 0.03, 0.05})[i], want, 1e-9)
	}
}
