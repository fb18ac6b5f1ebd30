package detect

import (
	"fmt"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// NotEnglish is the error of an article that is in another language.
type NotEnglish struct{ language.Opinion }

func (e *NotEnglish) Error() string {
	if e.Language == "" || e.Language == language.English {
		return "does not look like English prose: not checked"
	}
	return fmt.Sprintf("looks like %s, not English: not checked", language.Name(e.Language))
}

// Check finds all that can be found in one article by itself: foreign
// passages, artifacts, origin. An article that is not English or holds no
// words is an error.
func (e *Engine) Check(a *article.Article) (Checked, error) {
	if a.Words() == 0 {
		return Checked{}, fmt.Errorf("holds no words: nothing to check")
	}
	if o := language.Identify(a); o.Language != language.English {
		return Checked{}, &NotEnglish{o}
	}
	doc := &Document{Article: a, Foreign: language.Passages(a)}
	judgement := origin.Judge(a)
	return Checked{Document: doc, Findings: e.adjusted(a, e.Find(doc)), Origin: &judgement, Story: -1}, nil
}

func (e *Engine) adjusted(a *article.Article, found []Finding) []Finding {
	if e.Adjust == nil {
		return found
	}
	out := found[:0]
	for _, f := range found {
		if f, ok := e.Adjust(a, f); ok {
			out = append(out, f)
		}
	}
	return out
}

// Assemble groups checked articles into stories, compares the tellings of
// each, and scores every article.
func (e *Engine) Assemble(checked []Checked, failures []Failure) Result {
	r := Result{Articles: checked, Failures: failures, Heuristics: e.heuristics}
	articles := make([]*article.Article, len(checked))
	for i, c := range checked {
		articles[i] = c.Article
	}
	for i, s := range story.Group(articles) {
		s = story.Compare(articles, s.Members)
		for _, m := range s.Members {
			r.Articles[m].Story = i
		}
		for _, d := range s.Disagreements {
			e.report(r.Articles, d)
		}
		r.Stories = append(r.Stories, s)
	}
	for i := range r.Articles {
		sortFindings(r.Articles[i].Findings)
	}
	scoreAll(&r)
	return r
}

// report makes a finding of a disagreement, for each heuristic of its kind.
// Where the article's own finding stands on the same words already, the other
// tellings confirm that one: one slip is one finding.
func (e *Engine) report(all []Checked, d story.Disagreement) {
	for i := range e.heuristics {
		h := &e.heuristics[i]
		if h.Disagreement != d.Kind {
			continue
		}
		m := Match{Span: d.Span, Message: d.Message}
		if d.Suggestion != "" {
			m.Suggestions = []string{d.Suggestion}
		}
		for _, o := range d.Others {
			m.Related = append(m.Related, Related{all[o.Article].Article, o.Span})
		}
		c := &all[d.Article]
		for _, f := range e.adjusted(c.Article, []Finding{e.finding(h, m)}) {
			if own := overlapping(c.Findings, d.Span); own != nil {
				own.Related = append(own.Related, m.Related...)
				own.Severity = max(own.Severity, f.Severity)
				continue
			}
			c.Findings = append(c.Findings, f)
		}
	}
}

// overlapping is the finding on the same words, or most of them, that no
// comparison made.
func overlapping(found []Finding, s article.Span) *Finding {
	for i := range found {
		if f := &found[i]; f.Removed == nil && f.Heuristic.Disagreement == "" && f.Span.Overlaps(s) && 2*f.Len() >= s.Len() {
			return f
		}
	}
	return nil
}
