package main

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/heuristics"
)

const renew = "run: go run ./cmd/calque-train rates --out heuristics/rates.json"

// TestRatesUpToDate checks that heuristics/rates.json holds what the rules do
// now: all of them, and in every 20th labelled article the very counts.
func TestRatesUpToDate(t *testing.T) {
	table := heuristics.Measured()
	var names []string
	for _, h := range heuristics.All() {
		names = append(names, h.Name)
	}
	slices.Sort(names)
	if measured := slices.Sorted(maps.Keys(table.Rules)); !slices.Equal(names, measured) {
		t.Fatalf("%d rules, %d of them measured; %s", len(names), len(measured), renew)
	}
	var data []string
	for _, name := range []string{"train", "dev"} {
		path := "../../../shared/data/detect/" + name + ".jsonl.gz"
		if _, err := os.Stat(path); err != nil {
			if os.Getenv("CALQUE_REQUIRE_SHARED") != "" {
				t.Fatal(err)
			}
			t.Skip("the labelled data is not here: ", err)
		}
		data = append(data, path)
	}
	rows, err := readRows(data)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := detect.NewEngine(heuristics.All())
	if err != nil {
		t.Fatal(err)
	}
	counts := sampleCounts(engine, everyNth(rows))
	for _, name := range names {
		if counts[name] != table.Check[name] {
			t.Errorf("%s: %d findings in the sample, the table has %d; %s", name, counts[name], table.Check[name], renew)
		}
	}
}
