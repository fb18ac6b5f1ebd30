package article

import (
	"strings"
	"testing"
	"time"
)

const tramText = "The tram is back in Merle after forty years, the town said on Monday."

// TestBrokenArray checks that a bad record in an array costs no other.
func TestBrokenArray(t *testing.T) {
	good := func(id string) string {
		return `{"id": "` + id + `", "text": "` + tramText + `", "tags": [{"id": 1}, {"id": 2}]}`
	}
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{
			"a quotation mark too many", "[\n  " + good("a") + ",\n  {\"id\": \"b\", \"text\": \"He said \"no\" to it.\"},\n  " + good("c") + "\n]",
			[]string{"a", "! x: record 2: not valid JSON: invalid character 'n' after object key:value pair (line 3)", "c"},
		},
		{
			"a string without an end", "[" + good("a") + ", {\"id\": \"b\", \"text\": \"" + tramText + "}, " + good("c") + "]",
			[]string{"a", "! x: record 2: not valid JSON: unexpected end of JSON input (line 1)", "c"},
		},
		{
			"a bracket missing", "[\n" + good("a") + ",\n{\"id\": \"b\", \"text\": \"" + tramText + "\",\n" + good("c") + "\n]",
			[]string{"a", "! x: record 2: not valid JSON: unexpected end of JSON input (line 3)", "c"},
		},
		{
			"a bracket too many", "[\n" + good("a") + "},\n" + good("b") + "\n]",
			[]string{"a", "! x: record 2: not valid JSON: invalid character '}' looking for beginning of value (line 2)", "b"},
		},
		{
			"the first", "[{\"id\": \"a\" \"text\": 1}, " + good("b") + ", " + good("c") + "]",
			[]string{"! x: record 1: not valid JSON: invalid character '\"' after object key:value pair (line 1)", "b", "c"},
		},
		{
			"cut off", "[" + good("a") + ", " + good("b") + ", {\"id\": \"c\", \"text\": \"The tr",
			[]string{"a", "b", "! x: record 3: not valid JSON: unexpected end of JSON input (line 1); nothing after it could be told from it, 27 bytes lost"},
		},
		{
			"cut off between", "[" + good("a") + ", ",
			[]string{"a", "! x: not valid JSON: the array has no end"},
		},
		{"a comma at the end", "[" + good("a") + ", " + good("b") + ",]", []string{"a", "b"}},
		{"a comma missing", "[" + good("a") + "\n" + good("b") + "]", []string{"a", "b"}},
		{
			"a literal", "[" + good("a") + ", NaN, " + good("c") + "]",
			[]string{"a", "! x: record 2: not valid JSON: invalid character 'N' looking for beginning of value (line 1)", "c"},
		},
		{
			"bytes after it", "[" + good("a") + "] x",
			[]string{"a", "! x: not valid JSON: 1 byte after the array lost"},
		},
	} {
		r := &Reader{Stdin: strings.NewReader(test.in), StdinName: "x"}
		if got := readPaths(t, r, "", "-"); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestBrokenArrayCost checks that damage costs no more than its size.
func TestBrokenArrayCost(t *testing.T) {
	for _, unit := range []string{`{"a":"`, `{"a":1,`, `{"a":"x},`, `[`, `,{"a"`, `{"a":{`} {
		start := time.Now()
		r := &Reader{Stdin: strings.NewReader("[" + strings.Repeat(unit, 2<<20/len(unit))), StdinName: "x.json"}
		n := 0
		for range r.Items("-") {
			n++
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q: %v", unit, took)
		} else {
			t.Logf("%q: %v, %d items", unit, took, n)
		}
	}
}
