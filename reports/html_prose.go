package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A paragraphView is one row of an article's page: a paragraph, or a line that
// was kept out of the prose, and the notes that belong to it.
type paragraphView struct {
	Kind      string // as in Part, or "removed" or "excerpt"
	Reason    string // why it was removed
	Sentences []sentenceView
	Notes     []*noteView
}

// A sentenceView is a stretch of a paragraph that the origin model judged as
// one, or the whole paragraph without one.
type sentenceView struct {
	Heat   int    // 0 to 4; -1 when it was not judged
	Chance string // the probability in words, "" when it was not judged
	Pieces []piece
}

// A piece is a stretch of text that the same findings cover.
type piece struct {
	Text     string
	Severity string   // of the worst finding, "" for none
	Depth    int      // how many findings cover it
	Rules    string   // of the findings, for the filter
	Findings string   // their numbers, separated by spaces
	Begins   []string // anchors of the findings that begin here
	Ends     []*noteView
}

// A noteView is a finding as its note shows it.
type noteView struct {
	Finding
	Number   int
	Anchor   string // of the note
	Mark     string // of the place in the prose
	From     string // the languages that it comes from
	RuleHref string // to the rule's explanation
	Others   []otherView
	Here     []wording // passages of the same article
	Removals []string  // suggestions, with "" spelt out
}

// An otherView is another telling's wording beside a finding.
type otherView struct {
	Who     string
	Changes []Change // from that wording to this article's
	Text    string
	Href    string
}

// prose lays an article out in rows.
func prose(a *Article, notes []*noteView) []paragraphView {
	text := runesOf(a.Text)
	if len(text) == 0 {
		return withoutText(notes)
	}
	var rows []paragraphView
	parts := a.Parts
	if len(parts) == 0 {
		parts = []Part{{"body", 0, len(text)}}
	}
	var inText, apart []*noteView
	for _, n := range notes {
		if n.Start < n.End {
			inText = append(inText, n)
		} else {
			apart = append(apart, n)
		}
	}
	byStart := func(a, b *noteView) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(inText, byStart)
	slices.SortStableFunc(apart, byStart)
	shown := map[*noteView]bool{}
	marks := sweep{rest: inText}
	for _, p := range parts {
		for len(apart) > 0 && apart[0].Start <= p.Start {
			rows = append(rows, keptOut(a, apart[0]))
			apart = apart[1:]
		}
		row := paragraphView{Kind: p.Kind}
		here := marks.over(p.Start, p.End)
		for _, n := range here {
			if !shown[n] {
				row.Notes = append(row.Notes, n)
				shown[n] = true
			}
		}
		row.Sentences = sentences(a, p, text, here)
		rows = append(rows, row)
	}
	for _, n := range apart {
		rows = append(rows, keptOut(a, n))
	}
	for _, n := range inText {
		if !shown[n] { // between the paragraphs
			rows = append(rows, excerptRow(n, "excerpt", ""))
		}
	}
	return rows
}

// A sweep goes through the findings of a text from its beginning to its end,
// so that laying out takes no longer the more findings there are in all.
type sweep struct {
	active []*noteView
	rest   []*noteView // by start
}

// over are the findings that overlap the stretch, which must not begin before
// the last one asked about. The slice is good until the next call.
func (s *sweep) over(start, end int) []*noteView {
	for len(s.rest) > 0 && s.rest[0].Start < end {
		s.active = append(s.active, s.rest[0])
		s.rest = s.rest[1:]
	}
	s.active = slices.DeleteFunc(s.active, func(n *noteView) bool { return n.End <= start })
	return s.active
}

func withoutText(notes []*noteView) []paragraphView {
	var rows []paragraphView
	for _, n := range notes {
		rows = append(rows, excerptRow(n, "excerpt", ""))
	}
	return rows
}

// keptOut is the row of a finding in a line that is not part of the prose.
func keptOut(a *Article, n *noteView) paragraphView {
	reason := ""
	for _, x := range a.Removed {
		if x.Text == n.Excerpt {
			reason = x.Reason
		}
	}
	return excerptRow(n, "removed", reason)
}

func excerptRow(n *noteView, kind, reason string) paragraphView {
	return paragraphView{Kind: kind, Reason: reason, Notes: []*noteView{n}, Sentences: []sentenceView{{Heat: -1, Pieces: []piece{{
		Text: n.Excerpt, Severity: n.Severity, Depth: 1, Rules: n.Rule, Findings: strconv.Itoa(n.Number),
		Begins: []string{n.Mark}, Ends: []*noteView{n},
	}}}}}
}

// sentences cuts a paragraph at the model's sentences and those at the edges
// of findings.
func sentences(a *Article, p Part, text runesOf, notes []*noteView) []sentenceView {
	var out []sentenceView
	at := p.Start
	marks := sweep{rest: notes}
	add := func(end, heat int, chance string) {
		if at < end {
			out = append(out, sentenceView{heat, chance, pieces(at, end, text, marks.over(at, end))})
			at = end
		}
	}
	if a.Origin != nil {
		all := a.Origin.Sentences
		first, _ := slices.BinarySearchFunc(all, p.Start, func(s OriginSentence, start int) int { return cmp.Compare(s.End, start+1) })
		for _, s := range all[first:] {
			if s.Start >= p.End {
				break
			}
			add(min(max(s.Start, at), p.End), -1, "")
			add(min(s.End, p.End), min(4, int(s.MachineTranslated*5)), percent(s.MachineTranslated))
		}
	}
	add(min(p.End, len(text)), -1, "")
	return out
}

func pieces(start, end int, text runesOf, notes []*noteView) []piece {
	cuts := []int{start, end}
	for _, n := range notes {
		for _, at := range []int{n.Start, n.End} {
			if start < at && at < end {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	marks := sweep{rest: notes}
	var out []piece
	for i := 0; i+1 < len(cuts); i++ {
		p := piece{Text: text.slice(cuts[i], cuts[i+1])}
		var numbers, rules []string
		for _, n := range marks.over(cuts[i], cuts[i+1]) {
			p.Depth++
			numbers = append(numbers, strconv.Itoa(n.Number))
			rules = append(rules, n.Rule)
			if severityRank(n.Severity) > severityRank(p.Severity) {
				p.Severity = n.Severity
			}
			if n.Start == cuts[i] {
				p.Begins = append(p.Begins, n.Mark)
			}
			if n.End == cuts[i+1] {
				p.Ends = append(p.Ends, n)
			}
		}
		p.Findings, p.Rules = strings.Join(numbers, " "), strings.Join(rules, " ")
		out = append(out, p)
	}
	return out
}
