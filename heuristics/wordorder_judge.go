package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// prepositions are phrases with the government of another language. In what
// English has instead, "_" is the last word and "@" the one before it.
var prepositions = []swap{
	{"{discuss} about", "{discuss}"},
	{"{emphasize|emphasise} on", "{}"},
	{"stressed on the importance|need|fact|necessity|role", "stressed the _"},
	{"{participate} to the|a|this", "{participate} in _"},
	{"{depend} from the|a|his|her|their", "{depend} on _"},
	{"depend|depends|depended of the|a|his|her|their|this", ""},
	{"(is|was|are|were) married with", "@ married to"},
	{"{consist} from", "{consist} of"},
	{"{arrive} to the airport|station|hospital|scene|hotel|border|conclusion|stadium", "{arrive} at the _"},
	{"{arrive} to the city|village|capital|country|town", "{arrive} in the _"},
	{"married with him|her|them|us", "married to _"},
	{"married with a|an man|woman|doctor|pilot|foreigner|lawyer|teacher|journalist|businessman|politician|frenchman|german|american|actor|actress|singer|footballer", "married to @ _"},
	{"responsible of the|a|this|his|her|their", "responsible for _"},
	{"capable to", "able to"},
	{"accused|suspected for", "@ of"},
	{"interested on the|a|this|his|her|their", "interested in _"},
	{"{resist} to the|any|his|her|their", "{resist} _"},
	{"contacted with him|her|them|us|the", "contacted _"},
	{"approached to the", "approached the"},
	{"in the last time ,|.|;", "recently_"},
	{"in the next time ,|.|;", "soon_"},
	{"{explain} him|them|us|me that|how|why|what|the", "{explain} to @ _"},
	{"{say} him|them|us|me that", "{tell} @ _"},
	{"{attend} to the meeting|conference|ceremony|concert|match|summit|course|funeral|wedding|hearing|event", "{attend} the _"},
	{"{ask} to the government|minister|mayor|president|judge|court|council|ministry|authorities", "{ask} the _"},
	{"answered to the question|questions|letter|journalists|reporters|call", "answered the _"},
	{"{listen} the|him|music", "{listen} to _"},
	{"{wait} him|them|us", "{wait} for _"},
	{"lacks of", "lacks"},
	{"lacked of", "lacked"},
	{"suffers|suffered of", "@ from"},
	{"afraid from", "afraid of"},
	{"superior|inferior|prior than", "@ to"},
	{"in accordance to", "in accordance with"},
	{"according with the|a", "according to _"},
	{"in the internet", "on the internet"},
	{"in the radio|television|tv", "on _"},
	{"in|at monday|tuesday|wednesday|thursday|friday|saturday|sunday", ""},
	{"found|pleaded|pleads guilty for", ""},
	{"{enter} in|into the room|building|house|church|village|apartment|shop", "{enter} the _"},
	{"{succeed} to win|find|reach|get|escape|create|build|take|make", "{manage} to _"},
	{"{prevent} him|them|us|me|people to", "{prevent} @ from"},
	{"{enjoy} of the|a", "{enjoy} _"},
	{"{congratulate} _ [_] [_] with the|his|her|their|a", ""},
}

// The nouns that show what a doubtful preposition means.
var (
	occasions = setOf("victory win birthday anniversary holiday holidays success election appointment day award result birth marriage medal title achievement promotion new")
	atOnce    = setOf("beginning end last highest top lowest same time expense latter bitter death")
)

func judgePreposition(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	next := following(doc, hit, 1)
	last := norm(doc, hit.End-1)
	first := norm(doc, hit.First)
	switch {
	case strings.HasPrefix(first, "congratulat"):
		if !occasions[next.Norm] && !occasions[following(doc, hit, 2).Norm] {
			return m, false
		}
		person := doc.Text[doc.Tokens[hit.First].Start:doc.Tokens[hit.End-3].End]
		m.Suggestions = []string{person + " on " + last}
		return m, true
	case strings.HasPrefix(first, "discuss"), strings.HasPrefix(first, "emphasi"):
		if next.Kind != article.Word || weekdays[next.Norm] || atOnce[next.Norm] || months[next.Norm] {
			return m, false
		}
	case strings.HasPrefix(first, "resist"), strings.HasPrefix(first, "participat"), first == "answered":
		if atOnce[next.Norm] {
			return m, false
		}
	case first == "accused" || first == "suspected":
		if !isGerund(next.Norm) {
			return m, false
		}
	case first == "in" && (last == "internet" || last == "radio" || last == "television" || last == "tv"):
		// "found in the internet", but not "confidence in the internet" nor
		// "in the television industry".
		before := preceding(doc, hit, 1).Norm
		if !isPast(before) && !isParticiple(before) && before != "available" || next.Norm != "" && next.Kind != article.Punct {
			return m, false
		}
	case (first == "in" || first == "at") && weekdays[last]:
		// Inside a sentence "in" may belong to a verb ("turned in Friday").
		if !opening(doc, hit) || !capital(doc, hit.End-1) || next.Norm != "," {
			return m, false
		}
		m.Suggestions = insteadOf(doc, m.Span, "on "+doc.Slice(doc.Tokens[hit.End-1].Span))
		return m, true
	case strings.HasPrefix(first, "listen"):
		if next.Kind != article.Word && last != "music" {
			return m, false
		}
	case first == "capable", strings.HasPrefix(first, "contact"), strings.HasPrefix(first, "lack"):
		if next.Kind != article.Word {
			return m, false
		}
	case strings.HasPrefix(first, "depend"):
		if next.Norm == "start" || next.Norm == "outset" {
			return m, false
		}
	}
	if instead := prepositions[hit.Phrase].insteadOf(doc, hit); instead != "" {
		text := strings.NewReplacer("_", last, "@", norm(doc, hit.End-2)).Replace(instead)
		m.Suggestions = insteadOf(doc, m.Span, strings.Split(text, "|")...)
	}
	return m, true
}

var photos = []swap{
	{"on the photo|photos|picture|pictures|image|images|screenshot|footage", "in the _"},
	{"photo from|: open sources", ""},
	{"illustrative photo|image|picture", ""},
	{"photo is|: illustrative", ""},
	{"photo : archive", ""},
}

// seeing are the words after which "on the photo" tells where something is seen.
var seeing = setOf("seen shown visible depicted captured recognised recognized see shows pictured look looks appears appear smiling")

// judgePhoto wants "on the photo" at the head of a sentence or after a verb of
// seeing, and the stock credits anywhere.
func judgePhoto(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if hit.Phrase == 0 {
		if !seeing[preceding(doc, hit, 1).Norm] && !opening(doc, hit) || !ended(doc, hit) {
			return detect.Match{}, false
		}
	}
	return replace(photos)(doc, hit)
}

// judgeInstrument suggests "using" with the tool.
func judgeInstrument(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !ended(doc, hit) || followedBy("of")(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	tool := doc.Text[doc.Tokens[hit.First+4].Start:doc.Tokens[hit.End-1].End]
	m.Suggestions = insteadOf(doc, m.Span, "using "+tool)
	return m, true
}

// judgeDash suggests a comma inside the quotation mark and no dash.
func judgeDash(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if followedBy("to by be")(doc, hit) {
		return m, false
	}
	if hit.Phrase == 3 { // the dash stuck to the verb
		return m, true
	}
	var mark, words string
	for i := hit.First; i < hit.End; i++ {
		switch t := doc.Tokens[i]; {
		case t.Kind == article.Word:
			words += " " + doc.Slice(t.Span)
		case t.Norm != "," && t.Norm != "-" && t.Norm != "–" && t.Norm != "—":
			mark = doc.Slice(t.Span)
		}
	}
	if mark == "'" || mark == "’" {
		mark = doc.Slice(doc.Tokens[hit.First].Span)
	}
	m.Suggestions = []string{"," + mark + words}
	return m, true
}

// dashLines are the dashes of paragraphs that begin with one and hold a whole
// sentence, where there are at least two.
func dashLines(doc *detect.Document) []detect.Match {
	var out []detect.Match
	for _, p := range doc.Paragraphs {
		tokens := doc.TokensIn(p.Tokens)
		if len(tokens) < 6 {
			continue
		}
		switch tokens[0].Norm {
		case "-", "–", "—":
			if tokens[1].Is(article.Capital | article.SpaceBefore) {
				out = append(out, detect.Match{Span: tokens[0].Span})
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// judgeSplitObject wants an object after the determiner, and no time phrase
// ("left immediately the next day").
func judgeSplitObject(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if norm(doc, hit.First+1) == "also" {
		verb := doc.Slice(doc.Tokens[hit.First].Span)
		m.Suggestions = []string{"also " + verb + doc.Text[doc.Tokens[hit.First+1].End:m.End]}
		before := preceding(doc, hit, 1).Norm // "a team which included also-rans", "not only announced"
		return m, before != "," && before != "to" && preceding(doc, hit, 2).Norm != "only"
	}
	for n := 1; n <= 2; n++ {
		switch following(doc, hit, n).Norm {
		case "next", "same", "day", "morning", "night", "moment", "following", "week", "year", "way", "previous", "time", "":
			return m, n == 2 && following(doc, hit, n).Norm == ""
		}
	}
	return m, true
}

// judgeRunOns takes the first of two or more clauses of a sentence that a comma
// alone joins to the one before.
func judgeRunOns(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var out []detect.Match
	last := -1 // the sentence judged last
	for k, hit := range hits[:len(hits)-1] {
		sentence := doc.Tokens[hit.First].Sentence
		if sentence == last || doc.Tokens[hits[k+1].First].Sentence != sentence {
			continue
		}
		last = sentence
		if slices.ContainsFunc(doc.TokensIn(doc.Sentences[sentence].Tokens), joinsClauses) {
			continue
		}
		m := detect.Match{Span: doc.SpanOf(hit.Range)}
		m.Suggestions = []string{". " + capitalised(doc.Text[doc.Tokens[hit.First+1].Start:m.End])}
		out = append(out, m)
	}
	return out
}

// joinsClauses holds for words that say how a clause goes with another, and in
// quotations, where talk may run on.
func joinsClauses(t article.Token) bool {
	return t.Is(article.Quoted) || subordinators[t.Norm] && t.Norm != "so" || speechVerbs[t.Norm] || questionWords[t.Norm] || t.Norm == "?"
}

// judgeNounFirst wants both words to end the noun phrase, so that names and
// other nouns stay silent.
func judgeNounFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	if capital(doc, hit.End-2) || !ended(doc, hit) || next.Norm == "-" || next.Norm == "and" || isAdverb(next.Norm) && next.Norm != "also" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	word := func(i int) string { return doc.Slice(doc.Tokens[i].Span) }
	m.Suggestions = []string{word(hit.First) + " " + word(hit.End-1) + " " + word(hit.End-2)}
	return m, true
}
