package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

const (
	// alteredCost is how much of a wording must differ to be reported: one
	// content word, or two function words. At 0.5, where one preposition is
	// enough, human stories get twice as many findings.
	alteredCost = 0.75
	// wordFragments is how many fragments may share a word for it to bring
	// them together: in a giant story everybody quotes the same names.
	wordFragments = 64
	// consensusTellings is how many independent tellings make a consensus.
	consensusTellings = 2
)

// A linked fragment is one that quotes the same words as another.
type linked struct {
	other int // index into the fragments
	alignment
}

// quotations are all fragments of a story's articles and which of them quote
// the same words.
type quotations struct {
	articles  []*article.Article
	fragments []fragment
	links     [][]linked     // by fragment
	said      map[int][]int  // by article: its words
	alone     map[Place]bool // fragments that are found to stand alone
	texts     map[int]*text  // by article
	quoting   []*text        // those that have fragments
	aligner   aligner
	words     []word // used again
}

func quotationsOf(articles []*article.Article, texts []*text) *quotations {
	q := &quotations{articles: articles, said: map[int][]int{}, alone: map[Place]bool{}, texts: map[int]*text{}}
	for _, t := range texts {
		q.texts[t.index] = t
		if f := fragmentsOf(t); len(f) > 0 {
			q.fragments = append(q.fragments, f...)
			q.quoting = append(q.quoting, t)
		}
	}
	q.links = make([][]linked, len(q.fragments))
	index := newPostings(len(q.fragments), wordFragments)
	var bases []int
	for i := range q.fragments {
		f := &q.fragments[i]
		bases = bases[:0]
		for _, w := range f.words {
			if !w.function() {
				bases = append(bases, w.baseNo)
			}
		}
		slices.Sort(bases)
		bases = slices.Compact(bases)
		partners := index.sharing(bases)
		slices.Sort(partners)
		for _, j := range partners {
			if index.shared[j] >= fragmentContent && q.fragments[j].place.Article != f.place.Article {
				q.link(i, j)
			}
		}
		index.add(i, bases)
	}
	return q
}

func (q *quotations) link(i, j int) {
	a, b := &q.fragments[i], &q.fragments[j]
	al := q.aligner.align(a.words, b.words)
	if !al.sameUtterance(a, b) {
		return
	}
	q.links[i] = append(q.links[i], linked{j, al})
	q.links[j] = append(q.links[j], linked{i, al.turned()})
}

// turned is the alignment seen from the other fragment.
func (al alignment) turned() alignment {
	t := alignment{content: al.content}
	for _, m := range al.matches {
		t.matches = append(t.matches, match{m.j, m.i})
	}
	for _, b := range al.blocks {
		t.blocks = append(t.blocks, block{b.j, b.j2, b.i, b.i2})
	}
	return t
}

// A witness is what another telling says in the place of some words of a
// fragment.
type witness struct {
	link    *linked
	same    bool   // it has the same words
	wording string // the words it has instead, stemmed; "" for none
	place   block
}

// altered finds the quotations whose wording stands alone. A telling that is
// found to alter quotations is no witness for the others' wording; so what two
// such tellings share against the rest is found in a second pass.
func (q *quotations) altered() []Disagreement {
	unreliable := map[int]bool{}
	found := q.alteredAgainst(unreliable)
	for _, i := range found {
		unreliable[q.fragments[i.fragment].telling] = true
	}
	if len(unreliable) > 1 {
		found = q.alteredAgainst(unreliable)
	}
	var out []Disagreement
	for _, f := range found {
		out = append(out, f.Disagreement)
		q.alone[f.Place] = true
	}
	return out
}

type alteredQuotation struct {
	fragment int
	Disagreement
}

func (q *quotations) alteredAgainst(unreliable map[int]bool) []alteredQuotation {
	var out []alteredQuotation
	for i := range q.fragments {
		if d, ok := q.judge(i, unreliable); ok {
			out = append(out, alteredQuotation{i, d})
		}
	}
	return out
}

// A change is a place in a fragment where it stands alone against a consensus.
type change struct {
	block
	witnesses []witness
}

// judge compares one fragment with all others that quote the same words.
func (q *quotations) judge(i int, unreliable map[int]bool) (Disagreement, bool) {
	f := &q.fragments[i]
	var changes []change
	total := 0.0
	for k := range q.links[i] {
		l := &q.links[i][k]
		if q.reliable(q.fragments[l.other].telling, f.telling, unreliable) {
			for _, b := range l.blocks {
				other := q.fragments[l.other].words
				c := b.cost(f.words, other)
				if c == 0 || b.j == b.j2 && b.moved(f.words, other) || slices.ContainsFunc(changes, func(c change) bool { return c.i < b.i2 && b.i < c.i2 || c.i == b.i && c.i2 == b.i2 }) {
					continue
				}
				if witnesses, ok := q.consensus(i, b, unreliable); ok {
					changes = append(changes, change{b, witnesses})
					total += c
				}
			}
		}
	}
	if total < alteredCost {
		return Disagreement{}, false
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.i, b.i) })
	return q.report(f, changes), true
}

// reliable reports whether a telling is a witness for the wording of another.
func (q *quotations) reliable(witness, telling int, unreliable map[int]bool) bool {
	return witness != telling && !unreliable[witness]
}

// consensus collects what the other tellings have in the place of a block of
// fragment i; ok when enough of them agree on one other wording and none has
// the fragment's own.
func (q *quotations) consensus(i int, b block, unreliable map[int]bool) (agreeing []witness, ok bool) {
	f := &q.fragments[i]
	byTelling := map[int]witness{}
	for k := range q.links[i] {
		l := &q.links[i][k]
		if !q.reliable(q.fragments[l.other].telling, f.telling, unreliable) {
			continue
		}
		w, says := q.testify(f, l, b)
		if !says {
			continue
		}
		t := q.fragments[l.other].telling
		if w.same {
			return nil, false // somebody else has the same words
		}
		if have, ok := byTelling[t]; !ok || l.closer(have.link) {
			byTelling[t] = w
		}
	}
	if len(byTelling) < consensusTellings || q.stands(f, b, unreliable) {
		return nil, false
	}
	var order []int
	for t := range byTelling {
		order = append(order, t)
	}
	slices.Sort(order)
	count := map[string]int{}
	best := byTelling[order[0]].wording
	for _, t := range order {
		w := byTelling[t].wording
		count[w]++
		if count[w] > count[best] {
			best = w
		}
	}
	if count[best] < consensusTellings || count[best]*2 <= len(byTelling) {
		return nil, false
	}
	for _, t := range order {
		if byTelling[t].wording == best {
			agreeing = append(agreeing, byTelling[t])
		}
	}
	slices.SortStableFunc(agreeing, func(a, b witness) int { // whatever the order of the articles
		return cmp.Compare(q.whole(a.link.other), q.whole(b.link.other))
	})
	return agreeing, !q.saysBoth(f, agreeing[0])
}

// whole is the text of a fragment.
func (q *quotations) whole(i int) string {
	f := &q.fragments[i]
	return q.text(f.place.Article, f.words, 0, len(f.words))
}

// closer reports whether l aligns more than o does: of two quotations in one
// telling that share words with a fragment, the closer one is its counterpart.
func (l *linked) closer(o *linked) bool {
	return cmp.Or(cmp.Compare(l.content, o.content), cmp.Compare(len(l.matches), len(o.matches)), cmp.Compare(o.other, l.other)) > 0
}

// testify is what the linked fragment has in the place of a block of f; says
// is false when it does not reach there or leaves something out there.
func (q *quotations) testify(f *fragment, l *linked, b block) (w witness, says bool) {
	other := q.fragments[l.other].words
	// Anchors are the matches beside the block.
	left, right := -1, -1
	for n, m := range l.matches {
		if m.i < b.i {
			left = n
		}
		if m.i >= b.i2 && right < 0 {
			right = n
		}
	}
	covered := 0
	for _, m := range l.matches {
		if m.i >= b.i && m.i < b.i2 {
			covered++
		}
	}
	if covered == b.i2-b.i && covered > 0 {
		return witness{link: l, same: true}, true
	}
	if left < 0 && right < 0 {
		return w, false
	}
	var j, j2 int
	switch {
	case left >= 0 && right >= 0:
		j, j2 = l.matches[left].j+1, l.matches[right].j
	default: // at the edge of what aligns: take the block found there
		n := slices.IndexFunc(l.blocks, func(o block) bool { return o.i < b.i2 && b.i < o.i2 })
		if n < 0 {
			return w, false
		}
		j, j2 = l.blocks[n].j, l.blocks[n].j2
	}
	if gapIn(other, j, j2) {
		return w, false
	}
	here := block{b.i, b.i2, j, j2}
	if here.cost(f.words, other) == 0 {
		return witness{link: l, same: true}, true
	}
	// The wording is compared with its neighbours, so that the same words cut
	// differently count as one.
	return witness{link: l, wording: wordingOf(formsIn(other[j:j2])), place: here}, true
}

// wordingOf are the stems of words, as one text.
func wordingOf(words []*form) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.base)
	}
	return b.String()
}

// stands reports whether another article has a fragment's own words at the
// block anywhere, inside quotation marks or out: then two things were said.
func (q *quotations) stands(f *fragment, b block, unreliable map[int]bool) bool {
	beside := 1
	if b.i == b.i2 {
		beside = 2 // what lacks a word is recognised by more of its neighbours
	}
	from, to := max(0, b.i-beside), min(len(f.words), b.i2+beside)
	if to-from < 2 {
		return false
	}
	own := f.words[from:to]
	for _, t := range q.quoting {
		if q.reliable(t.telling, f.telling, unreliable) && q.saidBy(t.index, own) {
			return true
		}
	}
	return false
}

// saysBoth reports whether the article of a fragment has the others' wording
// as well, with the words around it.
func (q *quotations) saysBoth(f *fragment, w witness) bool {
	other := q.fragments[w.link.other].words
	from, to := max(0, w.place.j-1), min(len(other), w.place.j2+1)
	return to-from > 1 && q.saidBy(f.place.Article, other[from:to])
}

// saidBy reports whether an article has a wording anywhere.
func (q *quotations) saidBy(index int, wording []word) bool {
	all, ok := q.said[index]
	if !ok {
		t := q.texts[index]
		q.words = appendQuotedWords(q.words[:0], t, article.Range{First: 0, End: len(t.Tokens)})
		all = make([]int, len(q.words))
		for i, w := range q.words {
			all[i] = w.baseNo
		}
		q.said[index] = all
	}
	for i := 0; i+len(wording) <= len(all); i++ {
		k := 0
		for k < len(wording) && all[i+k] == wording[k].baseNo {
			k++
		}
		if k == len(wording) {
			return true
		}
	}
	return false
}

// report makes a disagreement of a fragment's changes.
func (q *quotations) report(f *fragment, changes []change) Disagreement {
	d := Disagreement{Kind: AlteredQuotation, Place: f.place}
	var own, theirs []string
	seen := map[Place]bool{}
	for _, c := range changes {
		own = append(own, q.text(f.place.Article, f.words, c.i, c.i2))
		w := c.witnesses[0]
		o := &q.fragments[w.link.other]
		theirs = append(theirs, q.text(o.place.Article, o.words, w.place.j, w.place.j2))
		for _, w := range c.witnesses {
			o := &q.fragments[w.link.other]
			r := w.link.reach()
			if r.i2 == len(f.words) && r.j2+1 == len(o.words) {
				r.j2++ // a word that stands elsewhere in the fragment
			}
			p := Place{o.place.Article, article.Span{Start: o.words[r.j].span.Start, End: o.words[r.j2-1].span.End}}
			if !seen[p] {
				seen[p] = true
				d.Others = append(d.Others, p)
			}
		}
	}
	for _, w := range changes[0].witnesses {
		if text, ok := q.instead(f, w); ok {
			d.Suggestion = text
			break
		}
	}
	slices.SortFunc(d.Others, comparePlaces)
	var differ []string
	for i := range own {
		switch {
		case own[i] == "":
			differ = append(differ, "“"+theirs[i]+"” is left out")
		case theirs[i] == "":
			differ = append(differ, "“"+own[i]+"” is added")
		default:
			differ = append(differ, "“"+own[i]+"” stands for “"+theirs[i]+"”")
		}
	}
	d.Message = fmt.Sprintf("%d other tellings agree on another wording of this quotation: %s.", len(changes[0].witnesses), strings.Join(differ, ", "))
	return d
}

// instead is the wording of a witness that can be put in place of the whole
// fragment.
func (q *quotations) instead(f *fragment, w witness) (string, bool) {
	o := &q.fragments[w.link.other]
	r := w.link.reach()
	if r.i > 0 || r.i2 < len(f.words) {
		return "", false
	}
	// What is replaced at the end may have gone on for a few words.
	if last := w.link.blocks; len(last) > 0 && last[len(last)-1].i2 == len(f.words) {
		const few = 3
		end := r.j2
		for end < len(o.words) && !o.words[end].gap {
			end++
		}
		if end-r.j2 <= few {
			r.j2 = end
		}
	}
	// The sentence before the quotation may hold what the others quote.
	a := q.texts[f.place.Article]
	for i, back := a.TokenAt(f.place.Start)-1, 0; i >= 0 && back < 2; i-- {
		if a.Tokens[i].Kind == article.Word {
			back++
			for _, said := range o.words[r.j:min(r.j+3, r.j2)] {
				if said.baseNo == a.words[i].plain.baseNo {
					return "", false
				}
			}
		}
	}
	return q.text(o.place.Article, o.words, r.j, r.j2), true
}

// text is what stands in an article from word i to before word j.
func (q *quotations) text(index int, words []word, i, j int) string {
	if i >= j {
		return ""
	}
	return q.articles[index].Text[words[i].span.Start:words[j-1].span.End]
}

// reach is the part of each fragment that an alignment speaks of: from the
// first to the last match and the blocks beside them.
func (al *alignment) reach() block {
	first, last := al.matches[0], al.matches[len(al.matches)-1]
	r := block{first.i, last.i + 1, first.j, last.j + 1}
	for _, bl := range al.blocks {
		r.i, r.i2 = min(r.i, bl.i), max(r.i2, bl.i2)
		r.j, r.j2 = min(r.j, bl.j), max(r.j2, bl.j2)
	}
	return r
}
