package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// falseFriend are the heuristics of cognates that mean something else. None
// looks at a word alone: "actual", "sensible" and "eventual" are good English,
// and only their company shows that the other language's word stands behind
// them.
var falseFriend = slices.Concat(falseFriendPublicLife, falseFriendEvents, falseFriendEastern)

// falseFriendPublicLife are cognates of politics, law and offices.
var falseFriendPublicLife = []detect.Heuristic{
	{
		Name: "false-friend-actual", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "nl", "ru"},
		Message:         `"Actual" for "current".`,
		Doc: detect.Doc{
			What:   `"The actual president", "the actual government" for the one in office now.`,
			Why:    `French "actuel", Spanish "actual", German "aktuell" mean current; English "actual" means real.`,
			Humans: `Where the real one is set against another ("the actual owner was her brother"): sentences with such a contrast stay silent, and "actual cost", "actual number" are never looked at.`,
			Misses: `"Actually" for "currently".`,
		},
		Phrases: phrasesOf(actual), Judge: replace(actual, not(sentenceHas("not never rather than fake impostor actor played plays instead real but nominal alleged"))),
		Examples: []detect.Example{
			{Text: "⟦The actual president⟧ of the club is Ana Ruiz.", Suggest: "The current president"},
			{Text: "Voters blame ⟦the actual government⟧ for the strike.", Suggest: "the current government"},
			{Text: "He lost to ⟦the actual champion⟧ in Turin.", Suggest: "the current champion"},
		},
		NearMisses: []string{
			"The actual cost was higher.",
			"The actor met the actual president he plays in the film.",
			"The actual owner was not the man who signed.",
		},
	},
	{
		Name: "false-friend-eventual", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt", "cs", "pl", "ru"},
		Message:         `"Eventual" for "possible".`,
		Doc: detect.Doc{
			What:   `"An eventual candidacy", "eventual victims", "any eventual problems" for what may or may not come.`,
			Why:    `French "éventuel", German "eventuell" and Russian "эвентуальный" mean possible; English "eventual" means final.`,
			Humans: `Of what did come in the end ("the eventual winner", "an eventual return to power"), which is not on the list.`,
			Misses: `"Eventually" for "possibly".`,
		},
		Phrases: phrasesOf(eventual), Judge: replace(eventual),
		Examples: []detect.Example{
			{Text: "He ruled out ⟦an eventual candidacy⟧.", Suggest: "a possible candidacy"},
			{Text: "The ministry fears ⟦eventual victims⟧.", Suggest: "possible victims"},
			{Text: "The police are ready for ⟦any eventual attack⟧.", Suggest: "any attack"},
		},
		NearMisses: []string{
			"She lost to the eventual winner.",
			"He hopes for an eventual return to power.",
			"Their eventual marriage surprised nobody.",
		},
	},
	{
		Name: "false-friend-pretend", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "pt", "ro", "it", "ca"},
		Message:         `"Pretend" for "intend" or "claim".`,
		Doc: detect.Doc{
			What:   `"Pretends to" before what somebody aims at: to reduce, to reform, to build.`,
			Why:    `Spanish and Portuguese "pretender" mean to intend, French "prétendre" to claim; English "pretend" means to feign.`,
			Humans: `Where somebody feigns ("pretended to be asleep"); only verbs of plans are on the list. A polemical writer may say that a government pretends to reform.`,
			Misses: `"Pretends that".`,
		},
		Phrases: []string{"pretend|pretends|pretended|pretending to " + aims},
		Judge:   exchange(1, "pretend=intend, pretends=intends, pretended=intended, pretending=intending", not(sentenceHas("only not never stop merely"))),
		Examples: []detect.Example{
			{Text: "The government ⟦pretends to reduce⟧ the deficit by half.", Suggest: "intends to reduce"},
			{Text: "The club ⟦pretends to build⟧ a stadium by the river.", Suggest: "intends to build"},
			{Text: "They ⟦pretend to launch⟧ the service in May.", Suggest: "intend to launch"},
		},
		NearMisses: []string{
			"The boy pretended to be asleep.",
			"They only pretend to reform the police.",
			"He pretended to open the door.",
		},
	},
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
		Phrases: phrasesOf(deputy), Judge: replace(deputy, not(followedBy("mayor minister prime leader head chairman director secretary president governor speaker editor commissioner first chief assistant prosecutor attorney general - whip"))),
		Examples: []detect.Example{
			{Text: "The ⟦socialist deputy⟧ asked for a vote.", Suggest: "socialist MP"},
			{Text: "⟦Deputies of the State Duma⟧ met on Monday.", Suggest: "Members of the State Duma"},
			{Text: "Two ⟦people's deputies⟧ left the hall.", Suggest: "MPs"},
		},
		NearMisses: []string{
			"The deputy mayor spoke.",
			"A sheriff's deputy was shot.",
			"The opposition deputy leader resigned.",
		},
	},
	{
		Name: "false-friend-collaborator-staff", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"es", "it", "fr", "ro", "de"},
		Message:         `"Collaborators" for "aides" or "staff".`,
		Doc: detect.Doc{
			What:   `A politician's or manager's "collaborators", "closest collaborators".`,
			Why:    `French "collaborateurs", Italian "collaboratori" and Spanish "colaboradores" are staff; English collaborators make a work together, or serve an enemy.`,
			Humans: "Of artists and scholars: articles about music, film, books and research stay silent.",
			Misses: "The word without an owner.",
		},
		Phrases: phrasesOf(collaborators), Judge: replace(collaborators, not(articleHas("album song songs film films band music musical musician writer writers director studio singer guitarist producer research researchers scientists scientist art artist artists actor theatre theater novel book paper study nazi regime"))),
		Examples: []detect.Example{
			{Text: "The chancellor met her ⟦closest collaborators⟧.", Suggest: "closest aides"},
			{Text: "Three ⟦collaborators of the minister⟧ resigned.", Suggest: "aides to the minister"},
			{Text: "The mayor praised his ⟦close collaborators⟧.", Suggest: "close aides"},
		},
		NearMisses: []string{
			"The band and their close collaborators played on.",
			"The researchers and their main collaborators met.",
			"Collaborators were shot after the war.",
		},
	},
	{
		Name: "false-friend-responsible-noun", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt", "ru"},
		Message:         `"The responsible" for the person in charge.`,
		Doc: detect.Doc{
			What:   `"The responsible of the centre", "the responsible said", "responsibles".`,
			Why:    `French "le responsable", Spanish "el responsable" and German "der Verantwortliche" are nouns; English "responsible" is none.`,
			Humans: "Not as a noun.",
			Misses: `"The responsible person".`,
		},
		Phrases: []string{"the|a responsible of the|a|this|his|her|our", "responsibles", "the|a responsible said|explained|told|declared|added|assured"},
		Judge:   judgeResponsible,
		Examples: []detect.Example{
			{Text: "⟦The responsible of⟧ the centre denied it.", Suggest: "The head of"},
			{Text: "The ⟦responsibles⟧ met on Friday.", Suggest: "officials"},
			{Text: "⟦The responsible said⟧ the pool would reopen.", Suggest: "The official said"},
		},
		NearMisses: []string{
			"The responsible driver waited.",
			"Those responsible will be punished.",
			"He is the one responsible for the fire.",
		},
	},
	{
		Name: "false-friend-formation", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "ru", "ro"},
		Message:         `"Formation" for "party" or "training".`,
		Doc: detect.Doc{
			What:   `"Political formation", "formation of the far right", "professional formation", "formation centre".`,
			Why:    `French "formation", Spanish "formación" are a party or group and also training; English formations are of jets, rocks and the ways things form.`,
			Humans: "Political scientists write of political formations.",
			Misses: `"The formation" for a band or a team.`,
		},
		Phrases: phrasesOf(formation), Judge: replace(formation),
		Examples: []detect.Example{
			{Text: "The leader of the ⟦political formation⟧ resigned.", Suggest: "party"},
			{Text: "She runs a ⟦formation centre⟧ in Lille.", Suggest: "training centre"},
			{Text: "The pupils receive ⟦professional formation⟧.", Suggest: "vocational training"},
		},
		NearMisses: []string{
			"The jets flew in formation.",
			"The formation of the government took weeks.",
			"The rock formation drew tourists.",
		},
	},
	{
		Name: "false-friend-direction-management", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru"},
		Message:         `"Direction" for "management".`,
		Doc: detect.Doc{
			What:   `"The direction of the hospital refused", "the direction announced" for those who run it.`,
			Why:    `French "direction", Spanish "dirección" and German "Direktion" are the management.`,
			Humans: `Of where one goes or where a thing is heading ("unhappy with the direction of the party"); so a verb of saying or deciding must follow.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{
			"the direction of the school|hospital|company|club|group|museum|prison|factory|clinic|establishment|theatre|theater|channel|newspaper|airline|bank|hotel|university refused|announced|decided|said|denied|denies|assured|assures|confirmed|confirms|declined|wants|plans|promised",
			"the direction announced|decided|refused|denies|denied|assures|assured",
		},
		Judge: judgeDirection,
		Examples: []detect.Example{
			{Text: "⟦The direction of the hospital⟧ refused to comment.", Suggest: "The management of the hospital"},
			{Text: "On Monday ⟦the direction⟧ announced 40 layoffs.", Suggest: "the management"},
			{Text: "⟦The direction of the museum⟧ confirmed the theft.", Suggest: "The management of the museum"},
		},
		NearMisses: []string{
			"They walked in the direction of the hospital.",
			"Many are unhappy with the direction of the party.",
			"The direction of the wind changed.",
		},
	},
	{
		Name: "false-friend-organism-body", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"es", "fr", "it", "pt", "ru"},
		Message:         `"Organism" for "agency" or "body".`,
		Doc: detect.Doc{
			What:   `"Public organism", "international organism", "the UN organism".`,
			Why:    `French "organisme", Spanish "organismo" are agencies; an English organism lives.`,
			Humans: "Not of agencies.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(organism), Judge: replace(organism),
		Examples: []detect.Example{
			{Text: "The ⟦public organism⟧ will pay the debt.", Suggest: "public body"},
			{Text: "Three ⟦international organisms⟧ signed.", Suggest: "international bodies"},
			{Text: "The ⟦regulatory organism⟧ fined the bank.", Suggest: "regulatory body"},
		},
		NearMisses: []string{
			"The organism reproduces fast.",
			"Marine organisms died in the lake.",
			"A public health organism test failed.",
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
		Phrases: phrasesOf(process), Judge: replace(process, not(precededBy("due appeal appeals impeachment peace complaints legal vetting")), not(sentenceHas("impeachment appeal extradition service"))),
		Examples: []detect.Example{
			{Text: "The ⟦process against⟧ the ex-mayor starts today.", Suggest: "trial of"},
			{Text: "He faces a ⟦criminal process⟧ in Porto.", Suggest: "criminal case"},
			{Text: "The ⟦judicial process against⟧ her lasted a year.", Suggest: "trial of"},
		},
		NearMisses: []string{
			"The peace process stalled.",
			"She was denied due process before the court.",
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
		Phrases: phrasesOf(militant), Judge: replace(militant, not(followedBy("group groups wing faction campaign action organisation organization movement tactics"))),
		Examples: []detect.Example{
			{Text: "⟦Party militants⟧ will vote on Sunday.", Suggest: "Party members"},
			{Text: "A ⟦feminist militant⟧ climbed the statue.", Suggest: "feminist activist"},
			{Text: "The ⟦militants of the Socialist⟧ federation met.", Suggest: "members of the Socialist"},
		},
		NearMisses: []string{
			"Militants attacked the convoy.",
			"A militant feminist climbed the statue.",
			"The union militant wing split off.",
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
			Humans: "British writers use it now and then, and sports bodies in their own names; so it weighs little.",
			Misses: `"To present one's candidacy".`,
		},
		Phrases: phrasesOf(candidature), Judge: replace(candidature, not(capitalAt(0))),
		Examples: []detect.Example{
			{Text: "She announced her ⟦candidature⟧ on Sunday.", Suggest: "candidacy"},
			{Text: "Three ⟦candidatures⟧ were filed.", Suggest: "candidacies"},
			{Text: "The ⟦candidature⟧ of Lyon was withdrawn.", Suggest: "candidacy"},
		},
		NearMisses: []string{
			"She announced her candidacy.",
			"Three candidates were heard.",
			"The Candidature Committee met.",
		},
	},
	{
		Name: "false-friend-ancient-former", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "ro", "it", "es"},
		Message:         `"Ancient" for "former".`,
		Doc: detect.Doc{
			What:   `"The ancient minister", "an ancient player", "ancient combatants".`,
			Why:    `French "ancien" before a role means former.`,
			Humans: "In jest of the old, and of antiquity: offices that antiquity had (king, senator) are not on the list.",
			Misses: "Roles outside the list.",
		},
		Phrases: phrasesOf(ancient), Judge: replace(ancient),
		Examples: []detect.Example{
			{Text: "The ⟦ancient minister⟧ was acquitted.", Suggest: "former minister"},
			{Text: "Two ⟦ancient players⟧ of the club spoke.", Suggest: "former players"},
			{Text: "The ⟦ancient combatants⟧ laid a wreath.", Suggest: "veterans"},
		},
		NearMisses: []string{
			"The ancient temple was looted.",
			"Ancient kings lie buried here.",
			"The ancient Romans built it.",
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
	actual = []swap{
		{"the actual president|government|minister|mayor|owner|champion|coach|leader|crisis|context|director|chairman|holder|leadership|king|administration|legislature|economic", "the current _"},
		{"the actual prime minister", "the current prime minister"},
		{"at the actual moment", "at the moment"},
		{"in the actual situation|context|circumstances", "in the current _"},
	}
	eventual = []swap{
		{"an eventual candidacy|candidature|agreement|attack|transfer|resignation|war|ban|sanction|invasion|strike|extradition|conflict|risk|complication|change|disaster|defect|error", "a possible _"},
		{"any eventual attack|war|strike|conflict|problem|problems|damage|risks|complications|changes|negotiations|errors|questions|claims", "any _"},
		{"eventual sanctions|victims|negotiations|problems|risks|damages|complications|accomplices|errors|witnesses|survivors", "possible _"},
	}
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
		},
	)
	collaborators = []swap{
		{"close collaborators", "close aides"},
		{"closest collaborators", "closest aides"},
		{"close collaborator", "close aide"},
		{"closest collaborator", "closest aide"},
		{"main collaborators", "main aides"},
		{"former collaborators", "former aides"},
		{"collaborators of the president|minister|mayor|chancellor|senator|governor", "aides to the _"},
		{"collaborator of the president|minister|mayor|chancellor|senator|governor", "aide to the _"},
		{"collaborators of the company|group|firm", "staff of the _"},
	}
	formation = []swap{
		{"political formation", "party"},
		{"political formations", "parties"},
		{"formation of the left|right|far-right|far-left", "party of the _"},
		{"formation of the far|extreme right|left", "party of the far _"},
		{"professional formation", "vocational training"},
		{"formation centre|center", "training _"},
		{"formation centres|centers", "training _"},
	}
	organism = slices.Concat(
		each("international public official state regulatory supervisory governmental", "% organism", "% body"),
		each("international public official state regulatory supervisory governmental", "% organisms", "% bodies"),
	)
	process = []swap{
		{"process against", "trial of"},
		{"criminal|judicial process against", "trial of"},
		{"criminal process", "criminal case"},
		{"criminal processes", "criminal cases"},
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
	ancient       = []swap{{"ancient combatants", "veterans"}, {"ancient combatant", "veteran"}, {"ancient minister|president|mayor|player|players|student|students|boss|coach|director|deputy|colleague|colleagues|champion|employee|employees|girlfriend|wife|husband|secretary|adviser|advisor|ambassador", "former _"}}
	personalities = slices.Concat(
		each("several numerous important leading well-known prominent", "% personalities", "% public figures"),
		each("political", "% personalities", "% figures"),
	)
)

// aims are verbs of what one intends rather than feigns.
const aims = "reduce|reform|impose|achieve|extend|increase|build|create|improve|promote|obtain|convert|develop|approve|launch|modify|establish|modernise|modernize|recover"

// each makes a swap of every word, which stands for "%" in phrase and
// replacement.
func each(words, phrase, instead string) []swap {
	var out []swap
	for _, w := range strings.Fields(words) {
		out = append(out, swap{strings.ReplaceAll(phrase, "%", w), strings.ReplaceAll(instead, "%", w)})
	}
	return out
}

// judgeResponsible takes "the responsible" as a noun, and "responsibles".
func judgeResponsible(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	switch hit.Phrase {
	case 0:
		// "of" ends the mark; what follows it belongs to the noun.
		m.End = doc.Tokens[hit.First+2].End
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" head of")
	case 1:
		m.Suggestions = insteadOf(doc, m.Span, "officials")
	default:
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" official "+norm(doc, hit.End-1))
	}
	return m, true
}

// judgeDirection takes the management without the verb that shows it is one,
// unless "in" makes it a way.
func judgeDirection(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if w := preceding(doc, hit, 1).Norm; w == "in" || w == "with" || w == "by" || w == "under" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[hit.End-2].End}}
	m.Suggestions = insteadOf(doc, m.Span, "the management"+doc.Text[doc.Tokens[hit.First+1].End:m.End])
	return m, true
}
