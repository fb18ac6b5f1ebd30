package origin

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
func evidence(m *weights.Model, t *features.Text, sum weights.Sum) []Cue {
	gain, _ := m.Origin[weights.MachineNative].At(t.Words)
	type pattern struct {
		weight float64
		grams  []features.Gram
	}
	at := map[uint32]int{}
	var patterns []pattern
	for i, g := range t.Grams {
		w := sum.Each[i][weights.MachineNative]
		if w == 0 {
			continue
		}
		k, ok := at[g.Hash]
		if !ok {
			k = len(patterns)
			at[g.Hash] = k
			patterns = append(patterns, pattern{})
		}
		patterns[k].weight += gain * w
		patterns[k].grams = append(patterns[k].grams, g)
	}
	for i := range patterns {
		p := &patterns[i]
		excess := gain * m.Excess(p.grams[0].Hash, p.weight/gain)
		if excess*p.weight < 0 {
			excess = 0 // rarer than usual: nothing to point at
		}
		p.weight = excess
	}
	patterns = slices.DeleteFunc(patterns, func(p pattern) bool { return math.Abs(p.weight) < leastWeight })
	slices.SortStableFunc(patterns, func(a, b pattern) int {
		return cmp.Compare(math.Abs(b.weight), math.Abs(a.weight))
	})
	taken := make(map[int32]bool) // tokens that a cue already named explains
	shown := [2]int{}
	var cues []Cue
	for _, p := range patterns {
		side := 0
		if p.weight < 0 {
			side = 1
		}
		if shown[side] == cuesShown {
			continue
		}
		explained := 0
		for _, g := range p.grams {
			for k := range int32(g.Len) {
				if taken[g.Token+k] {
					explained++
					break
				}
			}
		}
		text := describe(t, p.grams)
		if text == "" || explained*2 > len(p.grams) {
			continue
		}
		for _, g := range p.grams {
			for k := range int32(g.Len) {
				taken[g.Token+k] = true
			}
		}
		shown[side]++
		cues = append(cues, Cue{text, p.weight})
		if shown == [2]int{cuesShown, cuesShown} {
			break
		}
	}
	return cues
}

// describe words a pattern for an editor; empty where there is nothing in it
// that an editor could look at.
func describe(t *features.Text, grams []features.Gram) string {
	g := grams[0]
	parts := t.Parts(g)
	opens := g.Kind != features.Masked1 && g.Kind != features.Common1 && t.Opens(g) && shorter(g)
	words, told := 0, 0
	var shape, example []string
	for _, p := range parts {
		example = append(example, written(p))
		if p.Mark {
			shape = append(shape, p.Norm)
			continue
		}
		words++
		if p.Masked {
			shape = append(shape, kindOf(p.Class))
		} else {
			told++
			shape = append(shape, written(p))
		}
	}
	times := ""
	if len(grams) > 1 {
		times = fmt.Sprintf(", %d times", len(grams))
	}
	switch {
	case words == 0:
		return markName(strings.Join(shape, " ")) + times
	case opens && told == words:
		return fmt.Sprintf("sentences that open with “%s”%s", join(example), times)
	case opens && told == 0:
		return ""
	case opens:
		return fmt.Sprintf("sentences that open with %s, as “%s”%s", join(shape), join(example), times)
	case told == words && words == 1 && len(parts) == 1:
		return fmt.Sprintf("the word “%s”%s", example[0], times)
	case told == words:
		return fmt.Sprintf("the words “%s”%s", join(example), times)
	case told == 0:
		return ""
	}
	return fmt.Sprintf("“%s”, here “%s”%s", join(shape), join(example), times)
}

// written is a token with the capital letters that names have.
func written(p features.Part) string {
	switch {
	case p.Class == "AA":
		return strings.ToUpper(p.Norm)
	case p.Class == "Aa":
		r, n := utf8.DecodeRuneInString(p.Norm)
		return string(unicode.ToUpper(r)) + p.Norm[n:]
	}
	return p.Norm
}

// shorter reports whether a gram was cut at the beginning of its sentence: it
// then covers fewer tokens than its kind has.
func shorter(g features.Gram) bool {
	return g.Kind == features.Masked2 && g.Len < 2 || g.Kind == features.Masked3 && g.Len < 3
}

// closing are the marks that stand close to what is before them.
var closing = map[string]bool{",": true, ";": true, ":": true, ".": true, "?": true, "!": true, "...": true, "%": true, ")": true}

// join puts words and marks together as they are written.
func join(parts []string) string {
	var b strings.Builder
	for i, p := range parts {
		glued := closing[p] || strings.HasPrefix(p, "'") || p == "n't"
		if i > 0 && !glued && parts[i-1] != "(" && parts[i-1] != "$" {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}

// kindOf names a masked word.
func kindOf(class string) string {
	switch class {
	case "Aa":
		return "[name]"
	case "AA":
		return "[ABBREVIATION]"
	case "x":
		return "[word]"
	case "x-x":
		return "[hyphen-ated word]"
	case "#year":
		return "[year]"
	case "#th":
		return "[ordinal]"
	}
	if strings.HasPrefix(class, "#") {
		return "[number]"
	}
	return "[word in " + class + "]"
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
