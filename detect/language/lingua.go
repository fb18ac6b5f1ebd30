package language

import (
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// candidates are the languages lingua chooses among when the words give no
// hint: those that news is translated into English from most, but for those
// that their script gives away. Each that lingua looks at costs about 30 MB and
// a tenth of a second, once.
var candidates = []lingua.Language{
	lingua.English, lingua.French, lingua.Spanish, lingua.Italian, lingua.Portuguese,
	lingua.German, lingua.Dutch, lingua.Polish, lingua.Czech, lingua.Turkish, lingua.Romanian,
	lingua.Swedish, lingua.Danish, lingua.Hungarian, lingua.Finnish, lingua.Croatian, lingua.Indonesian,
	lingua.Russian, lingua.Ukrainian, lingua.Bulgarian, lingua.Serbian, lingua.Hindi,
}

// minimumDistance makes lingua say nothing rather than guess: at .25 it calls
// no English of four to six words and one in 600 of seven to twelve words
// foreign.
const minimumDistance = 0.25

// detectors are lingua's by the languages they choose among. They share the
// models of the languages.
var (
	asking    sync.Mutex // lingua's memory grows with the number of callers
	detectors = map[languages]lingua.LanguageDetector{}
)

// detector chooses among English and the languages of a set, or among all
// candidates when the set is empty.
func detector(among languages) lingua.LanguageDetector {
	if d, ok := detectors[among]; ok {
		return d
	}
	choices := candidates
	if among != 0 {
		choices = []lingua.Language{lingua.English}
		for i, f := range foreign {
			if among&(1<<i) != 0 {
				choices = append(choices, f.lingua)
			}
		}
	}
	d := lingua.NewLanguageDetectorBuilder().
		FromLanguages(choices...).
		WithMinimumRelativeDistance(minimumDistance).
		Build()
	detectors[among] = d
	return d
}

// ask is the opinion of a text: an ISO 639-1 code and its confidence, "" when
// it cannot be told. The script decides where it can, else lingua, among
// English and the languages whose function words the text holds.
func ask(text string, among languages) (language string, confidence float64) {
	if language := byScript(text); language != "" {
		return language, 1
	}
	asking.Lock()
	defer asking.Unlock()
	d := detector(among)
	found, ok := d.DetectLanguageOf(text)
	if !ok {
		return "", 0
	}
	return strings.ToLower(found.IsoCode639_1().String()), d.ComputeLanguageConfidence(text, found)
}

// Loaded reports whether lingua was needed so far.
func Loaded() bool {
	asking.Lock()
	defer asking.Unlock()
	return len(detectors) > 0
}

// Name is the English name of a language code, or the code itself.
func Name(code string) string {
	if name, ok := names[code]; ok {
		return name
	}
	return code
}

var names = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
	"el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
	"gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
	"is": "Icelandic", "it": "Italian", "ja": "Japanese", "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "lt": "Lithuanian",
	"lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
	"ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
	"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}
