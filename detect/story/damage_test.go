package story

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/article"
)

// The damage benchmark: stories that people wrote, of which one telling is
// damaged at one place as machines damage text. Only places are damaged for
// which the two other tellings hold the evidence. It is chosen by plain string
// search, not by what the detectors look at.

// A hurt is one known damage.
type hurt struct {
	kind     string
	articles []*article.Article // the story, one telling damaged
	damaged  int
	span     article.Span // of the damage
	was, is  string
}

// paragraphsOf takes an article apart again.
func paragraphsOf(a *article.Article) (string, []string) {
	var out []string
	title := ""
	for i, p := range a.Paragraphs {
		if i == 0 && p.Kind == article.Headline {
			title = a.Slice(p.Span)
			continue
		}
		out = append(out, a.Slice(p.Span))
	}
	return title, out
}

// rewritten is an article with another text.
func rewritten(a *article.Article, title string, body []string) *article.Article {
	w := written(title, body...)
	w.Publisher, w.Published = a.Publisher, a.Published
	return w
}

// damage replaces a span of one telling.
func damage(kind string, story []*article.Article, i int, span article.Span, is string) hurt {
	a := story[i]
	text := a.Text[:span.Start] + is + a.Text[span.End:]
	title, body := "", strings.Split(text, "\n\n")
	if t, _ := paragraphsOf(a); t != "" {
		title, body = body[0], body[1:]
	}
	hurtStory := slices.Clone(story)
	hurtStory[i] = rewritten(a, title, body)
	return hurt{kind, hurtStory, i, article.Span{Start: span.Start, End: span.Start + len(is)}, a.Slice(span), is}
}

// found reports whether a comparison finds the damage.
func (h hurt) found() bool {
	for _, d := range Compare(h.articles, allOf(h.articles)).Disagreements {
		if d.Article == h.damaged && d.Overlaps(h.span) {
			return true
		}
	}
	return false
}

// everywhere are the byte offsets of a word in a text, as a whole word.
func everywhere(text, word string) []int {
	var out []int
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return out
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			out = append(out, i)
		}
		at = i + len(word)
	}
}

// hold reports whether all articles hold a word.
func hold(story []*article.Article, word string) bool {
	for _, a := range story {
		if len(everywhere(a.Text, word)) == 0 {
			return false
		}
	}
	return true
}

// renderings is what words become that are translated and translated back.
var renderings = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`want>wish|wants>wishes|wanted>wished|say>affirm|says>affirms|said>declared|think>believe|believe>think|need>must have|needs>requires
		help>assist|start>begin|began>started|begin>commence|stop>cease|get>obtain|got>obtained|give>grant|make>realize|made>realized|show>demonstrate|shows>demonstrates
		people>persons|country>nation|nation>country|children>kids|kids>children|job>employment|jobs>workplaces|work>labor|money>means|law>legislation|laws>legislations
		big>large|large>great|great>grand|good>fine|bad>evil|hard>difficult|important>significant|wrong>incorrect|right>correct|true>truthful|clear>evident|serious>grave
		strong>powerful|new>novel|old>ancient|whole>entire|many>numerous|few>little|same>identical|different>other|sure>certain|able>capable|ready>prepared
		always>permanently|often>frequently|clearly>evidently|simply>merely|absolutely>totally|deeply>profoundly|today>nowadays|now>currently
		fight>struggle|fighting>struggling|battle>combat|war>armed conflict|win>triumph|lose>forfeit|attack>assault|defend>protect|protect>defend|support>back|oppose>reject
		decision>resolution|answer>response|question>interrogation|problem>issue|problems>difficulties|issue>theme|issues>themes|matter>affair|fact>circumstance|truth>verity
		call>summon|called>named|told>communicated to|ask>request|asked>requested|talk>speak|speak>talk|talking>speaking|look>gaze|looking>watching|see>observe|find>encounter
		know>am aware|understand>comprehend|remember>recall|hope>wait|love>adore|hate>detest|fear>dread|care>concern|pay>remunerate|spend>disburse|cut>reduce|cuts>reductions
		raise>increase|taxes>tributes|tax>tribute|government>administration|administration>government|leader>chief|leaders>chiefs|president>chief of state|senator>parliamentarian
		house>chamber|bill>draft law|vote>ballot|election>elections|campaign>contest|party>formation|speech>discourse|statement>communique|comments>commentaries|remarks>observations
		family>relatives|woman>lady|women>ladies|man>gentleman|men>gentlemen|life>existence|lives>existences|death>decease|health>sanitation|school>college|schools>colleges
		security>safety|safety>security|freedom>liberty|liberty>freedom|rights>entitlements|justice>righteousness|power>might|military>armed forces|troops>soldiers|weapons>arms|guns>firearms`, "|") {
		for _, pair := range strings.Split(strings.ReplaceAll(line, "\n\t\t", "|"), "|") {
			if was, is, ok := strings.Cut(strings.TrimSpace(pair), ">"); ok {
				m[was] = is
			}
		}
	}
	return m
}()

// grammar is what a round trip does to the small words: aspect, prepositions,
// order.
var grammar = []struct {
	was *regexp.Regexp
	is  string
}{
	{regexp.MustCompile(`\b(I|we|they|We|They) (\w+ed) (to|that|the) `), "$1 have been ${2} of $3 "},
	{regexp.MustCompile(`\bdid not (\w+)\b`), "has in no way ${1}ed"},
	{regexp.MustCompile(`\b(is|are|was) going to (\w+)`), "$1 about to realize the $2"},
	{regexp.MustCompile(`\bwill (\w+) (\w+)`), "is going to proceed to $1 in $2"},
	{regexp.MustCompile(`\bthe (\w+) of the (\w+)`), "the $2's own $1"},
	{regexp.MustCompile(`\bhave to\b`), "see ourselves obliged to"},
	{regexp.MustCompile(`\bmust\b`), "is obliged to"},
	{regexp.MustCompile(`\babout (\w+)ing\b`), "on the subject of ${1}ing"},
	{regexp.MustCompile(`\bin order to\b`), "with the end of"},
	{regexp.MustCompile(`\bthere is\b`), "one has"},
	{regexp.MustCompile(`\bI'm (\w+)`), "I find myself $1"},
	{regexp.MustCompile(`\b(\w+) on the (\w+)`), "$1 about that $2"},
}

// sharedRuns are the runs of seven words or more inside quotations of one
// telling that the quotations of all others hold too.
func sharedRuns(story []*article.Article, i int) []article.Span {
	quoted := make([]string, len(story))
	for k, a := range story {
		for _, q := range a.Quotations {
			quoted[k] += " | " + strings.Join(wordsOf(a, q.Inner), " ") + " "
		}
	}
	const run = 7
	var out []article.Span
	a := story[i]
	for _, q := range a.Quotations {
		if q.Depth > 0 {
			continue
		}
		var tokens []article.Token
		for _, t := range a.Tokens {
			if q.Inner.Contains(t.Span) && t.Kind <= article.Number {
				tokens = append(tokens, t)
			}
		}
		for k := 0; k+run <= len(tokens); k++ {
			n := run
			in := func() bool {
				var words []string
				for _, t := range tokens[k : k+n] {
					words = append(words, t.Norm)
				}
				for o := range story {
					if o != i && !strings.Contains(quoted[o], " "+strings.Join(words, " ")+" ") {
						return false
					}
				}
				return true
			}
			if !in() {
				continue
			}
			for n++; k+n <= len(tokens) && in(); n++ {
			}
			n--
			out = append(out, article.Span{Start: tokens[k].Start, End: tokens[k+n-1].End})
			k += n
		}
	}
	return out
}

func wordsOf(a *article.Article, s article.Span) []string {
	var out []string
	for _, t := range a.Tokens {
		if s.Contains(t.Span) && t.Kind <= article.Number {
			out = append(out, t.Norm)
		}
	}
	return out
}

// quotationHurts alters a quotation that all tellings share.
func quotationHurts(story []*article.Article, i int) []hurt {
	var out []hurt
	a := story[i]
	for _, run := range sharedRuns(story, i) {
		text := a.Slice(run)
		// Synonyms: up to two content words.
		is, n := text, 0
		for _, w := range strings.Fields(text) {
			if r, ok := renderings[strings.Trim(w, ",.;")]; ok && n < 2 && strings.Count(is, strings.Trim(w, ",.;")) == 1 {
				is = strings.Replace(is, strings.Trim(w, ",.;"), r, 1)
				n++
			}
		}
		if n > 0 {
			out = append(out, damage("quotation, synonyms", story, i, run, is))
		}
		is = text
		for _, g := range grammar {
			is = g.was.ReplaceAllString(is, g.is)
		}
		if is != text {
			out = append(out, damage("quotation, grammar", story, i, run, is))
		}
		for _, neg := range [][2]string{{" not ", " "}, {"n't ", " "}, {" is ", " is not "}, {" are ", " are not "}, {" was ", " was not "}, {" will ", " will not "}, {" can ", " can not "}} {
			if at := strings.Index(text, neg[0]); at > 0 && at+len(neg[0]) < len(text)-3 {
				out = append(out, damage("quotation, negation", story, i, run, text[:at]+neg[1]+text[at+len(neg[0]):]))
				break
			}
		}
	}
	return out
}

var amounts = regexp.MustCompile(`\$?\b\d+(?:,\d{3})*(?:\.\d+)?(?: (?:million|billion|trillion))?(?: percent|%)?`)

// numberHurts rescales an amount that all tellings hold.
func numberHurts(story []*article.Article, i int) []hurt {
	var out []hurt
	a := story[i]
	done := map[string]bool{}
	for _, m := range amounts.FindAllStringIndex(a.Text, -1) {
		span := article.Span{Start: m[0], End: m[1]}
		was := a.Slice(span)
		if done[was] || a.Quoted(span) || regexp.MustCompile(`^(19|20)\d\d$`).MatchString(was) || len(was) < 3 || !hold(story, strings.TrimPrefix(was, "$")) {
			continue
		}
		done[was] = true
		var is string
		switch {
		case strings.Contains(was, "million"):
			is = strings.Replace(was, "million", "billion", 1)
		case strings.Contains(was, "billion"):
			is = strings.Replace(was, "billion", "million", 1)
		case strings.Contains(was, "trillion"):
			is = strings.Replace(was, "trillion", "billion", 1)
		case strings.Contains(was, ".") && strings.HasSuffix(was, "percent"):
			is = strings.Replace(was, ".", "", 1)
		case strings.Contains(was, ","):
			is = strings.Replace(was, ",000", ",000,000", 1)
			if is == was {
				is = strings.Replace(was, ",", "", 1) + "0"
			}
		default:
			continue
		}
		out = append(out, damage("number, scale", story, i, span, is))
	}
	return out
}

// respellings is how transliteration and ears spell names.
var respellings = [][2]string{
	{"ck", "k"},
	{"ph", "f"},
	{"ie", "i"},
	{"ei", "ey"},
	{"sch", "sh"},
	{"ee", "i"},
	{"oo", "u"},
	{"ll", "l"},
	{"nn", "n"},
	{"tt", "t"},
	{"rr", "r"},
	{"w", "v"},
	{"ch", "tch"},
	{"th", "t"},
	{"y", "i"},
	{"c", "k"},
	{"j", "dj"},
	{"x", "ks"},
	{"z", "s"},
	{"ai", "ay"},
	{"ou", "u"},
}

// nameHurts respells a name that all tellings hold, wherever it stands in one.
func nameHurts(story []*article.Article, i int) []hurt {
	a := story[i]
	count := map[string]int{}
	var names []string
	for _, t := range a.Tokens {
		w := strings.TrimSuffix(a.Slice(t.Span), "'s")
		if t.Kind == article.Word && t.Is(article.Capital) && !t.Is(article.AllCaps) && len(w) >= 5 && !common(strings.ToLower(w), 5) && !t.Is(article.Opens) && !strings.Contains(w, "-") {
			if count[w]++; count[w] == 1 {
				names = append(names, w)
			}
		}
	}
	var out []hurt
	for _, w := range names {
		if !hold(story, w) || slices.Contains(weekdays, strings.ToLower(w)) || months[strings.ToLower(w)] > 0 {
			continue
		}
		is := w
		for _, r := range respellings {
			if at := strings.Index(w[1:], r[0]); at >= 0 {
				is = w[:1+at] + r[1] + w[1+at+len(r[0]):]
				break
			}
		}
		if is == w {
			continue
		}
		// Everywhere in the article, as one translator would.
		at := everywhere(a.Text, w)
		h := damage("name, respelled", story, i, article.Span{Start: at[0], End: at[0] + len(w)}, is)
		title, body := paragraphsOf(a)
		for k := range body {
			body[k] = strings.ReplaceAll(body[k], w, is)
		}
		h.articles[i] = rewritten(a, strings.ReplaceAll(title, w, is), body)
		h.span = article.Span{End: len(h.articles[i].Text)}
		out = append(out, h)
	}
	return out
}

// TestDamage prints the recall by kind of damage.
func TestDamage(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	articles, truth := basil(t)
	cases, found := map[string]int{}, map[string]int{}
	for n, members := range storiesOf(truth) {
		var story []*article.Article
		for _, m := range members {
			story = append(story, articles[m])
		}
		for i := range story {
			for _, h := range slices.Concat(quotationHurts(story, i), numberHurts(story, i), nameHurts(story, i), factHurts(story, i, 3*n+i), claimHurts(story, i, n+i), formHurts(story, i, 3*n+i), kinshipHurts(story, i), ageHurts(story, i, 3*n+i), officeHurts(story, i, 3*n+i), directionHurts(story, i, 3*n+i), oppositeHurts(story, i, 3*n+i), swapHurts(story, i, 3*n+i)) {
				cases[h.kind]++
				if h.found() {
					found[h.kind]++
				} else if testing.Verbose() && len(h.was) < 300 {
					t.Logf("missed %s: %q → %q", h.kind, h.was, h.is)
				}
			}
		}
	}
	var kinds []string
	total, all := 0, 0
	for k := range cases {
		kinds = append(kinds, k)
		total, all = total+found[k], all+cases[k]
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		t.Logf("%-36s %3d of %3d  %.2f", k, found[k], cases[k], float64(found[k])/float64(cases[k]))
	}
	t.Logf("%-36s %3d of %3d  %.2f", "all", total, all, float64(total)/float64(all))
	if all < 300 || len(kinds) < 8 || float64(total) < 0.8*float64(all) {
		t.Errorf("found %d of %d damages of %d kinds; wanted 0.8 of at least 300 of at least eight", total, all, len(kinds))
	}
}
