package main

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/calque-check/calque/reports"
)

func TestBreaches(t *testing.T) {
	r := &reports.Report{
		Articles: []reports.Article{
			{
				Path: "a.txt", Scores: reports.Scores{Quality: 70},
				Origin:   &reports.Origin{MachineTranslated: 0.8, Confidence: "medium"},
				Declared: []reports.Declaration{{Kind: "translator", Text: "Ana Kos"}},
				Findings: []reports.Finding{
					{Rule: "calque-a", Family: "tense", Severity: "major", Line: 1, Column: 2},
					{Rule: "altered-quotation", Family: "others", Severity: "critical", Line: 3, Column: 4},
				},
			},
			{Path: "b.jsonl", Record: 2, Scores: reports.Scores{Quality: 100}},
		},
		Errors: []reports.Error{
			{Path: "c.txt", Error: "looks like French", NotEnglish: true},
			{Path: "d.txt", Error: "not there"},
		},
	}
	value := func(v float64) *float64 { return &v }
	text := func(s string) *string { return &s }
	on := true
	off := false
	for _, test := range []struct {
		name string
		gate gateConfig
		want []string
	}{
		{"nothing", gateConfig{}, nil},
		{"minor", gateConfig{FailOn: text("minor")}, []string{"a.txt: breaks fail-on=minor: 2 findings, calque-a at 1:2, altered-quotation at 3:4"}},
		{"critical", gateConfig{FailOn: text("critical")}, []string{"a.txt: breaks fail-on=critical: 1 finding, altered-quotation at 3:4"}},
		{"rule", gateConfig{FailRules: []string{"calque-a"}}, []string{"a.txt: breaks fail-rules=calque-a: 1 finding, calque-a at 1:2"}},
		{"family", gateConfig{FailRules: []string{"x", "others"}}, []string{"a.txt: breaks fail-rules=x,others: 1 finding, altered-quotation at 3:4"}},
		{"quality at the limit", gateConfig{MinQuality: value(70)}, nil},
		{"quality", gateConfig{MinQuality: value(70.1)}, []string{"a.txt: breaks min-quality=70.1: its quality is 70.0"}},
		{"machine", gateConfig{MaxMachineTranslated: value(0.7)}, []string{"a.txt: breaks max-machine-translated=0.7: machine-translated with probability 0.80, confidence medium"}},
		{"machine at the limit", gateConfig{MaxMachineTranslated: value(0.8)}, nil},
		{"machine, too little confidence", gateConfig{MaxMachineTranslated: value(0.7), Confidence: text("high")}, nil},
		{"quotations", gateConfig{AlteredQuotations: &on}, []string{"a.txt: breaks altered-quotations=true: 1 finding, altered-quotation at 3:4"}},
		{"declared", gateConfig{DeclaredTranslations: &on}, []string{`a.txt: breaks declared-translations=true: it declares itself: "Ana Kos"`}},
		{"switched off", gateConfig{AlteredQuotations: &off, DeclaredTranslations: &off, OtherLanguages: &off}, nil},
		{"language", gateConfig{OtherLanguages: &on}, []string{"c.txt: breaks other-languages=true: looks like French"}},
		{"two lines", gateConfig{FailOn: text("critical"), MinQuality: value(90)}, []string{
			"a.txt: breaks fail-on=critical: 1 finding, altered-quotation at 3:4",
			"a.txt: breaks min-quality=90: its quality is 70.0",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := test.gate.policy(func(key string, value any) string { return fmt.Sprintf("%s=%v", key, value) })
			var got []string
			for _, b := range breaches(r, func(string, string) policy { return p }) {
				got = append(got, b.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("breaches (-want +got):\n%s", diff)
			}
		})
	}
}

// The policy for each article is asked for by its path and publisher.
func TestBreachesByArticle(t *testing.T) {
	r := &reports.Report{Articles: []reports.Article{
		{Path: "a.txt", Publisher: "The Wire", Scores: reports.Scores{Quality: 50}},
		{Path: "b.txt", Scores: reports.Scores{Quality: 50}},
	}}
	least := 60.0
	strict := gateConfig{MinQuality: &least}.policy(func(key string, _ any) string { return key })
	got := breaches(r, func(_, publisher string) policy {
		if publisher == "The Wire" {
			return strict
		}
		return nil
	})
	if len(got) != 1 || got[0].path != "a.txt" {
		t.Errorf("got %v, want one breach of a.txt", got)
	}
}
