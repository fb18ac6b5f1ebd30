package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// A row is one labelled article.
type row struct {
	ID             string `json:"id"`
	Text           string `json:"text"`
	Label          string `json:"label"` // native, human-translated or machine-translated
	SourceLanguage string `json:"source_language"`
	System         string `json:"system"`
	Year           string `json:"year"`
	Domain         string `json:"domain"`
	Group          string `json:"group"` // articles that share a source document
	Publisher      string `json:"publisher"`
	Roundtrip      bool   `json:"roundtrip"`
}

// The labels.
const (
	native            = "native"
	humanTranslated   = "human-translated"
	machineTranslated = "machine-translated"
)

// readRows reads JSON Lines files, gzipped or not.
func readRows(paths []string) ([]row, error) {
	var rows []row
	for _, path := range paths {
		if err := appendRows(&rows, path); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return rows, nil
}

func appendRows(rows *[]row, path string) error {
	return eachLine(path, func(line []byte) error {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		*rows = append(*rows, r)
		return nil
	})
}

// eachLine calls yield with the lines of a file, which may be gzipped, until it
// fails.
func eachLine(path string, yield func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		if err := yield(lines.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

// article makes an article of the row. Each line of a row is a paragraph; a
// short first line without a full stop is the headline.
func (r row) article() *article.Article {
	d := article.Draft{Article: article.Article{ID: r.ID, Path: r.ID}, Input: r.Text}
	at := 0
	for line := range strings.SplitAfterSeq(r.Text, "\n") {
		if text := strings.TrimSpace(line); text != "" {
			kind := article.Body
			if len(d.Parts) == 0 && len(text) < 150 && !strings.HasSuffix(text, ".") && len(r.Text) > 3*len(text) {
				kind, d.Title = article.Headline, text
			}
			d.Parts = append(d.Parts, article.Part{Kind: kind, Pieces: []article.Piece{{Text: text, Input: at + strings.Index(line, text)}}})
		}
		at += len(line)
	}
	return article.New(d)
}
