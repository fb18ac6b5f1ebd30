package article

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzJSONValid checks that what is taken for JSON is what encoding/json takes
// for it, and that each value ends where it does.
func FuzzJSONValid(f *testing.F) {
	for _, s := range []string{
		``, ` `, `{}`, `[]`, `{"a":1}`, ` {"a" : [1 , 2.5e-3 , -0 , true,false , null ] } `, `"a\u00e9\n\\\/\""`, `"\u12g4"`, `"\x"`, "\"a\tb\"", `"abc`, `"abc\`,
		`01`, `-`, `1.`, `.5`, `1e`, `1e+`, `1E+05`, `--1`, `tru`, `truee`, `nul`, `{"a"}`, `{"a":}`, `{,}`, `{"a":1,}`, `[1,]`, `[1 2]`, `{1:2}`, `[`, `{`, `{"a"`, `{"a":1`,
		`[[[[]]]]`, `"` + strings.Repeat("a", 30) + `"`, `"` + strings.Repeat("é", 30) + "\x7f\xff" + `"`, "{\"a\":\"b\"}\n", `[]]`, `{]`, `[}`, `"a" "b"`, "\ufeff{}", `"aaaaaaa\"aaaaaaaa!#[]"`,
		strings.Repeat("[", 10000) + strings.Repeat("]", 10000), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, err := parseJSON(s)
		if valid := json.Valid([]byte(s)); valid != (err == nil && value.end > value.start) {
			t.Fatalf("%q: valid is %v, parseJSON says %v %v", s, valid, value, err)
		}
		if err == nil && (s[value.start:value.end] != strings.Trim(s, " \t\r\n") || value.end != skipJSON(s, value.start)) {
			t.Fatalf("%q is said to be %q", s, s[value.start:value.end])
		}
	})
}
