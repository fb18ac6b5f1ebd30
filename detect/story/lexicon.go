package story

import (
	"strings"
	"sync"

	"github.com/calque-check/calque/detect/article"
)

// The tellings of a story are read by many functions, and most of what they ask
// of a word (is it a function word, what is its stem, can a figure begin with
// it?) does not depend on what stands beside it. It is worked out once for each
// word form and looked up by token from then on. Words are compared by number.

// A form is a word in the spelling in which tellings are compared. There is
// one of each in a lexicon, so two words are the same when their forms are.
type form struct {
	norm   string
	base   string // stemmed
	folded string // the base without accents
	baseNo int    // number of the base in the lexicon
	foldNo int    // and of folded
	class  wordClass
	digits bool    // has some
	share  float64 // of news articles that the stem stands in, 0 when it is not known
}

// function reports whether the form is a function word.
func (f *form) function() bool { return f.class.function() }

// A lexeme is what is known of a token's Norm.
type lexeme struct {
	norm     string
	bare     string  // without possessive and stop
	name     string  // without possessive and accents; "" when its spelling is not compared
	plain    *form   // in one spelling for all house styles
	bareForm *form   // the same of bare
	value    *form   // of a number: as it is, without separators
	quoted   []*form // what it counts as in a quotation: contractions and compounds are written out
	hash     uint64
	term     string // under which it counts for grouping, see termOf
	termHash uint64
	rare     rareness // of the term
	is       traits
	number   bool    // of a token that is one
	next     *lexeme // with the same hash
	lower    int     // the last part of a story in which it stands in lower case
}

// traits say what a word can be.
type traits uint16

const (
	negates    traits = 1 << iota // "not", "won't"
	denies                        // "denied", "unless": neither negated nor not
	reserves                      // "allegedly"
	cites                         // "said"
	claims                        // content of a claim
	everyday                      // stands in more than one article of eight
	content                       // content of a sentence, see contentWords
	contextual                    // says what a figure is about
	figurative                    // a figure can begin with it
	naming                        // can stand in a name
	ordinary                      // proves no name when it opens a sentence
	literal                       // begins a term of literals
	kin                           // a kinship term
)

// A lexicon holds the lexemes of one sort of tokens, and numbers words.
type lexicon struct {
	words   map[uint32]*lexeme // by a hash of the norm
	forms   map[string]*form
	numbers map[string]int
	size    int // bytes of the norms
	part    int // number of the part of a story that is being compared
}

// lexiconSize is how many bytes of word forms a lexicon learns before it is
// thrown away, some 30,000 words: English news has more, but few of them come
// twice.
const lexiconSize = 1 << 18

// lexicons are those that no comparison uses at present. A story has most of
// its words in common with the one before.
var lexicons = sync.Pool{New: func() any {
	return &lexicon{words: map[uint32]*lexeme{}, forms: map[string]*form{}, numbers: map[string]int{}}
}}

// release gives a lexicon back.
func (l *lexicon) release() {
	if l.size < lexiconSize {
		lexicons.Put(l)
	}
}

// hashedWell is up to which length different words have different hashes but by
// accident (see article.HashOf). Longer ones get another, so that no input can
// give very many words the same.
const hashedWell = 16

func longKey(norm string) uint32 { return uint32(mix(hashText(hashSeed, norm))) }

// lexeme is that of a token.
func (l *lexicon) lexeme(t *article.Token) *lexeme {
	number := t.Kind == article.Number
	key := t.Hash
	if len(t.Norm) > hashedWell {
		key = longKey(t.Norm)
	}
	first := l.words[key]
	for x := first; x != nil; x = x.next {
		if x.norm == t.Norm && x.number == number {
			return x
		}
	}
	norm := strings.Clone(t.Norm) // the lexicon outlives the article
	x := l.learn(norm, number)
	x.next = first
	l.words[key] = x
	l.size += len(norm)
	return x
}

func (l *lexicon) learn(norm string, number bool) *lexeme {
	w := plain(norm)
	b := bare(norm)
	x := &lexeme{norm: norm, bare: b, plain: l.form(w), bareForm: l.form(plain(b)), hash: hashText(hashSeed, norm), number: number}
	kind := article.Word
	if number {
		kind = article.Number
	}
	x.term = termOf(article.Token{Kind: kind, Norm: norm})
	x.termHash, x.rare = hashText(hashSeed, x.term), rarenessOf(x.term)
	x.quoted = l.quoted(norm, number)
	if n := foldAccents(strings.TrimSuffix(norm, "'s")); !strings.ContainsAny(n, "-.'") && !calendar[n] {
		x.name = n
	}
	if number {
		v := strings.ReplaceAll(norm, ",", "")
		x.value = &form{norm: v, base: v, folded: v, baseNo: l.number(v), foldNo: l.number(v), share: stemShare()[v]}
	}
	set := func(trait traits, has bool) {
		if has {
			x.is |= trait
		}
	}
	says := !x.plain.function() && len(w) > 2 && !isWeekday[w]
	set(negates, negations[norm] || strings.HasSuffix(norm, "n't"))
	set(denies, denials[norm])
	set(reserves, hedges[norm])
	set(cites, sources[norm])
	set(claims, says && !sources[norm])
	set(everyday, common(w, 3))
	set(content, says && !sources[w] && !hedges[w] && !negations[w])
	set(contextual, says && !common(w, 0) && scales[w] == 0 && currencies[w] == "")
	set(figurative, number || beginsFigure(norm))
	set(naming, norm != "'s" && norm != "i" && !function(b) && !calendar[b] && len(expand(b)) == 1)
	set(ordinary, common(b, 5) && !honorifics[b])
	set(literal, firstWords[norm])
	_, isKin := kinTerms[norm]
	set(kin, isKin)
	return x
}

// quoted are the forms that a token counts as in a quotation; none for titles
// of address.
func (l *lexicon) quoted(norm string, number bool) (out []*form) {
	if number {
		norm = strings.ReplaceAll(norm, ",", "")
	}
	if address[strings.TrimSuffix(norm, ".")] {
		return nil
	}
	for part := range strings.SplitSeq(norm, "-") {
		for _, w := range expand(part) {
			if w = plain(w); w != "" {
				out = append(out, l.form(w))
			}
		}
	}
	return out
}

func (l *lexicon) form(norm string) *form {
	if f := l.forms[norm]; f != nil {
		return f
	}
	f := &form{norm: norm, base: stem(norm), class: functionClass[norm], digits: strings.ContainsAny(norm, "0123456789")}
	f.folded = foldAccents(f.base)
	f.share = stemShare()[f.folded]
	f.baseNo, f.foldNo = l.number(f.base), l.number(f.folded)
	l.forms[norm] = f
	return f
}

func (l *lexicon) number(s string) int {
	n, ok := l.numbers[s]
	if !ok {
		n = len(l.numbers)
		l.numbers[s] = n
	}
	return n
}

// A text is a telling with what is known of its words.
type text struct {
	*article.Article
	index   int       // among the articles given
	telling int       // its number within the part of the story that is compared
	words   []*lexeme // by token
	figures []figure
}

func (l *lexicon) read(a *article.Article, index int) *text {
	t := &text{Article: a, index: index, words: make([]*lexeme, len(a.Tokens))}
	for i := range a.Tokens {
		t.words[i] = l.lexeme(&a.Tokens[i])
	}
	return t
}
