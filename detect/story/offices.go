package story

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/article"
)

// Offices beside a name: who is foreign minister in two tellings is not finance
// minister in the third. Only offices that exclude each other are compared.
// People have several, and had others before: a telling that knows both is
// right, and so is one that says "former".

// An office is what a telling says that somebody is.
type office struct {
	place   Place
	telling int
	person  string // full name
	title   title
	loose   bool    // former, deputy, acting: says nothing against others
	day     float64 // of publication, counted from 1970; 0 where it is not known
}

// A title is one of the offices of a field, of which somebody has only one.
type title struct{ field, name string }

// portfolios lead from what a minister is for to one name for all that one
// minister may be for. Governments cut them differently, so these are broad.
var portfolios = func() map[string]string {
	m := map[string]string{}
	for name, words := range map[string]string{
		"foreign":   "foreign external",
		"interior":  "interior home homeland internal",
		"defence":   "defence defense war",
		"justice":   "justice",
		"economy":   "finance finances treasury economy economic economics business trade commerce industry budget revenue",
		"social":    "health social welfare labour labor employment family families pensions women",
		"education": "education schools science research culture arts sport sports youth media information tourism",
		"land":      "agriculture farm farming food fisheries environment energy climate water transport transportation infrastructure housing development digital technology",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = name
		}
	}
	return m
}()

// titles are the other offices by the last word of their name; several where a
// word before it makes another one of the field.
var titles = map[string][]struct {
	before string // "" for the word alone
	title
}{
	"minister":       {{"prime", title{"head of government", "prime minister"}}},
	"premier":        {{"vice", title{"head of government", "deputy prime minister"}}, {"", title{"head of government", "prime minister"}}},
	"president":      {{"vice", title{"president", "vice president"}}, {"", title{"president", "president"}}},
	"vice-president": {{"", title{"president", "vice president"}}},
	"governor":       {{"lieutenant", title{"province", "lieutenant governor"}}, {"", title{"province", "governor"}}},
	"gov":            {{"lt", title{"province", "lieutenant governor"}}, {"", title{"province", "governor"}}},
	"mayor":          {{"", title{"province", "mayor"}}},
	"senator":        {{"", title{"chamber", "senator"}}},
	"sen":            {{"", title{"chamber", "senator"}}},
	"congressman":    {{"", title{"chamber", "representative"}}},
	"congresswoman":  {{"", title{"chamber", "representative"}}},
	"rep":            {{"", title{"chamber", "representative"}}},
	"judge":          {{"", title{"court", "judge"}}},
	"prosecutor":     {{"", title{"court", "prosecutor"}}},
	"attorney":       {{"district", title{"court", "prosecutor"}}, {"defense", title{"court", "defence lawyer"}}, {"defence", title{"court", "defence lawyer"}}},
	"lawyer":         {{"defense", title{"court", "defence lawyer"}}, {"defence", title{"court", "defence lawyer"}}},
	"chief":          {{"police", title{"chief", "police chief"}}, {"fire", title{"chief", "fire chief"}}},
}

// endsOffice are the last words of offices.
var endsOffice = func() map[string]bool {
	m := classesOf("minister secretary state affairs gov. sen. rep.")
	for w := range titles {
		m[w] = true
	}
	for w := range portfolios {
		m[w] = true
	}
	return m
}()

// qualified are words before an office that make it another one, or one of
// another time.
var qualified = classesOf(`former ex then late past previous onetime deputy assistant associate acting interim shadow junior vice under
	incoming future next honorary candidate fellow`)

// officesOf reads the offices that stand beside people's names, each once in an
// article.
func officesOf(texts []*text, p *people) []office {
	type told struct {
		person string
		title  title
		loose  bool
	}
	var out []office
	for _, t := range texts {
		seen := map[told]bool{}
		day, _ := dayOf(t.Article)
		for _, m := range p.mentions[t.index] {
			note := func(r article.Range, o title, loose bool) {
				if key := (told{m.person, o, loose}); r.End > 0 && !seen[key] && p.toldOf(t, m) {
					seen[key] = true
					out = append(out, office{Place{t.index, t.SpanOf(r)}, t.telling, m.person, o, loose, day})
				}
			}
			note(officeBefore(t.Article, m))
			note(officeAfter(t.Article, m.End))
		}
	}
	return out
}

// officeBefore is the office before a name: "Finance Minister Anna Roth", "the
// finance minister, Anna Roth,".
func officeBefore(a *article.Article, m mention) (r article.Range, o title, loose bool) {
	if m.First == 0 || a.Tokens[m.First-1].Norm != "," {
		return officeEnding(a, m.First)
	}
	if m.End == len(a.Tokens) || a.Tokens[m.End].Kind != article.Punct {
		return r, o, false // not set off
	}
	r, o, loose = officeEnding(a, m.First-1)
	if r.First == 0 || !introduces(a.Tokens[r.First-1].Norm) {
		return article.Range{}, o, false
	}
	return r, o, loose
}

// introduces reports whether a word opens the office of a person whose name is set
// off: "the finance minister, Anna Roth,", "its", "the country's".
func introduces(norm string) bool {
	return functionClass[norm]&determiner != 0 || possessives[norm] || strings.HasSuffix(norm, "'s")
}

var possessives = classesOf("my your his her its our their")

// officeAfter is the office set off after a name: "Anna Roth, the country's
// finance minister,".
func officeAfter(a *article.Article, end int) (r article.Range, o title, loose bool) {
	const window = 9
	if end == len(a.Tokens) || a.Tokens[end].Norm != "," {
		return r, o, false
	}
	for i := end + 1; i < min(len(a.Tokens), end+window) && a.Tokens[i].Sentence == a.Tokens[end].Sentence && a.Tokens[i].Kind != article.Punct; i++ {
		w := a.Tokens[i].Norm
		if found, t, l := officeEnding(a, i+1); found.End > 0 && (r.End == 0 || found.First == r.First) {
			r, o, loose = found, t, l // the longest: "secretary of state for defence"
			continue
		}
		inside := w == "'s" || (w == "of" || w == "for") && officeOpens(a, i)
		if class := functionClass[w]; class != 0 && class&determiner == 0 && !inside || relative[w] && !qualified[w] {
			break
		}
	}
	if r.End == 0 || r.First <= end {
		return article.Range{}, o, false
	}
	if next := a.Tokens[min(r.End, len(a.Tokens)-1)]; next.Kind != article.Punct && functionClass[next.Norm] == 0 || next.Norm == "'s" {
		return article.Range{}, o, false
	}
	return r, o, loose
}

// officeOpens reports whether a preposition stands inside an office: "minister
// of", "secretary of state for".
func officeOpens(a *article.Article, i int) bool {
	before := a.Tokens[i-1].Norm
	return ministerial(before) || before == "state"
}

// ministerial reports whether a word is the head of an office that says what it
// is for.
func ministerial(norm string) bool { return norm == "minister" || norm == "secretary" }

// officeEnding reads the office that ends before a token.
func officeEnding(a *article.Article, end int) (r article.Range, o title, loose bool) {
	if end == 0 || !endsOffice[a.Tokens[end-1].Norm] {
		return r, o, false
	}
	back := func(n int) string { // the word before, from 1
		if i := end - n; i >= 0 && a.Tokens[i].Sentence == a.Tokens[end-1].Sentence {
			return strings.TrimSuffix(a.Tokens[i].Norm, ".")
		}
		return ""
	}
	n, name := ministerEnding(back)
	if o = (title{"minister", name}); n == 0 {
		if n, o = titleEnding(back); n == 0 {
			return r, o, false
		}
	}
	const nearby = 4
	for k := n + 1; k <= n+nearby; k++ {
		w := back(k)
		loose = loose || qualified[w] || strings.HasPrefix(w, "ex-") || strings.HasPrefix(w, "then-")
		if w == "" || functionClass[w] != 0 {
			break
		}
	}
	return article.Range{First: end - n, End: end}, o, loose
}

// titleEnding reads one of the titles; n is how many words it has, 0 for none.
func titleEnding(back func(int) string) (n int, o title) {
	for _, t := range titles[back(1)] {
		if t.before != "" && t.before != back(2) {
			continue
		}
		n, o = 1, t.title
		if t.before != "" {
			n = 2
		}
		if w := back(n + 1); o.name == "prime minister" && (w == "deputy" || w == "vice") {
			return n + 1, title{o.field, "deputy prime minister"}
		}
		return n, o
	}
	return 0, o
}

// ministerEnding reads what a minister is for: "foreign minister", "minister for
// foreign affairs", "secretary of state".
func ministerEnding(back func(int) string) (n int, name string) {
	if ministerial(back(1)) {
		if n, name = portfolioEnding(back, 2); n > 0 {
			return n + 1, name
		}
		return 0, ""
	}
	if back(1) == "state" && back(2) == "of" && back(3) == "secretary" {
		return 3, "foreign"
	}
	if n, name = portfolioEnding(back, 1); n == 0 {
		return 0, ""
	}
	n++
	if back(n) == "the" {
		n++
	}
	switch w := back(n); {
	case w != "of" && w != "for":
	case ministerial(back(n + 1)):
		return n + 1, name
	case back(n+1) == "state" && back(n+2) == "of" && back(n+3) == "secretary":
		return n + 3, name
	}
	return 0, ""
}

// portfolioEnding reads the words for one portfolio that end at a word; n is
// how many they are, 0 for none and for several portfolios.
func portfolioEnding(back func(int) string, at int) (n int, name string) {
	for ; ; n++ {
		w := back(at + n)
		p := portfolios[w]
		switch {
		case w == "affairs":
		case p == "" && w != "and" && name != "":
			return n, name
		case p == "", name != "" && p != name:
			return 0, "" // "foreign trade", "finance and trade"
		default:
			name = p
		}
	}
}

// conflictingOffices finds the offices that stand alone.
func conflictingOffices(offices []office, articles []*article.Article, p *people) []Disagreement {
	type held struct{ person, field string }
	of := map[held][]*office{}
	for i := range offices {
		key := held{offices[i].person, offices[i].title.field}
		of[key] = append(of[key], &offices[i])
	}
	var out []Disagreement
	for i := range offices {
		o := &offices[i]
		if d, ok := o.conflict(of[held{o.person, o.title.field}], articles, p); ok {
			out = append(out, d)
		}
	}
	return out
}

// inOffice is for how many days somebody is taken to keep an office.
const inOffice = 7

// conflict compares an office with those that all tellings give the person.
func (o *office) conflict(all []*office, articles []*article.Article, p *people) (Disagreement, bool) {
	votes := map[int]*office{} // by telling
	for _, v := range all {
		same := v.title == o.title
		switch {
		case same != (v.telling == o.telling):
			return Disagreement{}, false // somebody says the same, or the article both
		case same || v.loose || o.day > 0 && v.day > 0 && math.Abs(o.day-v.day) > inOffice:
			continue
		case votes[v.telling] == nil || comparePlaces(v.place, votes[v.telling].place) < 0:
			votes[v.telling] = v
		}
	}
	if o.loose || len(votes) < consensusTellings {
		return Disagreement{}, false
	}
	d := Disagreement{Kind: OfficeConflict, Place: o.place}
	text := func(o *office) string { return articles[o.place.Article].Slice(o.place.Span) }
	fits := func(v *office) bool { return upperFirst(text(v)) == upperFirst(text(o)) } // "Minister Roth", "the minister, Roth"
	var theirs *office
	for _, v := range votes {
		if theirs != nil && v.title != theirs.title {
			return Disagreement{}, false
		}
		if theirs == nil || fits(v) && !fits(theirs) || fits(v) == fits(theirs) && comparePlaces(v.place, theirs.place) < 0 {
			theirs = v
		}
		d.Others = append(d.Others, v.place)
	}
	slices.SortFunc(d.Others, comparePlaces)
	d.Suggestion = text(theirs)
	d.Message = fmt.Sprintf("%s is “%s” here, “%s” in %d other tellings.", p.name(o.person), text(o), d.Suggestion, len(votes))
	return d, true
}

// upperFirst reports whether a text begins with a capital.
func upperFirst(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
