package article

import (
	"strings"
	"unicode/utf8"
)

// A Declaration is something in which an input itself speaks of translation or
// of text that a machine made. It is no finding: it is what the sender says.
type Declaration struct {
	Kind string // one of the Declared constants
	Text string // as the input says it
}

// The kinds of declarations.
const (
	DeclaredTranslator = "translator"          // a person or a program named as the translator
	DeclaredSourceType = "digital-source-type" // IPTC's digital source type, where it names an algorithm
	DeclaredNote       = "editor-note"         // a note of the desk that speaks of translation
	DeclaredLine       = "translation-line"    // a line such as "Translated from French by Ana Kos"
	DeclaredOriginal   = "translation-of"      // a work that the page says the article is a translation of
	DeclaredWidget     = "translation-widget"  // markup that a browser's or a site's machine translation leaves in a page
	DeclaredGenerator  = "generator"           // software for sites in several languages that made the page
	DeclaredAlternate  = "alternate-language"  // another language in which the page says it can be had
)

const (
	maxDeclaration  = 300 // code points
	maxDeclarations = 50  // of one article
)

// declare notes what an input says of translation, each thing once.
func (d *Draft) declare(kind, text string) {
	text = firstRunes(strings.Join(strings.Fields(text), " "), maxDeclaration)
	if text == "" || len(d.Declared) == maxDeclarations {
		return
	}
	for _, known := range d.Declared {
		if known.Kind == kind && known.Text == text {
			return
		}
	}
	d.Declared = append(d.Declared, Declaration{kind, text})
}

// speaksOfTranslation are the stems of words for translating, in English and in
// the languages in which the desks of agencies write their notes.
var speaksOfTranslation = []string{
	"translat", "traduit", "traduct", "traduc", "traduz", "tradott", "traduzione", "übersetz", "uebersetz",
	"vertaald", "vertaling", "tłumacz", "перевод", "переклад", "çevir", "översätt", "oversat", "oversett", "fordít", "翻译", "翻訳", "번역", "ترجم",
}

func mentionsTranslation(s string) bool {
	s = strings.ToLower(s)
	for _, stem := range speaksOfTranslation {
		if strings.Contains(s, stem) {
			return true
		}
	}
	return false
}

// declareNote notes an editor's note that speaks of translation.
func (d *Draft) declareNote(note string) {
	if mentionsTranslation(note) {
		d.declare(DeclaredNote, note)
	}
}

// declareRole notes a person or program whose role is to translate.
func (d *Draft) declareRole(role, name string) {
	if name != "" && (mentionsTranslation(role) || strings.EqualFold(role, "trl")) { // trl: MARC's code for translators
		d.declare(DeclaredTranslator, name)
	}
}

// declareSourceType notes a digital source type that names an algorithm or
// translation; that of a photographer's or writer's own work says nothing.
func (d *Draft) declareSourceType(kind string) {
	if kind == "" {
		return
	}
	lower := strings.ToLower(kind)
	if strings.Contains(lower, "algorithm") || strings.Contains(lower, "machine") || strings.Contains(lower, "ai-") || mentionsTranslation(kind) {
		d.declare(DeclaredSourceType, kind)
	}
}

// embargo is the time in a line such as "Embargoed until 00:01 GMT, 5 March",
// "" when it is no such line.
func embargo(line string) string {
	lower := strings.ToLower(line)
	for _, form := range []string{"embargoed until", "under embargo until", "strictly embargoed until", "embargoed for", "not for publication before", "not for release before"} {
		if strings.HasPrefix(lower, form) && len(lower) == len(line) {
			return strings.Trim(line[len(form):], " :.")
		}
	}
	return ""
}

// setStatus takes in a publication status, of which "usable" needs no mention,
// and an embargo.
func (d *Draft) setStatus(status, embargo string) {
	status = strings.TrimSpace(status)
	status = strings.ToLower(status[strings.LastIndexAny(status, ":/")+1:])
	switch status {
	case "usable":
		status = ""
	case "cancelled":
		status = "canceled"
	}
	if embargo = strings.TrimSpace(embargo); embargo != "" {
		if status == "embargoed" {
			status = ""
		}
		if status != "" {
			status += ", "
		}
		status += "embargoed until " + stamped(embargo)
	}
	d.Status = status
}

// translationOpenings begin a line that says who translated the article.
var translationOpenings = []string{
	"translated by", "translated from", "translated with", "translated using", "translation by", "translation:",
	"translator:", "translators:", "machine translated", "machine-translated", "machine translation", "automatically translated",
	"automatic translation", "auto-translated", "this article was translated", "this article has been translated",
	"this story was translated", "this story has been translated", "this text was translated", "this text has been translated",
	"this is a translation of", "this is an automatic translation", "this is a machine translation", "english translation by",
	"english version by", "the original version of this article was published in", "originally published in",
	"edited and translated by", "written and translated by", "reporting and translation by",
}

// How many words a line may have that says who translated the article, and how
// many of them name who did and from what.
const (
	maxTranslationLine = 24
	maxTranslators     = 12
)

// opensTranslation reports whether one of the openings may stand at the
// beginning of a line: the first five letters tell nearly all lines from them.
func opensTranslation(s string) bool {
	if len(s) < 5 {
		return false
	}
	start := [5]byte{}
	for i := range start {
		if start[i] = s[i] | 0x20; s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return translationStarts[start]
}

var translationStarts = func() map[[5]byte]bool {
	starts := map[[5]byte]bool{}
	for _, opening := range translationOpenings {
		starts[[5]byte([]byte(opening))] = true
	}
	return starts
}()

// isTranslationLine reports whether a line says that the article is a
// translation. "Translated by hand, the letters ..." at the head of a long
// sentence does not: such lines are short or stand in brackets.
func isTranslationLine(s string, words int) bool {
	if words > maxTranslationLine || s != "" && (s[0]|0x20)-'a' < 26 && !opensTranslation(s) {
		return false
	}
	if s = strings.TrimLeft(s, "([*_—–- "); s == "" || strings.IndexByte("tmaoewr", s[0]|0x20) < 0 {
		return false // what the openings begin with
	}
	s = strings.ToLower(s)
	for _, opening := range translationOpenings {
		if !strings.HasPrefix(s, opening) {
			continue
		}
		if strings.HasPrefix(opening, "originally") || strings.HasPrefix(opening, "the original version") {
			return namesLanguage(s)
		}
		if rest := s[len(opening):]; strings.Contains(rest, ", ") || countWords(rest) > maxTranslators {
			return strings.HasSuffix(opening, ":") // else a participle at the head of a sentence
		}
		return true
	}
	return false
}

// namesLanguage reports whether a line names a language news is translated
// from.
func namesLanguage(s string) bool {
	for word := range strings.FieldsSeq(s) {
		switch strings.Trim(word, ".,;:()[]") {
		case "french", "german", "spanish", "italian", "portuguese", "russian", "ukrainian", "chinese", "japanese", "arabic",
			"polish", "dutch", "turkish", "korean", "persian", "farsi", "hebrew", "greek", "czech", "hungarian", "romanian",
			"swedish", "norwegian", "danish", "finnish", "serbian", "croatian", "bulgarian", "hindi", "urdu", "bengali", "vietnamese", "thai", "indonesian":
			return true
		}
	}
	return false
}
