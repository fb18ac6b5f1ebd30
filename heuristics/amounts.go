package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// amounts are the heuristics of money, percentages, units and ranges.
var amounts = []detect.Heuristic{
	{
		Name: "currency-symbol-after", Family: detect.Locale, Category: "locale/currency", Severity: detect.Minor,
		SourceLanguages: []string{"de", "fr", "es", "it", "cs", "uk"},
		Doc: detect.Doc{
			What:   "A currency sign or code behind the amount: \"40 €\", \"50$\", \"300 USD\".",
			Why:    "The order of continental Europe. No native article of the labelled data has one.",
			Humans: "In tables and in the house style of some EU bodies; translators in a hurry keep it.",
			Misses: "Amounts whose order was turned round but not the decimal comma.",
		},
		Message: "English sets the currency sign before the amount",
		Where:   detect.Everywhere,
		Phrases: []string{"# €|£|$", "# eur|usd|uah|czk|rub|pln|nis|rmb|cny|jpy|chf", "# million|billion €|£|$"},
		Judge:   currencyAfter,
		Examples: []detect.Example{
			{Text: "Tickets cost ⟦40 €⟧ at the gate.", Suggest: "€40"},
			{Text: "She paid ⟦50$⟧ for the map.", Suggest: "$50"},
			{Text: "The pier cost ⟦3 million €⟧ in all.", Suggest: "€3 million"},
			{Text: "The fine is ⟦300 CHF⟧ a day.", Suggest: "300 Swiss francs"},
		},
		NearMisses: []string{
			"Tickets cost €40 at the gate.",
			"The price rose from US$40 to US$50.",
			"They have 12 $5 notes.",
			"From 2019 £5 notes were void.",
		},
	},
	{
		Name: "currency-code-or-name-order", Family: detect.Locale, Category: "locale/currency", Severity: detect.Minor,
		SourceLanguages: []string{"he", "zh", "uk", "cs", "ru", "de"},
		Doc: detect.Doc{
			What:   "A currency spelled out with its nationality behind an amount (\"100 million US dollars\") or a code before it (\"UAH 5,000\").",
			Why:    "Chinese \"美元\", Russian \"долларов США\" and Hebrew spell the nationality where English has a sign.",
			Humans: "Where several dollars are compared; in contracts and company reports.",
			Misses: "Currencies named alone.",
		},
		Message: "English writes the currency sign",
		Phrases: []string{
			"# [thousand|million|billion|trillion] us|american|u.s.|russian|chinese|japanese|czech|turkish|ukrainian|israeli|polish dollar|dollars|ruble|rubles|rouble|roubles|yuan|yen|crown|crowns|lira|liras|hryvnia|hryvnias|shekel|shekels|zloty|zlotys",
			"eur|usd|uah|czk|nis|rmb|cny|pln #", "euros #",
		},
		Judge: currencyOrder,
		Examples: []detect.Example{
			{Text: "The bridge cost ⟦100 million US dollars⟧ in all.", Suggest: "$100 million"},
			{Text: "He paid a fine of ⟦UAH 5,000⟧ on Friday.", Suggest: "5,000 hryvnias"},
			{Text: "The firm owes ⟦40,000 Czech crowns⟧ to its cook.", Suggest: "40,000 crowns"},
		},
		NearMisses: []string{
			"The US dollar fell against the yen.",
			"The bridge cost $100 million in all.",
			"In 2019 US dollars were scarce in the port.",
			"It sells at 40 Canadian dollars or 30 US dollars.",
		},
	},
	{
		Name: "percent-spacing-and-forms", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "ru", "uk", "de", "zh", "cs"},
		Doc: detect.Doc{
			What:   "A space before the percent sign, or \"percents\".",
			Why:    "French, German and Slavic typography sets a space; the plural is that of the source word.",
			Humans: "In science writing after the SI.",
			Misses: "\"Percent\" where percentage points are meant.",
		},
		Message: "no space stands before the percent sign in English, and \"percent\" has no plural",
		Where:   detect.Everywhere,
		Phrases: []string{"# %", "# percents|procent|procents", "# % percent", "# per cents"},
		Judge:   percentForm,
		Examples: []detect.Example{
			{Text: "Turnout was ⟦54 %⟧ on Sunday.", Suggest: "54%"},
			{Text: "Prices rose by ⟦5 percents⟧ in May.", Suggest: "5 percent"},
			{Text: "The tax fell by ⟦3% percent⟧ again.", Suggest: "3 percent"},
		},
		NearMisses: []string{
			"Turnout was 54% on Sunday.",
			"Prices rose by 5 percent in May.",
			"They sold 5 per cents at the fair: bonds of old.",
		},
	},
	{
		Name: "unit-metric-unglossed", Family: detect.Locale, Category: "locale/measurement", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "de", "ru", "he"},
		Doc: detect.Doc{
			What:   "A unit of the source country, or its abbreviation: \"120 mu\", \"65 sq. m\", \"3 dunams\".",
			Why:    "The unit was copied; English readers need acres, square metres or kilograms.",
			Humans: "In property listings (\"sq m\") and in features that explain the unit.",
			Misses: "Metric units, which English news writes too.",
		},
		Message: "a unit that English readers do not know; convert it",
		Phrases: []string{"# mu|jin|catty|catties|tsubo|dunam|dunams|quintal|quintals|pood|poods|verst|versts|shaku", "# tatami mats", "# sq|sq. . m|km", "# sq. m|km", "# sq m|km", "# sq. [.] meters|metres|m."},
		Judge:   localUnit,
		Examples: []detect.Example{
			{Text: "He farms ⟦120 mu⟧ of rice by the river."},
			{Text: "The family lives in a flat of ⟦65 sq. m⟧ near the port.", Suggest: "65 square metres"},
			{Text: "The settlers claim ⟦300 dunams⟧ of the slope."},
		},
		NearMisses: []string{
			"He farms 20 acres of rice.",
			"The flat measures 65 square metres.",
			"She read chapter 4 Mu by mistake.",
			"The farm has 120 mu (20 acres) of rice.",
		},
	},
	{
		Name: "hyphen-range-and-approx", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "ru", "uk", "zh"},
		Doc: detect.Doc{
			What:   "A small range in figures for \"two or three\": \"2-3 days\".",
			Why:    "Japanese, Chinese and Russian put neighbouring numbers side by side for \"a few\" (\"2-3 дня\").",
			Humans: "In recipes, fixtures and medical advice; scores are left alone.",
			Misses: "Wider ranges, which are English.",
		},
		Message: "a few is meant: \"two or three\"",
		Phrases: []string{
			"1-2|2-3|3-4|4-5|5-6 day|days|people|year|years|month|months|hour|hours|week|weeks|times|persons|children|houses|cars",
			"1-2|2-3|3-4|4-5|5-6 _ children|people|men|women|persons", "1|2|3|4|5 -|– 2|3|4|5|6 day|days|people|year|years|month|months|hour|hours|week|weeks|times|persons|children|houses|cars",
		},
		Judge: smallRange,
		Examples: []detect.Example{
			{Text: "The crossing takes ⟦2-3 days⟧ in winter.", Suggest: "two or three days"},
			{Text: "Each night ⟦3-4 people⟧ sleep in the hall.", Suggest: "three or four people"},
			{Text: "He calls ⟦1-2 times⟧ a week.", Suggest: "once or twice"},
		},
		NearMisses: []string{
			"They won 2-3 on penalties.",
			"The crossing takes two or three days.",
			"Leith beat Hull 3-2 in the final.",
			"A 12-13 hour flight follows.",
			"The books are for 2-3 year olds.",
		},
	},
}

var currencySigns = map[string]string{"eur": "€", "usd": "$", "€": "€", "£": "£", "$": "$"}

// currencyNames are what English calls currencies without a sign of its own.
var currencyNames = map[string]string{
	"uah": "hryvnias", "czk": "crowns", "rub": "rubles", "pln": "zlotys", "nis": "shekels", "rmb": "yuan", "cny": "yuan", "jpy": "yen", "chf": "Swiss francs",
}

// amount is the figure with its sign or name as English orders them.
func amount(figure, currency string) string {
	if sign, ok := currencySigns[currency]; ok {
		return sign + figure
	}
	return figure + " " + currencyNames[currency]
}

func currencyAfter(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number, sign := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	if next := tokenAt(doc, hit.End); glued(next) && (next.Kind != article.Punct || next.Norm == "-") || sign.Kind == article.Word && !sign.Is(article.AllCaps) {
		return detect.Match{}, false
	}
	if sign.Kind == article.Word && following(doc, hit, 1).Kind == article.Number {
		return detect.Match{}, false // the code belongs to the next amount
	}
	n, end := figure(doc.Text, number.Start)
	if n == "" || strings.IndexByte("$€£", lastByte(doc.Text[:number.Start])) >= 0 || strings.HasSuffix(doc.Text[:number.Start], "€") || strings.HasSuffix(doc.Text[:number.Start], "£") {
		return detect.Match{}, false
	}
	if _, isSign := currencyNames[preceding(doc, hit, 1).Norm]; isSign || preceding(doc, hit, 1).Norm == "eur" || preceding(doc, hit, 1).Norm == "usd" {
		return detect.Match{}, false
	}
	scale := ""
	if hit.End-hit.First == 3 {
		scale = " " + doc.Tokens[hit.First+1].Norm
	}
	if year, ok := smallNumber(n); ok && sign.Kind != article.Word && !glued(sign) && year > 1900 && year < 2100 && glued(tokenAt(doc, hit.End)) {
		return detect.Match{}, false
	}
	_ = end
	return match(article.Span{Start: number.Start, End: sign.End}, amount(n+scale, sign.Norm)), true
}

func lastByte(s string) byte {
	if s == "" {
		return '\n'
	}
	return s[len(s)-1]
}

func currencyOrder(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	s := doc.SpanOf(hit.Range)
	if first.Kind != article.Number { // "UAH 5,000"
		if first.Norm != "euros" && !first.Is(article.AllCaps) || glued(last) && last.Start != first.End {
			return detect.Match{}, false
		}
		n, end := figure(doc.Text, last.Start)
		if n == "" || first.Norm == "euros" && (len(n) < 3 || preceding(doc, hit, 1).Kind == article.Number || preceding(doc, hit, 1).Norm == "million" || preceding(doc, hit, 1).Norm == "billion") {
			return detect.Match{}, false
		}
		s.End = end
		scale := following(doc, hit, 1)
		if scale.Norm == "million" || scale.Norm == "billion" || scale.Norm == "trillion" || scale.Norm == "thousand" {
			s.End = scale.End
			n += " " + scale.Norm
		}
		code := first.Norm
		if code == "euros" {
			code = "eur"
		}
		return match(s, amount(n, code)), true
	}
	n, _ := figure(doc.Text, first.Start)
	nation := doc.Tokens[hit.End-2].Norm
	if n == "" || comparedDollars(doc, hit) {
		return detect.Match{}, false
	}
	if year, ok := smallNumber(n); ok && year >= 1990 && year < 2100 && hit.End-hit.First == 3 {
		return detect.Match{}, false
	}
	scale := ""
	if hit.End-hit.First == 4 {
		scale = " " + doc.Tokens[hit.First+1].Norm
	}
	if nation == "us" || nation == "american" || nation == "u.s." {
		return match(s, "$"+n+scale), true
	}
	return match(s, n+scale+" "+last.Norm), true
}

func percentForm(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	n, _ := figure(doc.Text, number.Start)
	s := doc.SpanOf(hit.Range)
	switch {
	case n == "":
		return detect.Match{}, false
	case last.Norm == "%":
		gap := doc.Text[number.End:last.Start]
		if gap != " " && gap != "\u00a0" && gap != "\u202f" || glued(tokenAt(doc, hit.End)) && tokenAt(doc, hit.End).Kind <= article.Number || following(doc, hit, 1).Norm == "percent" {
			return detect.Match{}, false
		}
		return match(s, n+"%"), true
	case last.Norm == "cents":
		return detect.Match{}, false
	}
	return match(s, n+" percent"), true
}

func localUnit(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	number, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	next := following(doc, hit, 1)
	if n, _ := figure(doc.Text, number.Start); n == "" || last.Is(article.Capital) || next.Norm == "(" || glued(next) && next.Norm == "-" || preceding(doc, hit, 1).Norm == "(" {
		return detect.Match{}, false
	}
	unit := ""
	switch last.Norm {
	case "m", "meters", "metres", "m.":
		unit = " square metres"
	case "km":
		unit = " square kilometres"
	case "mu", "jin", "pood", "verst":
		if lowerWord(next) && !commonPreposition[next.Norm] && !coordinators[next.Norm] {
			return detect.Match{}, false
		}
	}
	s := doc.SpanOf(hit.Range)
	if unit != "" {
		unit = doc.Slice(number.Span) + unit
	}
	return match(s, unit), true
}

func smallRange(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := doc.SpanOf(hit.Range)
	text := doc.Text[s.Start:s.End]
	from := int(text[0] - '0')
	to := strings.IndexAny(text[1:], "123456") + 1
	if to < 1 || int(text[to]-'0') != from+1 || to > 5 {
		return detect.Match{}, false
	}
	if prev := preceding(doc, hit, 1); prev.Kind == article.Number || prev.Norm == "won" || prev.Norm == "lost" || prev.Norm == "." || prev.Norm == "ages" || prev.Norm == "years" {
		return detect.Match{}, false
	}
	if next := following(doc, hit, 1).Norm; next == "old" || next == "olds" || next == "-" {
		return detect.Match{}, false
	}
	rest := text[to+1:]
	if from == 1 && strings.HasSuffix(rest, " times") {
		return match(s, "once or twice"), true
	}
	return match(s, inWords(from)+" or "+inWords(from+1)+rest), true
}

// Words that tell another use of a phrase apart.
var (
	comparedDollars = sentenceHas("canadian australian hong singapore zealand taiwan namibian jamaican exchange convert converted currency currencies")
)
