package article

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"
)

// malformedInput is one malformed input and the file name it comes under.
type malformedInput struct{ name, in string }

const lead = "A ferry ran aground near Lindow on Sunday."

func deep(open, inside, end string, n int) string {
	return strings.Repeat(open, n) + inside + strings.Repeat(end, n)
}

func newsItem(content string) string {
	return `<newsItem guid="g"><contentSet>` + content + `</contentSet></newsItem>`
}

func rssItem(item string) string {
	return `<rss version="2.0"><channel><title>T</title>` + item + `</channel></rss>`
}

func warcRecord(kind, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, contentType, len(block), block)
}

func warcResponse(http string) string {
	return warcRecord("response", "application/http; msgtype=response", http)
}

func nitfBody(content string) string {
	return "<nitf><body><body.content>" + content + "</body.content></body></nitf>"
}

func deflated(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// malformedInputs are inputs that are damaged, cut off, empty, hostile or not
// what their name says.
func malformedInputs() []malformedInput {
	var all []malformedInput
	add := func(name string, ins ...string) {
		for i, in := range ins {
			all = append(all, malformedInput{name: fmt.Sprintf("%d.%s", i+1, name), in: in})
		}
	}
	add("txt",
		"", " ", "\n\n\n", "\ufeff", "\ufeff\n", "\x00", "\x00\x01\x02\x03\x04\x05", "\xff\xfe", "\xfe\xff\x00", "\xff\xfe\x00\x00A\x00\x00\x00",
		"%PDF-1.7\n", "{\\rtf1 "+lead+"}", "PK\x03\x04rest", "BZh9\xff\xfe\xfd", "\xfd7zXZ\x00", "PAR1\x15\x04", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "GIF89a",
		"\x7fELF", "SQLite format 3\x00", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\xd0\xcf\x11\xe0", "***\n---\n",
		strings.Repeat("\x81\x8d\x8f", 100), "\xe2\x80", lead+"\xe2\x80", "\u200b\u200b\u00ad",
	)
	add("json",
		"{", "[", "[]", "{}", "[{}]", "[1]", "[null]", "[[]]", `["`+lead+`"]`, `{"text":""}`, `{"text":" \n "}`, `{"text":null}`, `{"text":[]}`, `{"text":[[1]]}`,
		`{"text":{}}`, `{"text":7}`, `{"text":true}`, `{"text":-7.5e3}`, `{"body":false,"content":"`+lead+`"}`, `{"text":["`+lead+`","Nobody was hurt."]}`, `{"text":["",null,3]}`, `{"text":null,"body":"`+lead+`"}`, `{"text":"`+lead+`","text":"Another text."}`, `{"text":"`+lead+`"`, `{"text":"`+lead+`"}}`, `{"text":"`+lead+`",}`, `{'text':'x'}`, `{"text":"`+lead+"\n\"}", `{"text":"\x41"}`,
		`{"text":"\ud83d `+lead+`"}`, `{"text":"\u00"}`, `{text:"x"}`, "{\n\n\"text\": ]\n}", `[{"text":"`+lead+`"},]`, `[{"text":"`+lead+`"},{"title":"x"}]`,
		deep("[", "", "]", 20000), `{"a":`+deep("[", "", "]", 9000)+`,"text":"`+lead+`"}`, "null", `{"text":"\u0000\u0001\u0002\u0003"}`, `{"Text":"`+lead+`"}`, `{"title":"`+lead+`"}`,
		`{"schema":"calque-report/1","articles":[]}`, `{"text":"%PDF-1.7"}`, `{"text":"<p></p>"}`, `{"text":"<div>`+deep("<div>", "", "", 300)+`"}`, "{\"text\":\"\xff"+lead+"\"}",
		`{"version":"https://jsonfeed.org/version/1.1"}`, `{"version":"https://jsonfeed.org/version/1.1","items":{}}`, `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":""}]}`, `{"version":"https://jsonfeed.org/version/1.1","items":[3,{"content_text":"`+lead+`"}]}`,
	)
	add("ninjs",
		`{"uri":"u","bodies":[]}`, `{"uri":"u","bodies":[{}]}`, `{"uri":"u","bodies":[{"contentType":"text/html","value":""}]}`, `{"uri":"u","bodies":[{"contentType":"video/mp4","value":"AAAA"}]}`,
		`{"uri":"u","type":"picture","bodies":[]}`, `{"uri":"u","type":"picture","headlines":[{"value":"x"}]}`, `{"uri":"u","bodies":["`+lead+`"]}`, `{"uri":"u","bodies":[{"value":"`+lead+`"}]}`,
		`{"uri":"u","body_html":""}`, `{"uri":"u","body_html":7}`, `{"uri":"u","body_other":"`+lead+`"}`, `{"uri":"u","pubstatus":"stat:withheld","bodies":[{"value":"`+lead+`"}]}`, `{"uri":"u","bodies":[{"contentType":"text/html","value":"<script>x</script>"}]}`,
		`{"uri":"u","bodies":[{"contentType":"text/html","value":"`+deep("<ul>", "", "", 300)+`"}]}`, `{"uri":3,"bodies":[{"value":"`+lead+`"}],"headlines":"x","infosources":4}`,
	)
	add("jsonl",
		"", "\n", "text\n", "[]\n", "{}\n", "{\n", `{"text":"`+lead+`"}`+"\nrubbish\n"+`{"text":"`+lead+`"}`, `{"text":"`+lead+`"}`+"\n{\n", `{"id":1,"text":"`+lead+"\"}\n[2]\n3\n\"x\"\nnull",
		"\x00\n", "{\"text\":\"a\x00b\"}", "\ufeff"+`{"text":"`+lead+`"}`, `{"text":"`+lead+`"}{"text":"`+lead+`"}`, "{}"+strings.Repeat(" ", 5000)+"\n{}",
	)
	add("xml",
		"<?xml version=\"1.0\"?>", "<?xml version=\"1.0\"?><stock/>", "<?xml", "<!DOCTYPE x>", "<nitf>", "<nitf/>", "<nitf></nitf>", "<nitf><body></nitf>", "<nitf><body/></nitf>", nitfBody(""), nitfBody("<p/>"), nitfBody("<p>"+lead),
		nitfBody("<p>"+lead+"</p></p>"), nitfBody("<p a=b c>"+lead+"</p>"), nitfBody("<p>"+lead+" &nope; & < 3</p>"), nitfBody("<p>&#xFFFFFFFF;"+lead+"</p>"), nitfBody("<p><![CDATA["+lead+"</p>"), nitfBody("<!-- -- --><p>"+lead+"</p>"),
		`<!DOCTYPE nitf [<!ENTITY a "b">]>`+nitfBody("<p>&a;</p>"), `<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>`+nitfBody("<p>&a;</p>"), `<!DOCTYPE nitf [<!entity a "b">]>`+nitfBody(""), `<!DOCTYPE nitf SYSTEM "http://x.example/nitf.dtd">`+nitfBody("<p>"+lead+"</p>"),
		nitfBody(deep("<block>", lead, "</block>", 300)), nitfBody("<p>"+lead+"\x00\x01</p>"), "<?xml version=\"1.0\" encoding=\"nope\"?>"+nitfBody("<p>"+lead+"</p>"), "<?xml version=\"1.0\" encoding=\"utf-16\"?>"+nitfBody("<p>"+lead+"</p>"), "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"+nitfBody("<p>caf\xe9: "+lead+"</p>"),
		"<newsItem/>", "<newsMessage/>", "<newsMessage><itemSet/></newsMessage>", "<packageItem guid=\"p\"/>", "<newsItem><contentSet/></newsItem>", newsItem(`<remoteContent href="http://x.example/"/>`), newsItem(`<inlineXML/>`), newsItem(`<inlineXML><nitf/></inlineXML>`),
		newsItem(`<inlineData contenttype="text/plain"> </inlineData>`), newsItem(`<inlineData contenttype="image/png">AAAA</inlineData>`), newsItem(`<inlineData encoding="base64">!!!</inlineData>`), newsItem(`<inlineData encoding="base64">`+base64.StdEncoding.EncodeToString([]byte("\x00\x01\x02\x03\x04"))+`</inlineData>`), newsItem(`<inlineData encoding="base64">QSBmZ</inlineData>`), newsItem(`<inlineData>`+lead+`</inlineData>`), newsItem(`<inlineXML><html><body><script>x</script></body></html></inlineXML>`), `<newsItem guid="g"><contentSet><inlineXML>`,
		"<rss/>", "<rss></rss>", "<rss><channel>", rssItem(""), rssItem("<item/>"), rssItem("<item><title>T</title></item>"), rssItem("<item><description/></item>"), rssItem("<item><description>"+lead+"</description></item><item><description>&lt;br&gt;</description></item>"), rssItem("<item><description><p>"+lead+"<br></description></item>"), rssItem("<item><title>&lt;b</title><description>"+lead+"</description></item>"),
		"<feed/>", "<feed><entry/></feed>", "<feed><entry><content src='x'/></entry></feed>", "<feed><entry><content type='image/png'>AA</content><summary>"+lead+"</summary></entry></feed>", "<entry><content type='xhtml'>"+lead+"</content></entry>", "<rss>"+deep("<channel>", "", "</channel>", 300)+"</rss>", "<html><body>", "<html xmlns='http://www.w3.org/1999/xhtml'><p>"+lead+"</p></html>",
	)
	add("html",
		"<", "<p", "<p>", "<html>", "<!doctype html>", "<!-- "+lead, "<!-- --><p>"+lead, "<title>x</title>", "<script>"+lead, "<p>"+lead+"<script>x", "<style>"+lead+"</style>", "<p>"+lead+"</p", "<p>"+lead+"<a href='", "<b><i><u><p>"+lead, "<table><tr><td>"+lead, "<p>&#0;&#x110000;"+lead+"</p>", "<p>&amp;lt;"+lead+"&am", deep("<div>", lead, "</div>", 300), "<p>\x00"+lead+"</p>", "<meta charset=nope><p>"+lead, "<meta charset=utf-16><p>"+lead, "<meta charset=windows-1252><p>caf\xe9: "+lead, "<article></article><p>"+lead+"</p>", "</p></div>"+lead, "<h1>"+lead+"</h1>",
	)
	add("md",
		"---\n", "---\ntitle: x\n", "---\ntitle: x\n---\n", "#", "# \n", "```\n"+lead, "```\n"+lead+"\n```\n", ">", "> \n>", "[a]: http://x.example", "![a](b)", "[a](b", "[a](b "+lead, "**"+lead, "`"+lead, "|--|--|\n", "<!-- "+lead+" -->", "---\ntitle: \"x\n---\n"+lead,
	)
	add("csv",
		"", "\n", "a,b\n", "text\n", "id,text\n", "id,text\n1\n", "id,text\n1,\n", "id,text\n1,\" \"\n", "id,text\n1,\""+lead, "id,text\n1,\"a\"\"\n", "id,text\n1,a\"b\"\n", "id,text\n1,\""+lead+"\"x,y\n", "text,text\n"+lead+","+lead+"\n", "id;text\n1;"+lead+"\n2\n", "id\ttext\n1\t"+lead+"\n", "id,text\n1,\x00\x01\x02\x03\n", "id,text\n1,caf\xe9: "+lead+"\n", "\"id\",\"te\"\"xt\"\n1,x\n", "text,id\r\n"+lead+",7\r\n\r\n",
	)
	add("warc",
		"WARC/1.0", "WARC/1.0\r\n", "WARC/1.0\r\n\r\n", "WARC/1.0\r\nContent-Length: x\r\n\r\n", "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "WARC/1.0\r\nContent-Length: 10\r\n\r\nabc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\nabc",
		"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 9999999\r\n\r\nabc", "WARC/1.0\r\n"+strings.Repeat("X: y\r\n", 60000)+"\r\n", warcRecord("warcinfo", "x", "y"), warcResponse(""), warcResponse("rubbish"), warcResponse("HTTP/1.1 404 Not Found\r\n\r\n"), warcResponse("HTTP/1.1 200 OK\r\n\r\n"), warcResponse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html></html>"), warcResponse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8brubbish"), warcResponse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\n\r\n"+deflated("<p>"+lead)), warcResponse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\n\r\n"+deflated("<p>" + lead)[2:]), warcResponse("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n\xff\xfe\xfd"), warcResponse("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"+deflated(strings.Repeat("x", 2<<20))), warcResponse("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x8b\x02\x80<p>"), warcResponse("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n<p>"+lead), warcResponse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), warcResponse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>"+lead), "WARC/1.0\r\n: x\r\n\r\n", warcResponse("HTTP/1.1 200 OK\r\n\r\n<p>"+lead)+"rubbish\r\n"+warcResponse("HTTP/1.1 200 OK\r\n\r\n<p>"+lead),
	)
	add("parquet",
		"PAR1", "PAR1\x15", "PAR1\x15\x04PAR1", "PAR1\x15\x00\x00\x00\x00PAR1", "PAR1\x15\xff\xff\xff\x7fPAR1", "PARE\x15\x04xxxxxxxxxxxx", "PAR1\x00\x15\x02\x29\xfc\xff\xff\xff\x0f\x00\x09\x00\x00\x00PAR1",
		"PAR1\x00"+strings.Repeat("\x1c", 300)+"\x2c\x01\x00\x00PAR1", "PAR1 is a receptor. "+lead,
	)
	add("txt.gz",
		"\x1f\x8b", "\x1f\x8b\x08\x00", packed(""), packed(lead)[:15], packed(lead)+"rubbish", strings.ReplaceAll(packed(lead), "\x00\x00", "\x01\x00"), packed(packed(lead)), packed(lead)+packed(" Nobody was hurt."),
		"\x28\xb5\x2f\xfd", "\x28\xb5\x2f\xfd\xff\xff\xff", string(zstdPacked(lead))[:12], string(zstdPacked(lead)), string(zstdPacked(""))+"x", packed("%PDF-1.4"),
	)
	return all
}

// TestMalformed compares what malformed inputs give with
// testdata/malformed.txt, in which each stands under its name.
func TestMalformed(t *testing.T) {
	const file = "testdata/malformed.txt"
	var got strings.Builder
	inputs := malformedInputs()
	if len(inputs) < 150 {
		t.Errorf("only %d malformed inputs", len(inputs))
	}
	for _, m := range inputs {
		shown := fmt.Sprintf("%q", firstRunes(strings.ToValidUTF8(m.in, "\ufffd"), 120))
		fmt.Fprintf(&got, "# %s %s\n", m.name, shown)
		r := &Reader{Stdin: strings.NewReader(m.in), StdinName: m.name, MaxSize: 1 << 20}
		for item, err := range r.Items("-") {
			var a *Article
			if err == nil {
				a, err = r.Load(item)
			}
			if err != nil {
				checkMessage(t, err)
				fmt.Fprintf(&got, "! %v\n", err)
				continue
			}
			checkStructured(t, a)
			fmt.Fprintf(&got, "= %s: %q\n", a.ID, firstRunes(a.Text, 60))
		}
		got.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(raw), "\n\n")
	for i, c := range strings.Split(got.String(), "\n\n") {
		if i >= len(want) || c != want[i] {
			t.Errorf("got\n%s\nwant\n%s", c, want[min(i, len(want)-1)])
		}
	}
}
