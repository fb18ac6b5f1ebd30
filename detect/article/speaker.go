package article

import "strings"

// Who speaks: the words beside a verb of saying that name the speaker.

const pronouns = "he she they it i we you one who someone somebody others many some both another"

const determiners = "the a an his her their its our my this that these those one another some many several two three no every each"

// links may stand inside the name of an office or a group: a spokesman for the
// firm, the head of the union.
const links = "of for at from and in on with to"

// relations are prepositions and conjunctions that are not among the starters.
const relations = "as into onto than up out off like against around across behind beyond toward towards near per via"

// subject reports whether a noun phrase can begin at token i.
func (a *Article) subject(i int) bool {
	t := &a.Tokens[i]
	if t.Kind != Word {
		return false
	}
	return t.Is(Capital) || t.in(isPronoun|isDeterminer) || !t.in(isLink|isStarter|isRelation)
}

// speakerFrom is the speaker named at the beginning of a range.
func (a *Article) speakerFrom(r Range) Span {
	i := r.First
	for i < r.End && (a.Tokens[i].Norm == "," || a.Tokens[i].in(isAside)) {
		i++
	}
	if i == r.End {
		return Span{}
	}
	t := &a.Tokens[i]
	if t.in(isPronoun) && (i+1 == r.End || a.Tokens[i+1].Kind != Word || t.Norm != "one" && t.Norm != "many" && t.Norm != "some" && t.Norm != "another") {
		return t.Span
	}
	j := i
	for j < r.End && j < i+9 {
		u := &a.Tokens[j]
		if u.Kind == Punct && u.Norm != "'" || u.Kind == Symbol || u.in(isClause) || u.in(isSaying) && !(j > i && aNoun(&a.Tokens[j-1])) {
			break
		}
		if u.in(isLink) && (j+1 >= r.End || !a.Tokens[j+1].in(isDeterminer) && !a.Tokens[j+1].Is(Capital)) {
			break
		}
		if u.in(isLink) && u.Norm != "of" && u.Norm != "for" && u.Norm != "from" && u.Norm != "at" {
			break
		}
		j++
	}
	for j > i && a.Tokens[j-1].in(isLink|isDeterminer|isAside) {
		j--
	}
	if j == i {
		return Span{}
	}
	if j < r.End && a.Tokens[j].Norm == "," && !a.Tokens[j-1].Is(Capital) {
		end := j + 1
		for end < r.End && a.Tokens[end].Kind == Word {
			end++
		}
		if name := (Range{j + 1, end}); a.person(name) {
			return a.SpanOf(name) // said the mayor, Ana Kos
		}
	}
	return a.SpanOf(Range{i, j})
}

// person reports whether some tokens, which stand between commas or at the end,
// are the full name of somebody and nothing else.
func (a *Article) person(r Range) bool {
	if r.End-r.First < 2 || !a.Tokens[r.End-1].Is(Capital) || a.Tokens[r.First].in(isStarter|isCalendar) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if t := &a.Tokens[i]; t.Kind != Word || !t.Is(Capital) && !t.in(isParticle) || t.in(isClause) {
			return false
		}
	}
	return true
}

// clauses are words at which the naming of a speaker is over.
const clauses = `who which that when while as after before during since because where whose whom is was were are has have had would will could
	when although though if but so yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday last this earlier later recently
	also then`

// speakerBefore is the speaker named before the verb at token v, not before
// token first.
func (a *Article) speakerBefore(first, v int) Span {
	i := v
	for i > first && (adverbial(&a.Tokens[i-1]) || a.Tokens[i-1].in(isAuxiliary)) {
		i--
	}
	if i > first && a.Tokens[i-1].Norm == "and" { // Lee said ... and warned that
		for j := i - 2; j > first; j-- {
			if a.Tokens[j].in(isSaying) {
				return a.speakerBefore(first, j)
			}
		}
		return Span{}
	}
	for tries := 0; tries < 3 && i > first && (a.Tokens[i-1].Norm == "," || a.Tokens[i-1].Norm == ")"); tries++ {
		// Lee, the mayor of the town, said; Lee, 46, of the town, said
		open := ","
		if a.Tokens[i-1].Norm == ")" {
			open = "("
		}
		j := i - 2
		for j > first && a.Tokens[j].Norm != open {
			j--
		}
		if j <= first {
			return Span{}
		}
		if name := (Range{j + 1, i - 1}); !a.Tokens[j-1].Is(Capital) && a.person(name) {
			return a.SpanOf(name) // the mayor, Ana Kos, said
		}
		i = j
		if a.Tokens[i-1].Kind == Number && i-1 > first && a.Tokens[i-2].Norm == "," {
			i -= 2 // the age
		}
	}
	if i <= first {
		return Span{}
	}
	if a.Tokens[i-1].in(isPronoun) && a.Tokens[i-1].Norm != "who" {
		return a.Tokens[i-1].Span
	}
	j, object := i, 0 // object is where the object of a preposition begins
	for j > first && j > i-8 {
		u := &a.Tokens[j-1]
		if u.Norm == "&" {
			j--
			continue
		}
		if u.Kind == Punct && u.Norm != "'" || u.Kind == Symbol || u.in(isSaying|isClause) || u.Norm == "and" {
			break
		}
		if object == 0 && (u.Norm == "in" || u.Norm == "on" || u.Norm == "to" || u.Norm == "with") {
			object = j
		}
		j--
		if u.in(isDeterminer) && (j == first || !a.Tokens[j-1].in(isLink)) {
			break
		}
	}
	if object > 0 && (a.Tokens[j].in(isLink|isRelation) || strings.HasSuffix(a.Tokens[j].Norm, "ing")) {
		j = object // nothing before the preposition speaks: In London the mayor said
	}
	for j < i && (a.Tokens[j].in(isLink) || a.Tokens[j].Norm == "but" || a.Tokens[j].Norm == "'s") {
		j++
	}
	if j == i {
		return Span{}
	}
	return a.SpanOf(Range{j, i})
}

const auxiliaries = "has have had was is were would will could also then later once further again often"

func adverbial(t *Token) bool {
	n := len(t.Norm)
	return n > 4 && t.Norm[n-2:] == "ly" && !t.Is(Capital)
}
