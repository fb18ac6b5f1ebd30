package article

// maxJSONDepth is how deep encoding/json lets values nest.
const maxJSONDepth = 10000

// jsonEnd is where the JSON value that begins at i ends, depth values deep; -1
// when no valid one begins there. What is valid is what encoding/json says.
func jsonEnd(s string, i, depth int) int {
	if i >= len(s) {
		return -1
	}
	switch c := s[i]; {
	case c == '"':
		return jsonStringEnd(s, i+1)
	case c == '{' || c == '[':
		if depth == maxJSONDepth {
			return -1
		}
		return jsonListEnd(s, i, depth+1)
	case c == 't':
		return jsonWordEnd(s, i, "true")
	case c == 'f':
		return jsonWordEnd(s, i, "false")
	case c == 'n':
		return jsonWordEnd(s, i, "null")
	}
	return jsonNumberEnd(s, i)
}

// jsonListEnd is where the object or the array that begins at i ends.
func jsonListEnd(s string, i, depth int) int {
	object, end := s[i] == '{', s[i]+2 // "}" and "]" stand two after their openings
	i = skipJSONSpace(s, i+1)
	if i < len(s) && s[i] == end {
		return i + 1
	}
	for {
		if object {
			if i >= len(s) || s[i] != '"' {
				return -1
			}
			if i = jsonStringEnd(s, i+1); i < 0 {
				return -1
			}
			if i = skipJSONSpace(s, i); i >= len(s) || s[i] != ':' {
				return -1
			}
			i = skipJSONSpace(s, i+1)
		}
		if i = jsonEnd(s, i, depth); i < 0 {
			return -1
		}
		if i = skipJSONSpace(s, i); i >= len(s) {
			return -1
		}
		switch s[i] {
		case end:
			return i + 1
		case ',':
			i = skipJSONSpace(s, i+1)
		default:
			return -1
		}
	}
}

// jsonStringEnd is where the string ends whose content begins at i.
func jsonStringEnd(s string, i int) int {
	for {
		if i = skipJSONPlain(s, i); i >= len(s) || s[i] < ' ' {
			return -1
		}
		if s[i] == '"' {
			return i + 1
		}
		if i+1 >= len(s) {
			return -1
		}
		switch s[i+1] {
		case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			i += 2
		case 'u':
			if i+6 > len(s) {
				return -1
			}
			for _, c := range []byte(s[i+2 : i+6]) {
				if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
					return -1
				}
			}
			i += 6
		default:
			return -1
		}
	}
}

func jsonWordEnd(s string, i int, word string) int {
	if len(s)-i < len(word) || s[i:i+len(word)] != word {
		return -1
	}
	return i + len(word)
}

func jsonNumberEnd(s string, i int) int {
	digits := func() bool {
		from := i
		for i < len(s) && s[i]-'0' < 10 {
			i++
		}
		return i > from
	}
	if s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if !digits() {
		return -1
	}
	if i < len(s) && s[i] == '.' {
		if i++; !digits() {
			return -1
		}
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		if i++; i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return -1
		}
	}
	return i
}
