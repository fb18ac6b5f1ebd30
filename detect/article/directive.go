package article

import (
	"strings"

	"github.com/calque-check/calque/detect/internal/pack"
)

// A Directive is a comment of the input in which a person says what calque is
// to leave alone:
//
//	<!-- calque-disable RULE, FAMILY: reason --> ... <!-- calque-enable -->
//	<!-- calque-disable-next RULE: reason -->
//
// Names and reason may be missing. The reader keeps it out of the prose and
// does not judge it: package detect knows the rules.
type Directive struct {
	Verb   string   // Disable, Enable, DisableNext, or another word that begins with "calque-"
	Names  []string // of rules and families; none for all
	Reason string
	Line   int // where the comment begins in the input file, from 1
	Column int // in code points, from 1

	input int // byte offset in the decoded input
}

// The verbs of directives.
const (
	Disable     = "calque-disable"      // from here on
	Enable      = "calque-enable"       // and up to here
	DisableNext = "calque-disable-next" // up to the end of the paragraph that comes next
)

const (
	commentOpen  = "<!--"
	commentClose = "-->"
	// maxDirective is how many bytes a comment may have to be looked at.
	maxDirective = 1000
)

// withoutDirectives takes the directives of a text that is not HTML out of it.
func withoutDirectives(p passage) (passage, []Directive, []cut) {
	found, cuts := textDirectives(p)
	return p.without(cuts), found, cuts
}

// parseDirective reads a comment, its marks included. Its place is not filled
// in. The reason stands after a colon, or after two hyphens, which XML does not
// allow in comments.
func parseDirective(comment string) (Directive, bool) {
	if len(comment) > maxDirective || !strings.HasPrefix(comment, commentOpen) || !strings.HasSuffix(comment, commentClose) ||
		len(comment) < len(commentOpen)+len(commentClose) {
		return Directive{}, false
	}
	said := strings.TrimSpace(comment[len(commentOpen) : len(comment)-len(commentClose)])
	if !strings.HasPrefix(said, "calque-") {
		return Directive{}, false
	}
	names, reason, ok := strings.Cut(said, ":")
	if before, after, dashes := strings.Cut(said, " -- "); dashes && len(before) < len(names) {
		names, reason, ok = before, after, true
	}
	fields := strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	d := Directive{Verb: fields[0], Names: fields[1:]}
	if ok {
		d.Reason = strings.Join(strings.Fields(reason), " ")
	}
	return d, true
}

// comment takes a comment of the passage as a directive, if it is one.
func (e *extract) comment(p passage, from, to int) {
	e.Directives = appendDirective(e.Directives, p, from, to)
}

func appendDirective(all []Directive, p passage, from, to int) []Directive {
	d, ok := parseDirective(p.text[from:min(to, len(p.text))])
	if !ok {
		return all
	}
	d.input = p.at(from)
	return append(all, d)
}

// A cut is a stretch of text that is to be taken out.
type cut struct{ from, to int }

// textDirectives finds the directives of a text that is not HTML, and what has
// to be taken out so that the prose reads as if they were not there: a line that
// holds nothing else goes as a whole.
func textDirectives(p passage) ([]Directive, []cut) {
	var found []Directive
	var cuts []cut
	s := p.text
	for at := 0; ; {
		n := strings.Index(s[at:], commentOpen)
		if n < 0 {
			return found, cuts
		}
		from := at + n
		at = from + len(commentOpen)
		near := s[at:min(len(s), from+maxDirective)]
		if !strings.HasPrefix(strings.TrimLeft(near, " \t\r\n"), "calque-") {
			continue
		}
		if n = strings.Index(near, commentClose); n < 0 {
			continue
		}
		to := at + n + len(commentClose)
		before := len(found)
		if found = appendDirective(found, p, from, to); len(found) == before {
			continue
		}
		at = to
		end := to + len(s[to:]) - len(strings.TrimLeft(s[to:], " \t"))
		start := len(strings.TrimRight(s[:from], " \t"))
		if n := len(cuts); n > 0 && start <= cuts[n-1].to { // another one before it on the line
			cuts[n-1].to = to
			continue
		}
		lineEnds := end == len(s) || s[end] == '\n' || s[end] == '\r'
		lineBegins := start == 0 || s[start-1] == '\n' || s[start-1] == '\r'
		if lineBegins && lineEnds && start > 0 {
			start = len(strings.TrimSuffix(strings.TrimSuffix(s[:start], "\n"), "\r"))
			cuts = append(cuts, cut{start, end})
			continue
		}
		if start < from || lineBegins {
			to = end // one space is enough
		}
		cuts = append(cuts, cut{from, to})
	}
}

// shifted is where a byte offset stands after the cuts.
func shifted(at int, cuts []cut) int {
	gone := 0
	for _, c := range cuts {
		if c.from >= at {
			break
		}
		gone += min(c.to, at) - c.from
	}
	return at - gone
}

// without is the passage without what is cut.
func (p passage) without(cuts []cut) passage {
	if len(cuts) == 0 {
		return p
	}
	var b passageBuilder
	at := 0
	for _, c := range cuts {
		b.add(p, at, c.from)
		at = c.to
	}
	b.add(p, at, len(p.text))
	return b.passage()
}

// placeDirectives says where in the input file the directives stand.
func (a *Article) placeDirectives() {
	for i := range a.Directives {
		d := &a.Directives[i]
		d.Line, d.Column = a.InputPosition(d.input)
	}
}

// appendDirectives and storedDirectives are their part of Append and Stored.
func (a *Article) appendDirectives(b []byte) []byte {
	b = pack.Uint(b, len(a.Directives))
	for _, d := range a.Directives {
		b = pack.Strings(pack.String(pack.String(b, d.Verb), d.Reason), d.Names)
		b = pack.Uint(pack.Uint(b, d.Line-a.source.line), d.Column)
	}
	return b
}

func (a *Article) storedDirectives(r *pack.Reader) {
	for range r.Len() {
		d := Directive{Verb: r.String(), Reason: r.String(), Names: r.Strings()}
		d.Line, d.Column = a.source.line+r.Uint(), r.Uint()
		a.Directives = append(a.Directives, d)
	}
}
