package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// A conditional is a place where "would" makes a verb group that a reportative
// conditional of the source language may stand behind.
type conditional struct {
	would, verb int          // tokens: the modal, and the word that carries the meaning
	end         int          // token after the group
	form        form         //
	negated     bool         //
	adverbs     []int        // tokens of the adverbs inside
	inverted    bool         // "Would the minister have lied?"
	subject     subject      // its noun phrase
	doubt       doubt        // why it may be ordinary English
	evidence    evidence     // why it is a report
	loose       bool         // the verb is believed only on the word of police or press
	deed        bool         // what it tells is seldom imagined
	condition   bool         // refuted by a condition
	hypothesis  bool         // a condition or a plan makes it a hypothesis
	group       article.Span // the text from "would" to the end of the group
}

// A form is the grammatical form of a conditional.
type form uint8

const (
	active        form = iota // would have lied
	passive                   // would have been warned
	progressive               // would have been drinking
	state                     // would have been drunk
	beProgressive             // would be hiding
	bePassive                 // would be affected
	beState                   // would be in hiding
	bareVerb                  // would own
)

func (f form) perfect() bool { return f <= state }

// doubt grows with what speaks for an ordinary English conditional.
type doubt uint8

const (
	none    doubt = iota
	slight        // believed where the sentence names a source
	grave         // believed where the article has another that is certain
	refuted       // never a report
)

// evidence grows with what speaks for a report.
type evidence uint8

const (
	bare       evidence = iota
	told                // what it tells is seldom imagined
	neighbours          // a source is named in the sentences around
	headlined           // headlines tell what happened, not what might have
	attributed          // a source is named in the sentence
)

// A reading is a conditional that was judged to tell a report.
type reading struct {
	conditional
	reason reason
}

// A reason says why a conditional is taken for a report.
type reason uint8

const (
	noReason reason = iota
	byDeed
	byAttribution
	byHeadline
	byNeighbours
	byRepetition
)

// Limits that keep hostile input from costing more than its length: no news
// sentence is so long, no article has so many conditionals.
const (
	longestSentence  = 250 // tokens
	mostConditionals = 200 // in one article
)

// endless reports whether a sentence is longer than any in the news.
func endless(sentence article.Range) bool { return sentence.End-sentence.First > longestSentence }

// readConditionals judges all conditionals of the article. Alone a "would have
// done" says little; one that is attributed, or that makes a headline, is
// certain, and then the others of the article that nothing speaks against are
// believed too. Those with no reason are only candidates.
func readConditionals(doc *detect.Document, would []detect.Hit) []reading {
	var all []reading
	for _, hit := range would {
		i := hit.First
		if endless(sentenceOf(doc, i)) || len(all) == mostConditionals {
			continue
		}
		if c, ok := parseConditional(doc, i); ok && !doc.Quoted(c.group) {
			c.judge(doc, all)
			all = append(all, reading{conditional: c})
		}
	}
	if !slices.ContainsFunc(all, func(r reading) bool { return r.doubt < refuted }) || speculates(doc, all) {
		return all
	}
	certain, clean, likely, sourced := 0, 0, 0, 0
	for i := range all {
		r := &all[i]
		if !r.form.perfect() || r.doubt > slight {
			continue
		}
		likely++
		if r.evidence != bare {
			sourced++
		}
		switch {
		case r.evidence == attributed:
			r.reason = byAttribution
		case r.harmInHeadline(doc), r.afterMishap(doc):
			r.reason = byHeadline
		case r.deed:
			r.reason = byDeed
		case r.doubt == slight:
			continue
		case r.evidence == headlined:
			r.reason = byHeadline
		case r.evidence == neighbours:
			r.reason = byNeighbours
		}
		clean++
		if r.reason != noReason {
			certain++
		}
	}
	if clean > 0 && likely > 1 || sourced > 0 && likely > 2 {
		certain = max(certain, 1)
	}
	for i := range all {
		r := &all[i]
		switch {
		case r.reason != noReason || r.doubt == refuted:
		case certain > 0:
			r.reason = byRepetition
		case r.doubt <= slight && r.evidence == attributed:
			r.reason = byAttribution
		case r.doubt == none && r.evidence == headlined:
			r.reason = byHeadline
		}
	}
	return all
}

// parseConditional reads the verb group that begins at a "would".
func parseConditional(doc *detect.Document, would int) (conditional, bool) {
	c := conditional{would: would}
	limit := sentenceOf(doc, would).End
	i := c.skipAdverbs(doc, would+1, limit)
	if w := norm(doc, i); w != "have" && w != "be" {
		if reportedVerbs[w] && !isAdverb(norm(doc, would-1)) && !doc.Tokens[would].Is(article.Opens) {
			c.form, c.verb, c.end = bareVerb, i, i+1
			c.loose = true
			c.group = article.Span{Start: doc.Tokens[would].Start, End: doc.Tokens[i].End}
			return c, true
		}
		// "Would the minister have lied?"
		if !doc.Tokens[would].Is(article.Opens) {
			return c, false
		}
		c.inverted = true
		from := would + 1
		for i = from; i < limit && i < from+10 && norm(doc, i) != "have"; i++ {
			if doc.Tokens[i].Kind == article.Punct || finite(norm(doc, i)) {
				return c, false
			}
		}
		if i == limit || i == from || norm(doc, i) != "have" {
			return c, false
		}
		c.adverbs, c.negated = nil, false
		c.subject = subject{Range: article.Range{First: from, End: i}, Before: would}
		c.subject.Head = headOf(doc, c.subject.Range)
	}
	auxiliary := norm(doc, i)
	if i++; auxiliary != "be" || !wordsAt(doc, i, "about", "to") {
		i = c.skipAdverbs(doc, i, limit)
	}
	if i >= limit {
		return c, false
	}
	w := norm(doc, i)
	switch {
	case auxiliary == "have" && w == "been":
		i = c.skipAdverbs(doc, i+1, limit)
		w = norm(doc, i)
		switch {
		case i >= limit:
			return c, false
		case isGerund(w):
			c.form = progressive
		case isParticiple(w) && !stateWords[w]:
			c.form = passive
		default:
			c.form = state
			c.verb, c.end = i, i+stateLength(doc, i, limit)
			if c.end == i {
				c.doubt, c.end = refuted, i+1
			}
		}
	case auxiliary == "have" && isParticiple(w):
		c.form = active
	case auxiliary == "be" && isGerund(w) && ongoing[w]:
		c.form = beProgressive
	case auxiliary == "be" && stateLength(doc, i, limit) > 0:
		c.form = beState
		c.verb, c.end = i, i+stateLength(doc, i, limit)
	case auxiliary == "be" && sufferedParticiples[w]:
		c.form = bePassive
	case auxiliary == "be" && isGerund(w):
		c.form, c.doubt = beProgressive, grave
	case auxiliary == "be" && feltStates[w]:
		c.form, c.doubt = beState, grave
	case auxiliary == "be" && phraseLength(doc, i, limit, toldOf) > 0:
		c.form, c.doubt = beState, grave
		c.verb, c.end = i, i+phraseLength(doc, i, limit, toldOf)
	case auxiliary == "be" && norm(doc, i) == "an" && strings.HasPrefix(norm(doc, i+1), "ex-") && i+2 <= limit:
		c.form, c.doubt = beState, grave
		c.verb, c.end = i, i+2
	default:
		return c, false
	}
	if c.end == 0 {
		c.verb, c.end = i, i+1
	}
	c.group = article.Span{Start: doc.Tokens[would].Start, End: doc.Tokens[c.end-1].End}
	return c, true
}

func (c *conditional) skipAdverbs(doc *detect.Document, i, limit int) int {
	for ; i < limit; i++ {
		switch w := norm(doc, i); {
		case w == "not":
			c.negated = true
		case isAdverb(w):
			c.adverbs = append(c.adverbs, i)
		default:
			return i
		}
	}
	return i
}

// stateLength is the number of tokens of a state that holds now and here, as
// reports tell it, at token i; 0 when there is none.
func stateLength(doc *detect.Document, i, limit int) int {
	if n := phraseLength(doc, i, limit, states); n > 0 {
		return n
	}
	if stateWords[norm(doc, i)] {
		return 1
	}
	if w := norm(doc, i+2); norm(doc, i) == "of" && i+3 <= limit && (w == "nationality" || w == "origin" || w == "descent") {
		return 3 // "of Italian nationality"
	}
	if norm(doc, i) == "aged" && i+1 < limit && doc.Tokens[i+1].Kind == article.Number {
		return 2
	}
	if wordsAt(doc, i+1, "years", "old") && i+3 <= limit && (doc.Tokens[i].Kind == article.Number || cardinals[norm(doc, i)]) {
		return 3
	}
	return 0
}

// phraseLength is the number of words of the phrase at token i; 0 when none of
// them stands there.
func phraseLength(doc *detect.Document, i, limit int, list phraseTable) int {
	for _, p := range list[norm(doc, i)] {
		if i+len(p) <= limit && wordsAt(doc, i, p...) {
			return len(p)
		}
	}
	return 0
}

// judge finds what speaks against a report and what speaks for it.
func (c *conditional) judge(doc *detect.Document, before []reading) {
	sentence := sentenceOf(doc, c.would)
	if !c.inverted && !c.findSubject(doc, before) {
		c.doubt = refuted
		return
	}
	c.deed = c.isDeed(doc)
	byCondition, byGovernor := c.conditionDoubt(doc, sentence), none
	c.doubt = max(c.doubt, byCondition)
	if c.doubt < refuted {
		byGovernor = c.governorDoubt(doc, sentence)
		c.doubt = max(c.doubt, byGovernor)
	}
	if c.doubt < refuted {
		c.evidence = c.findEvidence(doc, sentence)
		c.doubt = max(c.doubt, c.subjectDoubt(doc))
	}
	if c.doubt < refuted {
		c.doubt = max(c.doubt, c.verbDoubt(doc), c.presentDoubt(doc, sentence))
	}
	if c.doubt < refuted {
		c.doubt = max(c.doubt, c.contextDoubt(doc, before))
	}
	if c.doubt == refuted {
		c.condition = byCondition == refuted
		// Reported speech ("he said they would have lost") and evaluations
		// ("would have been out of contract") set the mood as well.
		c.hypothesis = c.hypothesis || c.condition || byGovernor == refuted && c.form.perfect() || c.form == state ||
			c.subject.Head >= 0 && planNouns[norm(doc, c.subject.Head)]
		return
	}
	if c.loose && (c.evidence != attributed || !c.vouched(doc, sentence) || !settledVerbs[norm(doc, c.verb)+" "+norm(doc, c.verb+1)]) {
		c.doubt = max(c.doubt, grave)
	}
}

// findSubject reads the subject, and takes the verdict of the conditional
// before over where two share one: "would have fled and would be in hiding".
func (c *conditional) findSubject(doc *detect.Document, before []reading) bool {
	s, ok := subjectOf(doc, c.would)
	if !ok {
		return false
	}
	if s.First < s.End {
		c.subject = s
		return true
	}
	if len(before) > 0 {
		last := before[len(before)-1].conditional
		if doc.Tokens[last.would].Sentence == doc.Tokens[c.would].Sentence {
			c.subject, c.doubt = last.subject, max(c.doubt, last.doubt)
			return last.doubt != refuted
		}
	}
	// "The suspect left the car and would have fled": the first noun phrase
	// of the sentence, if its verb can be told.
	first := sentenceOf(doc, c.would).First
	for i := first + 1; i < s.Before; i++ {
		if w := norm(doc, i); isPast(w) || finite(w) {
			if up, ok := subjectOf(doc, i); ok && up.First < up.End {
				c.subject = up
				return true
			}
			return false
		}
	}
	return false
}
