package reports

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
)

func emptyReport() *Report { return Build(&detect.Result{}, Options{}) }

func TestCodePoints(t *testing.T) {
	for _, text := range []string{
		"", "plain", strings.Repeat("é", 300), strings.Repeat("a", 255) + "€" + strings.Repeat("字", 200),
		"broken \xff\xfe\x80 bytes" + strings.Repeat("\x80", 600), strings.Repeat("👩‍🚀", 100),
		"stray \x80\x80\x80\x80\x80 bytes é" + strings.Repeat("a", 100) + "é",
	} {
		c := newCodePoints(text)
		count := 0
		for i := range text {
			if got := c.at(i); got != count && utf8.RuneStart(text[i]) {
				t.Fatalf("%.20q: byte %d is code point %d, not %d", text, i, count, got)
			}
			count++
		}
		if got := c.at(len(text)); got != count {
			t.Errorf("%.20q: has %d code points, not %d", text, count, got)
		}
		if c.at(-5) != 0 || c.at(len(text)+5) != count {
			t.Errorf("%.20q: offsets outside are not brought in", text)
		}
	}
}

// result is a run over articles with findings at the given words.
func result(h *detect.Heuristic, words string, inputs ...string) *detect.Result {
	r := &detect.Result{Heuristics: []detect.Heuristic{*h}}
	for _, in := range inputs {
		a := draft("a.txt", in, nil)
		c := detect.Checked{Document: &detect.Document{Article: a}, Story: -1, Score: detect.Score{Quality: 100, Rank: 1}}
		for at := 0; ; {
			i := strings.Index(a.Text[at:], words)
			if i < 0 {
				break
			}
			at += i
			c.Findings = append(c.Findings, detect.Finding{Heuristic: h, Match: detect.Match{Span: article.Span{Start: at, End: at + len(words)}, Message: h.Message, Severity: h.Severity}})
			at += len(words)
		}
		r.Articles = append(r.Articles, c)
	}
	return r
}

func prints(r *Report) []string {
	var out []string
	for _, f := range r.Articles[0].Findings {
		out = append(out, f.Fingerprint)
	}
	return out
}

func TestFingerprint(t *testing.T) {
	const text = "Title of it\nHe would have gone home early, they said.\nShe would have gone home early, they said.\nHe would have gone home early, they said.\n"
	of := func(in string) []string { return prints(Build(result(&hearsay, "would have gone", in), Options{})) }
	base := of(text)
	if len(base) != 3 || base[0] == base[1] || base[1] == base[2] || base[0] == base[2] {
		t.Fatalf("not three different ones: %q", base)
	}
	for _, same := range []string{
		strings.Replace(text, "Title", "Longer title – é", 1),
		strings.Replace(text, "\nShe", "\nAnother paragraph, put in.\n\n\nShe", 1),
		strings.ReplaceAll(text, "they said", "they always say"), // more than three words away
		strings.ReplaceAll(text, "home", "Home"),
	} {
		if got := of(same); strings.Join(got, " ") != strings.Join(base, " ") {
			t.Errorf("%q: got %q, want %q", same, got, base)
		}
	}
	for _, other := range []string{
		strings.ReplaceAll(text, "gone home", "gone out"),
	} {
		if got := of(other); got[0] == base[0] {
			t.Errorf("%q has the same fingerprint", other)
		}
	}
	if got := prints(Build(result(&cleft, "would have gone", text), Options{})); got[0] == base[0] {
		t.Error("another rule has the same fingerprint")
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-14T07:12:40Z": "14 March 2024, 07:12", "2022-08-20": "20 August 2022", "Tuesday": "Tuesday", "": "",
	} {
		if got := day(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestIDs(t *testing.T) {
	mk := func(id, path string, record int) detect.Checked {
		a := draft(path, "Title", nil)
		a.ID, a.Record = id, record
		return detect.Checked{Document: &detect.Document{Article: a}}
	}
	var got []string
	for _, a := range Build(&detect.Result{Articles: []detect.Checked{mk("", "x", 0), mk("x", "y", 0), mk("x", "z", 0), mk("", "f.jsonl", 2), mk("", "", 0), mk("x", "y", 0)}}, Options{}).Articles {
		got = append(got, a.ID)
	}
	want := "x~2 x x~3 f.jsonl#2 article-5 x~4"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSlips checks that a wrong span or a number that JSON cannot hold does
// not cost the report.
func TestSlips(t *testing.T) {
	res := result(&hearsay, "would", "Title\nHe would go, é.")
	c := &res.Articles[0]
	c.Findings[0].Start, c.Findings[0].End = 900, 20
	c.Score.Quality = math.NaN()
	c.Findings[0].Related = []detect.Related{{Article: draft("elsewhere", "Unknown", nil)}}
	c.Origin = &origin.Judgement{Native: 1.0 / 3, HumanTranslated: 1.0 / 3, MachineTranslated: 1.0 / 3, Confidence: "low"}
	r := Build(res, Options{})
	validate(t, written(t, "json", r, Options{}))
	o := r.Articles[0].Origin
	if sum := o.Native + o.HumanTranslated + o.MachineTranslated; math.Abs(sum-1) > 1e-12 {
		t.Errorf("the probabilities sum to %v", sum)
	}
}

// bigParagraph is a report of one paragraph with n findings.
func bigParagraph(n int) *Report {
	in := "Title\n" + strings.Repeat("He would have gone home é early, they said to us all the time and more words. ", n)
	return Build(result(&hearsay, "would have gone", in), Options{})
}

// TestBigParagraph checks that every format can write a paragraph with many
// findings. BenchmarkBigParagraph tells whether the cost grows with their
// number or with its square.
func TestBigParagraph(t *testing.T) {
	r := bigParagraph(1000)
	for _, name := range FormatNames() {
		if len(written(t, name, r, Options{})) == 0 {
			t.Errorf("%s: nothing was written", name)
		}
	}
}

func BenchmarkBigParagraph(b *testing.B) {
	for _, n := range []int{200, 2000} {
		r := bigParagraph(n)
		for _, name := range FormatNames() {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					written(b, name, r, Options{})
				}
			})
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	r := sample(b)
	for b.Loop() {
		Build(r, Options{})
	}
}

func BenchmarkFormats(b *testing.B) {
	r := sampleReport(b)
	for _, f := range FormatNames() {
		b.Run(f, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.SetBytes(int64(len(written(b, f, r, Options{}))))
			}
		})
	}
}
