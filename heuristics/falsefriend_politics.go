package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
)

// falseFriendPolitics are cognates of parties, parliaments, protests and courts.
var falseFriendPolitics = []detect.Heuristic{
	{
		Name: "false-friend-manifestation", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "pt", "ro", "it", "pl"},
		Message:         `"Manifestation" for "demonstration".`,
		Doc: detect.Doc{
			What:   `"A manifestation against", "the manifestation took place", "manifestants".`,
			Why:    `French "manifestation", Spanish "manifestación" are demonstrations; an English manifestation is a sign of something.`,
			Humans: "Not of marches. Manifestations of an illness or a feeling are left alone.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(manifestation), Judge: replace(manifestation),
		Examples: []detect.Example{
			{Text: "A ⟦manifestation against⟧ the reform drew 5,000 people.", Suggest: "demonstration against"},
			{Text: "The ⟦manifestants⟧ left the square at noon.", Suggest: "demonstrators"},
			{Text: "Two ⟦manifestations were banned⟧ in June.", Suggest: "demonstrations were banned"},
		},
		NearMisses: []string{
			"The rash is a manifestation of the disease.",
			"Manifestations of grief filled the square.",
			"The fear manifested itself in silence.",
		},
	},
	{
		Name: "false-friend-polemic", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ca"},
		Message:         `"Polemic" for "row" or "controversy".`,
		Doc: detect.Doc{
			What:   `"The polemic around", "a new polemic", "the polemic law" for a public row.`,
			Why:    `French "polémique" and Spanish "polémica" are rows; an English polemic is a text or a speech that attacks.`,
			Humans: "Of such texts: articles about books, films and speeches stay silent.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(polemic), Judge: replace(polemic, not(followedBy("against")), not(articleHas("book essay pamphlet film novel author speech writer writings tract documentary play"))),
		Examples: []detect.Example{
			{Text: "The ⟦polemic around⟧ the statue continues.", Suggest: "row over"},
			{Text: "The mayor is again in ⟦full polemic⟧.", Suggest: "a row"},
			{Text: "He defended the ⟦polemic decision⟧ on Monday.", Suggest: "controversial decision"},
		},
		NearMisses: []string{
			"His book is a polemic against progress, and the polemic over it goes on.",
			"She wrote a polemic on schools for the essay prize.",
			"His polemical tone annoyed the committee.",
		},
	},
	{
		Name: "false-friend-deputy-mp", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru", "uk", "cs", "pl"},
		Message:         `"Deputy" for a member of parliament.`,
		Doc: detect.Doc{
			What:   `"The socialist deputy", "deputies of the State Duma", "people's deputy".`,
			Why:    `French "député", Spanish "diputado", Russian "депутат" are members of parliament; an English deputy stands in for somebody or serves a sheriff. In WMT 2021–2023 the wording is common in machine translation from Ukrainian and Russian and absent from native news.`,
			Humans: "Of some foreign parliaments, whose members agencies call deputies, so it weighs little.",
			Misses: `"The deputy" alone.`,
		},
		Phrases: phrasesOf(deputy), Judge: replace(deputy, not(sovietDeputies), not(followedBy("mayor minister prime leader head chairman director secretary president governor speaker editor commissioner first chief assistant prosecutor attorney general - whip"))),
		Examples: []detect.Example{
			{Text: "The ⟦socialist deputy⟧ asked for a vote.", Suggest: "socialist MP"},
			{Text: "⟦Deputies of the State Duma⟧ met on Monday.", Suggest: "Members of the State Duma"},
			{Text: "Two ⟦people's deputies⟧ left the hall.", Suggest: "MPs"},
		},
		NearMisses: []string{
			"The deputy mayor spoke.",
			"A sheriff's deputy was shot.",
			"The opposition deputy leader resigned.",
			"In 1989 she entered the Congress of People's Deputies.",
		},
	},
	{
		Name: "false-friend-process-trial", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"es", "pt", "de", "it", "cs", "pl"},
		Message:         `"Process" for "trial".`,
		Doc: detect.Doc{
			What:   `"The process against the ex-mayor", "criminal process", "the process before the court".`,
			Why:    `Spanish "proceso", German "Prozess", Czech "proces" are trials; English processes go on in courts only as "due process" or "process of law".`,
			Humans: "In legal prose, and of appeals, impeachment and complaints, which are left alone.",
			Misses: `"The process" alone.`,
		},
		Phrases: phrasesOf(process), Judge: replace(process, whereSaid("criminal", not(precededBy("the this our"))), not(precededBy("due appeal appeals impeachment peace complaints legal vetting")), not(sentenceHas("impeachment appeal extradition service"))),
		Examples: []detect.Example{
			{Text: "The ⟦process against⟧ the ex-mayor starts today.", Suggest: "trial of"},
			{Text: "He faces a ⟦criminal process⟧ in Porto.", Suggest: "criminal case"},
			{Text: "The ⟦judicial process against⟧ her lasted a year.", Suggest: "trial of"},
		},
		NearMisses: []string{
			"The peace process stalled.",
			"She was denied due process before the court.",
			"The judge called it an abuse of the criminal process.",
			"The impeachment process against him failed.",
		},
	},
	{
		Name: "false-friend-militant-activist", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         `"Militant" for "activist" or "party member".`,
		Doc: detect.Doc{
			What:   `"Party militants", "a feminist militant", "militants of the Socialist Party".`,
			Why:    `French "militant", Spanish "militante" are members and campaigners; English militants carry arms.`,
			Humans: `As an adjective ("a militant feminist") and in British talk of trade unions in the 1970s and 1980s.`,
			Misses: `"Militants" alone.`,
		},
		Phrases: phrasesOf(militant), Judge: replace(militant, not(followedBy("group groups wing faction campaign action organisation organization movement tactics")), whereSaid("of", not(articleHas("maoist maoists naxal naxals guerrilla guerrillas rebel rebels insurgent insurgents insurgency gunmen gunfight ambush")))),
		Examples: []detect.Example{
			{Text: "⟦Party militants⟧ will vote on Sunday.", Suggest: "Party members"},
			{Text: "A ⟦feminist militant⟧ climbed the statue.", Suggest: "feminist activist"},
			{Text: "The ⟦militants of the Socialist⟧ federation met.", Suggest: "members of the Socialist"},
		},
		NearMisses: []string{
			"Militants attacked the convoy.",
			"A militant feminist climbed the statue.",
			"The union militant wing split off.",
			"Militants of the Communist Party (Maoist) blew up a bridge.",
		},
	},
	{
		Name: "false-friend-environmental-candidate", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it"},
		Message:         `"Environmental" or "ecologist" for the Green party.`,
		Doc: detect.Doc{
			What:   `"The environmental candidate", "the ecologist mayor", "the ecologists will abstain" of a Green party.`,
			Why:    `French "écologiste" and Spanish "ecologista" name the Greens; English has the party's name.`,
			Humans: "Of scholars who are ecologists, and of environmental groups, which are left alone.",
			Misses: `"Green mayor", which is English.`,
		},
		Phrases: phrasesOf(greens), Judge: replace(greens, not(sentenceHas("species biologist university habitat"))),
		Examples: []detect.Example{
			{Text: "The ⟦environmental candidate⟧ won 4 per cent.", Suggest: "Green Party candidate"},
			{Text: "The ⟦ecologist mayor⟧ closed the street.", Suggest: "Green mayor"},
			{Text: "In the second round, ⟦the ecologists will⟧ abstain.", Suggest: "the Greens will"},
		},
		NearMisses: []string{
			"The environmental group sued.",
			"The ecologist counted the birds.",
			"The environmental leaders' summit opened.",
		},
	},
	{
		Name: "false-friend-candidature", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt"},
		Message:         `"Candidature" for "candidacy", "bid" or "application".`,
		Doc: detect.Doc{
			What:   "A candidature for an office, a title or an event.",
			Why:    `French "candidature", Spanish "candidatura"; English news writes candidacy or bid, application for a post.`,
			Humans: "British writers use it now and then, and sports bodies in their own names, so it weighs little; in India it is the usual word, and articles from there are left alone.",
			Misses: `"To present one's candidacy".`,
		},
		Phrases: phrasesOf(candidature), Judge: replace(candidature, not(capitalAt(0)), not(outerCircle)),
		Examples: []detect.Example{
			{Text: "She announced her ⟦candidature⟧ on Sunday.", Suggest: "candidacy"},
			{Text: "Three ⟦candidatures⟧ were filed.", Suggest: "candidacies"},
			{Text: "The ⟦candidature⟧ of Lyon was withdrawn.", Suggest: "candidacy"},
		},
		NearMisses: []string{
			"She announced her candidacy.",
			"Three candidates were heard.",
			"The Candidature Committee met.",
			"In Lucknow the party announced her candidature.",
		},
	},
	{
		Name: "false-friend-personality", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de"},
		Message:         `"Personalities" for "public figures".`,
		Doc: detect.Doc{
			What:   `"Several personalities", "political personalities" for well-known people.`,
			Why:    `French "personnalités", German "Persönlichkeiten" are public figures.`,
			Humans: "Of broadcasters (\"television personalities\"), and of characters; both are left alone.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(personalities), Judge: replace(personalities, not(sentenceHas("disorder psychology traits multiple types"))),
		Examples: []detect.Example{
			{Text: "⟦Several personalities⟧ signed the letter.", Suggest: "Several public figures"},
			{Text: "The mayor invited ⟦political personalities⟧.", Suggest: "political figures"},
			{Text: "⟦Numerous personalities⟧ attended the mass.", Suggest: "Numerous public figures"},
		},
		NearMisses: []string{
			"They have different personalities.",
			"Television personalities sang.",
			"The two leaders have strong personalities.",
		},
	},
}

var (
	manifestation = []swap{
		{"manifestation against", "demonstration against"},
		{"manifestations against", "demonstrations against"},
		{"manifestation took place", "demonstration took place"},
		{"manifestation was banned", "demonstration was banned"},
		{"manifestations were banned", "demonstrations were banned"},
		{"manifestation called|organised|organized by", "demonstration called by"},
		{"manifestant", "demonstrator"},
		{"manifestants", "demonstrators"},
		{"manifested|manifesting against", "demonstrated against"},
	}
	polemic = []swap{
		{"polemic around|about|over|surrounding", "row over"},
		{"polemics around|about|over|surrounding", "rows over"},
		{"new|big|great|strong polemic", "new row"},
		{"full polemic", "a row"},
		{"(a|the) polemic .|,|in|among|within|between|after|that|with", ""},
		{"surrounded by polemic", "dogged by controversy"},
		{"polemic minister|president|singer|player|coach|mayor|actor|video|song|photo|photos|measure|phrase|arrest", "controversial _"},
		{"polemic decision|statement|statements|law|tweet|goal|reform|figure", "controversial _"},
	}
	deputy = slices.Concat(
		each("socialist communist conservative liberal opposition", "% deputy", "% MP"),
		each("socialist communist conservative liberal opposition", "% deputies", "% MPs"),
		each("national", "% deputy", "MP"), each("national", "% deputies", "MPs"),
		each("regional municipal city", "% deputy", "% councillor"), each("regional municipal city", "% deputies", "% councillors"),
		[]swap{
			{"people 's deputy", "MP"},
			{"people 's deputies", "MPs"},
			{"deputies of the state duma", "members of the State Duma"},
			{"deputy of the state duma", "member of the State Duma"},
			{"deputies of the duma|rada|bundestag|congress|parliament", "members of parliament"},
			{"deputy of the duma|rada|bundestag|congress|parliament", "member of parliament"},
			{"deputies of the verkhovna rada", "members of the Verkhovna Rada"},
			{"deputy of the verkhovna rada", "member of the Verkhovna Rada"},
			{"deputies of the national assembly", "members of the National Assembly"},
			{"deputy of the national assembly", "member of the National Assembly"},
			{"deputies voted|adopted the|a|this law|text|bill|budget|reform", ""},
		},
	)
	process = []swap{
		{"process against", "trial of"},
		{"criminal|judicial process against", "trial of"},
		{"criminal process", "criminal case"},
		{"criminal processes", "criminal cases"},
		{"the judicial process will last|continue|resume|open|begin", ""},
		{"process before the [regional|district|supreme|criminal|high] court", ""},
	}
	militant = slices.Concat(
		each("party", "% militants", "% members"), each("party", "% militant", "% member"),
		each("socialist feminist environmental ecologist gay political grassroots anti-racist", "% militants", "% activists"),
		each("socialist feminist environmental ecologist gay political grassroots anti-racist", "% militant", "% activist"),
		[]swap{
			{"human rights militants", "human rights activists"},
			{"animal rights militants", "animal rights activists"},
			{"militants of the party|left|right", "members of the _"},
			{"militants of the socialist", "members of the Socialist"},
			{"militants of the communist", "members of the Communist"},
		},
	)
	greens = []swap{
		{"environmental|environmentalist|ecologist|ecological [presidential] candidate", "Green Party candidate"},
		{"environmental|environmentalist|ecologist|ecological [presidential] candidates", "Green Party candidates"},
		{"environmentalist|ecologist|ecological mayor", "Green mayor"},
		{"environmentalist|ecologist|ecological mayors", "Green mayors"},
		{"environmentalist|ecologist|ecological deputy|mp|mep|senator|party|list", "Green _"},
		{"the ecologists will|voted|abstained", "the Greens _"},
	}
	candidature   = []swap{{"candidature", "candidacy"}, {"candidatures", "candidacies"}}
	personalities = slices.Concat(
		each("several numerous important leading well-known prominent", "% personalities", "% public figures"),
		each("political", "% personalities", "% figures"),
	)
)

// sovietDeputies holds in the name of the Congress of People's Deputies.
func sovietDeputies(doc *detect.Document, hit detect.Hit) bool {
	return capitalAt(-1)(doc, hit) && precededBy("of")(doc, hit)
}
