package reports

import (
	"cmp"
	"container/heap"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// reviewColumns are those of the CSV that a person judges. All but rule,
// judgement and rule_findings may be taken out before it is read back.
var reviewColumns = []string{
	"judgement", "comment", "rule", "severity", "before", "excerpt", "after", "suggestion", "message",
	"publisher", "title", "article", "path", "line", "fingerprint", "rule_findings",
}

// ReviewOptions say which findings are to be judged.
type ReviewOptions struct {
	PerRule int    // findings of each rule; 0 means 50
	Seed    uint64 // another seed draws other findings
}

// WriteReview writes a CSV of findings to be judged by a person: of each rule
// a random sample, the same for the same seed, and one that mostly stays when
// the corpus grows. It returns how many findings and how many rules it has.
func WriteReview(w io.Writer, articles iter.Seq2[*Article, error], o ReviewOptions) (findings, rules int, err error) {
	if o.PerRule <= 0 {
		o.PerRule = 50
	}
	samples := map[string]*sampleOf{}
	for a, err := range articles {
		if err != nil {
			return 0, 0, err
		}
		text := runesOf(nil)
		for i := range a.Findings {
			f := &a.Findings[i]
			s := samples[f.Rule]
			if s == nil {
				s = &sampleOf{}
				samples[f.Rule] = s
			}
			s.findings++
			d := drawn{lot: lot(o.Seed, a.ID, f), article: a.ID, start: f.Start}
			if len(s.kept) == o.PerRule && !d.before(s.kept[0]) {
				continue
			}
			if text == nil {
				text = runesOf(a.Text)
			}
			d.cells = reviewCells(a, f, text)
			heap.Push(&s.kept, d)
			if len(s.kept) > o.PerRule {
				heap.Pop(&s.kept)
			}
		}
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // Excel takes a file without it for another encoding
		return 0, 0, err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(reviewColumns); err != nil {
		return 0, 0, err
	}
	for _, name := range slices.Sorted(maps.Keys(samples)) {
		s := samples[name]
		slices.SortFunc(s.kept, func(a, b drawn) int {
			if a.before(b) {
				return -1
			}
			return 1
		})
		for _, d := range s.kept {
			d.cells[len(d.cells)-1] = strconv.Itoa(s.findings)
			if err := out.Write(d.cells); err != nil {
				return 0, 0, err
			}
			findings++
		}
	}
	out.Flush()
	return findings, len(samples), out.Error()
}

// A sampleOf is the sample of one rule: the findings with the lowest lots.
type sampleOf struct {
	findings int
	kept     lots
}

// drawn is a finding in the sample.
type drawn struct {
	lot     uint64
	article string
	start   int
	cells   []string
}

func (d drawn) before(o drawn) bool {
	return cmp.Or(cmp.Compare(d.lot, o.lot), cmp.Compare(d.article, o.article), cmp.Compare(d.start, o.start)) < 0
}

// lots is a heap with the highest lot on top.
type lots []drawn

func (l lots) Len() int           { return len(l) }
func (l lots) Less(i, j int) bool { return l[j].before(l[i]) }
func (l lots) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *lots) Push(x any)        { *l = append(*l, x.(drawn)) }
func (l *lots) Pop() any {
	last := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return last
}

// lot is the finding's random number: it depends on the seed and the finding
// alone, so a sample does not change with what else is in the corpus.
func lot(seed uint64, article string, f *Finding) uint64 {
	h := fnv.New64a()
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], seed)
	for _, part := range [][]byte{b[:], []byte(article), {0}, []byte(f.Rule), {0}, []byte(f.Fingerprint)} {
		_, _ = h.Write(part)
	}
	// FNV mixes the last bytes badly; this finishes the mixing (Stafford).
	x := h.Sum64()
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// reviewContext is how many code points are shown before and after a finding.
const reviewContext = 120

func reviewCells(a *Article, f *Finding, text runesOf) []string {
	before, after := "", ""
	if f.Start < f.End && len(text) > 0 {
		p := paragraphOf(a, f.Start, f.End, len(text))
		if from := f.Start - reviewContext; from > p.Start {
			_, before, _ = strings.Cut(text.slice(from, f.Start), " ") // from the beginning of a word
			before = "… " + before
		} else {
			before = text.slice(p.Start, f.Start)
		}
		after = text.slice(f.End, min(p.End, f.End+reviewContext))
		if i := strings.LastIndexByte(after, ' '); i > 0 && f.End+reviewContext < p.End {
			after = after[:i] + " …"
		}
	}
	cells := []string{
		"", "", f.Rule, f.Severity, before, f.Excerpt, after, strings.Join(f.Suggestions, " | "), f.Message,
		a.Publisher, a.heading(), a.ID, a.place(), strconv.Itoa(f.Line), f.Fingerprint, "",
	}
	for i, c := range cells {
		cells[i] = csvText(strings.Join(strings.Fields(c), " "))
	}
	return cells
}

// A Precision is what the judgements say of the rules.
type Precision struct {
	Schema   string          `json:"schema"`
	Rules    []RulePrecision `json:"rules"`    // lowest precision first
	Judged   int             `json:"judged"`   // rows with a judgement
	Open     int             `json:"open"`     // rows without one
	Unsure   int             `json:"unsure"`   // rows that the person could not decide
	Right    Share           `json:"right"`    // of the rows that were decided
	Weighted float64         `json:"weighted"` // the precision over all findings of the judged rules, each rule counted as often as it fires; 0 when nothing was decided
}

// PrecisionSchema names the version of a Precision.
const PrecisionSchema = "calque-precision/1"

// A RulePrecision is how often a rule's findings were judged right.
type RulePrecision struct {
	Rule     string `json:"rule"`
	Right    Share  `json:"right"` // of the findings that were decided
	Unsure   int    `json:"unsure"`
	Open     int    `json:"open"`
	Findings int    `json:"findings"` // in the whole audit, 0 when the column is gone
}

var judgements = map[string]string{
	"right": "right", "r": "right", "yes": "right", "y": "right", "true": "right", "1": "right", "correct": "right", "ok": "right",
	"wrong": "wrong", "w": "wrong", "no": "wrong", "n": "wrong", "false": "wrong", "0": "wrong", "incorrect": "wrong",
	"unsure": "unsure", "u": "unsure", "?": "unsure", "unclear": "unsure", "maybe": "unsure",
	"": "",
}

// ReadReview reads a judged CSV back, as it was written or as a spreadsheet
// saved it: with commas, semicolons or tabs, in UTF-8 or UTF-16, with the line
// ends of any system.
func ReadReview(r io.Reader) (*Precision, error) {
	raw, err := io.ReadAll(transform.NewReader(r, unicode.BOMOverride(transform.Nop)))
	if err != nil {
		return nil, err
	}
	text := string(raw)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	first, _, _ := strings.Cut(text, "\n")
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	for _, mark := range []rune{';', '\t'} {
		if strings.Count(first, string(mark)) > strings.Count(first, string(in.Comma)) {
			in.Comma = mark
		}
	}
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, name := range head {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, need := range []string{"rule", "judgement"} {
		if _, ok := column[need]; !ok {
			return nil, fmt.Errorf("line 1: there is no column %q", need)
		}
	}
	p := &Precision{Schema: PrecisionSchema, Rules: []RulePrecision{}}
	rules := map[string]*RulePrecision{}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return p.finish(rules), nil
		}
		if err != nil {
			return nil, err
		}
		cell := func(name string) string {
			if i, ok := column[name]; ok && i < len(record) {
				return strings.TrimSpace(record[i])
			}
			return ""
		}
		line, _ := in.FieldPos(0)
		name := cell("rule")
		said, ok := judgements[strings.ToLower(cell("judgement"))]
		switch {
		case !ok:
			return nil, fmt.Errorf("line %d: the judgement %s is not right, wrong or unsure", line, short(cell("judgement")))
		case name == "" && said != "":
			return nil, fmt.Errorf("line %d: is judged and names no rule", line)
		case name == "":
			continue
		}
		rule := rules[name]
		if rule == nil {
			rule = &RulePrecision{Rule: name}
			rules[name] = rule
		}
		if n, err := strconv.Atoi(cell("rule_findings")); err == nil {
			rule.Findings = max(rule.Findings, n)
		}
		switch said {
		case "right":
			rule.Right.Count++
			rule.Right.Of++
		case "wrong":
			rule.Right.Of++
		case "unsure":
			rule.Unsure++
		default:
			rule.Open++
		}
	}
}

// finish counts up what the rules have.
func (p *Precision) finish(rules map[string]*RulePrecision) *Precision {
	right, decided, weight, weighted := 0, 0, 0, 0.0
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		r := *rules[name]
		r.Right = newShare(r.Right.Count, r.Right.Of)
		right += r.Right.Count
		decided += r.Right.Of
		p.Unsure += r.Unsure
		p.Open += r.Open
		if r.Right.Of > 0 && r.Findings > 0 {
			weight += r.Findings
			weighted += r.Right.Share * float64(r.Findings)
		}
		p.Rules = append(p.Rules, r)
	}
	p.Judged = decided + p.Unsure
	p.Right = newShare(right, decided)
	if weight > 0 {
		p.Weighted = unit(weighted / float64(weight))
	}
	slices.SortStableFunc(p.Rules, func(a, b RulePrecision) int {
		return cmp.Or(compareBool(a.Right.Of == 0, b.Right.Of == 0), cmp.Compare(a.Right.Share, b.Right.Share), cmp.Compare(b.Right.Of, a.Right.Of))
	})
	return p
}

// WritePrecision writes the table for a terminal.
func WritePrecision(w io.Writer, p *Precision) error {
	width := len("rule")
	for _, r := range p.Rules {
		width = max(width, columns(clean(r.Rule)))
	}
	line := func(name, right, share, interval, rest string) string {
		return strings.TrimRight(fmt.Sprintf("%-*s  %9s  %6s  %-12s  %s", width, name, right, share, interval, rest), " ") + "\n"
	}
	var b strings.Builder
	b.WriteString(line("rule", "right", "", "95 percent", ""))
	for _, r := range p.Rules {
		var rest []string
		if r.Unsure > 0 {
			rest = append(rest, fmt.Sprintf("%d unsure", r.Unsure))
		}
		if r.Open > 0 {
			rest = append(rest, fmt.Sprintf("%d not judged", r.Open))
		}
		if r.Findings > 0 {
			rest = append(rest, fmt.Sprintf("of %s in the audit", thousands(r.Findings)))
		}
		if r.Right.Of == 0 {
			b.WriteString(line(clean(r.Rule), "–", "", "", strings.Join(rest, ", ")))
			continue
		}
		b.WriteString(line(clean(r.Rule), fmt.Sprintf("%d of %d", r.Right.Count, r.Right.Of), percentExactly(r.Right.Share), interval(r.Right), strings.Join(rest, ", ")))
	}
	fmt.Fprintf(&b, "\n%s judged, %s open.", count(p.Judged, "finding", "findings"), thousands(p.Open))
	if p.Right.Of > 0 {
		fmt.Fprintf(&b, " Right: %d of %d decided, %s (%s).", p.Right.Count, p.Right.Of, percentExactly(p.Right.Share), interval(p.Right))
	}
	if p.Weighted > 0 {
		fmt.Fprintf(&b, " With each rule counted as often as it fires: %s.", percentExactly(p.Weighted))
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}
