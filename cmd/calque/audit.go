package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/calque-check/calque/cmd/calque/internal/audit"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/reports"
)

// auditing are the flags of calque audit.
type auditing struct {
	checking
	out           string
	resume, fresh bool
	progress      string
	memory        size
	sample        int
	seed          uint64
	compareWith   string
	parquet       bool
	pages         int
	review        reviewing
	ignore        *ignorer
}

func auditCommand() *cobra.Command {
	a := auditing{memory: 1 << 30}
	cmd := &cobra.Command{
		Use:   "audit PATH... --out DIR",
		Short: "Check a corpus, of any size, into a directory of results",
		Long: `Checks all articles of a corpus, groups those that tell the same story, compares
the tellings, and writes what was found to DIR:

  index.html       an overview, with pages for stories and for the worst articles
  articles.jsonl   one article a line, in input order
  stories.jsonl    one story a line
  errors.jsonl     what could not be read or checked
  report.json      all of it, as calque check writes it
  summary.json     the figures of the overview
  audit.json       counts, settings, the rules that findings name
  *.parquet        with --parquet: a row for each article, and for each finding

Memory does not grow with the corpus but for some 300 bytes an article. What was
checked is kept in DIR: an audit that is interrupted goes on with --resume, and
a later one into the same DIR checks only articles that are new or changed.

--review writes a sample of the findings for a person to judge; --reviewed reads
the judgements back and prints how often each rule was right.`,
		Example: `  calque audit news/ --out audit
  calque audit 'archive/**/*.jsonl.gz' --out audit --resume
  calque audit news/ --out look --sample 500 --seed 7
  calque audit news/ --out may --compare-with april --review may.csv
  calque audit --reviewed may.csv`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if a.review.judged != "" {
				return a.review.precision(cmd, paths)
			}
			if a.out == "" {
				return usage("where to? Give --out DIR, a new directory or that of an earlier audit")
			}
			paths, err := a.inputs(cmd, paths)
			if err != nil {
				return err
			}
			if err := a.configure(cmd, paths); err != nil {
				return err
			}
			return a.run(cmd, paths)
		},
	}
	a.flags(cmd)
	a.storyFlags(cmd)
	f := cmd.Flags()
	f.StringVar(&a.out, "out", "", "the directory for the results")
	f.BoolVar(&a.resume, "resume", false, "go on with an audit that was interrupted")
	f.BoolVar(&a.fresh, "fresh", false, "begin anew: forget what earlier audits into the directory found")
	f.StringVar(&a.progress, "progress", "auto", "what to show meanwhile: auto (a bar on a terminal), plain, json or none")
	f.Var(&a.memory, "memory", "how much memory to keep to, such as 500M; a soft limit")
	f.IntVar(&a.sample, "sample", 0, "check only this many articles, chosen at random")
	f.Uint64Var(&a.seed, "seed", 1, "choose others: the same seed takes the same articles")
	f.StringVar(&a.compareWith, "compare-with", "", "say who got worse or better since the audit in this directory")
	f.BoolVar(&a.parquet, "parquet", false, "write articles.parquet and findings.parquet too")
	f.IntVar(&a.pages, "pages", reports.DefaultPages, "how many articles get a page of their own, the worst first; 0 for none")
	a.review.flags(f)
	f.BoolVarP(&a.quiet, "quiet", "q", false, "print nothing but what went wrong")
	return cmd
}

func (a *auditing) run(cmd *cobra.Command, paths []string) error {
	switch {
	case a.resume && a.fresh:
		return usage("--resume and --fresh exclude each other")
	case a.sample < 0:
		return usage("--sample %d: give the number of articles", a.sample)
	case a.pages < 0:
		return usage("--pages %d: give the number of articles, 0 for none", a.pages)
	case !knownProgress(a.progress):
		return usage("--progress %q: give auto, plain, json or none", a.progress)
	}
	if err := a.review.check(cmd.Flags()); err != nil {
		return err
	}
	for _, path := range paths {
		if sameFile(path, a.out) {
			return usage("%s is the directory of this audit, and what audits write there is no input", path)
		}
	}
	if a.compareWith != "" {
		if _, err := reports.OpenAudit(a.compareWith); err != nil {
			return usage("--compare-with: %w", err)
		}
		if sameFile(a.compareWith, a.out) {
			return usage("--compare-with: %s is the directory of this audit; keep the earlier one elsewhere", a.compareWith)
		}
	}
	r, err := a.prepare(cmd, paths)
	if err != nil {
		return err
	}
	said := &failures{out: cmd.ErrOrStderr()}
	r.Failed = said.add
	show := showProgress(a.progress, cmd.ErrOrStderr(), &r.Progress)
	if a.sample == 0 {
		show.weigh(paths, a.out)
	}
	summary, err := r.Do(cmd.Context())
	show.end()
	said.end(a.out)
	if err != nil {
		return a.explain(cmd, r, paths, err)
	}
	if r.Reader.Skipped.Files() > 0 {
		a.note(cmd, "%s", r.Reader.Skipped)
	}
	a.noteIgnored(cmd, a.ignore, r.Reader.IgnoredFiles, r.Reader.IgnoredDirectories-r.Own())
	if n := r.Cut(); n > 0 {
		a.note(cmd, "groups of articles too large for one story, each given as several by the day of publication: %d", n)
	}
	if !a.quiet {
		fmt.Fprintln(cmd.OutOrStdout(), done(summary, &r.Progress, a.out))
	}
	if summary.Errors > 0 {
		return &failure{statusFailed, errSaid}
	}
	return nil
}

// prepare makes the run that the flags and the configuration ask for.
func (a *auditing) prepare(cmd *cobra.Command, paths []string) (*audit.Run, error) {
	engine, err := a.engine()
	if err != nil {
		return nil, err
	}
	settings, err := a.settings(engine)
	if err != nil {
		return nil, err
	}
	keep, err := a.keep()
	if err != nil {
		return nil, err
	}
	r := &audit.Run{
		Engine: engine,
		Reader: &article.Reader{Stdin: cmd.InOrStdin(), StdinName: a.stdinName},
		Paths:  paths, Dir: a.out, Resume: a.resume, Fresh: a.fresh,
		Jobs: a.jobs, Memory: int64(a.memory), Sample: a.sample, Seed: a.seed,
		Settings: settings, Place: a.place(), Keep: keep,
		Options: reports.Options{Version: version(), Model: origin.Version(), NoText: a.noText},
		Said:    a.said(cmd, paths),
	}
	r.Anew = func() {
		a.note(cmd, "the audit that was interrupted had other settings or another version of calque: what it checked is checked again")
	}
	r.Finish = func(dir string) error { return a.finish(cmd.Context(), dir) }
	a.limits.set(r.Reader)
	a.ignore = a.ignorer()
	r.Reader.Ignore = a.ignore.ignored
	return r, nil
}

func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// settings is all that the result of checking an article depends on, beside
// the article itself.
func (a *auditing) settings(engine *detect.Engine) (string, error) {
	var s struct {
		Program   string
		Rules     []string
		Own       []string
		Languages []string
		Given     bool // the languages on the command line, so that overrides do not count
		Config    config
		Unheeded  bool // the articles' comments that suppress findings
	}
	s.Program, s.Unheeded = builtAt(), a.noHeed
	for _, h := range engine.Heuristics() {
		s.Rules = append(s.Rules, h.Name)
	}
	for _, path := range a.rules {
		data, err := os.ReadFile(path)
		if err != nil {
			return "", usage("--rules: %w", err)
		}
		s.Own = append(s.Own, string(data))
	}
	s.Languages, s.Given, s.Config = a.selection.SourceLanguages, a.file.languagesGiven, a.file.config
	s.Config.MinSeverity, s.Config.Baseline, s.Config.Format, s.Config.Color = nil, nil, nil, nil
	s.Config.Gate = gateConfig{}
	raw, err := json.Marshal(s)
	return string(raw), err
}

// builtAt tells builds apart that have no version of their own.
func builtAt() string {
	if v := version(); v != "devel" && !strings.HasSuffix(v, "+dirty") {
		return ""
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
}

// place is what findings depend on of an article's path: the overrides that
// hold there.
func (a *auditing) place() func(*article.Article) string {
	if len(a.file.Overrides) == 0 {
		return nil
	}
	return func(x *article.Article) string { return fmt.Sprint(a.file.overridesFor(x.Path, x.Publisher)) }
}

// keep leaves out what the baseline knows, and what is below --min-severity.
func (a *auditing) keep() (func(*reports.Article) int, error) {
	var known map[[2]string]bool
	if a.baseline != "" {
		b, err := readBaseline(a.baseline)
		if err != nil {
			return nil, usage("--baseline: %w", err)
		}
		known = b.set()
	}
	least, _ := detect.ParseSeverity(a.minSeverity)
	return func(x *reports.Article) int {
		n := 0
		x.Keep(func(f *reports.Finding) bool {
			if known != nil && known[[2]string{baselinePlace(x, a.baseline), f.Fingerprint}] {
				n++
				return false
			}
			s, _ := detect.ParseSeverity(f.Severity)
			return s >= least
		})
		return n
	}, nil
}

// said is what audit.json says of the settings: those that the results depend
// on.
func (a *auditing) said(cmd *cobra.Command, paths []string) any {
	flags := map[string]string{}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		switch f.Name {
		case "out", "resume", "fresh", "jobs", "memory", "progress", "quiet", "compare-with", "parquet", "pages", "review", "per-rule":
		default:
			flags[f.Name] = f.Value.String()
		}
	})
	return struct {
		Paths  []string          `json:"paths"`
		Config string            `json:"config"` // "" for none
		Flags  map[string]string `json:"flags"`
	}{paths, a.file.path, flags}
}

// explain says what to do after a run that did not end well.
func (a *auditing) explain(cmd *cobra.Command, r *audit.Run, paths []string, err error) error {
	goOn := fmt.Sprintf("%d articles are checked and kept; go on with:\n  %s", r.Progress.Articles.Load(), commandLine(cmd, paths))
	var path *fs.PathError
	switch {
	case errors.Is(err, audit.ErrUnfinished), errors.Is(err, audit.ErrOther):
		return usage("--out %w", err)
	case errors.Is(err, audit.ErrBusy): // nothing is wrong with the command: later it works
		return &failure{statusFailed, fmt.Errorf("--out %w", err)}
	case errors.Is(err, audit.ErrInterrupted):
		return &failure{statusFailed, fmt.Errorf("interrupted: %s", goOn)}
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return &failure{statusFailed, fmt.Errorf("no room left in %s: %w; make some, then: %s", a.out, err, goOn)}
	case errors.As(err, &path):
		return &failure{statusFailed, fmt.Errorf("cannot write the audit: %w", err)}
	}
	return &failure{statusFailed, err}
}

// commandLine is the command that goes on with this one.
func commandLine(cmd *cobra.Command, paths []string) string {
	words := []string{"calque audit"}
	for _, p := range paths {
		words = append(words, shellWord(p))
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		var values []string
		switch v := f.Value.(type) {
		case pflag.SliceValue:
			values = v.GetSlice()
		default:
			values = []string{v.String()}
		}
		for _, v := range values {
			switch {
			case f.Name == "resume" || f.Name == "fresh":
			case f.Value.Type() == "bool" && v == "true":
				words = append(words, "--"+f.Name)
			case f.Value.Type() == "bool": // the word after it would be a path
				words = append(words, "--"+f.Name+"="+v)
			default:
				words = append(words, "--"+f.Name, shellWord(v))
			}
		}
	})
	return strings.Join(append(words, "--resume"), " ")
}

// shellWord quotes a word for a shell where it must be.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./,:=+@%", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
