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

// inForm is a replacement with the verb in its braces inflected as another verb
// is that has these forms, of which one is found; where that may be two of them,
// both follow each other. Empty braces stand for the form that is found.
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

// doublingIn are irregular verbs of several syllables that double their last letter
// before -ing; those of one syllable do so by their letters.
var doublingIn = setOf("begin forbid forget upset")

// formsOf are the base, -s, past, past participle and -ing forms of a verb.
func formsOf(base string) [5]string {
	if base == "be" {
		return [5]string{"be", "is", "was", "been", "being"}
	}
	known := verbsByBase[base]
	if known == nil {
		past := regularPast(base)
		known = &verb{base, past, past}
	}
	last := base[len(base)-1:]
	f := [5]string{base, thirdPerson(base), known.past, known.participle, base + "ing"}
	switch {
	case strings.HasSuffix(base, "ie"):
		f[4] = base[:len(base)-2] + "ying"
	case last == "e" && !endsInAny(base, "ee", "oe", "ye"):
		f[4] = base[:len(base)-1] + "ing"
	case known.past == base+last+"ed", doublingIn[base], known.past != base+"ed" && isShort(base):
		f[4] = base + last + "ing"
	}
	return f
}

// thirdPerson is the form of a verb after "he".
func thirdPerson(base string) string {
	switch {
	case base == "have":
		return "has"
	case base == "go" || base == "do" || endsInAny(base, "s", "x", "z", "sh", "ch"):
		return base + "es"
	case endsInConsonantY(base):
		return base[:len(base)-1] + "ies"
	}
	return base + "s"
}

// endsInConsonantY reports whether the last letter of a verb becomes "ie" before
// an ending: "carry", not "play".
func endsInConsonantY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !isVowel(base[n-2])
}

// isShort reports whether a verb has one vowel, and one consonant after it that
// is doubled before an ending: "put", "quit".
func isShort(base string) bool {
	n := len(base)
	if n < 3 || isVowel(base[n-1]) || strings.IndexByte("wxy", base[n-1]) >= 0 || !isVowel(base[n-2]) {
		return false
	}
	before := strings.TrimSuffix(base[:n-2], "qu")
	return !strings.ContainsAny(before, "aeiou")
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func endsInAny(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}
