package pack

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u, i := rapid.IntRange(0, math.MaxInt).Draw(t, "u"), rapid.Int().Draw(t, "i")
		f, ok := rapid.Float64().Draw(t, "f"), rapid.Bool().Draw(t, "ok")
		s, list := rapid.String().Draw(t, "s"), rapid.SliceOf(rapid.String()).Draw(t, "list")
		b := Strings(String(Bool(Float(Int(Uint(nil, u), i), f), ok), s), list)
		b = Strings(Strings(b, nil), list)
		r := NewReader(string(b))
		if r.Uint() != u || r.Int() != i || r.Float() != f || r.Bool() != ok || r.String() != s || !slices.Equal(r.Strings(), list) || r.Strings() != nil || !slices.Equal(r.Strings(), list) || r.Err() != nil || r.Rest() != "" {
			t.Fatal("not what was packed")
		}
		cut := NewReader(string(b[:rapid.IntRange(0, len(b)-1).Draw(t, "cut")]))
		_, _, _, _, _, _, _, _ = cut.Uint(), cut.Int(), cut.Float(), cut.Bool(), cut.String(), cut.Strings(), cut.Strings(), cut.Strings()
		if cut.Err() == nil {
			t.Fatal("cut short, and nothing is said")
		}
	})
}
