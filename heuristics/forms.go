package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
)

// inAllForms is a phrase with all forms of the verbs in its braces as
// alternatives.
func inAllForms(phrase string) string {
	before, rest, found := strings.Cut(phrase, "{")
	if !found {
		return phrase
	}
	verbs, after, _ := strings.Cut(rest, "}")
	var all []string
	for verb := range strings.SplitSeq(verbs, "|") {
		for _, form := range formsOf(verb) {
			if !slices.Contains(all, form) {
				all = append(all, form)
			}
		}
	}
	return before + strings.Join(all, "|") + after
}

// insteadOf is what the row has instead of its phrase, with the verbs in braces
// in the form that the phrase has at a hit. A form that serves twice ("put") gets
// both.
func (s swap) insteadOf(doc *detect.Document, hit detect.Hit) string {
	_, rest, found := strings.Cut(s.phrase, "{")
	if !found {
		return s.instead
	}
	verbs, _, _ := strings.Cut(rest, "}")
	for _, t := range doc.TokensIn(hit.Range) {
		for verb := range strings.SplitSeq(verbs, "|") {
			if forms := formsOf(verb); slices.Contains(forms[:], t.Norm) {
				return inForm(s.instead, forms, t.Norm)
			}
		}
	}
	return s.instead
}

// inForm is a replacement with the verb in its braces in that form, or those,
// which another verb has; empty braces are that verb's.
func inForm(instead string, forms [5]string, form string) string {
	var all []string
	for k := range forms {
		if forms[k] != form {
			continue
		}
		for alternative := range strings.SplitSeq(instead, "|") {
			before, rest, found := strings.Cut(alternative, "{")
			if verb, after, _ := strings.Cut(rest, "}"); found && verb == "" {
				alternative = before + form + after
			} else if found {
				alternative = before + formsOf(verb)[k] + after
			}
			if alternative != "" && !slices.Contains(all, alternative) {
				all = append(all, alternative)
			}
		}
	}
	return strings.Join(all, "|")
}

// Verbs of phrases that do not inflect by the rules: their past and participle;
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
		"bear": "bore borne", "win": "won won", "spread": "spread spread", "do": "did done", "build": "built built", "swim": "swam swum", "feel": "felt felt",
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
