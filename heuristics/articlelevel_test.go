package heuristics

import (
	"testing"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// withRemoved is an article of which the lines were kept out of the prose.
func withRemoved(reason article.Reason, lines ...string) *detect.Document {
	d := article.Draft{Parts: []article.Part{
		{Kind: article.Headline, Pieces: []article.Piece{{Text: "Council closes the pier"}}},
		{Kind: article.Body, Pieces: []article.Piece{{Text: "Nobody may enter until May, the council said."}}},
	}}
	for _, line := range lines {
		d.Dropped = append(d.Dropped, article.DroppedRun{Reason: reason, Text: line, Part: 1})
	}
	return &detect.Document{Article: article.New(d)}
}

// TestRemovedLines checks the heuristics that read what was kept out of the
// prose.
func TestRemovedLines(t *testing.T) {
	for _, c := range []struct {
		rule   string
		reason article.Reason
		line   string
		found  bool
	}{
		{"read-also-link", article.Link, "Read also Storms: what the mayor said", true},
		{"read-also-link", article.Link, "- To read also: the diary of a strike", true},
		{"read-also-link", article.Link, "On the same topic: why the ferry is late", true},
		{"read-also-link", article.Link, "Read more: storms in the south", false},
		{"read-also-link", article.Link, "Read alsop’s letters", false},
		{"read-also-link", article.Link, "Read", false},
		{"aggregator-masthead-line", article.Masthead, "The Limited Times", true},
		{"aggregator-masthead-line", article.Masthead, "The Leith Herald", false},
		{"date-numeric-header-us-slash", article.Timestamp, "3/14/2022, 9:05:17 AM", true},
		{"date-numeric-header-us-slash", article.Timestamp, "14 March 2022, 9:05", false},
		{"publisher-boilerplate-calque", article.Membership, "Article reserved for subscribers", true},
		{"publisher-boilerplate-calque", article.Membership, "Reading time: 3 min", true},
		{"publisher-boilerplate-calque", article.Membership, "Support our work from £2 a month", false},
	} {
		doc := withRemoved(c.reason, c.line)
		for _, h := range All() {
			if h.Name != c.rule {
				continue
			}
			found := alone(t, h).Find(doc)
			if (len(found) > 0) != c.found {
				t.Errorf("%s: %q: found %d, want found %v", c.rule, c.line, len(found), c.found)
			}
			for _, f := range found {
				if f.Removed == nil || f.Removed.Text != c.line {
					t.Errorf("%s: %q: the finding does not lead to the line", c.rule, c.line)
				}
			}
		}
	}
}

// TestHostileSurface checks that the rules that read bytes stand any input.
func TestHostileSurface(t *testing.T) {
	e := engine(t, All())
	for _, text := range []string{
		"", "«", "»«»«", "“”\"\"\"", "<", "</", "&", "& ;", "\\u", "\\u00e", "{", "{1", "**", "**a", "](http", "[](http://", "1.", ".1", "1.1.", "12 500", "-1-2",
		"\u3000", "。", "\xff\xfe", "é\xc3", "а", "aа", "[UNK", "@@", "@@ ", "@@ a", "a@@ b", "# ", "## a", "```", "5 %", "%", "5%%", "M.", "M. A", "# M. Ab",
	} {
		for _, doc := range []string{text, "The mayor said " + text, text + " and left.", "The mayor said on Friday that the bridge was " + text + "\n\n" + text + " closed."} {
			parsed, _ := detect.ParseExample(doc)
			for _, f := range e.Find(parsed) {
				if f.Start < 0 || f.End > len(parsed.Text) || f.Start > f.End {
					t.Errorf("%s: span %v of %q", f.Heuristic.Name, f.Span, doc)
				}
			}
		}
	}
}

// TestRepairedText checks that what the reader mended is found where it stands
// now.
func TestRepairedText(t *testing.T) {
	doc, _ := detect.ParseExample("The café on the pier is closed.")
	doc.Repairs = []article.Repair{
		{Span: article.Span{Start: 4, End: 9}, Problem: "mojibake", Was: "cafÃ©", Mended: true},
		{Problem: "latin-1", Mended: true},
	}
	for _, h := range All() {
		if h.Name != "mojibake" {
			continue
		}
		found := alone(t, h).Find(doc)
		if len(found) != 1 || doc.Slice(found[0].Span) != "café" {
			t.Errorf("found %q, want café", excerpts(doc.Article, spansOf(found)))
		}
	}
}
