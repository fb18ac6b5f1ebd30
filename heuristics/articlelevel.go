package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// articleLevel are the heuristics of the headline and of the article as a
// whole.
var articleLevel = []detect.Heuristic{
	{
		Name: "read-also-link", Family: detect.Article, Category: "style/unidiomatic", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "uk", "ru", "pt", "ro"},
		Message:         "\"Read also\" is the source page's link to another article; English pages write \"Read more\" or \"Related\"",
		Doc: detect.Doc{
			What:   "A link to another article that begins with \"Read also\", \"To read also\", \"On the same subject\", \"Earlier we wrote\", in the prose or among the lines kept out of it.",
			Why:    "French \"Lire aussi\", Italian \"Leggi anche\", Spanish \"Lea también\" and Ukrainian \"Читайте також\", word for word. No native article of the labelled data has one; machine translation from Ukrainian has one in 2,500 words.",
			Humans: "English pages write \"Read more\", \"See also\" and \"Related\"; those are left alone. Some English editions of foreign outlets write \"Also read\".",
			Misses: "Links without such words.",
		},
		Where:   detect.Everywhere,
		Phrases: readAlso,
		Judge:   readAlsoInProse,
		Scan:    readAlsoRemoved,
		Examples: []detect.Example{
			{Text: "The ferry sails again in May.\n\n⟦Read also⟧ Storms: what the mayor said\n\nNobody was hurt.", Suggest: "Read more:"},
			{Text: "The ferry sails again in May.\n\n⟦To read also:⟧ the diary of a strike", Suggest: "Read more:"},
			{Text: "The ferry sails again in May.\n\n⟦You may also be interested:⟧ The five worst winters", Suggest: "Read more:"},
			{Text: "The ferry sails again in May. ⟦On the same subject:⟧ Why the pier is closed.", Suggest: "Read more:"},
		},
		NearMisses: []string{
			"She reads Latin and also Greek.",
			"Read more: storms in the south",
			"To go further than the law demands, the council closed the pier.",
			"He has read also the letters of the mayor.",
		},
	},
	{
		Name: "headline-present-participle-fragment", Family: detect.Article, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh"},
		Message:         "a headline in the source's past tense; English headlines use the present and say what was claimed",
		Doc: detect.Doc{
			What:   "A headline about someone who \"named\", \"told about\", \"assessed\" or \"spoke about\" something.",
			Why:    "Russian and Ukrainian headlines stand in the past tense with verbs of speech (\"назвал\", \"рассказал\", \"оценил\"); English ones stand in the present and give the claim. No native headline of the labelled data has one.",
			Humans: "\"Told\" and \"named\" are participles in English headlines (\"Boy told to leave\", \"Coach named player of the year\") and left alone.",
			Misses: "Other verbs.",
		},
		Where: detect.InHeadline | detect.InStandfirst,
		Scan:  slavicHeadline,
		Examples: []detect.Example{
			{Text: "# ⟦Experts named⟧ the main risk of winter tyres\n\nDrivers should check."},
			{Text: "# Harbour master ⟦told about⟧ the plans for the pier\n\nThe pier is old."},
			{Text: "# The mayor ⟦assessed the⟧ chances of a new bridge\n\nThe chances are slim."},
		},
		NearMisses: []string{
			"# Experts name main risk of winter tyres\n\nDrivers should check.",
			"# Residents told to leave valley\n\nThe river rises.",
			"# Ana Prokop named player of the year\n\nShe scored twice.",
			"# What the coach told about 40 fans\n\nHe was calm.",
		},
	},
	{
		Name: "unnamed-agent-headline", Family: detect.Article, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk"},
		Message:         "the headline has no subject",
		Doc: detect.Doc{
			What:   "A headline without a subject: \"In Riga, announced the closure of two schools\", \"Became known the name of the winner\".",
			Why:    "Russian and Ukrainian leave out who acts (\"В Риге объявили\", \"Стало известно\").",
			Humans: "Never in the native headlines of the labelled data.",
			Misses: "Headlines that begin with another phrase.",
		},
		Where: detect.InHeadline | detect.InStandfirst,
		Scan:  subjectlessHeadline,
		Examples: []detect.Example{
			{Text: "# ⟦In Riga, announced⟧ the closure of two schools\n\nParents protest."},
			{Text: "# ⟦Became known⟧ the name of the new harbour master\n\nShe starts in May."},
			{Text: "# ⟦In the Kremlin told⟧ about the visit\n\nIt will be short."},
		},
		NearMisses: []string{
			"# In Riga, officials announced the closure of two schools\n\nParents protest.",
			"# Announced in May, dropped in June: the plan for the pier\n\nIt was short-lived.",
			"# In Leith said to be safe, ferry sinks\n\nNobody was hurt.",
		},
	},
	{
		Name: "emotive-rhetorical-question", Family: detect.Article, Category: "style/register", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"de", "uk", "ja", "zh"},
		Message:         "a question of the narrator; English news states",
		Doc: detect.Doc{
			What:   "Three or more questions in the narrator's voice in one article.",
			Why:    "German, Ukrainian and Chinese news features ask and answer.",
			Humans: "In columns, explainers and features: two in 100,000 words of native text, so the rule is off.",
			Misses: "Articles with one or two.",
		},
		Where: detect.InBody,
		Scan:  narratorQuestions,
		Examples: []detect.Example{
			{Text: "The rents rise again. ⟦What does this mean for tenants?⟧ They pay more. ⟦And who gains from it?⟧ The state does. ⟦Is that fair to anyone?⟧ Some say so."},
			{Text: "⟦Who pays for the new pier?⟧ The town does. ⟦Why is it so dear?⟧ Steel is. ⟦When will it open?⟧ Nobody knows."},
			{Text: "⟦How did the boat sink?⟧ It leaked. ⟦Where was the crew?⟧ Ashore. ⟦Can it be raised?⟧ No."},
		},
		NearMisses: []string{
			"“What now?” she asked. “Who pays?” he said. “Why us?” they said.",
			"What does this mean for tenants? They pay more.",
			"Who pays? The town. Why? Nobody knows.",
		},
	},
	{
		Name: "exclamation-in-report", Family: detect.Article, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "ru", "he"},
		Message:         "an exclamation mark in the narrator's voice",
		Doc: detect.Doc{
			What:   "An exclamation mark outside quotations in an article that is not told in the first person and does not speak to its reader.",
			Why:    "Chinese, Japanese and German reports exclaim more readily than English ones.",
			Humans: "In columns, reviews, advertisements and names (\"Yahoo!\"); articles with \"I\", \"we\" or \"you\" in the narrator's voice are left alone.",
			Misses: "Exclamations without the mark.",
		},
		Where: detect.InBody,
		Scan:  exclamations,
		Examples: []detect.Example{
			{Text: "The bridge is open again⟦!⟧ Crowds came from the valley.", Suggest: "."},
			{Text: "Nobody was hurt⟦!⟧", Suggest: "."},
			{Text: "The new ferry is here at last⟦!⟧ It sails on Friday.", Suggest: "."},
		},
		NearMisses: []string{
			"“Open it!” he said.",
			"Shares of Yahoo! rose again.",
			"Yahoo! shares rose.",
			"The musical Ahoy! opens in May.",
			"The bridge is open again! You can cross it on foot.",
		},
	},
	{
		Name: "source-locale-now-words", Family: detect.Article, Category: "fluency/inconsistency", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "he", "cs", "ru", "zh"},
		Message:         "\"our\" is the source's reader; name the country",
		Doc: detect.Doc{
			What:   "\"Our country\", \"our compatriots\", \"our defenders\" in the narrator's voice.",
			Why:    "The national press speaks as \"we\"; the translation keeps it for readers elsewhere.",
			Humans: "In columns, speeches and letters; quoted speech is left alone, as are articles in the first person.",
			Misses: "\"Here\" and \"at home\".",
		},
		Where: detect.Prose,
		Phrases: []string{
			"in|of|for|from|to|throughout|across our country|motherland|homeland", "our compatriots", "our country 's", "our editorial office|staff", "our portal|defenders",
		},
		Judge: ourCountry,
		Examples: []detect.Example{
			{Text: "The law changes pensions ⟦in our country⟧."},
			{Text: "Two of ⟦our compatriots⟧ were on the boat."},
			{Text: "The shells that ⟦our defenders⟧ fired fell short."},
		},
		NearMisses: []string{
			"“We love our country,” he said.",
			"I have seen our country change. The law changes pensions in our country.",
			"The law changes pensions in the country.",
			"The pier is closed, our correspondent reports.",
			"He said that we must defend our country and our nation.",
		},
	},
	{
		Name: "double-gloss-parentheses", Family: detect.Article, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "uk"},
		Message:         "a definition as in a contract; news does without",
		Doc: detect.Doc{
			What:   "\"(hereinafter referred to as the bureau)\" and the like in news prose.",
			Why:    "Chinese, Japanese and Ukrainian reports define short names as contracts do (以下简称).",
			Humans: "In legal texts.",
			Misses: "Glosses without such words.",
		},
		Where: detect.Prose,
		Phrases: []string{
			"hereinafter|hereafter referred to as", "hereinafter|hereafter called|collectively", "hereinafter", "( hereafter", "( referred to as",
		},
		Judge: contractGloss,
		Examples: []detect.Example{
			{Text: "The Harbour Office (⟦hereinafter referred to as⟧ “the bureau”) closed."},
			{Text: "The owner, ⟦hereinafter⟧ the seller, left the town."},
			{Text: "The council ⟦(referred to as⟧ “the board”) met on Friday."},
		},
		NearMisses: []string{
			"The office (formerly a school) burned.",
			"The plan, referred to as Dock 2, was dropped.",
			"He spoke of the hereafter referred to in the hymn.",
		},
	},
	{
		Name: "headline-lead-fused-or-repeated", Family: detect.Article, Category: "design/markup", Severity: detect.Minor,
		SourceLanguages: []string{"de", "zh", "uk"},
		Message:         "the headline again in slightly other words, as two renderings of one source line",
		Doc: detect.Doc{
			What:   "A first paragraph that says the headline again in almost the same words.",
			Why:    "A page repeats its headline in several fields; each is translated by itself and comes out a little different.",
			Humans: "Where the same text stands twice word for word, which is the page's doing, not a translator's; that is left alone.",
			Misses: "Repetitions further down.",
		},
		Where: detect.InBody | detect.InStandfirst,
		Scan:  headlineTwice,
		Examples: []detect.Example{
			{Text: "# Storm shuts down port of Varna for third day\n\n⟦The storm shuts the port of Varna for the third day.⟧\n\nShips wait at sea."},
			{Text: "# Council closes old pier after beam falls on boat\n\n⟦The council closes the old pier after a beam fell on the boat⟧\n\nNobody was hurt."},
			{Text: "# New ferry to the island will sail twice a day from May\n\n## ⟦A new ferry will sail to the island twice a day from May⟧\n\nTickets cost more."},
		},
		NearMisses: []string{
			"# Storm shuts port of Varna\n\nThe storm that hit on Monday has shut Varna.",
			"# Council closes old pier after beam falls\n\nCouncil closes old pier after beam falls\n\nNobody was hurt.",
			"# Ferry strike\n\nThe ferry strike.",
		},
	},
}

// readAlso are the words that open such a link.
var readAlso = []string{
	"read also [:]", "also read [:]", "read too [:]", "to read also|too [:]", "also to read [:]", "to be read also [:]", "read as well [:]", "see too [:]", "to see also|too [:]", "also to see [:]",
	"on the same subject|topic|theme [:]", "read on the topic|subject [:]", "read on this topic|subject [:]", "to go further [:]", "to discover also [:]", "also to discover [:]", "watch also [:]", "also watch [:]", "listen also [:]",
	"lire aussi [:]", "leggi anche [:]", "lea también [:]", "lee también [:]", "read in addition [:]", "read also on|in [:]",
	"you may also be interested [in] [:]", "you may be interested :", "it may interest you [:]", "this may interest you [:]", "it may also interest you [:]",
	"earlier we wrote [:]", "earlier we reported [:]", "more on the subject|theme [:]", "to know more :", "to learn more :",
}

// readAlsoInProse takes links that open a sentence or a line and are followed
// by a headline.
func readAlsoInProse(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := doc.Tokens[hit.First]
	if !opensSentence(doc, hit.First) || !first.Is(article.Capital) {
		return detect.Match{}, false
	}
	colon := doc.Tokens[hit.End-1].Norm == ":"
	next := following(doc, hit, 1)
	if !colon && next.Norm == ":" {
		return detect.Match{}, false // the longer phrase takes the colon
	}
	if !colon && next.Norm != "" && next.Norm != "–" && next.Norm != "-" && next.Norm != "—" && next.Norm != ">" && next.Norm != "»" && !next.Is(article.Capital) && !strings.ContainsAny(next.Norm, "\"“‘") {
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{"Read more:"}}, true
}

// readAlsoRemoved takes such links among the lines kept out of the prose.
func readAlsoRemoved(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for i := range doc.Removed {
		r := &doc.Removed[i]
		if r.Reason != article.Repeated && isReadAlso(r.Text) {
			found = append(found, detect.Match{Span: article.Span{Start: r.At, End: r.At}, Removed: r})
		}
	}
	return found
}

// readAlsoByWord are the phrases of readAlso by their first word, each as the
// words it may consist of.
var readAlsoByWord = func() map[string][][]string {
	m := map[string][][]string{}
	for _, phrase := range readAlso {
		words := strings.Fields(strings.NewReplacer(" [:]", "", " :", "", " [in]", "").Replace(phrase))
		m[words[0]] = append(m[words[0]], words)
	}
	return m
}()

// isReadAlso reports whether a line begins with one of the phrases of
// readAlso.
func isReadAlso(line string) bool {
	line = strings.TrimLeft(line, " -–—•*>»\u00a0")
	words := strings.Fields(strings.ToLower(line[:min(len(line), 60)]))
	if len(words) == 0 {
		return false
	}
	for _, phrase := range readAlsoByWord[words[0]] {
		matching := 0
		for i, choices := range phrase {
			if i < len(words) && slices.Contains(strings.Split(choices, "|"), strings.TrimRight(words[i], ":,")) {
				matching++
			}
		}
		if matching == len(phrase) {
			return true
		}
	}
	return false
}

// slavicVerbs are verbs of speech in the past tense with what must follow
// them; an English headline writes them in the present.
var slavicVerbs = map[string]string{
	"told": "about how what", "spoke": "about", "assessed": "the", "appreciated": "the", "commented": "on", "reacted": "to", "responded": "to", "said": "about", "named": "the", "revealed": "the how what", "called": "the",
}

// speakers are who speaks in such headlines.
var speakers = setOf("expert experts doctor doctors scientist scientists economist economists politician politicians analyst analysts psychologist psychologists physician physicians neurologist therapist lawyer lawyers")

func slavicHeadline(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, p := range doc.Paragraphs {
		if p.Kind != article.Headline {
			break
		}
		words := doc.TokensIn(p.Tokens)
		for i := 1; i+1 < len(words); i++ {
			t, next := words[i], words[i+1]
			needs, ok := slavicVerbs[t.Norm]
			if !ok || t.Is(article.Quoted) || !lowerWord(t) || !lowerWord(next) {
				continue
			}
			if auxiliary[words[i-1].Norm] || words[i-1].Norm == "what" || i > 1 && (words[0].Norm == "what" || words[0].Norm == "how" || words[0].Norm == "why") {
				continue
			}
			if speakers[words[i-1].Norm] && (t.Norm == "named" || t.Norm == "told" || t.Norm == "called" || t.Norm == "assessed" || t.Norm == "spoke") && next.Norm != "to" && next.Norm != "for" && next.Norm != "by" {
				found = append(found, detect.Match{Span: ofTokens(words[i-1], t)})
				break
			}
			if t.Norm == "named" || t.Norm == "called" || t.Norm == "revealed" {
				continue // participles unless an expert does it
			}
			for _, w := range strings.Fields(needs) {
				if w == next.Norm && (i+2 >= len(words) || words[i+2].Kind != article.Number) {
					found = append(found, detect.Match{Span: ofTokens(t, next)})
				}
			}
		}
	}
	return found
}

// headlineVerbs are past forms that need a subject.
var headlineVerbs = setOf("told announced called named explained stated declared demanded denied assessed revealed commented responded proposed warned admitted recognized reported showed")

func subjectlessHeadline(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, p := range doc.Paragraphs {
		if p.Kind != article.Headline {
			break
		}
		words := doc.TokensIn(p.Tokens)
		if len(words) < 4 {
			continue
		}
		if words[0].Norm == "became" && words[1].Norm == "known" {
			found = append(found, detect.Match{Span: ofTokens(words[0], words[1])})
			continue
		}
		if words[0].Norm != "in" && words[0].Norm != "at" && words[0].Norm != "on" {
			continue
		}
		// A place of one or two capitalised words, then the verb.
		i := 1
		if words[i].Norm == "the" {
			i++
		}
		names := 0
		for i < len(words) && capitalWord(words[i]) && names < 2 && !headlineVerbs[words[i].Norm] {
			i++
			names++
		}
		if i < len(words) && words[i].Norm == "," {
			i++
		}
		if names > 0 && i+1 < len(words) && headlineVerbs[words[i].Norm] && words[i+1].Norm != "by" && words[i+1].Norm != "," {
			found = append(found, detect.Match{Span: ofTokens(words[0], words[i])})
		}
	}
	return found
}

// narratorQuestions finds the questions of an article that asks three or more.
func narratorQuestions(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, s := range doc.Sentences {
		r := s.Tokens
		if r.End-r.First < 5 || doc.Tokens[r.End-1].Norm != "?" || doc.Paragraphs[s.Paragraph].Kind != article.Body {
			continue
		}
		first := doc.Tokens[r.First]
		if coordinators[first.Norm] {
			first = doc.Tokens[r.First+1]
		}
		if first.Is(article.Quoted) || !questionWords[first.Norm] && !auxiliary[first.Norm] {
			continue
		}
		found = append(found, detect.Match{Span: s.Span})
	}
	if len(found) < 3 || personal(doc) {
		return nil
	}
	return found
}

// exclamations finds exclamation marks behind a word with a small letter.
func exclamations(doc *detect.Document) []detect.Match {
	if strings.IndexByte(doc.Text, '!') < 0 {
		return nil
	}
	var found []detect.Match
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Kind != article.Punct || t.Norm != "!" || t.Is(article.Quoted) {
			continue
		}
		prev, next := tokenBeside(doc, i, i-1), tokenBeside(doc, i, i+1)
		if prev.Kind == article.Word && !capitalWord(prev) && next.Kind != article.Punct && !lowerWord(next) {
			found = append(found, match(t.Span, "."))
		}
	}
	if len(found) > 0 && personal(doc) {
		return nil
	}
	return found
}

// personal reports whether the narrator speaks in the first person or to the
// reader, as in columns, letters and reviews.
func personal(doc *detect.Document) bool {
	for _, t := range doc.Tokens {
		if addressPronouns[t.Norm] && !t.Is(article.Quoted) && !t.Is(article.AllCaps) {
			return true
		}
	}
	return false
}

// ourCountry takes the narrator's "our" where the article is not told in the
// first person.
func ourCountry(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	for _, t := range around(doc, hit) {
		if t.Norm == "we" || t.Norm == "i" || t.Norm == "us" || t.Norm == "said" || t.Norm == "says" || t.Norm == "told" {
			return detect.Match{}, false
		}
	}
	// Far away in a long text is another voice's business.
	for _, t := range doc.Tokens[max(0, hit.First-2000):min(len(doc.Tokens), hit.End+2000)] {
		if (t.Norm == "i" || t.Norm == "my" || t.Norm == "me") && !t.Is(article.Quoted) {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

func contractGloss(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := doc.Tokens[hit.First]
	if first.Norm == "hereafter" && preceding(doc, hit, 1).Norm != "(" && preceding(doc, hit, 1).Norm != "," {
		return detect.Match{}, false
	}
	if first.Norm == "(" && doc.Tokens[hit.First+1].Norm == "hereafter" {
		return detect.Match{}, false // taken without its bracket
	}
	if last := doc.Tokens[hit.End-1].Norm; (last == "hereinafter" || last == "hereafter") && (following(doc, hit, 1).Norm == "referred" || following(doc, hit, 1).Norm == "called" || following(doc, hit, 1).Norm == "collectively") {
		return detect.Match{}, false // the longer phrase takes it
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

// headlineTwice compares the headline with the first paragraph below it.
func headlineTwice(doc *detect.Document) []detect.Match {
	if len(doc.Paragraphs) < 3 || doc.Paragraphs[0].Kind != article.Headline {
		return nil
	}
	head, below := doc.Paragraphs[0], doc.Paragraphs[1]
	if below.Sentences.End-below.Sentences.First != 1 || below.Kind != article.Body && below.Kind != article.Standfirst {
		return nil
	}
	if head.Len() < 25 || 2*head.Len() < below.Len() || 2*below.Len() < head.Len() {
		return nil
	}
	a, b := contentWords(doc, head.Tokens), contentWords(doc, below.Tokens)
	if len(a) < 5 || len(b) < 5 {
		return nil
	}
	common := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			common++
		}
	}
	union := len(a) + len(b) - common
	if 10*common < 8*union || strings.Trim(strings.ToLower(doc.Slice(head.Span)), ".!? ") == strings.Trim(strings.ToLower(doc.Slice(below.Span)), ".!? ") {
		return nil
	}
	return []detect.Match{{Span: below.Span}}
}

// contentWords are the words of a range without articles, by their first five
// letters, sorted.
func contentWords(doc *detect.Document, r article.Range) []string {
	words := make([]string, 0, r.End-r.First)
	for _, t := range doc.TokensIn(r) {
		if t.Kind <= article.Number && !articleWords[t.Norm] {
			words = append(words, t.Norm[:min(5, len(t.Norm))])
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}
