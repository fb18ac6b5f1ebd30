package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/calque-check/calque/cmd/calque/internal/audit"
	"github.com/calque-check/calque/reports"
)

// reviewing are the flags of calque audit by which people judge findings.
type reviewing struct {
	file    string // to write
	perRule int
	judged  string // to read back
	format  string
}

func (r *reviewing) flags(f *pflag.FlagSet) {
	f.StringVar(&r.file, "review", "", "write findings of each rule to this CSV file, for a person to judge")
	f.IntVar(&r.perRule, "per-rule", 50, "how many findings of each rule --review takes, at random by --seed")
	f.StringVar(&r.judged, "reviewed", "", "read the judgements from this CSV file and print the precision of each rule")
	f.StringVar(&r.format, "format", "text", "what --reviewed prints: text or json")
}

// check refuses what cannot be meant, before any work is done. What a
// configuration file says of formats is not for an audit.
func (r *reviewing) check(f *pflag.FlagSet) error {
	if r.perRule < 1 {
		return usage("--per-rule %d: give at least 1", r.perRule)
	}
	if f.Changed("format") {
		return usage("--format is for --reviewed; the audit's directory holds every result as JSON")
	}
	if r.file == "" {
		return nil
	}
	if _, err := os.Stat(r.file); err == nil {
		return usage("--review: %s is there already, perhaps with judgements; --reviewed reads them", r.file)
	}
	if dir := filepath.Dir(r.file); !isDir(dir) {
		return usage("--review: %s is no directory, so %s cannot be written", dir, r.file)
	}
	return nil
}

// write draws the findings of an audit and writes them.
func (r *reviewing) write(dir string, seed uint64) error {
	results, err := reports.OpenAudit(dir)
	if err != nil {
		return err
	}
	return writeFile(r.file, func(w io.Writer) error {
		_, _, err := reports.WriteReview(w, results.Articles(), reports.ReviewOptions{PerRule: r.perRule, Seed: seed})
		return err
	})
}

// precision prints how often each rule was right, as a person judged it.
func (r *reviewing) precision(cmd *cobra.Command, paths []string) error {
	given := len(paths) > 0
	cmd.Flags().Visit(func(f *pflag.Flag) { given = given || f.Name != "reviewed" && f.Name != "format" })
	if given {
		return usage("--reviewed only reads judgements: give nothing with it but --format")
	}
	if r.format != "text" && r.format != "json" {
		return usage("--format %q: --reviewed prints text or json", r.format)
	}
	f, err := os.Open(r.judged)
	if err != nil {
		return usage("--reviewed: %w", err)
	}
	defer f.Close()
	p, err := reports.ReadReview(f)
	if err != nil {
		return usage("--reviewed: %s: %w", r.judged, err)
	}
	out := cmd.OutOrStdout()
	if r.format == "json" {
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		err = e.Encode(p)
	} else {
		err = reports.WritePrecision(out, p)
	}
	if err != nil {
		return &failure{statusFailed, fmt.Errorf("cannot write the precision: %w", err)}
	}
	return nil
}

// finish makes the pages and the other files of an audit's directory.
func (a *auditing) finish(ctx context.Context, dir string) error {
	pages := a.pages
	if pages == 0 {
		pages = -1
	}
	err := reports.WriteAudit(ctx, dir, reports.AuditOptions{
		Pages: pages, CompareWith: a.compareWith, Parquet: a.parquet,
		Made: time.Now().UTC().Format("2 January 2006, 15:04 MST"),
	})
	if errors.Is(err, context.Canceled) {
		return audit.ErrInterrupted
	}
	if err != nil || a.review.file == "" {
		return err
	}
	return a.review.write(dir, a.seed)
}
