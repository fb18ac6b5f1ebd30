package detect

import (
	"fmt"
	"math"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/internal/pack"
	"github.com/calque-check/calque/detect/origin"
)

// Append stores a checked article, after the bytes of the article itself
// (article.Append): what was found in it by itself. It is for articles that
// Check has checked and Tell has not seen.
func (c *Checked) Append(b []byte) []byte {
	b = pack.Uint(b, len(c.Findings)+len(c.Suppressed))
	for i := range c.Findings {
		b = c.appendFinding(b, &c.Findings[i])
	}
	for i := range c.Suppressed {
		b = c.appendFinding(b, &c.Suppressed[i].Finding)
	}
	b = pack.Bool(b, c.Origin != nil)
	if c.Origin != nil {
		b = c.Origin.Append(b)
	}
	return b
}

func (c *Checked) appendFinding(b []byte, f *Finding) []byte {
	b = pack.String(b, f.Heuristic.Name)
	b = pack.Uint(pack.Uint(b, f.Start), f.End)
	b = append(pack.String(b, f.Message), byte(f.Severity))
	b = pack.Strings(pack.Strings(b, f.Suggestions), f.SourceLanguages)
	removed := 0
	if f.Removed != nil {
		for i, r := range c.Removed {
			if r == *f.Removed {
				removed = i + 1
				break
			}
		}
	}
	b = pack.Uint(b, removed)
	b = pack.Uint(b, len(f.Related))
	for _, r := range f.Related { // passages of the article itself: there was no other yet
		b = pack.Uint(pack.Uint(b, r.Start), r.End)
	}
	return b
}

// Stored takes up an article that was stored with article.Append and then
// Checked.Append, by an engine with the same heuristics. It is not segmented.
func (e *Engine) Stored(data string, o article.Origin) (Checked, error) {
	a, rest, err := article.Stored(data, o)
	if err != nil {
		return Checked{}, err
	}
	c := Checked{Document: &Document{Article: a}, Story: -1}
	r := pack.NewReader(rest)
	if n := r.Len(); n > 0 {
		c.Findings = make([]Finding, n)
	}
	for i := range c.Findings {
		f, name := &c.Findings[i], r.String()
		if f.Heuristic = e.named(name); f.Heuristic == nil {
			return Checked{}, fmt.Errorf("stored by a calque with other rules: no rule is called %q", name)
		}
		f.Start, f.End = r.Uint(), r.Uint()
		f.Message, f.Severity = r.String(), Severity(r.Uint())
		f.Suggestions, f.SourceLanguages = r.Strings(), r.Strings()
		if n := r.Uint(); n > 0 && n <= len(a.Removed) {
			f.Removed = &a.Removed[n-1]
		}
		for range r.Len() {
			f.Related = append(f.Related, Related{a, article.Span{Start: r.Uint(), End: r.Uint()}})
		}
		if f.Severity > Critical || f.Start > f.End || f.End > len(a.Text) {
			return Checked{}, pack.ErrDamaged
		}
	}
	if r.Bool() {
		c.Origin = origin.Stored(r)
	}
	if err := r.Err(); err != nil {
		return Checked{}, err
	}
	if c.Suppressions = e.suppressions(a); len(c.Suppressions) > 0 {
		c.Findings = c.keep(c.Findings)
		sortFindings(c.Findings)
	}
	c.Score = score(a.Words(), c.Findings, c.Origin)
	return c, nil
}

// Segment gives a stored article its sentences and tokens back, which Tell
// reads.
func (c *Checked) Segment() {
	a := c.Article
	segmented := a.Segmented()
	c.Document = &Document{Article: segmented}
	for i := range c.Findings {
		for k := range c.Findings[i].Related {
			c.Findings[i].Related[k].Article = segmented
		}
	}
}

// AppendStanding stores where Tell has set an article of a story. With it,
// Qualities.Stand can do its part when the corpus is known, without the article.
func (c *Checked) AppendStanding(b []byte) []byte {
	s := &c.Score
	against := math.NaN()
	if s.AgainstOthers != nil {
		against = *s.AgainstOthers
	}
	b = pack.Float(pack.Float(pack.Float(b, s.Quality), against), c.telling)
	b = pack.Uint(pack.Uint(b, c.tellings), s.Rank)
	return pack.String(pack.String(b, s.Against), s.AgainstWhy)
}

// StoredStanding reads what AppendStanding stored, and returns what stands
// after it.
func StoredStanding(data string) (c Checked, rest string, err error) {
	r := pack.NewReader(data)
	s := &c.Score
	s.Quality = r.Float()
	if against := r.Float(); !math.IsNaN(against) {
		s.AgainstOthers = &against
	}
	c.telling, c.tellings, s.Rank = r.Float(), r.Uint(), r.Uint()
	s.Against, s.AgainstWhy = r.String(), r.String()
	return c, r.Rest(), r.Err()
}

func (e *Engine) named(name string) *Heuristic {
	for i := range e.heuristics {
		if e.heuristics[i].Name == name {
			return &e.heuristics[i]
		}
	}
	return nil
}
