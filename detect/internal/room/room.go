// Package room makes slices that serve for one article after another.
package room

// ahead is how many values there is room for at most beyond those that are
// needed.
const ahead = 1 << 14

// For is a slice of n values in the room of s, or in new room where that is too
// small: twice as much as is needed, for as a rule articles that are still larger
// follow. What the values are is left open.
func For[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s[:n]
	}
	return make([]T, n, n+min(n, ahead))
}
