package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
)

// romanceNewsroom are the heuristics of formulas that courts, newsrooms and sports
// desks of Romance languages use as a matter of course, word for word.
var romanceNewsroom = []detect.Heuristic{
	newsroomHeuristic(detect.Heuristic{
		Name: "court-formula-romance", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         "A formula of another country's courts word for word.",
		Doc: detect.Doc{
			What:   `"Years of firm prison", "put in deliberation", "constituted themselves civil parties", "has the prohibition to leave", "at the bar, he contested the entirety of the facts".`,
			Why:    `French "prison ferme", "mis en délibéré", "se constituer partie civile", "reconnaître les faits", Italian "procura", Spanish "interponer una denuncia": terms of another law that English reports put in plain words (Cornu, Linguistique juridique, 2005, on terms without a counterpart).`,
			Humans: "In works of comparative law; in two million words of native news none occurs.",
			Misses: "Terms that English courts have too (instruct, cassation).",
		},
		Examples: []detect.Example{
			{Text: "The clerk was sentenced to four ⟦years of firm prison⟧.", Suggest: "years in prison"},
			{Text: "The ruling was ⟦put in deliberation⟧ until May.", Suggest: "reserved"},
			{Text: "The driver ⟦recognised the facts⟧ before the judge.", Suggest: "admitted the charges"},
			{Text: "He ⟦has the prohibition to leave⟧ the town.", Suggest: "is banned from leaving"},
		},
		NearMisses: []string{
			"The firm went to prison for four years of fraud.",
			"The jury is in deliberation.",
			"She recognised the face of the driver.",
			"The prohibition to leave was lifted.",
			"The driver was convicted of culpable homicide in Glasgow.",
			"Voters refuse to recognise the facts.",
			"The film was put at the disposal of the judge.",
			"She put a complaint against the firm in writing.",
		},
	}, courtFormulas, not(followedBy("of")), not(plainFacts)),
	newsroomHeuristic(detect.Heuristic{
		Name: "press-formula-romance", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         "A formula of another language's newsrooms word for word.",
		Doc: detect.Doc{
			What:   `"Presented his excuses", "at the total", "this last one", "nothing permits to affirm", "as this newspaper could know", "to make the point of the situation", "in exchange of".`,
			Why:    `French "présenter ses excuses", "au total", "rien ne permet d'affirmer", Spanish "según pudo saber este periódico", Italian "fare il punto della situazione", Portuguese "em troca de" are every day's wording there and no English.`,
			Humans: "Hardly; none occurs in two million words of native news.",
			Misses: "Formulas that are not in the table, and those broken up by other words.",
		},
		Examples: []detect.Example{
			{Text: "The director ⟦presented his excuses⟧ to the families.", Suggest: "apologised"},
			{Text: "⟦Nothing permits to affirm⟧ that the fire was set.", Suggest: "There is nothing to suggest"},
			{Text: "The chief will ⟦make the point of the situation⟧ at noon.", Suggest: "take stock"},
			{Text: "The firm offered jobs ⟦in exchange of⟧ votes.", Suggest: "in exchange for"},
			{Text: "The rule will ⟦enter into vigor⟧ in June.", Suggest: "come into force"},
			{Text: "The mayor ⟦made a call to the calm⟧.", Suggest: "appealed for calm"},
			{Text: "The two men ⟦opposed no resistance⟧.", Suggest: "put up no resistance"},
			{Text: "The deputies rejected the ⟦project of law⟧.", Suggest: "bill"},
			{Text: "The new minister ⟦took possession of her office⟧ on Monday.", Suggest: "took office"},
			{Text: "The site will close ⟦from here until the end of the year⟧.", Suggest: "by the end of the year"},
			{Text: "⟦No victim is to be deplored⟧.", Suggest: "Nobody was hurt"},
			{Text: "The fire ⟦propagated to the roof⟧ within minutes.", Suggest: "spread to the roof"},
			{Text: "The strikers ⟦renewed the movement⟧ on Monday."},
			{Text: "The site is closed ⟦until Friday included⟧."},
			{Text: "The minister will speak ⟦at her own petition⟧."},
		},
		NearMisses: []string{
			"She made his excuses for arriving late.",
			"It is the talk of the town.",
			"From here to the coast the road is bad.",
			"The bank took possession of the house.",
			"Parties spent freely in advance of the anticipated elections.",
			"From here to the end of the year they play at home.",
			"The club treated itself to a scoreboard, and in May it treated itself to a stand.",
			"The raid triggered this week's walkout.",
			"Police arrived on the spot, a sub-inspector in Patna said.",
			"Two soldiers died in exchange of fire.",
			"He was offered a job on the spot.",
			"The total at the till was wrong.",
			"He made the point of the knife blunt.",
			"They met again for an exchange of vows.",
			"The couple wept in exchange of vows.",
			"Two towns agreed in exchange of letters.",
			"She made public that she was ill.",
			"The shop closed in fall of 2020.",
			"Officers went to the address of the accused.",
			"Members heard the address of the president.",
			"After this last one, the shop will close.",
			"She made the point about the situation of carers.",
			"The choice is to be deplored.",
			"The wave propagated to the surface.",
			"The singer stood at the microphone of the old hall.",
			"The raid triggered a debate.",
			"The singer who renewed the movement died in May.",
			"He has accumulated 20 days of leave.",
			"The bill was 20 pounds, service included.",
			"A night of dancing ended in handcuffs for two guests.",
		},
	}, pressFormulas, whereSaid("spot", not(outerCircle)), whereSaid("movement", sentenceHas("strike strikes strikers union unions walkout railway")), not(followedBy("terms vows views ideas gifts prisoners rings fire letters information notes knowledge contracts"))),
	newsroomHeuristic(detect.Heuristic{
		Name: "sport-formula-romance", Severity: detect.Minor,
		SourceLanguages: []string{"es", "it", "pt", "fr"},
		Message:         "A formula of another country's sports pages word for word.",
		Doc: detect.Doc{
			What:   `"The Argentine technician", "the already ex-technician", "positions of descent", "a muscular breakage", "will be low for six weeks", "the eternal rival", "under the orders of".`,
			Why:    `Spanish "técnico", "puestos de descenso", "rotura muscular", "será baja", "el eterno rival", "a las órdenes de"; Italian and Portuguese have the same. English says coach, relegation zone, torn muscle, out.`,
			Humans: "None in two million words of native text, a fifth of it sport; \"technician\" of workers is left alone.",
			Misses: "Formulas that are not in the table.",
		},
		Examples: []detect.Example{
			{Text: "The side is still in the ⟦positions of descent⟧.", Suggest: "relegation zone"},
			{Text: "The midfielder has a ⟦muscular breakage⟧.", Suggest: "torn muscle"},
			{Text: "The ⟦Argentine technician⟧ left the club by the back door.", Suggest: "Argentine coach"},
			{Text: "The team lost to the ⟦eternal rival⟧.", Suggest: "arch-rival"},
			{Text: "The striker ⟦opened the score⟧ before the break.", Suggest: "opened the scoring"},
			{Text: "The match ⟦ended with tie⟧ after a late goal.", Suggest: "ended in a draw"},
			{Text: "The club ⟦conquered the cup⟧ in 1998.", Suggest: "won the cup"},
			{Text: "The team is now at the ⟦head of the classification⟧.", Suggest: "head of the table"},
			{Text: "The side won by three ⟦goals to zero⟧.", Suggest: "goals to nil"},
		},
		NearMisses: []string{
			"The positions of the descent camps are marked.",
			"The German technician mended the lift at once.",
			"He has a muscular build.",
			"The rival is eternally late.",
			"Hopes will be low for the team.",
			"He added two of the last three goals.",
			"The striker opened the scoring before the break.",
			"The team spent its time on penalty training.",
			"The match ended with tie-breaks in both sets.",
			"They met in the second time zone of the tour, the coach said.",
			"The cup final was played on the lawn of the palace.",
			"Boston is a great sports city, and its team knows it.",
			"She leads the race in the general classification, her team said.",
		},
	}, sportFormulas, whereSaid("city", precededBy("the their")), not(followedBy("second seconds of")), articleHas(`team club match league players player goal goals season football championship
		cup squad side striker midfielder defender goalkeeper coach derby stadium`)),
}

// plainFacts holds where somebody recognises the facts and no court is near.
func plainFacts(doc *detect.Document, hit detect.Hit) bool {
	return strings.HasPrefix(norm(doc, hit.First), "recogni") && !ofCourts(doc, hit)
}

var ofCourts = sentenceHas(`judge judges court tribunal trial hearing police officers investigators prosecutor prosecutors custody questioning
	suspect suspects accused defendant defendants`)

// newsroomHeuristic is a heuristic made of a table of formulas, of this family and
// category unless it names others.
func newsroomHeuristic(h detect.Heuristic, table []swap, conditions ...condition) detect.Heuristic {
	if h.Family == "" {
		h.Family, h.Category = detect.Periphrasis, "style/unidiomatic"
	}
	h.Phrases, h.Judge = phrasesOf(table), replace(table, append(conditions, not(inTitle))...)
	return h
}

var courtFormulas = []swap{
	{"years|year|months of firm prison|imprisonment", "years in prison"},
	{"years|months of prison (firm|with suspension|suspended)", ""},
	{"put|placed in|into|under deliberation", "reserved"},
	{"{constitute} (himself|herself|itself|themselves) [a|as] [a] civil party|parties", "{join} the case as civil parties"},
	{"{recognise|recognize} the facts", "{admit} the charges"},
	{"{contest} (the entirety|the totality|all) of the facts", "{deny} all the charges"},
	{"has the prohibition to leave", "is banned from leaving"},
	{"have|had the prohibition to leave", ""},
	{"placed in|under (custody view|police view|guard at view|garde à vue)", "held by police"},
	{"prosecutor of the republic", "public prosecutor"},
	{"the parquet opened|announced|requested|indicated|specified|seized|decided|asked|has", "prosecutors _"},
	{"(association|associations|organisation|organization|crime|infiltration|method) of [the] mafia|camorra type|kind|stamp|matrix", "mafia-type _"},
	{"voluntary degradation|degradations|deterioration", "criminal damage"},
	{"{interpose} a complaint|denunciation [in] against", "{file} a complaint against"},
	{"culpable disaster|injuries", ""}, // "culpable homicide" is Scots law
	{"{open} a file|dossier for [the] [crime] [of] manslaughter|homicide|disaster|arson|corruption|culpable", ""},
	{"open against unknown|ignoti", ""},
	{"{pass} to judicial disposition", "{appear} in court"},
	{"at the disposition of (justice|the judge|the court|the judicial authority|the judicial authorities)", "in custody"},
	{"at the disposal of (justice|the judicial authority|the judicial authorities)", "in custody"},
}

var pressFormulas = []swap{
	{"(at|on) [his|her|its|their] own petition", ""},
	{"in the favour|favor of", "in favour of"},
	{"in the next|past|last monday|tuesday|wednesday|thursday|friday|saturday|sunday", "on _"},
	{"night|morning|afternoon|evening of this monday|tuesday|wednesday|thursday|friday|saturday|sunday", ""},
	{"(not|n't) discard|discarded|discards to", ""},
	{"(adopted|approved|passed|voted|rejected) (in|at) first|second|third reading", ""},
	{"{give|hold|grant} a collective (interview|to|with|at|in)", ""},
	{"{obtain} the confidence in [the] senate|chamber|parliament|congress|house", ""},
	{"with|by # yes .|,|and|against|to", ""},
	{"at petition own", "at his or her own request"},
	{"until|to monday|tuesday|wednesday|thursday|friday|saturday|sunday included", ""},
	{"{renew|suspend|follow|extend} the movement", ""},
	{"{accumulate} [already] (#|two|three|four|five|six|seven|eight|nine|ten) [consecutive] (days|weeks|months) of (rises|falls|rain|protests|strike|strikes|drought)", ""},
	{"{accumulate} [already] (#|two|three|four|five|six|seven|eight|nine|ten) [consecutive] defeats|victories|draws", ""},
	{"(price|bill|bills|prices|cost|receipt) of the light", "electricity _"},
	{"{present} (his|her|their|its) excuses", "{apologise}"},
	{"at the total ,", "in all,"},
	{"this last one , (who|aged|born)", ""},
	{"nothing permits|allows to affirm|say|think|believe|conclude", "there is nothing to suggest"},
	{"(according to|as) could know this newspaper|agency|channel|editorial|medium|daily", ""},
	{"(according to|as) (this newspaper|this agency|this medium|this daily) could|was able to know|learn|verify", ""},
	{"{make} the point of|on the situation", "{take} stock"},
	{"in exchange of", "in exchange for"},
	{"at last hour of [the] [monday|tuesday|wednesday|thursday|friday|saturday|sunday]", ""},
	{"counts with (two|three|four|five|six|several|the support|the presence|the participation)", ""},
	{"counted with (the support|the presence|the participation)", ""},
	{"{launch} to the address of", "{tell}"},
	{"words|remarks|criticism|insults|insult|threats|accusations to the address of", ""},
	{"revised in high|low|rise", "revised"},
	{"closed in high|low|fall of # percent|%|points", ""},
	{", second the (ministry|ministro|police|minister|government|company|mayor|institute|association|study)", ", according to the _"},
	{"works of putting in safety|security", "safety work"},
	{"on the place of|are the drama|facts|tragedy", "at the scene of the _"},
	{"{give} to know", "{announce}"},
	{"{put} in march", "{start}"},
	{"{carry} out [some|several|a] [controversial|polemic] declarations|statements", "{make} _"},
	{"{realise|realize|perform} [some|several] declarations", "{make} statements"},
	{"{realise|realize} a turnover of", "{have} a turnover of"},
	{"{realise|realize} in # a turnover of", ""},
	{"{enter} in|into vigor|vigour", "{come} into force"},
	{"{put} in value", "{highlight}"},
	{"{make|launch} a|an [new] call|appeal to [the] calm|calmness|serenity", "{appeal} for calm"},
	{"as informed by the|a", "according to _"},
	{"(according to|as) what is|was learned|learnt", "reportedly"},
	{"no victim|victims|injury|injuries|casualties is|are|was|were to be deplored|lamented|regretted", "nobody was hurt"},
	{"# voices|votes against # and", ""},
	{"(by|with) # voices (against|for|in favour|in favor)", ""},
	{"(project|projects|proposal|proposals|proposition) of law", "bill"},
	{"law project|projects|proposition", "bill"},
	{"{take} possession of (his|her|their) (post|office|charge|position|duties)", "{take} office"},
	{"{take} possession as (minister|president|mayor|governor|director|prime)", "{take} office as _"},
	{"day of mobilization|mobilisation", "day of protest"},
	{"from here until the end of the year|month|week|decade|century", "by the end of the _"},
	{"made|makes|make know that", ""},
	{"{vary} a|the|its decree|package|law", ""},
	{"it is question of", "there is talk of"},
	{"it is the talk of (about|#|a|an|more|over|up|several|two|three|four|five|six|at)", "there is talk of _"},
	{"it treats|treated of", ""},
	{"(eighth|eighths|octaves|sixteenths) of [the] final|finals", "last 16"},
	{"(quarters|quarter) of [the] final|finals", "quarter-finals"},
	{"{make} emphasis in|on", "{stress}"},
	{"{put|place} [the] emphasis in", "{stress}"},
	{"counselor|counsellor|councilor of (health|education|economy|finance|agriculture|environment|interior|culture|justice)", "_ minister"},
	{"{call|convoke|convene} anticipated [general|parliamentary|legislative|presidential|regional] elections", "{call} early elections"},
	{"(go|goes|went|gone) on the spot [in|with|to|.|,]", ""},
	{"(minister|president|prefect|mayor|governor|police|firefighters) [has|have] (arrived|went|gone|moved|travelled|displaced) (on the spot|to the spot|on the place)", ""},
	{"dead|injured|victims|wounded|damage is|are|was|were to be deplored|lamented", ""},
	{"(at|to|on) the microphone|microphones of (radio|france|rtl|rai|europe|rádio|antena|sky|canal|cadena|onda)", "on _"},
	{"the blitz triggered|snapped|clicked at|this|on|around|yesterday|last", "the raid began _"},
	{"the raid|operation triggered|snapped|clicked (at|around) (dawn|daybreak|night|noon|#)", ""},
	{"{oppose} [any|some] resistance", "{resist}"},
	{"{oppose} no resistance", "{put} up no resistance"},
	{"(has|have) {end} in handcuffs", ""},
	{"{finish} in|into handcuffs", "{be} arrested"},
	{"known to|by the services of police|gendarmerie|justice|intelligence", "known to police"},
	{"the (latitance|latitancy)", "hiding"},
	{"{propagate} to the (whole|rest|roof|building|house|houses|neighbouring|neighboring|adjoining|adjacent|upper|attic|vegetation|forest)", "{spread} to the _"},
}

var sportFormulas = append([]swap{
	{"position|positions|places|zone of descent", "relegation zone"},
	{"head of the classification", "head of the table"},
	{"top|lead|leader|leaders|bottom|tail of the classification", ""},
	{"first|second|third|fourth|fifth|last in the classification", ""},
	{"(race|fight|battle|struggle|play-off) for [the] salvation", "fight against relegation"},
	{"points of gold", "vital points"},
	{"exonerated (after|following|for) [the|a|his|this] [_] [_] defeat|defeats|loss|losses|draw|results", ""},
	{"tied|ties|drew|draws in one|two|three|zero|# to|all|at", ""},
	{"goals to zero", "goals to nil"},
	{"imposed|imposes itself by", "won by"},
	{"descent (zone|places|positions)", "relegation zone"},
	{"muscular|muscle|fibrillar breakage|rupture|breaking", "torn muscle"},
	{"will be low (for|between) (#|two|three|four|five|six|eight|ten|several) [and #|two|three|four|five|six|eight|ten] weeks|months|days|matches|games", ""},
	{"[already] ex-technician", "former coach"},
	{"technician of the (first team|team|national team|club|selection|side)", "coach of the _"},
	{"eternal rival|rivals", "arch-rival"},
	{"{train} (at|under) the orders of", "{train} under"},
	{"at the orders of the (coach|technician|subsidiary)", "under the _"},
	{"{add} (one|two|three|four|five|six|seven|#) points of the last #", ""},
	{"sports city .|,", "training ground_"},
	{"{mark|convert} the (first|second|third|final|winning) goal at minute #", ""},
	{"at|in the minute #|five|ten|twenty", ""},
	{"{open} the score|marker|scoreboard", "{open} the scoring"},
	{"on penalty .|,", "from the penalty spot_"},
	{"{mark} two|three|four|# goals", "{score} _"},
	{"in the second time .|,", "in the second half_"},
	{"in the first time .|,", "in the first half_"},
	{"goal of [the] equality", "equaliser"},
	{"goal of the victory", "winner"},
	{"{finish|end|conclude} (with|in) tie|draw", "{end} in a draw"},
	{"{finish|end|conclude} with [a] tie to one|two|three|zero|nil|#", "{end} in a draw"},
	{"{conquer} the [first|second|third|national|world|european] title|cup|championship|trophy|gold|silver|bronze|medal", "{win} the _"},
	{"{conquer} a|his|her|their|its [first|second|third|national|world|european] title|cup|championship|trophy|gold|silver|bronze|medal", ""},
	{"{conquer} the three points", "{win} all three points"},
	{"in|during|after the prolongation|prolongations", "in extra time"},
	{"{occupy} the second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last place|placing (in|of|with)", ""},
	{"at few|# minutes of|from the end|final|conclusion", ""},
	{"{do} the essential (against|in|at|on)", ""},
	{"{throw} a|two|three|# puck|pucks", "{score} a goal"},
	{"the [national] selectioner", "the national coach"},
	{"(national|french|spanish|italian|argentine|portuguese|brazilian|mexican|uruguayan|chilean|colombian) selection (has|will|won|lost|beat|plays|played|trains|trained|coach|players)", ""},
	{"the white-blue|blue-white|red-white|white-red|rossoneri-like|yellow-red|yellow-blue|black-blue team|entity|club|side|set|squad", ""},
}, nationalCoaches()...)

// nationalCoaches are "the Argentine technician" and his colleagues.
func nationalCoaches() []swap {
	var out []swap
	for nation := range strings.FieldsSeq("Argentine Uruguayan Portuguese Italian Spanish Asturian Basque Catalan Galician Chilean Brazilian French Serbian German Colombian") {
		out = append(out, swap{strings.ToLower(nation) + " technician", nation + " coach"})
	}
	return out
}
