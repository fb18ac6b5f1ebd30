package story

// Postings lead from words, by number, to the things that have them, and count
// how many words a thing shares with others.
type postings struct {
	most   int // things that one word leads to at most
	having map[int][]int
	shared []int // by thing: words in common, of the last call of sharing
	found  []int
}

// newPostings makes postings for n things.
func newPostings(n, most int) *postings {
	return &postings{most: most, having: map[int][]int{}, shared: make([]int, n)}
}

// add enters a thing by its words.
func (p *postings) add(thing int, words []int) {
	for _, w := range words {
		if list := p.having[w]; len(list) < p.most {
			p.having[w] = append(list, thing)
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
		for _, i := range p.having[w] {
			if p.shared[i] == 0 {
				p.found = append(p.found, i)
			}
			p.shared[i]++
		}
	}
	return p.found
}
