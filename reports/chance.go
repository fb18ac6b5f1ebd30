package reports

import (
	"cmp"
	"math"
	"slices"
)

// normal95 is the quantile of the normal distribution for intervals of 95%.
const normal95 = 1.959963984540054

// wilson is the interval of 95% of a share of k among n (Wilson 1927). Unlike
// the textbook interval it is right for small numbers and at 0 and 1.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	p, size := float64(k)/float64(n), float64(n)
	z2 := normal95 * normal95
	middle := p + z2/(2*size)
	half := normal95 * math.Sqrt(p*(1-p)/size+z2/(4*size*size))
	return max(0, (middle-half)/(1+z2/size)), min(1, (middle+half)/(1+z2/size))
}

// bothSides is the probability of a normal value at least as far from 0.
func bothSides(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// sharesDiffer is the probability that two shares, k1 of n1 and k2 of n2,
// differ this much by chance: Fisher's exact test where a count is small, else
// the z-test with Yates's correction.
func sharesDiffer(k1, n1, k2, n2 int) float64 {
	n, k := n1+n2, k1+k2
	if n1 == 0 || n2 == 0 || k == 0 || k == n {
		return 1
	}
	least := float64(min(k, n-k)) * float64(min(n1, n2)) / float64(n)
	if least >= 5 {
		p := float64(k) / float64(n)
		scatter := math.Sqrt(p * (1 - p) * (1/float64(n1) + 1/float64(n2)))
		d := math.Abs(float64(k1)/float64(n1)-float64(k2)/float64(n2)) - (1/float64(n1)+1/float64(n2))/2
		return bothSides(max(0, d) / scatter)
	}
	log := func(x int) float64 { // the probability of x of the k on the first side
		return choose(k, x) + choose(n-k, n1-x) - choose(n, n1)
	}
	limit, sum := log(k1)+1e-9, 0.0
	for x := max(0, k-n2); x <= min(k, n1); x++ {
		if l := log(x); l <= limit {
			sum += math.Exp(l)
		}
	}
	return min(1, sum)
}

// choose is the logarithm of a binomial coefficient.
func choose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// ratesDiffer is the probability that two rates, x1 findings in w1 words and
// x2 in w2, differ this much by chance. Findings come in clumps, so the
// scatter of a Poisson count is widened by dispersion (1 for none), which is
// estimated from how the findings are spread over the articles.
func ratesDiffer(x1, w1, x2, w2 int, dispersion float64) float64 {
	x, w := float64(x1+x2), float64(w1+w2)
	if x == 0 || w1 == 0 || w2 == 0 {
		return 1
	}
	p := float64(w1) / w
	d := math.Abs(float64(x1)-x*p) - 0.5
	return bothSides(max(0, d) / math.Sqrt(x*p*(1-p)*max(1, dispersion)))
}

// ranksDiffer is the probability that two spreads of qualities differ this
// much by chance, by the rank test of Mann and Whitney with its correction for
// ties. It asks for nothing of how the qualities are spread.
func ranksDiffer(a, b spread) float64 {
	n1, n2 := float64(a.size()), float64(b.size())
	n := n1 + n2
	if n1 == 0 || n2 == 0 {
		return 1
	}
	tenths := map[int]bool{}
	for t := range a {
		tenths[t] = true
	}
	for t := range b {
		tenths[t] = true
	}
	order := make([]int, 0, len(tenths))
	for t := range tenths {
		order = append(order, t)
	}
	slices.Sort(order)
	ranks, ties, below := 0.0, 0.0, 0.0
	for _, t := range order {
		here := float64(a[t] + b[t])
		ranks += float64(a[t]) * (below + (here+1)/2)
		ties += here*here*here - here
		below += here
	}
	scatter := math.Sqrt(n1 * n2 / 12 * ((n + 1) - ties/(n*(n-1))))
	if scatter == 0 {
		return 1
	}
	d := math.Abs(ranks-n1*(n1+1)/2-n1*n2/2) - 0.5
	return bothSides(max(0, d) / scatter)
}

// adjusted are the probabilities after the correction of Benjamini and
// Hochberg for asking many questions at once: calling those below 0.05 a
// change is wrong for at most one in twenty of them.
func adjusted(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	out := make([]float64, len(p))
	least := 1.0
	for rank := len(order) - 1; rank >= 0; rank-- {
		i := order[rank]
		least = min(least, p[i]*float64(len(p))/float64(rank+1))
		out[i] = least
	}
	return out
}

// A spread is how many articles have which quality, in tenths of a point.
type spread map[int]int

func (s spread) add(quality float64) { s[int(math.Round(quality*10))]++ }

func (s spread) size() int {
	n := 0
	for _, k := range s {
		n += k
	}
	return n
}

// median is the median quality to a tenth of a point, 0 for no articles.
func (s spread) median() float64 {
	order := make([]int, 0, len(s))
	for t := range s {
		order = append(order, t)
	}
	slices.Sort(order)
	n := s.size()
	at := func(rank int) float64 { // the rank-th quality, from 0
		for _, t := range order {
			if rank < s[t] {
				return float64(t) / 10
			}
			rank -= s[t]
		}
		return 0
	}
	return (at((n-1)/2) + at(n/2)) / 2
}
