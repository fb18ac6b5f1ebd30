package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

func benchmarkCommand() *cobra.Command {
	var trainFiles, testFiles []string
	var positive, negative string
	c := &cobra.Command{
		Use:   "benchmark --train FILE... --test FILE... --positive LABEL --negative LABEL",
		Short: "Apply the recipe of the origin model to labelled files and print how well it does",
		Long: `Apply the recipe of the origin model to labelled files and print how well it does.

Rows of --train marked "roundtrip" (English that was translated and translated back)
are learned from only against native English, where all machine translations of --test
are so marked, and then beside nothing but the native articles that they were made of.
All rows of --test that have one of the labels are judged.

Native English and straight translations, whose topics differ, are told apart as the
embedded model does it; what has the same topics (round trips, or translations of the
same documents), by a model that looks at open-class words too.

Where --train has all four of the same years, native English with its round trips and
translations by people and by machines, another model learns from the two that are not
asked for, and a part of what it says is added: what a machine does to a text it does
to both.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			trainRows, err := readRows(trainFiles)
			if err != nil {
				return err
			}
			testRows, err := readRows(testFiles)
			if err != nil {
				return err
			}
			return benchmark(trainRows, testRows, positive, negative, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	f.StringSliceVar(&trainFiles, "train", nil, "labelled articles to learn from")
	f.StringSliceVar(&testFiles, "test", nil, "labelled articles to judge")
	f.StringVar(&positive, "positive", machineTranslated, "the label to find")
	f.StringVar(&negative, "negative", native, "the label to tell it from")
	for _, name := range []string{"train", "test"} {
		if err := c.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return c
}

func benchmark(trainRows, testRows []row, positive, negative string, out io.Writer) error {
	only := func(rows []row) []row {
		return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.Label != positive && r.Label != negative })
	}
	all := trainRows
	trainRows, testRows = only(trainRows), only(testRows)
	// Beside translations by people a round trip is no translation of their source.
	againstNative := positive == native || negative == native
	others := slices.ContainsFunc(testRows, func(r row) bool { return r.Label == machineTranslated && !r.Roundtrip })
	trainRows = likeRoundTrips(trainRows, againstNative && !others)
	beside := besidePair(all, trainRows)
	r := runPair(documents(trainRows), documents(beside), documents(testRows), positive, negative)
	if r.trained[0] == 0 || r.trained[1] == 0 {
		return fmt.Errorf("the training files hold %d rows labelled %q and %d labelled %q; both are needed",
			r.trained[1], positive, r.trained[0], negative)
	}
	if len(r.positives) == 0 || len(r.negatives) == 0 {
		return fmt.Errorf("the test files hold %d rows labelled %q and %d labelled %q; both are needed",
			len(r.positives), positive, len(r.negatives), negative)
	}
	_, err := fmt.Fprintf(out, `trained on  %d %s, %d %s
tested on   %d %s, %d %s
accuracy    %.3f
AUC         %s
recall at 1%% false alarms  %.3f
recall at 5%% false alarms  %.3f
`, r.trained[1], positive, r.trained[0], negative, len(r.positives), positive, len(r.negatives), negative,
		r.accuracy(), aucWithInterval(r.positives, r.negatives),
		learn.RecallAt(r.positives, r.negatives, .01), learn.RecallAt(r.positives, r.negatives, .05))
	return err
}

// likeRoundTrips are the round trips among the rows with the native articles
// that they were made of; or, where those are not asked for or there are none,
// the rows that are no round trips. What is the only translation by a machine
// stays.
func likeRoundTrips(rows []row, asked bool) []row {
	made, straight := map[string]bool{}, false
	for _, r := range rows {
		if r.Roundtrip {
			made[r.Group] = true
		} else if r.Label == machineTranslated {
			straight = true
		}
	}
	matched := len(made) > 0 && (asked || !straight)
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
		if matched {
			return r.Label == machineTranslated && !r.Roundtrip || r.Label == native && !made[r.Group]
		}
		return r.Roundtrip
	})
}

// A pairResult holds the log-odds that a model of two labels gave to test
// rows.
type pairResult struct {
	trained              [2]int // rows of the negative and of the positive label
	positives, negatives []float64
}

// accuracy is the share of rows on the right side of even odds.
func (r pairResult) accuracy() float64 {
	right := 0
	for _, p := range r.positives {
		if p > 0 {
			right++
		}
	}
	for _, n := range r.negatives {
		if n <= 0 {
			right++
		}
	}
	return float64(right) / float64(len(r.positives)+len(r.negatives))
}

// runPair learns to tell two labels apart and judges the test rows. Beside them
// it learns from what besidePair gives, which may be nothing.
func runPair(train, beside, test []document, positive, negative string) pairResult {
	var r pairResult
	labels := []string{negative, positive}
	for _, d := range train {
		r.trained[slices.Index(labels, d.Label)]++
	}
	z := make([]float64, len(test))
	score := fitFor(train, beside, negative, positive)
	each(len(test), func(i int) { z[i] = score(&test[i]) })
	for i, d := range test {
		if d.Label == positive {
			r.positives = append(r.positives, z[i])
		} else {
			r.negatives = append(r.negatives, z[i])
		}
	}
	return r
}

// fitFor learns to tell two labels apart and gives the log-odds of the positive
// one. Native English has other topics than what was translated from other
// languages, so that only what masks them can be trusted; where both labels
// tell the same things, words tell much.
func fitFor(train, beside []document, negative, positive string) func(*document) float64 {
	sameTopics := negative != native && positive != native ||
		slices.ContainsFunc(train, func(d document) bool { return d.Roundtrip })
	if !sameTopics {
		return fitMasked(train, negative, positive).score
	}
	score := fitPair(train, negative, positive).score
	if len(beside) == 0 {
		return score
	}
	return fitBeside(score, train, beside, negative, positive)
}
