package heuristics

import "strings"

// The word classes of the reportative conditional.

var (
	conditionWords = setOf(`if unless otherwise without assuming lest suppose supposing granted instead normally usually
		ordinarily traditionally typically wish wishes wished except imagine probably surely undoubtedly presumably doubtless
		inevitably certainly arguably ideally theoretically`)
	conditionPhrases = phrases("but for|were it|in the event|in that case|in which case|in such a|" +
		"at any other|in other circumstances|in normal|in theory|in effect|in an ideal|no doubt|more years|more months|much longer|any longer|at all|no chance|by then|by now|by the time|as long as|" +
		"so long as|on condition|rather than|as though|in a world|in the past|the alternative|in the absence|with more|any other|not for|" +
		"in its place|in his place|at that time|in those days|ten years ago|a year ago|million years|a decade ago|a generation ago|years earlier|a year earlier|months earlier|times a week|times a year|times a day|times a month|" +
		"each morning|each day|each night|each week|each year|each time|each summer|every morning|every day|every night|every week|every year|every time|every summer")

	hypotheticalAdverbs = setOf(`probably surely certainly likely never still only once usually normally otherwise rather
		undoubtedly doubtless easily gladly happily presumably inevitably simply just obviously clearly naturally always often
		ordinarily traditionally arguably instead hardly scarcely perhaps maybe potentially theoretically ideally almost nearly
		definitely automatically hopefully soon eventually effectively long quite well ever merely barely`)
	// hypotheticalParticiples are verbs of wishing, sufficing and leading to.
	hypotheticalParticiples = setOf(`liked loved preferred wished hated hoped thought guessed imagined dreamed dreamt meant required
		enabled sufficed helped mattered suited deserved doubted minded noticed bothered surprised pleased delighted disappointed
		appalled horrified amazed satisfied justified possible impossible welcomed appreciated protected ensured guaranteed applied eased
		solved ruined undermined happened existed occurred proved seemed looked sounded felt merited warranted represented marked coped
		fared mean outlived believed inspired impressed laughed smiled resulted entailed prevented`)
	// ownInformation is what a newsroom of another language knows by itself.
	ownInformation = phrases("our information|our own information|our sources")
	// seldomReported can be either; they need another that is certain.
	seldomReported = setOf(`wanted expected needed cost allowed benefited benefitted qualified avoided spared doubled trebled tripled
		halved increased reduced raised risen objected enjoyed jeopardised jeopardized endangered saved become remained ended expired
		lasted understood stood sat counted turned celebrated served survived lived gained earned borne sunk come covered
		encouraged discouraged resembled evolved graduated`)
	// hypotheticalPassives are so only in the passive.
	hypotheticalPassives = setOf("forced obliged entitled compelled allowed eligible able liable unable better proud happy glad")
	// weighedParticiples are weighed by writers of ordinary English as often
	// as they are reported: votes, matches, opinions, decisions.
	weighedParticiples = setOf(`backed supported opposed approved voted agreed accepted won lost beaten scored finished chosen failed
		succeeded performed competed featured known retired affected qualified`)
	// toldByPolice are those of both kinds that police and press tell as facts.
	toldByPolice = setOf("lost agreed accepted failed known retired affected become lived sunk survived turned celebrated ended risen increased benefited benefitted")
	// commonParticiples stand in counterfactuals often enough that a headline
	// or a source in the next sentence proves nothing.
	commonParticiples = setOf(`started played gone stayed changed worked reacted responded died made faced continued been left retained
		kept held given got gotten drawn equalled moved risked done led taken seen put created added completed closed banned suffered reached
		settled joined needed run stopped`)
	hypotheticalAfter = setOf("better worse easier harder anyway anyhow unthinkable unimaginable inconceivable either nothing further")
	goneHypothetical  = setOf("ahead on down unnoticed further up well wrong through under back unpunished some")

	genericWords = setOf("anyone anybody anything any nobody nothing no-one everyone everybody normal typical average lesser other ordinary alternative proposed planned taxpayer taxpayers customer customers consumer consumers")
	// actingNouns are bodies that act like persons.
	actingNouns = setOf(`board shareholder shareholders ex ex-wife ex-husband companion victim company group firm club bank government ministry party army navy team gang family couple network militia
		administration presidency kremlin federation authorities embassy cartel organisation organization service services secretariat giant
		subsidiary hospital prosecution defence leadership management regime junta forces troops brothers sisters twins rebels police airline
		manufacturer publisher channel federation agency institute foundation association cell commando brigade squad unit crew delegation`)
	// happenings are events that reports tell of, with a source.
	happenings = setOf(`shell shells projectile projectiles attack strike raid fire explosion blast bomb incident accident crash altercation argument dispute brawl shooting shot
		shots meeting call conversation exchange payment payments transfer sum sums money letter text message messages email e-mail
		document documents weapon weapons vehicle car truck ship plane flight body bodies corpse remains gunfire stabbing assault
		robbery burglary theft drone drones missile missiles rocket rockets bombs grenade grenades bullet bullets tank tanks boat helicopter abduction kidnapping facts scene events quarrel fight`)
	// reportedActors come without an article in reports.
	reportedActors = setOf(`police investigators detectives witnesses soldiers troops thieves burglars rebels militants gunmen
		prosecutors customs paramedics firefighters rescuers`)
	sourceNouns = setOf("information sources source colleagues correspondent reporter reporters investigation informants data")

	// authorities speak for an investigation, or tell news.
	authorities = setOf(`police gendarmerie gendarmes prosecutor prosecutors prosecution authorities investigators ministry army newspaper daily weekly
		magazine channel agency source sources media press prefecture firefighters newspapers dailies weeklies magazines channels agencies
		tabloid tabloids broadcaster radio outlets`)
	eyewitnesses = setOf("witness witnesses residents inhabitants neighbours neighbors locals survivors testimony testimonies relatives")

	policeAndWitnesses = union(authorities, eyewitnesses)
	hypothesisNouns    = setOf(`fossil fossils poll polls survey surveys study studies analysis forecast forecasts estimate estimates model models
		projection projections calculation calculations figures statistics research analysts analyst economists economist experts researcher researchers scientist scientists journal authors law rules theory
		legend tradition plan plans proposal proposals bill schedule timetable plan scenario simulation simulations pollster pollsters critics
		draft agreement rumour-mill bookmakers forecaster forecasters commentators commentator observers pundits columnist columnists expert computer replay replays technology simulator planners developer developers founder`)
	// tellingWords in a sentence beside show that a story is being told at
	// second hand.
	tellingWords = setOf(`reportedly allegedly alleged alleges allege claims claimed reveals revealed reported reports memoir memoirs rumour rumours rumor
		rumors suspected suspects sources investigators prosecutors indictment testimony testified assures affirms tabloid`)

	// headlineTopics open headlines that go on after a colon.
	headlineTopics = union(mishaps, setOf(`avalanche drowning merger takeover transfer transfers hostages strike talks negotiations scandal corruption doping football
		murder attack robbery kidnapping coalition budget crisis war espionage sale auction succession mercato`))
	// insiders are sources that know rather than reckon; what they say in the
	// present has no future in the past.
	insiders     = setOf("sources source prosecution media newspapers investigation insiders entourage")
	insiderVerbs = setOf("say says maintain maintains confide confides confided indicate state states believe believes")

	// abandoned says that something came to nothing; what would have followed
	// is then told as a hypothesis.
	abandoned = setOf(`scrapped abandoned vetoed shelved cancelled canceled collapsed aborted failed failure
		collapse cancellation withdrew halted postponed defeated`)
	// foiled in the opening of an article says that what follows never came
	// about.
	foiled = setOf(`drops scraps scrapped shelves shelved foiled foils thwarted averted botched abandons abandoned axes axed
		aborted miss misses missed nearly almost narrowly praised sidelined scenario scenarios exercise drill cancels cancelled canceled postponed hypothetical counterfactual hindsight imagine imagined plot plotted plotting
		planned`)
	mightHaveBeen = phrases("might have been|could have been|what if|called off|fell through|came within|had planned|never happened|what would|how would|" +
		"turn down|turns down|turned down|turning down|pull out|pulls out|pulled out|knocked back|ruled out|rules out|out until|out for|" +
		"worst case|exit poll|police appeal|appeal for|appeal over|appealed for|worst-case scenario|first draft|alternative ending|alternate ending")
	// reconstruction words belong to stories of long ago and to expert guesses
	// about what went on.
	reconstruction = setOf(`archaeology museum dinosaur dinosaurs roman
		romans medieval prehistoric neolithic ancestor ancestors species researchers scientists excavation excavations tudor victorian
		inquest coroner pathologist jury collision palaeontologist palaeontologists skeleton ancient glacier glaciers evolution genome
		hypothesis simulation simulations auditors audit`)
	longAgo = setOf("curator curators archaeologist archaeologists historian historians fossil fossils palaeontologists")
	// comingWords speak of a time to come or of a plan.
	comingWords = setOf(`next tomorrow until soon later eventually coming future will closure closures strikes cuts proposed planned
		plans plan proposal bill project scheme strike reform merger deal move scheduled expected able willing ready once when whether`)

	comparatives = setOf("stronger bigger larger smaller better worse longer shorter higher lower faster slower richer poorer older younger different lesser fuller tougher heavier weaker wiser braver smarter greater kinder bolder cleverer brighter stricter warmer colder")
	disasters    = setOf("pollution flood floods flooding fire fires quake earthquake storm cyclone outage epidemic contamination drought mudslide eruption spill landslide tsunami heatwave poisoning famine virus")

	// claimsNow hand on, in the present, what a translated report goes on telling.
	claimsNow = setOf("claim claims assure assures affirm affirms allege alleges reveal reveals report reports")

	// reportedVerbs are verbs other than "be" whose present conditional is
	// believed where the article has a certain report.
	reportedVerbs = setOf("own possess live suffer intend date exceed owe earn deny hold want")
	// settledVerbs, with what follows, tell how things are rather than will be.
	settledVerbs = map[string]bool{
		"suffer from": true, "live in": true, "live near": true, "live with": true, "live at": true, "own a": true, "own several": true, "own two": true, "own three": true,
		"possess a": true, "possess several": true, "date back": true, "date from": true, "owe him": true, "owe her": true, "exceed the": true,
	}
	// feltStates are states that are believed there too.
	feltStates = setOf("devastated furious separated married engaged ill worried convinced determined interested ready opposed present responsible sick injured guilty innocent satisfied close absent unhappy angry optimistic favourable favorable")

	// undertakings shortly before "would be" make it a consequence.
	undertakings = setOf("project projects plan plans proposal proposals scheme bill scenario scenarios exercise drill simulation assumed forecast closure merger strike reform barrier dam")

	// ongoing are things people are reported to be doing.
	ongoing = setOf(`hiding holding living staying negotiating considering planning preparing suffering targeting trying seeking looking
		thinking discussing studying dating working recovering fighting detaining investigating financing sheltering fleeing moving
		plotting talking refusing demanding asking`)
	// stateWords describe how somebody is.
	stateWords = setOf(`dead missing alive unharmed unhurt drunk armed unconscious unaccounted pregnant homeless trapped injured wounded
		hospitalised hospitalized imminent`)
	states = phrases("in hiding|on the run|behind the attack|behind the attacks|behind the shooting|behind the killing|behind this|behind these|" +
		"in possession of|out of danger|at the origin of|involved in|linked to|implicated in|between life and death|in a critical condition|" +
		"in a serious condition|in critical condition|in serious condition|in custody|in detention|in police custody|known to the police|" +
		"known to police|the author of|the victim of|the victims of|originally from|responsible for the attack|responsible for the shooting|" +
		"responsible for the fire|under the influence|in contact with|present at|aware of|in talks with|in talks to|in talks over|in a relationship with|held hostage|expecting a child|expecting a baby|expecting twins|ready to leave|willing to leave|about to sign|about to leave|about to resign|on the verge of|suffering from|on holiday|on vacation|in prison|in exile|under water|under the rubble|part of a gang|part of a network|part of a ring|part of a cell|part of a criminal|part of an organised|part of an organized|part of the gang|part of the network|in ruins|in flames|cut off|close to an agreement|close to a deal|close to reaching|close to signing|at loggerheads|the cause of the accident|the cause of the fire|the cause of the explosion|the cause of the blaze|the cause of the crash|the cause of the blast|the cause of the collapse|in intensive care|without electricity|without power|without water|without drinking water|without gas|without heating|without shelter|without news|about to|at the head of|in advanced talks|in advanced negotiations|in advanced discussions|in exclusive talks|in exclusive negotiations|in secret talks|in negotiations with|in discussions with|on the point of|on the brink of|at the centre of|at the center of|at the heart of|in the hands of|under investigation|under house arrest|on the payroll of|ready to quit|ready to resign|ready to sell|ready to sign|ready to join|ready to defect|ready to negotiate|ready to pay")
	// toldOf is said of persons, and believed where the article has a certain
	// report.
	toldOf = phrases("a former|an ex|a member of|an accomplice of|the owner of|a relative of|the son of|the daughter of|the brother of|the sister of|" +
		"the father of|the mother of|a friend of|the head of|in a relationship|at odds with")
	// sufferedParticiples tell what an emergency does to people and places.
	sufferedParticiples = setOf("affected killed injured wounded evacuated displaced trapped stranded flooded destroyed damaged wanted detained hospitalised hospitalized hidden held buried")
)

// A phraseTable holds sequences of words by their first.
type phraseTable map[string][][]string

// phrases splits "a b|c d" into sequences of words.
func phrases(list string) phraseTable {
	out := phraseTable{}
	for _, p := range strings.Split(list, "|") {
		words := strings.Fields(p)
		out[words[0]] = append(out[words[0]], words)
	}
	return out
}
