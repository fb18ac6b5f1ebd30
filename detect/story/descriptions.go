package story

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// What a person is called beside the name: "environmental candidate Rossi",
// "Rossi, the Green Party candidate". Where all others call a person by one
// established term, and a telling that never has that term uses another one
// that nobody else has, the term was hardly in front of its writer. A good
// writer varies terms too, so this is weak evidence by itself; package detect
// counts it only against articles that look translated otherwise.

// A tellingSet is a set of the tellings of a part, which are no more than
// comparedTogether.
type tellingSet uint64

func only(telling int) tellingSet { return 1 << telling }

func (s tellingSet) len() int { return bits.OnesCount64(uint64(s)) }

// A description is a term beside a person's name.
type description struct {
	place   Place
	telling int
	words   []*form // the head noun last; they are compared by base
	text    string
}

const (
	descriptionWords = 4 // most words of a description
	describedTwice   = 2 // tellings that must have the established term
)

// descriptionsOf collects the descriptions of people, by person.
func descriptionsOf(texts []*text, p *people) map[string][]description {
	out := map[string][]description{}
	for _, a := range texts {
		for _, n := range p.mentions[a.index] {
			span := a.SpanOf(n.Range)
			if !person(n.person) || a.Quoted(span) || a.KindAt(span.Start) == article.Headline {
				continue
			}
			for _, r := range []article.Range{descriptionBefore(a.Article, n.First), descriptionAfter(a.Article, n.End)} {
				if r.End <= r.First {
					continue
				}
				d := description{place: Place{a.index, a.SpanOf(r)}, telling: a.telling, text: a.Slice(a.SpanOf(r))}
				for _, w := range a.words[r.First:r.End] {
					d.words = append(d.words, w.bareForm)
				}
				out[n.person] = append(out[n.person], d)
			}
		}
	}
	return out
}

// termWord reports whether a token can be part of a description.
func termWord(a *article.Article, i, sentence int) bool {
	t := a.Tokens[i]
	return t.Kind == article.Word && t.Sentence == sentence && !t.Is(article.Quoted) &&
		functionClass[t.Norm] == 0 && !sources[t.Norm] && !strings.HasSuffix(t.Norm, "'s") && !calendar[t.Norm] && !relative[t.Norm]
}

// relative are words after or before a name that open something else.
var relative = classesOf("who whom whose where when while after before until since because that which including against told asked called named former ex then late about between among")

// descriptionBefore is the term that ends before a name: "Green Party
// candidate Rossi". The last word must be a small one, or what stands there is
// part of a name.
func descriptionBefore(a *article.Article, name int) article.Range {
	sentence := a.Tokens[min(name, len(a.Tokens)-1)].Sentence
	first := name
	for first > 0 && name-first < descriptionWords && termWord(a, first-1, sentence) {
		first--
	}
	if first == name || a.Tokens[name-1].Is(article.Capital) || !roleNoun(bare(a.Tokens[name-1].Norm)) {
		return article.Range{}
	}
	return article.Range{First: first, End: name}
}

// descriptionAfter is the term set off after a name: ", the Green Party
// candidate,".
func descriptionAfter(a *article.Article, end int) article.Range {
	if end+2 >= len(a.Tokens) || a.Tokens[end].Norm != "," {
		return article.Range{}
	}
	first, sentence := end+1, a.Tokens[end].Sentence
	if w := a.Tokens[first].Norm; w == "a" || w == "an" || w == "the" {
		first++
	} else {
		return article.Range{}
	}
	last := first
	for last < len(a.Tokens) && last-first < descriptionWords+1 && termWord(a, last, sentence) {
		last++
	}
	if last == first || last-first > descriptionWords || last >= len(a.Tokens) || a.Tokens[last-1].Is(article.Capital) || !roleNoun(a.Tokens[last-1].Norm) {
		return article.Range{}
	}
	if next := a.Tokens[last].Norm; next != "," && next != "." && next != "of" && next != "for" && next != "who" {
		return article.Range{}
	}
	return article.Range{First: first, End: last}
}

// roleNoun reports whether a word names what a person is or does: by its
// ending, or one of those that have none.
func roleNoun(w string) bool {
	return len(w) > 3 && !notRoles[w] && (roleNouns[w] || slices.ContainsFunc([]string{
		"er", "or", "ist", "ian", "ant", "ent", "ee", "ate", "man", "woman", "person", "ess", "eur", "ete", "arch", "owner", "crat",
	}, func(end string) bool { return strings.HasSuffix(w, end) }))
}

var (
	roleNouns = classesOf(`chief head boss coach king queen prince mayor judge aide host star guard clerk bishop pope priest monk nun guru
		hero pilot captain critic attorney official politician deputy envoy spy tsar czar guide cook chef nurse doctor cop sheriff general
		marshal colonel major widow friend ally rival veteran expert analyst hopeful nominee counsel secretary premier duke count baron
		laureate magnate tycoon mogul oligarch poet bard goalkeeper striker midfielder forward winger skipper trainer selector
		archbishop cardinal rabbi imam sheikh emir sultan shah ayatollah patriarch functionary dignitary luminary visionary`)
	notRoles = classesOf(`after other over under never ever later former longer latter whether rather together number matter order power paper
		letter water winter summer offer answer either neither further center corner dinner border river tower quarter chapter chamber
		color honor favor labor major minor senior junior prior poor error terror horror mirror floor door interior exterior superior
		recent present current different patient event percent content moment government department parliament agreement statement
		movement comment document management development investment employment treatment announcement apparent independent silent violent
		important significant relevant constant instant distant plant grant restaurant want giant private late state climate debate
		senate estate rate date create operate candidacy committee degree three free process success access business address congress
		less unless human german roman woman's list exist consist resist persist`)
)

// oddDescriptions finds the terms that stand alone against an established one.
func oddDescriptions(texts []*text, p *people) []Disagreement {
	described := descriptionsOf(texts, p)
	if len(described) == 0 {
		return nil
	}
	holds := map[int]tellingSet{} // word of a description → tellings that have it anywhere
	for _, list := range described {
		for _, d := range list {
			for _, w := range d.words {
				holds[w.baseNo] = 0
			}
		}
	}
	for _, t := range texts {
		for i, w := range t.words {
			if t.Tokens[i].Kind != article.Word {
				continue
			}
			if set, ok := holds[w.bareForm.baseNo]; ok {
				holds[w.bareForm.baseNo] = set | only(t.telling)
			}
		}
	}
	var out []Disagreement
	var names []string
	for name := range described {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, d := range described[name] {
			if c, ok := d.conflict(p.name(name), described[name], holds); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// conflict compares one description with those that others give of the same
// person.
func (d *description) conflict(name string, all []description, holds map[int]tellingSet) (Disagreement, bool) {
	odd := d.words // the words that only this telling has
	alone := func(w *form) bool { return holds[w.baseNo] == only(d.telling) }
	established := map[string]map[int]*description{} // term → telling → where
	for i := range all {
		o := &all[i]
		if o.telling == d.telling {
			continue
		}
		term := o.termAgainst(d)
		if len(term) == 0 || slices.ContainsFunc(term, func(w *form) bool { return holds[w.baseNo]&only(d.telling) != 0 }) {
			continue
		}
		key := wordingOf(term)
		if established[key] == nil {
			established[key] = map[int]*description{}
		}
		if established[key][o.telling] == nil {
			established[key][o.telling] = o
		}
	}
	best := ""
	for key, tellings := range established {
		if len(tellings) >= describedTwice && (best == "" || len(tellings) > len(established[best]) || len(tellings) == len(established[best]) && key < best) {
			best = key
		}
	}
	if best == "" {
		return Disagreement{}, false
	}
	by := established[best]
	var one *description
	c := Disagreement{Kind: WordChoice, Place: d.place}
	for _, o := range by {
		c.Others = append(c.Others, o.place)
		if one == nil || len(o.words) < len(one.words) || len(o.words) == len(one.words) && o.text < one.text {
			one = o
		}
	}
	if one.words[len(one.words)-1].baseNo == d.words[len(d.words)-1].baseNo {
		odd = d.words[:len(d.words)-1] // the head is common to both
	}
	if len(odd) == 0 || !slices.ContainsFunc(odd, alone) || len(odd) == 1 && !alone(odd[0]) || !alone(odd[len(odd)-1]) {
		return Disagreement{}, false
	}
	slices.SortFunc(c.Others, comparePlaces)
	c.Suggestion = one.text
	c.Message = fmt.Sprintf("“%s” here; %d other tellings call %s “%s”.", d.text, len(by), name, one.text)
	return c, true
}

// termAgainst are the words of a description that another one would have to
// have: its modifiers where both have one head, else its head.
func (o *description) termAgainst(d *description) []*form {
	head, other := o.words[len(o.words)-1], d.words[len(d.words)-1]
	if head.baseNo != other.baseNo {
		return []*form{head}
	}
	if len(d.words) == 1 {
		return nil // merely shorter
	}
	return o.words[:len(o.words)-1]
}
