package heuristics

import (
	"slices"
	"strings"
)

// A verb holds the forms a rewrite needs.
type verb struct{ base, past, participle string }

// irregular verbs, "base past participle".
const irregularVerbs = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|
bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|
bring brought brought|broadcast broadcast broadcast|build built built|burn burned burnt|burst burst burst|buy bought bought|
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|
deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamed dreamt|drink drank drunk|drive drove driven|
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|
get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|
lean leaned leant|leap leapt leapt|light lit lit|slit slit slit|spit spat spat|sow sowed sown|saw sawed sawn|swell swelled swollen|tread trod trodden|wring wrung wrung|learn learned learnt|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|overcome overcame overcome|
overhear overheard overheard|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|
shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spill spilled spilt|spin spun spun|split split split|
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|
understand understood understood|undertake undertook undertaken|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|
weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|
withstand withstood withstood|write wrote written|rewrite rewrote rewritten|foresee foresaw foreseen|outlive outlived outlived|
resell resold resold|retake retook retaken|undo undid undone|bear bore born|slay slew slain|forgo forwent forgone`

// regular verbs of the news in their base form; those that double their last
// consonant stand apart. They give negated rewrites ("did not support"); a
// participle that is not among them is still recognised by its ending.
const (
	regularVerbs = `abandon abduct abuse accept access accompany accuse achieve acquire act add address admire adopt advance advise
afford agree aid aim alert allow alter announce annoy answer appeal appear apply appoint approach approve argue arm arrange arrest arrive ask
assassinate assault assemble assist assume assure attack attempt attend attract authorise authorize avoid back balance base
behave believe belong betray bill blackmail blame block board bomb book borrow brief bury cache call calm cancel capture carry cause cease
celebrate challenge change charge chase cheat check circulate claim clash clean clear climb close collaborate collapse collect
commission communicate compare compete complain complete comply conceal concern conclude condemn conduct confess confirm confront confuse
consider consist conspire construct consult contact contain continue contract contribute convert convey convict convince cook cooperate
coordinate copy correspond corrupt count cover crash create criticise criticize cross damage dance decide declare decline defend delay
delete deliver demand deny deploy derail describe desert design desire destroy detain detect determine develop die direct disappear disclose
discover discuss disguise dismiss display dispatch divert divide divorce doubt draft dump earn ease edit embezzle embrace emerge
emigrate employ encounter encourage end endorse enforce engage enjoy enlist ensure enter escape establish estimate evacuate evade examine exceed
exchange execute exercise exert expand expel explain explode exploit explore export expose express extend extract face fail fake fear
feature fill finance finish fire fix flood focus fold follow force form found fund gain gather generate graduate grant greet guarantee guard guide halt
hand handle happen harass harm head heat help hesitate hire hope host hurry identify ignore imagine impose imprison improve include
increase inform inherit initiate injure insist inspect inspire install instruct insult intend intervene interview intimidate introduce
invade invest investigate invite involve issue join jump justify keep kick kidnap kill kiss knock lack land last laugh launch leak lie lift like
limit link list listen live load lobby locate lock look lower maintain manage manipulate march mark marry massacre match measure mention
miss mistreat mock molest monitor move murder name need neglect negotiate note notice notify obey object obtain occupy offer open operate oppose
order organise organize own pack pardon park participate pass pause perform persuade phone photograph place plant
play plead pledge poison pose position possess post postpone praise predict prepare present preserve press pressure pretend prevent process
proceed produce profit promise promote propose prosecute protect protest prove provide provoke publish pull punch punish purchase pursue push
question raid raise rape reach react realise realize rebel receive recognise recognize recommend reconcile record recover recruit reduce
refuse register reject relate relaunch release relocate remain remember remind remove renew renounce rent repair repay repeat replace
report represent request require rescue reserve resign resist resolve respect respond rest restore resume retain retire return reveal
review revise reward risk ruin rule rush sack sacrifice sail sanction save scare score scream search secure seem seize separate serve
settle share shift shock shout sign signal silence slash smash smoke smuggle solve sound spare spark sponsor stage start starve state stay
storm strangle strengthen stress stretch struggle study succeed sue suffer suggest summon supply support suppress surprise surrender
surround suspect suspend sustain swallow switch talk target tax tempt terminate test testify thank threaten tie torture touch tour
trace trade train transform translate travel treat trigger trust try turn uncover unite update urge use vandalise vanish
violate visit voice volunteer vote vow wait walk want warn wash waste watch weaken welcome witness wonder work worry wound yield`
	doublingVerbs = `admit ban beg bug chat chop clap commit compel control cram deter dip dispel drag drop drug emit equip excel flip
grab grip hop hug incur infer jam jog kidnap knit log map mob mug nod occur omit pat permit pin plan plot plug pop prefer propel rap rebel
refer regret rig rip rob rub scan scrap ship shop shred skip slam slap slip snap spot stab step stir stop strap strip submit swap tap thug
tip top transfer trap trim trip wrap zip`
)

// wordsInEd end in -ed and are no participles.
var wordsInEd = setOf("need feed speed seed weed breed bleed indeed hundred sacred naked wicked rugged bed red embed exceed proceed succeed hatred kindred creed greed deed steed shed biped")

// verbsByParticiple, verbsByPast and verbsByBase look a verb up by one of its
// forms.
var verbsByParticiple, verbsByPast, verbsByBase = verbTables()

func verbTables() (byParticiple, byPast, byBase map[string]*verb) {
	verbs := make([]verb, 0, 1000) // more than there are
	for entry := range strings.SplitSeq(irregularVerbs, "|") {
		if f := strings.Fields(entry); len(f) == 3 {
			verbs = append(verbs, verb{f[0], f[1], f[2]})
		}
	}
	for base := range strings.FieldsSeq(doublingVerbs) {
		past := base + base[len(base)-1:] + "ed"
		verbs = append(verbs, verb{base, past, past})
	}
	for base := range strings.FieldsSeq(regularVerbs) {
		past := regularPast(base)
		verbs = append(verbs, verb{base, past, past})
	}
	// Growing a map costs more than filling it.
	byParticiple, byPast, byBase = make(map[string]*verb, len(verbs)), make(map[string]*verb, len(verbs)), make(map[string]*verb, len(verbs))
	for i := range slices.Backward(verbs) { // of several with one form, the first stays
		v := &verbs[i]
		byParticiple[v.participle], byPast[v.past], byBase[v.base] = v, v, v
	}
	return byParticiple, byPast, byBase
}

func regularPast(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case endsInConsonantY(base):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

// isParticiple reports whether the word can be a past participle.
func isParticiple(norm string) bool {
	if _, ok := verbsByParticiple[norm]; ok {
		return true
	}
	return norm == "been" || isRegularPast(norm)
}

// isPast reports whether the word can be a simple past.
func isPast(norm string) bool {
	if _, ok := verbsByPast[norm]; ok {
		return true
	}
	return norm == "was" || norm == "were" || isRegularPast(norm)
}

// isRegularPast reports whether the word has the form of a regular past.
func isRegularPast(norm string) bool {
	return len(norm) > 4 && strings.HasSuffix(norm, "ed") && !wordsInEd[norm]
}

// isGerund reports whether the word has the form of a present participle.
func isGerund(norm string) bool {
	return len(norm) > 4 && strings.HasSuffix(norm, "ing") && !gerundLike[norm]
}

var gerundLike = setOf("thing something nothing anything everything king string spring bring during evening morning ceiling wedding sibling sterling")

// pastOf is the simple past of a participle ("taken" → "took"); regular ones
// are their own past.
func pastOf(participle string) string {
	if v, ok := verbsByParticiple[participle]; ok {
		return v.past
	}
	return participle
}

// baseOf is the base form of a participle, where the verb is known: the ending
// -ed alone does not tell "hope" from "hop".
func baseOf(participle string) (string, bool) {
	if v, ok := verbsByParticiple[participle]; ok {
		return v.base, true
	}
	return "", false
}

// pastOfBase is the simple past of a base form, where the verb is known.
func pastOfBase(base string) (string, bool) {
	if v, ok := verbsByBase[base]; ok {
		return v.past, true
	}
	return "", false
}
