package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLargeArray checks that an array of which an article may be no larger than a
// part is read element by element, with the places and numbers of its records.
func TestLargeArray(t *testing.T) {
	good := func(i int) string {
		return fmt.Sprintf(`{"id": "r%d", "text": "%s", "tags": [{"id": 1}, {"id": 2}]}`, i, tramText)
	}
	const limit = 2000
	bad := map[int]string{
		7:  `{"id": "r7", "text": "He said "no" to it."}`,
		20: `{"id": "r20", "text": "` + strings.Repeat("The tram is back. ", 400) + `"}`,
		33: `{"id": "r33", "text": "` + tramText + `}`,
		40: `NaN`,
		41: `"a text alone"`,
		55: `{"id": "r55", "text": 7}`,
		60: `{"id": "r60", "text": "\x"}`,
	}
	want := map[int]string{
		7:  "not valid JSON: invalid character 'n' after object key:value pair (line 8)",
		20: "too large for one article: 7225 bytes, the limit is 2000 bytes",
		33: "not valid JSON: unexpected end of JSON input (line 34)",
		40: "not valid JSON: invalid character 'N' looking for beginning of value (line 41)",
		41: `not a JSON object: it begins with "\""`,
		55: `the field "text" is a number, no text`,
		60: "not valid JSON: invalid character 'x' in string escape code (line 61)",
	}
	for name, between := range map[string]string{"lines": ",\n  ", "one line": ", ", "no space": ","} {
		t.Run(name, func(t *testing.T) {
			var all []string
			for i := 1; i <= 100; i++ {
				if bad[i] != "" {
					all = append(all, bad[i])
				} else {
					all = append(all, good(i))
				}
			}
			in := "[" + strings.TrimPrefix(between, ",") + strings.Join(all, between) + "\n]\n"
			path := filepath.Join(t.TempDir(), "x.json")
			if err := os.WriteFile(path, []byte(in), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, from := range []string{"-", path} { // of unknown size and of known size
				r := &Reader{Stdin: strings.NewReader(in), StdinName: path, MaxSize: limit}
				read, failed := 0, 0
				for item, err := range r.Items(from) {
					var a *Article
					if err == nil {
						a, err = r.Load(item)
					}
					if err != nil {
						failed++
						message := fmt.Sprintf("%s: record %d: ", path, item.Record) + want[item.Record]
						if between != ",\n  " {
							message = strings.ReplaceAll(message, fmt.Sprintf("(line %d)", item.Record+1), "(line 1)")
						}
						if want[item.Record] == "" || err.Error() != message {
							t.Errorf("record %d: got %v, want %s", item.Record, err, message)
						}
						continue
					}
					read++
					if a.ID != fmt.Sprintf("r%d", item.Record) {
						t.Errorf("record %d is %s", item.Record, a.ID)
					}
					line, column := a.Position(0)
					at := strings.Index(in, fmt.Sprintf(`{"id": "r%d"`, item.Record)) + len(fmt.Sprintf(`{"id": "r%d", "text": "`, item.Record))
					wantLine := strings.Count(in[:at], "\n") + 1
					wantColumn := at - strings.LastIndex(in[:at], "\n")
					if line != wantLine || column != wantColumn {
						t.Errorf("record %d stands at %d:%d, want %d:%d", item.Record, line, column, wantLine, wantColumn)
					}
				}
				if read != 100-len(bad) || failed != len(bad) {
					t.Errorf("%d read, %d failed", read, failed)
				}
			}
		})
	}
}

// TestLargeArrayCutOff checks what is said of the end of a large array.
func TestLargeArrayCutOff(t *testing.T) {
	element := `{"id": "a", "text": "` + tramText + `"}`
	for end, want := range map[string]string{
		"":                        "! x: not valid JSON: the array has no end",
		",":                       "! x: not valid JSON: the array has no end",
		`, {"id": "b", "text": "`: "! x: record 51: not valid JSON: unexpected end of JSON input (line 1)",
		"] x":                     "! x: not valid JSON: 'x' after the end of the array",
		"]":                       "a",
	} {
		in := "[" + strings.Repeat(element+", ", 49) + element + end
		r := &Reader{Stdin: strings.NewReader(in), StdinName: "x", MaxSize: 1000}
		got := readPaths(t, r, "", "-")
		if len(got) < 50 || got[len(got)-1] != want && got[min(50, len(got)-1)] != want {
			t.Errorf("%q: %q, want %s", end, got[min(50, len(got)-1):], want)
		}
	}
}
