package detect

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// The other tellings of a story speak on an article's own findings.
//
// They confirm one where they put the suggested wording in its place, or
// attribute the claim that it tells in the conditional. The finding then
// carries their passages, says so, and is at least a major one.
//
// They clear one where two independent tellings that do not look translated
// have the same words and the same rule objects to both: then it is how the
// matter is put in English, a term of the case or a turn of the trade. Copies
// of a text are no witnesses, nor is a sentence that two tellings share, nor a
// telling that looks machine-translated itself. What is cleared is kept with
// the reason. Only findings about wording can be cleared: mojibake, a widget's
// remains or an odd decimal comma is none the better for standing in two
// outlets, and a user's own rule holds whatever others write.

// wording are the families whose findings other tellings can clear.
var wording = map[Family]bool{
	Reportative: true, Tense: true, Connective: true, FalseFriend: true, Periphrasis: true,
	WordOrder: true, Naming: true, Idiom: true, Grammar: true, Untranslated: true,
}

// A Cleared finding is one that the other tellings of the story speak against.
type Cleared struct {
	Finding
	Why string // in plain words
}

// weigh lets the tellings of a story speak on each other's own findings.
func weigh(all []Checked, s story.Story, compared *story.Comparison) {
	v := siblings{all: all, story: s, compared: compared, telling: map[int]int{}}
	for i, m := range s.Members {
		v.telling[m] = s.Tellings[i]
	}
	v.classQuotations()
	v.doubt()
	v.clear()
	v.confirm()
}

// siblings are the tellings of one story.
type siblings struct {
	all        []Checked
	story      story.Story
	compared   *story.Comparison
	telling    map[int]int // by member
	evidence   *story.Evidence
	translated map[int]bool // members that looked translated before any finding was confirmed
}

// A load is findings and what they cost, beside the words of their article.
type load struct {
	findings, words int
	points          float64
}

func (l *load) add(f *Finding) {
	l.findings++
	l.points += f.points()
}

func (c *Checked) load(found []Finding) load {
	l := load{words: c.Words()}
	for i := range found {
		l.add(&found[i])
	}
	return l
}

// doubt takes away the odd words for people in articles that look written in
// English otherwise: there they are the writer's choice.
func (v *siblings) doubt() {
	for _, m := range v.story.Members {
		c := &v.all[m]
		var choices, rest []Finding
		for _, f := range c.Findings {
			if f.Heuristic.Disagreement == story.WordChoice {
				choices = append(choices, f)
			} else {
				rest = append(rest, f)
			}
		}
		if len(choices) == 0 || c.saidTranslated() || c.load(rest).marked() {
			continue
		}
		c.Findings = rest
		for _, f := range choices {
			c.Cleared = append(c.Cleared, Cleared{f, "nothing else in the article looks translated, so it is the writer's choice of words"})
		}
	}
}

// own reports whether an article's own words gave rise to a finding, and it
// is about wording.
func own(f *Finding) bool {
	return f.Heuristic.Disagreement == "" && f.Removed == nil && wording[f.Heuristic.Family]
}

// A use is a finding that stands on certain words.
type use struct {
	member, finding int
	tokens          article.Range
}

// clear takes away the findings of which tellings by people have the same.
func (v *siblings) clear() {
	uses := map[string][]use{} // rule and words → findings
	loads := map[int]load{}    // by member
	for _, m := range v.story.Members {
		c := &v.all[m]
		loads[m] = c.load(c.Findings)
		for i := range c.Findings {
			if f := &c.Findings[i]; own(f) {
				r := tokensIn(c.Article, f.Span)
				key := sameWords(c.Article, f.Heuristic, r)
				uses[key] = append(uses[key], use{m, i, r})
			}
		}
	}
	cleared := map[int]map[int]string{} // member → finding → why
	for _, list := range uses {
		people := v.people(list, loads)
		if len(people) < independent {
			continue
		}
		for _, u := range list {
			var others []use
			for _, p := range people {
				if v.telling[p.member] != v.telling[u.member] {
					others = append(others, p)
				}
			}
			if len(others) == 0 {
				continue
			}
			c := &v.all[u.member]
			f := &c.Findings[u.finding]
			for _, o := range others {
				f.Related = append(f.Related, Related{v.all[o.member].Article, v.all[o.member].Findings[o.finding].Span})
			}
			if cleared[u.member] == nil {
				cleared[u.member] = map[int]string{}
			}
			cleared[u.member][u.finding] = fmt.Sprintf("the same words stand in %s, which %s not look translated", v.names(others), map[bool]string{true: "does", false: "do"}[len(others) == 1])
		}
	}
	for m, why := range cleared {
		c := &v.all[m]
		var kept []Finding
		for i, f := range c.Findings {
			if w, ok := why[i]; ok {
				c.Cleared = append(c.Cleared, Cleared{f, w})
			} else {
				kept = append(kept, f)
			}
		}
		c.Findings = kept
		slices.SortFunc(c.Cleared, func(a, b Cleared) int { return compareFindings(a.Finding, b.Finding) })
	}
}

// independent is how many tellings by people make a turn of phrase English.
const independent = 2

// people are the uses in independent tellings that do not look translated,
// one of each telling, and one of each sentence that several share.
func (v *siblings) people(list []use, loads map[int]load) []use {
	var out []use
	seen, same := map[int]bool{}, map[int]load{}
	for _, u := range list {
		l := same[u.member]
		l.add(&v.all[u.member].Findings[u.finding])
		same[u.member] = l
	}
	for _, u := range list {
		all, these := loads[u.member], same[u.member]
		others := load{all.findings - these.findings, all.words, all.points - these.points}
		if len(out) == mostWitnesses || seen[v.telling[u.member]] || !v.natural(u.member, others) {
			continue
		}
		if slices.ContainsFunc(out, func(o use) bool { return v.shareSentence(u, o) }) {
			continue
		}
		seen[v.telling[u.member]] = true
		out = append(out, u)
	}
	return out
}

// mostWitnesses bounds what is compared in giant stories.
const mostWitnesses = 8

// sharedAround is how many words beside the same words make a shared sentence.
const sharedAround = 6

// shareSentence reports whether the words around two uses are the same too.
func (v *siblings) shareSentence(u, o use) bool {
	a, b := v.all[u.member].Tokens, v.all[o.member].Tokens
	n := 0
	for i, j := u.tokens.First-1, o.tokens.First-1; i >= 0 && j >= 0 && n < sharedAround && a[i].Norm == b[j].Norm; i, j = i-1, j-1 {
		n++
	}
	for i, j := u.tokens.End, o.tokens.End; i < len(a) && j < len(b) && n < sharedAround && a[i].Norm == b[j].Norm; i, j = i+1, j+1 {
		n++
	}
	return n >= sharedAround
}

// natural reports whether an article looks as if it was written in English,
// whatever the words in question are: by its other findings. Where the origin
// model cannot tell, it must be without any.
func (v *siblings) natural(member int, others load) bool {
	c := &v.all[member]
	if c.Origin == nil || c.Origin.Confidence == origin.Low {
		return others.findings == 0
	}
	return c.Origin.MachineTranslated < 0.5 && !others.marked()
}

// looksTranslated reports whether an article looks machine-translated by
// itself or by what was found in it.
func (c *Checked) looksTranslated() bool {
	return c.saidTranslated() || c.load(c.Findings).marked()
}

// saidTranslated reports whether the origin model takes an article for
// machine-translated.
func (c *Checked) saidTranslated() bool {
	return c.Origin != nil && c.Origin.Confidence != origin.Low && c.Origin.MachineTranslated > 0.5
}

// markedPoints is how many points per 1,000 words mark a translation: a
// hundred times what native English has in major findings.
const markedPoints = 10.0

// marked reports whether findings are so many that the article looks
// translated. One finding in a short article proves nothing.
func (l load) marked() bool {
	return l.findings > 1 && l.points/float64(max(l.words, shortest))*1000 >= markedPoints
}

// sameWords is the key under which findings of one rule on the same words
// meet.
func sameWords(a *article.Article, h *Heuristic, r article.Range) string {
	var b strings.Builder
	b.WriteString(h.Name)
	for _, t := range a.TokensIn(r) {
		b.WriteString(" " + t.Norm)
	}
	return b.String()
}

// tokensIn are the tokens of a span.
func tokensIn(a *article.Article, s article.Span) article.Range {
	r := article.Range{First: a.TokenAt(s.Start)}
	for r.End = r.First; r.End < len(a.Tokens) && a.Tokens[r.End].Start < s.End; r.End++ {
	}
	return r
}

// confirm gives findings the passages of other tellings that bear them out.
func (v *siblings) confirm() {
	v.translated = map[int]bool{}
	for _, m := range v.story.Members {
		v.translated[m] = v.all[m].looksTranslated()
	}
	for _, m := range v.story.Members {
		c := &v.all[m]
		for i := range c.Findings {
			if f := &c.Findings[i]; own(f) && !f.Confirmed {
				v.confirmOne(m, f)
			}
		}
	}
}

func (v *siblings) confirmOne(member int, f *Finding) {
	if v.evidence == nil {
		v.evidence = v.compared.Evidence(v.story)
	}
	place := story.Place{Article: member, Span: f.Span}
	if f.Heuristic.Family == Reportative && v.conditional(member, f) {
		if said := v.trusted(v.evidence.Attributed(place)); len(said) > 0 {
			f.Severity = max(f.Severity, Major)
			v.bear(f, said, "attributes it", "attribute it")
			return
		}
	}
	for _, suggestion := range f.Suggestions {
		if written := v.trusted(v.evidence.Worded(place, suggestion)); len(written) > 0 {
			v.bear(f, written, "has", "have")
			return
		}
	}
}

// conditional reports whether a finding is about a claim told in the
// conditional.
func (v *siblings) conditional(member int, f *Finding) bool {
	a := v.all[member].Article
	return slices.ContainsFunc(a.TokensIn(tokensIn(a, f.Span)), func(t article.Token) bool {
		return t.Norm == "would" || t.Norm == "could" || t.Norm == "should"
	})
}

// trusted are the witnesses that do not look translated.
func (v *siblings) trusted(list []story.Witness) []story.Witness {
	return slices.DeleteFunc(list, func(w story.Witness) bool { return v.translated[w.Article] })
}

// bear marks a finding as confirmed by other tellings, and says by which.
func (v *siblings) bear(f *Finding, by []story.Witness, one, several string) {
	var said []string
	for _, w := range by {
		said = append(said, fmt.Sprintf("“%s” (%s)", w.Words, label(v.all[w.Article].Article)))
		f.Related = append(f.Related, Related{v.all[w.Article].Article, w.Span})
	}
	who := "Another telling " + one
	if len(by) > 1 {
		who = fmt.Sprintf("%d other tellings %s", len(by), several)
	}
	f.confirm(who + ": " + strings.Join(said, ", ") + ".")
}

// confirm marks a finding as one that other tellings bear out.
func (f *Finding) confirm(message string) {
	f.Confirmed = true
	if m := strings.TrimSpace(f.Message); m != "" && !strings.ContainsAny(m[len(m)-1:], ".!?") {
		f.Message = m + "."
	}
	f.Message = strings.TrimSpace(f.Message + " " + message)
}

// names lists the articles of uses as a sentence does.
func (v *siblings) names(list []use) string {
	var out []string
	for _, u := range list {
		out = append(out, label(v.all[u.member].Article))
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}

// label is what a message calls an article.
func label(a *article.Article) string {
	return cmp.Or(a.Publisher, path.Base(strings.ReplaceAll(a.Path, `\`, "/")), a.ID)
}

// classQuotations calls a paraphrased quotation a likely back-translation
// where the origin model takes the telling for machine-translated.
func (v *siblings) classQuotations() {
	for _, u := range v.story.Quotations {
		for i := range u.Variants {
			if k := &u.Variants[i]; k.Class == story.Paraphrase && slices.ContainsFunc(k.Places, func(p story.Place) bool {
				return v.all[p.Article].saidTranslated()
			}) {
				k.Class = story.BackTranslation
			}
		}
	}
}
