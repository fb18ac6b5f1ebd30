package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// defaultSegments are translations of a year of which the labelled articles hold
// nothing.
const defaultSegments = "../shared/data/spans/zh-en-2021.jsonl.gz"

// A segment is a piece of a translation, as professional translators marked it
// for errors: a sentence or a few.
type segment struct {
	Set            string `json:"set"` // the texts it belongs to, such as "news2021"
	System         string `json:"system"`
	Doc            string `json:"doc"`
	Segment        string `json:"segment"`
	SourceLanguage string `json:"source_language"`
	Text           string `json:"text"`
}

// readSegments puts the segments of each translation of a news article together,
// in the order of the file, where several people marked a segment once.
func readSegments(path string) ([]row, error) {
	type key struct{ doc, system string }
	at := map[key]int{}
	seen := map[segment]bool{}
	var rows []row
	err := eachLine(path, func(line []byte) error {
		var s segment
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		year, news := strings.CutPrefix(s.Set, "news")
		if !news {
			return nil
		}
		once := s
		once.Text = ""
		if seen[once] {
			return nil
		}
		seen[once] = true
		i, ok := at[key{s.Doc, s.System}]
		if !ok {
			i = len(rows)
			at[key{s.Doc, s.System}] = i
			label := machineTranslated
			if strings.HasPrefix(s.System, "ref") {
				label = humanTranslated
			}
			rows = append(rows, row{
				ID: "segments/" + s.Doc + "/" + s.System, Label: label, SourceLanguage: s.SourceLanguage, System: s.System,
				Year: year, Domain: "news", Group: "segments/" + s.Doc,
			})
		}
		rows[i].Text += s.Text + "\n"
		return nil
	})
	return rows, err
}

// year measures a model of human against machine translation on a year of which
// it has learned nothing, and the baseline beside.
func (r *report) year(docs, unseen []document) {
	docs = translations(docs)
	model := verdictsOf(fitPair(docs, humanTranslated, machineTranslated).score, unseen)
	plain := verdictsOf(fitBaseline(docs, humanTranslated).score, unseen)
	var people []string
	for _, d := range unseen {
		if d.Label == humanTranslated && !slices.Contains(people, d.System) {
			people = append(people, d.System)
		}
	}
	slices.Sort(people)
	what := "human vs machine translation, Chinese news of 2021, from all other years: AUC"
	for _, set := range append([]string{""}, people...) {
		others := func(v verdict) bool { return set != "" && v.Label == humanTranslated && v.System != set }
		if set != "" {
			what = "the same, of people's translations only those of set " + set
		}
		p, q := resultOf(slices.DeleteFunc(slices.Clone(model), others)), resultOf(slices.DeleteFunc(slices.Clone(plain), others))
		r.add(what, aucWithInterval(p.positives, p.negatives), "", "", fmt.Sprintf("%d machine, %d human", len(p.positives), len(p.negatives)))
		r.baseline = append(r.baseline, line{what: what, figure: aucWithInterval(q.positives, q.negatives)})
	}
}
