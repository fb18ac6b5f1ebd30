package article

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestStored stores the articles of all formats and takes them up again: every
// place in the text leads to the same line and column as before.
func TestStored(t *testing.T) {
	n := 0
	r := &Reader{}
	for item, err := range r.Items("testdata/formats", "testdata/layout", "testdata/pages", "../../testdata") {
		if err != nil {
			continue
		}
		a, err := r.Load(item)
		if err != nil {
			continue
		}
		n++
		data := a.Append(nil)
		back, rest, err := Stored(string(data)+"after", a.Origin())
		if err != nil || rest != "after" {
			t.Fatalf("%s: %v, rest %q", item.Path, err, rest)
		}
		if string(back.Append(nil)) != string(data) {
			t.Errorf("%s: storing it again gives other bytes", item.Path)
		}
		if back.Words() != a.Words() {
			t.Errorf("%s: %d words, not %d", item.Path, back.Words(), a.Words())
		}
		back = back.Segmented()
		if d := cmp.Diff(a, back, cmpopts.IgnoreUnexported(Article{}), cmp.AllowUnexported(Token{}), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: %s", item.Path, d)
		}
		for i := range len(a.Text) + 1 {
			l, c := a.Position(i)
			if line, column := back.Position(i); line != l || column != c {
				t.Fatalf("%s: byte %d of %q: %d:%d, not %d:%d", item.Path, i, a.Text, line, column, l, c)
			}
		}
		for _, x := range a.Removed {
			l, c := a.InputPosition(x.Input)
			if line, column := back.InputPosition(x.Input); line != l || column != c {
				t.Errorf("%s: removed %q: %d:%d, not %d:%d", item.Path, x.Text, line, column, l, c)
			}
		}
		for _, cut := range []int{0, 1, len(data) / 3, len(data) / 2, len(data) - 1} {
			if _, _, err := Stored(string(data[:cut]), Origin{}); err == nil {
				t.Errorf("%s: cut short at %d of %d bytes, and nothing is said", filepath.Base(item.Path), cut, len(data))
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d articles", n)
	}
}
