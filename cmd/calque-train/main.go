// Command calque-train measures the heuristics and trains the origin model on
// labelled articles. Users of calque do not need it.
package main

import (
	"fmt"
	"os"
	"strings"

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
	root.SetArgs(spread(os.Args[1:]))
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "calque-train:", err)
		os.Exit(1)
	}
}

// spread lets a flag of files take several, as "--train a b --test c": each
// file after the first gets a flag of its own.
func spread(args []string) []string {
	var out []string
	flag, taken := "", 0
	for _, a := range args {
		switch {
		case strings.HasPrefix(a, "-"):
			flag, taken = "", 0
			if a == "--train" || a == "--test" || a == "--data" {
				flag = a
			}
		case flag != "":
			if taken++; taken > 1 {
				out = append(out, flag)
			}
		}
		out = append(out, a)
	}
	return out
}
