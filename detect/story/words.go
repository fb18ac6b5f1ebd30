package story

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Two outlets that quote the same words do not print the same letters: house
// style decides about spelling, contractions, numerals and titles, reporters
// fit a quotation to their sentence, and everybody's ears and fingers err.
// Here is decided which words count as the same.

// plain is a word in one spelling for all house styles.
func plain(w string) string {
	w = strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'"), ".", "")
	if s, ok := oneSpelling[w]; ok {
		return s
	}
	if len(w) > 5 {
		for _, e := range britishEndings {
			if s, ok := strings.CutSuffix(w, e[0]); ok {
				return s + e[1]
			}
		}
	}
	return w
}

// britishEndings pairs British with American endings.
var britishEndings = [][2]string{
	{"isation", "ization"},
	{"isations", "izations"},
	{"ising", "izing"},
	{"ised", "ized"},
	{"ises", "izes"},
	{"ise", "ize"},
	{"yse", "yze"},
	{"ysed", "yzed"},
	{"ysing", "yzing"},
	{"our", "or"},
	{"ours", "ors"},
	{"oured", "ored"},
	{"ouring", "oring"},
	{"ourable", "orable"},
	{"elling", "eling"},
	{"elled", "eled"},
	{"ogue", "og"},
	{"wards", "ward"},
}

// oneSpelling holds words that house styles write in several ways.
var oneSpelling = pairs(`
	centre center  theatre theater  metre meter  metres meters  litre liter  litres liters  fibre fiber
	defence defense  offence offense  licence license  grey gray  programme program  programmes programs
	cheque check  tyre tire  kerb curb  plough plow  mum mom  okay ok  alright ok  per- per  percent %  cent %
	two 2  three 3  four 4  five 5  six 6  seven 7  eight 8  nine 9  ten 10  eleven 11  twelve 12
	thirteen 13  fourteen 14  fifteen 15  sixteen 16  seventeen 17  eighteen 18  nineteen 19  twenty 20
	thirty 30  forty 40  fifty 50  sixty 60  seventy 70  eighty 80  ninety 90  hundred 100
	gonna going  wanna want  gotta got  'em them  cause because  yeah yes  'cause because  til until  till until
	towards toward  afterwards afterward  amongst among  whilst while  learnt learned  dreamt dreamed
	burnt burned  spelt spelled  spoilt spoiled  leapt leaped  everybody everyone  somebody someone
	nobody no-one  anybody anyone  tonite tonight  thru through  judgement judgment  ageing aging
`)

func pairs(table string) map[string]string {
	fields := strings.Fields(table)
	m := make(map[string]string, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

// contractions are written out, since a house style may do so.
var contractions = map[string][]string{
	"can't": {"can", "not"}, "cannot": {"can", "not"}, "won't": {"will", "not"}, "shan't": {"shall", "not"},
	"let's": {"let", "us"}, "ain't": {"is", "not"}, "gonna": {"going", "to"}, "wanna": {"want", "to"},
	"gotta": {"got", "to"}, "nobody": {"no", "one"},
}

var contractionEnds = [][2]string{{"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"'d", "would"}}

// expand writes a contraction out.
func expand(norm string) []string {
	if full, ok := contractions[norm]; ok {
		return full
	}
	for _, e := range contractionEnds {
		if head, ok := strings.CutSuffix(norm, e[0]); ok && head != "" {
			return []string{head, e[1]}
		}
	}
	return []string{norm}
}

// Function words that are exchanged when a quotation is heard, transcribed or
// fitted into a sentence. Words of one class may stand for each other.
var functionClass = classes(map[wordClass]string{
	pronoun:     "i one you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself ourselves themselves",
	auxiliary:   "am is are was were be been being has have had having do does did done will would can could may might shall should must 's to",
	determiner:  "a an the this that these those some any such",
	filler:      "and but so if though although when while since whether as well now then also just really very even too actually basically frankly obviously or because that which who what there here oh uh um yes like",
	preposition: "of in on at by for with from to into onto about over under through as upon than toward until during within without",
	negation:    "not no never nor neither none",
})

// A wordClass is a set of classes of function words.
type wordClass uint8

const (
	pronoun wordClass = 1 << iota
	auxiliary
	determiner
	filler
	preposition
	negation
)

// function reports whether a word of these classes is a function word.
// Negations are none: they carry the meaning.
func (c wordClass) function() bool { return c != 0 && c&negation == 0 }

func classes(table map[wordClass]string) map[string]wordClass {
	size := 0
	for _, words := range table {
		size += strings.Count(words, " ") + 1
	}
	m := make(map[string]wordClass, size)
	for class, words := range table {
		for w := range strings.FieldsSeq(words) {
			m[w] |= class
		}
	}
	return m
}

// function reports whether a word is a function word.
func function(w string) bool { return functionClass[w].function() }

// titles of address that house styles add and leave out.
var address = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "sen": true, "rep": true, "gov": true, "gen": true, "sgt": true, "lt": true, "col": true, "prof": true, "president": true, "senator": true}

// alikeWords reports whether two content words are one word: inflected, spelled
// otherwise or with a slip of the finger.
func alikeWords(a, b *form) bool {
	if a == b {
		return true
	}
	x, y := a.norm, b.norm
	if len(x) < 3 || len(y) < 3 || a.class != 0 || b.class != 0 {
		return false
	}
	if a.baseNo == b.baseNo {
		return true
	}
	// A slip is one letter in a word of six or more; shorter words that differ
	// in one letter are too often different words. Digits never slip.
	shorter, longer := min(len(x), len(y)), max(len(x), len(y))
	most := 1 + shorter/12
	if shorter < 6 || longer-shorter > most || x[0] != y[0] || a.digits || b.digits {
		return false
	}
	return levenshtein.ComputeDistance(x, y) <= most
}

// stem takes the inflection off a word, roughly: it need only agree with
// itself.
func stem(w string) string {
	if base, ok := irregular[w]; ok {
		return base
	}
	if len(w) > 3 {
		for _, end := range []string{"ings", "ing", "ied", "ies", "ed", "es", "s"} {
			base, ok := strings.CutSuffix(w, end)
			if !ok || len(base) < 3 || end == "s" && strings.HasSuffix(base, "s") {
				continue
			}
			if end == "ied" || end == "ies" {
				return base + "i"
			}
			w = base
			if n := len(w); n > 3 && end != "s" && end != "es" && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
				w = w[:n-1] // stopped → stop
			}
			break
		}
	}
	if base, ok := strings.CutSuffix(w, "e"); ok && len(base) > 2 {
		return base
	}
	if base, ok := strings.CutSuffix(w, "y"); ok && len(base) > 2 {
		return base + "i"
	}
	return w
}

// irregular leads from irregular forms to the base form, stemmed.
var irregular = func() map[string]string {
	m := make(map[string]string, 200) // more than there are
	for line := range strings.SplitSeq(`say said|tell told|go went gone goes|get got gotten|make made|take took taken|see saw seen|come came|know knew known|think thought|find found|give gave given|become became|leave left|feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|win won|fight fought|teach taught|catch caught|sell sold|seek sought|shoot shot|steal stole stolen|throw threw thrown|eat ate eaten|fly flew flown|forget forgot forgotten|hide hid hidden|ride rode ridden|shake shook shaken|sing sang sung|sleep slept|swear swore sworn|tear tore torn|wake woke woken|man men|woman women|child children|person people|foot feet|life lives|wife wives|good better best|bad worse worst`, "|") {
		forms := strings.Fields(line)
		base := forms[0]
		if e, ok := strings.CutSuffix(base, "e"); ok && len(e) > 2 {
			base = e
		}
		for _, f := range forms {
			m[f] = base
		}
	}
	return m
}()
