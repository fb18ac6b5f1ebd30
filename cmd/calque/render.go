package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/reports"
)

func renderCommand() *cobra.Command {
	var w writing
	c := &cobra.Command{
		Use:   "render REPORT.json",
		Short: "Make any other format from a saved JSON report",
		Example: `  calque render report.json --format html >report.html
  calque check stories/ --format json | calque render - --format markdown`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("what is to be rendered? Give one JSON report, or - for standard input")
			}
			if err := w.check(); err != nil {
				return err
			}
			r, err := readReport(args[0], cmd.InOrStdin())
			if err != nil {
				return &failure{statusFailed, err}
			}
			return w.write(cmd, r)
		},
	}
	w.flags(c)
	return c
}

func readReport(path string, stdin io.Reader) (*reports.Report, error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	r, err := reports.Read(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
