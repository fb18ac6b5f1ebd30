package heuristics

import (
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// tense are the heuristics of tenses, aspects and modal verbs carried over
// from languages that use them otherwise.
var tense = []detect.Heuristic{
	{
		Name: "historic-future", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         "A future tense for something past; English tells it in the past.",
		Doc: detect.Doc{
			What:   `A sentence that opens with a past year and goes on with "will": "In 1998, he will join the cabinet".`,
			Why:    "French and Spanish tell a life in the future tense (\"il deviendra ministre en 1998\"); English uses the past, or \"would\" or \"was to\" for a future in the past.",
			Humans: "Not of past years; sentences that look ahead (forecast, by, until) stay silent.",
			Misses: "The same tense in sentences without a year, and years less than two before the article.",
		},
		Scan: func(doc *detect.Document) []detect.Match { return afterPastYear(doc, historicFuture) },
		Examples: []detect.Example{
			{Text: "In 1998, the young lawyer ⟦will join⟧ the cabinet and remain there for six years.", Suggest: "joined"},
			{Text: "In May 2004 she ⟦will become⟧ the first woman to lead the port.", Suggest: "became"},
			{Text: "In 1987, Pavel Horn ⟦will not accept⟧ the prize.", Suggest: "did not accept"},
		},
		NearMisses: []string{
			"In 2006, the club said it will move.",
			"In 2090, the plant will close.",
			"In 1998, the lawyer would join the cabinet.",
			"In 2004 as in 2008, voters will decide by 2030 what to keep.",
		},
	},
	{
		Name: "historic-present", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "zh", "de"},
		Message:         "A present tense for something past; English tells it in the past.",
		Doc: detect.Doc{
			What:   `A sentence that opens with a past year and goes on with an event in the present: "In 2003, he leaves the party".`,
			Why:    "The historic present is the ordinary tense of French, Spanish, Italian and Chinese portraits; English backgrounders use the past.",
			Humans: "In timelines, captions, and summaries of novels and films (\"In 1984, Winston keeps a diary\"): lists and articles about books and films stay silent, and only events of a life are on the list of verbs.",
			Misses: "The present tense in sentences without a year.",
		},
		Scan: func(doc *detect.Document) []detect.Match { return afterPastYear(doc, historicPresent) },
		Examples: []detect.Example{
			{Text: "In 2003, he ⟦leaves⟧ the party and founds his own movement.", Suggest: "left"},
			{Text: "In 1976, Anna Relly ⟦marries⟧ a doctor from Graz.", Suggest: "married"},
			{Text: "In April 1999 the company ⟦moves⟧ to Lodz.", Suggest: "moved"},
		},
		NearMisses: []string{
			"In 2003, he left the party.",
			"In 1984, a novel by George Orwell, Winston keeps a diary.",
			"In 2010, moves to close the school failed.",
			"In 2003, he leaves a note for the reader: the film shows him alone.",
		},
	},
	{
		Name: "present-with-since", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "es", "it", "cs", "pl"},
		Message:         `A present tense with "since"; English needs the present perfect.`,
		Doc: detect.Doc{
			What:   `"Is" or "are" with an adjective, participle or -ing form and "since" with a date: "the mine is closed since 2009".`,
			Why:    `French "est ... depuis", German "ist seit", Italian "è ... da": what began then and still holds stands in the present; English has it in the perfect.`,
			Humans: `Of records and changes ("the highest since 2009", "prices are up since May") and in "it is five years since"; those stay silent.`,
			Misses: `Full verbs ("he works here since May").`,
		},
		Phrases: []string{"is|are since", "is|are _ since", "is|are _ _ since", "is|are _ _ _ since", "is|are _ _ _ _ since"},
		Judge:   judgePresentSince,
		Examples: []detect.Example{
			{Text: "The mine ⟦is closed since⟧ 2009.", Suggest: "has been closed since"},
			{Text: "Two of the men ⟦are in prison since⟧ March.", Suggest: "have been in prison since"},
			{Text: "The chapel ⟦is under repair since⟧ Tuesday.", Suggest: "has been under repair since"},
		},
		NearMisses: []string{
			"The mine has been closed since 2009.",
			"It is the highest figure since 2009.",
			"It is five years since the mine closed.",
			"Prices are up sharply since May.",
			"The bridge is closed since the flood weakened its piers.",
		},
	},
	{
		Name: "since-plus-duration", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "it", "ru"},
		Message:         `"Since" with a length of time; English says "for".`,
		Doc: detect.Doc{
			What:   `"Since three years", "since several months", "since a long time".`,
			Why:    `French "depuis", German "seit" and Italian "da" take a length of time as well as a date; English "since" takes only the date and "for" the length.`,
			Humans: `"Since two years ago" and "since three days of rain" are English and left alone.`,
			Misses: `Lengths without a number ("since ages").`,
		},
		Phrases: phrasesOf(sinceDurations),
		Judge:   judgeSinceDuration,
		Examples: []detect.Example{
			{Text: "The family has lived here ⟦since three years⟧.", Suggest: "for three years"},
			{Text: "He has been a member ⟦since more than ten years⟧.", Suggest: "for more than ten years"},
			{Text: "The two clubs have not met ⟦since a long time⟧.", Suggest: "for a long time"},
			{Text: "⟦Since three weeks⟧ the staff are on strike.", Suggest: "For three weeks"},
		},
		NearMisses: []string{
			"The family moved three years ago and since then has lived here.",
			"It is his first win since two years ago.",
			"Since two years of drought ruined the crop, prices have doubled.",
			"It was the first time since three weeks before the vote.",
			"Since two years is the legal limit, he was freed.",
			"Since six months have passed, the claim is void.",
		},
	},
	{
		Name: "had-to-for-scheduled", Family: detect.Tense, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru"},
		Message:         `"Had to" or "must" for what was planned; write "was due to", "is to".`,
		Doc: detect.Doc{
			What:   `"Had to" or "must" with an event verb and a date: "the summit had to take place on Tuesday".`,
			Why:    `French "devait avoir lieu", Spanish "debía celebrarse", German "sollte stattfinden", Russian "должен состояться" give a schedule; "had to" gives an obligation.`,
			Humans: "Where there is an obligation: sentences that name a reason, a rule or a condition stay silent.",
			Misses: "Schedules without a date.",
		},
		Phrases: []string{"(had to|must) [also] take|begin|start|open|end", "(had to|must) [also] be held|presented|inaugurated|signed"},
		Judge:   judgeScheduled,
		Examples: []detect.Example{
			{Text: "The summit ⟦had to take place⟧ on Tuesday in Rome.", Suggest: "was due to take place"},
			{Text: "The trial ⟦must begin⟧ in March.", Suggest: "is due to begin"},
			{Text: "The two concerts ⟦had to be held⟧ on Friday.", Suggest: "were due to be held"},
		},
		NearMisses: []string{
			"Because of the rain, the match had to be held in a gym on Sunday.",
			"The bids must be in by Friday.",
			"By law the vote must be held in May.",
			"The shop had to open on Sunday to pay its debts.",
		},
	},
	{
		Name: "age-as-possession", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "fr", "it", "pt"},
		Message:         "An age that somebody has; in English somebody is that old.",
		Doc: detect.Doc{
			What:   `"A woman of 34 years", "he has 19 years" for an age.`,
			Why:    `Spanish "tiene 34 años", French "âgé de 34 ans", Italian "ha 34 anni": age is had, or follows "of". English says "a 34-year-old woman", "he is 19".`,
			Humans: `Of experience, service and sentences ("he has 19 years of experience", "a man of 34 years' service"), which are left alone, as are teachers, widows and others who may be that for so many years.`,
			Misses: `Ages in words and "with 34 years".`,
		},
		Phrases: []string{"man|woman|boy|girl|citizen|youth|youngster|mother|father|person|tourist|student|driver|pensioner|daughter|son|brother|sister|hiker|cyclist|suspect of # years", "has|had # years"},
		Judge:   judgeAgePossessed,
		Examples: []detect.Example{
			{Text: "The victim, a ⟦woman of 34 years⟧, was found on Sunday.", Suggest: "34-year-old woman"},
			{Text: "He ⟦has 19 years⟧ and plays for Porto.", Suggest: "is 19"},
			{Text: "A ⟦man of 71 years⟧ died in the fire.", Suggest: "71-year-old man"},
		},
		NearMisses: []string{
			"He has 19 years of experience.",
			"She has 10 years left to serve.",
			"A man of 34 years' service deserves better.",
			"The bank has 30 years to run.",
			"The contract had 12 years.",
			"A teacher of 25 years, he retired in June.",
			"A widow of 20 years, she ran the shop alone.",
			"The citizen of 40 years ago had no telephone.",
		},
	},
	{
		Name: "years-old-missing-unit", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "ru", "cs"},
		Message:         `An age before a noun is written "34-year-old".`,
		Doc: detect.Doc{
			What:   `"A 34 years old man", "the 34-years-old driver".`,
			Why:    "Before a noun English takes the singular and hyphens; languages without such compounds leave the plural.",
			Humans: "Careless writers make the same slip, so it weighs little.",
			Misses: `"34 year old man" without hyphens, which is common in native copy.`,
		},
		Phrases: []string{"a|an|the|another # years old"},
		Judge:   judgeYearsOld,
		Scan:    hyphenatedYears,
		Examples: []detect.Example{
			{Text: "A ⟦34 years old⟧ man was arrested.", Suggest: "34-year-old"},
			{Text: "The ⟦34-years-old⟧ driver fled.", Suggest: "34-year-old"},
			{Text: "The ⟦72 years old⟧ widow lives alone.", Suggest: "72-year-old"},
		},
		NearMisses: []string{
			"The driver, 34 years old, fled.",
			"He is 34 years old and lives in Leeds.",
			"A 34-year-old man was arrested.",
		},
	},
	{
		Name: "comes-from-announcing", Family: detect.Tense, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "ca"},
		Message:         `"Comes from announcing" for something just done; write "has just announced".`,
		Doc: detect.Doc{
			What:   `"Comes from" or "comes of" and an -ing form for something just done.`,
			Why:    `French "vient d'annoncer" and Catalan "acaba de" with the verb "come" make a recent past; English has "has just".`,
			Humans: `Of where things come from ("the money comes from selling stamps"): only persons and bodies as subject count, and only verbs of public acts.`,
			Misses: `"Comes to announce", which is English in another sense.`,
		},
		Phrases: []string{"comes|come from|of announcing|publishing|presenting|launching|signing|confirming|declaring|inaugurating|unveiling|adopting|approving|validating|deciding"},
		Judge:   judgeRecentPast,
		Examples: []detect.Example{
			{Text: "The group ⟦comes from announcing⟧ 400 layoffs.", Suggest: "has just announced"},
			{Text: "The two ministers ⟦come from signing⟧ a charter.", Suggest: "have just signed"},
			{Text: "The city of Arles ⟦comes of adopting⟧ its budget.", Suggest: "has just adopted"},
		},
		NearMisses: []string{
			"The money comes from selling stamps.",
			"He came to announce the result.",
			"Half the revenue comes from publishing books.",
			"Most of the profit comes from launching satellites.",
		},
	},
	{
		Name: "should-for-expected", Family: detect.Tense, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "de", "it", "es", "zh"},
		Message:         `"Should" for what is expected; English reads advice. Write "is expected to", "is due to".`,
		Doc: detect.Doc{
			What:   `"Should" with an event verb and a time to come: "the tram line should be inaugurated in September".`,
			Why:    `French "devrait", German "sollte" and Italian "dovrebbe" predict; English "should" with an event and a date reads as advice or duty.`,
			Humans: "Writers use it of arrivals and of what is ready, and of advice; sentences that recommend, argue or quote stay silent.",
			Misses: "Predictions without a time.",
		},
		Phrases: []string{"should [also|therefore|thus] be inaugurated|launched|operational|presented|published|delivered|adopted|commissioned", "should take place", "should enter|come into force", "should see the light"},
		Judge:   judgeShould,
		Examples: []detect.Example{
			{Text: "The new tram line ⟦should be inaugurated⟧ in September.", Suggest: "is expected to be inaugurated"},
			{Text: "The hearing ⟦should take place⟧ next week.", Suggest: "is expected to take place"},
			{Text: "The rules ⟦should come into force⟧ from January.", Suggest: "are expected to come into force"},
		},
		NearMisses: []string{
			"He argued that elections should take place in May.",
			"The report should be published, the committee recommended, in full.",
			"Elections should take place before any talks, the rebels say.",
			"Where should the ceremony take place next year?",
		},
	},
	{
		Name: "future-perfect-conjecture", Family: detect.Tense, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "de", "it"},
		Message:         `"Will have" looks back here; write the past.`,
		Doc: detect.Doc{
			What:   `"Will have" and a participle in a sentence that names a past time: "last season he will have played only four matches".`,
			Why:    `French "il aura marqué" and German "wird ... gehabt haben" sum up or guess about the past; the English future perfect looks back from the future.`,
			Humans: "Of guesses (\"you will have read last week\") in columns; second persons, \"many\" and \"by\" stay silent.",
			Misses: "The tense without a past time in the sentence.",
		},
		Phrases: []string{"will [finally|thus|therefore|not|only] have"},
		Judge:   judgeFuturePerfect,
		Examples: []detect.Example{
			{Text: "Last season the Italian ⟦will have played⟧ only four matches.", Suggest: "played"},
			{Text: "The strike ⟦will have lasted⟧ eleven days last year.", Suggest: "lasted"},
			{Text: "In 2009, the painter ⟦will have sold⟧ three canvases.", Suggest: "sold"},
		},
		NearMisses: []string{
			"By Friday the team will have played six games in 20 days.",
			"Many will have read last week that the bank is safe.",
			"When it opens, the line will have cost twice what was said last year.",
			"If he wins he will have beaten last year's champion.",
		},
	},
	{
		Name: "narrative-present-speech-sequence", Family: detect.Tense, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "fr", "it", "ru"},
		Message:         "Quotations given now in the present, now in the past; keep to one, in news \"said\".",
		Doc: detect.Doc{
			What:   `Three or more quotations closed with a present-tense verb other than "says" (confides, assures, laments) in an article that also has "said".`,
			Why:    "Continental news gives quotations in the present and varies the verb; English hard news keeps to \"said\". Features do use the present, so only the mixture and rare verbs count.",
			Humans: "In features and reviews, mostly with \"says\", which is not counted.",
			Misses: "Articles wholly in the present.",
		},
		Phrases:  []string{presentSpeech},
		JudgeAll: judgePresentSpeech,
		Examples: []detect.Example{
			{Text: "\"We are tired,\" ⟦confides⟧ the baker. The mayor said little.\n\n\"It is a shame,\" ⟦laments⟧ a client. \"We will stay,\" ⟦assures⟧ the owner.", Suggest: "said"},
			{Text: "\"No one warned us,\" ⟦regrets⟧ Ana Voss. \"It was dark,\" she said. \"We ran,\" ⟦recalls⟧ her son. \"It is over,\" ⟦exclaims⟧ a neighbour.", Suggest: "said"},
			{Text: "Police said one man was held. \"All is calm,\" ⟦affirms⟧ the prefect. \"It will last,\" ⟦judges⟧ a clerk. \"We wait,\" ⟦recalls⟧ a nurse.", Suggest: "said"},
		},
		NearMisses: []string{
			"\"We are tired,\" says the baker. \"It is a shame,\" says a client. \"We will stay,\" says the owner, who said no more.",
			"\"We are tired,\" confides the baker. The mayor said little.",
			"\"We are tired,\" said the baker. \"It is a shame,\" said a client.",
		},
	},
	{
		Name: "polite-request-in-report", Family: detect.Tense, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "ko"},
		Off:             true,
		Message:         "The reader is asked politely; news reports do not address the reader.",
		Doc: detect.Doc{
			What:   `A sentence of the writer's own that opens with "Please" and a request.`,
			Why:    "The service register of Japanese and Chinese announcements is carried into the report.",
			Humans: "Off by default: notices, corrections and service lines in native copy do the same, and the data measures the genre of announcements rather than translation.",
			Misses: `"We would like you to".`,
		},
		Phrases: []string{"please refrain|note|check|enjoy|confirm|understand|come|look|see|be|contact"},
		Judge:   take(opening),
		Examples: []detect.Example{
			{Text: "The event starts at noon. ⟦Please refrain⟧ from parking nearby.", Suggest: ""},
			{Text: "⟦Please note⟧ that the hall is closed on Monday.", Suggest: ""},
			{Text: "Doors open at six. ⟦Please come⟧ early.", Suggest: ""},
		},
		NearMisses: []string{
			"The mayor asked residents to please refrain from parking.",
			"The shop was eager to please and stayed open.",
			"Pleased with the result, the crew went home.",
		},
	},
}

// lastPastYear is the last year that counts as past; a later one may be the
// article's own.
const lastPastYear = 2019

// afterPastYear looks at each sentence that opens with "In", a month or none,
// and a past year, for the first verb after a short subject.
func afterPastYear(doc *detect.Document, judge func(doc *detect.Document, s subject, verb int) (detect.Match, bool)) []detect.Match {
	var out []detect.Match
	for _, s := range doc.Sentences {
		i := s.Tokens.First
		if norm(doc, i) != "in" || doc.Tokens[i].Is(article.Quoted) {
			continue
		}
		i++
		if months[norm(doc, i)] {
			i++
		}
		year, err := strconv.Atoi(norm(doc, i))
		if err != nil || year < 1500 || year > lastPastYear {
			continue
		}
		i++
		if norm(doc, i) == "," {
			i++
		}
		for k := i + 1; k < s.Tokens.End && k < i+6; k++ {
			if doc.Tokens[k].Kind == article.Punct {
				break
			}
			w := norm(doc, k)
			if w != "will" && !historicVerbs[w] {
				if finite(w) || isPast(w) || speechVerbs[w] {
					break
				}
				continue
			}
			sub, ok := subjectOf(doc, k)
			if !ok || sub.First < i-1 || sub.Head < i || sub.Relative {
				break
			}
			sub.First = max(sub.First, i)
			if m, ok := judge(doc, sub, k); ok {
				out = append(out, m)
			}
			break
		}
	}
	return out
}

func historicFuture(doc *detect.Document, s subject, v int) (detect.Match, bool) {
	sentence := sentenceOf(doc, v)
	if norm(doc, v) != "will" || firstIn(doc, sentence, setOfForecasts) >= 0 || !somebody(doc, s) {
		return detect.Match{}, false
	}
	i, not := v+1, false
	for ; i < sentence.End && (isAdverb(norm(doc, i)) || norm(doc, i) == "not"); i++ {
		not = not || norm(doc, i) == "not"
	}
	if i == sentence.End || doc.Tokens[i].Kind != article.Word {
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[v].Start, End: doc.Tokens[i].End}}
	base := norm(doc, i)
	if not {
		m.Suggestions = []string{"did not " + base}
	} else if past, ok := pastOfBase(base); ok && i == v+1 {
		m.Suggestions = []string{past}
	}
	return m, true
}

func historicPresent(doc *detect.Document, s subject, v int) (detect.Match, bool) {
	w := norm(doc, v)
	if !historicVerbs[w] || doc.KindAt(doc.Tokens[v].Start) == article.ListItem || determiners[norm(doc, v-1)] || norm(doc, v-1) == "'s" {
		return detect.Match{}, false
	}
	if !somebody(doc, s) {
		return detect.Match{}, false
	}
	if firstIn(doc, article.Range{First: 0, End: len(doc.Tokens)}, fictions) >= 0 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.Tokens[v].Span}
	if past, ok := pastOfBase(baseOfPresent(w)); ok {
		m.Suggestions = []string{past}
	}
	return m, true
}

// somebody reports whether the subject is a person or a body that acts like
// one.
func somebody(doc *detect.Document, s subject) bool {
	if s.Head < 0 {
		return false
	}
	head := norm(doc, s.Head)
	return head == "he" || head == "she" || head == "they" || personNoun(head) || actingNouns[head] || capital(doc, s.Head) && !doc.Tokens[s.Head].Is(article.Opens)
}

var (
	setOfForecasts = setOf("said says forecast expected by next target plan plans until year")
	historicVerbs  = setOf(`becomes joins leaves moves wins dies founds marries returns decides enters obtains creates settles receives meets
		begins starts publishes takes loses sells buys opens signs resigns flees emigrates graduates divorces retires inherits`)
	fictions = setOf("novel film movie series book character characters drama sequel play plot episode opera fiction heroine protagonist cinema starring thriller ending epilogue")
)

// baseOfPresent takes the ending off a third person: "marries" → "marry".
func baseOfPresent(w string) string {
	switch {
	case w == "dies" || w == "lies" || w == "ties":
		return w[:len(w)-1]
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "sses"):
		return w[:len(w)-2]
	}
	return strings.TrimSuffix(w, "s")
}
