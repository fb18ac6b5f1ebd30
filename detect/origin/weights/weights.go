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

	"github.com/calque-check/calque/detect/origin/features"
)

const magic = "calque-origin/2\n"

// A Header is the small part of a model.
type Header struct {
	Version    string    // of the model, as in its card
	Use        []int     // the kinds of features it weighs
	Scale      []float64 // of each column of the origin head's weights
	Bias       []float64 // of each column
	UsualScale float64   // of the usual values
	Origin     [2]Curve  // how the columns become log-odds
	Languages  []string  // the columns of the language head, ISO 639-1
	LangScale  []float64
	LangBias   []float64
	Language   Temperature
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
}

// A Model is everything learned.
type Model struct {
	Header
	Head, Lang Head
	Usual      []byte // the features' mean values in native articles, an int8 for each row of Head

	use  uint64 // a bit for each kind
	head index  // of the rows of Head by hash
	lang index  // of the rows of Lang by row of Head
}

// An index says which numbers have a row in a table, and which row.
type index struct {
	present []byte   // one bit for each number, in a multiple of eight bytes
	before  []uint32 // for each 64 numbers how many of those before them have a row
}

// indexOf is the index of the numbers whose bits are set.
func indexOf(present []byte) (x index, rows int) {
	x = index{present, make([]uint32, len(present)/8)}
	for i := range x.before {
		x.before[i] = uint32(rows)
		rows += bits.OnesCount64(binary.LittleEndian.Uint64(present[8*i:]))
	}
	return x, rows
}

// at is the row of a number; has is 1 where the number has one, else 0.
func (x *index) at(number uint32) (row, has uint32) {
	of := binary.LittleEndian.Uint64(x.present[number/64*8:])
	return x.before[number/64] + uint32(bits.OnesCount64(of&(1<<(number%64)-1))), uint32(of>>(number%64)) & 1
}

// index is that of the head's rows by hash. It is an error when the head's table
// does not fit it.
func (h Head) index() (index, error) {
	if len(h.Present) != 1<<features.Bits/8 {
		return index{}, errors.New("origin model: wrong size of table")
	}
	x, rows := indexOf(h.Present)
	if rows*h.Columns != len(h.Weights) {
		return index{}, errors.New("origin model: wrong number of weights")
	}
	return x, nil
}

// MachineNative and MachineHuman are the columns of the origin head: the
// log-odds of machine translation against native English and against human
// translation.
const (
	MachineNative = iota
	MachineHuman

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
			h.Weights = append(h.Weights, quantised(v, scale[c]))
		}
	}
	return h, scale
}

// SetUsual quantises the mean values of features in native articles, given in
// the order of the head's rows.
func (m *Model) SetUsual(values []float64) {
	m.UsualScale, m.Usual = 0, make([]byte, len(values))
	for _, v := range values {
		m.UsualScale = math.Max(m.UsualScale, math.Abs(v)/127)
	}
	for i, v := range values {
		m.Usual[i] = quantised(v, m.UsualScale)
	}
}

func quantised(v, scale float64) byte { return byte(int8(math.Round(v / scale))) }

// Encode is the stored form of the model.
func (m *Model) Encode() ([]byte, error) {
	head, err := json.Marshal(m.Header)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(magic)
	for _, part := range [][]byte{head, m.Head.Present, m.Head.Weights, m.Usual, m.Lang.Present, m.Lang.Weights} {
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
	var parts [6][]byte
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
	m.Usual = parts[3]
	m.Lang = Head{Columns: len(m.Languages), Present: parts[4], Weights: parts[5]}
	return m, m.Prepare()
}

// Prepare makes a model ready to be applied.
func (m *Model) Prepare() error {
	if len(m.Bias) != Columns || len(m.LangBias) != len(m.Languages) || len(m.LangScale) != len(m.Languages) || len(m.Scale) != Columns {
		return errors.New("origin model: columns do not agree")
	}
	for _, k := range m.Use {
		if k < 0 || k >= features.Kinds {
			return errors.New("origin model: unknown features")
		}
		m.use |= 1 << k
	}
	if len(m.Usual)*Columns != len(m.Head.Weights) {
		return errors.New("origin model: wrong number of usual values")
	}
	var err error
	if m.head, err = m.Head.index(); err != nil {
		return err
	}
	byHash, err := m.Lang.index()
	if err != nil {
		return err
	}
	return m.findLanguages(byHash)
}

// findLanguages finds the rows of the language head by those of the origin
// head, given their index by hash. All its features must be among the latter's:
// no others are looked for in a text.
func (m *Model) findLanguages(byHash index) error {
	present := make([]byte, (len(m.Usual)/64+1)*8)
	for i := 0; i < len(byHash.present); i += 8 {
		rest := binary.LittleEndian.Uint64(byHash.present[i:])
		if rest&^binary.LittleEndian.Uint64(m.head.present[i:]) != 0 {
			return errors.New("origin model: languages have features that the origin head lacks")
		}
		for ; rest != 0; rest &= rest - 1 {
			row, _ := m.head.at(uint32(8*i + bits.TrailingZeros64(rest)))
			present[row/8] |= 1 << (row % 8)
		}
	}
	m.lang, _ = indexOf(present)
	return nil
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
	return m.CurvesAt(words).LogOdds(total)
}

// Curves turn raw sums of a text of a certain length into log-odds.
type Curves struct{ gain, bias [2]float64 }

// CurvesAt are the model's curves for a text of so many words.
func (m *Model) CurvesAt(words int) Curves {
	var c Curves
	for i := range c.gain {
		c.gain[i], c.bias[i] = m.Origin[i].At(words)
	}
	return c
}

// LogOdds are calibrated.
func (c Curves) LogOdds(total [2]float64) (machineNative, machineHuman float64) {
	return c.gain[0]*total[0] + c.bias[0], c.gain[1]*total[1] + c.bias[1]
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
