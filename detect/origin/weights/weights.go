// Package weights is the form in which what the origin model has learned is
// stored and applied: quantised linear weights of hashed features, and the
// calibration that turns their sums into probabilities.
package weights

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"sync"

	"github.com/calque-check/calque/detect/origin/features"
)

const magic = "calque-origin/1\n"

// A Header is the small part of a model.
type Header struct {
	Version   string    // of the model, as in its card
	Use       []int     // the kinds of features it weighs
	Scale     []float64 // of each column of the origin head's weights
	Bias      []float64 // of each column
	Origin    [2]Curve  // how the columns become log-odds
	Languages []string  // the columns of the language head, ISO 639-1
	LangScale []float64
	LangBias  []float64
	Language  Temperature
}

// A Curve turns a raw sum into log-odds, given the number of words: short
// texts leave more doubt.
type Curve struct{ Gain, GainPerLog, Bias float64 }

// At is the factor and the constant for a text of so many words.
func (c Curve) At(words int) (gain, bias float64) {
	l := math.Log(math.Min(math.Max(float64(words), 40), 1600) / 250)
	return math.Exp(c.Gain + c.GainPerLog*l), c.Bias
}

// A Temperature turns the sums of the language head into probabilities; Other
// is the log-odds of a language that the model does not know.
type Temperature struct{ Gain, Other float64 }

// A Head is a table of quantised weights: for each feature that has any, one
// int8 for each column.
type Head struct {
	Columns int
	Present []byte // one bit for each hash
	Weights []byte // int8, feature by feature in order of their hashes
	rank    []uint32
}

// A Model is everything learned.
type Model struct {
	Header
	Head, Lang Head
	use        [features.Kinds]bool
	scratch    sync.Pool
}

// MachineNative and MachineHuman are the columns of the origin head: the
// log-odds of machine translation against native English and against human
// translation.
const (
	MachineNative = iota
	MachineHuman
	usual // not weights: the features' mean values in native articles

	Columns int = iota
)

// NewHead quantises rows of weights, given for each hash or nil, and returns
// the scale of each column: a weight is its int8 times the scale. Features with
// weight zero stay: they count in the length of a text's vector.
func NewHead(rows [][]float64, columns int) (Head, []float64) {
	h := Head{Columns: columns, Present: make([]byte, 1<<features.Bits/8)}
	scale := make([]float64, columns)
	for _, r := range rows {
		for c, v := range r {
			scale[c] = math.Max(scale[c], math.Abs(v)/127)
		}
	}
	for hash, r := range rows {
		if r == nil {
			continue
		}
		h.Present[hash/8] |= 1 << (hash % 8)
		for c, v := range r {
			h.Weights = append(h.Weights, byte(int8(math.Round(v/scale[c]))))
		}
	}
	return h, scale
}

// Encode is the stored form of the model.
func (m *Model) Encode() ([]byte, error) {
	head, err := json.Marshal(m.Header)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(magic)
	for _, part := range [][]byte{head, m.Head.Present, m.Head.Weights, m.Lang.Present, m.Lang.Weights} {
		if err := binary.Write(&b, binary.LittleEndian, uint32(len(part))); err != nil {
			return nil, err
		}
		b.Write(part)
	}
	return b.Bytes(), nil
}

// Decode reads the stored form. The model keeps slices of it.
func Decode(stored []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(stored, []byte(magic))
	if !ok {
		return nil, errors.New("origin model: not a model of this version")
	}
	var parts [5][]byte
	for i := range parts {
		if len(rest) < 4 {
			return nil, errors.New("origin model: cut short")
		}
		n := int(binary.LittleEndian.Uint32(rest))
		if len(rest)-4 < n {
			return nil, errors.New("origin model: cut short")
		}
		parts[i], rest = rest[4:4+n], rest[4+n:]
	}
	m := &Model{}
	if err := json.Unmarshal(parts[0], &m.Header); err != nil {
		return nil, fmt.Errorf("origin model: %w", err)
	}
	m.Head = Head{Columns: len(m.Scale), Present: parts[1], Weights: parts[2]}
	m.Lang = Head{Columns: len(m.Languages), Present: parts[3], Weights: parts[4]}
	return m, m.Prepare()
}

// Prepare makes a model ready to be applied.
func (m *Model) Prepare() error {
	if len(m.Bias) != 2 || len(m.LangBias) != len(m.Languages) || len(m.LangScale) != len(m.Languages) || len(m.Scale) != Columns {
		return errors.New("origin model: columns do not agree")
	}
	for _, k := range m.Use {
		if k < 0 || k >= features.Kinds {
			return errors.New("origin model: unknown features")
		}
		m.use[k] = true
	}
	if err := m.Head.prepare(); err != nil {
		return err
	}
	n := len(m.Head.Weights) / Columns
	m.scratch.New = func() any { s := make([]uint16, n+1); return &s }
	return m.Lang.prepare()
}

func (h *Head) prepare() error {
	if len(h.Present) != 1<<features.Bits/8 {
		return errors.New("origin model: wrong size of table")
	}
	h.rank = make([]uint32, len(h.Present)/8+1)
	n := uint32(0)
	for i := range len(h.Present) / 8 {
		h.rank[i] = n
		n += uint32(bits.OnesCount64(binary.LittleEndian.Uint64(h.Present[i*8:])))
	}
	h.rank[len(h.rank)-1] = n
	if int(n)*h.Columns != len(h.Weights) {
		return errors.New("origin model: wrong number of weights")
	}
	return nil
}

// id is the place of a feature in the table, -1 when it has no weight.
func (h *Head) id(hash uint32) int {
	word := binary.LittleEndian.Uint64(h.Present[hash/64*8:])
	bit := hash % 64
	if word>>bit&1 == 0 {
		return -1
	}
	return int(h.rank[hash/64]) + bits.OnesCount64(word&(1<<bit-1))
}

// A Sum is what a head says of a text before calibration.
type Sum struct {
	Total    [2]float64
	Each     [][2]float64 // of each of the text's grams; they add up to Total less the biases
	Language []float64
	Known    int // grams that have a weight
}

// Apply weighs the features of a text.
func (m *Model) Apply(t *features.Text) Sum {
	s := Sum{Each: make([][2]float64, len(t.Grams)), Language: make([]float64, len(m.Languages))}
	counts := *m.scratch.Get().(*[]uint16)
	ids := make([]int32, len(t.Grams))
	for i, g := range t.Grams {
		id := -1
		if m.use[g.Kind] {
			id = m.Head.id(g.Hash)
		}
		ids[i] = int32(id)
		if id >= 0 {
			s.Known++
			if counts[id] < math.MaxUint16 {
				counts[id]++
			}
		}
	}
	// A feature counts once, however often a text has it: of what is frequent
	// in an article much is its topic. The occurrences share that out.
	norm := 0.0
	for _, id := range ids {
		if id >= 0 {
			norm += 1 / float64(counts[id])
		}
	}
	inv := 1 / math.Sqrt(norm+1e-9)
	for i, id := range ids {
		if id < 0 {
			continue
		}
		x := inv / float64(counts[id])
		for c := range s.Each[i] {
			v := x * float64(int8(m.Head.Weights[int(id)*Columns+c])) * m.Scale[c]
			s.Each[i][c] = v
			s.Total[c] += v
		}
		if l := m.Lang.id(t.Grams[i].Hash); l >= 0 {
			w := m.Lang.Weights[l*m.Lang.Columns:]
			for c := range s.Language {
				s.Language[c] += x * float64(int8(w[c])) * m.LangScale[c]
			}
		}
	}
	for _, id := range ids {
		if id >= 0 {
			counts[id] = 0
		}
	}
	m.scratch.Put(&counts)
	for c := range s.Total {
		s.Total[c] += m.Bias[c]
	}
	for c := range s.Language {
		s.Language[c] += m.LangBias[c]
	}
	return s
}

// Probabilities are those of native English, human translation and machine
// translation, given the calibrated log-odds of machine against the other two.
func Probabilities(machineNative, machineHuman float64) (native, human, machine float64) {
	top := max(0, -machineNative, -machineHuman)
	n, h, m := math.Exp(-machineNative-top), math.Exp(-machineHuman-top), math.Exp(-top)
	sum := n + h + m
	return n / sum, h / sum, m / sum
}

// LogOdds are the calibrated log-odds of machine translation against native
// English and against human translation.
func (m *Model) LogOdds(total [2]float64, words int) (machineNative, machineHuman float64) {
	gn, bn := m.Origin[MachineNative].At(words)
	gh, bh := m.Origin[MachineHuman].At(words)
	return gn*total[MachineNative] + bn, gh*total[MachineHuman] + bh
}

// LanguageProbabilities are the probabilities of the source languages, and
// last that of a language the model does not know.
func (m *Model) LanguageProbabilities(scores []float64) []float64 {
	p := make([]float64, len(scores)+1)
	top := m.Language.Other
	for i, s := range scores {
		p[i] = m.Language.Gain * s
		top = max(top, p[i])
	}
	p[len(scores)] = m.Language.Other
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// Fingerprint is the beginning of the SHA-256 of a stored model, in hex.
func Fingerprint(stored []byte) string {
	sum := sha256.Sum256(stored)
	return hex.EncodeToString(sum[:8])
}

// Excess is what the occurrences of a feature in a text add to the log-odds of
// machine translation against native English, before calibration, beyond what
// the feature adds in native articles as a rule. Together is what they add.
func (m *Model) Excess(hash uint32, together float64) float64 {
	id := m.Head.id(hash)
	if id < 0 {
		return together
	}
	w := m.Head.Weights[id*Columns:]
	mean := float64(int8(w[usual])) * m.Scale[usual]
	return together - mean*float64(int8(w[MachineNative]))*m.Scale[MachineNative]
}
