package features

import "slices"

// WordBits is the size of the table of the lexical features, which stand after
// the others: their hashes are 1<<Bits to 1<<Bits + 1<<WordBits - 1.
const WordBits = 22

// TableSize is one more than the highest hash of any feature.
const TableSize = 1<<Bits + 1<<WordBits

// Lexical are the text's features that see open-class words, each once, in
// order: the words, their beginnings and ends, and 2-grams in which only names
// and numbers are masked. The embedded model does not look at them, for they
// carry the topic. Where the labels to be told apart have the same topics, as
// translations of the same articles do, they tell much.
func (t *Text) Lexical() []uint32 {
	hashes := make([]uint32, 0, 2*len(t.tokens))
	add := func(kind, h uint32) {
		hashes = append(hashes, 1<<Bits+mix(h, kind)>>(32-WordBits))
	}
	const (
		single = iota + 1
		double
		beginning
		ending
	)
	start := hashString(startClass)
	before := start
	for i := range t.tokens {
		tok := &t.tokens[i]
		if int(tok.first) == i {
			before = start
		}
		s := hashString(t.norm(tok))
		if masked := t.known.symbols[tok.symbol].class; tok.look.is(number) || masked == shapeSymbols[Name] || masked == shapeSymbols[Initials] {
			s = masked
		} else if !tok.look.is(number|mark) && !t.has(tok, function) {
			add(single, s)
			norm := t.norm(tok)
			for n := 2; n <= 4 && len(norm) > 4; n++ {
				add(beginning, hashString(norm[:n]))
				add(ending, hashString(norm[len(norm)-n-1:]))
			}
		}
		add(double, mix(before, s))
		before = s
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}
