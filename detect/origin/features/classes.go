package features

import (
	"bytes"
	"strings"
)

// functionWords are the closed classes of English and the adverbs that behave
// like them: what a text says is not in them, how it is put together is.
const functionWords = `
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
yes oh well please etc please`

// suffixes stand for open-class words by their ending, the longest first: a
// poor man's part of speech that carries no topic.
var suffixes = strings.Fields(`ization isation ational fulness ousness iveness ability ibility
ation ition ution ction ssion ment ness ship hood ance ence ancy ency ology graphy
ically fully ingly edly ately ously ably ibly ally
izing ising ating ized ised ated izes ises ates
able ible less ful ical ious eous ous ive ish ular ary ory ant ent ial ual al ic
ing ings ied ed ily ly ity ities ty ism ist ists ology ian ians eer ers ors er or est
tion sion ies es ers s y en`)

// A suffixNode is a node of the tree of suffixes, read from their last letter.
type suffixNode struct {
	next   [26]uint16 // 0 is none: nothing leads back to the root
	symbol uint32     // hash of the ending's class; 0 where no ending begins here
}

var suffixTree = func() []suffixNode {
	tree := make([]suffixNode, 1)
	for _, s := range suffixes {
		at := 0
		for i := len(s) - 1; i >= 0; i-- {
			if tree[at].next[s[i]-'a'] == 0 {
				tree[at].next[s[i]-'a'] = uint16(len(tree))
				tree = append(tree, suffixNode{})
			}
			at = int(tree[at].next[s[i]-'a'])
		}
		tree[at].symbol = hashString("-" + s)
	}
	return tree
}()

// longestSuffix is the length of the longest of the suffixes at the end of a
// word that leaves two bytes before it, and its node of the tree; 0 and the
// root where there is none.
func longestSuffix(w []byte) (n int, node uint16) {
	at := uint16(0)
	for i := len(w) - 1; i >= 2; i-- {
		c := w[i] - 'a'
		if c >= 26 {
			break
		}
		if at = suffixTree[at].next[c]; at == 0 {
			break
		}
		if suffixTree[at].symbol != 0 {
			n, node = len(w)-i, at
		}
	}
	return n, node
}

func suffixSymbol(w []byte) uint32 {
	n, node := longestSuffix(w)
	if n == 0 {
		return shapeSymbols[Plain]
	}
	return suffixTree[node].symbol
}

// A Shape is the sort of symbol that stands for a token in the masked text.
type Shape uint8

// The shapes.
const (
	Itself Shape = iota // a function word or a mark
	Ending              // a word by its ending
	Plain               // a word without a telling ending
	Hyphenated
	Name     // a word with a capital letter
	Initials // a word in capital letters
	Year
	Ordinal
	Decimal // a number with a point, a comma or a letter in it
	Digit
	Number
)

// shapeNames are the symbols of shapes that need no word to be named.
var shapeNames = [...]string{Plain: "x", Hyphenated: "x-x", Name: "Aa", Initials: "AA", Year: "#year", Ordinal: "#th", Decimal: "#.#", Digit: "#1", Number: "#"}

var shapeSymbols = func() (s [len(shapeNames)]uint32) {
	for i, name := range shapeNames {
		s[i] = hashString(name)
	}
	return s
}()

// shape is what stands for a token in the masked text, and its ending where
// that is what stands for it; symbolOf has the hash of both.
func (t *Text) shape(i int) (Shape, []byte) {
	tok := &t.tokens[i]
	norm := t.norm(tok)
	switch {
	case tok.look.is(mark):
		return Itself, norm
	case tok.look.is(number):
		return numberShape(norm), nil
	case t.has(tok, function):
		return Itself, norm
	case tok.look.is(capital) && !t.opens(i):
		if tok.look.is(allCaps) {
			return Initials, nil
		}
		return Name, nil
	case tok.look.is(hyphen):
		return Hyphenated, nil
	}
	if n, _ := longestSuffix(norm); n > 0 {
		return Ending, norm[len(norm)-n:]
	}
	return Plain, nil
}

func numberShape(s []byte) Shape {
	digits := 0
	for i := range s {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	switch {
	case digits < len(s) && bytes.ContainsAny(s, "st nd rd th"):
		return Ordinal
	case digits < len(s):
		return Decimal
	case digits == 4 && (s[0] == '1' && s[1] == '9' || s[0] == '2' && s[1] == '0'):
		return Year
	case digits == 1:
		return Digit
	}
	return Number
}
