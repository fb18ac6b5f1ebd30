package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// connective are the heuristics of connectives and discourse frames. Links
// that a source language makes overt stay overt in translation (Blum-Kulka,
// "Shifts of cohesion and coherence in translation", 1986, calls it
// explicitation), while English news leaves them to the order of the facts.
// Clefts and frames of whole clauses stand in cleft.go.
var connective = []detect.Heuristic{
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
		Phrases: []string{"at|on the level of _ [_]", "at the level of # [-] [#] [%|percent]", "at the level of last|previous year|month|years|season"},
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
		Name: "thus-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "de", "cs", "fr"},
		Message:         `"Thus," at the head of a news sentence; delete it, or write "so".`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "Thus,".`,
			Why:    `Russian "таким образом" and "так", German "so", French "ainsi" open sentences in news, often only to introduce an example. English "thus" concludes an argument in scholarly prose.`,
			Humans: "In essays and science writing.",
			Misses: `"Thus" without the comma.`,
		},
		Scan: withSuggestion(openings(1, 0, "thus ,"), "So"),
		Examples: []detect.Example{
			{Text: "⟦Thus,⟧ the region lost its only hospital.", Suggest: "So"},
			{Text: "Wages fell. ⟦Thus,⟧ in May, many left.", Suggest: "So"},
			{Text: "The fee is small. ⟦Thus,⟧ nobody complained.", Suggest: "So"},
		},
		NearMisses: []string{
			"Thus far, the talks have failed.",
			"Thus began a long quarrel.",
			"He thus, in the end, gave way.",
		},
	},
	{
		Name: "in-addition-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "he", "cs", "ja", "zh"},
		Message:         `Sentences chained by "In addition," and "Moreover,"; delete them, or write "also" inside the clause.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "In addition,", "Moreover,", "Besides," or "Furthermore,", at least one in fifteen of an article.`,
			Why:    `German "außerdem", Russian "кроме того", Japanese "また" and Chinese "此外" are obligatory links; human translators keep them too, so they mark a translation, not a machine.`,
			Humans: "One in a longer article is ordinary English and left alone.",
			Misses: "A single one in a longer article; links inside the clause.",
		},
		Scan: openings(1, 1.0/15, "in addition ,", "besides ,", "moreover ,", "furthermore ,", "additionally ,", "in addition to this ,", "besides this ,"),
		Examples: []detect.Example{
			{Text: "⟦In addition,⟧ two schools will close. ⟦Moreover,⟧ fees will rise.", Suggest: ""},
			{Text: "The pool is shut. ⟦Besides,⟧ the library leaks. ⟦Furthermore,⟧ the bus is late.", Suggest: ""},
			{Text: "⟦Additionally,⟧ the fine doubled.\n\n⟦In addition,⟧ the licence was lost.", Suggest: ""},
		},
		NearMisses: []string{
			"In addition, two schools will close." + longStory,
			"In addition to two schools, a clinic will close. Besides that, fees will rise.",
			"Nobody can say what else, moreover, will close.",
		},
	},
	{
		Name: "at-the-same-time-contrast", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "cs", "uk", "zh", "de"},
		Message:         `"At the same time," for mere contrast; write "but" or "meanwhile", or delete it.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "At the same time,", at least one in fifteen of an article.`,
			Why:    `Russian "при этом" and "в то же время", Czech "zároveň" and Chinese "同时" are bleached to "and" or "but"; the English reader looks for two things happening together.`,
			Humans: "Once in a longer article is ordinary and left alone.",
			Misses: "A single one in a longer article.",
		},
		Scan: openings(1, 1.0/15, "at the same time ,", "simultaneously ,", "meanwhile , at the same time ,"),
		Examples: []detect.Example{
			{Text: "⟦At the same time,⟧ the firm denies it. Sales fell. ⟦At the same time,⟧ costs rose.", Suggest: ""},
			{Text: "⟦At the same time,⟧ he won. ⟦At the same time,⟧ she lost.", Suggest: ""},
			{Text: "Rain fell.\n\n⟦At the same time,⟧ it was warm.\n\n⟦At the same time,⟧ it was dark.", Suggest: ""},
		},
		NearMisses: []string{
			"At the same time, the firm denies any wrongdoing." + longStory,
			"The two bombs exploded at the same time. At the same time every year, the river rises.",
			"He left at the same time, and she stayed.",
		},
	},
	{
		Name: "on-the-other-hand-orphan", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "it", "ja", "cs", "es"},
		Message:         `"On the other hand" without a first hand; write "but" or "by contrast", or delete it.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "On the other hand," in an article without "on the one hand".`,
			Why:    `French "par contre" and "en revanche", German "hingegen" and "dagegen", Japanese "一方" are everyday contrast, rendered by the heaviest English equivalent.`,
			Humans: `Now and then, mostly in comment; in native text it is about a tenth as frequent as in machine translation.`,
			Misses: `The phrase inside a sentence.`,
		},
		Phrases: []string{"on the other hand ,"},
		Judge:   replace([]swap{{"", "By contrast,"}}, opening, not(firstHand)),
		Examples: []detect.Example{
			{Text: "⟦On the other hand,⟧ the eastern districts were spared.", Suggest: "By contrast,"},
			{Text: "Wheat fell. ⟦On the other hand,⟧ barley rose.", Suggest: "By contrast,"},
			{Text: "Hull won at home. ⟦On the other hand,⟧ Leeds lost.", Suggest: "By contrast,"},
		},
		NearMisses: []string{
			"On the one hand, rents fell. On the other hand, wages fell too.",
			"He wore a ring on the other hand, not on this one.",
			"On one hand the tax hurts. On the other hand, it is fair.",
		},
	},
	{
		Name: "by-the-way-narrator", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "cs", "he", "ja"},
		Message:         `"By the way" in the reporter's own voice; delete it.`,
		Doc: detect.Doc{
			What:   `"By the way" between commas or at the head of a sentence, outside quotations.`,
			Why:    `Russian "кстати", German "übrigens" and Czech "mimochodem" are at home in news; the English phrase is talk. In the labelled data it is some sixty times as frequent in machine translation as in native text.`,
			Humans: "In columns and letters; in quotations, which are left alone.",
			Misses: `"Incidentally".`,
		},
		Phrases: []string{"by the way ,", ", by the way"},
		Judge:   take(either(opening, startsAtComma), either(opening, beforeMark)),
		Examples: []detect.Example{
			{Text: "⟦By the way,⟧ the actor turned 50 last month.", Suggest: ""},
			{Text: "The mayor⟦, by the way⟧, lives next door.", Suggest: ""},
			{Text: "It is the oldest bridge in the valley⟦, by the way⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"He was struck by the way, and the speed, of the change.",
			"She was troubled by the way he left.",
			"They camped by the way.",
		},
	},
	{
		Name: "in-particular-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "zh"},
		Message:         `"In particular," at the head of a sentence; merge the sentences with "including", or delete it.`,
		Doc: detect.Doc{
			What:   `Sentences that open with "In particular,", at least one in sixteen of an article.`,
			Why:    `Russian "в частности", Ukrainian "зокрема" and German "insbesondere" introduce any detail; English news gives the detail.`,
			Humans: "In analysis and science writing, as a rule once in a long text, which is left alone.",
			Misses: "The phrase inside a sentence, and a single one in a long article.",
		},
		Scan: openings(1, 0.06, "in particular ,"),
		Examples: []detect.Example{
			{Text: "⟦In particular,⟧ the decree bans fireworks.", Suggest: ""},
			{Text: "Prices rose. ⟦In particular,⟧ bread cost twice as much.", Suggest: ""},
			{Text: "The law has gaps. ⟦In particular,⟧ it names no date.", Suggest: ""},
		},
		NearMisses: []string{
			"In particular cases the fee is waived.",
			"The decree bans fireworks in particular, he said.",
			"Nobody in particular, it seems, is to blame.",
		},
	},
	{
		Name: "among-other-things-insert", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "he", "ru", "uk"},
		Message:         `"Among other things" as a reflex hedge; write "including", or delete it.`,
		Doc: detect.Doc{
			What:   `"Among other things" between commas or at the head of a sentence.`,
			Why:    `German "unter anderem" and Czech "mimo jiné" are reflexes in news; English uses "including".`,
			Humans: "Now and then; about a tenth as often as machine translation in the labelled data.",
			Misses: "The phrase without commas.",
		},
		Phrases: []string{", among other things ,", "among other things ,"},
		Judge:   take(either(opening, startsAtComma)),
		Examples: []detect.Example{
			{Text: "The group produces⟦, among other things,⟧ brake pads.", Suggest: ""},
			{Text: "⟦Among other things,⟧ the police found a map.", Suggest: ""},
			{Text: "He is charged⟦, among other things,⟧ with theft.", Suggest: ""},
		},
		NearMisses: []string{
			"Among other things on his desk was a skull.",
			"It deals with, among others, two banks.",
			"She sells books among other things.",
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
		Name: "connective-density", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "he", "ja", "zh"},
		Message:         "So many sentences open with a connective that the text reads like a translation; delete most of them.",
		Doc: detect.Doc{
			What:   "Four or more sentences, and at least one in eight, that open with a connective and a comma.",
			Why:    "Overt links between sentences are the best attested trait of translated text (Blum-Kulka 1986; Volansky, Ordan and Wintner, On the features of translationese, 2015).",
			Humans: "In comment and essays.",
			Misses: "Articles below the threshold.",
		},
		Scan: openings(4, 0.125, "in addition ,", "at the same time ,", "thus ,", "in this regard ,", "therefore ,", "moreover ,", "besides ,", "however ,", "in particular ,",
			"on the other hand ,", "also ,", "furthermore ,", "nevertheless ,", "as a result ,", "accordingly ,", "among other things ,", "consequently ,", "additionally ,"),
		Examples: []detect.Example{
			{Text: "⟦Moreover,⟧ fares rose. ⟦In addition,⟧ routes were cut. ⟦Thus,⟧ riders left. ⟦However,⟧ revenue grew.", Suggest: ""},
			{Text: "⟦Also,⟧ it rained. ⟦Therefore,⟧ he stayed. ⟦Besides,⟧ he was ill. ⟦However,⟧ she left.", Suggest: ""},
			{Text: "Rain fell. ⟦As a result,⟧ roads closed. ⟦However,⟧ trains ran. ⟦Also,⟧ boats sailed. ⟦Nevertheless,⟧ few came.", Suggest: ""},
		},
		NearMisses: []string{
			"However, revenue grew. Fares rose. Routes were cut. Riders left.",
			"Moreover, fares rose. In addition, routes were cut. However, revenue grew.",
			"However they vote, they lose. Also present was Ms Lind. Thus far, nobody knows. Besides him, three left.",
		},
	},
	{
		Name: "thats-why-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "ja"},
		Message:         `"Therefore," or "Hence," at the head of a news sentence; join the sentences with "so".`,
		Doc: detect.Doc{
			What:   `Sentences that open with "Therefore,", "Hence,", "That's why" or "That is why", at least one in fifteen of an article.`,
			Why:    `German "deshalb", Russian "поэтому" and Japanese "そのため" open sentences all the time.`,
			Humans: "Once in a longer article, which is left alone.",
			Misses: "A single one in a longer article.",
		},
		Scan: openings(1, 1.0/15, "that 's why", "that is why", "this is why", "therefore ,", "hence ,", "for this reason ,"),
		Examples: []detect.Example{
			{Text: "⟦That's why⟧ the museum will close. ⟦Therefore,⟧ staff will go.", Suggest: ""},
			{Text: "⟦Hence,⟧ nobody paid. Rain fell. ⟦That is why⟧ the roof leaks.", Suggest: ""},
			{Text: "⟦This is why⟧ he left.\n\n⟦Therefore,⟧ the post is free.", Suggest: ""},
		},
		NearMisses: []string{
			"That's why the museum will close on Mondays." + longStory,
			"He asked why that is. Why it is closed, nobody knows.",
			"Staff will therefore go. The reason is money.",
		},
	},
	{
		Name: "indeed-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"fr", "he", "zh", "uk"},
		Message:         `"Indeed," where French "en effet" gives a reason; delete it, or write "because".`,
		Doc: detect.Doc{
			What:   `Two or more sentences that open with "Indeed,", "In effect," or "Effectively,".`,
			Why:    `French "en effet" means "because" or "for".`,
			Humans: "As often as machine translation in the labelled data, which hold no French: off by default.",
			Misses: "A single one.",
		},
		Scan: openings(2, 0, "indeed ,", "in effect ,", "effectively ,"),
		Examples: []detect.Example{
			{Text: "⟦Indeed,⟧ the shop is empty. ⟦Indeed,⟧ it closed in May.", Suggest: ""},
			{Text: "⟦In effect,⟧ he resigned. ⟦Indeed,⟧ he left.", Suggest: ""},
			{Text: "⟦Effectively,⟧ it rained. Few came. ⟦Indeed,⟧ none did.", Suggest: ""},
		},
		NearMisses: []string{
			"Indeed, the shop is empty.",
			"The tax is indeed, in effect, a fee.",
			"Indeed it is. Indeed, few came.",
		},
	},
	{
		Name: "as-for-topic", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "uk", "ja", "he", "ru"},
		Message:         "A topic set before the sentence; make it the subject.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "Regarding", "As regards", "With regard to" or "Concerning" and a noun phrase.`,
			Why:    `Chinese "关于" and "在...方面", Russian "что касается", Japanese "については" set the topic first; English makes it the subject.`,
			Humans: `"As for" and "In terms of" are ordinary English and left alone.`,
			Misses: `"As for", "When it comes to".`,
		},
		Phrases: []string{"regarding|concerning the|this|these|his|her|their|its|a", "as regards|concerns", "what concerns", "with regard|regards|respect to", "in relation to"},
		Judge:   take(opening),
		Examples: []detect.Example{
			{Text: "⟦Regarding the⟧ budget, the minister was silent.", Suggest: ""},
			{Text: "⟦As regards⟧ exports, the province ranks third.", Suggest: ""},
			{Text: "⟦With regard to⟧ pensions, nothing was decided.", Suggest: ""},
		},
		NearMisses: []string{
			"He spoke to reporters regarding the budget.",
			"As for the budget, the minister was silent.",
			"The province ranks third in terms of exports.",
		},
	},
	{
		Name: "etc-in-news-prose", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "cs", "uk", "de", "ru"},
		Message:         `A list closed with "etc." or "and so on"; write "such as" or "including" before it.`,
		Doc: detect.Doc{
			What:   `"Etc.", "and so on" or "and so forth" in prose, outside brackets.`,
			Why:    `Japanese "など", Chinese "等" and German "usw." close lists as a matter of course; English news opens them with "including".`,
			Humans: "In reviews, letters and talk; about a tenth as often as machine translation in the labelled data.",
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
			"The shelter received blankets and water.",
			"The shelter takes anything (blankets, water, etc.) that is clean.",
			"He read on, and so on that day nobody spoke to him.",
		},
	},
	{
		Name: "in-any-case-narrator", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "he", "de", "ru", "uk"},
		Message:         "The reporter's voice sums up; delete the phrase.",
		Doc: detect.Doc{
			What:   `Two or more sentences of an article that open with "In any case,", "After all,", "In general,", "First of all," and the like.`,
			Why:    `French "en tout cas" and "au final", German "jedenfalls", Russian "в общем" belong to the narrator of the source; English news has none.`,
			Humans: "In columns, reviews and blogs, recognised by their first person and left alone; one in an article is ordinary.",
			Misses: "A single one.",
		},
		Scan: narratorOpenings,
		Examples: []detect.Example{
			{Text: "⟦In any case,⟧ the fine stands. ⟦After all,⟧ he signed.", Suggest: ""},
			{Text: "⟦In the end,⟧ nobody came. Rain fell. ⟦In any case,⟧ the hall was shut.", Suggest: ""},
			{Text: "⟦In general,⟧ prices fell.\n\n⟦In short,⟧ all is well.", Suggest: ""},
		},
		NearMisses: []string{
			"In any case, the fine stands.",
			"I lost. In any case, the fine stands. After all, I signed.",
			"In the end the fine was paid. After all the noise, it was quiet.",
		},
	},
}

// longStory makes an example long enough for one connective to be nothing.
const longStory = " Rain fell. Roads closed. Trains ran. Boats sailed. Few came. Shops shut. Lights failed. Bells rang. " +
	"Dogs barked. Men left. Women stayed. Night fell. Snow came. Wind rose. Trees fell. Nobody spoke."

var frameworks = []swap{
	{"in|within the framework|frameworks of the", "as part of the"},
	{"in|within the framework|frameworks of a|an|this|these|its|his|their", "as part of _"},
	{"in|within the framework|frameworks of", "as part of"},
}

// notLegal holds outside sentences about laws and treaties, whose frameworks
// are real.
var notLegal = not(sentenceHas("constitution constitutional law laws treaty treaties convention agreement agreements legal legislation charter rules"))

// fields are what is not measured in levels.
var fields = setOf(`training policy communication security organisation organization government legislation education quality
	service services infrastructure ministry ministries state states region regions municipality municipalities council
	administration city cities district community communities federation republic commission union heads presidents
	ministers leaders authorities management defence defense parliament prices wages energy transport cooperation
	content form technology society companies company family schools law laws principles slogans declarations`)

// levelOfField wants an institution or a field of work after "at the level of".
func levelOfField(doc *detect.Document, hit detect.Hit) bool {
	if hit.Phrase > 0 {
		return true
	}
	last := norm(doc, hit.End-1)
	if hit.End-hit.First == 6 {
		return (norm(doc, hit.End-2) == "the" || isPlainAdjective(norm(doc, hit.End-2)) || foreignAdjective[norm(doc, hit.End-2)]) && fields[last] && ended(doc, hit)
	}
	return fields[last]
}

var foreignAdjective = setOf("european foreign state individual local regional national federal economic social political technical human public urban")

var sides = []swap{
	{"from the side of the|his|her|their|its", "from _"},
	{"from the side of", "from"},
	{"from the part of the|his|her|their|its", "from _"},
	{"from the part of", "from"},
	{"on his|her|its|their side ,", ""},
}

// actors are nouns for bodies that act, besides people.
var actors = setOf(`ministry government authorities authority company police state party union unions club court country
	opposition parliament council president army military regime administration society community population public
	parents media press management owners investors banks bank employers federation association kremlin west enemy`)

func judgeSide(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	switch hit.Phrase {
	case 4:
		if !opening(doc, hit) || next.Norm != "the" && !next.Is(article.Capital) {
			return detect.Match{}, false
		}
		m := detect.Match{Span: doc.SpanOf(hit.Range)}
		m.Suggestions = insteadOf(doc, m.Span, "for "+norm(doc, hit.First+1)+" part,")
		return m, true
	case 0, 1:
		if !actors[next.Norm] && !personNoun(next.Norm) && !next.Is(article.Capital) && !actors[following(doc, hit, 2).Norm] {
			return detect.Match{}, false
		}
	}
	return replace(sides)(doc, hit)
}

var inView = []swap{{"in view of the|this|these|his|her|their|its|such|rising|growing|increasing|possible|recent", "given _"}}

// withSuggestion adds the same suggestion to all that a Scan finds.
func withSuggestion(scan func(*detect.Document) []detect.Match, text string) func(*detect.Document) []detect.Match {
	return func(doc *detect.Document) []detect.Match {
		found := scan(doc)
		for i := range found {
			found[i].Suggestions = insteadOf(doc, found[i].Span, text)
		}
		return found
	}
}

// firstHand holds in articles with "on the one hand".
func firstHand(doc *detect.Document, _ detect.Hit) bool {
	return phraseIn(doc, article.Range{First: 0, End: len(doc.Tokens)}, [][]string{{"one", "hand"}})
}

// startsAtComma holds for hits that begin with a comma.
func startsAtComma(doc *detect.Document, hit detect.Hit) bool { return norm(doc, hit.First) == "," }

// afterCommaAndVerb holds for hits after a comma with a verb before it, so that no
// subject can own the words.
func afterCommaAndVerb(doc *detect.Document, hit detect.Hit) bool {
	return preceding(doc, hit, 1).Norm == "," && verbIn(doc, sentenceOf(doc, hit.First).First, hit.First)
}

// beforeMark holds where a mark or the end of the sentence follows.
func beforeMark(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	return t.Norm == "" || t.Kind == article.Punct
}

// firstPerson holds in texts whose author says "I" outside quotations: columns,
// letters and reviews, not news.
func firstPerson(doc *detect.Document, _ detect.Hit) bool { return saysI(doc) }

func saysI(doc *detect.Document) bool {
	for _, t := range doc.Tokens {
		switch t.Norm {
		case "i", "i'm", "i've", "i'd", "i'll", "my", "me":
			if !t.Is(article.Quoted) {
				return true
			}
		}
	}
	return false
}

var noted = []swap{
	{"it should|must [also] be noted|mentioned|emphasized|emphasised|stressed|added|recalled|remembered|pointed|said [out] that", ""},
	{"it should|must be noted|mentioned|added ,", ""},
	{"it is [also] worth noting|mentioning|recalling|remembering|remarking|adding|emphasizing|emphasising|pointing [out] that", ""},
	{"it is [also] noteworthy|notable|curious that", ""},
	{"it is [also] important|necessary|interesting|essential to note|mention|recall|emphasize|emphasise|stress|remember that", ""},
	{"it is [also] worth paying attention to", ""},
	{"it can be said that", ""},
}

var nominalConjunctions = []swap{
	{"(due to|owing to|in view of|in connection with) the fact that", "because"},
	{"(regardless of) the fact that", "although"},
}

var accounts = []swap{{"taking into account|consideration", "given"}}

// outsideBrackets holds where no bracket is open before the hit in its
// sentence.
func outsideBrackets(doc *detect.Document, hit detect.Hit) bool {
	for i := hit.First - 1; i >= sentenceOf(doc, hit.First).First; i-- {
		switch norm(doc, i) {
		case "(":
			return false
		case ")":
			return true
		}
	}
	return true
}

// narratorOpenings finds the openings of a narrator who sums up, where the
// text is not somebody's column.
func narratorOpenings(doc *detect.Document) []detect.Match {
	if saysI(doc) {
		return nil
	}
	return sumUp(doc)
}

var sumUp = openings(2, 0, "in any case ,", "in all cases ,", "anyway ,", "after all ,", "in the end ,", "in general ,", "in short ,",
	"basically ,", "naturally ,", "generally ,", "first of all ,")

// judgeEtc leaves the full stop of the abbreviation out of the span.
func judgeEtc(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m, ok := take(outsideBrackets)(doc, hit)
	if norm(doc, hit.End-1) == "on" && !beforeMark(doc, hit) {
		return m, false // "and so on Friday"
	}
	if strings.HasSuffix(doc.Slice(m.Span), ".") {
		m.End--
	}
	return m, ok
}
