package heuristics

import "strings"

// A wordSet is a class of words in the form of article.Token.Norm: lower case,
// straight apostrophes.
type wordSet map[string]bool

// setOf makes a set of words separated by white space.
func setOf(lists ...string) wordSet {
	size := 0
	for _, list := range lists {
		size += 1 + strings.Count(list, " ")
	}
	s := make(wordSet, size) // growing a map costs more than filling it
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			s[w] = true
		}
	}
	return s
}

// union of sets.
func union(sets ...wordSet) wordSet {
	size := 0
	for _, s := range sets {
		size += len(s)
	}
	u := make(wordSet, size)
	for _, s := range sets {
		for w := range s {
			u[w] = true
		}
	}
	return u
}

// The closed classes of English.
var (
	articleWords   = setOf("a an the")
	possessives    = setOf("my your his her its our their")
	demonstratives = setOf("this that these those such")
	quantifiers    = setOf(`all any both certain each either every few fewer less many more most much neither no
		several some enough another other plenty dozens hundreds thousands millions`)
	determiners = union(articleWords, possessives, demonstratives, quantifiers)

	subjectPronouns   = setOf("i you he she it we they who one")
	objectPronouns    = setOf("me him us them whom her")
	reflexives        = setOf("myself yourself himself herself itself ourselves yourselves themselves oneself")
	addressPronouns   = setOf("i you we me us my your our mine yours ours myself yourself ourselves")
	indefinites       = setOf("anyone anybody anything everyone everybody everything someone somebody something")
	negativePronouns  = setOf("nobody no-one none nothing neither")
	relativePronouns  = setOf("who whom whose which that")
	questionWords     = setOf("who whom whose which what when where why how whether whoever whatever whichever whenever wherever however-much")
	coordinators      = setOf("and or but nor yet so")
	subordinators     = setOf("that because while whereas when where if unless though although since until till before after as than once whether lest provided providing so")
	commonPreposition = setOf(`about above across after against along alongside amid among amongst around as at before behind
		below beneath beside besides between beyond by concerning despite down during except for from in inside into like
		near of off on onto opposite out outside over past per regarding since than through throughout to toward towards
		under underneath until till up upon via with within without according following including`)

	beForms   = setOf("be am is are was were been being isn't aren't wasn't weren't")
	haveForms = setOf("have has had having haven't hasn't hadn't")
	doForms   = setOf("do does did doing done don't doesn't didn't")
	modals    = setOf("can could may might must shall should will would can't couldn't mustn't shouldn't won't wouldn't cannot ought")
	negations = setOf("not never no neither nor n't hardly scarcely barely")
	auxiliary = union(beForms, haveForms, doForms, modals)

	cardinals = setOf(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen`)
	weekdays = setOf("monday tuesday wednesday thursday friday saturday sunday")
	months   = setOf("january february march april may june july august september october november december")

	// adverbs that do not end in -ly.
	plainAdverbs = setOf(`also already even just never now often once soon still then thus therefore always ever perhaps
		maybe yet too again first instead almost quite nevertheless nonetheless meanwhile thereby twice sometimes hence
		indeed however furthermore moreover rather somehow apparently seldom here there well long far`)
	// words in -ly that are no adverbs, or only seldom.
	notAdverbs = setOf(`family early likely unlikely daily weekly monthly yearly friendly elderly supply apply reply rely
		ally rally assembly anomaly italy july bully fly holy lonely lovely ugly deadly costly orderly belly jelly lively
		multiply comply imply butterfly homily sicily emily billy kelly sally reilly holly polly molly silly hourly
		unfriendly cowardly scholarly melancholy monopoly sly ply tally folly jolly curly burly`)
)

// Verbs that hand on what somebody says or thinks, in the forms that can
// govern a clause. "report", "reveal" and the like are apart: they vouch for
// a fact, so no counterfactual can hang on them.
var (
	speechVerbs = setOf(`say says said saying tell tells told telling claim claims claimed claiming argue argues argued arguing
		admit admits admitted admitting add adds added adding announce announces announced insist insists insisted insisting
		warn warns warned warning suggest suggests suggested suggesting explain explains explained explaining state states stated
		declare declares declared assert asserts asserted maintain maintains maintained acknowledge acknowledges acknowledged
		concede concedes conceded confirm confirms confirmed deny denies denied promise promises promised swear swears swore
		vow vows vowed write writes wrote testify testifies testified note notes noted stress stresses stressed joke jokes joked
		ask asks asked wonder wonders wondered repeat repeats repeated boast boasts boasted reply replies replied respond
		responds responded predict predicts predicted complain complains complained agree agrees agreed propose proposes proposed
		proposing contend contends contended allege alleges alleged rule rules ruled hint hints hinted hear heard threaten threatens threatened
		pledge pledges pledged signal signalled signaled recall recalls recalled reckon reckons reckoned`)
	thoughtVerbs = setOf(`think thinks thought thinking believe believes believed believing know knows knew known knowing
		expect expects expected expecting hope hopes hoped hoping fear fears feared fearing feel feels felt feeling suspect suspects
		suspected assume assumes assumed guess guesses guessed imagine imagines imagined understand understands understood doubt
		doubts doubted decide decides decided conclude concludes concluded estimate estimates estimated estimating calculate
		calculates calculated realise realises realised realize realizes realized wish wishes wished suppose supposes supposed
		sure certain confident convinced aware afraid worried ensure ensures ensured mean means meant show shows showed shown
		find finds found prove proves proved indicate indicates indicated seem seems seemed dream dreams dreamt dreamed
		forecast forecasts consider considers considered judge judges judged see saw accept accepts accepted remember
		remembers remembered forget forgets forgot worry worries consider assumption belief idea fact view impression possibility
		hopes fears chance doubt hint suggestion suggestions claims warnings promise guarantee`)
	// evidentialVerbs name a source that vouches for a fact.
	evidentialVerbs = setOf(`report reports reported reveal reveals revealed disclose discloses disclosed learn learned learnt
		affirm affirms affirmed assures rumour rumor rumours rumors whisper whispers whispered relate relates related recount recounts
		recounted`)
)

// Nouns.
var (
	// personNouns are common nouns for people, besides those in -er, -or, -ist
	// and -man that personNoun recognises.
	personNouns = setOf(`man men woman women boy girl child children teenager youth person people individual individuals suspect
		suspects accused defendant witness witnesses victim victims husband wife father mother son daughter brother sister uncle aunt cousin
		parent parents couple family friend friends relative relatives neighbour neighbours neighbor neighbors president mayor king queen
		prince princess duke duchess chief boss head coach captain star striker official officials officer officers
		guard soldier soldiers troops police crew thief thieves gang gunman gunmen assailant assailants attacker attackers
		perpetrator perpetrators hostage hostages militant militants rebels fighter fighters spy agent agents cook cooks chef chefs clerk clerks thug thugs nun monk student students pupil pupils teacher
		teachers doctor doctors nurse nurses patient patients judge lawyer lawyers magistrate deputy politician politicians
		senator senators ceo billionaire businessman businesswoman entrepreneur millionaire heir heiress politician ambassador
		minister ministers trio duo pair youngster youngsters inhabitants residents migrants refugee refugees civilian civilians
		employee employees staff passenger passengers pilot pilots driver drivers fan fans supporter supporters player players
		ex-husband ex-wife son-in-law father-in-law mother-in-law daughter-in-law brother-in-law stepfather stepmother priest
		bishop pope monk imam accomplice accomplices fugitive teen teens athlete athletes candidate candidates
		general colonel lieutenant sergeant admiral constable gendarme shepherd councillor associate associates partner partners`)
	// planNouns name what may never come about; "would" with them as subject
	// is the ordinary English conditional.
	planNouns = setOf(`bill bills plan plans deal deals proposal proposals merger mergers amendment amendments law laws measure
		measures legislation scheme schemes project projects motion treaty agreement agreements takeover bid bids offer offers
		ban tax taxes budget cuts cut referendum election move moves decision step approach option options alternative
		arrangement programme program initiative reform reforms package policy system change changes rule rules regulation
		regulations provision provisions act clause strategy compromise constitution route road bridge airport tunnel scheme
		development extension expansion reduction increase rise levy charge fee sale purchase acquisition listing float
		flotation ruling verdict sentence penalty sanctions vote ballot resolution settlement pact accord alliance site stadium scheme line station plant facility building tower centre center design technology
		version idea concept solution model product products drug vaccine treatment test trial method result results outcome
		defeat victory win draw loss success failure goal point points try success title trophy medal match game fight bout
		final tie fixture race series tournament tour show concert event ceremony trip journey performance season return
		absence presence delay withdrawal exit departure closure suspension intervention action inaction effort attempt
		confrontation war invasion conflict response answer warning money cash funds funding grant loan cost costs price
		savings total figure number turnout majority odds chances circumstances scenario alternative gesture apology
		explanation word day days week month year night time life timing thing things something distance impact effect`)
	// pluralNouns are plural without -s.
	pluralNouns = setOf("people men women children police troops staff crew media data cattle youth teeth feet mice geese two three four five six seven eight nine ten both several many dozens hundreds thousands millions")
	// singularNouns end in -s and are singular.
	singularNouns = setOf("news politics mathematics physics economics athletics series species crisis analysis basis thesis emphasis gas bus virus campus status census chorus circus boss loss pass press class glass business process success princess actress address congress progress witness illness ")
)

// thingsInEr end like a doer of something and are things.
var thingsInEr = setOf(`letter paper number computer water power tower center river winter summer weather matter order newspaper
	offer dinner corner counter quarter border chapter cover danger disaster fever filter finger flower folder helicopter hammer
	hunger layer lever liver manner monster murder oyster parameter pepper poster prayer register remainder rubber scanner shelter
	shower silver soccer supper sweater tanker tender theater thunder tiger timber trailer transfer whisper wonder answer butter
	cancer cluster container copper cylinder laser printer router server user-interface sweater ladder bladder powder gender
	error factor motor sector tractor mirror terror honor humor labor color favor vapor harbor rumor corridor reactor elevator
	horror sensor vector minor major manor tumor flavor armor anchor calculator ever never after under over however whether
	rather other another together further either neither former latter proper later greater larger smaller higher lower newer older
	better trouser border folder booster cruiser fighter-jet freighter steamer trawler tractor boiler burner bumper tyre-maker
	planner consumer-price typewriter cucumber amber chamber december november october september september slaughter laughter
	daughter-company takeover leftover makeover turnover handover crossover stopover hangover clover lever banner barrier carrier
	frontier meter kilometer centimeter thermometer barometer diameter perimeter starter charter quarter barter starter after-dinner`)

// personNoun guesses whether a common noun stands for a person: "teacher",
// "investor", "journalist", "chairman", "musician".
func personNoun(norm string) bool {
	if personNouns[norm] {
		return true
	}
	n := strings.TrimPrefix(norm, "ex-")
	if !strings.HasSuffix(n, "ss") {
		n = strings.TrimSuffix(n, "s")
	}
	if len(n) > 4 && (strings.HasSuffix(n, "er") || strings.HasSuffix(n, "or")) && !thingsInEr[n] {
		return true
	}
	for _, suffix := range []string{"ist", "man", "woman", "cian", "ess", "eer", "nian"} {
		if len(n) > len(suffix)+1 && strings.HasSuffix(n, suffix) || n == suffix {
			return true
		}
	}
	return false
}

// isAdverb reports whether the word can stand as an adverb inside a verb
// group.
func isAdverb(norm string) bool {
	return plainAdverbs[norm] || len(norm) > 4 && strings.HasSuffix(norm, "ly") && !notAdverbs[norm]
}

// isPluralNoun guesses the number of a common noun from its form.
func isPluralNoun(norm string) bool {
	switch {
	case pluralNouns[norm]:
		return true
	case singularNouns[norm] || len(norm) < 3:
		return false
	}
	return strings.HasSuffix(norm, "s") && !strings.HasSuffix(norm, "ss") && !strings.HasSuffix(norm, "us") && !strings.HasSuffix(norm, "is")
}
