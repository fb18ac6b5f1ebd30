package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are cut here by hand and not by Unicode's word boundaries (UAX 29):
// those part "son-in-law", "U.S." and "Mr.", and keep "Trump's" whole, so that
// most English words of interest would have to be put together again.
//
// Writing without spaces (Chinese, Japanese, Thai) is one word up to the next
// mark; nothing here reads those languages.

// class says what a byte below 0x80 is.
type class uint8

const (
	other class = iota
	space
	lower
	upper
	digit
	punct
	symbol
)

var classes = makeClasses()

func makeClasses() (t [128]class) {
	for b := range t {
		r := rune(b)
		switch {
		case b <= ' ' || b == 0x7f:
			t[b] = space
		case unicode.IsLower(r):
			t[b] = lower
		case unicode.IsUpper(r):
			t[b] = upper
		case unicode.IsDigit(r):
			t[b] = digit
		case strings.ContainsRune("$%&*#@+=<>^~|\\", r):
			t[b] = symbol
		default:
			t[b] = punct
		}
	}
	return t
}

// classOf is the class of a rune. Marks and joiners that continue a word are
// classed other.
func classOf(r rune) class {
	if r < 0x80 {
		return classes[r]
	}
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case r == 'ʼ':
		return punct // an apostrophe, though Unicode has it as a letter
	case unicode.IsLetter(r):
		return lower
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u0085':
		return space
	case unicode.IsDigit(r):
		return digit
	case r == '№', r == '§', r == '°', r == '′', r == '″', r == '‰':
		return symbol
	case unicode.IsPunct(r):
		return punct
	case unicode.In(r, unicode.M, unicode.Cf):
		return other
	}
	return symbol
}

// isSpace reports whether a rune is white space between tokens: blanks,
// controls and the invisible marks that stand where blanks do.
func isSpace(r rune) bool { return classOf(r) == space }

func isWordClass(c class) bool { return c == lower || c == upper || c == digit }

// A tokenizer cuts one paragraph after another.
type tokenizer struct {
	text string
	end  int // of the paragraph
	out  []Token
	// norms holds the lower-case forms that differ from the text, one after
	// another, so that they cost no allocation each.
	norms strings.Builder
}

// at is the rune at an offset of the paragraph and its length; 0, 0 at the end.
func (z *tokenizer) at(i int) (rune, int) {
	if i >= z.end {
		return 0, 0
	}
	if b := z.text[i]; b < 0x80 {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(z.text[i:z.end])
}

// classAt is the class of the rune at an offset, space at the end.
func (z *tokenizer) classAt(i int) class {
	r, n := z.at(i)
	if n == 0 {
		return space
	}
	return classOf(r)
}

func (z *tokenizer) wordAt(i int) bool { return isWordClass(z.classAt(i)) }

func (z *tokenizer) letterAt(i int) bool {
	c := z.classAt(i)
	return c == lower || c == upper
}

// paragraph appends the tokens of one paragraph.
func (z *tokenizer) paragraph(s Span) {
	z.end = s.End
	flags := SpaceBefore
	for i := s.Start; i < s.End; {
		r, n := z.at(i)
		c := classOf(r)
		if c == space {
			flags = SpaceBefore
			i += n
			continue
		}
		t := Token{Span: Span{i, i + n}, Kind: Symbol, Flags: flags}
		switch c {
		case lower, upper:
			if end := z.simple(i); end > 0 {
				t.Kind, t.End = Word, end
				if c == lower { // nothing more to find out
					t.Norm = z.text[i:end]
					z.out = append(z.out, t)
					i, flags = end, 0
					continue
				}
			} else {
				t.Kind, t.End = z.word(i)
			}
		case digit:
			t.Kind, t.End = z.number(i)
		case punct:
			t.Kind, t.End = z.mark(i, r, n, flags == SpaceBefore)
		case symbol:
			t.End = z.symbol(i, r, n)
		case other:
			t.End = i + n
		}
		z.finish(&t)
		z.out = append(z.out, t)
		i = t.End
		flags = 0
	}
}

// simple is the end of the word that begins at i if it is of the commonest
// sort, ASCII letters that are small from the second on and then a blank or a
// comma; else 0.
func (z *tokenizer) simple(i int) int {
	j := i + 1
	for j < z.end && z.text[j]-'a' < 26 {
		j++
	}
	if j < z.end && (z.text[j] == ' ' || z.text[j] == ',') && z.text[i] < 0x80 {
		return j
	}
	return 0
}

// word is the kind and the end of the word that begins at i.
func (z *tokenizer) word(i int) (TokenKind, int) {
	if b := z.text[i]; b == 'h' || b == 'w' || b == 'H' || b == 'W' {
		if end := z.url(i); end > 0 {
			return Symbol, end
		}
	}
	dots := 0    // initialism dots so far
	segment := i // where the part after the last hyphen or dot begins
	for j := i; j < z.end; {
		b := z.text[j]
		if b < 0x80 && isWordClass(classes[b]) || b == '_' {
			j++
			continue
		}
		r, n := z.at(j)
		next := j + n
		switch r {
		case '\'', '’', 'ʼ':
			if !z.letterAt(next) || z.clitic(next) {
				return Word, j
			}
			j = next
		case '-', '‐', '‑':
			if !z.wordAt(next) {
				return Word, j
			}
			segment, j = next, next
		case '&':
			if z.classAt(next) != upper || z.classAt(j-1) != upper {
				return Word, j
			}
			j = next
		case '@':
			if end := z.domain(next); end > 0 {
				return Symbol, end
			}
			return Word, j
		case '.':
			switch {
			case z.digitBefore(j) && z.classAt(next) == digit: // v2.0.1
				j = next
			case z.initialism(segment, j):
				dots++
				segment, j = next, next
			case dots > 0 && !z.letterAt(next) && z.mixed(i, j):
				return Word, next
			case dots > 0 && j-segment <= utf8.UTFMax && !z.letterAt(next) && z.single(segment, j):
				// The last dot of U.S.; a hyphen may follow (U.S.-led).
				if z.byteAt(next) == '-' && z.wordAt(next+1) {
					segment, j = next+1, next+1
					continue
				}
				return Word, next
			case z.suffix(next) > 0:
				j = z.suffix(next)
				segment = j
			case z.email(next) > 0:
				return Symbol, z.email(next)
			case z.dotBelongs(i, j):
				return Word, next
			default:
				return Word, j
			}
		default:
			c := classOf(r)
			if !isWordClass(c) && (c != other || n == 0) {
				return Word, j
			}
			j = next
		}
	}
	return Word, z.end
}

func (z *tokenizer) byteAt(i int) byte {
	if i >= z.end {
		return 0
	}
	return z.text[i]
}

// clitic reports whether an "s" and no further letter stands at i, after an
// apostrophe.
func (z *tokenizer) clitic(i int) bool {
	return z.byteAt(i)|0x20 == 's' && !z.wordAt(i+1) && !(z.byteAt(i+1) == '-' && z.wordAt(i+2))
}

// single reports whether text[from:to] is one letter.
func (z *tokenizer) single(from, to int) bool {
	_, n := z.at(from)
	return from < to && from+n == to && z.letterAt(from)
}

// mixed are initialisms with parts of several letters.
var mixed = []string{"Ph.D", "B.Sc", "M.Sc", "D.Phil", "M.Phil", "LL.B", "LL.M", "Ed.D", "Psy.D", "D.Sc", "Ph.Ds"}

// mixed reports whether text[from:to] is one of the mixed initialisms.
func (z *tokenizer) mixed(from, to int) bool {
	for _, m := range mixed {
		if z.text[from:to] == m {
			return true
		}
	}
	return false
}

// initialism reports whether the dot at j stands inside an initialism, the
// part before it beginning at segment.
func (z *tokenizer) initialism(segment, j int) bool {
	if !z.letterAt(j + 1) {
		return false
	}
	if z.single(segment, j) {
		_, n := z.at(j + 1)
		if !z.wordAt(j + 1 + n) {
			return true
		}
	}
	for _, m := range mixed {
		dot := strings.IndexByte(m, '.')
		if j-segment == dot && strings.HasPrefix(z.text[segment:z.end], m) && !z.letterAt(segment+len(m)) {
			return true
		}
	}
	return false
}

// suffixes are the ends of site names; those that are English words are left
// out, since a missing blank after a stop is commoner than their sites.
var suffixes = wordSet(`com org net gov edu mil int info biz io ai tv fm uk de fr ru eu ca au nz jp cn ch nl pl cz ua se dk fi es pt br mx ar kr ie il tr gr hu ro bg hr rs sk za co`)

// suffix is where a site's suffix (the "com" of Example.com) that begins at i
// ends; 0 when there is none.
func (z *tokenizer) suffix(i int) int {
	j := i
	for j < z.end && j-i < 5 && classOfByte(z.text[j]) == lower {
		j++
	}
	if j-i < 2 || z.wordAt(j) || !suffixes[z.text[i:j]] {
		return 0
	}
	return j
}

func classOfByte(b byte) class {
	if b < 0x80 {
		return classes[b]
	}
	return other
}

// url is where the address that begins at i ends; 0 when there is none.
func (z *tokenizer) url(i int) int {
	rest := z.text[i:z.end]
	if len(rest) > 8 {
		rest = rest[:8]
	}
	switch rest = strings.ToLower(rest); {
	case strings.HasPrefix(rest, "http://"), strings.HasPrefix(rest, "https://"):
	case strings.HasPrefix(rest, "www.") && z.wordAt(i+4):
	default:
		return 0
	}
	j := i
	for j < z.end {
		r, n := z.at(j)
		if isSpace(r) || strings.ContainsRune("\"<>“”«»{}|", r) {
			break
		}
		j += n
	}
	for j > i && strings.IndexByte(".,;:!?)]'", z.text[j-1]) >= 0 {
		j--
	}
	return j
}

// domain is where the site name that begins at i ends; 0 when there is none.
func (z *tokenizer) domain(i int) int {
	j, dots := i, 0
	for j < z.end {
		switch {
		case isWordClass(classOfByte(z.text[j])), z.text[j] == '-':
		case z.text[j] == '.' && z.wordAt(j+1):
			dots++
		default:
			if dots == 0 {
				return 0
			}
			return j
		}
		j++
	}
	if dots == 0 {
		return 0
	}
	return j
}

// email is where the address ends of whose local part more follows at i, after
// a dot; 0 when there is none. Local parts are short, which keeps this cheap.
func (z *tokenizer) email(i int) int {
	for j := i; j < z.end && j-i < 48; j++ {
		switch b := z.text[j]; {
		case isWordClass(classOfByte(b)), b == '.', b == '-', b == '_', b == '+':
		case b == '@' && j > i:
			return z.domain(j + 1)
		default:
			return 0
		}
	}
	return 0
}

// dotBelongs reports whether the dot at j belongs to the abbreviation or the
// initial that begins at i.
func (z *tokenizer) dotBelongs(i, j int) bool {
	if j-i > 12 {
		return false
	}
	var buf [16]byte
	word := buf[:0]
	for k := i; k < j; k++ {
		b := z.text[k]
		if b == '-' { // R-Ariz.
			word = word[:0]
			continue
		}
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		word = append(word, b)
	}
	k := j + 1
	for k < z.end && z.text[k] == ' ' {
		k++
	}
	blank := k > j+1 || k == z.end
	c := z.classAt(k)
	capital := z.classAt(i) == upper
	if z.single(i, j) {
		bracket := z.byteAt(k) == ']' || z.byteAt(k) == ')'
		return capital && (c == upper && z.initial(i, k) || bracket && k == j+1 && z.afterCapital()) || z.text[i] == 'p' && c == digit
	}
	if !blank && c != punct {
		return false
	}
	kind := abbreviations[string(word)]
	if z.text[i:j] == "no" || z.text[i:j] == "art" || z.text[i:j] == "sec" || z.text[i:j] == "par" || z.text[i:j] == "ed" {
		kind = noAbbreviation // "He said no. 5 others agreed."
		if z.text[i:j] == "no" && c == digit {
			kind = counted
		}
	}
	switch kind {
	case leading:
		return c != space || string(word) == "al"
	case title:
		if r, _ := z.at(k); capital && (c == upper || strings.ContainsRune(`"“‘«„`, r)) {
			return true
		}
		// "Main St.", "Sammy Davis Jr.", "Mt."
		return capital && (string(word) == "st" || string(word) == "jr" || string(word) == "sr") && z.afterCapital()
	case counted:
		return c == digit
	case trailing:
		if capital || string(word) == "etc" {
			return true
		}
		return c == lower // "10 lbs. of flour"
	}
	return afterComma[string(word)] && capital && (z.last(",") || z.text[i+1] == '-')
}

// initial reports whether a capital with a dot at i, before the word at k, is
// an initial of a name.
func (z *tokenizer) initial(i, k int) bool {
	if n := len(z.out); n > 0 && lettered[z.out[n-1].Norm] {
		return false
	}
	end := k
	for end < z.end && isWordClass(classOfByte(z.text[end])) {
		end++
	}
	if end-k <= 1 && z.byteAt(end) == '.' {
		return true // another initial
	}
	if end-k > 12 {
		return true
	}
	var buf [16]byte
	word := append(buf[:0], z.text[k:end]...)
	for x := range word {
		if 'A' <= word[x] && word[x] <= 'Z' {
			word[x] |= 0x20
		}
	}
	return !starters[string(word)]
}

// last reports whether the token before is the given mark.
func (z *tokenizer) last(mark string) bool {
	n := len(z.out)
	return n > 0 && z.out[n-1].Norm == mark
}

func (z *tokenizer) afterCapital() bool {
	n := len(z.out)
	return n > 0 && z.out[n-1].Is(Capital)
}

// number is the kind and the end of the number that begins at i. With letters
// after a hyphen (20-year-old) it is a word.
func (z *tokenizer) number(i int) (TokenKind, int) {
	kind := Number
	for j := i; j < z.end; {
		b := z.text[j]
		if b < 0x80 && isWordClass(classes[b]) {
			j++
			continue
		}
		r, n := z.at(j)
		next := j + n
		switch r {
		case '.', ',', ':', '/':
			if z.classAt(next) != digit || !z.digitBefore(j) {
				if r == '.' && z.dottedHour(i, j) {
					return Number, z.hourEnd(j)
				}
				return kind, j
			}
			j = next
		case '-', '‐', '‑':
			switch c := z.classAt(next); {
			case c == lower || c == upper:
				kind = Word
			case c != digit:
				return kind, j
			}
			j = next
		case '\'', '’':
			if kind != Word || !z.letterAt(next) || z.clitic(next) {
				return kind, j
			}
			j = next
		default:
			c := classOf(r)
			if !isWordClass(c) && (c != other || n == 0) {
				return kind, j
			}
			j = next
		}
	}
	return kind, z.end
}

func (z *tokenizer) digitBefore(j int) bool { return classOfByte(z.text[j-1]) == digit }

// dottedHour reports whether the dot at j stands in "9a.m.".
func (z *tokenizer) dottedHour(i, j int) bool {
	a := z.text[j-1]
	return j-i >= 2 && j-i <= 6 && (a == 'a' || a == 'p') && z.digitBefore(j-1) && z.byteAt(j+1) == 'm' && !z.wordAt(j+2)
}

func (z *tokenizer) hourEnd(j int) int {
	if z.byteAt(j+2) == '.' {
		return j + 3
	}
	return j + 2
}

// elided are words that begin with an apostrophe.
var elided = wordSet("em til till tis twas cause bout n cos tude")

// mark is the kind and the end of the token that begins with a punctuation
// mark.
func (z *tokenizer) mark(i int, r rune, n int, free bool) (TokenKind, int) {
	next := i + n
	switch r {
	case '.':
		if free && z.classAt(next) == digit {
			return z.number(next)
		}
		for z.byteAt(next) == '.' {
			next++
		}
		if next == i+2 {
			next-- // two are a doubled stop, three and more an ellipsis
		}
	case '-':
		for z.byteAt(next) == '-' {
			next++
		}
	case '`':
		if z.byteAt(next) == '`' {
			next++
		}
	case '\'', '’', 'ʼ':
		if !free && z.clitic(next) && len(z.out) > 0 && z.out[len(z.out)-1].Kind != Punct {
			return Word, next + 1
		}
		if end := z.elision(i, r, next); end > 0 {
			if z.classAt(next) == digit {
				return Number, end
			}
			return Word, end
		}
		if r == '\'' && z.byteAt(next) == '\'' {
			next++
		}
	}
	return Punct, next
}

// elision is where the shortened word or year ('em, ’90s) ends whose
// apostrophe stands at i; 0 when there is none.
func (z *tokenizer) elision(i int, r rune, next int) int {
	if i > 0 && len(z.out) > 0 && z.out[len(z.out)-1].End == i && z.out[len(z.out)-1].Kind != Punct {
		return 0
	}
	j := next
	for j < z.end && j-next < 6 && isWordClass(classOfByte(z.text[j])) {
		j++
	}
	word := z.text[next:j]
	if z.classAt(next) == digit {
		years := len(word) >= 2 && classOfByte(word[1]) == digit
		if years && (word[2:] == "s" || r == '’' && len(word) == 2) {
			return j
		}
		return 0
	}
	if !elided[word] || z.wordAt(j) {
		return 0
	}
	if word == "n" {
		if q, size := z.at(j); q == r {
			return j + size
		}
	}
	return j
}

// symbol is the end of the token that begins with a symbol.
func (z *tokenizer) symbol(i int, r rune, n int) int {
	j := i + n
	switch {
	case (r == '@' || r == '#') && z.letterAt(j): // a handle, a topic
		for j < z.end {
			r, n := z.at(j)
			if c := classOf(r); !isWordClass(c) && r != '_' && c != other {
				break
			}
			j += n
		}
	case r > 0x2000: // an emoji with its joiners and variants
		for j < z.end {
			r, n := z.at(j)
			tone := r >= 0x1f3fb && r <= 0x1f3ff
			flag := r >= 0x1f1e6 && r <= 0x1f1ff && j == i+n && isFlag(z.text[i:j])
			if n == 0 || classOf(r) != other && !tone && !flag {
				break
			}
			j += n
			if r != '\u200d' {
				continue
			}
			if r, n := z.at(j); n > 0 && classOf(r) == symbol {
				j += n
			}
		}
	}
	return j
}

// isFlag reports whether a symbol is one of the two letters of a flag.
func isFlag(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x1f1e6 && r <= 0x1f1ff
}

// finish sets the flags of capitals and the norm.
func (z *tokenizer) finish(t *Token) {
	word := z.text[t.Start:t.End]
	if t.Kind == Punct && word != "’" && word != "ʼ" {
		t.Norm = word
		return
	}
	plain := true // the norm is the text
	ascii := true
	lowers, uppers := 0, 0
	for k := 0; k < len(word); k++ {
		switch b := word[k]; {
		case b >= 0x80:
			ascii = false
		case 'A' <= b && b <= 'Z':
			uppers++
		case 'a' <= b && b <= 'z':
			lowers++
		}
	}
	first := word[0] >= 'A' && word[0] <= 'Z'
	if !ascii {
		for k, r := range word {
			if r < 0x80 {
				continue
			}
			switch {
			case r == '’' || r == 'ʼ':
				plain = false
			case unicode.IsUpper(r) || unicode.IsTitle(r):
				uppers++
				first = first || k == 0
			case unicode.IsLower(r):
				lowers++
			case unicode.IsLetter(r):
				lowers++ // a script without case is never all capitals
			}
		}
	}
	if t.Kind == Word {
		if first {
			t.Flags |= Capital
		}
		if uppers >= 2 && lowers == 0 {
			t.Flags |= AllCaps
		}
	}
	if uppers == 0 && plain {
		t.Norm = word
		return
	}
	if word == "’s" {
		t.Norm = "'s"
		return
	}
	from := z.norms.Len()
	for k := 0; k < len(word); {
		b := word[k]
		if b < 0x80 {
			if 'A' <= b && b <= 'Z' {
				b |= 0x20
			}
			z.norms.WriteByte(b)
			k++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[k:])
		switch {
		case r == '’' || r == 'ʼ':
			z.norms.WriteByte('\'')
		case r == utf8.RuneError && n == 1:
			z.norms.WriteByte(b)
		default:
			z.norms.WriteRune(unicode.ToLower(r))
		}
		k += n
	}
	t.Norm = z.norms.String()[from:]
}
