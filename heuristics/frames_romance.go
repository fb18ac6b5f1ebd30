package heuristics

import "github.com/calque-check/calque/detect"

// romanceFrames are heuristics of the connectors, prepositions and verb frames of
// Romance languages.
var romanceFrames = []detect.Heuristic{
	newsroomHeuristic(detect.Heuristic{
		Name: "connector-romance", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"es", "fr", "it", "pt"},
		Message:         "A connector of another language word for word.",
		Doc: detect.Doc{
			What:   `"In base to", "in function of", ", reason why the", "each time more", "in what refers to", "until the moment", "on his part," at the head of a sentence, "by unanimity", "the fact to have".`,
			Why:    `Spanish "en base a", "razón por la cual", "cada vez más", "en lo que se refiere a", "hasta el momento", French "en fonction de", "de son côté", "le fait de", Italian "in base a", Portuguese "por unanimidade".`,
			Humans: "None in two million words of native news.",
			Misses: "Connectors that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "Fines are set ⟦in function of⟧ income.", Suggest: "depending on"},
			{Text: "The road was icy⟦, reason why the⟧ bus slid.", Suggest: ", so the"},
			{Text: "There are ⟦each time more⟧ tourists.", Suggest: "more and more"},
			{Text: "The plan was passed ⟦by unanimity⟧.", Suggest: "unanimously"},
			{Text: "⟦On his part,⟧ the mayor blamed the state.", Suggest: "For his part,"},
		},
		NearMisses: []string{
			"There is no reason why the bus should slide.",
			"Each time more tourists come than the last.",
			"It was an error on his part, the mayor said.",
			"A function of the liver is to clean the blood.",
			"He waited until the moment was right.",
			"They come back, and each time more people follow.",
			"The fire, reason for the delay, was out by noon.",
			"The mason worked on the base of the statue.",
		},
	}, romanceConnectors, not(elsewhere), not(followedBy("than was came when"))),
	newsroomHeuristic(detect.Heuristic{
		Name: "verb-frame-romance", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"es", "fr", "it", "pt", "de"},
		Message:         "A verb in the frame of another language.",
		Doc: detect.Doc{
			What:   `"Resulted injured", "displaced themselves to", "asks ten years of prison", "recognized having hit", "will suppose an investment", "announced to make", "gave himself to the police", "transported in ambulance", "given green light to".`,
			Why:    `Spanish "resultó herido", "se desplazaron", "pide diez años de cárcel", "supondrá una inversión", French "reconnaître avoir", "annoncer faire", Italian "trasportato in ambulanza", "dare il via libera".`,
			Humans: "None in two million words of native news.",
			Misses: "Verbs and frames that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "Two hikers ⟦resulted injured⟧ in the fall.", Suggest: "were injured"},
			{Text: "The agents ⟦displaced themselves to⟧ the port.", Suggest: "went to"},
			{Text: "The work ⟦will suppose an⟧ investment of two million.", Suggest: "will mean an"},
			{Text: "She was ⟦transported in ambulance⟧ to Velm.", Suggest: "taken by ambulance"},
			{Text: "The driver ⟦recognized having⟧ drunk.", Suggest: "admitted having"},
			{Text: "The council ⟦gave green light to⟧ the plan.", Suggest: "gave the green light to"},
		},
		NearMisses: []string{
			"The fall resulted in two injured hikers.",
			"The war displaced two million people.",
			"I suppose a driver can sleep.",
			"She sleeps in an ambulance by the port.",
			"The vaccine plan was given green light.",
			"He risks losing his licence.",
			"Two men were killed by bullets from the roof.",
			"She faces five years of prison time.",
			"Barker imposed himself in the final third.",
			"The cabinet in Jaipur gave green light to the plan.",
		},
	}, romanceVerbs, whereSaid("green", not(outerCircle)), not(followedBy("third quarter minutes stages set time overcrowding wounds 's director directors board management loads load lanes lane park parks keys tickets stations station crashes seats seat"))),
	newsroomHeuristic(detect.Heuristic{
		Name: "measure-with-of", Family: detect.Locale, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"es", "fr", "it", "pt", "de"},
		Message:         "A measure in the wording of another language.",
		Doc: detect.Doc{
			What:   `"An earthquake of 6.1 degrees", "a strike of 24 hours", "2,000 metres of altitude", "100,000 euros of fine", "more of 200 people", "90 kilometres by hour", "145 points base".`,
			Why:    `Spanish "un terremoto de 6,1 grados", "más de 200", French "une grève de 24 heures", "2 000 mètres d'altitude", "100 000 euros d'amende", Italian "punti base".`,
			Humans: "None in two million words of native news.",
			Misses: "Measures that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "The unions called a ⟦strike of 24 hours⟧."},
			{Text: "They were found at ⟦2,000 metres of altitude⟧."},
			{Text: "He faces ⟦100,000 euros of fine⟧."},
			{Text: "There were ⟦more of 200 people⟧ in the hall."},
		},
		NearMisses: []string{
			"The unions called a 24-hour strike.",
			"The climb has 900 metres of altitude difference.",
			"The strike of 1984 lasted a year.",
			"She wants more of two hundred-year-old recipes.",
		},
	}, measuresWithOf, not(followedBy("difference gain"))),
}

// elsewhere holds where the place in the sentence makes English of a connector: "Each
// time more tourists come than the last", "an error on her part, he said".
func elsewhere(doc *detect.Document, hit detect.Hit) bool {
	switch norm(doc, hit.First) {
	case "each", "every":
		return !amidVerb[norm(doc, hit.First-1)]
	case "on":
		return norm(doc, hit.End-1) == "," && !opensSentence(doc, hit.First)
	}
	return false
}

var amidVerb = setOf("is are was were be been become becomes becoming has have had with of")

var romanceConnectors = []swap{
	{"in base to|on", "based on"},
	{"in function of", "depending on"},
	{", reason why the|he|she|it|they|his|her|many|we", ", so _"},
	{", reason for|by which the|he|she|it|they|his|her|many|we", ", so _"},
	{"each|every time more", "more and more"},
	{"each|every time less", "less and less"},
	{"in what refers|respects|relates [to]", "as for"},
	{"(in|for) what (regards|concerns) the", "as for the"},
	{"until the moment ,|.", "so far_"},
	{"until the moment (no|there|nobody|it) is|has|are|was", ""},
	{"by|in unanimity", "unanimously"},
	{"the fact to have|be|do|make|go|take|give|know|say|see", ""},
	{"on his part ,", "for his part,"},
	{"on her part ,", "for her part,"},
	{"on their part ,", "for their part,"},
	{"nothing of new .|,", "nothing new_"},
	{"something of new .|,", "something new_"},
	{"of this form|mode|manner ,", "in this way,"},
	{"it exists|exist a|an|two|three|several|many|no", "there is _"},
	{"in the actuality ,|.", "at present_"},
	{"despite|besides|apart of the|a|his|her|their|this", ""},
	{"for a story of (parking|money|jealousy|drugs|neighbours|neighbors|debts|inheritance|women|love)", "over _"},
	{"in quality of (mayor|minister|president|director|witness|captain|coach|expert|lawyer|manager)", "as _"},
	{"(in|under) unknown direction", "in an unknown direction"},
	{"until new order|notice .|,", "until further notice_"},
}

var romanceVerbs = []swap{
	{"{render} himself|herself|themselves [on] [this] [monday|tuesday|wednesday|thursday|friday|saturday|sunday] to|in|at", ""},
	{"resulted injured|wounded|unharmed|unhurt", "were _"},
	{"resulted dead|killed", "were killed"},
	{"has|have|had resulted injured|wounded|unharmed|unhurt|dead|killed|damaged", ""},
	{"results|result injured|wounded|unharmed|unhurt|dead", ""},
	{"injured|wounded|hurt of gravity|seriousness", "seriously injured"},
	{"wounded|injured|killed by bullet|knife|firearm", ""},
	{"{displace} himself|herself|itself|themselves to|until", "{go} to"},
	{"{impose} himself|herself|themselves (to|in two|in three|in the final|in straight|by|over|ahead)", ""},
	{"{give} himself|herself|themselves to the (police|authorities|gendarmes|carabinieri)", "{turn} himself in to the _"},
	{"asks|asked|requests|requested|demands|demanded [for] #|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty years of prison|jail|imprisonment", ""},
	{"#|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty years of prison|jail|reclusion|seclusion", ""},
	{"{recognise|recognize} having", "{admit} having"},
	{"will suppose a", "will mean a"},
	{"will suppose an", "will mean an"},
	{"(transported|transferred|taken) in|with ambulance", "taken by ambulance"},
	{"(transported|transferred|taken|evacuated) in|with helicopter|air-ambulance", "taken by helicopter"},
	{"(travelled|traveled|travelling|traveling|went|arrived|came|fled|moved) in (car|train|bus|plane|boat|bicycle|taxi|helicopter|motorcycle)", ""},
	{"{give} green light to|for|that", "{give} the green light _"},
	{"{value} [very] positively|negatively", ""},
	{"asked|ask|asks|asking explanations|clarifications|solutions|guarantees|calm [to|from|of|and|for]", ""},
	{"{carry|put} [a|two|several|many] complaint|complaints (against|for|before|in|of)", ""},
	{"make|makes|made|making appeal (of|against|to) the|this|that", ""},
	{"{master} the fire|flames|blaze", "{bring} the _ under control"},
	{"(fire|blaze|flames) (was|is|are|were|has been|could be) [quickly|finally|now|henceforth] mastered", ""},
	{"foresees|foresee|foresaw to build|cut|open|close|create|suppress|invest|reduce|increase|finish|start|hire|sell", "plans to _"},
	{"{suppress} #|two|three|several|many [hundred|thousand] posts|jobs|positions", "{cut} _"},
	{"suppression of #|two|three|several|many [hundred|thousand] posts|jobs|positions", ""},
	{"{pass|cross|exceed} the bar of [the] #", ""},
	{"(traffic|service|circulation|services) (is|was|are|were|will be|has been) [strongly|heavily|very|severely] perturbed|perturbated", ""},
	{"at|to|in|from his|her|their domicile|domiciles", ""},
	{"{invade} the (opposite|opposing|other|oncoming) lane|carriageway", "{cross} into the opposite _"},
	{"do|does|did not exclude any|no hypothesis|track|trail|lead|avenue", ""},
	{"excludes|exclude|excluding no hypothesis|track|trail|lead", ""},
	{"(caught|arrested|captured|detained) in flagrant|flagrancy|flagrance|fragrant", "caught red-handed"},
	{"in flagrancy [of] [crime|offence]", "red-handed"},
	{"{sign} a doublet|brace", "{score} twice"},
	{"(fire department|firefighters|fire brigade|fire service|samu|police|rescuers) was|were triggered|activated|actioned", "_ called"},
	{"(victim|victims|injured|wounded|driver|man|woman) was|were [then] forwarded to", ""},
	{"{explode} [a|an|two|three|the|several] (electronic cashier|electronic cashiers|cash machine|cash machines|atm|atms)", "{blow} up"},
	{"electronic cashiers", "cash machines"},
	{"no|several|two|three|previous passage|passages by the police", ""},
	{"(hospitalised|hospitalized|is|was|are|were|remains|remain) in [very|extremely] serious|critical|grave conditions", ""},
	{"(the) prognosis is|was|remains reserved", "his condition is serious"},
	{"from a first reconstruction ,", "early findings suggest that"},
	{"(according to|from) (a|the) first reconstruction|reconstructions|informations", "according to early findings"},
	{"{activate} the yellow|orange|red notice", ""},
	{"temperatures [will] descend|descended", ""},
	{"{count} with (a|an|the) (budget|presence|support|collaboration|participation|capacity|surface|area)", "{have} a _"},
	{"(closed|opened|ended) in (rise|progression|descent)", ""},
	{"criminal|penal reclusion|seclusion", "imprisonment"},
	{"{dispose} the autopsy|arrest|seizure|closure", "{order} the _"},
	{"in an interview in (onda|cadena|rne|cope|antena)", ""},
	{"pronostic|prognostic vital", ""},
	{"lightly intoxicated|poisoned by [the] smoke|fumes", "slightly affected by the _"},
	{"intoxicated by [the] smoke|fumes", "overcome by _"},
	{"(degradation) of the conditions|relations", "worsening of the _"},
	{"a historical day|moment|victory|decision|agreement|visit", "a historic _"},
}

var measuresWithOf = []swap{
	{"(earthquake|quake|tremor) of [magnitude] # degrees", ""},
	{"of # degrees [on|of] [the] richter", ""},
	{"magnitude of # degrees", ""},
	{"strike|strikes|stoppage of #|two|three hours|days", ""},
	{"# metres|meters of (altitude|height|depth|length|width)", ""},
	{"# euros|dollars|pounds|pesos|reais|francs of (fine|fines)", ""},
	{"(more|less) of #|two|three|four|five|six|ten|hundred|thousand people|persons|years|kilometres|kilometers|metres|meters|euros|dollars|million|millions|billion|billions|kilos|hours|days", ""},
	{"# kilometers|kilometres|km by hour", ""},
	{"# points base|basic", ""},
	{"# grams|grammes of alcohol (by|per) (litre|liter)", ""},
}
