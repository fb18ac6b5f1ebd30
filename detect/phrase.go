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

// wildcards in the trie; no token has these norms.
const (
	anyWord   = "\x00w"
	anyNumber = "\x00n"
)

// expand turns a phrase into the sequences of words it stands for.
func expand(phrase string) ([][]string, error) {
	rest := phrase
	out := [][]string{nil}
	for {
		rest = strings.TrimLeft(rest, " ")
		if rest == "" {
			break
		}
		var choices [][]string
		switch {
		case isGroup(rest):
			closing := map[byte]string{'[': "]", '(': ")"}[rest[0]]
			end := strings.Index(rest, closing)
			if end < 0 {
				return nil, fmt.Errorf("phrase %q: %q is never closed", phrase, rest[:1])
			}
			for _, c := range strings.Split(rest[1:end], "|") {
				choices = append(choices, strings.Fields(c))
			}
			if rest[0] == '[' {
				choices = append(choices, nil)
			}
			rest = rest[end+1:]
		default:
			word := rest
			if i := strings.IndexByte(rest, ' '); i >= 0 {
				word = rest[:i]
			}
			rest = rest[len(word):]
			for _, c := range strings.Split(word, "|") {
				choices = append(choices, []string{c})
			}
		}
		var next [][]string
		for _, head := range out {
			for _, tail := range choices {
				next = append(next, append(head[:len(head):len(head)], tail...))
			}
		}
		out = next
		if len(out) > 20000 {
			return nil, fmt.Errorf("phrase %q stands for more than 20,000 sequences", phrase)
		}
	}
	for _, seq := range out {
		if len(seq) == 0 {
			return nil, fmt.Errorf("phrase %q can be empty", phrase)
		}
		for i, w := range seq {
			switch w {
			case "":
				return nil, fmt.Errorf("phrase %q has an empty alternative", phrase)
			case "_":
				seq[i] = anyWord
			case "#":
				seq[i] = anyNumber
			default:
				if w != strings.ToLower(w) {
					return nil, fmt.Errorf("phrase %q: write %q in lower case", phrase, w)
				}
			}
		}
	}
	return out, nil
}

// trie holds the phrases of all heuristics.
type trie struct {
	next map[string]*trie
	ends []phraseRef
}

type phraseRef struct{ heuristic, phrase int }

func (t *trie) add(seq []string, ref phraseRef) {
	for _, w := range seq {
		if t.next == nil {
			t.next = map[string]*trie{}
		}
		n := t.next[w]
		if n == nil {
			n = &trie{}
			t.next[w] = n
		}
		t = n
	}
	for _, have := range t.ends {
		if have == ref {
			return
		}
	}
	t.ends = append(t.ends, ref)
}

// find calls found for each phrase that stands at the tokens from first on,
// inside one sentence.
func (t *trie) find(tokens []article.Token, first int, found func(end int, ref phraseRef)) {
	t.walk(tokens, first, tokens[first].Sentence, found)
}

func (t *trie) walk(tokens []article.Token, i, sentence int, found func(int, phraseRef)) {
	for _, ref := range t.ends {
		found(i, ref)
	}
	if t.next == nil || i == len(tokens) || tokens[i].Sentence != sentence {
		return
	}
	if n := t.next[tokens[i].Norm]; n != nil {
		n.walk(tokens, i+1, sentence, found)
	}
	wild := anyWord
	switch tokens[i].Kind {
	case article.Word:
	case article.Number:
		wild = anyNumber
	default:
		return
	}
	if n := t.next[wild]; n != nil {
		n.walk(tokens, i+1, sentence, found)
	}
}
