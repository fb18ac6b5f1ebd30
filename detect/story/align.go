package story

import "slices"

// An alignment says which words of one fragment stand for which words of
// another.
type alignment struct {
	matches []match // ascending in both
	content int     // how many of the matches are content words
	blocks  []block // what stands between and beside the matches
}

// A match joins the i-th word of one fragment and the j-th of the other.
type match struct{ i, j int }

// A block is a stretch of one fragment, [i, i2), in whose place the other has
// [j, j2). One of them may be empty.
type block struct{ i, i2, j, j2 int }

// Scores of the local alignment (Smith & Waterman 1981). Content words carry
// the alignment; function words alone never start one.
const (
	scoreContent  = 6
	scoreVariant  = 5
	scoreFunction = 2
	scoreMismatch = -2
	scoreGap      = -1
)

func scoreOf(a, b *form) int32 {
	switch {
	case a == b && a.function():
		return scoreFunction
	case a == b:
		return scoreContent
	case a.class == 0 && b.class == 0 && alikeWords(a, b):
		return scoreVariant
	}
	return scoreMismatch
}

// An aligner aligns fragments, one pair after the other.
type aligner struct {
	score []int32 // row by row; used again
}

// align finds the best local alignment of two fragments.
func (al *aligner) align(a, b []word) alignment {
	width := len(b) + 1
	score := slices.Grow(al.score[:0], (len(a)+1)*width)[:(len(a)+1)*width]
	al.score = score
	clear(score[:width])
	best, bi, bj := int32(0), 0, 0
	for i := 1; i <= len(a); i++ {
		above, row := score[(i-1)*width:i*width], score[i*width:(i+1)*width]
		row[0] = 0
		w := a[i-1].form
		for j := 1; j < len(row); j++ {
			s := max(0, above[j-1]+scoreOf(w, b[j-1].form), above[j]+scoreGap, row[j-1]+scoreGap)
			row[j] = s
			if s > best {
				best, bi, bj = s, i, j
			}
		}
	}
	return traced(score, a, b, bi, bj)
}

// traced is the alignment whose best score stands at i, j.
func traced(score []int32, a, b []word, i, j int) alignment {
	width := len(b) + 1
	var matches []match
	for i > 0 && j > 0 && score[i*width+j] > 0 {
		s := score[i*width+j]
		step := scoreOf(a[i-1].form, b[j-1].form)
		switch {
		case s == score[(i-1)*width+j-1]+step:
			i, j = i-1, j-1
			if step > 0 {
				matches = append(matches, match{i, j})
			}
		case s == score[(i-1)*width+j]+scoreGap:
			i--
		default:
			j--
		}
	}
	slices.Reverse(matches)
	al := alignment{matches: matches}
	for _, m := range matches {
		if !a[m.i].function() {
			al.content++
		}
	}
	al.findBlocks(a, b)
	return al
}

// findBlocks fills in the stretches without matches. What lies beyond the
// outermost matches on both sides is a block as well, as long as it is short
// on one side: there both quote on, and something else.
func (al *alignment) findBlocks(a, b []word) {
	if len(al.matches) == 0 {
		return
	}
	i, j := 0, 0
	for n, m := range al.matches {
		if n == 0 {
			k, l := beside(m.i, m.j, func(n int) bool { return a[m.i-n].function() }, func(n int) bool { return b[m.j-n].function() })
			if k > 0 && l > 0 {
				al.blocks = append(al.blocks, block{m.i - k, m.i, m.j - l, m.j})
			}
		} else if m.i > i || m.j > j {
			al.blocks = append(al.blocks, block{i, m.i, j, m.j})
		}
		i, j = m.i+1, m.j+1
	}
	k, l := beside(len(a)-i, len(b)-j, func(n int) bool { return a[i+n-1].function() }, func(n int) bool { return b[j+n-1].function() })
	if k > 0 && l > 0 {
		al.blocks = append(al.blocks, block{i, i + k, j, j + l})
	}
}

// beside is how many words beyond the outermost match stand against each
// other, of k and l there are: as many on both sides, and one content word
// more where there is one, since one word is often rendered by two.
func beside(k, l int, functionA, functionB func(n int) bool) (int, int) {
	n := min(k, l)
	switch {
	case n > 0 && k > n && !functionA(n+1):
		return n + 1, n
	case n > 0 && l > n && !functionB(n+1):
		return n, n + 1
	}
	return n, n
}

// sameUtterance reports whether an alignment is good enough to say that both
// fragments quote the same words: most of the content of the shorter one must
// match, or most of all its words in the same order.
func (al *alignment) sameUtterance(a, b *fragment) bool {
	if al.content < fragmentContent {
		return false
	}
	if a.speaker != "" && b.speaker != "" && a.speaker != b.speaker && al.content < 6 {
		return false
	}
	// A paraphrase changes the content words and leaves the frame.
	const frame = 8
	if n := min(len(a.words), len(b.words)); n >= frame && len(al.matches)*5 >= n*3 {
		return true
	}
	first, last := al.matches[0], al.matches[len(al.matches)-1]
	inA, inB := contentOf(a.words[first.i:last.i+1]), contentOf(b.words[first.j:last.j+1])
	if al.content*2 < min(inA, inB) {
		return false // too loose where they align
	}
	other := 0
	for _, bl := range al.blocks {
		other += min(contentOf(a.words[bl.i:bl.i2]), contentOf(b.words[bl.j:bl.j2]))
	}
	shared := max(al.content, al.moved(a.words, b.words))
	if other > shared {
		return false
	}
	// A few words that fit are no utterance when both go on otherwise.
	shorter := min(a.content, b.content)
	return shared*2 > shorter || shared*2 == shorter && shared > 2 || al.content >= 5
}

// moved is how many content words two fragments share where they align, words
// that stand in another order included.
func (al *alignment) moved(a, b []word) int {
	const beside = 3 // words beyond the outermost matches
	first, last := al.matches[0], al.matches[len(al.matches)-1]
	left := a[max(0, first.i-beside):min(len(a), last.i+1+beside)]
	right := b[max(0, first.j-beside):min(len(b), last.j+1+beside)]
	used := make([]bool, len(right))
	n := 0
	for _, w := range left {
		if w.function() {
			continue
		}
		for j, o := range right {
			if !used[j] && !o.function() && alikeWords(w.form, o.form) {
				used[j] = true
				n++
				break
			}
		}
	}
	return n
}

func contentOf(words []word) int {
	n := 0
	for _, w := range words {
		if !w.function() {
			n++
		}
	}
	return n
}

// cost says how much the wordings of a block differ: 1 or more for another
// wording, 0 for what house style, inflection, the ear and the scissors do.
func (bl block) cost(a, b []word) float64 {
	left, right := a[bl.i:bl.i2], b[bl.j:bl.j2]
	if gapIn(a, bl.i, bl.i2) || gapIn(b, bl.j, bl.j2) {
		return 0
	}
	if len(left) == 0 || len(right) == 0 {
		// Cut on one side. A negation is never just cut.
		inner := bl.i > 0 && bl.i2 < len(a) && bl.j > 0 && bl.j2 < len(b)
		if inner && len(left)+len(right) <= 2 && (negated(left) || negated(right)) {
			return 1
		}
		// Words that only this telling has: others cut alike now and then,
		// seldom in several places.
		if inner && len(left) > 0 {
			return 0.25 + 0.25*float64(min(1, contentOf(left)))
		}
		return 0
	}
	l, r := contentOf(left), contentOf(right)
	if l > 0 && r > 0 {
		return float64(min(l, r))
	}
	if l+r > 0 {
		// Content words against function words, "obliged to" for "must".
		return min(1, 0.25+0.25*float64(l+r))
	}
	if len(left) == len(right) {
		total := 0.0
		for i := range left {
			if !exchangeable(left[i].form, right[i].form) {
				total += 0.5
			}
		}
		return total
	}
	return 0.5
}

// exchangeable reports whether two function words stand for each other in
// quotations of the same words: pronouns and tenses follow the sentence around
// them. Prepositions do not change of themselves.
func exchangeable(a, b *form) bool {
	return a.class&b.class&(pronoun|auxiliary|determiner|filler) != 0
}

func negated(words []word) bool {
	for _, w := range words {
		if w.class&negation != 0 {
			return true
		}
	}
	return false
}

// gapIn reports whether something may be missing in or beside a stretch.
func gapIn(words []word, i, i2 int) bool {
	for k := i; k <= i2 && k < len(words); k++ {
		if words[k].gap && k > 0 {
			return true
		}
	}
	return false
}

// moved reports whether the words of a block that the other fragment has no
// words for stand elsewhere in it.
func (bl block) moved(a, b []word) bool {
	for _, w := range a[bl.i:bl.i2] {
		if w.function() || !slices.ContainsFunc(b, func(o word) bool { return o.baseNo == w.baseNo }) {
			return false
		}
	}
	return true
}
