package detect

import (
	"fmt"
	"slices"
	"strings"
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
	starts   []start   // the same, with what decides whether to go there; made by settle
	second   pairTable // from those nodes on
	afterAny []int32   // the words that follow a phrase's first word where that can be any word

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

// A start is what is looked at first with every word.
type start struct {
	follow wordBits // the words that can follow
	node   int32    // 0 where no phrase begins with the word
	always bool     // something may stand there whatever follows
}

// settle ends the adding of phrases.
func (m *matcher) settle() {
	m.words.settle()
	m.starts = make([]start, max(len(m.first), int(firstWord)+len(m.words.words)))
	for word, node := range m.first {
		if node != 0 {
			n := &m.nodes[node]
			m.starts[word] = start{n.after | n.next, node, n.wild || n.ends}
		}
	}
}

// An arrival is what has been found, and what may be, once a node is reached.
type arrival struct {
	ends []phraseRef // the phrases that end here
	rest []position  // the phrases that go on from here
}

// wordBits is a rough set of words: a word that has not its bit there is not in
// it, one that has may be.
type wordBits uint64

// bitOf is the bit of a word. That of an unknown word, which some known ones
// share, also stands for the end of the sentence; a wildcard has all bits.
func bitOf(word int32) wordBits {
	if word == anyWord || word == anyNumber {
		return ^wordBits(0)
	}
	return 1 << (uint32(word) % 64)
}

// A position is a place in a pattern: the words before the given one of an
// alternative have been seen.
type position struct {
	pattern, step, alternative, word int32

	next  wordBits // the words that it can go on with
	needs []int32  // one of these words comes later; nil where any may
}

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
		next := position{pattern: pos.pattern, step: pos.step, alternative: int32(i)}
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
	steps := m.patterns[pos.pattern].steps
	pos.next = firstOf(steps[pos.step+1:])
	if words := steps[pos.step][pos.alternative]; int(pos.word) < len(words) {
		pos.next = bitOf(words[pos.word])
	}
	if pos.next == ^wordBits(0) {
		pos.needs = m.needsOf(steps[pos.step+1:])
	}
	m.nodes[at].after |= pos.next
	m.arrivals[at].rest = append(m.arrivals[at].rest, pos)
}

// firstOf are the words that steps can begin with, all where the steps may be
// missing.
func firstOf(steps []step) wordBits {
	bits := wordBits(0)
	for _, alternatives := range steps {
		optional := false
		for _, words := range alternatives {
			if len(words) == 0 {
				optional = true
			} else {
				bits |= bitOf(words[0])
			}
		}
		if !optional {
			return bits
		}
	}
	return ^wordBits(0)
}

// needsOf are the words of which an article must hold one for the steps to stand
// in it, as few as can be; nil where there are none such.
func (m *matcher) needsOf(steps []step) []int32 {
	var fewest step
	for _, alternatives := range steps {
		if (fewest == nil || len(alternatives) < len(fewest)) && !slices.ContainsFunc(alternatives, func(words []int32) bool { return len(words) == 0 || words[0] < firstWord }) {
			fewest = alternatives
		}
	}
	if fewest == nil {
		return nil
	}
	first := len(m.numbers)
	for _, words := range fewest {
		m.numbers = append(m.numbers, words[0])
	}
	return m.numbers[first:len(m.numbers):len(m.numbers)]
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
		if from == m.first[anyWord] {
			m.afterAny = append(m.afterAny, word)
		}
	}
	return to
}
