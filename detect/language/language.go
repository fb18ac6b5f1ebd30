// Package language decides whether an article is English, and where its English
// is from, and finds passages that were left in another language.
//
// Knowing languages well (lingua) costs hundreds of megabytes and up to
// seconds of loading, so it is asked only about text that a cheap look at the
// words finds suspicious: nearly all articles never load it.
package language

import (
	"slices"
	"strings"
	"unicode"

	"github.com/calque-check/calque/detect/article"
)

// A Passage is a stretch of an article in another language than English.
type Passage struct {
	article.Span
	Language   string  // ISO 639-1
	Confidence float64 // 0 to 1
}

// English is the code of the language that calque checks.
const English = "en"

// An Opinion is what language an article is in.
type Opinion struct {
	Language   string  // ISO 639-1, "" when it cannot be told
	Confidence float64 // 0 to 1
}

// The share of an article's words that are English function words. In native
// and translated English news it lies between .30 and .50 (headline lists and
// sports tables at .15 and above); in any other language below .08, where it
// is names and words such as "on", "in", "me" that look the same.
const (
	surelyEnglish  = 0.20
	surelyAnother  = 0.02
	wordsForASay   = 8 // below this many words an article is taken as English
	passageWords   = 4 // fewer words in another language are a term, not a passage
	minimumOpinion = 0.5

	scriptLettersForASay = 8 // so many letters of another script are more than a name
)

// Identify says which language an article is in. Names and other words that
// begin with a capital do not count. lingua is asked only when English
// function words are rare.
func Identify(a *article.Article) Opinion {
	words, native := 0, 0
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if t.Kind != article.Word || t.Flags&(article.InName|article.Capital) != 0 {
			continue
		}
		words++
		if functionWords.of(t) == english {
			native++
			// Enough even if none of the other tokens is English.
			if atMost := words + len(a.Tokens) - i - 1; words >= wordsForASay && float64(native) >= surelyEnglish*float64(atMost) {
				return Opinion{English, 1}
			}
		}
	}
	if words < wordsForASay && !mostlyForeignScript(a.Text) {
		return Opinion{English, 0.5}
	}
	share := float64(native) / float64(max(words, 1))
	if share >= surelyEnglish {
		return Opinion{English, 1}
	}
	text := sample(a)
	language, confidence := ask(text, likely(text))
	if language == English && share < surelyAnother {
		confidence = min(confidence, minimumOpinion)
	}
	return Opinion{language, confidence}
}

// sample is up to 2,000 bytes of prose without names: enough for lingua.
func sample(a *article.Article) string {
	var b strings.Builder
	for _, t := range a.Tokens {
		if t.Kind == article.Word && t.Flags&(article.InName|article.Capital) == 0 {
			b.WriteString(a.Slice(t.Span))
			b.WriteByte(' ')
		}
		if b.Len() > 2000 {
			break
		}
	}
	if b.Len() == 0 {
		return a.Text[:min(len(a.Text), 2000)]
	}
	return b.String()
}

// likely are the languages whose function words a text holds, leaving out
// those that have less than half as many as the first. It is empty when the
// words say too little: a single one in a long text.
func likely(text string) languages {
	counts, most, words := make([]int, len(foreign)), 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		words++
		set := functionWords.find(article.HashOf(w), w)
		for i := range foreign {
			if set&(1<<i) != 0 {
				counts[i]++
				most = max(most, counts[i])
			}
		}
	}
	if most < 2 && words >= wordsForASay {
		return 0
	}
	var out languages
	for i, n := range counts {
		if n > 0 && 2*n >= most {
			out |= 1 << i
		}
	}
	return out
}

// Passages finds the stretches of an English article that are in another
// language, in order. Names and what stands in quotation marks never count. A
// stretch is asked about when it holds at least four words in a row of which none
// is an English function word, but for single ones that are words elsewhere too,
// and foreign function words, letters or scripts speak for another language.
func Passages(a *article.Article) []Passage {
	var out []Passage
	for _, s := range a.Sentences {
		if !looksForeign(a.TokensIn(s.Tokens)) {
			continue
		}
		run := article.Range{First: s.Tokens.First, End: s.Tokens.First}
		flush := func() {
			if suspicious(a, run) {
				if p, ok := examine(a, run); ok {
					out = append(out, p)
				}
			}
		}
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			t := &a.Tokens[i]
			if t.Is(article.Quoted) {
				flush()
				run = article.Range{First: i + 1, End: i + 1}
				continue
			}
			if t.Kind == article.Word && functionWords.of(t) == english && !(elsewhere[t.Norm] && i > run.First && !englishAt(a, i-1) && !englishAt(a, i+1)) {
				flush()
				run.First = i + 1
			}
			run.End = i + 1
		}
		flush()
	}
	return out
}

// looksForeign reports whether a sentence holds what makes a run of it
// suspicious: two different foreign function words, or another script. Nearly
// all sentences are done with here.
func looksForeign(tokens []article.Token) bool {
	first := ""
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != article.Word {
			continue
		}
		if !t.ASCII() && hasOtherScript(t.Norm) {
			return true
		}
		if foreignWords.of(t) != 0 {
			if first != "" && first != t.Norm {
				return true
			}
			first = t.Norm
		}
	}
	return false
}

// hasOtherScript is true of every word with a letter from U+0240 on, where
// other scripts than the Latin begin, and of few others.
func hasOtherScript(word string) bool {
	for i := range len(word) {
		if word[i] >= 0xc9 {
			return true
		}
	}
	return false
}

// englishAt reports whether an English function word stands at a token.
func englishAt(a *article.Article, i int) bool {
	return i >= 0 && i < len(a.Tokens) && functionWords.of(&a.Tokens[i]) == english
}

// suspicious is the cheap test: two different foreign function words, or
// letters that English does not use, in a run without English function words.
func suspicious(a *article.Article, r article.Range) bool {
	words, foreign, script := 0, 0, 0
	first, several := "", false
	for i := r.First; i < r.End; i++ {
		t := &a.Tokens[i]
		if t.Kind != article.Word || t.Is(article.InName) {
			continue
		}
		words++
		switch {
		case foreignWords.of(t) != 0:
			foreign++
			if first == "" {
				first = t.Norm
			}
			several = several || t.Norm != first
		case isForeignScript(t.Norm):
			script++
		}
	}
	if words < passageWords {
		// Chinese and Japanese write without spaces: one token can be a sentence.
		return script > 0 && scriptLetters(a, r) >= scriptLettersForASay
	}
	return several && foreign*6 >= words || script*2 >= words
}

// examine asks lingua about a suspicious run, without its names.
func examine(a *article.Article, r article.Range) (Passage, bool) {
	var words []string
	first, end := -1, 0
	for i := r.First; i < r.End; i++ {
		t := a.Tokens[i]
		if t.Kind != article.Word || t.Is(article.InName) {
			continue
		}
		if first < 0 {
			first = i
		}
		end = i + 1
		words = append(words, a.Slice(t.Span))
	}
	text := strings.Join(words, " ")
	if scriptLetters(a, r) >= scriptLettersForASay { // a term or an address in Latin letters may stand among them
		text = strings.Join(slices.DeleteFunc(words, func(w string) bool { return !isForeignScript(w) }), " ")
	}
	language, confidence := ask(text, likely(text))
	if language == "" || language == English || confidence < minimumOpinion {
		return Passage{}, false
	}
	// What looks like a name at the ends belongs to the passage: German writes
	// all its nouns with capitals. English words before a comma do not.
	for first > r.First && a.Tokens[first-1].Kind == article.Word {
		first--
	}
	for end < r.End && a.Tokens[end].Kind == article.Word {
		end++
	}
	first, end = clause(a, first, end)
	return Passage{a.SpanOf(article.Range{First: first, End: end}), language, confidence}, true
}

// clause leaves out what stands before the last punctuation mark ahead of the
// first foreign word that can be told, and behind the first one after the last.
func clause(a *article.Article, first, end int) (int, int) {
	known := func(i int) bool {
		t := &a.Tokens[i]
		return t.Kind == article.Word && (foreignWords.of(t) != 0 || isForeignScript(t.Norm))
	}
	from, to := first, end
	for i := first; i < end && !known(i); i++ {
		if a.Tokens[i].Kind != article.Word {
			from = i + 1
		}
	}
	for i := end - 1; i >= from && !known(i); i-- {
		if a.Tokens[i].Kind != article.Word {
			to = i
		}
	}
	if from >= to {
		return first, end
	}
	return from, to
}

func isForeignScript(word string) bool {
	for _, r := range word {
		if r >= 0x250 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return true
		}
	}
	return false
}

func scriptLetters(a *article.Article, r article.Range) int {
	n := 0
	for _, c := range a.Slice(a.SpanOf(r)) {
		if c >= 0x250 && unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) {
			n++
		}
	}
	return n
}
