package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// namesInFull are the heuristics of names of institutions and works that keep
// the form of the source language.
var namesInFull = []detect.Heuristic{
	{
		Name: "institution-name-in-quotes", Family: detect.Naming, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "de", "uk", "ja", "zh", "he"},
		Message:         "A name in quotation marks; English sets names of firms, papers, clubs and places without them.",
		Doc: detect.Doc{
			What:   `A proper name in quotation marks beside the noun that says what it is (newspaper, company, club, hotel ...), or after "the" where no work of art is meant.`,
			Why:    `Russian and Ukrainian put every name of a firm, paper, ship or club in quotation marks, Chinese and Japanese names of organisations and plans, German names of papers and inns.`,
			Humans: `Titles of films, songs, shows and books, and nicknames; as far as they can be told, they are left alone.`,
			Misses: "Names that no such noun or article introduces.",
		},
		Scan: scanQuotedNames,
		Examples: []detect.Example{
			{Text: `He wrote for the newspaper ⟦"Severny Vestnik"⟧ last year.`, Suggest: "Severny Vestnik"},
			{Text: `The company ⟦"Agro Plus"⟧ denied it.`, Suggest: "Agro Plus"},
			{Text: `She works at the ⟦"Polar Bear"⟧ hotel in Hamm.`, Suggest: "Polar Bear"},
		},
		NearMisses: []string{
			`He spoke of the "Green Anchor" generation, a loud one.`,
			`They watched the "Night Harbour" series at home.`,
			`He sang "Night Harbour" to them.`,
			`The newspaper Severny Vestnik said so.`,
			`The man known as the "Blue Ghost" fled.`,
		},
	},
	{
		Name: "ministry-of-in-full", Family: detect.Naming, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"he", "ja", "uk", "ru", "zh", "cs"},
		Message:         `"The Ministry of Health" word for word; write "the health ministry".`,
		Doc: detect.Doc{
			What:   `"The Ministry of" and a portfolio.`,
			Why:    `Most source languages can only say "ministry of ..."; English news says "the health ministry".`,
			Humans: `The British Ministry of Defence and Ministry of Justice and the papers of English-speaking Africa and South Asia, which are left alone; formal documents.`,
			Misses: "Ministries with several portfolios are found without a suggestion.",
		},
		Phrases: []string{"the ministry of " + portfolios, "the ministry of foreign|internal|social|religious|veterans affairs", "the ministry of emergency|natural|public|economic|strategic|digital|national|agrarian situations|resources|security|development|health|transformation|industries|policy|education|defense|defence|construction"}, Judge: judgeMinistry,
		Examples: []detect.Example{
			{Text: "⟦The Ministry of Health⟧ sent two doctors.", Suggest: "The health ministry"},
			{Text: "He works for ⟦the Ministry of Foreign Affairs⟧.", Suggest: "the foreign ministry"},
			{Text: "She left ⟦the Ministry of Culture⟧ and Sport."},
		},
		NearMisses: []string{
			"The health ministry sent two doctors.",
			"The Ministry of Defence in London said no.",
			"He called it the ministry of silence.",
			"The Ministry of Health said the ward in Kumasi had reopened.",
		},
	},
	{
		Name: "minister-of-portfolio", Family: detect.Naming, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "de", "zh"},
		Message:         `"Minister of Defence" word for word; write "defence minister".`,
		Doc: detect.Doc{
			What:   `"Minister of" and a portfolio.`,
			Why:    `Most source languages can only say "minister of ..."; English news puts the portfolio first.`,
			Humans: "Formal documents; Ministers of State and the ministers of English-speaking Africa and South Asia, which are left alone.",
			Misses: `"Minister for", which is British and Australian usage.`,
		},
		Phrases: []string{"minister of " + portfolios + "|defence|defense|justice", "minister of foreign|internal|social|religious|veterans affairs", "minister of emergency|natural|public|economic|strategic|digital|national|agrarian situations|resources|security|development|health|transformation|industries|policy|education|defense|defence|construction"}, Judge: judgeMinister,
		Examples: []detect.Example{
			{Text: "The talks were led by ⟦Minister of Defence⟧ Ana Kos.", Suggest: "Defence Minister"},
			{Text: "The ⟦minister of health⟧ resigned.", Suggest: "health minister"},
			{Text: "He met the ⟦Minister of Foreign Affairs⟧.", Suggest: "foreign minister"},
		},
		NearMisses: []string{
			"Defence Minister Ana Kos led the talks.",
			"The Minister of State resigned.",
			"The minister of a small parish wrote it.",
			"The Minister of Education opened the school in Kisumu.",
		},
	},
}

const portfolios = `health|finance|education|culture|agriculture|transport|transportation|energy|economy|industry|commerce|labor|labour|tourism|environment|science|construction|communications|communication|information|interior|economics|trade|sport|sports|defense|religion|housing|water|security|tourism|immigration|infrastructure|digital|emergency|emergencies|public|natural|national|social|economic|agrarian|strategic|veterans|youth|development`

// judgeMinistry turns "the Ministry of Health" into "the health ministry".
func judgeMinistry(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !capital(doc, hit.First+1) || !capital(doc, hit.First+3) || outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if name, ok := portfolioOf(doc, hit, hit.First+3); ok {
		m.Suggestions = insteadOf(doc, m.Span, "the "+name+" ministry")
	}
	return m, true
}

// judgeMinister turns "Minister of Health" into "Health Minister" before a name,
// and into "health minister" elsewhere.
func judgeMinister(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if precededBy("prime deputy first vice")(doc, hit) || outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if name, ok := portfolioOf(doc, hit, hit.First+2); ok {
		title := name + " minister"
		if beforeName(doc, hit) && capital(doc, hit.First) {
			title = capitalised(name) + " Minister"
		}
		m.Suggestions = insteadOf(doc, m.Span, title)
	}
	return m, true
}

// portfolioOf is the portfolio that begins at token i, as it stands before
// "minister"; false where it goes on after the hit.
func portfolioOf(doc *detect.Document, hit detect.Hit, i int) (string, bool) {
	next := following(doc, hit, 1)
	if next.Norm == "and" || next.Norm == "," && capitalWord(following(doc, hit, 2)) || next.Norm == "&" {
		return "", false
	}
	switch w := norm(doc, i); w {
	case "foreign":
		return "foreign", true
	case "internal":
		return "interior", true
	case "public", "natural", "national", "social", "economic", "agrarian", "strategic", "digital", "emergency", "emergencies", "veterans", "information", "development", "water":
		return "", false
	default:
		return w, hit.End == i+1 && !(capitalWord(next) && norm(doc, hit.First) == "the")
	}
}

var (
	namedThings = setOf(`newspaper newspapers magazine daily weekly company companies firm agency party channel portal website club hotel restaurant cafe
		ship ferry vessel stadium station foundation association movement store factory plant cinema theatre theater museum gallery university
		institute center centre plant factories school schools group exhibition festival complex concern holding airport bridge mine camp clinic hospital kindergarten committee fund
		academy college alliance coalition bloc forum arena pool brigade battalion regiment operator tabloid union bar pub platform app service corporation enterprise publisher publication outlet brand supermarket pharmacy bank`)
	// Works and persons, whose names do stand in quotation marks.
	worksAndNicknames = setOf(`film films movie movies series show shows song songs album albums single singles book books novel novels play plays musical opera
		trilogy saga sitcom drama soap comedy documentary video videos programme program podcast game games tune track poem painting hit character
		episode star actor actress singer audience director author writer generation effect line lines brand case franchise cast crew remake sequel soundtrack
		tab button level label labels style banner menu page folder field option section
		dubbed called nicknamed known named so-called titled entitled as`)
)

// scanQuotedNames finds proper names in quotation marks that are neither
// titles of works nor nicknames.
func scanQuotedNames(doc *detect.Document) []detect.Match {
	var out []detect.Match
	for _, q := range doc.Quotations {
		if q.Speech || !q.Closed || q.Depth > 0 || q.Len() > 60 {
			continue
		}
		first, end := doc.TokenAt(q.Start), doc.TokenAt(q.End)
		if end-first < 3 || end-first > 8 || first == 0 || !properName(doc, first+1, end-1) {
			continue
		}
		s := doc.Tokens[first].Sentence
		before, _ := tokenInSentence(doc, first-1, s)
		before2, _ := tokenInSentence(doc, first-2, s)
		after, _ := tokenInSentence(doc, end, s)
		if worksAndNicknames[before.Norm] || worksAndNicknames[before2.Norm] || worksAndNicknames[after.Norm] || doc.Tokens[end-2].Norm == "," {
			continue
		}
		named := namedThings[before.Norm] || namedThings[after.Norm]
		placed := before.Norm == "the" && end-first > 3 && commonPreposition[before2.Norm] && after.Kind != article.Word
		introduced := before.Norm == "the" && end-first > 3 && after.Kind == article.Word && lowerWord(after) && nounLikeName(after.Norm)
		if named || introduced || placed {
			out = append(out, match(q.Span, strings.TrimSpace(doc.Slice(q.Inner))))
		}
	}
	return out
}

// properName reports whether all words of the range are capitalised, small ones
// in the middle apart, and there is no mark among them.
func properName(doc *detect.Document, first, end int) bool {
	for i := first; i < end; i++ {
		switch t := doc.Tokens[i]; {
		case t.Kind == article.Number && i > first, t.Kind == article.Word && t.Is(article.Capital), t.Norm == "-":
		case i > first && i < end-1 && (t.Norm == "of" || t.Norm == "and" || t.Norm == "the" || t.Norm == "for"):
		default:
			return false
		}
	}
	return true
}

// nounLikeName holds for words that can be the noun a name describes: in "the
// "Polar Bear" project" it is "project".
func nounLikeName(w string) bool { return !closing[w] && !isPast(w) && !isAdverb(w) && !determiners[w] }
