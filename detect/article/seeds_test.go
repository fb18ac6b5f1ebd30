package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seed reads one of the articles the project was created from. They stand
// outside the repository.
func seed(t *testing.T, number string) *Article {
	t.Helper()
	names, _ := filepath.Glob("../../../shared/seeds/" + number + "_*.txt")
	if len(names) != 1 {
		if os.Getenv("CALQUE_REQUIRE_SHARED") == "1" {
			t.Fatalf("seed %s is missing", number)
		}
		t.Skip("the seed articles are not here")
	}
	raw, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	a, err := Parse(names[0], raw)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func partsOf(a *Article, kind Kind) []string {
	var parts []string
	for _, p := range a.Paragraphs {
		if p.Kind == kind {
			parts = append(parts, a.Slice(p.Span))
		}
	}
	return parts
}

func removedFor(a *Article, reason Reason) []string {
	var lines []string
	for _, r := range a.Removed {
		if r.Reason == reason {
			lines = append(lines, r.Text)
		}
	}
	return lines
}

func wantPrefixes(t *testing.T, what string, got []string, prefixes ...string) {
	t.Helper()
	if len(got) != len(prefixes) {
		t.Errorf("%s: %d, want %d: %q", what, len(got), len(prefixes), got)
		return
	}
	for i, p := range prefixes {
		if !strings.HasPrefix(got[i], p) {
			t.Errorf("%s: %q, want it to begin with %q", what, got[i], p)
		}
	}
}

func TestSeedTranslated(t *testing.T) {
	a := seed(t, "000")
	wantPrefixes(t, "headline", partsOf(a, Headline), "Donald Trump would have tried")
	wantPrefixes(t, "title", []string{a.Title}, "Donald Trump would have tried")
	wantPrefixes(t, "standfirst", partsOf(a, Standfirst), "The former Republican president would have asked")
	wantPrefixes(t, "masthead", removedFor(a, Masthead), "The Limited Times")
	wantPrefixes(t, "timestamp", removedFor(a, Timestamp), "8/20/2022")
	wantPrefixes(t, "link", removedFor(a, Link), "Read also United States")
	if len(a.Removed) != 3 {
		t.Errorf("removed %v", a.Removed)
	}
	if a.Publisher != "The Limited Times" || a.Published != "2022-08-20" {
		t.Errorf("publisher %q, published %q", a.Publisher, a.Published)
	}
	body := partsOf(a, Body)
	if len(body) != 10 || body[0] != "Without resentment." || body[9] != "during his rallies, according to The Hill." {
		t.Errorf("body of %d paragraphs from %q to %q", len(body), body[0], body[len(body)-1])
	}
}

func TestSeedRewritten(t *testing.T) {
	a := seed(t, "001")
	wantPrefixes(t, "caption", removedFor(a, Caption), "Donald Trump wanted to meet")
	if a.Title != "" || a.Paragraphs[0].Kind != Body || len(a.Removed) != 1 || len(a.Paragraphs) != 11 {
		t.Errorf("title %q, removed %v, %d paragraphs", a.Title, a.Removed, len(a.Paragraphs))
	}
}

func TestSeedFullOfChrome(t *testing.T) {
	a := seed(t, "002")
	wantPrefixes(t, "headline", partsOf(a, Headline), "Ivanka Trump tried to set up")
	wantPrefixes(t, "standfirst", partsOf(a, Standfirst), "Trump ‘genuinely wanted")
	wantPrefixes(t, "caption", removedFor(a, Caption), "Jared Kushner addresses FBI raid")
	if a.Publisher != "The Independent" || a.Byline != "Johanna Chisholm" || a.Published != "2022-08-23T09:02:00-04:00" {
		t.Errorf("publisher %q, byline %q, published %q", a.Publisher, a.Byline, a.Published)
	}
	body := partsOf(a, Body)
	if len(body) != 11 || !strings.HasPrefix(body[0], "Jared Kushner claimed") || !strings.HasPrefix(body[len(body)-1], "Mr Trump also notably") {
		t.Errorf("body of %d paragraphs from %q to %q", len(body), body[0], body[len(body)-1])
	}
}

func TestSeedWithoutHeadline(t *testing.T) {
	a := seed(t, "003")
	wantPrefixes(t, "captions", removedFor(a, Caption), "Donald Trump and Hillary Clinton", "Donald Trump and Hillary ClintonReuters")
	wantPrefixes(t, "signoff", removedFor(a, Signoff), "(Israel National News")
	if a.Title != "" || a.Paragraphs[0].Kind != Body || len(a.Removed) != 3 {
		t.Errorf("title %q, removed %v", a.Title, a.Removed)
	}
	body := partsOf(a, Body)
	if len(body) != 15 || !strings.HasPrefix(body[0], "Jared Kushner, former US President") || body[len(body)-1] != `"My skin crawled," she added.` {
		t.Errorf("body of %d paragraphs from %q to %q", len(body), body[0], body[len(body)-1])
	}
}
