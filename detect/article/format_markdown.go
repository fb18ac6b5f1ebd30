package article

import (
	"strings"
)

// isMarkdown tells Markdown by its name, or by front matter, which no other
// text begins with.
func isMarkdown(ext, start string) bool {
	return ext == ".md" || ext == ".markdown" || opensFrontMatter(start) && frontMatter().MatchString(start)
}

// opensFrontMatter is a look at what the pattern below begins with.
func opensFrontMatter(start string) bool {
	return strings.HasPrefix(start, "---") || strings.HasPrefix(start, "+++")
}

// frontMatter is the block of fields between lines of three dashes (YAML) or plus
// signs (TOML).
var frontMatter = lazy(`^(?:---[ \t]*\r?\n(?:[A-Za-z_][\w.-]{0,40}[ \t]*:|#)|\+\+\+[ \t]*\r?\n(?:[A-Za-z_][\w.-]{0,40}[ \t]*=|#|\[))`)

func readMarkdown(i input) (*Article, error) {
	dec, err := i.decode()
	if err != nil {
		return nil, err
	}
	start := strings.TrimLeft(dec.text[:min(len(dec.text), sniffed)], " \t\r\n")
	if err := unreadFormat(start); err != nil {
		return nil, err
	}
	e := newExtract(i.path, i.record, dec, i.limits)
	e.unwrapped = true
	m := markdownReader{extract: e, in: standing(dec.text, 0)}
	m.in, e.Directives, _ = withoutDirectives(m.in)
	m.read(m.frontMatter(len(m.in.text) - len(strings.TrimLeft(m.in.text, "\ufeff \t\r\n"))))
	return e.article()
}

// A markdownReader finds the paragraphs of Markdown, as CommonMark has them.
// It leaves alone what a text may hold without being Markdown: a line that is
// not clearly markup is a line of text, and hard-wrapped lines are joined by
// the layout like those of plain text.
type markdownReader struct {
	*extract
	in    passage
	text  passageBuilder
	kind  Kind
	lines int // of the paragraph

	separator string // between the last line and the next
}

// frontMatter reads the fields between its lines and returns where the text
// begins. Only fields on one line count; the rest of YAML and TOML is left out.
func (m *markdownReader) frontMatter(from int) int {
	s := m.in.text
	if !frontMatter().MatchString(s[from:]) {
		return from
	}
	mark, between := s[from:from+3], ":"
	if mark == "+++" {
		between = "="
	}
	at, title := lineEnd(s, from), passage{}
	for at < len(s) {
		next := lineEnd(s, at)
		line := strings.TrimRight(s[at:next], " \t\r\n")
		if line == mark || line == "..." && mark == "---" {
			m.addTitle(title)
			return next
		}
		if name, value, ok := strings.Cut(line, between); ok && name != "" && name[0] != ' ' && name[0] != '#' {
			from := at + len(name) + 1 + len(value) - len(strings.TrimLeft(value, " \t"))
			p := m.in.slice(from, at+len(line))
			if n := len(p.text); n > 1 && (p.text[0] == '"' || p.text[0] == '\'') && p.text[n-1] == p.text[0] {
				p = p.slice(1, n-1)
			}
			m.field(strings.ToLower(strings.TrimSpace(name)), p, &title)
		}
		at = next
	}
	return from // it does not end: it is no front matter
}

func (m *markdownReader) field(name string, value passage, title *passage) {
	text := strings.Trim(value.text, "[] ")
	switch name {
	case "title", "headline":
		*title = value
	case "id", "guid":
		set(&m.ID, text)
	case "author", "authors", "byline":
		set(&m.Byline, text)
	case "date", "published":
		set(&m.Published, text)
	case "publisher", "source":
		set(&m.Publisher, text)
	case "url", "canonical", "link":
		set(&m.URL, text)
	case "language", "lang":
		set(&m.Language, text)
	case "story":
		set(&m.Story, text)
	case "translator", "translators", "translated_by":
		m.declare(DeclaredTranslator, text)
	}
}

// lineEnd is where the line that begins at i ends, its break included.
func lineEnd(s string, i int) int {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(s)
}

var (
	markdownFence   = lazy("^ {0,3}(?:`{3,}|~{3,})")
	markdownHeading = lazy(`^ {0,3}(#{1,6})[ \t]+`)
	markdownItem    = lazy(`^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+`)
	markdownQuote   = lazy(`^ {0,3}(?:>[ \t]?)+`)
	markdownRule    = lazy(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	markdownUnder   = lazy(`^ {0,3}(?:=+|-+)[ \t]*$`)
	markdownTarget  = lazy(`^ {0,3}\[[^\]]{1,200}\]:[ \t]*\S`)
	markdownNote    = lazy(`^\[\^[^\]\s]{1,40}\]`)
	markdownTable   = lazy(`^ {0,3}(?:\|?[ \t]*:?-{2,}:?[ \t]*\||\|.*\|$)`)
)

func (m *markdownReader) read(from int) {
	s := m.in.text
	fence := ""
	for at := from; at < len(s); {
		next := lineEnd(s, at)
		line := strings.TrimRight(s[at:next], " \t\r\n")
		switch {
		case fence != "":
			if strings.HasPrefix(strings.TrimLeft(line, " "), fence) {
				fence = ""
			}
		case markdownFence().MatchString(line):
			m.flush()
			fence = strings.TrimLeft(line, " ")[:3]
		default:
			m.line(at, line)
		}
		at = next
	}
	m.flush()
}

// line reads one line outside code.
func (m *markdownReader) line(at int, line string) {
	heading := markdownHeading().FindStringSubmatch(line)
	switch {
	case strings.TrimSpace(line) == "" || markdownTarget().MatchString(line) || markdownTable().MatchString(line):
		m.flush()
	case markdownUnder().MatchString(line) && m.lines == 1 && m.kind == Body:
		m.heading(line[strings.IndexAny(line, "=-")] == '=')
	case markdownRule().MatchString(line):
		m.flush()
	case heading != nil:
		m.flush()
		m.add(at+len(heading[0]), at+len(strings.TrimRight(strings.TrimRight(line, "#"), " \t")))
		m.heading(heading[1] == "#")
	case markdownQuote().MatchString(line):
		if m.kind != BlockQuote {
			m.flush()
		}
		mark := len(markdownQuote().FindString(line))
		if strings.TrimSpace(line[mark:]) == "" {
			m.flush()
			return
		}
		m.kind = BlockQuote
		m.add(at+mark, at+len(line))
	case markdownItem().MatchString(line):
		m.flush()
		m.kind = ListItem
		m.add(at+len(markdownItem().FindString(line)), at+len(line))
	default:
		m.add(at, at+len(line))
	}
}

// add adds a line, or what is left of it, to the paragraph.
func (m *markdownReader) add(from, to int) {
	if from >= to {
		return
	}
	if m.lines > 0 {
		m.text.put(m.separator, m.in.at(from))
	}
	m.lines++
	s := strings.TrimRight(m.in.text[from:to], " \t\\")
	m.separator = " "
	if strings.HasSuffix(m.in.text[from:to], "\\") || strings.HasPrefix(m.in.text[to:], "  ") {
		m.separator = "\n" // a hard break
	}
	if m.kind == Body && endsSentence(s) && runeStarts(s) > maxWrapWidth {
		m.separator = "\n" // not Markdown's way, but many dumps': each line is a paragraph
	}
	lead := len(s) - len(strings.TrimLeft(s, " \t"))
	m.text.add(m.in, from+lead, from+len(s))
}

// heading ends a paragraph that is a heading.
func (m *markdownReader) heading(first bool) {
	p := m.inline(m.text.passage())
	m.text.reset()
	m.lines, m.kind = 0, Body
	switch {
	case first && !m.titled && len(m.hints) == 0:
		m.addTitle(p)
	case m.titled && p.text == m.title:
	default:
		m.addParagraph(p, Subheading, "")
	}
}

func (m *markdownReader) flush() {
	if m.lines > 0 {
		m.addParagraph(m.inline(m.text.passage()), m.kind, "")
	}
	m.text.reset()
	m.lines, m.kind = 0, Body
}

// inline frees a paragraph from the marks of links, emphasis and code, and
// from pictures. A mark without its counterpart is left as it is.
func (m *markdownReader) inline(p passage) passage {
	if !strings.ContainsAny(p.text, "[]!*_`<\\&~") {
		return p
	}
	var b passageBuilder
	s := p.text
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], "[]!*_`<\\&~")
		if n < 0 {
			b.add(p, i, len(s))
			break
		}
		b.add(p, i, i+n)
		i += n
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isASCIIPunct(s[i+1]):
			b.add(p, i+1, i+2)
			i += 2
		case c == '!' && strings.HasPrefix(s[i:], "!["):
			if text, end, ok := markdownLink(s[i+1:]); ok {
				_ = text // what stands for a picture is no prose
				i += 1 + end
				break
			}
			b.add(p, i, i+1)
			i++
		case c == '[':
			if note := markdownNote().FindString(s[i:min(len(s), i+maxMarkdownNote)]); note != "" {
				i += len(note)
				break
			}
			if text, end, ok := markdownLink(s[i:]); ok {
				inner := m.inline(p.slice(i+1, i+1+text))
				b.add(inner, 0, len(inner.text))
				i += end
				break
			}
			b.add(p, i, i+1)
			i++
		case c == '<':
			if n := autolink(s[i:]); n > 0 {
				b.add(p, i+1, i+n-1)
				i += n
				break
			}
			if i+1 < len(s) && (isLetterByte(s[i+1]) || s[i+1] == '/' || s[i+1] == '!') {
				near := s[i:min(len(s), i+maxMarkdownLink)]
				if n := tagLen(near); near[n-1] == '>' {
					i += n
					break
				}
			}
			b.add(p, i, i+1)
			i++
		case c == '&':
			n := referenceLen(s[i:])
			b.addUnescaped(p, i, i+n)
			i += n
		case c == '*' || c == '_' || c == '`' || c == '~':
			n := 1
			for i+n < len(s) && s[i+n] == c {
				n++
			}
			if !isMarkdownMark(s, i, n) {
				b.add(p, i, i+n)
			}
			i += n
		default:
			b.add(p, i, i+1)
			i++
		}
	}
	return b.passage()
}

// maxMarkdownNote is how many bytes the number of a footnote may have.
const maxMarkdownNote = 64

// maxMarkdownLink is how many bytes the text or the address of a link may have.
const maxMarkdownLink = 1000

// markdownLink is the length of the text and of the whole link "[text](address)"
// or "[text][label]" at the beginning of s.
func markdownLink(s string) (text, end int, ok bool) {
	text = closing(s, '[', ']') - 1
	if text < 0 || text+2 >= len(s) {
		return 0, 0, false
	}
	rest := s[text+2:]
	n := 0
	switch rest[0] {
	case '(':
		n = closing(rest, '(', ')')
	case '[':
		n = closing(rest, '[', ']')
	}
	if n <= 0 {
		return 0, 0, false
	}
	return text, text + 2 + n + 1, true
}

// closing is the index of the bracket that closes the one s begins with, -1
// when there is none near.
func closing(s string, open, end byte) int {
	depth := 0
	for i := range min(len(s), maxMarkdownLink) {
		switch s[i] {
		case '\\':
			continue
		case open:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// autolink is the length of an address in angle brackets.
func autolink(s string) int {
	n := strings.IndexByte(s[:min(len(s), maxMarkdownLink)], '>')
	if n < 0 || strings.ContainsAny(s[:n], " \n") || !strings.Contains(s[:n], "://") && !strings.Contains(s[:n], "@") {
		return 0
	}
	return n + 1
}

// isMarkdownMark reports whether n marks at s[i:] open or close emphasis, code
// or a deletion and have a counterpart near: "snake_case" and "5 * 3" are text.
func isMarkdownMark(s string, i, n int) bool {
	c := s[i]
	if c == '~' && n != 2 || n > 3 {
		return false
	}
	before, after := byte(' '), byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	if i+n < len(s) {
		after = s[i+n]
	}
	opens := !isMarkupSpace(after) && (c != '_' || !isWordByte(before))
	closes := !isMarkupSpace(before) && (c != '_' || !isWordByte(after))
	mark := s[i : i+n]
	from, to := max(0, i-maxMarkdownLink), min(len(s), i+n+maxMarkdownLink)
	return opens && strings.Contains(s[i+n:to], mark) || closes && strings.Contains(s[from:i], mark)
}

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isWordByte(c byte) bool { return isLetterByte(c) || c >= '0' && c <= '9' || c >= 0x80 }

func isASCIIPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isLetterByte(c) && (c < '0' || c > '9')
}
