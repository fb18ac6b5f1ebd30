package detect

import (
	"fmt"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Patterns
//
// A phrase is a sequence of words as they are tokenized, in lower case, that
// may hold
//
//	a|b        one of several words          (he|she) is written he|she
//	[word]     a word that may be missing    [very] often; [a|b] too
//	_          any one word
//	#          any one number
//	,          a punctuation mark is a word of its own; a bracket is one when a
//	           space follows it; so is the 's of "council 's"
//
// A phrase may have alternatives of several words in parentheses:
// "(in spite|because) of". All phrases of all heuristics are found in one pass,
// whose cost hardly grows with their number.

// isGroup reports whether a phrase goes on with a group. A bracket by itself is
// a mark like any other: "( end )".
func isGroup(rest string) bool {
	return (rest[0] == '[' || rest[0] == '(') && len(rest) > 1 && rest[1] != ' '
}

// A step of a phrase is the alternatives at one place; each is a sequence of
// numbered words, an empty one where the step may be missing.
type step [][]int32

// parse cuts a phrase into its steps.
func (m *matcher) parse(phrase string) ([]step, error) {
	firstStep := len(m.steps)
	canBeEmpty := true
	for rest := strings.TrimLeft(phrase, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
		group, optional := "", false
		if grouped := isGroup(rest); grouped {
			optional = rest[0] == '['
			closing := byte(')')
			if optional {
				closing = ']'
			}
			end := strings.IndexByte(rest, closing)
			if end < 0 {
				return nil, fmt.Errorf("phrase %q: %q is never closed", phrase, rest[:1])
			}
			group, rest = rest[1:end], rest[end+1:]
		} else {
			group, rest, _ = strings.Cut(rest, " ")
		}
		firstOf := len(m.alternatives)
		for more := true; more; {
			var words string
			words, group, more = strings.Cut(group, "|")
			first := len(m.numbers)
			for w := range strings.FieldsSeq(words) {
				if len(w) > 1 && strings.ContainsAny(w, "()[]") {
					return nil, fmt.Errorf("phrase %q: %q has a stray bracket; several words among alternatives need brackets around all of them", phrase, w)
				}
				n, err := m.word(w)
				if err != nil {
					return nil, fmt.Errorf("phrase %q: %w", phrase, err)
				}
				m.numbers = append(m.numbers, n)
			}
			if len(m.numbers) == first {
				return nil, fmt.Errorf("phrase %q has an empty alternative", phrase)
			}
			m.alternatives = append(m.alternatives, m.numbers[first:len(m.numbers):len(m.numbers)])
		}
		if optional {
			m.alternatives = append(m.alternatives, nil)
		} else {
			canBeEmpty = false
		}
		m.steps = append(m.steps, m.alternatives[firstOf:len(m.alternatives):len(m.alternatives)])
	}
	if canBeEmpty {
		return nil, fmt.Errorf("phrase %q can be empty", phrase)
	}
	return m.steps[firstStep:len(m.steps):len(m.steps)], nil
}

// A matcher finds the phrases of all heuristics in one pass. Words are
// numbered, so that each token of an article is looked up once. The first two
// words of all phrases stand in one trie; what follows is looked at only where
// they stand. (A trie of whole phrases has a hundred thousand nodes and takes
// longer to build than an article to check.)
type matcher struct {
	words    vocabulary
	patterns []pattern
	nodes    []node    // the first is the root
	arrivals []arrival // by node
	first    []int32   // by word: the node it leads to from the root, 0 for none
	second   pairTable // from those nodes on

	// What the patterns are made of, one after another: tens of thousands of
	// small slices would take longer to make than an article to check.
	numbers      []int32
	alternatives [][]int32
	steps        []step
}

// A pattern is a phrase with its words numbered.
type pattern struct {
	steps []step
	ref   phraseRef
}

type phraseRef struct{ heuristic, phrase int }

// A node is what is looked at with nearly every word: in most places nothing
// that stands there goes on. The rest lies apart, so that all nodes stay in the
// processor's cache.
type node struct {
	after wordBits // the words that what goes on from here can go on with
	next  wordBits // the words that lead on to another node; not at the root
	wild  bool     // any word or any number leads on
	ends  bool     // a phrase ends here
}

// An arrival is what has been found, and what may be, once a node is reached.
type arrival struct {
	ends []phraseRef // the phrases that end here
	rest []position  // the phrases that go on from here
}

// wordBits is a rough set of words: a word that has not its bit there is not in
// it, one that has may be.
type wordBits uint64

// bitOf is the bit of a word. Known words share 63 bits. The bit of an unknown
// word also stands for the end of the sentence; a wildcard has all bits.
func bitOf(word int32) wordBits {
	switch word {
	case unknownWord:
		return 1
	case anyWord, anyNumber:
		return ^wordBits(0)
	}
	return 1 << (1 + uint32(word)%63)
}

// A position is a place in a pattern: the words before the given one of an
// alternative have been seen.
type position struct{ pattern, step, alternative, word int32 }

// Numbers of words that no article has.
const (
	unknownWord int32 = iota // a word that stands in no phrase
	anyWord
	anyNumber
	firstWord
)

// A phrase that stands for more pairs of first words than this is a slip of
// the one who wrote it.
const maxPairs = 20000

// newMatcher makes room for so many phrases. How much each takes on average is
// seen from calque's own; there may be more of everything.
func newMatcher(phrases int) *matcher {
	return &matcher{
		patterns: make([]pattern, 0, phrases),
		nodes:    make([]node, 1, 1+5*phrases/2), arrivals: make([]arrival, 1, 1+5*phrases/2),
		first:   make([]int32, firstWord, int(firstWord)+phrases),
		numbers: make([]int32, 0, 8*phrases), alternatives: make([][]int32, 0, 8*phrases), steps: make([]step, 0, 5*phrases),
	}
}

// add puts a phrase into the matcher.
func (m *matcher) add(phrase string, ref phraseRef) error {
	steps, err := m.parse(phrase)
	if err != nil {
		return err
	}
	m.patterns = append(m.patterns, pattern{steps, ref})
	pairs := 0
	return m.insert(0, 0, position{pattern: int32(len(m.patterns) - 1)}, &pairs, phrase)
}

// insert leads from a node at the given depth to all that can follow a
// position whose step has not begun.
func (m *matcher) insert(at int32, depth int, pos position, pairs *int, phrase string) error {
	p := &m.patterns[pos.pattern]
	if int(pos.step) == len(p.steps) {
		m.nodes[at].ends = true
		m.arrivals[at].ends = append(m.arrivals[at].ends, p.ref)
		return nil
	}
	for i, words := range p.steps[pos.step] {
		next := position{pos.pattern, pos.step, int32(i), 0}
		node, deep := at, depth
		for int(next.word) < len(words) && deep < 2 {
			node = m.child(node, deep, words[next.word])
			next.word++
			deep++
			*pairs++
		}
		if *pairs > maxPairs {
			return fmt.Errorf("phrase %q stands for too many sequences of words", phrase)
		}
		if int(next.word) < len(words) {
			m.goOn(node, next)
			continue
		}
		after := position{pattern: pos.pattern, step: pos.step + 1}
		if deep == 2 && int(after.step) < len(p.steps) {
			m.goOn(node, next)
			continue
		}
		if err := m.insert(node, deep, after, pairs, phrase); err != nil {
			return err
		}
	}
	return nil
}

// goOn adds what follows a node to it.
func (m *matcher) goOn(at int32, pos position) {
	n := &m.nodes[at]
	m.arrivals[at].rest = append(m.arrivals[at].rest, pos)
	steps := m.patterns[pos.pattern].steps
	if words := steps[pos.step][pos.alternative]; int(pos.word) < len(words) {
		n.after |= bitOf(words[pos.word])
		return
	}
	for i := pos.step + 1; int(i) < len(steps); i++ {
		optional := false
		for _, words := range steps[i] {
			if len(words) == 0 {
				optional = true
			} else {
				n.after |= bitOf(words[0])
			}
		}
		if !optional {
			return
		}
	}
	n.after = ^wordBits(0) // the phrase may end here
}

// word is the number of a word of a phrase.
func (m *matcher) word(w string) (int32, error) {
	switch {
	case w == "_":
		return anyWord, nil
	case w == "#":
		return anyNumber, nil
	case w != strings.ToLower(w):
		return 0, fmt.Errorf("write %q in lower case", w)
	}
	return m.words.add(w), nil
}

// child is the node that a word leads to, made where there is none.
func (m *matcher) child(from int32, depth int, word int32) int32 {
	if depth == 0 {
		if n := int(word) + 1 - len(m.first); n > 0 {
			m.first = append(m.first, make([]int32, n)...)
		}
		if next := m.first[word]; next != 0 {
			return next
		}
	} else if next := m.second.next(from, word); next != 0 {
		return next
	}
	to := int32(len(m.nodes))
	m.nodes, m.arrivals = append(m.nodes, node{}), append(m.arrivals, arrival{})
	n := &m.nodes[from]
	n.wild = n.wild || word < firstWord
	if depth == 0 {
		m.first[word] = to
	} else {
		n.next |= bitOf(word)
		m.second.add(from, word, to)
	}
	return to
}

// number looks the tokens up, once each.
func (m *matcher) number(tokens []article.Token) []int32 {
	out := make([]int32, len(tokens))
	for i := range tokens {
		out[i] = m.words.number(tokens[i].Norm, tokens[i].Hash)
	}
	return out
}

// A search is one pass over an article.
type search struct {
	*matcher
	tokens  []article.Token
	numbers []int32
	found   func(first, end int, ref phraseRef)
	from    int // the first token of the phrases that are being looked for
}

// at calls found for each phrase that stands at the tokens from first on,
// inside one sentence. A phrase that can be read in two ways is found twice.
func (s *search) at(first int) {
	s.from = first
	if next := s.start(s.numbers[first]); next != 0 {
		s.after(next, first+1, s.tokens[first].Sentence)
	}
	if s.nodes[0].wild {
		if next := s.start(s.wildcard(first)); next != 0 {
			s.after(next, first+1, s.tokens[first].Sentence)
		}
	}
}

// start is the node that a word leads to from the root, 0 for none.
func (s *search) start(word int32) int32 {
	if int(word) < len(s.first) {
		return s.first[word]
	}
	return 0
}

// after looks at what follows a node.
func (s *search) after(at int32, i, sentence int) {
	n := &s.nodes[at]
	if n.ends {
		for _, ref := range s.arrivals[at].ends {
			s.found(s.from, i, ref)
		}
	}
	inside, w := i < len(s.tokens) && s.tokens[i].Sentence == sentence, unknownWord
	if inside {
		w = s.numbers[i]
	}
	if n.after&bitOf(w) != 0 {
		for _, pos := range s.arrivals[at].rest {
			s.rest(pos, i, sentence)
		}
	}
	if !inside {
		return
	}
	if w != unknownWord && n.next&bitOf(w) != 0 {
		if next := s.second.next(at, w); next != 0 {
			s.after(next, i+1, sentence)
		}
	}
	if n.wild {
		if next := s.second.next(at, s.wildcard(i)); next != 0 {
			s.after(next, i+1, sentence)
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

// rest looks at what follows the first words of a phrase.
func (s *search) rest(pos position, i, sentence int) {
	p := &s.patterns[pos.pattern]
	words := p.steps[pos.step][pos.alternative][pos.word:]
	if s.stand(words, i, sentence) {
		s.steps(p, int(pos.step)+1, i+len(words), sentence)
	}
}

func (s *search) steps(p *pattern, step, i, sentence int) {
	if step == len(p.steps) {
		s.found(s.from, i, p.ref)
		return
	}
	for _, words := range p.steps[step] {
		if s.stand(words, i, sentence) {
			s.steps(p, step+1, i+len(words), sentence)
		}
	}
}

// stand reports whether the words stand at the tokens from i on.
func (s *search) stand(words []int32, i, sentence int) bool {
	if i+len(words) > len(s.tokens) {
		return false
	}
	for k, w := range words {
		switch {
		case s.tokens[i+k].Sentence != sentence:
			return false
		case s.numbers[i+k] == w && w >= firstWord:
		case w < firstWord && s.wildcard(i+k) == w:
		default:
			return false
		}
	}
	return true
}
