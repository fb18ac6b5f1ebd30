package heuristics

import "github.com/calque-check/calque/detect"

// innerConnectives are prepositional and introductory phrases that tie clauses
// together.
var innerConnectives = []detect.Heuristic{
	{
		Name: "in-this-sense-connective", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"es", "ru", "uk", "de", "cs", "he", "zh"},
		Message:         "An empty frame that links a sentence to the one before; delete it or name the link.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "In this sense,", "In this regard,", "In this connection," and the like.`,
			Why:    `Spanish "en este sentido", Russian "в этой связи" and German "in diesem Zusammenhang" are routine links. No native news article in two million words of the labelled data opens a sentence this way with these nouns; machine translation does in all seven measured languages.`,
			Humans: `In essays and speeches. "In this case," and "In this way," are ordinary and left alone.`,
			Misses: "The same words inside a sentence.",
		},
		Phrases: []string{"in this|that regard|connection|sense|respect|context|framework|vein|direction|line|situation ,", "in this order of ideas ,", "along these lines ,"},
		Judge:   take(opening),
		Examples: []detect.Example{
			{Text: "⟦In this sense,⟧ the deputy called for a debate.", Suggest: ""},
			{Text: "Rents have doubled. ⟦In this regard,⟧ the council will meet on Monday.", Suggest: ""},
			{Text: "⟦In this context,⟧ three bridges were closed.", Suggest: ""},
		},
		NearMisses: []string{
			"In this case, the judge disagreed.",
			"In this sense the two novels are alike.",
			"He said that in this regard, nothing had changed.",
		},
	},
	{
		Name: "in-the-framework-of", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "he", "fr", "de", "es", "it"},
		Message:         `"In the framework of" is a calque; write "as part of", "under" or "during".`,
		Doc: detect.Doc{
			What:   `"In the framework of" or "within the framework of" an event, visit or programme.`,
			Why:    `Russian "в рамках", French "dans le cadre de", German "im Rahmen" and Italian "nell'ambito di" are light prepositions; English has "as part of", "under", "during".`,
			Humans: "Diplomats and lawyers write it of treaties and constitutions, which are left alone.",
			Misses: `"In the frame of", "in the context of".`,
		},
		Phrases: phrasesOf(frameworks), Judge: replace(frameworks, not(followedBy("a the law")), notLegal),
		Examples: []detect.Example{
			{Text: "The visit took place ⟦within the framework of⟧ cultural exchange.", Suggest: "as part of"},
			{Text: "⟦In the framework of the⟧ project, forty trees were planted.", Suggest: "As part of the"},
			{Text: "She sang ⟦in the framework of a⟧ festival in Riga.", Suggest: "as part of a"},
		},
		NearMisses: []string{
			"Ministers agreed on a legal framework of fines.",
			"The dispute must be settled within the framework of the constitution.",
			"They work in the framework of a treaty signed in 1990.",
		},
	},
	{
		Name: "at-the-level-of", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "ru", "he", "es", "it"},
		Message:         `"At the level of" is a calque; write "in", "on" or "by", or recast.`,
		Doc: detect.Doc{
			What:   `"At the level of" an institution, a field of work, a percentage or a year.`,
			Why:    `French "au niveau de" and Russian "на уровне" serve as a preposition for almost anything.`,
			Humans: `Of measurable levels and skill ("at the level of a nine-year-old"), which are left alone.`,
			Misses: "Levels of persons, and fields that are not on the list.",
		},
		Phrases: []string{"at|on the level of _ [_]", "at the level of # [-] [#] [%|percent]", "at the level of last|previous year|month|years|season", "at the height of [the] exit|junction|kilometre|kilometer|number", "at the level of [the] exit|junction|town|village|bridge|station|roundabout|crossroads|motorway|kilometre|kilometer"},
		Judge:   take(levelOfField),
		Examples: []detect.Example{
			{Text: "Progress was made ⟦at the level of training⟧.", Suggest: ""},
			{Text: "Talks continue ⟦at the level of foreign ministers⟧.", Suggest: ""},
			{Text: "Everything was decided ⟦at the level of the ministry⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"Children here read at the level of nine-year-olds.",
			"The water stood at the level of the windows.",
			"Play at the level of the World Cup is another matter.",
		},
	},
	{
		Name: "on-the-part-of-or-side-of", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"he", "uk", "ru", "es", "it", "fr", "de"},
		Message:         `Agent in a roundabout way; write "by", "from", or make it the subject.`,
		Doc: detect.Doc{
			What:   `"From the side of" or "from the part of" for the one who does something, and "on his side," or "on its side," for "for his part".`,
			Why:    `Russian "со стороны", Ukrainian "з боку", Spanish and Italian "de/da parte de", Hebrew "מצד" mark the agent.`,
			Humans: `"On the part of" is established English, so it is left alone; sides of roads, ships and bodies too.`,
			Misses: `"On the part of".`,
		},
		Phrases: phrasesOf(sides), Judge: judgeSide,
		Examples: []detect.Example{
			{Text: "There was no reaction ⟦from the side of the⟧ ministry.", Suggest: "from the"},
			{Text: "Pressure ⟦from the part of the⟧ unions grew.", Suggest: "from the"},
			{Text: "⟦On its side,⟧ the company denied the charge.", Suggest: "For its part,"},
		},
		NearMisses: []string{
			"The slogan was painted on the side of the bus.",
			"A doctor took tissue from the side of the neck.",
			"He slept on his side, as always.",
		},
	},
	{
		Name: "in-view-of", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "zh", "he"},
		Message:         `"In view of" where news English has "given", "after" or "because of".`,
		Doc: detect.Doc{
			What:   `"In view of the ..." as a connective.`,
			Why:    `German "angesichts" and "im Hinblick auf", French "au vu de", Chinese "鉴于" are much commoner than English "in view of", which belongs to official letters. Strongest in machine translation from German in the submissions to WMT 2021–2023.`,
			Humans: "In official statements; and in the literal sense (in sight of), which is left alone.",
			Misses: "Other complements.",
		},
		Phrases: phrasesOf(inView), Judge: replace(inView, not(precededBy("full plain clear be was were")), not(followedBy("camera cameras crowd fact crowds house road sea street public"))),
		Examples: []detect.Example{
			{Text: "⟦In view of the⟧ high water, the ferry stayed in port.", Suggest: "Given the"},
			{Text: "The club cut wages ⟦in view of rising⟧ debts.", Suggest: "given rising"},
			{Text: "⟦In view of these⟧ figures, two lines will close.", Suggest: "Given these"},
		},
		NearMisses: []string{
			"The ship came into view off the coast.",
			"He was beaten in full view of the guards.",
			"The terrace is in view of the sea.",
		},
	},
	{
		Name: "among-other-things-insert", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "he", "ru", "uk"},
		Message:         `"Among other things" as a reflex hedge; write "including", or delete it.`,
		Doc: detect.Doc{
			What:   `"Among other things" at the head of a sentence, or between commas before the preposition that its verb wants.`,
			Why:    `German "unter anderem", Czech "mimo jiné" and Hebrew "בין היתר" are reflexes in news, and stand before the preposition; English uses "including", or puts the words behind it ("known for, among other things, his hats").`,
			Humans: "Between commas elsewhere, where it is ordinary, and left alone.",
			Misses: "The phrase without commas, and between commas before an object.",
		},
		Phrases: []string{", among other things ,", "among other things ,"},
		Judge:   take(either(opening, both(startsAtComma, followedBy("to of for with by from in on at about against through because")))),
		Examples: []detect.Example{
			{Text: "The minister referred⟦, among other things,⟧ to the drought.", Suggest: ""},
			{Text: "⟦Among other things,⟧ the police found a map.", Suggest: ""},
			{Text: "He is charged⟦, among other things,⟧ with theft.", Suggest: ""},
		},
		NearMisses: []string{
			"Among other things on his desk was a skull.",
			"It deals with, among others, two banks.",
			"She sells books among other things.",
			"He is known for, among other things, his hats.",
			"The company, among other things, had billed its clients twice.",
		},
	},
	{
		Name: "it-should-be-noted", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh", "he", "ja", "de"},
		Message:         "A padding formula; start with the fact.",
		Doc: detect.Doc{
			What:   `"It should be noted that", "It is worth noting that", "It must be said that" at the head of a sentence.`,
			Why:    `Russian "следует отметить", Chinese "值得一提的是", Hebrew "יש לציין" announce a fact instead of stating it; the formula has fifteen times the native frequency in machine translation.`,
			Humans: "In columns and reports of committees.",
			Misses: "The formula inside a sentence.",
		},
		Phrases: phrasesOf(noted), Judge: replace(noted, either(opening, precededBy("and but however also"))),
		Examples: []detect.Example{
			{Text: "⟦It should be noted that⟧ the lake is private.", Suggest: ""},
			{Text: "⟦It is worth noting that⟧ sales fell.", Suggest: ""},
			{Text: "The road is new. ⟦It is important to note that⟧ the toll is not.", Suggest: ""},
		},
		NearMisses: []string{
			"He noted that sales fell.",
			"It is worth noting down the number.",
			"The judge said it should be recalled that the law is old.",
		},
	},
	{
		Name: "the-fact-is-that", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "cs"},
		Message:         `"The fact is that" only introduces a reason; write "because", or delete it.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "The fact is that", "The thing is that" or "The point is that".`,
			Why:    `Russian "дело в том, что" and Czech "jde o to, že" mean "because".`,
			Humans: "In talk and comment: in quotations it is left alone, and so are texts in the first person.",
			Misses: "Forms inside a sentence.",
		},
		Phrases: []string{"[but|and] the fact|thing|point|matter [of the matter] is [,] that"},
		Judge:   take(opening, not(firstPerson)),
		Examples: []detect.Example{
			{Text: "⟦The fact is that⟧ the old pipes date from 1931.", Suggest: ""},
			{Text: "Fares will rise. ⟦The thing is that⟧ fuel costs more.", Suggest: ""},
			{Text: "⟦The fact is, that⟧ both men lied.", Suggest: ""},
		},
		NearMisses: []string{
			"I was late. The fact is that I forgot.",
			"The fact that the pipes date from 1931 worries him.",
			"He said the fact is that nobody knows.",
		},
	},
	{
		Name: "as-is-known", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "he", "cs"},
		Message:         "A reminder of what everybody is said to know; delete it.",
		Doc: detect.Doc{
			What:   `"As is known," and "As is well known," in the reporter's voice.`,
			Why:    `Russian "как известно", German "bekanntlich" appeal to shared knowledge as a matter of course.`,
			Humans: `"As you know" and "it is no secret that" are as frequent in native text and are left alone.`,
			Misses: "Those two.",
		},
		Phrases: []string{"as is|was [already] [well] known [,|.]", "as is|was [already] well-known [,|.]", "as it is [well] known ,", "as everyone [already] knows ,"},
		Judge:   take(not(followedBy("as for in to by about"))),
		Examples: []detect.Example{
			{Text: "⟦As is known,⟧ the minister resigned in May.", Suggest: ""},
			{Text: "⟦As is well known,⟧ the two men are rivals.", Suggest: ""},
			{Text: "The club, ⟦as is already known,⟧ lost its licence.", Suggest: ""},
		},
		NearMisses: []string{
			"The plant, as is known to growers, hates frost.",
			"He lived at what was known as the Red House.",
			"As you know, the minister resigned.",
		},
	},
	{
		Name: "in-connection-with-causal", Family: detect.Connective, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs"},
		Message:         `"In connection with" for a cause; write "because of", "over" or "ahead of".`,
		Doc: detect.Doc{
			What:   `"In connection with" before a cause such as weather, holidays, the situation or an increase.`,
			Why:    `Russian "в связи с", Czech "v souvislosti s" mean "because of".`,
			Humans: "Of crimes and inquiries, where English uses the phrase; only causes on a list count.",
			Misses: "Causes outside the list.",
		},
		Phrases: []string{"in connection with the|this|these|a|an|his|her|their [_] [_] frost|cold|heat|weather|holidays|holiday|situation|pandemic|epidemic|coronavirus|increase|decrease|rise|growth|spread|deterioration|introduction|transition|aggravation|anniversary|death|end|beginning|start|lack|need|departure|retirement|snowfall|war|quarantine|decision|celebration|events"},
		Judge:   replace([]swap{{"", ""}}, not(sentenceHas("arrest arrested arrests charged charge charges detained detain wanted investigation investigating investigated murder questioned questioning police suspect suspects convicted trial court jailed bail held killing attack attacks bombing fraud inquiry probe custody robbery allegations sentenced"))),
		Examples: []detect.Example{
			{Text: "Classes were cancelled ⟦in connection with the frost⟧.", Suggest: ""},
			{Text: "Banks close early ⟦in connection with the holidays⟧.", Suggest: ""},
			{Text: "⟦In connection with the sharp increase⟧ in prices, the tax was cut.", Suggest: ""},
		},
		NearMisses: []string{
			"Two men were arrested in connection with the theft.",
			"Police questioned four people in connection with the death of the clerk.",
			"She spoke in connection with her new book.",
		},
	},
	{
		Name: "due-to-the-fact-that", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "cs", "zh", "ja"},
		Message:         `A nominal conjunction; write "because" or "although".`,
		Doc: detect.Doc{
			What:   `"Due to the fact that", "in view of the fact that", "owing to the fact that".`,
			Why:    `Russian "в связи с тем, что" and German "aufgrund der Tatsache, dass" are built like this; Strunk's Elements of Style (1918) already lists "the fact that" to be struck out.`,
			Humans: `In officialese. "Is due to the fact that" and "despite the fact that" are common in native text and left alone.`,
			Misses: "Those two.",
		},
		Phrases: phrasesOf(nominalConjunctions), Judge: replace(nominalConjunctions, not(precededBy("be is was are were being 's it's that's partly"))),
		Examples: []detect.Example{
			{Text: "The race was stopped ⟦due to the fact that⟧ the track was wet.", Suggest: "because"},
			{Text: "⟦In view of the fact that⟧ nobody came, the shop closed.", Suggest: "Because"},
			{Text: "He was spared ⟦owing to the fact that⟧ he was ill.", Suggest: "because"},
		},
		NearMisses: []string{
			"The race was stopped because the track was wet.",
			"Despite the fact that it rained, they ran.",
			"The accident was due to the fact, he said, that the road was wet.",
		},
	},
	{
		Name: "taking-into-account", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "he"},
		Message:         `A free "taking into account"; write "given", "including" or "after".`,
		Doc: detect.Doc{
			What:   `"Taking into account" at the head of a sentence or after a comma, without a subject that takes anything into account.`,
			Why:    `Russian "с учётом" and "учитывая" are prepositions.`,
			Humans: "After a subject who does it (\"the judge, taking into account his age, was lenient\").",
			Misses: `"Taking account of".`,
		},
		Phrases: phrasesOf(accounts), Judge: replace(accounts, either(opening, afterCommaAndVerb), not(followedBy("that"))),
		Examples: []detect.Example{
			{Text: "⟦Taking into account⟧ inflation, pensions fell.", Suggest: "Given"},
			{Text: "The bill came to 300 crowns, ⟦taking into account⟧ the deposit.", Suggest: "given"},
			{Text: "⟦Taking into consideration⟧ the frost, the lake will be closed.", Suggest: "Given"},
		},
		NearMisses: []string{
			"The judge is taking into account his age.",
			"Judge Ruiz, taking into account his age, was lenient.",
			"Plans are drawn up by taking into account the traffic.",
		},
	},
	{
		Name: "etc-in-news-prose", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "cs", "uk", "de", "ru"},
		Message:         `A list closed with "etc." or "and so on"; write "such as" or "including" before it.`,
		Doc: detect.Doc{
			What:   `"Etc.", "and so on" or "and so forth" in prose, outside brackets.`,
			Why:    `Japanese "など", Chinese "等" and German "usw." close lists as a matter of course; English news opens them with "including".`,
			Humans: "In reviews, letters, columns and talk; texts whose author says \"I\" are left alone.",
			Misses: "Lists closed by \"and more\".",
		},
		Phrases: []string{"etc|etc.", "et cetera", "and so forth", "and so on"},
		Judge:   judgeEtc,
		Examples: []detect.Example{
			{Text: "The shelter received blankets, water, ⟦etc⟧. from volunteers.", Suggest: ""},
			{Text: "The firm makes pumps, valves ⟦and so on⟧.", Suggest: ""},
			{Text: "Tents, stoves, ⟦and so forth⟧ were stolen.", Suggest: ""},
		},
		NearMisses: []string{
			"I like tea, coffee, etc. and I sleep late on my days off.",
			"The shelter received blankets and water.",
			"The shelter takes anything (blankets, water, etc.) that is clean.",
			"He read on, and so on that day nobody spoke to him.",
		},
	},
}
