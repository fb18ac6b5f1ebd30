package detect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
)

// An Engine applies a set of heuristics. It knows no heuristic by name, and
// after it is made it never changes, so goroutines can share it.
type Engine struct {
	heuristics []Heuristic
	names      map[string]bool // of the heuristics
	phrases    *matcher
	scans      []*Heuristic // those that have a Scan

	// Adjust has the last word on each finding of an article, before it is
	// scored: it may change the finding, or drop it with false. Nil changes
	// nothing. It is set before the engine is used, and called by several
	// goroutines at a time.
	Adjust func(*article.Article, Finding) (Finding, bool)

	// MaxTime is how long Check may take for one article, 0 for as long as it
	// takes; comparing articles has no limit. It is set before the engine is used.
	MaxTime time.Duration

	// Jobs is how many stories Assemble compares at the same time, one when it
	// is 0. It is set before the engine is used.
	Jobs int

	// Alone makes Assemble take each article by itself: none are grouped or
	// compared. It is set before the engine is used.
	Alone bool

	// Detail is how much Check says of an article's origin: what no report will
	// show need not be made. It is set before the engine is used.
	Detail origin.Detail

	// Heed says of an article whether its directives are heeded; nil heeds all.
	// Catalogue holds all heuristics that a directive may name; nil stands for
	// those that the engine applies.
	Heed      func(*article.Article) bool
	Catalogue []Heuristic

	finders sync.Pool // of *finder
}

// NewEngine makes an engine of the given heuristics, those that are Off
// included: which ones apply is the caller's choice (see Select).
func NewEngine(heuristics []Heuristic) (*Engine, error) {
	phrases := 0
	for i := range heuristics {
		phrases += len(heuristics[i].Phrases)
	}
	e := &Engine{heuristics: heuristics, phrases: newMatcher(phrases), names: map[string]bool{}}
	for i := range e.heuristics {
		h := &e.heuristics[i]
		e.names[h.Name] = true
		if h.Scan != nil {
			e.scans = append(e.scans, h)
		}
		for j, phrase := range h.Phrases {
			if err := e.phrases.add(phrase, phraseRef{int32(i), int32(j)}); err != nil {
				return nil, fmt.Errorf("heuristic %s: %w", h.Name, err)
			}
		}
	}
	e.phrases.settle()
	return e, nil
}

// Heuristics are the heuristics that the engine applies.
func (e *Engine) Heuristics() []Heuristic { return e.heuristics }

// A Finding is an artifact found in an article, with the heuristic's defaults
// filled in.
type Finding struct {
	Heuristic *Heuristic
	Match
}

// Find applies all heuristics that look at one article by itself. The
// findings come in order of their place; of two findings of one heuristic that
// overlap, the one that begins first stays, and the longer one where they begin
// together.
func (e *Engine) Find(doc *Document) []Finding { return e.find(doc, nil) }

func (e *Engine) find(doc *Document, clock *article.Clock) []Finding {
	f, ok := e.finders.Get().(*finder)
	if !ok {
		f = newFinder(e)
	}
	found := f.find(doc, clock)
	e.finders.Put(f)
	return found
}

func (e *Engine) finding(h *Heuristic, m Match) Finding {
	if m.Message == "" {
		m.Message = h.Message
	}
	if m.Severity == 0 {
		m.Severity = h.Severity
	}
	if m.SourceLanguages == nil {
		m.SourceLanguages = h.SourceLanguages
	}
	return Finding{h, m}
}

// allowed reports whether the heuristic counts at the place.
func allowed(h *Heuristic, a *article.Article, s article.Span) bool {
	where := h.Where
	if where == 0 {
		where = Prose
	}
	if where&placeOf(a.KindAt(s.Start)) == 0 {
		return false
	}
	return where&InQuotation != 0 || !a.Quoted(s)
}

func sortFindings(found []Finding) {
	slices.SortStableFunc(found, compareFindings)
}

func compareFindings(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(b.End, a.End),
		strings.Compare(a.Heuristic.Name, b.Heuristic.Name),
	)
}

func withoutOverlaps(found []Finding) []Finding {
	if len(found) < 2 {
		return found
	}
	last := map[*Heuristic]article.Span{}
	return slices.DeleteFunc(found, func(f Finding) bool {
		if f.Removed != nil {
			return false
		}
		if s, ok := last[f.Heuristic]; ok && s.Overlaps(f.Span) {
			return true
		}
		last[f.Heuristic] = f.Span
		return false
	})
}
