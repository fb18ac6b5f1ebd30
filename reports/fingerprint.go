package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A fingerprint names a finding by what is written there: the rule, the words
// and a few words on either side of them in the paragraph. Text that is put in
// or taken out elsewhere, a new line number or another path change nothing. Of
// findings that are alike in all of this, the second and later ones are
// numbered. The words are cut here and not by package article, so that a
// better tokenizer does not make every known finding a new one.
type fingerprints map[string]int // how often each was given in an article

// contextWords is how many words on either side belong to a fingerprint.
// Fewer would confuse findings, more would lose them when a neighbour is
// edited.
const contextWords = 3

func (given fingerprints) of(rule, before, excerpt, after string) string {
	var room [256]byte
	written := room[:0]
	for _, part := range []string{rule, lastWords(before), fold(excerpt), firstWords(after)} {
		written = append(append(written, part...), 0)
	}
	hash := sha256.Sum256(written)
	sum := hex.EncodeToString(hash[:8])
	given[sum]++
	if n := given[sum]; n > 1 {
		return sum + "-" + strconv.Itoa(n)
	}
	return sum
}

// fold brings text to lower case, single spaces and straight quotation marks.
func fold(s string) string {
	s = strings.ToLower(s)
	if asciiLength(s) < len(s) {
		s = straight.Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00ad", "")

func wordPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func firstWords(s string) string {
	var words []string
	for len(words) < contextWords {
		start := strings.IndexFunc(s, wordPart)
		if start < 0 {
			break
		}
		s = s[start:]
		end := strings.IndexFunc(s, func(r rune) bool { return !wordPart(r) })
		if end < 0 {
			end = len(s)
		}
		words = append(words, strings.ToLower(s[:end]))
		s = s[end:]
	}
	return strings.Join(words, " ")
}

func lastWords(s string) string {
	at := len(s)
	for range contextWords {
		end := strings.LastIndexFunc(s[:at], wordPart)
		if end < 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		at = 1 + strings.LastIndexFunc(s[:end+n], func(r rune) bool { return !wordPart(r) })
	}
	return firstWords(s[at:])
}
