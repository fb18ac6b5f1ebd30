package reports

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
)

// terminal writes lines. All text from articles goes through say, which makes
// it safe.
type terminal struct {
	w        io.Writer
	err      error
	width    int
	articles map[string]*Article
	paint    func(style, string) string
	address  func(path string, line int) string // nil links nothing
}

func newTerminal(w io.Writer, r *Report, o Options) *terminal {
	width := o.Width
	if width <= 0 {
		width = 80
	}
	return &terminal{w: w, width: max(40, width), articles: byID(r), paint: painter(o.Color), address: o.Link}
}

type style int

const (
	plain style = iota
	faint
	strong
	minorStyle
	majorStyle
	criticalStyle
	writeStyle
)

// painter colours text when it should, whatever the environment says: the
// caller has looked at that.
func painter(on bool) func(style, string) string {
	if !on {
		return func(_ style, s string) string { return s }
	}
	styles := map[style]*color.Color{
		faint: color.New(color.Faint), strong: color.New(color.Bold),
		minorStyle: color.New(color.FgCyan), majorStyle: color.New(color.FgYellow, color.Bold),
		criticalStyle: color.New(color.FgRed, color.Bold), writeStyle: color.New(color.FgGreen),
	}
	for _, c := range styles {
		c.EnableColor()
	}
	return func(st style, s string) string {
		if c := styles[st]; c != nil && s != "" {
			return c.Sprint(s)
		}
		return s
	}
}

func severityStyle(name string) style {
	switch name {
	case "minor":
		return minorStyle
	case "major":
		return majorStyle
	case "critical":
		return criticalStyle
	}
	return plain
}

// A said is a piece of text in one style.
type said struct {
	style style
	text  string
}

// linked writes pieces on a line of which the first one leads to a line of an
// article's file, where the terminal can link
// (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
func (t *terminal) linked(a *Article, line int, first said, pieces ...said) {
	address := ""
	if t.address != nil && a.Path != "" {
		address = t.address(a.Path, line)
	}
	if address == "" {
		t.line(append([]said{first}, pieces...)...)
		return
	}
	if t.err == nil {
		_, t.err = io.WriteString(t.w, "\x1b]8;;"+escapeAddress(address)+"\x1b\\"+t.paint(first.style, inert(strings.TrimRight(clean(first.text), " ")))+"\x1b]8;;\x1b\\")
	}
	t.line(pieces...)
}

// escapeAddress keeps an address within the bytes that may stand in the escape
// sequence of a link.
func escapeAddress(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func (t *terminal) line(pieces ...said) {
	if t.err != nil {
		return
	}
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(t.paint(p.style, clean(p.text)))
	}
	_, t.err = io.WriteString(t.w, inert(strings.TrimRight(b.String(), " "))+"\n")
}

// wrapped writes text on as many lines as it takes.
func (t *terminal) wrapped(st style, text string) {
	for _, l := range wrap(clean(text), t.width) {
		t.line(said{st, l})
	}
}

// field writes a label and wrapped text beside it.
func (t *terminal) field(label string, st style, text string) {
	const indent = 2
	label = clean(label)
	hang := min(indent+columns(label)+1, t.width/2)
	for i, l := range wrap(clean(text), t.width-hang) {
		if i == 0 {
			t.line(said{faint, strings.Repeat(" ", indent) + label + " "}, said{st, l})
		} else {
			t.line(said{plain, strings.Repeat(" ", hang)}, said{st, l})
		}
	}
}
