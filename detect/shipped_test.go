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

// Every run begins with making the tables of the phrases, and making them again
// because they were too small takes half as long again.
func TestRoomForPhrases(t *testing.T) {
	hs, err := detect.Select(heuristics.All(), detect.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := detect.NewEngine(hs)
	if err != nil {
		t.Fatal(err)
	}
	if tables := e.Outgrown(); len(tables) > 0 {
		t.Errorf("the rules' phrases need more room than newMatcher makes for %v", tables)
	}
}
