package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/reports"
)

func checkCommand() *cobra.Command {
	var c checking
	var w writing
	cmd := &cobra.Command{
		Use:   "check [PATH|-]...",
		Short: "Check articles, by themselves and against each other",
		Long: `Checks each article for the marks of machine translation, and the articles
against each other where several tell the same story. A PATH is a file, a
directory or a glob; - is standard input.`,
		Example: `  calque check article.txt
  calque check --report html=report.html --report json=report.json stories/
  pbpaste | calque check - --stdin-name "draft"
  calque check --fail-on major incoming/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				if in, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(in.Fd())) {
					return usage("what is to be checked? Give files, directories or globs, or - for standard input")
				}
				paths = []string{"-"}
			}
			if err := c.configure(cmd); err != nil {
				return err
			}
			if err := w.check(); err != nil {
				return err
			}
			result, err := c.run(cmd, paths, "")
			if err != nil {
				return err
			}
			breach := c.breach(cmd, result)
			failed := w.write(cmd, c.report(result))
			switch {
			case breach != nil:
				return breach
			case failed != nil:
				return failed
			case len(result.Failures) > 0:
				return &failure{statusFailed, errSaid}
			}
			return nil
		},
	}
	c.flags(cmd)
	cmd.Flags().StringVar(&c.failOn, "fail-on", "", "exit with status 3 when an article has a finding this bad or worse: minor, major or critical")
	w.flags(cmd)
	return cmd
}

// report builds the report of a result, without the findings below
// --min-severity. The scores count them all the same.
func (c *checking) report(result *detect.Result) *reports.Report {
	least, _ := detect.ParseSeverity(c.minSeverity)
	for i := range result.Articles {
		a := &result.Articles[i]
		a.Findings = slices.DeleteFunc(a.Findings, func(f detect.Finding) bool { return f.Severity < least })
	}
	return reports.Build(result, reports.Options{Version: version(), Model: origin.Version(), NoText: c.noText})
}

// breach says which articles break --fail-on.
func (c *checking) breach(cmd *cobra.Command, result *detect.Result) error {
	least, ok := detect.ParseSeverity(c.failOn)
	if !ok {
		return nil
	}
	var broken error
	for _, a := range result.Articles {
		n := 0
		for _, f := range a.Findings {
			if f.Severity >= least {
				n++
			}
		}
		if n > 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s: breaks --fail-on %s with %d findings\n", a.Path, c.failOn, n)
			broken = &failure{statusBreach, errSaid}
		}
	}
	return broken
}
