package language

import (
	"strings"

	"github.com/pemistahl/lingua-go"

	"github.com/calque-check/calque/detect/article"
)

// languages is a set: a bit for English and one for each entry of foreign.
type languages uint32

const english languages = 1 << 31

// functionWords are closed-class words and the languages they belong to.
// English words stand in it as English alone, whatever else they are
// elsewhere: in a row of four words one of them is no proof.
var functionWords = func() *wordTable {
	words := make(map[string]languages, 600) // more than there are; growing a map costs more than filling it
	for i, f := range foreign {
		for w := range strings.FieldsSeq(f.words) {
			words[w] |= 1 << i
		}
	}
	for w := range strings.FieldsSeq(englishWords) {
		words[w] = english
	}
	return newWordTable(words)
}()

// foreignWords are those of functionWords that are not English. It has a table
// of its own because every word of nearly all articles is none of them, and the
// commonest words of English need no second look then.
var foreignWords = func() *wordTable {
	words := make(map[string]languages, len(functionWords.words))
	for _, w := range functionWords.words {
		if w.in&^english != 0 {
			words[w.norm] = w.in
		}
	}
	return newWordTable(words)
}()

// A wordTable knows the languages of words. Every word of every article is
// looked up in it, so it is laid out by the hash that tokens bring along: most
// words are told from those of the table by one look at its slots.
type wordTable struct {
	slots [1 << slotBits]uint16 // index into words, 0 for none
	words []tableWord
}

type tableWord struct {
	hash uint32
	in   languages
	norm string
}

const slotBits = 12

func newWordTable(words map[string]languages) *wordTable {
	t := &wordTable{words: make([]tableWord, 1, 1+len(words))}
	for norm, in := range words {
		hash := article.HashOf(norm)
		i := hash >> (32 - slotBits)
		for t.slots[i%uint32(len(t.slots))] != 0 {
			i++
		}
		t.slots[i%uint32(len(t.slots))] = uint16(len(t.words))
		t.words = append(t.words, tableWord{hash, in, norm})
	}
	return t
}

// of are the languages of a token's word.
func (t *wordTable) of(token *article.Token) languages { return t.find(token.Hash, token.Norm) }

func (t *wordTable) find(hash uint32, norm string) languages {
	for i := hash >> (32 - slotBits); ; i++ {
		n := t.slots[i%uint32(len(t.slots))]
		if n == 0 {
			return 0
		}
		if w := &t.words[n]; w.hash == hash && w.norm == norm {
			return w.in
		}
	}
}

// englishWords are closed-class words of English, with the forms of "be",
// "have", "do" and "say".
const englishWords = `the of and to a an in that is was for it with as on be at by this had not are but from
or have they which you were there been their has will would can could should may might must shall when who whom whose
what where why how if than then so no nor only other into its it's he she his her hers him them these those we our us
my your i me about after before between during under over through against without within because while until since
although though whether also more most some any such own same each every both few many much all one two three do does
did doesn't don't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't being having
said says saying 's up out down off again further once here very just now even still yet too however among around
across behind beyond near toward towards upon via per against despite except including like than himself herself
themselves itself another either neither not`

// elsewhere are English function words that are as common in another language:
// one alone does not end a foreign passage ("el entrenador no quiere").
var elsewhere = map[string]bool{
	"a": true, "an": true, "as": true, "do": true, "her": true, "in": true, "me": true, "no": true, "on": true, "so": true, "was": true,
}

// foreign are the languages in Latin script that news comes from. Words that
// English uses too, as a word (door, hat, care, over, am), as a name or a part
// of one (de, la, el, von, van, al, le, ed) or as letters (AI, OS), are left
// out: a run of English must not look foreign.
var foreign = []struct {
	lingua lingua.Language
	words  string
}{
	{lingua.French, `les des une dans pour avec qui que quoi sur est sont été être avoir cette ces ses leur leurs nous vous
ils elles mais où donc aux ont fait très pas ne du au sous entre depuis selon après avant comme aussi c'est n'est
qu'il qu'elle d'un d'une nos lui tout tous cela ceux n'a n'ont s'est l'on`},
	{lingua.Spanish, `los las del una unos unas por para con sin sobre está están fue fueron ha han había ser este esta
estos estas ese esa pero porque cuando donde como más muy también según desde hasta entre sus su nos lo se ya que es en
ni ha les`},
	{lingua.Italian, `gli della delle dei degli dello nel nella nelle nei con che non sono è era stato stata anche più
questo questa quello come dove dopo prima tra fra una loro dalla dai allo alla agli alle sul sulla di ha nella sono si
del lo perché`},
	{lingua.Portuguese, `dos das nos nas pelo pela pelos pelas uma umas não são foi foram está mas também mais muito
depois antes seu sua seus suas ele ela eles elas em ao aos à às que para com por entre como se já`},
	{lingua.German, `der das und ist nicht ein eine einen einem einer eines den dem mit auf für sich auch wurde wurden
werden wird sind aus bei nach vor durch wie aber oder wenn noch nur zum zur im haben hatte sein seine seiner ich wir
sie es zu bis dass daß kein keine um über unter unser eigentlich jemand`},
	{lingua.Dutch, `het een niet voor zijn werd worden heeft hebben maar ook naar bij uit dat deze dit wordt tegen en van
zich nog wel geen haar hij wij ze aan om te`},
	{lingua.Polish, `się jest nie że jak dla przez przy tego tym które który która oraz jego jej są był była było czy już
po od za ze na do`},
	{lingua.Czech, `jsou byl byla bylo jako které který která také podle však proto při jeho její jsem není když nebo že
se na po za od jak už`},
	{lingua.Turkish, `bir ve için ile olarak bu daha çok olan gibi kadar sonra ancak değil olduğu tarafından`},
	{lingua.Swedish, `och att det som på är för av inte den med har ett om var från en till`},
	{lingua.Romanian, `că este sunt pentru din nu cu pe mai fost această acest și să sau dar`},
}
