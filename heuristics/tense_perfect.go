package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// perfects are heuristics of the perfect of other languages, which tells any past
// event (passé composé, Perfekt, passato prossimo), where English has the simple
// past (Comrie, Aspect, 1976, section 3).
var perfects = []detect.Heuristic{
	{
		Name: "perfect-with-past-time", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "it", "es", "ro", "nl"},
		Message:         "A present perfect with a time that is over; English has the simple past.",
		Doc: detect.Doc{
			What:   `"Has been arrested on Monday", "have opened an inquiry yesterday", "has died last night": "has" and a participle, with a time that is over behind it.`,
			Why:    `French "a été arrêté lundi", German "ist am Montag festgenommen worden", Italian "è stato arrestato ieri": their perfect tells any past event, the English one does not go with a time that is over.`,
			Humans: `In slips and in the talk of Australian police; not with "since", in conditions, of what is planned ("has called a strike on Friday") or of the time of a noun ("has defended his remarks last week"), which are left alone.`,
			Misses: "A time before the verb or far from it, and active verbs with an object that has an article of its own.",
		},
		Phrases: []string{
			"yesterday", weekdayAlternatives, "last night|week|month|year|spring|summer|autumn|winter",
			"minutes|hours|days|weeks|months|years ago",
		},
		Judge: judgePerfectPast,
		Examples: []detect.Example{
			{Text: "Two men ⟦have been arrested⟧ yesterday in the port.", Suggest: "were arrested"},
			{Text: "The accident ⟦has occurred⟧ Tuesday on the ring road.", Suggest: "occurred"},
			{Text: "She ⟦has been found⟧ by her children Wednesday evening.", Suggest: "was found"},
			{Text: "The tenor ⟦has died⟧ last night in Basel.", Suggest: "died"},
			{Text: "The wounded ⟦have been taken⟧ to the clinic on Monday evening.", Suggest: "were taken"},
			{Text: "The prosecutor ⟦has opened⟧ an inquiry two days ago.", Suggest: "opened"},
		},
		NearMisses: []string{
			"Two men have been in custody since yesterday.",
			"The bus firm has called a strike on Friday.",
			"Sales have risen from last year.",
			"The minister has defended his remarks last week about nurses.",
			"He may have been seen on Monday by a neighbour.",
			"The dollar has fallen more than it did last week.",
			"If the ship has been found on Monday, the crew may still be alive.",
			"The meeting has been moved to Monday.",
			"Rents have risen by a fifth in the last year.",
			"The shortage has been caused by hot weather last summer.",
			"The tooth has been dated to around 40 million years ago.",
			"The vote has been set for Friday.",
			"The club has beaten last year's champions.",
			"The flat is thought to have been sold last week.",
			"A bank that was robbed on Monday has hired guards.",
			"The hall has been full on Monday nights.",
		},
	},
	{
		Name: "perfect-of-saying", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "ca", "ro"},
		Message:         `A quotation closed in the present perfect; English has "said the mayor" or "the mayor said".`,
		Doc: detect.Doc{
			What:   `"...", has lamented the mayor; "...", have explained the rescuers: the verb of saying after the quotation in the perfect, with the speaker behind it.`,
			Why:    `French "a déploré le maire", Spanish "ha lamentado el alcalde", Italian "ha commentato il sindaco" close quotations so. English inverts only the simple tenses ("said the mayor").`,
			Humans: "Never; none in two million words of native news.",
			Misses: "The perfect with the speaker before it, which is English.",
		},
		Phrases: []string{"has|have [also|then|thus|later|finally] " + sayingParticiples},
		Judge:   judgePerfectSaying,
		Examples: []detect.Example{
			{Text: "\"We lost everything\", ⟦has lamented⟧ the mayor.", Suggest: "lamented"},
			{Text: "\"It is a defeat for all,\" ⟦has commented⟧ Ana Prokop.", Suggest: "commented"},
			{Text: "\"The road is open\", ⟦have explained⟧ the rescuers.", Suggest: "explained"},
		},
		NearMisses: []string{
			"\"We lost everything,\" the mayor has said.",
			"Ruiz, who calls the plan \"a trap\", has said the vote can wait.",
			"The singer of \"Home\" has announced the birth of a son.",
			"\"Home\" has told the story of two brothers for 20 years.",
		},
	},
	{
		Name: "be-for-have-perfect", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it", "de", "nl"},
		Message:         `"Is arrived" for "has arrived": the English perfect has "have".`,
		Doc: detect.Doc{
			What:   `"Is arrived in", "are arrived on Monday", "is deceased on the spot", "was passed away".`,
			Why:    `French "est arrivé", Italian "è arrivato", German "ist angekommen" make the perfect of verbs of motion and change with "be"; English gave that up in the 18th century.`,
			Humans: `In old hymns and in "is gone", "is finished", which are left alone, as is "is deceased" with nothing after it.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{
			"is|are [already|just|also] arrived in|at|on|from|to|yesterday|today|this|last|here", "was|were arrived in|at|on|from|to|yesterday",
			"is|are|was|were deceased on|at|in|following|during|after|yesterday|this|last", "is|are|was|were passed away", "is|are|was|were disappeared since|in|on|from",
		},
		Judge: judgeBePerfect,
		Examples: []detect.Example{
			{Text: "The arrest ⟦is arrived⟧ at the end of long inquiries.", Suggest: "has arrived"},
			{Text: "The driver ⟦is deceased⟧ on the spot.", Suggest: "died"},
			{Text: "Two buses ⟦are arrived⟧ from Velm.", Suggest: "have arrived"},
		},
		NearMisses: []string{
			"The driver is deceased.",
			"The bus has arrived at the depot.",
			"The money is gone from the till.",
			"Her parents are deceased and she lives alone.",
		},
	},
}

// longestPerfect is how far behind "has" the time may stand, in tokens.
const longestPerfect = 11

// judgePerfectPast looks from a time that is over back to the perfect it belongs to.
func judgePerfectPast(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if next := norm(doc, hit.End); next == "'s" || next == "'" {
		return detect.Match{}, false
	}
	first := sentenceOf(doc, hit.First).First
	start, weekday := hit.First, weekdays[norm(doc, hit.First)]
	switch {
	case weekday && !capital(doc, start):
		return detect.Match{}, false
	case weekday && (norm(doc, start-1) == "on" || norm(doc, start-1) == "this" || norm(doc, start-1) == "last"):
		start--
	case norm(doc, hit.End-1) == "ago":
		for start--; start > first && (setOfApproximators[norm(doc, start-1)] || norm(doc, start-1) == "a" && norm(doc, start) == "few"); {
			start--
		}
		if !isCount(doc, start) && norm(doc, start) != "several" && norm(doc, start) != "a" {
			return detect.Match{}, false
		}
	}
	if w := norm(doc, start-1); determiners[w] || commonPreposition[w] || norm(doc, start) == "million" || norm(doc, start) == "billion" {
		return detect.Match{}, false // "in the last year", "40 million years ago"
	}
	has := -1
	for i := start - 1; i >= first && i > start-longestPerfect; i-- {
		w := norm(doc, i)
		if w == "has" || w == "have" {
			has = i
			break
		}
		if doc.Tokens[i].Kind == article.Punct && w != "-" || timelessWords[w] || finite(w) && w != "been" {
			return detect.Match{}, false
		}
	}
	if has <= first || hypotheticalBefore(doc, first, has) {
		return detect.Match{}, false
	}
	passive, verb := false, has+1
	for ; verb < start && (isAdverb(norm(doc, verb)) || norm(doc, verb) == "been"); verb++ {
		passive = passive || norm(doc, verb) == "been"
	}
	w := norm(doc, verb)
	if verb >= start || !isParticiple(w) || foreseenParticiples[w] || weekday && !passive && !eventParticiples[w] || !endsBefore(doc, verb+1, start, w, weekday || norm(doc, hit.First) == "yesterday") {
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[has].Start, End: doc.Tokens[verb].End}}
	switch verb - has {
	case 1:
		m.Suggestions = []string{pastOf(w)}
	case 2:
		if passive {
			m.Suggestions = []string{map[string]string{"has": "was ", "have": "were "}[norm(doc, has)] + w}
		}
	}
	return m, true
}

// endsBefore reports whether nothing stands between a participle and the time but a
// place ("to the clinic"), or a new thing that the deed brought about ("an
// inquiry"): behind another noun the time may be the noun's own.
func endsBefore(doc *detect.Document, from, start int, participle string, day bool) bool {
	if from >= start {
		return true
	}
	switch w := norm(doc, from); w {
	case "in", "to", "at", "into", "near":
		return true
	case "by":
		return day // "by hot weather last summer" tells when the weather was hot
	case "a", "an":
		return openedParticiples[participle] && firstIn(doc, article.Range{First: from, End: start}, commonPreposition) < 0
	}
	return false
}

// hypotheticalBefore reports whether the "has" is no perfect of its own: "may have",
// "to have", "if the ship has".
func hypotheticalBefore(doc *detect.Document, first, has int) bool {
	for i := has - 1; i >= first; i-- {
		w := norm(doc, i)
		if i >= has-2 && (modals[w] || w == "to") || conditionalWords[w] {
			return true
		}
	}
	return false
}

var (
	conditionalWords = setOf("if once until when whenever after unless whether before every")
	// timelessWords begin another clause or tie the time to something else.
	timelessWords = setOf(`that who which whom whose where when while because since until till before after as than if and or but from for about of over
		against on during between through following despite like not only even just`)
	// foreseenParticiples are about times to come.
	foreseenParticiples = setOf("scheduled planned called set announced fixed invited booked postponed moved rescheduled pencilled due arranged summoned named picked selected ordered told asked agreed dropped urged expected confirmed promised")
	// eventParticiples happen on a day.
	eventParticiples = setOf(`occurred happened died arrived departed resigned declared begun started stolen robbed drowned perished collapsed crashed exploded erupted
		disappeared vanished escaped fled surrendered derailed sunk landed fallen opened`)
	openedParticiples = setOf("opened signed published issued launched presented approved adopted filed received suffered arrested killed injured declared lodged")
)

// sayingParticiples close quotations.
const sayingParticiples = "said|declared|stated|affirmed|assured|lamented|explained|added|commented|warned|stressed|underlined|indicated|specified|confided|recalled|" +
	"insisted|criticised|criticized|denounced|regretted|announced|concluded|reacted|estimated|judged|confirmed|deplored|asked|reminded|pointed|noted|remarked|told|written|highlighted|pleaded|testified|thanked|informed|claimed|argued|emphasised|emphasized|asserted|detailed|sentenced|manifested"

// afterQuotation is the token of the mark that closes a quotation before token i,
// with or without a comma behind it, where the quotation opens its sentence; -1 where
// there is none.
func afterQuotation(doc *detect.Document, i int) int {
	mark := i - 1
	if norm(doc, mark) == "," {
		mark--
	}
	if q := norm(doc, mark); q != "\"" && q != "”" && q != "»" && q != "“" && q != "’" && q != "'" {
		return -1
	}
	first := sentenceOf(doc, i).First
	if mark <= first || !doc.Tokens[mark-1].Is(article.Quoted) {
		return -1
	}
	for k := first; k < mark; k++ {
		if t := doc.Tokens[k]; t.Kind <= article.Number && !t.Is(article.Quoted) {
			return -1
		}
	}
	return mark
}

// speakerAt reports whether a noun phrase begins at the token: the speaker of
// "said the mayor".
func speakerAt(doc *detect.Document, i int) bool {
	w := norm(doc, i)
	return articleWords[w] || possessives[w] || w == "this" || doc.Tokens[min(i, len(doc.Tokens)-1)].Kind == article.Word && capital(doc, i)
}

// judgePerfectSaying takes a perfect between a quotation and its speaker.
func judgePerfectSaying(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if afterQuotation(doc, hit.First) < 0 || !speakerAt(doc, hit.End) || following(doc, hit, 1).Norm == "" || titled(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if hit.End-hit.First == 2 {
		m.Suggestions = []string{pastOf(norm(doc, hit.End-1))}
	}
	return m, true
}

// titled holds where what stands in quotation marks is a name, not speech: it has no
// verb and hardly any words.
func titled(doc *detect.Document, hit detect.Hit) bool {
	first := sentenceOf(doc, hit.First).First
	return hit.First-first < 7 && !verbIn(doc, first, hit.First)
}

// judgeBePerfect gives the verb its "have".
func judgeBePerfect(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	verb := hit.First + 1
	for isAdverb(norm(doc, verb)) {
		verb++
	}
	w, be := norm(doc, verb), norm(doc, hit.First)
	end := verb + 1
	if w == "passed" {
		end++
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[end-1].End}}
	switch past := be == "was" || be == "were"; {
	case w == "deceased" || w == "passed":
		m.Suggestions = []string{"died"}
	case past && verb == hit.First+1:
		m.Suggestions = []string{w}
	case verb == hit.First+1:
		m.Suggestions = []string{map[string]string{"is": "has ", "are": "have "}[be] + w}
	}
	return m, true
}
