package reports

import (
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// Build makes the report of a run. Building is the one place where byte
// offsets become code points and articles become ids.
func Build(result *detect.Result, o Options) *Report {
	var ids IDs
	for i := range result.Articles {
		ids.Add(result.Articles[i].Article)
	}
	ids.Settle()
	given := make([]string, len(result.Articles))
	for i := range given {
		given[i] = ids.Of(i, result.Articles[i].Article)
	}
	articles, stories := BuildPart(result, given, o)
	return whole(articles, stories, result.Failures, result.Heuristics, o)
}

// Alone builds what the report says of an article that stands alone. Its id and
// its standing are only known with all the others: see Together.
func Alone(c *detect.Checked, o Options) Article {
	b := newBuilder(&detect.Result{Articles: []detect.Checked{*c}}, []string{c.ID}, o)
	a := b.article(0)
	// These few words may be pieces of all that was read with the article.
	for _, s := range []*string{&a.ID, &a.Title, &a.Byline, &a.Dateline, &a.Publisher, &a.Published, &a.URL, &a.Language} {
		*s = strings.Clone(*s)
	}
	return a
}

// Together makes the report of a run whose articles, in input order, were built
// by Alone: it says what Build says and needs none of what was read.
func Together(articles []Article, failures []detect.Failure, heuristics []detect.Heuristic, o Options) *Report {
	ids := IDs{taken: make(map[uint64]struct{}, len(articles))}
	var all detect.Qualities
	for i := range articles {
		a := &articles[i]
		ids.Add(&article.Article{ID: a.ID, Path: a.Path, Record: a.Record})
		all.Add(a.Scores.Quality, 1)
	}
	ids.Settle()
	for i := range articles {
		a := &articles[i]
		a.rename(ids.Of(i, &article.Article{ID: a.ID}))
		c := detect.Checked{Score: detect.Score{Quality: a.Scores.Quality}, Story: -1}
		all.Stand(&c)
		a.Scores.Stand(&c.Score)
	}
	return whole(articles, []Story{}, failures, heuristics, o)
}

// rename gives an article that stands alone another id.
func (a *Article) rename(id string) {
	a.ID = id
	own := func(related []Related) {
		for i := range related {
			related[i].Article = id
		}
	}
	for i := range a.Findings {
		own(a.Findings[i].Related)
	}
	for i := range a.Suppressed {
		own(a.Suppressed[i].Finding.Related)
	}
}

// whole is the report of articles and stories.
func whole(articles []Article, stories []Story, failures []detect.Failure, heuristics []detect.Heuristic, o Options) *Report {
	r := &Report{
		Schema: Schema, Tool: ToolOf(len(heuristics), o),
		Articles: articles, Stories: stories, Rules: []Rule{}, Errors: []Error{},
	}
	r.Summary = summarize(r)
	for i := range heuristics {
		if h := &heuristics[i]; r.Summary.ByRule[h.Name] > 0 {
			r.Rules = append(r.Rules, RuleOf(h))
		}
	}
	SortRules(r.Rules)
	for _, f := range failures {
		r.Errors = append(r.Errors, ErrorOf(f))
	}
	r.Summary.Errors = len(r.Errors)
	return r
}

// ToolOf says which calque made a report, with how many heuristics.
func ToolOf(heuristics int, o Options) Tool {
	return Tool{Name: "calque", Version: o.Version, Rules: heuristics, Model: o.Model}
}

// ErrorOf is what a report says of an input that could not be read or checked.
func ErrorOf(f detect.Failure) Error {
	e := Error{Path: f.Path, Record: f.Record}
	if f.Err != nil {
		e.Error = f.Err.Error()
		e.NotEnglish = errors.As(f.Err, new(*detect.NotEnglish))
	}
	return e
}

// BuildPart builds a part of a run: articles, under the ids given, with the stories
// among them. The passages of other articles that findings point to must be in
// the same part, so a part is one article that stands alone, or all tellings
// of a story, or the whole run.
func BuildPart(result *detect.Result, ids []string, o Options) ([]Article, []Story) {
	b := newBuilder(result, ids, o)
	articles, stories := make([]Article, len(result.Articles)), []Story{}
	forEach(len(articles), func(i int) { articles[i] = b.article(i) })
	for i := range result.Stories {
		stories = append(stories, b.story(&result.Stories[i]))
	}
	return articles, stories
}

type builder struct {
	result *detect.Result
	ids    []string
	noText bool
	points []codePoints
	index  map[*article.Article]int // nil for one article
}

func newBuilder(result *detect.Result, ids []string, o Options) *builder {
	n := len(result.Articles)
	b := &builder{result: result, ids: ids, noText: o.NoText, points: make([]codePoints, n)}
	forEach(n, func(i int) { b.points[i] = newCodePoints(result.Articles[i].Text) })
	if n > 1 {
		b.index = make(map[*article.Article]int, n)
		for i := range result.Articles {
			b.index[result.Articles[i].Article] = i
		}
	}
	return b
}

// indexOf is the index of an article that a finding of article i points to; nil
// is i itself.
func (b *builder) indexOf(a *article.Article, i int) (index int, known bool) {
	if a == nil || a == b.result.Articles[i].Article {
		return i, true
	}
	index, known = b.index[a]
	return index, known
}

func (b *builder) article(i int) Article {
	c := &b.result.Articles[i]
	at := b.points[i].at
	a := Article{
		ID: b.ids[i], Path: c.Path, Record: c.Record, Title: c.Title, Byline: c.Byline, Dateline: c.Dateline,
		Publisher: c.Publisher, Published: c.Published, URL: c.URL, Language: c.Language,
		Words: c.Words(), Text: c.Text,
		Parts: make([]Part, 0, len(c.Paragraphs)), Findings: make([]Finding, 0, len(c.Findings)), Cleared: []Cleared{},
		Removed: make([]Removed, 0, len(c.Removed)), Repairs: []Repair{},
		Status: c.Status, Declared: []Declaration{}, Suppressions: []Suppression{}, Suppressed: []Suppressed{},
		Scores: Scores{
			Quality:       finite(c.Score.Quality),
			Contributions: make([]Contribution, 0, len(c.Score.Contributions)),
		},
		Origin: b.origin(i, c.Origin),
	}
	if b.noText {
		a.Text = ""
	}
	a.Scores.Stand(&c.Score)
	for _, k := range c.Score.Contributions {
		a.Scores.Contributions = append(a.Scores.Contributions, Contribution{k.Source, finite(k.Points), k.Why})
	}
	for _, p := range c.Paragraphs {
		a.Parts = append(a.Parts, Part{kindNames[p.Kind], at(p.Start), at(p.End)})
	}
	given := fingerprints{}
	for _, f := range c.Findings {
		a.Findings = append(a.Findings, b.finding(i, f, given))
	}
	for _, f := range c.Cleared {
		given := b.finding(i, f.Finding, fingerprints{})
		a.Cleared = append(a.Cleared, Cleared{given.Rule, given.Start, given.End, given.Excerpt, f.Why, given.Related})
	}
	b.suppressions(i, &a, given)
	// A line that was kept out stood before the paragraph whose beginning is
	// its place.
	slices.SortStableFunc(a.Findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(min(x.End-x.Start, 1), min(y.End-y.Start, 1)))
	})
	for _, r := range c.Removed {
		line, _ := c.InputPosition(r.Input)
		a.Removed = append(a.Removed, Removed{string(r.Reason), r.Text, at(r.At), line})
	}
	for _, r := range c.Repairs {
		a.Repairs = append(a.Repairs, Repair{r.Problem, r.Was, r.Mended, at(r.Start), at(r.End)})
	}
	for _, d := range c.Declared {
		a.Declared = append(a.Declared, Declaration{d.Kind, d.Text})
	}
	if s := c.Story; s >= 0 && s < len(b.result.Stories) {
		a.Story = b.result.Stories[s].ID
	}
	return a
}

// Stand takes over where an article stands among others.
func (s *Scores) Stand(from *detect.Score) {
	s.Rank, s.AgainstOthers, s.Against, s.AgainstWhy = from.Rank, nil, "", ""
	if v := from.AgainstOthers; v != nil {
		rounded := finite(*v)
		s.AgainstOthers, s.Against, s.AgainstWhy = &rounded, from.Against, from.AgainstWhy
	}
}

var kindNames = [...]string{
	article.Body: "body", article.Headline: "headline", article.Standfirst: "standfirst",
	article.Subheading: "subheading", article.ListItem: "list-item", article.BlockQuote: "block-quote",
}

func (b *builder) finding(i int, f detect.Finding, given fingerprints) Finding {
	c := &b.result.Articles[i]
	h := f.Heuristic
	out := Finding{
		Rule: h.Name, Family: string(h.Family), Category: h.Category, Severity: f.Severity.String(),
		Message: f.Message, Why: h.Doc.Why, Suggestions: list(f.Suggestions),
		SourceLanguages: list(f.SourceLanguages), Related: []Related{}, Confirmed: f.Confirmed,
	}
	if r := f.Removed; r != nil {
		out.Start = b.points[i].at(r.At)
		out.End = out.Start
		out.Line, out.Column = c.InputPosition(r.Input)
		out.EndLine, out.EndColumn = out.Line, out.Column+utf8.RuneCountInString(r.Text)
		out.Excerpt = r.Text
		out.Fingerprint = given.of(h.Name, "", r.Text, "")
	} else {
		s := inside(f.Span, c.Text)
		out.Start, out.End = b.points[i].at(s.Start), b.points[i].at(s.End)
		out.Line, out.Column = c.Position(s.Start)
		out.EndLine, out.EndColumn = out.Line, out.Column
		if s.Len() > 0 { // by its last code point: what stands after it may be far away in the input
			_, n := utf8.DecodeLastRuneInString(c.Slice(s))
			out.EndLine, out.EndColumn = c.Position(s.End - n)
			out.EndColumn++
		}
		out.Excerpt = c.Slice(s)
		para := article.Span{Start: 0, End: len(c.Text)}
		if p := c.ParagraphAt(s.Start); p < len(c.Paragraphs) {
			para = c.Paragraphs[p].Span
		}
		before, after := article.Span{Start: min(para.Start, s.Start), End: s.Start}, article.Span{Start: s.End, End: max(para.End, s.End)}
		out.Fingerprint = given.of(h.Name, c.Slice(before), out.Excerpt, c.Slice(after))
	}
	for _, rel := range f.Related {
		if j, known := b.indexOf(rel.Article, i); known {
			out.Related = append(out.Related, b.passage(j, rel.Span))
		}
	}
	return out
}

// passage is a span of an article, by the article's id.
func (b *builder) passage(i int, s article.Span) Related {
	text := b.result.Articles[i].Text
	s = inside(s, text)
	return Related{b.ids[i], b.points[i].at(s.Start), b.points[i].at(s.End), text[s.Start:s.End]}
}

// inside brings a span into the text: a heuristic's slip must not cost the
// whole report.
func inside(s article.Span, text string) article.Span {
	s.Start = max(0, min(s.Start, len(text)))
	s.End = max(s.Start, min(s.End, len(text)))
	return s
}

func (b *builder) origin(i int, j *origin.Judgement) *Origin {
	if j == nil {
		return nil
	}
	at := b.points[i].at
	p := probabilities(j.Native, j.HumanTranslated, j.MachineTranslated)
	o := &Origin{
		Native: p[0], HumanTranslated: p[1], MachineTranslated: p[2],
		Verdict: j.Verdict, Confidence: j.Confidence,
		SourceLanguages: make([]SourceLanguage, 0, len(j.SourceLanguages)),
		Sentences:       make([]OriginSentence, 0, len(j.Sentences)), Evidence: make([]Cue, 0, len(j.Evidence)),
	}
	for _, l := range j.SourceLanguages {
		o.SourceLanguages = append(o.SourceLanguages, SourceLanguage{l.Language, unit(l.Probability)})
	}
	for _, s := range j.Sentences {
		o.Sentences = append(o.Sentences, OriginSentence{at(s.Start), at(s.End), unit(s.MachineTranslated), finite(s.Contribution)})
	}
	for _, e := range j.Evidence {
		o.Evidence = append(o.Evidence, Cue{e.Cue, finite(e.Weight)})
	}
	return o
}

func (b *builder) story(s *story.Story) Story {
	out := Story{ID: s.ID, Title: s.Title, Articles: []string{}, Quotations: []Utterance{}, Conflicts: []Conflict{}, Facts: []Fact{}, Timeline: []Dated{}}
	members := slices.Clone(s.Members)
	slices.SortStableFunc(members, func(x, y int) int {
		return cmp.Compare(b.result.Articles[y].Score.Quality, b.result.Articles[x].Score.Quality)
	})
	for _, m := range members {
		out.Articles = append(out.Articles, b.ids[m])
	}
	for _, u := range s.Quotations {
		said := Utterance{Variants: []Variant{}, Consensus: u.Consensus}
		for i, v := range u.Variants {
			variant := Variant{Text: v.Text, Articles: []string{}, Places: []Related{}, Class: string(v.Class), Diff: []Change{}}
			if u.Consensus >= 0 && i != u.Consensus {
				variant.Diff = wordDiff(u.Variants[u.Consensus].Text, v.Text)
			}
			for _, p := range v.Places {
				if id := b.ids[p.Article]; !slices.Contains(variant.Articles, id) {
					variant.Articles = append(variant.Articles, id)
				}
				variant.Places = append(variant.Places, b.passage(p.Article, p.Span))
			}
			said.Variants = append(said.Variants, variant)
		}
		out.Quotations = append(out.Quotations, said)
	}
	for _, d := range s.Disagreements {
		k := Conflict{
			Kind: string(d.Kind), Message: d.Message, Suggestion: d.Suggestion,
			Passage: b.passage(d.Article, d.Span), Others: []Related{},
		}
		for _, p := range d.Others {
			k.Others = append(k.Others, b.passage(p.Article, p.Span))
		}
		out.Conflicts = append(out.Conflicts, k)
	}
	for _, f := range s.Facts {
		fact := Fact{Kind: string(f.Kind), Text: f.Text, Day: f.Day, Articles: []string{}, Places: []Related{}}
		for _, p := range f.Places {
			fact.Articles = append(fact.Articles, b.ids[p.Article])
			fact.Places = append(fact.Places, b.passage(p.Article, p.Span))
		}
		out.Facts = append(out.Facts, fact)
	}
	for _, m := range s.Timeline {
		out.Timeline = append(out.Timeline, Dated{b.ids[m], b.result.Articles[m].Published})
	}
	out.Copies = b.copies(s)
	return out
}

// copies are the members of a story that are copies of each other.
func (b *builder) copies(s *story.Story) [][]string {
	out := [][]string{}
	of := map[int][]string{}
	for i, t := range s.Tellings {
		of[t] = append(of[t], b.ids[s.Members[i]])
	}
	for _, t := range slices.Sorted(maps.Keys(of)) {
		if len(of[t]) > 1 {
			out = append(out, of[t])
		}
	}
	return out
}

// RuleOf explains a heuristic.
func RuleOf(h *detect.Heuristic) Rule {
	return Rule{
		Name: h.Name, Family: string(h.Family), Category: h.Category, Severity: h.Severity.String(),
		SourceLanguages: list(h.SourceLanguages),
		Message:         h.Message,
		What:            h.Doc.What, Why: h.Doc.Why, Humans: h.Doc.Humans, Misses: h.Doc.Misses,
	}
}

// SortRules puts rules in the order of a report: by name.
func SortRules(rules []Rule) {
	slices.SortFunc(rules, func(a, b Rule) int { return cmp.Compare(a.Name, b.Name) })
}

func summarize(r *Report) Summary {
	s := NewSummary()
	for i := range r.Articles {
		s.Count(&r.Articles[i])
	}
	s.Stories, s.Errors = len(r.Stories), len(r.Errors)
	return s
}

// NewSummary is the summary of nothing.
func NewSummary() Summary {
	return Summary{BySeverity: map[string]int{"minor": 0, "major": 0, "critical": 0}, ByRule: map[string]int{}}
}

// Count counts an article in.
func (s *Summary) Count(a *Article) {
	s.Articles++
	s.Words += a.Words
	s.Findings += len(a.Findings)
	s.Suppressed += len(a.Suppressed)
	for _, x := range a.Suppressions {
		if x.Problem != "" {
			s.SuppressionProblems++
		}
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		s.BySeverity[f.Severity]++
		s.ByRule[f.Rule]++
	}
	if a.Origin.likelyMachine() {
		s.MachineTranslated++
	}
}

// list is a copy that is never nil.
func list(s []string) []string { return append([]string{}, s...) }

// finite rounds to four decimals, so that processors that round differently
// in the last place write the same bytes, and brings what JSON cannot hold to 0.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	v = math.Round(v*1e4) / 1e4
	if v == 0 {
		return 0 // not -0
	}
	return v
}

func unit(v float64) float64 { return max(0, min(1, finite(v))) }

// probabilities rounds three probabilities so that they still sum to 1: the
// largest takes what rounding left over.
func probabilities(p ...float64) []float64 {
	sum, most := 0.0, 0
	for i := range p {
		p[i] = unit(p[i])
		sum += p[i]
		if p[i] > p[most] {
			most = i
		}
	}
	p[most] = unit(p[most] + 1 - sum)
	return p
}
