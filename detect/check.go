package detect

import (
	"fmt"
	"sync"
	"time"

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

// Check finds all that can be found in one article by itself: artifacts and
// origin. An article that is not English or holds no words is an error.
func (e *Engine) Check(a *article.Article) (Checked, error) {
	o := e.CheckSeveral([]*article.Article{a})[0]
	return o.Checked, o.Err
}

// An Outcome is what came of checking an article.
type Outcome struct {
	Checked Checked
	Err     error
}

// Several is how many articles CheckSeveral is best given at a time, as long as
// they are short. More gain nothing.
const Several = 8

// CheckSeveral is Check for several articles. It judges where all of them come
// from before it applies the rules to any: the model's weights, the rules'
// phrases and the code of either then stay in the processor's cache from one
// article to the next, which takes a sixteenth off the whole of a check.
func (e *Engine) CheckSeveral(articles []*article.Article) []Outcome {
	out := make([]Outcome, len(articles))
	judged := make([]*origin.Judgement, len(articles))
	used := make([]time.Duration, len(articles))
	for i, a := range articles {
		began := time.Now()
		judged[i], out[i].Err = e.judge(a)
		used[i] = time.Since(began)
	}
	for i, a := range articles {
		if out[i].Err == nil {
			out[i].Checked, out[i].Err = e.apply(a, judged[i], article.NewClock(e.MaxTime, used[i]))
		}
	}
	return out
}

// judge says where an article comes from.
func (e *Engine) judge(a *article.Article) (*origin.Judgement, error) {
	if a.Words() == 0 {
		return nil, fmt.Errorf("holds no words: nothing to check")
	}
	if o := language.Identify(a); o.Language != language.English {
		return nil, &NotEnglish{o}
	}
	j := origin.Judge(a, e.Detail)
	return &j, nil
}

// apply applies the rules to an article, until its time is up.
func (e *Engine) apply(a *article.Article, judged *origin.Judgement, clock *article.Clock) (checked Checked, err error) {
	defer article.Recover(&err)
	clock.Check()
	doc := &Document{Article: a}
	c := Checked{Document: doc, Origin: judged, Story: -1, Suppressions: e.suppressions(a)}
	c.Findings = c.keep(e.adjusted(a, oncePerPassage(doc, e.find(doc, clock))))
	judged.SourceLanguages = sourceLanguages(judged.SourceLanguages, c.Findings)
	c.Score = score(a.Words(), c.Findings, c.Origin)
	return c, nil
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
// each, and ranks every article.
func (e *Engine) Assemble(checked []Checked, failures []Failure) Result {
	r := Result{Articles: checked, Failures: failures, Heuristics: e.heuristics}
	articles := articlesOf(checked)
	var groups []story.Story
	if !e.Alone {
		groups = story.GroupSketches(len(checked), e.Jobs, func(i int) story.Sketch { return checked[i].takeSketch() })
	}
	r.Stories = make([]story.Story, len(groups))
	next := make(chan int)
	var comparing sync.WaitGroup
	for range max(e.Jobs, 1) {
		comparing.Go(func() {
			for i := range next { // stories share no article
				for _, m := range groups[i].Members {
					articles[m].TakeTokens()
				}
				r.Stories[i] = e.tell(articles, checked, groups[i].Members)
				for _, m := range groups[i].Members {
					checked[m].Story = i
					if checked[m].shelved {
						articles[m].DropTokens()
					}
				}
			}
		})
	}
	for i := range groups {
		next <- i
	}
	close(next)
	comparing.Wait()
	var all Qualities
	for i := range checked {
		all.Count(&checked[i])
	}
	for i := range checked {
		all.Stand(&checked[i])
	}
	return r
}

// Shelve lets go of what an article takes most room for, its tokens, and keeps the
// sketch by which Assemble groups it: there the articles of a story get their
// tokens back while they are compared. Nobody else may be looking at them.
func (c *Checked) Shelve() {
	sketch := story.SketchOf(c.Article)
	c.shelved, c.sketch = true, &sketch
	c.Document = &Document{Article: c.Article}
	c.Article.DropTokens()
}

// takeSketch is the article's sketch, which is not kept any longer.
func (c *Checked) takeSketch() story.Sketch {
	if c.sketch == nil {
		return story.SketchOf(c.Article)
	}
	sketch := *c.sketch
	c.sketch = nil
	return sketch
}

// Tell compares the tellings of one story. What only one of them tells
// otherwise becomes a finding of it, and the tellings are scored and ranked
// among each other. The story's members are indices into the tellings.
func (e *Engine) Tell(tellings []Checked) story.Story {
	members := make([]int, len(tellings))
	for i := range members {
		members[i] = i
		tellings[i].Story = 0
	}
	return e.tell(articlesOf(tellings), tellings, members)
}

func (e *Engine) tell(articles []*article.Article, checked []Checked, members []int) story.Story {
	compared := story.NewComparison(articles, members)
	defer compared.Close()
	s := compared.Story()
	for _, d := range s.Disagreements {
		e.report(checked, d)
	}
	weigh(checked, s, compared)
	for _, m := range s.Members {
		c := &checked[m]
		sortFindings(c.Findings)
		c.Score = score(c.Words(), c.Findings, c.Origin)
	}
	stand(checked, s)
	return s
}

func articlesOf(checked []Checked) []*article.Article {
	articles := make([]*article.Article, len(checked))
	for i, c := range checked {
		articles[i] = c.Article
	}
	return articles
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
		for _, f := range c.keep(e.adjusted(c.Article, []Finding{e.finding(h, m)})) {
			if own := overlapping(c.Findings, d.Span); own != nil {
				own.Related = append(own.Related, m.Related...)
				own.Severity = max(own.Severity, f.Severity)
				own.confirm(f.Message)
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
