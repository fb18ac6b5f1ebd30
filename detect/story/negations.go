package story

import (
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Which words deny a claim. "Not" does, but for idioms; a good many words do it
// without saying so, and of two sentences one has "cannot" where the other has
// "unable". Where one of those stands polarity is not judged.

var (
	negations = classesOf("not no never nobody none neither nor cannot")
	modals    = classesOf("would could may might")
	denials   = classesOf("deny denies denied refuse refuses refused reject rejects rejected fail fails failed unlikely hardly barely if unless whether")

	// implied say "not" in other words, or turn it round.
	implied = classesOf(`without until only rarely seldom otherwise instead rather except excluding lack lacks lacked lacking
		avoid avoids avoided avoiding prevent prevents prevented preventing refrain stop stops stopped stopping cease ceased
		forbid forbids forbidden forbade ban banned prohibit prohibits prohibited exclude excludes excluded absent absence devoid
		nothing nowhere failure failures zero difficult difficulty hard bad badly poor poorly wrong
		t`)  // of "don’ t"

	// idiomatic are words after a negation that make something else of it: "not
	// only", "no less", "no doubt".
	idiomatic = classesOf(`only just merely simply least less fewer more later longer doubt matter time alone to mention even yet necessarily
		always all everyone every quite very so too far`)
)

// negates reports whether a negation denies its sentence; clear is false for an
// idiom, of which that cannot be said.
func (a *text) negates(k int) (denies, clear bool) {
	word, next := a.Tokens[k].Norm, ""
	if k+1 < len(a.Tokens) {
		next = a.Tokens[k+1].Norm
	}
	number := k + 1
	if word == "no" && next == "." {
		number++
	}
	if number < len(a.Tokens) && a.Tokens[number].Kind == article.Number && word != "not" {
		return false, true // No. 60
	}
	if idiomatic[next] || word == "none" && k > 0 && a.Tokens[k-1].Norm == "to" {
		return false, false
	}
	return true, true
}

// impliesNot reports whether a word says "not" in other words: "unable",
// "inappropriate", "sleepless".
func impliesNot(norm string) bool {
	if implied[norm] || strings.HasPrefix(norm, "non-") || strings.HasSuffix(norm, "less") {
		return true
	}
	for _, prefix := range []string{"un", "in", "im", "ir", "il", "dis"} {
		if rest, ok := strings.CutPrefix(norm, prefix); ok && len(rest) > 3 {
			if _, known := listed(rest); known {
				return true
			}
		}
	}
	return false
}
