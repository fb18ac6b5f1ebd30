package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// grammarRules are the heuristics of articles, number and agreement. Modern
// systems seldom slip here; what remains comes from languages without articles
// or plurals, and from older systems.
var grammarRules = []detect.Heuristic{
	{
		Name: "uncountable-plural", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru", "uk", "zh", "ja"},
		Message:         "A noun that has no plural in English.",
		Doc: detect.Doc{
			What:   `"Informations", "advices", "equipments", "several researches".`,
			Why:    `French "informations", Spanish "consejos", German "Informationen", Russian "исследования" are countable; the English nouns are not (Quirk et al. 1985, section 5.9; Swan and Smith, Learner English, 2001, for nearly every first language).`,
			Humans: `In names and in the technical English of some fields ("feedbacks" of climate, "moneys" in law), which are not listed.`,
			Misses: "Nouns outside the list.",
		},
		Phrases: phrasesOf(uncountables), Judge: judgeUncountable,
		Examples: []detect.Example{
			{Text: "Police seized ⟦informations⟧ about the network.", Suggest: "information"},
			{Text: "The council bought new ⟦equipments⟧ for the pool.", Suggest: "equipment"},
			{Text: "⟦Several researches⟧ point the same way.", Suggest: "Several studies"},
		},
		NearMisses: []string{
			"The lab researches malaria.",
			"The scar evidences a fall.",
			"The magazine is called Informations Ouvrieres.",
		},
	},
	{
		Name: "uncountable-with-indefinite-article", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "zh", "ja", "ru"},
		Message:         `An uncountable noun with "a"; write "a piece of", or a countable noun.`,
		Doc: detect.Doc{
			What:   `"An information", "a recent research from", "an advice to".`,
			Why:    `"Une information", "ein Rat", "un consejo" are countable (Quirk et al. 1985, section 5.9).`,
			Humans: `Before another noun ("a research team"), which is left alone.`,
			Misses: "Nouns outside the list and longer adjective phrases.",
		},
		Phrases: []string{"a|an|another [new|recent|important|good|interesting|useful|false|great|similar|big|serious|valuable|large|latest|small|scientific|american|british] information|advice|equipment|research|furniture|evidence|luggage|homework|software"},
		Judge:   judgeOneUncountable,
		Examples: []detect.Example{
			{Text: "⟦A recent research⟧ from Lund shows the risk.", Suggest: "A recent study"},
			{Text: "He gave ⟦an advice⟧ to the players.", Suggest: "a piece of advice"},
			{Text: "The firm sells ⟦a software⟧ that reads maps.", Suggest: "a program"},
		},
		NearMisses: []string{
			"An information desk opened.",
			"A research team from Lund found it.",
			"He runs a furniture and carpet shop.",
		},
	},
	{
		Name: "few-much-many-mismatch", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "zh", "ja", "cs"},
		Message:         `"Much" with a plural, or "many" with an uncountable noun.`,
		Doc: detect.Doc{
			What:   `"Much people", "many money".`,
			Why:    `Russian "много", Czech "mnoho", Chinese "很多" and Japanese "多く" do not tell countable from uncountable.`,
			Humans: `"Less people" and "amount of people" are common in native text and left alone.`,
			Misses: "Nouns outside the list.",
		},
		Phrases: phrasesOf(quantities), Judge: replace(quantities, not(precededBy("as how so very not of")), quantityEnds),
		Examples: []detect.Example{
			{Text: "⟦Much people⟧ came to the square.", Suggest: "Many people"},
			{Text: "The fair cost ⟦many money⟧.", Suggest: "much money"},
			{Text: "There are ⟦much problems⟧ with the lift.", Suggest: "many problems"},
		},
		NearMisses: []string{
			"Much to the surprise of people there, it rained.",
			"Many work from home.",
			"It is as much children as parents who read it.",
		},
	},
	{
		Name: "every-all-number-slip", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"zh", "ja", "ru", "uk"},
		Message:         "A singular where the number before it wants a plural.",
		Doc: detect.Doc{
			What:   `"One of the player", "several person", "three soldier", "every years".`,
			Why:    `Chinese and Japanese nouns have no number; Russian "один из" and the numerals take other cases.`,
			Humans: `Before another noun or a possessive ("one of the player's shoes", "a three person team"), which is left alone.`,
			Misses: "Nouns outside the list.",
		},
		Phrases: append(phrasesOf(slips), "one of the [most] [_] "+strings.Join(singularSlips, "|")), Judge: judgeNumberSlip,
		Examples: []detect.Example{
			{Text: "⟦One of the player⟧ was sent off.", Suggest: "One of the players"},
			{Text: "⟦Several person⟧ were hurt.", Suggest: "Several people"},
			{Text: "It is ⟦one of the most modern city⟧ in the valley.", Suggest: "one of the most modern cities"},
		},
		NearMisses: []string{
			"One of the player's shoes was lost.",
			"A three person team won.",
			"One of the city centre shops burned.",
			"The number two driver stopped.",
		},
	},
	{
		Name: "missing-article-before-singular", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"ru", "uk", "cs", "zh", "ja"},
		Message:         "A singular noun without an article.",
		Doc: detect.Doc{
			What:   `"Fell from window", "a fire in apartment".`,
			Why:    "Slavic languages, Chinese and Japanese have no articles (Swan and Smith 2001).",
			Humans: "In headlines and notes; in the labelled data native text has it almost as often as machine translation, so it is off by default.",
			Misses: "Nouns outside the list.",
		},
		Phrases: []string{"in|at|on|from|to country|region|ministry|website|meeting|apartment|window|district|republic|embassy|building"},
		Judge:   judgeMissingArticle,
		Examples: []detect.Example{
			{Text: "He fell ⟦from window⟧ on Tuesday.", Suggest: "from the window"},
			{Text: "A fire began ⟦in apartment⟧ on Monday.", Suggest: "in the apartment"},
			{Text: "The list stands ⟦on website⟧.", Suggest: "on the website"},
		},
		NearMisses: []string{
			"He was taken to hospital.",
			"She sings in country bars.",
			"They moved from region to region.",
		},
	},
	{
		Name: "superfluous-article-place-or-abstract", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"de", "fr", "es", "it", "he", "zh", "ja"},
		Message:         "An article before a name that takes none.",
		Doc: detect.Doc{
			What:   `"The Germany is", "the NATO said", "the Facebook".`,
			Why:    `French "la France", German "die NATO", Spanish "la FIFA" have the article.`,
			Humans: `Before another noun ("the Germany coach") and with "of" ("the Russia of the tsars"), which are left alone.`,
			Misses: "Names outside the list.",
		},
		Phrases: []string{"the europe|china|germany|france|spain|italy|russia|japan|turkey|israel|poland|africa|asia|nato|fifa|uefa|unesco|unicef|opec|nasa|facebook|whatsapp|youtube|instagram|wikipedia|google|ireland|greece|belgium|austria|hungary|portugal|brazil|mexico|india"},
		Judge:   judgeArticleBeforeName,
		Examples: []detect.Example{
			{Text: "⟦The Germany⟧ is in recession.", Suggest: "Germany"},
			{Text: "Growth slowed when ⟦the NATO⟧ did not agree.", Suggest: "NATO"},
			{Text: "⟦The Facebook⟧ has closed the page.", Suggest: "Facebook"},
		},
		NearMisses: []string{
			"The Germany coach resigned.",
			"The NATO summit ended.",
			"The Russia of the tsars was large.",
			"The India in question is a ship.",
		},
	},
	{
		Name: "reflexive-possessive-own", Family: detect.Grammar, Category: "style/awkward", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"ru", "uk", "cs", "de"},
		Message:         `"Own" without a contrast; drop it.`,
		Doc: detect.Doc{
			What:   `"His own car", "her own head" twice or more in an article.`,
			Why:    `Russian "свой" and Czech "svůj" only say whose.`,
			Humans: "Wherever a contrast is meant, which rules cannot see: off by default.",
			Misses: "Other nouns.",
		},
		Phrases: []string{"his|her|their|its own father|mother|wife|husband|son|daughter|head|hand|hands|car|house|apartment|eyes|family|country|life|home|people"},
		Judge: take(func(doc *detect.Document, _ detect.Hit) bool {
			n := 0
			for i, t := range doc.Tokens {
				if t.Norm == "own" && possessives[norm(doc, i-1)] {
					n++
				}
			}
			return n >= 2
		}),
		Examples: []detect.Example{
			{Text: "He sold ⟦his own car⟧ and left ⟦his own house⟧.", Suggest: ""},
			{Text: "She shook ⟦her own head⟧. They closed ⟦their own eyes⟧.", Suggest: ""},
			{Text: "He hit ⟦his own hand⟧.\n\nHe called ⟦his own wife⟧.", Suggest: ""},
		},
		NearMisses: []string{
			"He makes his own bread.",
			"He sold his own car.",
			"She has a car of her own and a mind of her own.",
		},
	},
	{
		Name: "subject-it-dummy-double", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "ko"},
		Message:         `Sentence after sentence begins with "It is"; name the subject.`,
		Doc: detect.Doc{
			What:   `Three or more sentences, and at least one in ten, that begin with "It is a", "It is the", "It is also" and the like.`,
			Why:    "Japanese and Chinese leave the subject out, and the machine puts \"it\" in its place.",
			Humans: "In reviews, seldom this often.",
			Misses: `"It was" and fewer than three.`,
		},
		Phrases:  []string{"it is a", "it is an", "it is the", "it is also", "it is not", "it is said", "it is necessary", "it is possible", "it is difficult", "it is easy", "it is scheduled", "it is expected", "it is considered", "it is thought", "it is good"},
		JudgeAll: openings(3, 0.1),
		Examples: []detect.Example{
			{Text: "⟦It is a⟧ shop with 20 seats. ⟦It is the⟧ third in town. ⟦It is also⟧ cheap.", Suggest: ""},
			{Text: "The park is large. ⟦It is a⟧ place for dogs. ⟦It is also⟧ quiet. ⟦It is not⟧ far.", Suggest: ""},
			{Text: "⟦It is said⟧ to be old.\n\n⟦It is a⟧ house of wood.\n\n⟦It is the⟧ last one.", Suggest: ""},
		},
		NearMisses: []string{
			"The shop has 20 seats and opened in May.",
			"It is a shop with 20 seats. It is also cheap.",
			"It is late. It is cold. It is dark.",
		},
	},
	{
		Name: "can-not-split", Family: detect.Grammar, Category: "fluency/spelling", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "uk", "de", "ru", "cs"},
		Message:         `"Can not" as two words; write "cannot" or "can't".`,
		Doc: detect.Doc{
			What:   `"Can not" in two words.`,
			Why:    "Negation is a word of its own in the source and in the systems' training data; native news writes \"cannot\" or \"can't\" (15 times as rare in native text in the labelled data).",
			Humans: `Before "only" and "just", where it is right, and as a slip.`,
			Misses: "Nothing else.",
		},
		Phrases: []string{"can not"}, Judge: replace([]swap{{"", "cannot"}}, not(followedBy("only just simply merely but"))),
		Examples: []detect.Example{
			{Text: "The clinic ⟦can not⟧ take new patients.", Suggest: "cannot"},
			{Text: "He ⟦can not⟧ be reached.", Suggest: "cannot"},
			{Text: "⟦Can not⟧ one of them be spared?", Suggest: "Cannot"},
		},
		NearMisses: []string{
			"It can not only save money but also time.",
			"It cannot be true.",
			"What you can, not what you must, is asked.",
		},
	},
	{
		Name: "double-determiner", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "cs", "he"},
		Message:         "Two function words that cannot follow each other; one is too many.",
		Doc: detect.Doc{
			What:   `"The of", "a the", "is are", "to of".`,
			Why:    "Slips of a decoder; strongest in older systems from Japanese.",
			Humans: "As typing slips, which a sub-editor wants to see as well; letters and names (\"vitamin A is\") are left alone.",
			Misses: "Other pairs, and the same function word twice, which is the commonest typing slip of all.",
		},
		Phrases: impossiblePairs, Judge: judgeNeighbours,
		Examples: []detect.Example{
			{Text: "He joined ⟦the of⟧ union.", Suggest: ""},
			{Text: "They live in ⟦a the⟧ house by the sea.", Suggest: ""},
			{Text: "The doors ⟦is are⟧ open again.", Suggest: ""},
		},
		NearMisses: []string{
			"He said that that was wrong.",
			"Vitamin A is good, and the A team won.",
			"The in crowd met there.",
			"The by now familiar figure of the mayor appeared.",
			"She was sent from A to B, and an A the next day.",
		},
	},
	{
		Name: "repeated-word", Family: detect.Grammar, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "he", "cs", "ru"},
		Message:         "A word twice in a row.",
		Doc: detect.Doc{
			What:   "The same lower-case word of three letters or more twice in a row.",
			Why:    "A loop of the decoder, or two source words that share one translation.",
			Humans: `As typing slips, and in "that that", "had had", "very very" and the like, which are left alone.`,
			Misses: "Repeated phrases (see the residue family).",
		},
		Scan: repeatedWords,
		Examples: []detect.Example{
			{Text: "The mayor ⟦said said⟧ nothing.", Suggest: "said"},
			{Text: "They left ⟦from from⟧ the north gate.", Suggest: "from"},
			{Text: "Prices ⟦rose rose⟧ again.", Suggest: "rose"},
		},
		NearMisses: []string{
			"She had had enough.",
			"He said that that was wrong.",
			"It was a long, long road to Duran Duran.",
			"The very very old bridge held.",
			"Mr Musyoka is a boda boda rider.",
			"They filmed the chimpanzee Pan troglodytes troglodytes.",
		},
	},
}

// uncountables are plurals that English does not have, with the singular.
var uncountables = func() []swap {
	var out []swap
	for noun := range strings.FieldsSeq("information advice equipment furniture knowledge homework luggage software aircraft machinery scenery hardware personnel spacecraft offspring garbage jewellery jewelry merchandise media sheep baggage luggage rubbish slang") {
		plural := noun + "s"
		if strings.HasSuffix(noun, "ery") || strings.HasSuffix(noun, "lry") {
			plural = strings.TrimSuffix(noun, "y") + "ies"
		}
		out = append(out, swap{plural, noun})
	}
	for _, few := range []string{"many", "several", "these", "some", "recent", "new", "various", "numerous"} {
		out = append(out,
			swap{few + " researches", few + " studies"},
			swap{few + " evidences", ""},
			swap{few + " trainings", ""},
			swap{few + " progresses", ""})
	}
	return out
}()

// judgeUncountable leaves names alone.
func judgeUncountable(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	last := doc.Tokens[hit.End-1]
	if last.Is(article.Capital) && !opening(doc, hit) || last.Is(article.InName) || norm(doc, hit.First) == "some" && !ended(doc, hit) {
		return detect.Match{}, false
	}
	return replace(uncountables)(doc, hit)
}

// countable is what may be counted of an uncountable noun.
var countable = map[string]string{
	"information": "piece of information", "advice": "piece of advice", "equipment": "piece of equipment", "research": "study",
	"furniture": "piece of furniture", "evidence": "piece of evidence", "luggage": "piece of luggage", "homework": "piece of homework", "software": "program",
}

func judgeOneUncountable(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1)
	if !ended(doc, hit) || next.Norm == "and" || next.Norm == "or" || next.Norm == "as" || isPast(next.Norm) && next.Norm != "was" || next.Norm == "/" || next.Norm == "," && following(doc, hit, 2).Norm != "which" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	noun := countable[norm(doc, hit.End-1)]
	if hit.End-hit.First == 3 {
		adjective := doc.Tokens[hit.First+1]
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" "+doc.Slice(adjective.Span)+" "+noun)
		return m, true
	}
	det := norm(doc, hit.First)
	if det == "an" {
		det = "a"
	}
	m.Suggestions = insteadOf(doc, m.Span, det+" "+noun)
	return m, true
}

var quantities = []swap{
	{"much people|countries|problems|questions|children|students|cars|companies|tourists|patients|voters|women|men", "many _"},
	{"many money|information|water|equipment|traffic|news|furniture|advice", "much _"},
}

// quantityEnds wants the noun to be the last of its phrase.
func quantityEnds(doc *detect.Document, hit detect.Hit) bool {
	return ended(doc, hit) && !followedBy("and or who as than")(doc, hit)
}

// plurals of the nouns in number slips.
var plurals = map[string]string{
	"player": "players", "student": "students", "reason": "reasons", "problem": "problems", "country": "countries", "city": "cities",
	"member": "members", "man": "men", "woman": "women", "child": "children", "company": "companies", "soldier": "soldiers",
	"victim": "victims", "event": "events", "person": "people", "leader": "leaders", "expert": "experts", "issue": "issues",
	"project": "projects", "car": "cars", "house": "houses", "vehicle": "vehicles", "passenger": "passengers", "citizen": "citizens",
	"worker": "workers", "driver": "drivers", "tourist": "tourists",
}

var singularSlips = func() []string {
	var out []string
	for noun := range plurals {
		out = append(out, noun)
	}
	slices.Sort(out)
	return out
}()

var slips = []swap{
	{"two|three|four|five|six|seven|eight|nine|ten|several|many|numerous|# " + strings.Join(singularSlips, "|"), ""},
	{"every years|months|weeks|days|countries|students", ""},
}

func judgeNumberSlip(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	next := following(doc, hit, 1)
	if !ended(doc, hit) || next.Norm == "-" || next.Norm == "/" {
		return m, false
	}
	last := norm(doc, hit.End-1)
	start := doc.Text[doc.Tokens[hit.First].Start:doc.Tokens[hit.End-2].End]
	switch hit.Phrase {
	case 0:
		n := doc.Tokens[hit.First]
		before := preceding(doc, hit, 1)
		// "a four man crew and driver", "year six student", "number two driver"
		if articleWords[before.Norm] || possessives[before.Norm] || setOf("number year gear no phase class grade the one top group formula unit and or to - level - per")[before.Norm] ||
			before.Kind == article.Number || before.Is(article.Capital) || n.Is(article.Capital) && !opening(doc, hit) || next.Norm == "and" || next.Norm == "or" || isPast(next.Norm) && next.Norm != "was" && next.Norm != "were" {
			return m, false
		}
		if n.Kind == article.Number && (n.Norm == "1" || len(n.Norm) > 3 || strings.ContainsAny(n.Norm, "abcdefghijklmnopqrstuvwxyz.,")) || n.Norm == "many" && next.Norm != "was" && next.Norm != "is" {
			return m, false
		}
		if last == "man" || last == "woman" {
			return m, false // "a two man job"
		}
		m.Suggestions = []string{start + " " + plurals[last]}
	case 1:
		before := preceding(doc, hit, 1).Norm
		if before == "'s" {
			return m, false
		}
		singular := strings.TrimSuffix(last, "s")
		if last == "countries" {
			singular = "country"
		}
		m.Suggestions = []string{start + " " + singular}
	default:
		// "one of the few man-made", "one of the city's": ended already.
		middle := norm(doc, hit.End-2)
		if hit.End-hit.First > 4 && (middle == "'s" || determiners[middle] || commonPreposition[middle] || middle == "and" || capital(doc, hit.End-2)) || last == "man" || last == "woman" || next.Norm == "and" {
			return m, false
		}
		m.Suggestions = []string{start + " " + plurals[last]}
	}
	return m, true
}

func judgeMissingArticle(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	next := following(doc, hit, 1)
	if !ended(doc, hit) || next.Norm == "to" || next.Norm == "and" || next.Norm == "or" || preceding(doc, hit, 1).Kind != article.Word || norm(doc, hit.End-1) == norm(doc, hit.First-1) || norm(doc, hit.First) == "to" && norm(doc, hit.First-2) == "from" {
		return m, false
	}
	m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" the "+norm(doc, hit.End-1))
	return m, true
}

// afterName is what shows that a name is over.
var afterName = setOf("is was has had will did does said announced . ;")

// judgeArticleBeforeName wants a verb or a full stop after the name, so that
// no noun can own the article.
func judgeArticleBeforeName(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	name := doc.Tokens[hit.End-1]
	next := following(doc, hit, 1)
	if !name.Is(article.Capital) || !afterName[next.Norm] || next.Norm == "." && following(doc, hit, 2).Norm != "" {
		return detect.Match{}, false
	}
	if b := preceding(doc, hit, 1).Norm; b == "and" || b == "in" && next.Norm == "." {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{doc.Slice(name.Span)}}
	return m, true
}

// impossiblePairs are function words that do not follow each other.
var impossiblePairs = []string{
	"a the", "the a|of|and|is|to|was|by|are|with|from|these|this", "a an|of|is|was", "an a|of",
	"to|for|with|by of", "is are", "are is", "was were", "were was",
}

// beforeLetters are words whose "a" is a letter, not an article.
var beforeLetters = setOf("vitamin hepatitis group plan category class serie type grade level point section annex appendix exhibit team")

func judgeNeighbours(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	a, b := doc.Tokens[hit.First], doc.Tokens[hit.First+1]
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if b.Is(article.Capital) || !b.Is(article.SpaceBefore) || a.Is(article.AllCaps) || a.Is(article.Capital) && !a.Is(article.Opens) || beforeLetters[preceding(doc, hit, 1).Norm] {
		return m, false
	}
	next := following(doc, hit, 1)
	// "the by now familiar figure"
	return m, next.Norm != "" && next.Kind == article.Word && (b.Norm != "by" || next.Norm != "now")
}

// meantTwice are words that people write twice.
var meantTwice = setOf(`that had very bye blah long many again knock far really never now who what you quack wah dum night
	boom chop hush please twenty later there yeah win more much too old boda tuk dik aye gaga big well hear tut heh million billion trillion pom tom ding dong ho ha out years`)

// tautonym reports whether the doubled word that ends at token i names a subspecies:
// "Pan troglodytes troglodytes".
func tautonym(doc *detect.Document, i int) bool {
	w := norm(doc, i)
	latin := slices.ContainsFunc([]string{"us", "es", "is", "a", "um"}, func(s string) bool { return strings.HasSuffix(w, s) })
	return latin && capital(doc, i-2) && !opensSentence(doc, i-2) && len(w) > 5
}

func repeatedWords(doc *detect.Document) []detect.Match {
	var out []detect.Match
	for i := 1; i < len(doc.Tokens); i++ {
		a, b := &doc.Tokens[i-1], &doc.Tokens[i]
		if a.Hash != b.Hash || a.Norm != b.Norm || b.Kind != article.Word || len(b.Norm) < 3 || meantTwice[b.Norm] || articleWords[b.Norm] ||
			a.Is(article.Capital) || b.Is(article.Capital) || !b.Is(article.SpaceBefore) || a.Sentence != b.Sentence || a.Is(article.Quoted) ||
			norm(doc, i+1) == b.Norm || strings.Contains(b.Norm, "-") || tautonym(doc, i) {
			continue
		}
		out = append(out, detect.Match{Span: article.Span{Start: a.Start, End: b.End}, Suggestions: []string{b.Norm}})
	}
	return out
}
