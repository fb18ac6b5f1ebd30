package story

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Family relations across a story. Languages cut them differently: French
// "beau-père" and Dutch "schoonvader" are a stepfather or a father-in-law,
// Spanish "cuñado", German "Schwager" and Russian "деверь" want one English
// word; and the possessive that tells whose relative it is agrees with the
// wrong person. Who is what to whom does not change between tellings.

// A relation is what the person named by a kinship term is to the owner.
type relation string

const (
	parent       relation = "parent"
	child        relation = "child"
	sibling      relation = "sibling"
	spouse       relation = "spouse"
	parentInLaw  relation = "parent-in-law"
	childInLaw   relation = "child-in-law"
	siblingInLaw relation = "sibling-in-law"
	stepParent   relation = "step-parent"
	stepChild    relation = "step-child"
	stepSibling  relation = "step-sibling"
	grandparent  relation = "grandparent"
	grandchild   relation = "grandchild"
	parentsSib   relation = "aunt or uncle"
	siblingsKid  relation = "niece or nephew"
	cousin       relation = "cousin"
)

type kinTerm struct {
	relation
	female int // 1 for women, -1 for men, 0 for either
}

var kinTerms = map[string]kinTerm{
	"father": {parent, -1}, "mother": {parent, 1},
	"son": {child, -1}, "daughter": {child, 1},
	"brother": {sibling, -1}, "sister": {sibling, 1},
	"husband": {spouse, -1}, "wife": {spouse, 1},
	"father-in-law": {parentInLaw, -1}, "mother-in-law": {parentInLaw, 1},
	"son-in-law": {childInLaw, -1}, "daughter-in-law": {childInLaw, 1},
	"brother-in-law": {siblingInLaw, -1}, "sister-in-law": {siblingInLaw, 1},
	"stepfather": {stepParent, -1}, "stepmother": {stepParent, 1},
	"stepson": {stepChild, -1}, "stepdaughter": {stepChild, 1},
	"stepbrother": {stepSibling, -1}, "stepsister": {stepSibling, 1},
	"grandfather": {grandparent, -1}, "grandmother": {grandparent, 1},
	"grandson": {grandchild, -1}, "granddaughter": {grandchild, 1},
	"uncle": {parentsSib, -1}, "aunt": {parentsSib, 1},
	"nephew": {siblingsKid, -1}, "niece": {siblingsKid, 1},
	"cousin": {cousin, 0},
}

var inverse = map[relation]relation{
	parent: child, child: parent, sibling: sibling, spouse: spouse,
	parentInLaw: childInLaw, childInLaw: parentInLaw, siblingInLaw: siblingInLaw,
	stepParent: stepChild, stepChild: stepParent, stepSibling: stepSibling,
	grandparent: grandchild, grandchild: grandparent,
	parentsSib: siblingsKid, siblingsKid: parentsSib, cousin: cousin,
}

// loosely are relations that good writers use for each other: a stepfather is
// called a father, never a father-in-law.
func loosely(a, b relation) bool {
	plain := func(r relation) relation {
		switch r {
		case stepParent:
			return parent
		case stepChild:
			return child
		case stepSibling:
			return sibling
		}
		return r
	}
	return plain(a) == plain(b)
}

// word is the term for a relation of a man or a woman.
func (r relation) word(female int) string {
	best := ""
	for w, t := range kinTerms {
		if t.relation == r && (t.female == female || t.female == 0) && (best == "" || w < best) {
			best = w
		}
	}
	return best
}

// A kinship is one statement that somebody is somebody's relative.
type kinship struct {
	term     kinTerm
	place    Place // the term
	token    int
	telling  int
	owner    string // full name; "" when not known
	pronoun  int    // 1 for "her", -1 for "his"; 0 when the owner is named
	person   string // full name; "" when not named
	sentence int
}

// kinshipsOf reads the family relations that an article states.
func kinshipsOf(in *text, p *people) []kinship {
	a, index, telling := in.Article, in.index, in.telling
	var out []kinship
	for i, t := range a.Tokens {
		if in.words[i].is&kin == 0 || i == 0 {
			continue
		}
		term := kinTerms[t.Norm]
		k := kinship{term: term, place: Place{index, t.Span}, token: i, telling: telling, sentence: t.Sentence}
		owner := i - 1
		for back := 0; back < 2 && owner > 0 && a.Tokens[owner].Kind == article.Word && !a.Tokens[owner].Is(article.Capital) && !possessive(a.Tokens[owner].Norm); back++ {
			owner-- // "his eldest daughter"
		}
		start := owner
		switch w := a.Tokens[owner].Norm; {
		case w == "his" || w == "her":
			k.pronoun = map[string]int{"his": -1, "her": 1}[w]
			k.person = personBeside(a, index, i, start, p)
			k.owner = p.before(a, index, owner, k.pronoun, k.person)
		case strings.HasSuffix(w, "'s"):
			at := owner
			if w != "'s" {
				at++
			}
			if m := p.endingAt(index, at); m >= 0 {
				k.owner, start = p.mentions[index][m].person, p.mentions[index][m].First
			} else {
				continue
			}
		case i+2 < len(a.Tokens) && a.Tokens[i+1].Norm == "of":
			m := p.beginningAt(index, i+2)
			for skip := i + 3; m < 0 && skip < i+5 && skip < len(a.Tokens); skip++ {
				if honorifics[bare(a.Tokens[skip-1].Norm)] || a.Tokens[skip-1].Norm == "." {
					m = p.beginningAt(index, skip)
				}
			}
			if m < 0 {
				continue
			}
			k.owner = p.mentions[index][m].person
			start = i
			if i > 0 && functionClass[a.Tokens[i-1].Norm]&determiner != 0 {
				start = i - 1
			}
		default:
			continue
		}
		if k.person == "" {
			k.person = personBeside(a, index, i, start, p)
		}
		if k.person == k.owner {
			k.person = ""
		}
		out = append(out, k)
	}
	return out
}

func possessive(norm string) bool {
	return norm == "his" || norm == "her" || strings.HasSuffix(norm, "'s")
}

// personBeside is who a kinship term names: "his daughter Ann", "his daughter,
// Ann Bell, ...", "Ann, his daughter, ...", "Ann is his daughter".
func personBeside(a *article.Article, index, term, start int, p *people) string {
	next := term + 1
	if next < len(a.Tokens) && a.Tokens[next].Norm == "," {
		next++
	}
	for next < len(a.Tokens) && next < term+4 && (honorifics[bare(a.Tokens[next].Norm)] || a.Tokens[next].Norm == "." && next > term+1 && honorifics[a.Tokens[next-1].Norm]) {
		next++
	}
	if next < len(a.Tokens) && a.Tokens[next].Sentence == a.Tokens[term].Sentence {
		if m := p.beginningAt(index, next); m >= 0 {
			// "his wife, Bell said": the name after the comma must be set off.
			end := p.mentions[index][m].End
			if !person(p.mentions[index][m].person) && len(p.mentions[index][m].words) > 1 {
				return ""
			}
			apposed := a.Tokens[term+1].Norm != "," || end >= len(a.Tokens) || strings.ContainsAny(a.Tokens[end].Norm, ",.;") && a.Tokens[end].Kind == article.Punct
			if apposed && !strings.HasSuffix(a.Tokens[end-1].Norm, "'s") {
				return p.mentions[index][m].person
			}
		}
	}
	back := start - 1
	for n := 0; n < 3 && back > 0 && (honorifics[bare(a.Tokens[back].Norm)] || functionClass[a.Tokens[back].Norm]&determiner != 0 || common(a.Tokens[back].Norm, 1) && a.Tokens[back].Is(article.Capital)); n++ {
		back--
	}
	if back > 0 && (a.Tokens[back].Norm == "," || a.Tokens[back].Norm == "is" || a.Tokens[back].Norm == "was") && a.Tokens[back].Sentence == a.Tokens[term].Sentence {
		if m := p.endingAt(index, back); m >= 0 {
			return p.mentions[index][m].person
		}
	}
	return ""
}

// relatives is all that a story says of who is related to whom.
type relatives struct {
	articles []*article.Article
	people   *people
	said     []kinship
	named    map[[2]string][]int // {owner, person} → statements, each seen from both sides
}

func relativesOf(articles []*article.Article, texts []*text, p *people) *relatives {
	r := &relatives{articles: articles, people: p, named: map[[2]string][]int{}}
	for _, t := range texts {
		r.said = append(r.said, kinshipsOf(t, p)...)
	}
	for i, k := range r.said {
		if k.person != "" {
			p.female[k.person] += k.term.female
		}
		if k.owner != "" && k.person != "" {
			r.named[[2]string{k.owner, k.person}] = append(r.named[[2]string{k.owner, k.person}], i)
			r.named[[2]string{k.person, k.owner}] = append(r.named[[2]string{k.person, k.owner}], i)
		}
	}
	return r
}

// seenFrom is the relation that a statement makes of person to owner.
func (k *kinship) seenFrom(owner string) relation {
	if k.owner == owner {
		return k.term.relation
	}
	return inverse[k.term.relation]
}

// conflicts finds the statements of family relations that stand alone.
func (r *relatives) conflicts() []Disagreement {
	var out []Disagreement
	for i := range r.said {
		k := &r.said[i]
		if r.articles[k.place.Article].Quoted(k.place.Span) {
			continue
		}
		d, ok := r.namedConflict(k)
		if !ok {
			d, ok = r.stepConflict(k)
		}
		if ok {
			out = append(out, d)
		}
	}
	return out
}

// namedConflict compares a relation between two named people with what the
// others call it.
func (r *relatives) namedConflict(k *kinship) (Disagreement, bool) {
	if k.owner == "" || k.person == "" {
		return Disagreement{}, false
	}
	votes := map[relation]map[int]Place{}
	for _, j := range r.named[[2]string{k.owner, k.person}] {
		o := &r.said[j]
		rel := o.seenFrom(k.owner)
		if o.telling == k.telling && o.place == k.place {
			continue
		}
		if loosely(rel, k.term.relation) {
			return Disagreement{}, false // somebody, or the article itself, says the same
		}
		if votes[rel] == nil {
			votes[rel] = map[int]Place{}
		}
		votes[rel][o.telling] = o.place
	}
	if len(votes) != 1 {
		return Disagreement{}, false
	}
	for rel, places := range votes {
		if len(places) < consensusTellings {
			return Disagreement{}, false
		}
		if k.pronoun != 0 && r.hasElsewhere(k) {
			return Disagreement{}, false // the pronoun may mean the other owner
		}
		return r.report(k, rel, k.owner, k.person, places), true
	}
	return Disagreement{}, false
}

// hasElsewhere reports whether the person is in this relation to somebody else
// in the story.
func (r *relatives) hasElsewhere(k *kinship) bool {
	for _, o := range r.said {
		if o.person == k.person && o.owner != k.owner && o.term.relation == k.term.relation {
			return true
		}
		if o.owner == k.person && o.person != k.owner && inverse[o.term.relation] == k.term.relation {
			return true
		}
	}
	return false
}

// stepFor are the relations that are mistaken for step relations.
var stepFor = map[relation][]relation{
	stepParent:  {parent, parentInLaw},
	stepChild:   {childInLaw, child},
	stepSibling: {siblingInLaw},
}

// stepConflict finds a step relation that nobody else tells of, in a sentence
// that names two people whom the story knows as relatives by blood or by
// marriage: "her stepfather" where the man is her father, or her husband's.
func (r *relatives) stepConflict(k *kinship) (Disagreement, bool) {
	relations := stepFor[k.term.relation]
	if relations == nil {
		return Disagreement{}, false
	}
	for i := range r.said {
		o := &r.said[i]
		if stepFor[o.term.relation] != nil && o.place != k.place {
			return Disagreement{}, false // the story has step relations
		}
	}
	a := r.articles[k.place.Article]
	present := r.people.inSentence(a, k.place.Article, k.sentence)
	for _, rel := range relations {
		for _, owner := range present {
			if k.pronoun != 0 && r.people.female[owner]*k.pronoun <= 0 {
				continue
			}
			for _, person := range present {
				if person == owner || r.people.female[person]*k.term.female < 0 || k.owner != "" && k.pronoun == 0 && owner != k.owner || k.person != "" && person != k.person {
					continue
				}
				places := map[int]Place{}
				itself := false
				for _, j := range r.named[[2]string{owner, person}] {
					o := &r.said[j]
					if o.seenFrom(owner) == rel {
						places[o.telling] = o.place
						itself = itself || o.telling == k.telling
					}
				}
				if itself || len(places) >= consensusTellings {
					return r.report(k, rel, owner, person, places), true
				}
			}
		}
	}
	return Disagreement{}, false
}

// report makes a disagreement: person is called k's term of owner here and is
// rel elsewhere.
func (r *relatives) report(k *kinship, rel relation, owner, person string, places map[int]Place) Disagreement {
	gender := k.term.female
	if gender == 0 {
		gender = max(-1, min(1, r.people.female[person]))
	}
	word := rel.word(gender)
	d := Disagreement{Kind: KinshipConflict, Place: k.place, Suggestion: word, Others: slices.SortedFunc(maps.Values(places), comparePlaces)}
	a := r.articles[k.place.Article]
	d.Message = fmt.Sprintf("“%s” here; elsewhere in the story %s is the %s of %s.", a.Slice(k.place.Span), r.people.name(person), word, r.people.name(owner))
	return d
}

// name is how the story writes a name.
func (p *people) name(name string) string {
	if text := p.written[name]; text != "" {
		return text
	}
	return titled(name)
}

// titled writes a name with capitals.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if !particles[w] {
			r := []rune(w)
			words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
	}
	return strings.Join(words, " ")
}
