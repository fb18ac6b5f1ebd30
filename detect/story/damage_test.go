package story

import (
	"fmt"
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

// facts are told in three ways and damaged in one. They are added to the
// stories, because the stories' own figures seldom stand in all three tellings
// (for the few that do see numberHurts).
var facts = []struct{ kind, was, is string }{
	{"number, scale", "$12 million", "$12 billion"},
	{"number, scale", "4,500 visitors", "45,000 visitors"},
	{"number, scale", "$3 billion", "$3 million"},
	{"number, decimal comma", "2.5 percent", "25 percent"},
	{"number, decimal comma", "1,250 crates", "1.25 crates"},
	{"number, swapped digits", "64 houses", "46 houses"},
	{"number, swapped digits", "$870,000", "$780,000"},
	{"currency", "$350,000", "€350,000"},
	{"day, shifted", "on Tuesday", "on Wednesday"},
	{"day, shifted", "on March 14", "on March 13"},
	{"number, 万 and 亿", "$120 million", "$1.2 million"},
	{"unit, exchanged", "60 miles", "60 kilometers"},
	{"unit, exchanged", "a 30-acre plot", "a 30-hectare plot"},
	{"unit, exchanged", "30 degrees Celsius", "30 degrees Fahrenheit"},
	{"unit, wrongly converted", "25 miles of road", "16 km of road"},
	{"time, half a day apart", "3:40 p.m.", "3:40 a.m."},
	{"time, swapped digits", "15:42", "15:24"},
}

var factTellings = [][3]string{
	{"Records show %s for the restoration of the old granary, which the town council signed off.", "The restoration of the granary, signed off by the council, appears in the records with %s.", "For restoring the old granary the records of the council have %s."},
	{"The ferry company reported %s after the season, its annual summary says.", "After the season the annual summary of the ferry company has %s.", "Annual summary: the ferry company put it at %s over the season."},
	{"Inspectors noted %s when the warehouse by the harbour burned.", "When the harbour warehouse burned, inspectors wrote down %s.", "The warehouse in the harbour burned, and %s is what the inspectors noted."},
}

// factHurts adds a fact to all tellings and damages it in one.
func factHurts(story []*article.Article, i, number int) []hurt {
	f, ways := facts[number%len(facts)], factTellings[number%len(factTellings)]
	told := slices.Clone(story)
	for k := range told {
		title, body := paragraphsOf(told[k])
		is := f.was
		if k == i {
			is = f.is
		}
		told[k] = rewritten(story[k], title, append(body, fmt.Sprintf(ways[k%3], is)))
	}
	at := strings.LastIndex(told[i].Text, f.is)
	return []hurt{{f.kind + " (sentence added)", told, i, article.Span{Start: at, End: at + len(f.is)}, f.was, f.is}}
}

// forms are names and terms as all tellings have them and as one damages them.
var forms = []struct{ kind, was, is string }{
	{"name, patronymic", "Pavel Dornik", "Pavel Ivanovich Dornik"},
	{"name, order", "Pavel Dornik", "Dornik Pavel"},
	{"name, particle lost", "Joost van der Meulen", "Joost Meulen"},
	{"name, run together", "Velgaz Neft", "Welgasneft"},
	{"word choice", "harbour pilot Pavel Dornik", "port driver Pavel Dornik"},
}

var formTellings = [3]string{
	"The ledgers were handed over by %s on the quay, in the rain.",
	"On the quay and in heavy rain %s gave the ledgers away.",
	"Rain fell on the quay when %s handed the ledgers over.",
}

// formHurts adds to all tellings a name and gives it another form in one.
func formHurts(story []*article.Article, i, number int) []hurt {
	f := forms[number%len(forms)]
	told := slices.Clone(story)
	for k := range told {
		title, body := paragraphsOf(told[k])
		is := f.was
		if k == i {
			is = f.is
		}
		told[k] = rewritten(story[k], title, append(body, fmt.Sprintf(formTellings[k%3], is)))
	}
	at := strings.LastIndex(told[i].Text, f.is)
	return []hurt{{f.kind + " (sentence added)", told, i, article.Span{Start: at, End: at + len(f.is)}, f.was, f.is}}
}

// claimHurts adds to all tellings a claim in much the same words, with a
// negation or a reservation, and takes it away in one.
func claimHurts(story []*article.Article, i, number int) []hurt {
	c := []struct{ kind, with, without string }{
		{"attribution, dropped (sentence added)", "allegedly ", ""},
		{"negation, dropped (sentence added)", "never ", ""},
		{"negation, added (sentence added)", "", "never "},
	}[number%3]
	told := slices.Clone(story)
	for k := range told {
		title, body := paragraphsOf(told[k])
		is := c.with
		if k == i {
			is = c.without
		}
		line := []string{
			"The harbour master %spaid two foremen to hide the missing ledgers from the county auditors.",
			"Two foremen were %spaid by the harbour master to hide missing ledgers from auditors of the county.",
			"To hide missing ledgers from county auditors, the harbour master %spaid two of the foremen.",
		}[k%3]
		told[k] = rewritten(story[k], title, append(body, "Rain kept falling on the town through the long evening.", fmt.Sprintf(line, is), "Rain kept falling on the town through the long evening."))
	}
	at := strings.LastIndex(told[i].Text, "harbour master")
	return []hurt{{c.kind, told, i, article.Span{Start: at - 80, End: at + 90}, c.with, c.without}}
}

// kinshipHurts tells in all three tellings that two of the story's people are
// related, each in its own words, and takes another relation in one.
func kinshipHurts(story []*article.Article, i int) []hurt {
	c := NewComparison(story, allOf(story))
	defer c.Close()
	p := peopleOf(c.texts)
	var known []string
	for _, name := range p.full {
		if t := titled(name); person(name) && hold(story, t) {
			known = append(known, t)
		}
	}
	if len(known) < 2 {
		return nil
	}
	a, b := known[0], known[1]
	var out []hurt
	for _, swap := range [][2]string{{"father-in-law", "stepfather"}, {"brother-in-law", "cousin"}, {"nephew", "grandson"}, {"son-in-law", "stepson"}} {
		told := slices.Clone(story)
		for k := range told {
			title, body := paragraphsOf(told[k])
			term := swap[0]
			if k == i {
				term = swap[1]
			}
			line := []string{
				fmt.Sprintf("%s, the %s of %s, was not there.", a, term, b),
				fmt.Sprintf("It is no secret that %s's %s, %s, has followed it all.", b, term, a),
				fmt.Sprintf("%s's %s %s declined to comment.", b, term, a),
			}[k%3]
			told[k] = rewritten(story[k], title, append(body, line))
		}
		at := strings.LastIndex(told[i].Text, swap[1])
		out = append(out, hurt{"kinship, swapped (sentence added)", told, i, article.Span{Start: at, End: at + len(swap[1])}, swap[0], swap[1]})
	}
	return out[i%4 : i%4+1]
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
			for _, h := range slices.Concat(quotationHurts(story, i), numberHurts(story, i), nameHurts(story, i), factHurts(story, i, 3*n+i), claimHurts(story, i, n+i), formHurts(story, i, 3*n+i), kinshipHurts(story, i)) {
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
