package reports

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	r := sampleReport(t)
	golden(t, "sample.txt", written(t, "text", r, Options{}))
	golden(t, "sample-narrow.txt", written(t, "text", r, Options{Width: 48, Removed: true}))
	golden(t, "sample-color.txt", written(t, "text", r, Options{Color: true, Width: 100}))
	one := *r
	one.Articles, one.Stories = r.Articles[4:], nil
	golden(t, "museum.txt", written(t, "text", &one, Options{}))
}

func TestComparison(t *testing.T) {
	var b bytes.Buffer
	if err := WriteComparison(&b, sampleReport(t), Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "comparison.txt", b.Bytes())
	b.Reset()
	if err := WriteComparison(&b, &Report{}, Options{}); err != nil || !strings.Contains(b.String(), "No two articles") {
		t.Errorf("without stories: %q, %v", b.String(), err)
	}
}

// TestExcerpt checks that the carets stand under the words as a terminal
// shows them.
func TestExcerpt(t *testing.T) {
	for _, test := range []struct{ name, before, found, after, text, under string }{
		{"plain", "He ", "would go", " home.", "He would go home.", "   ^^^^^^^^"},
		{"wide", "東京で ", "would", " go", "東京で would go", "       ^^^^^"},
		{"wide words", "in ", "東京", " he", "in 東京 he", "   ^^^^"},
		{"combining", "cafe\u0301 ", "would", "", "cafe\u0301 would", "     ^^^^^"},
		{"tab", "a\t", "b", "", "a b", "  ^"},
		{"emoji", "👩‍🚀 ", "flies", "", "👩‍🚀 flies", "   ^^^^^"},
		{"escape", "\x1b[31m", "red", "\x07", "␛[31mred␇", "     ^^^"},
		{"nothing", "ab ", "", " c", "ab   c", "   ^"},
		{
			"long before", strings.Repeat("word ", 50), "found", " it",
			"… word word word word word found it", strings.Repeat(" ", 27) + "^^^^^",
		},
		{
			"long after", "", "found", strings.Repeat(" word", 50),
			"found word word word word word word…", "^^^^^",
		},
	} {
		lines := excerpt(test.before, test.found, test.after, 36)
		if len(lines) != 1 || lines[0].text != test.text || lines[0].under != test.under {
			t.Errorf("%s: got\n%+q\nwant\n%+q", test.name, lines, excerptLine{test.text, test.under})
		}
	}
}

func TestExcerptLong(t *testing.T) {
	lines := excerpt("before ", strings.Repeat("many words ", 400), "after", 40)
	if len(lines) != excerptLines {
		t.Errorf("%d lines: %+q", len(lines), lines)
	}
	for _, l := range lines {
		if columns(l.text) > 40 {
			t.Errorf("%q is wider than 40", l.text)
		}
	}
	lines = excerpt("", strings.Repeat("x", 100), "", 40) // no space to break at
	if len(lines) != 3 || lines[2].under != strings.Repeat("^", 20) {
		t.Errorf("got %+q", lines)
	}
}

// hostileTexts are what an article might hold to break out of a report.
var hostileTexts = []string{
	"\x1b[2J\x1b]0;owned\x07 \x9b31m\u009b31m \r\n\x00\x7f",
	"\u202egnitirw sdrawkcab\u202c \u2066isolated\u2069 \ufeff\U000e0041",
	`<script>alert(1)</script><img src=x onerror=alert(1)>"'><svg/onload=alert(1)>` + "`${alert(1)}`",
	"</title></style></script><!-- --> ]]> {{.}} {{template \"x\"}}",
	"::error file=x,line=1::owned\n::set-output name=a::b %0A%25",
	"##[stop-commands]x", "words ##[set-output name=a]b", "\u3000::add-mask::e",
	"[link](javascript:alert(1)) **bold** `code` | cell | <details>\n# heading\n```\n@everyone #1 ![i](http://x)",
	"=cmd|' /C calc'!A0\t+1\t-1\t@SUM(1)",
	"broken \xff\xc0\xaf \xed\xa0\x80 bytes",
	strings.Repeat("字", 500) + strings.Repeat("e\u0301\u0301\u0301", 300) + strings.Repeat("👩‍🚀", 100),
	"", " ", "\n\n", strings.Repeat("a", 5000),
}

// hostileReport has the text in every place that input or a rule can fill.
func hostileReport(s string) *Report {
	var raw bytes.Buffer
	r := emptyReport()
	n := utf8.RuneCountInString(s)
	rel := Related{Article: s, Start: 0, End: n, Excerpt: s}
	for i, id := range []string{"a" + s, "b" + s} {
		v := -3.5
		a := Article{
			ID: id, Path: s, Title: s, Byline: s, Dateline: s, Publisher: s, Published: s, URL: "javascript:alert(1)//" + s, Language: s, Text: s, Story: "s" + s,
			Parts:  []Part{{"headline", 0, n / 2}, {"body", n / 2, n}},
			Scores: Scores{Quality: 30, AgainstOthers: &v, Rank: i + 1, Contributions: []Contribution{{s, 70, s}}},
			Origin: &Origin{
				MachineTranslated: 1, Verdict: s, Confidence: s, SourceLanguages: []SourceLanguage{{s, 1}},
				Sentences: []OriginSentence{{0, n / 2, 0.9, 1}, {n / 2, n, 0.1, -1}}, Evidence: []Cue{{s, 1}, {s, -1}},
			},
			Removed: []Removed{{s, s, n / 3, 1}}, Repairs: []Repair{{s, s, true, 0, n}},
		}
		for j := range 6 {
			a.Findings = append(a.Findings, Finding{
				Rule: "r" + s, Family: s, Category: s, Severity: []string{"minor", "major", "critical"}[j%3], Message: s, Why: s, Suggestions: []string{s, ""},
				Start: n * j / 8, End: max(n*j/8, n*(8-j)/7), Line: 1, Column: 1, Excerpt: s, SourceLanguages: []string{s}, Fingerprint: s,
				Related: []Related{rel, {Article: "b" + s, Excerpt: s}},
			})
		}
		a.Findings[5].End = a.Findings[5].Start
		a.Suppressions = []Suppression{{Directive: s, Rules: []string{s}, Reason: s, Line: 1, Column: 1, Used: 1, Problem: s}}
		a.Suppressed = []Suppressed{{a.Findings[0], 0}}
		r.Articles = append(r.Articles, a)
	}
	r.Stories = []Story{{
		ID: "s" + s, Title: s, Articles: []string{"a" + s, "b" + s, "gone"},
		Quotations: []Utterance{{Consensus: 0, Variants: []Variant{{Text: s, Articles: []string{"a" + s}}, {Text: s + " more", Articles: []string{"b" + s}}}}, {Consensus: -1}},
		Conflicts:  []Conflict{{Kind: s, Message: s, Passage: rel, Others: []Related{rel}, Suggestion: s}},
	}}
	r.Rules = []Rule{{Name: "r" + s, Family: s, Category: s, Severity: "major", SourceLanguages: []string{s}, Message: s, What: s, Why: s, Humans: s, Misses: s}}
	r.Errors = []Error{{Path: s, Record: 3, Error: s}}
	r.Gate = &Gate{Broken: true, Breaches: []Breach{{Path: s, Policy: s, Why: s}}}
	r.Summary = summarize(r)
	if err := writeJSON(&raw, r, Options{}); err != nil {
		panic(err)
	}
	saved, err := Read(&raw) // as `calque render` gets it
	if err != nil {
		return r
	}
	return saved
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// safeForTerminal checks that nothing but the colours that calque writes can
// act on a terminal.
func safeForTerminal(t *testing.T, out string) {
	t.Helper()
	for i, r := range ansi.ReplaceAllString(out, "") {
		if r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("%+q reaches the terminal at %d", r, i)
			return
		}
	}
}

func TestTextHostile(t *testing.T) {
	for _, s := range hostileTexts {
		r := hostileReport(s)
		plain := string(written(t, "text", r, Options{Removed: true}))
		if strings.ContainsRune(plain, '\x1b') {
			t.Errorf("%.20q: an escape sequence without colour", s)
		}
		safeForTerminal(t, plain)
		safeForLog(t, plain)
		safeForTerminal(t, string(written(t, "text", r, Options{Color: true})))
		safeForLog(t, Printable(s))
	}
}

// TestUnread: each file that could not be read is named, once, whatever it is called.
func TestUnread(t *testing.T) {
	for e, want := range map[Error]string{
		{Path: "d", Error: "permission denied"}:                  "d: permission denied",
		{Path: "d.txt", Error: "open d.txt: permission denied"}:  "open d.txt: permission denied",
		{Path: "d", Record: 2, Error: "open d: no record"}:       "d#2: open d: no record",
		{Error: "there is no standard input"}:                    "there is no standard input",
		{Path: "a", Error: "no text in the record: a b c"}:       "a: no text in the record: a b c",
		{Path: "wire", Error: "wire: is no plain file"}:          "wire: is no plain file",
		{Path: "", Record: 0, Error: "standard input is closed"}: "standard input is closed",
	} {
		r := &Report{Schema: Schema, Errors: []Error{e}}
		if out := string(written(t, "text", r, Options{Width: 200})); !strings.Contains(out, "not checked: "+want+"\n") {
			t.Errorf("%+v: %s", e, out)
		}
		if out := string(written(t, "github", r, Options{})); !strings.HasSuffix(out, "::"+want+"\n") {
			t.Errorf("%+v: %s", e, out)
		}
	}
}

// safeForLog checks that GitHub's runner finds no command in what is printed.
func safeForLog(t *testing.T, out string) {
	t.Helper()
	for line := range strings.SplitSeq(out, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("%+q is a command for GitHub's runner", line)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s, 30)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		safeForTerminal(t, string(written(t, "text", hostileReport(s), Options{Color: true, Width: width % 300})))
		for _, l := range excerpt(s, s, s, max(10, width%200)) {
			if l.text != "" && strings.TrimSpace(s) == s && columns(l.under) > columns(l.text) {
				t.Errorf("carets %q beyond the text %q", l.under, l.text)
			}
		}
	})
}

// TestLikelyMachine: the text report shows each article that its summary
// counts as machine-translated, and none with too few words to tell.
func TestLikelyMachine(t *testing.T) {
	r := &Report{Schema: Schema, Articles: []Article{
		{ID: "a", Title: "Told by a machine", Origin: &Origin{MachineTranslated: 0.8, Confidence: "medium"}},
		{ID: "b", Title: "Too short to tell", Origin: &Origin{MachineTranslated: 0.8, Confidence: "low"}},
		{ID: "c", Title: "Evenly divided", Origin: &Origin{MachineTranslated: 0.4, HumanTranslated: 0.3, Native: 0.3, Confidence: "high"}},
	}}
	r.Summary = summarize(r)
	if got := r.Summary.MachineTranslated; got != 1 {
		t.Errorf("%d articles counted, want 1", got)
	}
	out, _, _ := strings.Cut(string(written(t, "text", r, Options{})), "Articles, the worst first")
	if !strings.Contains(out, "Told by a machine") || strings.Contains(out, "Too short") || strings.Contains(out, "Evenly") {
		t.Errorf("shown:\n%s", out)
	}
}

// TestTextWidth checks that no line is wider than the terminal but those that
// name a place, which must stay in one piece to be clicked on.
func TestTextWidth(t *testing.T) {
	place := regexp.MustCompile(`testdata/sample/\w+\.txt`)
	for _, width := range []int{40, 60, 100, 200} {
		r := sampleReport(t)
		long := strings.Repeat("long words and 字字 ", 30)
		r.Stories[0].Title, r.Stories[0].Conflicts[0].Message = long, long
		for i := range r.Articles {
			a := &r.Articles[i]
			a.Title, a.Publisher = long, "Wire"
			for j := range a.Findings {
				f := &a.Findings[j]
				f.Message, f.Why, f.Suggestions = long, long, []string{long, long}
			}
		}
		for line := range strings.Lines(string(written(t, "text", r, Options{Width: width}))) {
			if line = strings.TrimRight(line, "\n"); columns(line) > width && !place.MatchString(line) {
				t.Errorf("%d columns, not %d: %.80q", columns(line), width, line)
			}
		}
	}
}

var hyperlink = regexp.MustCompile("\x1b\\]8;;([^\x1b\x07]*)\x1b\\\\")

// TestHyperlinks checks that links change nothing that is seen, that each one
// ends, and that no path gets out of its address.
func TestHyperlinks(t *testing.T) {
	reports := []*Report{sampleReport(t)}
	for _, s := range hostileTexts {
		reports = append(reports, hostileReport(s))
	}
	for _, r := range reports {
		plain := written(t, "text", r, Options{})
		linked := written(t, "text", r, Options{Link: func(path string, line int) string { return "file://host/" + path + "#" + strings.Repeat("1", line%3) }})
		found := hyperlink.FindAllSubmatch(linked, -1)
		if len(found) == 0 && r.Articles[0].Path != "" || len(found)%2 != 0 {
			t.Fatalf("%d marks of links in %.300q", len(found), linked)
		}
		for i, m := range found {
			if open := len(m[1]) > 0; open != (i%2 == 0) {
				t.Errorf("link %d is not ended: %q", i, m[0])
			}
		}
		if rest := hyperlink.ReplaceAll(linked, nil); !bytes.Equal(rest, plain) {
			t.Errorf("without its links the text is another one: %q", rest)
		}
	}
}
