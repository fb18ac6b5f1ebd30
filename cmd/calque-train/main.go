// Command calque-train measures the heuristics and trains the origin model on
// labelled articles. Users of calque do not need it.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "calque-train",
		Short:         "Measure calque's heuristics and train its origin model on labelled articles",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(
		ratesCommand(),
		trainCommand(),
		evaluateCommand(),
		benchmarkCommand(),
		wordClassesCommand(),
	)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "calque-train:", err)
		os.Exit(1)
	}
}
