package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/calque-check/calque/detect/article"
)

// Names that are spelled as no other telling spells them. Machines transcribe
// names anew (Gennadiy, Gennady), and paraphrasers alter them. Only words of
// names that no dictionary of news holds are compared, and only within a
// story: what looks like a name elsewhere is somebody else.

const (
	nameLetters = 4 // shorter words are too often other names
	longName    = 8 // two letters may differ from here on
)

// A spelling is one word of names as one story writes it.
type spelling struct {
	word     string
	sound    string // however it is transliterated
	tellings tellingSet
	places   []Place         // first place in each article
	beside   map[string]bool // the words of names that stand next to it
	written  string
}

// spellingsOf collects the words of names in a story, and pairs of them that
// stand side by side, as one word: some telling may write them so.
func spellingsOf(texts []*text) (words, pairs []*spelling) {
	single, paired := map[string]*spelling{}, map[string]*spelling{}
	for _, a := range texts {
		add := func(to map[string]*spelling, w string, span article.Span) *spelling {
			s := to[w]
			if s == nil {
				s = &spelling{word: w, sound: transliterated(w), beside: map[string]bool{}, written: a.Slice(span)}
				to[w] = s
			}
			s.tellings |= only(a.telling)
			if n := len(s.places); n == 0 || s.places[n-1].Article != a.index {
				s.places = append(s.places, Place{a.index, span})
			}
			return s
		}
		for i := range a.Tokens {
			t := &a.Tokens[i]
			if t.Kind != article.Word || !t.Is(article.Capital) {
				continue
			}
			w := a.words[i].name
			if w == "" || a.KindAt(t.Start) == article.Headline {
				continue
			}
			span := article.Span{Start: t.Start, End: t.Start + len(withoutPossessive(a.Slice(t.Span)))}
			if i+1 < len(a.Tokens) && capitalised(a.Article, i+1, t.Sentence) && len(w) > 2 {
				next := a.Tokens[i+1]
				if second := foldAccents(bare(next.Norm)); len(second) > 2 && !strings.ContainsAny(second, "-.'") && len(w)+len(second) >= longName {
					add(paired, w+second, article.Span{Start: t.Start, End: next.Start + len(withoutPossessive(a.Slice(next.Span)))})
				}
			}
			if len(w) < nameLetters {
				continue
			}
			s := add(single, w, span)
			before := i - 1
			if before > 0 && patronymic(foldAccents(a.Tokens[before].Norm)) {
				before-- // the first name is the one that others have
			}
			for _, j := range []int{before, i + 1} {
				if j >= 0 && j < len(a.Tokens) && capitalised(a.Article, j, t.Sentence) {
					s.beside[foldAccents(bare(a.Tokens[j].Norm))] = true
				}
			}
		}
	}
	return sortedSpellings(single), sortedSpellings(paired)
}

// capitalised reports whether a token is a word of a name in a sentence.
func capitalised(a *article.Article, i, sentence int) bool {
	t := a.Tokens[i]
	return t.Sentence == sentence && t.Kind == article.Word && t.Is(article.Capital) && t.Norm != "'s"
}

func sortedSpellings(byWord map[string]*spelling) []*spelling {
	out := make([]*spelling, 0, len(byWord))
	for _, s := range byWord {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *spelling) int { return cmp.Compare(a.word, b.word) })
	return out
}

// variants finds the spellings that stand alone against one that two or more
// other tellings share.
func variants(spellings, pairs []*spelling, articles []*article.Article, lower func(string) bool) []Disagreement {
	var out []Disagreement
	shared, sharedPairs := sharedOf(spellings), sharedOf(pairs)
	for _, s := range spellings {
		if _, known := listed(s.word); known || s.tellings.len() != 1 || lower(s.word) {
			continue
		}
		var best *spelling
		for _, o := range shared {
			if (best == nil || o.tellings.len() > best.tellings.len()) && (s.tellings&o.tellings == 0 || ofOnePerson(s, o)) && respelled(s, o) {
				best = o
			}
		}
		for _, o := range sharedPairs { // "Velgaz Neft", not "Welgasneft"; "Velgazneft" is house style
			if s.word != o.word && s.tellings&o.tellings == 0 && s.sound == o.sound && (best == nil || o.tellings.len() > best.tellings.len()) {
				best = o
			}
		}
		if best == nil {
			continue
		}
		d := Disagreement{
			Kind: NameVariant, Place: s.places[0], Others: slices.Clone(best.places), Suggestion: best.written,
			Message: fmt.Sprintf("“%s” here; %d other tellings write “%s”.", articles[s.places[0].Article].Slice(s.places[0].Span), best.tellings.len(), best.written),
		}
		slices.SortFunc(d.Others, comparePlaces)
		out = append(out, d)
	}
	return out
}

// sharedOf are the spellings that enough tellings have.
func sharedOf(spellings []*spelling) []*spelling {
	return slices.DeleteFunc(slices.Clone(spellings), func(s *spelling) bool { return s.tellings.len() < consensusTellings })
}

// ofOnePerson reports whether two spellings in one telling are surely one
// name: they sound the same and stand beside the same other name. Two people
// of nearly the same name are otherwise more likely.
func ofOnePerson(a, b *spelling) bool {
	if a.sound != b.sound {
		return false
	}
	for w := range a.beside {
		if b.beside[w] && !honorifics[w] {
			return true
		}
	}
	return false
}

// respelled reports whether two words are one name in two spellings.
func respelled(a, b *spelling) bool {
	// A name of other sound keeps to within two letters of its length.
	sound := a.sound == b.sound
	if d := utf8.RuneCountInString(a.word) - utf8.RuneCountInString(b.word); !sound && (d > 2 || d < -2) {
		return false
	}
	if derived(a.word, b.word) || derived(b.word, a.word) || houseStyle(a.word, b.word) {
		return false
	}
	beside := false
	for w := range a.beside {
		beside = beside || b.beside[w] && !honorifics[w]
	}
	shorter := min(len(a.word), len(b.word))
	if max(len(a.word), len(b.word)) <= nameLetters {
		return false
	}
	distance := levenshtein.ComputeDistance(a.word, b.word)
	if _, known := listed(b.word); known && !beside && !sound {
		return false // an English word, or a name that others bear too
	}
	switch {
	case sound:
		return distance <= 3
	case a.word[0] != b.word[0]:
		return beside && distance == 1
	case shorter >= longName && distance <= 2:
		return true
	}
	return distance == 1 && (beside || shorter > nameLetters+1) || distance == 2 && beside
}

// derived reports whether a is made from b by an ending, as "Russian" is from
// "Russia".
func derived(a, b string) bool {
	for cut := 0; cut < 3 && cut < len(b)-2; cut++ {
		end, ok := strings.CutPrefix(a, b[:len(b)-cut])
		switch {
		case !ok || !endings[end]:
		case cut > 0 && len(end) < 2: // Romney, Romni
		case end == "n" && !strings.HasSuffix(b, "a") && !strings.HasSuffix(b, "e"): // Bachman, Bachmann
		default:
			return true
		}
	}
	return false
}

var endings = classesOf("s es n an ans ian ians ean eans ish ese i is ic ics ism ist ists ite ites er ers ing ed en al")

func classesOf(words string) map[string]bool {
	m := make(map[string]bool, strings.Count(words, " ")+1) // growing a map costs more than filling it
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// foldAccents takes the marks off the letters of Latin script: whether they
// are printed is house style.
func foldAccents(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		for base, marked := range accented {
			if strings.ContainsRune(marked, r) {
				return base
			}
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

var accented = map[rune]string{
	'a': "àáâãäåāăą", 'c': "çćč", 'd': "ďđ", 'e': "èéêëēėęě", 'g': "ğ", 'i': "ìíîïīįı", 'l': "ł", 'n': "ñńň",
	'o': "òóôõöøōő", 'r': "ŕř", 's': "śşšș", 't': "ţťț", 'u': "ùúûüūůűų", 'y': "ýÿ", 'z': "žźż",
}

// transliterated folds what systems of transliteration write differently.
var transliterated = strings.NewReplacer(
	"tsch", "q", "tch", "q", "sch", "s", "sh", "s", "zh", "j", "dj", "j", "kh", "h", "gh", "g", "ph", "f", "th", "t", "ch", "q", "ck", "k", "cz", "q", "ks", "x", "c", "k",
	"iy", "i", "yi", "i", "ij", "i", "ii", "i", "ie", "i", "ei", "i", "ee", "i", "ey", "i", "y", "i",
	"ay", "ai", "oo", "u", "ou", "u", "iu", "u", "yu", "u", "w", "v", "z", "s",
	"bb", "b", "dd", "d", "ff", "f", "gg", "g", "ll", "l", "mm", "m", "nn", "n", "pp", "p", "rr", "r", "ss", "s", "tt", "t", "kk", "k",
).Replace

// lowerWords tells of a word whether the texts write it in lower case somewhere:
// it is no spelling of a name. The answer holds until the next call.
func (l *lexicon) lowerWords(texts []*text) func(word string) bool {
	l.part++
	for _, a := range texts {
		for i := range a.Tokens {
			if t := &a.Tokens[i]; t.Kind == article.Word && !t.Is(article.Capital) {
				a.words[i].lower = l.part
			}
		}
	}
	return func(word string) bool {
		key := article.HashOf(word)
		if len(word) > hashedWell {
			key = longKey(word)
		}
		for w := l.words[key]; w != nil; w = w.next {
			if w.norm == word && !w.number {
				return w.lower == l.part
			}
		}
		return false
	}
}
