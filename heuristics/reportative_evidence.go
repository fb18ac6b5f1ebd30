package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// findEvidence looks for what makes the sentence a report.
func (c *conditional) findEvidence(doc *detect.Document, sentence article.Range) evidence {
	if sourceNamed(doc, sentence, c.would) {
		return attributed
	}
	n := doc.Tokens[c.would].Sentence
	kind := doc.Paragraphs[doc.Sentences[n].Paragraph].Kind
	if (kind == article.Headline || kind == article.Standfirst && c.form.perfect()) && !c.inverted &&
		!opinionFollows(doc, sentence, c.end) {
		return headlined
	}
	if insidersSay(doc, sentence, c.would) {
		if c.form.perfect() && !c.deed {
			return neighbours // prosecutors also maintain what must have been
		}
		return attributed
	}
	if c.form == beState && topicEnd(doc, sentence) > sentence.First {
		return attributed
	}
	if saidAtEnd(doc, sentence, c.end) {
		return neighbours
	}
	for _, m := range []int{n - 1, n + 1} {
		if m >= 0 && m < len(doc.Sentences) && sourceAround(doc, doc.Sentences[m].Tokens) {
			return neighbours
		}
	}
	if c.deed {
		return told
	}
	return bare
}

// sourceNamed reports whether the sentence names who vouches for what it
// tells: "according to the prefecture", ", reports the weekly", "allegedly".
// Polls and studies do not count: what they vouch for is a hypothesis.
func sourceNamed(doc *detect.Document, r article.Range, would int) bool {
	for i := r.First; i < r.End; i++ {
		w := norm(doc, i)
		if doc.Tokens[i].Is(article.Quoted) {
			continue
		}
		switch {
		case wordsAt(doc, i, "according", "to"):
			if !hypothesisFollows(doc, i+2, r.End) {
				return true
			}
		case w == "reportedly" || w == "allegedly", i < would && relaying(doc, i):
			return true
		case wordsAt(doc, i, "it", "was") && (norm(doc, i+2) == "learned" || norm(doc, i+2) == "learnt") && norm(doc, i+3) == "from":
			return true
		case i < would && w == "as" && citedAsSource(doc, i, would):
			return true
		case i < would && accusing[w] && firstIn(doc, article.Range{First: i, End: would}, colon) >= 0:
			return true
		case i > would && indicatingVerbs[w] && firstIn(doc, article.Range{First: max(i-4, would), End: i}, authorities) >= 0 && afterComma(doc, i, r):
			return true
		case evidentialVerbs[w] && i > would && afterComma(doc, i, r):
			if firstIn(doc, article.Range{First: max(i-4, r.First), End: min(i+6, r.End)}, hypothesisNouns) < 0 {
				return true
			}
		case evidentialVerbs[w] && i < would && norm(doc, i+1) == "that" && !nounLike(doc, i):
			if firstIn(doc, article.Range{First: max(i-4, r.First), End: i}, hypothesisNouns) < 0 {
				return true
			}
		}
	}
	return false
}

// insidersSay reports whether the sentence closes with insiders who tell it, in
// the present or in confidence: ", several union sources say", ", the
// prosecution maintains".
func insidersSay(doc *detect.Document, r article.Range, would int) bool {
	for i := max(would, r.End-12); i < r.End; i++ {
		if insiderVerbs[norm(doc, i)] && !doc.Tokens[i].Is(article.Quoted) && afterComma(doc, i, r) &&
			firstIn(doc, article.Range{First: max(i-9, would), End: i}, insiders) >= 0 {
			return true
		}
	}
	return false
}

// topicEnd is the token after the topic and the colon that a headline opens
// with, also one that stands in the body, without a full stop: "Bank merger: the
// two boards would be in talks". It is the first token where there is none. A
// name before a colon is a speaker.
func topicEnd(doc *detect.Document, r article.Range) int {
	for i := r.First + 1; i < r.End && i < r.First+5; i++ {
		if norm(doc, i) == ":" {
			if headlineTopics[norm(doc, i-1)] && norm(doc, r.End-1) != "." {
				return i + 1
			}
			break
		}
	}
	return r.First
}

// afterMishap reports whether a headline names a mishap or a crime before a colon and
// then what somebody there did: "Avalanche in Savoy: the skiers would have left the
// piste". A counterfactual is about things, or about what people would have suffered.
func (c *conditional) afterMishap(doc *detect.Document) bool {
	s := c.subject
	first := sentenceOf(doc, c.would).First
	return c.evidence == headlined && c.form == active && s.Head >= 0 && norm(doc, s.First-1) == ":" && norm(doc, s.First) == "the" &&
		personNoun(norm(doc, s.Head)) && !suffered[norm(doc, c.verb)] &&
		firstIn(doc, article.Range{First: first, End: s.First}, headlineTopics) >= 0
}

// suffered is what befalls people, told of what might have been as well.
var suffered = setOf("died survived stayed remained suffered needed stopped been gone had")

// indicatingVerbs stand for "said" in copy translated from Romance languages;
// ", police said" proves less: English reasons so about what must have been.
var indicatingVerbs = setOf("indicated indicates specified specifies precised confirmed confirms announces")

var (
	accusing = setOf("suspects suspected accuses accused accusing")
	colon    = setOf(":")
)

// citedAsSource reports whether the "as" at i opens a clause that names the source:
// "as revealed by the weekly", "As Cadena Azul reported,".
func citedAsSource(doc *detect.Document, as, would int) bool {
	for i := as + 1; i < would && i < as+7; i++ {
		switch w := norm(doc, i); {
		case evidentialVerbs[w]:
			return norm(doc, i+1) == "by" || norm(doc, i+1) == ","
		case doc.Tokens[i].Kind == article.Punct && w != "-":
			return false
		}
	}
	return false
}

// relaying reports whether the verb at i hands on what somebody established, in
// a word English would not choose for it: "the prefect specified that", "the
// police indicated that".
func relaying(doc *detect.Document, i int) bool {
	if norm(doc, i+1) != "that" || subjectPronouns[norm(doc, i-1)] {
		return false
	}
	switch norm(doc, i) {
	case "specified", "specifies", "precised", "precises":
		return true
	case "indicated", "indicates", "indicate", "informed", "informs", "inform":
		return authorities[norm(doc, i-1)] || i > 4 && firstIn(doc, article.Range{First: i - 5, End: i}, authorities) >= 0
	}
	return false
}

// relayedBy reports whether the verb at i only hands the conditional on. After a
// present ("police sources say that") English has no future in the past, so a deed
// can only be a report.
func (c *conditional) relayedBy(doc *detect.Document, i int) bool {
	w := norm(doc, i)
	return relaying(doc, i) || c.deed && (w == "say" || w == "says" || w == "state" || w == "states") && norm(doc, i+1) == "that" &&
		(authorities[norm(doc, i-1)] || reportedActors[norm(doc, i-1)])
}

// intimates know how somebody lives.
var intimates = setOf("family relatives entourage neighbours neighbors lawyer lawyers parents")

// vouched reports whether police, justice or press say so, those who know the
// person, or those who date things.
func (c *conditional) vouched(doc *detect.Document, sentence article.Range) bool {
	return pressOrPolice(doc, sentence) || norm(doc, c.verb) == "date" || firstIn(doc, sentence, intimates) >= 0
}

// pressOrPolice reports whether the sentence names police, justice or press.
func pressOrPolice(doc *detect.Document, r article.Range) bool {
	return firstIn(doc, r, authorities) >= 0
}

// afterComma reports whether token i stands in the last part of the sentence,
// a few words after its last comma: ", reports the weekly", ", the weekly
// reports on Friday".
func afterComma(doc *detect.Document, i int, r article.Range) bool {
	for k := i - 1; k > i-9 && k >= r.First; k-- {
		switch w := norm(doc, k); {
		case w == ",":
			return true
		case relativePronouns[w], finite(w), doc.Tokens[k].Kind == article.Punct:
			return false
		}
	}
	return false
}

// saidAtEnd reports whether the sentence closes with an authority that said so:
// ", the gendarmerie indicated".
func saidAtEnd(doc *detect.Document, r article.Range, from int) bool {
	source := false
	for i := r.End - 1; i > from && i > r.End-12; i-- {
		switch w := norm(doc, i); {
		case w == ",":
			return source && firstIn(doc, article.Range{First: i, End: r.End}, saidVerbs) >= 0
		case authorities[w]:
			source = true
		}
	}
	return false
}

var saidVerbs = union(speechVerbs, setOf("indicated indicates specified specifies reported reports revealed reveals"))

// hypothesisFollows reports whether "according to" is followed by something
// that reckons rather than knows.
func hypothesisFollows(doc *detect.Document, i, end int) bool {
	for k := i; k < end && k < i+8; k++ {
		t := doc.Tokens[k]
		if t.Kind == article.Punct && t.Norm != "-" {
			return false
		}
		if hypothesisNouns[t.Norm] {
			return true
		}
	}
	return false
}

// sourceAround reports whether a neighbouring sentence names a source that
// tells a story: "X claims in his memoirs", "the weekly reveals".
func sourceAround(doc *detect.Document, r article.Range) bool {
	for i := r.First; i < r.End; i++ {
		w := norm(doc, i)
		if doc.Tokens[i].Is(article.Quoted) {
			continue
		}
		if wordsAt(doc, i, "according", "to") && !hypothesisFollows(doc, i+2, r.End) || tellingWords[w] {
			return true
		}
	}
	return false
}

// opinionFollows reports whether a headline goes on to say whose opinion it
// is: "Ruiz would have won, says coach".
func opinionFollows(doc *detect.Document, r article.Range, from int) bool {
	for i := from; i < r.End; i++ {
		w := norm(doc, i)
		if speechVerbs[w] && norm(doc, i-1) != "to" || (w == "show" || w == "shows") && i == r.End-1 || doc.Tokens[i].Kind == article.Punct && (norm(doc, i) == ":" || norm(doc, i) == "–" || norm(doc, i) == "—") {
			return true
		}
	}
	return false
}

// speculates reports whether an article tells what might have been, or what
// must have been long ago: "would have" is then the tense of the whole story,
// and a source in the sentence vouches for a guess.
func speculates(doc *detect.Document, all []reading) bool {
	for i := range all {
		// "If he had waited he would have lived": one counterfactual said in
		// full sets the mood.
		if all[i].condition && all[i].form.perfect() {
			return true
		}
	}
	opening, past := 0, 0
	for n, s := range doc.Sentences {
		if doc.Paragraphs[s.Paragraph].Kind == article.Body {
			opening++
		}
		if opening <= 2 && (phraseIn(doc, s.Tokens, mightHaveBeen) || abandonedIn(doc, s.Tokens, foiled)) {
			return true
		}
		if n > 60 {
			break
		}
		for _, t := range doc.TokensIn(s.Tokens) {
			switch {
			case longAgo[t.Norm]:
				return true
			case reconstruction[t.Norm]:
				past++
			}
		}
	}
	return past > 1
}
