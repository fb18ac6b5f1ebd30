package article

import "strings"

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
		switch z.text[i] {
		case 'p', 'b', 'c', 'd': // p. 12, b. 1950, c. 1400, d. 2009
			return c == digit
		case 'v': // Roe v. Wade
			return blank && c == upper
		}
		bracket := z.byteAt(k) == ']' || z.byteAt(k) == ')'
		return capital && (c == upper && z.initial(k) || z.afterCapital() && (bracket && k == j+1 || z.nickname(k)))
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
		if capital && c == lower && z.nameGoesOn(k) {
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
	return commaSet[string(word)] && capital && (z.last(",") || z.text[i+1] == '-')
}

// initial reports whether a capital with a dot, before the word at k, is
// an initial of a name.
func (z *tokenizer) initial(k int) bool {
	if n := len(z.out); n > 0 && z.out[n-1].in(isLettered) {
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
	return !starterSet[string(word)]
}

// nickname reports whether what stands at k is a nickname in quotation marks
// and the next word of a name, as after the initial of Edwin J. "Buster" Marlowe.
// A token stands before the initial.
func (z *tokenizer) nickname(k int) bool {
	r, n := z.at(k)
	closing := ""
	switch r {
	case '"', '\'':
		closing = z.text[k : k+n]
	case '“':
		closing = "”"
	case '‘':
		closing = "’"
	default:
		return false
	}
	const longest = 24
	name, rest, closed := strings.Cut(z.text[k+n:min(z.end, k+n+longest)], closing)
	if !closed || name == "" || strings.IndexByte(",.!?", name[len(name)-1]) >= 0 || z.out[len(z.out)-1].in(isLettered) {
		return false
	}
	return strings.HasPrefix(rest, " ") && z.classAt(k+n+len(name)+len(closing)+1) == upper
}

// nameGoesOn reports whether a small particle of a name stands at k: Dr. de Vries.
func (z *tokenizer) nameGoesOn(k int) bool {
	end := k
	for end < z.end && z.classAt(end) == lower {
		_, n := z.at(end)
		end += n
	}
	word := z.text[k:end]
	return particleSet[word] && word != "of" && word != "for" && word != "the"
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
