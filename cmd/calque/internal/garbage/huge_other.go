//go:build !linux

package garbage

// huge does nothing: only Linux has to be asked for large pages.
func huge(int) {}
