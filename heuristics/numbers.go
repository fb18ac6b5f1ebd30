package heuristics

import (
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// numbers are the heuristics of how figures are written.
var numbers = []detect.Heuristic{
	{
		Name: "number-dot-thousands", Family: detect.Locale, Category: "locale/number", Severity: detect.Major,
		SourceLanguages: []string{"de", "es", "it", "pt", "tr", "nl", "id", "ru"},
		Doc: detect.Doc{
			What:   "A dot between thousands: \"21.000 residents\", \"1.250.000\".",
			Why:    "Most of continental Europe and Latin America group digits with dots. English readers take the dot for a decimal point: the figure is wrong by a factor of a thousand.",
			Humans: "Three decimals are English where something is measured (seconds, rates, percentages, prices per share); only things that are counted are taken.",
			Misses: "Figures with one dot before a word that may be measured.",
		},
		Message: "a dot between thousands; English readers take it for a decimal point",
		Where:   detect.Everywhere,
		Phrases: []string{"#"},
		Judge:   dotThousands,
		Examples: []detect.Example{
			{Text: "The town has ⟦21.000⟧ residents and one school.", Suggest: "21,000"},
			{Text: "The bridge cost ⟦1.250.000⟧ euros.", Suggest: "1,250,000"},
			{Text: "Some ⟦3.400⟧ voters stayed at home.", Suggest: "3,400"},
			{Text: "Nobody read the ⟦1.800⟧ signatures.", Suggest: "1,800"},
			{Text: "The hall of ⟦10.000⟧ square metres burned down.", Suggest: "10,000"},
		},
		NearMisses: []string{
			"The pound fetched $1.305 on Friday.",
			"He ran it in 1.234 seconds.",
			"Version 2.100.400 of the firmware was recalled: v2.100.400.",
			"The lake covers 12.500 square kilometres.",
			"The town has 21,000 residents.",
		},
	},
	{
		Name: "number-decimal-comma", Family: detect.Locale, Category: "locale/number", Severity: detect.Major,
		SourceLanguages: []string{"fr", "de", "es", "it", "ru", "pt", "cs", "uk"},
		Doc: detect.Doc{
			What:   "A comma before decimals: \"3,5%\", \"1,2 million\".",
			Why:    "The decimal sign of continental Europe. No native article of the labelled data has one.",
			Humans: "Never, except in lists set without spaces (\"1,2 and 3\") and scores.",
			Misses: "Decimals before a word that is no unit.",
		},
		Message: "a decimal comma; English writes a point",
		Where:   detect.Everywhere,
		Phrases: []string{"#"},
		Judge:   decimalComma,
		Examples: []detect.Example{
			{Text: "Inflation reached ⟦3,5⟧% in May.", Suggest: "3.5"},
			{Text: "The port handled ⟦1,2⟧ million tons of grain.", Suggest: "1.2"},
			{Text: "The wall is ⟦2,75⟧ metres high.", Suggest: "2.75"},
			{Text: "An hour costs ⟦2,50⟧ euro.", Suggest: "2.50"},
		},
		NearMisses: []string{
			"She won 6-3, 6-4 in an hour.",
			"Pupils in grades 1,2 and 3 stayed at home.",
			"The port handled 1,250 million tons.",
			"Inflation reached 3.5% in May.",
		},
	},
	{
		Name: "number-space-thousands", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "cs", "fr", "uk", "de", "pl", "sv"},
		Doc: detect.Doc{
			What:   "A space between thousands: \"12 500 people\".",
			Why:    "French, Slavic and Nordic typography groups digits with spaces; English news uses commas.",
			Humans: "In science writing after the SI; telephone and article numbers are left alone.",
			Misses: "Figures without a noun behind them.",
		},
		Message: "a space between thousands; English writes a comma",
		Where:   detect.Everywhere,
		Phrases: []string{"# #"},
		Judge:   spaceThousands,
		Examples: []detect.Example{
			{Text: "Some ⟦12 500⟧ people marched through the port.", Suggest: "12,500"},
			{Text: "The flood destroyed ⟦1 200 000⟧ books.", Suggest: "1,200,000"},
			{Text: "The town pays ⟦3 400⟧ euros a month.", Suggest: "3,400"},
		},
		NearMisses: []string{
			"Call 0800 123 456 for tickets.",
			"On June 12 500 people marched.",
			"He came second in the 4 100 metres relay.",
			"In 2019 500 people moved away.",
			"They counted 12,500 people.",
		},
	},
	{
		Name: "number-no-separator", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "de", "ja", "cs"},
		Doc: detect.Doc{
			What:   "Five digits or more without a comma before something counted: \"35000 visitors\".",
			Why:    "The source groups no digits. No native article of the labelled data has one.",
			Humans: "In tables, short messages and addresses.",
			Misses: "Figures of four digits, which many house styles leave bare.",
		},
		Message: "a figure without a comma",
		Where:   detect.Everywhere,
		Phrases: []string{"#"},
		Judge:   noSeparator,
		Examples: []detect.Example{
			{Text: "The fair drew ⟦35000⟧ visitors in a week.", Suggest: "35,000"},
			{Text: "The flood killed ⟦12500⟧ trees.", Suggest: "12,500"},
			{Text: "The firm paid ⟦2400000⟧ yuan for the pier.", Suggest: "2,400,000"},
		},
		NearMisses: []string{
			"Vote by texting SONG to 61234.",
			"The fair drew 35,000 visitors.",
			"The asteroid 87269 moves away.",
			"Postcode 10115 people know best.",
		},
	},
	{
		Name: "number-thousand-digit-word", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "he", "cs"},
		Doc: detect.Doc{
			What:   "Digits with the word \"thousand\": \"10 thousand workers\".",
			Why:    "Russian \"10 тысяч\", Hebrew and Czech write thousands as a word after digits; English styles write 10,000.",
			Humans: "In speech and where figures are compared (\"40 per 10 thousand\"); human translators from Russian keep it.",
			Misses: "Thousands in words alone, which are English.",
		},
		Message: "digits with \"thousand\"; English writes the figure out",
		Phrases: []string{"# thousand", "# thousands of"},
		Judge:   digitThousand,
		Examples: []detect.Example{
			{Text: "The strike involved ⟦10 thousand⟧ workers.", Suggest: "10,000"},
			{Text: "The fund pays ⟦6.5 thousand⟧ euros a month.", Suggest: "6,500"},
			{Text: "Some ⟦120 thousand⟧ people have left the valley.", Suggest: "120,000"},
		},
		NearMisses: []string{
			"Ten thousand people marched.",
			"A thousand people marched.",
			"The strike involved 10,000 workers.",
			"In 2019 thousands of people left.",
		},
	},
	{
		Name: "number-plural-million", Family: detect.Locale, Category: "locale/number", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "ro"},
		Message:         "after a figure English writes \"million\" without \"s\" and without \"of\"",
		Doc: detect.Doc{
			What:   "A figure with a plural scale word: \"12 millions of euros\", \"3 billions\".",
			Why:    "French \"12 millions d'euros\", Spanish \"12 millones de euros\" and German \"12 Millionen\" are plural nouns that need a preposition.",
			Humans: "Hardly ever; \"millions of euros\" without a figure is English.",
			Misses: "Figures in words.",
		},
		Where:   detect.Everywhere,
		Phrases: []string{"# millions|billions|trillions [of]"},
		Judge:   pluralMillion,
		Examples: []detect.Example{
			{Text: "The damage amounts to ⟦12 millions of⟧ euros.", Suggest: "12 million"},
			{Text: "The town owes ⟦3.5 billions⟧ to the bank.", Suggest: "3.5 billion"},
			{Text: "It will spend ⟦1.200 millions of⟧ euros on roads.", Suggest: "1,200 million"},
			{Text: "About ⟦2 millions of⟧ visitors came last year.", Suggest: "2 million"},
		},
		NearMisses: []string{
			"The damage amounts to millions of euros.",
			"In 2019 millions of visitors came.",
			"The damage amounts to 12 million euros.",
		},
	},
	{
		Name: "number-wan-yi-scale", Family: detect.Locale, Category: "accuracy/mistranslation", Severity: detect.Critical,
		SourceLanguages: []string{"zh", "ja", "ko"},
		Doc: detect.Doc{
			What:   "A figure on the scale of ten thousands and hundred millions: \"3 hundred million yuan\", \"12,000 million won\", \"5 ten thousand\".",
			Why:    "Chinese, Japanese and Korean count in units of 10⁴ (万) and 10⁸ (億); a system that keeps the digits and translates the unit is often wrong by a factor of ten or more.",
			Humans: "\"Thousand million\" in old British and in Indian texts, and hundreds of millions without digits.",
			Misses: "Figures that were converted wrongly but look right.",
		},
		Message: "a figure on the East Asian scale of ten thousands and hundred millions; recompute it",
		Where:   detect.Everywhere,
		Phrases: []string{
			"# ten thousand|thousands", "# ten-thousand", "# hundred|thousand|million million", "# hundred thousand", "# thousand|million|billion billion", "# million", "# wan|yi",
			"# wan|yi yuan|people|rmb",
		},
		Judge: eastAsianScale,
		Examples: []detect.Example{
			{Text: "Sales reached ⟦3 hundred million⟧ yuan last year.", Suggest: "300 million"},
			{Text: "The firm lost ⟦12,000 million⟧ won.", Suggest: "12 billion"},
			{Text: "The park drew ⟦5 ten thousand⟧ visitors.", Suggest: "50,000"},
		},
		NearMisses: []string{
			"Three million people watched the final.",
			"Hundreds of millions of yuan were lost.",
			"The fund holds 900 million euros.",
			"Three hundred million people voted.",
			"In 2019 ten thousand people marched.",
		},
	},
	{
		Name: "number-milliard-abbrev", Family: detect.Locale, Category: "accuracy/untranslated", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "pl", "fr"},
		Doc: detect.Doc{
			What:   "The source's word or abbreviation for large figures and its coins: \"4 mlrd\", \"2 milliards\", \"250 rub.\"",
			Why:    "\"Milliard\" is no unit of English, and the abbreviations were not in the system's dictionary.",
			Humans: "\"mn\" and \"bn\" are house styles, \"mln\" and \"bln\" those of agencies; they are left alone.",
			Misses: "\"Billion\" for 10¹², which needs the source.",
		},
		Message: "the source's word for a large figure",
		Where:   detect.Everywhere,
		Phrases: []string{"milliard|milliards", "# mlrd|mrd|mio|mld|thous|tys|rub|hrn|pcs"},
		Judge:   milliard,
		Examples: []detect.Example{
			{Text: "The fund holds ⟦4 mlrd⟧ euros.", Suggest: "4 billion"},
			{Text: "A debt of two ⟦milliards⟧ weighs on the town.", Suggest: "billion"},
			{Text: "A ticket costs ⟦250 rub⟧ at the gate.", Suggest: "250 rubles"},
		},
		NearMisses: []string{
			"The firm sold bonds worth £4m.",
			"The fund holds €4bn.",
			"The bank earned 412 mln euros and holds 9.5 bln.",
			"They rub salt on 2 rub boards.",
			"Mio and Mld are names of boats.",
		},
	},
}

// figure is the number written at the offset with its inner dots and commas,
// and where it ends; "" where the offset stands inside a longer one.
func figure(text string, at int) (string, int) {
	if at > 0 && (isDigitAt(text, at-1) || at > 1 && (text[at-1] == '.' || text[at-1] == ',' || text[at-1] == '-' || text[at-1] == '/' || text[at-1] == ':') && isDigitAt(text, at-2) || text[at-1] == '.' || text[at-1] == '#' || text[at-1] == '_') {
		return "", at
	}
	end := at
	for end < len(text) && (isDigitAt(text, end) || (text[end] == '.' || text[end] == ',') && isDigitAt(text, end+1)) {
		end++
	}
	return text[at:end], end
}

// wordAfter is the word that follows an offset after one space or none, in
// lower case.
func wordAfter(text string, at int) string {
	rest := text[at:min(len(text), at+40)]
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "\u00a0"), " ")
	end := 0
	for end < len(rest) && (isASCIILetter(rest, end) || rest[end] == '-' && end > 0) {
		end++
	}
	return strings.ToLower(rest[:end])
}

// counted are things that come in whole numbers.
var counted = setOf(`people persons residents inhabitants citizens votes voters homes houses households employees workers jobs spectators fans visitors students pupils
	teachers refugees migrants cases deaths victims soldiers troops cars vehicles passengers participants patients copies books trees animals families children women men
	members subscribers tickets signatures complaints applications patients flats apartments companies firms enterprises euros euro dollars yuan yen rubles roubles won crowns hryvnias zlotys units items`)

// unitWords are units of things that come in fractions, and what may stand
// before a decimal comma.
var unitWords = setOf(`percent million billion trillion thousand degrees km kilometers kilometres meters metres m kg kilograms kilos seconds times points tons tonnes
	hectares liters litres cm mm mln bn inches miles hours minutes years square cubic`)

// grouped is a row of digits with commas between thousands.
func grouped(digits string) string {
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inGroups reports whether a figure is groups of three digits joined by sep
// (the first of one to three, and no zero in front), and how many.
func inGroups(s string, sep string) (groups int, ok bool) {
	parts := strings.Split(s, sep)
	for i, p := range parts {
		if _, digits := smallNumber(p); !digits || i > 0 && len(p) != 3 || i == 0 && (len(p) > 3 || p[0] == '0') {
			return 0, false
		}
	}
	return len(parts) - 1, true
}

func dotThousands(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, end := figure(doc.Text, t.Start)
	groups, ok := inGroups(n, ".")
	if !ok || groups == 0 || isLetterBefore(doc.Text, t.Start) || isLetterAt(doc.Text, end) {
		return detect.Match{}, false
	}
	before := preceding(doc, hit, 1).Norm
	if before == "version" || before == "release" || before == "$" || before == "£" {
		return detect.Match{}, false
	}
	if groups == 1 {
		word := wordAfter(doc.Text, end)
		area := strings.HasSuffix(n, ".000") && (word == "square" || word == "hectares" || word == "tons" || word == "tonnes" || word == "kilometers" || word == "kilometres")
		if !area && !counted[word] || (word == "euros" || word == "dollars" || word == "euro" || word == "times") && !strings.HasSuffix(n, "00") {
			return detect.Match{}, false
		}
	}
	return match(article.Span{Start: t.Start, End: end}, strings.ReplaceAll(n, ".", ",")), true
}

func decimalComma(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, end := figure(doc.Text, t.Start)
	comma := strings.IndexByte(n, ',')
	if comma < 1 || comma > 3 || len(n)-comma > 3 || len(n)-comma < 2 || strings.IndexByte(n[comma+1:], ',') >= 0 || strings.IndexByte(n, '.') >= 0 {
		return detect.Match{}, false
	}
	rest := strings.TrimPrefix(doc.Text[end:min(len(doc.Text), end+4)], " ")
	word := wordAfter(doc.Text, end)
	if !strings.HasPrefix(rest, "%") && !strings.HasPrefix(rest, "€") && !unitWords[word] && !(word == "per" && strings.HasPrefix(strings.TrimLeft(doc.Text[end:], " "), "per cent")) && !wholeMoney[word] {
		return detect.Match{}, false
	}
	return match(article.Span{Start: t.Start, End: end}, n[:comma]+"."+n[comma+1:]), true
}

// wholeMoney are currencies that news counts in whole units or with two decimals,
// never in thousands without a noun.
var wholeMoney = setOf("euro euros zloty zlotys lira liras koruna korunas crowns kronor kroner francs hryvnias rubles roubles")

// spaceThousands takes groups of three digits behind one space each.
func spaceThousands(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := doc.Tokens[hit.First]
	digits := first.Norm
	if _, ok := smallNumber(digits); !ok || len(digits) > 3 || digits[0] == '0' || !first.Is(article.SpaceBefore) && first.Start > 0 && strings.IndexByte("$(", doc.Text[first.Start-1]) < 0 {
		return detect.Match{}, false
	}
	before := preceding(doc, hit, 1)
	if before.Kind == article.Number || months[before.Norm] || before.Kind == article.Word && (before.Is(article.Capital) && !before.Is(article.Opens) || unitBefore[before.Norm]) || before.Norm == "+" || before.Norm == "-" {
		return detect.Match{}, false
	}
	last := first
	for i := hit.First + 1; ; i++ {
		t, ok := tokenInSentence(doc, i, first.Sentence)
		if !ok || t.Kind != article.Number {
			break
		}
		gap := doc.Text[last.End:t.Start]
		if len(t.Norm) != 3 || gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" {
			return detect.Match{}, false
		}
		if _, ok := smallNumber(t.Norm); !ok {
			return detect.Match{}, false
		}
		digits += t.Norm
		last = t
	}
	next := wordAfter(doc.Text, last.End)
	if last.End == first.End || !counted[next] && next != "square" && next != "tons" && next != "tonnes" && next != "hectares" {
		return detect.Match{}, false
	}
	return match(ofTokens(first, last), grouped(digits)), true
}

// unitBefore are words that number the figure behind them.
var unitBefore = setOf("no number call tel phone fax text article section room flight route highway page channel act rule bus line point class")

func noSeparator(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, end := figure(doc.Text, t.Start)
	if len(n) < 5 || len(n) > 9 || n[0] == '0' || strings.Trim(n, "0123456789") != "" {
		return detect.Match{}, false
	}
	before := preceding(doc, hit, 1)
	if before.Kind == article.Word && before.Is(article.Capital) && !before.Is(article.Opens) || unitBefore[before.Norm] || before.Norm == "postcode" || before.Norm == "code" || before.Norm == "asteroid" {
		return detect.Match{}, false
	}
	next := wordAfter(doc.Text, end)
	if !counted[next] && !(unitWords[next] && !strings.HasSuffix(next, "illion") && next != "percent" && next != "times" && next != "points") || doc.Text[end] != ' ' {
		return detect.Match{}, false
	}
	return match(article.Span{Start: t.Start, End: end}, grouped(n)), true
}

// digitThousand takes "10 thousand" where the figure is no year.
func digitThousand(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, end := figure(doc.Text, t.Start)
	word := doc.Tokens[hit.First+1]
	if _, thousands := inGroups(n, ","); n == "" || len(n) > 5 || thousands && strings.Contains(n, ",") || word.Start != end+1 || word.Norm == "thousands" && len(n) > 3 {
		return detect.Match{}, false
	}
	s := article.Span{Start: t.Start, End: word.End}
	next := tokenAt(doc, hit.First+2)
	if next.Norm == "million" || next.Norm == "billion" || next.Norm == "thousand" || glued(next) && next.Norm == "-" {
		return detect.Match{}, false // see number-wan-yi-scale
	}
	n = strings.Replace(n, ",", ".", 1)
	whole, fraction, _ := strings.Cut(n, ".")
	if len(whole) > 3 || len(fraction) > 3 || word.Norm == "thousands" || whole == "0" {
		return detect.Match{Span: s}, len(whole) <= 3
	}
	return match(s, grouped(whole+(fraction + "000")[:3])), true
}

// pluralMillion takes a figure that is no year before a plural scale word.
func pluralMillion(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, _ := figure(doc.Text, t.Start)
	if year, ok := smallNumber(n); n == "" || ok && year > 1000 || following(doc, hit, 1).Norm == "of" || doc.Tokens[hit.First+1].Is(article.Capital) {
		return detect.Match{}, false
	}
	if _, dotted := inGroups(n, "."); dotted {
		n = strings.ReplaceAll(n, ".", ",")
	}
	s := doc.SpanOf(hit.Range)
	return match(s, n+" "+strings.TrimSuffix(doc.Tokens[hit.First+1].Norm, "s")), true
}

// eastAsianScale takes figures with two scale words, or with thousands of
// millions.
func eastAsianScale(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := doc.Tokens[hit.First]
	n, end := figure(doc.Text, t.Start)
	words := doc.TokensIn(article.Range{First: hit.First + 1, End: hit.End})
	if n == "" || doc.TokenAt(max(end-1, 0)) >= hit.First+1 && doc.Tokens[hit.First].End < end {
		return detect.Match{}, false
	}
	s := article.Span{Start: t.Start, End: words[len(words)-1].End}
	plain := strings.ReplaceAll(n, ",", "")
	value, whole := smallNumber(plain)
	switch words[0].Norm {
	case "million":
		if len(words) == 1 { // "12,000 million"
			if !whole || !strings.HasSuffix(plain, "000") || value < 1000 {
				return detect.Match{}, false
			}
			return match(s, grouped(strings.TrimSuffix(plain, "000"))+" billion"), true
		}
	case "ten", "ten-thousand":
		if !whole || value == 0 || value >= 1800 && value < 2100 && !strings.Contains(n, ",") {
			return detect.Match{}, false // "in 2019 ten thousand people"
		}
		return match(s, grouped(plain+"0000")), true
	case "hundred":
		if !whole || value == 0 || value > 99 {
			return detect.Match{}, false
		}
		if words[1].Norm == "thousand" {
			return match(s, grouped(plain+"00000")), true
		}
		return match(s, plain+"00 million"), true
	case "wan", "yi":
		if len(words) == 1 {
			return detect.Match{}, false
		}
	}
	if words[0].Norm == "thousand" && words[1].Norm == "million" && whole && value > 0 {
		return match(s, plain+" billion"), true
	}
	return detect.Match{Span: s}, true
}

var milliards = map[string]string{
	"mlrd": "billion", "mrd": "billion", "bln": "billion", "mld": "billion", "mio": "million", "mln": "million",
	"thous": "thousand", "tys": "thousand", "rub": "rubles", "hrn": "hryvnias", "pcs": "pieces", "milliard": "billion", "milliards": "billion",
}

func milliard(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	word := doc.Tokens[hit.End-1]
	instead := milliards[word.Norm]
	if hit.End-hit.First == 1 {
		if word.Is(article.Capital) || word.Is(article.InName) {
			return detect.Match{}, false
		}
		return match(word.Span, instead), true
	}
	n, _ := figure(doc.Text, doc.Tokens[hit.First].Start)
	next := following(doc, hit, 1)
	if n == "" || (word.Norm == "rub" || word.Norm == "pcs") && (next.Kind == article.Word && !commonPreposition[next.Norm]) || capitalWord(word) && utf8.RuneCountInString(word.Norm) < 4 && word.Norm != "mio" && word.Norm != "mrd" {
		return detect.Match{}, false
	}
	if word.Norm == "thous" || word.Norm == "tys" {
		instead = ""
	} else {
		instead = n + " " + instead
	}
	return match(article.Span{Start: doc.Tokens[hit.First].Start, End: word.End}, instead), true
}
