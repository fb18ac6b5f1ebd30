package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// grammarFrames are heuristics of what verbs, prepositions and adjectives govern in
// another language.
var grammarFrames = []detect.Heuristic{
	{
		Name: "object-with-to", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "pt"},
		Message:         `This verb takes its object without "to".`,
		Doc: detect.Doc{
			What:   `"Detained to three persons", "accuses to the government of", "murdered to his wife".`,
			Why:    `Spanish marks a person as object with "a" ("detuvo a tres personas"; Real Academia, Nueva gramática, 2009, 34.8); English has no such mark.`,
			Humans: `In the passive ("was arrested to cheers") and before an infinitive or a sound; left alone.`,
			Misses: "Verbs that can stand with \"to\" in English.",
		},
		Phrases: []string{"detained|detains|arrested|accused|accuses|accuse|murdered|assassinated|criticised|criticized|criticises|criticizes|denounced|denounces|defeated|defeats|rescued|rescues|injured|wounded|stabbed|kidnapped|investigated|investigates|interrogated|convinced|congratulated|congratulates to the|a|an|his|her|their|its|two|three|four|five|six|seven|eight|nine|ten|#"},
		Judge:   judgeObjectWithTo,
		Examples: []detect.Example{
			{Text: "Officers ⟦detained to three⟧ men in the port.", Suggest: "detained three"},
			{Text: "The opposition ⟦accuses to the⟧ minister of lying.", Suggest: "accuses the"},
			{Text: "He ⟦murdered to his⟧ wife in May.", Suggest: "murdered his"},
		},
		NearMisses: []string{
			"He was arrested to the cheers of the crowd.",
			"The men, detained to the surprise of all, were freed.",
			"They were defeated to a man.",
			"Those arrested to a man denied it.",
		},
	},
	{
		Name: "bare-verb-after-preposition", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "pt", "it", "fr", "ru", "tr"},
		Message:         `A preposition takes the -ing form, and a purpose takes "to".`,
		Doc: detect.Doc{
			What:   `"For approve the law", "without explain the reasons", "for to avoid a strike".`,
			Why:    `Spanish "para aprobar" and "de robar", Italian "per evitare", French "sans expliquer" have the infinitive after any preposition; English has "to approve" and "without explaining".`,
			Humans: "Never in print; only verbs that are no nouns are on the list.",
			Misses: "Verbs that are nouns as well (work, change, visit).",
		},
		Phrases: []string{"for|without|before|after|by|of [to] approve|avoid|reduce|improve|protect|prevent|ensure|explain|obtain|create|defend|discuss|achieve|receive|include|verify|clarify|confirm|celebrate|become|choose|convince|decide|destroy|determine|discover|eliminate|establish|evacuate|facilitate|identify|inform|inspect|introduce|investigate|maintain|negotiate|participate|provide|publish|recover|remain|restore|strengthen|suspend|understand|arrive|modify|know|rob|steal|generate|kidnap|deceive|invade|organise|organize|extort the|a|an|his|her|its|their|this|these|that|any|all|more|in|to|with", "for|without|of to have|be|win|make|take|give|pay|do|go|get|see|kill|put|find"},
		Judge:   judgeBareVerb,
		Examples: []detect.Example{
			{Text: "Votes are missing ⟦for approve⟧ the law.", Suggest: "to approve"},
			{Text: "He left ⟦without explain⟧ his reasons.", Suggest: "without explaining"},
			{Text: "They met ⟦for to avoid⟧ a strike.", Suggest: "to avoid"},
			{Text: "He is accused ⟦of to have⟧ lied.", Suggest: "of having"},
			{Text: "She is accused ⟦of rob⟧ a bank.", Suggest: "of robbing"},
		},
		NearMisses: []string{
			"Votes are missing to approve the law.",
			"He left without explaining his reasons.",
			"The permit is valid for a year, and the licence before a permit in May.",
			"Those it was meant for know the truth.",
			"She did what she came for, explain the plan.",
			"The man they voted for became the mayor.",
			"Most of what he was accused of, to be fair, was true.",
			"Their water is sought after to make rice wine.",
		},
	},
	{
		Name: "adjective-as-one-person", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"es", "fr", "it", "pt", "de", "ru"},
		Message:         `"The wounded" are many; write "the wounded man", "the suspect" or "she".`,
		Doc: detect.Doc{
			What:   `"The wounded was taken to hospital", "the detained has confessed", "a wounded is in danger".`,
			Why:    `Spanish "el herido", French "le blessé", Italian "il ferito" and Russian "задержанный" are one man; English makes a noun of an adjective for a class of people only, and that is plural (Quirk et al., A Comprehensive Grammar, 1985, 7.24).`,
			Humans: `"The accused" and "the deceased" are one person in law and left alone; so is "among the wounded was a boy", and the Indian "the arrested has been identified".`,
			Misses: "Other verbs.",
		},
		Phrases: []string{"the wounded|injured|detained|arrested|dead|condemned|disappeared|kidnapped|sentenced|imprisoned|drowned|intoxicated was|is|has|himself|herself", "a|one wounded|detained|arrested|condemned|drowned was|is|has"},
		Judge:   take(notInverted, not(outerCircle)),
		Examples: []detect.Example{
			{Text: "⟦The wounded was⟧ taken to the clinic by helicopter."},
			{Text: "Police said ⟦the detained has⟧ confessed."},
			{Text: "⟦A wounded is⟧ still in danger."},
		},
		NearMisses: []string{
			"The wounded were taken to the clinic.",
			"Among the injured was a boy of six.",
			"The first of the dead is to be buried today.",
			"The accused has confessed.",
			"The number of the injured was not known.",
			"Care for the wounded is poor.",
		},
	},
	{
		Name: "agent-before-participle", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "nl", "tr"},
		Message:         `The participle stands behind the "by" phrase; put it first.`,
		Doc: detect.Doc{
			What:   `"Was by the police stopped", "has been by a court convicted".`,
			Why:    `German "wurde von der Polizei gestoppt" and Dutch "is door de politie aangehouden" close the clause with the participle.`,
			Humans: `"It is by the sea" and "a play by a woman named Kos" have the same words; so only authorities, vehicles and attackers count.`,
			Misses: "Other agents.",
		},
		Phrases: []string{"is|are|was|were|been by the|a|an|his|her [_] police|court|judge|car|train|truck|lorry|bus|tram|van|dog|man|neighbour|neighbor|government|parliament|council|prosecutor|firefighters|ambulance|helicopter|officers|mayor|minister|union|company|club|ministry|jury _"},
		Judge:   judgeAgentFirst,
		Examples: []detect.Example{
			{Text: "The driver ⟦was by the police stopped⟧.", Suggest: "was stopped by the police"},
			{Text: "Two boys ⟦were by a car hit⟧ and died.", Suggest: "were hit by a car"},
			{Text: "The plan has ⟦been by the council rejected⟧.", Suggest: "been rejected by the council"},
		},
		NearMisses: []string{
			"The driver was stopped by the police.",
			"The letter was by a man named Kos.",
			"The bench is by the car parked outside.",
			"The photo was by a neighbour, taken at noon.",
			"The stall was by the court closed to visitors last year for repairs.",
		},
	},
	{
		Name: "become-for-passive", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "nl", "sv"},
		Message:         `The English passive has "be", not "become".`,
		Doc: detect.Doc{
			What:   `"He became arrested", "the bridge becomes renovated", "becomes on Tuesday presented to the judge".`,
			Why:    `German "wurde festgenommen", Dutch "werd aangehouden" and Swedish "blev gripen" make the passive with the verb for "become".`,
			Humans: `Of states ("became involved", "became trapped"); only what others do to somebody is on the list.`,
			Misses: "Other participles.",
		},
		Phrases: []string{"becomes|become|became [on] [monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|still|also|now|only|again|later] arrested|presented|held|built|rebuilt|searched|investigated|questioned|interrogated|taken|brought|shown|paid|played|sent|stopped|renovated|transferred|shot|killed|murdered|punished|fined|sentenced|convicted|opened|repaired|produced|delivered|carried|supported|announced|published|rescued|saved|treated|examined|checked"},
		Judge:   take(not(capitalAt(-1))),
		Examples: []detect.Example{
			{Text: "The driver ⟦became arrested⟧ at the border."},
			{Text: "The bridge ⟦becomes renovated⟧ from May."},
			{Text: "The man ⟦becomes on Tuesday presented⟧ to the judge."},
		},
		NearMisses: []string{
			"The driver became involved in a row.",
			"The bridge was renovated in May.",
			"What has become of the men is not known.",
		},
	},
	{
		Name: "verb-at-clause-end", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "nl"},
		Message:         "The participle or infinitive stands at the end of the clause; put it behind the auxiliary.",
		Doc: detect.Doc{
			What:   `"The minister has the criticism of the opposition rejected", "they must to the station come", "police could the fire not extinguish".`,
			Why:    `German and Dutch main clauses put the auxiliary second and the rest of the verb last ("hat die Kritik zurückgewiesen"; Haider, The Syntax of German, 2010, chapter 1).`,
			Humans: `What somebody has done for him ("has the car washed", "has the game won") and questions have this order; so only verbs that nobody has done for him count, and no sentence that asks.`,
			Misses: "Clauses with a comma or another verb inside, and verbs that are not on the list.",
		},
		Phrases: []string{"has|have [yesterday|today|meanwhile|recently|again] the|a|an|his|her|its|their|himself|herself|themselves", "must|can|could|will|would|should the|his|her|their|a|an|to|themselves|himself|with|from|over"},
		Judge:   judgeVerbAtEnd,
		Examples: []detect.Example{
			{Text: "The chancellor ⟦has the criticism of the unions rejected⟧.", Suggest: "has rejected the criticism of the unions"},
			{Text: "The court ⟦has the man to three years in prison condemned⟧."},
			{Text: "The firefighters ⟦could the fire quickly extinguish⟧.", Suggest: "could extinguish the fire quickly"},
			{Text: "He ⟦must to the station come⟧.", Suggest: "must come to the station"},
			{Text: "The president ⟦has yesterday the law signed⟧."},
		},
		NearMisses: []string{
			"The chancellor has the car washed.",
			"The home side has the game won.",
			"The chancellor has the criticism that they rejected in her desk.",
			"Could the fire spread?",
			"Nor could the police find him, or the neighbours help.",
			"He has a hand injury and a lawyer he has appointed.",
			"Only then will the council decide.",
			"He ran as fast as he could to the shop to help.",
		},
	},
	{
		Name: "reflexive-for-passive", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "ru"},
		Message:         `Things do not do this to themselves in English; write "took place", "broke out" or a passive.`,
		Doc: detect.Doc{
			What:   `"The accident produced itself at noon", "the match will celebrate itself on Friday", "the hearing held itself in June".`,
			Why:    `Spanish "se produjo", Italian "si è verificato", French "se tiendra" and Russian verbs in "-ся" are passives by form (Haspelmath, "The grammaticization of passive morphology", 1990).`,
			Humans: `With verbs that English has so ("declared itself in favour", "hold itself together"), which are left alone.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{
			"produce|produces|produced|verify|verifies|verified|situate|situates|situated|register|registers|registered|realise|realised|realize|realized|note|noted|initiate|initiated|hold|holds|held itself|themselves in|on|at|around|near|between|during|yesterday|this|last|.|,",
			"celebrate|celebrates|celebrated itself in|on|at|this|.|,",
			"declare|declares|declared itself|themselves in|at|on|around|yesterday|near",
		},
		Judge: judgeReflexive,
		Examples: []detect.Example{
			{Text: "The accident ⟦produced itself⟧ at noon."},
			{Text: "A fire ⟦declared itself⟧ in the cellar."},
			{Text: "The final will ⟦celebrate itself⟧ on Friday."},
		},
		NearMisses: []string{
			"The county declared itself in favour of the plan.",
			"The party held itself in check.",
			"The accident happened at noon.",
			"The firm declared itself in default.",
		},
	},
	{
		Name: "causative-verb-first", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it", "es", "de"},
		Message:         "The second verb stands behind its subject in English; turn them round, or use one verb.",
		Doc: detect.Doc{
			What:   `"Made lose their tracks", "has made explode the bill", "lets fall the charges".`,
			Why:    `French "faire exploser la facture", Italian "far perdere le tracce" and German "fallen lassen" keep the two verbs together; English has "made the bill explode".`,
			Humans: `In set phrases ("make believe", "let fly", "let go"), which are not on the list.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{"make|makes|made|making lose|explode|fall|die|suffer|fly|collapse|jump|grow|disappear|emerge|arrive|enter|burst|tremble|vary|escape|rise|fail|circulate|descend the|his|her|its|their|a|an|all|more|many|several", "let|lets|letting fall|explode|escape|enter|understand|disappear|collapse|die|circulate the|his|her|its|their|a|an|all|many|several"},
		Judge:   judgeCausative,
		Examples: []detect.Example{
			{Text: "The thieves ⟦made lose⟧ their tracks."},
			{Text: "The war has ⟦made explode⟧ the price of gas."},
			{Text: "The prosecutor ⟦lets fall⟧ the charges."},
		},
		NearMisses: []string{
			"The war has made the price of gas explode.",
			"She let fly a volley of abuse and made believe a rope was a snake.",
			"He made light of the loss.",
		},
	},
	{
		Name: "article-before-abstract", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de"},
		Message:         "An article before an abstract noun that takes none.",
		Doc: detect.Doc{
			What:   `"The unemployment fell", "the inflation has reached 4%", at the head of a sentence.`,
			Why:    `French "le chômage", Spanish "la inflación", German "die Arbeitslosigkeit" have the article for the thing in general; English has none.`,
			Humans: `With what makes it a certain one ("the inflation of the 1970s"); so a verb must follow.`,
			Misses: "Other abstract nouns, and subjects inside a sentence.",
		},
		Phrases: []string{"the unemployment|inflation|immigration|tourism|capitalism|globalisation|globalization|mankind|delinquency|criminality|agriculture|consumption has|rose|rises|fell|falls|increased|increases|decreased|decreases|grew|grows|reached|marked|continues|remains|remained|stood|closed|drops|dropped|went"},
		Judge:   take(opening),
		Examples: []detect.Example{
			{Text: "⟦The unemployment fell⟧ in May."},
			{Text: "⟦The inflation has⟧ reached 4%."},
			{Text: "⟦The tourism continues⟧ to grow."},
		},
		NearMisses: []string{
			"Unemployment fell in May.",
			"The unemployment rate fell in May.",
			"The inflation of the 1970s has not come back.",
		},
	},
	{
		Name: "in-the-end-of", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"pt", "ru", "zh", "uk", "tr", "es"},
		Message:         `"At the end of", "at the beginning of".`,
		Doc: detect.Doc{
			What:   `"In the end of May", "in the beginning of the year".`,
			Why:    `Portuguese "no final de", Russian "в конце", Turkish "sonunda" have "in"; English says at the end of a time.`,
			Humans: `"In the end, the plan failed" has no "of".`,
			Misses: `"On the end of".`,
		},
		Phrases: []string{"in the end|beginning|start of january|february|march|april|may|june|july|august|september|october|november|december|#", "in the end|start of the|this|last|next [_] year|month|week|day|afternoon|morning|evening|season|century|decade|summer|winter|spring|autumn|war|match|game|meeting|session"},
		Judge:   judgeEndOf,
		Examples: []detect.Example{
			{Text: "The school opens ⟦in the end of⟧ May.", Suggest: "at the end of"},
			{Text: "She spoke ⟦in the end of⟧ the afternoon.", Suggest: "at the end of"},
			{Text: "Work began ⟦in the beginning of⟧ 2019.", Suggest: "at the beginning of"},
		},
		NearMisses: []string{
			"In the end, of 12 plans three were left.",
			"The school opens at the end of May.",
			"There is a knot in the end of the rope.",
		},
	},
}

// judgeCausative marks the two verbs.
func judgeCausative(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.First + 2})}, true
}

// judgeEndOf marks up to "of".
func judgeEndOf(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.First + 4})}
	m.Suggestions = insteadOf(doc, m.Span, "at the "+norm(doc, hit.First+2)+" of")
	return m, true
}

// passiveBefore holds where a form of "be" stands before the hit, with at most two
// words between, or a comma makes the participle an afterthought.
func passiveBefore(doc *detect.Document, hit detect.Hit) bool {
	for n := 1; n <= 3; n++ {
		if w := preceding(doc, hit, n).Norm; beForms[w] || w == "get" || w == "got" || w == "gets" || n == 1 && (w == "," || w == "-" || coordinators[w]) {
			return true
		}
	}
	return false
}

// idiomsWithTo go on after "to the": "to the cheers of", "to the delight of".
var idiomsWithTo = setOf("cheers sound sounds applause delight surprise tune extent point end last hilt dismay amazement hospital strains chants jeers shock horror amusement relief full max brink day man death degree place level")

func judgeObjectWithTo(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	before, after := preceding(doc, hit, 1), following(doc, hit, 1)
	if passiveBefore(doc, hit) || idiomsWithTo[after.Norm] || idiomsWithTo[following(doc, hit, 2).Norm] ||
		before.Norm == "" || determiners[before.Norm] || cardinals[before.Norm] {
		return detect.Match{}, false
	}
	if after.Norm == "" || after.Kind == article.Punct || commonPreposition[after.Norm] {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = []string{doc.Slice(doc.Tokens[hit.First].Span) + " " + doc.Slice(doc.Tokens[hit.End-1].Span)}
	return m, true
}

// judgeBareVerb marks the preposition and the verb, not the word after them that
// shows that the verb has an object.
func judgeBareVerb(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	verb := hit.End - 2 + hit.Phrase // the second phrase ends with the verb
	if hit.Phrase == 0 && norm(doc, hit.First) != "for" && verb-hit.First > 1 || capital(doc, verb) || stranding[preceding(doc, hit, 1).Norm] {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: verb + 1})}
	if w := norm(doc, verb); norm(doc, hit.First) == "for" {
		m.Suggestions = insteadOf(doc, m.Span, "to "+w)
	} else {
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" "+formsOf(w)[4])
	}
	return m, true
}

// stranding are words after which a preposition ends a clause: "those it was meant for
// know".
var stranding = setOf("meant looked asked hoped voted paid called waited cared stand stood known went gone looking asking hoping voting paying in passed stand day days weeks months years never ever shortly long soon just")

// notInverted holds where the hit is the subject: at the head of the sentence, or
// after a verb of saying, a conjunction or a comma.
func notInverted(doc *detect.Document, hit detect.Hit) bool {
	before := preceding(doc, hit, 1).Norm
	return opensSentence(doc, hit.First) || before == "," || before == "and" || before == "but" || before == "that" || before == "while" || before == "where" || speechVerbs[before]
}

func judgeAgentFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	participle := hit.End - 1
	w := norm(doc, participle)
	if !isParticiple(w) || commonPreposition[w] || capital(doc, participle) || notAgents[w] {
		return detect.Match{}, false
	}
	switch following(doc, hit, 1).Norm {
	case "", ".", ",", "and", "because", "after", "when", "while":
	default:
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	agent := doc.Text[doc.Tokens[hit.First+1].Start:doc.Tokens[participle-1].End]
	m.Suggestions = []string{doc.Slice(doc.Tokens[hit.First].Span) + " " + w + " " + agent}
	return m, true
}

// notAgents are participles of what people are called, or lie and stand as.
var notAgents = setOf("named called known born aged parked located based situated")

var (
	// endParticiples and endInfinitives are verbs that English puts right behind their
	// auxiliary, and that nobody has somebody else do for him.
	endParticiples = setOf("rejected condemned criticised criticized demanded announced confirmed denied approved received decided reported declared warned promised visited praised accused welcomed pronounced presented begun got opened spoken met adopted signed passed lifted expressed reached given brought seen reacted pleaded")
	endInfinitives = setOf("extinguish come go arrest stop rescue find flee escape save leave reach open close solve prevent pay bring take see accept reject decide confirm explain help hold control catch identify calm present discuss visit announce play fight win lose sell buy build write read speak attend begin finish sign put")

	// invertingOpener are words after which the auxiliary stands before its subject.
	invertingOpener = setOf("nor neither only so as than never not little how what when where why who whom whether hardly rarely such no")
)

// judgeVerbAtEnd looks for the verb right before the end of the clause, with nothing
// but a noun phrase and what belongs to it between.
func judgeVerbAtEnd(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := sentenceOf(doc, hit.First)
	if doc.Tokens[s.End-1].Norm == "?" || opensSentence(doc, hit.First) || !subjectBefore(doc, hit) {
		return detect.Match{}, false
	}
	wanted := endParticiples
	if hit.Phrase == 1 {
		wanted = endInfinitives
	}
	verb := -1
	for i := hit.First + 1; i < min(s.End, hit.End+10); i++ {
		t := doc.Tokens[i]
		if t.Kind == article.Punct && t.Norm != "-" || t.Norm == "and" {
			break
		}
		if verb >= 0 || auxiliary[t.Norm] || subordinators[t.Norm] || relativePronouns[t.Norm] || subjectPronouns[t.Norm] {
			return detect.Match{}, false // the clause goes on, or another begins
		}
		if i > hit.End && wanted[t.Norm] && norm(doc, i-1) != "to" && !determiners[norm(doc, i-1)] {
			verb = i
		} else if isParticiple(t.Norm) || i > hit.End && t.Norm == "to" && wanted[norm(doc, i+1)] {
			return detect.Match{}, false
		}
	}
	if verb < 0 || verb == hit.End-1 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: verb + 1})}
	aux := doc.Slice(doc.Tokens[hit.First].Span)
	rest := doc.TokensIn(article.Range{First: hit.First + 1, End: verb})
	if hit.Phrase == 0 && hit.End-hit.First > 2 {
		return m, true // the day has to go elsewhere
	}
	if adverb := rest[len(rest)-1].Norm; isAdverb(adverb) || !slices.ContainsFunc(rest[1:], func(t article.Token) bool { return commonPreposition[t.Norm] && t.Norm != "of" }) {
		m.Suggestions = []string{aux + " " + norm(doc, verb) + " " + doc.Text[rest[0].Start:rest[len(rest)-1].End]}
	}
	return m, true
}

// subjectBefore holds where a noun, a name or a pronoun stands before the hit and
// nothing before it turns the clause round.
func subjectBefore(doc *detect.Document, hit detect.Hit) bool {
	const reach = 200 // tokens, which no clause has
	before := preceding(doc, hit, 1)
	if before.Kind != article.Word || invertingOpener[before.Norm] || commonPreposition[before.Norm] || auxiliary[before.Norm] || coordinators[before.Norm] || before.Norm == "that" || isAdverb(before.Norm) {
		return false
	}
	first := max(sentenceOf(doc, hit.First).First, hit.First-reach)
	return firstIn(doc, article.Range{First: first, End: hit.First}, invertingOpener) < 0
}

// judgeReflexive marks the verb and its object.
func judgeReflexive(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	for n := range 2 {
		if keepsItself[following(doc, hit, n+1).Norm] {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: hit.First + 2})}, true
}

var keepsItself = setOf("favour favor breach default support agreement check readiness reserve high esteem position line opposition contempt place isolation parallel tandem response relation various different many new")
