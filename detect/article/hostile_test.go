package article

import (
	"strings"
	"testing"
	"time"
)

// TestHostileFormats makes sure that no input costs a reader more than its
// size: a quarter of a megabyte of what each looks at most closely.
func TestHostileFormats(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const size = 1 << 18
	many := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	for _, test := range []struct{ name, in string }{
		{"a.md", many("[")},
		{"a.md", many("[a](")},
		{"a.md", many("[](a)")},
		{"a.md", many("<a'")},
		{"a.md", many("*a _b ")},
		{"a.md", many("`")},
		{"a.md", many("&amp")},
		{"a.md", many("![")},
		{"a.md", many("> ")},
		{"a.md", many("# a\n")},
		{"a.md", many("- a\n")},
		{"a.md", many("a\n=\n")},
		{"a.md", "---\n" + many("a: b\n")},
		{"a.md", many("[[a]](b) ")},
		{"a.md", many("\\")},
		{"a.md", many("| - ")},
		{"a.html", many("<")},
		{"a.html", "<p>" + many("&")},
		{"a.html", "<p>" + many("&amp;")},
		{"a.html", "<p>" + many("<b>")},
		{"a.html", "<p>" + many("<p>a")},
		{"a.html", "<p>" + many("<li>a")},
		{"a.html", "<p>" + many("</p>")},
		{"a.html", "<p>" + many("<br>")},
		{"a.html", "<p>" + many("<q>")},
		{"a.html", "<p>" + many("<h1>a</h1>")},
		{"a.html", "<p " + many("a='b' ")},
		{"a.html", "<p>" + many("<a '")},
		{"a.html", "<p>" + many("<!--")},
		{"a.html", many("<article>")},
		{"a.html", many("<article></article>")},
		{"a.html", "<p>" + many("<table><tr><td></table>")},
		{"a.html", "<p>" + many("<![CDATA[")},
		{"a.html", "<pre>" + many(" \n")},
		{"a.html", "<p>" + many("<meta name=author content=a>")},
		{"a.xml", nitfBody(many("<p/>"))},
		{"a.xml", nitfBody(many("<p>a</p>"))},
		{"a.xml", nitfBody("<p>" + many("&amp;") + "</p>")},
		{"a.xml", nitfBody(many("<![CDATA[a]]>"))},
		{"a.xml", rssItem(many("<item/>"))},
		{"a.xml", rssItem(many("<item><description>a</description></item>"))},
		{"a.xml", rssItem("<item>" + many("<author>Ana Kos</author>") + "</item>")},
		{"a.xml", rssItem("<item>" + many("<link>a</link>") + "</item>")},
		{"a.xml", "<newsItem><contentMeta>" + many("<creator role='translator'><name>A</name></creator>") + "</contentMeta></newsItem>"},
		{"a.xml", "<newsMessage><itemSet>" + many("<newsItem/>") + "</itemSet></newsMessage>"},
		{"a.xml", "<nitf " + many("a='b' ") + "/>"},
		{"a.xml", "<nitf>" + many("<!-- -->") + "</nitf>"},
		{"a.json", many("[")},
		{"a.json", "[" + many("{},") + "{}]"},
		{"a.json", `{"text":"` + many(`\n`) + `"}`},
		{"a.json", `{"text":"` + many(`\u00e9`) + `"}`},
		{"a.json", `{"text":"` + many(`<p>\"`) + `"}`},
		{"a.json", `{"a":` + many("7") + `}`},
		{"a.json", `{` + many(`"a":1,`) + `"text":"a"}`},
		{"a.json", `{"bodies":[` + many(`{},`) + `{}]}`},
		{"a.json", `{"bodies":[],"people":[` + many(`{"rel":"translator","name":"a"},`) + `{}]}`},
		{"a.json", `[` + many(`{"text":"a b"},`) + `{}]`},
		{"a.csv", "id,text\n" + many(",")},
		{"a.csv", "id,text\n" + many("\"")},
		{"a.csv", "id,text\n" + many("a,b\n")},
		{"a.csv", "text,id\n" + many("\"\"")},
		{"a.csv", "text" + many(",a")},
		{"a.csv", "text,id\n\"" + many("\n")},
		{"a.warc", many("WARC/1.0\r\n")},
		{"a.warc", many("WARC/1.0\r\n\r\n")},
		{"a.warc", "WARC/1.0\r\n" + many("a\r\n")},
		{"a.warc", many("\r\n")},
		{"a.jsonl", many("{}\n")},
		{"a.jsonl", "{" + many("\n")},
	} {
		start := time.Now()
		r := &Reader{Stdin: strings.NewReader(test.in), StdinName: test.name}
		for item, err := range r.Items("-") {
			if err == nil {
				_, _ = r.Load(item)
			}
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s %.40q: %v for a quarter of a megabyte", test.name, test.in, took)
		} else if took > time.Second {
			t.Logf("%s %.40q: %v", test.name, test.in, took)
		}
	}
}
