package article

import "strings"

// A Draft is an article before it is segmented: what a reader of some format
// found out about its parts.
type Draft struct {
	Article              // the fields of the envelope; Text and what follows are ignored
	Input   string       // the decoded input that Pieces point into
	Line    int          // how many lines of the file stand before Input
	Column  int          // and how many code points on the line on which it begins
	Parts   []Part       // the paragraphs in order, a headline first
	Dropped []DroppedRun // what was kept out, in order

	index   *lineIndex // of Input, where articles share it
	through passage    // the text that places are in, which leads to Input; none when they are in Input
	room    *room      // that Parts are in, nil for none
	clock   *Clock
}

// A Part is one paragraph of a draft.
type Part struct {
	Kind   Kind
	Pieces []Piece
}

// A Piece is a stretch of text and where it stands in the input. The pieces of
// a part are joined as they are; a line break inside a paragraph is a piece
// " ".
type Piece struct {
	Text   string
	Input  int     // byte offset in Draft.Input
	Repair *Repair // what was wrong with the text here, else nil; New fills in the span
}

// A DroppedRun is text kept out of the prose before the part with the given
// index.
type DroppedRun struct {
	Reason Reason
	Text   string
	Part   int
	Input  int
}

// paragraphBreak stands between the paragraphs of Article.Text.
const paragraphBreak = "\n\n"

// New joins and segments a draft.
func New(d Draft) *Article {
	a := d.Article
	if a.Encoding == "" {
		a.Encoding = "UTF-8"
	}
	if d.index != nil {
		a.source.lineIndex = *d.index
	} else {
		a.source.lineIndex = newLineIndex(d.Input, d.Line)
		a.source.column = d.Column
	}
	size, pieces := 0, 0
	for _, p := range d.Parts {
		pieces += len(p.Pieces)
		for _, piece := range p.Pieces {
			size += len(piece.Text)
		}
	}
	var text strings.Builder
	text.Grow(size + len(paragraphBreak)*len(d.Parts))
	a.source.runs = make([]run, 0, pieces+len(d.through.runs))
	a.Paragraphs = make([]Paragraph, 0, len(d.Parts))
	dropped := d.Dropped
	if len(dropped) > 0 {
		a.Removed = make([]Removed, 0, len(dropped))
	}
	drop := func(part int) {
		for len(dropped) > 0 && dropped[0].Part <= part {
			a.Removed = append(a.Removed, Removed{dropped[0].Reason, dropped[0].Text, text.Len(), d.inputAt(dropped[0].Input)})
			dropped = dropped[1:]
		}
	}
	for i, p := range d.Parts {
		if i > 0 {
			text.WriteString(paragraphBreak)
		}
		drop(i)
		start := text.Len()
		for _, piece := range p.Pieces {
			if piece.Repair != nil {
				repair := *piece.Repair
				repair.Span = Span{text.Len(), text.Len() + len(piece.Text)}
				a.Repairs = append(a.Repairs, repair)
			}
			a.source.runs = d.appendRuns(a.source.runs, text.Len(), piece)
			text.WriteString(piece.Text)
		}
		a.Paragraphs = append(a.Paragraphs, Paragraph{Span: Span{start, text.Len()}, Kind: p.Kind})
	}
	drop(len(d.Parts))
	a.Text = text.String()
	a.placeDirectives()
	a.segment(d.clock)
	return &a
}

// inputAt is the place in Input of a place that the draft names.
func (d *Draft) inputAt(at int) int {
	if d.through.runs == nil {
		return at
	}
	return d.through.at(at)
}

// appendRuns appends where in Input a piece stands that comes at a byte offset of
// the article's text.
func (d *Draft) appendRuns(runs []run, at int, piece Piece) []run {
	p := d.through
	if p.runs == nil {
		return append(runs, run{at, piece.Input})
	}
	from, to := piece.Input, piece.Input+len(piece.Text)
	i := runAt(p.runs, from)
	if piece.Repair != nil || to > len(p.text) || from == to || p.text[from:to] != piece.Text {
		return append(runs, run{at, inputAt(p.runs, i, from)})
	}
	for ; from < to; i++ { // a stretch that stands in several places
		runs = append(runs, run{at, inputAt(p.runs, i, from)})
		end := runEnd(p.runs, i, to)
		at += end - from
		from = end
	}
	return runs
}
