package reports

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// The heuristics of the sample. The tests of the reports do not depend on what
// the real ones find.
var (
	hearsay = detect.Heuristic{
		Name: "sample-hearsay", Family: detect.Reportative, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it"},
		Message:         "“would have” tells hearsay here; English readers take it for something that did not happen",
		Doc: detect.Doc{
			What:   "The conditional perfect of a Romance language, which reports what others claim, kept as “would have”.",
			Why:    "French and Italian newspapers put unconfirmed claims in the conditional. English has no such mood, so a translator writes “reportedly”; a machine keeps the verb form.",
			Humans: "In real conditionals and in the future seen from the past.",
			Misses: "Hearsay in the simple conditional.",
		},
	}
	cleft = detect.Heuristic{
		Name: "sample-cleft", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr"},
		Message:         "“It is for this reason that” is a French cleft",
		Doc: detect.Doc{
			What: "A cleft sentence that only links.", Why: "English links with one word.",
			Humans: "In formal argument.", Misses: "Other clefts.",
		},
	}
	tenant = detect.Heuristic{
		Name: "sample-periphrasis", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr"},
		Message:         "a stand-in for a name that English papers do not use",
		Doc: detect.Doc{
			What: "“the tenant of …” for whoever governs there.", Why: "It renders “le locataire de”.",
			Humans: "Of a person who rents.", Misses: "Other stand-ins.",
		},
	}
	comma = detect.Heuristic{
		Name: "sample-decimal-comma", Family: detect.Locale, Category: "locale/number-format", Severity: detect.Major,
		Message: "the decimal comma of another language",
		Doc: detect.Doc{
			What: "38,5 for 38.5.", Why: "English writes a point.", Humans: "Never in news.", Misses: "Three digits after the comma.",
		},
	}
	stop = detect.Heuristic{
		Name: "sample-stray-stop", Family: detect.Punctuation, Category: "fluency/punctuation", Severity: detect.Major,
		Message: "a full stop in the middle of a sentence",
		Doc: detect.Doc{
			What: "A sentence cut in two.", Why: "Segments were translated one by one.", Humans: "Slips of the keyboard.", Misses: "Cuts before a capital letter.",
		},
	}
	link = detect.Heuristic{
		Name: "sample-read-also", Family: detect.Residue, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"fr"},
		Message:         "“Read also” renders “Lire aussi”",
		Doc: detect.Doc{
			What: "A link line in words no English site uses.", Why: "English sites write “Read more”.", Humans: "Rarely.", Misses: "Other link lines.",
		},
	}
	altered = detect.Heuristic{
		Name: "sample-altered-quotation", Family: detect.Others, Category: "accuracy/mistranslation", Severity: detect.Critical,
		Disagreement: story.AlteredQuotation,
		Message:      "the others quote this differently",
		Doc: detect.Doc{
			What: "A quotation whose wording stands alone.", Why: "A quotation that went through another language and back comes out in other words.",
			Humans: "When a speech was itself translated.", Misses: "Quotations that only one article has.",
		},
	}
	kinship = detect.Heuristic{
		Name: "sample-kinship", Family: detect.Kinship, Category: "accuracy/mistranslation", Severity: detect.Critical,
		Disagreement: story.KinshipConflict,
		Message:      "the others tell another family relation",
		Doc: detect.Doc{
			What: "stepmother for mother-in-law.", Why: "French belle-mère is both.", Humans: "Errors.", Misses: "Relations told once.",
		},
	}
)

// file reads an article of testdata/sample. Its first paragraph is the
// headline unless it is removed; lines that begin with a key of removed are
// kept out of the prose.
func file(t testing.TB, name string, removed map[string]article.Reason) *article.Article {
	t.Helper()
	path := filepath.Join("testdata", "sample", name)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return draft(filepath.ToSlash(path), string(raw), removed)
}

func draft(path, input string, removed map[string]article.Reason) *article.Article {
	d := article.Draft{Article: article.Article{Path: path}, Input: input}
	at := 0
lines:
	for line := range strings.SplitAfterSeq(input, "\n") {
		start := at
		at += len(line)
		line = strings.TrimRight(line, "\n")
		if line == "" {
			continue
		}
		for prefix, reason := range removed {
			if strings.HasPrefix(line, prefix) {
				d.Dropped = append(d.Dropped, article.DroppedRun{Reason: reason, Text: line, Part: len(d.Parts), Input: start})
				continue lines
			}
		}
		kind := article.Body
		if len(d.Parts) == 0 {
			kind, d.Title = article.Headline, line
		}
		d.Parts = append(d.Parts, article.Part{Kind: kind, Pieces: []article.Piece{{Text: line, Input: start}}})
	}
	return article.New(d)
}

// at is the place of some words in an article.
func at(t testing.TB, a *article.Article, words string) article.Span {
	t.Helper()
	i := strings.Index(a.Text, words)
	if i < 0 {
		t.Fatalf("%s does not hold %q", a.Path, words)
	}
	return article.Span{Start: i, End: i + len(words)}
}

// sample is the result that the golden files are made from: a story told four
// times, once by a machine, and an article that stands alone.
func sample(t testing.TB) *detect.Result {
	t.Helper()
	wire := file(t, "wire.txt", map[string]article.Reason{
		"The Continental Wire": article.Masthead, "3/14/2024": article.Timestamp, "Read also": article.Link,
	})
	wire.Publisher, wire.Published, wire.Language, wire.URL = "The Continental Wire", "2024-03-14T07:12:40Z", "en", "https://wire.example/ferries?id=1&lang=en"
	herald := file(t, "herald.txt", map[string]article.Reason{"By Dora": article.BylineLine, "Photo:": article.Credit})
	herald.Publisher, herald.Byline, herald.Dateline = "The Ansel Herald", "Dora Quill", "PORT ANSEL"
	post := file(t, "post.txt", map[string]article.Reason{"Sign up": article.Membership})
	post.ID, post.Publisher = "post-20240314-ferries", "The Post"
	echo := file(t, "echo.txt", nil)
	echo.Publisher = "Island Echo"
	museum := file(t, "museum.txt", nil)
	all := []*article.Article{wire, herald, post, echo, museum}

	said := "We bought the boats before we had the money, and nobody wanted to say so"
	saidWire := at(t, wire, "We have bought the boats before having the money, and nobody has wanted to say it")
	saidEcho := at(t, echo, "We bought the ships before there was any money, and no one dared to speak about it")
	inLaw := []detect.Related{{Article: herald, Span: at(t, herald, "mother-in-law")}, {Article: post, Span: at(t, post, "mother-in-law")}}
	quoted := []detect.Related{{Article: herald, Span: at(t, herald, said)}, {Article: post, Span: at(t, post, said)}}

	found := func(h *detect.Heuristic, m detect.Match) detect.Finding {
		if m.Message == "" {
			m.Message = h.Message
		}
		if m.Severity == 0 {
			m.Severity = h.Severity
		}
		if m.SourceLanguages == nil {
			m.SourceLanguages = h.SourceLanguages
		}
		return detect.Finding{Heuristic: h, Match: m}
	}
	var readAlso *article.Removed
	for i, r := range wire.Removed {
		if r.Reason == article.Link {
			readAlso = &wire.Removed[i]
		}
	}
	wireFound := []detect.Finding{
		found(&hearsay, detect.Match{Span: at(t, wire, "would have signed"), Suggestions: []string{"reportedly signed", "is said to have signed"}}),
		found(&hearsay, detect.Match{Span: at(t, wire, "would have asked"), Suggestions: []string{"reportedly asked"}}),
		found(&cleft, detect.Match{Span: at(t, wire, "It is for this reason that"), Suggestions: []string{"So"}}),
		found(&tenant, detect.Match{Span: at(t, wire, "the tenant of the town hall"), Suggestions: []string{"the mayor"}, Related: []detect.Related{{Article: wire, Span: at(t, wire, "The former mayor")}}}),
		// Overlaps the one before it at its end.
		found(&hearsay, detect.Match{Span: at(t, wire, "hall would not have answered"), Severity: detect.Critical, Suggestions: []string{"hall reportedly did not answer"}}),
		found(&altered, detect.Match{Span: saidWire, Suggestions: []string{said}, Related: quoted}),
		// Nested in the one before it.
		found(&cleft, detect.Match{Span: at(t, wire, "before having the money"), Message: "“before” with an -ing form where English names who had it", Suggestions: []string{"before we had the money"}}),
		found(&link, detect.Match{Span: article.Span{Start: readAlso.At, End: readAlso.At}, Removed: readAlso}),
		found(&comma, detect.Match{Span: at(t, wire, "38,5"), Suggestions: []string{"38.5"}}),
		found(&stop, detect.Match{Span: at(t, wire, ". of the shipyard"), Suggestions: []string{" of the shipyard"}}),
	}
	echoFound := []detect.Finding{
		found(&altered, detect.Match{Span: saidEcho, Suggestions: []string{said}, Related: quoted}),
		found(&kinship, detect.Match{Span: at(t, echo, "stepmother"), Suggestions: []string{"mother-in-law"}, Related: inLaw}),
	}
	judged := func(a *article.Article, native, human, machine float64, verdict, confidence string, langs ...origin.LanguageGuess) *origin.Judgement {
		j := &origin.Judgement{
			Native: native, HumanTranslated: human, MachineTranslated: machine, Verdict: verdict, Confidence: confidence,
			SourceLanguages: langs, Evidence: []origin.Cue{{Cue: "long chains of “of the”", Weight: 0.8}, {Cue: "few contractions", Weight: 0.31}, {Cue: "said after a quotation", Weight: -0.4}},
		}
		for i, p := range a.Paragraphs {
			j.Sentences = append(j.Sentences, origin.SentenceJudgement{Span: p.Span, MachineTranslated: machine * (1 - 0.07*float64(i%5)), Contribution: 0.25})
		}
		return j
	}
	other := func(v float64) *float64 { return &v }
	place := func(i int, words string) story.Place { return story.Place{Article: i, Span: at(t, all[i], words)} }
	return &detect.Result{
		Heuristics: []detect.Heuristic{hearsay, cleft, tenant, comma, stop, link, altered, kinship},
		Articles: []detect.Checked{
			{
				Document: &detect.Document{Article: wire}, Findings: wireFound, Story: 0,
				Origin: judged(wire, 0.05, 0.11, 0.84, "Very likely translated by a machine, probably from French.", "medium", origin.LanguageGuess{Language: "fr", Probability: 0.71}, origin.LanguageGuess{Language: "it", Probability: 0.14}),
				Score: detect.Score{Quality: 21.5, AgainstOthers: other(-76), Rank: 4, Contributions: []detect.Contribution{
					{Source: "sample-hearsay", Points: 34, Why: "3 places, one of them critical"},
					{Source: "sample-altered-quotation", Points: 20, Why: "a quotation differs from two other articles"},
					{Source: "origin", Points: 14.5, Why: "84% likely machine-translated"},
					{Source: "sample-decimal-comma", Points: 4, Why: "1 place"},
					{Source: "sample-stray-stop", Points: 4, Why: "1 place"},
					{Source: "sample-cleft", Points: 2, Why: "2 places"},
				}},
			},
			{
				Document: &detect.Document{Article: herald}, Story: 0, Score: detect.Score{Quality: 98, AgainstOthers: other(36), Rank: 1, Contributions: []detect.Contribution{{Source: "origin", Points: 2, Why: "4% likely machine-translated"}}},
				Origin: judged(herald, 0.93, 0.03, 0.04, "Very likely written in English.", "medium"),
			},
			{Document: &detect.Document{Article: post}, Story: 0, Score: detect.Score{Quality: 97.5, AgainstOthers: other(35.5), Rank: 2, Contributions: []detect.Contribution{{Source: "origin", Points: 2.5, Why: "5% likely machine-translated"}}}},
			{Document: &detect.Document{Article: echo}, Findings: echoFound, Story: 0, Score: detect.Score{Quality: 62, AgainstOthers: other(-35.5), Rank: 3, Contributions: []detect.Contribution{
				{Source: "sample-altered-quotation", Points: 20, Why: "a quotation differs from two other articles"}, {Source: "sample-kinship", Points: 18, Why: "stepmother against mother-in-law"},
			}}},
			{Document: &detect.Document{Article: museum}, Story: -1, Score: detect.Score{Quality: 100, AgainstOthers: other(20.3), Rank: 1}},
		},
		Stories: []story.Story{{
			ID: "s-ferries", Title: "Minister signed ferry deal before council vote, auditors say", Members: []int{0, 1, 2, 3},
			Quotations: []story.Utterance{
				{Consensus: 0, Variants: []story.Variant{
					{Text: said, Places: []story.Place{place(1, said), place(2, said)}},
					{Text: wire.Slice(saidWire), Places: []story.Place{{Article: 0, Span: saidWire}}},
					{Text: echo.Slice(saidEcho), Places: []story.Place{{Article: 3, Span: saidEcho}}},
				}},
				{Consensus: 0, Variants: []story.Variant{{Text: "a campaign of rumours", Places: []story.Place{place(0, "a campaign of rumours"), place(1, "a campaign of rumours")}}}},
			},
			Disagreements: []story.Disagreement{{
				Kind: story.KinshipConflict, Place: place(3, "stepmother"), Message: "Island Echo alone says “stepmother”; the others say “mother-in-law”", Suggestion: "mother-in-law",
				Others: []story.Place{place(1, "mother-in-law"), place(2, "mother-in-law")},
			}},
			Facts: []story.Fact{{Kind: story.NameFact, Text: "mother-in-law", Places: []story.Place{place(1, "mother-in-law"), place(2, "mother-in-law")}}},
		}},
		Failures: []detect.Failure{
			{Path: "testdata/sample/gone.txt", Err: errors.New("open testdata/sample/gone.txt: no such file or directory")},
			{Path: "feed.jsonl", Record: 7, Err: errors.New(`no "text"`)},
		},
	}
}

// sampleReport is the report of the sample.
func sampleReport(t testing.TB) *Report {
	return Build(sample(t), Options{Version: "1.2.3", Model: "sample-1"})
}
