package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/calque-check/calque/detect/article"
)

// Evidence looks up, for a passage of one telling, the sentences of the other,
// independent tellings that speak of the same thing. What it takes for the
// same is weighed within the story: names that everybody repeats say little,
// a figure or a word that stands in a sentence or two of each telling much.
type Evidence struct {
	number    int // in the lexicon, whose forms hold the sentences by word
	articles  []*article.Article
	texts     map[int]*text // by article
	sentences []toldSentence
	byPlace   map[int][]int // article → its sentences, in order
	telling   map[int]int   // article → telling
	alike     map[int][]int // sentence → what same found for it
	weights   []float64     // by sentence: what it shares with another
	shared    []int         // and how many words that are; 0 but while same counts
}

// A toldSentence is a sentence of prose by its content words.
type toldSentence struct {
	place   Place
	telling int
	words   []*form // each folded form once
	sorted  bool
}

// A Witness is a passage of another telling that bears on a passage.
type Witness struct {
	Place          // the sentence, or the words looked for
	Telling int    // of the article it stands in
	Words   string // the words that make it a witness, as written
}

const (
	// sameEvent is how much the words that two sentences share must weigh for
	// them to speak of the same thing: the sum of the natural logarithms of how
	// rare they are among the sentences of the story and of news at large, of
	// which priorSentences count beside the story's own.
	priorSentences = 60.0
	sameEvent      = 7
	sharedWords    = 2  // fewest words that they must share
	wordSentences  = 96 // sentences looked up by one word; more say nothing
	witnessesKept  = 3  // of one passage
)

// Evidence reads the sentences of the members; s, which Story has returned,
// tells which of them are copies.
func (c *Comparison) Evidence(s Story) *Evidence {
	c.lexicon.told++
	e := &Evidence{number: c.lexicon.told, articles: c.articles, texts: map[int]*text{}, byPlace: map[int][]int{}, telling: map[int]int{}, alike: map[int][]int{}}
	for i, a := range c.texts {
		m := a.index
		e.texts[m] = a
		e.telling[m] = s.Tellings[i]
		words := make([]*form, 0, len(a.words)) // of all its sentences
		for _, sentence := range a.Sentences {
			if k := a.Paragraphs[sentence.Paragraph].Kind; k != article.Body && k != article.Standfirst {
				continue
			}
			n := len(e.sentences)
			first := len(words)
			for k := sentence.Tokens.First; k < sentence.Tokens.End; k++ {
				if w := contentForm(a, k); w != nil && e.count(w.fold, n) {
					words = append(words, w)
				}
			}
			e.sentences = append(e.sentences, toldSentence{place: Place{m, sentence.Span}, telling: s.Tellings[i], words: words[first:len(words):len(words)]})
			e.byPlace[m] = append(e.byPlace[m], n)
		}
	}
	e.weights, e.shared = make([]float64, len(e.sentences)), make([]int, len(e.sentences))
	return e
}

// contentForm is the form by which a content word or a number counts, nil for
// another token.
func contentForm(a *text, i int) *form {
	switch w := a.words[i]; {
	case a.Tokens[i].Kind == article.Number:
		return w.value
	case a.Tokens[i].Kind == article.Word && w.is&content != 0:
		return w.plain
	}
	return nil
}

// count notes that a folded form stands in a sentence; it reports false when that
// was known.
func (e *Evidence) count(folded *form, sentence int) bool {
	t := &folded.told
	if t.of != e.number {
		t.of, t.all, t.last = e.number, t.all[:0], -1
	}
	if t.last == sentence {
		return false
	}
	if t.last = sentence; len(t.all) < wordSentences {
		t.all = append(t.all, sentence)
	}
	return true
}

// having are the sentences that a word stands in.
func (e *Evidence) having(word *form) []int {
	if t := &word.fold.told; t.of == e.number {
		return t.all
	}
	return nil
}

// weight is how much a word says that two sentences share.
func (e *Evidence) weight(word *form) float64 {
	return -math.Log((priorSentences*word.share + float64(len(e.having(word)))) / (priorSentences + float64(len(e.sentences))))
}

// stemShare is the share of news articles that the commonest word with a stem
// stands in.
var stemShare = sync.OnceValue(func() map[string]float64 {
	news := newsWords()
	m := make(map[string]float64, len(news.words))
	for i, w := range news.words[1:] {
		s := stem(plain(w))
		m[s] = max(m[s], news.rare[i+1].share())
	}
	return m
})

// sentenceOf is the sentence that a passage stands in, -1 for none.
func (e *Evidence) sentenceOf(p Place) int {
	list := e.byPlace[p.Article]
	i, _ := slices.BinarySearchFunc(list, p.Start, func(n, start int) int { return cmp.Compare(e.sentences[n].place.End, start+1) })
	if i < len(list) && e.sentences[list[i]].place.Start <= p.Start {
		return list[i]
	}
	return -1
}

// same are the sentences of other tellings that speak of the same thing as
// the sentence of p, the likest of each telling, the likest first.
func (e *Evidence) same(p Place) []int {
	at := e.sentenceOf(p)
	if at < 0 {
		return nil
	}
	if known, ok := e.alike[at]; ok {
		return known
	}
	var found []int
	if s := &e.sentences[at]; !s.sorted { // sums must not depend on the order of the words
		slices.SortFunc(s.words, func(a, b *form) int { return strings.Compare(a.folded, b.folded) })
		s.sorted = true
	}
	for _, w := range e.sentences[at].words {
		list := e.having(w)
		if len(list) == wordSentences {
			continue
		}
		v := e.weight(w)
		for _, n := range list {
			if e.shared[n] == 0 {
				found = append(found, n)
				e.weights[n] = 0
			}
			e.weights[n] += v
			e.shared[n]++
		}
	}
	best := map[int]int{} // telling → sentence
	for _, n := range found {
		v, t := e.weights[n], e.sentences[n].telling
		if t != e.telling[p.Article] && v >= sameEvent && e.shared[n] >= sharedWords {
			if have, ok := best[t]; !ok || v > e.weights[have] || v == e.weights[have] && n < have {
				best[t] = n
			}
		}
		e.shared[n] = 0
	}
	var out []int
	for _, n := range best {
		out = append(out, n)
	}
	slices.SortFunc(out, func(x, y int) int {
		return cmp.Or(cmp.Compare(e.weights[y], e.weights[x]), strings.Compare(e.slice(e.sentences[x].place), e.slice(e.sentences[y].place)), cmp.Compare(x, y))
	})
	e.alike[at] = out
	return out
}

func (e *Evidence) slice(p Place) string { return e.articles[p.Article].Slice(p.Span) }

// coreTokens is how far behind its verb the core of a claim reaches.
const coreTokens = 8

// core are the content words of the claim that a passage begins, without
// names: who is spoken of is the same all over a story.
func (e *Evidence) core(p Place) map[*form]bool {
	a := e.texts[p.Article]
	first := a.TokenAt(p.Start)
	end := first
	for end < len(a.Tokens) && a.Tokens[end].Start < p.End {
		end++
	}
	out := map[*form]bool{}
	for i := first; i < min(len(a.Tokens), end+coreTokens) && a.Tokens[i].Sentence == a.Tokens[first].Sentence; i++ {
		if t := a.Tokens[i]; !t.Is(article.Capital) || calendar[t.Norm] {
			if w := contentForm(a, i); w != nil {
				out[w.fold] = true
			}
		}
	}
	return out
}

// Attributed are the sentences of other tellings that make the claim of a
// passage and name a source for it or a reservation.
func (e *Evidence) Attributed(p Place) []Witness {
	var out []Witness
	core := e.core(p)
	for _, n := range e.same(p) {
		s := e.sentences[n].place
		common := 0
		for _, w := range e.sentences[n].words {
			if core[w.fold] {
				common++
			}
		}
		if common < sharedWords {
			continue // the same people, another claim
		}
		a := e.texts[s.Article]
		word := ""
		for i := a.TokenAt(s.Start); i < len(a.Tokens) && a.Tokens[i].Start < s.End; i++ {
			t, is := a.Tokens[i], a.words[i].is
			if t.Is(article.Quoted) {
				continue
			}
			switch {
			case is&reserves != 0:
				word = a.Slice(t.Span)
			case t.Norm == "according" && word == "":
				word = "according to"
			case word == "" && is&cites != 0:
				word = a.Slice(t.Span)
			}
			if is&reserves != 0 {
				break
			}
		}
		if word != "" && len(out) < witnessesKept {
			out = append(out, Witness{s, e.telling[s.Article], word})
		}
	}
	return out
}

// Worded are the places where other tellings have a wording in a sentence
// that speaks of the same thing as the sentence of p. Quoted speech is no
// witness for the writer's words.
func (e *Evidence) Worded(p Place, wording string) []Witness {
	want := termWords(strings.ToLower(wording))
	if !slices.ContainsFunc(want, func(w string) bool { return !function(w) && !common(w, 4) }) {
		return nil // "president" stands everywhere
	}
	var out []Witness
	for _, n := range e.same(p) {
		s := e.sentences[n].place
		a := e.articles[s.Article]
		for i := a.TokenAt(s.Start); i < len(a.Tokens) && a.Tokens[i].Start < s.End; i++ {
			k := 0
			for k < len(want) && i+k < len(a.Tokens) && a.Tokens[i+k].Norm == want[k] && !a.Tokens[i+k].Is(article.Quoted) {
				k++
			}
			if k == len(want) && len(out) < witnessesKept {
				span := a.SpanOf(article.Range{First: i, End: i + k})
				out = append(out, Witness{Place{s.Article, span}, e.telling[s.Article], a.Slice(span)})
				break
			}
		}
	}
	return out
}
