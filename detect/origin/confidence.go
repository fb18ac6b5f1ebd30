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
	repeatWindow = 250 // words within which repetition is looked for
	variety      = 5   // one word in so many should be a new one
)

// confidence says how far a judgement can be trusted, and why not further.
// Words are those that the model looked at, best is the highest of the
// probabilities.
func confidence(a *article.Article, words int, best float64) (degree string, doubts []string) {
	var all, quoted, numbers int
	var distinct wordSet
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if t.Kind > article.Number {
			continue
		}
		if all++; all <= repeatWindow && distinct.n < repeatWindow/variety {
			distinct.add(t.Norm)
		}
		if t.Is(article.Quoted) {
			quoted++
		}
		if t.Kind == article.Number {
			numbers++
		}
	}
	if words < fewWords {
		doubts = append(doubts, "fewer than 100 words of prose")
	}
	share := func(n int) float64 { return float64(n) / float64(max(all, 1)) }
	if share(quoted) > mostlyQuoted {
		doubts = append(doubts, "mostly quotation: these may be the words of someone translated, or of a native speaker")
	}
	if share(numbers) > manyNumbers {
		doubts = append(doubts, "mostly figures, as in tables of results")
	}
	if all > words*3/2 {
		doubts = append(doubts, "mostly headings or list items")
	}
	if distinct.n*variety < min(all, repeatWindow) {
		doubts = append(doubts, "the same few words over and over")
	}
	doubts = append(doubts, lineDoubts(a)...)
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

// lineDoubts look at the shape of the paragraphs.
func lineDoubts(a *article.Article) (doubts []string) {
	var lines, speakers, verses, items, legal int
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
		if p.Kind == article.ListItem {
			items++
		}
		if len(text) < 60 && !strings.ContainsAny(text[max(0, len(text)-4):], ".!?:") {
			verses++
		}
		if anyLegal && legalLanguage(text) {
			legal++
		}
	}
	part := func(n int) bool { return lines > 3 && float64(n) > mostlyOdd*float64(lines) }
	if part(speakers) {
		doubts = append(doubts, "a transcript: speech is not written like news")
	}
	if part(items) {
		doubts = append(doubts, "mostly a list")
	}
	if part(verses) {
		doubts = append(doubts, "mostly short lines without a full stop, as in verse or a table")
	}
	if part(legal) || lines <= 3 && legal > 0 {
		doubts = append(doubts, "legal language, which is formulaic whoever wrote it")
	}
	return doubts
}

func legalLanguage(text string) bool {
	return strings.Contains(text, "hereby") || strings.Contains(text, "pursuant to") || strings.Contains(text, "herein") || strings.Contains(text, "the undersigned")
}

// speakerLine reports whether a line begins like one of a transcript: a name,
// then a colon ("MODERATOR: ...", "Anna Berg: ...", "Q: ...").
func speakerLine(line string) bool {
	name, rest, ok := strings.Cut(line, ":")
	if !ok || rest == "" || len(name) > 40 || len(strings.Fields(name)) > 4 {
		return false
	}
	for _, w := range strings.Fields(name) {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return name != ""
}
