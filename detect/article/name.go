package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// find fills in a.Names and the InName flag.
//
// A capital inside a sentence is a name unless the word is one that English
// always writes so: weekdays, months, nationalities and party adjectives
// ("French", "Republican"), offices and forms of address ("President", "Mr").
// Those are no names on their own; nationalities and offices may stand inside
// one ("British Airways", "Martin Luther King"). A capital that the place
// demands, at the beginning of a sentence or in a line of capitals, proves
// nothing: such a word is a name where the article has it as a name elsewhere,
// or where it leads into one and is no ordinary word.
func (n *namer) find(a *Article, notes *notes, c *Clock) {
	n.a, n.names, n.styles = a, n.names[:0], n.styles[:0]
	n.seen.reset(len(notes.capitals))
	for p := range a.Paragraphs {
		c.Check()
		capitals, _, long := notes.of(p)
		n.styles = append(n.styles, n.style(&a.Paragraphs[p], capitals, long))
		n.gather(&a.Paragraphs[p], n.styles[p], capitals)
	}
	n.seen.ordinary(a.Tokens)
	for p := range a.Paragraphs {
		c.Check()
		capitals, _, _ := notes.of(p)
		n.paragraph(&a.Paragraphs[p], n.styles[p], capitals)
	}
	a.Names = keep(n.names)
	n.a = nil
}

// evidence is what the article shows of a word.
type evidence uint8

const (
	capitalised evidence = 1 << iota // with a capital that its place does not demand
	ordinary                         // with a small letter
)

// style says what a capital means in a paragraph.
type style uint8

const (
	sentenceCase style = iota
	titleCase
	allCapitals
)

type namer struct {
	a      *Article
	seen   seenWords
	styles []style // of the paragraphs
	names  []Span
}

// is reports whether the lexicon has token i as one of some sorts of words. Of
// words with small letters only short ones matter to names.
func (n *namer) is(i int, sorts lexical) bool {
	t := &n.a.Tokens[i]
	return t.in(sorts) && (t.Is(Capital) || t.Len() < 4)
}

// gather notes the capitals of a paragraph that its places do not demand.
func (n *namer) gather(p *Paragraph, s style, capitals []int32) {
	for _, i := range capitals {
		t := &n.a.Tokens[i]
		if !t.Is(Capital) {
			continue
		}
		w := n.seen.add(t.Hash, t.Norm)
		if s == sentenceCase && w.shown&capitalised == 0 && !n.demanded(int(i), p) {
			w.shown |= capitalised
		}
	}
}

// style is how a paragraph is written, of which the words with capitals and the
// number of longer words are given: a line in which nearly every word of
// some length has a capital is a headline, not a list of names.
func (n *namer) style(p *Paragraph, marked []int32, words int) style {
	capitals, all := 0, 0
	for _, i := range marked {
		t := &n.a.Tokens[i]
		if t.Len() < 4 {
			continue
		}
		if t.Is(Capital) {
			capitals++
		}
		if t.Is(AllCaps) {
			all++
		}
	}
	switch {
	case words >= 3 && all*10 >= words*7:
		return allCapitals
	case words >= 4 && capitals*10 >= words*7 && !n.running(p):
		return titleCase
	}
	return sentenceCase
}

// running reports whether a paragraph is running text in spite of its
// capitals: it ends like a sentence and is no headline.
func (n *namer) running(p *Paragraph) bool {
	if p.Kind == Headline || p.Kind == Subheading || p.Tokens.First == p.Tokens.End {
		return false
	}
	last := n.a.Tokens[p.Tokens.End-1]
	return strings.HasSuffix(last.Norm, ".") || p.Tokens.End-p.Tokens.First > 40
}

// demanded reports whether the place of token i asks for a capital: it begins
// a sentence, a quotation, a list item, or follows a colon.
func (n *namer) demanded(i int, p *Paragraph) bool {
	t := n.a.Tokens
	if t[i].Is(Opens) || i == p.Tokens.First {
		return true
	}
	before := &t[i-1]
	if before.Kind != Punct {
		return before.Kind == Symbol && before.Norm == "*"
	}
	switch before.Norm {
	case ":", "•", "·", ".", "!", "?", "…", "...", "|":
		return true
	}
	return opensQuote(before)
}

// part says what a word may be in a name.
type part uint8

const (
	noPart   part = iota
	head          // may stand alone and anywhere
	inside        // only beside a head: an initial, a nationality, a number of kings
	office        // an office or a form of address: ends a name before it
	particle      // small word between heads: de, van, of
)

// partOf is what token i of a paragraph may be.
func (n *namer) partOf(i int, p *Paragraph, s style) part {
	t := &n.a.Tokens[i]
	if t.Kind != Word {
		return noPart
	}
	if !t.Is(Capital) {
		if n.is(i, isParticle) {
			return particle
		}
		return n.smallStart(t)
	}
	sorts := t.sorts() // looked up once: all that follows asks for some of them
	if s == allCapitals && !t.Is(AllCaps) && t.Len() < 4 && sorts&isParticle != 0 {
		return particle
	}
	switch simple := t.known&onlyLetters != 0; {
	case !simple && (strings.HasPrefix(t.Norm, "i'") || t.Norm == "'s"), t.Norm == "i":
		return noPart
	case sorts&isOffice != 0, (t.Norm == "press" || t.Norm == "first") && i+1 < p.Tokens.End && n.is(i+1, isOffice):
		return office
	case sorts&(isCalendar|isNoName) != 0:
		return noPart
	case sorts&isNationality != 0:
		return inside
	case simple:
		if t.Len() == 1 {
			return noPart
		}
	case t.Len() == 2 && t.Norm[1] == '.':
		return inside
	case sorts&isRoman != 0 && t.Is(AllCaps):
		return inside
	case n.compound(i, p), utf8.RuneCountInString(t.Norm) == 1:
		return noPart
	}
	e := n.seen.find(t.Hash, t.Norm).shown // it has a capital
	if t.Is(AllCaps) && t.Norm != "us" && t.Norm != "who" && (e&ordinary != 0 || sorts&(isStarter|isOpener) != 0) {
		return noPart // stressed, not named
	}
	if s != sentenceCase {
		if e&capitalised != 0 && e&ordinary == 0 {
			return head
		}
		return noPart
	}
	if !n.demanded(i, p) {
		if sorts&isStarter != 0 && (i+1 == p.Tokens.End || !n.a.Tokens[i+1].Is(Capital)) && t.Len() > 2 && !t.Is(AllCaps) && i > p.Tokens.First && !n.a.Tokens[i-1].Is(Capital) {
			return noPart
		}
		return head
	}
	return n.opening(i, p, e)
}

// compound reports whether token i is a compound or the like that is no name:
// Moscow-based, a party and a state.
func (n *namer) compound(i int, p *Paragraph) bool {
	t := &n.a.Tokens[i]
	h := strings.LastIndexByte(t.Norm, '-')
	if h <= 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(n.a.Text[t.Start+h+1 : t.End])
	if unicode.IsLower(r) && !strings.HasPrefix(t.Norm, "al-") && !strings.HasPrefix(t.Norm, "el-") {
		return true
	}
	// (R-Ohio), D-Mass.
	return t.Norm[1] == '-' && i > p.Tokens.First && (n.a.Tokens[i-1].Norm == "," || n.a.Tokens[i-1].Norm == "(")
}

// opening decides about a word whose place demands a capital.
func (n *namer) opening(i int, p *Paragraph, e evidence) part {
	t := &n.a.Tokens[i]
	if n.is(i, isBody|isPlace) && i+2 < p.Tokens.End && n.a.Tokens[i+1].Norm == "of" && n.a.Tokens[i+2].Is(Capital) {
		return head // University of Hull
	}
	if n.is(i, isStarter|isOpener|isSaying) || t.Len() < 2 {
		return noPart
	}
	if t.Is(AllCaps) {
		return head
	}
	if e&ordinary != 0 {
		return noPart
	}
	if e&capitalised != 0 {
		return head
	}
	if i+1 >= p.Tokens.End || derived(t.Norm) {
		return noPart
	}
	next := &n.a.Tokens[i+1]
	if next.Kind == Word && next.Is(Capital|SpaceBefore) && (!n.is(i+1, isOffice) || n.is(i+1, isSurname)) && !n.is(i+1, isCalendar|isNationality|isNoName) {
		return head
	}
	for k := i + 1; k < i+4 && k+1 < p.Tokens.End; k++ { // Ursula van der Hill
		if u := &n.a.Tokens[k]; !n.is(k, isParticle) || u.Norm == "of" || u.Norm == "for" || u.Norm == "the" && k == i+1 {
			break
		}
		if n.a.Tokens[k+1].Is(Capital) {
			return head
		}
	}
	if next.Norm == "'s" || next.in(isSaying) && !next.in(isNoun) {
		return head
	}
	return noPart
}

// derived reports whether a word looks like an ordinary one by its ending.
func derived(norm string) bool {
	for _, end := range []string{"ing", "ed", "ly", "tion", "ment", "ness", "ists", "ers", "ors", "ees", "ies", "ants", "ents", "ians", "ity", "ism", "ance", "ence", "ials", "ives", "ures", "ages", "ants", "able", "ible", "less", "ful"} {
		if len(norm) > len(end)+2 && strings.HasSuffix(norm, end) {
			return true
		}
	}
	return false
}

// smallStart is the part of words like al-Assad and iPhone.
func (n *namer) smallStart(t *Token) part {
	word := n.a.Text[t.Start:t.End]
	if t.Len() < 4 || t.Norm == word {
		return noPart
	}
	if h := strings.IndexByte(word, '-'); h > 0 && h < 4 {
		if r, _ := utf8.DecodeRuneInString(word[h+1:]); unicode.IsUpper(r) && particleSet[word[:h]] {
			return head
		}
		return noPart
	}
	if word[1] >= 'A' && word[1] <= 'Z' && strings.IndexByte("ei", word[0]) >= 0 {
		return head // eBay, iPhone
	}
	return noPart
}

// paragraph finds the names of one paragraph.
func (n *namer) paragraph(p *Paragraph, s style, capitals []int32) {
	t := n.a.Tokens
	after := 0 // the last name
	for _, c := range capitals {
		i := int(c)
		if i < after {
			continue
		}
		first := n.partOf(i, p, s)
		if first != head && first != inside {
			continue
		}
		end := n.run(i, p, s)
		r := n.trim(Range{i, end}, first, p, s)
		if r.First < r.End && r.End == end && end < p.Tokens.End && t[end].Is(Capital|SpaceBefore) && strings.IndexByte(t[end].Norm, '-') > 0 {
			r.End-- // New York-based
		}
		if r.First < r.End {
			for r.First > p.Tokens.First && n.is(r.First-1, isPrefix) && !t[r.First-1].Is(Capital) && t[r.First].Is(SpaceBefore) && !(r.First-1 > p.Tokens.First && t[r.First-2].in(isDeterminer)) {
				r.First-- // bin Laden, von der Leyen
			}
			n.names = append(n.names, n.a.SpanOf(r))
			for k := r.First; k < r.End; k++ {
				t[k].Flags |= InName
			}
		}
		after = end
	}
}

// run is where the words that hang together from token i on end.
func (n *namer) run(i int, p *Paragraph, s style) int {
	t := n.a.Tokens
	end := i + 1
	for end < p.Tokens.End && end < i+12 {
		u := &t[end]
		if u.Norm == "&" && end+1 < p.Tokens.End && n.partOf(end-1, p, s) == head && n.partOf(end+1, p, s) == head {
			end += 2 // Smith & Sons
			continue
		}
		if !u.Is(SpaceBefore) && !t[end-1].Is(Capital) || u.Is(Opens) {
			break
		}
		switch n.partOf(end, p, s) {
		case head, inside:
			end++
			continue
		case office:
			if n.is(end, isSurname) && n.closesName(end, p, s) || u.Norm == "jr." || u.Norm == "sr." {
				end++
				continue
			}
		case particle:
			if k := n.over(end, p, s); k > 0 {
				end = k
				continue
			}
		case noPart:
			if n.is(end, isCalendar) && u.Is(Capital) && t[end-1].in(isFeast) {
				end++
				continue
			}
		}
		break
	}
	return end
}

// closesName reports whether no further word of a name follows token i, so
// that an office's name there is a surname: Stephen King.
func (n *namer) closesName(i int, p *Paragraph, s style) bool {
	return i+1 == p.Tokens.End || n.partOf(i+1, p, s) != head
}

// over is the token after the particles at token k if they join the name before
// them with more of it; 0 if they do not.
func (n *namer) over(k int, p *Paragraph, s style) int {
	t := n.a.Tokens
	from := k
	of := t[k].Norm == "of" || t[k].Norm == "for" || t[k].Norm == "the"
	if t[k].Norm == "the" || t[k].Norm == "for" && !n.is(k-1, isBody) || t[k].Norm == "of" && !n.is(k-1, isBody|isPlace) {
		return 0
	}
	for k < p.Tokens.End && k < from+3 && n.partOf(k, p, s) == particle {
		if k > from && of && t[k].Norm != "the" {
			return 0
		}
		k++
	}
	if k == p.Tokens.End || !t[k].Is(SpaceBefore) {
		return 0
	}
	switch n.partOf(k, p, s) {
	case head:
		return k + 1
	case inside:
		if of {
			return k + 1
		}
	}
	return 0
}

// trim leaves out what cannot begin or end a name, of which the first part is
// given; a run without a head is no name.
func (n *namer) trim(r Range, first part, p *Paragraph, s style) Range {
	t := n.a.Tokens
	institution := r.End-r.First > 1 && n.is(r.End-1, isBody)
	for first != head && r.First < r.End {
		if n.partOf(r.First, p, s) != inside || institution {
			break
		}
		if t[r.First].Norm[len(t[r.First].Norm)-1] == '.' && r.First+1 < r.End {
			break // an initial
		}
		r.First++
	}
	for r.First < r.End {
		if n.is(r.End-1, isNationality) && !institution && n.partOf(r.End-1, p, s) == inside && !(r.End-r.First > 2 && n.is(r.End-2, isParticle)) {
			r.End--
			continue
		}
		break
	}
	for i := r.First; i < r.End; i++ {
		if first == head || n.partOf(i, p, s) == head {
			return r
		}
	}
	if institution {
		return r
	}
	return Range{}
}
