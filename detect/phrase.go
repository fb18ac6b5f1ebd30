package detect

import (
	"fmt"
	"slices"
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
//	           space follows it
//
// A phrase may have alternatives of several words in parentheses:
// "(in spite|because) of". All phrases of all heuristics stand in one trie, so
// the cost of a pass over an article does not grow with their number.

// isGroup reports whether a phrase goes on with a group. A bracket by itself is
// a mark like any other: "( end )".
func isGroup(rest string) bool {
	return (rest[0] == '[' || rest[0] == '(') && len(rest) > 1 && rest[1] != ' '
}

// A step of a phrase is the alternatives at one place; each is a sequence of
// words, an empty one where the step may be missing.
type step [][]string

// parsePhrase cuts a phrase into its steps.
func parsePhrase(phrase string) ([]step, error) {
	var steps []step
	canBeEmpty := true
	rest := phrase
	for {
		rest = strings.TrimLeft(rest, " ")
		if rest == "" {
			break
		}
		var s step
		if isGroup(rest) {
			closing := map[byte]string{'[': "]", '(': ")"}[rest[0]]
			end := strings.Index(rest, closing)
			if end < 0 {
				return nil, fmt.Errorf("phrase %q: %q is never closed", phrase, rest[:1])
			}
			for c := range strings.SplitSeq(rest[1:end], "|") {
				s = append(s, strings.Fields(c))
			}
			if rest[0] == '[' {
				s = append(s, nil)
			}
			rest = rest[end+1:]
		} else {
			word, after, _ := strings.Cut(rest, " ")
			rest = after
			for c := range strings.SplitSeq(word, "|") {
				if c == "" {
					return nil, fmt.Errorf("phrase %q has an empty alternative", phrase)
				}
				s = append(s, []string{c})
			}
		}
		for _, c := range s {
			for _, w := range c {
				if len(w) > 1 && strings.ContainsAny(w, "()[]") {
					return nil, fmt.Errorf("phrase %q: %q has a stray bracket; several words among alternatives need brackets around all of them", phrase, w)
				}
				if w != strings.ToLower(w) {
					return nil, fmt.Errorf("phrase %q: write %q in lower case", phrase, w)
				}
			}
		}
		if !slices.ContainsFunc(s, func(c []string) bool { return len(c) == 0 }) {
			canBeEmpty = false
		}
		steps = append(steps, s)
	}
	if canBeEmpty {
		return nil, fmt.Errorf("phrase %q can be empty", phrase)
	}
	return steps, nil
}

// A trie holds the phrases of all heuristics. Words are numbered, so that each
// token of an article is looked up once, and an edge is one entry of one map.
type trie struct {
	words map[string]int32
	edges map[edge]int32 // to the next node
	nodes []node         // the first is the root
}

type node struct {
	ends []phraseRef // the phrases that end here
	wild bool        // an edge leads on for any word or any number
}

type edge struct{ from, word int32 }

type phraseRef struct{ heuristic, phrase int }

// Numbers of words that no article has.
const (
	unknownWord int32 = iota // a word that stands in no phrase
	anyWord
	anyNumber
	firstWord
)

// A phrase with more nodes than this is a slip of the one who wrote it.
const maxPhraseNodes = 20000

func newTrie() *trie {
	return &trie{words: map[string]int32{"_": anyWord, "#": anyNumber}, edges: map[edge]int32{}, nodes: make([]node, 1)}
}

// add puts a phrase into the trie.
func (t *trie) add(phrase string, ref phraseRef) error {
	steps, err := parsePhrase(phrase)
	if err != nil {
		return err
	}
	limit := len(t.nodes) + maxPhraseNodes
	heads := []int32{0}
	for _, s := range steps {
		var next []int32
		for _, words := range s {
			for _, head := range heads {
				for _, w := range words {
					head = t.child(head, w)
				}
				next = append(next, head)
			}
		}
		// Two ways can lead to one node: [very] [very] often.
		slices.Sort(next)
		if heads = slices.Compact(next); len(t.nodes) > limit {
			return fmt.Errorf("phrase %q stands for too many sequences of words", phrase)
		}
	}
	for _, head := range heads {
		t.nodes[head].ends = append(t.nodes[head].ends, ref)
	}
	return nil
}

// child is the node that a word leads to, made where there is none.
func (t *trie) child(from int32, word string) int32 {
	w, ok := t.words[word]
	if !ok {
		w = firstWord + int32(len(t.words))
		t.words[word] = w
	}
	next, ok := t.edges[edge{from, w}]
	if !ok {
		next = int32(len(t.nodes))
		t.edges[edge{from, w}] = next
		t.nodes = append(t.nodes, node{})
		t.nodes[from].wild = t.nodes[from].wild || w < firstWord
	}
	return next
}

// number looks the tokens up, once each.
func (t *trie) number(tokens []article.Token) []int32 {
	out := make([]int32, len(tokens))
	for i := range tokens {
		if w := t.words[tokens[i].Norm]; w >= firstWord {
			out[i] = w
		}
	}
	return out
}

// find calls found for each phrase that stands at the tokens from first on,
// inside one sentence.
func (t *trie) find(tokens []article.Token, numbers []int32, first int, found func(end int, ref phraseRef)) {
	t.walk(0, tokens, numbers, first, tokens[first].Sentence, found)
}

func (t *trie) walk(at int32, tokens []article.Token, numbers []int32, i, sentence int, found func(int, phraseRef)) {
	n := &t.nodes[at]
	for _, ref := range n.ends {
		found(i, ref)
	}
	if i == len(tokens) || tokens[i].Sentence != sentence {
		return
	}
	if w := numbers[i]; w != unknownWord {
		if next, ok := t.edges[edge{at, w}]; ok {
			t.walk(next, tokens, numbers, i+1, sentence, found)
		}
	}
	if !n.wild {
		return
	}
	wild := anyWord
	switch tokens[i].Kind {
	case article.Word:
	case article.Number:
		wild = anyNumber
	default:
		return
	}
	if next, ok := t.edges[edge{at, wild}]; ok {
		t.walk(next, tokens, numbers, i+1, sentence, found)
	}
}
