package heuristics

import (
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// breaks are the heuristics of sentences and paragraphs that end where they
// should not.
var breaks = []detect.Heuristic{
	{
		Name: "stray-sentence-break", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "ja"},
		Doc: detect.Doc{
			What:   "A full stop in the middle of a sentence, which goes on with a small letter and a function word.",
			Why:    "Links and tags in the source page cut a sentence into segments before it is translated, and the system ends each segment with a stop.",
			Humans: "After abbreviations, in file and brand names, and in chat messages written without capitals.",
			Misses: "Breaks before a capital and before a content word.",
		},
		Message: "a full stop cuts the sentence in two",
		Where:   detect.Prose | detect.InQuotation | detect.InList,
		Scan:    strayBreaks,
		Examples: []detect.Example{
			{Text: "He worked for nine years as an ⟦adviser. of⟧ the mayor.", Suggest: "adviser of"},
			{Text: "The council approved the ⟦plan. for⟧ the new harbour on Monday.", Suggest: "plan for"},
			{Text: "She was born in a ⟦village. in⟧ the south of the island.", Suggest: "village in"},
		},
		NearMisses: []string{
			"The shop closes at 5 p.m. and opens at nine.",
			"Harbour Works Inc. of Leith declined to comment.",
			"The fee covers meals, travel etc. and is paid monthly.",
			"It rained... and then it stopped.",
			"The depth is 4 ft. in spring.",
		},
	},
	{
		Name: "paragraph-break-mid-sentence", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es"},
		Doc: detect.Doc{
			What:   "A paragraph that begins in the middle of a sentence or of a quotation.",
			Why:    "Segmenters cut at an exclamation mark inside a quotation or at a link, and the page is rebuilt with a paragraph for each segment.",
			Humans: "In lists, verse and transcripts, after a colon, and where a page's own layout was lost in copying.",
			Misses: "Breaks before a capital outside quotations.",
		},
		Message: "the paragraph begins in the middle of a sentence; join it to the one before",
		Where:   detect.Prose | detect.InQuotation,
		Scan:    paragraphBreaks,
		Examples: []detect.Example{
			{Text: "His supporters chanted \"out with him!\" at every stop he made\n\n⟦during⟧ his tour of the northern villages."},
			{Text: "The miners answered the minister with a long cry of \"never again!\"\n\n⟦during⟧ his speech in the square, according to two of them."},
			{Text: "The officer looked at the crew for a while and said: “What are you waiting for?\n\n⟦” asked⟧ one of them, and nobody laughed."},
			{Text: "\"It is good news for all\"\n\n⟦said⟧ the mayor, who wants to reopen the pier."},
			{Text: "\"What are you waiting for on this side of the river?\"\n\n⟦asked⟧ one of the officers, and nobody laughed."},
			{Text: "The mayor told the council on Friday that the bridge was\n\n⟦unsafe⟧ and would have to be closed before the winter."},
			{Text: "The harbour master said on Friday that \"nobody had seen\n\n⟦the⟧ boat leave\" and that the log was empty."},
		},
		NearMisses: []string{
			"The council must now choose between three plans for the bridge:\n\nto repair it, to replace it or to close it.",
			"\"We saw the boat leave the harbour at about nine in the evening.\n\n\"Nobody has seen it since,\" she said.",
			"The first models sold out within an hour of the opening, the firm said.\n\niPhone sales fell in the same week.",
			"Roses are red\n\nand violets blue.",
		},
	},
	{
		Name: "verbless-fragment-sentence", Family: detect.Punctuation, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it"},
		Doc: detect.Doc{
			What:   "A paragraph of a few words that has no verb and begins with a preposition, a noun with a relative clause, or a nominal formula of the French press (\"Enough to worry the neighbours.\").",
			Why:    "Nominal sentences (\"Sans rancune.\", \"De quoi inquiéter les voisins.\") are ordinary in Romance news writing; as a paragraph of their own they do not occur in the native articles of the labelled data.",
			Humans: "In essays and columns, mostly right after the sentence they comment on, and in stock phrases (\"Not any more.\", \"At least for now.\").",
			Misses: "Fragments of nouns alone, and those inside a paragraph unless they begin with \"Without\" or a formula.",
		},
		Message: "a sentence without a verb; attach it to its neighbour or give it one",
		Where:   detect.InBody,
		Scan:    verblessFragments,
		Examples: []detect.Example{
			{Text: "The two owners shook hands after the vote.\n\n⟦Without rancour.⟧\n\nThe club will be sold in June."},
			{Text: "The two men shook hands. ⟦Without bitterness.⟧ The club will be sold in June."},
			{Text: "The river rose by two metres in one night.\n\n⟦Enough to worry the whole valley.⟧\n\nThe army was called on Sunday."},
			{Text: "The players left the club for nothing.\n\n⟦A departure that makes noise.⟧\n\nThe owner wants to sell."},
			{Text: "The players left the hall by a side door.\n\n⟦With heads low.⟧\n\nThe final will be played again."},
		},
		NearMisses: []string{
			"The ferry used to call here twice a day.\n\nNot any more.\n\nThe pier was closed in May.",
			"The strike is off.\n\nAt least for now.\n\nTalks go on.",
			"\"Without doubt.\" He smiled and left the room.",
			"Did he hesitate? Without a doubt.",
			"The vote is on Sunday.\n\nWith reporting by Ana Prokop.",
			"The council met on Monday.\n\nIn the end it voted.\n\nThe pier stays.",
		},
	},
	{
		Name: "colon-overuse", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "he", "fr"},
		Doc: detect.Doc{
			What:   "A sentence that opens with a frame and a colon: \"The reason:\", \"One thing is clear:\", \"Because:\".",
			Why:    "German (\"Die Folge:\", \"Denn:\"), French (\"Résultat :\") and Russian set clauses side by side with a colon where English uses \"because\" and \"so\".",
			Humans: "In columns, blogs and bulleted summaries; human translators keep them too, so it shows translation rather than a machine.",
			Misses: "Colons after other clauses.",
		},
		Message: "a frame and a colon where English joins the clauses",
		Phrases: []string{
			"the reason|result|problem|consequence|goal|aim|background|solution|trick|idea|question|catch|conclusion|objective|advantage|cause [for this|behind it|behind this|is] :",
			"one thing is clear|certain|sure :", "one thing is for sure :", "this|so much is clear|certain :",
			"because|however|only|also|namely|but|and|means|result|consequence|objective|conclusion|verdict :", "in short :", "fact is :",
		},
		Judge: colonFrame,
		Examples: []detect.Example{
			{Text: "The pier has been closed since May. ⟦The reason:⟧ the beams are rotten."},
			{Text: "⟦One thing is clear:⟧ rents in the old town will rise."},
			{Text: "Few people came. ⟦Because:⟧ the ferry was cancelled."},
		},
		NearMisses: []string{
			"He gave the reason: the beams are rotten.",
			"The mayor said: “The beams are rotten.”",
			"The pier was closed for one reason: rot.",
			"The result: 3-1 to Leith",
			"The result: Leith 3, Hull 1.",
		},
	},
}

// abbreviations are lower-case words that keep their full stop inside a
// sentence.
var abbreviations = setOf(`inc corp ltd etc approx est dept govt bros com net org plc capt sgt gen sen rep gov ave min max tel
	incl resp vol fig pub orig misc assn natl intl cent jan feb mar apr jun jul aug sept oct nov dec mon tue tues wed thu thurs fri
	sat sun mph adv sec def mil eds edn trans viz cap para nos pts pct mins hrs secs vs al ibid cit op ed ext hon ret asst`)

// going are function words that carry a sentence on and open none.
var going = setOf(`of and to in for with the a an by who which that from on during was is at as or but because after before according
	were are has had have whose whom where when while than into under over between against about through without`)

// strayBreaks finds full stops before a function word with a small letter.
func strayBreaks(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for i := 0; i+1 < len(doc.Tokens); i++ {
		if doc.Tokens[i].Kind != article.Punct || doc.Tokens[i+1].Is(article.Capital) || doc.Tokens[i].Norm != "." {
			continue
		}
		if m, ok := strayBreak(doc, detect.Hit{Range: article.Range{First: i, End: i + 1}}); ok {
			found = append(found, m)
		}
	}
	return found
}

// strayBreak takes a full stop between a word and a function word with a
// small letter.
func strayBreak(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !going[tokenAt(doc, hit.First+1).Norm] {
		return detect.Match{}, false
	}
	t, next := doc.Tokens[hit.First], tokenBeside(doc, hit.First, hit.First+1)
	if !glued(t) || !lowerWord(next) || glued(next) || !going[next.Norm] {
		return detect.Match{}, false
	}
	prev := tokenBeside(doc, hit.First, hit.First-1)
	if !lowerWord(prev) || len(prev.Norm) < 3 || abbreviations[prev.Norm] || strings.ContainsAny(prev.Norm, ".'") {
		return detect.Match{}, false
	}
	before := tokenBeside(doc, hit.First, hit.First-2)
	if glued(prev) && before.Kind == article.Punct && !strings.Contains("\"“‘(", before.Norm) {
		return detect.Match{}, false // part of an address or a file name
	}
	if before.Kind == article.Number && len(prev.Norm) < 4 {
		return detect.Match{}, false // the abbreviation of a unit
	}
	if !opensWithCapital(doc, prev.Sentence) {
		return detect.Match{}, false // a writer who sets no capitals breaks no sentence here
	}
	return match(ofTokens(prev, next), doc.Text[prev.Start:prev.End]+" "+doc.Text[next.Start:next.End]), true
}

// opensWithCapital reports whether a sentence begins with a capital or something
// that has none.
func opensWithCapital(doc *detect.Document, sentence int) bool {
	for _, t := range doc.TokensIn(doc.Sentences[sentence].Tokens) {
		if t.Kind == article.Word {
			return t.Is(article.Capital)
		}
		if t.Kind == article.Number {
			return true
		}
	}
	return false
}

// paragraphBreaks finds paragraphs that begin inside a sentence or quotation.
func paragraphBreaks(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for p := 1; p < len(doc.Paragraphs); p++ {
		prev, para := doc.Paragraphs[p-1], doc.Paragraphs[p]
		if para.Kind != article.Body || prev.Kind != article.Body || prev.Len() < 20 || para.Tokens.First == para.Tokens.End || prev.Tokens.First == prev.Tokens.End {
			continue
		}
		first, last := doc.Tokens[para.Tokens.First], doc.Tokens[prev.Tokens.End-1]
		if !opensWithCapital(doc, doc.Tokens[prev.Tokens.First].Sentence) {
			continue
		}
		if closesQuotation(doc, para) {
			found = append(found, detect.Match{Span: ofTokens(first, doc.Tokens[para.Tokens.First+1])})
			continue
		}
		if first.Kind != article.Word {
			continue
		}
		if prev.Len() < 40 && !strings.Contains("\"”", last.Norm) {
			continue // verse, a label or the item of a list
		}
		small := lowerWord(first) && !strings.ContainsFunc(doc.Slice(first.Span), func(r rune) bool { return r >= 'A' && r <= 'Z' })
		ends := last.Kind == article.Punct && last.Norm != "," || last.Kind == article.Symbol
		switch {
		case !small || para.Len() < 12 || list(doc, p):
		case !ends, (going[first.Norm] || speechVerbs[first.Norm] || subjectPronouns[first.Norm]) && strings.Contains(".!?\"”’", last.Norm):
			found = append(found, detect.Match{Span: first.Span})
		}
	}
	return found
}

// closesQuotation reports whether a paragraph begins with a mark that only
// closes, before a small letter: the quotation was cut before its mark.
func closesQuotation(doc *detect.Document, p article.Paragraph) bool {
	if p.Tokens.End-p.Tokens.First < 4 {
		return false
	}
	first, next := doc.Tokens[p.Tokens.First], doc.Tokens[p.Tokens.First+1]
	switch first.Norm {
	case "”":
		return lowerWord(next) || next.Norm == "," || next.Norm == "."
	case `"`, ",":
		return lowerWord(next) && !glued(next)
	}
	return false
}

// list reports whether the paragraph stands in a row of paragraphs that all
// begin with a small letter, as the items of a list do.
func list(doc *detect.Document, p int) bool {
	for _, q := range []int{p - 1, p + 1} {
		if q < len(doc.Paragraphs) {
			r := doc.Paragraphs[q].Tokens
			if r.First < r.End && lowerWord(doc.Tokens[r.First]) {
				return true
			}
		}
	}
	return false
}

var (
	fragmentOpeners = setOf("without with under against despite between amid beyond")
	fragmentStock   = setOf(`now example instance good sure certain course question questions doubt doubts exception exceptions fail warning
		public private theory practice contrast comparison general particular short part all once last least once fact vain time reporting
		files editing contributions permission information reference details more`)
	clauseWords = union(subjectPronouns, relativePronouns, setOf("there this that"))
)

// verblessFragments finds short sentences without a verb that stand as
// paragraphs of their own or begin with a formula.
func verblessFragments(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for s, sentence := range doc.Sentences {
		r := sentence.Tokens
		n := r.End - r.First
		if n < 3 || n > 8 {
			continue
		}
		first, last := doc.Tokens[r.First], doc.Tokens[r.End-1]
		if last.Norm != "." || !capitalWord(first) || s == 0 {
			continue
		}
		para := doc.Paragraphs[sentence.Paragraph]
		alone := para.Sentences.End-para.Sentences.First == 1
		before := doc.Sentences[s-1]
		if !endsWithStop(doc, before) {
			continue
		}
		words := doc.Tokens[r.First : r.End-1]
		switch {
		case formula(words):
		case alone && n <= 9 && nounWithClause(words) && doc.Paragraphs[sentence.Paragraph-1].Kind != article.Headline && sentence.Paragraph+1 < len(doc.Paragraphs):
			found = append(found, detect.Match{Span: sentence.Span})
			continue
		case alone && n <= 5 && fragmentOpeners[first.Norm] && doc.Paragraphs[sentence.Paragraph-1].Kind != article.Headline && sentence.Paragraph+1 < len(doc.Paragraphs):
		case !alone && n <= 5 && first.Norm == "without" && before.Len() >= 20:
		default:
			continue
		}
		if plainFragment(words) {
			found = append(found, detect.Match{Span: sentence.Span})
		}
	}
	return found
}

// nounWithClause reports whether the words are a noun and a relative clause
// without a main verb ("Une révélation qui fait du bruit").
func nounWithClause(words []article.Token) bool {
	if len(words) < 5 || words[0].Norm != "a" && words[0].Norm != "an" {
		return false
	}
	at := 2
	if words[at].Norm != "that" && words[at].Norm != "which" {
		at++
	}
	if words[at].Norm != "that" && words[at].Norm != "which" || !lowerWord(words[1]) {
		return false
	}
	verbs := 0
	for _, w := range words[at+1:] {
		if w.Kind != article.Word || w.Is(article.Quoted) || clauseWords[w.Norm] || speechVerbs[w.Norm] {
			return false
		}
		if finite(w.Norm) || isPast(w.Norm) {
			verbs++
		}
	}
	return verbs < 2
}

// formula reports whether a sentence opens as a nominal formula of the French
// press does ("De quoi...", "Une première").
func formula(words []article.Token) bool {
	if len(words) < 2 {
		return false
	}
	switch words[0].Norm + " " + words[1].Norm {
	case "enough to":
		return len(words) > 3
	case "not without":
		return true
	case "a first":
		return len(words) == 2
	}
	return false
}

// plainFragment reports whether the words hold no verb, no stock phrase and
// no mark.
func plainFragment(words []article.Token) bool {
	names := 0
	for i, w := range words {
		if w.Kind != article.Word || w.Is(article.Quoted) || fragmentStock[w.Norm] || clauseWords[w.Norm] {
			return false
		}
		if i > 0 && (strings.HasPrefix(w.Norm, "'") || strings.HasSuffix(w.Norm, "n't") || finite(w.Norm) || isPast(w.Norm) && words[0].Norm != "enough") {
			return false
		}
		if i > 0 && w.Is(article.Capital) {
			names++
		}
	}
	return names == 0
}

// endsWithStop reports whether a sentence ends as a statement does.
func endsWithStop(doc *detect.Document, s article.Sentence) bool {
	return strings.ContainsAny(doc.Tokens[s.Tokens.End-1].Norm, ".\"”!")
}

// colonFrame takes a frame that opens its sentence and is followed by a
// clause.
func colonFrame(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, colon := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	if !first.Is(article.Opens) || !first.Is(article.Capital) || !glued(colon) {
		return detect.Match{}, false
	}
	after := tokenBeside(doc, hit.First, hit.End)
	sentence := doc.Sentences[first.Sentence]
	clause := doc.Tokens[hit.End:sentence.Tokens.End]
	if after.Norm == "" || glued(after) || len(clause) < 4 || strings.Contains("\"“‘", after.Norm) {
		return detect.Match{}, false
	}
	numbers := 0
	for _, t := range clause {
		if t.Kind == article.Number && utf8.RuneCountInString(t.Norm) < 3 {
			numbers++
		}
	}
	if numbers > 1 {
		return detect.Match{}, false // a score
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}
