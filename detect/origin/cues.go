package origin

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/internal/room"
	"github.com/calque-check/calque/detect/origin/features"
	"github.com/calque-check/calque/detect/origin/weights"
)

// cuesShown is how many reasons are given in each direction.
const cuesShown = 8

// leastWeight is the log-odds below which a cue is not worth a line.
const leastWeight = .03

// evidence names the patterns that moved the article's log-odds most, beyond
// what they do in native articles as a rule: every article has commas. Where
// patterns lie inside each other ("according", "according to", "according to
// the"), only the strongest is named.
func (s *scratch) evidence(m *weights.Model) []Cue {
	t, sum, found := &s.text, &s.sum, &s.occurrences
	gain, _ := m.Origin[weights.MachineNative].At(t.Words)
	s.named = room.For(s.named, t.Tokens()) // tokens that a cue already named explains
	clear(s.named)
	s.candidates = s.candidates[:0]
	cues := make([]Cue, 0, 2*cuesShown)
	s.describer.text = s.describer.text[:0]
	var ends [2 * cuesShown]int // of the cues in that text
	// The weightier half of the candidates is enough as a rule. The others come
	// when one of them may be next.
	considered, steps := math.Inf(1), []float64{2 * leastWeight, leastWeight}
	for shown := [2]int{}; shown != [2]int{cuesShown, cuesShown}; {
		if len(steps) > 0 && (len(s.candidates) == 0 || s.candidates[0].weight() < considered) {
			s.consider(m, gain, steps[0], considered)
			considered, steps = steps[0], steps[1:]
			continue
		}
		if len(s.candidates) == 0 {
			break
		}
		feature := s.candidates.next().feature()
		f, weight := &found.Features[feature], gain*m.Excess(sum, feature)
		side := 0
		if weight < 0 {
			side = 1
		}
		if shown[side] == cuesShown || s.explained(f)*2 > int(f.N) {
			continue
		}
		if !s.describer.describe(t, t.Grams[found.First(f)], int(f.N)) {
			continue
		}
		for g := f.Last; g >= 0; g = found.Earlier[g] {
			first := t.Grams[g].Token
			for k := range t.Grams[g].Len() {
				s.named[first+k] = true
			}
		}
		shown[side]++
		ends[len(cues)] = len(s.describer.text)
		cues = append(cues, Cue{Weight: weight})
	}
	if len(cues) == 0 {
		return nil
	}
	text, from := string(s.describer.text), 0
	for i := range cues {
		cues[i].Cue, from = text[from:ends[i]], ends[i]
	}
	return cues
}

// consider makes candidates of the features whose weights may bring log-odds
// between two, the lower included.
func (s *scratch) consider(m *weights.Model, gain, from, to float64) {
	for _, i := range m.Outstanding(&s.sum, from/gain, to/gain) {
		if e := gain * m.Excess(&s.sum, i); math.Abs(e) >= leastWeight {
			s.candidates = append(s.candidates, candidateOf(e, i))
		}
	}
	s.candidates.order()
}

// explained is how many of a feature's occurrences share a token with a cue
// already named.
func (s *scratch) explained(f *weights.Feature) int {
	n := 0
	for g := f.Last; g >= 0; g = s.occurrences.Earlier[g] {
		first := s.text.Grams[g].Token
		for k := range s.text.Grams[g].Len() {
			if s.named[first+k] {
				n++
				break
			}
		}
	}
	return n
}

// A candidate is a feature that may become a cue, as a number to sort by: how
// much it weighs, in the bits of a float64, but for the last ones, which say how early it comes.
type candidate uint64

const earlyBits = features.Bits

func candidateOf(weight float64, feature int32) candidate {
	const late = 1<<earlyBits - 1
	return candidate(math.Float64bits(math.Abs(weight))&^late | uint64(late-feature))
}

// weight is that of the candidate, without its last bits.
func (c candidate) weight() float64 { return math.Float64frombits(uint64(c) &^ (1<<earlyBits - 1)) }

func (c candidate) feature() int32 { return 1<<earlyBits - 1 - int32(c&(1<<earlyBits-1)) }

// candidates are a heap, the weightiest on top: few are ever looked at.
type candidates []candidate

func (c candidates) order() {
	for i := len(c)/2 - 1; i >= 0; i-- {
		c.sink(i)
	}
}

func (c candidates) sink(i int) {
	sinking := c[i]
	for {
		child := 2*i + 1
		if child >= len(c) {
			break
		}
		if child+1 < len(c) && c[child+1] > c[child] {
			child++
		}
		if c[child] <= sinking {
			break
		}
		c[i] = c[child]
		i = child
	}
	c[i] = sinking
}

// next takes the weightiest out.
func (c *candidates) next() candidate {
	h := *c
	top, last := h[0], len(h)-1
	h[0] = h[last]
	*c = h[:last]
	if last > 0 {
		c.sink(0)
	}
	return top
}

// A describer words patterns, one behind the other, as one string is made of them
// all in the end; it holds what it uses again.
type describer struct {
	parts                []features.Part
	shape, example, text []byte
}

// say goes on with the text.
func (d *describer) say(before string, pattern []byte, after string) {
	d.text = append(append(append(d.text, before...), pattern...), after...)
}

// describe words a pattern that occurs n times, first as gram g, for an editor,
// unless there is nothing in it that an editor could look at.
func (d *describer) describe(t *features.Text, g features.Gram, n int) bool {
	d.parts = t.Parts(g, d.parts[:0])
	words, told := 0, 0
	for _, p := range d.parts {
		if !p.Mark {
			words++
			if !p.Masked {
				told++
			}
		}
	}
	opens := g.Kind() != features.Masked1 && g.Kind() != features.Common1 && t.Opens(g) && shorter(g)
	if words > 0 && told == 0 {
		return false
	}
	d.shape, d.example = d.shape[:0], d.example[:0]
	var last []byte
	for _, p := range d.parts {
		if len(last) > 0 && spaced(last, p.Norm) {
			d.example = append(d.example, ' ')
			d.shape = append(d.shape, ' ')
		} else if words == 0 && len(last) > 0 {
			d.shape = append(d.shape, ' ')
		}
		d.example = appendWritten(d.example, p)
		if p.Masked && !p.Mark {
			d.shape = appendKind(d.shape, p)
		} else {
			d.shape = appendWritten(d.shape, p)
		}
		last = p.Norm
	}
	switch {
	case words == 0:
		d.say(markName(string(d.shape)), nil, "")
	case opens && told == words:
		d.say("sentences that open with “", d.example, "”")
	case opens:
		d.say("sentences that open with ", d.shape, ", as “")
		d.say("", d.example, "”")
	case told == words && len(d.parts) == 1:
		d.say("the word “", d.example, "”")
	case told == words:
		d.say("the words “", d.example, "”")
	default:
		d.say("“", d.shape, "”, here “")
		d.say("", d.example, "”")
	}
	if n > 1 {
		d.text = append(strconv.AppendInt(append(d.text, ", "...), int64(n), 10), " times"...)
	}
	return true
}

// appendWritten appends a token with the capital letters that names have.
func appendWritten(b []byte, p features.Part) []byte {
	switch p.Shape {
	case features.Initials:
		return append(b, bytes.ToUpper(p.Norm)...)
	case features.Name:
		r, n := utf8.DecodeRune(p.Norm)
		return append(utf8.AppendRune(b, unicode.ToUpper(r)), p.Norm[n:]...)
	}
	return append(b, p.Norm...)
}

// shorter reports whether a gram was cut at the beginning of its sentence: it
// then covers fewer tokens than its kind has.
func shorter(g features.Gram) bool {
	return g.Kind() == features.Masked2 && g.Len() < 2 || g.Kind() == features.Masked3 && g.Len() < 3
}

// spaced reports whether there is a space between two tokens as they are
// written.
func spaced(left, right []byte) bool {
	switch string(right) {
	case ",", ";", ":", ".", "?", "!", "...", "%", ")", "n't":
		return false
	}
	return !bytes.HasPrefix(right, []byte("'")) && string(left) != "(" && string(left) != "$"
}

var kinds = [...]string{
	features.Plain: "[word]", features.Hyphenated: "[hyphen-ated word]", features.Name: "[name]", features.Initials: "[ABBREVIATION]",
	features.Year: "[year]", features.Ordinal: "[ordinal]", features.Decimal: "[number]", features.Digit: "[number]", features.Number: "[number]",
}

// appendKind names a masked word.
func appendKind(b []byte, p features.Part) []byte {
	if p.Shape == features.Ending {
		return append(append(append(b, "[word in -"...), p.Ending...), ']')
	}
	return append(b, kinds[p.Shape]...)
}

func markName(mark string) string {
	switch mark {
	case ",":
		return "commas"
	case `"`:
		return "quotation marks"
	case "–":
		return "dashes"
	case "(", ")":
		return "brackets"
	case ":":
		return "colons"
	case ";":
		return "semicolons"
	case "?":
		return "question marks"
	case "!":
		return "exclamation marks"
	case "...":
		return "dots of omission"
	case "%":
		return "percent signs"
	case "$":
		return "currency signs"
	case ".":
		return "full stops"
	case `" .`:
		return "full stops after closing quotation marks"
	case `. "`:
		return "full stops within quotation marks"
	case `" ,`:
		return "commas after closing quotation marks"
	case `, "`:
		return "commas next to quotation marks"
	}
	return fmt.Sprintf("the marks “%s” together", mark)
}
