package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// hearsay are the heuristics of other forms in which languages mark that the
// writer only hands something on: evidential endings, reflexive passives, the
// German "sollen", provisional tolls.
var hearsay = []detect.Heuristic{
	{
		Name: "reportative-casualties-there-would-be", Family: detect.Reportative, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ca"},
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         `"There would be" for a provisional toll; English reads a hypothesis. Write "are reported".`,
		Doc: detect.Doc{
			What:   `"There would be" or "there would have been" and a number of dead, injured or missing.`,
			Why:    `French "il y aurait", Spanish "habría", Italian "ci sarebbero" give a toll that is not confirmed. In English "there would be three dead" is a hypothesis, so the facts are lost.`,
			Humans: "With a condition or a forecast (\"if the dam failed there would be 200 deaths\"); those stay silent.",
			Misses: "Tolls told with other verbs (see reportative-conditional).",
		},
		Phrases: []string{"there would be", "there would have been", "there would already be"},
		Judge:   judgeToll,
		Examples: []detect.Example{
			{Text: "⟦There would be at least three dead⟧ and a dozen wounded, according to the fire brigade.", Suggest: "At least three dead are reported"},
			{Text: "# Train crash in Valmora: ⟦there would be 12 victims⟧", Suggest: "12 victims are reported"},
			{Text: "In the village of Sarn ⟦there would have been two injured⟧, one of them a child.", Suggest: "two injured are reported"},
		},
		NearMisses: []string{
			"If the dam failed there would be 200 deaths, the study found.",
			"She feared there would be more victims.",
			"Engineers warned that there would be dozens of dead after a breach.",
			"There would be three votes on Tuesday.",
			"There would be several injured players to replace.",
		},
	},
	{
		Name: "konjunktiv-is-supposed-to-have", Family: detect.Reportative, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl", "cs"},
		Message:         `"Is supposed to have" for hearsay; English reads an obligation. Write "is alleged to have".`,
		Doc: detect.Doc{
			What:   `"Is supposed to have" or "is meant to have" and a participle, in the present tense, for a suspicion; "shall have" of a suspect.`,
			Why:    `German "soll ... haben" (and Dutch "zou") hands on what others say; English "supposed to have" speaks of what was expected, or doubts it.`,
			Humans: "Of legends and of things that were to be done (\"the report is supposed to have been published by now\"); sentences that doubt or contrast stay silent, and so does the past tense.",
			Misses: `"Should have" for the same German verb, which is too often English.`,
		},
		Phrases: []string{"is|are [also|even|already] supposed|meant to have", "shall [also|already|therefore|even] have"},
		Judge:   judgeSupposed,
		Examples: []detect.Example{
			{Text: "According to the prosecutor, the 40-year-old ⟦is supposed to have threatened⟧ his neighbour.", Suggest: "is alleged to have threatened"},
			{Text: "The two brothers ⟦are supposed to have stolen⟧ the van in Kassel, police said.", Suggest: "are alleged to have stolen"},
			{Text: "The accused ⟦is supposed to have hit⟧ the guard with a bottle.", Suggest: "is alleged to have hit"},
			{Text: "The 34-year-old ⟦shall have beaten⟧ his wife for years.", Suggest: "is alleged to have beaten"},
		},
		NearMisses: []string{
			"The report was supposed to have been published in May but never appeared.",
			"The saint is supposed to have slept here, according to legend.",
			"The new line is supposed to have opened by now.",
			"He is supposed to have a key.",
			"The tenant shall have paid the rent by noon.",
			"The accused shall have the right to be heard.",
		},
	},
	{
		Name: "hearsay-it-is-said-that", Family: detect.Reportative, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "ko", "de"},
		Message:         `"It is said that" has no source; name who says so, or write "reportedly".`,
		Doc: detect.Doc{
			What:   `"It is said that" in the writer's own voice.`,
			Why:    `Japanese "-to iwarete iru", Chinese "据说" and German "es heißt" mark hearsay as a matter of course. English news names the speaker; in WMT 2021–2023 translations from Japanese the frame stands about sixty times as often as in native news.`,
			Humans: `Of proverbs and legends, and with an adverb of habit ("it is often said that"), which is left alone.`,
			Misses: `"They say that", "is said to".`,
		},
		Phrases: []string{"it is|was [also] said that", "and|but is said that"},
		Judge:   take(not(sentenceHas("legend legends proverb folklore tradition myth superstition bible wisdom saying god")), not(precededBy("often because")), notGoverned),
		Examples: []detect.Example{
			{Text: "⟦It is said that⟧ the shop will reopen in March.", Suggest: ""},
			{Text: "The bridge was closed, and ⟦it was said that⟧ the cables were worn.", Suggest: ""},
			{Text: "⟦It is also said that⟧ the owner has debts.", Suggest: ""},
		},
		NearMisses: []string{
			"It is often said that all politics is local.",
			"Legend has it, and it is said that the king sleeps there, by tradition.",
			"The owner is said to have debts.",
			"Let it be said that the shop was clean.",
		},
	},
	{
		Name: "agentless-report-frame", Family: detect.Reportative, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "pl", "zh"},
		Message:         "A report frame with no source; name who reports it, or drop the frame.",
		Doc: detect.Doc{
			What:   `"It is reported that", "It is noted that", "It became known that", "As it became known," and the like at the beginning of a sentence.`,
			Why:    `Russian "сообщается", "отмечается", "стало известно", their Ukrainian and Czech kin and Turkish "öğrenildi" are formulas that need no source. English style guides ask for one. In WMT 2021–2023 the frames are about a hundred times as frequent in machine translation from Russian as in native news.`,
			Humans: "In minutes and court papers. A single \"it was reported that\" with a place or a time (\"it was reported on Friday that\") is ordinary and left alone.",
			Misses: "Frames inside a sentence, other than \"it became known\".",
		},
		Phrases: []string{
			"it is [also|further] reported|noted|specified|clarified|emphasized|emphasised|indicated|stated|underlined|stressed that",
			"it was [also|further] noted|specified|clarified|emphasized|emphasised|indicated|stated|underlined|stressed that",
			"it was also reported that", "it was learned|learnt that", "it is known that", "[earlier|later] it [also|later|recently|has] became|become known", "as [it] became known",
			"as it turned out ,", "as was reported [earlier|previously] ,",
		},
		Judge: take(opening),
		Examples: []detect.Example{
			{Text: "⟦It is reported that⟧ the bridge will be closed until Monday.", Suggest: ""},
			{Text: "⟦It became known⟧ on Friday that the coach will leave.", Suggest: ""},
			{Text: "⟦It is also noted that⟧ the driver was sober.", Suggest: ""},
			{Text: "⟦Earlier it became known⟧ that the pool will close.", Suggest: ""},
			{Text: "⟦It was learned that⟧ the driver had no licence.", Suggest: ""},
			{Text: "⟦As it became known⟧, the deputy had sold the flat.", Suggest: ""},
		},
		NearMisses: []string{
			"The agency reported that the bridge is closed.",
			"It is known as the Iron Gate.",
			"It was reported on Friday that the coach will leave.",
			"The rule is stated that way in the charter.",
		},
	},
	{
		Name: "source-vague-according-to-data", Family: detect.Reportative, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "pl", "zh"},
		Message:         `"According to ... data" names no source; say whose, or write "early reports suggest".`,
		Doc: detect.Doc{
			What:   `"According to preliminary data", "according to available information", "according to operational data" and the like.`,
			Why:    `Russian "по предварительным данным", Czech "podle dostupných informací" and Chinese "据...消息" are formulas; English says "initial reports suggest", "figures show" or names the source.`,
			Humans: `Official statistics are data ("according to official figures"), and those adjectives are not on the list.`,
			Misses: `"According to the data", "according to our information".`,
		},
		Phrases: phrasesOf(vagueSources), Judge: judgeVagueSource,
		Examples: []detect.Example{
			{Text: "⟦According to preliminary data,⟧ nobody was hurt.", Suggest: "Initial reports suggest that"},
			{Text: "The fire, ⟦according to available information⟧, started in a shed.", Suggest: ""},
			{Text: "⟦According to operational information,⟧ two men were detained.", Suggest: "Initial reports suggest that"},
		},
		NearMisses: []string{
			"According to data compiled by the bank, sales fell.",
			"According to the police, nobody was hurt.",
			"According to preliminary data from the ministry, output rose.",
		},
	},
	{
		Name: "recall-imperative", Family: detect.Reportative, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "fr", "he"},
		Message:         "A formula that announces background; English news just gives the background.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "Recall that", "Recall,", "Let us recall", "As a reminder,", "As previously reported,".`,
			Why:    `Russian "Напомним", Ukrainian "Нагадаємо" and French "Rappelons que" announce background as a matter of course. No native article of the labelled data does so.`,
			Humans: `In lessons and columns, and in notes of the outlet to its readers; "as previously reported" now and then stands in native agency copy.`,
			Misses: `"It is worth recalling" (see it-should-be-noted).`,
		},
		Phrases: []string{
			"recall that", "recall ,", "let us|me recall|remind|remember", "let's recall|remind", "we recall [that|,]", "we [will|should] remind",
			"as a reminder ,", "it should|must|will be recalled", "as we told you", "as [we] previously|earlier reported", "as we wrote",
			"earlier [,] it was reported", "we will remind",
		},
		Judge: take(opening, not(followedBy("elections election"))),
		Examples: []detect.Example{
			{Text: "⟦Recall that⟧ the stadium was closed in 2020 after a storm.", Suggest: ""},
			{Text: "⟦As a reminder,⟧ the tax was introduced in 2016.", Suggest: ""},
			{Text: "⟦Earlier it was reported⟧ that two ships had collided.", Suggest: ""},
		},
		NearMisses: []string{
			"Recall elections will be held in May.",
			"He does not recall that meeting.",
			"She keeps the ticket as a reminder, she said.",
		},
	},
}

var vagueSources = []swap{
	{"according to [the] preliminary|initial data|information ,", "initial reports suggest that"},
	{"according to [the] operational|updated|incoming|received|latest data|information ,", "initial reports suggest that"},
	{"according to [the] preliminary|available|operational|updated|unofficial|initial|incoming|received data|information", ""},
}

// judgeVagueSource takes the comma along only where the frame opens the
// sentence, since only there the suggestion fits.
func judgeVagueSource(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	comma := norm(doc, hit.End-1) == ","
	if comma && !opensSentence(doc, hit.First) {
		return detect.Match{}, false
	}
	return replace(vagueSources, not(followedBy("from of by compiled published released on provided held collected seen")))(doc, hit)
}

// judgeToll takes "there would be" before a number of victims.
func judgeToll(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	sentence := sentenceOf(doc, hit.First)
	if endless(sentence) || conditionIn(doc, sentence, hit.First+1) || firstIn(doc, sentence, warnings) >= 0 {
		return detect.Match{}, false
	}
	for i := sentence.First; i < hit.First; i++ {
		if w := norm(doc, i); speechVerbs[w] || thoughtVerbs[w] || w == "that" {
			return detect.Match{}, false
		}
	}
	counted := false
	for i := hit.End; i < sentence.End && i < hit.End+7; i++ {
		w := norm(doc, i)
		counted = counted || isCount(doc, i) || w == "dozens" || w == "several" || w == "many" || w == "hundreds"
		if counted && victims[w] && (i+1 == sentence.End || !lowerWord(doc.Tokens[i+1]) || closing[norm(doc, i+1)]) {
			s := article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[i].End}
			text := doc.Text[doc.Tokens[hit.End].Start:s.End] + " are reported"
			if isCount(doc, hit.End) && (norm(doc, hit.End) == "one" || norm(doc, hit.End) == "1") {
				text = doc.Text[doc.Tokens[hit.End].Start:s.End] + " is reported"
			}
			return detect.Match{Span: s, Suggestions: insteadOf(doc, s, text)}, true
		}
		if doc.Tokens[i].Kind == article.Punct {
			break
		}
	}
	return detect.Match{}, false
}

var (
	victims  = setOf("dead killed injured wounded victims victim deaths casualties missing fatalities disappeared hospitalised hospitalized")
	warnings = setOf("fear feared fears warn warned warns predict predicted predicts forecast expected estimate estimated worst year years annually")
)

// judgeSupposed takes "is supposed to have" before a participle.
func judgeSupposed(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	i := hit.End
	for i < len(doc.Tokens) && isAdverb(norm(doc, i)) {
		i++
	}
	sentence := sentenceOf(doc, hit.First)
	if endless(sentence) || i >= sentence.End || !isParticiple(norm(doc, i)) || firstIn(doc, sentence, doubts) >= 0 {
		return detect.Match{}, false
	}
	s, ok := subjectOf(doc, hit.First)
	if !ok || s.Head < 0 || questionWords[norm(doc, s.Head)] && norm(doc, s.Head) != "who" || norm(doc, s.Head) == "it" || norm(doc, s.Head) == "this" || norm(doc, s.Head) == "that" || planNouns[norm(doc, s.Head)] {
		return detect.Match{}, false
	}
	be := norm(doc, hit.First)
	if be == "shall" {
		plural, known := s.plural(doc)
		if head := norm(doc, s.Head); !known || !suspects[head] && !strings.HasSuffix(head, "-year-old") {
			return detect.Match{}, false
		}
		if be = "is"; plural {
			be = "are"
		}
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[i].End}}
	m.Suggestions = []string{be + " alleged to have " + doc.Text[doc.Tokens[hit.End].Start:m.End]}
	return m, true
}

// suspects are people of whom German says "soll ... haben".
var suspects = setOf("accused suspect suspects defendant defendants perpetrator perpetrators attacker attackers assailant man woman men youth driver")

var doubts = setOf("ghost ghosts monk monks pirate pirates smugglers treasure crypt castle century but never not however yet already long legend legends tradition myth folklore story saint i you we our if though although who's")

// notGoverned holds where no "because", "often" or "as" stands before the hit.
func notGoverned(doc *detect.Document, hit detect.Hit) bool {
	return !setOfGovernors[preceding(doc, hit, 1).Norm]
}

var setOfGovernors = setOf("as because if though although when often be what")
