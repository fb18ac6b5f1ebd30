package story

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestManySorted checks that numbers come in order, in memory and from files, few and
// many.
func TestManySorted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 100, 5000, 40_000} {
		for _, dir := range []string{"", t.TempDir()} {
			s := newSorter(dir, 6000)
			want := make([]uint64, n)
			for i := range want {
				want[i] = uint64(random.Uint32()>>random.IntN(32))<<32 | uint64(i)
				if err := s.add(want[i]); err != nil {
					t.Fatal(err)
				}
			}
			slices.Sort(want)
			var got []uint64
			if err := s.each(func(v uint64) error {
				got = append(got, v)
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d numbers, files %v: not in order", n, dir != "")
			}
			s.close()
		}
	}
}
