package features

import "strings"

// functionWords are the closed classes of English and the adverbs that behave
// like them: what a text says is not in them, how it is put together is.
var functionWords = set(`
a an the this that these those such another other others each every either neither both all any some no none
much many more most several few fewer fewest little less least enough half own same certain various whole
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones who whom whose which what whoever whatever whichever
someone somebody something anyone anybody anything everyone everybody everything nobody nothing
be am is are was were been being 's 're 'm have has had having 've do does did doing done 'd
will would 'll shall should can could may might must ought need dare n't not used going
about above across after against along alongside amid among amongst around as at before behind below beneath beside besides
between beyond by concerning considering despite down during except following for from given in inside including into like
near of off on onto opposite out outside over past per regarding since through throughout till to toward towards under
underneath unlike until up upon versus via with within without worth
and or but nor so yet if unless although though whereas while because than whether when whenever where wherever once lest
why how there here then now thus hence therefore however moreover furthermore nevertheless nonetheless meanwhile instead
otherwise accordingly consequently indeed also too even only just still already again ever never always often sometimes
usually almost nearly quite rather very really actually perhaps maybe probably certainly especially particularly mainly
mostly largely simply merely thereby else away back ahead apart together later earlier soon recently currently previously
finally first firstly second secondly third thirdly last next ago today yesterday tomorrow according due thanks
two three four five six seven eight nine ten hundred thousand million billion
yes oh well please etc please`)

// suffixes stand for open-class words by their ending, the longest first: a
// poor man's part of speech that carries no topic.
var suffixes = strings.Fields(`ization isation ational fulness ousness iveness ability ibility
ation ition ution ction ssion ment ness ship hood ance ence ancy ency ology graphy
ically fully ingly edly ately ously ably ibly ally
izing ising ating ized ised ated izes ises ates
able ible less ful ical ious eous ous ive ish ular ary ory ant ent ial ual al ic
ing ings ied ed ily ly ity ities ty ism ist ists ology ian ians eer ers ors er or est
tion sion ies es ers s y en`)

var suffixTree = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range suffixes {
		m[s] = true
	}
	return m
}()

// The classes of words with capital letters.
const (
	name     = "Aa"
	initials = "AA"
)

// class is the symbol that stands for a token in the masked text.
func class(t *token, opens bool) string {
	switch t.kind {
	case mark:
		return t.norm
	case number:
		return numberClass(t.norm)
	}
	if functionWords[t.norm] {
		return t.norm
	}
	if t.capital && !opens {
		if t.allCaps {
			return initials
		}
		return name
	}
	if t.hyphen {
		return "x-x"
	}
	w := t.norm
	for n := min(7, len(w)-2); n > 0; n-- {
		if suffixTree[w[len(w)-n:]] {
			return "-" + w[len(w)-n:]
		}
	}
	return "x"
}

func numberClass(s string) string {
	digits := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	switch {
	case digits < len(s) && strings.ContainsAny(s, "st nd rd th"):
		return "#th"
	case digits < len(s):
		return "#.#"
	case digits == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")):
		return "#year"
	case digits == 1:
		return "#1"
	}
	return "#"
}

// Known reports whether the model looks at a word itself, not only at its
// shape and ending.
func Known(word string) bool { return functionWords[word] || lists().common[word] }
