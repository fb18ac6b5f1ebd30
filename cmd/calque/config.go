package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/heuristics"
)

// A config is what --config reads: the values of flags that were not given on
// the command line.
type config struct {
	Only           []string `yaml:"only"`
	Skip           []string `yaml:"skip"`
	SourceLanguage []string `yaml:"source-language"`
	MinSeverity    *string  `yaml:"min-severity"`
	FailOn         *string  `yaml:"fail-on"`
	Rules          []string `yaml:"rules"` // files of users' own rules
	Format         *string  `yaml:"format"`
	Color          *string  `yaml:"color"`
}

// configure sets the flags that the file names and the command line does not.
// Unknown keys and wrong types are refused with the file and the line.
func configure(cmd *cobra.Command, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return usage("--config: %w", err)
	}
	var c config
	if err := heuristics.DecodeYAML(path, data, &c); err != nil {
		return usage("%w", err)
	}
	one := func(s *string) []string {
		if s == nil {
			return nil
		}
		return []string{*s}
	}
	for _, f := range []struct {
		flag   string
		values []string
	}{
		{"only", c.Only},
		{"skip", c.Skip},
		{"source-language", c.SourceLanguage},
		{"min-severity", one(c.MinSeverity)},
		{"fail-on", one(c.FailOn)},
		{"rules", c.Rules},
		{"format", one(c.Format)},
		{"color", one(c.Color)},
	} {
		if f.values == nil || cmd.Flags().Changed(f.flag) {
			continue
		}
		for _, v := range f.values {
			if err := cmd.Flags().Set(f.flag, v); err != nil {
				return usage("%s: %s: %w", path, f.flag, err)
			}
		}
	}
	return nil
}
