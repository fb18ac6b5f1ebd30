package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitSentences fills in the sentences of all paragraphs. It is the room that it
// took, with which it begins.
//
// A stop followed by a small letter never ends a sentence: in English it is an
// abbreviation, a quotation inside its sentence ("Why?" he asked) or a stray
// break that a translator left, and what is found on both sides of a stray
// break belongs together.
func (a *Article) splitSentences(out []Sentence, c *Clock) []Sentence {
	for p := range a.Paragraphs {
		para := &a.Paragraphs[p]
		para.Sentences.First = len(out)
		s := splitter{text: a.Text, tokens: a.Tokens[:para.Tokens.End], first: para.Tokens.First}
		for s.first < para.Tokens.End {
			c.Check()
			end := s.next(len(out))
			r := Range{s.first, end}
			out = append(out, Sentence{Span: a.SpanOf(r), Paragraph: p, Tokens: r})
			s.first = end
		}
		para.Sentences.End = len(out)
	}
	a.Sentences = keep(out)
	return out
}

// A splitter finds the ends of the sentences of one paragraph.
type splitter struct {
	text     string
	tokens   []Token // up to the end of the paragraph
	first    int     // first token of the current sentence
	straight bool    // a straight quotation mark is open
	angles   int     // « that are open
}

// next is the token index at which the sentence that begins at s.first ends. It
// fills in what the tokens know of their sentence, which has the given number.
func (s *splitter) next(number int) int {
	words := false
	for i := s.first; i < len(s.tokens); {
		t := &s.tokens[i]
		t.Sentence = number
		if !words && t.Kind <= Number {
			words = true
			t.Flags |= Opens
		}
		i++
		if t.known&mayStop == 0 {
			continue // the commonest: nothing to look at
		}
		stop := s.stop(i - 1)
		s.watch(i - 1)
		if stop == "" || !words && i < len(s.tokens) && stop != "。" {
			continue
		}
		closed := false
		for i < len(s.tokens) {
			if more := s.stop(i); more != "" && s.tokens[i].Kind == Punct && !s.tokens[i].Is(SpaceBefore) {
				if stop == "." || more == "?" || more == "!" {
					stop = more
				}
				closed = false
			} else if s.closes(i) {
				closed = true
			} else {
				break
			}
			s.tokens[i].Sentence = number
			s.watch(i)
			i++
		}
		if i == len(s.tokens) || s.breaks(stop, i, closed) {
			return i
		}
	}
	return len(s.tokens)
}

// watch keeps count of the quotation marks passed.
func (s *splitter) watch(i int) {
	t := &s.tokens[i]
	if t.Kind != Punct {
		return
	}
	switch t.Norm {
	case `"`:
		s.straight = !s.closesStraight(i)
	case "«":
		s.angles++
	case "»":
		s.angles--
	}
}

// stop is what may end a sentence at token i: ".", "!", "?", "…", "。" or, for
// a word with its own dot, "a"; "" when nothing does.
func (s *splitter) stop(i int) string {
	t := &s.tokens[i]
	if t.Kind == Punct {
		switch t.Norm {
		case ".", "!", "?", "…":
			return t.Norm
		case "。", "！", "？", "؟", "।", "۔", "｡":
			return "。"
		case "‼", "⁇", "⁈", "⁉":
			return "!"
		}
		if strings.HasPrefix(t.Norm, "...") {
			return "…"
		}
		return ""
	}
	if t.Kind <= Number && strings.HasSuffix(t.Norm, ".") {
		return "a"
	}
	return ""
}

// closes reports whether token i, after a stop, is a mark that closes and so
// belongs to the sentence of the stop.
func (s *splitter) closes(i int) bool {
	t := &s.tokens[i]
	if t.Kind != Punct {
		return false
	}
	free := t.Is(SpaceBefore)
	switch t.Norm {
	case ")", "]", "}", "”", "›", "’’", "」", "』", "）", "】":
		return !free || t.Norm != "”" || s.beforeSpace(i)
	case "»":
		return s.angles > 0
	case "«":
		return s.angles < 0 // »so quoted«
	case `"`:
		return s.closesStraight(i)
	case "''", "'":
		return !free
	case "“": // „so quoted“
		return !free && s.beforeSpace(i)
	}
	return false
}

// closesStraight decides about a straight mark by the blanks beside it, and
// where they do not tell by turns: turns alone go wrong after a quotation over
// several paragraphs.
func (s *splitter) closesStraight(i int) bool {
	free, after := s.tokens[i].Is(SpaceBefore), s.beforeSpace(i)
	if free != after {
		return after
	}
	return s.straight
}

// beforeSpace reports whether a blank or the end follows token i.
func (s *splitter) beforeSpace(i int) bool {
	return i+1 == len(s.tokens) || s.tokens[i+1].Is(SpaceBefore)
}

func opensQuote(t *Token) bool {
	if t.Kind != Punct {
		return false
	}
	switch t.Norm {
	case `"`, "“", "„", "«", "‹", "‘", "'", "``", "''", "「", "『", "»", "”":
		return true
	}
	return false
}

// breaks reports whether the sentence that a stop closes ends before token i,
// which there is. Closed says that a quotation mark or bracket stands between.
func (s *splitter) breaks(stop string, i int, closed bool) bool {
	w := i // the first word or number after the stop
	quote := false
	for w < len(s.tokens) && w < i+4 {
		t := &s.tokens[w]
		if t.Kind == Punct && (opensQuote(t) || t.Norm == "(" || t.Norm == "[" || t.Norm == "¿" || t.Norm == "¡") {
			quote = quote || opensQuote(t)
			w++
			continue
		}
		break
	}
	if stop == "。" {
		return true
	}
	if w == len(s.tokens) {
		return s.tokens[i].Is(SpaceBefore) && !quote
	}
	t := &s.tokens[w]
	if !s.tokens[i].Is(SpaceBefore) {
		return s.tightBreak(stop, i, w, closed)
	}
	switch t.Kind {
	case Punct:
		switch t.Norm {
		case "—", "–", "-", "--":
			return stop == "." && w+1 < len(s.tokens) && s.tokens[w+1].Is(Capital)
		case "•", "…", "...", "....":
			return stop != "a" && w+1 < len(s.tokens) && !s.small(w+1)
		}
		return false
	case Symbol:
		if stop == "a" {
			return false
		}
		return !s.ordinal(i-1) && s.symbolBegins(t)
	case Number:
		return s.beforeNumber(stop, i)
	}
	if s.small(w) {
		return quote && stop == "." && w == i+1 && !closed
	}
	switch stop {
	case "a":
		return s.afterAbbreviation(i-1, w, quote, closed)
	case ".":
		return !s.ordinal(i-1) || closed
	case "…":
		return closed || quote || t.in(isStarter) || !s.tokens[i-1].Is(SpaceBefore)
	}
	// "?" and "!": titles and names that have them, and a speaker after the
	// quotation.
	if closed {
		return !s.attribution(w)
	}
	if i >= 2 && s.tokens[i-2].in(isExclaimed) && s.tokens[i-2].Is(Capital) && !quote {
		return t.in(isStarter)
	}
	return true
}

// exclaimed are names that are written with an exclamation or question mark.
const exclaimed = "yahoo jeopardy wham mia oklahoma airplane panic rouge yum oliver p!nk shazam eureka hello kahoot guess"

// small reports whether token i begins with a small letter and is no brand
// like iPhone.
func (s *splitter) small(i int) bool {
	t := &s.tokens[i]
	if t.Kind != Word || t.Is(Capital) {
		return false
	}
	word := s.text[t.Start:t.End]
	r, n := utf8.DecodeRuneInString(word)
	if r == '\'' || r == '’' {
		r, n = utf8.DecodeRuneInString(word[n:])
	}
	if !unicode.IsLower(r) {
		return r < 0x80 && !unicode.IsDigit(r) // letters without case begin sentences
	}
	r, _ = utf8.DecodeRuneInString(word[n:])
	return !unicode.IsUpper(r)
}

// tightBreak decides where no blank follows the stop: "ended.The next".
func (s *splitter) tightBreak(stop string, i, w int, closed bool) bool {
	t := &s.tokens[w]
	if t.Kind != Word || !t.Is(Capital) {
		return false
	}
	if closed {
		return stop != "a" && !s.attribution(w)
	}
	if stop == "a" || i < 2 || s.tokens[i-1].Is(SpaceBefore) {
		return false
	}
	before := &s.tokens[i-2]
	if before.Kind == Number {
		return t.in(isStarter)
	}
	if before.Kind == Word && before.Len() == 1 || t.Len() == 1 && t.Norm != "i" && t.Norm != "a" {
		return false
	}
	// "Ph.D" and "Node.JS" hold together, "ended.The" and "Smith.The" do not.
	return w > i || !before.Is(Capital) && !t.Is(AllCaps) || t.in(isStarter)
}

// ordinal reports whether the stop at token i belongs to the number before it:
// the number of a list item, or the day in "3. October".
func (s *splitter) ordinal(i int) bool {
	if i < 1 || s.tokens[i].Kind != Punct || s.tokens[i].Norm != "." || s.tokens[i].Is(SpaceBefore) {
		return false
	}
	n := &s.tokens[i-1]
	if n.Kind == Number && n.Len() <= 2 && i+1 < len(s.tokens) && s.tokens[i+1].in(isMonth) {
		return true
	}
	if i-1 != s.first {
		return false
	}
	if n.Kind == Number {
		return n.Len() <= 3
	}
	return n.Len() == 1 || n.Is(AllCaps) && strings.Trim(n.Norm, "ivx") == ""
}

const months = "january february march april may june july august september october november december"

// beforeNumber decides where a number follows.
func (s *splitter) beforeNumber(stop string, i int) bool {
	switch stop {
	case "a":
		n := s.tokens[i-1].Norm
		return n == "a.m." || n == "p.m." || n == "etc."
	case "…":
		return !s.tokens[i-1].Is(SpaceBefore)
	}
	return !s.ordinal(i - 1)
}

func (s *splitter) symbolBegins(t *Token) bool {
	r, _ := utf8.DecodeRuneInString(s.text[t.Start:t.End])
	return r == '@' || r == '#' || r == '*' || unicode.Is(unicode.Sc, r) || unicode.IsLetter(r)
}

// afterAbbreviation decides after a word with its own dot at token i, before a
// word with a capital at w.
func (s *splitter) afterAbbreviation(i, w int, quote, closed bool) bool {
	for closed && s.tokens[i].Kind == Punct {
		i-- // [George W.] Harlan
	}
	t, next := &s.tokens[i], &s.tokens[w]
	if t.Kind == Punct {
		return true
	}
	base := t.Norm[:len(t.Norm)-1]
	if h := strings.LastIndexByte(base, '-'); h >= 0 {
		base = base[h+1:]
	}
	kind := abbreviations[base]
	if closed {
		return kind != leading && kind != title && kind != counted && utf8.RuneCountInString(base) > 1
	}
	switch kind {
	case leading, counted:
		return false
	case title:
		return (base == "jr" || base == "sr" || base == "st") && (next.in(isStarter) || quote)
	case trailing:
		return base == "etc" || quote || next.in(isStarter)
	}
	switch base {
	case "e.g", "i.e", "v", "c":
		return false
	case "a.m", "p.m":
		return !next.in(isZone)
	}
	if utf8.RuneCountInString(base) == 1 {
		return false // an initial; the tokenizer has looked at what follows
	}
	return quote || next.in(isStarter)
}

// zones are what follows the hour of a day.
const zones = `est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst cet cest utc eastern central pacific mountain local london
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
	mon tue tues wed thu thurs fri sat sun`

// attribution reports whether a speaker and a verb of saying stand at token w,
// after a quotation that ends in a question or exclamation mark.
func (s *splitter) attribution(w int) bool {
	for i := w; i < len(s.tokens) && i < w+5; i++ {
		t := &s.tokens[i]
		if t.in(isSaying) {
			if i+1 < len(s.tokens) && s.tokens[i+1].Norm == "that" {
				return false // "Why not?" She added that ...
			}
			return i > w || !t.Is(Capital)
		}
		if t.Kind != Word || !t.Is(Capital) {
			return false
		}
	}
	return false
}
