package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Full names that one telling gives in another form than the others: with the
// patronymic of Russian papers, in the order of Korean, Chinese or Hungarian
// ones, or without its "van" or "de". The spelling of single words is compared
// in spelling.go; what house styles decide (accents, hyphens, capitals of
// particles, al- and el-, initials, middle names) is no difference.

// A nameForm is a full name as one story writes it.
type nameForm struct {
	words    []string // folded, particles included
	written  string   // as first written
	tellings tellingSet
	places   []Place // first place in each article
}

// formsOf collects the full names of a story's running text by form, in order
// of first appearance.
func formsOf(texts []*text, p *people) []*nameForm {
	byWords := map[string]*nameForm{}
	var out []*nameForm
	for _, a := range texts {
		seen := map[string]bool{}
		for _, n := range p.mentions[a.index] {
			span := a.SpanOf(n.Range)
			if len(n.words) < 2 || len(n.words) > 5 || a.Quoted(span) || a.KindAt(span.Start) == article.Headline {
				continue
			}
			words := strings.Fields(strings.ReplaceAll(strings.Join(n.words, " "), "-", " "))
			key := strings.Join(words, " ")
			if !person(key) {
				continue
			}
			f := byWords[key]
			if f == nil {
				text := withoutPossessive(a.Slice(span))
				f = &nameForm{words: words, written: text}
				byWords[key] = f
				out = append(out, f)
			}
			f.tellings |= only(a.telling)
			if !seen[key] {
				seen[key] = true
				text := withoutPossessive(a.Slice(span))
				f.places = append(f.places, Place{a.index, article.Span{Start: span.Start, End: span.Start + len(text)}})
			}
		}
	}
	return out
}

// conflictingForms finds the full names whose form stands alone.
func conflictingForms(forms []*nameForm) []Disagreement {
	byWord := map[string][]*nameForm{} // forms that several tellings share
	for _, f := range forms {
		if f.tellings.len() >= consensusTellings {
			for _, w := range f.words {
				byWord[w] = append(byWord[w], f)
			}
		}
	}
	var out []Disagreement
	for _, f := range forms {
		if f.tellings.len() != 1 {
			continue
		}
		var best *nameForm
		var how string
		for _, w := range f.words {
			for _, g := range byWord[w] {
				if f.tellings&g.tellings != 0 {
					continue
				}
				if why := departs(f.words, g.words); why != "" && (best == nil || g.tellings.len() > best.tellings.len()) {
					best, how = g, why
				}
			}
		}
		if best == nil {
			best, how = addressed(f, forms)
		}
		if best == nil {
			continue
		}
		d := Disagreement{Kind: NameVariant, Place: f.places[0], Others: slices.Clone(best.places), Suggestion: best.written}
		d.Message = fmt.Sprintf("“%s” here; %d other tellings write “%s”, %s.", f.written, best.tellings.len(), best.written, how)
		slices.SortFunc(d.Others, comparePlaces)
		out = append(out, d)
	}
	return out
}

// departs says how name f departs from g if they are one name in two forms; ""
// if not.
func departs(f, g []string) string {
	switch {
	case len(f) == len(g)+1 && len(f) > 2 && patronymic(f[1]) && f[0] == g[0] && slices.Equal(f[2:], g[1:]):
		return "without the patronymic"
	case len(f) == len(g) && len(f) > 1 && len(f) < 4 && !slices.Equal(f, g) && (slices.Equal(f[1:], g[:len(g)-1]) && f[0] == g[len(g)-1] || slices.Equal(f[:len(f)-1], g[1:]) && f[len(f)-1] == g[0]):
		return "in another order"
	case !slices.Equal(f, g) && slices.Equal(withoutParticles(f), withoutParticles(g)) && len(withoutParticles(f)) > 1 && !arabic(f) && !arabic(g):
		if len(f) < len(g) {
			return "with its particle"
		}
		return "with another particle"
	}
	return ""
}

// addressed finds who a first name with a patronymic stands for: the only one
// of that first name whom the other tellings know.
func addressed(f *nameForm, forms []*nameForm) (*nameForm, string) {
	if len(f.words) != 2 || !patronymic(f.words[1]) {
		return nil, ""
	}
	var best *nameForm
	for _, g := range forms {
		if g == f || g.words[0] != f.words[0] {
			continue
		}
		if best != nil || g.words[len(g.words)-1] == f.words[1] {
			return nil, ""
		}
		best = g
	}
	if best == nil || best.tellings.len() < consensusTellings || f.tellings&best.tellings != 0 {
		return nil, ""
	}
	return best, "by the surname"
}

// patronymic reports whether a word is a Russian or Ukrainian patronymic by
// its ending.
func patronymic(w string) bool {
	return len(w) > 5 && slices.ContainsFunc([]string{
		"ovich", "evich", "yevich", "ovitch", "evitch", "ovych", "yovych", "ilyich", "ilich", "kuzmich", "fomich", "nikitich",
		"ovna", "evna", "yevna", "ivna", "yivna", "inichna", "ichna",
	}, func(end string) bool { return strings.HasSuffix(w, end) })
}

func withoutParticles(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return particles[w] })
}

// arabic reports whether a name has an Arabic article or "son of", which
// house styles write and leave out.
func arabic(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "al", "el", "bin", "ibn", "ben", "as", "ad", "ar", "abu":
			return true
		}
		return false
	})
}
