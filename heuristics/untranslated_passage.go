package heuristics

import (
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
)

// untranslatedPassages are the heuristics of whole clauses left in the source
// language.
var untranslatedPassages = []detect.Heuristic{
	{
		Name: "untranslated-passage", Family: detect.Untranslated, Category: "accuracy/untranslated", Severity: detect.Critical,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "nl", "pl", "cs", "tr", "sv", "ro"},
		Doc: detect.Doc{
			What:   "A clause or a sentence in another language, outside quotation marks.",
			Why:    "A segment came through the translation as it was. The language is told by its function words and confirmed by n-gram models of each language.",
			Humans: "In quotation marks, in brackets, behind \"the motto\" or \"known as\", and in titles and set phrases, which are short; those are left alone.",
			Misses: "Passages of fewer than five words; other scripts, which non-latin-script-residue finds.",
		},
		Message: "left in the source language",
		Where:   detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Scan:    foreignPassages,
		Examples: []detect.Example{
			{Text: "The mayor spoke for an hour. ⟦Wir haben nicht genug Geld für den neuen Kindergarten und die Schule⟧. Nobody applauded."},
			{Text: "The ministry promised help for the growers.\n\n⟦Les éleveurs de la région ne sont pas encore convaincus par cette promesse⟧.\n\nThe next meeting is in May."},
			{Text: "The club sold two players, ⟦pero el entrenador no quiere hablar de los fichajes hasta que termine la temporada⟧."},
			{Text: "# ⟦Il sindaco non ha ancora deciso dove costruire la nuova scuola⟧\n\nThe mayor of the town has put off a decision on the new school."},
		},
		NearMisses: []string{
			"The mayor spoke for an hour. \"Wir haben nicht genug Geld für den neuen Kindergarten und die Schule,\" he said.",
			"He teaches at the École normale supérieure and writes for Le Monde diplomatique.",
			"The order's motto, honi soit qui mal y pense, hangs over the door.",
			"She shrugged: plus ça change, plus c'est la même chose.",
			"The party (Union pour la défense des commerçants et des artisans) was founded in 1953.",
			"His first novel, Die Leiden des jungen Werthers, sold out at once.",
		},
	},
}

// A passage must be this long, and this much of its sentence or this long by
// itself, to be text that was left behind and no set phrase. Words.
const (
	leftBehind      = 5
	leftBehindAlone = 9
)

// foreignPassages finds clauses in another language.
func foreignPassages(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, p := range doc.Foreign() {
		first, end := doc.TokenAt(p.Start), doc.TokenAt(p.End)
		words, capitals := 0, 0
		for i, t := range doc.Tokens[first:end] {
			if t.Kind != article.Word {
				continue
			}
			words++
			if t.Is(article.Quoted) {
				words = 0
				break
			}
			if t.Is(article.Capital) && i > 0 {
				capitals++
			}
		}
		sentence := 0
		for _, t := range doc.TokensIn(doc.Sentences[doc.SentenceAt(p.Start)].Tokens) {
			if t.Kind == article.Word {
				sentence++
			}
		}
		switch {
		case words < leftBehind, words < leftBehindAlone && 2*words < sentence,
			script(firstRune(doc.Slice(p.Span))) != nil,
			p.Language != "de" && 3*capitals > words, 3*capitals > 2*words, // a name or a title
			glossed(doc.Text, p.Start, p.End), mentioned(doc, first):
			continue
		}
		found = append(found, detect.Match{
			Span: p.Span, Message: "left in " + language.Name(p.Language), SourceLanguages: []string{p.Language},
		})
	}
	return found
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
