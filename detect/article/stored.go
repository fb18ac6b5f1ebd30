package article

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/internal/pack"
)

// A corpus is larger than memory, so its articles are put away and taken up
// again. What is stored is the cleaned text with the kinds of its paragraphs;
// segmenting it again gives the same sentences, tokens, quotations and names.
// The input is not stored: the lines and columns that lead back to it are.

// An Origin is what tells two articles of the same content apart: where it was
// read. It is no part of what Append stores.
type Origin struct {
	ID, Path string
	Record   int // 1-based, 0 when the file is not made of records
	Line     int // how many lines of the file stand before the article's input
}

// Origin is where the article was read.
func (a *Article) Origin() Origin { return Origin{a.ID, a.Path, a.Record, a.source.line} }

// A place is the line and column (from 1, in code points) at which a stretch
// of text stands in the input. It reaches to the next one.
type place struct {
	offset       int // in Text, or in the decoded input
	line, column int // the line without the lines before the article's input
}

// placing leads from text to input where the input itself is not at hand.
type placing struct {
	text  []place // by offset in Text
	input []place // by offset in the input: where something was removed
}

func (s *source) place(offset, input int) place {
	line, column := s.inputPosition(input)
	return place{offset, line - s.line, column}
}

// placing has the places of all runs. Where text and input differ - an escape,
// a mended letter, the space between paragraphs - each byte has its own.
func (a *Article) placing() placing {
	if a.source.stored != nil {
		return *a.source.stored
	}
	var p placing
	runs := a.source.runs
	for i, r := range runs {
		end := len(a.Text)
		if i+1 < len(runs) {
			end = runs[i+1].text
		}
		p.text = append(p.text, a.source.place(r.text, a.InputOffset(r.text)))
		same := alike(a.Text[r.text:end], a.source.input, r.input)
		for at := r.text + same; at < end; at++ {
			if at > r.text {
				p.text = append(p.text, a.source.place(at, a.InputOffset(at)))
			}
		}
	}
	for _, r := range a.Removed {
		p.input = append(p.input, a.source.place(r.Input, r.Input))
	}
	slices.SortFunc(p.input, func(x, y place) int { return x.offset - y.offset })
	p.input = slices.Compact(p.input)
	return p
}

// alike is how many bytes of text go on as the input does, on one line.
func alike(text, input string, at int) int {
	if at < 0 || at > len(input) {
		return 0
	}
	n := min(len(text), len(input)-at)
	if text[:n] != input[at:at+n] {
		k := 0
		for k < n && text[k] == input[at+k] {
			k++
		}
		for k > 0 && k < len(text) && !utf8.RuneStart(text[k]) {
			k--
		}
		n = k
	}
	if k := strings.IndexAny(text[:n], "\r\n"); k >= 0 {
		n = k
	}
	return n
}

// position is the line and column of a byte offset in the text.
func (p *placing) position(a *Article, offset int) (line, column int) {
	i := sort.Search(len(p.text), func(i int) bool { return p.text[i].offset > offset }) - 1
	if i < 0 {
		return a.source.line + 1, 1
	}
	from := p.text[i]
	return a.source.line + from.line, from.column + runeStarts(a.Text[from.offset:min(offset, len(a.Text))])
}

// inputPosition is that of a byte offset in the input at which something was
// removed.
func (p *placing) inputPosition(line, offset int) (int, int) {
	i := sort.Search(len(p.input), func(i int) bool { return p.input[i].offset >= offset })
	if i == len(p.input) {
		return line + 1, 1
	}
	return line + p.input[i].line, p.input[i].column
}

// Append stores all of the article but its Origin. Articles of the same
// content have the same bytes.
func (a *Article) Append(b []byte) []byte {
	for _, s := range []string{a.Title, a.Byline, a.Dateline, a.Publisher, a.Published, a.URL, a.Language, a.Story, a.Status, a.Format, a.Encoding, a.Text} {
		b = pack.String(b, s)
	}
	b = pack.Uint(b, len(a.Declared))
	for _, d := range a.Declared {
		b = pack.String(pack.String(b, d.Kind), d.Text)
	}
	b = a.appendDirectives(b)
	b = pack.Uint(b, len(a.Paragraphs))
	at := 0
	for _, p := range a.Paragraphs {
		b = pack.Uint(pack.Uint(append(b, byte(p.Kind)), p.Start-at), p.Len())
		at = p.End
	}
	b = pack.Uint(b, len(a.Removed))
	for _, r := range a.Removed {
		b = pack.Uint(pack.Uint(pack.String(pack.String(b, string(r.Reason)), r.Text), r.At), r.Input)
	}
	b = pack.Uint(b, len(a.Repairs))
	for _, r := range a.Repairs {
		b = pack.Bool(pack.String(pack.String(pack.Uint(pack.Uint(b, r.Start), r.End), r.Problem), r.Was), r.Mended)
	}
	b = pack.Uint(b, a.Words())
	p := a.placing()
	for _, list := range [][]place{p.text, p.input} {
		b = pack.Uint(b, len(list))
		var last place
		for _, x := range list {
			b = pack.Int(pack.Int(pack.Int(b, x.offset-last.offset), x.line-last.line), x.column)
			last = x
		}
	}
	return b
}

// Stored reads an article that Append stored, and returns what stands after
// it. It is not segmented: Segmented does that, for those who need it.
func Stored(data string, o Origin) (a *Article, rest string, err error) {
	a = &Article{ID: o.ID, Path: o.Path, Record: o.Record}
	a.source.line = o.Line
	r := pack.NewReader(data)
	for _, s := range []*string{&a.Title, &a.Byline, &a.Dateline, &a.Publisher, &a.Published, &a.URL, &a.Language, &a.Story, &a.Status, &a.Format, &a.Encoding, &a.Text} {
		*s = r.String()
	}
	for range r.Len() {
		a.Declared = append(a.Declared, Declaration{r.String(), r.String()})
	}
	a.storedDirectives(r)
	a.Paragraphs = make([]Paragraph, r.Len())
	at := 0
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		p.Kind = Kind(r.Uint())
		p.Start = at + r.Uint()
		p.End = p.Start + r.Uint()
		at = p.End
	}
	for range r.Len() {
		a.Removed = append(a.Removed, Removed{Reason(r.String()), r.String(), r.Uint(), r.Uint()})
	}
	for range r.Len() {
		a.Repairs = append(a.Repairs, Repair{Span{r.Uint(), r.Uint()}, r.String(), r.String(), r.Bool()})
	}
	a.source.words = r.Uint()
	a.source.stored = &placing{}
	for _, list := range []*[]place{&a.source.stored.text, &a.source.stored.input} {
		*list = make([]place, r.Len())
		var last place
		for i := range *list {
			last = place{last.offset + r.Int(), last.line + r.Int(), r.Int()}
			(*list)[i] = last
		}
	}
	if err := r.Err(); err != nil {
		return nil, "", err
	}
	if at > len(a.Text) || !placed(a) {
		return nil, "", pack.ErrDamaged
	}
	return a, r.Rest(), nil
}

// placed reports whether all places lie in the text.
func placed(a *Article) bool {
	for _, x := range a.source.stored.text {
		if x.offset < 0 || x.offset > len(a.Text) {
			return false
		}
	}
	for _, p := range a.Paragraphs {
		if p.Start < 0 || p.End < p.Start || p.Kind > BlockQuote {
			return false
		}
	}
	return true
}

// Segmented is a stored article with its sentences, tokens, quotations and
// names. Other articles are as they were.
func (a *Article) Segmented() *Article {
	if a.source.stored == nil || a.Tokens != nil {
		return a
	}
	out := *a
	out.Paragraphs = slices.Clone(a.Paragraphs)
	out.segment(nil)
	return &out
}
