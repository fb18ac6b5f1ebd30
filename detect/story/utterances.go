package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// What was said, as all tellings quote it: fragments that quote the same
// words are an utterance, each wording of it a variant, and each variant is
// classed by how it departs from the consensus.

// utterances are all that two or more articles quote, in order of first
// appearance.
func (q *quotations) utterances() []Utterance {
	groups := newForest(len(q.fragments))
	for i := range q.links {
		for _, l := range q.links[i] {
			groups.join(i, l.other)
		}
	}
	byRoot := map[int][]int{}
	for i := range q.fragments {
		r := groups.root(i)
		byRoot[r] = append(byRoot[r], i)
	}
	rewording := q.rewording()
	var out []Utterance
	for i := range q.fragments {
		if members := byRoot[i]; len(members) > 1 {
			out = append(out, q.utterance(members, rewording))
		}
	}
	return out
}

// utterance groups fragments by wording, letter for letter but for marks and
// capitals.
func (q *quotations) utterance(members []int, rewording map[int]bool) Utterance {
	var u Utterance
	var first []int // fragment of each variant
	byLetters := map[string]int{}
	for _, i := range members {
		f := &q.fragments[i]
		text := q.whole(i)
		key := letters(text)
		v, ok := byLetters[key]
		if !ok {
			v = len(u.Variants)
			byLetters[key] = v
			u.Variants = append(u.Variants, Variant{Text: text})
			first = append(first, i)
		}
		u.Variants[v].Places = append(u.Variants[v].Places, f.place)
	}
	u.Consensus = q.consensusOf(first, u)
	if u.Consensus >= 0 {
		for v := range u.Variants {
			if v != u.Consensus {
				u.Variants[v].Class = q.classOf(u.Variants[v], first[v], first[u.Consensus], rewording)
			}
		}
	}
	return u
}

// letters are the words of a wording without marks, in lower case.
func letters(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'%$€£[", r)
	}), " ")
}

// consensusOf is the fullest wording that two or more tellings have whole;
// where there is none, the one that most tellings have a part of. What stands
// alone against others is none. First holds a fragment of each variant.
func (q *quotations) consensusOf(first []int, u Utterance) int {
	best, part := -1, -1
	most := 1                        // tellings that have a part of the wording
	shared, extra, places := 0, 0, 0 // words that another telling has too, and has not; how often it is printed letter for letter
	for v, i := range first {
		if q.standsAlone(u.Variants[v]) {
			continue
		}
		f := &q.fragments[i]
		supports := map[int]bool{f.telling: true}
		whole := 0
		for k := range q.links[i] {
			l := &q.links[i][k]
			o := &q.fragments[l.other]
			if q.costOf(i, l) > alteredCost/2 {
				continue
			}
			supports[o.telling] = true
			if n := len(l.matches); o.telling != f.telling && n*10 >= 8*len(f.words) {
				whole = max(whole, n)
			}
		}
		if n := len(u.Variants[v].Places); whole > 0 &&
			cmp.Or(cmp.Compare(whole, shared), cmp.Compare(extra, len(f.words)-whole), cmp.Compare(n, places)) > 0 {
			best, shared, extra, places = v, whole, len(f.words)-whole, n
		}
		if len(supports) > most {
			part, most = v, len(supports)
		}
	}
	if best >= 0 {
		return best
	}
	return part
}

func (q *quotations) standsAlone(v Variant) bool {
	return slices.ContainsFunc(v.Places, func(p Place) bool { return q.alone[p] })
}

// costOf is how much fragment i differs from a linked one.
func (q *quotations) costOf(i int, l *linked) float64 {
	total := 0.0
	for _, b := range l.blocks {
		total += b.cost(q.fragments[i].words, q.fragments[l.other].words)
	}
	return total
}

// classOf says how variant v, of which i is a fragment, departs from the
// consensus, of which c is one.
func (q *quotations) classOf(v Variant, i, c int, rewording map[int]bool) Class {
	f, o := &q.fragments[i], &q.fragments[c]
	same := slices.EqualFunc(f.words, o.words, func(a, b word) bool { return a.form == b.form })
	if same && !strings.Contains(v.Text, "[") {
		return HouseStyle
	}
	n := q.counterpart(i, c)
	if n >= 0 {
		o = &q.fragments[q.links[i][n].other]
	}
	if q.standsAlone(v) {
		if n >= 0 && rewording[f.telling] && q.links[i][n].throughout(f.words, o.words) {
			return BackTranslation
		}
		return Paraphrase
	}
	if n < 0 {
		return Cut
	}
	l := &q.links[i][n]
	switch {
	case same:
		return Inflected
	case q.costOf(i, l) >= alteredCost:
		return OtherWording
	case strings.Contains(v.Text, "["),
		slices.ContainsFunc(l.matches, func(m match) bool { return f.words[m.i].form != o.words[m.j].form }),
		slices.ContainsFunc(l.blocks, func(b block) bool { return b.i < b.i2 && !gapIn(f.words, b.i, b.i2) }):
		return Inflected
	}
	return Cut
}

// counterpart is the link of fragment i that it is classed by: to the
// consensus, of which c is a fragment, or, where it quotes another part, to
// the fragment that it shares most with and that does not stand alone; -1 for
// none.
func (q *quotations) counterpart(i, c int) int {
	best := -1
	for n := range q.links[i] {
		l := &q.links[i][n]
		switch o := &q.fragments[l.other]; {
		case l.other == c:
			return n
		case o.telling == q.fragments[i].telling || q.alone[o.place]:
		case best < 0 || l.closer(&q.links[i][best]):
			best = n
		}
	}
	return best
}

// rewording are the tellings of which two or more quotations stand alone, and
// at least half of those that others have too: they word their quotations
// anew, as who translates them back does.
func (q *quotations) rewording() map[int]bool {
	shared, alone := map[int]int{}, map[int]int{}
	for i := range q.fragments {
		f := &q.fragments[i]
		tellings := map[int]bool{}
		for _, l := range q.links[i] {
			tellings[q.fragments[l.other].telling] = true
		}
		if q.alone[f.place] {
			alone[f.telling]++
		}
		if len(tellings) >= consensusTellings {
			shared[f.telling]++
		}
	}
	out := map[int]bool{}
	for telling, n := range alone {
		out[telling] = n >= 2 && 2*n >= shared[telling]
	}
	return out
}

// throughout reports whether a wording is made anew and not only given other
// words: it differs in several places, or in its content words and its little
// words both. Who paraphrases exchanges words and leaves the frame.
func (al *alignment) throughout(a, b []word) bool {
	places, frame := 0, false
	for _, bl := range al.blocks {
		if bl.cost(a, b) >= 0.5 {
			places++
		}
		little := func(words []word) bool { return slices.ContainsFunc(words, func(w word) bool { return w.function() }) }
		frame = frame || little(a[bl.i:bl.i2]) || little(b[bl.j:bl.j2])
	}
	return places >= 2 || places == 1 && frame
}
