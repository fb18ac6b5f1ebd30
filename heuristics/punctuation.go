package heuristics

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// punctuation are the heuristics of quotation marks, spacing and sentence
// breaks.
var punctuation = slices.Concat(marks, breaks)

// marks are the heuristics of single punctuation marks.
var marks = []detect.Heuristic{
	{
		Name: "foreign-quotation-marks", Family: detect.Punctuation, Category: "locale/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "ru", "uk", "de", "es", "it", "ja", "zh"},
		Doc: detect.Doc{
			What:   "Guillemets, low quotation marks or corner brackets of another language around English words.",
			Why:    "The marks of the source come through where the words between them were translated. No native article of the labelled data has them; machine translation from Japanese has one in 2,000 words, from Chinese one in 10,000.",
			Humans: "In a passage left in the source language on purpose, and as arrows or bullets. Careful translators convert them, hurried ones do not.",
			Misses: "Marks that were turned into straight or curly English ones.",
		},
		Message: "quotation marks of the source language",
		Where:   detect.Everywhere,
		Scan:    foreignQuotationMarks,
		Examples: []detect.Example{
			{Text: "The film ⟦«Night Train»⟧ won the prize in Lodz.", Suggest: "“Night Train”"},
			{Text: "The coach shouted ⟦「Stop」⟧ from the touchline.", Suggest: "“Stop”"},
			{Text: "The minister called the plan ⟦„a bad joke“⟧ on Friday.", Suggest: "“a bad joke”"},
			{Text: "She called it ⟦« a victory for the valley »⟧ and left.", Suggest: "“a victory for the valley”"},
		},
		NearMisses: []string{
			"The film “Night Train” won the prize in Lodz.",
			"» Sport",
			"The old sign over the door read «Закрыто».",
			"Home › News › Region",
		},
	},
	{
		Name: "cjk-fullwidth-punctuation", Family: detect.Punctuation, Category: "locale/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"zh", "ja", "ko"},
		Doc: detect.Doc{
			What:   "Full-width or ideographic punctuation, digits or spaces in English text.",
			Why:    "Characters of the Chinese or Japanese source were copied. No native article of the labelled data has one; machine translation from Japanese has one in 1,500 words.",
			Humans: "Inside a passage that is itself Chinese or Japanese.",
			Misses: "Full-width marks that were converted without their spacing.",
		},
		Message: "full-width punctuation of the source language",
		Where:   detect.Everywhere,
		Scan:    fullwidth,
		Examples: []detect.Example{
			{Text: "The park⟦，⟧closed since May⟦，⟧reopened on Sunday.", Suggest: ", "},
			{Text: "The mayor apologised⟦。⟧", Suggest: "."},
			{Text: "Tickets ⟦（⟧adults⟦）⟧ cost more this year.", Suggest: "("},
			{Text: "About ⟦１２⟧ boats were lost.", Suggest: "12"},
		},
		NearMisses: []string{
			"The park, closed since May, reopened on Sunday.",
			"The banner read 港口，我们的家。",
			"The café’s owner – a widow – sold it.",
		},
	},
	{
		Name: "quote-glued-to-word", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"he", "uk", "es", "de"},
		Doc: detect.Doc{
			What:   "A double quotation mark with letters on both sides and no space.",
			Why:    "Translation systems cut marks and tags out and put them back without their spaces. Most come from Hebrew (the source writes its acronyms with the mark inside).",
			Humans: "In typing errors; in plurals of quoted words and inch marks, which are left alone.",
			Misses: "Marks glued to a dash or bracket.",
		},
		Message: "no space between the quotation mark and the word",
		Where:   detect.Everywhere,
		Phrases: []string{`"`, "“", "”"},
		Judge:   gluedQuote,
		Examples: []detect.Example{
			{Text: `"It is over⟦,"says⟧ Ana Prokop, who runs the ferry.`, Suggest: `," says`},
			{Text: "The word ⟦of“green”⟧ appears on every page.", Suggest: "of “green”"},
			{Text: `They met in the "green⟦"zone⟧ of the port.`, Suggest: `" zone`},
		},
		NearMisses: []string{
			`"It is over," says Ana Prokop.`,
			`The shelf is 12"wide.`,
			`He counted three "maybe"s in the letter.`,
			`"We won’t go," she said. "They can’t make us."`,
		},
	},
	{
		Name: "space-before-punctuation", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "ja", "uk", "zh", "ru"},
		Doc: detect.Doc{
			What:   "A space before a semicolon, colon, question or exclamation mark.",
			Why:    "French sets a space before tall marks, and translation systems put tokens back together with spaces.",
			Humans: "In slips of the keyboard, before an ellipsis or an emoticon. Off by default: typists slip too, and it is 4.8 times as frequent in machine translation as in native text, short of five.",
			Misses: "A space before a comma or full stop: slips that native copy has as often.",
		},
		Off:     true,
		Message: "no space stands before this mark in English",
		Where:   detect.Everywhere,
		Phrases: []string{";", ":", "!", "?"},
		Judge:   spaceBefore,
		Examples: []detect.Example{
			{Text: "What can the town do now⟦ ?⟧ Nobody knows.", Suggest: "?"},
			{Text: "The bridge is old⟦ ;⟧ nobody paints it.", Suggest: ";"},
			{Text: "He listed three causes⟦ :⟧ rust, wind and neglect.", Suggest: ":"},
		},
		NearMisses: []string{
			"The firm builds for .NET and Java.",
			"She answered with a smile :) and left.",
			"The score was 3 : 1 at the break.",
			"What can the town do now? Nobody knows.",
			"The mayor ? a former sailor ? declined to comment.",
		},
	},
	{
		Name: "missing-space-after-punctuation", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ja", "zh", "he"},
		Doc: detect.Doc{
			What:   "No space after a comma, semicolon or full stop between words.",
			Why:    "Chinese and Japanese write no space after a mark, and translation systems lose it when they put sentences together.",
			Humans: "In typing errors, addresses and file names.",
			Misses: "Full stops before rarer words, which cannot be told from addresses.",
		},
		Message: "a space is missing after this mark",
		Scan:    atMarks(",;.", missingSpace),
		Examples: []detect.Example{
			{Text: "The road is ⟦closed,but⟧ buses still run.", Suggest: "closed, but"},
			{Text: "The meeting ⟦ended.The⟧ crowd left in silence.", Suggest: "ended. The"},
			{Text: "The roof is ⟦new;the⟧ walls are not.", Suggest: "new; the"},
		},
		NearMisses: []string{
			"See example.com for the list.",
			"Bids are due at port@harbour.example,not by post.",
			"The firm owes 4,000 euros, e.g. to its cook.",
			"The road is closed, but buses still run.",
		},
	},
	{
		Name: "doubled-punctuation", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh"},
		Doc: detect.Doc{
			What:   "Two marks where one belongs: \",,\", \";,\", \"?.\", \"..\".",
			Why:    "The mark of the source was copied and that of the target added.",
			Humans: "After abbreviations (\"Inc.,\"), in ellipses and in quoted chat messages.",
			Misses: "Repeated exclamation marks, which are a matter of register.",
		},
		Message: "two marks where one belongs",
		Scan:    atMarks(",;.?!", doubledMark),
		Examples: []detect.Example{
			{Text: "It was late⟦,,⟧ the harbour master said.", Suggest: ","},
			{Text: "Who pays for the repairs is not known⟦;,⟧ the council has no plan.", Suggest: ";"},
			{Text: "The council has not answered⟦..⟧", Suggest: "."},
		},
		NearMisses: []string{
			"Senator Ray Holt, R-S.C., agreed.",
			"Harbour Works Inc., the owner, declined to comment.",
			"It was late... and nobody came.",
			"“Who pays?!” he asked.",
		},
	},
}

// foreignMarks are the marks by what closes them; a mark that only closes has
// none.
var foreignMarks = map[string]string{
	"«": "»", "»": "«", "‹": "›", "›": "", "„": "“”\"‟»", "‟": "", "「": "」", "」": "", "『": "』", "』": "", "《": "》", "》": "", "〈": "〉", "〉": "",
	"【": "】", "】": "", "〖": "〗", "〗": "",
}

// foreignQuotationMarks takes a pair of marks as one artifact, and a mark
// without a partner only where it touches an English word.
func foreignQuotationMarks(doc *detect.Document) []detect.Match {
	if !hasForeignMark(doc.Text) {
		return nil
	}
	var found []detect.Match
	add := func(m detect.Match, ok bool) {
		if ok {
			found = append(found, m)
		}
	}
	for _, p := range doc.Paragraphs {
		opened := -1
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			t := doc.Tokens[i]
			closes, foreign := foreignMarks[t.Norm]
			if opened >= 0 && strings.Contains(foreignMarks[doc.Tokens[opened].Norm], t.Norm) && t.Norm != "" {
				add(foreignPair(doc, opened, i))
				opened = -1
				continue
			}
			if !foreign {
				continue
			}
			if closes == "" || t.Norm == "»" && glued(t) {
				add(loneMark(doc, i, "”"))
				continue
			}
			if opened >= 0 {
				add(loneMark(doc, opened, "“"))
			}
			opened = i
		}
		if opened >= 0 {
			add(loneMark(doc, opened, "“"))
		}
	}
	return found
}

// hasForeignMark is a cheap test whether a text can hold one of the marks.
func hasForeignMark(text string) bool {
	for at := afterASCII(text, 0); at < len(text); at = afterASCII(text, at+1) {
		switch rest := text[at:]; rest[0] {
		case 0xc2:
			if strings.HasPrefix(rest, "«") || strings.HasPrefix(rest, "»") {
				return true
			}
		case 0xe2:
			if strings.HasPrefix(rest, "„") || strings.HasPrefix(rest, "‟") || strings.HasPrefix(rest, "‹") || strings.HasPrefix(rest, "›") {
				return true
			}
		case 0xe3: // marks of Chinese and Japanese
			if strings.HasPrefix(rest, "\xe3\x80") {
				return true
			}
		}
	}
	return false
}

// foreignPair is the passage between two marks, if it holds English letters.
func foreignPair(doc *detect.Document, opening, closing int) (detect.Match, bool) {
	t, c := doc.Tokens[opening], doc.Tokens[closing]
	inner := strings.TrimSpace(doc.Text[t.End:c.Start])
	if !hasASCIILetter(inner) || t.Norm == "»" && !glued(tokenAt(doc, opening+1)) {
		return detect.Match{}, false
	}
	if t.Norm == "【" || t.Norm == "〖" {
		return match(ofTokens(t, c), "["+inner+"]"), true
	}
	return match(ofTokens(t, c), "“"+inner+"”"), true
}

// loneMark is a mark that touches an English word but has no partner.
func loneMark(doc *detect.Document, i int, instead string) (detect.Match, bool) {
	t := doc.Tokens[i]
	if instead == "”" && glued(t) && isASCIILetter(doc.Text, t.Start-1) || instead == "“" && isASCIILetter(doc.Text, t.End) && t.Norm != "»" && t.Norm != "‹" {
		return match(t.Span, instead), true
	}
	return detect.Match{}, false
}

func hasASCIILetter(s string) bool {
	for i := range len(s) {
		if isASCIILetter(s, i) {
			return true
		}
	}
	return false
}

func isASCIILetter(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
}

// fullwidth finds runs of full-width characters beside English ones.
func fullwidth(doc *detect.Document) []detect.Match {
	text := doc.Text
	if !strings.Contains(text, "\u3000"[:2]) && !strings.Contains(text, "！"[:2]) && !strings.Contains(text, "｀"[:2]) {
		return nil
	}
	var found []detect.Match
	for i := 0; i < len(text); {
		if text[i] < 0xe3 {
			i++
			continue
		}
		start, ascii := i, []byte{}
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			c := narrow(r)
			if c == 0 {
				break
			}
			ascii = append(ascii, c)
			i += n
		}
		if start == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:start], " "))
		after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i:], " "))
		if eastAsian(before) || eastAsian(after) {
			continue
		}
		s := string(ascii)
		if strings.ContainsRune(",.;:!?)", rune(s[len(s)-1])) && isLetterAt(text, i) {
			s += " "
		}
		if s[0] == '(' && isLetterBefore(text, start) {
			s = " " + s
		}
		found = append(found, match(article.Span{Start: start, End: i}, s))
	}
	return found
}

// narrow is the ASCII form of a full-width character, 0 where it has none.
func narrow(r rune) byte {
	switch r {
	case '\u3000':
		return ' '
	case '。', '｡':
		return '.'
	case '、', '､':
		return ','
	}
	if r >= '！' && r <= '～' {
		return byte(r - '！' + '!')
	}
	return 0
}

func eastAsian(r rune) bool { return r >= 0x3040 && r < 0xd7b0 }

// gluedQuote takes a double mark between letters.
func gluedQuote(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t, next := doc.Tokens[hit.First], tokenBeside(doc, hit.First, hit.First+1)
	if !glued(t) || !glued(next) || next.Kind != article.Word || next.Norm == "s" || next.Norm == "'s" || next.Norm == "ing" || next.Norm == "ed" {
		return detect.Match{}, false
	}
	prev := tokenBeside(doc, hit.First, hit.First-1)
	word := prev
	if prev.Norm == "," || prev.Norm == "." {
		word = tokenBeside(doc, hit.First, hit.First-2)
	}
	if word.Kind != article.Word || word.End == word.Start || !isLetterBefore(doc.Text, word.End) || utf8.RuneCountInString(next.Norm) < 2 {
		return detect.Match{}, false
	}
	if utf8.RuneCountInString(word.Norm) < 2 || word.Is(article.AllCaps) && next.Is(article.AllCaps) {
		return detect.Match{}, false
	}
	// Which side lacks the space: a mark that opens lacks it before itself.
	opens := t.Norm == "“"
	if t.Norm == `"` && prev.Kind == article.Word {
		n := 0
		first := paragraphOf(doc, t).Tokens.First
		for _, u := range doc.Tokens[max(first, hit.First-1000):hit.First] {
			if u.Norm == `"` {
				n++
			}
		}
		opens = n%2 == 0
	}
	if opens {
		end := next
		if close := tokenBeside(doc, hit.First, hit.First+2); close.Norm == "”" || close.Norm == `"` {
			end = close
		}
		s := ofTokens(word, end)
		return match(s, doc.Text[s.Start:t.Start]+" "+doc.Text[t.Start:s.End]), true
	}
	s := ofTokens(t, next)
	if prev.Kind == article.Punct {
		s.Start = prev.Start
	}
	return match(s, doc.Text[s.Start:t.End]+" "+doc.Text[t.End:s.End]), true
}

// spaceBefore takes a mark with a space on both sides after a word.
func spaceBefore(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t, prev, next := doc.Tokens[hit.First], tokenBeside(doc, hit.First, hit.First-1), tokenBeside(doc, hit.First, hit.First+1)
	if glued(t) || prev.Norm == "" || glued(next) || next.Norm == "" && t.Norm == ":" {
		return detect.Match{}, false
	}
	if prev.Kind == article.Number && t.Norm == ":" || prev.Kind == article.Symbol {
		return detect.Match{}, false
	}
	if t.Norm != ";" && t.Norm != ":" && next.Norm != "" && !next.Is(article.Capital) && next.Kind != article.Punct {
		return detect.Match{}, false // a dash or letter that was lost and became "?"
	}
	if prev.Kind == article.Punct && !strings.Contains(`"”’)`, prev.Norm) {
		return detect.Match{}, false
	}
	return match(article.Span{Start: prev.End, End: t.End}, t.Norm), true
}

// atMarks makes a Scan that judges each of the marks that no space follows.
// Marks are so common that a loop over the tokens costs less than phrases.
func atMarks(marks string, judge func(*detect.Document, detect.Hit) (detect.Match, bool)) func(*detect.Document) []detect.Match {
	var wanted [256]bool
	for i := range len(marks) {
		wanted[marks[i]] = true
	}
	return func(doc *detect.Document) []detect.Match {
		var found []detect.Match
		for i := 0; i+1 < len(doc.Tokens); i++ {
			t := &doc.Tokens[i]
			if t.Kind != article.Punct || t.End != doc.Tokens[i+1].Start || len(t.Norm) != 1 || !wanted[t.Norm[0]] {
				continue
			}
			if m, ok := judge(doc, detect.Hit{Range: article.Range{First: i, End: i + 1}}); ok {
				found = append(found, m)
			}
		}
		return found
	}
}

// afterStop are words that open sentences and no domain name.
var afterStop = setOf("the he she they in but we on at for after according these those there")

// missingSpace takes a mark between two words without a space.
func missingSpace(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t, prev, next := doc.Tokens[hit.First], tokenBeside(doc, hit.First, hit.First-1), tokenBeside(doc, hit.First, hit.First+1)
	if !glued(t) || !glued(next) || prev.Kind != article.Word || next.Kind != article.Word || !lowerWord(prev) || len(prev.Norm) < 2 {
		return detect.Match{}, false
	}
	if t.Norm == "." && (len(prev.Norm) < 3 || !next.Is(article.Capital) || !afterStop[next.Norm]) || len(next.Norm) < 2 && next.Norm != "a" && next.Norm != "i" {
		return detect.Match{}, false
	}
	if strings.ContainsRune("'’.@/_", rune(next.Norm[0])) || inAddress(doc.Text, t.Start) {
		return detect.Match{}, false
	}
	return match(ofTokens(prev, next), doc.Text[prev.Start:t.End]+" "+doc.Text[next.Start:next.End]), true
}

// inAddress reports whether the run of characters without space around the
// offset looks like an address, a path or a tag.
func inAddress(text string, at int) bool {
	start, end := at, at
	for start > 0 && at-start < 200 && text[start-1] > ' ' {
		start--
	}
	for end < len(text) && end-at < 200 && text[end] > ' ' {
		end++
	}
	run := text[start:end]
	return strings.ContainsAny(run, "@/\\#_=&|<>") || strings.Contains(run, "www.")
}

// doubledMark takes two marks in a row of which one is too many.
func doubledMark(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t, next := doc.Tokens[hit.First], tokenBeside(doc, hit.First, hit.First+1)
	prev := tokenBeside(doc, hit.First, hit.First-1)
	if !glued(t) || !glued(next) || prev.Kind != article.Word || !isLetterBefore(doc.Text, prev.End) {
		return detect.Match{}, false
	}
	keep := t.Norm
	switch t.Norm + next.Norm {
	case ",,", ";;", ";,", ",;":
		if t.Norm == ";" && tokenBeside(doc, hit.First, hit.First-2).Norm == "&" || t.Norm == ";" && strings.LastIndexByte(doc.Text[max(0, t.Start-8):t.Start], '&') >= 0 {
			return detect.Match{}, false // the end of a character reference
		}
		if t.Norm == "," && next.Norm == ";" {
			keep = ";"
		}
	case ",.":
		keep = "."
	case "?.", "!.", "..":
		if after := tokenBeside(doc, hit.First, hit.First+2); after.Norm != "" && (glued(after) || t.Norm == "." && lowerWord(after)) {
			return detect.Match{}, false
		}
		if t.Norm == "." && (!lowerWord(prev) || len(prev.Norm) < 4 || strings.Contains(prev.Norm, ".") || abbreviations[prev.Norm]) {
			return detect.Match{}, false
		}
	default:
		return detect.Match{}, false
	}
	if after := tokenBeside(doc, hit.First, hit.First+2); after.Kind == article.Punct && glued(after) && after.Norm == next.Norm {
		return detect.Match{}, false // a row of marks drawn as a line or a shout
	}
	return match(ofTokens(t, next), keep), true
}
