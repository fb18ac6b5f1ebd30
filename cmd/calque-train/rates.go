package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/heuristics"
)

func ratesCommand() *cobra.Command {
	var data, only []string
	var show int
	var label, out, version string
	c := &cobra.Command{
		Use:   "rates",
		Short: "Count what each heuristic finds in native, human-translated and machine-translated articles",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			rows, err := readRows(data)
			if err != nil {
				return err
			}
			hs := heuristics.All()
			if len(only) > 0 {
				hs = slices.DeleteFunc(hs, func(h detect.Heuristic) bool {
					return !slices.Contains(only, h.Name) && !slices.Contains(only, string(h.Family))
				})
			}
			engine, err := detect.NewEngine(hs)
			if err != nil {
				return err
			}
			counted := count(engine, rows)
			if show > 0 {
				showHits(cmd.OutOrStdout(), rows, counted, label, show)
			}
			t := tabulate(engine, rows, counted)
			t.print(cmd.OutOrStdout(), rows, counted)
			printRanking(cmd.OutOrStdout(), rows, counted)
			if out != "" {
				t.Version = version
				t.keepHistory(heuristics.Measured())
				t.Check = sampleCounts(engine, everyNth(rows))
				return t.write(out)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringSliceVar(&data, "data", []string{"../shared/data/detect/train.jsonl.gz", "../shared/data/detect/dev.jsonl.gz"}, "labelled articles, JSON Lines")
	f.StringSliceVar(&only, "rule", nil, "only these rules or families, those that are off included")
	f.IntVar(&show, "show", 0, "print this many findings, spread over the data")
	f.StringVar(&label, "label", "", "print findings of this label only: native, human-translated or machine-translated")
	f.StringVar(&out, "out", "", "write the rates of all rules to this file")
	f.StringVar(&version, "as", "0.1.0", "the version of calque that --out names; rates of another version become history")
	return c
}

// counts is what was found in one row.
type counts struct {
	words int
	found []hit
}

type hit struct {
	h       *detect.Heuristic
	excerpt string
	around  string
}

// count applies the engine to all rows; the result is in their order.
func count(e *detect.Engine, rows []row) []counts {
	out := make([]counts, len(rows))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(rows); i += workers {
				a := rows[i].article()
				out[i].words = a.Words()
				for _, f := range e.Find(&detect.Document{Article: a}) {
					x := hit{h: f.Heuristic}
					if f.Removed != nil {
						x.around, x.excerpt = f.Removed.Text, f.Removed.Text
					} else {
						from, to := max(0, f.Start-90), min(len(a.Text), f.End+90)
						x.excerpt = a.Slice(f.Span)
						x.around = strings.ToValidUTF8(a.Text[from:f.Start]+"⟦"+x.excerpt+"⟧"+a.Text[f.End:to], "")
						x.around = strings.ReplaceAll(x.around, "\n", " ¶ ")
					}
					out[i].found = append(out[i].found, x)
				}
			}
		})
	}
	wg.Wait()
	return out
}

// showHits prints up to n findings, evenly spread.
func showHits(w io.Writer, rows []row, counted []counts, label string, n int) {
	var lines []string
	for i, c := range counted {
		if label != "" && rows[i].Label != label {
			continue
		}
		for _, x := range c.found {
			lines = append(lines, fmt.Sprintf("%-10.10s %s %-14.14s %s: %s", rows[i].Label, rows[i].SourceLanguage, rows[i].System, x.h.Name, x.around))
		}
	}
	step := max(1, len(lines)/n)
	for i := 0; i < len(lines); i += step {
		fmt.Fprintln(w, lines[i])
	}
	fmt.Fprintln(w)
}

// A table holds the rates of all rules, in the order of the catalogue.
type table struct {
	heuristics.RatesTable
	order []*detect.Heuristic
}

func tabulate(e *detect.Engine, rows []row, counted []counts) table {
	t := table{RatesTable: heuristics.RatesTable{Words: map[string]int{}, Rules: map[string]heuristics.RuleRates{}}}
	hits := map[string]map[string]int{} // rule → label or source language → hits
	sources := map[string]map[string]bool{}
	for i := range e.Heuristics() {
		h := &e.Heuristics()[i]
		t.order = append(t.order, h)
		hits[h.Name], sources[h.Name] = map[string]int{}, map[string]bool{}
	}
	for i, c := range counted {
		label, language := rows[i].Label, rows[i].SourceLanguage
		t.Words[label] += c.words
		if label == machineTranslated {
			t.Words[language] += c.words
		}
		for _, x := range c.found {
			hits[x.h.Name][label]++
			if label == machineTranslated {
				hits[x.h.Name][language]++
				sources[x.h.Name][rows[i].Group] = true
			}
		}
	}
	for _, h := range t.order {
		n := hits[h.Name]
		r := heuristics.RuleRates{
			Native: t.rate(n, native), NativeHits: n[native],
			Human: t.rate(n, humanTranslated), HumanHits: n[humanTranslated],
			Machine: t.rate(n, machineTranslated), MachineHits: n[machineTranslated],
			MachineSources: len(sources[h.Name]),
			ByLanguage:     map[string]float64{}, History: []heuristics.PastRates{},
		}
		for key := range n {
			if key != native && key != humanTranslated && key != machineTranslated {
				r.ByLanguage[key] = t.rate(n, key)
			}
		}
		t.Rules[h.Name] = r
	}
	return t
}

// rate is the hits per 100,000 words, to two decimals.
func (t table) rate(hits map[string]int, key string) float64 {
	if t.Words[key] == 0 {
		return 0
	}
	return math.Round(float64(hits[key])*1e7/float64(t.Words[key])) / 100
}

// everyNth are the rows that the table's check counts.
func everyNth(rows []row) []row {
	var out []row
	for i := 0; i < len(rows); i += 20 {
		out = append(out, rows[i])
	}
	return out
}

// sampleCounts are the findings of each rule in the rows; rules without any
// are left out.
func sampleCounts(e *detect.Engine, rows []row) map[string]int {
	out := map[string]int{}
	for _, c := range count(e, rows) {
		for _, x := range c.found {
			out[x.h.Name]++
		}
	}
	return out
}

// keepHistory carries the rates of an older table along, where they differ.
func (t table) keepHistory(old heuristics.RatesTable) {
	for name, r := range t.Rules {
		before, ok := old.Rules[name]
		if !ok {
			continue
		}
		r.History = append(r.History, before.History...)
		if old.Version != t.Version && (before.Native != r.Native || before.Human != r.Human || before.Machine != r.Machine) {
			r.History = append(r.History, heuristics.PastRates{Version: old.Version, Native: before.Native, Human: before.Human, Machine: before.Machine})
		}
		t.Rules[name] = r
	}
}

func (t table) print(w io.Writer, rows []row, counted []counts) {
	fmt.Fprintf(w, "%-44s %8s %8s %8s %6s %5s  %s\n", "rule (rates per 100,000 words)", "native", "human", "machine", "ratio", "docs", "by source language")
	for _, h := range t.order {
		r := t.Rules[h.Name]
		name := h.Name
		if h.Off {
			name += " (off)"
		}
		fmt.Fprintf(w, "%-44s %8.2f %8.2f %8.2f %6.1f %5d  %s\n", name, r.Native, r.Human, r.Machine, r.Ratio(t.Words[native]), r.MachineSources, r.Strongest())
	}
	// The bars: findings of the default rules per 1,000 words.
	type sum struct{ major, minor, words int }
	sums := map[string]*sum{}
	for i, c := range counted {
		s := sums[rows[i].Label]
		if s == nil {
			s = &sum{}
			sums[rows[i].Label] = s
		}
		s.words += c.words
		for _, x := range c.found {
			switch {
			case x.h.Off:
			case x.h.Severity >= detect.Major:
				s.major++
			default:
				s.minor++
			}
		}
	}
	fmt.Fprintf(w, "\ndefault rules, findings per 1,000 words   major or critical    minor     words\n")
	for _, label := range []string{native, humanTranslated, machineTranslated} {
		if s := sums[label]; s != nil {
			fmt.Fprintf(w, "%-40s %18.4f %8.4f %9d\n", label, 1000*float64(s.major)/float64(s.words), 1000*float64(s.minor)/float64(s.words), s.words)
		}
	}
}

func (t table) write(path string) error {
	data, err := json.MarshalIndent(t.RatesTable, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}
