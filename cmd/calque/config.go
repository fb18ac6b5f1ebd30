package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/heuristics"
)

// configName is the file that is looked for in the directory of the input and
// those above it.
const configName = ".calque.yaml"

// A config is what a configuration file says. What the command line says too,
// it says better. config.schema.json describes it for editors.
type config struct {
	Only           []string          `yaml:"only"`
	Skip           []string          `yaml:"skip"`
	Severity       map[string]string `yaml:"severity"` // by rule or family
	MinSeverity    *string           `yaml:"min-severity"`
	SourceLanguage []string          `yaml:"source-language"`
	Accept         []string          `yaml:"accept"` // words and names that are no finding
	Rules          []string          `yaml:"rules"`  // files of users' own rules
	Baseline       *string           `yaml:"baseline"`
	Format         *string           `yaml:"format"`
	Color          *string           `yaml:"color"`
	Gate           gateConfig        `yaml:"gate"`
	Overrides      []override        `yaml:"overrides"`
}

// A gateConfig is a policy as it is written down; nil is what it does not say.
type gateConfig struct {
	FailOn               *string  `yaml:"fail-on"`
	FailRules            []string `yaml:"fail-rules"`
	MinQuality           *float64 `yaml:"min-quality"`
	MaxMachineTranslated *float64 `yaml:"max-machine-translated"`
	Confidence           *string  `yaml:"confidence"`
	AlteredQuotations    *bool    `yaml:"altered-quotations"`
	DeclaredTranslations *bool    `yaml:"declared-translations"`
	OtherLanguages       *bool    `yaml:"other-languages"`
	UnusedSuppressions   *bool    `yaml:"unused-suppressions"`
	Suppressions         *bool    `yaml:"suppressions"` // heed the comments in the articles; a gate does not by default
}

// An override holds for the articles under its paths and of its publishers,
// where it names any. Of several that hold, the last one wins.
type override struct {
	Paths          []string          `yaml:"paths"` // globs, from the file's directory
	Publishers     []string          `yaml:"publishers"`
	Skip           []string          `yaml:"skip"`
	Severity       map[string]string `yaml:"severity"`
	SourceLanguage []string          `yaml:"source-language"`
	Accept         []string          `yaml:"accept"`
	Gate           gateConfig        `yaml:"gate"`
}

// A configFile is a config with where it was read. The zero value is no file.
type configFile struct {
	config
	path string
	dir  string
	data []byte

	everywhere     []string // the source languages expected where no override says more
	languagesGiven bool     // on the command line
}

// findConfig is the configuration file nearest to the paths, "" when there is
// none. Paths that lead to different files are refused. What holds copy to a
// policy takes its settings from the working directory and above it: copy that
// comes in must not bring its own along.
func (c *checking) findConfig(cmd *cobra.Command, paths []string) (string, error) {
	found := map[string]bool{}
	for _, path := range paths {
		dir := "."
		if path != "-" {
			dir, _ = doublestar.SplitPattern(filepath.ToSlash(path))
			if isDir(path) {
				dir = path
			}
		}
		found[configAbove(dir)] = true
	}
	if c.trusted {
		here := configAbove(".")
		for _, name := range sortedKeys(found) {
			if name != "" && name != here {
				c.note(cmd, "%s is not read, as it may have come with the articles; if it is yours, name it with --config", shortPath(name))
			}
		}
		return here, nil
	}
	names := sortedKeys(found)
	switch len(names) {
	case 0:
		return configAbove("."), nil
	case 1:
		return names[0], nil
	}
	return "", usage("the paths lead to different configurations (%s); name one with --config, or use --no-config", strings.TrimPrefix(strings.Join(names, " and "), " and "))
}

// shortPath is a path from the working directory, where it lies below it.
func shortPath(path string) string {
	if wd, err := os.Getwd(); err == nil && filepath.IsAbs(path) {
		if rel, err := filepath.Rel(wd, path); err == nil && !strings.HasPrefix(rel, "..") {
			return rel
		}
	}
	return path
}

func configAbove(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		name := filepath.Join(dir, configName)
		if _, err := os.Lstat(name); err == nil { // a link that leads nowhere too: it is not passed over
			return name
		}
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		dir = above
	}
}

func readConfig(path string) (configFile, error) {
	file := configFile{path: shortPath(path), dir: filepath.Dir(path)}
	var err error
	if file.data, err = os.ReadFile(path); err != nil {
		return file, usage("--config: %w", err)
	}
	file.data = bytes.TrimPrefix(file.data, []byte("\ufeff"))
	if len(strings.TrimSpace(string(file.data))) == 0 {
		return file, nil
	}
	if err := heuristics.DecodeYAML(file.path, file.data, &file.config); err != nil {
		return file, usage("%w", err)
	}
	return file, file.checkValues()
}

// configKeys are all keys that a configuration file may hold.
func configKeys() []string {
	var keys []string
	for _, t := range []reflect.Type{reflect.TypeFor[config](), reflect.TypeFor[gateConfig](), reflect.TypeFor[override]()} {
		for i := range t.NumField() {
			keys = append(keys, t.Field(i).Tag.Get("yaml"))
		}
	}
	return keys
}

// at is the file and the line of a field such as "gate.fail-on".
func (c *configFile) at(field string) string {
	if line := heuristics.LineOf(c.data, "$."+field); line > 0 {
		return fmt.Sprintf("%s:%d", c.path, line)
	}
	return c.path
}

// checkValues refuses wrong values. Names of rules are checked when all rules
// are known.
func (c *configFile) checkValues() error {
	var wrong error
	check := func(field string, ok bool, format string, args ...any) {
		if !ok && wrong == nil {
			wrong = usage("%s: %s: %w", c.at(field), field, fmt.Errorf(format, args...))
		}
	}
	severity := func(field string, value *string) {
		if value != nil {
			_, ok := detect.ParseSeverity(*value)
			check(field, ok, "%q: give minor, major or critical%s", *value, detect.DidYouMean(*value, []string{"minor", "major", "critical"}))
		}
	}
	severities := func(field string, values map[string]string) {
		for _, name := range sortedKeys(values) {
			value := values[name]
			severity(field+"."+name, &value)
		}
	}
	gate := func(field string, g gateConfig) {
		severity(field+".fail-on", g.FailOn)
		if v := g.MinQuality; v != nil {
			check(field+".min-quality", *v >= 0 && *v <= 100, "%v: give a number from 0 to 100", *v)
		}
		if v := g.MaxMachineTranslated; v != nil {
			check(field+".max-machine-translated", *v >= 0 && *v <= 1, "%v: give a probability from 0 to 1", *v)
		}
		if v := g.Confidence; v != nil {
			check(field+".confidence", slices.Contains(confidences, *v), "%q: give low, medium or high", *v)
		}
	}
	severity("min-severity", c.MinSeverity)
	severities("severity", c.Severity)
	languages := func(field string, codes []string) {
		for i, code := range codes {
			check(fmt.Sprintf("%s[%d]", field, i), language.Name(code) != code, "%q: give a language code of two letters, such as fr", code)
		}
	}
	languages("source-language", c.SourceLanguage)
	gate("gate", c.Gate)
	for i, o := range c.Overrides {
		field := fmt.Sprintf("overrides[%d]", i)
		check(field, len(o.Paths)+len(o.Publishers) > 0, "give the paths or publishers that it is for")
		for j, glob := range o.Paths {
			check(fmt.Sprintf("%s.paths[%d]", field, j), doublestar.ValidatePattern(glob), "%q is not a glob that can be read", glob)
		}
		severities(field+".severity", o.Severity)
		languages(field+".source-language", o.SourceLanguage)
		gate(field+".gate", o.Gate)
	}
	return wrong
}

// checkNames refuses names of rules and families that there are not.
func (c *configFile) checkNames(all []detect.Heuristic) error {
	type named struct {
		field string
		names []string
	}
	lists := []named{{"only", c.Only}, {"skip", c.Skip}, {"gate.fail-rules", c.Gate.FailRules}}
	maps := []struct {
		field string
		names map[string]string
	}{{"severity", c.Severity}}
	for i, o := range c.Overrides {
		field := fmt.Sprintf("overrides[%d]", i)
		lists = append(lists, named{field + ".skip", o.Skip}, named{field + ".gate.fail-rules", o.Gate.FailRules})
		maps = append(maps, struct {
			field string
			names map[string]string
		}{field + ".severity", o.Severity})
	}
	for _, l := range lists {
		for j, name := range l.names {
			if _, err := detect.Select(all, detect.Selection{Skip: []string{name}}); err != nil {
				field := fmt.Sprintf("%s[%d]", l.field, j)
				return usage("%s: %s: %w", c.at(field), l.field, err)
			}
		}
	}
	for _, m := range maps {
		for _, name := range sortedKeys(m.names) {
			if _, err := detect.Select(all, detect.Selection{Skip: []string{name}}); err != nil {
				return usage("%s: %s: %w", c.at(m.field+"."+name), m.field, err)
			}
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// setFlags sets the flags that the file names and the command line does not.
func (c *configFile) setFlags(cmd *cobra.Command) error {
	one := func(s *string) []string {
		if s == nil {
			return nil
		}
		return []string{*s}
	}
	here := func(paths []string) []string { // paths are from the file's directory
		var out []string
		for _, p := range paths {
			if !filepath.IsAbs(p) {
				p = filepath.Join(c.dir, p)
			}
			out = append(out, p)
		}
		return out
	}
	for _, f := range []struct {
		flag   string
		values []string
	}{
		{"only", c.Only},
		{"skip", c.Skip},
		{"source-language", c.SourceLanguage},
		{"min-severity", one(c.MinSeverity)},
		{"rules", here(c.Rules)},
		{"baseline", here(one(c.Baseline))},
		{"format", one(c.Format)},
		{"color", one(c.Color)},
	} {
		flag := cmd.Flags().Lookup(f.flag)
		if f.values == nil || flag == nil || flag.Changed {
			continue
		}
		for _, v := range f.values {
			if err := flag.Value.Set(v); err != nil {
				return usage("%s: %s: %w", c.at(f.flag), f.flag, err)
			}
		}
	}
	return nil
}

// overridesAt are the overrides that hold for a path, for all publishers or
// some, by index.
func (c *configFile) overridesAt(path string) []int {
	if len(c.Overrides) == 0 { // asked of every finding
		return nil
	}
	var out []int
	place := relativeTo(c.dir, path)
	for i, o := range c.Overrides {
		if len(o.Paths) == 0 || slices.ContainsFunc(o.Paths, func(glob string) bool { return doublestar.MatchUnvalidated(glob, place) }) {
			out = append(out, i)
		}
	}
	return out
}

// overridesFor are the overrides that hold for an article, by index.
func (c *configFile) overridesFor(path, publisher string) []int {
	var out []int
	for _, i := range c.overridesAt(path) {
		o := &c.Overrides[i]
		if len(o.Publishers) > 0 && !slices.ContainsFunc(o.Publishers, func(p string) bool { return strings.EqualFold(p, publisher) }) {
			continue
		}
		out = append(out, i)
	}
	return out
}
