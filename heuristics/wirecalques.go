package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// wireCalques are heuristics of what German, Spanish, Italian and French agency
// copy keeps when it is translated word for word: the order of its sentences, its
// links and its set forms.
var wireCalques = []detect.Heuristic{
	newsroomHeuristic(detect.Heuristic{
		Name: "police-report-formula-german", Severity: detect.Minor,
		SourceLanguages: []string{"de"},
		Message:         "A formula of German police reports word for word.",
		Doc: detect.Doc{
			What:   `"It came to an accident", "got off the roadway", "crashed frontally into", "died still at the scene", "in action with 40 forces", "for so far unexplained reasons", "according to own information".`,
			Why:    `German "es kam zu einem Unfall", "von der Fahrbahn abkommen", "frontal gegen", "noch am Unfallort", "mit 40 Kräften im Einsatz", "aus bislang ungeklärter Ursache", "nach eigenen Angaben" open every police report.`,
			Humans: "Hardly; none occurs in two million words of native news.",
			Misses: "Formulas that are not in the table, and those broken up by other words.",
		},
		Examples: []detect.Example{
			{Text: "On Friday ⟦it came to a serious accident⟧ near Bad Lohr."},
			{Text: "The van ⟦got off the roadway⟧ in a bend.", Suggest: "left the road"},
			{Text: "A man was arrested ⟦because of suspicion of⟧ murder.", Suggest: "on suspicion of"},
			{Text: "\"It burns,\" said the ⟦speaker of the fire brigade⟧.", Suggest: "spokesman for the fire brigade"},
			{Text: "She ⟦died still at the scene⟧.", Suggest: "died at the scene"},
			{Text: "The firm has, ⟦according to own information⟧, no debts.", Suggest: "by its own account"},
		},
		NearMisses: []string{
			"When it came to a vote, nobody spoke.",
			"The complaint against him was investigated in May.",
			"The boy got off the bus.",
			"She died at the scene.",
			"The army is in action with two brigades.",
			"The speaker of the house spoke for an hour.",
			"He was investigated because nobody believed him.",
			"Unknown artists painted the wall.",
			"According to his own figures, the firm made a loss.",
		},
	}, germanPoliceFormulas, whereSaid("against", opening), not(precededBy("when if where until"))),
	{
		Name: "what-for-which-clause", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl", "cs"},
		Message:         `"What" takes up a whole clause; English has "which".`,
		Doc: detect.Doc{
			What:   `", what led to", ", what caused", ", what means" after a full clause.`,
			Why:    `German "was" and Czech "což" take up the clause before; English "what" cannot, it has "which".`,
			Humans: `Never so; "what" that opens a clause with a verb of its own ("in the end, what led to it was greed") or a question is left alone.`,
			Misses: "Other verbs, and clauses without a comma.",
		},
		Phrases: []string{", what [also|then|again|finally] led|leads to", ", what [also|then|again|finally] caused|causes|triggered|provoked|means|meant|resulted|makes|allowed|enabled|complicates|complicated"},
		Judge:   judgeWhatClause,
		Examples: []detect.Example{
			{Text: "The tunnel was closed⟦, what led to⟧ long queues.", Suggest: ", which led to"},
			{Text: "The pump failed⟦, what caused⟧ a flood in the hall.", Suggest: ", which caused"},
			{Text: "The club lost again⟦, what means⟧ a season in the second division.", Suggest: ", which means"},
		},
		NearMisses: []string{
			"In the end, what led to the crash was a worn bolt.",
			"The tunnel was closed, which led to long queues.",
			"Nobody knew, what caused the flood least of all.",
			"He asked her, what caused it?",
		},
	},
	{
		Name: "duration-before-participle", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"de", "nl"},
		Message:         "The length of time stands before the participle; put it last.",
		Doc: detect.Doc{
			What:   `"Was for four hours completely closed", "were for two days cut off".`,
			Why:    `German puts the participle last, so the time comes before it ("war für vier Stunden gesperrt"). English has it after the verb group.`,
			Humans: "With years and decades, in histories, which are left alone.",
			Misses: "Participles that are not on the list.",
		},
		Phrases: []string{"was|were|is|are for [about|around|some|over|almost|nearly] #|two|three|four|five|six|several|many minutes|hours|days|weeks [completely|fully|partially|partly|temporarily] closed|blocked|interrupted|detained|disrupted|suspended|evacuated|missing|trapped|stopped"},
		Judge:   judgeDurationFirst,
		Examples: []detect.Example{
			{Text: "The road ⟦was for four hours completely closed⟧.", Suggest: "was completely closed for four hours"},
			{Text: "Both tracks ⟦were for several days blocked⟧ by mud.", Suggest: "were blocked for several days"},
			{Text: "Traffic ⟦was for 40 minutes interrupted⟧.", Suggest: "was interrupted for 40 minutes"},
		},
		NearMisses: []string{
			"The road was closed for four hours.",
			"The mill was for many years closed to visitors.",
			"The ticket is for three days.",
		},
	},
	{
		Name: "until-end-without-article", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"de", "pl", "cs", "ru"},
		Message:         `"The" is missing before "end" or "beginning".`,
		Doc: detect.Doc{
			What:   `"Until end of the month", "since beginning of May".`,
			Why:    `German "bis Ende des Monats" and "seit Anfang Mai" and the Slavic languages have no article there.`,
			Humans: `In business jargon with "by" and no second article ("by end of day"), which is left alone.`,
			Misses: `"At end of"; "by end of".`,
		},
		Phrases: []string{"until|till|since|from end|beginning|middle of the|this|last|next|" + monthAlternatives},
		Judge:   judgeEndWithoutArticle,
		Examples: []detect.Example{
			{Text: "The pool is closed ⟦until end⟧ of the month.", Suggest: "until the end"},
			{Text: "Rents have risen ⟦since beginning⟧ of May.", Suggest: "since the beginning"},
			{Text: "⟦From middle⟧ of next week the road is open.", Suggest: "From the middle"},
		},
		NearMisses: []string{
			"The pool is closed until the end of the month.",
			"It must be paid by end of day.",
			"He painted it from beginning to end of the wall.",
		},
	},
	{
		Name: "article-before-percentage-change", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "it", "pt", "ca"},
		Message:         "A percentage of change has no article in English.",
		Doc: detect.Doc{
			What:   `"Has fallen a 40%", "rose a 3.5 per cent", "grew by a 7%".`,
			Why:    `Spanish "ha caído un 40 %", Italian "è sceso del 40%" and Portuguese "caiu uns 40%" have an article; English has none.`,
			Humans: `Never, unless a noun follows ("raised a 5% stake"), which is left alone.`,
			Misses: "Verbs that are not on the list.",
		},
		Phrases: []string{
			"rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|increase|increases|increased|increasing|decrease|decreases|decreased|grow|grows|grew|grown|drop|drops|dropped|decline|declines|declined|reduced|shrunk|shrank|advanced|climbed|plunged [by] a|an # %",
			"rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|increase|increases|increased|increasing|decrease|decreases|decreased|grow|grows|grew|grown|drop|drops|dropped|decline|declines|declined|reduced|shrunk|shrank|advanced|climbed|plunged [by] a|an # percent",
			"rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|increase|increases|increased|increasing|decrease|decreases|decreased|grow|grows|grew|grown|drop|drops|dropped|decline|declines|declined|reduced|shrunk|shrank|advanced|climbed|plunged [by] a|an # per cent",
		},
		Judge: judgePercentArticle,
		Examples: []detect.Example{
			{Text: "Sales have ⟦fallen a 40%⟧ since June.", Suggest: "fallen 40%"},
			{Text: "Rents ⟦rose by a 3.5%⟧ in the port.", Suggest: "rose by 3.5%"},
			{Text: "Exports ⟦grew a 12 percent⟧.", Suggest: "grew 12 percent"},
		},
		NearMisses: []string{
			"Sales have fallen 40% since June.",
			"The fund increased a 5% stake to 9%.",
			"Rents rose by a third.",
			"They reduced a 20% tariff.",
		},
	},
	{
		Name: "passive-before-subject", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"it", "es", "ro", "pt", "ru"},
		Message:         "The subject stands after its verb; put it first.",
		Doc: detect.Doc{
			What:   `"In the hiding place have been found two pistols": a place, a passive and only then what was found.`,
			Why:    `Italian "nel covo sono stati trovati due fucili", Spanish "han sido detenidas tres personas" put what is new last. English inverts so only with "be" and in literature.`,
			Humans: "In older prose, with the simple past; only the perfect counts.",
			Misses: "Other verbs, and sentences that open with the verb.",
		},
		Phrases: []string{"have|has [also] been [also|then] found|seized|arrested|detained|recovered|discovered|confiscated|identified|injured|kidnapped|killed|rescued|evacuated [also|then] #|a|an|two|three|four|five|six|seven|eight|nine|ten|several|some|numerous|many"},
		Judge:   judgePassiveFirst,
		Examples: []detect.Example{
			{Text: "In the cellar ⟦have been found⟧ two pistols.", Suggest: ""},
			{Text: "During the raid ⟦have been arrested⟧ 12 people.", Suggest: ""},
			{Text: "In the flat ⟦has also been seized⟧ a forged passport.", Suggest: ""},
		},
		NearMisses: []string{
			"In the cellar two pistols have been found.",
			"Two men have been found a few miles away.",
			"In Velm the pair have been arrested two times.",
			"In the north 12 people have been killed.",
		},
	},
	{
		Name: "false-friend-qualify-describe", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"es", "fr", "it", "pt"},
		Message:         `"Qualified as" for "described as".`,
		Doc: detect.Doc{
			What:   `"Qualified the plan as 'insufficient'", "qualified the ruling as historic".`,
			Why:    `Spanish "calificar de", French "qualifier de", Italian "qualificare come" mean to describe or call.`,
			Humans: `Of grades and diplomas ("qualified her as a nurse"), which are left alone: only quoted words and judgments count.`,
			Misses: `"Qualified it of".`,
		},
		Phrases: []string{"qualified|qualifies the|his|her|their|this [_] _ as"},
		Judge:   judgeQualified,
		Examples: []detect.Example{
			{Text: "The union ⟦qualified the plan as⟧ \"insufficient\".", Suggest: "described the plan as"},
			{Text: "He ⟦qualified the court ruling as⟧ historic.", Suggest: "described the court ruling as"},
			{Text: "The club ⟦qualifies this offer as⟧ \"a joke\".", Suggest: "describes this offer as"},
		},
		NearMisses: []string{
			"The course qualified the nurse as a midwife.",
			"A win qualified the team as group winners.",
			"The union described the plan as \"insufficient\".",
		},
	},
}

// germanPoliceFormulas are the set forms of police reports.
var germanPoliceFormulas = []swap{
	{"against (him|her|them|both|the _|the _ _|a _) is|are|was|were [being|now|also] investigated|determined|pending", ""},
	{"to the|an|a [_] accident|collision|crash|fire|tragedy|incident (it|there) came|comes", ""},
	{"with # [emergency|rescue|fire] forces|officers|vehicles in [the] deployment|mission|duty", ""},
	{"it came to a|an [heavy|serious|violent|fatal|grave] [traffic] accident|collision|crash|clash|brawl|altercation|fire|explosion|scuffle|incident", ""},
	{"it came to clashes|riots|scuffles|delays|accidents|disruptions|queues|incidents", "there were _"},
	{"it came (on monday|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday) to a|an|two|several|delays|clashes", ""},
	{"{get} off the roadway|lane|carriageway", "{leave} the road"},
	{"{come} off the roadway|carriageway", "{leave} the road"},
	{"{crash|drive|collide} frontally against|into|with", "{crash} head-on into"},
	{"{die} still at|on the scene|spot", "{die} at the scene"},
	{"{die} still at the accident|crash site|scene", "{die} at the scene"},
	{"(for|from|out of) so far unexplained|unknown|unclear|unclarified reason|reasons|cause", "for reasons not yet known"},
	{"according to|after own information|statements|figures|accounts|data", "by its own account"},
	{"in action|operation|use with # forces", "at the scene"},
	{"with # [emergency|rescue] forces in action|operation|use", ""},
	{"(an expert|a surveyor|an appraiser|an assessor) was switched on", "an expert was called in"},
	{"the investigations are|were running", "the investigation continues"},
	{"the investigations [to|into|on] [the] [exact] cause|accident [of] [the] [accident] are|were running", ""},
	{"a decision should|shall|will fall", "a decision is expected"},
	{"(came|come|comes) [by|in|during|at] [the|an|this] [accident|fire|crash|collision] to death", "died"},
	{"(come|comes|came) to death (in|by|at|during|through|after|when)", "died _"},
	{"because of [the] suspicion of", "on suspicion of"},
	{"because of [dangerous|serious|negligent|grievous|simple] bodily injury|harm", "for assault"},
	{"(dangerous|negligent) bodily injury|harm", "assault"},
	{"speaker of the police|ministry|company|firm|group|bank|prosecutor|hospital|authority|association|court|railway|airline|airport|club", "spokesman for the _"},
	{"speaker of the fire brigade|department", "spokesman for the fire _"},
	{"under influence of alcohol|drugs", "under the influence of _"},
	{"(a test|test|breathalyser|alcotest) gave|yielded|showed|resulted [in] [a|an] [value|level] [of] # per mille|promille|permille", ""},
	{"# per|pro mille|promille|permille", ""},
	{"unknown|unknowns (broke in|broke into|stole the|stole a|smashed the|smashed a)", ""},
	{"under [strong|heavy] alcohol|drug|drugs influence", "under the influence"},
	{"came with [serious|heavy|severe|light|slight|critical] injuries to|in|into", "was taken with injuries _"},
	{"report themselves|himself|herself (under|at|by) [the] (number|phone|telephone|police)", ""},
	{"in height|altitude of # euro|euros|percent|%|dollars", "of _"},
	{"rose|fell|grew|increased|climbed|shrank by # (percent|per cent|%) on # euros|million|billion|dollars", ""},
	{"went in|into (leadership|the leadership)", "took the lead"},
	{"in [acute] danger of life", ""},
	{"in life danger", "in a critical condition"},
	{"taken|takes|took up [the|their] investigations", "begun an investigation"},
	{"there arose [a] [property|material|high|considerable] damage", "there was damage"},
	{"end of traffic jam", "end of a traffic jam"},
	{"it is|was [on|in|at] (_|the _|_ _) come to a|an [heavy|serious|violent|fatal|grave|large|big] [traffic] accident|collision|fire|explosion|brawl|crash", ""},
}

var saidOrThought = union(speechVerbs, thoughtVerbs)

// judgeWhatClause takes "what" after a clause and before none: the verb after it
// is the last of the sentence that could need a subject.
func judgeWhatClause(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	before := article.Range{First: s.First, End: hit.First}
	if !verbIn(doc, before.First, before.End) || firstIn(doc, before, saidOrThought) >= 0 {
		return detect.Match{}, false
	}
	for i := hit.End; i < s.End; i++ {
		if w := norm(doc, i); beForms[w] || haveForms[w] || w == "?" || w == "," || finite(w) {
			return detect.Match{}, false
		}
	}
	text := doc.Slice(doc.SpanOf(hit.Range))
	return match(doc.SpanOf(hit.Range), strings.Replace(text, "what", "which", 1)), !doc.Tokens[hit.First].Is(article.Quoted)
}

// judgeDurationFirst puts the time after the participle.
func judgeDurationFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	unit := hit.First
	for i := hit.First; i < hit.End; i++ {
		switch norm(doc, i) {
		case "minutes", "hours", "days", "weeks":
			unit = i
		}
	}
	text := func(from, to int) string { return doc.Text[doc.Tokens[from].Start:doc.Tokens[to-1].End] }
	return match(doc.SpanOf(hit.Range), text(hit.First, hit.First+1)+" "+text(unit+1, hit.End)+" "+text(hit.First+1, unit+1)), true
}

// judgeEndWithoutArticle puts the article in.
func judgeEndWithoutArticle(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(article.Range{First: hit.First, End: hit.First + 2})
	return detect.Match{Span: s, Suggestions: insteadOf(doc, s, norm(doc, hit.First)+" the "+norm(doc, hit.First+1))}, true
}

// judgePercentArticle takes the article out where no noun follows the percentage.
func judgePercentArticle(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !ended(doc, hit) {
		return detect.Match{}, false
	}
	i := hit.First + 1
	if norm(doc, i) == "by" {
		i++
	}
	text := func(from, to int) string { return doc.Text[doc.Tokens[from].Start:doc.Tokens[to-1].End] }
	return match(doc.SpanOf(hit.Range), text(hit.First, i)+" "+text(i+1, hit.End)), true
}

// judgePassiveFirst takes a passive after nothing but the place that its sentence
// opens with, and before what suffers it.
func judgePassiveFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	if !placeOpeners[norm(doc, s.First)] || hit.First-s.First < 2 || hit.First-s.First > 6 {
		return detect.Match{}, false
	}
	articles := 0
	for i := s.First + 1; i < hit.First; i++ {
		w := norm(doc, i)
		if doc.Tokens[i].Kind != article.Word && w != "," || subjectPronouns[w] || finite(w) {
			return detect.Match{}, false
		}
		if determiners[w] || cardinals[w] {
			articles++
		}
	}
	for i := hit.End; i < hit.End+3; i++ {
		if t := norm(doc, i); measureNouns[t] {
			return detect.Match{}, false
		}
	}
	// The place is one noun phrase: an article at its head, or a name alone.
	if articles > 1 || articles == 1 && !determiners[norm(doc, s.First+1)] || articles == 0 {
		return detect.Match{}, false
	}
	end := hit.End - 1
	if w := norm(doc, end-1); w == "also" || w == "then" {
		end--
	}
	return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: end})}, true
}

var (
	placeOpeners = setOf("in at on inside during under near from")
	measureNouns = setOf("times time minutes hours days weeks months years miles metres meters kilometres kilometers yards km few")
)

// judgeQualified takes a judgment after "qualified ... as".
func judgeQualified(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1).Norm
	if next != "\"" && next != "“" && next != "'" && next != "‘" && !judgments[next] {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	verb := map[string]string{"qualified": "described", "qualifies": "describes"}[norm(doc, hit.First)]
	return match(s, verb+doc.Text[doc.Tokens[hit.First].End:s.End]), true
}

var judgments = setOf(`insufficient unacceptable historic historical shameful absurd regrettable unfair very positive negative
	important serious unprecedented illegal arbitrary irresponsible disastrous excellent ridiculous scandalous false extraordinary
	unjustified intolerable outrageous satisfactory fundamental`)
