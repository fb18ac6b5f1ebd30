package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"
)

var (
	assets = regexp.MustCompile(`(?s)<(style|script)>(.*?)</(style|script)>`)
	hashes = regexp.MustCompile(`sha256-([\w/=]|&#43;)*`)
)

func TestHTML(t *testing.T) {
	r := sampleReport(t)
	raw := written(t, "html", r, Options{Made: "14 March 2024, 09:30 UTC"})
	// Without the style sheet and the script, which have files of their own.
	short := assets.ReplaceAll(raw, []byte("<$1></$1>"))
	golden(t, "sample.html", hashes.ReplaceAll(short, []byte("sha256-...")))
	wellFormed(t, raw)
}

// TestHTMLPolicy checks that the page allows exactly its own style sheet and
// script, and no attribute that a policy would have to allow.
func TestHTMLPolicy(t *testing.T) {
	raw := string(written(t, "html", sampleReport(t), Options{}))
	found := assets.FindAllStringSubmatch(raw, -1)
	if len(found) != 2 {
		t.Fatalf("%d style and script elements, not 2", len(found))
	}
	head, _, _ := strings.Cut(raw, "<style>")
	for _, m := range found {
		sum := sha256.Sum256([]byte(m[2]))
		// html/template writes + as &#43; in attributes.
		source := strings.ReplaceAll("'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", "'", "&#39;")
		if !strings.Contains(head, strings.ReplaceAll(source, "+", "&#43;")) {
			t.Errorf("the policy does not allow the %s", m[1])
		}
	}
	if !strings.Contains(head, "default-src &#39;none&#39;") {
		t.Error("the policy does not begin with nothing")
	}
}

// elements and attributes that the page may hold. Everything else would come
// from an article.
var (
	allowedElements = set("html head meta link title style body a header nav main section h1 h2 h3 h4 p div ul li b span i small " +
		"figure figcaption svg rect text line table caption thead tbody tr th td form label input select option output button " +
		"ol time abbr details summary dl dt dd blockquote footer article mark q del ins code script")
	allowedURL = regexp.MustCompile(`^(#[ars][0-9]+(-[pftsqh][a-z0-9]*(-[0-9]+)*)?|#(main|top|overview|stories|articles|marks)|https?://.*|data:,)$`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// wellFormed parses a page as a browser does and checks that nothing in it
// comes from an article but text.
func wellFormed(t *testing.T, raw []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	var links []string
	scripts := 0
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			t.Errorf("a comment: %q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !allowedElements[n.Data] {
			t.Errorf("a <%s> that is not the page's", n.Data)
		}
		if n.Data == "script" {
			scripts++
		}
		for _, at := range n.Attr {
			switch {
			case strings.HasPrefix(at.Key, "on") || at.Key == "style" || at.Key == "srcdoc" || at.Key == "action":
				t.Errorf("<%s %s=%q>", n.Data, at.Key, at.Val)
			case at.Key == "href" || at.Key == "src":
				if !allowedURL.MatchString(at.Val) {
					t.Errorf("<%s %s=%q>", n.Data, at.Key, at.Val)
				}
				links = append(links, at.Val)
			case at.Key == "id":
				if ids[at.Val] {
					t.Errorf("the id %q stands twice", at.Val)
				}
				ids[at.Val] = true
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
	for _, l := range links {
		if strings.HasPrefix(l, "#") && !ids[l[1:]] {
			t.Errorf("the link %s leads nowhere", l)
		}
	}
}

func TestHTMLHostile(t *testing.T) {
	for i, s := range hostileTexts {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			wellFormed(t, written(t, "html", hostileReport(s), Options{Made: s}))
		})
	}
}

// marked is the text under each note's marks, by article and number.
func marked(root *html.Node) map[string]string {
	out := map[string]string{}
	var article string
	var walk func(n *html.Node)
	text := func(n *html.Node) string {
		var b strings.Builder
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				b.WriteString(d.Data)
			}
		}
		return b.String()
	}
	walk = func(n *html.Node) {
		if n.Data == "article" {
			article = attribute(n, "id")
		}
		if n.Data == "mark" {
			for number := range strings.FieldsSeq(attribute(n, "data-n")) {
				out[article+"-n"+number] += text(n)
			}
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestHTMLMarks checks that each finding's marks hold exactly its words,
// nested and overlapping ones too, and that the prose is whole.
func TestHTMLMarks(t *testing.T) {
	r := sampleReport(t)
	root, err := html.Parse(bytes.NewReader(written(t, "html", r, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	got := marked(root)
	for i, a := range worstFirst(r.Articles) {
		for j, f := range a.Findings {
			if key := fmt.Sprintf("a%d-n%d", i+1, j+1); got[key] != f.Excerpt {
				t.Errorf("%s marks %q, not %q", key, got[key], f.Excerpt)
			}
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		wellFormed(t, written(t, "html", hostileReport(s), Options{Made: s}))
	})
}

// many is a report of n articles that look like the sample's.
func many(t testing.TB, n int) *Report {
	r := sampleReport(t)
	for i := len(r.Articles); i < n; i++ {
		a := r.Articles[i%5]
		a.ID, a.Story = fmt.Sprintf("%s-%d", a.ID, i), ""
		a.Scores.Quality = float64(i%97) + 0.5
		r.Articles = append(r.Articles, a)
	}
	r.Summary = summarize(r)
	return r
}

func TestHTMLMany(t *testing.T) {
	start := time.Now()
	raw := written(t, "html", many(t, 200), Options{})
	if d := time.Since(start); d > time.Minute {
		t.Errorf("200 articles took %v", d)
	}
	if len(raw) > 4<<20 {
		t.Errorf("200 articles are %d bytes", len(raw))
	}
	wellFormed(t, raw)
}

func BenchmarkHTML200(b *testing.B) {
	r := many(b, 200)
	for b.Loop() {
		b.SetBytes(int64(len(written(b, "html", r, Options{}))))
	}
}

func TestWordDiff(t *testing.T) {
	for _, test := range []struct{ consensus, variant, want string }{
		{"we saw it", "we saw it", "we saw it"},
		{"We saw the boat.", "we have seen the ship.", "we -saw +have seen =the -boat+ship=."},
		{"“It’s fine”", `"it's fine"`, `"it's fine"`},
		{"", "new", "+new"},
		{"old", "", "-old"},
		{"东京 and 大阪", "东京 or 大阪", "东京 -and +or =大阪"},
	} {
		var b strings.Builder
		last := "same"
		for _, c := range wordDiff(test.consensus, test.variant) {
			if c.Kind != last {
				b.WriteString(map[string]string{"same": "=", "lost": "-", "new": "+"}[c.Kind])
			}
			last = c.Kind
			b.WriteString(c.Text)
		}
		if b.String() != test.want {
			t.Errorf("%q, %q: got %q, want %q", test.consensus, test.variant, b.String(), test.want)
		}
	}
}

func TestShortened(t *testing.T) {
	for _, test := range []struct{ consensus, variant, want string }{
		{"we had no intention of looking back", "looking back", "… looking back"},
		{"the country unite", "the country", "the country [-unite]"},
		{"we saw the boat, then", "we saw a ship, then", "we saw [-the boat] [+a ship], then"},
	} {
		var b strings.Builder
		for _, c := range shortened(wordDiff(test.consensus, test.variant)) {
			b.WriteString(map[string]string{"same": c.Text, "lost": "[-" + c.Text + "]", "new": "[+" + c.Text + "]"}[c.Kind])
		}
		if b.String() != test.want {
			t.Errorf("%q, %q: got %q, want %q", test.consensus, test.variant, b.String(), test.want)
		}
	}
}

// FuzzWordDiff checks that a diff holds both wordings.
func FuzzWordDiff(f *testing.F) {
	f.Add("We saw the boat.", "we have seen the ship.")
	f.Fuzz(func(t *testing.T, a, b string) {
		var variant, consensus strings.Builder
		for _, c := range wordDiff(a, b) {
			if c.Kind != "lost" {
				variant.WriteString(c.Text)
			}
			if c.Kind != "new" {
				consensus.WriteString(c.Text)
			}
		}
		valid := func(s string) string { return string([]rune(s)) }
		if variant.String() != valid(b) && variant.String() != b {
			t.Errorf("the variant %q became %q", b, variant.String())
		}
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, fold(valid(s)))
		}
		if bare(consensus.String()) != bare(a) {
			t.Errorf("the consensus %q became %q", a, consensus.String())
		}
	})
}

func TestLikelySources(t *testing.T) {
	for _, test := range []struct {
		guesses []SourceLanguage
		want    string
	}{
		{nil, ""},
		{[]SourceLanguage{{"de", .7}, {"other", .2}, {"fr", .02}}, "German or a Romance language 70%, another language 20%"},
		{[]SourceLanguage{{"fr", .5}, {"de", .3}, {"other", .2}}, "French 50%, German 30%, another language 20%"},
		{[]SourceLanguage{{"zh", .05}, {"ja", .05}}, "Chinese 5%"},
	} {
		if got := likelySources(test.guesses); got != test.want {
			t.Errorf("%v: %q, want %q", test.guesses, got, test.want)
		}
	}
}
