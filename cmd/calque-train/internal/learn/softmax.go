package learn

import (
	"math"
	"runtime"
	"sync"
)

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

// chunks is the number of parts the examples are summed in: fixed, so that the
// sums come out the same whatever the number of processors.
const chunks = 2

// Fit minimises the weighted log-loss with an L2 penalty of the given strength
// (per unit of total weight), by L-BFGS. The penalty pulls towards prior where
// there is one, else towards zero.
func Fit(examples []Example, features, classes int, l2 float64, iterations int, prior []float64) *Softmax {
	m := &Softmax{Classes: classes, Features: features, W: make([]float64, (features+1)*classes)}
	copy(m.W, prior)
	total := 0.0
	for i := range examples {
		total += examples[i].Weight
	}
	grads := [chunks][]float64{}
	for c := range grads {
		grads[c] = make([]float64, len(m.W))
	}
	objective := func(w, g []float64) float64 {
		losses := [chunks]float64{}
		var wg sync.WaitGroup
		limit := make(chan struct{}, runtime.GOMAXPROCS(0))
		for c := range chunks {
			wg.Add(1)
			go func() {
				defer wg.Done()
				limit <- struct{}{}
				losses[c] = gradient(examples[len(examples)*c/chunks:len(examples)*(c+1)/chunks], features, classes, w, grads[c])
				<-limit
			}()
		}
		wg.Wait()
		loss := 0.0
		for c := range losses {
			loss += losses[c]
		}
		inv := 1 / total
		loss *= inv
		penalised := features * classes
		for i := range g {
			s := 0.0
			for c := range grads {
				s += grads[c][i]
			}
			s *= inv
			if i < penalised {
				d := w[i]
				if prior != nil {
					d -= prior[i]
				}
				loss += 0.5 * l2 * d * d
				s += l2 * d
			}
			g[i] = s
		}
		return loss
	}
	lbfgs(m.W, objective, iterations)
	return m
}

func gradient(examples []Example, features, k int, w, g []float64) float64 {
	clear(g)
	loss := 0.0
	p := make([]float64, k)
	m := Softmax{Classes: k, Features: features, W: w}
	for i := range examples {
		e := &examples[i]
		m.Scores(e.X, p)
		lse := logSumExp(p)
		loss += e.Weight * (lse - p[e.Class])
		for c := range p {
			p[c] = e.Weight * math.Exp(p[c]-lse)
		}
		p[e.Class] -= e.Weight
		for c := range p {
			g[features*k+c] += p[c]
		}
		for j, f := range e.X.Index {
			v := float64(e.X.Value[j])
			gf := g[int(f)*k : int(f)*k+k]
			for c := range gf {
				gf[c] += v * p[c]
			}
		}
	}
	return loss
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
