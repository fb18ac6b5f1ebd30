package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// telling are heuristics of verbs of saying that are used as the verbs of other
// languages are.
var telling = []detect.Heuristic{
	{
		Name: "telling-nobody", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru", "zh"},
		Message:         "This verb needs a person in English (\"assured her that\") or takes no \"that\"; write \"said\".",
		Doc: detect.Doc{
			What:   `"The minister assured that", "the firm has informed that", "he reminded that": a verb that wants somebody told before "that"; or "denounced that", "defended that", "expressed that", "introduced that", which take no such clause.`,
			Why:    `French "assurer que", "rappeler que", Spanish "informar que", "denunciar que", "defender que", Russian "напомнить, что", Chinese 介绍 and 表示 need nobody who is told. English has "assured parents that", or "said" (Quirk et al., A Comprehensive Grammar, 1985, 16.60).`,
			Humans: `In the passive ("was informed that", "rest assured that") and after the person told ("residents alerted that"), which are left alone.`,
			Misses: `Past forms after a common noun that can be the person told.`,
		},
		Phrases: []string{
			"assured|informed|reminded|alerted|notified that", "assures|informs|reminds|alerts|notifies that",
			"denounced|denounces|defended|defends|criticised|criticized|expressed|expresses|introduced|introduces|manifested|manifests|ratified|ratifies|precised|precises|deplored|pointed that",
		},
		Judge: judgeTellingNobody,
		Examples: []detect.Example{
			{Text: "The minister ⟦has assured that⟧ the bridge is safe.", Suggest: "has said that"},
			{Text: "He ⟦reminded that⟧ the fee falls due in May.", Suggest: "said that"},
			{Text: "The regulator ⟦informs that⟧ two banks are closed.", Suggest: "says that"},
			{Text: "The union ⟦denounced that⟧ nobody was heard.", Suggest: "said that"},
			{Text: "Ana Prokop ⟦assured that⟧ she knew nothing.", Suggest: "said that"},
		},
		NearMisses: []string{
			"The minister assured parents that the school is safe.",
			"Rest assured that the bridge will hold.",
			"The couple were not informed that the flight was full.",
			"Residents alerted that the dam had burst ran for the hills.",
			"She went home, reassured and reminded that she was loved.",
			"Doubts were expressed that the vote was fair.",
			"The law defended that day was later changed.",
			"He criticised that decision at once.",
			"The captain, informed that fog was coming, turned back.",
			"Nobody felt assured that the worst was over.",
			"The tax introduced that year was never liked.",
		},
	},
	{
		Name: "rare-present-after-quotation", Family: detect.Tense, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "it", "de", "es", "pt"},
		Message:         `A quotation closed with a verb that English news does not use so; write "said".`,
		Doc: detect.Doc{
			What:   `"...", testifies a neighbour; "...", assures the owner: a quotation closed in the present with a verb like testify, assure, specify, deplore, rejoice, and the speaker behind it.`,
			Why:    "Continental news varies the verb of saying and puts it in the present; English news has \"said\". What English features use (explains, recalls, laments, adds) is not counted.",
			Humans: "Not in two million words of native news.",
			Misses: "Other verbs, and those with the speaker before them (see narrative-present-speech-sequence).",
		},
		Phrases: []string{"testifies|tells|narrates|relates|assures|rejoices|deplores|specifies|precises|indicates|affirms|underlines|confides|judges|estimates|alerts|denounces|declares|regrets|informs|criticises|criticizes|summarizes|summarises|emphasizes|emphasises|asserts|testify|assure|confide|deplore|affirm"},
		Judge:   judgeRarePresent,
		Examples: []detect.Example{
			{Text: "\"We heard a loud bang\", ⟦testifies⟧ a neighbour.", Suggest: "said"},
			{Text: "\"The bread is as good as ever,\" ⟦assures⟧ the new owner.", Suggest: "said"},
			{Text: "\"It is a scandal\", ⟦deplores⟧ Ana Prokop.", Suggest: "said"},
		},
		NearMisses: []string{
			"\"We heard a loud bang,\" says a neighbour.",
			"\"The bread is as good as ever,\" recalls the new owner.",
			"The man known as \"the baker\" regrets the fire.",
			"A word such as \"scandal\" indicates the mood.",
			"\"Home\" reveals the art of two brothers.",
		},
	},
}

// personalVerbs are the forms that only want somebody who is told; the others take no "that".
var personalVerbs = setOf("assured informed reminded alerted notified assures informs reminds alerts notifies")

// judgeTellingNobody takes an active verb with its subject before it and "that" and a
// clause behind it.
func judgeTellingNobody(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	verb, before := norm(doc, hit.First), hit.First-1
	for before >= s.First && isAdverb(norm(doc, before)) {
		before--
	}
	// "that year was", "that decision at once": no clause begins there.
	if before < s.First || timeNouns[norm(doc, hit.End)] || !clauseFollows(doc, hit.End, s.End) {
		return detect.Match{}, false
	}
	start, present := hit.First, verb[len(verb)-1] == 's'
	switch w := norm(doc, before); {
	case w == "has" || w == "have" || w == "had":
		start = before
	case w == "he", w == "she", w == "they", w == "it", w == "who" && norm(doc, before-1) == ",":
	case commonPreposition[w], finite(w), determiners[w], questionWords[w], w == "be", w == "been", w == "being", isParticiple(w) && !present, w == "and", w == "or", w == "rest":
		return detect.Match{}, false
	case doc.Tokens[before].Kind != article.Word:
		return detect.Match{}, false
	case capital(doc, before) && !doc.Tokens[before].Is(article.Opens):
	case personalVerbs[verb] && !present:
		// "Residents alerted that": only a body that speaks for itself counts.
		if !spokesmen[w] {
			return detect.Match{}, false
		}
	case !present && isPluralNoun(w):
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[start].Start, End: doc.Tokens[hit.End-1].End}}
	instead := map[bool]string{true: "says that", false: "said that"}[present]
	if start < hit.First {
		if start+1 < hit.First {
			return m, true
		}
		instead = norm(doc, start) + " " + instead
	}
	m.Suggestions = []string{instead}
	return m, true
}

// spokesmen are bodies and offices whose past "informed that" is active.
var spokesmen = setOf("minister ministry police government mayor president prosecutor spokesman spokeswoman spokesperson service office administration agency prefecture company club council committee union lawyer governor director manager")

// clauseFollows reports whether a clause with a verb begins at the token: after
// "that" as a demonstrative only a noun follows.
func clauseFollows(doc *detect.Document, i, end int) bool {
	w := norm(doc, i)
	if determiners[w] || subjectPronouns[w] || negativePronouns[w] || w == "there" {
		return true
	}
	if !capital(doc, i) && !isPluralNoun(w) && !isCount(doc, i) && w != "at" && w != "in" {
		return false
	}
	for k := i + 1; k < end && k < i+14; k++ {
		if w := norm(doc, k); finite(w) || isPast(w) && !determiners[norm(doc, k-1)] {
			return true
		}
	}
	return false
}

// judgeRarePresent takes such a verb between a quotation and its speaker.
func judgeRarePresent(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	return match(doc.SpanOf(hit.Range), "said"), afterQuotation(doc, hit.First) >= 0 && speakerAt(doc, hit.End) && !titled(doc, hit)
}
