package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// Slips planted into sentences that were added to all three tellings of a story
// first, in other words in each: the stories' own figures, names and claims seldom
// stand in all three.

// A slip is a word or two as all tellings have it and as one damages it.
type slip struct{ was, is string }

// A kindOfSlip is a slip with the kind under which it is counted.
type kindOfSlip struct {
	kind string
	slip
}

// fill puts the words into three sentences, the damaged ones into that of
// telling i.
func (s slip) fill(i int, ways [3]string) []string {
	var lines []string
	for k, way := range ways {
		word := s.was
		if k == i {
			word = s.is
		}
		lines = append(lines, strings.ReplaceAll(way, "%s", word))
	}
	return lines
}

// planted adds a sentence to each telling and marks that of the damaged one.
func planted(kind string, story []*article.Article, i int, lines []string, was, is string) hurt {
	told := slices.Clone(story)
	for k := range told {
		title, body := paragraphsOf(told[k])
		told[k] = rewritten(story[k], title, append(body, lines[k]))
	}
	at := strings.LastIndex(told[i].Text, lines[i])
	return hurt{kind + " (sentence added)", told, i, article.Span{Start: at, End: at + len(lines[i])}, was, is}
}

// plantedWords is planted with the damaged words alone marked.
func plantedWords(kind string, story []*article.Article, i int, ways [3]string, s slip) hurt {
	h := planted(kind, story, i, s.fill(i, ways), s.was, s.is)
	at := strings.LastIndex(h.articles[i].Text, s.is)
	h.span = article.Span{Start: at, End: at + len(s.is)}
	return h
}

// facts are told in three ways and damaged in one. They are added to the
// stories, because the stories' own figures seldom stand in all three tellings
// (for the few that do see numberHurts).
var facts = []kindOfSlip{
	{"number, scale", slip{"$12 million", "$12 billion"}},
	{"number, scale", slip{"4,500 visitors", "45,000 visitors"}},
	{"number, scale", slip{"$3 billion", "$3 million"}},
	{"number, decimal comma", slip{"2.5 percent", "25 percent"}},
	{"number, decimal comma", slip{"1,250 crates", "1.25 crates"}},
	{"number, swapped digits", slip{"64 houses", "46 houses"}},
	{"number, swapped digits", slip{"$870,000", "$780,000"}},
	{"currency", slip{"$350,000", "€350,000"}},
	{"day, shifted", slip{"on Tuesday", "on Wednesday"}},
	{"day, shifted", slip{"on March 14", "on March 13"}},
	{"number, 万 and 亿", slip{"$120 million", "$1.2 million"}},
	{"unit, exchanged", slip{"60 miles", "60 kilometers"}},
	{"unit, exchanged", slip{"a 30-acre plot", "a 30-hectare plot"}},
	{"unit, exchanged", slip{"30 degrees Celsius", "30 degrees Fahrenheit"}},
	{"unit, wrongly converted", slip{"25 miles of road", "16 km of road"}},
	{"time, half a day apart", slip{"3:40 p.m.", "3:40 a.m."}},
	{"time, swapped digits", slip{"15:42", "15:24"}},
}

var factTellings = [][3]string{
	{"Records show %s for the restoration of the old granary, which the town council signed off.", "The restoration of the granary, signed off by the council, appears in the records with %s.", "For restoring the old granary the records of the council have %s."},
	{"The ferry company reported %s after the season, its annual summary says.", "After the season the annual summary of the ferry company has %s.", "Annual summary: the ferry company put it at %s over the season."},
	{"Inspectors noted %s when the warehouse by the harbour burned.", "When the harbour warehouse burned, inspectors wrote down %s.", "The warehouse in the harbour burned, and %s is what the inspectors noted."},
}

// factHurts adds a fact to all tellings and damages it in one.
func factHurts(story []*article.Article, i, number int) []hurt {
	f := facts[number%len(facts)]
	return []hurt{plantedWords(f.kind, story, i, factTellings[number%len(factTellings)], f.slip)}
}

// forms are names and terms as all tellings have them and as one damages them.
var forms = []kindOfSlip{
	{"name, patronymic", slip{"Pavel Dornik", "Pavel Ivanovich Dornik"}},
	{"name, order", slip{"Pavel Dornik", "Dornik Pavel"}},
	{"name, particle lost", slip{"Joost van der Meulen", "Joost Meulen"}},
	{"name, run together", slip{"Velgaz Neft", "Welgasneft"}},
	{"word choice", slip{"harbour pilot Pavel Dornik", "port driver Pavel Dornik"}},
}

var formTellings = [3]string{
	"The ledgers were handed over by %s on the quay, in the rain.",
	"On the quay and in heavy rain %s gave the ledgers away.",
	"Rain fell on the quay when %s handed the ledgers over.",
}

// formHurts adds to all tellings a name and gives it another form in one.
func formHurts(story []*article.Article, i, number int) []hurt {
	f := forms[number%len(forms)]
	return []hurt{plantedWords(f.kind, story, i, formTellings, f.slip)}
}

// claimHurts adds to all tellings a claim in much the same words, with a
// negation or a reservation, and takes it away in one.
func claimHurts(story []*article.Article, i, number int) []hurt {
	c := []struct{ kind, with, without string }{
		{"attribution, dropped (sentence added)", "allegedly ", ""},
		{"negation, dropped (sentence added)", "never ", ""},
		{"negation, added (sentence added)", "", "never "},
	}[number%3]
	told := slices.Clone(story)
	for k := range told {
		title, body := paragraphsOf(told[k])
		is := c.with
		if k == i {
			is = c.without
		}
		line := []string{
			"The harbour master %spaid two foremen to hide the missing ledgers from the county auditors.",
			"Two foremen were %spaid by the harbour master to hide missing ledgers from auditors of the county.",
			"To hide missing ledgers from county auditors, the harbour master %spaid two of the foremen.",
		}[k%3]
		told[k] = rewritten(story[k], title, append(body, "Rain kept falling on the town through the long evening.", fmt.Sprintf(line, is), "Rain kept falling on the town through the long evening."))
	}
	at := strings.LastIndex(told[i].Text, "harbour master")
	return []hurt{{c.kind, told, i, article.Span{Start: at - 80, End: at + 90}, c.with, c.without}}
}

// kinshipHurts tells in all three tellings that two of the story's people are
// related, each in its own words, and takes another relation in one.
func kinshipHurts(story []*article.Article, i int) []hurt {
	known := knownPeople(story)
	if len(known) < 2 {
		return nil
	}
	a, b := known[0], known[1]
	var out []hurt
	for _, swap := range [][2]string{{"father-in-law", "stepfather"}, {"brother-in-law", "cousin"}, {"nephew", "grandson"}, {"son-in-law", "stepson"}} {
		told := slices.Clone(story)
		for k := range told {
			title, body := paragraphsOf(told[k])
			term := swap[0]
			if k == i {
				term = swap[1]
			}
			line := []string{
				fmt.Sprintf("%s, the %s of %s, was not there.", a, term, b),
				fmt.Sprintf("It is no secret that %s's %s, %s, has followed it all.", b, term, a),
				fmt.Sprintf("%s's %s %s declined to comment.", b, term, a),
			}[k%3]
			told[k] = rewritten(story[k], title, append(body, line))
		}
		at := strings.LastIndex(told[i].Text, swap[1])
		out = append(out, hurt{"kinship, swapped (sentence added)", told, i, article.Span{Start: at, End: at + len(swap[1])}, swap[0], swap[1]})
	}
	return out[i%4 : i%4+1]
}

var ageSlips = []slip{{"34", "43"}, {"58", "85"}, {"61", "16"}, {"52", "42"}, {"47", "37"}, {"29", "92"}}

// ageHurts gives one of the story's people an age in all tellings, and another in
// one.
func ageHurts(story []*article.Article, i, number int) []hurt {
	known := knownPeople(story)
	if len(known) == 0 {
		return nil
	}
	name, s := known[number%len(known)], ageSlips[number%len(ageSlips)]
	words := strings.Fields(name)
	last := words[len(words)-1]
	var out []hurt
	for _, w := range []struct {
		kind string
		ways [3]string
	}{
		{"age, full names", [3]string{name + ", %s, declined to comment.", "Asked about it, " + name + ", aged %s, shook his head.", "The %s-year-old " + name + " did not come to the door."}},
		{"age, surnames", [3]string{last + ", %s, declined to comment.", "Nobody had seen the %s-year-old " + last + " since the weekend.", name + ", who is %s, did not come to the door."}},
	} {
		out = append(out, planted(w.kind, story, i, s.fill(i, w.ways), s.was, s.is))
	}
	return out
}

// knownPeople are the people whom all tellings name in full, by how often.
func knownPeople(story []*article.Article) []string {
	c := NewComparison(story, allOf(story))
	defer c.Close()
	var known []string
	for _, name := range peopleOf(c.texts).full {
		if t := titled(name); person(name) && hold(story, t) {
			known = append(known, t)
		}
	}
	return known
}

var officeSlips = []slip{
	{"finance minister", "foreign minister"},
	{"interior minister", "justice minister"},
	{"vice president", "president"},
	{"deputy prime minister", "prime minister"},
	{"defense secretary", "education secretary"},
	{"governor", "mayor"},
	{"prosecutor", "judge"},
	{"fire chief", "police chief"},
}

// officeHurts gives somebody an office in all tellings, and another in one.
func officeHurts(story []*article.Article, i, number int) []hurt {
	s := officeSlips[number%len(officeSlips)]
	lines := s.fill(i, [3]string{
		"%s Pavel Dornik left by the side door and gave no answers.",
		"Pavel Dornik, the %s, was the last to speak in the rain.",
		"Among the guests on the quay was %s Pavel Dornik, in a wet coat.",
	})
	if i == 0 {
		lines[0] = strings.Replace(lines[0], s.is, titled(s.is), 1)
	} else {
		lines[0] = strings.Replace(lines[0], s.was, titled(s.was), 1)
	}
	return []hurt{planted("office", story, i, lines, s.was, s.is)}
}

// directionHurts tells of a change in all tellings, and turns it in one.
func directionHurts(story []*article.Article, i, number int) []hurt {
	d := []struct{ up, down [3]string }{
		{[3]string{"rose 3.2 percent", "up 3.2 percent", "an increase of 3.2 percent"}, [3]string{"fell 3.2 percent", "down 3.2 percent", "a decrease of 3.2 percent"}},
		{[3]string{"climbed by 4,300 tonnes", "up by 4,300 tonnes", "a 4,300-tonne rise"}, [3]string{"dropped by 4,300 tonnes", "down by 4,300 tonnes", "a 4,300-tonne drop"}},
		{[3]string{"grew by $61 million", "higher by $61 million", "a gain of $61 million"}, [3]string{"shrank by $61 million", "lower by $61 million", "a loss of $61 million"}},
	}[number%3]
	was, is := d.up, d.down
	if number%2 == 1 {
		was, is = is, was
	}
	w := was
	w[i] = is[i]
	lines := []string{
		"Freight through the harbour " + w[0] + " over the season, the ferry company reported.",
		"Over the season the harbour saw freight " + w[1] + ", according to the company that runs the ferry.",
		"The ferry company reported " + w[2] + " in harbour freight for the season.",
	}
	return []hurt{planted("direction", story, i, lines, was[i], is[i])}
}

// oppositeHurts adds a claim in much the same words and turns its verb in one
// telling.
func oppositeHurts(story []*article.Article, i, number int) []hurt {
	s := []slip{{"acquitted", "convicted"}, {"arrested", "released"}, {"opposed", "supported"}, {"closed", "opened"}, {"won", "lost"}, {"would", "would not"}, {"could", "could not"}}[number%7]
	ways := map[string][3]string{
		"acquitted": {
			"The county court %s two foremen over the missing ledgers of the harbour.",
			"Two foremen were %s by the county court over missing harbour ledgers.",
			"Over the missing ledgers of the harbour, the county court %s both foremen.",
		},
		"arrested": {
			"County police %s two harbour foremen after auditors missed the ledgers.",
			"Two harbour foremen were %s by county police after auditors missed ledgers.",
			"After auditors missed the ledgers, county police %s both foremen of the harbour.",
		},
		"opposed": {
			"The harbour foremen %s a longer ferry season with heavier freight.",
			"A longer ferry season with heavier freight was %s by the harbour foremen.",
			"Foremen at the harbour %s the longer ferry season and its heavier freight.",
		},
		"closed": {
			"The ferry company %s the southern quay to heavy freight for the season.",
			"For the season the southern quay was %s to heavy freight by the ferry company.",
			"The company that runs the ferry %s its southern quay to heavy freight this season.",
		},
		"won": {
			"The ferry company %s its lawsuit over the southern quay against the county.",
			"Against the county the ferry company %s the lawsuit over the southern quay.",
			"The lawsuit over the southern quay was one the ferry company %s against the county.",
		},
		"would": {
			"The harbour master %s extend the licence of the ferry company past the season.",
			"Past the season the harbour master %s extend the ferry company licence.",
			"The master of the harbour %s extend the licence for the ferry company past this season.",
		},
		"could": {
			"Heavy ferries %s moor at the southern quay of the harbour after the repair.",
			"After the repair, heavy ferries %s moor at the harbour on its southern quay.",
			"At the southern quay of the harbour, heavy ferries %s moor after the repair.",
		},
	}[s.was]
	kind := "opposite"
	if strings.Contains(s.is, "not") {
		kind = "negation, modal"
	}
	return []hurt{planted(kind, story, i, s.fill(i, ways), s.was, s.is)}
}

// swapHurts swaps digits of a number that each telling counts other nouns with.
func swapHurts(story []*article.Article, i, number int) []hurt {
	s := []slip{{"340", "430"}, {"1,270", "1,720"}, {"64", "46"}, {"2,815", "2,851"}}[number%4]
	return []hurt{planted("number, swapped digits, other nouns", story, i, s.fill(i, [3]string{
		"The flood damaged %s homes along the river, the county said.",
		"Along the river, %s houses were damaged in the flood, county officials said.",
		"County officials counted %s dwellings damaged by the flood along the river.",
	}), s.was, s.is)}
}
