package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/heuristics"
)

// gating are the flags of a policy.
type gating struct {
	failOn       string
	failRules    []string
	minQuality   float64
	maxMachine   float64
	confidence   string
	altered      bool
	declared     bool
	other        bool
	unused       bool
	suppressions bool
	changedSince string
}

func (g *gating) flags(f *pflag.FlagSet) {
	f.StringVar(&g.failOn, "fail-on", "", "break on a finding this bad or worse: minor, major or critical")
	f.StringSliceVar(&g.failRules, "fail-rules", nil, "break on any finding of these rules or families")
	f.Float64Var(&g.minQuality, "min-quality", 0, "break on a quality below this, 0 to 100")
	f.Float64Var(&g.maxMachine, "max-machine-translated", 1, "break on a probability of machine translation above this, 0 to 1")
	f.StringVar(&g.confidence, "confidence", "medium", "the least confidence at which --max-machine-translated counts: low, medium or high")
	f.BoolVar(&g.altered, "altered-quotations", false, "break on a quotation that other tellings word differently")
	f.BoolVar(&g.declared, "declared-translations", false, "break on an article that declares itself translated or made by a machine")
	f.BoolVar(&g.other, "other-languages", false, "break on an article that is not English")
	f.BoolVar(&g.unused, "unused-suppressions", false, "break on a comment that suppresses nothing or cannot be followed")
	f.BoolVar(&g.suppressions, "suppressions", false, "heed the articles' comments that suppress findings; without this, copy cannot silence the gate")
	f.StringVar(&g.changedSince, "changed-since", "", "check only files that differ from this git revision")
}

// given is the policy of the flags that were given.
func (g *gating) given(f *pflag.FlagSet) (gateConfig, error) {
	var c gateConfig
	if f.Changed("fail-on") {
		c.FailOn = &g.failOn
	}
	if f.Changed("fail-rules") {
		c.FailRules = g.failRules
	}
	if f.Changed("min-quality") {
		c.MinQuality = &g.minQuality
	}
	if f.Changed("max-machine-translated") {
		c.MaxMachineTranslated = &g.maxMachine
	}
	if f.Changed("confidence") {
		c.Confidence = &g.confidence
	}
	if f.Changed("altered-quotations") {
		c.AlteredQuotations = &g.altered
	}
	if f.Changed("declared-translations") {
		c.DeclaredTranslations = &g.declared
	}
	if f.Changed("other-languages") {
		c.OtherLanguages = &g.other
	}
	if f.Changed("unused-suppressions") {
		c.UnusedSuppressions = &g.unused
	}
	if f.Changed("suppressions") {
		c.Suppressions = &g.suppressions
	}
	switch _, ok := detect.ParseSeverity(g.failOn); {
	case c.FailOn != nil && !ok:
		return c, usage("--fail-on %q: give minor, major or critical", g.failOn)
	case !(g.minQuality >= 0 && g.minQuality <= 100): // NaN is neither
		return c, usage("--min-quality %v: give a number from 0 to 100", g.minQuality)
	case !(g.maxMachine >= 0 && g.maxMachine <= 1):
		return c, usage("--max-machine-translated %v: give a probability from 0 to 1", g.maxMachine)
	case !slices.Contains(confidences, g.confidence):
		return c, usage("--confidence %q: give low, medium or high", g.confidence)
	}
	return c, nil
}

// A layered policy is what the file, its overrides and the command line say
// together, with the place that each line of it comes from.
type layered struct {
	gateConfig
	places map[string]string // by key; "" for the command line
}

// layers lays the policy of the file, that of its overrides for an article and
// that of the command line over each other.
func layers(file *configFile, given gateConfig, path, publisher string) layered {
	l := layered{places: map[string]string{}}
	lay := func(over gateConfig, at func(key string) string) {
		from, to := reflect.ValueOf(over), reflect.ValueOf(&l.gateConfig).Elem()
		for i := range from.NumField() {
			if !from.Field(i).IsNil() {
				to.Field(i).Set(from.Field(i))
				key := from.Type().Field(i).Tag.Get("yaml")
				l.places[key] = at(key)
			}
		}
	}
	lay(file.Gate, func(key string) string { return file.at("gate." + key) })
	for _, i := range file.overridesFor(path, publisher) {
		lay(file.Overrides[i].Gate, func(key string) string { return file.at(fmt.Sprintf("overrides[%d].gate.%s", i, key)) })
	}
	lay(given, func(string) string { return "" })
	return l
}

// policies says which policy holds for an article.
func policies(file *configFile, given gateConfig) func(path, publisher string) policy {
	if !hasPolicy(file, given) {
		return func(string, string) policy { return nil }
	}
	return func(path, publisher string) policy {
		l := layers(file, given, path, publisher)
		return l.policy(func(key string, value any) string {
			if at := l.places[key]; at != "" {
				return fmt.Sprintf("%q (%s)", fmt.Sprintf("%s: %v", key, value), at)
			}
			if value == true {
				return "--" + key
			}
			return fmt.Sprintf("--%s %v", key, value)
		})
	}
}

// hasPolicy reports whether a policy is stated for any article.
func hasPolicy(file *configFile, given gateConfig) bool {
	states := func(g gateConfig) bool { return len(g.policy(func(string, any) string { return "" })) > 0 }
	return states(file.Gate) || states(given) ||
		slices.ContainsFunc(file.Overrides, func(o override) bool { return states(o.Gate) })
}

// checkApplied refuses a line of the policy that names rules none of which is
// applied: nothing could break it, and it would look as if all were well.
func (c *checking) checkApplied(rules []detect.Heuristic) error {
	applied := func(name string) bool {
		return slices.ContainsFunc(rules, func(h detect.Heuristic) bool {
			return (h.Name == name || string(h.Family) == name) && !(c.noStories && h.Disagreement != "")
		})
	}
	check := func(g gateConfig, line func(key string) string) error {
		if len(g.FailRules) > 0 && !slices.ContainsFunc(g.FailRules, applied) {
			return usage("%s: nothing could break it, as no rule of %s is applied: %s", line("fail-rules"), strings.Join(g.FailRules, ", "), c.whyNot(g.FailRules, "name other rules in --fail-rules"))
		}
		if yes(g.AlteredQuotations) && !applied("altered-quotation") {
			return usage("%s: nothing could break it, as the rule altered-quotation is not applied: %s", line("altered-quotations"), c.whyNot([]string{"altered-quotation"}, "give --altered-quotations=false"))
		}
		return nil
	}
	if err := check(*c.policy, func(key string) string { return "--" + key }); err != nil {
		return err
	}
	inFile := func(field string, g gateConfig) error {
		if c.policy.FailRules != nil {
			g.FailRules = nil
		}
		if c.policy.AlteredQuotations != nil {
			g.AlteredQuotations = nil
		}
		return check(g, func(key string) string { return c.file.at(field+key) + ": " + key })
	}
	if err := inFile("gate.", c.file.Gate); err != nil {
		return err
	}
	for i, o := range c.file.Overrides {
		if err := inFile(fmt.Sprintf("overrides[%d].gate.", i), o.Gate); err != nil {
			return err
		}
	}
	return nil
}

// whyNot says why none of the rules or families is applied, and what can be done;
// instead is what can be done about the policy.
func (c *checking) whyNot(names []string, instead string) string {
	off := false
	for _, h := range heuristics.All() {
		if slices.Contains(names, h.Name) || slices.Contains(names, string(h.Family)) {
			if off = h.Off; !off {
				break
			}
		}
	}
	if off && len(c.selection.Only) == 0 {
		return "off by default; --only switches on what it names"
	}
	var settings []string
	for _, s := range []struct {
		name   string
		values []string
	}{{"only", c.selection.Only}, {"skip", c.selection.Skip}, {"source-language", c.selection.SourceLanguages}} {
		if len(s.values) > 0 {
			settings = append(settings, s.name+": "+strings.Join(s.values, ", "))
		}
	}
	if c.noStories {
		settings = append(settings, "no-stories")
	}
	return fmt.Sprintf("left out by “%s”; change that, or %s", strings.Join(settings, "”, “"), instead)
}

func gateCommand() *cobra.Command {
	var c checking
	var g gating
	var w writing
	var watched watching
	cmd := &cobra.Command{
		Use:   "gate PATH... | --watch DIR --accept DIR --reject DIR",
		Short: "Hold articles to a policy, for CI and incoming copy",
		Long: `Checks the articles as check does and holds them to a policy. The policy is the
"gate" section of .calque.yaml, or the flags, which win over it. Each breach is
one line on standard error that names the article, the line of the policy and
what broke it.

The articles are taken for what others sent. Their comments that suppress findings
are not heeded, unless --suppressions or "suppressions: true" in the gate section
says so; and .calque.yaml and .calqueignore are read in the working directory and
above it, but not below it.

--min-severity and --format say what is shown and change nothing about the
policy. With --baseline, known findings do not break it; the quality counts them
all the same.

With --changed-since, files that are as they were in that revision are left out and
counted. A file that git does not know yet counts as changed, unless git ignores it;
so do all files of a submodule that changed and of a repository that lies inside.

With --watch, files that arrive in a directory are checked one after the other, as
soon as they are complete, and moved once: to --accept when the policy is kept,
to --reject when it is broken or anything in the file could not be read. The JSON
report lies beside the file, as NAME.calque.json, before the file does. Nothing
is overwritten; a name that is taken gets a number. Hidden files and *.tmp,
*.part and the like are left alone. The watch can be killed at any time and
started again; an interrupt lets it finish the file in hand.

Exit status: 0 the policy is kept; 1 something could not be read or written;
2 wrong usage or configuration; 3 the policy is broken, also when something
could not be read as well.`,
		Example: `  calque gate --fail-on major articles/
  calque gate --max-machine-translated 0.9 --report sarif=calque.sarif incoming/
  calque gate --fail-on minor --changed-since origin/main articles/
  calque gate --fail-on major --watch incoming/ --accept desk/ --reject returned/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if watched.dir != "" {
				if err := watched.refuse(cmd); err != nil {
					return err
				}
				if err := watched.check(paths); err != nil {
					return err
				}
				paths = []string{watched.dir}
			} else if err := watched.unused(cmd, paths); err != nil {
				return err
			}
			c.trusted, c.quiet, c.written = true, w.quiet, w.files()
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			given, err := g.given(cmd.Flags())
			if err != nil {
				return err
			}
			if err := w.check(); err != nil {
				return err
			}
			c.policy = &given
			if !hasPolicy(&c.file, given) {
				return usage("there is no policy: state one under \"gate:\" in %s or with flags such as --fail-on major", configName)
			}
			c.heed = func(a *article.Article) bool {
				return yes(layers(&c.file, given, a.Path, a.Publisher).Suppressions)
			}
			if g.changedSince != "" {
				if c.changed, err = changedSince(cmd, g.changedSince, paths); err != nil {
					return err
				}
			}
			if watched.dir != "" {
				return watched.watch(cmd, &c, policies(&c.file, given))
			}
			return c.judge(cmd, &w, paths, policies(&c.file, given))
		},
	}
	c.flags(cmd)
	c.storyFlags(cmd)
	g.flags(cmd.Flags())
	w.flags(cmd)
	watched.flags(cmd.Flags())
	return cmd
}
