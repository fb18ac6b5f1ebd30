package main

import (
	_ "embed"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
)

//go:embed config.schema.json
var configSchema []byte

func configCommand() *cobra.Command {
	var c checking
	var schema bool
	cmd := &cobra.Command{
		Use:   "config [PATH]",
		Short: "Show the configuration that holds, and where each value comes from",
		Long: `Shows the configuration that holds for PATH, or for the working directory, and
where each value comes from. It is read from the .calque.yaml in the directory
of PATH or the nearest one above. What is not shown is as calque comes.`,
		Example: `  calque config articles/harbour.txt
  calque config --schema >calque.schema.json`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			out := cmd.OutOrStdout()
			if schema {
				_, err := out.Write(configSchema)
				return err
			}
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			if _, err := c.engine(); err != nil {
				return err
			}
			return c.explain(cmd, out, paths)
		},
	}
	c.flags(cmd)
	cmd.Flags().BoolVar(&schema, "schema", false, "print the JSON Schema of the configuration file, for editors")
	return cmd
}

// explain writes each value that is set, as the file would state it, with its
// source.
func (c *checking) explain(cmd *cobra.Command, out io.Writer, paths []string) error {
	var b strings.Builder
	line := func(indent, key string, value any, source string) error {
		text, err := yaml.MarshalWithOptions(value, yaml.Flow(true))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s%s: %s  # %s\n", indent, key, strings.TrimSpace(string(text)), source)
		return nil
	}
	if c.file.path == "" {
		b.WriteString("# no " + configName + "\n")
	} else {
		fmt.Fprintf(&b, "# %s\n", c.file.path)
		if c.config == "" && shortPath(configAbove(".")) != c.file.path {
			b.WriteString("# calque gate reads it only when --config names it\n")
		}
	}
	section := func(indent, field string, v reflect.Value) error {
		for i := range v.NumField() {
			key := v.Type().Field(i).Tag.Get("yaml")
			if f := v.Field(i); (f.Kind() == reflect.Slice || f.Kind() == reflect.Map || f.Kind() == reflect.Pointer) && !f.IsNil() && key != "overrides" {
				if flag := cmd.Flags().Lookup(key); flag != nil && flag.Changed && indent == "" {
					continue
				}
				if err := line(indent, key, f.Interface(), c.file.at(field+key)); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, key := range configKeys() {
		if flag := cmd.Flags().Lookup(key); flag != nil && flag.Changed {
			fmt.Fprintf(&b, "%s: %s  # the command line\n", key, flag.Value)
		}
	}
	if err := section("", "", reflect.ValueOf(c.file.config)); err != nil {
		return err
	}
	if !reflect.ValueOf(c.file.Gate).IsZero() {
		b.WriteString("gate:\n")
		if err := section("  ", "gate.", reflect.ValueOf(c.file.Gate)); err != nil {
			return err
		}
	}
	holds := make([]int, len(c.file.Overrides))
	for i := range holds {
		holds[i] = i
	}
	if len(paths) > 0 {
		holds = c.file.overridesAt(paths[0])
	}
	for _, i := range holds {
		o := c.file.Overrides[i]
		field := fmt.Sprintf("overrides[%d]", i)
		whose := ""
		if len(o.Publishers) > 0 {
			whose = ", for the articles of " + strings.Join(o.Publishers, ", ")
		}
		fmt.Fprintf(&b, "# override at %s%s\n", c.file.at(field), whose)
		if err := section("  ", field+".", reflect.ValueOf(o)); err != nil {
			return err
		}
		if !reflect.ValueOf(o.Gate).IsZero() {
			b.WriteString("  gate:\n")
			if err := section("    ", field+".gate.", reflect.ValueOf(o.Gate)); err != nil {
				return err
			}
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
