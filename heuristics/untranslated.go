package heuristics

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// untranslated are the heuristics of words and letters left as they were.
var untranslated = []detect.Heuristic{
	{
		Name: "non-latin-script-residue", Family: detect.Untranslated, Category: "accuracy/untranslated", Severity: detect.Critical,
		SourceLanguages: []string{"ru", "uk", "zh", "ja", "he", "ar", "ko", "el"},
		Doc: detect.Doc{
			What:   "Words in another script than the Latin in running English text.",
			Why:    "A translation system copies what it cannot read. No native article of the labelled data has one; machine translation from Japanese has one in 2,000 words.",
			Humans: "As a gloss in brackets after a name, as the subject of the sentence in quotation marks, and single letters as symbols; those are left alone.",
			Misses: "Words left in Latin letters.",
		},
		Message: "left in the script of the source",
		Where:   detect.Everywhere,
		Scan:    otherScripts,
		Examples: []detect.Example{
			{Text: "The ⟦мэр⟧ of the city resigned on Friday."},
			{Text: "Sales at ⟦丸吉 商店⟧ rose by a third."},
			{Text: "The singer gave ⟦תודה⟧ to the crowd and left."},
			{Text: "They met at ⟦고려⟧ restaurant in the port."},
		},
		NearMisses: []string{
			"The band Haneul (하늘) toured the islands.",
			"The sign read “Закрыто” in letters a foot high.",
			"Doses of β-carotene and 5 μg of Δ9 were found.",
			"He answered with a shrug: ¯\\_(ツ)_/¯",
			"The Greek letter Ω stands for ohms.",
			"Cosmos comes from κόσμος, meaning order.",
		},
	},
	{
		Name: "mixed-script-homoglyph", Family: detect.Untranslated, Category: "fluency/spelling", Severity: detect.Critical,
		SourceLanguages: []string{"ru", "uk", "bg", "el"},
		Doc: detect.Doc{
			What:   "A word that mixes Latin letters with Cyrillic or Greek ones that look the same.",
			Why:    "Part of the source word was copied letter for letter; English keyboards cannot produce it. No native article of the labelled data has one.",
			Humans: "In deliberate misspellings meant to evade filters, and in units and formulas, which are left alone.",
			Misses: "Words wholly in the other script: see non-latin-script-residue.",
		},
		Message: "a word of letters from two scripts",
		Where:   detect.Everywhere,
		Scan:    homoglyphs,
		Examples: []detect.Example{
			{Text: "The ⟦Mоscow⟧ mayor left for the airport.", Suggest: "Moscow"},
			{Text: "The ⟦Аnkara⟧ talks ended without a word.", Suggest: "Ankara"},
			{Text: "The river ⟦Dniprо⟧ rose again.", Suggest: "Dnipro"},
		},
		NearMisses: []string{
			"The Moscow mayor left for the airport.",
			"They measured 5 μm with TNFα and a π-meson beam.",
			"The village of Đurđevo lies on the Tisza.",
		},
	},
	{
		Name: "untranslated-function-words", Family: detect.Untranslated, Category: "accuracy/untranslated", Severity: detect.Critical,
		SourceLanguages: []string{"fr", "es", "de", "it", "pt", "cs"},
		Doc: detect.Doc{
			What:   "Two or more function words of the source language in a row before a small letter: \"que el bridge\", \"nicht das first\".",
			Why:    "A segment was left untranslated. Function words are never borrowed, and two in a row before a common noun belong to no name.",
			Humans: "In names, titles and quoted phrases, which have capitals or quotation marks.",
			Misses: "Single words, and passages without English around them: see untranslated-passage.",
		},
		Message: "function words of the source language",
		Phrases: []string{
			"dans le|la|les|un|une", "c'est", "pour le|la|les|une", "est un|une|le|la", "avec le|la|les", "sur le|la|les", "que le|la|les", "qui est|a|sont", "il y a",
			"que el|la|los|las|se", "de los|las", "en el|la|los|las", "para el|la|los|las", "por el|la|los|las", "lo que", "los que", "es un|una|que",
			"nicht das|der|die|nur|mehr|so", "auf der|dem|die|das", "mit der|dem|den|einem|einer", "und der|die|das", "für die|den|das|der", "wird der|die|das", "in der|dem", "dass der|die|das", "ist ein|eine|das|die|nicht",
			"che il|la|lo|le|non", "nella|della sua", "per il|la|le", "con il|la|i", "non è", "não é|foi|tem", "para o|a|os", "que o|a|os", "com o|a|os", "do que",
			"protože je|by|se", "které jsou|se", "která je|se", "není to|možné", "jsme se",
		},
		Judge: foreignFunctionWords,
		Examples: []detect.Example{
			{Text: "The mayor said ⟦que el⟧ bridge will be closed until May."},
			{Text: "It was ⟦nicht das⟧ first time that the ferry broke down."},
			{Text: "The owner lives ⟦avec les⟧ goats on the hill."},
		},
		NearMisses: []string{
			"She wrote for Der Spiegel from Hamburg.",
			"The Rio de la Plata flooded its banks.",
			"He shrugged: c’est la vie.",
			"The dish, pato en la olla, sells well.",
			"Sales per la Renta store fell.",
		},
	},
	{
		Name: "foreign-diacritic-lowercase-word", Family: detect.Untranslated, Category: "accuracy/untranslated", Severity: detect.Major,
		SourceLanguages: []string{"de", "fr", "cs", "es", "pt", "pl", "tr"},
		Doc: detect.Doc{
			What:   "A word with a small first letter and an accent that English does not have, and that is no known loan.",
			Why:    "A source word was kept. Names have capitals and loans with accents are few; what is left is untranslated. Czech machine translation has one in 3,000 words.",
			Humans: "Words for dishes, dances and institutions that a feature introduces, mostly in italics or quotation marks; the commoner loans are known.",
			Misses: "Source words without accents.",
		},
		Message: "a word left in the source language",
		Scan:    accentedWords,
		Examples: []detect.Example{
			{Text: "The ⟦bürgermeister⟧ of the village resigned."},
			{Text: "The ⟦hejtmanství⟧ will pay for the new roof."},
			{Text: "Nobody paid the ⟦impôt⟧ on the boats."},
		},
		NearMisses: []string{
			"The café closed and the fiancée left.",
			"He ordered a “smørrebrød” at the counter.",
			"The Škoda stood in front of the Élysée.",
			"The vis-à-vis ended with a tête-à-tête.",
			"The açaí and the jalapeños were sold out.",
			"The word trampolín, she says, is Spanish.",
			"Two gardaí carried the kaumātua through the flood.",
		},
	},
}

// alphabets are the scripts that no English word is written in.
var alphabets = []*unicode.RangeTable{
	unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Devanagari, unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Hangul, unicode.Thai, unicode.Armenian, unicode.Georgian, unicode.Bengali, unicode.Tamil,
}

// script is the script of a letter, nil for the Latin one.
func script(r rune) *unicode.RangeTable {
	if r < 0x370 || r == '・' || r == 'ー' {
		return nil
	}
	for _, s := range alphabets {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}

// nonLatin is the offset of the first character from U+0370 on, at or after
// the given one; len(text) where there is none.
func nonLatin(text string, at int) int {
	for at = afterASCII(text, at); at < len(text); at = afterASCII(text, at+1) {
		if c := text[at]; c >= 0xcd && c != 0xe2 && c < 0xf0 {
			break
		}
	}
	return at
}

// afterASCII is the offset of the first byte beyond ASCII, at or after the
// given one; len(text) where there is none. Three rules read whole articles for
// such letters, so it takes eight bytes at a time.
func afterASCII(text string, at int) int {
	for ; at+8 <= len(text); at += 8 {
		if s := text[at : at+8]; (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			break
		}
	}
	for at < len(text) && text[at] < 0x80 {
		at++
	}
	return at
}

// otherScripts finds runs of words in another script.
func otherScripts(doc *detect.Document) []detect.Match {
	text := doc.Text
	var found []detect.Match
	for at := nonLatin(text, 0); at < len(text); at = nonLatin(text, at) {
		start := at
		r, n := utf8.DecodeRuneInString(text[at:])
		s := script(r)
		at += n
		if s == nil {
			continue
		}
		end, letters, greek := at, 1, s == unicode.Greek
		// The run goes on over spaces and marks to the next foreign letter.
		for gap := 0; at < len(text) && gap < 4; {
			r, n := utf8.DecodeRuneInString(text[at:])
			if s := script(r); s != nil {
				end, gap = at+n, 0
				letters++
				greek = greek && s == unicode.Greek
			} else if r == '\n' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				break
			} else {
				gap++
			}
			at += n
		}
		at = end
		if letters < 2 || greek && letters < 4 || isLetterBefore(text, start) || isASCIILetter(text, end) || glossed(text, start, end) || strings.HasSuffix(text[:start], "@") {
			continue
		}
		if i := doc.TokenAt(start); i < len(doc.Tokens) && mentioned(doc, i) {
			continue
		}
		found = append(found, detect.Match{Span: article.Span{Start: start, End: end}})
	}
	return found
}

// glossed reports whether the passage is given on purpose: in brackets behind
// a Latin form or in quotation marks.
func glossed(text string, start, end int) bool {
	before := text[max(0, start-60):start]
	after := text[end:min(len(text), end+60)]
	open := strings.LastIndexAny(before, "()\n[]")
	if open >= 0 && (before[open] == '(' || before[open] == '[') {
		if close := strings.IndexAny(after, "()\n[]"); close >= 0 && (after[close] == ')' || after[close] == ']') {
			return true
		}
	}
	for _, pair := range [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"‘", "’"}, {"'", "'"}} {
		if strings.HasSuffix(before, pair[0]) && strings.HasPrefix(strings.TrimLeft(after, ".,!?…"), pair[1]) {
			return true
		}
	}
	return false
}

// lookalikes are letters of other scripts by the Latin letter they look like.
var lookalikes = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'і': 'i', 'ѕ': 's', 'ј': 'j',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'І': 'I', 'Ѕ': 'S',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o',
}

// homoglyphs finds words of two scripts.
func homoglyphs(doc *detect.Document) []detect.Match {
	text := doc.Text
	var found []detect.Match
	for at := nonLatin(text, 0); at < len(text); at = nonLatin(text, at) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if s := script(r); s != unicode.Cyrillic && s != unicode.Greek {
			at += n
			continue
		}
		start, end := at, at+n
		for start > 0 && isLetterBefore(text, start) {
			_, n := utf8.DecodeLastRuneInString(text[:start])
			start -= n
		}
		for end < len(text) && isLetterAt(text, end) {
			_, n := utf8.DecodeRuneInString(text[end:])
			end += n
		}
		at = end
		if latin, ok := unmixed(text[start:end]); ok {
			found = append(found, match(article.Span{Start: start, End: end}, latin))
		}
	}
	return found
}

// unmixed is a word of two scripts in Latin letters alone, "" where not all
// its letters have a Latin twin. It reports false for words of one script and
// for symbols.
func unmixed(word string) (string, bool) {
	var latin strings.Builder
	ascii, other, cyrillic, strange := 0, 0, 0, false
	for _, r := range word {
		switch {
		case r < 0x250:
			ascii++
			latin.WriteRune(r)
			continue
		case script(r) == unicode.Cyrillic:
			cyrillic++
		}
		other++
		twin, ok := lookalikes[r]
		strange = strange || !ok
		latin.WriteRune(twin)
	}
	if ascii == 0 || other == 0 || ascii+other < 4 || cyrillic == 0 && strange {
		return "", false
	}
	if strange {
		return "", true
	}
	return latin.String(), true
}

// foreignFunctionWords takes function words before and after small letters.
func foreignFunctionWords(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	for _, t := range doc.Tokens[hit.First:hit.End] {
		if t.Is(article.Capital) || t.Is(article.InName) || t.Is(article.Quoted) {
			return detect.Match{}, false
		}
	}
	before, after := preceding(doc, hit, 1), following(doc, hit, 1)
	if !lowerWord(before) || !lowerWord(after) || glued(doc.Tokens[hit.First]) {
		return detect.Match{}, false
	}
	// Loans that hold such words ("c'est la vie", "crème de la crème") and
	// dishes stand between foreign words; left-over function words stand in
	// English, so an English word must be near.
	english := false
	for n := 1; n <= 3; n++ {
		for _, t := range []article.Token{preceding(doc, hit, n), following(doc, hit, n)} {
			english = english || englishFrame[t.Norm]
		}
	}
	next, last := after.Norm, doc.Tokens[hit.End-1].Norm
	if !english || next == "vie" || next == "carte" || next == "guerre" || next == "mode" || last == "so" && next == "fast" {
		return detect.Match{}, false
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

// englishFrame are words that no Romance language, German or Czech writes.
var englishFrame = setOf("the of and said says was is that with for from his her their they which who time first will would has have had by on at it not but this been are were")

// isForeignLetter reports whether a letter has an accent or is one that
// English lacks. Long vowels are left out: they are of Maori, Hawaiian and Japanese in
// Latin letters, which English papers keep.
func isForeignLetter(r rune) bool {
	return r >= 0xdf && r < 0x250 && !strings.ContainsRune("÷āēīōū", r) && unicode.IsLetter(r)
}

// loans are English words with accents, by their beginning.
var loans = strings.Fields(`précis laïcit frisé chargé célèbre idée caf fianc résum resum clich naï naïv decor décor façad née né protég proteg émigr emigr jalap piñ señ über doppelg smörg
	smør tête vis- déjà deja crèm brûl pât souffl matin entré sauté sauté crêp château châteaux élite élan éclair étud régim rôl coö coöp coöperat reë preë communiqu expos passé touché risqu papier attaché
	blas puré frapp canap maîtr habitu mêlé premièr séanc führer début détent coup après consomm pièc démarch dépôt flamb macram clos maté aï açaí rosé mañ
	niñ jamón déc manèg ça garç suèd voil soirée chiè bébé belle débâcl débacl dénou zéro ingénu cortèg käse pièce à où crudité crème croût glac granité gruyèr jardinièr légum lycé ménag négligé
	outré papier-mâch parfum piqu portièr protégé raison résumé retroussé rusé raclett saut soi-disant sobriqu suprêm touch tragédi vinaigr voilà zoë führ gemütlich gewürz glühwein kümmel müsli rösti schön
	mär weltanschauung ångström æsthet encyclopæd façon aperçu fête gîte mélange bête papilloté provençal réchauff tápas tapénad señorit piñata mojó olé aña año cariñ doña el niño quinceañera jalapeño
	açai maracanã são pão futebol caipirinh feijão capoeir fado saudade exposé lamé macramé appliqué communiqué animé pokémon canapé coupé cliqué roué sautéed flambé purée frappé glacé soigné passé divorcé élève
	bêchamel béchamel béarnais bourré brulé café clientèl cinéma crép débrid émigré étag fiancé filé forté foyer gâteau habitué ingénue macédoin mélé mésalli naïveté pâtiss pâté plié protèg purée rapprochement réseau rétro
	rémoulade sémillon tisan touché vérit vermicéll kibbutz bánh phở pho nước sörpe jäger gürtel döner köft börek gözlem lahmac raki rakı çay şiş kebap imam hânum agaña piñon pequeñ ‘okina hawaiʻi haka gardaí tánaist céil fáilte uachtar`)

// accentedWords finds words with a small first letter and a foreign accent
// outside quotations, unless the article uses one so often that it must be
// its subject.
func accentedWords(doc *detect.Document) []detect.Match {
	var found []detect.Match
	text := doc.Text
	for at := afterASCII(text, 0); at < len(text); at = afterASCII(text, at) {
		if text[at] < 0xc3 || text[at] > 0xca {
			at++
			continue
		}
		i := doc.TokenAt(at)
		if i == len(doc.Tokens) {
			break
		}
		t := doc.Tokens[i]
		at = max(at+2, t.End)
		word := doc.Slice(t.Span)
		if t.Kind != article.Word || t.Is(article.InName) || !lowerWord(t) || t.Is(article.Opens) || strings.ContainsAny(word, "-'’") || !strings.ContainsFunc(word, isForeignLetter) {
			continue
		}
		n := utf8.RuneCountInString(word)
		if n < 4 || strings.ContainsFunc(word, func(r rune) bool { return r >= 0x250 || unicode.IsUpper(r) }) || loan(t.Norm) {
			continue
		}
		prev, next := tokenAt(doc, i-1), tokenAt(doc, i+1)
		if capitalWord(prev) && !prev.Is(article.Opens) || capitalWord(next) && !next.Is(article.Opens) || strings.ContainsAny(prev.Norm, "“\"'‘(-/") || strings.ContainsAny(next.Norm, "-/") {
			continue // part of a name, a gloss or a quoted word
		}
		if mentioned(doc, i) {
			continue
		}
		found = append(found, detect.Match{Span: t.Span})
	}
	return found
}

// mentioning are words before a foreign word that the sentence is about.
var mentioning = setOf("word words term terms name named called known as meaning spanish french german latin greek italian portuguese czech polish turkish arabic hebrew russian chinese japanese letter character el la le so-called")

// mentioned reports whether the token is spoken of rather than used.
func mentioned(doc *detect.Document, i int) bool {
	for n := 1; n <= 3; n++ {
		if mentioning[tokenBeside(doc, i, i-n).Norm] {
			return true
		}
	}
	for n := 1; n <= 3; n++ {
		if w := tokenBeside(doc, i, i+n).Norm; w == "meaning" || w == "means" || w == "meant" || w == "or" && n == 2 {
			return true
		}
	}
	return false
}

func loan(norm string) bool {
	return slices.ContainsFunc(loans, func(l string) bool { return strings.HasPrefix(norm, l) })
}
