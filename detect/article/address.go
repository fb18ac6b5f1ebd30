package article

import "strings"

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
