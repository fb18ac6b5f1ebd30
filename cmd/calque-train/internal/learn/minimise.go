package learn

// Minimise finds a minimum of a smooth function of few variables near x, in
// place; gradients are taken by differences.
func Minimise(x []float64, f func(x []float64) float64, iterations int) {
	const h = 1e-4
	lbfgs(x, func(x, g []float64) float64 {
		at := append([]float64(nil), x...)
		for i := range x {
			at[i] = x[i] + h
			up := f(at)
			at[i] = x[i] - h
			g[i] = (up - f(at)) / (2 * h)
			at[i] = x[i]
		}
		return f(x)
	}, iterations)
}
