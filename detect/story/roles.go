package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Offices, parties and bodies have a name in English. Word for word, a Green
// candidate becomes "environmental", a coach a "technician" and a mayor the
// "first magistrate". None of these is wrong by itself; that two other
// tellings use the English name for it is what proves it.

// A rendering is a term put into English word for word and the names that
// English has for what it means. "candidate" after a term is part of it.
type rendering struct {
	literal []string // lower case, words separated by one space
	english []string // the first is suggested
}

var literals = []rendering{
	{[]string{"environmental candidate", "environmentalist candidate", "ecologist candidate", "ecological candidate"}, []string{"green party candidate", "green party", "greens"}},
	{[]string{"environmental party", "environmentalist party", "ecologist party", "ecological party", "party of the greens"}, []string{"green party", "greens"}},
	{[]string{"ecologists"}, []string{"greens", "green party"}},
	{[]string{"popular party"}, []string{"people's party"}},
	{[]string{"party of work", "workers' party", "laborist party", "labourist party"}, []string{"labour party", "labor party", "labour"}},
	{[]string{"general prosecutor", "prosecutor general", "procurator general", "general procurator"}, []string{"attorney general"}},
	{[]string{"general prosecutor's office", "prosecutor general's office"}, []string{"attorney general's office"}},
	{[]string{"parquet", "public ministry", "procuracy", "prosecutor's service"}, []string{"prosecutor's office", "prosecutors' office", "public prosecutor", "prosecutors", "prosecutor"}},
	{[]string{"first magistrate", "burgomaster", "city head", "head of the city"}, []string{"mayor"}},
	{[]string{"president of the government", "head of the government", "president of the council of ministers"}, []string{"prime minister"}},
	{[]string{"minister of foreign affairs", "head of diplomacy", "chief of diplomacy"}, []string{"foreign minister", "foreign secretary", "secretary of state"}},
	{[]string{"minister of the interior", "minister of interior", "interior minister"}, []string{"home secretary"}},
	{[]string{"minister of finance", "finance minister", "minister of finances"}, []string{"chancellor of the exchequer", "treasury secretary"}},
	{[]string{"minister of defense", "minister of defence", "defense minister", "defence minister"}, []string{"defense secretary", "defence secretary", "secretary of defense"}},
	{[]string{"minister of justice", "justice minister"}, []string{"attorney general"}},
	{[]string{"chamber of representatives", "chamber of deputies", "house of deputies"}, []string{"house of representatives"}},
	{[]string{"supreme tribunal", "high tribunal"}, []string{"supreme court", "high court"}},
	{[]string{"military tribunal"}, []string{"court-martial"}},
	{[]string{"technician", "selector"}, []string{"coach", "manager", "head coach"}},
	{[]string{"forces of order", "forces of the order", "law enforcement organs", "security organs", "guardians of order"}, []string{"police", "officers"}},
	{[]string{"motor ship"}, []string{"ferry", "ship", "cruise ship"}},
	{[]string{"asylum applicants", "asylum solicitors", "solicitors of asylum"}, []string{"asylum seekers"}},
	{[]string{"syndicate", "syndicates"}, []string{"union", "unions", "trade union"}},
	{[]string{"magistracy"}, []string{"judiciary"}},
	{[]string{"soccer selection", "football selection", "national selection"}, []string{"national team", "squad"}},
	{[]string{"world championship", "mundial"}, []string{"world cup"}},
	{[]string{"social networks"}, []string{"social media"}},
	{[]string{"co-workers"}, []string{"employees", "staff", "workers"}},
	{[]string{"fire fighting service", "fire service workers", "pumpers"}, []string{"firefighters"}},
}

// literalRoles finds the terms that one telling has word for word and two
// others by their English name.
func literalRoles(texts []*text) []Disagreement {
	var out []Disagreement
	at := make([]map[string][]int, len(texts)) // by first word of a term: token indices
	for i, t := range texts {
		for k, w := range t.words {
			if w.is&literal != 0 {
				if at[i] == nil {
					at[i] = map[string][]int{}
				}
				at[i][w.norm] = append(at[i][w.norm], k)
			}
		}
	}
	for _, r := range literals {
		type use struct {
			text *text
			span article.Span
		}
		var literally []use
		own := map[int]bool{} // tellings that have a literal term
		for i, t := range texts {
			for _, term := range r.literal {
				if s, ok := findTerm(t.Article, at[i], term, false); ok {
					literally = append(literally, use{t, s})
					own[t.telling] = true
					break
				}
			}
		}
		if len(own) != 1 {
			continue
		}
		english := map[int]Place{} // telling → place
		which := map[string]int{}  // English term → tellings
		for i, t := range texts {
			for _, term := range r.english {
				if s, ok := findTerm(t.Article, at[i], term, true); ok {
					if _, has := english[t.telling]; !has {
						english[t.telling] = Place{t.index, s}
						which[term]++
					}
					break
				}
			}
		}
		if len(english) < consensusTellings {
			continue
		}
		for _, u := range literally {
			if _, has := english[u.text.telling]; has {
				continue // the article knows the English name
			}
			best := r.english[0]
			for _, term := range r.english {
				if which[term] > which[best] && !strings.HasPrefix(r.english[0], term) {
					best = term
				}
			}
			d := Disagreement{Kind: LiteralRole, Place: Place{u.text.index, u.span}, Suggestion: cased(best)}
			for _, p := range english {
				d.Others = append(d.Others, p)
			}
			slices.SortFunc(d.Others, comparePlaces)
			d.Message = fmt.Sprintf("“%s” here; %d other tellings call it “%s”.", u.text.Slice(u.span), len(english), cased(best))
			out = append(out, d)
		}
	}
	return out
}

// findTerm is the first place where a term stands, in quotations only if
// quoted is set.
func findTerm(a *article.Article, at map[string][]int, term string, quoted bool) (article.Span, bool) {
	if len(at) == 0 {
		return article.Span{}, false
	}
	words := literalWords[term]
	for _, i := range at[words[0]] {
		n := 1
		for n < len(words) && i+n < len(a.Tokens) && a.Tokens[i+n].Norm == words[n] {
			n++
		}
		if n < len(words) {
			continue
		}
		if s := a.SpanOf(article.Range{First: i, End: i + n}); quoted || !a.Quoted(s) {
			return s, true
		}
	}
	return article.Span{}, false
}

// termWords are the tokens of a term.
func termWords(term string) []string {
	return strings.Fields(strings.ReplaceAll(term, "'s", " 's"))
}

// literalWords are the tokens of each term of literals, and firstWords those
// with which one begins.
var literalWords, firstWords = func() (map[string][]string, map[string]bool) {
	words, first := map[string][]string{}, map[string]bool{}
	for _, r := range literals {
		for _, term := range slices.Concat(r.literal, r.english) {
			words[term] = termWords(term)
			first[words[term][0]] = true
		}
	}
	return words, first
}()

// cased writes a party's name with capitals.
func cased(term string) string {
	for _, party := range []string{"green party", "greens", "people's party", "labour party", "labor party", "house of representatives", "supreme court", "world cup"} {
		if strings.HasPrefix(term, party) {
			return titled(party) + term[len(party):]
		}
	}
	return term
}
