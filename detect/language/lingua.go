package language

import (
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// candidates are the languages lingua chooses among: those that news is
// translated into English from most. Fewer languages mean less memory, faster
// loading and fewer confusions; in Latin script each one costs about 30 MB.
var candidates = []lingua.Language{
	lingua.English, lingua.French, lingua.Spanish, lingua.Italian, lingua.Portuguese,
	lingua.German, lingua.Dutch, lingua.Polish, lingua.Czech, lingua.Turkish, lingua.Romanian,
	lingua.Swedish, lingua.Russian, lingua.Ukrainian, lingua.Greek, lingua.Hebrew,
	lingua.Arabic, lingua.Persian, lingua.Hindi, lingua.Chinese, lingua.Japanese, lingua.Korean,
}

// minimumDistance makes lingua say nothing rather than guess: at .25 it calls
// no English of four to six words and one in 600 of seven to twelve words
// foreign.
const minimumDistance = 0.25

var (
	detector = sync.OnceValue(func() lingua.LanguageDetector {
		return lingua.NewLanguageDetectorBuilder().
			FromLanguages(candidates...).
			WithMinimumRelativeDistance(minimumDistance).
			Build()
	})
	asking sync.Mutex // lingua's memory grows with the number of callers
	asked  int
)

// ask is lingua's opinion of a text: an ISO 639-1 code and its confidence, ""
// when it cannot tell.
func ask(text string) (language string, confidence float64) {
	asking.Lock()
	defer asking.Unlock()
	asked++
	found, ok := detector().DetectLanguageOf(text)
	if !ok {
		return "", 0
	}
	return strings.ToLower(found.IsoCode639_1().String()), detector().ComputeLanguageConfidence(text, found)
}

// Loaded reports whether lingua was needed so far.
func Loaded() bool {
	asking.Lock()
	defer asking.Unlock()
	return asked > 0
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
