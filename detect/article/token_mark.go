package article

import (
	"unicode"
	"unicode/utf8"
)

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

// setNorm sets the norm, and the flags of capitals.
func (z *tokenizer) setNorm(t *Token) {
	word := z.text[t.Start:t.End]
	if t.Kind == Punct && word != "’" && word != "ʼ" {
		t.Norm = word
		return
	}
	plain := true // the norm is the text
	ascii := true
	lowers, uppers := 0, 0
	for k := range len(word) {
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
		t.known |= notASCII
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
		t.known |= plainNorm
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
