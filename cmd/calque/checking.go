package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/calque-check/calque/cmd/calque/internal/pipe"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/article/realpath"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/heuristics"
	"github.com/calque-check/calque/reports"
)

// checking are the flags of the commands that check articles.
type checking struct {
	selection   detect.Selection
	minSeverity string
	rules       []string
	config      string
	noConfig    bool
	baseline    string
	policy      *gateConfig // what the command line says of a policy; nil where there is none
	file        configFile
	changed     *changes // of a git repository; nil when all files are to be checked
	jobs        int
	noText      bool
	quiet       bool // say only what went wrong
	noStories   bool // compare no articles with each other
	noIgnore    bool
	written     []string                    // files that the run writes
	noHeed      bool                        // heed no directives of articles
	heed        func(*article.Article) bool // which articles' directives are heeded; nil for all
	trusted     bool                        // settings are read in the working directory and above it only, as the input is not the user's
	stdinName   string
	limits      limits
}

func (c *checking) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&c.selection.Only, "only", nil, "apply only these rules or families; naming a rule switches it on when it is off by default")
	f.StringSliceVar(&c.selection.Skip, "skip", nil, "do not apply these rules or families")
	f.StringSliceVar(&c.selection.SourceLanguages, "source-language", nil, "the languages the copy may come from (such as fr,es): leaves out the rules that expect others")
	f.StringVar(&c.minSeverity, "min-severity", "minor", "leave findings below this out of the report: minor, major or critical")
	f.StringArrayVar(&c.rules, "rules", nil, "apply the rules of this YAML file as well; can be given several times")
	f.StringVar(&c.config, "config", "", "read settings from this YAML file and not from the .calque.yaml nearest to the input; flags on the command line win")
	f.BoolVar(&c.noConfig, "no-config", false, "read no .calque.yaml")
	f.BoolVar(&c.noHeed, "no-suppressions", false, "do not heed the articles' comments that suppress findings (<!-- calque-disable ... -->)")
	f.BoolVar(&c.noIgnore, "no-ignore", false, "read no "+ignoreName)
	f.StringVar(&c.baseline, "baseline", "", "leave out the findings of this file, which 'calque baseline' writes")
	f.IntVar(&c.jobs, "jobs", runtime.GOMAXPROCS(0), fmt.Sprintf("how many articles to check at the same time, %d at most", mostJobs))
	f.StringVar(&c.stdinName, "stdin-name", "-", "what standard input is called in the report")
	c.limits.flags(f)
	f.BoolVar(&c.noText, "no-text", false, "leave the articles' text out of the report")
}

// storyFlags are the flags of the commands that compare articles when they tell
// the same story.
func (c *checking) storyFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.noStories, "no-stories", false, "do not look for articles that tell the same story: check each by itself")
}

// inputs are the paths, or standard input when there are none.
func (c *checking) inputs(cmd *cobra.Command, paths []string) ([]string, error) {
	if len(paths) > 0 {
		return paths, nil
	}
	if in, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(in.Fd())) {
		return nil, usage("what is to be checked? Give files, directories or globs, or - for standard input")
	}
	return []string{"-"}, nil
}

// configure reads the configuration and refuses wrong values before any work
// is done.
func (c *checking) configure(cmd *cobra.Command, paths []string) error {
	name := c.config
	if c.noConfig && name != "" {
		return usage("--config and --no-config exclude each other")
	}
	if name == "" && !c.noConfig {
		var err error
		if name, err = c.findConfig(cmd, paths); err != nil {
			return err
		}
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
			return usage("%s: is no plain file", shortPath(name))
		}
	}
	if name != "" {
		var err error
		if c.file, err = readConfig(name); err != nil {
			return err
		}
		if err := c.file.setFlags(cmd); err != nil {
			return err
		}
	}
	c.file.everywhere = c.selection.SourceLanguages
	c.file.languagesGiven = cmd.Flags().Changed("source-language")
	if _, ok := detect.ParseSeverity(c.minSeverity); !ok {
		return usage("--min-severity %q: give minor, major or critical", c.minSeverity)
	}
	for _, code := range c.selection.SourceLanguages {
		if language.Name(code) == code {
			return usage("--source-language %q: give a language code of two letters, such as fr", code)
		}
	}
	if err := c.limits.check(); err != nil {
		return err
	}
	if c.jobs < 1 {
		return usage("--jobs %d: give at least 1", c.jobs)
	}
	c.jobs = min(c.jobs, mostJobs)
	return nil
}

// mostJobs is more than any machine has use for: each job takes memory.
const mostJobs = 1024

// note says something that is good to know and went as it should: --quiet
// leaves it out.
func (c *checking) note(cmd *cobra.Command, format string, args ...any) {
	if !c.quiet {
		fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s\n", reports.Printable(fmt.Sprintf(format, args...)))
	}
}

// ignorer reads the ignore files that count for the run. Reports of an earlier run
// that it writes again, and what it takes its settings from, are no articles
// either.
func (c *checking) ignorer() *ignorer {
	g := &ignorer{none: c.noIgnore}
	if c.trusted {
		g.top, _ = os.Getwd()
	}
	for _, name := range slices.Concat(c.written, c.rules, []string{c.baseline, c.file.path}) {
		if name != "" {
			g.own = append(g.own, realpath.Of(name))
		}
	}
	return g
}

// engine applies the heuristics that the flags leave.
func (c *checking) engine() (*detect.Engine, error) {
	go origin.Prepare() // meanwhile
	go article.Prepare()
	all := heuristics.All()
	for _, path := range c.rules {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, usage("--rules: %w", err)
		}
		own, err := heuristics.ParseRules(path, data, all)
		if err != nil {
			return nil, usage("%w", err)
		}
		all = append(all, own...)
	}
	if err := c.file.checkNames(all); err != nil {
		return nil, err
	}
	if c.policy != nil {
		if _, err := detect.Select(all, detect.Selection{Skip: c.policy.FailRules}); err != nil {
			return nil, usage("--fail-rules: %w", err)
		}
	}
	selection := c.selection
	selection.SourceLanguages = c.file.allLanguages()
	hs, err := detect.Select(all, selection)
	if err != nil {
		return nil, usage("%w ('calque explain' lists all)", err)
	}
	if len(hs) == 0 {
		return nil, usage("--only, --skip and --source-language leave no rule to apply")
	}
	if c.policy != nil {
		if err := c.checkApplied(hs); err != nil {
			return nil, err
		}
	}
	e, err := detect.NewEngine(hs)
	if err != nil {
		return nil, err
	}
	e.Adjust, e.Heed, e.Catalogue, e.Jobs = c.file.adjust, c.heed, all, c.jobs
	if c.noHeed {
		e.Heed = func(*article.Article) bool { return false }
	}
	e.MaxTime, e.Alone = c.limits.time, c.noStories
	return e, nil
}

// run reads and checks all articles as tellings of one story.
func (c *checking) run(cmd *cobra.Command, paths []string, story string) (*detect.Result, error) {
	engine, err := c.engine()
	if err != nil {
		return nil, err
	}
	checked, failures, err := checkAll(c, engine, cmd, paths, story, func(checked detect.Checked) detect.Checked { return checked })
	if err != nil {
		return nil, err
	}
	result := engine.Assemble(checked, failures)
	return &result, nil
}

// reportOn reads and checks all articles and reports on them. Of articles that
// are not compared nothing but the report is held.
func (c *checking) reportOn(engine *detect.Engine, cmd *cobra.Command, paths []string) (*reports.Report, error) {
	o := c.reportOptions()
	if c.noStories {
		articles, failures, err := checkAll(c, engine, cmd, paths, "", func(checked detect.Checked) reports.Article { return reports.Alone(&checked, o) })
		if err != nil {
			return nil, err
		}
		return reports.Together(articles, failures, engine.Heuristics(), o), nil
	}
	checked, failures, err := checkAll(c, engine, cmd, paths, "", func(checked detect.Checked) detect.Checked {
		checked.Shelve()
		return checked
	})
	if err != nil {
		return nil, err
	}
	result := engine.Assemble(checked, failures)
	return reports.Build(&result, o), nil
}

func (c *checking) reportOptions() reports.Options {
	return reports.Options{Version: version(), Model: origin.Version(), NoText: c.noText}
}

// checkAll reads and checks all articles, several at a time, and returns what
// keep makes of each, in input order. What cannot be read or checked is named on
// the error stream and returned. A story that is not "" makes all articles one
// story.
func checkAll[T any](c *checking, engine *detect.Engine, cmd *cobra.Command, paths []string, story string, keep func(detect.Checked) T) ([]T, []detect.Failure, error) {
	reader := &article.Reader{Stdin: cmd.InOrStdin(), StdinName: c.stdinName}
	c.limits.set(reader)
	ignore := c.ignorer()
	reader.Ignore = ignore.ignored
	items := reader.Items(paths...)
	if c.changed != nil {
		items = c.changed.only(items)
	}
	kept, failures, err := inOrder(cmd.Context(), c.jobs, items, func(several []listed) []outcome[T] {
		return checkSeveral(engine, reader, several, story, keep)
	})
	if err != nil {
		return nil, nil, &failure{statusFailed, errors.New("interrupted: nothing was written")}
	}
	for _, f := range failures {
		hint := ""
		if flag := c.limits.raisedBy(f.Err); flag != "" {
			hint = " (" + flag + " raises it)"
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s\n", reports.Printable(fmt.Sprintf("%s: %v%s", f.Place(), f.Err, hint)))
	}
	if reader.Skipped.Files() > 0 {
		c.note(cmd, "%s", reader.Skipped)
	}
	if c.changed != nil && c.changed.unchanged > 0 {
		c.note(cmd, "%s not checked, as unchanged since %s", counted(c.changed.unchanged, "file is", "files are"), c.changed.rev)
	}
	c.noteIgnored(cmd, ignore, reader.IgnoredFiles, reader.IgnoredDirectories)
	return kept, failures, nil
}

// noteIgnored says what was left alone.
func (c *checking) noteIgnored(cmd *cobra.Command, g *ignorer, files, directories int) {
	for _, path := range g.found {
		c.note(cmd, "%s: not checked, as this run writes it or takes its settings from it", path)
	}
	if files -= len(g.found); files+directories > 0 {
		c.note(cmd, "%s", ignoredNote(files, directories))
	}
}

// An outcome is what became of one article.
type outcome[T any] struct {
	kept    T
	failure *detect.Failure // nil when all went well
}

func failed[T any](item article.Item, err error) outcome[T] {
	f := detect.FailureOf(item, err)
	return outcome[T]{failure: &f}
}

// checkSeveral reads and checks a few items, and returns what keep makes of each.
func checkSeveral[T any](engine *detect.Engine, reader *article.Reader, several []listed, story string, keep func(detect.Checked) T) []outcome[T] {
	out := make([]outcome[T], len(several))
	articles, of := make([]*article.Article, 0, len(several)), make([]int, 0, len(several))
	for i, l := range several {
		a, err := l.load(reader)
		if err != nil {
			out[i] = failed[T](l.Item, err)
			continue
		}
		if story != "" {
			a.Story = story
		}
		articles, of = append(articles, a), append(of, i)
	}
	for k, o := range engine.CheckSeveral(articles) {
		if o.Err != nil || engine.Alone {
			articles[k].DropTokens() // nobody looks at them again
		}
		if i := of[k]; o.Err != nil {
			out[i] = failed[T](several[i].Item, o.Err)
		} else {
			out[i].kept = keep(o.Checked)
		}
	}
	return out
}

// waiting is how many batches of articles may be done before their turn: while one
// article takes long, others go on. They are all held in the end.
const waiting = 1 << 10

// piece is how many articles inOrder makes room for at a time.
const piece = 1 << 7

// inOrder checks all items, several at a time, and returns what came of them in
// their order. It is an error when the context ends.
func inOrder[T any](ctx context.Context, jobs int, items iter.Seq2[article.Item, error], check func([]listed) []outcome[T]) ([]T, []detect.Failure, error) {
	p := pipe.New(jobs, detect.Several, waiting, func() func([]listed) []outcome[T] { return check })
	go func() {
		defer p.Close()
		for item, err := range items {
			if ctx.Err() != nil || !p.Send(listed{item, err}, cmp.Or(item.Size, pipe.Unknown)) {
				return
			}
		}
	}()
	var kept [][]T // in pieces: a list that grew would be copied again and again
	var failures []detect.Failure
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		_ = p.Each(ctx, func(o outcome[T]) error { // the context is asked below
			if o.failure != nil {
				failures = append(failures, *o.failure)
				return nil
			}
			last := len(kept) - 1
			if last < 0 || len(kept[last]) == cap(kept[last]) {
				kept = append(kept, make([]T, 0, piece))
				last++
			}
			kept[last] = append(kept[last], o.kept)
			return nil
		})
	}()
	// A read that blocks (standard input at a terminal, a pipe nobody writes to)
	// cannot be called off, so an interrupt does not wait for it.
	select {
	case <-finished:
	case <-ctx.Done():
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return slices.Concat(kept...), failures, nil
}

// A listed item is what listing the input gives.
type listed struct {
	article.Item
	err error
}

func (l listed) load(reader *article.Reader) (*article.Article, error) {
	if l.err != nil {
		return nil, l.err
	}
	return reader.Load(l.Item)
}
