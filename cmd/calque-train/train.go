package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect/origin/features"
	"github.com/calque-check/calque/detect/origin/weights"
)

// modelVersion is the version of the model that train writes; it changes with
// every change of its bytes.
const modelVersion = "origin-6"

var defaultData = []string{"../shared/data/detect/train.jsonl.gz", "../shared/data/detect/dev.jsonl.gz"}

func trainCommand() *cobra.Command {
	var data []string
	var segments, out string
	c := &cobra.Command{
		Use:   "train",
		Short: "Learn the origin model and write its weights and its model card",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return train(data, segments, out, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	dataFlags(c, &data, &segments)
	c.Flags().StringVar(&out, "out", "detect/origin", "directory to write model.bin and MODEL.md to")
	return c
}

// dataFlags are the flags that name what is learned from and judged.
func dataFlags(c *cobra.Command, data *[]string, segments *string) {
	c.Flags().StringSliceVar(data, "data", defaultData, "labelled articles, JSON Lines, gzipped or not")
	c.Flags().StringVar(segments, "segments", defaultSegments, "translations of a year that the articles do not have, segment by segment, which are judged and not learned from; \"\" for none")
}

// readData reads what is learned from and judged, and what is only judged.
func readData(data []string, segments string) (docs, unseen []document, err error) {
	rows, err := readRows(data)
	if err != nil {
		return nil, nil, err
	}
	if segments != "" {
		others, err := readSegments(segments)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", segments, err)
		}
		unseen = documents(others)
	}
	return documents(rows), unseen, nil
}

func train(data []string, segments, dir string, out, log io.Writer) error {
	docs, unseen, err := readData(data, segments)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { // before minutes of work, not after them
		return err
	}
	rep := study(docs, unseen, func(what string) { fmt.Fprintln(log, what) })
	m := build(docs, rep)
	stored, err := m.Encode()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "model.bin"), stored, 0o644); err != nil {
		return err
	}
	var card bytes.Buffer
	if err := writeCard(&card, rep, m, stored); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "MODEL.md"), card.Bytes(), 0o644); err != nil {
		return err
	}
	return rep.print(out)
}

// shipped reports whether the model that is embedded may learn from a row. The
// development part of the published benchmark stays out, so that the shipped
// model can be a starting point there.
func shipped(r row) bool {
	return r.source() != "htmt" || r.Year != "wmt18" || r.Roundtrip || r.Label == native
}

// build learns the model that is embedded, from all documents.
func build(docs []document, rep *report) *weights.Model {
	var use []document
	for _, d := range docs {
		if shipped(d.row) {
			use = append(use, d)
		}
	}
	o := fitContrasts(use)
	use = sample(use, 0)
	m := &weights.Model{Header: weights.Header{Version: modelVersion, Use: kinds, Origin: rep.curves, Languages: rep.languages, Language: rep.temperature, Bias: o.bias[:]}}
	means := usualValues(use, o.ids, o.n)
	rows := make([][]float64, 1<<features.Bits)
	var usual []float64
	for h, id := range o.ids {
		if id >= 0 {
			rows[h] = o.w[id][:]
			usual = append(usual, means[id])
		}
	}
	m.Head, m.Scale = weights.NewHead(rows, weights.Columns)
	m.SetUsual(usual)
	lang := fitLanguages(use, rep.languages)
	k := len(rep.languages)
	rows = make([][]float64, 1<<features.Bits)
	for h, id := range lang.ids {
		if id >= 0 {
			rows[h] = lang.W[int(id)*k : int(id)*k+k]
		}
	}
	m.Lang, m.LangScale = weights.NewHead(rows, k)
	m.LangBias = lang.W[lang.Features*k:]
	return m
}

// usualValues are the mean values of the features in native articles of
// ordinary length, against which an editor is told that something is frequent.
func usualValues(docs []document, ids []int32, n int) []float64 {
	mean, total := make([]float64, n), 0.0
	for _, d := range docs {
		if d.Label != native || !d.news() || d.words < 150 || d.words > 600 {
			continue
		}
		total++
		x := vector(ids, d.counts, true)
		for i, f := range x.Index {
			mean[f] += float64(x.Value[i])
		}
	}
	for f := range mean {
		mean[f] /= max(total, 1)
	}
	return mean
}
