package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// idiomatic are the heuristics of idioms translated word for word, one for
// each group of source languages and one for the idioms that most of Europe
// shares but English does not. The idioms themselves are rows of tables in
// idiom_*.go.
var idiomatic = slices.Concat(idiomRomance, idiomGermanicSlavic, idiomEastern)

// An idiom is a row of those tables: the literal English wording, what English
// says instead ("|" between alternatives, empty when that depends on the
// sentence), with verbs in braces as in a swap, and the languages that have it.
type idiom struct{ phrase, instead, from string }

// literal makes the phrases and the Judge of a table of idioms. Phrases that
// end in a full stop must be whole sentences.
func literal(table []idiom) ([]string, func(*detect.Document, detect.Hit) (detect.Match, bool)) {
	rows, languages := make([]swap, len(table)), make([][]string, len(table))
	for i, row := range table {
		rows[i], languages[i] = swap{row.phrase, row.instead}, strings.Fields(row.from)
	}
	plain := replace(rows)
	return phrasesOf(rows), func(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
		if strings.HasSuffix(rows[hit.Phrase].phrase, " .") && !opening(doc, hit) ||
			inTitle(doc, hit) || inCompound(doc, hit) {
			return detect.Match{}, false
		}
		m, ok := plain(doc, hit)
		m.SourceLanguages = languages[hit.Phrase]
		if len(m.Suggestions) == 2 && !afterToOrModal(doc, hit) {
			// "put": the past is commoner in news than the base form.
			slices.Reverse(m.Suggestions)
		}
		return m, ok
	}
}

// inTitle holds where a word inside the hit has a capital that it would not
// have in running text: the title of a book or song.
func inTitle(doc *detect.Document, hit detect.Hit) bool {
	for i := hit.First + 1; i < hit.End; i++ {
		if w := norm(doc, i); capital(doc, i) && !properWords[w] && !weekdays[w] && !months[w] {
			return true
		}
	}
	return false
}

// properWords are the words of idioms that have a capital anywhere.
var properWords = setOf("athens hunayn hunain spanish")

// inCompound holds where the last noun of the hit goes on: "the powder store".
func inCompound(doc *detect.Document, hit detect.Hit) bool {
	last := doc.Tokens[hit.End-1]
	return last.Kind == article.Word && !strings.Contains(last.Norm, "-") && !commonPreposition[last.Norm] && !determiners[last.Norm] && !ended(doc, hit)
}

// afterToOrModal holds where the next verb is in its base form.
func afterToOrModal(doc *detect.Document, hit detect.Hit) bool {
	before := preceding(doc, hit, 1).Norm
	if isAdverb(before) || before == "not" {
		before = preceding(doc, hit, 2).Norm
	}
	return before == "to" || modals[before] || doForms[before]
}

// idiomHeuristic is a heuristic made of a table of idioms.
func idiomHeuristic(h detect.Heuristic, table []idiom) detect.Heuristic {
	h.Family, h.Category = detect.Idiom, "accuracy/mistranslation"
	h.Message = "An idiom of another language word for word."
	h.Phrases, h.Judge = literal(table)
	return h
}
