package article

import "strings"

// abbreviation says how the dot of an abbreviation behaves.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	// leading abbreviations stand before what they belong to, so their dot
	// never ends a sentence: Mr. Smith, approx. ten, vs. the others.
	leading
	// title abbreviations are leading ones that need a name after them: Gen.
	// Smith, but "the next gen."
	title
	// counted abbreviations are ones only before a number: No. 5, Jan. 3.
	counted
	// trailing abbreviations may close a sentence: Inc., Jr., Calif.
	trailing
)

// abbreviations whose dot is part of the word, in lower case without the dot.
// Initialisms (U.S., a.m., Ph.D.) need no list.
var abbreviations = makeAbbreviations()

func makeAbbreviations() map[string]abbreviation {
	m := map[string]abbreviation{}
	for kind, words := range map[abbreviation][]string{
		leading: {"approx", "vs", "cf", "viz", "ca", "incl", "esp", "al", "ft"},
		title: {
			"mr", "mrs", "ms", "mx", "dr", "prof", "messrs", "mme", "mlle", "msgr", "rev", "hon", "fr", "sr", "br", "sra", "srta", "hr", "dña",
			"gen", "lt", "col", "maj", "capt", "cpt", "cmdr", "cdr", "adm", "sgt", "cpl", "pvt", "pfc", "spc", "brig", "ens",
			"sen", "rep", "gov", "pres", "amb", "supt", "insp", "det", "atty", "asst", "assoc", "dep", "st", "ste", "mt", "sens", "reps", "drs", "profs", "gens", "govs",
			"univ", "dist", "natl", "intl", "jr",
			"wm", "chas", "thos", "geo", "jas", "robt", "edw",
		},
		counted: {
			"no", "nos", "nr", "fig", "figs", "p", "pp", "vol", "vols", "art", "arts", "sec", "ch", "chap", "para", "paras", "par", "ver", "ed", "op", "tel", "ext", "pop", "est", "prev",
			"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		},
		trailing: {
			"inc", "ltd", "corp", "co", "bros", "plc", "etc", "esq", "ave", "blvd", "rd", "dept", "mfg", "ret", "govt",
			"ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ill", "kan", "mich", "minn", "mont", "neb", "nev", "okla", "ore", "tenn", "tex", "wis", "wyo", "ga", "ky", "md", "pa", "va", "vt", "mo",
			"hrs", "mins", "secs", "yrs", "lbs", "oz", "mph", "kg", "km", "cm",
		},
	} {
		for _, w := range words {
			// A word with two uses keeps the one that comes first above.
			if old, ok := m[w]; !ok || kind < old {
				m[w] = kind
			}
		}
	}
	return m
}

// afterComma are state abbreviations that are English words too, so they count
// only after a comma: "in Springfield, Mass.", "Rep. Lee, D-Wash."
const afterComma = "mass wash miss ind la del me s.c"

// lettered are words after which a capital with a stop is no initial: "Plan B.
// Then", "vitamin C. Doctors".
const lettered = `plan vitamin vitamins hepatitis group class grade type appendix section category model exhibit gate series
	option point team schedule influenza figure block`

// starters are words that, with a capital, hardly ever go on with a name or a
// title, so that after "U.S.", "Inc." or an initial they begin a sentence.
const starters = `a an the he she it they we you this that these those there here his her its their our my your
	in on at by for from with to of as if when while where after before since although though because but and or so yet
	however meanwhile moreover also still then now today yesterday tomorrow both all some many most more several each every
	no not nor neither either only even once what who why how which whether according despite during until under over about
	between among through without within like unlike let last earlier later another other others one two three four five six seven eight nine ten
	police officials experts critics analysts people such is are was were do does did has have had can could will would should may might must
	thus therefore nevertheless instead indeed perhaps maybe nothing nobody everyone everybody someone anyone never always often`

// The sorts of words that are asked for before there are tokens of the lexicon.
var starterSet, particleSet, commaSet = wordSet(starters), wordSet(particles), wordSet(afterComma)

// wordSet is the set of the words in a list.
func wordSet(words string) map[string]bool {
	m := make(map[string]bool, strings.Count(words, " ")+1) // growing a map costs more than filling it
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && words[j] > ' ' {
			j++
		}
		if j > i {
			m[words[i:j]] = true
		}
		i = j + 1
	}
	return m
}
