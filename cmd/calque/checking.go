package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/heuristics"
)

// checking are the flags of the commands that check articles.
type checking struct {
	selection   detect.Selection
	minSeverity string
	failOn      string
	config      string
	jobs        int
	noText      bool
	stdinName   string
}

func (c *checking) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&c.selection.Only, "only", nil, "apply only these rules or families; naming a rule switches it on when it is off by default")
	f.StringSliceVar(&c.selection.Skip, "skip", nil, "do not apply these rules or families")
	f.StringSliceVar(&c.selection.SourceLanguages, "source-language", nil, "the languages the copy may come from (such as fr,es): leaves out the rules that expect others")
	f.StringVar(&c.minSeverity, "min-severity", "minor", "leave findings below this out of the report: minor, major or critical")
	f.StringVar(&c.config, "config", "", "read settings from this YAML file; flags on the command line win")
	f.IntVar(&c.jobs, "jobs", runtime.GOMAXPROCS(0), "how many articles to check at the same time")
	f.StringVar(&c.stdinName, "stdin-name", "-", "what standard input is called in the report")
	f.BoolVar(&c.noText, "no-text", false, "leave the articles' text out of the report")
}

// configure reads --config and refuses wrong values before any work is done.
func (c *checking) configure(cmd *cobra.Command) error {
	if c.config != "" {
		if err := configure(cmd, c.config); err != nil {
			return err
		}
	}
	for _, f := range []struct{ flag, value string }{{"min-severity", c.minSeverity}, {"fail-on", c.failOn}} {
		if _, ok := detect.ParseSeverity(f.value); !ok && f.value != "" {
			return usage("--%s %q: give minor, major or critical", f.flag, f.value)
		}
	}
	for _, code := range c.selection.SourceLanguages {
		if language.Name(code) == code {
			return usage("--source-language %q: give a language code of two letters, such as fr", code)
		}
	}
	if c.jobs < 1 {
		return usage("--jobs %d: give at least 1", c.jobs)
	}
	return nil
}

// engine applies the heuristics that the flags leave.
func (c *checking) engine() (*detect.Engine, error) {
	hs, err := detect.Select(heuristics.All(), c.selection)
	if err != nil {
		return nil, usage("%w; 'calque explain' lists them all", err)
	}
	if len(hs) == 0 {
		return nil, usage("--only, --skip and --source-language leave no rule to apply")
	}
	return detect.NewEngine(hs)
}

// run reads and checks all articles, several at a time, and puts them together
// in input order. What cannot be read or checked is named on the error stream
// and in the result. A story that is not "" makes all articles one story.
func (c *checking) run(cmd *cobra.Command, paths []string, story string) (*detect.Result, error) {
	engine, err := c.engine()
	if err != nil {
		return nil, err
	}
	ctx := cmd.Context()
	outcomes := checkAll(ctx, c.jobs, c.read(cmd, paths), func(in input) outcome {
		if in.err != nil {
			return outcome{failure: &detect.Failure{Path: in.path, Record: in.record, Err: in.err}}
		}
		if story != "" {
			in.article.Story = story
		}
		checked, err := engine.Check(in.article)
		if err != nil {
			return outcome{failure: &detect.Failure{Path: in.path, Record: in.record, Err: err}}
		}
		return outcome{checked: checked}
	})
	if ctx.Err() != nil {
		return nil, &failure{statusFailed, fmt.Errorf("interrupted: nothing was written")}
	}
	var checked []detect.Checked
	var failures []detect.Failure
	for _, o := range outcomes {
		if o.failure == nil {
			checked = append(checked, o.checked)
			continue
		}
		failures = append(failures, *o.failure)
		place := o.failure.Path
		if o.failure.Record > 0 {
			place = fmt.Sprintf("%s: record %d", place, o.failure.Record)
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s: %v\n", place, o.failure.Err)
	}
	result := engine.Assemble(checked, failures)
	return &result, nil
}

// An input is an article as it was read, or why it could not be.
type input struct {
	path    string
	record  int
	article *article.Article
	err     error
}

type outcome struct {
	checked detect.Checked
	failure *detect.Failure
}

func (c *checking) read(_ *cobra.Command, paths []string) iter.Seq[func() input] {
	return func(yield func(func() input) bool) {
		for _, p := range paths {
			filepath.WalkDir(p, func(path string, d os.DirEntry, err error) error {
				if err != nil {
					yield(func() input { return input{path: path, err: err} })
					return nil
				}
				if d.IsDir() {
					return nil
				}
				yield(func() input {
					data, err := os.ReadFile(path)
					if err != nil {
						return input{path: path, err: err}
					}
					a, err := article.Parse(path, data)
					return input{path: path, article: a, err: err}
				})
				return nil
			})
		}
	}
}

// checkAll applies check to all inputs, jobs at a time, and returns the
// outcomes in the order of the inputs.
func checkAll(ctx context.Context, jobs int, inputs iter.Seq[func() input], check func(input) outcome) []outcome {
	type job struct {
		load func() input
		out  *outcome
	}
	work := make(chan job, jobs)
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			for j := range work {
				*j.out = check(j.load())
			}
		})
	}
	var outcomes []*outcome
	for load := range inputs {
		if ctx.Err() != nil {
			break
		}
		out := &outcome{}
		outcomes = append(outcomes, out)
		work <- job{load, out}
	}
	close(work)
	wg.Wait()
	all := make([]outcome, len(outcomes))
	for i, o := range outcomes {
		all[i] = *o
	}
	return all
}
