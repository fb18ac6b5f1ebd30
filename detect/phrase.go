package detect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
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

// span is a range of indices.
type span struct{ first, end int32 }

// A pattern is a phrase with its words numbered: steps, each of which has
// alternatives, each of which is a sequence of words, an empty one where the step
// may be missing.
type pattern struct {
	steps span
	ref   phraseRef
}

type phraseRef struct{ heuristic, phrase int32 }

// patterns are made of these, one after another: tens of thousands of small
// slices would take longer to make than an article to check.
type patterns struct {
	all          []pattern
	steps        []span  // of alternatives
	alternatives []span  // of numbers
	numbers      []int32 // of words
}

// wordsOf are the words of an alternative.
func (p *patterns) wordsOf(alternative span) []int32 {
	return p.numbers[alternative.first:alternative.end]
}

// alternativesOf are the alternatives of a step.
func (p *patterns) alternativesOf(step span) []span { return p.alternatives[step.first:step.end] }

// parse cuts a phrase into its steps and numbers its words.
func (p *patterns) parse(phrase string, v *vocabulary) (span, error) {
	steps := span{first: int32(len(p.steps))}
	canBeEmpty := true
	for rest := strings.TrimLeft(phrase, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
		group, grouped, optional := "", isGroup(rest), false
		if grouped {
			optional = rest[0] == '['
			closing := byte(')')
			if optional {
				closing = ']'
			}
			end := strings.IndexByte(rest, closing)
			if end < 0 {
				return steps, fmt.Errorf("phrase %q: %q is never closed", phrase, rest[:1])
			}
			group, rest = rest[1:end], rest[end+1:]
		} else {
			group, rest, _ = strings.Cut(rest, " ")
		}
		step := span{first: int32(len(p.alternatives))}
		for more := true; more; {
			var words string
			words, group, more = strings.Cut(group, "|")
			alternative := span{first: int32(len(p.numbers))}
			for words != "" {
				w := words
				if words = ""; grouped {
					w, words, _ = strings.Cut(w, " ")
				}
				if w == "" {
					continue
				}
				n, err := numberIn(v, w)
				if err != nil {
					return steps, fmt.Errorf("phrase %q: %w", phrase, err)
				}
				p.numbers = append(p.numbers, n)
			}
			if alternative.end = int32(len(p.numbers)); alternative.first == alternative.end {
				return steps, fmt.Errorf("phrase %q has an empty alternative", phrase)
			}
			p.alternatives = append(p.alternatives, alternative)
		}
		if optional {
			p.alternatives = append(p.alternatives, span{})
		} else {
			canBeEmpty = false
		}
		step.end = int32(len(p.alternatives))
		p.steps = append(p.steps, step)
	}
	if canBeEmpty {
		return steps, fmt.Errorf("phrase %q can be empty", phrase)
	}
	steps.end = int32(len(p.steps))
	return steps, nil
}

// numberIn is the number of a word of a phrase.
func numberIn(v *vocabulary, w string) (int32, error) {
	switch w {
	case "_":
		return anyWord, nil
	case "#":
		return anyNumber, nil
	}
	plain := len(w) == 1
	for i := range len(w) {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z', c >= utf8.RuneSelf && w != strings.ToLower(w):
			return 0, fmt.Errorf("write %q in lower case", w)
		case !plain && (c == '(' || c == ')' || c == '[' || c == ']'):
			return 0, fmt.Errorf("%q has a stray bracket; several words among alternatives need brackets around all of them", w)
		}
	}
	return v.add(w), nil
}

// firstOf are the words that steps can begin with, all where the steps may be
// missing.
func (p *patterns) firstOf(steps span) wordBits {
	bits := wordBits(0)
	for _, step := range p.steps[steps.first:steps.end] {
		optional := false
		for _, alternative := range p.alternativesOf(step) {
			if words := p.wordsOf(alternative); len(words) > 0 {
				bits |= bitOf(words[0])
			} else {
				optional = true
			}
		}
		if !optional {
			return bits
		}
	}
	return ^wordBits(0)
}

// needsOf are the words of which an article must hold one for the steps to stand
// in it, as few as can be; none where any words may stand there.
func (p *patterns) needsOf(steps span) span {
	var fewest span
	for _, step := range p.steps[steps.first:steps.end] {
		if n := step.end - step.first; fewest.end > 0 && n >= fewest.end-fewest.first {
			continue
		}
		if !slices.ContainsFunc(p.alternativesOf(step), func(alternative span) bool {
			words := p.wordsOf(alternative)
			return len(words) == 0 || words[0] < firstWord
		}) {
			fewest = step
		}
	}
	needs := span{first: int32(len(p.numbers))}
	for _, alternative := range p.alternativesOf(fewest) {
		p.numbers = append(p.numbers, p.numbers[alternative.first])
	}
	needs.end = int32(len(p.numbers))
	return needs
}
