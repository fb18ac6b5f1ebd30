package article

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestPositions makes files of known words with all that stands between a word
// and its place: other line ends, other encodings, damage that is mended and
// characters that nobody sees; each word must be found on its line and column.
func TestPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type place struct {
			word         string
			line, column int
		}
		lineEnd := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end")
		// What stands before a word, and what it looks like to an editor is what
		// it is: every code point is a column.
		noise := rapid.SampledFrom([]string{"", "", "", "é", "“", "cafÃ© ", "itâ€™s ", "Ã¢â‚¬â„¢ ", "\u200b", "\u00ad", "\u00a0\u00a0", "  ", "😀 ", "a\ufeff ", "a\u2009b "})
		var file strings.Builder
		var places []place
		lines := rapid.IntRange(1, 12).Draw(t, "lines")
		line := 1
		for range lines {
			column := 1
			for range rapid.IntRange(0, 6).Draw(t, "words") {
				n := noise.Draw(t, "noise")
				file.WriteString(n)
				column += utf8.RuneCountInString(n)
				word := "word" + strings.Repeat("x", len(places)+1) + "y"
				places = append(places, place{word, line, column})
				file.WriteString(word + " ")
				column += len(word) + 1
			}
			file.WriteString("ends.")
			for range rapid.IntRange(1, 3).Draw(t, "breaks") {
				file.WriteString(lineEnd)
				line++
			}
		}
		var raw []byte
		switch rapid.SampledFrom([]string{"UTF-8", "BOM", "LE", "BE"}).Draw(t, "encoding") {
		case "UTF-8":
			raw = []byte(file.String())
		case "BOM":
			raw = []byte("\ufeff" + file.String())
		case "LE":
			raw = utf16Bytes(file.String(), binary.LittleEndian, true)
		default:
			raw = utf16Bytes(file.String(), binary.BigEndian, true)
		}
		a, err := Parse("x.txt", raw)
		if err != nil {
			t.Fatalf("%v", err)
		}
		checkArticle(t, a)
		for _, p := range places {
			at := strings.Index(a.Text, p.word)
			if at < 0 {
				t.Fatalf("%q is missing in %q", p.word, a.Text)
			}
			if line, column := a.Position(at); line != p.line || column != p.column {
				t.Fatalf("%q is at %d:%d, want %d:%d, in %q", p.word, line, column, p.line, p.column, file.String())
			}
			end := a.InputOffset(at + len(p.word))
			if before := a.source.input[:end]; !strings.HasSuffix(before, p.word) {
				t.Fatalf("%q ends at %q", p.word, before)
			}
		}
	})
}

func TestPositionInLongLine(t *testing.T) {
	long := strings.Repeat("Ein Wort für “alle” — ", 20000)
	a, err := Parse("x.txt", []byte("Headline\n\n"+long+"target ends."))
	if err != nil {
		t.Fatal(err)
	}
	line, column := a.Position(strings.Index(a.Text, "target"))
	if want := utf8.RuneCountInString(long) + 1; line != 3 || column != want {
		t.Errorf("%d:%d, want 3:%d", line, column, want)
	}
}

func TestRepairsHaveSpans(t *testing.T) {
	a, err := Parse("x.txt", []byte("The cafÃ© reopened on Monday.\n\nIt\xffs owner, a caf\xc3\xa9 man, wasnâ€™t there.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range a.Repairs {
		got = append(got, r.Problem+" "+a.Slice(r.Span)+" "+r.Was)
	}
	want := `mojibake é Ã©, invalid-utf8 ` + "\ufffd" + ` \xFF, mojibake ’ â€™`
	if strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if strings.Contains(a.Text, "Ã") || a.Slice(a.Paragraphs[0].Span) != "The café reopened on Monday." {
		t.Errorf("text %q", a.Text)
	}
}
