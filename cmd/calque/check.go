package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/reports"
)

func checkCommand() *cobra.Command {
	var c checking
	var w writing
	var failOn string
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
			paths, err := c.inputs(cmd, paths)
			if err != nil {
				return err
			}
			c.quiet, c.written = w.quiet, w.files()
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			if err := w.check(); err != nil {
				return err
			}
			var given gateConfig
			if cmd.Flags().Changed("fail-on") { // "" too: an empty variable must not let everything pass
				if _, ok := detect.ParseSeverity(failOn); !ok {
					return usage("--fail-on %q: give minor, major or critical", failOn)
				}
				given.FailOn = &failOn
			}
			return c.judge(cmd, &w, paths, policies(&configFile{}, given))
		},
	}
	c.flags(cmd)
	c.storyFlags(cmd)
	cmd.Flags().StringVar(&failOn, "fail-on", "", "exit with status 3 when an article has a finding this bad or worse: minor, major or critical")
	w.flags(cmd)
	return cmd
}

// A verdict is what a policy says of checked articles.
type verdict struct {
	report   *reports.Report
	breaches []breach
	failures int // what could not be read or checked
}

// judgeWith checks the articles and holds them to the policies. The policies
// see all findings but the baseline's; the report leaves out those below
// --min-severity too.
func (c *checking) judgeWith(engine *detect.Engine, cmd *cobra.Command, paths []string, policyFor func(path, publisher string) policy) (*verdict, error) {
	var known baseline
	if c.baseline != "" {
		var err error
		if known, err = readBaseline(c.baseline); err != nil {
			return nil, usage("--baseline: %w", err)
		}
	}
	report, err := c.reportOn(engine, cmd, paths)
	if err != nil {
		return nil, err
	}
	v := &verdict{report: report, failures: len(report.Errors)}
	if c.baseline != "" {
		known.leaveOut(v.report, c.baseline)
	}
	v.breaches = breaches(v.report, policyFor)
	if c.trusted || len(policyFor("", "")) > 0 {
		v.report.Gate = &reports.Gate{Broken: len(v.breaches) > 0, Breaches: []reports.Breach{}}
		for _, b := range v.breaches {
			v.report.Gate.Breaches = append(v.report.Gate.Breaches, reports.Breach{Path: b.path, Record: b.record, Policy: b.line, Why: b.how})
		}
	}
	c.show(v.report)
	c.noteSuppressions(cmd, v.report)
	return v, nil
}

// judge checks the articles, writes the reports and names each breach of the
// policies.
func (c *checking) judge(cmd *cobra.Command, w *writing, paths []string, policyFor func(path, publisher string) policy) error {
	engine, err := c.engine()
	if err != nil {
		return err
	}
	engine.Detail = w.detail()
	v, err := c.judgeWith(engine, cmd, paths, policyFor)
	if err != nil {
		return err
	}
	failed := w.write(cmd, v.report)
	v.sayBreaches(cmd)
	status := v.status()
	if failed != nil && status != statusBreach {
		return failed
	}
	if status == statusDone {
		return nil
	}
	return &failure{status, cmp.Or(failed, errSaid)}
}

func (v *verdict) sayBreaches(cmd *cobra.Command) {
	for _, b := range v.breaches {
		fmt.Fprintln(cmd.ErrOrStderr(), "calque:", reports.Printable(b.String()))
	}
}

// status is the exit status that a verdict asks for.
func (v *verdict) status() int {
	switch {
	case len(v.breaches) > 0:
		return statusBreach
	case v.failures > 0:
		return statusFailed
	}
	return statusDone
}

// show leaves the findings below --min-severity out of a report. The scores
// count them all the same.
func (c *checking) show(r *reports.Report) {
	least, _ := detect.ParseSeverity(c.minSeverity)
	if least <= detect.Minor {
		return
	}
	r.Keep(func(_ *reports.Article, f *reports.Finding) bool {
		s, _ := detect.ParseSeverity(f.Severity)
		return s >= least
	})
}

// noteSuppressions warns of comments that suppress nothing or cannot be
// followed, and counts those that are not heeded.
func (c *checking) noteSuppressions(cmd *cobra.Command, r *reports.Report) {
	unheeded := 0
	for i := range r.Articles {
		a := &r.Articles[i]
		for _, s := range a.Suppressions {
			switch {
			case !s.Heeded && s.Directive != article.Enable:
				unheeded++
			case !s.Heeded:
			case s.Problem != "":
				c.note(cmd, "%s:%d:%d: %s: %s", placeName(a.Path, a.Record), s.Line, s.Column, s.Text(), s.Problem)
			}
		}
	}
	if unheeded == 0 {
		return
	}
	how := ""
	if !c.noHeed {
		how = "; --suppressions, or \"suppressions: true\" under \"gate:\" in " + configName + ", heeds them"
	}
	c.note(cmd, "%s not heeded%s", counted(unheeded, "comment that suppresses findings is", "comments that suppress findings are"), how)
}
