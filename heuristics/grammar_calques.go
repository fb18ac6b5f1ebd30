package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// grammarCalques are heuristics of agreement, prepositions and complements that
// follow the grammar of another language.
var grammarCalques = []detect.Heuristic{
	{
		Name: "police-singular", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "es", "it", "ru", "he"},
		Message:         `"Police" is plural in English.`,
		Doc: detect.Doc{
			What:   `"The police has", "the police is", "the police searches for".`,
			Why:    `French "la police a", German "die Polizei sucht", Spanish "la policía ha" are singular; "police" takes a plural verb in British and American English (Quirk et al., A Comprehensive Grammar, 1985, 5.78).`,
			Humans: "Never of officers; forces named with a capital, bands, and the papers of India and Nigeria, where the singular is common, are left alone.",
			Misses: "Other verbs, and subjects inside a sentence.",
		},
		Phrases: []string{"the [local|federal|national|state|city|criminal|traffic|judicial|military] police has|is|was|searches|wants|asks|suspects|does|believes|confirms|says|investigates|assumes|warns|reports|seeks|looks|announces"},
		Judge:   judgePoliceSingular,
		Examples: []detect.Example{
			{Text: "⟦The police has⟧ arrested two men.", Suggest: "Police have"},
			{Text: "⟦The police searches⟧ for witnesses.", Suggest: "Police are searching"},
			{Text: "The van was found and ⟦the police is⟧ asking for help.", Suggest: "the police are"},
		},
		NearMisses: []string{
			"The police have arrested two men.",
			"The best known song of The Police is about a neighbour.",
			"The Federal Police has 40,000 staff.",
			"The head of the police has resigned.",
			"Calling the police was a mistake.",
			"The police has vowed to find the men, a spokesman in Abuja said.",
		},
	},
	{
		Name: "change-with-preposition", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru"},
		Message:         `A change is measured with "by" in English, or with no preposition.`,
		Doc: detect.Doc{
			What:   `"Rose of 3%", "has fallen in 12,000 people", "grew on 35 percent".`,
			Why:    `French "a augmenté de 3 %", Spanish "ha bajado en un 3 %", Russian "вырос на 3 %". English says "rose by 3%" or "rose 3%".`,
			Humans: `Of places and shares ("fell in 40% of towns") and after the noun ("a rise of 3%"), which are left alone.`,
			Misses: "Changes that a noun follows.",
		},
		Phrases: []string{
			"rose|risen|fell|fallen|grew|grown|increased|decreased|declined|climbed|plunged|dropped|shrunk|shrank|advanced|progressed|regressed (of|in|on|with|of a|in a|of about|of almost|of nearly|of around|of more than) # %|percent|points|pesos|euros|dollars|rubles|roubles|kopecks|cents|lei",
			"rose|risen|fell|fallen|grew|grown|increased|decreased|declined|climbed|plunged|dropped (of|in|on|with|of a|in a|of about|of almost|of nearly|of around) # per cent", "with # %|percent increased|decreased|risen|fallen|dropped|grown|declined|reduced", "(gone down|gone up|rose|risen|fell|fallen|decreased|increased|grown) in # people|persons|jobs|units|inhabitants|unemployed",
		},
		Judge: judgeChange,
		Examples: []detect.Example{
			{Text: "Prices have ⟦risen of 3%⟧ since June.", Suggest: "risen by 3%"},
			{Text: "Unemployment has ⟦fallen in 12,000 people⟧.", Suggest: "fallen by 12,000 people"},
			{Text: "The peso ⟦fell on 35 cents⟧ on Monday.", Suggest: "fell by 35 cents"},
			{Text: "The number of thefts ⟦rose with 12 percent⟧.", Suggest: "rose by 12 percent"},
			{Text: "Rents have ⟦with 3% increased⟧.", Suggest: "increased by 3%"},
		},
		NearMisses: []string{
			"A rise of 3% is expected.",
			"Rents fell in 40% of towns.",
			"The town has grown in 12 years.",
			"Prices rose by 3%.",
			"The shares fell on 35% stake talk.",
			"Wages increased in 2 percent of cases.",
		},
	},
	{
		Name: "until-for-by", Family: detect.WordOrder, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "pl", "cs", "nl"},
		Message:         `"Until" with something that is then finished; English says "by".`,
		Doc: detect.Doc{
			What:   `"Will be finished until the end of the year", "should be ready until May".`,
			Why:    `German "bis", Russian "до" and Polish "do" mean both; English "until" lasts up to the time, "by" is the latest time for something to happen.`,
			Humans: `With a negation ("will not be finished until May"), which is left alone.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{"be [fully|completely|finally] finished|completed|ready|concluded|built|delivered|repaired until|till"},
		Judge:   judgeUntil,
		Examples: []detect.Example{
			{Text: "The bridge will ⟦be finished until⟧ the end of the year.", Suggest: "be finished by"},
			{Text: "The hall should ⟦be ready until⟧ May.", Suggest: "be ready by"},
			{Text: "The houses are to ⟦be completed until⟧ 2027.", Suggest: "be completed by"},
		},
		NearMisses: []string{
			"The bridge will not be finished until May.",
			"The hall is unlikely to be ready until May.",
			"The hall will be closed until May.",
			"Nothing would be completed until the rain stopped.",
		},
	},
	{
		Name: "occupation-without-article", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it", "es", "de", "ru", "pl"},
		Message:         "A trade takes an article in English.",
		Doc: detect.Doc{
			What:   `"Worked as waiter", "is employed as nurse", "works as driver".`,
			Why:    `French "travaille comme serveur", Italian "lavora come cameriere", German "arbeitet als Fahrer", and languages without articles.`,
			Humans: `Of posts that one person holds ("served as captain", "works as director of"), which are not on the list.`,
			Misses: "Trades that are not on the list.",
		},
		Phrases: []string{"work|works|worked|working|employed|job as [simple|private|young] waiter|waitress|nurse|cook|driver|mechanic|teacher|doctor|lawyer|journalist|engineer|electrician|plumber|bricklayer|carpenter|farmer|policeman|guard|clerk|baker|gardener|cashier|builder|painter|salesman|accountant|hairdresser|translator|labourer|laborer|cleaner|receptionist|shopkeeper|butcher|fisherman|welder"},
		Judge:   judgeOccupation,
		Examples: []detect.Example{
			{Text: "He ⟦worked as waiter⟧ in the port.", Suggest: "worked as a waiter"},
			{Text: "His wife is ⟦employed as nurse⟧ in Velm.", Suggest: "employed as a nurse"},
			{Text: "The suspect ⟦works as electrician⟧.", Suggest: "works as an electrician"},
		},
		NearMisses: []string{
			"He worked as a waiter in the port.",
			"She worked as captain of the ferry.",
			"They work as waiters.",
			"He worked as driver and cook by turns.",
			"The firm worked as engineer Dolny had planned.",
		},
	},
	{
		Name: "showed-himself", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "it", "es"},
		Message:         `"Showed himself satisfied" for "was" or "said he was satisfied".`,
		Doc: detect.Doc{
			What:   `"Showed himself satisfied", "has shown herself disappointed", "showed themselves optimistic".`,
			Why:    `German "zeigte sich zufrieden", French "s'est montré satisfait", Italian "si è mostrato", Spanish "se mostró" report what somebody says of his mood.`,
			Humans: `Of abilities ("showed himself capable", "ready to lead"), which are left alone.`,
			Misses: "Adjectives that are not on the list, and those far from the verb.",
		},
		Phrases: []string{"show|shows|showed|shown|showing himself|herself|itself|themselves [very|quite|rather|extremely|deeply|clearly|severely|particularly|less|more|also|particularly] satisfied|convinced|optimistic|confident|pleased|surprised|concerned|reserved|sceptical|skeptical|happy|disappointed|shocked|relieved|outraged|impressed|grateful|worried|shaken|affected|favourable|favorable|unhappy|dissatisfied|delighted|proud|astonished|appalled|dismayed|enthusiastic|pessimistic|hopeful"},
		Judge:   judgeShowed,
		Examples: []detect.Example{
			{Text: "The coach ⟦showed himself satisfied⟧ with the draw.", Suggest: "was satisfied"},
			{Text: "The two mayors ⟦showed themselves very optimistic⟧.", Suggest: "were very optimistic"},
			{Text: "She has ⟦shown herself disappointed⟧.", Suggest: "been disappointed"},
		},
		NearMisses: []string{
			"He showed himself capable of more.",
			"She showed herself to be a fine captain.",
			"The crowd showed itself at noon.",
			"They were satisfied with the draw.",
		},
	},
	{
		Name: "cause-that-clause", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "pt", "it", "de", "fr"},
		Message:         `This verb takes no "that" clause; write "caused the road to close", "meant that".`,
		Doc: detect.Doc{
			What:   `"The crash caused that the road was closed", "the strike has provoked that", "led to that".`,
			Why:    `Spanish "provocó que", Portuguese "fez com que", German "führte dazu, dass", French "a fait que" take a clause.`,
			Humans: "Never; the noun (\"the causes that the club supports\") is left alone.",
			Misses: "Other verbs.",
		},
		Phrases: []string{"caused|provoked|causes|provokes|provoke that the|a|an|his|her|their|it|he|she|they|many|some|several|hundreds|thousands", "led|leads (to that the|to it that)"},
		Judge:   judgeCauseThat,
		Examples: []detect.Example{
			{Text: "The crash ⟦caused that⟧ the road was closed.", Suggest: "meant that"},
			{Text: "The strike has ⟦provoked that⟧ many flights are cancelled.", Suggest: "meant that"},
			{Text: "The frost ⟦led to that⟧ the locks froze.", Suggest: "meant that"},
		},
		NearMisses: []string{
			"She lists the causes that the club supports.",
			"The crash caused that, the mayor said.",
			"The frost meant that the locks froze.",
			"Who caused that? The driver did.",
		},
	},
}

// judgePoliceSingular takes "the police has" where the police are the subject.
func judgePoliceSingular(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if before := norm(doc, hit.First-1); !opensSentence(doc, hit.First) && !clauseOpeners[before] || outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	for i := hit.First + 1; i < hit.End; i++ {
		if capital(doc, i) {
			return detect.Match{}, false
		}
	}
	verb := norm(doc, hit.End-1)
	if verb == "says" && norm(doc, hit.End) != "that" && norm(doc, hit.End) != "it" {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	plural := pluralForms[verb]
	if plural == "" {
		plural = strings.TrimSuffix(verb, "s")
	}
	police := doc.Text[s.Start:doc.Tokens[hit.End-1].Start]
	if opensSentence(doc, hit.First) {
		police = capitalised(doc.Text[doc.Tokens[hit.First+1].Start:doc.Tokens[hit.End-1].Start]) // see the-police-opening
	}
	return match(s, police+plural), true
}

var (
	clauseOpeners = setOf(", that and but because while as where when which since although whether if")
	pluralForms   = map[string]string{
		"has": "have", "is": "are", "was": "were", "does": "do", "searches": "are searching", "looks": "are looking", "investigates": "are investigating",
	}
)

// judgeChange puts "by" in where nothing is shared out after the figure.
func judgeChange(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if w := norm(doc, hit.End-1); norm(doc, hit.First) == "with" { // "are with 3% increased"
		return match(doc.SpanOf(hit.Range), w+" by "+doc.Text[doc.Tokens[hit.First+1].Start:doc.Tokens[hit.End-2].End]), beForms[preceding(doc, hit, 1).Norm] || haveForms[preceding(doc, hit, 1).Norm] || months[preceding(doc, hit, 1).Norm]
	}
	if !ended(doc, hit) || norm(doc, hit.End) == "of" || norm(doc, hit.First-1) == "the" || norm(doc, hit.First-1) == "a" {
		return detect.Match{}, false
	}
	i := hit.First + 1
	if w := norm(doc, i); w == "down" || w == "up" {
		i++
	}
	preposition := i
	for i++; norm(doc, i) == "a"; i++ { // "in a 3%"
	}
	text := func(from, to int) string { return doc.Text[doc.Tokens[from].Start:doc.Tokens[to-1].End] }
	return match(doc.SpanOf(hit.Range), text(hit.First, preposition)+" by "+text(i, hit.End)), true
}

// judgeUntil takes what will be finished, unless it is denied.
func judgeUntil(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	for i := s.First; i < hit.First; i++ {
		if w := norm(doc, i); negations[w] || denials[w] || strings.HasSuffix(w, "n't") {
			return detect.Match{}, false
		}
	}
	span := doc.SpanOf(hit.Range)
	return match(span, doc.Text[span.Start:doc.Tokens[hit.End-1].Start]+"by"), true
}

var denials = setOf("unlikely only nothing nobody none neither no never without hardly cannot impossible before too")

// judgeOccupation puts the article in where the trade ends its noun phrase.
func judgeOccupation(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	if !ended(doc, hit) || next.Norm == "and" || next.Norm == "or" || next.Norm == "of" || next.Norm == "to" || next.Norm == "for" {
		return detect.Match{}, false
	}
	as := hit.First + 1
	for norm(doc, as) != "as" {
		as++
	}
	a := " a "
	if strings.ContainsRune("aeiou", rune(norm(doc, as+1)[0])) {
		a = " an "
	}
	s := doc.SpanOf(hit.Range)
	return match(s, doc.Text[s.Start:doc.Tokens[as].End]+a+doc.Text[doc.Tokens[as+1].Start:s.End]), true
}

// judgeShowed puts a form of "be" for "showed himself".
func judgeShowed(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(hit.Range)
	rest := doc.Text[doc.Tokens[hit.First+2].Start:s.End]
	many := norm(doc, hit.First+1) == "themselves"
	be := ""
	switch norm(doc, hit.First) {
	case "showed":
		be = map[bool]string{true: "were ", false: "was "}[many]
	case "shows", "show":
		be = map[bool]string{true: "are ", false: "is "}[many]
	case "shown":
		be = "been "
	default:
		return detect.Match{Span: s}, true
	}
	return match(s, be+rest), true
}

// judgeCauseThat takes the verb with a clause, not "the causes that the club
// supports".
func judgeCauseThat(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if nounLike(doc, hit.First) || hit.Phrase == 0 && !verbIn(doc, hit.End, sentenceOf(doc, hit.First).End) {
		return detect.Match{}, false
	}
	that := hit.First + 1
	for norm(doc, that) != "that" {
		that++
	}
	means := "meant that"
	if w := norm(doc, hit.First); w == "causes" || w == "provokes" || w == "leads" {
		means = "means that"
	}
	return match(article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[that].End}, means), true
}
