package heuristics

import (
	"slices"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// judgePresentSince takes "is closed since 2009", but not records and changes.
func judgePresentSince(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	since := hit.End - 1
	if !isDate(doc, since+1) || hit.End-hit.First < 3 || doc.Tokens[since].Kind == article.Punct {
		return detect.Match{}, false
	}
	sentence := sentenceOf(doc, hit.First)
	for i := sentence.First; i < sentence.End; i++ {
		w := norm(doc, i)
		if recordWords[w] || strings.HasSuffix(w, "est") && len(w) > 4 && i < since {
			return detect.Match{}, false
		}
	}
	first := norm(doc, hit.First+1)
	for i := hit.First + 1; i < since; i++ {
		if doc.Tokens[i].Kind != article.Word || strings.HasSuffix(norm(doc, i), "er") && !personNoun(norm(doc, i)) && !commonPreposition[norm(doc, i)] {
			return detect.Match{}, false
		}
	}
	if articleWords[first] || possessives[first] || first == "it" || quantifiers[first] {
		return detect.Match{}, false
	}
	have := map[string]string{"is": "has", "are": "have"}[norm(doc, hit.First)]
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = []string{have + " been " + doc.Text[doc.Tokens[hit.First+1].Start:m.End]}
	return m, true
}

// isDate reports whether a year, a month, a weekday or "last ..." stands at
// token i.
func isDate(doc *detect.Document, i int) bool {
	w := norm(doc, i)
	year, err := strconv.Atoi(w)
	return err == nil && year >= 1800 && year < 2100 || months[w] && capital(doc, i) || weekdays[w] && capital(doc, i) ||
		(w == "last" || w == "early" || w == "late" || w == "yesterday")
}

var recordWords = setOf(`first best worst most only second third fourth fifth ever has have had been up down higher lower more
	fewer less was were highest lowest what changed seen recorded years months weeks days time record not no this that it there`)

var sinceDurations = []swap{
	{"since [already|almost|nearly|about|over|around] #|two|three|four|five|six|seven|eight|nine|ten|several|many years|months|weeks|days|decades|centuries", "for"},
	{"since (more than|at least) #|two|three|four|five|six|seven|eight|nine|ten years|months|weeks|days|decades|centuries", "for"},
	{"since a [very] long time", "for"},
}

// judgeSinceDuration takes "since three years" where the length of time ends
// there.
func judgeSinceDuration(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	if opensSentence(doc, hit.First) {
		// "Since three weeks the road is closed", but not "Since two years is long".
		if next.Norm != "," && !determiners[next.Norm] && !subjectPronouns[next.Norm] {
			return detect.Match{}, false
		}
	} else if next.Kind <= article.Number && next.Norm != "" && !setOfDurationEnds[next.Norm] {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = insteadOf(doc, m.Span, "for"+doc.Text[doc.Tokens[hit.First].End:m.End])
	return m, true
}

var setOfDurationEnds = setOf("and but in with at on now as because which who")

// judgeScheduled takes "had to take place" before a time, unless a reason, a
// rule or a purpose makes it an obligation.
func judgeScheduled(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	after := hit.End
	if norm(doc, hit.End-1) == "take" {
		if norm(doc, after) != "place" {
			return detect.Match{}, false
		}
		after++
	}
	sentence := sentenceOf(doc, hit.First)
	if !timeAt(doc, after, sentence.End) || firstIn(doc, sentence, obligations) >= 0 {
		return detect.Match{}, false
	}
	s, ok := subjectOf(doc, hit.First)
	if !ok || s.Head < 0 || !planNouns[norm(doc, s.Head)] && !happenings[norm(doc, s.Head)] && !scheduledNouns[norm(doc, s.Head)] {
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[after-1].End}}
	plural, known := s.plural(doc)
	if known {
		be := map[bool]map[bool]string{true: {false: "is", true: "are"}, false: {false: "was", true: "were"}}[norm(doc, hit.First) == "must"][plural]
		verb := hit.First + 1
		if norm(doc, hit.First) == "had" {
			verb++
		}
		m.Suggestions = []string{be + " due to " + doc.Text[doc.Tokens[verb].Start:m.End]}
	}
	return m, true
}

// timeAt reports whether a time that a schedule names stands at token i: "on
// Tuesday", "in March", "next week".
func timeAt(doc *detect.Document, i, end int) bool {
	if i >= end {
		return false
	}
	switch w := norm(doc, i); w {
	case "on", "in", "from", "this", "next", "until", "between", "at":
		if i+1 >= end {
			return false
		}
		n := norm(doc, i+1)
		return weekdays[n] || months[n] || isDate(doc, i+1) || timeNouns[n] || w == "on" && isCount(doc, i+1) || w == "at" && isCount(doc, i+1) ||
			(n == "early" || n == "late" || n == "mid" || n == "the" || n == "next") && i+2 < end && (timeNouns[norm(doc, i+2)] || months[norm(doc, i+2)])
	case "today", "tomorrow":
		return true
	default:
		return weekdays[w] && capital(doc, i)
	}
}

var (
	timeNouns      = setOf("week month year spring summer autumn winter fall morning afternoon evening weekend season days weeks months")
	obligations    = setOf("because cancel cancelled canceled postpone postponed order so within before law rule rules required require if unless applications deadline instead due legally constitution constitutionally statute otherwise without rain to-be but court without-delay by therefore only not")
	scheduledNouns = setOf("summit trial meeting talks session hearing conference ceremony congress festival fair exhibition work works service services operation operations start launch inauguration signing consultations negotiations concerts matches elections games finals tests trials sessions hearings ceremonies premiere assembly")
)

// judgeAgePossessed takes an age after "of" or "has" where nothing that can be
// had follows.
func judgeAgePossessed(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	number := hit.End - 2
	age, err := strconv.Atoi(norm(doc, number))
	if err != nil || age == 0 || age > 110 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	n := strconv.Itoa(age)
	if w := norm(doc, hit.First); w != "has" && w != "had" {
		if next.Norm == "'" || next.Norm == "'s" || setOfPossessed[next.Norm] || next.Norm == "of" {
			return detect.Match{}, false
		}
		m.Suggestions = []string{n + "-year-old " + w}
		return m, true
	}
	s, ok := subjectOf(doc, hit.First)
	if !ok || s.Head < 0 {
		return detect.Match{}, false
	}
	head := norm(doc, s.Head)
	if head != "he" && head != "she" && !personNoun(head) {
		return detect.Match{}, false
	}
	if next.Norm != "" && next.Norm != "." && next.Norm != "," && next.Norm != "and" || age < 2 {
		return detect.Match{}, false
	}
	m.Suggestions = []string{map[string]string{"has": "is ", "had": "was "}[norm(doc, hit.First)] + n}
	return m, true
}

var setOfPossessed = setOf("experience service standing imprisonment in on prison left to ago")

// judgeYearsOld takes "a 34 years old man" and suggests the compound.
func judgeYearsOld(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number := hit.First + 1
	next := following(doc, hit, 1)
	if next.Kind != article.Word || next.Norm == "" || closing[next.Norm] || isAdverb(next.Norm) || next.Norm == "when" || next.Norm == "at" {
		return detect.Match{}, false
	}
	return detect.Match{
		Span:        article.Span{Start: doc.Tokens[number].Start, End: doc.Tokens[hit.End-1].End},
		Suggestions: []string{norm(doc, number) + "-year-old"},
	}, true
}

// hyphenatedYears finds "the 34-years-old driver", where the age is one token.
func hyphenatedYears(doc *detect.Document) []detect.Match {
	var out []detect.Match
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if len(t.Norm) <= len("-years-old") {
			continue
		}
		if digits, ok := strings.CutSuffix(t.Norm, "-years-old"); ok && determiners[norm(doc, i-1)] {
			out = append(out, detect.Match{Span: t.Span, Suggestions: []string{digits + "-year-old"}})
		}
	}
	return out
}

// judgeRecentPast takes persons and bodies as subject.
func judgeRecentPast(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s, ok := subjectOf(doc, hit.First)
	if !ok || s.Head < 0 {
		return detect.Match{}, false
	}
	if !somebody(doc, s) && norm(doc, s.Head) != "city" && norm(doc, s.Head) != "council" {
		return detect.Match{}, false
	}
	plural := norm(doc, hit.First) == "come"
	base := gerundBase(norm(doc, hit.End-1))
	v, known := verbsByBase[base]
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if known {
		m.Suggestions = []string{map[bool]string{true: "have", false: "has"}[plural] + " just " + v.participle}
	}
	return m, true
}

// gerundBase is the base of an -ing form, where one of the two spellings is a
// known verb.
func gerundBase(w string) string {
	stem := strings.TrimSuffix(w, "ing")
	if _, ok := verbsByBase[stem]; ok {
		return stem
	}
	return stem + "e"
}

// judgeShould takes "should take place" before a time to come, outside advice.
func judgeShould(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	sentence := sentenceOf(doc, hit.First)
	if !timeAt(doc, hit.End, sentence.End) || firstIn(doc, sentence, advice) >= 0 {
		return detect.Match{}, false
	}
	for i := sentence.First; i < hit.First; i++ {
		if w := norm(doc, i); speechVerbs[w] && !nounLike(doc, i) || w == "that" || questionWords[w] {
			return detect.Match{}, false
		}
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if s, ok := subjectOf(doc, hit.First); ok {
		if plural, known := s.plural(doc); known {
			m.Suggestions = []string{map[bool]string{true: "are", false: "is"}[plural] + " expected to" + doc.Text[doc.Tokens[hit.First].End:m.End]}
		}
	}
	return m, true
}

var advice = setOf(`recommend recommends recommended recommendation advise advised advice argue argues argued say says said saying suggest suggests
	suggested propose proposed call calls called demand demands demanded agree agreed believe believes think thinks must why whether i we you
	insist insists insisted if guidelines demands urge urged urges want wants ideally instead not before any`)

// judgeFuturePerfect takes "will have" in a sentence that names a past time.
func judgeFuturePerfect(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	sentence := sentenceOf(doc, hit.First)
	i := hit.End
	for i < sentence.End && isAdverb(norm(doc, i)) {
		i++
	}
	if i >= sentence.End || !isParticiple(norm(doc, i)) || norm(doc, i) == "been" || firstIn(doc, sentence, lookAhead) >= 0 || !pastTimeIn(doc, sentence) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[i].End}}
	if hit.End-hit.First == 2 && i == hit.End {
		m.Suggestions = []string{pastOf(norm(doc, i))}
	}
	return m, true
}

var lookAhead = setOf(`by before until when if expected hope hopes hoped who which anyone many most you some everyone what that once after
	since unless i we few`)

// pastTimeIn reports whether the sentence names a time that is over.
func pastTimeIn(doc *detect.Document, r article.Range) bool {
	for i := r.First; i < r.End; i++ {
		w := norm(doc, i)
		if w == "yesterday" || w == "last" && timeNouns[norm(doc, i+1)] {
			return true
		}
		if year, err := strconv.Atoi(w); err == nil && norm(doc, i-1) == "in" && year > 1500 && year <= lastPastYear {
			return true
		}
	}
	return false
}

// judgePresentSpeech takes quotations closed in the present tense in articles
// that also use "said".
func judgePresentSpeech(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var out []detect.Match
	for _, hit := range hits {
		if doc.Tokens[hit.First].Is(article.Quoted) {
			continue
		}
		mark := hit.First - 1
		if norm(doc, mark) == "he" || norm(doc, mark) == "she" {
			mark--
		}
		if q := norm(doc, mark); (q == "\"" || q == "”" || q == "»" || q == "’") && setOfClosers[norm(doc, mark-1)] {
			out = append(out, detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{"said"}})
		}
	}
	if len(out) < 3 || !slices.ContainsFunc(doc.Tokens, func(t article.Token) bool { return t.Norm == "said" }) {
		return nil
	}
	return out
}

var setOfClosers = setOf(", ! ?")

const presentSpeech = "assures|confides|laments|regrets|explains|recalls|insists|underlines|emphasises|emphasizes|specifies|exclaims|indicates|affirms|deplores|rejoices|" +
	"enthuses|summarises|summarizes|judges|estimates|stresses|declares|announces|praises|describes|complains|admits|sums"
