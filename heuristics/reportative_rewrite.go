package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
)

// rewrites are what English writes for the verb group of a report, best first:
// "reportedly asked", "is said to have asked".
func (c *conditional) rewrites(doc *detect.Document) []string {
	if c.inverted {
		return nil
	}
	plural, known := c.subject.plural(doc)
	be := func(singular, many string) string {
		if plural {
			return many
		}
		return singular
	}
	adverbs := ""
	for _, i := range c.adverbs {
		adverbs += doc.Tokens[i].Norm + " "
	}
	not := ""
	if c.negated {
		not = "not "
	}
	rest := doc.Text[doc.Tokens[c.verb].Start:doc.Tokens[c.end-1].End]
	meaning := strings.ToLower(rest)
	var out []string
	add := func(parts ...string) { out = append(out, strings.Join(parts, "")) }
	saidToHave := func(what string) {
		if known {
			add(be("is", "are"), " said ", not, "to have ", adverbs, what)
		}
	}
	switch c.form {
	case active:
		base, ok := baseOf(meaning)
		switch {
		case c.negated && ok && adverbs == "":
			add("reportedly did not ", base)
		case c.negated:
			add("reportedly had not ", adverbs, meaning)
		case strings.Contains(adverbs, "ly "):
			// Two adverbs in -ly do not stand well together.
			saidToHave(meaning)
			add("reportedly had ", adverbs, meaning)
			return out
		case meaning == "been":
			if known {
				add(be("was", "were"), " reportedly ", adverbs)
			}
		default:
			add("reportedly ", adverbs, pastOf(meaning))
		}
		saidToHave(meaning)
	case passive, progressive, state:
		if known {
			add(be("was", "were"), " reportedly ", not, adverbs, rest)
		} else {
			add("had reportedly ", not, "been ", adverbs, rest)
		}
		saidToHave("been " + rest)
	case bareVerb:
		if known && !c.negated {
			add("reportedly ", adverbs, be(thirdPerson(meaning), meaning))
		}
	default:
		if known {
			add(be("is", "are"), " reportedly ", not, adverbs, rest)
			add(be("is", "are"), " said ", not, "to be ", adverbs, rest)
		}
	}
	return out
}
