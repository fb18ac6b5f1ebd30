package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
)

// falseFriendVerbs are cognate verbs, and the nouns made of them.
var falseFriendVerbs = []detect.Heuristic{
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
		Phrases: []string{"pretend|pretends|pretended|pretending to " + aims, "pretend|pretends|pretended|pretending to win votes|time|elections|seats"},
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
		Name: "false-friend-assist-to", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `"Assist to" or "assist at" for "attend".`,
		Doc: detect.Doc{
			What:   `"Thousands assisted to the concert", "assisted at the ceremony".`,
			Why:    `French "assister à", Spanish "asistir a" mean to attend or witness.`,
			Humans: `"Assist at" of priests, doctors and helpers ("assisted at the birth"); births and operations are not on the list.`,
			Misses: "Events outside the list.",
		},
		Phrases: []string{"assist|assists|assisted|assisting to the|a|his|her|their|this [_] concert|match|ceremony|premiere|funeral|mass|show|wedding|inauguration|parade|spectacle|burial|meeting|session|conference|game|trial|hearing|debate|debates|projection", "assist|assists|assisted|assisting at the|a|his|her|their|this concert|match|ceremony|premiere|funeral|mass|show|wedding|inauguration|parade|spectacle|burial|debates|hearing"},
		Judge:   exchange(2, "assist=attend, assists=attends, assisted=attended, assisting=attending", not(sentenceHas("priest deacon bishop altar nurse volunteers volunteer steward stewards"))),
		Examples: []detect.Example{
			{Text: "Thousands ⟦assisted to the concert⟧.", Suggest: "attended the concert"},
			{Text: "The queen ⟦assisted at the premiere⟧ in Ghent.", Suggest: "attended the premiere"},
			{Text: "Forty parents ⟦assist to the meeting⟧ each year.", Suggest: "attend the meeting"},
		},
		NearMisses: []string{
			"He assisted at the birth.",
			"The passengers were assisted to safety.",
			"The deacon assisted at the funeral.",
		},
	},
	{
		Name: "false-friend-realize-a-project", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it", "es", "de", "pl", "pt"},
		Message:         `"Realize" for "make" or "carry out".`,
		Doc: detect.Doc{
			What:   `"She realized a documentary", "the survey was realized by two students".`,
			Why:    `French "réaliser", Italian "realizzare", German "realisieren" mean to make or carry out.`,
			Humans: `Of dreams, profits and potential ("realised a profit"), which are not on the list. Architects speak of realised projects.`,
			Misses: "Other objects.",
		},
		Phrases: []string{
			"realize|realized|realizes|realizing|realise|realised|realises|realising a|the|this|her|his [short|new|first] documentary|reportage|survey|inspection|interview|study|film|stadium|bridge|mural|opera|album|investigation|autopsy|raid",
			"realized|realised two|three|four|five|several|many searches|interviews|tests|operations|inspections|visits|films|documentaries|studies",
			"realized|realised by",
		},
		Judge: exchange(1, "realized=carried out, realised=carried out, realizes=carries out, realises=carries out, realize=carry out, realise=carry out", realizedByMaker),
		Examples: []detect.Example{
			{Text: "She ⟦realized a survey⟧ of mines.", Suggest: "carried out a survey"},
			{Text: "The survey was ⟦realized by⟧ two students.", Suggest: "carried out by"},
			{Text: "Police ⟦realised two searches⟧ in the port.", Suggest: "carried out two searches"},
		},
		NearMisses: []string{
			"He realised the error.",
			"The bank realised a profit.",
			"They realised a film was being shot in the street.",
			"The gain was realised in March.",
		},
	},
	{
		Name: "false-friend-demand-ask", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "ca"},
		Message:         `"Demand" for "request" or "ask".`,
		Doc: detect.Doc{
			What:   `"At the demand of the defence", "demanded him to leave", "made the demand to".`,
			Why:    `French "demander" is to ask and "à la demande de" is at the request of; English demands are forceful.`,
			Humans: "Of forceful demands in other constructions.",
			Misses: `"Demanded that".`,
		},
		Phrases: phrasesOf(demand), Judge: replace(demand),
		Examples: []detect.Example{
			{Text: "The trial was postponed ⟦at the demand of the⟧ defence.", Suggest: "at the request of the"},
			{Text: "The judge ⟦demanded him to⟧ leave.", Suggest: "asked him to"},
			{Text: "The road was closed ⟦on the demand of the⟧ mayor.", Suggest: "at the request of the"},
		},
		NearMisses: []string{
			"The unions demanded a pay rise.",
			"The demand of the unions was met.",
			"Films are available on demand.",
		},
	},
	{
		Name: "false-friend-control-check", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "de", "it", "ru", "cs"},
		Message:         `"Control" for "check".`,
		Doc: detect.Doc{
			What:   `"Officers controlled the driver", "was controlled by customs", "during a police control".`,
			Why:    `French "contrôler", German "kontrollieren" mean to check; English control is power over something.`,
			Humans: "Of power over towns, firms and crowds; only what officers check is on the list.",
			Misses: `"Passport control", which is English.`,
		},
		Phrases: []string{"controlled the driver|motorist|vehicle|passengers|documents|papers|identity|tickets|luggage|passports|passport", "passports|passengers|papers|documents|vehicles|identities|drivers|motorists are|were [also] controlled", "controlled by [the] customs|gendarmes", "during a police|routine|roadside|traffic|customs|road|identity control"},
		Judge:   exchange(1, "controlled=checked", not(sentenceHas("remote remotely software computer")), not(followedBy("by"))),
		Examples: []detect.Example{
			{Text: "Officers ⟦controlled the driver⟧ near the bridge.", Suggest: "checked the driver"},
			{Text: "The van was ⟦controlled by customs⟧ at noon.", Suggest: "checked by customs"},
			{Text: "The drugs were found ⟦during a police control⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"The rebels controlled the town.",
			"The crowd was brought under control.",
			"She lost control of the car.",
		},
	},
	{
		Name: "false-friend-intervene-speak", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `"Intervene" for attending an incident or speaking.`,
		Doc: detect.Doc{
			What:   `"Firefighters intervened", "the intervention of the firefighters", "intervened on the radio".`,
			Why:    `French "intervenir" is what rescuers do at an incident and speakers do in a debate; English rescuers are called out, speakers speak.`,
			Humans: "Of those who step between others (\"police intervened to stop the fight\"), which is not on the list.",
			Misses: "Other subjects.",
		},
		Phrases: phrasesOf(intervene), Judge: replace(intervene, not(sentenceHas("fight brawl dispute quarrel between"))),
		Examples: []detect.Example{
			{Text: "⟦Firefighters intervened⟧ at 3am to save two cats.", Suggest: "Firefighters were called out"},
			{Text: "The ⟦intervention of the firefighters⟧ lasted an hour.", Suggest: "operation by the firefighters"},
			{Text: "The minister ⟦intervened on the radio⟧.", Suggest: "spoke on the radio"},
		},
		NearMisses: []string{
			"Police intervened to stop the fight.",
			"The state intervened to save the bank.",
			"Firefighters intervened in a brawl between fans.",
		},
	},
	{
		Name: "false-friend-dispose-of", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "de", "it"},
		Message:         `"Dispose of" for "have".`,
		Doc: detect.Doc{
			What:   `"The town disposes of a budget of two million", "disposes of 40 beds".`,
			Why:    `French "disposer de", Spanish "disponer de" mean to have at one's disposal; English "dispose of" means to get rid of.`,
			Humans: "Of waste, bodies and assets, which are not on the list.",
			Misses: "Other objects.",
		},
		Phrases: []string{"dispose|disposes|disposed|disposing of a|an [large|small|strong|new|annual|considerable] budget|majority|network|arsenal|right|staff|fleet", "dispose|disposes|disposed of the [necessary] means|time|information|resources", "dispose|disposes|disposed of [only|about] #|two|three|four|five|six|several|many beds|vehicles|days|hours|aircraft|officers|rooms|seats|hospitals|tanks|helicopters|planes|soldiers|ships|agents|schools|employees|members|votes"},
		Judge:   exchange(2, "dispose=have, disposes=has, disposed=had, disposing=having", not(sentenceHas("waste rubbish sewage trash"))),
		Examples: []detect.Example{
			{Text: "The town ⟦disposes of a budget⟧ of two million.", Suggest: "has a budget"},
			{Text: "The clinic ⟦disposes of 40 beds⟧.", Suggest: "has 40 beds"},
			{Text: "The union ⟦disposes of the means⟧ to go on.", Suggest: "has the means"},
		},
		NearMisses: []string{
			"The gang disposed of the body.",
			"The firm disposes of waste from 40 beds a week.",
			"He disposed of his shares.",
		},
	},
	{
		Name: "false-friend-provoke-cause", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru"},
		Message:         `"Provoke" for "cause".`,
		Doc: detect.Doc{
			What:   `"The storm provoked floods", "provoked the death of two people".`,
			Why:    `French "provoquer", Spanish "provocar" take any effect; English provokes reactions, and causes accidents.`,
			Humans: "Of reactions (\"provoked outrage\"), which are not on the list.",
			Misses: "Other effects.",
		},
		Phrases: []string{"provoke|provokes|provoked|provoking [the|a|an|several|many|serious|major|heavy|some] floods|flood|flooding|accidents|accident|injuries|delays|damage|landslides|landslide|burns|deaths|fires|fire|explosion|crash|collapse|closure|earthquake|death|outages|blackout|blackouts|fractures|headaches|nausea|vomiting|avalanche|avalanches|losses|evacuation|derailment|traffic", "provoke|provokes|provoked|provoking [several|the|a] (power cuts|power cut|power outages|power outage|traffic jams|traffic jam)", "provoke|provokes|provoked # deaths|dead|injured|victims|injuries", "provoked|provokes two|three|four|five|six|seven|dozens|hundreds deaths|dead|injured|victims|injuries"},
		Judge:   exchange(1, "provoke=cause, provokes=causes, provoked=caused, provoking=causing", not(followedBy("of"))),
		Examples: []detect.Example{
			{Text: "The storm ⟦provoked floods⟧ and power cuts.", Suggest: "caused floods"},
			{Text: "A spark ⟦provoked the explosion⟧.", Suggest: "caused the explosion"},
			{Text: "The fog ⟦provoked several accidents⟧.", Suggest: "caused several accidents"},
		},
		NearMisses: []string{
			"The cartoon provoked outrage.",
			"The speech provoked a crisis.",
			"He was provoked.",
		},
	},
	{
		Name: "false-friend-foresee-plan", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt", "ru", "pl"},
		Message:         `"Foresee" for "plan" or "provide for".`,
		Doc: detect.Doc{
			What:   `"It is foreseen that", "the plan foresees 300 homes", "as foreseen".`,
			Why:    `French "prévoir", German "vorsehen", Spanish "prever" plan and provide for; English "foresee" means to see beforehand, and plans see nothing.`,
			Humans: `European institutions write so in English. "Could have foreseen" is left alone.`,
			Misses: "Persons who foresee.",
		},
		Phrases: phrasesOf(foresee), Judge: replace(foresee, whereSaid("as", not(followedBy("in by under")))),
		Examples: []detect.Example{
			{Text: "⟦It is foreseen that⟧ work ends in May.", Suggest: "It is planned that"},
			{Text: "The ⟦plan foresees⟧ 300 new homes.", Suggest: "plan provides for"},
			{Text: "The works end in May, ⟦as foreseen⟧.", Suggest: "as planned"},
		},
		NearMisses: []string{
			"Nobody could have foreseen the crash.",
			"She foresees a hard winter.",
			"The crash was not foreseen by anyone.",
			"The council has 40 members, as foreseen in the treaty.",
		},
	},
	{
		Name: "false-friend-practise-sport", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de"},
		Message:         `"Practise" for "do" or "play" a sport.`,
		Doc: detect.Doc{
			What:   `"Half of pupils practise a sport", "practises swimming".`,
			Why:    `French "pratiquer un sport", Spanish "practicar deporte"; English plays a sport or does it, and practises to get better.`,
			Humans: "Of training (\"practised her swimming\"), of yoga and martial arts; these are left alone.",
			Misses: "Other sports.",
		},
		Phrases: []string{"practise|practises|practice|practices|practising|practicing [a|any|no|some] sport|sports|athletics|gymnastics", "practise|practises|practice|practices physical activity|exercise", "practises|practise|practising football|tennis|swimming|judo|karate|cycling|basketball|skiing|boxing|fencing|athletics"},
		Judge:   exchange(1, "practise=do, practises=does, practice=do, practices=does, practising=doing, practicing=doing"),
		Examples: []detect.Example{
			{Text: "Half of pupils ⟦practice a sport⟧.", Suggest: "do a sport"},
			{Text: "She ⟦practises athletics⟧ in Turin.", Suggest: "does athletics"},
			{Text: "They ⟦practise physical activity⟧ twice a week.", Suggest: "do physical activity"},
		},
		NearMisses: []string{
			"The team practised all day.",
			"He practises yoga.",
			"She practised her swimming.",
		},
	},
	{
		Name: "false-friend-support-bear", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `"Support" for "bear".`,
		Doc: detect.Doc{
			What:   `"Could not support the noise", "can no longer support the pain".`,
			Why:    `French "supporter", Spanish "soportar" mean to bear; English "support" means to hold up or to favour.`,
			Humans: "Not of what one suffers.",
			Misses: "Burdens outside the list.",
		},
		Phrases: []string{"support the|this|his|her|such noise|heat|pain|cold|smell|stench|humiliation|suffering|insult|insults"},
		Judge:   exchange(1, "support=bear"),
		Examples: []detect.Example{
			{Text: "Residents can no longer ⟦support the noise⟧.", Suggest: "bear the noise"},
			{Text: "He could not ⟦support the heat⟧.", Suggest: "bear the heat"},
			{Text: "The patient does not ⟦support the pain⟧.", Suggest: "bear the pain"},
		},
		NearMisses: []string{
			"Residents support the ban.",
			"The walls could not support the roof.",
			"He could not support the idea.",
		},
	},
	{
		Name: "false-friend-ignore-not-know", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `"Ignore" for "not know".`,
		Doc: detect.Doc{
			What:   `"Police ignore whether", "it is ignored", "investigators ignore the identity".`,
			Why:    `French "ignorer", Spanish "ignorar" mean not to know; English "ignore" means to pay no heed.`,
			Humans: `Of paying no heed ("ignored the reasons for the strike"), so only the present tense and "whether" count.`,
			Misses: "The past tense.",
		},
		Phrases: []string{"ignore|ignores the [exact] identity|whereabouts|origin|circumstances|motive|motives|amount", "ignore|ignores whether", "ignores where [he|she|it|they] is|are|has|lives|was"},
		Judge:   exchange(1, "ignore=do not know, ignores=does not know", not(precededBy("to not n't cannot can could would should will must don't doesn't often"))),
		Examples: []detect.Example{
			{Text: "Police ⟦ignore whether⟧ the driver fled.", Suggest: "do not know whether"},
			{Text: "Investigators ⟦ignore the identity⟧ of the owner.", Suggest: "do not know the identity"},
			{Text: "The ministry ⟦ignores the whereabouts⟧ of the three men.", Suggest: "does not know the whereabouts"},
		},
		NearMisses: []string{
			"He ignored the warning.",
			"They chose to ignore whether it was legal.",
			"Critics ignore the cost.",
		},
	},
}

var (
	demand = slices.Concat(
		each("the his her their its", "at|on|upon the [express] demand of %", "at the request of %"),
		each("him her them", "demanded [to] % to", "asked % to"),
	)
	intervene = slices.Concat(
		each("firefighters firemen rescuers gendarmes", "% intervened", "% were called out"),
		each("firefighters firemen rescuers gendarmes", "intervention of [the] %", "operation by the %"),
		[]swap{{"fire brigade intervened", "fire brigade was called out"}, {"intervened on the radio", "spoke on the radio"}, {"intervened on the|french|spanish|italian television|air|microphone|set", ""}},
	)
	foresee = slices.Concat(
		each("plan law agreement bill programme program decree contract budget text reform measure treaty project constitution regulation", "% foresees", "% provides for"),
		each("decree law bill budget regulation contract treaty reform text agreement", "% that|which [also] foresees", ""),
		each("decree law bill budget regulation contract treaty reform text agreement", "% also foresees", "% also provides for"),
		each("plan law agreement bill programme program decree contract budget text reform treaty project constitution", "% contemplates", "% provides for"),
		[]swap{{"it is|was [also] foreseen that", "it is planned that"}, {"as foreseen", "as planned"}, {"is|are foreseen for|in", ""}, {"is|are previewed for|in|on", ""}},
	)
)

// aims are verbs of what one intends rather than feigns.
const aims = "reduce|reform|impose|achieve|extend|increase|build|create|improve|promote|obtain|convert|develop|approve|launch|modify|establish|modernise|modernize|recover|protect|sign|eliminate|guarantee|facilitate|regulate|renew|strengthen|invest"

// realizedByMaker holds for things made, and for "realized by" in the passive;
// "they realised a film was being shot" goes on with another clause.
func realizedByMaker(doc *detect.Document, hit detect.Hit) bool {
	if norm(doc, hit.End-1) == "by" {
		return beForms[preceding(doc, hit, 1).Norm]
	}
	return ended(doc, hit) && !auxiliary[following(doc, hit, 1).Norm]
}
