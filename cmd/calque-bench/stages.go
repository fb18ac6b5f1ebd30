package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/heuristics"
)

func stagesCommand() *cobra.Command {
	var runs int
	cmd := &cobra.Command{
		Use:   "stages FILE.jsonl",
		Short: "Time each stage of a check alone on one core, beside reading and tokenising alone",
		Long: `Says how far calque is from the limit: reading the bytes, decoding the records
and finding the words with nothing else are what no checker can do without.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return stages(cmd.OutOrStdout(), args[0], runs) },
	}
	cmd.Flags().IntVar(&runs, "runs", 3, "how often each stage is run; the table has the fastest")
	return cmd
}

// A record is what the yardsticks decode of an article.
type record struct {
	Text string `json:"text"`
}

func stages(out io.Writer, file string, runs int) error {
	runtime.GOMAXPROCS(1)
	hs, err := detect.Select(heuristics.All(), detect.Selection{})
	if err != nil {
		return err
	}
	engine, err := detect.NewEngine(hs)
	if err != nil {
		return err
	}
	var texts []string
	var articles []*article.Article
	size := int64(0)
	for r, err := range records(file) {
		if err != nil {
			return err
		}
		texts = append(texts, r.Text)
		size += int64(len(r.Text))
	}
	load := func(keep bool) error {
		reader := &article.Reader{}
		for item, err := range reader.Items(file) {
			if err != nil {
				return err
			}
			a, err := reader.Load(item)
			if err != nil {
				return err
			}
			if keep {
				articles = append(articles, a)
			}
		}
		return nil
	}
	if err := load(true); err != nil {
		return err
	}
	each := func(do func(*article.Article)) func() error {
		return func() error {
			for _, a := range articles {
				do(a)
			}
			return nil
		}
	}
	rows := []struct {
		name string
		do   func() error
	}{
		{"reading the bytes", func() error { return scanLines(file) }},
		{"decoding the records (encoding/json)", func() error {
			for _, err := range records(file) {
				if err != nil {
					return err
				}
			}
			return nil
		}},
		{"tokenising alone (uax29)", func() error {
			for _, t := range texts {
				for w := words.FromString(t); w.Next(); {
				}
			}
			return nil
		}},
		{"calque: reading and segmenting", func() error { return load(false) }},
		{"calque: language", each(func(a *article.Article) { language.Identify(a); language.Passages(a) })},
		{"calque: all rules", each(func(a *article.Article) { engine.Find(&detect.Document{Article: a}) })},
		{"calque: origin model", each(func(a *article.Article) { origin.Judge(a, origin.Full) })},
		{"calque: origin model, probabilities alone", each(func(a *article.Article) { origin.Judge(a, origin.Bare) })},
	}
	fmt.Fprintf(out, "%d articles, %.2f MB of text; one core, fastest of %d\n\n| stage | MB/s | ms an article |\n|---|--:|--:|\n", len(texts), float64(size)/1e6, runs)
	for _, row := range rows {
		best := time.Duration(1<<63 - 1)
		for range runs {
			runtime.GC()
			start := time.Now()
			if err := row.do(); err != nil {
				return err
			}
			best = min(best, time.Since(start))
		}
		fmt.Fprintf(out, "| %s | %.1f | %.3f |\n", row.name, rate(size, best), best.Seconds()*1e3/float64(len(texts)))
	}
	return nil
}

func scanLines(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), 64<<20)
	for lines.Scan() {
	}
	return lines.Err()
}

// records decodes a JSON Lines file.
func records(file string) func(yield func(record, error) bool) {
	return func(yield func(record, error) bool) {
		data, err := os.ReadFile(file)
		if err != nil {
			yield(record{}, err)
			return
		}
		for line := range bytes.Lines(data) {
			var r record
			err := json.Unmarshal(line, &r)
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}
