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
	articles  []*article.Article
	sentences []toldSentence
	byWord    map[string][]int // word → sentences
	byPlace   map[int][]int    // article → its sentences, in order
	telling   map[int]int      // article → telling
	alike     map[int][]int    // sentence → what same found for it
}

// A toldSentence is a sentence of prose by its content words.
type toldSentence struct {
	place Place
	words []string // stemmed, sorted
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

// NewEvidence reads the sentences of a story's members; s tells which of them
// are copies.
func NewEvidence(articles []*article.Article, s Story) *Evidence {
	e := &Evidence{articles: articles, byWord: map[string][]int{}, byPlace: map[int][]int{}, telling: map[int]int{}, alike: map[int][]int{}}
	for i, m := range s.Members {
		e.telling[m] = s.Tellings[i]
		a := articles[m]
		for _, sentence := range a.Sentences {
			if k := a.Paragraphs[sentence.Paragraph].Kind; k != article.Body && k != article.Standfirst {
				continue
			}
			n := len(e.sentences)
			t := toldSentence{Place{m, sentence.Span}, contentWords(a, sentence.Tokens)}
			e.sentences = append(e.sentences, t)
			e.byPlace[m] = append(e.byPlace[m], n)
			for _, w := range t.words {
				if len(e.byWord[w]) < wordSentences {
					e.byWord[w] = append(e.byWord[w], n)
				}
			}
		}
	}
	return e
}

// contentWords are the content words and numbers of a stretch of tokens,
// stemmed and sorted.
func contentWords(a *article.Article, r article.Range) []string {
	var out []string
	for _, t := range a.TokensIn(r) {
		switch {
		case t.Kind == article.Number:
			out = append(out, strings.ReplaceAll(t.Norm, ",", ""))
		case t.Kind == article.Word:
			w := plain(t.Norm)
			if !function(w) && len(w) > 2 && !sources[w] && !hedges[w] && !negations[w] && !slices.Contains(weekdays, w) {
				out = append(out, foldAccents(stem(w)))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// weight is how much a word says that two sentences share.
func (e *Evidence) weight(word string) float64 {
	return -math.Log((priorSentences*stemShare()[word] + float64(len(e.byWord[word]))) / (priorSentences + float64(len(e.sentences))))
}

// stemShare is the share of news articles that the commonest word with a stem
// stands in.
var stemShare = sync.OnceValue(func() map[string]float64 {
	m := make(map[string]float64, len(newsRareness))
	for w, r := range newsRareness {
		s := stem(plain(w))
		m[s] = max(m[s], r.share())
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
	weight, shared := map[int]float64{}, map[int]int{}
	for _, w := range e.sentences[at].words {
		if len(e.byWord[w]) == wordSentences {
			continue
		}
		v := e.weight(w)
		for _, n := range e.byWord[w] {
			weight[n] += v
			shared[n]++
		}
	}
	best := map[int]int{} // telling → sentence
	for n, v := range weight {
		t := e.telling[e.sentences[n].place.Article]
		if t == e.telling[p.Article] || v < sameEvent || shared[n] < sharedWords {
			continue
		}
		if have, ok := best[t]; !ok || v > weight[have] || v == weight[have] && n < have {
			best[t] = n
		}
	}
	var out []int
	for _, n := range best {
		out = append(out, n)
	}
	slices.SortFunc(out, func(x, y int) int {
		return cmp.Or(cmp.Compare(weight[y], weight[x]), strings.Compare(e.slice(e.sentences[x].place), e.slice(e.sentences[y].place)), cmp.Compare(x, y))
	})
	e.alike[at] = out
	return out
}

func (e *Evidence) slice(p Place) string { return e.articles[p.Article].Slice(p.Span) }

// coreTokens is how far behind its verb the core of a claim reaches.
const coreTokens = 8

// core are the content words of the claim that a passage begins, without
// names: who is spoken of is the same all over a story.
func (e *Evidence) core(p Place) []string {
	a := e.articles[p.Article]
	first := a.TokenAt(p.Start)
	end := first
	for end < len(a.Tokens) && a.Tokens[end].Start < p.End {
		end++
	}
	var out []string
	for i := first; i < min(len(a.Tokens), end+coreTokens) && a.Tokens[i].Sentence == a.Tokens[first].Sentence; i++ {
		if t := a.Tokens[i]; !t.Is(article.Capital) || calendar[t.Norm] {
			out = append(out, contentWords(a, article.Range{First: i, End: i + 1})...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Attributed are the sentences of other tellings that make the claim of a
// passage and name a source for it or a reservation.
func (e *Evidence) Attributed(p Place) []Witness {
	var out []Witness
	core := e.core(p)
	for _, n := range e.same(p) {
		s := e.sentences[n].place
		if inCommon(core, e.sentences[n].words) < sharedWords {
			continue // the same people, another claim
		}
		a := e.articles[s.Article]
		word := ""
		for i := a.TokenAt(s.Start); i < len(a.Tokens) && a.Tokens[i].Start < s.End; i++ {
			t := a.Tokens[i]
			if t.Is(article.Quoted) {
				continue
			}
			switch {
			case hedges[t.Norm]:
				word = a.Slice(t.Span)
			case t.Norm == "according" && word == "":
				word = "according to"
			case word == "" && sources[t.Norm]:
				word = a.Slice(t.Span)
			}
			if hedges[t.Norm] {
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
