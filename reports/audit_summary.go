package reports

import (
	"cmp"
	"hash/maphash"
	"slices"
	"time"
)

// SummarySchema names the version of an audit's summary.json.
const SummarySchema = "calque-audit-summary/1"

// An AuditSummary is what summary.json holds. Lists are never nil.
type AuditSummary struct {
	Schema string `json:"schema"`
	Tool   Tool   `json:"tool"`

	All        Group          `json:"all"`
	BySeverity map[string]int `json:"by_severity"`
	Stories    int            `json:"stories"`
	Errors     int            `json:"errors"`      // what could not be read or checked
	NotEnglish int            `json:"not_english"` // how many of them were left alone for their language

	Quality []int `json:"quality"`            // articles by quality, in ten bins from 0 to 100
	Machine []int `json:"machine_translated"` // articles by the probability of machine translation, in ten bins; without those of low confidence

	Publishers      []Group    `json:"publishers"`       // lowest median quality first, those with under 5 articles last
	Months          []Group    `json:"months"`           // of publication, earliest first
	SourceLanguages []Group    `json:"source_languages"` // of the articles that are likely translations, in the same order
	Rules           []RuleRate `json:"rules"`            // those that found something, the most frequent first

	NotListed int    `json:"not_listed"` // articles of groups beyond the 10,000 of each kind that are told apart
	Drift     *Drift `json:"drift,omitempty"`
}

// A Group is a part of the corpus.
type Group struct {
	Name          string  `json:"name"`
	Articles      int     `json:"articles"`
	Words         int     `json:"words"`
	Findings      int     `json:"findings"`
	PerThousand   float64 `json:"per_1000_words"` // findings
	QualityMean   float64 `json:"quality_mean"`
	QualityMedian float64 `json:"quality_median"` // to a tenth of a point
	Machine       Share   `json:"machine_translated"`
}

// A Share is a count among others, with its Wilson interval of 95%.
type Share struct {
	Count int     `json:"count"`
	Of    int     `json:"of"`
	Share float64 `json:"share"` // 0 when there is nothing to share
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func newShare(count, of int) Share {
	low, high := wilson(count, of)
	s := Share{Count: count, Of: of, Low: unit(low), High: unit(high)}
	if of > 0 {
		s.Share = unit(float64(count) / float64(of))
	}
	return s
}

// A RuleRate is how often a rule found something.
type RuleRate struct {
	Rule        string  `json:"rule"`
	Family      string  `json:"family"`
	Findings    int     `json:"findings"`
	PerThousand float64 `json:"per_1000_words"`
	Articles    Share   `json:"articles"` // with at least one finding, of all
}

// groupCap is how many publishers, months and languages are told apart, so
// that a corpus in which each article names a publisher of its own does not
// fill the memory.
const groupCap = 10_000

// A tally counts a part of the corpus as its articles go by.
type tally struct {
	articles, words, findings int
	judged, machine           int // by the origin model, with more than low confidence
	quality                   spread
	qualitySum                float64
	rules                     map[string]*ruleTally
}

type ruleTally struct {
	family             string
	findings, articles int
	squares            float64 // the sum over articles of findings² / words, for the dispersion
}

func newTally() *tally { return &tally{quality: spread{}, rules: map[string]*ruleTally{}} }

// add counts an article. Findings are those of each rule.
func (t *tally) add(a *Article, findings map[string]int, families map[string]string) {
	t.articles++
	t.words += a.Words
	t.findings += len(a.Findings)
	if o := a.Origin; o != nil && o.Confidence != "low" {
		t.judged++
		if o.likelyMachine() {
			t.machine++
		}
	}
	t.quality.add(a.Scores.Quality)
	t.qualitySum += a.Scores.Quality
	for name, n := range findings {
		r := t.rules[name]
		if r == nil {
			r = &ruleTally{family: families[name]}
			t.rules[name] = r
		}
		r.findings += n
		r.articles++
		r.squares += float64(n) * float64(n) / float64(max(1, a.Words))
	}
}

func (t *tally) group(name string) Group {
	g := Group{
		Name: name, Articles: t.articles, Words: t.words, Findings: t.findings,
		PerThousand: perThousand(t.findings, t.words), QualityMedian: finite(t.quality.median()),
		Machine: newShare(t.machine, t.judged),
	}
	if t.articles > 0 {
		g.QualityMean = finite(t.qualitySum / float64(t.articles))
	}
	return g
}

func perThousand(n, words int) float64 {
	if words == 0 {
		return 0
	}
	return finite(float64(n) / float64(words) * 1000)
}

// A census counts the whole corpus and its parts.
type census struct {
	all                           *tally
	severity                      map[string]int
	qualityBins, machineBins      []int
	publishers, months, languages map[string]*tally
	notListed                     int

	texts map[uint64]int32 // by the hash of the id of an article with copies: the number of its text; nil where all articles count
	seed  maphash.Seed     // of the hash
	seen  map[toldBy]bool  // what of texts was counted
}

// toldBy is a text as it counts once: for a publisher, and for the whole corpus under
// "".
type toldBy struct {
	text      int32
	publisher string
}

func newCensus() *census {
	return &census{
		all: newTally(), severity: map[string]int{"minor": 0, "major": 0, "critical": 0},
		qualityBins: make([]int, 10), machineBins: make([]int, 10),
		publishers: map[string]*tally{}, months: map[string]*tally{}, languages: map[string]*tally{},
	}
}

// censusOfTexts is a census for the articles of an audit that counts copies of one
// text once, and once for each publisher.
func censusOfTexts(a *Audit, stopped func() error) (*census, error) {
	c := newCensus()
	c.texts, c.seed, c.seen = map[uint64]int32{}, maphash.MakeSeed(), map[toldBy]bool{}
	n := int32(0)
	for s, err := range a.listed() {
		if err := cmp.Or(err, stopped()); err != nil {
			return nil, err
		}
		for _, same := range s.Copies {
			n++
			for _, id := range same {
				c.texts[maphash.String(c.seed, id)] = n
			}
		}
	}
	return c, nil
}

// counts reports whether an article counts for a publisher, or for the whole corpus
// where that is "".
func (c *census) counts(a *Article, publisher string) bool {
	if len(c.texts) == 0 {
		return true
	}
	told := toldBy{c.texts[maphash.String(c.seed, a.ID)], publisher}
	if told.text == 0 {
		return true
	}
	first := !c.seen[told]
	c.seen[told] = true
	return first
}

func (c *census) add(a *Article) {
	findings, families := map[string]int{}, map[string]string{}
	for i := range a.Findings {
		f := &a.Findings[i]
		findings[f.Rule]++
		families[f.Rule] = f.Family
		c.severity[f.Severity]++
	}
	if c.counts(a, "") {
		c.all.add(a, findings, families)
	}
	c.qualityBins[tenth(a.Scores.Quality/100)]++
	if o := a.Origin; o != nil && o.Confidence != "low" {
		c.machineBins[tenth(o.MachineTranslated)]++
	}
	in := func(parts map[string]*tally, name string) {
		if name == "" {
			return
		}
		t := parts[name]
		if t == nil {
			if len(parts) == groupCap {
				c.notListed++
				return
			}
			t = newTally()
			parts[name] = t
		}
		t.add(a, findings, families)
	}
	if c.counts(a, a.Publisher) {
		in(c.publishers, a.Publisher)
	}
	in(c.months, month(a.Published))
	if l := likelySource(a.Origin); l != "" {
		in(c.languages, l)
	}
}

// tenth is the bin of ten that a value from 0 to 1 falls into.
func tenth(v float64) int { return max(0, min(9, int(v*10))) }

// month is the month of a time of publication as 2006-01, "" when it is no
// date that calque understands.
func month(published string) string {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			return t.Format("2006-01")
		}
	}
	return ""
}

// likelySource is the language that an article was most likely translated
// from, "" when it is more likely to have been written in English.
func likelySource(o *Origin) string {
	if o == nil || len(o.SourceLanguages) == 0 || o.MachineTranslated+o.HumanTranslated <= o.Native {
		return ""
	}
	return o.SourceLanguages[0].Language
}

// summary is what was counted, sorted.
func (c *census) summary() AuditSummary {
	s := AuditSummary{
		Schema: SummarySchema, All: c.all.group("all"), BySeverity: c.severity,
		Quality: c.qualityBins, Machine: c.machineBins,
		Publishers: sorted(c.publishers, worstGroup), SourceLanguages: sorted(c.languages, worstGroup),
		Months: sorted(c.months, func(a, b Group) int { return cmp.Compare(a.Name, b.Name) }),
		Rules:  []RuleRate{}, NotListed: c.notListed,
	}
	for name, r := range c.all.rules {
		s.Rules = append(s.Rules, RuleRate{
			Rule: name, Family: r.family, Findings: r.findings,
			PerThousand: perThousand(r.findings, c.all.words), Articles: newShare(r.articles, c.all.articles),
		})
	}
	slices.SortFunc(s.Rules, func(a, b RuleRate) int {
		return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Rule, b.Rule))
	})
	return s
}

func sorted(parts map[string]*tally, order func(a, b Group) int) []Group {
	out := []Group{}
	for name, t := range parts {
		out = append(out, t.group(name))
	}
	slices.SortFunc(out, order)
	return out
}

// groupLeast is how many articles a group needs to be ranked before those whose
// figures one article can turn around.
const groupLeast = 5

func worstGroup(a, b Group) int {
	return cmp.Or(compareBool(a.Articles < groupLeast, b.Articles < groupLeast), cmp.Compare(a.QualityMedian, b.QualityMedian), cmp.Compare(a.QualityMean, b.QualityMean), cmp.Compare(a.Name, b.Name))
}
