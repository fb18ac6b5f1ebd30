package learn

import "math"

// lbfgs minimises f from x, in place, by the limited-memory BFGS method
// (Nocedal and Wright, Numerical Optimization, algorithm 7.5) with a
// backtracking line search.
func lbfgs(x []float64, f func(x, g []float64) float64, iterations int) {
	const memory = 6
	n := len(x)
	g, next, gNext, d := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	var ss, ys [][]float64
	var rhos []float64
	fx := f(x, g)
	for it := range iterations {
		copy(d, g)
		alpha := make([]float64, len(ss))
		for i := len(ss) - 1; i >= 0; i-- {
			alpha[i] = rhos[i] * dot(ss[i], d)
			axpy(-alpha[i], ys[i], d)
		}
		if m := len(ss); m > 0 {
			scale(1/(rhos[m-1]*dot(ys[m-1], ys[m-1])), d)
		}
		for i := range ss {
			axpy(alpha[i]-rhos[i]*dot(ys[i], d), ss[i], d)
		}
		slope := -dot(d, g)
		if slope >= 0 {
			return
		}
		step := 1.0
		if it == 0 {
			step = 1 / math.Sqrt(-slope)
		}
		var fNext float64
		for try := 0; ; try++ {
			copy(next, x)
			axpy(-step, d, next)
			fNext = f(next, gNext)
			if fNext <= fx+1e-4*step*slope {
				break
			}
			if try == 20 {
				return
			}
			step /= 2
		}
		s, y := make([]float64, n), make([]float64, n)
		if len(ss) == memory {
			s, y = ss[0], ys[0]
			ss, ys, rhos = ss[1:], ys[1:], rhos[1:]
		}
		for i := range s {
			s[i], y[i] = next[i]-x[i], gNext[i]-g[i]
		}
		if sy := dot(s, y); sy > 1e-12 {
			ss, ys, rhos = append(ss, s), append(ys, y), append(rhos, 1/sy)
		}
		copy(x, next)
		copy(g, gNext)
		if fx-fNext < 1e-6*math.Abs(fx) {
			return
		}
		fx = fNext
	}
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

func axpy(k float64, a, b []float64) {
	for i, v := range a {
		b[i] += k * v
	}
}

func scale(k float64, a []float64) {
	for i := range a {
		a[i] *= k
	}
}
