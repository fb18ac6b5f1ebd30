package heuristics

import (
	"strconv"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// figureStyle are the heuristics of figures and signs that stand as the source
// has them where the style books of English news (AP, Reuters, BBC, the
// Guardian) agree on something else.
var figureStyle = []detect.Heuristic{
	{
		Name: "numeral-opens-sentence", Family: detect.Locale, Category: "locale/number-format", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "de", "zh", "ru", "cs", "he", "uk"},
		Message:         "A sentence opens with a figure; write the number in words, or turn the sentence round.",
		Doc: detect.Doc{
			What:   `A sentence of the body that opens with a number in figures and goes on with a common word: "12 people were hurt."`,
			Why:    `English style books want the number in words there or another order; German, Czech, Russian, Hebrew, Chinese and Japanese papers have no such rule.`,
			Humans: "Of years, in lists, tables and captions, and with signs ($5m, 12%); left alone as far as they can be told.",
			Misses: "Headlines, where figures are right; numbers before a name.",
		},
		Phrases: []string{"#"}, Judge: judgeNumeralFirst,
		Examples: []detect.Example{
			{Text: "⟦12⟧ people were hurt in the fire.", Suggest: "Twelve"},
			{Text: "It rained. ⟦46⟧ percent of the voters stayed at home.", Suggest: "Forty-six"},
			{Text: "⟦2,400⟧ houses were without power on Monday."},
		},
		NearMisses: []string{
			"Twelve people were hurt in the fire.",
			"2004 was a good year for the firm.",
			"12 eggs, two pounds of flour",
			"In the fire, 12 people were hurt.",
			"3. The hall is closed.",
			"6 p.m. is too late, he said.",
		},
	},
	{
		Name: "unit-symbol-spaced", Family: detect.Locale, Category: "locale/measurement-format", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "ja", "de", "zh", "he"},
		Message:         `A unit symbol after a space; English news closes it up ("5km") or writes the unit out ("5 kilometres").`,
		Doc: detect.Doc{
			What:   `"5 km", "70 kg", "16 cm", "150 kWh" and the like in prose.`,
			Why:    `The International System sets a space before the symbol, and papers in German, Russian, Chinese and Japanese follow it. British papers write "5km", American ones "5 kilometers".`,
			Humans: "In science writing, with a conversion in brackets (\"30 km (18 miles)\"), in India, and of bytes, megawatts and lenses; all of these are left alone.",
			Misses: `"5 m", which may be money or minutes, and areas ("40 sq km").`,
		},
		Phrases: []string{"# km|kg|cm|kwh|mwh|km²|m²|m³|ml"}, Judge: judgeUnitSymbol,
		Examples: []detect.Example{
			{Text: "The march was ⟦12 km⟧ long.", Suggest: "12km"},
			{Text: "She lifted ⟦120 kg⟧ on Sunday.", Suggest: "120kg"},
			{Text: "The wind reached ⟦160 km⟧/h in the night.", Suggest: "160km"},
		},
		NearMisses: []string{
			"The march was 12km long.",
			"The march was 12 kilometres long.",
			"The farm covers 40 sq km.",
			"The march was eight miles (12 km) long.",
			"The firm owes $458 m in all.",
			"The town lies 30 km (18 miles) south of Velm.",
			"The 60 GB version costs more.",
			"The storm lay 480 km off the coast of Odisha.",
		},
	},
	{
		Name: "east-asian-marks", Family: detect.Punctuation, Category: "locale/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "ko"}, Where: detect.Everywhere,
		Message: `A mark of Japanese and Chinese copy; write "to" or "about" for "~", and delete "※".`,
		Doc: detect.Doc{
			What:   `The wave between two numbers or before one ("10 ~ 20", "~ 300 people") and the reference mark "※".`,
			Why:    `Japanese 〜, Chinese ～ and Korean ~ stand for a range or "about"; ※ opens a note. No native article of the labelled data has either.`,
			Humans: "The tilde in mathematics and in paths of files.",
			Misses: "A wave that ends a sentence, as in chats.",
		},
		Phrases: []string{"# ~ #", "~ #", "※"}, Judge: judgeEastAsianMark,
		Examples: []detect.Example{
			{Text: "Each school has ⟦10 ~ 20⟧ places.", Suggest: "10 to 20"},
			{Text: "Tickets were sold to ⟦~ 300⟧ people.", Suggest: "about 300"},
			{Text: "The hall seats 90. ⟦※⟧ Dogs stay outside."},
		},
		NearMisses: []string{
			"Each school has 10 to 20 places.",
			"Each school has 10-20 places.",
			"Type cd ~ and press return.",
		},
	},
}

// judgeNumeralFirst accepts a plain figure that opens a sentence with a verb
// and a stop.
func judgeNumeralFirst(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t, next := doc.Tokens[hit.First], following(doc, hit, 1)
	s := doc.Sentences[t.Sentence]
	if s.Tokens.First != hit.First || !lowerWord(next) || !next.Is(article.SpaceBefore) || clockWords[next.Norm] {
		return detect.Match{}, false
	}
	if strings.Trim(t.Norm, "0123456789,.") != "" || !endsWithStop(doc, s) || !verbIn(doc, hit.End, s.Tokens.End) {
		return detect.Match{}, false
	}
	// After an abbreviation the sentence may not have ended: "approx. 30 people".
	if i := hit.First - 1; i >= 0 && doc.Tokens[i].Kind == article.Word && doc.Sentences[doc.Tokens[i].Sentence].Paragraph == s.Paragraph {
		return detect.Match{}, false
	}
	n, err := strconv.Atoi(t.Norm)
	if err == nil && n >= 1500 && n < 2100 {
		return detect.Match{}, false // a year
	}
	m := detect.Match{Span: t.Span}
	if err == nil && n > 0 && n < 100 {
		m.Suggestions = []string{capitalised(inWords(n))}
	}
	return m, true
}

var clockWords = setOf("am pm a.m. p.m. a.m p.m o'clock x")

// inWords is a number from 1 to 99.
func inWords(n int) string {
	ones := strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen`)
	if n < len(ones) {
		return ones[n]
	}
	word := strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")[n/10-2]
	if n%10 > 0 {
		word += "-" + ones[n%10]
	}
	return word
}

// judgeUnitSymbol accepts a number and a unit with a space between, outside
// brackets.
func judgeUnitSymbol(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number, unit := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	if !unit.Is(article.SpaceBefore) || !outsideBrackets(doc, hit) || following(doc, hit, 1).Norm == "(" && following(doc, hit, 2).Kind == article.Number || outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	return match(doc.SpanOf(hit.Range), doc.Slice(number.Span)+doc.Slice(unit.Span)), true
}

// judgeEastAsianMark takes a range whole and not once more its second half.
func judgeEastAsianMark(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(hit.Range)
	last := doc.Slice(doc.Tokens[hit.End-1].Span)
	switch hit.Phrase {
	case 0:
		return match(s, doc.Slice(doc.Tokens[hit.First].Span)+" to "+last), true
	case 1:
		before := preceding(doc, hit, 1)
		return match(s, "about "+last), before.Norm == "" || before.Kind == article.Word
	}
	return match(s, ""), true
}
