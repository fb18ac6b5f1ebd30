package heuristics

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// nominal are the word-order heuristics of nominal style: nouns chained by
// "of", light verbs, absolute participles, copied compounds and the day of a
// date without its month.
var nominal = []detect.Heuristic{
	{
		Name: "of-genitive-chain", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "fr", "es", "it", "cs", "zh"},
		Message:         `Nouns chained by "of"; use possessives, compounds or a verb.`,
		Doc: detect.Doc{
			What:   `Three or more "of" in a row with nothing but noun phrases between them.`,
			Why:    `Slavic genitives and Romance "de" stack without limit; English breaks the chain with possessives and compounds (Vinay and Darbelnet 1958 on the noun phrase).`,
			Humans: `Around quantities and names ("one of the members of the House of Lords"); links that begin with a quantity or belong to a name do not count.`,
			Misses: "Chains broken by other prepositions.",
		},
		Phrases:  []string{"of"},
		JudgeAll: judgeOfChains,
		Examples: []detect.Example{
			{Text: "The deputy head ⟦of the department of the protection of the rights of consumers⟧ resigned.", Suggest: ""},
			{Text: "He praised the work ⟦of the staff of the clinic of the town⟧.", Suggest: ""},
			{Text: "It is a question ⟦of the quality of the training of drivers⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"The governor of the Bank of England of the day resigned.",
			"One of the members of the board of trustees left.",
			"The end of the first half of the season was poor.",
		},
	},
	{
		Name: "nominal-light-verb", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh", "de", "cs", "fr"},
		Message:         "A light verb and an action noun; use the verb.",
		Doc: detect.Doc{
			What:   `"Carried out the replacement of", "performed the installation of", "conducted the evacuation of".`,
			Why:    `Russian "осуществить замену", German "eine Prüfung durchführen", Chinese "进行" prefer the noun: Chukovsky (Zhivoy kak zhizn, 1962) called the style kantselyarit; Pinkham (2000) lists the Chinese pattern.`,
			Humans: `"Carried out an inspection of" is ordinary officialese, so only the definite article counts.`,
			Misses: "Other nouns.",
		},
		Phrases: lightVerbs, Judge: judgeLightVerb,
		Examples: []detect.Example{
			{Text: "Workers ⟦carried out the replacement of⟧ pipes.", Suggest: "replaced"},
			{Text: "The army ⟦is conducting the evacuation of⟧ two villages.", Suggest: "is evacuating"},
			{Text: "The firm ⟦performs the repair of⟧ lifts.", Suggest: "repairs"},
		},
		NearMisses: []string{
			"Police carried out a raid.",
			"The replacement of pipes took a year.",
			"Inspectors conducted an inspection of the kitchen.",
		},
	},
	{
		Name: "participial-absolute-romance", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru"},
		Message:         "An absolute participle with a subject of its own; use a clause.",
		Doc: detect.Doc{
			What:   `A clause hung on with a comma, its own subject and "having": ", the coach having lied to her".`,
			Why:    `French "ayant", Spanish "habiendo" and Italian "avendo" with a subject are ordinary reasons in news. English has the construction in formal prose and fiction (Quirk et al. 1985, section 15.58), and news writes "because", "after" or a new sentence.`,
			Humans: `In literary and legal prose; with "with" before the subject it is ordinary and left alone.`,
			Misses: `"Being" and absolute participles at the head of a sentence.`,
		},
		Phrases: []string{"having"}, Judge: judgeAbsolute,
		Examples: []detect.Example{
			{Text: "She refused⟦, the coach having⟧ lied to her.", Suggest: ", as the coach had"},
			{Text: "The vote is void⟦, the deputy mayor having⟧ repeatedly called it off.", Suggest: ", as the deputy mayor had"},
			{Text: "The shop closed⟦, its owners having⟧ been fined.", Suggest: ", as its owners had"},
		},
		NearMisses: []string{
			"Having lied, the coach resigned.",
			"The man, having lied, resigned.",
			"They won, with the captain having scored twice.",
			"He spoke of the city, the river having flooded, and its people.",
		},
	},
	{
		Name: "compound-of-prefix-ex", Family: detect.WordOrder, Category: "terminology", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"de", "fr", "es", "ru", "cs"},
		Message:         `"Ex-" before an office; write "former".`,
		Doc: detect.Doc{
			What:   `"Ex-minister", "ex-president", "ex-chief".`,
			Why:    "The continental press uses the prefix freely.",
			Humans: "Headlines and British tabloids use it as much: in the labelled data it is more frequent in native text than in machine translation, so it is off by default.",
			Misses: "Other offices.",
		},
		Phrases: phrasesOf(exOffices), Judge: replace(exOffices),
		Examples: []detect.Example{
			{Text: "The ⟦ex-minister⟧ Paul Roy was heard as a witness.", Suggest: "former minister"},
			{Text: "Two ⟦ex-mayors⟧ were invited.", Suggest: "former mayors"},
			{Text: "Her lawyer is an ⟦ex-judge⟧.", Suggest: "former judge"},
		},
		NearMisses: []string{
			"His ex-wife sued.",
			"The ex-servicemen marched.",
			"The former minister was heard.",
		},
	},
	{
		Name: "compound-literal-de", Family: detect.WordOrder, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl", "he"},
		Message:         "A German compound copied part by part.",
		Doc: detect.Doc{
			What:   `"SPD-boss", "CDU-politician", "Corona-crisis", "corona rules", "Home-EM".`,
			Why:    `German joins a name and a noun with a hyphen ("CDU-Chef", "Corona-Regeln", "EM") and calls the virus by the name of its family. English writes "CDU leader" and "coronavirus".`,
			Humans: `"Covid-related" is English and left alone; Corona is also a beer and a town, so only words of the pandemic count.`,
			Misses: "Other compounds.",
		},
		Phrases: phrasesOf(germanCompounds), Judge: judgeGermanCompound,
		Examples: []detect.Example{
			{Text: "The ⟦SPD-boss⟧ wants a vote.", Suggest: "SPD leader"},
			{Text: "Sales fell in the ⟦corona crisis⟧.", Suggest: "coronavirus crisis"},
			{Text: "⟦Corona-related⟧ closures hit the town.", Suggest: "Coronavirus-related"},
		},
		NearMisses: []string{
			"The pre-war rules apply.",
			"Covid-related closures hit the town.",
			"A crate of Corona stood in the yard of the Corona police station.",
		},
	},
	{
		Name: "number-of-persons-pleonasm", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "cs"},
		Message:         `"A total of" before a small number; drop it.`,
		Doc: detect.Doc{
			What:   `"A total of" with a number up to ten.`,
			Why:    `Chinese "共", Japanese "計", German "insgesamt" and Czech "celkem" go with any number; English uses "a total of" for sums.`,
			Humans: "Of points and goals that were added up, which is left alone.",
			Misses: "Larger numbers, for which the words are ordinary.",
		},
		Phrases: []string{"a total of two|three|four|five|six|seven|eight|nine|ten _", "a total of # _"},
		Judge:   judgeTotal,
		Examples: []detect.Example{
			{Text: "⟦A total of three⟧ people were hurt.", Suggest: "Three"},
			{Text: "The police found ⟦a total of 7⟧ guns.", Suggest: "7"},
			{Text: "There were ⟦a total of ten⟧ paintings in the van.", Suggest: "ten"},
		},
		NearMisses: []string{
			"A total of 4,300 people voted.",
			"He scored a total of nine points in two games.",
			"She spent a total of two years abroad.",
			"The two men stole a total of five million crowns.",
		},
	},
	{
		Name: "year-month-day-order-cn", Family: detect.WordOrder, Category: "locale/date", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "ko"},
		Message:         "A day without its month; write the month or the weekday.",
		Doc: detect.Doc{
			What:   `"On the 25th, the bureau issued a notice": the number of a day alone, where the article has not just named the month.`,
			Why:    `Chinese "25日" and Japanese "25日" need no month; English names the month or the weekday. One of the strongest marks of machine translation from Japanese and Chinese in the labelled data (73 and 26 in 100,000 words, native 0.1).`,
			Humans: `Soon after the month was named, in letters and diaries; of floors, holes, centuries and the like.`,
			Misses: "Days whose month stands in the same sentence.",
		},
		Phrases: []string{"on|until|since|from|by the #", "(as of|morning of|afternoon of|evening of|night of|noon of) the #"},
		Judge:   judgeBareDay,
		Examples: []detect.Example{
			{Text: "⟦On the 25th⟧, the bureau issued a notice.", Suggest: ""},
			{Text: "A blast was heard on the ⟦afternoon of the 3rd⟧ in the old town.", Suggest: ""},
			{Text: "The mayor said ⟦on the 12th⟧ that the dam was safe.", Suggest: ""},
		},
		NearMisses: []string{
			"On the 25th anniversary, they met.",
			"They met on the 4th of July.",
			"The office is on the 12th and 13th floors.",
			"In May the shop closed, and on the 25th it burned.",
			"She birdied the 3rd and dropped a shot on the 9th in the rain at her third hole.",
		},
	},
}

// counting are words that make an "of" a matter of quantity, position or kind.
var counting = setOf(`one two three four five six some all most many few both each any none part parts lot lots number numbers
	pair couple kind kinds sort type types series state list end rest half third quarter majority minority member members
	dozens hundreds thousands millions tens out because instead ahead front best use full piece cup cent percent top
	middle beginning start side back bottom case amount group range set variety bit course matter first last second
	more much version edge host string spate load counts as terms capable think made consists consist composed speaking aware accused
	result means sign form length size rate level worth total copy copies day days night king queen house bank university duke lord`)

// fewWords reports whether one to four words stand from one token up to another,
// and nothing else.
func fewWords(doc *detect.Document, first, end int) bool {
	if first >= end || end-first > 4 || doc.Tokens[end].Sentence != doc.Tokens[first-1].Sentence {
		return false
	}
	return !slices.ContainsFunc(doc.Tokens[first:end], func(t article.Token) bool { return t.Kind != article.Word })
}

// judgeOfChains takes runs of three or more "of" with plain noun phrases
// between them.
func judgeOfChains(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var out []detect.Match
	from := 0 // what stands before has been judged
	for k := 0; k+1 < len(hits); k++ {
		i, limit := hits[k].First, sentenceOf(doc, hits[k].First).End
		if i < from || !fewWords(doc, i+1, hits[k+1].First) || i == sentenceOf(doc, i).First || doc.Tokens[i].Is(article.Quoted) {
			continue
		}
		links, end := 0, i
		for end < limit && doc.Tokens[end].Norm == "of" {
			noun := nounPhraseAfter(doc, end+1, limit)
			if noun == end+1 || !plainLink(doc, end) {
				break
			}
			links++
			end = noun
		}
		if links >= 3 {
			out = append(out, detect.Match{Span: doc.SpanOf(article.Range{First: i, End: end})})
		}
		if links > 0 {
			from = end
		}
	}
	return out
}

// plainLink holds for an "of" after a common noun that is no quantity.
func plainLink(doc *detect.Document, of int) bool {
	before := doc.Tokens[of-1]
	return before.Kind == article.Word && !counting[before.Norm] && !before.Is(article.Capital)
}

// nounPhraseAfter is the end of the short noun phrase at i: a determiner or
// none, and up to three words that are no function words.
func nounPhraseAfter(doc *detect.Document, i, end int) int {
	start := i
	if i < end && determiners[norm(doc, i)] {
		i++
	}
	words := 0
	for i < end && words < 3 {
		t := doc.Tokens[i]
		if t.Kind != article.Word || t.Norm == "'s" || commonPreposition[t.Norm] || coordinators[t.Norm] || auxiliary[t.Norm] ||
			relativePronouns[t.Norm] || subordinators[t.Norm] || determiners[t.Norm] || subjectPronouns[t.Norm] || objectPronouns[t.Norm] || isAdverb(t.Norm) ||
			words > 0 && isPast(t.Norm) {
			break
		}
		i++
		words++
	}
	if words == 0 {
		return start
	}
	return i
}

// lightVerbs are light verbs with the definite article and an action noun, in
// the forms that occur.
var lightVerbs = func() []string {
	of := " the " + strings.Join(slices.Sorted(maps.Keys(actions)), "|") + " of"
	return []string{
		"to (carry out|conduct|perform)" + of,
		"(carries out|conducts|performs)" + of,
		"(carried out|conducted|performed)" + of,
		"been|is|are|was|were (carrying out|conducting|performing)" + of,
	}
}()

// actions are the verbs of action nouns.
var actions = map[string]string{
	"repair": "repair", "replacement": "replace", "evaluation": "evaluate", "delivery": "deliver", "distribution": "distribute",
	"transfer": "transfer", "destruction": "destroy", "cleaning": "clean", "preparation": "prepare", "removal": "remove",
	"construction": "build", "restoration": "restore", "verification": "verify", "selection": "select", "identification": "identify",
	"collection": "collect", "installation": "install", "inspection": "inspect", "purchase": "buy", "evacuation": "evacuate",
	"assessment": "assess", "modernization": "modernise", "modernisation": "modernise", "publication": "publish", "supply": "supply",
}

// judgeLightVerb suggests the verb of the noun in the form of the light verb.
func judgeLightVerb(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	form := []int{0, 1, 2, 4}[hit.Phrase] // base, -s, past, -ing
	verb := formsOf(actions[norm(doc, hit.End-2)])[form]
	if hit.Phrase == 0 || hit.Phrase == 3 { // after "to" or a form of "be"
		verb = norm(doc, hit.First) + " " + verb
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = insteadOf(doc, m.Span, verb)
	return m, true
}

// judgeAbsolute takes clauses with a subject of their own and "having".
func judgeAbsolute(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	i := hit.First
	if doc.Tokens[i].Is(article.Quoted) {
		return detect.Match{}, false
	}
	first := sentenceOf(doc, i).First
	start := i - 1
	for start > first && doc.Tokens[start].Kind == article.Word && i-start < 6 && !articleWords[norm(doc, start)] && !possessives[norm(doc, start)] {
		start--
	}
	w := norm(doc, start)
	if start <= first || w != "the" && w != "its" && w != "his" && w != "her" && w != "their" || start == i-1 || norm(doc, start-1) != "," || commonPreposition[norm(doc, i-1)] {
		return detect.Match{}, false
	}
	if phraseHasVerb(doc, start+1, i) || !haveParticiple(doc, i+1) || !verbIn(doc, first, start-1) || listOfNouns(doc, i) {
		return detect.Match{}, false
	}
	subject := doc.Text[doc.Tokens[start].Start:doc.Tokens[i-1].End]
	return match(doc.SpanOf(article.Range{First: start - 1, End: i + 1}), ", as "+subject+" had"), true
}

// haveParticiple holds where a past participle follows, adverbs apart.
func haveParticiple(doc *detect.Document, i int) bool {
	for isAdverb(norm(doc, i)) {
		i++
	}
	return isParticiple(norm(doc, i))
}

// listOfNouns holds where a comma and "and" follow in the sentence: the comma
// before belongs to an aside.
func listOfNouns(doc *detect.Document, i int) bool {
	for end := sentenceOf(doc, i).End; i < end; i++ {
		if norm(doc, i) == "," {
			return true
		}
	}
	return false
}

var exOffices = func() []swap {
	var out []swap
	for office := range strings.FieldsSeq("minister president chancellor governor deputy mayor premier director ambassador king prosecutor judge policeman politician chief boss manager official soldier spy officer member prisoner chairman leader") {
		out = append(out, swap{"ex-" + office, "former " + office}, swap{"ex-" + office + "s", "former " + office + "s"})
	}
	return out
}()

// germanCompounds are hyphenated names of parties and firms with their offices,
// and words of the pandemic with "corona".
var germanCompounds = func() []swap {
	var out []swap
	for party := range strings.FieldsSeq("spd cdu csu afd fdp vw fpö övp spö övp-fpö daimler bmw bayern dfb") {
		name := strings.ToUpper(party)
		for _, office := range [][2]string{{"boss", "leader"}, {"chief", "leader"}, {"chef", "leader"}, {"politician", "politician"}, {"fraction", "parliamentary group"}, {"faction", "parliamentary group"}, {"leader", "leader"}} {
			out = append(out, swap{party + "-" + office[0], name + " " + office[1]})
		}
	}
	for noun := range strings.FieldsSeq("crisis pandemic rules measures restrictions lockdown aid policy situation patients infections infection vaccination protests demonstrations outbreak deniers regulations ban virus") {
		out = append(out, swap{"corona " + noun, "coronavirus " + noun}, swap{"corona-" + noun, "coronavirus " + noun})
	}
	return append(out, swap{"corona-related", "coronavirus-related"}, swap{"home-em|home-wm|handball-em|handball-wm|football-em|football-wm", ""})
}()

func judgeGermanCompound(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m, ok := replace(germanCompounds)(doc, hit)
	for i := range m.Suggestions {
		m.Suggestions[i] = strings.ReplaceAll(m.Suggestions[i], "coronavirus virus", "coronavirus")
		// Names of firms and clubs are no acronyms.
		for _, name := range []string{"Daimler", "Bayern"} {
			m.Suggestions[i] = strings.ReplaceAll(m.Suggestions[i], strings.ToUpper(name), name)
		}
	}
	return m, ok
}

// judgeTotal wants a small number and things that are counted, not measured or
// added up.
func judgeTotal(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number := doc.Tokens[hit.End-2]
	if number.Kind == article.Number {
		if n, err := strconv.Atoi(number.Norm); err != nil || n < 2 || n > 10 {
			return detect.Match{}, false
		}
	}
	switch norm(doc, hit.End-1) {
	case "million", "billion", "thousand", "hundred", "years", "year", "months", "weeks", "hours", "minutes", "days", "seconds", "per", "percent",
		"overs", "goals", "points", "games", "matches", "runs", "wickets", "tries", "titles", "medals", "times", "miles", "metres", "meters", "kilometres",
		"kilometers", "kilos", "tonnes", "tons", "acres", "hectares", "pounds", "dollars", "euros", "laps", "strokes", "shots", "and", "or", "to":
		return detect.Match{}, false
	}
	if preceding(doc, hit, 1).Norm == "of" { // "two of a total of ten"
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.End - 1})}
	m.Suggestions = insteadOf(doc, m.Span, doc.Slice(number.Span))
	return m, true
}

// afterBareDay are the words after a day of the month; a noun would make the
// ordinal count something else.
var afterBareDay = setOf("local beijing and that in at to by from with as the a , . ; ( said when after he she they it for")

// judgeBareDay wants an ordinal up to 31 with no month near it: neither in the
// sentence nor in the one before.
func judgeBareDay(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	day := norm(doc, hit.End-1)
	if len(day) < 3 || !strings.HasSuffix(day, "th") && !strings.HasSuffix(day, "st") && !strings.HasSuffix(day, "nd") && !strings.HasSuffix(day, "rd") {
		return m, false
	}
	if n, err := strconv.Atoi(day[:len(day)-2]); err != nil || n < 1 || n > 31 {
		return m, false
	}
	next := following(doc, hit, 1)
	if next.Norm != "" && !afterBareDay[next.Norm] || next.Norm == "and" && following(doc, hit, 2).Kind == article.Number {
		return m, false
	}
	s := doc.Tokens[hit.First].Sentence
	for n := max(0, s-1); n <= s; n++ {
		r := doc.Sentences[n].Tokens
		for i := r.First; i < r.End; i++ {
			if t := doc.Tokens[i]; months[t.Norm] && t.Is(article.Capital) || notDays[t.Norm] {
				return m, false
			}
		}
	}
	return m, true
}

// notDays are the other things that ordinals count.
var notDays = setOf("hole holes birdie birdied bogey bogeyed par floor floors century centuries tee green lap laps eagle fairway inning quarter minute round")
