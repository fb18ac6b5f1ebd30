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
// sentence), and the languages that have it.
//
// A verb in braces stands for all its forms: "{drown} the fish" with "{muddy}
// the waters" finds "drowned the fish" and suggests "muddied the waters".
// Several verbs in the braces of the phrase are alternatives, and empty braces
// in the replacement stand for the verb that was found.
type idiom struct{ phrase, instead, from string }

// literal makes the phrases and the Judge of a table of idioms. Phrases that
// end in a full stop must be whole sentences.
func literal(table []idiom) ([]string, func(*detect.Document, detect.Hit) (detect.Match, bool)) {
	var rows []swap
	var languages [][]string
	for _, row := range table {
		from := strings.Fields(row.from)
		for _, s := range inflected(row.phrase, row.instead) {
			rows = append(rows, s)
			languages = append(languages, from)
		}
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

// inflected are the forms of a phrase with a verb in braces, each with the
// replacement in the same form.
func inflected(phrase, instead string) []swap {
	before, rest, found := strings.Cut(phrase, "{")
	if !found {
		return []swap{{phrase, instead}}
	}
	verbs, after, _ := strings.Cut(rest, "}")
	out := make([]swap, 0, 5*(1+strings.Count(verbs, "|")))
	for verb := range strings.SplitSeq(verbs, "|") {
		forms := formsOf(verb)
		for first, form := range forms {
			if slices.Index(forms[:], form) < first {
				continue
			}
			// A form that serves twice ("put") gets both replacements.
			var replacements []string
			for k := first; k < len(forms); k++ {
				if forms[k] != form {
					continue
				}
				for alternative := range strings.SplitSeq(instead, "|") {
					if text := inForm(strings.ReplaceAll(alternative, "{}", form), k); text != "" && !slices.Contains(replacements, text) {
						replacements = append(replacements, text)
					}
				}
			}
			out = append(out, swap{before + form + after, strings.Join(replacements, "|")})
		}
	}
	return out
}

// inForm is a replacement with the verb in its braces in the k-th form.
func inForm(instead string, k int) string {
	before, rest, found := strings.Cut(instead, "{")
	if !found {
		return instead
	}
	verb, after, _ := strings.Cut(rest, "}")
	return before + formsOf(verb)[k] + after
}

// Verbs of idioms that do not inflect by the rules: their past and participle;
// those that double the last letter; and those that do so before -ing alone,
// their past being irregular.
var (
	pastForms = map[string]string{
		"put": "put put", "set": "set set", "cut": "cut cut", "cost": "cost cost", "hit": "hit hit", "let": "let let",
		"light": "lit lit", "throw": "threw thrown", "make": "made made", "give": "gave given", "take": "took taken",
		"ring": "rang rung", "draw": "drew drawn", "hold": "held held", "keep": "kept kept", "bring": "brought brought",
		"break": "broke broken", "fall": "fell fallen", "stand": "stood stood", "speak": "spoke spoken", "buy": "bought bought",
		"sell": "sold sold", "drink": "drank drunk", "eat": "ate eaten", "sit": "sat sat", "come": "came come", "go": "went gone",
		"have": "had had", "be": "was been", "get": "got got", "lose": "lost lost", "find": "found found", "catch": "caught caught",
		"beat": "beat beaten", "wake": "woke woken", "sweep": "swept swept", "lead": "led led", "leave": "left left",
		"hang": "hung hung", "shine": "shone shone", "sing": "sang sung", "stick": "stuck stuck", "send": "sent sent",
		"bear": "bore borne", "win": "won won", "spread": "spread spread", "do": "did done", "swim": "swam swum", "feel": "felt felt",
	}
	doubling   = setOf("stop stir beg drop plan drag admit step rub chop rob kidnap")
	doublingIn = setOf("put set cut hit let get sit win swim")
)

// formsOf are the base, -s, past, past participle and -ing forms of a verb.
func formsOf(verb string) [5]string {
	f := [5]string{verb, verb + "s", verb + "ed", verb + "ed", verb + "ing"}
	last, stem := verb[len(verb)-1], verb[:len(verb)-1]
	vowelBefore := len(stem) > 0 && strings.ContainsRune("aeiou", rune(stem[len(stem)-1]))
	switch {
	case last == 'e' && verb != "be":
		f = [5]string{verb, verb + "s", verb + "d", verb + "d", stem + "ing"}
	case last == 'y' && !vowelBefore:
		f = [5]string{verb, stem + "ies", stem + "ied", stem + "ied", verb + "ing"}
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "ss"):
		f[1] = verb + "es"
	}
	switch {
	case doubling[verb] || doublingIn[verb]:
		double := verb + string(last)
		f[2], f[3], f[4] = double+"ed", double+"ed", double+"ing"
	case verb == "be":
		f[1], f[4] = "is", "being"
	case verb == "have":
		f[1] = "has"
	case verb == "go" || verb == "do":
		f[1] = verb + "es"
	}
	if p, ok := pastForms[verb]; ok {
		f[2], f[3], _ = strings.Cut(p, " ") // past, participle
	}
	return f
}
