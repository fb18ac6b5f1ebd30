package reports

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
)

var cutNames = map[string]bool{"text": true, "why": true}

func TestPruned(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":"a","text":"b","n":1}`:                             `{"id":"a","n":1}`,
		`{"text":"b","why":[1,{"x":"]"}],"n":1}`:                  `{"n":1}`,
		`{"n":1,"text":"b","why":{}}`:                             `{"n":1}`,
		`{"text":"\\","why":"\"}"}`:                               `{}`,
		`{ "n" : [ {"why" : null , "k":true} , 2 ], "text" : 1 }`: `{ "n" : [ { "k":true} , 2 ] }`,
		`{"a":{"b":{"text":"x","c":[[{"why":1}]]}},"d":"text"}`:   `{"a":{"b":{"c":[[{}]]}},"d":"text"}`,
		`{"te\u0078t":1}`:                                         `{"te\u0078t":1}`,
		`[]`:                                                      `[]`,
		`{"text":1`:                                               `{"text":1`,
		`{"text":"`:                                               `{"text":"`,
		`{"text"}`:                                                `{"text"}`,
		`{"a":1,,"text":2}`:                                       `{"a":1,,"text":2}`,
		`{"text":]}`:                                              `{"text":]}`,
		strings.Repeat(`{"a":`, 99) + `1` + strings.Repeat("}", 99): strings.Repeat(`{"a":`, 99) + `1` + strings.Repeat("}", 99),
	} {
		if got := string(pruned([]byte(in), cutNames)); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// FuzzPruned checks that JSON stays JSON, without the members that were cut out.
func FuzzPruned(f *testing.F) {
	f.Add(`{"id":"a","text":"b\"","n":[{"why":{"x":[1,2]}, "text":null},-1e5]}`)
	f.Fuzz(func(t *testing.T, in string) {
		out := pruned([]byte(in), cutNames)
		var want, got any
		if json.Unmarshal([]byte(in), &want) != nil {
			return
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%s became %s: %v", in, out, err)
		}
		if len(out) < len(in) {
			want, got = without(want), without(got)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s became %s", in, out)
		}
	})
}

// without takes the members out as pruned should.
func without(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if v[k] = without(x); cutNames[k] {
				delete(v, k)
			}
		}
	case []any:
		for i := range v {
			v[i] = without(v[i])
		}
	}
	return v
}

// TestFigures checks that what is counted and listed of an audit does not need
// what is cut out.
func TestFigures(t *testing.T) {
	r := sampleReport(t)
	r.Articles[0].Title = "" // listed by how its text begins
	a, err := OpenAudit(auditDir(t, r))
	if err != nil {
		t.Fatal(err)
	}
	type figures struct {
		Row     auditRow
		Summary AuditSummary
	}
	read := func(articles func(func(*Article, error) bool)) (out []figures) {
		all := newCensus()
		for v, err := range articles {
			if err != nil {
				t.Fatal(err)
			}
			all.add(v)
			out = append(out, figures{*newAuditRow(v, len(out)), all.summary()})
		}
		return out
	}
	want, got := read(a.Articles()), read(a.figures())
	if len(want) < 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("cut down:\n%+v\nwhole:\n%+v", got, want)
	}
	wanted := r.Articles[1].ID
	var seen atomic.Bool
	if err := a.pages(func(id string) bool { return id == wanted }, func(v *Article) error {
		if v.ID != wanted || v.Text == "" {
			t.Errorf("%q with a text of %d bytes", v.ID, len(v.Text))
		}
		seen.Store(true)
		return nil
	}); err != nil || !seen.Load() {
		t.Errorf("%q seen: %v, %v", wanted, seen.Load(), err)
	}
}

func TestIDOf(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":"a b#3","path":""}`: "a b#3", `{"id":"a\"b"}`: "", `{"id":"a\u0041"}`: "", `{ "id":"a"}`: "", `{"id":""}`: "", `{"id":"a`: "", `{"id":`: "",
	} {
		if id, ok := idOf([]byte(line)); id != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", line, id, ok)
		}
	}
}
