package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// subjectDoubt: counterfactuals are about things, plans and anybody; reports
// are about somebody in particular.
func (c *conditional) subjectDoubt(doc *detect.Document) doubt {
	s := c.subject
	if s.Head < 0 {
		return refuted
	}
	first, head := norm(doc, s.First), norm(doc, s.Head)
	switch {
	case s.Relative:
		// Only a clause that adds something about a person: ", who would
		// have fled,".
		if head == "who" && cleftPerson(doc, s.First) {
			return slight
		}
		if norm(doc, s.First-1) != "," || head != "who" && !c.eventTold(doc) {
			return refuted
		}
		return slight
	case head == "he", head == "she", head == "they":
		return none
	case head == "one" && norm(doc, s.Head+1) == "of":
		return slight
	case subjectPronouns[head], demonstratives[head], indefinites[head], negativePronouns[head], questionWords[head], head == "there", head == "else", head == "others":
		return refuted
	case c.originState(doc):
		return slight // "a cigarette would be at the origin of the fire"
	case first == "some" && isPluralNoun(head) && (c.deed || c.evidence == attributed && c.form.perfect()):
		return slight
	case quantifiers[first] && !hasCount(doc, s) && first != "several" && first != "hundreds" && first != "thousands" && first != "dozens" && first != "both",
		first == "such", first == "even", first == "to", negations[first], isGerund(first) && s.End-s.First > 1 && !capital(doc, s.First+1):
		return refuted
	case planNouns[head] && norm(doc, c.verb) != "imminent", isGerund(head) && !capital(doc, s.Head):
		return refuted
	}
	for i := s.First; i < s.End; i++ {
		if w := norm(doc, i); genericWords[w] && !hasCount(doc, s) || comparatives[w] && first != "the" || questionWords[w] && w != "who" {
			return refuted
		}
	}
	if c.contactClause(doc) {
		return refuted
	}
	if capital(doc, s.Head) && (!doc.Tokens[s.Head].Is(article.Opens) || knownName(doc, s.Head)) {
		return none
	}
	person := personNoun(head) || strings.HasSuffix(head, "-year-old") || actingNouns[head] || isCount(doc, s.Head)
	definite := isCount(doc, s.Head) || articleWords[first] && first == "the" || possessives[first] || doc.Tokens[s.First].Kind == article.Number || cardinals[first] || capital(doc, s.First) && s.First != s.Head && !doc.Tokens[s.First].Is(article.Opens)
	for i := s.First; i < s.Head; i++ {
		definite = definite || norm(doc, i) == "'s" || cardinals[norm(doc, i)] || doc.Tokens[i].Kind == article.Number
	}
	switch {
	case person && (definite || reportedActors[head] || doc.KindAt(doc.Tokens[s.Head].Start) == article.Headline && !isPluralNoun(head)):
		return none
	case person, definite, happenings[head] && (head != "strike" || first == "the"), doc.Tokens[s.Head].Is(article.Opens) && !isPluralNoun(head):
		return slight
	case c.deed && (isPluralNoun(head) && s.First == s.Head || articleWords[first]):
		return slight
	case isPluralNoun(head) && (first == "several" || first == "dozens" || first == "hundreds" || first == "thousands"):
		return slight
	case isPluralNoun(head) && s.First == s.Head:
		return grave
	}
	return refuted
}

// contactClause reports whether a headline is a thing and a clause about it without
// "that": "The stadium Leeds would have built".
func (c *conditional) contactClause(doc *detect.Document) bool {
	s := c.subject
	before := norm(doc, s.Head-1)
	return c.form == active && c.end == sentenceOf(doc, c.would).End && articleWords[norm(doc, s.First)] && s.Head-s.First > 1 &&
		capital(doc, s.Head) && !capital(doc, s.Head-1) && !personNoun(before) && doc.KindAt(doc.Tokens[c.would].Start) == article.Headline
}

// originState reports whether something is said to have caused a mishap, in words
// that English never has for a hypothesis.
func (c *conditional) originState(doc *detect.Document) bool {
	return c.form == beState && wordsAt(doc, c.verb, "at", "the", "origin", "of")
}

// cleftPerson reports whether the sentence opens with "It is his partner" and the
// "who" at i goes on with it: "It is his partner who would have".
func cleftPerson(doc *detect.Document, i int) bool {
	first := sentenceOf(doc, i).First
	return wordsAt(doc, first, "it", "is") && i-first < 7 && i > first+2 && personNoun(norm(doc, i-1))
}

// eventTold reports whether a relative clause tells of the mishap named before
// it: "The fire, which would have started in the kitchen, destroyed ...". What
// was foiled is left alone.
func (c *conditional) eventTold(doc *detect.Document) bool {
	s := c.subject
	event := norm(doc, s.First-2)
	return norm(doc, s.Head) == "which" && (mishaps[event] || happenings[event]) && c.evidence == attributed &&
		!abandonedIn(doc, sentenceOf(doc, c.would), foiled) && !abandonedIn(doc, sentenceOf(doc, c.would), abandoned)
}

// hasCount reports whether a number stands before the head: "more than 200
// migrants".
func hasCount(doc *detect.Document, s subject) bool {
	for i := s.First; i < s.Head; i++ {
		if isCount(doc, i) {
			return true
		}
	}
	return false
}

// knownName reports whether a word that opens a sentence is a name: elsewhere
// in the article it has its capital without opening one.
func knownName(doc *detect.Document, i int) bool {
	if doc.Tokens[i].Is(article.InName) {
		return true
	}
	for _, t := range doc.Tokens {
		if t.Norm == doc.Tokens[i].Norm && t.Is(article.Capital) && !t.Is(article.Opens) && doc.KindAt(t.Start) == article.Body {
			return true
		}
	}
	return false
}

// verbDoubt: some verbs hardly ever stand in a report, some only with
// another sign.
func (c *conditional) verbDoubt(doc *detect.Document) doubt {
	w, next := norm(doc, c.verb), norm(doc, c.verb+1)
	for _, i := range c.adverbs {
		if w := norm(doc, i); hypotheticalAdverbs[w] && (w != "still" || c.form != beState) {
			return refuted
		}
	}
	switch {
	case !c.form.perfect():
		if c.negated {
			return slight
		}
		return none
	case hypotheticalParticiples[w] && !c.deed:
		return refuted
	case hypotheticalAfter[next]:
		return refuted
	case next == "for" && (norm(doc, c.verb+2) == "less" || norm(doc, c.verb+2) == "more" || norm(doc, c.verb+2) == "longer"):
		return refuted // "would have settled for less"
	case c.deed:
		return none
	case c.evidence == attributed && toldByPolice[w] && norm(doc, c.subject.First) != "some" &&
		(firstIn(doc, sentenceOf(doc, c.would), policeAndWitnesses) >= 0 || phraseIn(doc, sentenceOf(doc, c.would), ownInformation)):
		return slight // police, press and witnesses say what was, not what might have been
	case seldomReported[w]:
		return grave
	case next == "to" && (w == "had" || w == "got" || w == "gone" || w == "come"):
		return refuted
	case c.form == active && (w == "made" || w == "taken" || w == "done" || w == "found" || w == "put" || w == "given") && (next == "it" || next == "no" || next == "so" || next == "sense" || next == "much" || next == "more" || next == "little" || next == "that" || next == "this" || next == "anything"):
		return refuted
	case w == "gone" && goneHypothetical[next]:
		return refuted
	case c.form == active && w == "been":
		return refuted
	case c.form == active && w == "had" && !determiners[next]:
		return grave
	case c.form != active && hypotheticalPassives[w]:
		return refuted
	case weighedParticiples[w]:
		return grave
	case commonParticiples[w], c.negated:
		return slight
	}
	return none
}

// conditionDoubt looks for a condition in the sentence and in the one before.
func (c *conditional) conditionDoubt(doc *detect.Document, sentence article.Range) doubt {
	if conditionIn(doc, sentence, c.would) {
		return refuted
	}
	d := none
	for i := sentence.First; i < sentence.End; i++ {
		w := norm(doc, i)
		quoted := doc.Tokens[i].Is(article.Quoted)
		switch {
		case quoted:
		case addressPronouns[w] && (w != "our" || !sourceNouns[norm(doc, i+1)]) && (w != "mine" || !articleWords[norm(doc, i-1)]):
			return refuted
		case i > c.would && w == "but":
			// "but the alarm went off": it did not come about.
			d, c.hypothesis = grave, true
		case i >= c.end && i < c.end+7 && (w == "any" || w == "anyone" || w == "anybody" || w == "anything" || w == "whoever" || w == "ever" || w == "most" || superlative(w) && norm(doc, i-1) == "the"):
			d = grave // "any cuts", "the most expensive": said of what is not the case
		case w == "than" && i < c.would && !isCount(doc, i+1):
			return refuted
		case w == "than" && i > c.would && subjectPronouns[norm(doc, i+1)]:
			return refuted // "for less than she was awarded": set against what came about
		case i > c.would && (w == "longer" || w == "less") && norm(doc, i-1) == "for":
			return refuted
		case comparatives[w] && (norm(doc, i-1) == "a" || norm(doc, i-1) == "any"):
			return refuted // "in a stronger quake", "with a better lawyer"
		case i != c.would && (w == "could" || w == "should" || w == "might") && norm(doc, i+1) == "have":
			return refuted
		case w == "?" && doc.KindAt(doc.Tokens[i].Start) != article.Headline && (!c.inverted || !c.deed || !c.already(doc)):
			d = grave
		}
	}
	return d
}

// superlative reports whether a word has the form of one: "cheapest".
func superlative(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "est") && !nounsInEst[w]
}

var nounsInEst = setOf("forest interest request arrest protest contest harvest conquest inquest behest northwest southwest midwest priest bequest manifest")

// conditionIn reports whether a condition stands in the sentence of a
// conditional; would is its modal, or -1.
func conditionIn(doc *detect.Document, r article.Range, would int) bool {
	if phraseIn(doc, r, conditionPhrases) {
		return true
	}
	for i := r.First; i < r.End; i++ {
		w := norm(doc, i)
		if w == "without" && mannerFollows(doc, i, would) {
			continue
		}
		condition := conditionWords[w] || w == "under" && planFollows(doc, i, r.End) || w == "given" && givenThat(doc, i, would) ||
			i+1 < r.End && (w == "had" || w == "were" || w == "should") && inverts(doc, i, r, would)
		// "Without electricity", "under water" are no conditions.
		if condition && phraseLength(doc, i, r.End, states) == 0 {
			return true
		}
	}
	return false
}

// mannerFollows reports whether the "without" at i, after a conditional that is not
// negated, tells how something was done: "would have left without paying". After a
// "not" it is what was needed: "would not have won without training".
func mannerFollows(doc *detect.Document, i, would int) bool {
	return would >= 0 && i > would && isGerund(norm(doc, i+1)) && norm(doc, would+1) != "not" && !hypotheticalAdverbs[norm(doc, would+1)]
}

// givenThat reports whether "given" is a condition ("given the chance") and no
// participle of its own verb.
func givenThat(doc *detect.Document, i, would int) bool {
	prev := norm(doc, i-1)
	next := norm(doc, i+1)
	return !haveForms[prev] && !beForms[prev] && !isAdverb(prev) && (articleWords[next] || next == "more" || next == "enough" || next == "that") && i != would
}

// inverts reports whether an auxiliary stands before its subject: "Had he
// waited", "would have fled had the guard slept".
func inverts(doc *detect.Document, i int, r article.Range, would int) bool {
	next := norm(doc, i+1)
	if !subjectPronouns[next] && !determiners[next] && next != "there" && next != "not" && (!capital(doc, i+1) || doc.Tokens[i+1].Kind != article.Word) {
		return false
	}
	if i == r.First || doc.Tokens[i-1].Kind == article.Punct || coordinators[norm(doc, i-1)] {
		return true
	}
	// Inside a clause its own subject would stand before it, unless the clause
	// has its verb already: then a participle must follow.
	if would < 0 || i < would || relativePronouns[norm(doc, i-1)] || subjectPronouns[norm(doc, i-1)] {
		return false
	}
	for k := i + 2; k < r.End && k < i+8 && doc.Tokens[k].Kind == article.Word; k++ {
		if isParticiple(norm(doc, k)) {
			return true
		}
	}
	return false
}

// planFollows reports whether "under" speaks of a rule or a plan.
func planFollows(doc *detect.Document, i, end int) bool {
	for k := i + 1; k < end && k < i+7; k++ {
		if w := norm(doc, k); planNouns[w] || w == "terms" || w == "circumstances" || w == "conditions" {
			return true
		} else if doc.Tokens[k].Kind == article.Punct {
			return false
		}
	}
	return false
}

// governorDoubt: in reported speech "would" is only a future in the past, and
// after "what", "because" or "as" it is an ordinary conditional.
func (c *conditional) governorDoubt(doc *detect.Document, sentence article.Range) doubt {
	start := c.subject.First
	if c.inverted {
		start = c.would
	}
	d := none
	if b := norm(doc, c.subject.Before); c.subject.Before >= sentence.First && !c.inverted {
		switch {
		case isGerund(b) && (!capital(doc, c.subject.Before) || c.subject.Before == sentence.First):
			return refuted
		case b == "where" && norm(doc, c.subject.Before-1) == ",":
			d = slight
		case questionWords[b] && b != "who", b == "as", b == "than", b == "like", b == "so", b == "or", b == "until", b == "before", b == "after", b == "once":
			return refuted
		case b == "that" && !isCleft(doc, sentence.First, c.subject.Before) && !evidentialVerbs[norm(doc, c.subject.Before-1)] && !c.relayedBy(doc, c.subject.Before-1) && !claimsNow[norm(doc, c.subject.Before-1)]:
			return refuted
		case b == "because", b == "since", b == "while", b == "but", b == "although", b == "though", b == "when", b == "whereas":
			d = grave
		}
	}
	open := true // no comma yet between here and the subject
	for i := start - 1; i >= sentence.First; i-- {
		t := doc.Tokens[i]
		w := t.Norm
		if t.Is(article.Quoted) && !doc.Tokens[c.would].Is(article.Quoted) {
			continue
		}
		switch {
		case w == "," || w == ";" || w == ":" || w == "–" || w == "—":
			open = false
		case open && w == "to" && (i == sentence.First || doc.Tokens[i-1].Kind == article.Punct):
			return refuted
		case (speechVerbs[w] || thoughtVerbs[w]) && !c.relayedBy(doc, i) && !nounLike(doc, i) && !capital(doc, i) && !possessives[norm(doc, i-1)]:
			if claimsNow[w] && c.subject.Head >= 0 && !subjectPronouns[norm(doc, c.subject.Head)] {
				d = grave
				continue
			}
			if open || norm(doc, i+1) == "that" || norm(doc, i-1) != "as" && norm(doc, i-2) != "as" && subjectPronouns[norm(doc, i-1)] {
				return refuted
			}
		case questionWords[w] && open && w != "who" && w != "which" && (w != "where" || norm(doc, i-1) != ","), w == "whether", w == "how", w == "why":
			return refuted
		}
	}
	return d
}

// isCleft reports whether the "that" ends a cleft such as "It is for this
// reason that".
func isCleft(doc *detect.Document, first, that int) bool {
	if norm(doc, first) == "it's" {
		return that-first >= 2 && that-first < 12 && commonPreposition[norm(doc, first+1)]
	}
	return that-first >= 3 && norm(doc, first) == "it" && (norm(doc, first+1) == "is" || norm(doc, first+1) == "was" || norm(doc, first+1) == "'s") && that-first < 12 && commonPreposition[norm(doc, first+2)]
}

// abandonedIn reports whether a sentence tells that something was given up.
// "Dropped" and "turned" count only with a plan: bombs are dropped too.
func abandonedIn(doc *detect.Document, r article.Range, words wordSet) bool {
	for i := r.First; i < r.End; i++ {
		switch w := norm(doc, i); {
		case norm(doc, i-1) == "have" && norm(doc, i-2) == "would":
			// "would have abandoned the car" is itself in question.
		case (w == "nearly" || w == "almost") && isCount(doc, i+1):
			// "nearly 40,000 customers"
		case words[w]:
			return true
		case w == "dropped":
			if beForms[norm(doc, i-1)] || firstIn(doc, article.Range{First: i, End: min(i+5, r.End)}, planNouns) >= 0 {
				return true
			}
		case w == "turned" && (norm(doc, i+1) == "down" || norm(doc, i+2) == "down" || norm(doc, i+3) == "down"):
			return true
		}
	}
	return false
}

// presentDoubt: "would be" is the future in the past wherever a plan or a time
// to come is spoken of.
func (c *conditional) presentDoubt(doc *detect.Document, sentence article.Range) doubt {
	if c.form.perfect() {
		return none
	}
	own := doc.Tokens[c.would].Sentence
	sentence.First = topicEnd(doc, sentence)
	for n := own; n >= 0 && n >= own-2; n-- {
		r := doc.Sentences[n].Tokens
		if n == own {
			r = sentence
		}
		if firstIn(doc, r, undertakings) >= 0 {
			return grave
		}
	}
	for i := sentence.First; i < sentence.End; i++ {
		w := norm(doc, i)
		switch {
		case i > c.end && (w == "and" || w == "but"):
			return none
		case i >= c.subject.First && i < c.would || i >= c.verb && i < c.end || doc.Tokens[i].Is(article.Quoted):
		case w == "by" && bePassive == c.form && disasterAfter(doc, i):
		case comingWords[w], w == "by" && bePassive == c.form, i >= c.end && i < c.end+3 && (w == "today" || w == "now"):
			return refuted
		case c.form == bareVerb:
		case w == "in" && doc.Tokens[min(i+1, len(doc.Tokens)-1)].Kind == article.Number:
			return refuted
		case months[w] && w != "may" || w == "may" && capital(doc, i):
			return refuted
		}
	}
	return none
}

// disasterAfter reports whether "by" is followed by what nobody decides on:
// "by the floods".
func disasterAfter(doc *detect.Document, by int) bool {
	i := by + 1
	if articleWords[norm(doc, i)] || norm(doc, i) == "this" {
		i++
	}
	return disasters[norm(doc, i)] || disasters[norm(doc, i+1)]
}

// contextDoubt: a hypothesis goes on over sentences.
func (c *conditional) contextDoubt(doc *detect.Document, before []reading) doubt {
	n := doc.Tokens[c.would].Sentence
	p := doc.Sentences[n].Paragraph
	if n > 0 && doc.Paragraphs[p].Kind == article.Body {
		prev := doc.Sentences[n-1]
		for i := prev.Tokens.First; i < prev.Tokens.End; i++ {
			if doc.Tokens[i].Is(article.Quoted) {
				continue
			}
			if w := norm(doc, i); w == "if" && norm(doc, prev.Tokens.End-1) != "?" || w == "unless" || w == "otherwise" || w == "instead" {
				return refuted
			}
		}
		if conditionIn(doc, prev.Tokens, -1) {
			return grave
		}
	}
	for m := n - 1; m >= 0 && m >= n-2; m-- {
		if doc.KindAt(doc.Sentences[m].Start) == article.Body && abandonedIn(doc, doc.Sentences[m].Tokens, abandoned) {
			return grave
		}
	}
	if norm(doc, doc.Sentences[n].Tokens.First) == "with" {
		return grave
	}
	if n+1 < len(doc.Sentences) {
		if next := norm(doc, doc.Sentences[n+1].Tokens.First); next == "but" || next == "instead" || next == "however" {
			return grave
		}
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-2; i-- {
		b := before[i]
		if b.hypothesis && n-doc.Tokens[b.would].Sentence <= 2 {
			return grave
		}
	}
	return none
}
