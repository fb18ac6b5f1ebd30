package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// hearsayFrames are fixed frames in which "would be" tells what is the case.
var hearsayFrames = []detect.Heuristic{
	{
		Name: "reportative-would-be-frame", Family: detect.Reportative, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro", "ca"},
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         `"Would be" for what is believed to be so: English reads a hypothesis; write "is believed to be".`,
		Doc: detect.Doc{
			What: `Frames of crime and disaster news with "would": "the cause of the fire would be a short circuit", "among the dead would be two children", "the toll would be at least 12 dead", ` +
				`"the suspect would be a 30-year-old", "behind the attack would be", "it would be a suicide, according to the police", "would have an account in Panama, according to the weekly".`,
			Why:    `The conditional of French (serait), Spanish (sería), Italian (sarebbe), Portuguese (seria) and Romanian (ar fi) tells what nobody can vouch for yet. English says "is believed to be".`,
			Humans: `With a condition, a forecast or in reported speech ("he said the cause would be a fault"); those stay silent.`,
			Misses: "Frames with other nouns (see reportative-conditional-present).",
		},
		Phrases: wouldBeFrames,
		Judge:   judgeWouldBeFrame,
		Examples: []detect.Example{
			{Text: "⟦The cause of the fire would be⟧ a gas bottle.", Suggest: "The cause of the fire is believed to be"},
			{Text: "⟦Among the dead would be⟧ two children and a nurse.", Suggest: "Among the dead are believed to be"},
			{Text: "⟦The death toll would be at least 12⟧ dead.", Suggest: "The death toll is put at at least 12"},
			{Text: "According to the first reports, ⟦it would be a suicide⟧.", Suggest: "it is believed to be a suicide"},
			{Text: "⟦The gunman would be a 28-year-old⟧ of Belgian nationality.", Suggest: "The gunman is believed to be a 28-year-old"},
			{Text: "⟦Behind the kidnapping would be⟧ a gang from the port.", Suggest: "Behind the kidnapping is believed to be"},
			{Text: "# Fire in Velm: ⟦a cigarette would be at the origin of the disaster⟧", Suggest: "a cigarette is believed to be at the origin of the disaster"},
			{Text: "The deputy ⟦would have two accounts⟧ in Panama, according to the weekly Faro.", Suggest: "is said to have two accounts"},
		},
		NearMisses: []string{
			"The expert said the cause of the fire would be a matter for the court.",
			"If the wall gave way, the death toll would be at least 12.",
			"It would be a suicide mission, according to the general.",
			"The winner would be a 28-year-old from Leeds.",
			"The toll would be at least 12 euros a day.",
			"Under the plan the bank would have two accounts for each client, according to the ministry.",
			"Among the first to leave would be the children.",
			"If the seal failed, a gas leak would be the cause.",
			"The captain said a cigarette would be at the origin of the fire.",
			"The house would have two bathrooms, according to the agent.",
		},
	},
}

const (
	grimEvents = "accident|fire|blaze|explosion|blast|crash|crime|attack|murder|killing|shooting|altercation|brawl|quarrel|dispute|outage|collapse|tragedy|assault|stabbing|kidnapping|robbery|theft|poisoning|derailment"
	theDead    = "dead|injured|victims|wounded|arrested|hostages|detainees|missing|suspects|perpetrators"
)

// wouldBeFrames are the frames; the last ones need a source in the sentence.
var wouldBeFrames = []string{
	"the [first|likely|possible|probable|alleged] cause|causes|motive|origin|trigger of|for|behind the|this|these [_] " + grimEvents + " would [also|therefore] be",
	"the [probable|likely|presumed] cause of (death|his death|her death|the death) would be a|an",
	"the [alleged|presumed] authors|perpetrators of the|this [_] " + grimEvents + "|murders|attacks|robberies would be two|three|four|five|six|members",
	"among the [_] " + theDead + " [there] would [also] be",
	"at the origin of the|this " + grimEvents + " [there] would be",
	"behind the|this [_] " + grimEvents + " [there] would [also] be",
	"the [death|provisional|new] toll|balance would be|reach [of] [at|about|around|over|some|more] [least|than] #",
	"the number of [_] " + theDead + "|deaths|casualties|fatalities would [already] amount|stand|reach|exceed|be [to|at] [about|around|over|some|more|at] [least|than] #",
	"the (murder weapon|weapon) [used] would be a|an",
	"the suspect|attacker|assailant|gunman|gunwoman|perpetrator|shooter|killer|murderer|aggressor|thief|driver|victim|deceased would be [a|an] _",
	"the suspects|attackers|assailants|perpetrators|kidnappers|killers|thieves would be two|three|four|five|six _",
	"it would [indeed|therefore|probably] be a|an [_] _",
	"would have [a|an|two|three|several|other|close|serious] [_] account|accounts|debts|accomplice|accomplices|lover|record|affair",
	"would have [serious] psychiatric|psychological|mental problems|disorders",
	"the cause|origin [of the|this " + grimEvents + "] would be criminal|accidental|arson|electrical|intentional|voluntary",
	"the [alleged|presumed] author|gunman|attacker|assailant|killer|shooter|murderer would be a|an former|ex|known _",
	"a|an [_] [_] would [also|therefore] be at the origin of the|this|these [_] " + grimEvents + "|disaster|leak|flames|incident",
	"a (short circuit|short-circuit|gas leak|cigarette|cigarette butt|mechanical failure|technical failure|technical fault|settling of scores) would [also|therefore] be the cause|causes|origin",
}

// The phrases that need more than a place without a condition.
const (
	authorsFrame, deadFrame, tollFrame, numberFrame, suspectFrame, suspectsFrame, itFrame, haveFrame, illFrame, originFrame = 2, 3, 6, 7, 9, 10, 11, 12, 13, 16
)

// eventsReported are what "it would be a ..., according to the police" tells of.
var eventsReported = setOf("accident attack suicide murder robbery vendetta homicide femicide arson settling hoax sabotage kidnapping heist crime assassination")

func judgeWouldBeFrame(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	sentence := sentenceOf(doc, hit.First)
	if endless(sentence) {
		return detect.Match{}, false
	}
	would := hit.First
	for norm(doc, would) != "would" {
		would++
	}
	c := conditional{would: would, end: hit.End, form: beState, subject: subject{Range: article.Range{First: hit.First, End: would}, Head: would - 1, Before: hit.First - 1}}
	if conditionIn(doc, sentence, would) || firstIn(doc, sentence, warnings) >= 0 || c.contextDoubt(doc, nil) > none || c.governorDoubt(doc, sentence) > none ||
		c.conditionDoubt(doc, sentence) > none || phraseIn(doc, sentence, plansNamed) || firstIn(doc, article.Range{First: sentence.First, End: hit.First}, hypothesisNouns) >= 0 ||
		firstIn(doc, article.Range{First: hit.End, End: sentence.End}, hypothesisNouns) >= 0 || norm(doc, hit.End+1) == "own" || norm(doc, hit.End) == "matter" {
		return detect.Match{}, false
	}
	last := norm(doc, hit.End-1)
	s := doc.SpanOf(hit.Range)
	text := func(from, to int) string { return doc.Text[doc.Tokens[from].Start:doc.Tokens[to-1].End] }
	instead := ""
	switch hit.Phrase {
	case tollFrame, numberFrame:
		if hit.Phrase == tollFrame && !harmFollows(doc, hit.End, sentence.End) {
			return detect.Match{}, false
		}
		from := hit.End - 1
		for from > would && (norm(doc, from-1) == "least" || norm(doc, from-1) == "than" || norm(doc, from-1) == "at" && norm(doc, from) == "least" || norm(doc, from-1) == "more" || setOfApproximators[norm(doc, from-1)]) {
			from--
		}
		instead = text(hit.First, would) + " is put at " + text(from, hit.End)
	case suspectFrame:
		if !isAge(last) {
			return detect.Match{}, false
		}
	case originFrame:
		if sourceNamed(doc, sentence, would) || topicEnd(doc, sentence) > sentence.First {
			return detect.Match{}, false // reportative-conditional-present finds it
		}
	case itFrame:
		if !eventsReported[last] || !sourceNamed(doc, sentence, would) || norm(doc, hit.End) == "mission" || following(doc, hit, 1).Kind == article.Word && !closing[norm(doc, hit.End)] {
			return detect.Match{}, false
		}
	case haveFrame, illFrame:
		who, ok := subjectOf(doc, would)
		if !ok || who.Head < 0 || who.Relative && !caughtSuspect(doc, who, sentence) || !who.Relative && !sourceNamed(doc, sentence, would) {
			return detect.Match{}, false
		}
		if hit.Phrase == illFrame && !who.Relative && norm(doc, who.First) != "the" {
			return detect.Match{}, false
		}
		head := norm(doc, who.Head)
		if !who.Relative && !personNoun(head) && !actingNouns[head] && head != "he" && head != "she" && head != "they" && !capital(doc, who.Head) {
			return detect.Match{}, false
		}
		plural, known := who.plural(doc)
		if !known {
			return detect.Match{Span: s}, true
		}
		return match(s, map[bool]string{true: "are", false: "is"}[plural]+" said to have "+text(would+2, hit.End)), true
	}
	if instead == "" {
		be := " is"
		if hit.Phrase == authorsFrame || hit.Phrase == deadFrame || hit.Phrase == suspectsFrame {
			be = " are" // "among the dead are", "the killers are"
		}
		after := would + 1
		for norm(doc, after) != "be" {
			after++
		}
		instead = text(hit.First, would) + be + " believed to be"
		if after+1 < hit.End {
			instead += " " + text(after+1, hit.End)
		}
	}
	return match(s, instead), true
}

var heldOrHurt = union(lawTook, setOf("taken admitted hospitalised hospitalized"))

// caughtSuspect holds for a clause about somebody of whom the sentence says what
// the law did: "The man, who would have a criminal record, was arrested".
func caughtSuspect(doc *detect.Document, who subject, sentence article.Range) bool {
	return norm(doc, who.Head) == "who" && norm(doc, who.First-1) == "," && firstIn(doc, sentence, heldOrHurt) >= 0
}

// isAge holds for "30-year-old".
func isAge(norm string) bool {
	return len(norm) > 9 && norm[len(norm)-9:] == "-year-old"
}

// harmFollows reports whether a toll counts people.
func harmFollows(doc *detect.Document, from, end int) bool {
	for i := from; i < end && i < from+4; i++ {
		if victims[norm(doc, i)] {
			return true
		}
	}
	return false
}

// plansNamed speak of a plan or a drill.
var plansNamed = phrases("under the|in the plan|under a|the drill|the exercise|the scenario|worst case|worst-case")
