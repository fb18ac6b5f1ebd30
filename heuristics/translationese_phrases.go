package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// heavyPhrases are the heuristics of light words of the source that come out
// as heavy phrases: complex prepositions, formal verbs and nouns that have a
// plain equivalent in English news.
var heavyPhrases = []detect.Heuristic{
	{
		Name: "heavy-preposition", Family: detect.Periphrasis, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"de", "uk", "ru", "ja", "cs"},
		Message:         "A phrase where English has a plain preposition.",
		Doc: detect.Doc{
			What:   `"Together with the", "on the occasion of", "in cooperation with", "with the participation of", "on the initiative of" and the like.`,
			Why:    `German "gemeinsam mit", "anlässlich", Russian "по инициативе", "с участием", Czech "ve spolupráci s" are light words there.`,
			Humans: "In official announcements.",
			Misses: "Other phrases of the kind.",
		},
		Phrases: phrasesOf(heavyPrepositions), Judge: replace(heavyPrepositions, not(followedBy("change travel motion flow"))),
		Examples: []detect.Example{
			{Text: "She came ⟦together with her⟧ sister.", Suggest: "with her"},
			{Text: "Prices have doubled ⟦since the beginning of the⟧ war.", Suggest: "since the start of the"},
			{Text: "A concert was given ⟦on the occasion of⟧ the jubilee.", Suggest: "to mark"},
		},
		NearMisses: []string{
			"They worked together with one aim.",
			"Two craters lie in the direction of the gulf.",
			"He rose to the occasion of course.",
		},
	},
	{
		Name: "is-located-in", Family: detect.Periphrasis, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "ru", "de", "zh"},
		Message:         `"Is located in" for "is in".`,
		Doc: detect.Doc{
			What:   `"Is located in", "are located at", "were located near".`,
			Why:    `Russian "находится", German "befindet sich", Japanese "位置する" and Chinese "位于" are needed there to say where something is; in English "is" will do.`,
			Humans: "In guides, and of things that had to be found.",
			Misses: `"Situated"; "located" after a noun.`,
		},
		Phrases: phrasesOf(located), Judge: replace(located),
		Examples: []detect.Example{
			{Text: "The museum ⟦is located in⟧ Hamm.", Suggest: "is in"},
			{Text: "Two farms ⟦are located near⟧ the border.", Suggest: "are near"},
			{Text: "The archive ⟦was located at⟧ the abbey.", Suggest: "was at"},
		},
		NearMisses: []string{
			"The museum is in Hamm.",
			"Police located the car in a field.",
			"A farm located near the border burned down.",
		},
	},
	{
		Name: "said-avoided", Family: detect.Periphrasis, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "de", "zh"},
		Message:         `The report goes round "said" with one verb after another; unless something was stressed or corrected, write "said".`,
		Doc: detect.Doc{
			What:   `Two or more of "noted that", "emphasised that", "explained that", "clarified that" and the like, at least one for every two "said" of the article.`,
			Why:    `Russian, Ukrainian, Hebrew and German news style forbids the same verb of speech twice ("подчеркнул", "отметил", "уточнил", "הדגיש", "betonte"); English news says "said" each time. In the labelled data articles with this habit are some thirty times as common in machine translation as in native news.`,
			Humans: "Single verbs of the kind are ordinary, and left alone where \"said\" outweighs them.",
			Misses: `Verbs without "that".`,
		},
		Phrases: phrasesOf(reportingVerbs), Judge: replace(reportingVerbs, not(precededBy("be been is are was were has have had to will , it which this")), saidAvoided),
		Examples: []detect.Example{
			{Text: "The mayor ⟦noted that⟧ the road is safe. He ⟦emphasized that⟧ it is new.", Suggest: "said"},
			{Text: "Kos ⟦clarified that⟧ fees would stay. She ⟦stressed that⟧ nobody lost money. It rained, he said.", Suggest: "said"},
			{Text: "The ministry ⟦recalled that⟧ the fee is old and ⟦explained that⟧ it must rise.", Suggest: "said"},
		},
		NearMisses: []string{
			"The mayor noted that the road is safe.",
			"He noted that it is old, she said. They stressed that it is new, he said. It fell, she said, they said, he said.",
			"It was noted that the road is old and it was stressed that it is narrow.",
		},
	},
	{
		Name: "persons-for-people", Family: detect.Grammar, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"cs", "he", "de", "ja", "uk"},
		Message:         `"Persons" for "people".`,
		Doc: detect.Doc{
			What:   `"Persons" as the plural of "person".`,
			Why:    `German "Personen", Czech "osob", Ukrainian "осіб" and Japanese counters are neutral there; in English "persons" is left to law.`,
			Humans: `In law and set phrases ("missing persons", "trafficking in persons", "persons of interest"), and in the papers of India, Ghana, Singapore and other countries where English is the language of the press but for few the first; all are left alone.`,
			Misses: "Nothing known.",
		},
		Phrases: []string{"persons"},
		Judge:   replace([]swap{{"", "people"}}, not(followedBy("of unknown ' act unit with in under")), not(outerCircle), not(precededBy("missing unidentified in displaced natural legal private disabled protected prohibited stateless or unauthorised unauthorized certain young deportable criminalized qualified such -")), not(capitalAt(0))),
		Examples: []detect.Example{
			{Text: "Twelve ⟦persons⟧ were hurt.", Suggest: "people"},
			{Text: "The ⟦persons⟧ on board were saved.", Suggest: "people"},
			{Text: "Four older ⟦persons⟧ live there.", Suggest: "people"},
		},
		NearMisses: []string{
			"Twelve people were hurt.",
			"The missing persons unit was called.",
			"Two persons of interest were named.",
			"Three persons were held in Kochi.",
			"She runs an office against trafficking in persons.",
		},
	},
	{
		Name: "inhabitants-for-residents", Family: detect.Periphrasis, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "de", "cs", "uk"},
		Message:         `"Inhabitants" for "residents" or "people".`,
		Doc: detect.Doc{
			What:   `"Inhabitants" with a number, or of a town.`,
			Why:    `German "Einwohner", Russian "жители", Czech "obyvatelé" are neutral there; English news has "residents" and "people".`,
			Humans: "Of islands, of the past, and in science.",
			Misses: `"The inhabitants" by themselves.`,
		},
		Phrases: phrasesOf(inhabitants), Judge: replace(inhabitants, not(sentenceHas("century ancient original early island islands indigenous planet earth"))),
		Examples: []detect.Example{
			{Text: "The town has ⟦4,000 inhabitants⟧."},
			{Text: "Some ⟦inhabitants of the village⟧ are angry.", Suggest: "residents of the village"},
			{Text: "Some ⟦local inhabitants⟧ objected.", Suggest: "local residents"},
		},
		NearMisses: []string{
			"The residents of the village are angry.",
			"The original inhabitants of the region left.",
			"Inhabitants of the islands fish.",
		},
	},
	{
		Name: "not-only-comma-but-also", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "de", "cs", "ja"},
		Message:         `A comma inside "not only ... but also"; English sets none between words and phrases.`,
		Doc: detect.Doc{
			What:   `"Not only X, but also Y" with a comma where X and Y share their verb.`,
			Why:    `German "nicht nur ..., sondern auch", Russian "не только ..., но и" and Czech require the comma, Chinese "不仅...还" pauses there.`,
			Humans: "Now and then, for emphasis or after a long first part.",
			Misses: `"Not only ... but" without "also".`,
		},
		Phrases: []string{", but also"}, Judge: judgeButAlso,
		Examples: []detect.Example{
			{Text: "It is not only a school⟦, but also⟧ a clinic.", Suggest: " but also"},
			{Text: "They grow not only wheat⟦, but also⟧ barley.", Suggest: " but also"},
			{Text: "He was fined not only for speeding⟦, but also⟧ for the noise.", Suggest: " but also"},
		},
		NearMisses: []string{
			"It is not only a school but also a clinic.",
			"Not only did she win, but also her brother came second.",
			"It is dear, but also good.",
		},
	},
	{
		Name: "corresponding-for-relevant", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "de", "uk"},
		Message:         `"Corresponding" for "relevant", or for nothing at all.`,
		Doc: detect.Doc{
			What:   `"The corresponding", "a corresponding" before a noun where nothing corresponds.`,
			Why:    `Chinese "相应", Russian "соответствующий" and German "entsprechend" point back at what was said.`,
			Humans: `Where two series are set against each other ("the corresponding period"), and in science; left alone.`,
			Misses: `"Appropriate", "respective".`,
		},
		Phrases: phrasesOf(corresponding), Judge: replace(corresponding, not(followedBy("period quarter month week figure figures figure increase rise drop fall decrease decline author year number level day")), not(sentenceHas("gene genes cell cells researchers particle signal"))),
		Examples: []detect.Example{
			{Text: "She signed ⟦the corresponding⟧ order.", Suggest: "the relevant"},
			{Text: "The firm took ⟦corresponding measures⟧.", Suggest: "measures"},
			{Text: "The clerk sent ⟦the corresponding⟧ form.", Suggest: "the relevant"},
		},
		NearMisses: []string{
			"Sales rose from the corresponding period last year.",
			"A corresponding rise was seen in May.",
			"Corresponding with her was a joy.",
		},
	},
	{
		Name: "as-follows-in-prose", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "he", "de"},
		Message:         "A signpost of documents; give the list or the fact itself.",
		Doc: detect.Doc{
			What:   `"... are as follows", "as shown below" and "the following are".`,
			Why:    `Chinese "如下" and Japanese "以下の通り" announce what comes; English news gives it.`,
			Humans: "In instructions, law and lists of results.",
			Misses: `"The following".`,
		},
		Phrases: []string{"is|are|was|were as follows", "read|reads|runs|run as follows", "as shown|described|listed|mentioned below|above"},
		Judge:   take(),
		Examples: []detect.Example{
			{Text: "The new rules ⟦are as follows⟧: no noise after ten."},
			{Text: "⟦As mentioned above⟧, the road is closed."},
			{Text: "The order ⟦was as follows⟧."},
		},
		NearMisses: []string{
			"It follows that the road is closed.",
			"She follows the news as follows her habit.",
			"The following is known.",
		},
	},
	{
		Name: "on-site-for-there", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ja", "ru"},
		Message:         `"On site" for "there" or "at the scene".`,
		Doc: detect.Doc{
			What:   `"On site" as an adverb.`,
			Why:    `German "vor Ort", Russian "на месте" and Japanese "現場" say where something has happened.`,
			Humans: "Of building sites, wells and archaeology.",
			Misses: `"On the spot".`,
		},
		Phrases: []string{"on site"}, Judge: replace([]swap{{"", "there"}}, ended, not(sentenceHas("construction building build built builders plant mine dig archaeologists contractor contractors developer website web waste"))),
		Examples: []detect.Example{
			{Text: "Two doctors were ⟦on site⟧.", Suggest: "there"},
			{Text: "The police are ⟦on site⟧ and look for clues.", Suggest: "there"},
			{Text: "Nobody was ⟦on site⟧ when it burned.", Suggest: "there"},
		},
		NearMisses: []string{
			"Two doctors were there.",
			"The on-site clinic is closed.",
			"Builders were on site by May.",
		},
	},
	{
		Name: "promote-the-development", Family: detect.Idiom, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh"},
		Message:         `Officialese of Chinese reports; say what is done ("build", "expand", "speed up").`,
		Doc: detect.Doc{
			What:   `"Promote the construction of", "promoting the development of", "high-quality services" and the like.`,
			Why:    `Chinese "推动", "促进" and "推进" take any noun; "高质量发展" is a formula. Nearly all come from Chinese.`,
			Humans: "In English editions of Chinese agencies, which are translations, and in aims of foundations.",
			Misses: "Other verbs of the kind.",
		},
		Phrases: []string{
			"promote|promotes|promoted|promoting the [high-quality|healthy|sustainable|further|integrated|coordinated|rapid|steady] development|construction|implementation|integration|transformation|upgrading|popularization|reform|prosperity",
			"high-quality construction|products|services", "in-depth integration|development|implementation", "healthy|coordinated|integrated|leapfrog development",
		},
		Examples: []detect.Example{
			{Text: "The city will ⟦promote the construction⟧ of nine parks."},
			{Text: "The plan aims at ⟦high-quality construction⟧."},
			{Text: "Subsidies ⟦promote the healthy development⟧ of the trade."},
		},
		NearMisses: []string{
			"The city will build nine parks.",
			"The actor will promote the film.",
			"She wants high-quality work.",
		},
		Judge: take(),
	},
}

var heavyPrepositions = []swap{
	{"together with the|his|her|its|their", "with _"},
	{"on the occasion of", "to mark|for"},
	{"in cooperation with", "with"},
	{"with the participation of", "with"},
	{"on|at the initiative of", ""},
	{"since the beginning of the", "since the start of the|since the"},
	{"since the beginning of this", "since the start of this|this"},
	{"by way of derogation from", "despite"},
	{"as a result of which", "so"},
	{"under the leadership of", "under|led by"},
	{"with reference to", "citing"},
	{"against the background of", "amid"},
	{"with a total|maximum|length|capacity|height|volume|weight|diameter|value|width|budget|cost of", ""},
}

var located = []swap{
	{"is located in|at|on|near|within|outside", "is _"},
	{"are located in|at|on|near|within|outside", "are _"},
	{"was located in|at|on|near|within|outside", "was _"},
	{"were located in|at|on|near|within|outside", "were _"},
}

// reportingVerbs stand for "said". "That" is part of the phrase, for without it
// they need not be verbs of speech.
var reportingVerbs = []swap{
	{"noted|emphasized|emphasised|stressed|explained|underlined|underscored|clarified|specified|recalled|concluded|declared that", "said"},
	{"pointed out that", "said"},
	{"notes|emphasizes|emphasises|underlines|clarifies|specifies|recalls that", "says"},
}

// saidAvoided holds where such verbs are at least half as many as "said" in the
// article, and there is more than one.
func saidAvoided(doc *detect.Document, hit detect.Hit) bool {
	from, to := max(0, hit.First-1000), min(len(doc.Tokens), hit.End+1000) // nearly all of an article
	avoided, said := 0, 0
	for i := from; i < to; i++ {
		switch t := doc.Tokens[i]; {
		case t.Norm == "said" || t.Norm == "says":
			said++
		case t.Norm == "that" && i > from && !t.Is(article.Quoted) && (sayingVerbs[doc.Tokens[i-1].Norm] || doc.Tokens[i-1].Norm == "out" && norm(doc, i-2) == "pointed"):
			avoided++
		}
	}
	return avoided >= 2 && 2*avoided >= said
}

var sayingVerbs = setOf(`noted emphasized emphasised stressed explained underlined underscored clarified specified recalled stated
	concluded declared notes emphasizes emphasises underlines clarifies specifies recalls`)

var inhabitants = []swap{
	{"# inhabitants", ""},
	{"inhabitants of the city|town|village|region|district|capital|area|building|house|settlement|community|municipality|province", "residents of the _"},
	{"local inhabitants", "local residents"},
}

var corresponding = []swap{
	{"the corresponding", "the relevant"},
	{"a corresponding", "a"},
	{"corresponding measures|actions|steps|decisions|documents|changes|regulations|laws|rules|requirements|departments|authorities|services|support|policies|funds|training|knowledge|information|skills", "_"},
}

// judgeButAlso accepts ", but also" after "not only" in the same sentence
// where no clause begins after either.
func judgeButAlso(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := sentenceOf(doc, hit.First).First
	for i := hit.First - 1; i > first; i-- {
		if norm(doc, i) == "only" && norm(doc, i-1) == "not" {
			next := norm(doc, i+1)
			if hit.First-i > 14 || i-1 == first || auxiliary[next] {
				return detect.Match{}, false
			}
			m := detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{" but also"}}
			return m, true
		}
		if t := doc.Tokens[i]; t.Kind == article.Punct && t.Norm != "-" && t.Norm != "'" && t.Norm != "\"" {
			return detect.Match{}, false
		}
	}
	return detect.Match{}, false
}
