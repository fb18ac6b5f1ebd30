package origin

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
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
	c := countWords(a)
	doubts = append(doubts, c.doubts(words)...)
	doubts = append(doubts, sentenceDoubts(a)...)
	doubts = append(doubts, lineDoubts(a, c.formulas)...)
	if native < .5 && language.OuterCircle(a) {
		doubts = append(doubts, outerCircle)
	}
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

// A wordSet is a set of up to repeatWindow/variety words, known by their
// hashes.
type wordSet struct {
	n     int
	slots [128]uint32 // 0 is free
}

func (s *wordSet) add(hash uint32) {
	for at := hash; ; at++ {
		switch slot := &s.slots[at%uint32(len(s.slots))]; *slot {
		case hash:
			return
		case 0:
			*slot = hash
			s.n++
			return
		}
	}
}

// legal is the doubt of contracts and statutes.
const legal = "legal language, which is formulaic whoever wrote it"

// outerCircle is the doubt of a native English that the model has not seen.
const outerCircle = "set where papers have an English of their own, as in India or Nigeria; the model knows British, American and Australian news"

// mixedSigns is the doubt of an article that may as well be native as not.
const mixedSigns = "the signs are mixed"

// A census counts the words of an article by what they say of its kind.
type census struct {
	all, quoted, numbers, persons, shall int
	distinct                             wordSet
	formulas                             []int // bytes at which phrases of contracts begin
}

// countWords looks at all words once.
func countWords(a *article.Article) census {
	var c census
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if t.Kind > article.Number {
			continue
		}
		if c.all++; c.all <= repeatWindow && c.distinct.n < repeatWindow/variety {
			c.distinct.add(t.Hash)
		}
		quoted := t.Is(article.Quoted)
		switch {
		case quoted:
			c.quoted++
		case t.Kind == article.Number:
			c.numbers++
		}
		if bit := t.Hash % filterBits; filter[bit/64]>>(bit%64)&1 == 0 {
			continue // most words
		}
		switch {
		case legalAt(a.Tokens, i):
			c.formulas = append(c.formulas, t.Start)
		case quoted:
		case speaking(t.Norm):
			c.persons++
		case t.Norm == "shall" && i > 0 && !speaking(a.Tokens[i-1].Norm):
			c.shall++
		}
	}
	return c
}

// doubts look at what the text is made of. Words are those that the model
// looked at.
func (c *census) doubts(words int) (doubts []string) {
	share := func(n int) float64 { return float64(n) / float64(max(c.all, 1)) }
	if share(c.quoted) > mostlyQuoted {
		doubts = append(doubts, "mostly quotation: these may be the words of someone translated, or of a native speaker")
	}
	if share(c.numbers) > manyNumbers {
		doubts = append(doubts, "mostly figures, as in tables of results")
	}
	if share(c.persons) > manyPersons {
		doubts = append(doubts, "written as “I”, “we” or “you”, as columns, speeches and posts are; the model knows reports")
	}
	if c.shall > 2 && share(c.shall) > manyShall {
		doubts = append(doubts, legal)
	}
	if c.all > words*3/2 {
		doubts = append(doubts, "mostly headings or list items")
	}
	if c.distinct.n*variety < min(c.all, repeatWindow) {
		doubts = append(doubts, "the same few words over and over")
	}
	return doubts
}

// persons are the pronouns of the first and second person.
var persons = setOf(`i i'm i've i'd i'll me my myself you you're you've you'd you'll your
	we we're we've we'd we'll us our ourselves`)

// speaking reports whether a word is a pronoun of the first or second person.
func speaking(norm string) bool { return persons[norm] }

// contractWords are those of contracts: some are such alone, others with the
// word before or after them.
var contractWords = map[string]struct{ before, after string }{
	"hereby": {}, "herein": {}, "hereinafter": {}, "hereinbefore": {},
	"pursuant": {after: "to"}, "undersigned": {before: "the"},
}

// legalAt reports whether a word of contracts stands at a token.
func legalAt(tokens []article.Token, i int) bool {
	wants, is := contractWords[tokens[i].Norm]
	return is && (wants.before == "" || i > 0 && tokens[i-1].Norm == wants.before) &&
		(wants.after == "" || i+1 < len(tokens) && tokens[i+1].Norm == wants.after)
}

// The filter has a bit for the hash of each word that countWords looks at more
// closely.
const filterBits = 1 << 10

var filter = func() (f [filterBits / 64]uint64) {
	add := func(w string) {
		bit := article.HashOf(w) % filterBits
		f[bit/64] |= 1 << (bit % 64)
	}
	for w := range persons {
		add(w)
	}
	for w := range contractWords {
		add(w)
	}
	add("shall")
	return f
}()

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
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
var imperatives = setOf(`add allow apply arrange attach bake beat blend boil bring brush check choose chop click combine connect
		cook cool cover cut dissolve divide drain draw enter fill fold fry garnish grate grease grill heat insert keep knead leave lift
		line lower make melt mix open peel place pour preheat prepare press prick put reduce remove repeat rinse roast roll rub scatter
		season select serve set sift simmer slice soak spoon spread sprinkle stir strain switch take taste tighten tip toast top toss
		transfer turn unscrew use wait warm wash whisk wipe wrap`)

// lineDoubts look at the shape of the paragraphs. Formulas are the bytes at
// which phrases of contracts begin, in order.
func lineDoubts(a *article.Article, formulas []int) (doubts []string) {
	var lines, speakers, questions, verses, items, contracts int
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
		if i, _ := slices.BinarySearch(formulas, p.Start); i < len(formulas) && formulas[i] < p.End {
			contracts++
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
	if part(contracts) || lines <= 3 && contracts > 0 {
		doubts = append(doubts, legal)
	}
	return doubts
}

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
