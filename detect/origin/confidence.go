package origin

import (
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// The degrees of confidence.
const (
	Low    = "low"
	Medium = "medium"
	High   = "high"
)

// Limits of what the model was made for. Words: measured, see MODEL.md. The
// shares are where a text stops being running prose of one writer.
const (
	fewWords     = 100
	enoughWords  = 200
	mostlyQuoted = .5
	mostlyOdd    = .3
	manyNumbers  = .12
	manyPersons  = .06 // “I”, “we”, “you” and theirs outside quotation
	manyShall    = .01
	mixed        = .65 // probability of native English, or of translation, below which neither is likely
	repeatWindow = 250 // words within which repetition is looked for
	variety      = 5   // one word in so many should be a new one

	manyInstructions = .3  // of the sentences
	manyQuestions    = .25 // of the paragraphs
)

// confidence says how far a judgement can be trusted, and why not further.
// Words are those that the model looked at, native is the probability of
// native English, best the highest of the three.
func confidence(a *article.Article, words int, native, best float64) (degree string, doubts []string) {
	if words < fewWords {
		doubts = append(doubts, "fewer than 100 words of prose")
	}
	doubts = append(doubts, wordDoubts(a, words)...)
	doubts = append(doubts, sentenceDoubts(a)...)
	doubts = append(doubts, lineDoubts(a)...)
	if sure := max(native, 1-native); sure < mixed {
		doubts = append(doubts, mixedSigns)
	}
	switch {
	case len(doubts) > 0:
		return Low, doubts
	case words < enoughWords || best < .8:
		return Medium, nil
	}
	return High, nil
}

// A wordSet is a set of up to repeatWindow/variety words.
type wordSet struct {
	n     int
	slots [128]string // "" is free
}

func (s *wordSet) add(w string) {
	if w == "" {
		return
	}
	at := len(w) + 7*int(w[0]) + 31*int(w[len(w)-1]) + 17*int(w[len(w)/2])
	for ; ; at++ {
		switch slot := &s.slots[at%len(s.slots)]; *slot {
		case w:
			return
		case "":
			*slot = w
			s.n++
			return
		}
	}
}

// legal is the doubt of contracts and statutes.
const legal = "legal language, which is formulaic whoever wrote it"

// mixedSigns is the doubt of an article that may as well be native as not.
const mixedSigns = "the signs are mixed"

// wordDoubts look at what the text is made of.
func wordDoubts(a *article.Article, words int) (doubts []string) {
	var all, quoted, numbers, persons, shall int
	var distinct wordSet
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if t.Kind > article.Number {
			continue
		}
		if all++; all <= repeatWindow && distinct.n < repeatWindow/variety {
			distinct.add(t.Norm)
		}
		switch {
		case t.Is(article.Quoted):
			quoted++
		case t.Kind == article.Number:
			numbers++
		case speaking(t.Norm):
			persons++
		case t.Norm == "shall" && i > 0 && !speaking(a.Tokens[i-1].Norm):
			shall++
		}
	}
	share := func(n int) float64 { return float64(n) / float64(max(all, 1)) }
	if share(quoted) > mostlyQuoted {
		doubts = append(doubts, "mostly quotation: these may be the words of someone translated, or of a native speaker")
	}
	if share(numbers) > manyNumbers {
		doubts = append(doubts, "mostly figures, as in tables of results")
	}
	if share(persons) > manyPersons {
		doubts = append(doubts, "written as “I”, “we” or “you”, as columns, speeches and posts are; the model knows reports")
	}
	if shall > 2 && share(shall) > manyShall {
		doubts = append(doubts, legal)
	}
	if all > words*3/2 {
		doubts = append(doubts, "mostly headings or list items")
	}
	if distinct.n*variety < min(all, repeatWindow) {
		doubts = append(doubts, "the same few words over and over")
	}
	return doubts
}

// opensPronoun are the letters with which pronouns of these persons begin.
var opensPronoun = [256]bool{'i': true, 'm': true, 'o': true, 'u': true, 'w': true, 'y': true}

// speaking reports whether a word is a pronoun of the first or second person.
func speaking(norm string) bool {
	if norm == "" || !opensPronoun[norm[0]] {
		return false // most words
	}
	switch norm {
	case "i", "i'm", "i've", "i'd", "i'll", "me", "my", "myself", "you", "you're", "you've", "you'd", "you'll", "your",
		"we", "we're", "we've", "we'd", "we'll", "us", "our", "ourselves":
		return true
	}
	return false
}

// sentenceDoubts look at how sentences open.
func sentenceDoubts(a *article.Article) (doubts []string) {
	instructions := 0
	for _, s := range a.Sentences {
		if s.Tokens.First < s.Tokens.End && imperatives[a.Tokens[s.Tokens.First].Norm] {
			instructions++
		}
	}
	if n := len(a.Sentences); n > 3 && float64(instructions) > manyInstructions*float64(n) {
		doubts = append(doubts, "instructions, as in a recipe")
	}
	return doubts
}

// imperatives are verbs that open the sentences of recipes and other
// instructions, and hardly ever those of news.
var imperatives = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`add allow apply arrange attach bake beat blend boil bring brush check choose chop click combine connect
		cook cool cover cut dissolve divide drain draw enter fill fold fry garnish grate grease grill heat insert keep knead leave lift
		line lower make melt mix open peel place pour preheat prepare press prick put reduce remove repeat rinse roast roll rub scatter
		season select serve set sift simmer slice soak spoon spread sprinkle stir strain switch take taste tighten tip toast top toss
		transfer turn unscrew use wait warm wash whisk wipe wrap`) {
		m[w] = true
	}
	return m
}()

// lineDoubts look at the shape of the paragraphs.
func lineDoubts(a *article.Article) (doubts []string) {
	var lines, speakers, questions, verses, items, formulas int
	anyLegal := legalLanguage(a.Text)
	for _, p := range a.Paragraphs {
		if p.Kind == article.Headline || p.Kind == article.Standfirst {
			continue
		}
		text := a.Slice(p.Span)
		lines++
		if speakerLine(text) {
			speakers++
		}
		if strings.HasSuffix(text, "?") {
			questions++
		}
		if p.Kind == article.ListItem {
			items++
		}
		if len(text) < 60 && !strings.ContainsAny(text[max(0, len(text)-4):], ".!?:") {
			verses++
		}
		if anyLegal && legalLanguage(text) {
			formulas++
		}
	}
	part := func(n int) bool { return lines > 3 && float64(n) > mostlyOdd*float64(lines) }
	if questions > 2 && float64(questions) > manyQuestions*float64(lines) {
		doubts = append(doubts, "questions and answers, as in an interview")
	}
	if part(speakers) {
		doubts = append(doubts, "a transcript: speech is not written like news")
	}
	if part(items) {
		doubts = append(doubts, "mostly a list")
	}
	if part(verses) {
		doubts = append(doubts, "mostly short lines without a full stop, as in verse or a table")
	}
	if part(formulas) || lines <= 3 && formulas > 0 {
		doubts = append(doubts, legal)
	}
	return doubts
}

// legalLanguage reports whether a text has one of the phrases of contracts.
// Each is looked for by its rarest letter: that takes three quarters of the time
// of looking for the whole.
func legalLanguage(text string) bool {
	return contains(text, "hereby", 4) || contains(text, "pursuant to", 0) || contains(text, "herein", 0) || contains(text, "the undersigned", 12)
}

// contains reports whether a text contains a phrase at the beginning of a word:
// "hereby", not "whereby". The phrase's byte at rare is the one to look for
// first.
func contains(text, phrase string, rare int) bool {
	for at := rare; at < len(text); at++ {
		i := strings.IndexByte(text[at:], phrase[rare])
		if i < 0 {
			return false
		}
		at += i
		start := at - rare
		if strings.HasPrefix(text[start:], phrase) && (start == 0 || !letter(text[start-1])) {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// speakerLine reports whether a line begins like one of a transcript: a name,
// then a colon ("MODERATOR: ...", "Anna Berg: ...", "Q: ...").
func speakerLine(line string) bool {
	const longest = 40
	name, _, ok := strings.Cut(line[:min(len(line), longest+1)], ":")
	if !ok || len(name) == len(line)-1 || len(strings.Fields(name)) > 4 {
		return false
	}
	for _, w := range strings.Fields(name) {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return name != ""
}
