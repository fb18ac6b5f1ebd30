package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// naming are the heuristics of names, titles, acronyms and institutions.
var naming = slices.Concat(institutions, persons)

// institutions are the heuristics of acronyms and the names of organisations.
var institutions = []detect.Heuristic{
	{
		Name: "source-acronym-left", Family: detect.Naming, Category: "terminology", Severity: detect.Critical,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "ru"},
		Message:         "an acronym of the source language; English has its own",
		Doc: detect.Doc{
			What:   "An acronym for which English has another: ONU, OTAN, FMI, PIB, EE.UU.",
			Why:    "The system had no entry for the acronym and copied it. No native article of the labelled data has one.",
			Humans: "Where the acronym itself is the subject, and in names of foreign bodies and firms that share the letters; acronyms with a common English meaning (TVA, IWF, UNO) are not on the list.",
			Misses: "Acronyms that English uses for something else.",
		},
		Where:   detect.Everywhere,
		Phrases: phrasesOf(acronyms),
		Judge:   leftAcronym,
		Examples: []detect.Example{
			{Text: "Growth of the ⟦PIB⟧ slowed again in spring.", Suggest: "GDP"},
			{Text: "The loan from the ⟦FMI⟧ comes with conditions.", Suggest: "IMF"},
			{Text: "⟦EE.UU.⟧ denied the report on Friday.", Suggest: "The United States"},
			{Text: "Ships of the ⟦OTAN⟧ left the port.", Suggest: "NATO"},
		},
		NearMisses: []string{
			"UNO is a card game for two or more.",
			"The CPI rose 2 per cent, the GDP fell.",
			"The TVA runs the dams on the river.",
			"He is known by his French acronym, OMS.",
			"Pib and Onu are the names of her cats.",
		},
	},
	{
		Name: "russian-acronym-mfa", Family: detect.Naming, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk"},
		Message:         "an institution in the source's wording",
		Doc: detect.Doc{
			What:   "\"MFA\", \"the RF\", \"of the Russian Federation\", \"Ministry of Emergency Situations\" in the narrator's voice.",
			Why:    "Russian and Ukrainian copy abbreviates institutions (МИД, РФ, МЧС) and gives the state its full name; English news says Foreign Ministry and Russia.",
			Humans: "In treaties and titles of law, and where the MFA is a degree or a museum.",
			Misses: "Institutions outside the list.",
		},
		Phrases: phrasesOf(russianInstitutions),
		Judge:   russianInstitution,
		Examples: []detect.Example{
			{Text: "⟦The MFA⟧ protested against the visit.", Suggest: "The Foreign Ministry"},
			{Text: "Units of the army ⟦of the Russian Federation⟧ left the valley.", Suggest: "of Russia"},
			{Text: "Rescuers of the ⟦Ministry of Emergency Situations⟧ found the boat.", Suggest: "Emergencies Ministry"},
		},
		NearMisses: []string{
			"Her MFA is from Iowa; the MFA took her two years.",
			"The Russian Federation was founded in 1991.",
			"The Foreign Ministry protested.",
			"The constitution of the Russian Federation was amended.",
		},
	},
	{
		Name: "literal-outlet-or-party-name", Family: detect.Naming, Category: "terminology", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de"},
		Message:         "a proper name was translated word for word",
		Doc: detect.Doc{
			What:   "A newspaper or party whose name was translated: \"the daily The Country\" (El País), \"Rebellious France\" (La France insoumise).",
			Why:    "The words of the name stand in the system's dictionary. English keeps the names of foreign newspapers.",
			Humans: "As a gloss behind the original name; \"France Unbowed\" is used by several English outlets and is not on the list.",
			Misses: "Names that are translated by convention.",
		},
		Phrases: phrasesOf(literalNames),
		Judge:   literalName,
		Examples: []detect.Example{
			{Text: "He told the ⟦daily The Country⟧ on Sunday that the pier was safe.", Suggest: "daily El País"},
			{Text: "⟦Rebellious France⟧ abstained from the vote.", Suggest: "La France insoumise"},
			{Text: "The ⟦newspaper The World⟧ reported the story first.", Suggest: "newspaper Le Monde"},
		},
		NearMisses: []string{
			"She reads The Times on the ferry.",
			"The newspaper the world knows best is for sale.",
			"La France insoumise (Rebellious France) abstained.",
			"It is the only daily the country has.",
		},
	},
	{
		Name: "new-crown-covid", Family: detect.Naming, Category: "terminology", Severity: detect.Major,
		SourceLanguages: []string{"zh"},
		Message:         "Covid-19 in the source's words",
		Doc: detect.Doc{
			What:   "\"New crown\" or \"new coronary pneumonia\" for Covid-19.",
			Why:    "Chinese 新冠 is short for \"new coronavirus\"; word for word it is a new crown. Only machine translation from Chinese, and some from Russian, has it.",
			Humans: "Where teeth, coins and monarchs have new crowns.",
			Misses: "\"The epidemic\" for the pandemic.",
		},
		Where:   detect.Everywhere,
		Phrases: phrasesOf(newCrown),
		Judge:   replace(newCrown, not(sentenceHas("dentist dental dentists king queen tooth teeth jewel jewels throne coronation royal"))),
		Examples: []detect.Example{
			{Text: "Six ⟦new crown cases⟧ were found in the port.", Suggest: "Covid-19 cases"},
			{Text: "She fell ill with ⟦new coronary pneumonia⟧ in March.", Suggest: "Covid-19"},
			{Text: "The town gave out ⟦new crown vaccines⟧ in May.", Suggest: "Covid-19 vaccines"},
		},
		NearMisses: []string{
			"The dentist fitted a new crown on Friday.",
			"The new crown of the queen is lighter.",
			"Six new coronavirus cases were found.",
			"The firm was built around a new Crown brand.",
		},
	},
	{
		Name: "title-case-leak", Family: detect.Naming, Category: "fluency/spelling", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "he", "zh"},
		Message:         "a common noun with the source's capital",
		Doc: detect.Doc{
			What:   "A unit, a currency or \"coronavirus\" with a capital in the middle of a sentence: \"30 Euros\".",
			Why:    "German writes every noun with a capital, and systems take some words for names. No native article of the labelled data has one of those on the list.",
			Humans: "In headlines in title case and in legal texts (\"the Company\").",
			Misses: "Other nouns, which may be names.",
		},
		Where: detect.Prose | detect.InQuotation,
		Phrases: []string{
			"# [million|billion|thousand] euro|euros|dollars|crowns|shekels|yuan|yen|rubles|roubles|percent|kilometers|kilometres|kilos|meters|metres|kilograms",
			"the coronavirus",
		},
		Judge: leakedCapital,
		Examples: []detect.Example{
			{Text: "He paid ⟦30 Euros⟧ for the test.", Suggest: "30 euros"},
			{Text: "After ⟦the Coronavirus⟧ came to the valley the school closed.", Suggest: "the coronavirus"},
			{Text: "The wall is ⟦12 Meters⟧ long.", Suggest: "12 meters"},
		},
		NearMisses: []string{
			"He paid 30 euros for the test.",
			"She flew in from the Euro 2016 final.",
			"The Coronavirus Act was passed in March.",
			"Both teams were at at the 2016 Euros.",
		},
	},
}

// acronyms and what English has in their place.
var acronyms = []swap{
	{"onu", "UN"},
	{"otan", "NATO"},
	{"oms", "WHO"},
	{"eeuu", "United States"},
	{"ee.uu.", "United States"},
	{"ee.uu", "United States"},
	{"ee . uu .", "United States"},
	{"pib", "GDP"},
	{"fmi", "IMF"},
	{"ocde", "OECD"},
	{"sida", "AIDS"},
	{"vih", "HIV"},
	{"adn", "DNA"},
	{"urss", "USSR"},
	{"opep", "OPEC"},
	{"omc", "WTO"},
	{"ezb", "ECB"},
	{"mwst", "VAT"},
	{"gibdd", "traffic police"},
	{"the bce|ue|rfa|hcr|afp|efe", ""},
}

// australian shows that AFP is the Australian Federal Police.
var australian = setOf("australia australian australians canberra sydney melbourne brisbane perth adelaide nsw queensland federal")

func leftAcronym(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	word := first
	if first.Norm == "the" {
		word = last
	}
	if !word.Is(article.AllCaps) && !strings.HasPrefix(doc.Slice(word.Span), "EE.UU") && doc.Slice(word.Span) != "MwSt" && word.Norm != "ee" {
		return detect.Match{}, false
	}
	prev, next := preceding(doc, hit, 1), following(doc, hit, 1)
	if otherAcronym(doc, hit) || prev.Is(article.AllCaps) || next.Is(article.AllCaps) || next.Norm == "-" || prev.Norm == "-" || prev.Norm == "(" && capitalWord(preceding(doc, hit, 2)) && !strings.Contains("onu otan fmi oms ocde opep", word.Norm) {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	instead := acronyms[hit.Phrase].instead
	switch {
	case first.Norm == "the" && last.Norm != "afp" && last.Norm != "efe":
		instead = "the " + map[string]string{"bce": "ECB", "ue": "EU", "rfa": "Federal Republic of Germany", "hcr": "UNHCR"}[last.Norm]
	case instead == "United States" && opensSentence(doc, hit.First):
		instead = "The United States"
	case instead == "United States" && prev.Norm != "the":
		instead = "the United States"
	case last.Norm == "afp" && firstIn(doc, article.Range{End: min(len(doc.Tokens), 1000)}, australian) >= 0:
		return detect.Match{}, false // the federal police
	case first.Norm == "the" && (last.Norm == "afp" || last.Norm == "efe"):
		return detect.Match{Span: s, Suggestions: []string{strings.ToUpper(last.Norm)}, Severity: detect.Minor, Message: "An agency with the article of the source language."}, true
	case (instead == "NATO" || instead == "OPEC") && prev.Norm == "the":
		// English has no article there, but the span is the acronym alone.
	}
	return match(s, instead), true
}

var russianInstitutions = []swap{
	{"the mfa", "the Foreign Ministry"},
	{"russian mfa", "Russian Foreign Ministry"},
	{"ukrainian mfa", "Ukrainian Foreign Ministry"},
	{"polish mfa", "Polish Foreign Ministry"},
	{"of the russian federation", "of Russia"},
	{"the rf", "Russia"},
	{"of rf", "of Russia"},
	{"ministry of emergency situations", "Emergencies Ministry"},
	{"subjects of the russian federation", "Russian regions"},
	{"subject of the russian federation", "Russian region"},
	{"subjects of the federation", "regions"},
	{"subject of the federation", "region"},
}

func russianInstitution(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	last := doc.Tokens[hit.End-1]
	switch last.Norm {
	case "mfa", "rf":
		if !last.Is(article.AllCaps) || otherMFA(doc, hit) || following(doc, hit, 1).Is(article.Capital) {
			return detect.Match{}, false
		}
		if last.Norm == "mfa" && doc.Tokens[hit.First].Norm == "the" && !diplomacy(doc, hit) {
			return detect.Match{}, false
		}
	case "federation":
		if !last.Is(article.Capital) || legalName(doc, hit) {
			return detect.Match{}, false
		}
	}
	return replace(russianInstitutions)(doc, hit)
}

// literalNames are names translated word for word; "kind" stands for the
// words that announce a newspaper.
var literalNames = func() []swap {
	papers := []swap{
		{"the world", "Le Monde"},
		{"the country", "El País"},
		{"the vanguard", "La Vanguardia"},
		{"the parisian", "Le Parisien"},
		{"the figaro", "Le Figaro"},
		{"the echoes", "Les Echos"},
		{"the cross", "La Croix"},
		{"the point", "Le Point"},
		{"the team", "L’Équipe"},
		{"the reason", "La Razón"},
		{"the confidential", "El Confidencial"},
		{"the stampa", "La Stampa"},
		{"the republic", "La Repubblica"},
		{"the mirror of", ""},
		{"the evening courier", "Corriere della Sera"},
		{"the nouvel observateur", "Le Nouvel Observateur"},
		{"the express of paris", "L’Express"},
		{"release", "Libération"},
	}
	out := []swap{
		{"rebellious france", "La France insoumise"},
		{"insubordinate france", "La France insoumise"},
		{"unsubmissive france", "La France insoumise"},
		{"national gathering", "National Rally"},
		{"republic on the move", "La République en marche"},
		{"europe ecology the greens", "Europe Ecologie-Les Verts"},
	}
	for _, kind := range []string{"newspaper", "daily", "weekly", "magazine", "site", "website"} {
		for _, p := range papers {
			instead := ""
			if p.instead != "" {
				instead = kind + " " + p.instead
			}
			out = append(out, swap{kind + " " + p.phrase, instead})
		}
	}
	return out
}()

func literalName(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	words := doc.TokensIn(hit.Range)
	name := words
	if lowerWord(words[0]) {
		name = words[1:]
	}
	for _, w := range name {
		if !w.Is(article.Capital) && w.Norm != "on" && w.Norm != "the" && w.Norm != "of" {
			return detect.Match{}, false
		}
	}
	if !name[0].Is(article.Capital) || preceding(doc, hit, 1).Norm == "(" || capitalWord(following(doc, hit, 1)) {
		return detect.Match{}, false
	}
	if name[0].Norm == "national" && !frenchPolitics(doc, hit) {
		return detect.Match{}, false
	}
	return replace(literalNames)(doc, hit)
}

var newCrown = func() []swap {
	out := []swap{
		{"new coronary pneumonia", "Covid-19"},
		{"new corona pneumonia", "Covid-19"},
		{"new corona virus", "coronavirus"},
		{"new corona epidemic", "Covid-19 pandemic"},
		{"asymptomatic infected persons|people", "asymptomatic cases"},
		{"new crown pneumonia", "Covid-19"},
		{"new crown virus", "coronavirus"},
		{"new crown epidemic|pandemic", "Covid-19 pandemic"},
	}
	for _, w := range strings.Fields("vaccine vaccines infection infections case cases patient patients variant outbreak strain medicine drug") {
		out = append(out, swap{"new crown " + w, "Covid-19 " + w})
	}
	return out
}()

func leakedCapital(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	next := following(doc, hit, 1)
	if !last.Is(article.Capital) || last.Is(article.AllCaps) || capitalWord(next) || next.Kind == article.Number || next.Norm == "-" || next.Norm == "zone" {
		return detect.Match{}, false
	}
	if first.Norm == "the" && (first.Is(article.Capital) && !opensSentence(doc, hit.First) || next.Norm == "disease" || next.Norm == "task") {
		return detect.Match{}, false
	}
	if year, ok := smallNumber(first.Norm); ok && year > 1950 && year < 2100 && strings.HasPrefix(last.Norm, "euro") {
		return detect.Match{}, false // the football championship
	}
	if prev := preceding(doc, hit, 1); first.Kind == article.Number && capitalWord(prev) && !prev.Is(article.Opens) {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	return match(s, doc.Text[s.Start:last.Start]+last.Norm), true
}

// Words that tell another use of a phrase apart.
var (
	otherAcronym   = sentenceHas("acronym initials abbreviation band song shuttle orbital agency card pharma")
	otherMFA       = articleHas("museum arts art degree university graduate radio frequency")
	diplomacy      = articleHas("minister ministry russian ukrainian polish embassy ambassador foreign diplomatic diplomats protest protested")
	legalName      = sentenceHas("constitution treaty law code treaties charter republics socialist soviet")
	frenchPolitics = articleHas("pen france french paris bardella lepen")
)
