package detect

import "fmt"

// A matcher finds the phrases of all heuristics in one pass. Words are
// numbered, so that each token of an article is looked up once. The first two
// words of all phrases stand in one trie; what follows is looked at only where
// they stand. (A trie of whole phrases has a hundred thousand nodes and takes
// longer to build than an article to check.)
type matcher struct {
	patterns patterns
	words    vocabulary
	nodes    []node    // the first is the root
	first    []int32   // by word: the node it leads to from the root, 0 for none
	second   pairTable // from those nodes on
	afterAny []int32   // the words that follow a phrase's first word where that can be any word

	ends byNode[phraseRef] // the phrases that end at a node
	rest byNode[position]  // the phrases that go on from it

	starts []start // made by settle
}

// A node is what is looked at with nearly every word: in most places nothing
// that stands there goes on. The rest lies apart, so that all nodes stay near the
// processor.
type node struct {
	after wordBits // the words that what goes on from here can go on with
	next  wordBits // the words that lead on to another node; not at the root
	wild  bool     // any word or any number leads on
	ends  bool     // a phrase ends here
}

// A start is what is looked at first with every word: where it leads from the
// root, and what decides whether to go there.
type start struct {
	follow wordBits // the words that can follow
	node   int32    // 0 where no phrase begins with the word
	always bool     // something may stand there whatever follows
}

// A position is a place in a pattern.
type position struct {
	pattern int32
	step    int32    // the next but that of the words
	words   span     // what is still to come of an alternative
	next    wordBits // the words that it can go on with
	needs   span     // one of these words comes later; none where any may
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
		patterns: patterns{
			all: make([]pattern, 0, phrases), steps: make([]span, 0, 15*phrases/4),
			alternatives: make([]span, 0, 33*phrases/4), numbers: make([]int32, 0, 9*phrases),
		},
		nodes: make([]node, 1, 1+21*phrases/4),
		first: make([]int32, firstWord, int(firstWord)+2*phrases),
		words: newVocabulary(2 * phrases), second: newPairTable(17 * phrases / 4),
		ends: newByNode[phraseRef](3 * phrases / 2), rest: newByNode[position](17 * phrases / 4),
	}
}

// add puts a phrase into the matcher.
func (m *matcher) add(phrase string, ref phraseRef) error {
	steps, err := m.patterns.parse(phrase, &m.words)
	if err != nil {
		return err
	}
	m.patterns.all = append(m.patterns.all, pattern{steps, ref})
	pairs := 0
	return m.insert(0, 0, int32(len(m.patterns.all)-1), steps.first, &pairs, phrase)
}

// insert leads from a node at the given depth to all that can follow the steps of
// a pattern up to one.
func (m *matcher) insert(at int32, depth int, of, step int32, pairs *int, phrase string) error {
	p := &m.patterns.all[of]
	if step == p.steps.end {
		m.nodes[at].ends = true
		m.ends.add(at, p.ref)
		return nil
	}
	for _, left := range m.patterns.alternativesOf(m.patterns.steps[step]) {
		node, deep := at, depth
		for left.first < left.end && deep < 2 {
			node = m.child(node, deep, m.patterns.numbers[left.first])
			left.first++
			deep++
			*pairs++
		}
		if *pairs > maxPairs {
			return fmt.Errorf("phrase %q stands for too many sequences of words", phrase)
		}
		if left.first < left.end || deep == 2 && step+1 < p.steps.end {
			m.goOn(node, position{pattern: of, step: step + 1, words: left})
		} else if err := m.insert(node, deep, of, step+1, pairs, phrase); err != nil {
			return err
		}
	}
	return nil
}

// goOn adds what follows a node to it.
func (m *matcher) goOn(at int32, pos position) {
	later := span{pos.step, m.patterns.all[pos.pattern].steps.end}
	if words := m.patterns.wordsOf(pos.words); len(words) > 0 {
		pos.next = bitOf(words[0])
	} else {
		pos.next = m.patterns.firstOf(later)
	}
	if pos.next == ^wordBits(0) {
		pos.needs = m.patterns.needsOf(later)
	}
	m.nodes[at].after |= pos.next
	m.rest.add(at, pos)
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
	m.nodes = append(m.nodes, node{})
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

// settle ends the adding of phrases.
func (m *matcher) settle() {
	m.words.settle()
	m.ends.settle(len(m.nodes))
	m.rest.settle(len(m.nodes))
	m.starts = make([]start, max(len(m.first), int(firstWord)+len(m.words.words)))
	for word, node := range m.first {
		if node != 0 {
			n := &m.nodes[node]
			m.starts[word] = start{n.after | n.next, node, n.wild || n.ends}
		}
	}
}

// byNode holds values of nodes, those of a node one after another in the order
// in which they were added.
type byNode[T any] struct {
	values []T
	nodes  []int32 // of each value, until settle
	first  []int32 // of each node, and one more, from settle on
}

func newByNode[T any](room int) byNode[T] {
	return byNode[T]{values: make([]T, 0, room), nodes: make([]int32, 0, room)}
}

func (b *byNode[T]) add(node int32, value T) {
	b.values, b.nodes = append(b.values, value), append(b.nodes, node)
}

// settle ends the adding of values.
func (b *byNode[T]) settle(nodes int) {
	b.first = make([]int32, nodes+1)
	for _, n := range b.nodes {
		b.first[n+1]++
	}
	for n := range nodes {
		b.first[n+1] += b.first[n]
	}
	sorted, next := make([]T, len(b.values)), make([]int32, nodes)
	copy(next, b.first)
	for i, n := range b.nodes {
		sorted[next[n]] = b.values[i]
		next[n]++
	}
	b.values, b.nodes = sorted, nil
}

// of are the values of a node.
func (b *byNode[T]) of(node int32) []T { return b.values[b.first[node]:b.first[node+1]] }
