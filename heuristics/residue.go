package heuristics

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// residue are the heuristics of what machines and page builders leave behind.
var residue = slices.Concat(markup, service)

// markup are the heuristics of tokens, tags, bytes and loops.
var markup = []detect.Heuristic{
	{
		Name: "placeholder-or-unk-residue", Family: detect.Residue, Category: "markup", Severity: detect.Critical,
		Doc: detect.Doc{
			What:   "A token that stands for a word the system did not know, or a slot that was never filled: \"<unk>\", \"[UNK]\", \"⁇\", \"@@\", \"{0}\".",
			Why:    "Translation systems cut words into pieces and cover names, tags and numbers with placeholders; what is not put back proves the machine. No native article of the labelled data has one.",
			Humans: "In articles about software that quote such tokens.",
			Misses: "Placeholders made of ordinary words, and the replacement character, which only proves a lost letter.",
		},
		Message: "a placeholder of the translation system was never filled",
		Where:   detect.Everywhere,
		Scan:    placeholders,
		Examples: []detect.Example{
			{Text: "The ⟦<unk>⟧ festival opens on Friday."},
			{Text: "The mayor of ⟦[UNK]⟧ declined to comment."},
			{Text: "Some ⟦{0}⟧ people came to the ⟦⁇⟧ market."},
			{Text: "The har⟦@@ ⟧bour was closed."},
		},
		NearMisses: []string{
			"The firm reported growth of 100% since May.",
			"Write to port@harbour.example for tickets.",
			"The set {1, 2} has two members.",
			"He tweeted as @@ferryman and was blocked.",
		},
	},
	{
		Name: "html-entity-or-tag-residue", Family: detect.Residue, Category: "markup", Severity: detect.Major,
		Doc: detect.Doc{
			What:   "Character entities, tags and escapes of the page's code in the text, spaced or broken ones among them.",
			Why:    "Markup passed through the translator comes out with spaces or in the wrong place (\"& quot ;\"), and nothing decodes it afterwards.",
			Humans: "In pages copied carelessly; archives of native news have numeric entities and \"&nbsp;\", which are left alone.",
			Misses: "Markup that was translated into words.",
		},
		Message: "code of the page stands in the text",
		Where:   detect.Everywhere,
		Scan:    entities,
		Examples: []detect.Example{
			{Text: "Smith ⟦& amp;⟧ Sons closed its last shop.", Suggest: "&"},
			{Text: "He said ⟦& quot ;⟧no⟦& quot ;⟧ twice.", Suggest: `"`},
			{Text: "The bridge is ⟦<b>⟧closed⟦</ b>⟧ until May."},
			{Text: "The caf⟦\\u00e9⟧ on the pier is closed."},
		},
		NearMisses: []string{
			"Smith & Sons closed its last shop.",
			"Prices rose by <5 per cent, R&D costs by more.",
			"AT&T; Lodz & Hull.",
			"Some 75&nbsp;% voted.",
			"Values of a < b and c > d were left out.",
			`The file lies in C:\\users\\notes on her desk.`,
		},
	},
	{
		Name: "mojibake", Family: detect.Residue, Category: "design/encoding", Severity: detect.Major, Off: true,
		Doc: detect.Doc{
			What:   "Letters that were read in the wrong encoding and had to be mended before checking.",
			Why:    "Copy that went through a crawler, a translator and another page loses its encoding on the way.",
			Humans: "Archives of native news have it ninety times in 100,000 words, more than any machine translation in the labelled data: it proves bad handling, not translation. Off for that reason.",
			Misses: "Damage that could not be recognised.",
		},
		Message: "the encoding was damaged",
		Where:   detect.Everywhere,
		Scan:    repaired,
		Examples: []detect.Example{
			{Text: "The ⟦cafÃ©⟧ on the pier is closed."},
			{Text: "The ⟦mayorâ€™s⟧ office declined to comment."},
			{Text: "A room costs ⟦Â£40⟧ a night."},
		},
		NearMisses: []string{
			"The café on the pier is closed.",
			"The mayor’s office declined to comment.",
			"A room costs £40 a night in Âmes.",
		},
	},
	{
		Name: "repetition-loop", Family: detect.Residue, Category: "fluency/grammar", Severity: detect.Critical,
		SourceLanguages: []string{"ja", "zh", "he"},
		Doc: detect.Doc{
			What:   "The same words three or more times in a row; four or more where commas part them.",
			Why:    "A decoder that loses its place repeats itself (\"hallucination\" in the literature: Raunak et al., NAACL 2021).",
			Humans: "In chants, songs and emphasis (\"no, no, no\"), in names and in quoted speech.",
			Misses: "Loops whose turns differ by a word.",
		},
		Message: "the same words again and again: the translation system was caught in a loop",
		Scan:    loops,
		Examples: []detect.Example{
			{Text: "On Friday ⟦the road the road the road⟧ was closed."},
			{Text: "He went ⟦to the harbour, to the harbour, to the harbour, to the harbour⟧."},
			{Text: "The council ⟦closed closed closed⟧ the pier."},
			{Text: "It was ⟦a grey, a grey, a grey, a grey⟧ morning."},
		},
		NearMisses: []string{
			"“No, no, no,” he said.",
			"It rained and rained and rained.",
			"The crowd sang na na na all night.",
			"They waited for a very, very, very long time.",
			"All she heard from them was scrum, scrum, scrum.",
			"The star gives off a trillion trillion trillion watts.",
			"Duran Duran Duran played in Hull.",
			"Sales fell 3 3 3 per cent.",
		},
	},
}

// placeholderTokens are residue wherever they stand.
var placeholderTokens = []string{"<unk>", "<UNK>", "[UNK]", "⁇", "▁", "@-@", "</s>", "<s>", "<pad>", "<mask>", "<ph "}

func placeholders(doc *detect.Document) []detect.Match {
	text := doc.Text
	var found []detect.Match
	if strings.IndexByte(text, '<') >= 0 || strings.IndexByte(text, '[') >= 0 || strings.Contains(text, "\xe2\x81") || strings.Contains(text, "\xe2\x96") || strings.Contains(text, "@-") {
		for _, token := range placeholderTokens {
			for at := 0; ; {
				i := strings.Index(text[at:], token)
				if i < 0 {
					break
				}
				at += i
				found = append(found, detect.Match{Span: article.Span{Start: at, End: at + len(token)}})
				at += len(token)
			}
		}
	}
	// "har@@ bour": a word cut into pieces by the tokenizer of the system.
	for at := 0; ; {
		i := strings.Index(text[at:], "@@ ")
		if i < 0 {
			break
		}
		at += i
		if isASCIILetter(text, at-1) && isLetterAt(text, at+3) {
			found = append(found, detect.Match{Span: article.Span{Start: at, End: at + 3}})
		}
		at += 3
	}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 {
			return found
		}
		at += i
		end := at + 1
		for end < len(text) && end < at+3 && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		if end > at+1 && end < len(text) && text[end] == '}' {
			found = append(found, detect.Match{Span: article.Span{Start: at, End: end + 1}})
		}
		at++
	}
}

// entityNames are the entities that no news text writes, and what they mean.
var entityNames = map[string]string{
	"amp": "&", "quot": `"`, "apos": "'", "nbsp": " ", "lt": "<", "gt": ">", "ndash": "–", "mdash": "—",
	"rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "laquo": "“", "raquo": "”", "hellip": "…",
}

var tagNames = setOf("b i p br hr div span strong em a li ul ol td tr th table img h1 h2 h3 h4 u sup sub blockquote figure script style")

func entities(doc *detect.Document) []detect.Match {
	text := doc.Text
	if strings.IndexByte(text, '&') < 0 && strings.IndexByte(text, '<') < 0 && strings.IndexByte(text, '\\') < 0 {
		return nil
	}
	var found []detect.Match
	add := func(start, end int, instead string) {
		found = append(found, match(article.Span{Start: start, End: end}, instead))
	}
	for at := 0; ; {
		i := strings.IndexAny(text[at:], "&<\\")
		if i < 0 {
			return found
		}
		start := at + i
		at = start + 1
		switch text[start] {
		case '&':
			name, end := nameAfter(text, start+1)
			if instead, ok := entityNames[strings.ToLower(name)]; ok && end < len(text) && text[end] == ';' && (name != "nbsp" || end > start+5) {
				add(start, end+1, strings.TrimSpace(instead))
				at = end + 1
			}
		case '<':
			s := start + 1
			for s < len(text) && (text[s] == '/' || text[s] == ' ') && s < start+3 {
				s++
			}
			name, end := nameAfter(text, s)
			if tagNames[strings.ToLower(name)] && name != "" {
				if close := strings.IndexByte(text[end:min(len(text), end+200)], '>'); close >= 0 && !strings.ContainsAny(text[end:end+close], "<\n") && (close == 0 || strings.ContainsAny(text[end:end+close], "= /") && !proseIn(text[end:end+close])) {
					add(start, end+close+1, "")
					at = end + close + 1
				}
			}
		case '\\':
			if strings.HasPrefix(text[start:], `\"`) {
				add(start, start+2, `"`)
			} else if len(text) >= start+6 && text[start+1] == 'u' && hexDigits(text[start+2:start+6]) {
				add(start, start+6, "")
			}
		}
	}
}

func hexDigits(s string) bool {
	return strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

// proseIn reports whether what stands in angle brackets is a sentence rather
// than attributes.
func proseIn(s string) bool { return !strings.Contains(s, "=") && len(strings.TrimSpace(s)) > 1 }

// nameAfter is the name that begins at the offset, after at most one space and
// before at most one, and where it ends.
func nameAfter(text string, at int) (string, int) {
	if at < len(text) && text[at] == ' ' {
		at++
	}
	end := at
	for end < len(text) && end < at+12 && (isASCIILetter(text, end) || end > at && text[end] >= '0' && text[end] <= '9') {
		end++
	}
	name := text[at:end]
	if end < len(text) && text[end] == ' ' && end+1 < len(text) && (text[end+1] == ';' || text[end+1] == '>') {
		end++
	}
	return name, end
}

// repaired finds the places where the reader mended an encoding, and those it
// left alone.
func repaired(doc *detect.Document) []detect.Match {
	var found []detect.Match
	for _, r := range doc.Repairs {
		if r.Problem == "mojibake" && r.Len() > 0 {
			found = append(found, detect.Match{Span: r.Span})
		}
	}
	if !strings.Contains(doc.Text, "Ã") && !strings.Contains(doc.Text, "Â") && !strings.Contains(doc.Text, "â€") {
		return found
	}
	at := 0
	for _, word := range strings.Fields(doc.Text) {
		at += strings.Index(doc.Text[at:], word)
		if garbled(word) {
			found = append(found, detect.Match{Span: article.Span{Start: at, End: at + len(word)}})
		}
		at += len(word)
	}
	return found
}

// garbled reports whether the word shows UTF-8 read as Latin-1 or
// Windows-1252.
func garbled(word string) bool {
	for i, r := range word {
		next, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
		switch r {
		case 'Ã':
			if next >= 0x80 && next <= 0xbf {
				return true
			}
		case 'â':
			if next == '€' {
				return true
			}
		case 'Â':
			if strings.ContainsRune("£©°»«®\u00a0", next) {
				return true
			}
		}
	}
	return false
}

// emphatic are words that people repeat.
var emphatic = setOf("million billion trillion thousand hundred ten ever plenty yes bye ha haha ho hey blah very really long far big more gimme turn many goal win la na yeah round again so too never please " +
	"go run work wait da oh knock bang tap tick boom cut quack chop vote run hi hip wow old much now out fire deep")

// longestTurn is how many words may repeat in a loop.
const longestTurn = 6

// loops finds runs of words that repeat at least three times. It compares the
// hashes of the words first: nearly no paragraph repeats even those.
func loops(doc *detect.Document) []detect.Match {
	var found []detect.Match
	var room [500]uint32
	keys := room[:0]
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		keys = slices.Grow(keys[:0], p.Tokens.End-p.Tokens.First)
		for k := p.Tokens.First; k < p.Tokens.End; k++ {
			if t := &doc.Tokens[k]; !isComma(t) {
				keys = append(keys, t.Hash)
			}
		}
		for n := 1; n <= longestTurn && 3*n <= len(keys); n++ {
			if mayRepeat(keys, n) {
				found = append(found, loopsOf(doc, p.Tokens, keys, n)...)
			}
		}
	}
	return found
}

func isComma(t *article.Token) bool { return t.Kind == article.Punct && t.Norm == "," }

// mayRepeat reports whether n keys can stand three times in a row: of such a
// row one key in 2n shows one repetition, and a second one on either side.
func mayRepeat(keys []uint32, n int) bool {
	for i := 2 * n; i < len(keys); i += 2 * n {
		if key := keys[i]; keys[i-n] == key && (keys[i-2*n] == key || i+n < len(keys) && keys[i+n] == key) {
			return true
		}
	}
	return false
}

// loopsOf finds runs of n words that repeat in a range of tokens with the given
// keys, which commas have none of.
func loopsOf(doc *detect.Document, r article.Range, keys []uint32, n int) []detect.Match {
	var found []detect.Match
	var words []int // the tokens that the keys are of
	run := 0
	for i := n; i <= len(keys); i++ {
		if i < len(keys) && keys[i] == keys[i-n] {
			run++
			continue
		}
		if run >= 2*n {
			if words == nil {
				words = withoutCommas(doc.Tokens, r)
			}
			turns, all := run/n+1, words[i-run-n:i]
			if sameWords(doc.Tokens, all, n) && (turns > 3 || all[n]-all[0] == n) && loop(doc.Tokens, all[:n]) {
				found = append(found, detect.Match{Span: ofTokens(doc.Tokens[all[0]], doc.Tokens[all[len(all)-1]])})
			}
		}
		run = 0
	}
	return found
}

// withoutCommas are the tokens of a range but for its commas.
func withoutCommas(tokens []article.Token, r article.Range) []int {
	words := make([]int, 0, r.End-r.First)
	for i := r.First; i < r.End; i++ {
		if !isComma(&tokens[i]) {
			words = append(words, i)
		}
	}
	return words
}

// sameWords reports whether the words repeat after n of them.
func sameWords(tokens []article.Token, words []int, n int) bool {
	for i := n; i < len(words); i++ {
		if tokens[words[i]].Norm != tokens[words[i-n]].Norm {
			return false
		}
	}
	return true
}

// loop reports whether the repeated turn is one that people do not repeat.
func loop(tokens []article.Token, turn []int) bool {
	letters, capitals := 0, 0
	for _, i := range turn {
		t := tokens[i]
		if t.Kind != article.Word {
			if t.Kind != article.Punct || len(turn) < 3 {
				return false
			}
			continue
		}
		if len(turn) == 1 && (emphatic[t.Norm] || utf8.RuneCountInString(t.Norm) < 2) {
			return false
		}
		letters++
		if t.Is(article.Capital) {
			capitals++
		}
	}
	return letters > 0 && capitals < letters && 2*letters >= len(turn) && !emphatic[tokens[turn[0]].Norm]
}
