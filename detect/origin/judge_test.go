package origin

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin/weights"
)

const council = `Harbour tolls to double in Port Ellery

Port Ellery's council voted late on Tuesday to double harbour tolls, a move skippers say will drive the last of the small boats out of town.

The vote, nine to six, came after three hours of shouting from the gallery. "We're being priced off our own quay," said Maggie Dunne, who has run the trawler Kittiwake out of the harbour for 22 years. She pays £40 a week to tie up; from April she'll pay £80.

Council leader Owen Pritchard said the money was needed to mend a sea wall that lost a third of its facing in last winter's storms. He'd hoped the Treasury would chip in, he told reporters, but it turned him down twice.

Engineers reckon the wall will cost £3.1m to fix. The tolls should raise about a tenth of that.

Dunne isn't convinced. "They found the cash for the bandstand quick enough," she said. The skippers' association meets on Friday to decide whether to take the council to court.
`

// councilBody is the article without its headline.
var councilBody = strings.TrimPrefix(council, "Harbour tolls to double in Port Ellery")

func parse(t testing.TB, text string) *article.Article {
	t.Helper()
	a, err := article.Parse("test.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestProbabilitiesAndContributionsAddUp(t *testing.T) {
	for _, text := range []string{council, "One sentence only.", strings.Repeat("The harbour is closed, according to the port. ", 60)} {
		j := Judge(parse(t, text), Full)
		if sum := j.Native + j.HumanTranslated + j.MachineTranslated; math.Abs(sum-1) > 1e-9 {
			t.Errorf("probabilities sum to %v", sum)
		}
		sum := 0.0
		for _, s := range j.Sentences {
			sum += s.Contribution
			if s.MachineTranslated < 0 || s.MachineTranslated > 1 {
				t.Errorf("a sentence has probability %v", s.MachineTranslated)
			}
		}
		if math.Abs(sum-j.LogOdds) > 1e-6 {
			t.Errorf("contributions sum to %v, want %v", sum, j.LogOdds)
		}
		if want := math.Log(j.MachineTranslated / j.Native); math.Abs(want-j.LogOdds) > 1e-6 {
			t.Errorf("log-odds %v, want %v", j.LogOdds, want)
		}
		if j.Verdict == "" {
			t.Error("no verdict")
		}
	}
}

func TestPlainNativeProse(t *testing.T) {
	j := Judge(parse(t, council), Full)
	if j.Native < .5 {
		t.Errorf("native %.2f, want most", j.Native)
	}
	if len(j.SourceLanguages) != 0 {
		t.Error("native prose has source languages")
	}
	if len(j.Evidence) == 0 {
		t.Fatal("no evidence")
	}
	for _, c := range j.Evidence {
		if strings.Contains(c.Cue, "Aa") || strings.Contains(c.Cue, "#") || c.Cue == "" {
			t.Errorf("cue %q is a feature, not words", c.Cue)
		}
	}
}

// What the model must not look at: quotation marks' shapes, dashes, spaces and
// where lines break.
func TestTypographyAndLayoutLeaveNoTrace(t *testing.T) {
	want := Judge(parse(t, council), Full)
	curly := strings.NewReplacer(` "`, " “", `" `, "” ", `",`, "”,", `,"`, ",”", "'", "’", "\n\n", "\n\n").Replace(council)
	if got := Judge(parse(t, curly), Full); math.Abs(got.LogOdds-want.LogOdds) > 1e-9 {
		t.Errorf("curly quotation marks: %v, straight %v", got.LogOdds, want.LogOdds)
	}
	body := councilBody[2:]
	want = Judge(parse(t, body), Full)
	lines := strings.NewReplacer(". ", ".\n", "\n\n", "\n").Replace(body)
	if got := Judge(parse(t, lines), Full); math.Abs(got.LogOdds-want.LogOdds) > 1e-9 {
		t.Errorf("a sentence a line: %v, paragraphs %v", got.LogOdds, want.LogOdds)
	}
}

func TestConfidence(t *testing.T) {
	long := strings.Repeat(councilBody, 2)
	for name, c := range map[string]struct {
		text string
		low  bool
	}{
		"short":      {"The mayor resigned on Monday. Nobody knows why.", true},
		"prose":      {long, false},
		"transcript": {strings.Repeat("ANNA BERG: What did the minister know about the bridge, and when did she know it?\n\nMODERATOR: We will come to that in a moment, if you allow me to finish here.\n\n", 8), true},
		"quotation":  {strings.Repeat("\"We were told nothing about the bridge, and when we asked they sent us away with a leaflet,\" she said.\n\n", 12), true},
		"figures":    {strings.Repeat("Aldham 3 Carse 1, Belmont 2 Dorne 2, Eastry 0 Fenwick 4, Gorse 1 Hale 1.\n\n", 15), true},
		"whereby":    {strings.ReplaceAll(long, "\n", " ") + " It signed a deal whereby the toll falls, and thereby pleased the drivers; therein lies its merit.", false},
		"legal":      {strings.Repeat("The tenant hereby agrees to pay the rent pursuant to section four of this agreement without any deduction at all.\n\n", 10), true},
	} {
		j := Judge(parse(t, c.text), Full)
		if (j.Confidence == Low) != c.low {
			t.Errorf("%s: confidence %s, doubts %v", name, j.Confidence, j.Doubts)
		}
		if (len(j.Doubts) > 0) != c.low {
			t.Errorf("%s: doubts %v", name, j.Doubts)
		}
	}
}

// Kinds of text that the model did not learn from, or can tell little about,
// must say so; reports must not.
func TestConfidenceByKind(t *testing.T) {
	for kind, low := range map[string]bool{
		"match": false, "obituary": false,
		"column": true, "interview": true, "legal": true, "listicle": true, "minutes": true, "poem": true,
		"quotes": true, "recipe": true, "results": true, "speech": true,
	} {
		text, err := os.ReadFile(filepath.Join("testdata", "kinds", kind+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		if j := Judge(parse(t, string(text)), Full); (j.Confidence == Low) != low {
			t.Errorf("%s: confidence %s, doubts %v", kind, j.Confidence, j.Doubts)
		}
	}
}

func TestOddInputs(t *testing.T) {
	for _, text := range []string{"", "\n\n\n", "....", "\xff\xfe", strings.Repeat("a", 1<<20), strings.Repeat("\"", 1<<16), strings.Repeat("a. ", 1<<16), "’s ’s n't 's"} {
		a, err := article.Parse("odd.txt", []byte(text))
		if err != nil {
			continue
		}
		j := Judge(a, Full)
		if math.IsNaN(j.Native) || math.IsNaN(j.LogOdds) || math.IsInf(j.LogOdds, 0) {
			t.Errorf("%.20q: %+v", text, j)
		}
		if j.Confidence != Low {
			t.Errorf("%.20q: confidence %s", text, j.Confidence)
		}
	}
}

func TestModelMatchesItsCard(t *testing.T) {
	card, err := os.ReadFile("MODEL.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := "`" + Version() + "`"; !strings.Contains(string(card), want) {
		t.Errorf("MODEL.md does not name the embedded model %s", want)
	}
	if want := Fingerprint(); !strings.Contains(string(card), want) {
		t.Errorf("MODEL.md was not written with the embedded weights: it lacks their fingerprint %s", want)
	}
	if len(stored) > 12<<20 {
		t.Errorf("the model has %d bytes, more than 12 MB", len(stored))
	}
}

func TestModelLoadsFast(t *testing.T) {
	best := time.Hour
	for range 5 {
		start := time.Now()
		if _, err := weights.Decode(stored); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	if best > 25*time.Millisecond {
		t.Errorf("loading takes %v, want under 25ms", best)
	}
}

func TestDamagedModel(t *testing.T) {
	for _, n := range []int{0, 5, 20, len(stored) / 2, len(stored) - 1} {
		if _, err := weights.Decode(stored[:n]); err == nil {
			t.Errorf("a model cut off at %d was read", n)
		}
	}
}

// The article known to come from a machine stands out among the seeds.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatal("../shared/seeds is absent")
		}
		t.Skip("../shared/seeds is absent")
	}
	machine, others := 0.0, 0.0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p := Judge(parse(t, string(raw)), Full).MachineTranslated
		if strings.HasPrefix(filepath.Base(f), "000") {
			machine = p
		} else {
			others = max(others, p)
		}
	}
	if machine < .5 || machine <= others {
		t.Errorf("the machine-translated seed has probability %.3f, the others at most %.3f", machine, others)
	}
}

func BenchmarkJudge(b *testing.B) {
	a := parse(b, strings.Repeat(councilBody, 3))
	b.ReportMetric(float64(a.Words()), "words")
	for b.Loop() {
		Judge(a, Full)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := weights.Decode(stored); err != nil {
			b.Fatal(err)
		}
	}
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		native, human, machine float64
		confidence             string
		want                   string
	}{
		{.95, .02, .03, High, "Very probably native English."},
		{.05, .20, .75, Medium, "Probably translated by a machine."},
		{.05, .35, .60, Medium, "Probably translated, rather by a machine than by a person."},
		{.05, .48, .47, Medium, "Probably translated; by a machine or by a person cannot be told."},
		{.22, .33, .45, Medium, "Perhaps translated; the signs are mixed."},
		{.34, .33, .33, Medium, "Cannot be told: the signs are mixed."},
	} {
		j := Judgement{Native: c.native, HumanTranslated: c.human, MachineTranslated: c.machine, Confidence: c.confidence}
		if got := verdict(j); got != c.want {
			t.Errorf("native %.2f, people %.2f, machine %.2f: %q, want %q", c.native, c.human, c.machine, got, c.want)
		}
	}
}

// What looks translated and is set where papers have an English of their own is
// no firm judgement; where it looks native, that is no doubt.
func TestOuterCircleIsDoubted(t *testing.T) {
	text := strings.Repeat("Officials in Lucknow said the bridge would be opened on Monday after repairs to the northern span. ", 12)
	a := parse(t, text)
	if degree, doubts := confidence(a, 300, .05, .95); degree != Low || !slices.Contains(doubts, outerCircle) {
		t.Errorf("%s confidence, doubts %q", degree, doubts)
	}
	if _, doubts := confidence(a, 300, .95, .95); slices.Contains(doubts, outerCircle) {
		t.Errorf("doubts %q of a native article", doubts)
	}
	if _, doubts := confidence(parse(t, strings.ReplaceAll(text, "Lucknow", "Leeds")), 300, .05, .95); slices.Contains(doubts, outerCircle) {
		t.Errorf("doubts %q of an article set in Leeds", doubts)
	}
}
