package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// Some deeds are told and hardly ever imagined: that a suspect would have acted
// alone, that a clerk would have embezzled, that a driver would have fallen
// asleep at the wheel. Where no condition stands, such a verb is itself the
// sign of a report. What plans and might-have-beens are about (winning, dying,
// costing, resigning) is not among them.

var (
	// deedVerbs are deeds whatever follows.
	deedVerbs = setOf(`stolen robbed stabbed strangled embezzled smuggled falsified forged extorted bribed blackmailed raped molested
		kidnapped abducted sequestered confessed fled shouted insulted threatened harassed intercepted infiltrated hacked leaked
		disappeared vanished admitted confided plagiarised plagiarized defrauded laundered bugged wiretapped tortured looted mutilated
		bitten poisoned siphoned concealed pocketed doctored trafficked eavesdropped tampered`)
	// deedPhrases are deeds by what follows the verb.
	deedPhrases = phrases("acted alone|acted out of|acted under|acted as|acted on the orders|fallen asleep at|fallen asleep while|lost control of|lost contact with|lost the control of|lost control in|lost control on|lost control while|lost consciousness|opened fire|opened an investigation|opened a judicial|" +
		"opened an inquiry|claimed responsibility|reached an agreement|reached a verbal|found an agreement|suffered a heart|suffered a stroke|suffered a fall|suffered damage|suffered burns|suffered a malaise|" +
		"suffered an attack|set fire to|set the fire|taken advantage of|taken hostage|taken poison|been drunk|been armed|been hooded|been masked|" +
		"been intoxicated|been under the influence|been swept away|been carried away by|hit his|hit her|hit his wife|beaten his|beaten her|beaten up|attacked his|attacked her|" +
		"strangled his|hidden the|hidden in|hidden his|hidden her|fired several|fired about|fired at least|fired at the|fired shots|fired on|fired a shot|fired two|fired three|fired four|fired five|" +
		"seized computers|seized documents|seized weapons|seized drugs|seized material|seized a|seized several|seized cash|seized large|seized numerous|" +
		"given the alert|given the alarm|raised the alarm|alerted the police|alerted the emergency|called the police|exchanged insults|exchanged blows|come to blows|had an altercation|" +
		"had a relationship with|had an affair|had an argument|had contacts with|committed suicide|taken his own|taken her own|put an end to his|put an end to her|tried to take|tried to flee|tried to kill|tried to hide|tried to bribe|" +
		"abandoned the car|abandoned the vehicle|abandoned the body|abandoned the baby|abandoned it|escaped through|escaped from prison|crossed illegally|" +
		"confirmed to the|revealed to the|declared to the|declared that|stated that|told the police that|told police that|told investigators that|told the investigators that|told the judge that|told the magistrates that|told the officers that|" +
		"told the prosecutor that|denounced the|favoured his|favoured her|favored his|favored her|covered up|lied about|lied to|ordered the murder|ordered the killing|ordered the destruction|paid bribes|paid kickbacks|" +
		"accepted bribes|received bribes|received kickbacks|received envelopes|received blows|received death threats|received threats|used a forged|used false|driven at high|driven under|jumped from the|jumped out of|thrown himself|thrown herself|" +
		"hanged himself|hanged herself|shot himself|shot herself|killed himself|killed herself|separated in|separated a few|started a relationship|begun a relationship|signed with|signed for|undergone surgery|undergone an operation|" +
		"run a red|run a stop|run over a|waited for his victim|waited for her victim|given his agreement|given her agreement|given his consent|given its agreement|" +
		"turned the weapon|turned the gun|turned his weapon|turned his gun|met on the internet|met on a dating|met online|broken out over|broken out between|broken out after|been beaten for|been beaten with|been beaten and|" +
		"closed their eyes|closed his eyes to|closed her eyes to|turned a blind|not seen the pedestrian|seen the pedestrian|seen the cyclist|escaped with the help|escaped by climbing|" +
		"been known to the|known to the police|known his|known her|known their|lit the|lit a fire|practised without|practiced without|pushed down the|slapped his|slapped her|slapped one|slapped a|skidded on|collided with|crashed into a|overturned after|hit a tree|hit a wall|hit a truck|detonated the|made an emergency landing|known since")
	// accusations are deeds where a headline asks after them: "Would the
	// minister have lied?"
	accusations = setOf(`lied cheated known hidden favoured favored received accepted falsified manipulated betrayed covered embezzled paid bribed
		spied copied plagiarised plagiarized abused benefited used concealed ordered diverted violated`)
	// mishaps have causes that reports name before anybody knows them.
	mishaps    = setOf("accident fire blaze explosion blast crash collapse derailment outage spill shipwreck fall death tragedy incident")
	startVerbs = setOf("started begun originated broken")
	shortTimes = setOf("shortly just minutes moments seconds hours days weeks")
	crimes     = setOf("murder killing attack shooting robbery assault kidnapping stabbing theft")
	causes     = setOf("caused provoked triggered started set due")
	// harmed is what happens to the victims that headlines count.
	harmed = setOf("died drowned perished killed wounded injured arrested kidnapped shot burned asphyxiated")
	// amounts of what is said to have been taken, found or asked for.
	countedGoods = setOf(`euros euro dollars pounds lei reais pesos francs zlotys kilos kilograms tonnes grams bills banknotes cartridges
		million billion packages doses plants jewels jewellery jewelry paintings`)
	countedDeeds = setOf("taken found asked demanded discovered received paid transferred diverted collected withdrawn seized hidden sold")
	// lawTook says what the law did to a suspect.
	lawTook          = setOf("arrested sought detained indicted charged identified questioned remanded imprisoned apprehended caught")
	doubtfulRelative = setOf("faced turned celebrated retired become been had made needed")
	ancestors        = setOf("grandparents grandfather grandmother grandmothers grandfathers ancestors ancestor forebears great-grandparents great-grandfather great-grandmother")
	wounds           = setOf("stab blows bullets bullet kicks punches bribes kickbacks envelopes threats gunshot wounds")
)

// isDeed reports whether what the conditional tells is such a deed.
func (c *conditional) isDeed(doc *detect.Document) bool {
	if !c.form.perfect() {
		return false
	}
	w, from := norm(doc, c.verb), c.verb
	if c.form == state || c.form == passive {
		from = c.verb - 1 // the phrases begin with "been"
	}
	limit := sentenceOf(doc, c.verb).End
	sentence := sentenceOf(doc, c.verb)
	if c.longPast(doc) || firstIn(doc, sentence, fictions) >= 0 || firstIn(doc, sentence, ancestors) >= 0 || byDoing(doc, c.end, limit) {
		return false
	}
	switch {
	case c.arrested(doc):
		return true
	case c.inverted:
		return accusations[w] || deedVerbs[w] || c.already(doc) && phraseLength(doc, c.verb, limit, deedPhrases) > 0 &&
			(norm(doc, c.subject.First) == "the" || possessives[norm(doc, c.subject.First)] || capital(doc, c.subject.First))
	case deedVerbs[w], phraseLength(doc, c.verb, limit, deedPhrases) > 0, phraseLength(doc, from, limit, deedPhrases) > 0:
		return true
	case c.form == passive && causes[w] && norm(doc, c.verb+1) == "by", c.form == state && w == "due" && norm(doc, c.verb+1) == "to":
		return c.subject.Head >= 0 && mishaps[norm(doc, c.subject.Head)]
	case c.form != active && harmed[w] && norm(doc, c.verb+1) == ",":
		next := norm(doc, c.verb+2)
		return next == "including" || cardinals[next] && norm(doc, c.verb+3) == "of" && norm(doc, c.verb+4) == "them"
	case (w == "occurred" || w == "happened") && commonPreposition[norm(doc, c.verb+1)]:
		return c.subject.Head >= 0 && mishaps[norm(doc, c.subject.Head)]
	case c.form == active && startVerbs[w] && (commonPreposition[norm(doc, c.verb+1)] || w == "broken" && norm(doc, c.verb+1) == "out"):
		// "The fire would have started in a kitchen."
		return c.subject.Head >= 0 && mishaps[norm(doc, c.subject.Head)] && norm(doc, c.subject.First) == "the"
	case c.form == active && !hypotheticalParticiples[w] && !seldomReported[w] && !commonParticiples[w] && w != "had" && w != "been" && c.beforeMishap(doc, limit):
		return true
	case c.form == active && causes[w] && norm(doc, c.verb+1) == "the" && mishaps[norm(doc, c.verb+2)]:
		return true
	case c.form == active && w == "known":
		return c.counts(doc, limit, 9, setOf("since"), false) || c.counts(doc, limit, 9, setOf("years months weeks"), true)
	case c.form == active && w == "left":
		return c.counts(doc, limit, 5, setOf("dead injured wounded homeless missing"), true)
	case c.form == active && w == "received" && c.counts(doc, limit, 4, wounds, false):
		return true
	case c.form == active && countedDeeds[w]:
		return c.counts(doc, limit, 9, countedGoods, true)
	}
	return false
}

// already reports whether "already" stands in the group: "Would the coach have
// already signed?" asks after a rumour.
func (c *conditional) already(doc *detect.Document) bool {
	return slices.ContainsFunc(c.adverbs, func(i int) bool { return norm(doc, i) == "already" }) ||
		c.inverted && firstIn(doc, c.subject.Range, setOf("already")) >= 0
}

// beforeMishap reports whether somebody in particular did it a while before the
// mishap or the crime that the article is about: "would have reported a fault
// shortly before the crash".
func (c *conditional) beforeMishap(doc *detect.Document, limit int) bool {
	s := c.subject
	if s.Head < 0 || !personNoun(norm(doc, s.Head)) || norm(doc, s.First) != "the" {
		return false
	}
	for i := c.end; i+3 < limit && i < c.end+10; i++ {
		if shortTimes[norm(doc, i)] && norm(doc, i+1) == "before" && articleWords[norm(doc, i+2)] {
			w := norm(doc, i+3)
			return mishaps[w] || crimes[w]
		}
	}
	return false
}

// byDoing reports whether the way to the deed follows, a condition in disguise:
// "would have insulted them by asking".
func byDoing(doc *detect.Document, from, limit int) bool {
	for i := from; i+1 < limit; i++ {
		if norm(doc, i) == "by" && isGerund(norm(doc, i+1)) && norm(doc, i+1) != "climbing" {
			return true
		}
	}
	return false
}

// arrested reports whether the main clause around a relative clause tells what
// became of the suspect: "The man, who would have ..., was arrested".
func (c *conditional) arrested(doc *detect.Document) bool {
	return c.subject.Relative && c.form == active && !harmed[norm(doc, c.verb)] && !doubtfulRelative[norm(doc, c.verb)] &&
		firstIn(doc, article.Range{First: c.end, End: sentenceOf(doc, c.end-1).End}, lawTook) >= 0
}

// longPast reports whether the sentence or the one before it names a year long
// gone: what must have happened then is told as a guess.
func (c *conditional) longPast(doc *detect.Document) bool {
	n := doc.Tokens[c.would].Sentence
	for i := doc.Sentences[max(0, n-1)].Tokens.First; i < doc.Sentences[n].Tokens.End; i++ {
		t := doc.Tokens[i]
		if t.Kind == article.Number && len(t.Norm) >= 4 && t.Norm[:2] >= "10" && (t.Norm[:2] < "19" || t.Norm[:2] == "19" && t.Norm[2] < '9') && t.Norm[2] >= '0' && t.Norm[2] <= '9' && t.Norm[3] >= '0' && t.Norm[3] <= '9' && (len(t.Norm) == 4 || t.Norm[4:] == "s") {
			return true
		}
		if t.Norm == "century" {
			return true
		}
	}
	return false
}

// counts reports whether one of the words stands a few tokens after the verb,
// with a number before it where one is wanted.
func (c *conditional) counts(doc *detect.Document, limit, reach int, words wordSet, numbered bool) bool {
	number := !numbered
	for i := c.verb + 1; i < limit && i <= c.verb+reach; i++ {
		t := doc.Tokens[i]
		switch {
		case number && words[t.Norm]:
			return true
		case t.Kind == article.Punct && t.Norm != "-" && t.Norm != "$" || subordinators[t.Norm] && t.Norm != "for" && t.Norm != "as":
			return false
		case isCount(doc, i):
			number = true
			if t.Kind == article.Number && i > 0 && doc.Tokens[i-1].Kind == article.Symbol {
				return true // "$40,000"
			}
		}
	}
	return false
}

// harmInHeadline reports whether a headline counts victims: "Two workers would
// have died".
func (c *conditional) harmInHeadline(doc *detect.Document) bool {
	return c.evidence == headlined && harmed[norm(doc, c.verb)] && (hasCount(doc, c.subject) || isCount(doc, c.subject.First))
}
