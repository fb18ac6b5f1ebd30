package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// kinship are the heuristics of family relations and of the gender of persons:
// languages cut relations otherwise, agree in gender with what is possessed, or
// have no gender in pronouns.
var kinship = []detect.Heuristic{
	{
		Name: "step-for-in-law", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Critical,
		SourceLanguages: []string{"fr", "es", "ca"},
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         "A step-relation in an article that elsewhere makes it a relation by marriage; check which it is.",
		Doc: detect.Doc{
			What:   `A stepfather, stepmother, stepson or the like of a person whom the same article calls somebody's in-law.`,
			Why:    `French "beau-père", "belle-mère", "beau-fils" stand for both relations. Taking the wrong one changes who belongs to which family.`,
			Humans: "Families have both. So the two words must be about the same person, and articles that speak of a remarriage, of adoption or of upbringing stay silent.",
			Misses: "The slip in an article that does not name the relation a second time; comparing the tellings of one story finds more.",
		},
		Phrases: []string{
			"stepfather|stepmother|stepson|stepdaughter|step-father|step-mother|step-son|step-daughter",
			"father-in-law|mother-in-law|son-in-law|daughter-in-law",
		},
		JudgeAll: judgeStepRelations,
		Examples: []detect.Example{
			{Text: "Anton Brod, the president's son-in-law, published a memoir on Monday.\n\nBrod writes that his ⟦stepfather⟧ told him to wait.", Suggest: "father-in-law"},
			{Text: "Lena Farkas has quarrelled with her mother-in-law for years. Mrs Farkas said her ⟦step-mother⟧ had sold the house.", Suggest: "mother-in-law"},
			{Text: "The tycoon's daughter-in-law, Mira Salo, left the board.\n\nSalo thanked her ⟦stepfather⟧ for his trust.", Suggest: "father-in-law"},
		},
		NearMisses: []string{
			"Her stepfather raised her in Ohio.",
			"Anton Brod, the president's son-in-law, grew up in Graz. Brod says his stepfather, whom his mother married in 1970, taught him to ski.",
			"The judge heard the victim's stepfather. A brother-in-law of the accused, Jan Peel, also spoke.",
			"Dr Shah's stepfather, a miner, and his father-in-law, a vicar, never met.",
		},
	},
	{
		Name: "possessive-gender-clash-kin", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Critical,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de"},
		Message:         "The possessive has the gender of the relative instead of the person's.",
		Doc: detect.Doc{
			What:   `"She ... his husband" or "he ... her wife" where no other person is about.`,
			Why:    "French son/sa, Spanish su, Italian suo/sua and German sein/ihr agree with what is possessed or have no gender; the translation guesses.",
			Humans: "Where another person is spoken of (\"she met his husband\") or a couple is of one sex; the sentence and the one before must name nobody else, and articles that speak of same-sex couples stay silent.",
			Misses: "Clashes in sentences with two persons.",
		},
		Phrases: []string{"his husband|boyfriend|fiancé|ex-husband", "her wife|girlfriend|fiancée|ex-wife"},
		Judge:   judgeSpousePronoun,
		Examples: []detect.Example{
			{Text: "She arrived with ⟦his husband⟧ at noon.", Suggest: "her husband"},
			{Text: "The actress and ⟦his husband⟧ sold the house.", Suggest: "her husband"},
			{Text: "He left ⟦her wife⟧ in May and moved to Graz.", Suggest: "his wife"},
		},
		NearMisses: []string{
			"She met his wife.",
			"He and his husband married in 2015.",
			"The singer came with Mark and his husband. She stayed an hour.",
			"Mr Olsen was at home. She waited with his husband in the car.",
			"He spoke to Anna and her wife.",
		},
	},
	{
		Name: "mr-for-woman", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Critical,
		SourceLanguages: []string{"zh", "ja", "ko", "de", "fr", "ru"},
		Message:         "The same person is Mr here and Mrs or Ms elsewhere in the article.",
		Doc: detect.Doc{
			What:   "A surname with a man's title and with a woman's in one article that knows only one person of that name.",
			Why:    "Chinese and Korean titles, Japanese -san, and initials (M. for Monsieur) do not say or do not show the gender, so it is guessed each time.",
			Humans: "Of couples and families: articles in which the surname stands with two first names, or that name a husband, wife, brother or other relation, stay silent.",
			Misses: "Articles that never use the right title.",
		},
		Phrases:  []string{"mr|mr.", "mrs|mrs.|ms|ms.|miss"},
		JudgeAll: judgeTitles,
		Examples: []detect.Example{
			{Text: "Ms Liu opened the shop in May. In June ⟦Mr Liu⟧ sold it, and Ms Liu left town.", Suggest: "Ms Liu"},
			{Text: "Mr. Tanaka won the prize. \"It is late,\" he said. The jury praised ⟦Mrs. Tanaka⟧. Mr. Tanaka thanked it.", Suggest: "Mr. Tanaka"},
			{Text: "Mrs Orlova runs the mill. Last year Mrs Orlova hired ten men. ⟦Mr Orlova⟧ is 60.", Suggest: "Mrs Orlova"},
		},
		NearMisses: []string{
			"Mr and Mrs Liu said they were cheated. Mr Liu wept.",
			"Mr Liu said his wife had paid. Mrs Liu nodded.",
			"Jan Peel and Ruth Peel met at school. Mr Peel teaches there, and Ms Peel is a nurse.",
		},
	},
	{
		Name: "gender-flip-same-person", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Critical,
		SourceLanguages: []string{"zh", "ja", "ko", "he", "tr", "fi", "hu"},
		Message:         "The pronoun has another gender than the title of the only person it can mean.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "He" right after one about "Ms X", or "She" after "Mr X", where nobody else has been named.`,
			Why:    "Turkish, Finnish, Hungarian and spoken Chinese have one pronoun for he and she, Japanese drops it; the translation guesses sentence by sentence.",
			Humans: "Not of one person. The article must have named nobody else up to there, and articles about gender stay silent.",
			Misses: "Flips in articles with more than one person, and persons without a title.",
		},
		Scan: scanPronounFlips,
		Examples: []detect.Example{
			{Text: "Ms Wang opened the shop in May. ⟦He⟧ sold it in June.", Suggest: "She"},
			{Text: "The prize went to Mr Yamada on Friday. ⟦She⟧ thanked the jury.", Suggest: "He"},
			{Text: "Mrs Aydin has run the mill for ten years. ⟦He⟧ employs forty people.", Suggest: "She"},
		},
		NearMisses: []string{
			"Ms Wang met Mr Li in May. He sold the shop in June.",
			"Ms Wang opened the shop in May. She sold it in June.",
			"The owner is a quiet man. Ms Wang met him in May. He sold the shop in June.",
			"Ms Wang wrote about Bruno Kessel. He sold the shop in June.",
		},
	},
	{
		Name: "person-as-it", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"zh", "ja", "fr", "es", "it", "hu", "fi", "tr", "he"},
		Message:         `A person is "it" here; write "he", "she", "his" or "her".`,
		Doc: detect.Doc{
			What:   `"Its wife", "its husband", "its autobiography", "It married", "It resigned".`,
			Why:    "French son/sa and Spanish su do not show the owner's gender, and Chinese, Japanese, Turkish and Hungarian leave the subject out or have no gender.",
			Humans: "Of animals, and of companies (\"its parent\", \"its sister company\"), which are left alone.",
			Misses: "All other verbs and nouns.",
		},
		Phrases: []string{
			"its wife|husband|girlfriend|boyfriend|widow|widower|fiancée|fiancé|mother-in-law|father-in-law|son-in-law|autobiography|memoirs|grandmother|grandfather",
			"it married|remarried|smiled|wept|divorced", "it graduated from", "it studied at|law|medicine", "it resigned as|from",
		},
		Judge: judgePersonAsIt,
		Examples: []detect.Example{
			{Text: "The singer thanked ⟦its wife⟧.", Suggest: ""},
			{Text: "The painter is well known in Lyon. ⟦It studied law⟧ before the war.", Suggest: ""},
			{Text: "Relly quarrelled with the mayor. ⟦It resigned from⟧ the cabinet in May.", Suggest: ""},
		},
		NearMisses: []string{
			"The bank and its parent company failed.",
			"The idea was born in Lyon.",
			"The zoo's panda lost its grandmother.",
			"It married two old ideas into one.",
		},
	},
}

// A relation word in an article.
type relation struct {
	token  int
	parent bool // father or mother; else son or daughter; siblings are left out
	step   bool
	kin    string // "father", "mother", "son", "daughter"
}

// relationOf reads "stepfather", "step-mother", "son-in-law".
func relationOf(w string) relation {
	kin, step := strings.CutPrefix(w, "step")
	kin = strings.TrimSuffix(strings.TrimPrefix(kin, "-"), "-in-law")
	return relation{step: step, kin: kin, parent: kin == "father" || kin == "mother"}
}

// judgeStepRelations takes step-relations of persons who are in-laws elsewhere
// in the article.
func judgeStepRelations(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var steps, inLaws []relation
	for _, hit := range hits[:min(len(hits), mostRelations)] {
		r := relationOf(norm(doc, hit.First))
		r.token = hit.First
		if r.step {
			steps = append(steps, r)
		} else {
			inLaws = append(inLaws, r)
		}
	}
	if len(steps) == 0 || len(inLaws) == 0 || firstIn(doc, article.Range{End: len(doc.Tokens)}, patchwork) >= 0 {
		return nil
	}
	var out []detect.Match
	for _, s := range steps {
		for _, l := range inLaws {
			if s.parent != l.parent && s.parent || s.parent == l.parent {
				if s.parent == l.parent && coordinated(doc, s.token, l.token) || !sharesName(doc, s.token, l.token) {
					continue
				}
				out = append(out, detect.Match{
					Span:        doc.Tokens[s.token].Span,
					Suggestions: []string{s.kin + "-in-law"},
					Related:     []detect.Related{{Article: doc.Article, Span: doc.Tokens[l.token].Span}},
				})
				break
			}
		}
	}
	return out
}

// coordinated reports whether "and" or "or" stands between two tokens of a sentence:
// "his stepfather, a miner, and his father-in-law, a vicar" are two men.
func coordinated(doc *detect.Document, a, b int) bool {
	between := article.Range{First: min(a, b), End: max(a, b)}
	return doc.Tokens[a].Sentence == doc.Tokens[b].Sentence && firstIn(doc, between, andOr) >= 0
}

var andOr = setOf("and or nor")

// mostRelations bounds the work on hostile input; no article names so many
// relatives.
const mostRelations = 60

// patchwork are words of families that do have step-relations.
var patchwork = setOf(`remarried remarriage adopted adoptive biological half-brother half-sister stepfamily widowed upbringing raised
	childhood foster birth orphaned`)

// sharesName reports whether the sentences of two tokens, or those beside them,
// name the same person.
func sharesName(doc *detect.Document, a, b int) bool {
	names := map[string]bool{}
	for _, t := range doc.TokensIn(sentenceOf(doc, b)) {
		if t.Is(article.Capital) && !t.Is(article.Opens) && t.Kind == article.Word {
			names[t.Norm] = true
		}
	}
	if first := doc.Tokens[sentenceOf(doc, b).First]; knownName(doc, sentenceOf(doc, b).First) {
		names[first.Norm] = true
	}
	// "his mother married in 1970" explains a step-relation.
	for _, t := range doc.TokensIn(sentenceOf(doc, a)) {
		if t.Norm == "married" || t.Norm == "whom" {
			return false
		}
	}
	for _, t := range doc.TokensIn(sentenceOf(doc, a)) {
		if t.Is(article.Capital) && names[t.Norm] && !weekdays[t.Norm] && !months[t.Norm] && !titles[t.Norm] {
			return true
		}
	}
	return false
}

var (
	titles       = union(maleTitles, femaleTitles, setOf("dr president minister"))
	maleTitles   = setOf("mr mr.")
	femaleTitles = setOf("mrs mrs. ms ms. miss")
	femaleNouns  = setOf("she woman actress queen princess duchess businesswoman waitress countess heroine stateswoman widow mother")
	maleNouns    = setOf("he man actor king prince duke businessman widower father")
	femaleWords  = union(femaleNouns, setOf("her hers mrs mrs. ms ms. herself who whose daughter sister girl"))
	maleWords    = union(maleNouns, setOf("him his mr mr. himself who whose son brother boy"))
	sameSex      = setOf("gay lesbian same-sex queer transgender trans lgbt lgbtq homosexual bisexual non-binary")
)

// judgeSpousePronoun takes a possessive whose only possible owner in the
// sentence has the other gender.
func judgeSpousePronoun(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	his := norm(doc, hit.First) == "his"
	owner, other := femaleNouns, maleWords
	if !his {
		owner, other = maleNouns, femaleWords
	}
	sentence := sentenceOf(doc, hit.First)
	owned := false
	from := sentence.First
	if n := doc.Tokens[hit.First].Sentence; n > 0 {
		from = doc.Sentences[n-1].Tokens.First
	}
	for i := from; i < hit.First; i++ {
		t := doc.Tokens[i]
		switch {
		case other[t.Norm], t.Kind == article.Word && t.Is(article.Capital) && !t.Is(article.Opens) && t.Norm != "i":
			return detect.Match{}, false
		case owner[t.Norm] && i >= sentence.First:
			owned = true
		case personNoun(t.Norm) && !owner[t.Norm]:
			return detect.Match{}, false
		}
	}
	if !owned || sentence.End-sentence.First > longestSentence || firstIn(doc, article.Range{End: len(doc.Tokens)}, sameSex) >= 0 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = []string{map[bool]string{true: "her ", false: "his "}[his] + norm(doc, hit.End-1)}
	return m, true
}

// judgeTitles takes a surname with titles of both genders.
func judgeTitles(doc *detect.Document, hits []detect.Hit) []detect.Match {
	type mention struct {
		token int
		male  bool
	}
	bySurname := map[string][]mention{}
	var surnames []string // in order of appearance
	for _, hit := range hits {
		name := hit.End
		if norm(doc, name) == "." {
			name++
		}
		if !capital(doc, name) || doc.Tokens[name].Kind != article.Word || capital(doc, name+1) {
			continue
		}
		n := norm(doc, name)
		if bySurname[n] == nil {
			if len(surnames) == mostRelations {
				continue
			}
			surnames = append(surnames, n)
		}
		bySurname[n] = append(bySurname[n], mention{hit.First, hit.Phrase == 0})
	}
	var out []detect.Match
	for _, n := range surnames {
		var men, women []mention
		for _, m := range bySurname[n] {
			if m.male {
				men = append(men, m)
			} else {
				women = append(women, m)
			}
		}
		if len(men) == 0 || len(women) == 0 || len(men) == len(women) || severalOf(doc, n) {
			continue
		}
		few, many := men, women
		if len(women) < len(men) {
			few, many = women, men
		}
		for _, m := range few {
			end := m.token + 1
			if norm(doc, end) == "." {
				end++
			}
			s := article.Span{Start: doc.Tokens[m.token].Start, End: doc.Tokens[end].End}
			right := doc.Tokens[many[0].token]
			rightEnd := many[0].token + 1
			if norm(doc, rightEnd) == "." {
				rightEnd++
			}
			out = append(out, detect.Match{
				Span:        s,
				Suggestions: []string{doc.Text[right.Start:doc.Tokens[rightEnd].End]},
				Related:     []detect.Related{{Article: doc.Article, Span: right.Span}},
			})
		}
	}
	return out
}

// relatives are words that bring a second person of the same surname.
var relatives = setOf(`wife husband brother sister couple father mother son daughter parents parent family twins spouse widow uncle aunt
	cousin siblings brothers sisters children spouses nephew niece grandfather grandmother`)

// severalOf reports whether the article may know two persons of that surname.
func severalOf(doc *detect.Document, surname string) bool {
	firstNames := map[string]bool{}
	for i, t := range doc.Tokens {
		if t.Norm == surname && t.Is(article.Capital) && i > 0 {
			if firstIn(doc, doc.Sentences[t.Sentence].Tokens, relatives) >= 0 {
				return true
			}
			if p := doc.Tokens[i-1]; p.Is(article.Capital) && p.Kind == article.Word && !titles[p.Norm] {
				firstNames[p.Norm] = true
			} else if p.Norm == "and" {
				return true
			}
		}
	}
	return len(firstNames) > 1
}

// scanPronounFlips finds "He" after "Ms X" where nobody else has been named.
func scanPronounFlips(doc *detect.Document) []detect.Match {
	for n := 1; n < len(doc.Sentences) && n < 12; n++ {
		first := doc.Sentences[n].Tokens.First
		if w := norm(doc, first); w != "he" && w != "she" || doc.Tokens[first].Is(article.Quoted) {
			continue
		}
		// Only the first pronoun of the article can be judged: what comes
		// before it must name one person and no other.
		male := norm(doc, first) == "he"
		titled := -1
		for i := range first {
			t := doc.Tokens[i]
			w := t.Norm
			switch {
			case maleTitles[w] && male, femaleTitles[w] && !male:
				return nil
			case maleTitles[w], femaleTitles[w]:
				if titled >= 0 {
					return nil
				}
				titled = i
			case maleNouns[w], femaleNouns[w], relatives[w], personNoun(w), objectPronouns[w], possessives[w] && w != "its", w == "who", t.Is(article.Quoted):
				return nil
			case t.Is(article.Capital) && !t.Is(article.Opens) && t.Kind == article.Word && titled < 0:
				return nil // a name before the title: another person may be meant
			case t.Is(article.Capital) && t.Kind == article.Word && !t.Is(article.Opens) && i > titled+2 && !weekdays[w] && !months[w]:
				return nil
			}
		}
		if titled < 0 || doc.Tokens[titled].Sentence != n-1 || firstIn(doc, article.Range{End: len(doc.Tokens)}, sameSex) >= 0 {
			return nil
		}
		return []detect.Match{{
			Span:        doc.Tokens[first].Span,
			Suggestions: []string{map[bool]string{true: "She", false: "He"}[male]},
			Related:     []detect.Related{{Article: doc.Article, Span: doc.Tokens[titled].Span}},
		}}
	}
	return nil
}

// judgePersonAsIt leaves animals, bands and companies alone.
func judgePersonAsIt(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	from, to := sentenceOf(doc, hit.First).First, sentenceOf(doc, hit.First).End
	if n := doc.Tokens[hit.First].Sentence; n > 0 {
		from = doc.Sentences[n-1].Tokens.First
	}
	if firstIn(doc, article.Range{First: from, End: to}, notPersons) >= 0 {
		return detect.Match{}, false
	}
	last := norm(doc, hit.End-1)
	next := following(doc, hit, 1).Norm
	switch {
	case norm(doc, hit.First) == "its":
		if next == "company" || next == "companies" || next == "-" || next == "'s" {
			return detect.Match{}, false
		}
	case !opensSentence(doc, hit.First):
		return detect.Match{}, false
	case last == "married" && next != "in" && next != "at" && !capital(doc, hit.End):
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

var notPersons = setOf(`cub cubs calf puppy chick bear bears dog dogs cat cats elephant lion whale horse animal animals bird birds panda tiger
	band company zoo monkey cow firm club group team university school hospital bank party government ministry court board committee
	magazine newspaper channel ship robot paper station network film programme`)
