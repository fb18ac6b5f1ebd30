package main

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiledConfigSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(configSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The schema knows the same keys as the program.
func TestConfigSchemaKeys(t *testing.T) {
	s := compiledConfigSchema(t)
	for _, test := range []struct {
		of     reflect.Type
		schema *jsonschema.Schema
	}{
		{reflect.TypeFor[config](), s},
		{reflect.TypeFor[gateConfig](), s.Properties["gate"].Ref},
		{reflect.TypeFor[override](), s.Properties["overrides"].Items2020},
	} {
		var want []string
		for i := range test.of.NumField() {
			want = append(want, test.of.Field(i).Tag.Get("yaml"))
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, sortedKeys(test.schema.Properties)); diff != "" {
			t.Errorf("%s (-program +schema):\n%s", test.of, diff)
		}
	}
}

func TestConfigSchema(t *testing.T) {
	s := compiledConfigSchema(t)
	for text, ok := range map[string]bool{
		"skip: [tense]\ngate: {fail-on: major, min-quality: 60}\n": true,
		"overrides: [{paths: [a/**], severity: {tense: minor}}]\n": true,
		"skipp: [tense]\n":               false,
		"gate: {fail-on: mayor}\n":       false,
		"gate: {min-quality: 200}\n":     false,
		"overrides: [{skip: [tense]}]\n": false,
	} {
		var v any
		if err := yaml.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}
