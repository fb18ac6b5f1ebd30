package detect

import (
	"slices"

	"github.com/calque-check/calque/detect/article"
)

// A finder applies the heuristics to one article after another, so that the
// room that this takes is made once.
type finder struct {
	search
	engine *Engine
	doc    *Document
	found  []Finding
	habits [][]Hit // by heuristic: the places for its JudgeAll
	inHand []int32 // the heuristics that have such places
	wrong  bool    // a word was taken for another with the same hash
}

func newFinder(e *Engine) *finder {
	f := &finder{engine: e, habits: make([][]Hit, len(e.heuristics))}
	f.search = search{matcher: e.phrases, hit: f.judge}
	return f
}

func (f *finder) find(doc *Document, clock *article.Clock) []Finding {
	f.doc = doc
	f.findPhrases(clock, false)
	if f.wrong {
		f.forget()
		f.findPhrases(clock, true)
	}
	for _, i := range f.inHand { // in any order: the findings are sorted
		h := &f.engine.heuristics[i]
		for _, m := range h.JudgeAll(doc, f.habits[i]) {
			f.add(h, m)
		}
	}
	for _, h := range f.engine.scans {
		clock.Check()
		for _, m := range h.Scan(doc) {
			f.add(h, m)
		}
	}
	sortFindings(f.found)
	found := slices.Clone(withoutOverlaps(f.found))
	f.forget()
	f.doc, f.tokens = nil, nil
	return found
}

// forget drops what was found.
func (f *finder) forget() {
	clear(f.found)
	for _, i := range f.inHand {
		f.habits[i] = f.habits[i][:0]
	}
	f.found, f.inHand, f.wrong = f.found[:0], f.inHand[:0], false
}

// findPhrases goes through the article once.
func (f *finder) findPhrases(clock *article.Clock, exact bool) {
	f.search.begin(f.doc.Tokens, exact)
	for i := range f.doc.Sentences {
		words := f.doc.Sentences[i].Tokens
		for first := words.First; first < words.End; first++ {
			if first%16 == 0 {
				clock.Check()
			}
			f.search.at(first, words.End)
		}
	}
}

// judge takes a place where a phrase stands.
func (f *finder) judge(first, end int, ref phraseRef) {
	if !f.search.stands(first, end) {
		f.wrong = true
		return
	}
	h := &f.engine.heuristics[ref.heuristic]
	hit := Hit{article.Range{First: first, End: end}, int(ref.phrase)}
	switch {
	case h.JudgeAll != nil:
		if len(f.habits[ref.heuristic]) == 0 {
			f.inHand = append(f.inHand, ref.heuristic)
		}
		f.habits[ref.heuristic] = append(f.habits[ref.heuristic], hit)
	case h.Judge == nil:
		f.add(h, Match{Span: f.doc.SpanOf(hit.Range)})
	default:
		if m, ok := h.Judge(f.doc, hit); ok {
			f.add(h, m)
		}
	}
}

// add makes a match a finding where the heuristic counts.
func (f *finder) add(h *Heuristic, m Match) {
	if m.Removed != nil || allowed(h, f.doc.Article, m.Span) {
		f.found = append(f.found, f.engine.finding(h, m))
	}
}
