package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// wordyFrames are heuristics of phrases that the source needs, or that are one
// word there, and that a sub-editor cuts or turns round.
var wordyFrames = []detect.Heuristic{
	{
		Name: "for-a-long-time-vague", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "uk", "ru", "cs"},
		Message:         `"For a long time" leaves the question how long; give the time, or write "long" before the verb ("has long been").`,
		Doc: detect.Doc{
			What:   `"For a long time" in a report.`,
			Why:    `German "lange", Russian "долго" and "давно", Czech "dlouho", Chinese "长期" and Japanese "長年" are one adverb; English puts "long" to the verb, or says how long.`,
			Humans: `In talk and columns, and after "not" ("they have not met for a long time"); left alone, as are texts whose author says "I" throughout.`,
			Misses: `"A long time ago", "long time" by itself.`,
		},
		Phrases: []string{"for a [very|rather|quite] long time", "for quite a long time"}, Judge: take(not(columnist), not(followedBy("now to yet")), not(sentenceHas("not never no nobody nothing hasn't haven't hadn't won't without"))),
		Examples: []detect.Example{
			{Text: "The bridge was closed ⟦for a long time⟧."},
			{Text: "Farmers ⟦for a long time⟧ paid a low rent."},
			{Text: "⟦For a very long time⟧, the mill stood empty."},
		},
		NearMisses: []string{
			"The bridge has long been closed.",
			"The bridge was closed for nine months.",
			"I lived there for a long time, and I liked my house.",
			"It will be shut for a long time yet.",
			"The two clubs have not met for a long time.",
		},
	},
	{
		Name: "comma-so-that", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "zh", "he", "uk", "ja", "cs"},
		Message:         `A result takes ", so"; "so that" of purpose takes no comma.`,
		Doc: detect.Doc{
			What:   `", so that" inside a sentence.`,
			Why:    `German "sodass" and "damit", Czech "takže" and "aby" and Ukrainian "щоб" stand after a comma, Chinese "使得" and "以便" after a pause. English tells the two apart: "it rained, so the match was off", "he left early so that she could sleep".`,
			Humans: "Before a purpose after a long clause, or after an insertion that ends with a comma of its own.",
			Misses: `"So that" without a comma for a result.`,
		},
		Phrases: []string{", so that"}, Judge: judgeSoThat,
		Examples: []detect.Example{
			{Text: "It rained for days⟦, so that⟧ the match was off.", Suggest: ", so"},
			{Text: "The gate stays open⟦, so that⟧ cattle can pass.", Suggest: " so that"},
			{Text: "Two wells ran dry⟦, so that⟧ the village bought water.", Suggest: ", so"},
		},
		NearMisses: []string{
			"It rained for days, so the match was off.",
			"The gate stays open so that cattle can pass.",
			"He forgot the key, so that was the end of it.",
			"The gate, which is old, so that it creaks, stays open.",
		},
	},
	{
		Name: "for-the-time-being", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "de", "zh", "uk", "cs"},
		Message:         `"For the time being" for "for now".`,
		Doc: detect.Doc{
			What:   `"For the time being" inside a sentence.`,
			Why:    `Japanese "当面", German "vorerst" and "vorläufig", Chinese "暂时" and Czech "prozatím" are one word; English news writes "for now".`,
			Humans: "Now and then.",
			Misses: `"Temporarily". At the head of a sentence it is another rule's.`,
		},
		Phrases: []string{"for the time being"}, Judge: replace([]swap{{"", "for now"}}, not(opening), not(followedBy("in"))),
		Examples: []detect.Example{
			{Text: "The road stays shut ⟦for the time being⟧.", Suggest: "for now"},
			{Text: "Fees will ⟦for the time being⟧ not rise.", Suggest: "for now"},
			{Text: "The bridge is safe ⟦for the time being⟧, he said.", Suggest: "for now"},
		},
		NearMisses: []string{
			"The road stays shut for now.",
			"The law for the time being in force applies.",
			"They wait for the time when it opens.",
		},
	},
	{
		Name: "period-of-time", Family: detect.Periphrasis, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "he", "ja", "uk"},
		Message:         `A period is always one of time; write "time" or "period".`,
		Doc: detect.Doc{
			What:   `"A short period of time", "for a period of time".`,
			Why:    `Chinese "一段时间" and "短时间内", Hebrew "פרק זמן" and Russian "промежуток времени" name time twice.`,
			Humans: "In law and science.",
			Misses: `"Time period".`,
		},
		Phrases: []string{"a|this|that|same|whole|entire|short|long|certain|longer|shorter|limited|specified|considerable period|periods of time"}, Judge: judgePeriod,
		Examples: []detect.Example{
			{Text: "The dam was built in a ⟦short period of time⟧.", Suggest: "short time"},
			{Text: "The road was shut for ⟦a period of time⟧.", Suggest: "a while"},
			{Text: "Within ⟦that period of time⟧ nothing happened.", Suggest: "that time"},
		},
		NearMisses: []string{
			"The dam was built in a short time.",
			"It was a period of drought.",
			"The drug was given over a period of time.",
			"In the period of which he spoke, time stood still.",
		},
	},
	{
		Name: "point-of-view-frame", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "cs", "de", "ja"},
		Message:         `A frame of abstract nouns; write "for", "in" or "as for", or begin with the fact.`,
		Doc: detect.Doc{
			What:   `"From the point of view of", "from the perspective of", "from a legal point of view".`,
			Why:    `Chinese "从...角度", Czech "z hlediska", German "aus Sicht", Russian "с точки зрения" and Japanese "観点から" open sentences as prepositions do.`,
			Humans: "Of a camera, a teller or somebody's own view.",
			Misses: `"In terms of", which is another rule's.`,
		},
		Phrases: []string{
			"from the point of view|perspective of", "from a|an|the " + viewpoints + " point of view", "from a|an|the " + viewpoints + " perspective|viewpoint|standpoint",
			"from the viewpoint|standpoint of", "from the perspective of",
		},
		Judge: take(not(columnist), not(followedBy("a an one someone")), not(sentenceHas("told tells tell story film films novel book narrated filmed shot written camera"))),
		Examples: []detect.Example{
			{Text: "⟦From the point of view of⟧ safety, the bridge is sound."},
			{Text: "⟦From a legal point of view⟧, the fine stands."},
			{Text: "It makes sense ⟦from an economic perspective⟧."},
		},
		NearMisses: []string{
			"The story is told from the point of view of a dog.",
			"The film is shot from the point of view of the boy.",
			"From her point of view, the fine stands.",
			"The bridge is safe.",
		},
	},
	{
		Name: "the-above-reference", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "de", "ja", "he"},
		Message:         `"The above" points back in a document; write "these", or name the thing again.`,
		Doc: detect.Doc{
			What:   `"The above" before a noun: "the above measures".`,
			Why:    `Chinese "上述" and "以上", German "oben genannt" and Japanese "上記" refer to what was said.`,
			Humans: "In rules, contracts and quizzes (\"none of the above\").",
			Misses: `"The above-mentioned", which is another rule's.`,
		},
		Phrases: []string{"the above _"}, Judge: judgeTheAbove,
		Examples: []detect.Example{
			{Text: "⟦The above⟧ measures start in May.", Suggest: "These"},
			{Text: "Nobody obeyed ⟦the above⟧ rules.", Suggest: "these"},
			{Text: "A fire broke out in ⟦the above⟧ building."},
		},
		NearMisses: []string{
			"These measures start in May.",
			"None of the above applies.",
			"The above average harvest helped.",
		},
	},
	{
		Name: "in-such-a-way", Family: detect.Periphrasis, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "cs", "uk"},
		Message:         `"In such a way that" for "so that".`,
		Doc: detect.Doc{
			What:   `"In such a way that", "in such a way as to".`,
			Why:    `German "so ..., dass" and "derart", Russian "таким образом, чтобы" and Czech "tak, aby" are light; English has "so that" or "to".`,
			Humans: "Where the manner matters, as in law.",
			Misses: `"In a way that".`,
		},
		Phrases: phrasesOf(suchWays), Judge: replace(suchWays),
		Examples: []detect.Example{
			{Text: "The locks were set ⟦in such a way that⟧ nobody could leave.", Suggest: "so that"},
			{Text: "Roads are built ⟦in such a way as to⟧ shed water.", Suggest: "to"},
			{Text: "It was cut ⟦in such a way that⟧ it fell.", Suggest: "so that"},
		},
		NearMisses: []string{
			"The locks were set so that nobody could leave.",
			"She smiled in such a way.",
			"They built it in a way that lasts.",
		},
	},
	{
		Name: "the-reason-is-that", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "de", "he", "cs"},
		Message:         `The reason is announced; state the fact and go on with "because".`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "The reason is", "The reason for this is", "The reason why" and the like.`,
			Why:    `Chinese "原因是", Russian "причина в том, что", German "Grund dafür ist" and Hebrew "הסיבה לכך" make a clause of their own; English news joins the reason with "because" or "after".`,
			Humans: `In columns and talk; texts whose author says "I" throughout are left alone.`,
			Misses: "The same words inside a sentence, and other reasons (\"the reason for the delay\").",
		},
		Phrases: []string{"the [main] reason|reasons for this|that is|are|was|were", "the [main] reason is|was", "the [main] reason|reasons why"}, Judge: take(opening, not(columnist), not(followedBy("simple clear obvious unknown unclear"))),
		Examples: []detect.Example{
			{Text: "The bridge is closed. ⟦The reason is⟧ a crack."},
			{Text: "⟦The main reason for this is⟧ the weather."},
			{Text: "⟦The reasons why⟧ he left are unknown."},
		},
		NearMisses: []string{
			"The bridge is closed because of a crack.",
			"He gave the reason for the delay.",
			"The reason for the delay was a crack.",
			"The reason is simple: money.",
		},
	},
	{
		Name: "according-to-pronoun", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "he"},
		Message:         `"According to him" for "he said".`,
		Doc: detect.Doc{
			What:   `"According to him", "according to her", "according to them" and "according to the police".`,
			Why:    `Russian "по его словам", Ukrainian "за його словами", Czech "podle něj" and German "ihm zufolge", "nach Angaben der Polizei" attribute by a phrase; English by a verb.`,
			Humans: "Where somebody's version is doubted.",
			Misses: "Names and other nouns.",
		},
		Phrases: []string{"according to him|her|them", "according to the police"}, Judge: judgeAccordingTo,
		Examples: []detect.Example{
			{Text: "⟦According to him,⟧ the bridge is safe.", Suggest: "He said"},
			{Text: "The bridge, ⟦according to her⟧, is safe.", Suggest: "she said"},
			{Text: "Nobody was hurt, ⟦according to the police⟧.", Suggest: "police said"},
		},
		NearMisses: []string{
			"He said the bridge is safe.",
			"According to her lawyer, the bridge is safe.",
			"According to the police report, nobody was hurt.",
			"According to the police, the jeweller from Jaipur was robbed.",
		},
	},
	{
		Name: "a-representative-of", Family: detect.Periphrasis, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "zh", "uk", "ja", "cs"},
		Message:         `"A representative of" for a spokesman, official or member; say which.`,
		Doc: detect.Doc{
			What:   `"A representative of" or "the representative of" a body.`,
			Why:    `Russian "представитель", Czech "zástupce", Chinese "代表" and German "Vertreter" are anyone who speaks or stands for a body.`,
			Humans: "Of delegates, and of sales.",
			Misses: "The plural.",
		},
		Phrases: []string{"a|the representative of the|this|that|his|her|their"}, Judge: replace([]swap{{"", "a spokesperson for _"}}, not(capitalAt(1)), not(followedBy("family estate tribe nation"))),
		Examples: []detect.Example{
			{Text: "⟦A representative of the⟧ ministry left the hall.", Suggest: "A spokesperson for the"},
			{Text: "It was said by ⟦a representative of the⟧ firm.", Suggest: "a spokesperson for the"},
			{Text: "⟦The representative of the⟧ club refused.", Suggest: "A spokesperson for the"},
		},
		NearMisses: []string{
			"A spokesperson for the ministry left the hall.",
			"The House of Representatives of the state met.",
			"He is a sales representative.",
			"A representative of the family asked for privacy.",
		},
	},
	{
		Name: "head-of-state-for-president", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "fr"},
		Message:         `"The head of state" for the president who was named before; write "the president", "he" or "she".`,
		Doc: detect.Doc{
			What:   `"The head of state" in an article that has "President" with a name.`,
			Why:    `Russian "глава государства", Czech "hlava státu", German "der Staatschef" and French "le chef de l'État" avoid naming the president twice.`,
			Humans: "Of the office, and of monarchs.",
			Misses: `"Heads of state".`,
		},
		Phrases: []string{"the [russian|french|german|ukrainian|czech|polish|turkish|belarusian] head of state"}, Judge: replace([]swap{{"", "the president"}}, articleHas("president"), not(articleHas("king queen monarch emperor")), not(followedBy("or and")), not(precededBy("as"))),
		Examples: []detect.Example{
			{Text: "President Kos spoke first. ⟦The head of state⟧ looked tired.", Suggest: "The president"},
			{Text: "President Kos was late; nobody blamed ⟦the head of state⟧.", Suggest: "the president"},
			{Text: "President Kos and his wife came. Flowers were given to ⟦the head of state⟧.", Suggest: "the president"},
		},
		NearMisses: []string{
			"The king is the head of state.",
			"President Kos is popular as the head of state.",
			"The king met President Kos, and the head of state gave him a clock.",
			"Nine heads of state met the president.",
		},
	},
}

const viewpoints = "legal|economic|political|technical|medical|scientific|historical|moral|practical|environmental|financial|military|human|global|business|strategic|tactical|sporting|long-term|architectural|ecological|psychological|safety|security"

var suchWays = []swap{
	{"in such a way that", "so that"},
	{"in such a way as to", "to"},
}

// judgeSoThat tells purpose, which has a modal verb, from result. A comma that
// closes an insertion is the insertion's.
func judgeSoThat(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	if next := following(doc, hit, 1); auxiliary[next.Norm] || next.Kind != article.Word || next.Norm == "'s" {
		return detect.Match{}, false // "so that was the end of it"
	}
	for i := hit.First - 1; i > s.First; i-- {
		if norm(doc, i) == "," {
			return detect.Match{}, false
		}
	}
	for i := hit.End; i < min(s.End, hit.End+8); i++ {
		switch norm(doc, i) {
		case "can", "could", "may", "might", "will", "would", "should", "need", "needn't", "won't", "can't", "cannot", "don't", "do":
			return match(doc.SpanOf(hit.Range), " so that"), true
		}
	}
	return match(doc.SpanOf(hit.Range), ", so"), true
}

// judgePeriod keeps the word before the period.
func judgePeriod(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	first := norm(doc, hit.First)
	if first == "a" && preceding(doc, hit, 1).Norm == "over" {
		return m, false // "over a period of time" is what English says
	}
	switch {
	case norm(doc, hit.First+1) == "periods":
	case first == "a":
		m.Suggestions = []string{"a while"}
	default:
		m.Suggestions = insteadOf(doc, m.Span, first+" time")
	}
	return m, true
}

// judgeTheAbove takes "the above" before a noun, or before a noun with one
// word before it.
func judgeTheAbove(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	last := doc.Tokens[hit.End-1]
	if !lowerWord(last) || closing[last.Norm] || last.Norm == "average" || last.Norm == "normal" || norm(doc, hit.First-1) == "of" && norm(doc, hit.First-2) == "none" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.End - 1})}
	if isPluralNoun(last.Norm) {
		m.Suggestions = insteadOf(doc, m.Span, "these")
	}
	return m, true
}

// judgeAccordingTo makes a clause of the attribution.
func judgeAccordingTo(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	who := map[string]string{"him": "he", "her": "she", "them": "they", "police": "police"}[norm(doc, hit.End-1)]
	if next.Kind != article.Punct && next.Norm != "" || next.Norm == "'" || next.Norm == "-" || who == "police" && outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	switch {
	case opening(doc, hit) && next.Norm == ",":
		m.End = next.End
	case preceding(doc, hit, 1).Norm != ",":
		return m, true // the clause has to be turned round
	}
	m.Suggestions = insteadOf(doc, m.Span, who+" said")
	return m, true
}
