package language

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// englishFunctionWords are closed-class words of English, with the forms of
// "be", "have", "do" and "say". Single letters and words that are as common in
// another language of the list below (on, die, an, was, is, in, me, he, to, as,
// of, men) still count as English: in a row of four words one of them is no
// proof, so a foreign function word that looks English is left out below.
var englishFunctionWords = set(`the of and to a an in that is was for it with as on be at by this had not are but from
or have they which you were there been their has will would can could should may might must shall when who whom whose
what where why how if than then so no nor only other into its it's he she his her hers him them these those we our us
my your i me about after before between during under over through against without within because while until since
although though whether also more most some any such own same each every both few many much all one two three do does
did doesn't don't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't being having
said says saying 's up out down off again further once here very just now even still yet too however among around
across behind beyond near toward towards upon via per against despite except including like than himself herself
themselves itself another either neither not`)

// foreignFunctionWords are closed-class words of the languages in Latin script
// that news comes from, none of them an English word or a common part of names
// in English news (de, la, el, von, van, al, le, do, no, die, men, on are
// missing for that reason).
var foreignFunctionWords = set(`
les des une dans pour avec qui que quoi sur est sont été être avoir cette ces ses leur leurs nous vous ils elles mais où
donc aux ont fait plus très pas ne du au sous entre depuis selon après avant comme aussi c'est n'est qu'il qu'elle d'un d'une
los las del una unos unas por para con sin sobre está están fue fueron ha han había ser este esta estos estas ese esa pero
porque cuando donde como más muy también según desde hasta entre sus su nos lo se ya y
il gli della delle dei degli dello nel nella nelle nei con per che non sono è era stato stata anche più questo questa
quello come dove dopo prima tra fra ma ed loro dal dalla dai al allo alla ai agli alle sul sulla di
os das dos nas nos pelo pela pelos pelas uma umas não são foi foram está mas também mais muito depois antes seu sua seus
suas ele ela eles elas em ao aos à às e
der das und ist nicht ein eine einen einem einer eines den dem mit auf für von sich auch wurde wurden werden wird sind
aus bei nach über vor durch wie aber oder wenn noch nur zum zur im am haben hat hatte sein seine seiner ich wir sie
het een van niet voor zijn werd worden heeft hebben maar ook naar bij uit door dat deze dit wordt over tegen
się jest nie że jak dla przez przy tego tym które który która oraz jego jej są był była było ale czy już po od za ze we
jsou byl byla bylo jako které který která také podle však proto při jeho její jsem není když ale nebo pro
bir ve için ile olarak bu daha çok olan gibi kadar sonra ancak değil olduğu tarafından
och att det som på är för av inte den till med har ett om var från
și că este sunt pentru din care nu cu pe mai fost această acest`)
