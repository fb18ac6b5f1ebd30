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
	no     int    // number in the lexicon
	known  bool   // the rest has been worked out
	base   string // stemmed
	folded string // the base without accents
	baseNo int    // number of the base in the lexicon
	class  wordClass
	digits bool    // has some
	share  float64 // of news articles that the stem stands in, 0 when it is not known

	fold *form     // the form that is spelled as folded
	told sentences // of the folded form
}

// sentences are those in which a word stands, for the Evidence that counts it.
type sentences struct {
	of   int   // its number
	all  []int // no more than wordSentences
	last int   // whether it is one of all or not
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
	one      [1]*form
	hash     uint64
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
	supposes                      // "would"
	opposed                       // has an opposite
	implies                       // "unable": says not in other words
)

// A lexicon holds the lexemes of one sort of tokens, and numbers words.
type lexicon struct {
	words map[uint32]*lexeme // by a hash of the norm
	forms map[string]*form
	last  int // number that was given
	size  int // bytes of the norms
	part  int // number of the part of a story that is being compared
	told  int // number of the last Evidence
}

// lexiconSize is how many bytes of word forms a lexicon learns before it forgets
// all but the common words, some 15,000 words: English news has more, but few of
// the others come twice.
const lexiconSize = 1 << 19

// lexicons are those that no comparison uses at present. A story has most of
// its words in common with the one before.
var lexicons = sync.Pool{New: func() any { return newLexicon() }}

func newLexicon() *lexicon {
	return &lexicon{words: map[uint32]*lexeme{}, forms: map[string]*form{}}
}

// release gives a lexicon back.
func (l *lexicon) release() {
	if l.size >= lexiconSize {
		l = l.common()
	}
	lexicons.Put(l)
}

// common is a lexicon that has learned the common words of l.
func (l *lexicon) common() *lexicon {
	out := newLexicon()
	for key, x := range l.words {
		for ; x != nil; x = x.next {
			if _, ok := listed(x.norm); !ok || x.number {
				continue
			}
			kept := out.learn(x.norm, false)
			kept.next = out.words[key]
			out.words[key] = kept
			out.size += len(kept.norm)
		}
	}
	return out
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
	w, b := plain(norm), bare(norm)
	all := sorts()
	ofNorm := all[norm]
	ofW, ofB := ofNorm, ofNorm
	x := &lexeme{norm: norm, bare: b, plain: l.form(w), hash: hashText(hashSeed, norm), number: number}
	x.bareForm = x.plain
	if w != norm {
		ofW = all[w]
	}
	if b != norm {
		x.bareForm, ofB = l.form(plain(b)), all[b]
	}
	written := !strings.ContainsAny(norm, "-',") && ofNorm&shortened == 0 // not to be written out
	if written && ofB&addresses == 0 {
		if w != "" {
			x.one[0] = x.plain
			x.quoted = x.one[:]
		}
	} else {
		x.quoted = l.quoted(norm, number)
	}
	if n := foldAccents(strings.TrimSuffix(norm, "'s")); !strings.ContainsAny(n, "-.'") && !calendar[n] {
		x.name = n
	}
	if number {
		v := strings.ReplaceAll(norm, ",", "")
		own := l.entry(v)
		x.value = &form{norm: v, base: v, folded: v, baseNo: own.no, fold: own, share: stemShare()[v]}
	}
	set := func(trait traits, has bool) {
		if has {
			x.is |= trait
		}
	}
	rare, known := listed(w)
	says := !x.plain.function() && len(w) > 2 && ofW&weekdayName == 0
	set(negates, ofNorm&negative != 0 || strings.HasSuffix(norm, "n't"))
	set(denies, ofNorm&denial != 0)
	set(implies, impliesNot(norm))
	set(opposed, opposites[x.plain.base] != side{})
	set(supposes, ofNorm&modal != 0)
	set(reserves, ofNorm&hedge != 0)
	set(cites, ofNorm&source != 0)
	set(claims, says && ofNorm&source == 0)
	set(everyday, known && rare < 3)
	set(content, says && ofW&(source|hedge|negative) == 0)
	set(contextual, says && ofW&amountWord == 0)
	set(figurative, number || ofNorm&figureWord != 0 || numberGlued(norm))
	set(naming, norm != "'s" && norm != "i" && ofB&(functionWord|calendarWord) == 0 && (ofB&shortened == 0 && !strings.Contains(b, "'") || len(expand(b)) == 1))
	if b != w {
		rare, known = listed(b)
	}
	set(ordinary, known && rare < 5 && ofB&honorific == 0)
	set(literal, ofNorm&literalWord != 0)
	set(kin, ofNorm&kinWord != 0)
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
	f := l.entry(norm)
	if f.known {
		return f
	}
	f.known = true
	f.base, f.class, f.digits = stem(norm), functionClass[norm], strings.ContainsAny(norm, "0123456789")
	f.folded = foldAccents(f.base)
	f.share = stemShare()[f.folded]
	base := l.entry(f.base)
	f.baseNo, f.fold = base.no, base
	if f.folded != f.base {
		f.fold = l.entry(f.folded)
	}
	return f
}

// entry is the form of a word, of which only its number may be known.
func (l *lexicon) entry(s string) *form {
	f := l.forms[s]
	if f == nil {
		l.last++
		f = &form{norm: s, no: l.last}
		l.forms[s] = f
	}
	return f
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
