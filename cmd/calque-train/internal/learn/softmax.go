// Package learn fits linear models to sparse vectors and measures how well
// they tell labels apart.
package learn

import "math"

// A Sparse vector has its indices in increasing order.
type Sparse struct {
	Index []uint32
	Value []float32
}

// An Example is one vector with its class and how much it counts.
type Example struct {
	X      Sparse
	Class  int
	Weight float64
}

// A Softmax is a multinomial logistic regression. The weights of one feature
// stand side by side: W[feature*Classes+class]; the biases are the last row.
type Softmax struct {
	Classes, Features int
	W                 []float64
}

// Scores are the log-odds of the classes, up to a common constant.
func (m *Softmax) Scores(x Sparse, out []float64) {
	k := m.Classes
	copy(out, m.W[m.Features*k:])
	for i, f := range x.Index {
		v := float64(x.Value[i])
		w := m.W[int(f)*k : int(f)*k+k]
		for c := range w {
			out[c] += v * w[c]
		}
	}
}

func logSumExp(s []float64) float64 {
	top := s[0]
	for _, v := range s[1:] {
		top = max(top, v)
	}
	sum := 0.0
	for _, v := range s {
		sum += math.Exp(v - top)
	}
	return top + math.Log(sum)
}
