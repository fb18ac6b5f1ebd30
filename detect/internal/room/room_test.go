package room

import "testing"

// Room is made again only for more than there is room for, and there is more then
// than was asked for.
func TestFor(t *testing.T) {
	made := 0
	var s []int32
	for n := 1; n <= 5*ahead; n++ {
		had := cap(s)
		if s = For(s, n); len(s) != n {
			t.Fatalf("%d values, want %d", len(s), n)
		}
		if cap(s) != had {
			made++
		}
		if cap(s) > n+2*ahead {
			t.Fatalf("room for %d values where %d are needed", cap(s), n)
		}
	}
	if made > 20 {
		t.Errorf("made %d times", made)
	}
	if s = For(s, 3); len(s) != 3 || cap(s) < 5*ahead {
		t.Errorf("%d values in room for %d", len(s), cap(s))
	}
}
