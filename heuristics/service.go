package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// service are the heuristics of what translation services, language models
// and page builders write around an article.
var service = []detect.Heuristic{
	{
		Name: "translation-service-credit", Family: detect.Residue, Category: "markup", Severity: detect.Critical,
		Doc: detect.Doc{
			What:   "A line that names a translation service or says that the text was translated automatically.",
			Why:    "It is the page's own statement of where its words come from.",
			Humans: "In articles about translation software; where the sentence speaks of software, systems or researchers the rule is silent.",
			Misses: "Credits in another language.",
		},
		Message: "the page itself says that a machine translated it",
		Where:   detect.Everywhere,
		Phrases: []string{
			"translated by|with|via|using google|deepl|microsoft|bing|chatgpt|ai|yandex|machine", "translated by|with|via|using [an] artificial intelligence",
			"this article|text|page|story|post was|is|has [been] [automatically|machine] translated", "this article|text|page|story|post was|is|has [been] machine-translated",
			"powered by google translate", "rate this translation", "see original|translation", "show original|translation",
			"automatically translated", "machine-translated", "machine translated", "( automatic|machine|unofficial translation )", "translation by google|deepl|chatgpt|ai",
		},
		Judge: serviceCredit,
		Examples: []detect.Example{
			{Text: "The ferry sails again in May.\n\n⟦Translated with DeepL⟧"},
			{Text: "⟦This article was automatically translated⟧ from French."},
			{Text: "The ferry sails again in May.\n\n⟦See original⟧"},
		},
		NearMisses: []string{
			"The novel, translated from the French by Ann Lee, won the prize.",
			"The researchers fed machine-translated sentences to their system.",
			"Visitors can see original drawings by the architect.",
			"This article was first published in the Leith Herald.",
		},
	},
	{
		Name: "llm-preamble", Family: detect.Residue, Category: "markup", Severity: detect.Critical,
		Doc: detect.Doc{
			What:   "What a chat model says before, after or instead of a translation: \"Here is the translation of the article:\".",
			Why:    "The answer of the model was published together with its frame. Annotators marked several of them in language-model translations of German news (Li et al. 2025).",
			Humans: "In articles about chat models, inside quotations.",
			Misses: "Frames in other words.",
		},
		Message: "the words of a chat model around its translation",
		Where:   detect.Everywhere &^ detect.InQuotation,
		Phrases: []string{
			"here is|are the|a|an|your|my|'s [requested|english|revised|full|complete|direct|literal] translation|translated",
			"here 's|is the|a|an|your [requested|english|revised|full|complete] translation|translated", "here's the|a|an|your [english|full] translation|translated",
			"the [following] text|article|passage|translation has been|is [successfully] translated", "the translation of the text|article|passage is|as :|follows", "the translation of the text|article|passage is as follows",
			"as an ai", "i cannot|can't translate", "i am|'m unable to translate", "i'm unable to translate", "translation :", "english translation :",
			"translator's note", "translation note", "t / n :", "note : the original|translation|phrase|term", "sure|certainly ! here", "sure|certainly , here is|are|'s the|your",
		},
		Judge: chatFrame,
		Examples: []detect.Example{
			{Text: "⟦Here is the translation⟧ of the article:\n\nThe ferry sails again in May."},
			{Text: "⟦Translation:⟧ The ferry sails again in May."},
			{Text: "The ferry sails again in May.\n\n⟦Note: The original⟧ uses a pun here."},
		},
		NearMisses: []string{
			"Sure enough, it rained on the parade.",
			"The first translation: a pocket edition sold at the fair.",
			"\"Here is the translation,\" said the clerk and handed it over.",
			"As an aide to the mayor she knew the plan.",
		},
	},
	{
		Name: "markdown-residue", Family: detect.Residue, Category: "markup", Severity: detect.Major,
		Doc: detect.Doc{
			What:   "Headings, lines that begin in bold type, code fences or links as a chat model writes them.",
			Why:    "Language models format their answers in Markdown; a news page shows the marks as they are. Native forum posts have it too.",
			Humans: "In copy from note-taking tools; censored words with asterisks are left alone.",
			Misses: "Lists with dashes, which are common in ordinary copy, and bold words inside a sentence, which people set in forums and chats.",
		},
		Message: "formatting marks of a chat model stand in the text",
		Where:   detect.Everywhere,
		Scan:    markdown,
		Examples: []detect.Example{
			{Text: "⟦**Key points**⟧\n\nThe ferry sails again in May.", Suggest: "Key points"},
			{Text: "The ferry sails again in May.\n\n⟦## Background⟧\n\nIt sank in 1931.", Suggest: "Background"},
			{Text: "The ferry sails again in May.\n\n1. ⟦**Tickets:**⟧ They cost more.", Suggest: "Tickets:"},
			{Text: "The timetable is ⟦[here](https://ferry.example/times)⟧.", Suggest: "here"},
		},
		NearMisses: []string{
			"He was rated 5* by fans.",
			"He called the plan b*****t and left.",
			"The boat has **three** cabins.",
			"She came in at #1 on the list.",
			"The rule [see page 4] was dropped (in May).",
		},
	},
	{
		Name: "publisher-boilerplate-calque", Family: detect.Residue, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt"},
		Doc: detect.Doc{
			What:   "Interface text of a foreign news page put into English word for word: \"Article reserved for subscribers\", \"Time of reading\", \"Credit photo\".",
			Why:    "The whole page went through the translator, buttons and credits included (\"Article réservé aux abonnés\", \"Temps de lecture\", \"Crédit photo\").",
			Humans: "English pages write \"Subscribers only\", \"Photo credit\" or \"5 min read\"; those are left alone.",
			Misses: "Interface text that is the same in both languages.",
		},
		Message: "interface text of the source page, translated word for word",
		Where:   detect.Everywhere,
		Scan:    boilerplate,
		Examples: []detect.Example{
			{Text: "The ferry sails again in May.\n\n⟦Article reserved for subscribers⟧"},
			{Text: "⟦By the editorial staff with AFP⟧\n\nThe ferry sails again in May."},
			{Text: "The ferry sails again in May.\n\n⟦Time of reading: 3 minutes⟧"},
		},
		NearMisses: []string{
			"The photo credit went to her.",
			"Photo: Ana Prokop",
			"Posted on the door was a list of names.",
			"The article reserved for the mayor its sharpest words.",
			"By the editorial staff of the Herald she was held in high regard for her work.",
		},
	},
	{
		Name: "editor-insert-residue", Family: detect.Residue, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "he", "pl"},
		Doc: detect.Doc{
			What:   "A translated editorial abbreviation inside a sentence: \"(approx. ed.)\", \"- Ed.)\".",
			Why:    "Russian \"прим. ред.\" and Ukrainian \"ред.\" close an insertion; the dictionary makes \"approx. ed.\" of them. All of it comes from Russian and Ukrainian.",
			Humans: "Magazines sign a note at its end with \"—Ed.\"; English news uses square brackets. Notes on a line of their own are left alone.",
			Misses: "Notes spelled out in full.",
		},
		Message: "an editor's insertion in the source's form; English uses square brackets",
		Where:   detect.Prose | detect.InQuotation,
		Phrases: []string{
			"approx|approx. ed|auth|edit|red .", "approx|approx. ed.|auth.|red.", "–|—|- ed|red .", "–|—|- ed.|red.", "ed . note", "ed. note", "note ed .", "note ed.",
			"( ed . )", "( ed. )", ", ed . )", ", ed. )", "note of the editor|editors",
		},
		Judge: editorInsert,
		Examples: []detect.Example{
			{Text: "The tanker (a Greek one ⟦– Ed.⟧) left the port."},
			{Text: "He met “the boss” (⟦approx. ed.⟧) in Riga."},
			{Text: "They spoke of the old market (near the port, ⟦note of the editors⟧) again."},
		},
		NearMisses: []string{
			"Ed. Miliband spoke at the harbour.",
			"Editor's note: this story was updated on Friday.",
			"The ed. of 1931 sold out; a new ed. follows.",
			"He met the boss [of the port] in Riga.",
		},
	},
	{
		Name: "aggregator-masthead-line", Family: detect.Residue, Category: "design/markup", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "de", "uk", "ja"},
		Doc: detect.Doc{
			What:   "The name of a site that republishes machine translations, or a headline that ends in the source page's title line: \"- DW - 03.04.2021\".",
			Why:    "Such sites take a foreign page, title line and all, and put the whole through a translator. The names are a short list of sites known for it; the form of the title line is general.",
			Humans: "A page's own title may end in its outlet's name; with a dotted date it does not.",
			Misses: "Sites that are not on the list.",
		},
		Message: "the title line of a page that was translated as a whole",
		Where:   detect.Everywhere,
		Scan:    mastheads,
		Examples: []detect.Example{
			{Text: "# Ferry strike enters third week ⟦- DW - 03.04.2021⟧\n\nThe ferry sails again in May."},
			{Text: "# ⟦The Limited Times⟧\n\nThe ferry sails again in May."},
			{Text: "# Council closes the pier ⟦| RBC-Ukraine | 12.11.2022⟧\n\nNobody may enter."},
		},
		NearMisses: []string{
			"# Ferry strike enters third week, says DW\n\nThe ferry sails again in May.",
			"# Council closes the pier - Leith Herald\n\nNobody may enter.",
			"# Leith 3 - Hull 1 - as it happened\n\nThe goals came late.",
			"The limited times of the ferry anger commuters.",
		},
	},
}

// serviceCredit takes credits of services, but not reports about them.
func serviceCredit(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if aboutSoftware(doc, hit) {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	first := doc.Tokens[hit.First].Norm
	alone := doc.Sentences[doc.Tokens[hit.First].Sentence].Tokens.End-hit.End <= 1 && opensSentence(doc, hit.First)
	if (first == "see" || first == "show" || first == "rate") && !alone {
		return detect.Match{}, false
	}
	if (first == "automatically" || first == "machine" || first == "machine-translated") && !creditNearby(doc, hit) {
		// "machine translated" by itself may be the article's subject.
		if doc.Sentences[doc.Tokens[hit.First].Sentence].Tokens.End-doc.Sentences[doc.Tokens[hit.First].Sentence].Tokens.First > 8 {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: s}, true
}

// chatFrame takes frames that open their sentence, or stand in brackets.
func chatFrame(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := doc.Tokens[hit.First].Norm
	if before := preceding(doc, hit, 1).Norm; before == `"` || before == "“" || before == "'" || before == "‘" {
		return detect.Match{}, false
	}
	switch first {
	case "translator's":
		before := preceding(doc, hit, 1).Norm
		if before != "(" && before != "[" && !opening(doc, hit) {
			return detect.Match{}, false
		}
	case "translation":
		if paragraphOf(doc, doc.Tokens[hit.First]).Tokens.First != hit.First {
			return detect.Match{}, false
		}
	case "as":
		if doc.Slice(doc.Tokens[hit.End-1].Span) != "AI" || !opening(doc, hit) {
			return detect.Match{}, false
		}
	case "i":
	default:
		if !opening(doc, hit) {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

// markdown finds headings, bold type, fences and links.
func markdown(doc *detect.Document) []detect.Match {
	text := doc.Text
	var found []detect.Match
	for _, p := range doc.Paragraphs {
		line := doc.Slice(p.Span)
		if line == "" || line[0] != '#' && line[0] != '`' {
			continue
		}
		if marks := len(line) - len(strings.TrimLeft(line, "#")); marks > 0 && marks <= 4 && marks+1 < len(line) && line[marks] == ' ' && isLetterAt(line, marks+1) {
			if p.Len() > 120 { // a paragraph of prose with a mark in front
				found = append(found, detect.Match{Span: article.Span{Start: p.Start, End: p.Start + marks}})
			} else {
				found = append(found, match(p.Span, line[marks+1:]))
			}
		} else if strings.HasPrefix(line, "```") {
			found = append(found, detect.Match{Span: article.Span{Start: p.Start, End: p.Start + 3}})
		}
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "**")
		if i < 0 {
			break
		}
		start := at + i
		at = start + 2
		end := strings.Index(text[at:min(len(text), at+120)], "**")
		if end < 3 || start > 0 && text[start-1] == '*' || !isLetterAt(text, at) {
			continue
		}
		inner := text[at : at+end]
		if !beginsLine(text, start) || strings.ContainsAny(inner, "\n*") || strings.HasSuffix(inner, " ") || at+end+2 < len(text) && text[at+end+2] == '*' {
			continue
		}
		found = append(found, match(article.Span{Start: start, End: at + end + 2}, inner))
		at += end + 2
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "](http")
		if i < 0 {
			return found
		}
		middle := at + i
		at = middle + 2
		start := strings.LastIndexByte(text[max(0, middle-100):middle], '[')
		end := strings.IndexAny(text[at:min(len(text), at+500)], ") \n")
		if start < 0 || end < 0 || text[at+end] != ')' {
			continue
		}
		start += max(0, middle-100)
		found = append(found, match(article.Span{Start: start, End: at + end + 1}, text[start+1:middle]))
	}
}

// beginsLine reports whether only the mark or number of a list stands between
// the offset and the beginning of its paragraph.
func beginsLine(text string, at int) bool {
	line := text[strings.LastIndexByte(text[max(0, at-8):at], '\n')+1+max(0, at-8) : at]
	return strings.Trim(line, "0123456789.)-*• ") == "" && (len(line) < 8 || at < 8)
}

// interfaceLines are how lines of a translated page begin; a line that is
// longer than interfaceLength bytes is prose.
var interfaceLines = []string{
	"article reserved for", "reserved for subscribers", "this article is reserved for", "this content is reserved for", "article for subscribers",
	"credit photo", "credits photo", "photo credits :", "time of reading", "reading time :", "duration of reading", "lecture time",
	"by the editorial staff", "by the editorial team", "by the editorial office", "by the redaction", "the editorial office with", "the editorial staff with", "the editorial team with",
	"with agencies", "with afp", "with afp and", "(with afp", "(with agencies", "(with reuters", "source afp", "i subscribe", "i register", "i create my account",
	"published on the", "posted on the", "modified on", "updated the ", "listen to the article", "archive image", "image of archive", "image archive", "illustration photo", "illustrative image",
	"illustrative photo", "illustration image", "photo illustration :", "photo of illustration", "share on facebook share", "share the article", "leave a commentary", "to comment on", "news in continuous",
	"all the actuality", "all the news in continuous", "receive our newsletter", "i receive", "to subscribe click", "any reproduction prohibited", "reproduction forbidden", "photo : dr",
}

const interfaceLength = 70

// boilerplate finds translated interface text among the paragraphs and the
// lines kept out of the prose.
func boilerplate(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, p := range doc.Paragraphs {
		if p.Len() <= interfaceLength && isInterface(doc.Slice(p.Span)) {
			found = append(found, detect.Match{Span: p.Span})
		}
	}
	for i := range doc.Removed {
		if r := &doc.Removed[i]; len(r.Text) <= interfaceLength && isInterface(r.Text) {
			found = append(found, detect.Match{Span: article.Span{Start: r.At, End: r.At}, Removed: r})
		}
	}
	return found
}

// interfaceByWord are the lines by their first word, with colons set apart.
var interfaceByWord = func() map[string][]string {
	m := map[string][]string{}
	for _, line := range interfaceLines {
		word, _, _ := strings.Cut(line, " ")
		m[word] = append(m[word], line)
	}
	return m
}()

func isInterface(line string) bool {
	line = strings.TrimLeft(line, " -–—•*")
	word, _, _ := strings.Cut(line[:min(len(line), 16)], " ")
	starts := interfaceByWord[strings.ToLower(strings.TrimRight(word, ":"))]
	if starts == nil || strings.HasSuffix(line, ".") && strings.Count(line, " ") > 7 {
		return false
	}
	line = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(line), " :", ":"), ":", " :")
	for _, start := range starts {
		rest, ok := strings.CutPrefix(line, start)
		if !ok || isLetterAt(rest, 0) {
			continue
		}
		if (start == "published on the" || start == "posted on the" || start == "modified on" || start == "updated the ") && !strings.ContainsAny(rest, "0123456789") {
			continue
		}
		return true
	}
	return false
}

// editorInsert takes an editor's insertion inside a sentence: one in brackets
// or between dashes.
func editorInsert(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(hit.Range)
	first := doc.Tokens[hit.First]
	para := paragraphOf(doc, first)
	if para.Tokens.First == hit.First || para.Tokens.End-para.Tokens.First < 6 {
		return detect.Match{}, false
	}
	switch first.Norm {
	case "-", "–", "—", ",", "ed", "ed.":
		// The note closes its bracket, or the sentence goes on after it.
		after := tokenBeside(doc, hit.First, hit.End)
		if doc.Tokens[hit.End-1].Norm != ")" && after.Norm != ")" && after.Norm != "]" && after.Norm != "-" && after.Norm != "–" && after.Norm != "—" {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: s}, true
}

// translatingSites are sites whose English pages are machine translations of
// other outlets' articles.
var translatingSites = setOf("the-limited-times tellerreport teller-report newsrnd archyde archysport newsbeezer pledge-times bullfrag then24 world-today-news explica-.co explica nach-welt")

// mastheads finds names of such sites, and title lines with a dotted date at
// the end of the headline.
func mastheads(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for i, p := range doc.Paragraphs {
		if i > 1 {
			break
		}
		line := doc.Slice(p.Span)
		if isTranslatingSite(line) {
			found = append(found, detect.Match{Span: p.Span})
		} else if p.Kind == article.Headline {
			if at := titleLineSuffix(line); at >= 0 {
				found = append(found, detect.Match{Span: article.Span{Start: p.Start + at, End: p.End}})
			}
		}
	}
	for i := range doc.Removed {
		if r := &doc.Removed[i]; isTranslatingSite(r.Text) {
			found = append(found, detect.Match{Span: article.Span{Start: r.At, End: r.At}, Removed: r})
		}
	}
	return found
}

func isTranslatingSite(line string) bool {
	return len(line) < 40 && translatingSites[strings.ReplaceAll(strings.ToLower(strings.TrimSpace(line)), " ", "-")]
}

// titleLineSuffix is where "- OUTLET - DD.MM.YYYY" begins in a headline, -1
// where it does not.
func titleLineSuffix(line string) int {
	date := strings.LastIndexByte(line, ' ') + 1
	if !dottedDate(line[date:]) {
		return -1
	}
	head := strings.TrimRight(line[:date], " -–—|,")
	if len(head) == len(line) || len(line[len(head):date]) < 3 {
		return -1
	}
	for _, mark := range []string{" - ", " – ", " — ", " | "} {
		if i := strings.LastIndex(head, mark); i > 0 && len(head)-i < 40 {
			return i + 1
		}
	}
	return -1
}

// dottedDate reports whether a word is a date as DD.MM.YYYY.
func dottedDate(s string) bool {
	parts := strings.Split(s, ".")
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 {
		return false
	}
	day, ok1 := smallNumber(parts[0])
	month, ok2 := smallNumber(parts[1])
	year, ok3 := smallNumber(parts[2])
	return ok1 && ok2 && ok3 && day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year < 2100
}

// smallNumber is the value of a word of at most six digits.
func smallNumber(s string) (int, bool) {
	if s == "" || len(s) > 6 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// Words that tell another use of a phrase apart.
var (
	aboutSoftware = sentenceHas("software researchers researcher system systems technology tool tools study scientists model models engine engines startup")
	creditNearby  = articleHas("original deepl google translator")
)
