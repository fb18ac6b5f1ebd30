package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineOpeners stand before the names of those who wrote an article.
var bylineOpeners = wordSet(`by text words story report reporting reported writing written editing edited
	compiled posted produced additional contributed photography interview author autor автор`)

// foreignOpeners are "by" in other languages; they open other lines too.
var foreignOpeners = wordSet(`par por von di da door av af przez`)

// beforeBy may stand before an opener: Exclusive by Jane Doe.
const beforeBy = "exclusive"

// bylineFillers may stand between a byline's opener and the names.
var bylineFillers = wordSet(`by and reporting editing writing additional reported written staff`)

// nameJoiners are the words in lower case that names and posts hold.
var nameJoiners = wordSet(`and in for of the at on to de da do dos das del della der den di du des la le van von
	bin ibn al el y e et und og och i a with & | for`)

// roles are words for the posts of those who write articles.
var roles = wordSet(`correspondent editor reporter writer staff journalist columnist bureau chief analyst
	contributor desk producer commentator critic fellow professor lecturer intern agency correspondents
	reporters editors journaliste correspondant corresponsal redactor redacción korrespondent redakteur
	giornalista inviato jornalista repórter корреспондент обозреватель`)

// isByline reports whether a line says who wrote the article. Bare names
// ("Jane Doe", "Jane Doe in Lisbon") count only where the caller says that a
// byline may stand; a line with an opener counts everywhere.
func isByline(text string, words int, bareNames bool) bool {
	if words > maxChromeWords || opensQuotation(text) {
		return false
	}
	if contributed(text) {
		return true
	}
	if words > maxByline {
		return false
	}
	text = unbracket(text)
	first, rest, _ := strings.Cut(text, " ")
	if strings.EqualFold(first, beforeBy) {
		first, rest, _ = strings.Cut(rest, " ")
	}
	opener := strings.TrimRight(first, ":")
	if inSet(bylineOpeners, opener) {
		// "Editing by Jane Doe." may end like a sentence; without "by" it needs
		// a colon.
		by := strings.EqualFold(opener, "by")
		for rest != "" {
			next, more, _ := strings.Cut(rest, " ")
			if !inSet(bylineFillers, next) {
				break
			}
			by = by || strings.EqualFold(next, "by")
			rest = more
		}
		if !by && !strings.HasSuffix(first, ":") {
			return false
		}
		if name, post, ok := strings.Cut(rest, ","); ok && hasRole(post) && countWords(post) <= 6 {
			rest = name // "By Jane Doe, football correspondent"
		}
		return namesOnly(rest, 18, !strings.EqualFold(opener, "by"))
	}
	if staffWriter(text) {
		return true
	}
	if bareNames && inSet(foreignOpeners, opener) && personName(rest) {
		return true
	}
	if !bareNames || strings.HasSuffix(text, ".") && !initialAtEnd(text) {
		return false
	}
	if name, post, ok := strings.Cut(text, ","); ok && hasRole(post) {
		return namesOnly(name, 4, false) && countWords(post) <= 8
	}
	if name, post, ok := strings.Cut(text, " | "); ok {
		return personName(name) && countWords(post) <= 5
	}
	if name, place, ok := strings.Cut(text, " in "); ok && personName(name) {
		return namesOnly(place, 6, false)
	}
	if name, other, ok := strings.Cut(text, " and "); ok && personName(name) {
		other, _, _ = strings.Cut(other, " in ")
		return personName(other)
	}
	return personName(text)
}

// maxByline is how many words a line has at most that says nothing but who wrote
// an article.
const maxByline = 24

// endsByline is isByline for a line that begins with no quotation mark and none
// of the openers: only its end can tell.
func endsByline(text string, words int) bool {
	return contributed(text) || words <= maxByline && staffWriter(text)
}

// staffWriter knows "Lindow Gazette Staff Writer".
func staffWriter(text string) bool {
	const staff = " staff writer"
	n := len(text) - len(staff)
	return n >= 0 && text[n] == ' ' && strings.EqualFold(text[n:], staff) && namesOnly(text, 6, false)
}

// contributed reports whether the line ends like "Jane Doe in Lisbon
// contributed to this report."
func contributed(text string) bool {
	for text != "" && strings.IndexByte(".)]* ", text[len(text)-1]) >= 0 {
		text = text[:len(text)-1]
	}
	for _, end := range []string{"report", "story", "article"} {
		if strings.HasSuffix(text, end) {
			return strings.HasSuffix(text, "contributed to this "+end) || strings.HasSuffix(text, "contributed reporting to this "+end)
		}
	}
	return strings.HasSuffix(text, "contributed reporting")
}

// inSet reports whether a set of words in small letters has a word, whatever its
// case.
func inSet(set map[string]bool, word string) bool {
	var buf [24]byte
	if len(word) > len(buf) {
		return set[strings.ToLower(word)]
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return set[strings.ToLower(word)]
		}
		if c-'A' < 26 {
			c |= 0x20
		}
		buf[i] = c
	}
	return set[string(buf[:len(word)])]
}

func unbracket(s string) string {
	if len(s) > 2 && (s[0] == '(' && s[len(s)-1] == ')' || s[0] == '[' && s[len(s)-1] == ']') {
		return strings.TrimSpace(s[1 : len(s)-1])
	}
	return s
}

// namesOnly reports whether s holds nothing but capitalised words, the words
// that join them, and numbers: names, posts, places and dates.
func namesOnly(s string, most int, mayEndSentence bool) bool {
	if strings.HasSuffix(s, ".") && !mayEndSentence && !initialAtEnd(s) {
		return false
	}
	n, capitals := 0, 0
	for word := range strings.FieldsSeq(s) {
		n++
		w := strings.Trim(word, ".,;:()/|–—-•·")
		if n > most {
			return false
		}
		if w == "" || nameJoiners[w] || bylineFillers[w] && mayEndSentence {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(w); {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			capitals++
		case strings.ContainsRune(w, '@') || r >= '0' && r <= '9' && capitals > 0 || roles[w]:
		case strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "al-"):
		default:
			return false
		}
		if n == 1 && capitals == 0 {
			return false
		}
	}
	return capitals > 0
}

// initialAtEnd reports whether the full stop at the end of s belongs to an
// initial or to "Jr." and "Sr.".
func initialAtEnd(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return utf8.RuneCountInString(word) == 2 || word == "Jr." || word == "Sr."
}

func hasRole(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if inSet(roles, strings.Trim(word, ".,;:()")) {
			return true
		}
	}
	return false
}

// postJoiners are the nameJoiners that join posts and several people but no
// parts of one name: Head of Highways is nobody's.
var postJoiners = wordSet("and in the of for at on to with & |")

// personName reports whether s could be a person's name and nothing else: two
// to four capitalised words of letters.
func personName(s string) bool {
	n := 0
	for word := range strings.FieldsSeq(s) {
		n++
		if n > 1 && nameJoiners[word] && !postJoiners[word] {
			n--
			continue
		}
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || n > 4 || inSet(outletWords, word) {
			return false
		}
		for _, r := range word {
			if !unicode.IsLetter(r) && !strings.ContainsRune(".'’-", r) {
				return false
			}
		}
	}
	return n >= 2
}
