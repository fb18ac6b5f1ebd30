package reports

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
)

// Drift is what changed between an earlier audit and this one. Only what is
// beyond chance is called a change.
type Drift struct {
	Old     string `json:"old"`      // the directory of the earlier audit, as it was given
	OldTool Tool   `json:"old_tool"` // what made it
	Tests   string `json:"tests"`    // how a change is told from chance

	New    int    `json:"new"`    // articles that the earlier audit does not have
	Gone   int    `json:"gone"`   // articles that only the earlier one has
	Both   int    `json:"both"`   // articles, by id, in both
	Worse  int    `json:"worse"`  // of them, with a lower quality than before
	Better int    `json:"better"` // of them, with a higher one
	Fallen []Fall `json:"fallen"` // those that lost most, at most 50

	NewPublishers  []string `json:"new_publishers"`  // at most 100
	GonePublishers []string `json:"gone_publishers"` // at most 100

	Compared int           `json:"compared"` // how many pairs of figures were held against each other
	Changes  []DriftChange `json:"changes"`  // those beyond chance: the worse before the better, then by publisher
}

// A Fall is an article that both audits have, with a lower quality than before.
type Fall struct {
	Article string  `json:"article"`
	Title   string  `json:"title"`
	Old     float64 `json:"old"`
	New     float64 `json:"new"`
}

// A DriftChange is a figure that is not what it was.
type DriftChange struct {
	Publisher string  `json:"publisher"` // "" for the whole corpus
	Measure   string  `json:"measure"`   // quality, machine-translated or rule
	Rule      string  `json:"rule"`      // for the measure rule
	Old       float64 `json:"old"`       // mean quality, share of articles, or findings per 1,000 words
	New       float64 `json:"new"`
	Worse     bool    `json:"worse"`
	P         float64 `json:"p"` // corrected for the number of comparisons
}

const (
	// driftLevel is the corrected probability below which a difference is
	// called a change.
	driftLevel = 0.05
	// driftLeast is how many articles a publisher needs in both audits, and
	// how many findings a rule needs in both together, to be compared. Less
	// can hardly be told from chance, and asking would make the rest weaker.
	driftLeast = 5

	fallsListed      = 50
	publishersListed = 100

	driftTests = "Quality: rank test of Mann and Whitney. Share likely machine-translated: z-test of two shares, Fisher's exact test where a count is under 5. " +
		"Findings of a rule per 1,000 words: score test of two Poisson rates, its scatter widened by the spread of findings over articles. " +
		"All two-sided, corrected after Benjamini and Hochberg, called a change below 0.05. " +
		"Compared are publishers with at least 5 articles in each audit, and rules with at least 5 findings in both together. " +
		"Copies of one text, which are found where stories are looked for, count once, and once for each publisher that has it. " +
		"Articles that stand in both audits count in both, which makes the tests more careful than they say."
)

// An earlier audit, as it is held against a later one: what it counted, and
// what each of its articles scored, by a hash of its id (some 40 bytes an
// article).
type earlier struct {
	audit  *Audit
	census *census
	seed   maphash.Seed
	scores map[uint64]float32
}

func readEarlier(dir string, stopped func() error) (*earlier, error) {
	a, err := OpenAudit(dir)
	if err != nil {
		return nil, err
	}
	census, err := censusOfTexts(a, stopped)
	if err != nil {
		return nil, err
	}
	e := &earlier{audit: a, census: census, seed: maphash.MakeSeed(), scores: map[uint64]float32{}}
	for v, err := range a.figures() {
		if err := cmp.Or(err, stopped()); err != nil {
			return nil, err
		}
		e.census.add(v)
		e.scores[maphash.String(e.seed, v.ID)] = float32(v.Scores.Quality)
	}
	return e, nil
}

// A drift is a Drift while the articles of the later audit go by.
type drift struct {
	*earlier
	now *census
	Drift
}

func newDrift(e *earlier, later *Audit, stopped func() error) (*drift, error) {
	now, err := censusOfTexts(later, stopped)
	return &drift{earlier: e, now: now, Drift: Drift{
		Old: e.audit.Dir, OldTool: e.audit.Tool, Tests: driftTests,
		Fallen: []Fall{}, NewPublishers: []string{}, GonePublishers: []string{}, Changes: []DriftChange{},
	}}, err
}

func (d *drift) add(a *Article) {
	d.now.add(a)
	old, known := d.scores[maphash.String(d.seed, a.ID)]
	if !known {
		d.New++
		return
	}
	d.Both++
	before, now := finite(float64(old)), finite(float64(float32(a.Scores.Quality)))
	switch {
	case now > before:
		d.Better++
	case now < before:
		d.Worse++
		d.Fallen = append(d.Fallen, Fall{a.ID, a.heading(), before, now})
		if len(d.Fallen) >= 4*fallsListed {
			d.keepFalls()
		}
	}
}

func (d *drift) keepFalls() {
	slices.SortFunc(d.Fallen, func(a, b Fall) int {
		return cmp.Or(cmp.Compare(a.New-a.Old, b.New-b.Old), cmp.Compare(a.Article, b.Article))
	})
	d.Fallen = d.Fallen[:min(len(d.Fallen), fallsListed)]
}

// finish compares the figures of both audits.
func (d *drift) finish() *Drift {
	d.keepFalls()
	d.Gone = max(0, len(d.scores)-d.Both)
	before, now := d.census, d.now
	d.NewPublishers, d.GonePublishers = onlyIn(now.publishers, before.publishers), onlyIn(before.publishers, now.publishers)
	all := compared("", before.all, now.all)
	for _, name := range slices.Sorted(maps.Keys(now.publishers)) {
		if old := before.publishers[name]; old != nil && min(old.articles, now.publishers[name].articles) >= driftLeast {
			all = append(all, compared(name, old, now.publishers[name])...)
		}
	}
	d.Compared = len(all)
	p := make([]float64, len(all))
	for i, c := range all {
		p[i] = c.P
	}
	for i, corrected := range adjusted(p) {
		if c := all[i]; corrected < driftLevel && c.Old != c.New {
			c.P = significant(corrected)
			d.Changes = append(d.Changes, c)
		}
	}
	slices.SortStableFunc(d.Changes, func(a, b DriftChange) int {
		return cmp.Or(-compareBool(a.Worse, b.Worse), cmp.Compare(a.Publisher, b.Publisher), measureRank(a.Measure)-measureRank(b.Measure), cmp.Compare(a.P, b.P), cmp.Compare(a.Rule, b.Rule))
	})
	return &d.Drift
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func measureRank(m string) int {
	return slices.Index([]string{"machine-translated", "quality", "rule"}, m)
}

// onlyIn are the names of one census that the other does not have, sorted.
func onlyIn(a, b map[string]*tally) []string {
	out := []string{}
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if b[name] == nil && len(out) < publishersListed {
			out = append(out, name)
		}
	}
	return out
}

// compared are all the figures of one publisher, each with the probability
// that it differs by chance.
func compared(publisher string, old, now *tally) []DriftChange {
	was, is := old.group(publisher), now.group(publisher)
	out := []DriftChange{
		{Publisher: publisher, Measure: "quality", Old: was.QualityMean, New: is.QualityMean, Worse: is.QualityMean < was.QualityMean, P: ranksDiffer(old.quality, now.quality)},
	}
	if min(old.judged, now.judged) >= driftLeast {
		out = append(out, DriftChange{
			Publisher: publisher, Measure: "machine-translated", Old: was.Machine.Share, New: is.Machine.Share, Worse: is.Machine.Share > was.Machine.Share,
			P: sharesDiffer(old.machine, old.judged, now.machine, now.judged),
		})
	}
	names := maps.Clone(old.rules)
	maps.Copy(names, now.rules)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		a, b := old.rules[name], now.rules[name]
		if a == nil {
			a = &ruleTally{}
		}
		if b == nil {
			b = &ruleTally{}
		}
		if a.findings+b.findings < driftLeast {
			continue
		}
		before, after := perThousand(a.findings, old.words), perThousand(b.findings, now.words)
		out = append(out, DriftChange{
			Publisher: publisher, Measure: "rule", Rule: name, Old: before, New: after, Worse: after > before,
			P: ratesDiffer(a.findings, old.words, b.findings, now.words, dispersion(a, old, b, now)),
		})
	}
	return out
}

// dispersion is how much more the findings of a rule scatter over the articles
// of both audits than independent ones would: Pearson's statistic over its
// degrees of freedom, each audit having its own rate.
func dispersion(a *ruleTally, old *tally, b *ruleTally, now *tally) float64 {
	statistic := func(r *ruleTally, t *tally) float64 {
		if r.findings == 0 || t.words == 0 {
			return 0
		}
		rate := float64(r.findings) / float64(t.words)
		return r.squares/rate - float64(r.findings)
	}
	degrees := old.articles + now.articles - 2
	if degrees < 1 {
		return 1
	}
	return (statistic(a, old) + statistic(b, now)) / float64(degrees)
}

// significant rounds a probability to two digits, so that small ones stay
// telling.
func significant(p float64) float64 {
	var out float64
	_, _ = fmt.Sscan(fmt.Sprintf("%.1e", p), &out)
	return out
}

// notes are what a reader must know before making anything of the drift.
func (d *Drift) notes(now Tool) []string {
	var out []string
	if d.OldTool.Version != now.Version || d.OldTool.Rules != now.Rules || d.OldTool.Model != now.Model {
		out = append(out, fmt.Sprintf("The earlier audit was made by another calque or with other settings (%s against %s): a change may come from there.", toolText(d.OldTool), toolText(now)))
	}
	return out
}

func toolText(t Tool) string {
	text := fmt.Sprintf("calque %s with %d rules", t.Version, t.Rules)
	if t.Model != "" {
		text += " and model " + t.Model
	}
	return strings.TrimSpace(text)
}
