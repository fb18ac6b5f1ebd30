package weights

import (
	"bytes"
	"math"
	"math/bits"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/origin/features"
)

// plainSum weighs a text the slow way: each feature looked up by itself.
func plainSum(m *Model, text *features.Text) (total [2]float64, languages []float64) {
	// of is a feature's weights, nil where it has none.
	of := func(h Head, hash uint32) []byte {
		if h.Present[hash/8]>>(hash%8)&1 == 0 {
			return nil
		}
		before := bits.OnesCount8(h.Present[hash/8] & (1<<(hash%8) - 1))
		for _, b := range h.Present[:hash/8] {
			before += bits.OnesCount8(b)
		}
		return h.Weights[before*h.Columns:]
	}
	distinct := map[uint32]bool{}
	for _, g := range text.Grams {
		if of(m.Head, g.Hash()) != nil {
			distinct[g.Hash()] = true
		}
	}
	total, languages = [2]float64(m.Bias), append([]float64(nil), m.LangBias...)
	for hash := range distinct {
		unit := 1 / math.Sqrt(float64(len(distinct))+1e-9)
		w := of(m.Head, hash)
		for c := range total {
			total[c] += unit * m.Scale[c] * float64(int8(w[c]))
		}
		if w := of(m.Lang, hash); w != nil {
			for c := range languages {
				languages[c] += unit * m.LangScale[c] * float64(int8(w[c]))
			}
		}
	}
	return total, languages
}

// shipped is the model as it is embedded.
func shipped(t *testing.T) *Model {
	t.Helper()
	stored, err := os.ReadFile("../model.bin")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Decode(stored)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestApplyAgreesWithThePlainWay(t *testing.T) {
	m := shipped(t)
	var s Sum // used again for each text, as in practice
	for _, text := range []string{
		"", "One.",
		"The ferry to Port Ellery was cancelled on Monday, according to its owner, who said that the engine had failed twice in a week.",
		strings.Repeat("It is important to note that the mayor, Anna Berg, did not attend. ", 7),
		"\"We can't,\" she said. The U.S. envoy isn't sure (he told the B.B.C.) – 40% of 1,200 boats, it's said, won't sail.",
	} {
		read := features.Of(text)
		m.ApplyTo(read, &s)
		total, languages := plainSum(m, read)
		got := append(s.Total[:], m.LanguageScores(&s)...)
		for i, want := range append(total[:], languages...) {
			if math.Abs(got[i]-want) > 1e-9 {
				t.Errorf("%.20q: column %d is %v, the plain way %v", text, i, got[i], want)
			}
		}
	}
}

func TestOccurrencesAreChained(t *testing.T) {
	m, text := tiny(t)
	var o Occurrences
	o.Read(m.Apply(text))
	if len(o.Features) != 3 {
		t.Errorf("%d features, want 2 and what stands for all others", len(o.Features))
	}
	for i := 1; i < len(o.Features); i++ {
		f := &o.Features[i]
		n, first := int32(0), f.Last
		for g := f.Last; g >= 0; g = o.Earlier[g] {
			if int(o.Of[g]) != i || text.Grams[g].Hash() != text.Grams[f.Last].Hash() || g > first {
				t.Errorf("gram %d is not of feature %d, or out of order", g, i)
			}
			first = g
			n++
		}
		if o.First(f) != first {
			t.Errorf("feature %d: the first gram is %d, want %d", i, o.First(f), first)
		}
		if n != f.N {
			t.Errorf("feature %d: %d grams, want %d", i, n, f.N)
		}
	}
}

// tiny is a model of two features.
func tiny(t *testing.T) (*Model, *features.Text) {
	t.Helper()
	text := features.Of("The talks failed. The talks had failed before.")
	rows := make([][]float64, 1<<features.Bits)
	rows[text.Grams[0].Hash()] = []float64{1, -.5}
	rows[text.Grams[3].Hash()] = []float64{-.25, .5}
	m := &Model{Header: Header{
		Version: "test", Use: []int{0, 1, 2, 3, 4}, Bias: []float64{.1, .2},
		Languages: []string{"de", "ru"}, LangBias: []float64{0, 1}, Language: Temperature{Gain: 1},
	}}
	m.Head, m.Scale = NewHead(rows, Columns)
	m.SetUsual([]float64{.25, 0})
	m.Lang, m.LangScale = NewHead(rows, 2)
	if err := m.Prepare(); err != nil {
		t.Fatal(err)
	}
	return m, text
}

func TestEncodeAndDecode(t *testing.T) {
	m, text := tiny(t)
	stored, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(stored)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(stored, again) {
		t.Error("a model read back is stored differently")
	}
	a, b := m.Apply(text), back.Apply(text)
	if a.Total != b.Total || a.Features() != b.Features() {
		t.Errorf("a model read back judges differently: %v, %v", a, b)
	}
	if a.Features() == 0 {
		t.Error("no feature is known")
	}
}

func TestEachAddsUp(t *testing.T) {
	m, text := tiny(t)
	s := m.Apply(text)
	var o Occurrences
	o.Read(s)
	for c := range s.Total {
		sum := m.Bias[c]
		for _, f := range o.Of {
			sum += o.Effects[f].Adds[c] * m.Scale[c]
		}
		if math.Abs(sum-s.Total[c]) > 1e-12 {
			t.Errorf("column %d: grams sum to %v, total %v", c, sum, s.Total[c])
		}
	}
	if again := m.Apply(text); again.Total != s.Total {
		t.Error("applying a model changes it")
	}
}

func TestProbabilities(t *testing.T) {
	for _, z := range [][2]float64{{0, 0}, {800, -800}, {-800, -800}, {3, 1}} {
		n, h, mt := Probabilities(z[0], z[1])
		if math.Abs(n+h+mt-1) > 1e-12 || math.IsNaN(n) {
			t.Errorf("%v: %v %v %v", z, n, h, mt)
		}
	}
	if n, h, mt := Probabilities(math.Log(4), math.Log(2)); math.Abs(mt/n-4) > 1e-9 || math.Abs(mt/h-2) > 1e-9 {
		t.Errorf("%v %v %v", n, h, mt)
	}
}

func TestDecodeRejectsDamage(t *testing.T) {
	m, _ := tiny(t)
	stored, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(stored); n += 997 {
		if _, err := Decode(stored[:n]); err == nil {
			t.Fatalf("a model cut off at %d was read", n)
		}
	}
}

func TestRepeatedFeatureCountsOnce(t *testing.T) {
	m, _ := tiny(t)
	sum := func(text string) float64 {
		s := m.Apply(features.Of(text))
		if s.Features() == 0 {
			t.Fatalf("no feature of %q is known", text)
		}
		return s.Total[MachineNative]
	}
	const once = "The talks failed. The talks had failed before."
	if a, b := sum(once), sum(once+" "+once+" "+once); math.Abs(a-b) > 1e-9 {
		t.Errorf("a text said three times sums to %v, once to %v", b, a)
	}
}

func TestLanguagesNeedTheOriginsFeatures(t *testing.T) {
	m, text := tiny(t)
	rows := make([][]float64, 1<<features.Bits)
	rows[text.Grams[1].Hash()] = []float64{1, -1}
	m.Lang, m.LangScale = NewHead(rows, 2)
	if err := m.Prepare(); err == nil {
		t.Error("a language head with a feature that the origin head lacks is taken")
	}
}

func TestOutstandingMissesNone(t *testing.T) {
	m := shipped(t)
	s := m.Apply(features.Of("The mayor, who has been in office since 2015, would have sold the ferry, according to the paper, and it is in this context that he resigned."))
	for _, size := range []float64{0, .001, .01, .03, .1, 1} {
		some := m.Outstanding(s, size, math.Inf(1))
		for i := 1; i <= s.Features(); i++ {
			if e := m.Excess(s, int32(i)); e != 0 && math.Abs(e) >= size && !slices.Contains(some, int32(i)) {
				t.Errorf("feature %d has an excess of %v, and is missing among those of %v", i, e, size)
			}
		}
		if slices.Contains(some, 0) {
			t.Errorf("what has no weight is among the features with an excess of %v", size)
		}
		if size == 1 && len(some) > 0 {
			t.Errorf("%d of %d features may have an excess of 1", len(some), s.Features())
		}
	}
}
