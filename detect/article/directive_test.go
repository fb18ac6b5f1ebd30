package article

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDirective(t *testing.T) {
	for _, test := range []struct {
		comment string
		want    *Directive
	}{
		{"<!-- calque-disable -->", &Directive{Verb: Disable}},
		{"<!--calque-enable-->", &Directive{Verb: Enable}},
		{"<!-- calque-disable-next naming, tense: as the court has it -->", &Directive{Verb: DisableNext, Names: []string{"naming", "tense"}, Reason: "as the court has it"}},
		{"<!-- calque-disable naming tense -- see: style book -->", &Directive{Verb: Disable, Names: []string{"naming", "tense"}, Reason: "see: style book"}},
		{"<!-- calque-disable: a poem -->", &Directive{Verb: Disable, Reason: "a poem"}},
		{"<!-- calque-disable\n  naming\n-->", &Directive{Verb: Disable, Names: []string{"naming"}}},
		{"<!-- calque-disabel naming -->", &Directive{Verb: "calque-disabel", Names: []string{"naming"}}},
		{"<!-- calque is a checker -->", nil},
		{"<!-- a note on calque-disable -->", nil},
		{"<!-->", nil},
		{"<!-- calque-disable " + strings.Repeat("x", maxDirective) + " -->", nil},
	} {
		d, ok := parseDirective(test.comment)
		if ok != (test.want != nil) {
			t.Errorf("%q: a directive: %v", test.comment, ok)
			continue
		}
		if d.Names = append([]string(nil), d.Names...); ok && !reflect.DeepEqual(d, *test.want) {
			t.Errorf("%q: %+v, want %+v", test.comment, d, *test.want)
		}
	}
}

// directiveForms are one article in several formats, once with directives and
// once without. Reading them must make no difference but the directives.
var directiveForms = []struct{ name, file, with, without string }{
	{
		"wrapped text", "a.txt",
		"<!-- calque-disable naming -->\nFerry aground off Port-Ravel\n\nThe ferry ran aground on Sunday night off the coast of\n<!-- calque-disable-next tense: hearsay -->\nPort-Ravel, where nobody had expected it, said the owner\nof a boat <!-- calque-disable -->that was near<!-- calque-enable -->. No one was hurt in the\naccident, which the police look into now.\n<!-- calque-enable -->\n",
		"Ferry aground off Port-Ravel\n\nThe ferry ran aground on Sunday night off the coast of\nPort-Ravel, where nobody had expected it, said the owner\nof a boat that was near. No one was hurt in the\naccident, which the police look into now.\n",
	},
	{
		"text with broken bytes", "a.txt",
		"Ferry aground off Port-Ravel\n\n<!-- calque-disable naming -->\nThe ferry ran aground on Sunday, the caf\xe9 owner said. <!-- calque-enable --> No one was hurt – “nobody”, she said.\n",
		"Ferry aground off Port-Ravel\n\nThe ferry ran aground on Sunday, the caf\xe9 owner said. No one was hurt – “nobody”, she said.\n",
	},
	{
		"Windows lines", "a.txt",
		"Ferry aground off Port-Ravel\r\n\r\n<!-- calque-disable naming -->\r\nThe ferry ran aground on Sunday.\r\n\r\n<!-- calque-enable -->\r\nNo one was hurt.\r\n",
		"Ferry aground off Port-Ravel\r\n\r\nThe ferry ran aground on Sunday.\r\n\r\nNo one was hurt.\r\n",
	},
	{
		"Markdown", "a.md",
		"# Ferry aground\n\n<!-- calque-disable naming -->\n\nThe *ferry* ran aground <!-- calque-disable -->\non Sunday off Port-Ravel.\n\n- one boat<!-- calque-enable -->\n<!-- calque-disable-next -->\n- two boats\n",
		"# Ferry aground\n\n\nThe *ferry* ran aground\non Sunday off Port-Ravel.\n\n- one boat\n- two boats\n",
	},
	{
		"HTML", "a.html",
		"<!DOCTYPE html><html><body><!-- calque-disable naming --><h1>Ferry aground</h1><p>The ferry ran <b>aground</b><!-- calque-disable -->, on Sunday<!-- calque-enable -->, off Port-Ravel.</p><!-- calque-disable-next --><p>No one was hurt.</p></body></html>",
		"<!DOCTYPE html><html><body><h1>Ferry aground</h1><p>The ferry ran <b>aground</b>, on Sunday, off Port-Ravel.</p><p>No one was hurt.</p></body></html>",
	},
	{
		"a fragment of HTML in JSON", "a.json",
		`{"title": "Ferry aground", "body": "<p>The ferry ran aground<!-- calque-disable naming --> on Sunday.\u003c!-- calque-enable --\u003e</p>"}`,
		`{"title": "Ferry aground", "body": "<p>The ferry ran aground on Sunday.</p>"}`,
	},
	{
		"text in JSON", "a.json",
		`{"title": "Ferry aground", "text": "<!-- calque-disable naming -->\nThe ferry ran aground on Sunday.\n\n<!-- calque-enable --> No one was hurt."}`,
		`{"title": "Ferry aground", "text": "The ferry ran aground on Sunday.\n\nNo one was hurt."}`,
	},
}

func TestDirectivesStayOutOfTheProse(t *testing.T) {
	for _, form := range directiveForms {
		t.Run(form.name, func(t *testing.T) {
			read := func(content string) *Article {
				r := Reader{Stdin: strings.NewReader(content), StdinName: form.file}
				for item, err := range r.Items("-") {
					if err != nil {
						t.Fatal(err)
					}
					a, err := r.Load(item)
					if err != nil {
						t.Fatal(err)
					}
					return a
				}
				t.Fatal("no article")
				return nil
			}
			with, without := read(form.with), read(form.without)
			if diff := cmp.Diff(without.Text, with.Text); diff != "" {
				t.Errorf("the prose is another one: %s", diff)
			}
			if diff := cmp.Diff(without.Paragraphs, with.Paragraphs); diff != "" {
				t.Error(diff)
			}
			if len(with.Removed) != len(without.Removed) {
				t.Errorf("kept out: %v", with.Removed)
			}
			if n := strings.Count(form.with, "!-- calque-"); len(with.Directives) != n || len(without.Directives) != 0 {
				t.Errorf("%d directives, want %d: %v", len(with.Directives), n, with.Directives)
			}
			for _, d := range with.Directives {
				if stands := with.source.input[d.input:]; !strings.Contains(stands[:min(len(stands), 12+len(d.Verb))], d.Verb) {
					t.Errorf("%s is said to stand at %q", d.Verb, stands)
				}
			}
			// Places still lead to the same words of the input.
			for _, token := range with.Tokens {
				word := with.Slice(token.Span)
				at := with.InputOffset(token.Start)
				if plain := !strings.ContainsAny(word, "\ufffdé–“”"); plain && !strings.HasPrefix(with.source.input[at:], word) {
					t.Errorf("%q is said to stand at %q", word, firstRunes(with.source.input[at:], 20))
				}
			}
		})
	}
}
