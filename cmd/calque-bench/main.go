// Command calque-bench measures calque as its users run it: whole processes,
// beside other checkers, on corpora of any size. Users of calque do not need it.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "calque-bench",
		Short:         "Measure calque as whole processes: beside other checkers, stage by stage, from small corpora to large",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(corpusCommand(), peersCommand(), stagesCommand(), scaleCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "calque-bench:", err)
		os.Exit(1)
	}
}
