package learn

import "math"

// FitSGD minimises the weighted log-loss by stochastic gradient descent with a
// step of its own for each weight (AdaGrad), for a few rounds through the
// examples. It is several times faster than a method that goes to the minimum,
// and what it gives generalises better. The L2 penalty of a weight is laid on
// it in the examples that touch it.
func FitSGD(examples []Example, features, classes int, l2, rate float64, rounds int) *Softmax {
	return FitDropout(examples, features, classes, l2, rate, rounds, 0)
}

// FitDropout is FitSGD with a share of each example's features left out at
// random, other ones in each round, and the rest made larger so that the vector
// keeps its length. No feature can then rely on others to be there: weight is
// spread over all that tell the same thing (Srivastava et al., JMLR 2014).
func FitDropout(examples []Example, features, classes int, l2, rate float64, rounds int, drop float64) *Softmax {
	k := classes
	// A row holds the weights of a feature, the sums of their squared gradients
	// and its decay: what one example needs of a feature lies side by side.
	stride := 2*k + 1
	rows := make([]float32, (features+1)*stride)
	for f := range features + 1 {
		for c := range k {
			rows[f*stride+k+c] = 1e-8
		}
	}
	mean := 0.0
	for i := range examples {
		for _, f := range examples[i].X.Index {
			rows[int(f)*stride+2*k]++
		}
		mean += examples[i].Weight
	}
	mean /= float64(len(examples))
	for f := range features {
		if n := &rows[f*stride+2*k]; *n > 0 {
			*n = float32(l2 * float64(len(examples)) / float64(*n))
		}
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	state := uint64(1)
	p := make([]float64, k)
	pull := make([]float32, k)
	bias := rows[features*stride:]
	var left Sparse
	for round := range rounds {
		for i := len(order) - 1; i > 0; i-- {
			j := int(draw(&state) % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		lr := float32(rate / math.Sqrt(float64(round+1)))
		for _, i := range order {
			e := &examples[i]
			x := e.X
			if drop > 0 {
				left.thin(x, drop, &state)
				x = left
			}
			for c := range p {
				p[c] = float64(bias[c])
			}
			for j, f := range x.Index {
				v := x.Value[j]
				for c, w := range rows[int(f)*stride:][:k] {
					p[c] += float64(v * w)
				}
			}
			lse := logSumExp(p)
			weight := e.Weight / mean
			for c := range p {
				p[c] = math.Exp(p[c]-lse) * weight
			}
			p[e.Class] -= weight
			for c := range pull {
				pull[c] = float32(p[c])
				descend(&bias[c], &bias[k+c], pull[c], lr)
			}
			for j, f := range x.Index {
				v := x.Value[j]
				row := rows[int(f)*stride:][:stride]
				for c, q := range pull {
					descend(&row[c], &row[k+c], v*q+row[2*k]*row[c], lr)
				}
			}
		}
	}
	m := &Softmax{Classes: k, Features: features, W: make([]float64, (features+1)*k)}
	for f := range features + 1 {
		for c := range k {
			m.W[f*k+c] = float64(rows[f*stride+c])
		}
	}
	return m
}

// descend takes one step of AdaGrad: squares is the sum of the squared
// gradients of the weight so far.
func descend(weight, squares *float32, gradient, rate float32) {
	*squares += gradient * gradient
	*weight -= rate * gradient / float32(math.Sqrt(float64(*squares)))
}

// draw is the next number below 2^31 of a linear congruential generator.
func draw(state *uint64) uint64 {
	*state = *state*6364136223846793005 + 1442695040888963407
	return *state >> 33
}

// thin makes s a copy of x without a share of its features.
func (s *Sparse) thin(x Sparse, drop float64, state *uint64) {
	limit := uint64(drop * (1 << 31))
	longer := float32(1 / math.Sqrt(1-drop))
	s.Index, s.Value = s.Index[:0], s.Value[:0]
	for j, f := range x.Index {
		if draw(state) >= limit {
			s.Index, s.Value = append(s.Index, f), append(s.Value, x.Value[j]*longer)
		}
	}
}
