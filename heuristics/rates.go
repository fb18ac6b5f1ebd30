package heuristics

import (
	"cmp"
	_ "embed" // rates.json
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// RuleRates says how often a heuristic fires in labelled articles: findings
// per 100,000 words by label, and for machine translation by source language.
// `calque-train rates` measures them.
type RuleRates struct {
	Native         float64            `json:"native"`
	Human          float64            `json:"human_translated"`
	Machine        float64            `json:"machine_translated"`
	NativeHits     int                `json:"native_hits"`
	HumanHits      int                `json:"human_translated_hits"`
	MachineHits    int                `json:"machine_translated_hits"`
	MachineSources int                `json:"machine_translated_sources"` // distinct source documents among the hits
	ByLanguage     map[string]float64 `json:"by_language"`
	History        []PastRates        `json:"history"` // of earlier versions, oldest first
}

// PastRates are the rates that a heuristic had in an earlier version of
// calque, per 100,000 words.
type PastRates struct {
	Version string  `json:"version"`
	Native  float64 `json:"native"`
	Human   float64 `json:"human_translated"`
	Machine float64 `json:"machine_translated"`
}

// A RatesTable is what `calque-train rates --out heuristics/rates.json` writes.
type RatesTable struct {
	Version string               `json:"version"` // of calque, when the rates were measured
	Words   map[string]int       `json:"words"`   // by label, and of machine translation by source language
	Rules   map[string]RuleRates `json:"rules"`

	// Check counts the findings of each rule in every 20th article, so that a
	// test can tell quickly whether the table is up to date.
	Check map[string]int `json:"check"`
}

// Ratio is how many times as often the heuristic fires in machine translation
// as in native text, with half a hit added to the native ones so that none
// does not mean infinity.
func (r RuleRates) Ratio(nativeWords int) float64 {
	if nativeWords == 0 {
		return 0
	}
	return r.Machine / ((float64(r.NativeHits) + 0.5) * 1e5 / float64(nativeWords))
}

//go:embed rates.json
var ratesFile []byte

// Measured is the table of rates that stands in the binary.
var Measured = sync.OnceValue(func() RatesTable {
	var t RatesTable
	if err := json.Unmarshal(ratesFile, &t); err != nil {
		panic("heuristics/rates.json: " + err.Error()) // a test reads it
	}
	return t
})

// Rates are the measured rates of a heuristic and the number of words they
// were measured on, by label and by source language; false when the heuristic
// was not measured.
func Rates(name string) (RuleRates, map[string]int, bool) {
	r, ok := Measured().Rules[name]
	return r, Measured().Words, ok
}

// Strongest lists the source languages that leave the artifact most, with
// their rates, at most five.
func (r RuleRates) Strongest() string {
	codes := slices.SortedFunc(maps.Keys(r.ByLanguage), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.ByLanguage[b], r.ByLanguage[a]), cmp.Compare(a, b))
	})
	var out []string
	for _, c := range codes[:min(5, len(codes))] {
		out = append(out, fmt.Sprintf("%s %.1f", c, r.ByLanguage[c]))
	}
	return strings.Join(out, ", ")
}
