package language

import (
	"strings"
	"unicode"
)

// scripts are the writing systems that tell the language by themselves, as far
// as news goes.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Hangul, "ko"},
	{unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"},
	{unicode.Greek, "el"},
	{unicode.Hebrew, "he"},
	{unicode.Thai, "th"},
	{unicode.Han, "zh"}, // after kana: Japanese has both
}

// Letters that only one of the languages of a script writes.
const (
	ukrainianLetters = "іїєґІЇЄҐ"
	russianLetters   = "ыэъёЫЭЪЁ"
	persianLetters   = "پچژگکی"
	urduLetters      = "ٹڈڑے"
)

// byScript is the language of a text that is not in Latin letters, where the
// letters tell: most news languages outside Europe have a script of their own.
// It is "" where several languages share the script, and where most letters are
// Latin.
func byScript(text string) string {
	if !mostlyForeignScript(text) {
		return ""
	}
	for _, s := range scripts {
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(s.table, r) }) {
			return s.language
		}
	}
	ukrainian, russian := strings.ContainsAny(text, ukrainianLetters), strings.ContainsAny(text, russianLetters)
	switch {
	case ukrainian && !russian:
		return "uk"
	case russian && !ukrainian:
		return "ru"
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }):
		switch {
		case strings.ContainsAny(text, urduLetters):
			return "ur"
		case strings.ContainsAny(text, persianLetters):
			return "fa"
		}
		return "ar"
	}
	return ""
}

func mostlyForeignScript(text string) bool {
	letters, foreign := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if !unicode.Is(unicode.Latin, r) {
				foreign++
			}
		}
	}
	return foreign*2 > letters
}
