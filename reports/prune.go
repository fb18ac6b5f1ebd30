package reports

import "bytes"

// Most of an article's line in an audit says where things stand and why. Whoever
// only counts is spared decoding it: members are cut out of the JSON by their
// names, and the rest is decoded as ever.

// pruned is JSON without the members of the given names, at whatever depth. What
// is cut out is not looked at closely. JSON that it cannot make out comes whole,
// for the decoder to say what is wrong.
func pruned(raw []byte, names map[string]bool) []byte {
	p := pruner{in: raw, names: names}
	p.value(0)
	if p.bad {
		return raw
	}
	return append(p.out, raw[p.from:]...)
}

// prunedDepth is how deep it looks; an article's line is not so deep.
const prunedDepth = 50

type pruner struct {
	in, out []byte
	names   map[string]bool
	at      int // where it reads
	from    int // what is before is in out, or cut out
	bad     bool
}

// peek is the next byte that is no space, 0 at the end.
func (p *pruner) peek() byte {
	for p.at < len(p.in) {
		switch c := p.in[p.at]; c {
		case ' ', '\t', '\r', '\n':
			p.at++
		default:
			return c
		}
	}
	return 0
}

// take goes past a byte, which must come next.
func (p *pruner) take(c byte) {
	if p.peek() != c {
		p.bad = true
	}
	p.at++
}

// value goes past a value and cuts out what is to be cut out of it.
func (p *pruner) value(depth int) {
	switch p.peek() {
	case '{':
		p.object(depth)
	case '[':
		p.take('[')
		for p.bad = p.bad || depth > prunedDepth; !p.bad && p.peek() != ']'; {
			if p.value(depth + 1); p.peek() != ',' {
				break
			}
			p.at++
		}
		p.take(']')
	default:
		p.skip()
	}
}

func (p *pruner) object(depth int) {
	p.take('{')
	end := p.at // of what is kept: the brace, a member, or what was cut out after one
	kept := false
	for p.bad = p.bad || depth > prunedDepth; !p.bad && p.peek() == '"'; {
		start := p.at
		if p.text(); p.bad {
			return
		}
		cut := p.names[string(p.in[start+1:p.at-1])]
		if p.take(':'); cut {
			p.out = append(p.out, p.in[p.from:end]...)
			p.skip()
			p.from, end = p.at, p.at
		} else {
			p.value(depth + 1)
			kept, end = true, p.at
		}
		if p.peek() != ',' {
			break
		}
		p.at++
		if !kept { // there is nothing before it for the comma to part
			p.from, end = p.at, p.at
		}
	}
	p.take('}')
}

// skip goes past a value, whatever is in it.
func (p *pruner) skip() {
	depth := 0
	for p.peek() != 0 && !p.bad {
		switch c := p.in[p.at]; c {
		case '"':
			p.text()
		case '{', '[':
			depth++
			p.at++
		case '}', ']':
			depth--
			p.at++
		case ',', ':':
			p.at++
			p.bad = p.bad || depth == 0
		default: // a number or a word
			for p.at < len(p.in) && !bytes.ContainsRune([]byte(" \t\r\n,:{}[]\""), rune(p.in[p.at])) {
				p.at++
			}
		}
		if depth <= 0 {
			p.bad = p.bad || depth < 0
			return
		}
	}
	p.bad = true
}

// text goes past a string.
func (p *pruner) text() {
	for at := p.at + 1; ; at++ {
		n := bytes.IndexByte(p.in[min(at, len(p.in)):], '"')
		if n < 0 {
			p.bad = true
			return
		}
		at += n
		escapes := 0
		for p.in[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			p.at = at + 1
			return
		}
	}
}
