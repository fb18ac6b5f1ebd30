// Package learn reads labelled articles, fits linear models to them and
// measures how well they do.
package learn

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// The labels of the data.
const (
	Native  = "native"
	Human   = "human-translated"
	Machine = "machine-translated"
)

// A Row is one labelled article of the data.
type Row struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Label     string `json:"label"`
	Language  string `json:"source_language"`
	System    string `json:"system"`
	Year      string `json:"year"`
	Domain    string `json:"domain"`
	Group     string `json:"group"` // articles of one group come from one source document
	Publisher string `json:"publisher"`
	Roundtrip bool   `json:"roundtrip"`
}

// Read reads rows from a file of JSON Lines, gzipped or not.
func Read(path string) ([]Row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		defer z.Close()
		r = z
	}
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	var rows []Row
	for {
		var row Row
		if err := dec.Decode(&row); err == io.EOF {
			return rows, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", path, len(rows)+1, err)
		}
		rows = append(rows, row)
	}
}
