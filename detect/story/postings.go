package story

// Postings lead from words, by number, to the things that have them, and count
// how many words a thing shares with others.
type postings struct {
	most   int // things that one word leads to at most
	having map[int]chain
	links  []link
	shared []int // by thing: words in common, of the last call of sharing
	found  []int
}

// A chain is the things that have a word, the last one first.
type chain struct{ last, length int32 }

type link struct{ thing, before int32 }

// newPostings makes postings for n things.
func newPostings(n, most int) *postings {
	return &postings{most: most, having: map[int]chain{}, shared: make([]int, n)}
}

// add enters a thing by its words.
func (p *postings) add(thing int, words []int) {
	for _, w := range words {
		if c := p.having[w]; int(c.length) < p.most {
			p.links = append(p.links, link{int32(thing), c.last})
			p.having[w] = chain{int32(len(p.links)), c.length + 1}
		}
	}
}

// sharing are the things that have at least one of the words, in no order; p.shared
// says how many of them. Both hold until the next call.
func (p *postings) sharing(words []int) []int {
	for _, i := range p.found {
		p.shared[i] = 0
	}
	p.found = p.found[:0]
	for _, w := range words {
		for at := p.having[w].last; at > 0; {
			l := p.links[at-1]
			at = l.before
			if p.shared[l.thing] == 0 {
				p.found = append(p.found, int(l.thing))
			}
			p.shared[l.thing]++
		}
	}
	return p.found
}
