package heuristics

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// A swap is a phrase (see detect/phrase.go) and what English news writes in its
// place: alternatives separated by "|", best first, in which "_" is the last word
// of the phrase as it stands; empty when that depends on the sentence.
//
// A verb in braces stands for all its forms: "{drown} the fish" with "{muddy}
// the waters" finds "drowned the fish" and suggests "muddied the waters".
// Several verbs in the braces of the phrase are alternatives, and empty braces
// in the replacement stand for the verb that was found.
type swap struct{ phrase, instead string }

// phrasesOf are the phrases of a table, in its order.
func phrasesOf(table []swap) []string {
	out := make([]string, len(table))
	for i, s := range table {
		out[i] = inAllForms(s.phrase)
	}
	return out
}

// A condition decides about a place where a phrase stands.
type condition func(*detect.Document, detect.Hit) bool

// take makes a Judge that accepts a hit under all the conditions.
func take(conditions ...condition) func(*detect.Document, detect.Hit) (detect.Match, bool) {
	return replace(nil, conditions...)
}

// replace makes a Judge that accepts a hit under all the conditions and
// suggests what the table has for it.
func replace(table []swap, conditions ...condition) func(*detect.Document, detect.Hit) (detect.Match, bool) {
	return func(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
		for _, holds := range conditions {
			if !holds(doc, hit) {
				return detect.Match{}, false
			}
		}
		m := detect.Match{Span: doc.SpanOf(hit.Range)}
		if table == nil {
			return m, true
		}
		if instead := table[hit.Phrase].insteadOf(doc, hit); instead != "" {
			last := norm(doc, hit.End-1)
			m.Suggestions = insteadOf(doc, m.Span, strings.Split(strings.ReplaceAll(instead, "_", last), "|")...)
		}
		return m, true
	}
}

// insteadOf are the texts with a capital where the span they stand for has one
// only because it opens a sentence.
func insteadOf(doc *detect.Document, s article.Span, texts ...string) []string {
	first := doc.Tokens[doc.TokenAt(s.Start)]
	if !opensSentence(doc, doc.TokenAt(s.Start)) || !first.Is(article.Capital) {
		return texts
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = capitalised(t)
	}
	return out
}

// capitalised is the text with its first letter in upper case.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// opening holds for hits at the beginning of their sentence.
func opening(doc *detect.Document, hit detect.Hit) bool { return opensSentence(doc, hit.First) }

// either holds where one of the conditions does.
func either(conditions ...condition) condition {
	return func(doc *detect.Document, hit detect.Hit) bool {
		return slices.ContainsFunc(conditions, func(c condition) bool { return c(doc, hit) })
	}
}

// both holds where both conditions do.
func both(one, other condition) condition {
	return func(doc *detect.Document, hit detect.Hit) bool { return one(doc, hit) && other(doc, hit) }
}

// whereSaid makes a condition for the hits that hold one of the words; all others
// pass.
func whereSaid(words string, holds condition) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool {
		said := slices.ContainsFunc(doc.TokensIn(hit.Range), func(t article.Token) bool { return list[t.Norm] })
		return !said || holds(doc, hit)
	}
}

// not holds where the condition does not.
func not(c condition) condition {
	return func(doc *detect.Document, hit detect.Hit) bool { return !c(doc, hit) }
}

// followedBy holds where the next token is one of the words.
func followedBy(words string) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool { return list[following(doc, hit, 1).Norm] }
}

// precededBy holds where the token before is one of the words.
func precededBy(words string) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool { return list[preceding(doc, hit, 1).Norm] }
}

// sentenceHas holds where one of the words stands in the sentence.
func sentenceHas(words string) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool {
		return slices.ContainsFunc(around(doc, hit), func(t article.Token) bool { return list[t.Norm] })
	}
}

// articleHas holds where one of the words stands in the article.
func articleHas(words string) condition {
	list := setOf(words)
	return func(doc *detect.Document, hit detect.Hit) bool {
		near := doc.Tokens[max(0, hit.First-1000):min(len(doc.Tokens), hit.End+1000)] // nearly all of an article
		return slices.ContainsFunc(near, func(t article.Token) bool { return list[t.Norm] })
	}
}

// closing are words that cannot go on with a noun phrase: where one stands, the
// noun phrase before it is over.
// Verbs of speech in the present are left out, for many are nouns as well
// ("member states", "research note").
var closing = union(auxiliary, commonPreposition, coordinators, relativePronouns, subordinators, negations, reflexives, setOf("says"))

// ended holds where the noun phrase ends with the hit: a mark, a word that no
// noun phrase goes on with, or the end of the sentence follows.
func ended(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	switch {
	case t.Norm == "" || t.Kind == article.Punct && t.Norm != "-" && t.Norm != "'":
		return true
	case t.Kind != article.Word || t.Is(article.Capital) || t.Norm == "'s":
		return false
	}
	return closing[t.Norm] || isPast(t.Norm) || isAdverb(t.Norm)
}

// capitalAt holds where the token at this place of the hit (0 is the first, -1
// the last) begins with a capital.
func capitalAt(n int) condition {
	return func(doc *detect.Document, hit detect.Hit) bool {
		i := hit.First + n
		if n < 0 {
			i = hit.End + n
		}
		return capital(doc, i)
	}
}

// beforeName holds where a capitalised word follows directly.
func beforeName(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	return t.Kind == article.Word && t.Is(article.Capital)
}

// openings makes a JudgeAll that takes phrases at the head of a sentence. It
// finds nothing where there are fewer than least of them, or where their share
// of the article's sentences is lower.
func openings(least int, share float64) func(*detect.Document, []detect.Hit) []detect.Match {
	return func(doc *detect.Document, hits []detect.Hit) []detect.Match {
		var out []detect.Match
		last := -1
		for _, hit := range hits {
			first := doc.Tokens[hit.First]
			if hit.First == last || hit.First != doc.Sentences[first.Sentence].Tokens.First || first.Is(article.Quoted) {
				continue
			}
			out = append(out, detect.Match{Span: doc.SpanOf(hit.Range)})
			last = hit.First
		}
		if len(out) < least || float64(len(out)) < share*float64(len(doc.Sentences)) {
			return nil
		}
		return out
	}
}

// inNews makes a JudgeAll that leaves columns, letters and reviews alone.
func inNews(judge func(*detect.Document, []detect.Hit) []detect.Match) func(*detect.Document, []detect.Hit) []detect.Match {
	return func(doc *detect.Document, hits []detect.Hit) []detect.Match {
		found := judge(doc, hits)
		if len(found) > 0 && columnist(doc, hits[0]) {
			return nil
		}
		return found
	}
}

// impersonal makes a JudgeAll that leaves texts alone whose author says "I":
// columns, letters and reviews, not news.
func impersonal(judge func(*detect.Document, []detect.Hit) []detect.Match) func(*detect.Document, []detect.Hit) []detect.Match {
	return func(doc *detect.Document, hits []detect.Hit) []detect.Match {
		found := judge(doc, hits)
		if len(found) > 0 && saysI(doc) {
			return nil
		}
		return found
	}
}
