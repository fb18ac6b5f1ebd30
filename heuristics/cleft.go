package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// clefts are the connective heuristics of whole clauses: clefts, sentences
// that only name their source, and formulas of Romance news about what nobody
// can say, about scandals and about letters.
var clefts = []detect.Heuristic{
	{
		Name: "cleft-for-this-reason", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "uk", "he"},
		Message:         `A cleft around "for this reason"; write "for this reason" or "that is why".`,
		Doc: detect.Doc{
			What:   `"It is for this reason that", "it was thanks to this that", "it is with these words that": a cleft whose focus only points back.`,
			Why:    `French "c'est pour cette raison que", Spanish "es por esto que", Italian "è per questo che" are ordinary; Romance uses clefts where English uses stress or plain order (Lambrecht, "A framework for the analysis of cleft constructions", 2001). No native article in two million words of the labelled data has one.`,
			Humans: `In speeches and essays, and in the set phrase "it is with this in mind that", which is left alone.`,
			Misses: `Clefts around a full noun phrase (see cleft-thanks-to-or-from).`,
		},
		Phrases: phrasesOf(backwardClefts), Judge: judgeBackwardCleft,
		Examples: []detect.Example{
			{Text: "⟦It is for this reason that⟧ the board refused the offer.", Suggest: "For this reason"},
			{Text: "Rain fell for a week. ⟦It was because of this that⟧ the dam broke.", Suggest: "Because of this"},
			{Text: "⟦It is precisely with these words that⟧ the judge closed the hearing.", Suggest: "With these words"},
		},
		NearMisses: []string{
			"It is for this reason alone.",
			"That is why the board refused.",
			"It was with this in mind that the council met.",
		},
	},
	{
		Name: "cleft-thanks-to-or-from", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "zh", "he"},
		Message:         "A cleft around a date, a place or a cause; write the sentence in plain order.",
		Doc: detect.Doc{
			What:   `"It was in 1998 that the firm opened", "it is thanks to the volunteers that", "it is in this context that".`,
			Why:    `French "c'est en 1998 que", Spanish "fue en 1998 cuando", Chinese "是...的" put any adverbial into a cleft; in English a cleft contradicts or contrasts (Lambrecht 2001).`,
			Humans: `When a real contrast is meant ("it was not until May that", "it was only then that"), which is left alone.`,
			Misses: "Clefts around persons and things.",
		},
		Phrases: []string{
			"it is|was [precisely|especially|mainly|also] in # that",
			"it is|was [precisely|especially|mainly|also] in (january|february|march|april|may|june|july|august|september|october|november|december) [#] that",
			"it is|was [precisely|especially|mainly|also] on (monday|tuesday|wednesday|thursday|friday|saturday|sunday) [morning|evening|afternoon|night] that",
			"it is|was [precisely|especially|mainly|also] in this|that _ that",
			"it is|was [precisely|especially|mainly|also|partly] thanks to [_] [_] [_] _ that",
			"it is|was from (this|that|the) _ [_] that", "it is|was at (this|that) _ that",
		},
		Judge: judgeAdverbialCleft,
		Examples: []detect.Example{
			{Text: "⟦It was in 1998 that⟧ the firm opened its first shop.", Suggest: "In 1998"},
			{Text: "⟦It is thanks to the volunteers that⟧ the park is clean.", Suggest: "Thanks to the volunteers"},
			{Text: "⟦It is in this context that⟧ the two men met.", Suggest: "In this context"},
		},
		NearMisses: []string{
			"It is in everyone's interest that the talks succeed.",
			"It was not until Monday that the road opened.",
			"It was only in 1998 that women could vote.",
		},
	},
	{
		Name: "this-is-what-x-claims", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de"},
		Message:         `A sentence that only says who claims what stands before; attach it: ", X claims".`,
		Doc: detect.Doc{
			What:   `A sentence of its own for the source: "This is what the prosecutor claims", "This emerges from the audit".`,
			Why:    `French "C'est ce qu'affirme X", Spanish "Así lo asegura X" and German "Das geht aus ... hervor" point back at the news. English attaches the source to it.`,
			Humans: `"This is what he said" may introduce a quotation, so nothing counts before a colon or an open quotation; "This is what the town needs" has no verb of saying.`,
			Misses: "Sources attached to a longer sentence.",
		},
		Phrases: []string{
			"this is [at] [least] what|how [_] [_] [_] [_] _ claims|claimed|reports|reported|reveals|revealed|announced|announces|affirms|affirmed|explains|explained|writes|wrote|indicates|indicated|assures|assured|suggests|declared|declares|says|said|stated|states|maintains|recounts|denounces",
			"this|that is what emerges|emerged|appears from",
			"this|that emerges|emerged|results|resulted from a|an|the|his|her|its|their|documents|figures|data|court",
			"(so|thus|this) (says|assures|affirms|explains|affirmed|assured|explained) (it) the",
		},
		Judge: judgeThisIsWhat,
		Examples: []detect.Example{
			{Text: "⟦This is what the prosecutor claims⟧ in her report.", Suggest: ""},
			{Text: "Half the money is gone. ⟦This is what emerges from⟧ the audit.", Suggest: ""},
			{Text: "The bridge was unsafe. ⟦This is what the engineer Tom Vale reveals⟧ in his diary.", Suggest: ""},
			{Text: "Rents rose by a tenth. ⟦This emerges from a⟧ study by the tenants' union.", Suggest: ""},
		},
		NearMisses: []string{
			"This is what the town needs.",
			"That is what the report says, in plain English.",
			"This is what she wrote: the bridge is unsafe.",
			"This is what critics say is wrong with the plan.",
			"This is what the report said would happen.",
		},
	},
	{
		Name: "nothing-says-that", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `A Romance formula for what is not or seems certain.`,
		Doc: detect.Doc{
			What:   `"Nothing says that", "all indicates that", "everything leads to believe that", "everything indicates that".`,
			Why:    `French "rien ne dit que", "tout porte à croire que", Spanish "todo indica que", Italian "tutto lascia pensare che" are fixed. English says "there is no guarantee that" and "it looks as if". None in two million words of native text.`,
			Humans: `"Nothing suggests that" and "everything suggests that" are good English and left alone; "Nothing says summer like a peach" is another construction.`,
			Misses: "Formulas with other verbs.",
		},
		Phrases: phrasesOf(romanceCertainty), Judge: replace(romanceCertainty),
		Examples: []detect.Example{
			{Text: "⟦Nothing says that⟧ the club will accept.", Suggest: "There is no guarantee that"},
			{Text: "⟦All indicates that⟧ the talks failed.", Suggest: "It appears that"},
			{Text: "The door was open, and ⟦everything leads to believe that⟧ he fled.", Suggest: "it appears that"},
		},
		NearMisses: []string{
			"Nothing says summer like a peach.",
			"Nothing he says that day is true.",
			"The data suggest that the talks failed.",
		},
	},
	{
		Name: "affair-of-scandal", Family: detect.Connective, Category: "terminology", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "nl", "cs"},
		Message:         `A scandal or court case called an affair; write "scandal" or "case".`,
		Doc: detect.Doc{
			What:   `"The affair of the fake passports", "an affair was opened", "indicted in the affair" for a scandal, an inquiry or a court case.`,
			Why:    `French "affaire", Italian "affare", German "Affäre", Czech "aféra" mean a case or scandal. English "affair" alone is a love affair, and a scandal is named in another order ("the passport scandal").`,
			Humans: `"The Dreyfus affair", love affairs, foreign affairs, "state of affairs", and stories titled so by novelists ("the affair of the necklace"), which capitals give away.`,
			Misses: `"The passport affair".`,
		},
		Phrases: []string{
			"the|this|that affair|affairs of the [_] [_] [_] _",
			"affair was|is|has [been] [being] classified|filed",
			"(indicted|charged|convicted|prosecuted|acquitted|sentenced) in the|this|an affair",
		},
		Judge: judgeAffair,
		Examples: []detect.Example{
			{Text: "He was heard in ⟦the affair of the fake passports⟧.", Suggest: ""},
			{Text: "Voters have not forgotten ⟦the affair of the offshore accounts⟧, and the mayor knows it.", Suggest: ""},
			{Text: "Two aides were ⟦indicted in this affair⟧.", Suggest: "indicted in this case"},
		},
		NearMisses: []string{
			"The affair lasted a year.",
			"The affair of the heart ended in June.",
			"The affair was investigated by a judge, and two ministers were implicated in the affair.",
			"He wrote The Affair of the Blue Vase in 1931.",
			"The foreign affairs of the kingdom were in her hands.",
		},
	},
	{
		Name: "messaging-mail-for-email", Family: detect.Connective, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de"},
		Message:         `Email called mail or messaging.`,
		Doc: detect.Doc{
			What:   `An email account called "private messaging", emails called "mails" or "classified mail", an address called "electronic mail".`,
			Why:    `French "messagerie", "courriel" and "mails", Spanish "correo", German "Mails". In English "messaging" is chat, and "mail" comes by post and has no plural.`,
			Humans: "Of messaging apps and of letters; only an adjective that goes with accounts, and the plural of emails sent and received, count.",
			Misses: `"Mail" alone.`,
		},
		Phrases: phrasesOf(mails), Judge: judgeMail,
		Examples: []detect.Example{
			{Text: "She used ⟦private messaging⟧ for state business.", Suggest: "a private email account"},
			{Text: "He read several ⟦confidential mails⟧ on the train.", Suggest: "confidential emails"},
			{Text: "The ⟦mails exchanged⟧ between the two banks are missing.", Suggest: "emails exchanged"},
		},
		NearMisses: []string{
			"The private messaging app was hacked.",
			"The mail arrived late, as confidential mail often does.",
			"She mails several parcels a week.",
			"The army uses secure messaging between tanks.",
		},
	},
}

var backwardClefts = []swap{
	{"it is|was [precisely|exactly|also|mainly|therefore|partly|thus|just|specifically] for|with|by|through|from|on|under this|that|these|those|such [_] [_] [_] that", ""},
	{"it is|was [precisely|exactly|also|mainly|therefore|partly|thus|just|specifically] (because of|thanks to|due to) this|that|these|those|such [_] [_] [_] that", ""},
}

// judgeBackwardCleft suggests the sentence without the cleft: what stands
// between "it is" and "that".
func judgeBackwardCleft(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if next := following(doc, hit, 1).Norm; next == "" || norm(doc, hit.First-1) == "and" && next == "'s" {
		return detect.Match{}, false
	}
	for i := hit.First + 4; i < hit.End-1; i++ {
		if w := norm(doc, i); w == "that" || w == "mind" || auxiliary[w] || subjectPronouns[w] {
			return detect.Match{}, false // a clause inside, or "with this in mind"
		}
	}
	return uncleft(doc, hit)
}

func uncleft(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	from := hit.First + 2
	switch norm(doc, from) {
	case "precisely", "exactly", "also", "mainly", "therefore", "partly", "thus", "just", "specifically", "especially":
		from++
	}
	focus := doc.Text[doc.Tokens[from].Start:doc.Tokens[hit.End-2].End]
	m.Suggestions = insteadOf(doc, m.Span, focus)
	return m, true
}

func judgeAdverbialCleft(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if phraseHasVerb(doc, hit.First+2, hit.End-1) {
		return detect.Match{}, false
	}
	switch norm(doc, hit.End-2) {
	case "interest", "hope", "belief", "sense", "knowledge", "way", "fear", "understanding", "interests", "so", "condition", "basis":
		return detect.Match{}, false // "that" belongs to the noun
	}
	return uncleft(doc, hit)
}

// phraseHasVerb reports whether an auxiliary or a pronoun subject stands in
// the tokens [from,to): then they are no noun phrase.
func phraseHasVerb(doc *detect.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if w := norm(doc, i); auxiliary[w] || subjectPronouns[w] {
			return true
		}
	}
	return false
}

// judgeThisIsWhat wants a sentence that ends after the source: at a mark other
// than a colon, or with "in" and the place where it is said.
func judgeThisIsWhat(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if !opening(doc, hit) {
		return m, false
	}
	if hit.Phrase == 0 {
		next := following(doc, hit, 1)
		switch {
		case next.Norm == "" || next.Norm == "." || next.Norm == ";" || next.Norm == ",":
		case next.Norm == "in" || next.Norm == "on" || next.Norm == "at" || next.Norm == "to" || next.Norm == "during":
		default:
			return m, false
		}
		// A name or a noun phrase, not a pronoun with a clause of its own.
		if phraseHasVerb(doc, hit.First+3, hit.End-1) {
			return m, false
		}
	}
	return m, true
}

var romanceCertainty = []swap{
	{"nothing says|tells|proves that", "there is no guarantee that"},
	{"nothing indicates that", "there is no sign that"},
	{"nothing says (he|she|they) will", ""},
	{"all indicates that", "it appears that"},
	{"everything (indicates|seems to indicate|points to the fact) that", "it appears that"},
	{"everything|all leads [one|us|people] to believe|think [that]", "it appears that"},
	{"everything suggests to think that", "it appears that"},
}

// scandals are what affairs in the foreign sense are about.
var scandals = setOf(`accounts account emails e-mails mails wiretaps wiretapping files diamonds phones phone cards jobs expenses
	payments contracts contract gold donations assistants documents suits tapes flats apartments villa letters passports
	diplomas degrees invoices bribes commissions submarines frigates poisoning murders murder disappeared funds money
	loans votes polls masks tests vaccines notes bills visas works paintings watches watch yacht kickbacks messages
	recordings texts leaks pensions bonuses subsidies licences tickets`)

func judgeAffair(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	switch hit.Phrase {
	case 0:
		if !scandals[norm(doc, hit.End-1)] || capital(doc, hit.First+1) {
			return m, false
		}
		for i := hit.First + 4; i < hit.End-1; i++ {
			if w := norm(doc, i); determiners[w] || commonPreposition[w] || scandals[w] || auxiliary[w] {
				return m, false
			}
		}
		return m, true
	case 2:
		text := doc.Slice(m.Span)
		m.Suggestions = []string{strings.TrimSuffix(text, "affair") + "case"}
		return m, true
	}
	before := preceding(doc, hit, 1).Norm
	return m, before == "the" || before == "this"
}

var mails = []swap{
	{"private|professional|personal|official messaging", "a _ email account"},
	{"classified|confidential|compromising|internal|professional|private|several|numerous mails", "_ emails"},
	{"classified mail", "classified emails"},
	{"mails sent|received|exchanged|written", "emails _"},
	{"an encrypted messaging", "an encrypted messaging app"},
}

func judgeMail(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	first := norm(doc, hit.First)
	before := preceding(doc, hit, 1).Norm
	switch hit.Phrase {
	case 0:
		if sentenceHas("app apps service services platform platforms system systems encrypted")(doc, hit) || !beforeMark(doc, hit) && !followedBy("for rather instead when and to account because")(doc, hit) {
			return m, false
		}
		if before == "a" || before == "the" || before == "his" || before == "her" {
			m.Suggestions = []string{first + " email account"}
		} else {
			m.Suggestions = insteadOf(doc, m.Span, "a "+first+" email account")
		}
	case 1:
		m.Suggestions = insteadOf(doc, m.Span, first+" emails")
	case 2:
		m.Suggestions = insteadOf(doc, m.Span, "classified emails")
	default:
		if article.Token.Is(doc.Tokens[hit.First], article.Capital) && !opening(doc, hit) {
			return m, false // a newspaper
		}
		m.Suggestions = insteadOf(doc, m.Span, "emails "+norm(doc, hit.End-1))
	}
	return m, true
}
