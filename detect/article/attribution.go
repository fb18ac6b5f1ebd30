package article

// attribute finds the speaker's verb and the speaker of a quotation, and
// decides whether it is speech.
//
// English puts them after the quotation ("...," said Lee; "...," Lee, 46,
// said), before it (Lee said: "..."; according to Lee, "...") or between its
// halves, which is both. Only the sentence that the mark stands in is looked
// at, and never past another quotation.
func (a *Article) attribute(q *Quotation) {
	first, end := a.TokenAt(q.Start), a.TokenAt(q.End-1)+1
	inner := a.tokensOf(q.Inner)
	after := a.after(end, q.Depth > 0)
	before := a.before(first, q.Depth > 0)
	last := a.lastSaid(inner)
	comma := last.Norm == "," || after.First < after.End && a.Tokens[after.First].Norm == ","
	handsOn := comma || last.Norm == "?" || last.Norm == "!" || last.Norm == "…"
	switch {
	case handsOn && q.Closed && a.spokenAfter(q, after):
	case a.spokenBefore(q, before, true):
	case !handsOn && q.Closed && a.spokenAfter(q, after):
	default:
		a.spokenBefore(q, before, false)
	}
	q.Speech = a.speech(q, inner, before, after)
	if !q.Speech {
		q.Verb, q.Speaker = Span{}, Span{}
	}
}

// tokensOf are the tokens of a span that begins and ends with tokens.
func (a *Article) tokensOf(s Span) Range {
	return Range{a.TokenAt(s.Start), a.TokenAt(s.End-1) + 1}
}

// lastSaid is the last token inside a quotation but for the marks that close
// others in it.
func (a *Article) lastSaid(inner Range) *Token {
	i := inner.End - 1
	for i > inner.First && (closesQuote(&a.Tokens[i]) || a.Tokens[i].Norm == "'" && a.Tokens[i].Kind == Punct) {
		i--
	}
	return &a.Tokens[i]
}

// reach is how many tokens from a quotation its verb is looked for.
const reach = 16

// after are the tokens of the sentence after token end, up to the next
// quotation. A nested quotation stands in quoted text itself.
func (a *Article) after(end int, nested bool) Range {
	if end == len(a.Tokens) {
		return Range{end, end}
	}
	i := end
	for i < len(a.Tokens) && i < end+reach && a.Tokens[i].Sentence == a.Tokens[end-1].Sentence && (nested || !a.Tokens[i].Is(Quoted)) && !opensQuote(&a.Tokens[i]) {
		i++
	}
	return Range{end, i}
}

// before are the tokens of the sentence before token first, from the last
// quotation on.
func (a *Article) before(first int, nested bool) Range {
	i := first
	for i > 0 && i > first-reach-8 && a.Tokens[i-1].Sentence == a.Tokens[first].Sentence && (nested || !a.Tokens[i-1].Is(Quoted)) && !closesQuote(&a.Tokens[i-1]) {
		i--
	}
	return Range{i, first}
}

func closesQuote(t *Token) bool {
	if t.Kind != Punct {
		return false
	}
	switch t.Norm {
	case `"`, "”", "»", "›", "''", "」", "』", "“":
		return true
	}
	return false
}

// spokenAfter looks for the verb and the speaker after a quotation.
func (a *Article) spokenAfter(q *Quotation, r Range) bool {
	i := r.First
	for i < r.End && (a.Tokens[i].Norm == "," || isDash(a.Tokens[i].Norm)) {
		i++
	}
	for start := i; i < r.End; i++ {
		t := &a.Tokens[i]
		if t.Norm == "according" && i+1 < r.End && a.Tokens[i+1].Norm == "to" {
			q.Verb = Span{t.Start, a.Tokens[i+1].End}
			q.Speaker = a.speakerFrom(Range{i + 2, r.End})
			return true
		}
		if t.Kind == Punct && t.Norm != "," && t.Norm != "(" && t.Norm != ")" && t.Norm != "'" {
			return false
		}
		if i == start && (participle(t) || !a.subject(i) && !t.in(isSaying|isAside)) {
			return a.spokenLate(q, Range{i, r.End})
		}
		if !t.in(isSaying) || t.Is(Capital) || i > start && aNoun(&a.Tokens[i-1]) {
			continue
		}
		q.Verb = t.Span
		if i == start || i == start+1 && a.Tokens[start].in(isAside) {
			q.Speaker = a.speakerFrom(Range{i + 1, r.End})
		} else {
			q.Speaker = a.speakerFrom(Range{start, i})
		}
		return true
	}
	return false
}

// spokenLate looks for a speaker at the end of the sentence that goes on after
// a quotation: "..." in the first hours of the night, says Lee.
func (a *Article) spokenLate(q *Quotation, r Range) bool {
	for i := r.First; i+1 < r.End; i++ {
		if a.Tokens[i].Norm != "," {
			continue
		}
		v := &a.Tokens[i+1]
		if v.Norm == "according" && i+2 < r.End && a.Tokens[i+2].Norm == "to" {
			q.Verb, q.Speaker = Span{v.Start, a.Tokens[i+2].End}, a.speakerFrom(Range{i + 3, r.End})
			return true
		}
		if v.in(isSaying) && !participle(v) {
			if s := a.speakerFrom(Range{i + 2, r.End}); s.End > 0 {
				q.Verb, q.Speaker = v.Span, s
				return true
			}
		}
		if i+2 < r.End && (v.in(isPronoun) || v.Is(Capital)) && a.Tokens[i+2].in(isSaying) {
			q.Verb, q.Speaker = a.Tokens[i+2].Span, v.Span
			return true
		}
	}
	return false
}

func participle(t *Token) bool {
	n := len(t.Norm)
	return n > 5 && t.Norm[n-3:] == "ing" && !t.Is(Capital)
}

// sayingAside are small words between a quotation and its verb.
const sayingAside = "also then later has had so as"

func isDash(norm string) bool { return norm == "—" || norm == "–" || norm == "-" || norm == "--" }

// spokenBefore looks for the verb and the speaker before a quotation. Near
// asks for a verb that hands over to the quotation itself: by a colon, a
// comma, "that" or nothing at all.
func (a *Article) spokenBefore(q *Quotation, r Range, near bool) bool {
	if r.First == r.End {
		return false
	}
	last := &a.Tokens[r.End-1]
	handed := last.Norm == ":" || last.Norm == "," || last.Norm == "that" || last.in(isSaying)
	if near && !handed {
		return false
	}
	for i := r.End - 1; i >= r.First; i-- {
		t := &a.Tokens[i]
		if t.Norm == "according" && i+1 < r.End && a.Tokens[i+1].Norm == "to" {
			q.Verb = Span{t.Start, a.Tokens[i+1].End}
			q.Speaker = a.speakerFrom(Range{i + 2, r.End})
			return true
		}
		if t.Norm == ";" {
			return false
		}
		if t.in(isSaying) && !t.Is(Capital) && !(i > r.First && notSaying(t, &a.Tokens[i-1])) {
			q.Verb = t.Span
			q.Speaker = a.speakerBefore(r.First, i)
			inserted := q.Speaker.End == 0 && i > r.First && a.Tokens[i-1].Norm == "," // It was, said Lee, "..."
			if inserted || i == r.First || i == r.First+1 && a.Tokens[r.First].Norm == "," && t.Norm != "saying" {
				q.Speaker = a.speakerFrom(Range{i + 1, r.End}) // "...," said Lee, "..."
			}
			return true
		}
	}
	return false
}

// aNoun reports whether a verb of saying is a noun after the token before it:
// the report, a note, the mayor's telling.
func aNoun(before *Token) bool {
	switch before.Norm {
	case "'s", "a", "an", "the", "his", "her", "their", "its", "our", "my", "no":
		return true
	}
	return false
}

// notSaying reports whether a verb of saying says nothing after the token
// before it: a noun, a name given (it is called "...").
func notSaying(t, before *Token) bool {
	if aNoun(before) {
		return true
	}
	switch before.Norm {
	case "is", "are", "was", "were", "be", "been", "being", "so":
		return t.Norm == "called" || t.Norm == "described"
	}
	return false
}

// naming are words before a title, a nickname or a term that is not speech.
const naming = `so-called titled entitled named nicknamed dubbed known as called call calls calling labelled labeled termed word words phrase term
	slogan hashtag book film movie song album single show series programme program game novel play documentary
	magazine newspaper headline headlined nickname alias codenamed code-named branded`

// speech decides whether a quotation is somebody's words: by the verb beside
// it, its length, its stops, its capitals and the words that bring it in.
func (a *Article) speech(q *Quotation, inner, before, after Range) bool {
	words, capitals, long, person := 0, 0, 0, 0
	for i := inner.First; i < inner.End; i++ {
		t := &a.Tokens[i]
		if t.Kind == Word && t.Norm != "'s" {
			words++
			if !t.in(isLink | isDeterminer) {
				long++
				if t.Is(Capital) {
					capitals++
				}
			}
			if t.in(isSpoken) {
				person++
			}
		}
	}
	if q.Carried || !q.Closed && words >= 4 {
		return words > 0
	}
	if words == 0 {
		return false
	}
	stop := a.lastSaid(inner).Norm
	stopped := stop == "," || stop == "." || stop == "!" || stop == "?" || stop == "…" || stop == "..."
	if after.First < after.End && a.Tokens[after.First].Norm == "," {
		stopped = true
	}
	beside := false // the verb touches the quotation or is parted by a mark
	if q.Verb.End > 0 {
		if q.Verb.Start >= q.End {
			beside = true
		} else if n := a.Tokens[before.End-1]; n.Norm == ":" || n.Norm == "," || n.Start <= q.Verb.End && n.Start >= q.Verb.Start {
			beside = true
		}
	}
	titled := long > 0 && capitals == long && (long > 1 || words == 1) && a.Tokens[inner.First].Is(Capital)
	var prev, next *Token
	if before.First < before.End {
		prev = &a.Tokens[before.End-1]
	}
	if after.First < after.End {
		next = &a.Tokens[after.First]
	}
	switch {
	case prev != nil && prev.Norm == "to" && prev.End == q.Verb.End:
		return false // according to "The River"
	case titled && words > 1 && words <= 8 && stop == "," && q.Verb.End <= q.Start && prev != nil && prev.Norm != ":":
		return false // in the book, "The River," which
	case titled && words <= 8 && !(beside && stopped) && !(prev == nil && (stop == "?" || stop == "!")):
		return false
	case prev != nil && next != nil && words <= 3 && prev.Is(Capital) && next.Is(Capital) && prev.Kind == Word && next.Kind == Word && !prev.in(isSaying):
		return false // Joe "the Fox" Lee
	case beside:
		return words > 1 || stopped || prev == nil || !prev.in(isNaming)
	case prev != nil && prev.in(isNaming) && words <= 6 && person == 0:
		return false
	case prev == nil && stopped && a.Tokens[inner.First].Is(Capital):
		return true // a sentence of its own
	case words >= 6, words >= 4 && (person > 0 || stopped):
		return true
	case person > 0 && stopped && words >= 2:
		return true
	case q.Verb.End > 0:
		far := 0
		if q.Verb.End <= q.Start {
			far = before.End - a.TokenAt(q.Verb.Start)
		}
		return words >= 2 && (far <= 7 || stopped && a.reported(Range{before.End - far, before.End}))
	}
	return false
}

// reported reports whether what was said is told in between: said in a note that
// the target was
func (a *Article) reported(r Range) bool {
	for i := r.First; i < r.End; i++ {
		if a.Tokens[i].Norm == "that" {
			return true
		}
	}
	return false
}

// spoken are words that make a clause of a stretch of words.
const spoken = `i i'm i've i'll i'd we we're we've we'll we'd you you're he she they they're it my our me us is are was were be been am
	do does did don't your doesn't didn't have has had will would won't can can't could should must isn't wasn't aren't it's that's there's let's not never no yes`
