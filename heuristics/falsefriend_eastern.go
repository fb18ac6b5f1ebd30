package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
)

// falseFriendEastern are cognates of German and the Slavic languages, and of
// the officialese that they share with others.
var falseFriendEastern = []detect.Heuristic{
	{
		Name: "false-friend-chef-boss", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"de", "fr", "nl", "ru"},
		Message:         `"Chef" for "boss" or "head".`,
		Doc: detect.Doc{
			What:   `"The company chef", "chef of the police", "government chefs".`,
			Why:    `German "Chef", French "chef" and Russian "шеф" are bosses; an English chef cooks.`,
			Humans: "Of cooks: articles about kitchens and restaurants stay silent.",
			Misses: `"The chef" alone.`,
		},
		Phrases: phrasesOf(chefs), Judge: replace(chefs, not(articleHas("restaurant restaurants kitchen menu food cook cooking dishes recipe recipes michelin"))),
		Examples: []detect.Example{
			{Text: "The ⟦company chef⟧ resigned.", Suggest: "company boss"},
			{Text: "He met the ⟦chef of the police⟧ in Graz.", Suggest: "head of the police"},
			{Text: "Three ⟦party chefs⟧ signed the letter.", Suggest: "party leaders"},
		},
		NearMisses: []string{
			"The head chef resigned.",
			"The club chef cooked in a new kitchen.",
			"The chef of the hotel won a prize.",
		},
	},
	{
		Name: "false-friend-concurrence", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "ro", "ru"},
		Message:         `"Concurrence" for "competition".`,
		Doc: detect.Doc{
			What:   `"Chinese concurrence", "unfair concurrence", "concurrents" in a market or a match.`,
			Why:    `French "concurrence", German "Konkurrenz" are competition; English concurrence is agreement.`,
			Humans: "Of agreement, in law and politics, which is left alone.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(lowered(concurrence)), Judge: replace(concurrence),
		Examples: []detect.Example{
			{Text: "The firm suffers from ⟦Chinese concurrence⟧.", Suggest: "Chinese competition"},
			{Text: "Bakers complain of ⟦unfair concurrence⟧.", Suggest: "unfair competition"},
			{Text: "Her ⟦concurrents⟧ were faster.", Suggest: "competitors"},
		},
		NearMisses: []string{
			"The court gave its concurrence.",
			"The senate acts with the concurrence of both houses.",
			"The two terms run concurrently.",
		},
	},
	{
		Name: "false-friend-opinion-meaning", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl"},
		Message:         `"Meaning" for "opinion".`,
		Doc: detect.Doc{
			What:   `"In his meaning", "is of the meaning that".`,
			Why:    `German "Meinung", Dutch "mening" are opinions.`,
			Humans: "Not of opinions.",
			Misses: "Other constructions.",
		},
		Phrases: phrasesOf(meanings), Judge: replace(meanings),
		Examples: []detect.Example{
			{Text: "The minister ⟦is of the meaning⟧ that rents will fall.", Suggest: "is of the opinion"},
			{Text: "⟦In his meaning⟧, the bridge is safe.", Suggest: "In his opinion"},
			{Text: "Both experts ⟦are of the meaning⟧ that it will rain.", Suggest: "are of the opinion"},
		},
		NearMisses: []string{
			"In its plain meaning, the law bans it.",
			"She is unsure of the meaning of the word.",
			"There is comfort in their meaning well.",
		},
	},
	{
		Name: "false-friend-faction-fraction", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"de", "ru", "uk"},
		Message:         `"Fraction" for "parliamentary group".`,
		Doc: detect.Doc{
			What:   `"The fraction leader", "the SPD fraction", "the Duma fraction".`,
			Why:    `German "Fraktion", Russian "фракция" are parliamentary groups; an English fraction is a part.`,
			Humans: "Not of groups.",
			Misses: `"The fraction" alone.`,
		},
		Phrases: phrasesOf(lowered(fraction)), Judge: replace(fraction),
		Examples: []detect.Example{
			{Text: "The ⟦fraction leader⟧ asked for calm.", Suggest: "parliamentary group leader"},
			{Text: "The ⟦SPD fraction⟧ voted against it.", Suggest: "SPD parliamentary group"},
			{Text: "The ⟦parliamentary fraction⟧ met on Tuesday.", Suggest: "parliamentary group"},
		},
		NearMisses: []string{
			"A fraction of the votes was counted.",
			"The tax raised a tiny fraction.",
			"The leader of the faction asked for calm.",
		},
	},
	{
		Name: "false-friend-actual-question-ru", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "cs", "pl", "de"},
		Message:         `"Actual" for "topical" or "still relevant".`,
		Doc: detect.Doc{
			What:   `"The problem remains actual", "the question is very actual today".`,
			Why:    `Russian "актуальный", German "aktuell", Czech "aktuální" mean topical; English "actual" cannot be graded and does not stand after "remains".`,
			Humans: "Not in this sense.",
			Misses: `"Actual problems" before a noun, which English has in another sense.`,
		},
		Phrases: phrasesOf(topical), Judge: replace(topical, either(ended, followedBy("today now"))),
		Examples: []detect.Example{
			{Text: "The problem ⟦remains actual⟧ today.", Suggest: "remains topical"},
			{Text: "The question is ⟦especially actual⟧ in winter.", Suggest: "especially topical"},
			{Text: "His poems are ⟦more actual⟧ than ever.", Suggest: "more topical"},
		},
		NearMisses: []string{
			"The actual problem was rust.",
			"What remains is actual fear.",
			"There is more actual snow in May.",
		},
	},
	{
		Name: "false-friend-concrete-specific", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "cs", "pl", "es", "fr"},
		Message:         `"Concrete" for "specific".`,
		Doc: detect.Doc{
			What:   `"No concrete date", "concrete names", "concrete figures".`,
			Why:    `Russian "конкретный", German "konkret" single out; English has "specific", "exact" or nothing.`,
			Humans: `"Concrete steps", "concrete proposals", "concrete evidence" are English and not on the list.`,
			Misses: "Other nouns.",
		},
		Phrases: []string{"concrete date|dates|figures|names|persons|person|deadline|deadlines|amounts|numbers|details"},
		Judge:   exchange(1, "concrete=specific"),
		Examples: []detect.Example{
			{Text: "No ⟦concrete date⟧ was given.", Suggest: "specific date"},
			{Text: "He refused to give ⟦concrete names⟧.", Suggest: "specific names"},
			{Text: "There are no ⟦concrete figures⟧ yet.", Suggest: "specific figures"},
		},
		NearMisses: []string{
			"The concrete floor cracked.",
			"Ministers want concrete action.",
			"There is no concrete evidence.",
		},
	},
	{
		Name: "false-friend-perspective-prospects", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "es", "fr", "it"},
		Message:         `"Perspectives" for "prospects".`,
		Doc: detect.Doc{
			What:   `"Perspectives for growth", "career perspectives", "has no perspectives".`,
			Why:    `Russian "перспективы", German "Perspektiven", French "perspectives" are prospects; English perspectives are points of view.`,
			Humans: "Of points of view, which is left alone.",
			Misses: `"In perspective".`,
		},
		Phrases: phrasesOf(perspectives), Judge: replace(perspectives),
		Examples: []detect.Example{
			{Text: "The region has ⟦no perspectives⟧.", Suggest: "no prospects"},
			{Text: "The report sees ⟦perspectives for growth⟧.", Suggest: "prospects for growth"},
			{Text: "The young lack ⟦career perspectives⟧.", Suggest: "career prospects"},
		},
		NearMisses: []string{
			"She saw it from a new perspective.",
			"The panel heard three perspectives.",
			"It puts the defeat in perspective.",
		},
	},
	{
		Name: "false-friend-competent-authorities", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"es", "fr", "de", "it", "ru", "uk", "zh"},
		Message:         `"Competent authorities" or "organs" for the authorities in charge.`,
		Doc: detect.Doc{
			What:   `"The competent authorities", "competent organs", "law enforcement organs".`,
			Why:    `Spanish "autoridades competentes", German "zuständige Behörden", Russian "компетентные органы" and Chinese "有关部门" are formulas; English news says the authorities, the relevant agency, law enforcement.`,
			Humans: "In legal and European prose (\"the competent court\"), which is not on the list, and in the papers of India and its neighbours, which are left alone.",
			Misses: `"The relevant departments" (see relevant-departments).`,
		},
		Phrases: phrasesOf(competent), Judge: replace(competent, not(outerCircle)),
		Examples: []detect.Example{
			{Text: "He was handed to the ⟦competent authorities⟧.", Suggest: "authorities"},
			{Text: "⟦Law enforcement organs⟧ opened a case.", Suggest: "Law enforcement agencies"},
			{Text: "The matter was passed to the ⟦competent organs⟧.", Suggest: "authorities"},
		},
		NearMisses: []string{
			"A competent driver would have stopped.",
			"The competent court ruled in May.",
			"The plan needs the nod of the competent authority, officials in Pune said.",
			"Law enforcement agencies opened a case.",
		},
	},
	{
		Name: "false-friend-region-territory-ru", Family: detect.FalseFriend, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "pl"},
		Message:         `"On the territory of" for "in" or "at".`,
		Doc: detect.Doc{
			What:   `"On the territory of the plant", "in the territory of Ukraine" for a plain "in" or "at".`,
			Why:    `Russian "на территории", Ukrainian "на території", Czech "na území" are plain prepositions of place. In WMT 2021–2023 the words stand two hundred times as often in machine translation from Ukrainian as in native news.`,
			Humans: "Of claims to land and in international law; sentences about occupation, sovereignty and borders stay silent.",
			Misses: `"The territory of the plant" as subject.`,
		},
		Phrases: phrasesOf(territory), Judge: replace(territory, not(sentenceHas("occupied occupation annexed annexation sovereign sovereignty claim claims disputed treaty seized border borders invaded conquered"))),
		Examples: []detect.Example{
			{Text: "A fire broke out ⟦on the territory of⟧ the plant.", Suggest: "in"},
			{Text: "Two bears live ⟦in the territory of⟧ the reserve.", Suggest: "in"},
			{Text: "Cars may not be parked ⟦on the territory of⟧ the hospital.", Suggest: "in"},
		},
		NearMisses: []string{
			"Both sides claim the territory.",
			"Troops stood on the territory of the annexed province.",
			"She grew up in the Northern Territory of Australia.",
		},
	},
	{
		Name: "false-friend-measures-carried-out", Family: detect.FalseFriend, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh", "cs", "ja"},
		Message:         `A light verb with "measures" or "activities"; write what was done.`,
		Doc: detect.Doc{
			What:   `"Carried out the necessary measures", "conducted activities", "a set of measures was implemented".`,
			Why:    `Russian "проводить мероприятия" and Chinese "开展工作" name no act; English has a verb for each of them.`,
			Humans: "Officials write so; the plain \"implement measures\" is English and left alone.",
			Misses: "Passives.",
		},
		Phrases: []string{
			"carry|carries|carried|carrying out|conduct [the|all|various|a set of|a number of] [necessary|relevant|preventive|corresponding|appropriate|special|preparatory] measures|activities|works",
			"(carry|carries|carried|carrying) out [the|all|various|some] [necessary|relevant|preventive|corresponding|appropriate|special|preparatory] measures|activities|works|work on",
			"conduct|conducted|conducts|conducting [the|various|preventive|explanatory|preparatory] measures|activities|works",
		},
		Judge: take(not(sentenceHas("surveillance military criminal espionage illegal terrorist research"))),
		Examples: []detect.Example{
			{Text: "Crews will ⟦carry out the necessary measures⟧.", Suggest: ""},
			{Text: "The city ⟦carried out activities⟧ for pupils.", Suggest: ""},
			{Text: "The school ⟦conducted preventive activities⟧ in May.", Suggest: ""},
		},
		NearMisses: []string{
			"Police carried out a raid.",
			"The measures carried a high price.",
			"The firm carries out research activities in Graz.",
		},
	},
	{
		Name: "false-friend-realization-sale-ru", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "fr", "it"},
		Message:         `"Realization" for carrying out or selling.`,
		Doc: detect.Doc{
			What:   `"The realization of the project", "the realisation of the programme", "realization of goods".`,
			Why:    `Russian "реализация", French "réalisation" are the carrying out of a plan, or the sale of goods; English realization is a thought.`,
			Humans: "Architects and planners; dreams and potential are realized, and are not on the list.",
			Misses: "Other nouns.",
		},
		Phrases: []string{"realization|realisation of the|this|these|such project|plan|program|programme|order|tasks|task|policy|goods|works|reform"},
		Judge:   exchange(1, "realization=implementation, realisation=implementation"),
		Examples: []detect.Example{
			{Text: "Funds for the ⟦realization of the project⟧ ran out.", Suggest: "implementation of the project"},
			{Text: "The ⟦realisation of this programme⟧ takes ten years.", Suggest: "implementation of this programme"},
			{Text: "The state oversees the ⟦realization of the plan⟧.", Suggest: "implementation of the plan"},
		},
		NearMisses: []string{
			"The realization of what he had done hit him.",
			"It was the realization of a dream.",
			"The project was realised in May.",
		},
	},
	{
		Name: "false-friend-gratis-cost-free", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "es", "it", "nl"},
		Message:         `"Gratuitous" or "cost-free" for "free".`,
		Doc: detect.Doc{
			What:   `"Entry is gratuitous", "admission is gratis", "gratuitous parking".`,
			Why:    `French "gratuit", German "kostenlos" and "gratis" are plain "free"; English "gratuitous" means uncalled for.`,
			Humans: "Of uncalled-for things, which is left alone.",
			Misses: "Other subjects.",
		},
		Phrases: phrasesOf(gratis), Judge: replace(gratis),
		Examples: []detect.Example{
			{Text: "⟦Entry is gratuitous⟧ for pupils.", Suggest: ""},
			{Text: "The museum offers ⟦gratuitous entry⟧ on Sunday.", Suggest: "free entry"},
			{Text: "Visitors find ⟦gratuitous parking⟧ by the lake.", Suggest: "free parking"},
		},
		NearMisses: []string{
			"The film is full of gratuitous violence.",
			"The insult was gratuitous.",
			"Entry is free.",
		},
	},
	{
		Name: "false-friend-opportune-adequate-es", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"es", "pt", "it", "ca", "ru"},
		Message:         `"Opportune", "pertinent" or "corresponding" as officialese for "appropriate" or "relevant".`,
		Doc: detect.Doc{
			What:   `"The pertinent investigations", "opportune measures", "the corresponding authority".`,
			Why:    `Spanish "oportuno", "pertinente", "correspondiente" and Russian "соответствующий" fill official sentences; English says "appropriate", "relevant" or nothing.`,
			Humans: `"A pertinent question", "an opportune moment" are English and not on the list.`,
			Misses: "Other nouns.",
		},
		Phrases: []string{
			"opportune measures|actions|investigations|procedures|decisions", "pertinent investigations|investigation|measures|authorities|procedures",
			"corresponding authority|authorities|complaint|investigation|permits|permit|sanctions|decree|order",
		},
		Judge: exchange(1, "opportune=appropriate, pertinent=relevant, corresponding=relevant"),
		Examples: []detect.Example{
			{Text: "Police opened the ⟦pertinent investigations⟧.", Suggest: "relevant investigations"},
			{Text: "The mayor announced ⟦opportune measures⟧.", Suggest: "appropriate measures"},
			{Text: "He filed the ⟦corresponding complaint⟧.", Suggest: "relevant complaint"},
		},
		NearMisses: []string{
			"It was a pertinent question.",
			"It seemed an opportune moment.",
			"Sales fell by a corresponding amount.",
		},
	},
	{
		Name: "false-friend-brave-good", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "it", "de", "es"},
		Off:             true,
		Message:         `"Brave" for "good" or "decent".`,
		Doc: detect.Doc{
			What:   `"A brave pupil", "brave taxpayers" for well-behaved or decent people.`,
			Why:    `German "brav", French "brave" before a noun mean decent or well-behaved.`,
			Humans: "Off by default: anybody on the list can be brave in earnest, and no data shows how often each is meant.",
			Misses: "Other persons.",
		},
		Phrases: []string{"brave pupil|housewife|churchgoer|taxpayer|taxpayers|customers|employee|employees"},
		Judge:   exchange(1, "brave=decent"),
		Examples: []detect.Example{
			{Text: "She was always a ⟦brave pupil⟧.", Suggest: "decent pupil"},
			{Text: "The ⟦brave taxpayers⟧ foot the bill.", Suggest: "decent taxpayers"},
			{Text: "He was a ⟦brave employee⟧ for forty years.", Suggest: "decent employee"},
		},
		NearMisses: []string{
			"The brave firefighters went in.",
			"A brave dog saved the child.",
			"The pupil was brave.",
		},
	},
}

var (
	chefs = slices.Concat(
		each("company government club group bank union police army", "% chef", "% boss"), each("company government club group bank union police army", "% chefs", "% bosses"),
		[]swap{{"party chef", "party leader"}, {"party chefs", "party leaders"}, {"chef of the police|company|state|government|party|army|union|club|bank", "head of the _"}},
	)
	concurrence = slices.Concat(
		each("Chinese American foreign unfair strong fierce", "% concurrence", "% competition"),
		[]swap{{"concurrents", "competitors"}, {"free concurrence", "free competition"}, {"because of the concurrence", "because of the competition"}, {"the concurrence of the|other|large|big supermarkets|companies|chains|rivals|platforms|airlines", ""}},
	)
	meanings = slices.Concat(
		each("is are was were", "% of the meaning", "% of the opinion"),
		each("my his her our", "in % meaning", "in % opinion"),
	)
	fraction = slices.Concat(
		each("leader chairman chief chairwoman head members", "fraction %", "parliamentary group %"),
		each("CDU SPD FDP AfD CSU Duma", "% fraction", "% parliamentary group"),
		[]swap{{"parliamentary fraction", "parliamentary group"}, {"parliamentary fractions", "parliamentary groups"}},
	)
	topical      = each("remains remain remained very especially particularly extremely more", "% actual", "% topical")
	perspectives = slices.Concat(
		each("no good bright career growth economic development", "% perspectives", "% prospects"),
		each("growth development improvement employment", "perspectives for|of %", "prospects for %"),
	)
	competent = []swap{
		{"competent authorities|organs|bodies|services", "authorities"},
		{"competent authority|organ|body|service|agency", "authority"},
		{"law enforcement organs|bodies", "law enforcement agencies"},
		{"investigative organs", "investigators"},
		{"judicial organs", "courts"},
		{"state organs", "state bodies"},
		{"security organs", "security services"},
	}
	territory = []swap{{"on|in|across the [entire|whole] territory of", "in"}, {"throughout the [entire|whole] territory of", "throughout"}}
	gratis    = slices.Concat(
		each("entry access admission parking", "gratuitous %", "free %"),
		[]swap{{"entry|entrance|access|admission|parking is|was|are gratis|gratuitous", ""}},
	)
)

// lowered is used where a table is written with the capitals of its names.
func lowered(table []swap) []swap {
	out := slices.Clone(table)
	for i := range out {
		out[i].phrase = strings.ToLower(out[i].phrase)
	}
	return out
}
