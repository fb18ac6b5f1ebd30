package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// dictionaryWords are the heuristics of words that are the first equivalent in
// a dictionary and not the word that English news uses: what Tirkkonen-Condit
// ("Unique items", 2004) found of translations, that the words for which the
// source has no counterpart are used too little, shows here from the other
// side.
var dictionaryWords = []detect.Heuristic{
	{
		Name: "municipality-for-council", Family: detect.FalseFriend, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"cs", "he", "de", "ja", "uk", "es", "pt"},
		Message:         `"Municipality" for the town or its council; write "town", "council" or "city".`,
		Doc: detect.Doc{
			What:   `"The municipality", "municipalities" and "municipal council", "municipal authorities" and the like.`,
			Why:    `German "Gemeinde", Czech "obec", Hebrew "עירייה", Japanese "自治体" and Spanish "municipio" are everyday words for the place and for those who run it. English news names the town, or has "council".`,
			Humans: "Of local government abroad in general, in American bond markets, and in Canada and India, where it is the legal term; articles from there are left alone.",
			Misses: `"Municipal" before other nouns.`,
		},
		Phrases: phrasesOf(municipal), Judge: replace(municipal, not(outerCircle), not(articleHas("canada canadian ontario ont quebec que manitoba alberta saskatchewan brunswick"))),
		Examples: []detect.Example{
			{Text: "⟦The municipality⟧ will mend the road.", Suggest: "The council"},
			{Text: "The ⟦municipal council⟧ voted on Monday.", Suggest: "town council"},
			{Text: "Forty ⟦municipalities⟧ were cut off.", Suggest: "towns"},
		},
		NearMisses: []string{
			"The council will mend the road.",
			"Municipal bonds fell.",
			"The municipal pool is closed.",
			"The municipality of Elk Bend, Ont., has laid off two men.",
		},
	},
	{
		Name: "dictionary-word", Family: detect.FalseFriend, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ru", "zh", "de", "he", "ja", "cs"},
		Message:         "The dictionary's equivalent where English news has another word.",
		Doc: detect.Doc{
			What:   `"Social networks" for social media, "half a year" for six months, "acquaintances" for friends, "the person in charge", "as a rule" for usually, "put into operation" and other fixed equivalents.`,
			Why:    `Each is the word-for-word equivalent of an everyday word ("соцсети", "полгода", "знакомые", "担当者", "投入运行") that English news has another word for.`,
			Humans: "Now and then, in a technical sense.",
			Misses: "Words that are not on the list.",
		},
		Phrases: phrasesOf(dictionary), Judge: replace(dictionary, not(precededBy("for new online complex these such whose")), not(followedBy("is analysis theory of exist governor marshal change changes maker book")), latestEnds, not(plainEnglish)),
		Examples: []detect.Example{
			{Text: "The video spread on ⟦social networks⟧.", Suggest: "social media"},
			{Text: "The road opens in May ⟦at the latest⟧."},
			{Text: "The work took ⟦half a year⟧.", Suggest: "six months"},
			{Text: "The ⟦participants of the⟧ meeting left.", Suggest: "participants in the"},
			{Text: "Shops ⟦as a rule⟧ close at noon.", Suggest: "usually"},
			{Text: "A talk ⟦on the topic of⟧ safety was given.", Suggest: "about"},
		},
		NearMisses: []string{
			"The video spread on social media.",
			"It took a year and a half.",
			"Entry is free.",
			"At the latest hearing nobody spoke.",
			"The person in charge of the mall apologised.",
			"Apes have complex social networks.",
			"Friends and acquaintances remembered him.",
			"They came from all over the country.",
			"The pool will open by Easter at the latest.",
		},
	},
	{
		Name: "enterprise-for-company", Family: detect.FalseFriend, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "uk", "ru"},
		Message:         `"Enterprise" for a company, firm or plant.`,
		Doc: detect.Doc{
			What:   `"Enterprises" in the plural, and "an enterprise", "the enterprise" for one firm.`,
			Why:    `Chinese "企业" and Russian "предприятие" mean any firm or plant.`,
			Humans: "In economics, in names, of social and state enterprises, and of a bold undertaking; left alone as far as they can be told.",
			Misses: `"Business" for "branch of trade".`,
		},
		Phrases: phrasesOf(enterprises), Judge: replace(enterprises, not(capitalAt(-1)), not(precededBy("free private social state state-owned public criminal medium-sized farm farming pastoral dairy cropping agricultural")), not(followedBy("software culture zone zones customers value-added agreement bargaining"))),
		Examples: []detect.Example{
			{Text: "Forty ⟦enterprises⟧ signed up.", Suggest: "companies"},
			{Text: "⟦The enterprise⟧ employs 200 people.", Suggest: "The company"},
			{Text: "Small ⟦enterprises⟧ pay less.", Suggest: "companies"},
		},
		NearMisses: []string{
			"Forty companies signed up.",
			"The Enterprise Fund signed up.",
			"Free enterprise is his creed.",
			"Dairy enterprises did well, and small and medium-sized enterprises better.",
		},
	},
	{
		Name: "it-is-recommended-to", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "he", "ja", "zh"},
		Message:         `"It is recommended to" for "people should", "do ..." or a named adviser.`,
		Doc: detect.Doc{
			What:   `"It is recommended to", "it is forbidden to", "it is planned to", "it is better to", "it is proposed to".`,
			Why:    `Russian "рекомендуется", "планируется", "запрещено", Hebrew "מומלץ" and Japanese "ことが推奨される" have no person.`,
			Humans: "In instructions for use.",
			Misses: `"It is important to", "it is difficult to", which are ordinary.`,
		},
		Phrases: []string{"it is [highly|strongly|also|not|now|best] recommended|advised|forbidden|prohibited|advisable|planned|proposed|better|desirable|envisaged to", "it is [highly|strongly|also|not|now] recommended|proposed|envisaged that", "it was planned|proposed|decided to"},
		Judge:   take(),
		Examples: []detect.Example{
			{Text: "⟦It is recommended to⟧ wear gloves."},
			{Text: "⟦It is planned to⟧ build nine parks."},
			{Text: "In May ⟦it was decided to⟧ close the pool."},
		},
		NearMisses: []string{
			"Visitors should wear gloves.",
			"It is important to wear gloves.",
			"The plan is to build nine parks.",
		},
	},
	{
		Name: "number-spelled-above-ten", Family: detect.Locale, Category: "locale/number-format", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs"},
		Message:         "News style writes numbers above ten in figures.",
		Doc: detect.Doc{
			What:   `"Eleven" and "twelve" in words inside a sentence, with a noun.`,
			Why:    `German and Czech press style spells numbers up to twelve, and the translation keeps it; agencies and papers in English write figures from 10 or 11 up.`,
			Humans: `In features and fiction; "the twelve apostles", "twelve months" and the like, which are left alone.`,
			Misses: "Thirteen and above; numbers that open a sentence, where words are right.",
		},
		Phrases: []string{"eleven", "twelve"}, Judge: judgeSpelled,
		Examples: []detect.Example{
			{Text: "The ferry carried ⟦twelve⟧ passengers.", Suggest: "12"},
			{Text: "She won ⟦eleven⟧ medals.", Suggest: "11"},
			{Text: "Police arrested ⟦eleven⟧ men.", Suggest: "11"},
		},
		NearMisses: []string{
			"Twelve passengers drowned.",
			"The ferry carried 12 passengers.",
			"It lasted from nine to eleven.",
			"She read of the twelve apostles.",
		},
	},
	{
		Name: "approximately-for-about", Family: detect.Locale, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"ja", "he", "cs", "de"},
		Message:         `"Approximately" for "about".`,
		Doc: detect.Doc{
			What:   `"Approximately" before a number.`,
			Why:    `Japanese "約", German "etwa" and Hebrew "כ-" are as short as "about". News style has "about".`,
			Humans: "In science and in statements of the police; often enough that it is off by default (four times as frequent in all the machine translation of the data).",
			Misses: "Approximately without a number.",
		},
		Phrases: phrasesOf(approximately), Judge: replace(approximately, beforeNumber),
		Examples: []detect.Example{
			{Text: "The bridge is ⟦approximately⟧ 200 metres long.", Suggest: "about"},
			{Text: "⟦Approximately⟧ 40 people came.", Suggest: "About"},
			{Text: "It costs ⟦approximately⟧ 3 million euros.", Suggest: "about"},
		},
		NearMisses: []string{
			"The bridge is about 200 metres long.",
			"He knew approximately where it was.",
			"The answer was approximately right.",
		},
	},
	{
		Name: "superfluous-total-of", Family: detect.Periphrasis, Category: "style/awkward", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"zh", "cs", "ja", "de"},
		Message:         `"A total of" adds nothing inside a sentence; delete it.`,
		Doc: detect.Doc{
			What:   `"A total of" before a number inside a sentence.`,
			Why:    `Chinese "共", Japanese "計", Czech "celkem" and German "insgesamt" go with any figure. English news uses "a total of" to avoid a figure at the head of a sentence.`,
			Humans: "Where parts were listed before; often enough that it is off by default (four times as frequent in all the machine translation of the data).",
			Misses: `"In total".`,
		},
		Phrases: []string{"a total of #"}, Judge: judgeTotalOf,
		Examples: []detect.Example{
			{Text: "The town has ⟦a total of 40⟧ buses.", Suggest: "40"},
			{Text: "She won ⟦a total of 12⟧ medals.", Suggest: "12"},
			{Text: "They planted ⟦a total of 4,000⟧ trees.", Suggest: "4,000"},
		},
		NearMisses: []string{
			"A total of 40 buses were stopped.",
			"In May a total of 40 buses were stopped, he said, 30 of them red.",
			"The bill came to a total of which nobody spoke.",
		},
	},
	{
		Name: "zh-adverb-and-verb-of-progress", Family: detect.Idiom, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh"},
		Message:         "A formula of Chinese reports; say what is done, without the adverb.",
		Doc: detect.Doc{
			What:   `"Further promote", "vigorously develop", "continuously improve", "adhere to the principle" and the like.`,
			Why:    `Chinese reports join a verb of progress ("推进", "完善", "深化") to an adverb ("进一步", "不断", "大力") as a matter of form.`,
			Humans: "In statements of companies and ministries.",
			Misses: "Other pairs.",
		},
		Phrases: []string{
			"further|actively|continuously|comprehensively|vigorously|effectively|constantly|steadily promote|promoted|promotes|promoting|improve|improved|improves|improving|strengthen|strengthened|strengthens|strengthening|deepen|deepened|deepening|develop|developed|developing|expand|enhance|enhanced|enhancing|implement|implemented|implementing|optimize|optimized|advance|consolidate|consolidated|accelerate|integrate",
			"adhere|adheres|adhered|adhering to the principle|spirit|concept|path|policy|strategy|direction", "deepen the|reform|reforms|cooperation", "carry out in-depth",
		},
		Judge: take(not(followedBy("countries country nations world economy")), not(plainPair)),
		Examples: []detect.Example{
			{Text: "The office will ⟦further promote⟧ trade."},
			{Text: "Firms must ⟦adhere to the principle⟧ of fair trade."},
			{Text: "The county ⟦vigorously strengthened⟧ tea farming."},
		},
		NearMisses: []string{
			"The office will promote trade.",
			"Further improvements are due in May.",
			"All nations must strive to do better.",
			"Fruits could be further developed to earn money.",
			"Bread may even deepen the gloom.",
			"Builders must adhere to the plans of the architect.",
			"The lungs of a lamb are not fully developed.",
		},
	},
	{
		Name: "the-people-of-institution", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "cs", "ja"},
		Message:         `"The employees of the plant" for "plant workers"; put the place first or drop "the".`,
		Doc: detect.Doc{
			What:   `"The employees of", "the residents of", "the citizens of", "the authorities of", "representatives of the", "on the website of the".`,
			Why:    `A genitive of the source kept as "of", with an article that makes it sound as if all of them were meant.`,
			Humans: "Of all of them.",
			Misses: "Other nouns.",
		},
		Phrases: phrasesOf(peopleOf), Judge: replace(peopleOf, not(precededBy("all among"))),
		Examples: []detect.Example{
			{Text: "⟦The residents of⟧ Velm objected.", Suggest: "Residents of"},
			{Text: "He thanked ⟦the employees of⟧ the plant.", Suggest: "workers at"},
			{Text: "The list is ⟦on the website of the⟧ ministry."},
		},
		NearMisses: []string{
			"Residents of Velm objected.",
			"He thanked all the residents of the street.",
			"The people of Velm objected.",
		},
	},
}

var municipal = []swap{
	{"the municipality", "the council|the town"},
	{"municipality of", "town of"},
	{"municipalities", "towns|councils"},
	{"municipal council", "town council|city council"},
	{"municipal authorities|administration|government", "council|city"},
	{"municipal police|enterprise|institution", "city _|local _"},
}

var dictionary = []swap{
	{"in|via|through social networks", "on social media"},
	{"social networks", "social media"},
	{"slightly|lightly injured|wounded", "hurt"},
	{"half a year", "six months"},
	{"acquaintances", "friends"},
	{"(the|a) person in charge", ""},
	{"participants of the", "participants in the"},
	{"put|putting into operation", "opened|in use"},
	{"at the latest", ""},
	{"in the amount of # [euro|euros|million|thousand|yuan|rubles|hryvnias|dollars]", ""},
	{"the respective", "the|each"},
	{"all over the country|region", "across the _"},
	{"as a rule", "usually"},
	{"the criminal police", "detectives"},
	{"there are|were no victims|injured", "nobody was hurt"},
	{"a working meeting", "a meeting"},
	{"the voivodeship|voivodship", "the province"},
	{"came|come to the conclusion that", "concluded that"},
	{"on the topic of", "about|on"},
}

// plainPair holds for pairs that are ordinary English (what is "constantly
// developing", what "effectively" does something without saying so) and for
// those that are slogans of another rule.
func plainPair(doc *detect.Document, hit detect.Hit) bool {
	adverb, verb := norm(doc, hit.First), norm(doc, hit.First+1)
	return adverb == "effectively" && isGerund(verb) && preceding(doc, hit, 1).Norm == "," || adverb == "deepen" && !deepened[following(doc, hit, 1).Norm] && verb == "the" ||
		adverb == "vigorously" && !strings.HasPrefix(verb, "strength") && !strings.HasPrefix(verb, "improv") && verb != "expand" && verb != "advance" ||
		adverb == "comprehensively" && (strings.HasPrefix(verb, "strength") || strings.HasPrefix(verb, "promot") || strings.HasPrefix(verb, "deepen")) ||
		(adverb == "further" || adverb == "constantly") && strings.HasPrefix(verb, "develop")
}

var deepened = setOf("reform reforms cooperation integration development understanding partnership ties exchange exchanges strategic comprehensive supply-side friendship relationship")

// plainEnglish holds where English has the word as well: "friends and acquaintances",
// "from all over the country", "by Easter at the latest".
func plainEnglish(doc *detect.Document, hit detect.Hit) bool {
	switch norm(doc, hit.End-1) {
	case "acquaintances":
		return someAcquaintances[preceding(doc, hit, 1).Norm]
	case "country", "region":
		return preceding(doc, hit, 1).Norm == "from"
	case "latest":
		before := doc.Tokens[max(hit.First-4, sentenceOf(doc, hit.First).First):hit.First]
		return slices.ContainsFunc(before, func(t article.Token) bool { return t.Norm == "by" })
	}
	return false
}

var someAcquaintances = setOf("and mutual old")

// latestEnds holds unless "at the latest" goes on with a noun.
func latestEnds(doc *detect.Document, hit detect.Hit) bool {
	return norm(doc, hit.End-1) != "latest" || ended(doc, hit)
}

var enterprises = []swap{
	{"enterprises", "companies|firms"},
	{"the enterprise", "the company"},
	{"an enterprise", "a company"},
}

var approximately = []swap{{"approximately", "about"}}

// beforeNumber holds where a number follows.
func beforeNumber(doc *detect.Document, hit detect.Hit) bool {
	return following(doc, hit, 1).Kind == article.Number
}

var peopleOf = []swap{
	{"the residents of", "residents of|people in"},
	{"the citizens of", "people in"},
	{"the employees of", "workers at|staff at"},
	{"the authorities of", ""},
	{"on the website of the", ""},
}

// judgeSpelled accepts a number in words before a plural noun.
func judgeSpelled(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next, before := following(doc, hit, 1), preceding(doc, hit, 1)
	if opening(doc, hit) || !lowerWord(next) || !isPluralNoun(next.Norm) || !lowerWord(before) || before.Norm == "the" || before.Norm == "to" || capital(doc, hit.First) {
		return detect.Match{}, false
	}
	switch next.Norm {
	case "months", "years", "apostles", "days", "times", "disciples", "minutes", "hours", "weeks", "others", "points":
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{map[string]string{"eleven": "11", "twelve": "12"}[norm(doc, hit.First)]}}, true
}

// judgeTotalOf accepts "a total of" after the verb: before it, it may keep the
// figure from the head of the clause.
func judgeTotalOf(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	before := preceding(doc, hit, 1)
	if opening(doc, hit) || !lowerWord(before) || before.Norm == "and" || before.Norm == "that" || before.Norm == "for" || before.Norm == "to" {
		return detect.Match{}, false
	}
	first := sentenceOf(doc, hit.First).First
	if !verbIn(doc, first, hit.First) && !isPast(before.Norm) {
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{doc.Slice(doc.SpanOf(article.Range{First: hit.End - 1, End: hit.End}))}}, true
}
