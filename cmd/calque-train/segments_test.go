package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSegmentsArePutTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "segments.jsonl")
	if err := os.WriteFile(path, []byte(strings.Join([]string{
		`{"set": "news2030", "system": "ref.A", "doc": "ferry", "segment": "1", "source_language": "zh", "text": "The ferry sank."}`,
		`{"set": "news2030", "system": "Quick", "doc": "ferry", "segment": "1", "source_language": "zh", "text": "The ferry has sunk."}`,
		`{"set": "news2030", "system": "Quick", "doc": "ferry", "segment": "1", "source_language": "zh", "text": "The ferry has sunk.", "annotator": "another"}`,
		`{"set": "talks", "system": "Quick", "doc": "talk", "segment": "1", "source_language": "zh", "text": "Good evening."}`,
		`{"set": "news2030", "system": "ref.A", "doc": "ferry", "segment": "2", "source_language": "zh", "text": "Nobody died."}`,
	}, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	rows, err := readSegments(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 {
		t.Fatalf("%d articles, want 2: %v", len(rows), rows)
	}
	for i, want := range []row{
		{Label: humanTranslated, Text: "The ferry sank.\nNobody died.\n", Year: "2030"},
		{Label: machineTranslated, Text: "The ferry has sunk.\n", Year: "2030"},
	} {
		if got := rows[i]; got.Label != want.Label || got.Text != want.Text || got.Year != want.Year || got.Group != rows[0].Group {
			t.Errorf("article %d: %+v, want %+v", i, got, want)
		}
	}
	if err := os.WriteFile(path, []byte("{\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readSegments(path); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error %v, want the line named", err)
	}
}
