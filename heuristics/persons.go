package heuristics

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// persons are the heuristics of people's names and titles.
var persons = []detect.Heuristic{
	{
		Name: "title-honorific-residue", Family: detect.Naming, Category: "accuracy/untranslated", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "de", "it", "zh"},
		Message:         "a title of the source language; English uses Mr or Ms, or the surname alone",
		Doc: detect.Doc{
			What:   "\"M. Durand\", \"Mme Durand\", \"Me Durand\" or \"Maître Durand\" (a lawyer), \"Sra. Ruiz\", \"Hr. Vogt\", and the Chinese \"Wang Moumou\" (Wang So-and-so).",
			Why:    "The title was copied, or the placeholder 某某 that Chinese reports put for a given name was spelled out.",
			Humans: "M. is an initial of many names, and \"Sr.\" follows surnames; those are left alone. Features on France keep \"Mme\" for colour.",
			Misses: "\"Herr\" and \"Frau\", which English writers use too.",
		},
		Phrases: []string{
			"me _", "m. _", "mme|mme.|mlle|mlle. _", "sr.|sra.|srta. _", "maître|maitre|onorevole _", "hr. _", "_ moumou", "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng mou",
			"teacher|classmate|aunt wang|li|zhang|liu|chen|yang|huang|zhao|zhou|xu|guo|luo|zheng", "a certain wang|zhang|liu|chen|yang|huang|zhao|zhou",
		},
		Judge: honorific,
		Examples: []detect.Example{
			{Text: "After the vote ⟦M. Durand⟧ refused to leave the hall.", Suggest: "Mr. Durand"},
			{Text: "The file is closed, says ⟦Me Kerlan⟧, who speaks for the owner.", Suggest: "lawyer Kerlan"},
			{Text: "Her lawyer, ⟦Me Kerlan⟧, left by the back door.", Suggest: "Kerlan"},
			{Text: "The shop of ⟦Sra. Ruiz⟧ stays closed.", Suggest: "Ms. Ruiz"},
			{Text: "⟦Mme Lambert⟧ refused to answer.", Suggest: "Ms. Lambert"},
			{Text: "⟦Zhao Moumou⟧ was detained at the port."},
			{Text: "The lawyer of the widow, ⟦Maître Kerlan⟧, left by the back door.", Suggest: "Kerlan"},
		},
		NearMisses: []string{
			"M. Night Shyamalan directed the film.",
			"J. M. Coetzee wrote the novel.",
			"The film, Call Me Ishmael, and the song, Me And The Sea, sold well.",
			"Ken Holt Sr. Opened the shop.",
			"A letter from Prof. M. Durand was read out.",
			"He quoted V. Orlov, P. Koval and M. Isakov wrote it down.",
			"The village teacher Li read with the children is old.",
			"The waiters obeyed the Maître Bruno at once.",
		},
	},
	{
		Name: "masked-name-by-initial", Family: detect.Naming, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "ru"},
		Message:         "the source's way to leave a name out",
		Doc: detect.Doc{
			What:   "\"A driver surnamed Wang\", \"Ms. Li (pseudonym)\", \"netizens\".",
			Why:    "Chinese reports give the surname alone (\"姓王\") and call users of social media 网民; English says \"identified only as Wang\" and \"social media users\". No native article of the labelled data has one.",
			Humans: "In the English press of East Asia.",
			Misses: "Initials in place of names.",
		},
		Phrases: []string{"surnamed _", "( pseudonym )", "( a pseudonym )", "netizen|netizens"},
		Judge:   maskedName,
		Examples: []detect.Example{
			{Text: "A driver ⟦surnamed Wang⟧ was fined on Friday.", Suggest: "identified only as Wang"},
			{Text: "Many ⟦netizens⟧ laughed at the mayor.", Suggest: "social media users"},
			{Text: "Ms. Li ⟦(pseudonym)⟧ has paid twice."},
		},
		NearMisses: []string{
			"Malcolm X spoke in the hall.",
			"George Eliot (the pseudonym of Mary Ann Evans) wrote it.",
			"The twins, surnamed after their mother, left.",
		},
	},
	{
		Name: "surname-first-or-patronymic", Family: detect.Naming, Category: "terminology", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk"},
		Message:         "the patronymic belongs to the source's full name",
		Doc: detect.Doc{
			What:   "A patronymic between the given name and the surname: \"Ivan Petrovich Orlov\".",
			Why:    "Russian and Ukrainian documents and reports give the full name; English news leaves the patronymic out.",
			Humans: "Of writers and composers, in obituaries and court reports.",
			Misses: "Patronymics without the surname.",
		},
		Scan: patronymics,
		Examples: []detect.Example{
			{Text: "The mayor, ⟦Ivan Petrovich Orlov⟧, voted in the school.", Suggest: "Ivan Orlov"},
			{Text: "Judge ⟦Olga Sergeyevna Belova⟧ read the ruling.", Suggest: "Olga Belova"},
			{Text: "The body was found by ⟦Andriy Mykhailovych Koval⟧ on Friday.", Suggest: "Andriy Koval"},
		},
		NearMisses: []string{
			"Slobodan Milosevich was tried in The Hague.",
			"Roman Abramovich bought the club.",
			"Pyotr Ilyich Tchaikovsky wrote the ballet in 1876.",
			"She lives on Ivan Franko Street.",
		},
	},
	{
		Name: "lowercase-proper-adjective", Family: detect.Naming, Category: "fluency/spelling", Severity: detect.Major, Off: true,
		SourceLanguages: []string{"fr", "es", "it", "ru", "uk", "cs"},
		Message:         "English writes it with a capital",
		Doc: detect.Doc{
			What:   "A weekday, month, nationality or language with a small letter.",
			Why:    "French, Spanish, Italian and the Slavic languages write them so.",
			Humans: "In typing errors: native text of the labelled data has it half as often as machine translation does, so the rule is off.",
			Misses: "March, May, August and other words with a second meaning.",
		},
		Phrases: []string{"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december|american|russian|ukrainian|german|french|spanish|italian|chinese|japanese|british|israeli|european|english|portuguese|czech"},
		Judge:   smallProper,
		Examples: []detect.Example{
			{Text: "He left on ⟦monday⟧ with a friend.", Suggest: "Monday"},
			{Text: "She met an ⟦american⟧ sailor in the port.", Suggest: "American"},
			{Text: "The ferry sails again in ⟦january⟧.", Suggest: "January"},
		},
		NearMisses: []string{
			"She ate french fries on the pier.",
			"He left on Monday with an American friend.",
			"we left on monday and it rained",
			"See port.example/english/ for the list.",
		},
	},
	{
		Name: "name-variant-within-article", Family: detect.Naming, Category: "fluency/inconsistency", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "zh", "ja", "ar", "he"},
		Message:         "the same name is spelled in two ways",
		Doc: detect.Doc{
			What:   "A surname that the article spells in two ways after the same given name or title: \"Oleh Marchuk\", later \"Oleh Marczuk\".",
			Why:    "Systems transliterate each sentence afresh.",
			Humans: "In typing errors, and where two persons share a given name and have similar surnames; spellings must agree in all consonant sounds.",
			Misses: "Variants of the given name, surnames that stand alone, and given names that several people share.",
		},
		Where: detect.Everywhere,
		Scan:  nameVariants,
		Examples: []detect.Example{
			{Text: "Oleh Marchuk opened the pier. The council thanked Oleh ⟦Marczhuk⟧ on Friday.", Suggest: "Marchuk"},
			{Text: "Viktor Zelenskiy came by train. Later Viktor ⟦Zelensky⟧ spoke in the square.", Suggest: "Zelenskiy"},
			{Text: "Colonel Khalifa Haftar left. His deputy said Khalifa ⟦Hafter⟧ was ill.", Suggest: "Haftar"},
		},
		NearMisses: []string{
			"Steven Smith and Stephen Smyth are brothers.",
			"Anna Novak left. Her sister Anna-Maria Novakova stayed.",
			"Oleh Marchuk opened the pier. Oleh Marchuk’s wife was there.",
			"John Carter met John Carver in the port.",
		},
	},
}

// lawyers are whom French gives the title "Me".
var lawyers = setOf("lawyer lawyers attorney counsel")

func honorific(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	if !last.Is(article.Capital) || utf8.RuneCountInString(last.Norm) < 3 && last.Norm != "mou" && last.Norm != "li" || !first.Is(article.Capital) && first.Norm != "a" && first.Norm != "onorevole" {
		return detect.Match{}, false
	}
	prev, next := preceding(doc, hit, 1), following(doc, hit, 1)
	if capitalWord(prev) || strings.HasSuffix(prev.Norm, ".") {
		return detect.Match{}, false // an initial, or part of a name
	}
	surname := doc.Slice(last.Span)
	s := doc.SpanOf(hit.Range)
	switch first.Norm {
	case "me":
		if opensSentence(doc, hit.First) || first.Is(article.AllCaps) || last.Is(article.AllCaps) || closing[last.Norm] || articleWords[last.Norm] || !speechVerbs[prev.Norm] && prev.Norm != "," && prev.Norm != "by" && prev.Norm != "lawyer" {
			return detect.Match{}, false
		}
		if firstIn(doc, article.Range{First: max(sentenceOf(doc, hit.First).First, hit.First-7), End: hit.First}, lawyers) >= 0 {
			return match(s, surname), true // the text says what the title says
		}
		return match(s, "lawyer "+surname), true
	case "m.":
		if doc.Slice(first.Span) != "M." || capitalWord(next) || surname == "Night" || !actsHere(doc, hit) {
			return detect.Match{}, false
		}
		return match(s, "Mr. "+surname), true
	case "mme", "mme.", "mlle", "mlle.", "sra.", "srta.":
		return match(s, "Ms. "+surname), true
	case "maître", "maitre":
		if closing[last.Norm] || capitalWord(next) || prev.Norm == "the" {
			return detect.Match{}, false // the head of the waiters, or a family's name
		}
		return match(s, surname), true
	case "sr.", "hr.":
		return match(s, "Mr. "+surname), true
	}
	return detect.Match{Span: s}, true
}

// actsHere reports whether the name is the subject of a verb and no other
// initials stand in its sentence: "M. Durand refused", not a list of authors.
func actsHere(doc *detect.Document, hit detect.Hit) bool {
	next := following(doc, hit, 1)
	if !finite(next.Norm) && !isPast(next.Norm) && !speechVerbs[next.Norm] || preceding(doc, hit, 1).Norm == "by" {
		return false
	}
	for _, t := range around(doc, hit) {
		if t.Norm != "m." && len(t.Norm) == 2 && t.Norm[1] == '.' && t.Is(article.Capital) {
			return false
		}
	}
	return true
}

func maskedName(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(hit.Range)
	last := doc.Tokens[hit.End-1]
	switch doc.Tokens[hit.First].Norm {
	case "surnamed":
		if !last.Is(article.Capital) {
			return detect.Match{}, false
		}
		return match(s, "identified only as "+doc.Slice(last.Span)), true
	case "netizen":
		return match(s, "social media user"), true
	case "netizens":
		return detect.Match{Span: s, Suggestions: insteadOf(doc, s, "social media users")}, true
	}
	return detect.Match{Span: s}, true
}

var patronymicEndings = []string{"ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "yivna", "ichna"}

// wellKnown are people whom English knows with their patronymics.
var wellKnown = setOf("tchaikovsky dostoevsky dostoyevsky pushkin tolstoy chekhov mussorgsky rimsky-korsakov gogol lermontov turgenev stravinsky mendeleev pavlov")

// patronymics finds three capitalised words of which the middle one is a
// patronymic.
func patronymics(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for i := 1; i+1 < len(doc.Tokens); i++ {
		t := &doc.Tokens[i]
		if !t.Is(article.Capital) || len(t.Norm) < 6 || !isPatronymic(t.Norm) {
			continue
		}
		given, surname := tokenBeside(doc, i, i-1), tokenBeside(doc, i, i+1)
		if !capitalWord(given) || !capitalWord(surname) || glued(surname) || given.Sentence != t.Sentence || surname.Sentence != t.Sentence || len(given.Norm) < 3 || len(surname.Norm) < 3 || wellKnown[surname.Norm] || surname.Is(article.AllCaps) || given.Is(article.Opens) && commonPreposition[given.Norm] {
			continue
		}
		switch surname.Norm {
		case "rada", "jr.", "sr.", "characters", "street", "avenue", "square", "tower", "prize", "airport", "university", "arena", "stadium":
			continue
		}
		found = append(found, match(ofTokens(given, surname), doc.Slice(given.Span)+" "+doc.Slice(surname.Span)))
	}
	return found
}

func isPatronymic(norm string) bool {
	switch norm[len(norm)-1] {
	case 'h', 'a':
		for _, e := range patronymicEndings {
			if strings.HasSuffix(norm, e) {
				return true
			}
		}
	}
	return false
}

// fixedSmall are words after which a proper adjective is written small.
var fixedSmall = setOf("fries toast window windows roulette delight dressing kiss doors door bean beans press bulldog horn letters twist setter muffin shepherd measles dip")

func smallProper(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	if t.Is(article.Capital) || fixedSmall[following(doc, hit, 1).Norm] || glued(t) || glued(tokenAt(doc, hit.End)) && strings.ContainsAny(tokenAt(doc, hit.End).Norm, "-/") || inAddress(doc.Text, t.Start) || !opensWithCapital(doc, t.Sentence) {
		return detect.Match{}, false
	}
	return match(t.Span, capitalised(t.Norm)), true
}

// titlesBefore are words before a surname that many people share.
var titlesBefore = setOf("mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady the president minister senator judge professor prof. rep. sen. gov. captain colonel general mayor chief st st. saint new van von de la el al bin")

// nameVariants finds surnames spelled in two ways after one given name.
func nameVariants(doc *detect.Document) []detect.Match {
	// The given names, by name and then in order, so that the first surname of
	// each is followed by its others.
	var room [64]int32
	names := room[:0]
	for i := 1; i < len(doc.Tokens); i++ {
		if doc.Tokens[i].Is(article.Capital|article.SpaceBefore) && doc.Tokens[i-1].Is(article.Capital) && isName(doc, i) {
			names = append(names, int32(i-1))
		}
	}
	slices.SortFunc(names, func(a, b int32) int {
		x, y := &doc.Tokens[a], &doc.Tokens[b]
		switch {
		case x.Hash != y.Hash:
			return cmp.Compare(x.Hash, y.Hash)
		case x.Norm != y.Norm:
			return strings.Compare(x.Norm, y.Norm)
		}
		return cmp.Compare(a, b)
	})
	var found []detect.Match
	first := int32(0)
	for n, i := range names {
		if n == 0 || doc.Tokens[i].Norm != doc.Tokens[first].Norm {
			first = i
			continue
		}
		was, t := &doc.Tokens[first+1], &doc.Tokens[i+1]
		if was.Norm != t.Norm && skeleton(was.Norm) == skeleton(t.Norm) && variant(was.Norm, t.Norm) {
			m := match(t.Span, doc.Slice(was.Span))
			m.Related = []detect.Related{{Article: doc.Article, Span: was.Span}}
			found = append(found, m)
		}
	}
	return found
}

// isName reports whether token i is a surname after a given name.
func isName(doc *detect.Document, i int) bool {
	t, given := &doc.Tokens[i], &doc.Tokens[i-1]
	if t.Kind != article.Word || given.Kind != article.Word || t.Is(article.AllCaps) || given.Is(article.AllCaps) || given.Sentence != t.Sentence || len(t.Norm) < 6 || len(given.Norm) < 4 || titlesBefore[given.Norm] {
		return false
	}
	next := tokenAt(doc, i+1)
	return !(glued(next) && next.Norm == "-") && strings.IndexByte(t.Norm, '-') < 0 && (!capitalWord(next) || next.Norm == "'s")
}

// variant reports whether two spellings of one skeleton can be one name: not
// a plural or another ending of the same word.
func variant(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.HasPrefix(b, a) {
		switch b[len(a):] {
		case "s", "es", "a", "e", "an", "o", "y", "n", "ns":
			return false
		}
	}
	common := 0
	for common < len(a) && a[common] == b[common] {
		common++
	}
	if wordEndings[a[common:]] && wordEndings[b[common:]] {
		return false // two words of one family: "Minister", "Ministry"
	}
	// Names that only differ in the vowel of the last syllable must agree
	// before it ("Hafter" and "Haftar" do; "Hanson" and "Hansen" are two names).
	return !strings.HasSuffix(a, "sen") && !strings.HasSuffix(b, "sen") && !strings.HasSuffix(a, "son") && !strings.HasSuffix(b, "son")
}

var wordEndings = setOf("er ry r y ies ing ion ions al ial ed e es ity ous ism ist ian ic ics or ors ers eer eers")

// alike are spellings of one sound in transliteration; longer ones first.
var alike = strings.NewReplacer("shch", "7", "czh", "1", "tch", "1", "tsch", "1", "sch", "2", "sh", "2", "cz", "1", "ch", "1", "zh", "3", "kh", "h", "ts", "4", "tz", "4", "ph", "f", "ck", "k", "c", "k", "q", "k", "w", "v", "x", "ks", "iy", "y", "yy", "y", "ii", "y", "yi", "y", "j", "y")

// skeleton is what the spellings of one name have in common: its consonants,
// double ones once, and its first letter.
func skeleton(norm string) string {
	folded := alike.Replace(norm)
	var b strings.Builder
	last := byte(0)
	for i := range len(folded) {
		c := folded[i]
		if i > 0 && strings.IndexByte("aeiouy'", c) >= 0 {
			continue
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}
