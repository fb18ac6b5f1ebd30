package detect_test

import (
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/heuristics"
)

// Where two words of the phrases have the same hash, every word of every article
// is compared letter by letter. That is right but slower, and nothing says so.
func TestNoTwoWordsOfTheRulesShareAHash(t *testing.T) {
	e, err := detect.NewEngine(heuristics.All())
	if err != nil {
		t.Fatal(err)
	}
	if e.Twins() {
		t.Error("two words of the rules' phrases have the same hash: see article.HashOf, and word one of them differently")
	}
	// Only the beginning and the end of a long word count in its hash.
	e, err = detect.NewEngine([]detect.Heuristic{{Name: "twins", Severity: detect.Minor, Phrases: []string{"abcdefghxijklmnop", "abcdefghyijklmnop"}}})
	if err != nil {
		t.Fatal(err)
	}
	if !e.Twins() {
		t.Error("two words with the same hash were not noticed")
	}
}
