package reports

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what was written with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s differs (go test ./reports -update writes it anew):\n%s", path, diff)
	}
}

// written is a report in some format.
func written(t testing.TB, format string, r *Report, o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, r, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// validate checks a JSON report against the schema.
func validate(t testing.TB, raw []byte) {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(JSONSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.schema.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("%v", err)
	}
}

func TestJSON(t *testing.T) {
	r := sampleReport(t)
	raw := written(t, "json", r, Options{})
	golden(t, "sample.json", raw)
	validate(t, raw)
	if again := written(t, "json", sampleReport(t), Options{}); !bytes.Equal(raw, again) {
		t.Error("the same input gave other bytes")
	}
	if rest := bytes.ReplaceAll(raw, []byte(`"origin": null`), nil); bytes.Contains(rest, []byte("null")) {
		t.Error("a list is null")
	}
	golden(t, "sample.jsonl", written(t, "jsonl", r, Options{}))
}

// TestPlaces checks that cutting the text by code points gives the excerpt.
func TestPlaces(t *testing.T) {
	for _, a := range sampleReport(t).Articles {
		text := runesOf(a.Text)
		for _, f := range a.Findings {
			if f.Start == f.End {
				continue // in a line that was kept out
			}
			if got := text.slice(f.Start, f.End); got != f.Excerpt {
				t.Errorf("%s: %d to %d is %q, not %q", a.ID, f.Start, f.End, got, f.Excerpt)
			}
			raw, err := os.ReadFile(a.Path)
			if err != nil {
				t.Fatal(err)
			}
			line := runesOf(strings.Split(string(raw), "\n")[f.Line-1])
			if got := line.slice(f.Column-1, f.Column-1+utf8.RuneCountInString(f.Excerpt)); got != f.Excerpt {
				t.Errorf("%s:%d:%d is %q, not %q", a.Path, f.Line, f.Column, got, f.Excerpt)
			}
		}
	}
}

func TestNoText(t *testing.T) {
	r := Build(sample(t), Options{NoText: true})
	raw := written(t, "json", r, Options{})
	validate(t, raw)
	if bytes.Contains(raw, []byte(`"text": "The minister of Transport would`)) {
		t.Error("the text is in the report")
	}
	if _, err := Read(bytes.NewReader(raw)); err != nil {
		t.Error(err)
	}
}

// TestEmpty checks that a run that found nothing makes a valid report.
func TestEmpty(t *testing.T) {
	r := emptyReport()
	raw := written(t, "json", r, Options{})
	validate(t, raw)
	if bytes.Contains(raw, []byte("null")) {
		t.Errorf("a list is null:\n%s", raw)
	}
}

func TestReadBack(t *testing.T) {
	raw := written(t, "json", sampleReport(t), Options{})
	r, err := Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, "json", r, Options{}); !bytes.Equal(raw, again) {
		t.Error("a report read back is written otherwise")
	}
	for _, f := range FormatNames() {
		if direct, read := written(t, f, sampleReport(t), Options{}), written(t, f, r, Options{}); !bytes.Equal(direct, read) {
			t.Errorf("%s: from a saved report it comes out otherwise", f)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := string(written(t, "json", sampleReport(t), Options{}))
	for _, test := range []struct{ name, in, want string }{
		{"empty", " \n", "empty"},
		{"no JSON", "hello", "line 1"},
		{"cut off", good[:len(good)/2], "unexpected end"},
		{"more after it", good + "{}", "after top-level value"},
		{"something else", `{"runs": []}`, `no "schema"`},
		{"a newer one", strings.Replace(good, Schema, "calque-report/2", 1), "calque-report/2"},
		{"wrong type", strings.Replace(good, `"words": `, `"words": "many", "x": `, 1), "words"},
		{"wrong place", strings.Replace(good, `"end": `, `"end": 9999`, 1), "no place in its text"},
		{"wrong severity", strings.Replace(good, `"severity": "major"`, `"severity": "bad"`, 1), "minor, major or critical"},
		{"same id twice", strings.Replace(good, `"id": "testdata/sample/herald.txt"`, `"id": "testdata/sample/wire.txt"`, 1), "stands twice"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.in == good {
				t.Fatal("the test changes nothing")
			}
			_, err := Read(strings.NewReader(test.in))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want something with %q", err, test.want)
			}
		})
	}
}

func TestFormatUnknown(t *testing.T) {
	err := Write(&bytes.Buffer{}, "docx", sampleReport(t), Options{})
	if err == nil || !strings.Contains(err.Error(), "json") {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	good := written(f, "json", sampleReport(f), Options{})
	f.Add(good)
	f.Add([]byte(`{"schema":"calque-report/1","articles":[{"id":"a","text":"x","findings":[{"start":1,"end":0}]}]}`))
	f.Add([]byte(`{"schema":"calque-report/1","stories":[{"quotations":[{"consensus":3}]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Read(bytes.NewReader(raw))
		if err != nil {
			return
		}
		for _, name := range FormatNames() {
			var out bytes.Buffer
			if err := Write(&out, name, r, Options{Color: true, Removed: true}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		var saved bytes.Buffer
		if err := Write(&saved, "json", r, Options{}); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(bytes.NewReader(saved.Bytes())); err != nil {
			t.Errorf("what was read cannot be read again: %v", err)
		}
	})
}
