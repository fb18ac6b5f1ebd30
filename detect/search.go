package detect

import (
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/internal/room"
)

// A search is one pass over an article. What it needs room for serves one
// article after another.
type search struct {
	*matcher
	tokens  []article.Token
	numbers []int32  // of the tokens, once each
	present []uint64 // a bit for each word of the phrases: whether the article holds it
	anyWord bool     // whether phrases that any word can begin may stand in the article

	hit  func(first, end int, ref phraseRef)
	from int // the first token of the phrases that are being looked for
}

// begin looks the tokens up. If it is not to be exact, some may be taken for
// others with the same hash: see stands.
func (s *search) begin(tokens []article.Token, exact bool) {
	words := len(s.starts)
	s.tokens, s.numbers = tokens, room.For(s.numbers, len(tokens))
	s.present = room.For(s.present, words/64+1)
	clear(s.present)
	for i := range tokens {
		n := s.words.numberOf(&tokens[i], exact)
		s.numbers[i] = n
		s.present[n/64] |= 1 << (n % 64)
	}
	any := &s.starts[anyWord]
	s.anyWord = any.always || any.node != 0 && (s.nodes[any.node].after != 0 || s.holds(s.afterAny))
}

// stands reports whether the tokens from first to end are the words that they
// were taken for.
func (s *search) stands(first, end int) bool {
	for i := first; i < end; i++ {
		if !s.words.is(&s.tokens[i], s.numbers[i]) {
			return false
		}
	}
	return true
}

// holds reports whether the article holds one of the words.
func (s *search) holds(words []int32) bool {
	for _, w := range words {
		if s.present[w/64]>>(w%64)&1 != 0 {
			return true
		}
	}
	return false
}

// at calls hit for each phrase that stands at the tokens from first on, of a
// sentence that ends before a token. A phrase that can be read in two ways is
// found twice.
func (s *search) at(first, end int) {
	s.from = first
	next := unknownWord
	if first+1 < end {
		next = s.numbers[first+1]
	}
	if from := &s.starts[s.numbers[first]]; from.always || from.follow&bitOf(next) != 0 {
		s.after(from.node, first+1, end)
	}
	switch s.tokens[first].Kind {
	case article.Word:
		if s.anyWord {
			s.after(s.starts[anyWord].node, first+1, end)
		}
	case article.Number:
		if any := &s.starts[anyNumber]; any.node != 0 {
			s.after(any.node, first+1, end)
		}
	}
}

// after looks at what follows a node.
func (s *search) after(at int32, i, end int) {
	n := &s.nodes[at]
	if n.ends {
		for _, ref := range s.ends.of(at) {
			s.hit(s.from, i, ref)
		}
	}
	w := unknownWord
	if i < end {
		w = s.numbers[i]
	}
	if bit := bitOf(w); n.after&bit != 0 {
		rest := s.rest.of(at)
		for k := range rest {
			if pos := &rest[k]; pos.next&bit != 0 && (pos.needs.first == pos.needs.end || s.holds(s.patterns.wordsOf(pos.needs))) {
				s.goOn(pos, i, end)
			}
		}
	}
	if i == end {
		return
	}
	if w != unknownWord && n.next&bitOf(w) != 0 {
		if next := s.second.next(at, w); next != 0 {
			s.after(next, i+1, end)
		}
	}
	if n.wild {
		if next := s.second.next(at, s.wildcard(i)); next != 0 {
			s.after(next, i+1, end)
		}
	}
}

// wildcard is the wildcard that the token fits.
func (s *search) wildcard(i int) int32 {
	switch s.tokens[i].Kind {
	case article.Word:
		return anyWord
	case article.Number:
		return anyNumber
	}
	return unknownWord
}

// goOn looks at what follows the first words of a phrase.
func (s *search) goOn(pos *position, i, end int) {
	words := s.patterns.wordsOf(pos.words)
	if s.stand(words, i, end) {
		s.steps(&s.patterns.all[pos.pattern], pos.step, i+len(words), end)
	}
}

// steps looks at the steps of a phrase from one on.
func (s *search) steps(p *pattern, step int32, i, end int) {
	if step == p.steps.end {
		s.hit(s.from, i, p.ref)
		return
	}
	for _, alternative := range s.patterns.alternativesOf(s.patterns.steps[step]) {
		words := s.patterns.wordsOf(alternative)
		if s.stand(words, i, end) {
			s.steps(p, step+1, i+len(words), end)
		}
	}
}

// stand reports whether the words stand at the tokens from i on.
func (s *search) stand(words []int32, i, end int) bool {
	if i+len(words) > end {
		return false
	}
	for k, w := range words {
		if s.numbers[i+k] == w && w >= firstWord {
			continue
		}
		if w >= firstWord || s.wildcard(i+k) != w {
			return false
		}
	}
	return true
}
