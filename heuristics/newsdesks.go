package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// newsDesks are the heuristics of set forms in which French, Spanish, Italian,
// Portuguese, German and Russian desks tell of accidents and crimes, of the economy,
// of sport and of the weather.
var newsDesks = []detect.Heuristic{
	newsroomHeuristic(detect.Heuristic{
		Name: "incident-formula-romance", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         "A formula of another language's accident and crime reports word for word.",
		Doc: detect.Doc{
			What:   `"The facts took place", "the alleged author", "proceeded to the arrest of", "firefighters have intervened", "in a state judged serious", "injuries of consideration", "opened an investigation for", "the dynamics of the accident".`,
			Why:    `French "les faits se sont produits", "procéder à l'arrestation", "les pompiers sont intervenus", "dans un état jugé grave", Spanish "presunto autor", "heridas de consideración", Italian "la dinamica dell'incidente" stand in every report and are no English.`,
			Humans: "Hardly; none occurs in two million words of native news.",
			Misses: "Formulas that are not in the table, and those broken up by other words.",
		},
		Examples: []detect.Example{
			{Text: "⟦The facts took place⟧ near the station.", Suggest: "It happened"},
			{Text: "Police ⟦proceeded to the arrest of⟧ two men.", Suggest: "arrested"},
			{Text: "⟦Firefighters have intervened⟧ with three engines."},
			{Text: "She was taken to the clinic ⟦in a state judged serious⟧.", Suggest: "in a serious condition"},
			{Text: "The prosecutor ⟦opened an investigation for⟧ fraud.", Suggest: "opened an investigation into"},
			{Text: "The ⟦alleged author⟧ was caught in the cellar.", Suggest: "suspect"},
			{Text: "⟦The dynamics of the accident⟧ are not yet known.", Suggest: "The circumstances of the accident"},
			{Text: "The driver had ⟦injuries of consideration⟧.", Suggest: "serious injuries"},
			{Text: "⟦Forces of order used⟧ tear gas in the square."},
			{Text: "Twelve ⟦mandates of search⟧ were carried out."},
		},
		NearMisses: []string{
			"The facts of the case took years to come out.",
			"They proceeded to the gate.",
			"The police intervened in the brawl.",
			"The author of the crime novel was there.",
			"He was found in a state of shock.",
			"The club is under investigation for fraud.",
			"The dynamics of the market are not yet known.",
			"The alleged author of the letter is a poet.",
			"The court proceeded to the election of a chairman.",
			"The book was found without life insurance papers.",
			"She was the object of a long campaign.",
			"The council opened an inquiry for the first time.",
			"The party was condemned to ten years in opposition.",
			"The novel sets the forces of order against the forces of chaos.",
			"The council has a mandate for change.",
			"The court absolved the driver of blame.",
			"Banks may not levy penal charges.",
		},
	}, incidentFormulas, not(authorOfText), not(firstTime), whereSaid("condemned", either(termNamed, not(followedBy("in of")))), whereSaid("absolved", not(sentenceHas("blame responsibility wrongdoing liability guilt fault negligence sin sins inquest inquiry report"))), not(followedBy("novel novels story thriller series fiction film play drama insurance"))),
	newsroomHeuristic(detect.Heuristic{
		Name: "incident-formula-eastern", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "tr"},
		Message:         "A formula of Russian, Hebrew or Turkish police reports word for word.",
		Doc: detect.Doc{
			What:   `"A criminal case was opened", "on this fact", "in a state of alcoholic intoxication", "died from the received injuries", "injuries of varying severity", "did not cope with the steering", "in the result of the accident", "taken under custody".`,
			Why:    `Russian "возбуждено уголовное дело", "по данному факту", "в состоянии алкогольного опьянения", "от полученных травм", "не справился с управлением", Hebrew "נפתח תיק פלילי", Turkish "gözaltına alındı" stand in every police report.`,
			Humans: "None in two million words of native news.",
			Misses: "Formulas that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "⟦A criminal case has been opened⟧ against the driver.", Suggest: "A criminal investigation was opened"},
			{Text: "He was driving ⟦in a state of alcoholic intoxication⟧."},
			{Text: "The cyclist died ⟦from the received injuries⟧.", Suggest: "of his or her injuries"},
			{Text: "Two men were ⟦taken under custody⟧.", Suggest: "taken into custody"},
			{Text: "⟦In the result of the accident⟧ the road was closed.", Suggest: "As a result of the accident"},
			{Text: "The station ⟦received a message about a fire⟧ at noon."},
		},
		NearMisses: []string{
			"A criminal investigation has been opened.",
			"The criminal case opened with a surprise.",
			"He died from the injuries he received.",
			"They could not cope with the management of the estate.",
			"The bar was in a state of chaos.",
			"He was found in a state of intoxication, the sergeant said.",
			"She was informed about it on Monday.",
			"The body was found at the place of the accident, police in Patna said.",
			"In the result of the vote she saw a chance.",
		},
	}, easternIncidents, whereSaid("informed announced", not(precededBy("was were been being is are be well fully keep kept"))), whereSaid("place", not(outerCircle))),
	newsroomHeuristic(detect.Heuristic{
		Name: "economy-formula-romance", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ru"},
		Message:         "A formula of another language's economic reports word for word.",
		Doc: detect.Doc{
			What:   `"Has known a rise", "is situated at 3.2%", "are in strong rise", "in the third trimester of 2019", "two tenths more", "on annual base".`,
			Why:    `French "a connu une hausse", "en forte hausse", "au troisième trimestre", Spanish "se sitúa en el 3,2%", "dos décimas más", Italian "su base annua".`,
			Humans: "Trimesters of pregnancies and schools are left alone; none of the rest occurs in two million words of native news.",
			Misses: "Formulas that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "Unemployment ⟦has known a slight rise⟧ since June.", Suggest: "has risen"},
			{Text: "Inflation ⟦is situated at 3.2%⟧."},
			{Text: "Sales fell in the ⟦third trimester of 2019⟧.", Suggest: "third quarter of 2019"},
			{Text: "Rents ⟦are in strong rise⟧ in the port.", Suggest: "are rising sharply"},
			{Text: "Exports fell by 4% ⟦on annual base⟧.", Suggest: "year on year"},
		},
		NearMisses: []string{
			"She was in the third trimester of her pregnancy.",
			"The plant is situated at the port.",
			"He has known a rise in pay to help.",
			"Sales rose on an annual basis.",
			"Fees are to be paid on monthly basis, the school in Enugu said.",
			"The region is in decline.",
			"Nine tenths of the vote went to him.",
		},
	}, economyFormulas, whereSaid("basis", both(sentenceHas("% percent inflation prices"), not(outerCircle))), not(precededBy("he she who they")), not(sentenceHas("pregnancy pregnant school schools pupils baby babies miscarriage abortion fetus foetus weeks"))),
	newsroomHeuristic(detect.Heuristic{
		Name: "weather-formula-romance", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         "A formula of another language's weather reports word for word.",
		Doc: detect.Doc{
			What:   `"Placed in orange vigilance", "will be able to be strong", "temperatures in descent", "sky clouded", "28 degree".`,
			Why:    `French "vigilance orange", Spanish "podrán ser fuertes", "temperaturas en descenso", Portuguese "céu nublado".`,
			Humans: "None in two million words of native news.",
			Misses: "Formulas that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "Eight regions are in ⟦orange vigilance⟧."},
			{Text: "Showers ⟦will be able to be strong⟧ in the south.", Suggest: "may be strong"},
			{Text: "⟦Temperatures will be in rise⟧ on Sunday.", Suggest: "Temperatures will rise"},
			{Text: "The ⟦thermometer will mark 41 degrees⟧ in the valley."},
		},
		NearMisses: []string{
			"Eight regions are on orange alert.",
			"Athletes will be able to be strong again.",
			"Temperatures will rise on Sunday.",
			"The sky clouded over.",
			"Water the bed with 10 litres per square metre.",
		},
	}, weatherFormulas, whereSaid("square", sentenceHas("rain rains rainfall fell storm storms downpour downpours accumulated")), not(followedBy("again over"))),
}

// termNamed holds where the hit itself says that the time is spent in prison.
func termNamed(doc *detect.Document, hit detect.Hit) bool {
	switch norm(doc, hit.End-1) {
	case "years", "months", "days":
		return false
	}
	return true
}

// firstTime holds before "the first time": "opened an inquiry for the first time".
func firstTime(doc *detect.Document, hit detect.Hit) bool {
	return following(doc, hit, 1).Norm == "the" && (ordinals[following(doc, hit, 2).Norm] || following(doc, hit, 2).Norm == "sake")
}

var ordinals = setOf("first second third fourth fifth last")

// authorOfText holds where the author may have written something.
func authorOfText(doc *detect.Document, hit detect.Hit) bool {
	near := article.Range{First: hit.End, End: min(hit.End+6, sentenceOf(doc, hit.First).End)}
	return strings.HasPrefix(norm(doc, hit.End-1), "author") && (firstIn(doc, near, writings) >= 0 || ofWriters(doc, hit))
}

var (
	writings = setOf(`text memo email e-mail note post posts tweet tweets article articles pamphlet report message messages song video play document documents
		paper study leak remarks comments threats words`)
	ofWriters = articleHas("novel novels book books letter letters poem poems poet manuscript manifesto writer novelist threats")
)

const (
	rescuers      = "firefighters|firemen|carabinieri|gendarmes|paramedics|rescuers"
	crimesOf      = "crime|murder|killing|robbery|theft|aggression|stabbing|kidnapping|shots|shooting|homicide|burglary|arson|swindle|rape|femicide"
	opensCriminal = "opened|initiated|instituted|started"
	monthNamesOf  = "january|february|march|april|may|june|july|august|september|october|november|december"
)

var incidentFormulas = []swap{
	{"the facts (took place|occurred|happened|unfolded)", "it happened"},
	{"the facts (date|dated|go|went) back", "it happened"},
	{"the place|scene of the facts", "the scene"},
	{"the moment|time|date of the facts", "the time of the incident"},
	{"the author|authors of the|this " + crimesOf + "|facts|aggressions|robberies|thefts|attacks|murders", ""},
	{"alleged|presumed|supposed|material author", "suspect"},
	{"alleged|presumed|supposed|material authors", "suspects"},
	{"{proceed} to the arrest|detention of", "{arrest}"},
	{"{proceed} to the evacuation of", "{evacuate}"},
	{"{proceed} to the seizure|confiscation of", "{seize}"},
	{"{proceed} to the search|inspection of", "{search}"},
	{"{proceed} to the identification of", "{identify}"},
	{"{proceed} to the removal|withdrawal of", "{remove}"},
	{"{proceed} to the opening|signing|analysis|dismissal|transfer|demolition|inauguration of", ""},
	{rescuers + " have intervened", ""},
	{rescuers + " intervened on|with|around|at|quickly|rapidly|immediately|in", ""},
	{"have|has intervened the " + rescuers + "|police|ambulance|patrol", ""},
	{"with important means|resources", "in force"},
	{"{open} a|an [judicial|preliminary|criminal|new|judiciary] investigation for", "{open} an investigation into"},
	{"{open} an inquiry for", "{open} an inquiry into"},
	{"involuntary injuries|wounds|homicide", ""},
	{"voluntary homicide|injuries|wounds|violence|arson|violences", ""},
	{"in a state judged|deemed|considered serious|critical|grave|stable|worrying", "in a _ condition"},
	{"in a state judged|deemed|considered very|extremely serious|critical|grave|worrying", "in a very _ condition"},
	{"injuries|wounds of consideration", "serious injuries"},
	{"injuries|wounds of [a] diverse|different|various consideration|gravity|degree|degrees", "various injuries"},
	{"vital prognosis|prognostic", ""},
	{"(with|in|under) reserved prognosis|prognostic", "in a serious condition"},
	{"found|appeared|discovered without life", "found dead"},
	{"body|bodies|corpse without life", ""},
	{"reproached to him|her|them", ""},
	{"on the (incident|case|accident|crime|fact|facts|episode) investigates|investigate the", ""},
	{"{leave} without (light|electricity|water|power|supply|electric supply|electrical supply|electricity supply) to #|the|more|some|thousands|several", ""},
	{"(suspect|suspects|person|persons|accomplice|accomplices|individual|individuals|fugitive|fugitives) is|are [still|actively] researched", ""},
	{"in flagrant [delict] .|,|and|by|for", ""},
	{"person|persons put in question|cause", "suspect"},
	{"(sentenced|condemned|convicted|acquitted|absolved|imprisonment|prison|jail) in first|second degree|instance|grade", ""},
	{"(accident|tragedy|drama|crime|murder|massacre) (was|has been|is) consumed|consummated on|in|at|around|yesterday|this|last", ""},
	{"the [exact] dynamics of the accident|incident|crash|tragedy|murder", "the circumstances of the _"},
	{"the [exact] dynamics of the facts|events", "the circumstances"},
	{"been|was|were|is|are|be the object of a|an control|complaint|expulsion", ""},
	{"(investigation|inquiry|enquiry|case|autopsy) (has been|was|is) confided to", ""},
	{"forces of [the] order (had|have|has|intervened|used|arrested|evacuated|dispersed|were|are|was|made|charged|responded)", ""},
	{"mandate|mandates (of|for) [the] search|arrest|arrests|prison|capture|detention|apprehension", ""},
	{"{put} the handcuffs to", ""},
	{"handcuffs (snapped|clicked|triggered|have snapped|have triggered|were triggered) for", ""},
	{"it is|was feared for his|her|their life|lives", ""},
	{"{open} a judicial information (for|against)", "{open} a judicial investigation"},
	{"autopsy (must be|will be|should be|has been|was|is to be) practised|practiced|realised|realized|effectuated", ""},
	{"(put|placed) in examination", ""},
	{"(put|placed) under examination for", "charged with"},
	{"(arrested|denounced|reported|left|prosecuted) (at|on|in) (free foot|liberty|piede libero)", ""},
	{"{decree} [the] entrance|entry|ingress in|into|to prison", "{remand} in custody"},
	{"(crime|offence|offense|crimes) of swindle|lesions|usurpation|disobedience", ""},
	{"(crime|offence|offense|crimes) against [the] (public health|road safety|traffic safety)", ""},
	{"robbery|robberies with (intimidation|violence and intimidation|violence or intimidation)", "armed robbery"},
	{"in [a] state of drunkenness|ebriety|inebriation", "drunk"},
	{"(in|with) [a] red|yellow code (to|at) [the] hospital", ""},
	{"for causes|reasons in course of ascertainment", "for reasons not yet known"},
	{"for causes|reasons [still] to be ascertained", "for reasons not yet known"},
	{"{sequester} # kilos|kilograms|kilogrammes|grams|tonnes|tons|packages|doses|plants", ""},
	{"in declarations to", "speaking to"},
	{"condemned to #|two|three|four|five|six|seven|eight|nine|ten|twelve years|months|days", "sentenced to"},
	{"condemned to #|two|three|four|five|six|seven|eight|nine|ten|twelve years|months|days of|in prison|jail|imprisonment|detention|reclusion", ""},
	{"{lose} the control of the vehicle|car|motorcycle|motorbike|truck|lorry|van|bus|scooter|bicycle", "{lose} control of the _"},
	{"according to the first elements of the investigation|inquiry|enquiry", "according to early findings"},
	{"according to the first elements", "according to early findings"},
	{"tribunal|court|judge|jury [has|have] absolved", ""},
	{"sanitary personnel|crisis|emergency|authorities|alert|protocol", "health _"},
	{"attended|evacuated|treated|transferred|assisted by [the] sanitary services", ""},
	{"the sanitary services evacuated|attended|transferred|transported|treated|confirmed|moved", "the health services _"},
	{"penal case|complaint|investigation|procedure|trial|pursuit|pursuits|proceedings", "criminal _"},
	{"(transported|transferred|rushed) at|in [the|a|an] hospital|clinic", "taken to the _"},
	{"{express} his|her|its|their [deep|great|strong|profound|full] emotion", "{express} shock"},
}

var easternIncidents = []swap{
	{"a criminal case (has been|was|is) " + opensCriminal, "a criminal investigation was _"},
	{"the|another|this|new|one criminal case (has been|was|is) " + opensCriminal, ""},
	{"criminal cases (have been|were|are) " + opensCriminal, "criminal investigations were _"},
	{"on this fact (, a|, an|, the|a criminal)", ""},
	{"in a|the state of alcoholic|drug|alcohol|narcotic intoxication", ""},
	{"from [the] received injuries|wounds", "of his or her injuries"},
	{"injuries|wounds of varying|various|different [degree|degrees] [of] severity", "various injuries"},
	{"(did not|didn't|failed to) cope with (the control|the controls|the steering|the management|the driving|control|management|steering)", "lost control"},
	{"in the result of the|a|an accident|fire|attack|explosion|collision|shelling|crash|incident", "as a result of the _"},
	{"taken under custody|detention", "taken into custody"},
	{"investigative-operative|investigative-operational|operational-investigative group", "investigators"},
	{"measure of restraint in the form of", "pre-trial measure,"},
	{"gave confessionary|confessional|confessing testimony", "confessed"},
	{"according to his|her|their words ,", ""},
	{"in|of [a] [state|condition] [of] medium|average|moderate severity|gravity", "in a serious condition"},
	{"(years|months) of deprivation of liberty|freedom", "years in prison"},
	{"to deprivation of liberty|freedom for", "to prison for"},
	{"informed|announced|stated about this|it (on|in|at|through|during) [his|her|its|the|a|their]", ""},
	{"fire|blaze|flames (was|were|has been|is) localised|localized .|,|at|by|on|after|and", ""},
	{"synoptics promise|predict|forecast|expect|say|said|warn|warned|report", "forecasters _"},
	{"threatens [him|her|them] up to #|ten|five|three|two|four|six|seven|eight|twelve years", ""},
	{"(at|to|from) the place of [the] incident|accident", ""},
	{"{receive|get} a|the|an (message|notification|signal) about [a|an|the] fire|explosion|accident|incident|crime|murder|disappearance|theft|robbery|body", ""},
	{"(message|notification|signal) about [a|an|the] fire|explosion|accident|incident|crime|murder|disappearance|theft|robbery|body (was|came|has been) [received]", ""},
	{"(according to|by|upon) the fact of [the|a|this] incident|accident|fire|murder|death|theft|explosion", ""},
	{"(driving|drove|wheel|driver) without [driver's|driving] rights", ""},
}

var economyFormulas = slices.Concat([]swap{
	{"has known a|an [strong|slight|sharp|new|clear] rise|increase|progression|growth", "has risen"},
	{"have known a|an [strong|slight|sharp|new|clear] rise|increase|progression|growth", "have risen"},
	{"has known a|an [strong|slight|sharp|new|clear] fall|drop|decrease|decline|reduction|regression", "has fallen"},
	{"have known a|an [strong|slight|sharp|new|clear] fall|drop|decrease|decline|reduction|regression", "have fallen"},
	{"{register|experience} a|an flexion|flection|progression|augmentation|diminution", ""},
	{"is|are|was|were|remains|stands situated in|at|around|above|below [about] # %|percent|points", ""},
	{"is in strong|net rise|increase|progression|augmentation|growth", "is rising sharply"},
	{"are in strong|net rise|increase|progression|augmentation|growth", "are rising sharply"},
	{"was|were|remain|remains in strong|net rise|increase|progression|augmentation|growth", ""},
	{"is|are|was|were|remain|remains in [slight|light|clear|constant] rise|increase|progression|augmentation|diminution", ""},
	{"in rise|progression|diminution|augmentation|regression of # %|percent", ""},
	{"on annual base|basis", "year on year"},
	{"on monthly base|basis", "month on month"},
	{"in what goes|went of [the] year", "so far this year"},
	{"in the month of " + monthNamesOf, "in _"},
},
	each("first second third fourth last", "% trimester of #|the", "% quarter of _"))

var weatherFormulas = []swap{
	{"orange|yellow|red vigilance", ""},
	{"in red|orange|yellow alert", ""},
	{"(rain|rains|snow|cold|heat|storm|storms|wind) (will|must|should|could) give [a] truce", ""},
	{"thermometer|thermometers [will|should|could] display|mark|indicate|displayed|marked|indicated [up] [to] # degrees", ""},
	{"frost|frosts (up to|until) [minus|-] #", ""},
	{"vigilance orange|yellow|red", ""},
	{"will be able to be strong|heavy|intense|stormy|violent|abundant|locally", "may be _"},
	{"temperatures will be in [slight|light|clear] rise|increase|ascent", "temperatures will rise"},
	{"temperatures will be in [slight|light|clear] decline|descent|fall|decrease", "temperatures will fall"},
	{"temperatures in [slight|light|notable] rise|ascent|descent|increase", ""},
	{"# liters|litres [of rain] per square meter|metre", ""},
}
