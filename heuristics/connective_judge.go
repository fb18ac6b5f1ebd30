package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// longStory makes an example long enough for one connective to be nothing.
const longStory = " Rain fell. Roads closed. Trains ran. Boats sailed. Few came. Shops shut. Lights failed. Bells rang. " +
	"Dogs barked. Men left. Women stayed. Night fell. Snow came. Wind rose. Trees fell. Nobody spoke."

var frameworks = []swap{
	{"in|within the framework|frameworks of the", "as part of the"},
	{"in|within the framework|frameworks of a|an|this|these|its|his|their", "as part of _"},
	{"in|within the framework|frameworks of", "as part of"},
}

// notLegal holds outside sentences about laws and treaties, whose frameworks
// are real.
var notLegal = not(sentenceHas("constitution constitutional law laws treaty treaties convention agreement agreements legal legislation charter rules"))

// fields are what is not measured in levels.
var fields = setOf(`training policy communication security organisation organization government legislation education quality
	service services infrastructure ministry ministries state states region regions municipality municipalities council
	administration city cities district community communities federation republic commission union heads presidents
	ministers leaders authorities management defence defense parliament prices wages energy transport cooperation
	content form technology society companies company family schools law laws principles slogans declarations`)

// levelOfField wants an institution or a field of work after "at the level of".
func levelOfField(doc *detect.Document, hit detect.Hit) bool {
	if hit.Phrase > 0 {
		return true
	}
	last := norm(doc, hit.End-1)
	if hit.End-hit.First == 6 {
		return (norm(doc, hit.End-2) == "the" || isPlainAdjective(norm(doc, hit.End-2)) || foreignAdjective[norm(doc, hit.End-2)]) && fields[last] && ended(doc, hit)
	}
	return fields[last]
}

var foreignAdjective = setOf("european foreign state individual local regional national federal economic social political technical human public urban")

var sides = []swap{
	{"from the side of the|his|her|their|its", "from _"},
	{"from the side of", "from"},
	{"from the part of the|his|her|their|its", "from _"},
	{"from the part of", "from"},
	{"on his|her|its|their side ,", ""},
}

// actors are nouns for bodies that act, besides people.
var actors = setOf(`ministry government authorities authority company police state party union unions club court country
	opposition parliament council president army military regime administration society community population public
	parents media press management owners investors banks bank employers federation association kremlin west enemy`)

func judgeSide(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	switch hit.Phrase {
	case 4:
		if !opening(doc, hit) || next.Norm != "the" && !next.Is(article.Capital) {
			return detect.Match{}, false
		}
		m := detect.Match{Span: doc.SpanOf(hit.Range)}
		m.Suggestions = insteadOf(doc, m.Span, "for "+norm(doc, hit.First+1)+" part,")
		return m, true
	case 0, 1:
		if !actors[next.Norm] && !personNoun(next.Norm) && !next.Is(article.Capital) && !actors[following(doc, hit, 2).Norm] {
			return detect.Match{}, false
		}
	}
	return replace(sides)(doc, hit)
}

var inView = []swap{{"in view of the|this|these|his|her|their|its|such|rising|growing|increasing|possible|recent", "given _"}}

// withSuggestion adds the same suggestion to all that a Scan finds.
func withSuggestion(judge func(*detect.Document, []detect.Hit) []detect.Match, text string) func(*detect.Document, []detect.Hit) []detect.Match {
	return func(doc *detect.Document, hits []detect.Hit) []detect.Match {
		found := judge(doc, hits)
		for i := range found {
			found[i].Suggestions = insteadOf(doc, found[i].Span, text)
		}
		return found
	}
}

// firstHand holds in articles with "on the one hand".
func firstHand(doc *detect.Document, _ detect.Hit) bool {
	return phraseIn(doc, article.Range{First: 0, End: len(doc.Tokens)}, phraseTable{"one": {{"one", "hand"}}})
}

// weighing holds in reports of research, which set one finding against another.
var weighing = articleHas("researchers researcher scientists scientist study studies")

// startsAtComma holds for hits that begin with a comma.
func startsAtComma(doc *detect.Document, hit detect.Hit) bool { return norm(doc, hit.First) == "," }

// afterCommaAndVerb holds for hits after a comma with a verb before it, so that no
// subject can own the words.
func afterCommaAndVerb(doc *detect.Document, hit detect.Hit) bool {
	return preceding(doc, hit, 1).Norm == "," && verbIn(doc, sentenceOf(doc, hit.First).First, hit.First)
}

// beforeMark holds where a mark or the end of the sentence follows.
func beforeMark(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	return t.Norm == "" || t.Kind == article.Punct
}

// firstPerson holds in texts whose author says "I" outside quotations: columns,
// letters and reviews, not news.
func firstPerson(doc *detect.Document, _ detect.Hit) bool { return saysI(doc) }

func saysI(doc *detect.Document) bool { return timesI(doc) >= 1 }

// columnist holds in texts whose author speaks of himself throughout (one "I"
// may be a quotation that lost its marks), and in transcripts.
func columnist(doc *detect.Document, _ detect.Hit) bool {
	return timesI(doc) >= 3 || detect.Shared(doc, "transcript", transcript)
}

// transcript reports whether paragraphs begin with the names of speakers:
// "MAYOR: We break ground in May."
func transcript(doc *detect.Document) bool {
	turns := 0
	for _, p := range doc.Paragraphs {
		tokens := doc.TokensIn(p.Tokens)
		for i := 1; i < min(len(tokens), 5); i++ {
			if tokens[i].Norm == ":" && i > 0 && tokens[0].Is(article.Capital) && tokens[i-1].Is(article.Capital) {
				turns++
				break
			}
		}
	}
	return turns >= 3
}

// timesI counts first persons outside quotations, up to three.
func timesI(doc *detect.Document) int {
	return detect.Shared(doc, "first persons", func(doc *detect.Document) int {
		n := 0
		for _, t := range doc.Tokens {
			switch t.Norm {
			case "i", "i'm", "i've", "i'd", "i'll", "my", "me":
				if !t.Is(article.Quoted) {
					if n++; n == 3 {
						return n
					}
				}
			}
		}
		return n
	})
}

var noted = []swap{
	{"it should|must [also] be noted|mentioned|emphasized|emphasised|stressed|added|recalled|remembered|pointed|said [out] that", ""},
	{"it should|must be noted|mentioned|added ,", ""},
	{"it is [also] worth noting|mentioning|recalling|remembering|remarking|adding|emphasizing|emphasising|pointing [out] that", ""},
	{"it is [also] noteworthy|notable|curious that", ""},
	{"it is [also] important|necessary|interesting|essential to note|mention|recall|emphasize|emphasise|stress|remember that", ""},
	{"it is [also] worth paying attention to", ""},
	{"it can be said that", ""},
}

var nominalConjunctions = []swap{
	{"(due to|owing to|in view of|in connection with) the fact that", "because"},
	{"(regardless of) the fact that", "although"},
}

var accounts = []swap{{"taking into account|consideration", "given"}}

// outsideBrackets holds where no bracket is open before the hit in its
// sentence.
func outsideBrackets(doc *detect.Document, hit detect.Hit) bool {
	for i := hit.First - 1; i >= sentenceOf(doc, hit.First).First; i-- {
		switch norm(doc, i) {
		case "(":
			return false
		case ")":
			return true
		}
	}
	return true
}

// judgeEtc leaves the full stop of the abbreviation out of the span.
func judgeEtc(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m, ok := take(outsideBrackets, not(columnist))(doc, hit)
	if norm(doc, hit.End-1) == "on" && !beforeMark(doc, hit) {
		return m, false // "and so on Friday"
	}
	if strings.HasSuffix(doc.Slice(m.Span), ".") {
		m.End--
	}
	return m, ok
}
