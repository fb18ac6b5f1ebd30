package reports

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"iter"
	"strings"
	"testing"
	"unicode/utf16"
)

func stream(articles []Article) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		for i := range articles {
			if !yield(&articles[i], nil) {
				return
			}
		}
	}
}

// corpus are n invented articles with a finding of one rule each, and one of
// another in every tenth.
func corpus(n int) []Article {
	var out []Article
	for i := range n {
		text := fmt.Sprintf("The ferry number %d would have sailed at noon, it is said.", i)
		a := Article{ID: fmt.Sprintf("ferry-%d", i), Title: "=HYPERLINK(\"x\")", Publisher: "The Quay", Words: 11, Text: text, Parts: []Part{{"body", 0, len(text)}}}
		at := strings.Index(text, "would have")
		a.Findings = append(a.Findings, Finding{Rule: "sample-hearsay", Severity: "major", Start: at, End: at + 10, Excerpt: "would have", Fingerprint: fmt.Sprintf("f%d", i), Suggestions: []string{"-reportedly", "is said to"}})
		if i%10 == 0 {
			a.Findings = append(a.Findings, Finding{Rule: "sample-said", Severity: "minor", Start: 0, End: 3, Excerpt: "The", Fingerprint: fmt.Sprintf("g%d", i)})
		}
		out = append(out, a)
	}
	return out
}

func reviewed(t *testing.T, articles []Article, o ReviewOptions) (string, [][]string) {
	t.Helper()
	var b bytes.Buffer
	if _, _, err := WriteReview(&b, stream(articles), o); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), rows
}

func TestReviewSample(t *testing.T) {
	o := ReviewOptions{PerRule: 20, Seed: 7}
	first, rows := reviewed(t, corpus(200), o)
	if again, _ := reviewed(t, corpus(200), o); again != first {
		t.Error("the same seed draws another sample")
	}
	if other, _ := reviewed(t, corpus(200), ReviewOptions{PerRule: 20, Seed: 8}); other == first {
		t.Error("another seed draws the same sample")
	}
	byRule := map[string]int{}
	drawn := map[string]bool{}
	for _, r := range rows[1:] {
		byRule[r[2]]++
		drawn[r[14]] = true
	}
	if byRule["sample-hearsay"] != 20 || byRule["sample-said"] != 20 {
		t.Errorf("drawn: %v", byRule)
	}
	if r := rows[1]; r[3] != "major" || !strings.HasPrefix(r[4], "The ferry number ") || r[5] != "would have" || r[6] != "sailed at noon, it is said." ||
		r[7] != "'-reportedly | is said to" || r[10] != "'=HYPERLINK(\"x\")" || r[15] != "200" {
		t.Errorf("row: %q", r)
	}
	// The sample of a corpus that has grown by a tenth is mostly the same.
	_, grown := reviewed(t, corpus(220), o)
	kept := 0
	for _, r := range grown[1:] {
		if r[2] == "sample-hearsay" && drawn[r[14]] {
			kept++
		}
	}
	if kept < 14 {
		t.Errorf("%d of 20 findings are still in the sample", kept)
	}
}

func TestReadReview(t *testing.T) {
	_, rows := reviewed(t, corpus(40), ReviewOptions{PerRule: 10})
	for i, r := range rows[1:] {
		switch {
		case r[2] == "sample-hearsay" && i < 8:
			r[0] = "right"
		case r[2] == "sample-hearsay":
			r[0] = "Wrong"
		case i%2 == 0:
			r[0] = "?"
		}
	}
	for _, comma := range []rune{',', ';', '\t'} {
		var b bytes.Buffer
		b.WriteString("\ufeff")
		w := csv.NewWriter(&b)
		w.Comma = comma
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		saved := b.String()
		switch comma {
		case ';':
			saved = strings.ReplaceAll(saved, "\n", "\r") // as Macs once ended lines
		case '\t':
			saved = "\xff\xfe"
			for _, unit := range utf16.Encode([]rune(strings.TrimPrefix(b.String(), "\ufeff"))) {
				saved += string([]byte{byte(unit), byte(unit >> 8)})
			}
		}
		p, err := ReadReview(strings.NewReader(saved))
		if err != nil {
			t.Fatalf("%q: %v", comma, err)
		}
		first, second := p.Rules[0], p.Rules[1]
		if first.Rule != "sample-hearsay" || first.Right.Count != 8 || first.Right.Of != 10 || first.Right.Share != 0.8 || first.Findings != 40 {
			t.Errorf("%q: %+v", comma, first)
		}
		if second.Unsure != 2 || second.Open != 2 || p.Judged != 12 || p.Open != 2 || p.Weighted != 0.8 {
			t.Errorf("%q: %+v of %+v", comma, second, p)
		}
		var table bytes.Buffer
		if err := WritePrecision(&table, p); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(table.String(), "sample-hearsay    8 of 10     80%  49–94%") {
			t.Errorf("the table:\n%s", table.String())
		}
	}
	for name, test := range map[string]struct{ csv, want string }{
		"empty":     {"", "the file is empty"},
		"no column": {"rule,comment\nx,y\n", `there is no column "judgement"`},
		"no rule":   {"rule,judgement\n,\n,right\n", "line 3: is judged and names no rule"},
		"nonsense":  {"rule,judgement\nx,right\ny,perhaps not\n", `line 3: the judgement "perhaps not" is not right, wrong or unsure`},
	} {
		if _, err := ReadReview(strings.NewReader(test.csv)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
