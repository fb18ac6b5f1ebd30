package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// verbPlaces are heuristics of verbs that stand where the source has them.
var verbPlaces = []detect.Heuristic{
	{
		Name: "headline-verb-first", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"it", "es", "pt", "ro"},
		Where:           detect.InHeadline | detect.InSubheading,
		Message:         "The participle stands before the one it happened to; put the person first.",
		Doc: detect.Doc{
			What:   `"Arrested two men for theft", "Accident on the A1, dead a boy", "Naples: injured three tourists" in a headline.`,
			Why:    `Italian "Arrestati due uomini", Spanish "Detenidos dos hombres", Romanian "Prinși doi hoți" open headlines with the participle; English has "Two men arrested".`,
			Humans: "With a time behind it (\"Arrested two days later\"), which is left alone; English headlines have the subject first.",
			Misses: "Names behind the participle.",
		},
		Phrases: []string{"dead|arrested|detained|injured|wounded|killed|seized|sequestered|hospitalised|hospitalized|denounced|sentenced|condemned|kidnapped|rescued|stabbed|evacuated a|an|the|two|three|four|five|six|seven|eight|nine|ten|#|several _ [_]"},
		Judge:   judgeVerbFirst,
		Examples: []detect.Example{
			{Text: "# ⟦Arrested two men⟧ for theft\n\nThe van was stolen in May."},
			{Text: "# Accident on the A1, ⟦dead a 22-year-old⟧\n\nThe road was closed."},
			{Text: "# Velm, driver beaten: ⟦arrested the attacker⟧\n\nThe bus was empty."},
			{Text: "# Crash in Velm: ⟦injured three tourists⟧\n\nThe road was closed."},
		},
		NearMisses: []string{
			"# Two men arrested for theft\n\nThe van was stolen in May.",
			"# Arrested two days after the theft, a man goes free\n\nHe was tried in May.",
			"# Seized a year ago, ship sails again\n\nThe crew is well.",
			"# Police: Killed two in self-defence\n\nThe officer was heard.",
			"# Man who killed two women jailed\n\nHe said nothing.",
			"# Dog chases, killed a cat\n\nThe owner was fined.",
		},
	},
	{
		Name: "day-inside-verb", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl"},
		Message:         "The day stands inside the verb; put it before or after.",
		Doc: detect.Doc{
			What:   `"Was on Saturday evening arrested", "has on Monday opened a school".`,
			Why:    `German "wurde am Samstagabend festgenommen" has the time between the auxiliary and the participle at the end.`,
			Humans: "In court reports (\"was on Monday sentenced\") and in the newspapers of India, Pakistan and Nigeria; a passive counts only with the part of the day, and articles from there are left alone.",
			Misses: "Other times, and participles farther off.",
		},
		Phrases: []string{"has|have|is|are|was|were on " + weekdayAlternatives + " [morning|afternoon|evening|night] _", "has|have|is|are|was|were in the night|evening|morning|afternoon (_|to " + weekdayAlternatives + " _)", "has|have on " + weekdayAlternatives + " the|a|an|his|her|its|their"},
		Judge:   judgeDayInside,
		Examples: []detect.Example{
			{Text: "The man ⟦was on Saturday evening arrested⟧ by the police.", Suggest: "was arrested on Saturday evening"},
			{Text: "The mayor ⟦has on Monday opened⟧ a school.", Suggest: "opened on Monday"},
			{Text: "The minister ⟦has on Tuesday⟧ the law presented."},
			{Text: "Both ⟦were on Friday night freed⟧.", Suggest: "were freed on Friday night"},
		},
		NearMisses: []string{
			"The man was arrested on Saturday evening.",
			"The next match is on Saturday.",
			"The meeting was on Monday, attended by few.",
			"The wedding is on Friday and based on love.",
			"The show was on Saturday night television.",
			"A man who was on Monday sentenced to community service wept.",
			"The government has on Tuesday constituted a panel, officials in Mumbai said.",
			"He was on Sunday night arrested by police in Kano.",
		},
	},
	{
		Name: "attribute-before-noun-german", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "nl", "ja", "tr"},
		Message:         "What describes the noun stands before it; put it behind.",
		Doc: detect.Doc{
			What:   `"The in Hamburg living author", "a by police wanted man", "the on Monday published study".`,
			Why:    `German "der in Hamburg lebende Autor" packs a clause between article and noun; English puts it behind the noun (Durrell, Hammer's German Grammar, 2011, 13.5.3, on the extended attribute).`,
			Humans: `With hyphens ("an on-the-spot fine"), which are left alone.`,
			Misses: "Other participles.",
		},
		Phrases: []string{
			"the|a|an in|from|by|on|at|since|near [the] _ living|based|born|located|resident|employed|written|built|founded|published|organised|organized|planned|arrested|known|working|wanted|produced|situated|found|presented|elected|convicted|detained|opened|stolen _",
		},
		Judge: judgeAttributeFirst,
		Examples: []detect.Example{
			{Text: "⟦The in Hamburg living⟧ author won the prize."},
			{Text: "Police caught ⟦a by customs wanted⟧ smuggler."},
			{Text: "⟦The on Monday published⟧ study surprised nobody."},
		},
		NearMisses: []string{
			"The author living in Hamburg won the prize.",
			"The in crowd living here is rich.",
			"It was the by now well known song.",
			"The on-site living quarters burned.",
			"He switched the on button found here.",
		},
	},
	{
		Name: "verb-before-subject-romance", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"it", "es", "pt", "ro", "fr"},
		Message:         "The subject stands after its verb; put it first.",
		Doc: detect.Doc{
			What:   `"On the place have intervened the carabinieri", "to the event attended numerous politicians", "in the march participated 300 people".`,
			Why:    `Italian "sul posto sono intervenuti i carabinieri", Spanish "al acto asistieron numerosos políticos" put the new thing last; English does so only with verbs of being and appearing.`,
			Humans: `With "be", "come", "stand", "live", which are left alone.`,
			Misses: "Other verbs, and places of several phrases.",
		},
		Phrases: []string{
			"have|has [also] intervened|participated|attended|arrived|worked|assisted the|a|an|#|two|three|four|five|six|several|numerous|many|more|some|about",
			"attended|participated|assisted|intervened [also] numerous|several|many|more|some|about|#|hundreds|thousands|dozens",
		},
		Judge: judgeVerbBeforeSubject,
		Examples: []detect.Example{
			{Text: "On the place ⟦have intervened⟧ the firemen."},
			{Text: "To the event ⟦attended⟧ numerous politicians."},
			{Text: "In the march ⟦participated⟧ 300 people."},
		},
		NearMisses: []string{
			"Numerous politicians attended the event.",
			"To the delight of all, they attended several concerts.",
			"In the spring she attended several concerts.",
			"At the school Ruiz attended many won prizes.",
			"In the hall gathered a crowd of fans.",
			"On the march the band gathered several fans.",
			"In the final the club participated several times.",
		},
	},
}

// judgeVerbFirst takes a participle at the head of a headline, or behind a topic.
func judgeVerbFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	before := norm(doc, hit.First-1)
	switch first := opensSentence(doc, hit.First); {
	case norm(doc, hit.First+1) == "the" && before != ":":
		return detect.Match{}, false
	case first && norm(doc, hit.First) != "dead":
	case before == ":" && !spokesBodies[norm(doc, hit.First-2)] && !personNoun(norm(doc, hit.First-2)) && !capital(doc, hit.First):
	case before == "," && norm(doc, hit.First) == "dead":
	default:
		return detect.Match{}, false
	}
	end := hit.First + 3
	for i := hit.First + 1; i < min(hit.First+5, sentenceOf(doc, hit.First).End); i++ {
		if w := norm(doc, i); measureNouns[w] || timeNouns[w] || w == "hour" || w == "decade" || w == "decades" || w == "day" || w == "half" || w == "score" {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: end})}, true
}

var spokesBodies = setOf("police sheriff prosecutors prosecutor report reports officials authorities sources army fbi cops")

// judgeDayInside moves the day behind the participle.
func judgeDayInside(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if hit.Phrase == 2 { // "has on Tuesday the law presented"
		return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.End - 1})}, capital(doc, hit.First+2)
	}
	participle := hit.End - 1
	w := norm(doc, participle)
	if !isParticiple(w) || commonPreposition[w] || weekdays[w] || capital(doc, participle) || hit.Phrase == 0 && !capital(doc, hit.First+2) {
		return detect.Match{}, false
	}
	if s, ok := subjectOf(doc, hit.First); ok && s.Head >= 0 && (scheduledNouns[norm(doc, s.Head)] || planNouns[norm(doc, s.Head)]) && norm(doc, hit.First) != "has" && norm(doc, hit.First) != "have" {
		return detect.Match{}, false // "the match was on Saturday staged by" may be a day of its own
	}
	if passive := beForms[norm(doc, hit.First)]; hit.Phrase == 0 && passive && participle-hit.First == 3 || outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	day := doc.Text[doc.Tokens[hit.First+1].Start:doc.Tokens[participle-1].End]
	switch aux := norm(doc, hit.First); aux {
	case "has", "have":
		m.Suggestions = []string{pastOf(w) + " " + day}
	default:
		m.Suggestions = []string{aux + " " + w + " " + day}
	}
	return m, true
}

// judgeAttributeFirst takes an article that a preposition, a name or a thing and a
// participle stand behind, and then the noun.
func judgeAttributeFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	participle, noun := hit.End-2, following(doc, detect.Hit{Range: article.Range{First: hit.First, End: hit.End - 1}}, 1)
	inside := norm(doc, participle-1)
	if doc.Tokens[hit.First+1].End != doc.Tokens[hit.First+2].Start-1 || closing[noun.Norm] || noun.Kind != article.Word || determiners[noun.Norm] || isAdverb(noun.Norm) || isAdverb(inside) ||
		doc.Tokens[participle-1].Kind == article.Punct || noun.Norm == "here" || !capital(doc, participle-1) && participle-hit.First < 4 && !isPluralNoun(inside) && !bodiesThatAct[inside] {
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.End - 1})}, true
}

var bodiesThatAct = setOf("police customs court parliament government justice")

// judgeVerbBeforeSubject takes such a verb behind nothing but the place that its
// sentence opens with.
func judgeVerbBeforeSubject(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	opener := norm(doc, s.First)
	if opener != "to" && !placeOpeners[opener] || hit.First-s.First < 3 || hit.First-s.First > 6 || norm(doc, s.First+1) != "the" {
		return detect.Match{}, false
	}
	for i := s.First + 2; i < hit.First; i++ {
		if w := norm(doc, i); doc.Tokens[i].Kind != article.Word || determiners[w] || subjectPronouns[w] || finite(w) || capital(doc, i) || timeNouns[w] || w == "end" || w == "past" || isPluralNoun(w) && i > s.First+2 {
			return detect.Match{}, false
		}
	}
	if next := norm(doc, hit.End); measureNouns[next] || next == "times" {
		return detect.Match{}, false
	}
	verb := hit.First
	for !isParticiple(norm(doc, verb)) {
		verb++
	}
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: verb + 1})}
	return m, verb+1 < hit.End
}
