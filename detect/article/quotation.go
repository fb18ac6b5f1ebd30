package article

import "strings"

// find fills in a.Quotations and the Quoted flag of the tokens
// inside them and inside block quotes. The marks themselves are not flagged.
func (q *quoter) find(a *Article, n *notes, c *Clock) {
	q.a, q.pending, q.all = a, 0, q.all[:0]
	for p := range a.Paragraphs {
		c.Check()
		para := &a.Paragraphs[p]
		if para.Kind == BlockQuote {
			for i := para.Tokens.First; i < para.Tokens.End; i++ {
				a.Tokens[i].Flags |= Quoted
			}
		}
		_, marks, _ := n.of(p)
		q.paragraph(p, marks)
	}
	q.a, a.Quotations = nil, keep(q.all)
	a.nest()
	for i := range a.Quotations {
		c.Check()
		a.attribute(&a.Quotations[i])
	}
}

// mark says what a quotation mark does.
type mark uint8

const (
	double    mark = iota + 1 // " “ ” '' ``
	low                       // „ closed by “ or ”
	angle                     // « »
	reverse                   // » «
	thin                      // ‹ ›
	back                      // › ‹
	single                    // ‘ ’
	lowSingle                 // ‚ closed by ‘ or ’
	plain                     // '
	corner                    // 「 」
	hollow                    // 『 』
)

// maxDepth is how deep quotations are followed into one another. Real ones go
// three deep; more open marks are a damaged text.
const maxDepth = 6

// A quoter matches the marks of one paragraph after another.
type quoter struct {
	a       *Article
	tokens  Range // of the paragraph
	open    []opened
	found   []Quotation // in the paragraph
	all     []Quotation // in the article
	last    int         // the last token that can close a plain single quotation, -1 if none
	number  int         // of the paragraph
	pending mark        // what the paragraph before left open, 0 if nothing
}

type opened struct {
	mark  mark
	token int
	index int // into found
}

// paragraph matches the marks of paragraph p, which are among the given tokens.
func (q *quoter) paragraph(p int, marks []int32) {
	a := q.a
	q.tokens = a.Paragraphs[p].Tokens
	q.open, q.found = q.open[:0], q.found[:0]
	q.last, q.number = -2, p
	for _, i := range marks {
		q.punct(int(i), a.Tokens[i].Norm)
	}
	q.finish(p)
	for _, f := range q.found {
		if f.End > f.Start {
			q.all = append(q.all, f)
			for i := a.TokenAt(f.Inner.Start); i < q.tokens.End && a.Tokens[i].Start < f.Inner.End; i++ {
				a.Tokens[i].Flags |= Quoted
			}
		}
	}
}

// punct opens or closes a quotation at token i where it is a quotation mark.
func (q *quoter) punct(i int, norm string) {
	switch norm {
	case `"`, "''", "＂":
		q.straight(i)
	case "``":
		q.begin(i, double)
	case "“":
		switch {
		case q.top() == low:
			q.end(i, low)
		case q.top() == double && q.looksClosing(i) && !q.looksOpening(i):
			q.end(i, double)
		default:
			q.begin(i, double)
		}
	case "”", "‟":
		if !q.end(i, double) && !q.end(i, low) {
			if q.looksOpening(i) && !q.looksClosing(i) {
				q.begin(i, double) // ”as in Swedish”
			} else {
				q.unopened(i)
			}
		}
	case "„":
		q.begin(i, low)
	case "«":
		if !q.end(i, reverse) {
			q.begin(i, angle)
		}
	case "»":
		if !q.end(i, angle) && q.looksOpening(i) {
			q.begin(i, reverse)
		}
	case "‹":
		if !q.end(i, back) {
			q.begin(i, thin)
		}
	case "›":
		if !q.end(i, thin) && q.looksOpening(i) {
			q.begin(i, back)
		}
	case "「":
		q.begin(i, corner)
	case "」":
		q.end(i, corner)
	case "『":
		q.begin(i, hollow)
	case "』":
		q.end(i, hollow)
	case "‚":
		if q.looksOpening(i) {
			q.begin(i, lowSingle)
		}
	case "‘":
		if q.top() == lowSingle && q.looksClosing(i) {
			q.end(i, lowSingle)
			return
		}
		if i+1 < q.tokens.End && !q.a.Tokens[i+1].Is(SpaceBefore) && q.a.Tokens[i+1].Kind != Number {
			q.begin(i, single)
		}
	case "'":
		q.apostrophe(i)
	}
}

// straight decides about a mark that looks the same at both ends, by the
// blanks beside it and, where they do not tell, by turns.
func (q *quoter) straight(i int) {
	opening, closing := q.looksOpening(i), q.looksClosing(i)
	inside := q.has(double)
	switch {
	case q.inches(i, inside):
	case closing && !opening:
		if !q.end(i, double) {
			q.unopened(i)
		}
	case opening && !closing:
		if inside && q.a.Tokens[i-1].Kind == Punct && q.a.Tokens[i-1].Is(SpaceBefore) && q.open[len(q.open)-1].token == i-1 {
			return // a doubled mark
		}
		q.begin(i, double)
	case inside:
		q.end(i, double)
	case i+1 < q.tokens.End:
		q.begin(i, double)
	}
}

// inches reports whether the straight mark at i stands for inches: 6'2", or a
// number with nothing open.
func (q *quoter) inches(i int, inside bool) bool {
	t := q.a.Tokens
	if i <= q.tokens.First || t[i].Is(SpaceBefore) || t[i-1].Kind != Number {
		return false
	}
	if !inside {
		return true
	}
	return i-3 >= q.tokens.First && t[i-2].Norm == "'" && t[i-3].Kind == Number && !t[i-1].Is(SpaceBefore) && !t[i-2].Is(SpaceBefore)
}

// looksOpening reports whether a blank or an opening mark stands before token
// i and none after it.
func (q *quoter) looksOpening(i int) bool {
	t := q.a.Tokens
	if i+1 >= q.tokens.End || t[i+1].Is(SpaceBefore) {
		return false
	}
	switch t[i+1].Norm {
	case ".", ",", ";", ":", "!", "?", ")", "]":
		return false
	}
	if i == q.tokens.First || t[i].Is(SpaceBefore) {
		return true
	}
	switch t[i-1].Norm {
	case "(", "[", "{", "—", "–", "-", "--", "/", "“", "‘", `"`, "„", "«":
		return true
	case "'":
		return t[i-1].Is(SpaceBefore)
	case ":", ",":
		return t[i+1].Kind <= Number
	}
	return false
}

// looksClosing reports whether no blank stands before token i, and a blank, a
// mark or the end after it.
func (q *quoter) looksClosing(i int) bool {
	t := q.a.Tokens
	if i == q.tokens.First || t[i].Is(SpaceBefore) {
		return false
	}
	return i+1 == q.tokens.End || t[i+1].Is(SpaceBefore) || t[i+1].Kind == Punct || t[i+1].Norm == "'s"
}

// apostrophe decides about a straight single mark or a ’ that the tokenizer
// left alone: the end of a quotation, its beginning, a plural's possessive, or
// feet.
func (q *quoter) apostrophe(i int) {
	t := q.a.Tokens
	curly := t[i].Len() > 1
	if q.closesSingle(i) {
		want := plain
		if curly || q.has(single) {
			want = single
		}
		if q.top() != want && (q.top() < single || q.top() > plain) {
			return
		}
		if q.possessive(i) && q.laterClose(i) {
			return
		}
		q.end(i, q.top())
		return
	}
	if curly || !q.looksOpening(i) || t[i+1].Kind > Number {
		if !curly && q.looksOpening(i) && t[i+1].Norm == `"` {
			q.begin(i, plain) // '"So," he said, ...'
		}
		return
	}
	if q.last == -2 {
		q.last = q.lastClose()
	}
	if q.last <= i && !q.goesOn(i) || q.has(plain) || q.has(single) || q.year(i) {
		return
	}
	q.begin(i, plain)
}

// goesOn reports whether the straight single mark at i, which nothing closes in
// its paragraph, opens a quotation that the next paragraph goes on with: where
// speech can begin, and a mark that opens stands there again.
func (q *quoter) goesOn(i int) bool {
	if i > q.tokens.First {
		if before := q.a.Tokens[i-1].Norm; before != ":" && before != "," {
			return false
		}
	}
	return q.opensAgain(q.number+1) == plain
}

// year reports whether the straight mark at i stands for the century: in '24
// he left. That is told from a quotation ('24 hours') by a word right before it
// that does not hand over to one, and by a mark right after it, or by
// another quotation that opens before any mark closes.
func (q *quoter) year(i int) bool {
	t := q.a.Tokens
	if t[i+1].Kind != Number || t[i+1].Len() != 2 || i == q.tokens.First || t[i-1].Kind != Word || t[i-1].in(isSaying) {
		return false
	}
	if i+2 == q.tokens.End || t[i+2].Kind == Punct && !opensQuote(&t[i+2]) {
		return true
	}
	return !q.laterClose(i + 1)
}

// closesSingle reports whether the single mark at i may close a quotation.
func (q *quoter) closesSingle(i int) bool {
	t := q.a.Tokens
	return q.looksClosing(i) && t[i-1].Kind != Number || q.looksClosing(i) && q.top() >= single && q.top() <= plain
}

// possessive reports whether the mark at i may stand after a plural: the
// workers' union.
func (q *quoter) possessive(i int) bool {
	t := q.a.Tokens
	before, ok := t[i-1], i+1 < q.tokens.End
	return ok && before.Kind == Word && before.Norm[len(before.Norm)-1] == 's' && t[i+1].Kind <= Number && t[i+1].Is(SpaceBefore) && !t[i+1].in(isOwned)
}

// owned are words that hardly ever follow a possessive.
const owned = `is are was were has have had will would can could said says and or but in on at of to for from with by
	as that which who when while because if than the a an it he she they we i this these there not do does did if about after before`

// laterClose reports whether another mark that may close follows before the
// next one that opens.
func (q *quoter) laterClose(i int) bool {
	t := q.a.Tokens
	for j := i + 1; j < q.tokens.End && j < i+80; j++ {
		if t[j].Kind != Punct {
			continue
		}
		switch t[j].Norm {
		case "‘":
			return false
		case "'":
			if q.looksClosing(j) {
				return true
			}
			if q.looksOpening(j) {
				return false
			}
		}
	}
	return false
}

// lastClose is the last token of the paragraph that may close a plain single
// quotation and is no possessive, or the last possessive where a quotation of
// a few words can end ('the boys' are back); -1 when there is none.
func (q *quoter) lastClose() int {
	t := q.a.Tokens
	for j := q.tokens.End - 1; j > q.tokens.First; j-- {
		if t[j].Kind == Punct && t[j].Len() == 1 && t[j].Norm == "'" && q.looksClosing(j) && (!q.possessive(j) || q.shortBefore(j)) {
			return j
		}
	}
	return -1
}

// shortBefore reports whether an opening mark stands a few tokens before the
// closing mark at j.
func (q *quoter) shortBefore(j int) bool {
	for k := j - 1; k >= q.tokens.First && k >= j-6; k-- {
		if q.a.Tokens[k].Norm == "'" {
			return q.looksOpening(k)
		}
	}
	return false
}

func (q *quoter) top() mark {
	if len(q.open) == 0 {
		return 0
	}
	return q.open[len(q.open)-1].mark
}

func (q *quoter) has(m mark) bool {
	for _, o := range q.open {
		if o.mark == m {
			return true
		}
	}
	return false
}

func (q *quoter) begin(i int, m mark) {
	if len(q.open) == maxDepth {
		q.cut(q.open[0], q.open[1].token)
		q.open = append(q.open[:0], q.open[1:]...)
	}
	t := q.a.Tokens[i]
	q.open = append(q.open, opened{m, i, len(q.found)})
	q.found = append(q.found, Quotation{
		Span: t.Span, Inner: Span{t.End, t.End}, Sentence: t.Sentence,
		Carried: q.pending != 0 && i == q.tokens.First && (q.pending == m || q.pending == low && m == double),
	})
}

// end closes the innermost quotation opened with m; what was opened inside it
// and never closed was no quotation.
func (q *quoter) end(i int, m mark) bool {
	for k := len(q.open) - 1; k >= 0; k-- {
		o := q.open[k]
		if o.mark != m {
			continue
		}
		for _, inner := range q.open[k+1:] {
			q.found[inner.index].End = 0
			q.found[inner.index].Start = 0
		}
		f := &q.found[o.index]
		f.Span.End, f.Inner.End, f.Closed = q.a.Tokens[i].End, q.a.Tokens[i].Start, true
		f.Inner = q.trim(o.token, i, f.Inner)
		if f.Inner.Len() == 0 {
			f.Span = Span{}
		}
		q.open = q.open[:k]
		return true
	}
	return false
}

// trim leaves out the blanks inside the marks at tokens from and to.
func (q *quoter) trim(from, to int, s Span) Span {
	if from+1 >= to {
		return Span{s.Start, s.Start}
	}
	return Span{q.a.Tokens[from+1].Start, q.a.Tokens[to-1].End}
}

// unopened takes a closing mark at i without an opening one as the end of a
// quotation that a paragraph's break cut in two.
func (q *quoter) unopened(i int) {
	if q.pending != double || len(q.found) > 0 || i == q.tokens.First {
		return
	}
	first := q.a.Tokens[q.tokens.First]
	q.found = append(q.found, Quotation{
		Span: Span{first.Start, q.a.Tokens[i].End}, Inner: Span{first.Start, q.a.Tokens[i-1].End},
		Closed: true, Carried: true, Sentence: first.Sentence,
	})
}

// cut ends a quotation that nothing closes before token i.
func (q *quoter) cut(o opened, i int) {
	f := &q.found[o.index]
	if o.token+1 >= i || o.mark == plain && q.pending != plain || o.mark == lowSingle {
		f.Span = Span{} // a mark with nothing behind it
		return
	}
	f.Span.End = q.a.Tokens[i-1].End
	f.Inner = Span{q.a.Tokens[o.token+1].Start, f.Span.End}
}

// finish ends what is open at the end of paragraph p. A quotation that the
// next paragraph opens again reaches to the end of this one. So does one with
// no other behind it; one with others behind it misses its mark before them.
func (q *quoter) finish(p int) {
	q.pending = 0
	if len(q.open) == 0 {
		return
	}
	again := q.opensAgain(p + 1)
	if o := q.open[0]; again == o.mark || again == double && o.mark == low {
		q.pending = o.mark
		q.cut(o, q.tokens.End)
		q.open = q.open[1:]
	}
	for _, o := range q.open {
		end := q.tokens.End
		if o.index+1 < len(q.found) && o.mark != single {
			for _, f := range q.found[o.index+1:] {
				if f.End > f.Start && q.a.Text[f.Start] != '\'' && !strings.HasPrefix(q.a.Text[f.Start:], "‘") {
					end = q.a.TokenAt(f.Start)
					break
				}
			}
		}
		q.cut(o, end)
	}
	if q.pending == 0 && len(q.open) > 0 && q.found[q.open[len(q.open)-1].index].End == q.a.Tokens[q.tokens.End-1].End {
		q.pending = q.open[len(q.open)-1].mark
	}
}

// opensAgain is the mark that paragraph p begins with, 0 if it is no quotation
// mark.
func (q *quoter) opensAgain(p int) mark {
	if p >= len(q.a.Paragraphs) {
		return 0
	}
	r := q.a.Paragraphs[p].Tokens
	if r.First == r.End {
		return 0
	}
	switch q.a.Tokens[r.First].Norm {
	case `"`, "“", "``", "''":
		return double
	case "„":
		return low
	case "«":
		return angle
	case "»":
		return reverse
	case "‘":
		return single
	case "'":
		return plain
	}
	return 0
}

// nest sets the depths.
func (a *Article) nest() {
	var ends [maxDepth + 1]int
	depth := 0
	for i := range a.Quotations {
		f := &a.Quotations[i]
		for depth > 0 && ends[depth-1] <= f.Start {
			depth--
		}
		f.Depth = depth
		if depth < len(ends) {
			ends[depth] = f.End
			depth++
		}
	}
}
