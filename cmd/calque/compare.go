package main

import (
	"github.com/spf13/cobra"

	"github.com/calque-check/calque/reports"
)

func compareCommand() *cobra.Command {
	var c checking
	w := writing{text: reports.WriteComparison}
	cmd := &cobra.Command{
		Use:   "compare PATH PATH...",
		Short: "Show what differs between several tellings of one story",
		Long: `Takes the articles as tellings of one story and puts what they say side by
side: quotations with their variants, figures, days and names, and the points
on which one telling stands alone. Other formats than text hold the whole
report, as with check.`,
		Example: `  calque compare ours.txt theirs.txt agency.txt`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			if err := w.check(); err != nil {
				return err
			}
			result, err := c.run(cmd, paths, "compared")
			if err != nil {
				return err
			}
			if len(result.Articles) < 2 {
				if len(result.Failures) > 0 {
					return &failure{statusFailed, errSaid}
				}
				return usage("comparing needs at least two articles")
			}
			r := c.report(result)
			c.show(r)
			if failed := w.write(cmd, r); failed != nil {
				return failed
			}
			if len(result.Failures) > 0 {
				return &failure{statusFailed, errSaid}
			}
			return nil
		},
	}
	c.flags(cmd)
	w.flags(cmd)
	return cmd
}
