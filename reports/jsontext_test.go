package reports

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// fillAll gives every field below a value something that is not its zero value.
func fillAll(v reflect.Value, t *rapid.T) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i), t)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem(), t)
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(t, "length")
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fillAll(v.Index(i), t)
		}
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~]{0,40}`), rapid.Custom(func(t *rapid.T) string {
			return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		})).Draw(t, "text") + rapid.SampledFrom([]string{"", "\u2028", "\u2029", "\n\t", "\ufffd", "<&>", "\x00\x1f\x7f", `"\`, "é…\xe2\x80"}).Draw(t, "end"))
	case reflect.Int:
		v.SetInt(rapid.Int64().Draw(t, "number"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "truth"))
	case reflect.Float64:
		v.SetFloat(rapid.OneOf(
			rapid.Float64(),
			rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1e-6, 9.9e-7, 1e21, 1e20, -1e-9, 1e15, 1e11, 100}),
			rapid.Map(rapid.Int64Range(-1e7, 1e7), func(n int64) float64 { return float64(n) / 1e4 }),
		).Draw(t, "decimal"))
	default:
		t.Fatalf("there is nothing to fill a %s with", v.Type())
	}
}

// Articles are written as encoding/json writes them, whatever they hold.
func TestJSONText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Report{Rules: []Rule{{Name: "\n  \"articles\": []"}}}
		r.Tool.Version = "\n  \"articles\": []"
		for range rapid.IntRange(0, 3).Draw(t, "articles") {
			var a Article
			if rapid.IntRange(0, 9).Draw(t, "filled") > 0 {
				fillAll(reflect.ValueOf(&a).Elem(), t)
			}
			r.Articles = append(r.Articles, a)
		}
		for format, indent := range map[string]string{"json": "  ", "jsonl": ""} {
			var want, got bytes.Buffer
			e := json.NewEncoder(&want)
			e.SetEscapeHTML(false)
			e.SetIndent("", indent)
			if format == "json" {
				_ = e.Encode(&r)
			} else {
				for i := range r.Articles {
					_ = e.Encode(&r.Articles[i])
				}
			}
			if err := Write(&got, format, &r, Options{}); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("%s:\n%s\nwant\n%s", format, differs(got.String(), want.String()), differs(want.String(), got.String()))
			}
		}
	})
}

// differs is where a text begins to be another one.
func differs(s, other string) string {
	i := 0
	for i < len(s) && i < len(other) && s[i] == other[i] {
		i++
	}
	return strconv.Quote(s[max(0, i-60):min(len(s), i+60)])
}
