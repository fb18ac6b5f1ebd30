package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// This file reads English grammar off tokens, as far as heuristics need it and
// no further: where a clause begins, what its subject is, what governs it.
// There is no parser behind it. Where a question cannot be answered the
// functions say so, and heuristics then stay silent.

// isBreak reports whether token i is punctuation that ends a noun phrase.
func isBreak(doc *detect.Document, i int) bool {
	t := doc.Tokens[i]
	if t.Kind != article.Punct {
		return false
	}
	switch t.Norm {
	case "-", "/", "'", ".", "&", "%":
		return false
	}
	return true
}

// finite reports whether the word can only be, or nearly always is, a finite
// verb or part of one.
func finite(norm string) bool {
	return auxiliary[norm] && norm != "being" && norm != "having" && norm != "doing" && norm != "may" && norm != "will"
}

// A subject is the noun phrase in front of a verb group.
type subject struct {
	article.Range     // its tokens; empty when the clause shares another's subject
	Head          int // the token that carries number and gender, -1 when unknown
	// Before is the token left of the subject, where its clause begins; one
	// less than the sentence's first token when there is none.
	Before int
	// Relative is set when the subject is "who", "which" or "that".
	Relative bool
}

// subjectOf reads the subject of the verb group that begins at token v: from
// there to the left over adverbs, one inserted phrase between commas or
// brackets, noun phrases joined by prepositions and "and", and relative
// clauses that describe them.
func subjectOf(doc *detect.Document, v int) (subject, bool) {
	first := sentenceOf(doc, v).First
	end := v // exclusive
	for end > first && isAdverb(norm(doc, end-1)) {
		end--
	}
	end = beforeInsertion(doc, first, end)
	if end < 0 {
		return subject{}, false
	}
	for end > first && isAdverb(norm(doc, end-1)) {
		end--
	}
	if end == first {
		return subject{}, false
	}
	if w := norm(doc, end-1); relativePronouns[w] && (w != "that" || end-2 >= first && !speechVerbs[norm(doc, end-2)]) {
		return subject{Range: article.Range{First: end - 1, End: end}, Head: end - 1, Before: end - 2, Relative: true}, true
	}
	if w := norm(doc, end-1); coordinators[w] || w == "then" {
		return subject{Range: article.Range{First: end, End: end}, Head: -1, Before: end - 1}, true
	}
	start := phraseStart(doc, first, end)
	if start == end {
		return subject{}, false
	}
	start = withApproximation(doc, first, start, end)
	s := subject{Range: article.Range{First: start, End: end}, Before: start - 1}
	s.Head = headOf(doc, s.Range)
	return s, s.Head >= 0
}

// isCount reports whether token i is a number, in digits or words.
func isCount(doc *detect.Document, i int) bool {
	return i >= 0 && i < len(doc.Tokens) && (doc.Tokens[i].Kind == article.Number || cardinals[doc.Tokens[i].Norm])
}

// withApproximation takes what rounds a number into its noun phrase: "at least
// 30 civilians", "more than two hundred houses".
func withApproximation(doc *detect.Document, first, start, end int) int {
	if start >= end || !isCount(doc, start) {
		return start
	}
	two := norm(doc, start-2) + " " + norm(doc, start-1)
	switch {
	case start-2 >= first && (two == "at least" || two == "at most" || two == "up to" || two == "more than" || two == "less than" || two == "fewer than"):
		return start - 2
	case start-1 >= first && setOfApproximators[norm(doc, start-1)]:
		return start - 1
	}
	return start
}

var setOfApproximators = setOf("about around some nearly almost over roughly approximately")

// beforeInsertion skips a phrase between commas, dashes or brackets that ends
// at end: "Ruiz, the former mayor, would". It answers -1 when the other mark
// is missing.
func beforeInsertion(doc *detect.Document, first, end int) int {
	if end <= first || !isBreak(doc, end-1) {
		return end
	}
	opening := map[string]string{",": ",", ")": "(", "–": "–", "—": "—"}[norm(doc, end-1)]
	if opening == "" {
		return -1
	}
	named := opening == ","
	for i := end - 2; i >= first; i-- {
		if norm(doc, i) == opening && i > first {
			return i
		}
		named = named && capital(doc, i)
	}
	if named && end-1 > first {
		return end - 1 // "Ruiz, would": the comma of the source language
	}
	return -1
}

// phraseStart is where the noun phrase that ends at end begins.
func phraseStart(doc *detect.Document, first, end int) int {
	i := end - 1
	for i >= first {
		w := norm(doc, i)
		switch {
		case isBreak(doc, i), negations[w] && w != "no":
			return i + 1
		case articleWords[w] || possessives[w] && w != "her" || demonstratives[w] && w != "that":
			// A determiner opens a noun phrase; it goes on to the left when a
			// preposition or "and" ties it to another.
			prev := norm(doc, i-1)
			if i-1 < first {
				return i
			}
			if quantifiers[prev] || prev == "half" {
				i--
				continue
			}
			if tiesNouns(doc, first, i-1) {
				i -= 2
				continue
			}
			if r := relativeBefore(doc, first, i); r > first {
				i = r - 1
				continue
			}
			return i
		case subjectPronouns[w] && w != "who" && w != "one":
			if norm(doc, i-1) == "and" && i-2 >= first {
				i -= 2
				continue
			}
			return i
		case relativePronouns[w]:
			// "the man who shot the mayor" + would: the clause belongs to
			// the noun before it if a verb stands in it.
			if verbIn(doc, i+1, end) && i-1 >= first && !isBreak(doc, i-1) && w != "that" {
				i--
				continue
			}
			return i + 1
		case subordinators[w] && !commonPreposition[w], w == "as", w == "than", w == "but", w == "or", w == "so",
			speechVerbs[w] && !capital(doc, i) && i < end-1, thoughtVerbs[w] && !nounLike(doc, i) && i < end-1, finite(w):
			return i + 1
		case w == "and":
			if !tiesNouns(doc, first, i) {
				return i + 1
			}
		}
		i--
	}
	return first
}

// relativeBefore is the relative pronoun whose clause ends with the noun phrase
// that begins at i ("the man who shot the mayor"), or -1.
func relativeBefore(doc *detect.Document, first, i int) int {
	for k := i - 1; k > first && k > i-8 && !isBreak(doc, k); k-- {
		switch w := norm(doc, k); {
		case speechVerbs[w] || thoughtVerbs[w]:
			return -1
		case w == "who" || w == "which":
			if verbIn(doc, k+1, i) {
				return k
			}
			return -1
		}
	}
	return -1
}

// nounLike reports whether a determiner or preposition before the token makes
// it a noun.
func nounLike(doc *detect.Document, i int) bool {
	w := norm(doc, i-1)
	return determiners[w] || w == "of" || isPlainAdjective(w)
}

// isPlainAdjective knows the adjectives that commonly stand before the nouns
// that look like verbs.
func isPlainAdjective(w string) bool {
	return setOfAdjectives[w]
}

var setOfAdjectives = setOf("new old former first last recent early latest media press local own official public anonymous unconfirmed several")

// tiesNouns reports whether the token at i, a preposition or "and", joins the
// noun phrase on its right to one on its left.
func tiesNouns(doc *detect.Document, first, i int) bool {
	if i <= first {
		return false
	}
	w, prev := norm(doc, i), norm(doc, i-1)
	if isBreak(doc, i-1) || doc.Tokens[i-1].Kind == article.Punct {
		return false
	}
	switch w {
	case "of", "from", "in", "at", "for", "with", "near", "behind", "under", "between", "on", "by", "to", "against", "aboard", "inside", "outside", "over", "about":
		// A weekday, a month or a year on the left ends an adverbial: "on
		// Monday in the town the man would".
		return !finite(prev) && !subjectPronouns[prev]
	case "and":
		return !isPast(prev) && !verbIn(doc, phraseStartPlain(doc, first, i), i)
	}
	return false
}

// phraseStartPlain goes left from i to the nearest break or subordinator.
func phraseStartPlain(doc *detect.Document, first, i int) int {
	for i > first && !isBreak(doc, i-1) && !subordinators[norm(doc, i-1)] && !relativePronouns[norm(doc, i-1)] {
		i--
	}
	return i
}

// verbIn reports whether a finite verb form stands in the tokens [from,to).
func verbIn(doc *detect.Document, from, to int) bool {
	for i := from; i < to; i++ {
		w := norm(doc, i)
		if finite(w) || isPast(w) && !determiners[norm(doc, i-1)] || speechVerbs[w] {
			return true
		}
	}
	return false
}

// headOf is the head noun of a noun phrase: its last noun before the first
// preposition, relative or inserted phrase.
func headOf(doc *detect.Document, np article.Range) int {
	i := np.First
	for i < np.End && (norm(doc, i) == "at" && norm(doc, i+1) == "least" || norm(doc, i) == "least" || setOfApproximators[norm(doc, i)] && norm(doc, i+1) != "of") && i+1 < np.End {
		i++
	}
	// A leading adverbial: "In 2019 the minister".
	if commonPreposition[norm(doc, i)] {
		next := -1
		for k := i + 2; k < np.End; k++ {
			if articleWords[norm(doc, k)] || possessives[norm(doc, k)] || subjectPronouns[norm(doc, k)] {
				next = k
				break
			}
		}
		if next < 0 {
			return -1
		}
		i = next
	}
	head := -1
	for ; i < np.End; i++ {
		w := norm(doc, i)
		t := doc.Tokens[i]
		if t.Kind == article.Punct && w != "-" && w != "." && w != "&" && w != "'" || commonPreposition[w] && head >= 0 || relativePronouns[w] && head >= 0 {
			break
		}
		if w == "'s" || w == "'" {
			head = -1
			continue
		}
		if w == "and" || w == "&" {
			continue
		}
		if t.Kind == article.Word && (!determiners[w] || i == np.End-1) && !isAdverb(w) || t.Kind == article.Number && i == np.End-1 {
			head = i
		}
	}
	return head
}

// plural guesses whether a subject takes a plural verb; ok is false when the
// tokens do not say.
func (s subject) plural(doc *detect.Document) (plural, ok bool) {
	if s.Head < 0 || s.Relative {
		return false, false
	}
	for i := s.First; i < s.End; i++ {
		w := norm(doc, i)
		if w == "and" || w == "&" {
			return true, true
		}
		if doc.Tokens[i].Kind == article.Punct || relativePronouns[w] || i > s.Head {
			break
		}
	}
	w := norm(doc, s.Head)
	switch w {
	case "they", "we", "you", "these", "those", "i":
		return true, true
	case "he", "she", "it", "this", "that", "one":
		return false, true
	}
	if isCount(doc, s.Head) {
		return w != "one" && w != "1", true
	}
	for i := s.First; i < s.Head; i++ {
		if n := doc.Tokens[i]; n.Kind == article.Number || cardinals[n.Norm] && n.Norm != "one" {
			return isPluralNoun(w) || n.Norm != "1", true
		}
	}
	if capital(doc, s.Head) && !doc.Tokens[s.Head].Is(article.Opens) {
		return false, true
	}
	if doc.Tokens[s.Head].Kind != article.Word {
		return false, false
	}
	return isPluralNoun(w), true
}
