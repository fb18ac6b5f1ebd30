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
}

// A Model is everything learned.
type Model struct {
	Header
	Head, Lang Head
	use        uint64  // a bit for each kind
	head       []block // of the rows of Head by hash
	weights    []byte  // Head's, and a byte behind them: four are read at a time
	lang       []block // of the rows of languages by row of Head
}

// A block says which of 64 numbers one after the other have a row in a table.
type block struct {
	present uint64
	before  uint32 // how many numbers before these have one
}

// has is 1 when a number of the block has a row, else 0.
func (b *block) has(number uint32) uint64 { return b.present >> (number % 64) & 1 }

// row is the row of a number that has one.
func (b *block) row(number uint32) int {
	return int(b.before) + bits.OnesCount64(b.present&(1<<(number%64)-1))
}

// count sets how many numbers before those of each block have a row, and
// returns how many have one.
func count(blocks []block) int {
	rows := 0
	for i := range blocks {
		blocks[i].before = uint32(rows)
		rows += bits.OnesCount64(blocks[i].present)
	}
	return rows
}

// blocks are a head's. It is an error when the head's table does not fit it.
func (h Head) blocks() ([]block, error) {
	if len(h.Present) != 1<<features.Bits/8 {
		return nil, errors.New("origin model: wrong size of table")
	}
	blocks := make([]block, len(h.Present)/8)
	for i := range blocks {
		blocks[i].present = binary.LittleEndian.Uint64(h.Present[i*8:])
	}
	if count(blocks)*h.Columns != len(h.Weights) {
		return nil, errors.New("origin model: wrong number of weights")
	}
	return blocks, nil
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
		m.use |= 1 << k
	}
	var err error
	if m.head, err = m.Head.blocks(); err != nil {
		return err
	}
	if m.weights = m.Head.Weights; cap(m.weights) > len(m.weights) {
		m.weights = m.weights[:len(m.weights)+1] // whatever follows in the stored form
	} else {
		m.weights = append(m.weights, 0)
	}
	lang, err := m.Lang.blocks()
	if err != nil {
		return err
	}
	return m.findLanguages(lang)
}

// findLanguages finds the rows of the language head by those of the origin
// head, given its blocks by hash. All its features must be among the latter's:
// no others are looked for in a text.
func (m *Model) findLanguages(byHash []block) error {
	m.lang = make([]block, len(m.Head.Weights)/Columns/64+1)
	for i := range byHash {
		head, rest := &m.head[i], byHash[i].present
		if rest&^head.present != 0 {
			return errors.New("origin model: languages have features that the origin head lacks")
		}
		for ; rest != 0; rest &= rest - 1 {
			row := head.row(uint32(bits.TrailingZeros64(rest)))
			m.lang[row/64].present |= 1 << (row % 64)
		}
	}
	count(m.lang)
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
