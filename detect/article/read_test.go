package article

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const ferryText = "Ferry runs aground off Lindow\n\nA ferry with 80 people on board ran aground near Lindow on Sunday. Nobody was hurt.\n"

// inputs writes files by name and returns their directory.
func inputs(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// readPaths reads all articles at the paths: ids of those that could be read,
// errors of the others, in order, with the directory left out.
func readPaths(t *testing.T, r *Reader, dir string, paths ...string) []string {
	t.Helper()
	var got []string
	for item, err := range r.Items(paths...) {
		var a *Article
		if err == nil {
			a, err = r.Load(item)
		}
		if err == nil {
			got = append(got, a.ID)
			continue
		}
		var readError *ReadError
		if !errors.As(err, &readError) {
			t.Errorf("%T is no *ReadError", err)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("an error of several lines: %q", err)
		}
		got = append(got, "! "+strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	}
	return got
}

func TestReader(t *testing.T) {
	record := func(id string) string {
		return fmt.Sprintf(`{"id": %q, "title": "Ferry runs aground", "text": "A ferry ran aground near Lindow on Sunday."}`, id)
	}
	dir := inputs(t, map[string]string{
		"news/a.txt":           ferryText,
		"news/b.txt.gz":        packed(ferryText),
		"news/sub/c.md":        ferryText,
		"news/sub/image.png":   "\x89PNG",
		"news/.hidden/d.txt":   ferryText,
		"news/.e.txt":          ferryText,
		"news/records.jsonl":   record("one") + "\n\n" + record("two") + "\n",
		"empty.txt":            "",
		"blank.txt":            " \n\t\n",
		"binary.txt":           "\x00\x01\x02\x03\x04\x05\x06\x07",
		"page.html":            "<!DOCTYPE html><html><body><p>Hello.</p></body></html>",
		"page.txt":             "\n<html><body></body></html>",
		"feed.xml":             "<?xml version=\"1.0\"?><stock></stock>",
		"pretty.json":          "{\n  \"text\": \"A ferry ran aground.\"\n}\n",
		"one.json":             record("single"),
		"pictures/photo.png":   "\x89PNG",
		"nothing/.keep":        "",
		"damaged.jsonl":        record("good") + "\n{\"id\": 3, \"text\": \n{\"id\": \"x\"}\n[1]\n" + record("last"),
		"nojson.jsonl":         "Plain text.\nMore.\n",
		"long.jsonl":           record("before") + "\n" + `{"id":"huge","text":"` + strings.Repeat("A ferry. ", 200) + `"}` + "\n" + record("after"),
		"long.txt":             strings.Repeat("A ferry ran aground. ", 100),
		"cut.txt.gz":           packed(strings.Repeat(ferryText, 50))[:60],
		"broken.txt":           "The caf\xe9 and the na\xefve caf\xc3\xa9 \xff\xfe of Valmora \xe2\x82 closed, as did caf\xc3\xa9s.",
		"empty.jsonl":          "\n\n",
		"numbers.jsonl":        `{"id": 12345678901234567890, "body": "A ferry ran aground near Lindow.", "source": {"name": "The Lindow Post"}}`,
		"noextension":          ferryText,
		"records-without-name": record("sniffed") + "\n" + record("sniffed too"),
	})
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	tests := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"directory", []string{at("news")}, []string{"a", "b", "one", "two", "c"}},
		{"files keep their order", []string{at("news/sub/c.md"), at("news/a.txt")}, []string{"c", "a"}},
		{"glob", []string{at("news/**/*.{txt,md}")}, []string{"a", "c"}},
		{"glob without match", []string{at("*.doc"), at("news/a.txt")}, []string{"! *.doc: no file matches", "a"}},
		{"missing", []string{at("gone.txt"), at("news/a.txt")}, []string{"! gone.txt: no such file or directory", "a"}},
		{"empty", []string{at("empty.txt"), at("blank.txt")}, []string{"! empty.txt: empty: there is no text in it", "! blank.txt: empty: there is no text in it"}},
		{"binary", []string{at("binary.txt")}, []string{"! binary.txt: binary data, not text"}},
		{"HTML", []string{at("page.html"), at("page.txt")}, []string{"page", "! page.txt: empty: there is no text in it"}},
		{"XML", []string{at("feed.xml")}, []string{"! feed.xml: looks like XML of a kind that holds no news; " + readsOnly()}},
		{"JSON over several lines", []string{at("pretty.json")}, []string{"pretty"}},
		{"JSON on one line", []string{at("one.json")}, []string{"single"}},
		{"no article", []string{at("pictures")}, []string{"! pictures: no readable article in this directory (1 file of a kind that is not read: 1 .png; " + readsOnly() + ")"}},
		{"empty directory", []string{at("nothing")}, []string{"! nothing: no readable article in this directory"}},
		{"not JSON Lines", []string{at("nojson.jsonl")}, []string{"! nojson.jsonl: not JSON Lines: its first line is no JSON object"}},
		{"empty records", []string{at("empty.jsonl")}, []string{"! empty.jsonl: empty: there is no text in it"}},
		{"numbers and objects", []string{at("numbers.jsonl")}, []string{"12345678901234567890"}},
		{"without extension", []string{at("noextension")}, []string{"noextension"}},
		{"records without extension", []string{at("records-without-name")}, []string{"sniffed", "sniffed too"}},
		{"invalid UTF-8", []string{at("broken.txt")}, []string{"broken"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := readPaths(t, &Reader{}, dir, test.paths...)
			if !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}

	t.Run("damaged records", func(t *testing.T) {
		got := readPaths(t, &Reader{}, dir, at("damaged.jsonl"))
		if len(got) != 5 || got[0] != "good" || got[4] != "last" ||
			!strings.HasPrefix(got[1], "! damaged.jsonl: record 2: not a JSON object") ||
			!strings.HasPrefix(got[2], "! damaged.jsonl: record 3: no text in the record") ||
			!strings.HasPrefix(got[3], "! damaged.jsonl: record 4: not a JSON object") {
			t.Errorf("got %q", got)
		}
	})
	t.Run("limit", func(t *testing.T) {
		got := readPaths(t, &Reader{MaxSize: 1000}, dir, at("long.jsonl"), at("long.txt"), at("news/a.txt"))
		want := []string{
			"before", "! long.jsonl: record 2: too large for one article: 1824 bytes, the limit is 1000 bytes", "after",
			"! long.txt: too large for one article: 2100 bytes, the limit is 1000 bytes", "a",
		}
		if !slices.Equal(got, want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	})
	t.Run("cut gzip", func(t *testing.T) {
		got := readPaths(t, &Reader{}, dir, at("cut.txt.gz"), at("news/a.txt"))
		if len(got) != 2 || got[0] != "! cut.txt.gz: damaged gzip file: it ends too early" || got[1] != "a" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("stopping", func(*testing.T) {
		for range (&Reader{}).Items(at("news"), at("damaged.jsonl")) {
			break
		}
	})
}

func TestReaderStdin(t *testing.T) {
	records := `{"id":"r1","text":"A ferry ran aground."}` + "\n" + `{"text":"A ferry was towed."}`
	for _, test := range []struct {
		name, in, stdinName string
		want                []string
	}{
		{"text", ferryText, "", []string{"stdin"}},
		{"named", ferryText, "desk/ferry.txt", []string{"ferry"}},
		{"packed", packed(ferryText), "", []string{"stdin"}},
		{"records", records, "", []string{"r1", "stdin#2"}},
		{"empty", "", "", []string{"! -: empty: there is no text in it"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := &Reader{Stdin: strings.NewReader(test.in), StdinName: test.stdinName}
			if got := readPaths(t, r, "", "-"); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestReaderLinks(t *testing.T) {
	dir := inputs(t, map[string]string{"news/a.txt": ferryText, "news/sub/b.txt": ferryText})
	if err := os.Symlink("..", filepath.Join(dir, "news", "up")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	os.Symlink(filepath.Join(dir, "news", "sub"), filepath.Join(dir, "news", "z")) // another way to sub
	os.Symlink("nowhere.txt", filepath.Join(dir, "news", "dead.txt"))
	os.Symlink("/not/mounted", filepath.Join(dir, "news", "2019"))
	t.Chdir(dir)
	r := &Reader{}
	if got := readPaths(t, r, dir, "news"); !slices.Equal(got, []string{"a", "! news/dead.txt: a link that leads nowhere", "b"}) {
		t.Errorf("got %q", got)
	}
	if got := r.Skipped.String(); got != "1 file of a kind that is not read: 1 linked to nothing" {
		t.Errorf("left out: %s", got)
	}
}

// TestReaderHidden makes sure that hidden files which could be articles are
// counted, and so are hidden directories, without looking into them.
func TestReaderHidden(t *testing.T) {
	dir := inputs(t, map[string]string{
		"a.txt": ferryText, ".b.txt": ferryText, ".keep": "", ".c/d.txt": ferryText, ".c/.e/f.jsonl": "{}",
		"g/.c/h.txt": ferryText, ".git/i.txt": ferryText,
	})
	os.Symlink("g", filepath.Join(dir, ".link"))
	os.Symlink("nowhere", filepath.Join(dir, ".dead.txt"))
	r := &Reader{}
	if got := readPaths(t, r, dir, dir); !slices.Equal(got, []string{"a"}) {
		t.Errorf("got %q", got)
	}
	want := "1 file of a kind that is not read: 1 hidden .txt; 3 hidden directories are not looked into: 2 .c/, 1 .link/"
	if got := r.Skipped.String(); got != want {
		t.Errorf("left out: %s, want %s", got, want)
	}
}

// TestReaderVanishingFile makes sure that a file that goes away before it is
// loaded is named. Small ones have been read by then.
func TestReaderVanishingFile(t *testing.T) {
	large := strings.Repeat(ferryText+"\n\n", readBuffer/len(ferryText)+1)
	dir := inputs(t, map[string]string{"a.txt": large, "b.txt": large, "c.txt": ferryText})
	r := &Reader{}
	var got []string
	for item, err := range r.Items(dir) {
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(item.Path, "b.txt") {
			os.Remove(item.Path)
		}
		if _, err := r.Load(item); err != nil {
			got = append(got, strings.TrimPrefix(err.Error(), dir+string(filepath.Separator)))
		}
	}
	if !slices.Equal(got, []string{"a.txt: vanished while the directory was being read"}) {
		t.Errorf("got %q", got)
	}
}

// endless is a line that does not end: a JSON Lines reader must get over it
// without keeping it.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range n {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

// TestRecordNumbers makes sure that the number of a record of JSON Lines is that
// of its line, with blank lines before it and between.
func TestRecordNumbers(t *testing.T) {
	in := "\n{\"text\":\"A ferry ran aground.\"}\r\n\n  \n{\"text\":\n{\"text\":\"A ferry was towed.\"}"
	var got []string
	r := &Reader{Stdin: strings.NewReader(in)}
	for item, err := range r.Items("-") {
		if err != nil {
			t.Fatal(err)
		}
		a, err := r.Load(item)
		if err != nil {
			got = append(got, err.Error()[:len("-: record 5")])
			continue
		}
		line, _ := a.Position(0)
		got = append(got, fmt.Sprint(a.ID, " ", a.Record, " ", line))
	}
	if want := []string{"stdin#2 2 2", "-: record 5", "stdin#6 6 6"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReaderHugeLine(t *testing.T) {
	in := io.MultiReader(
		strings.NewReader(`{"id":"first","text":"A ferry ran aground."}`+"\n"+`{"text":"`),
		&endless{200 << 20},
		strings.NewReader("\"}\n"+`{"id":"last","text":"A ferry was towed."}`),
	)
	got := readPaths(t, &Reader{Stdin: in}, "", "-")
	want := []string{"first", "! -: record 2: too large for one article: 200 MB, the limit is 32 MB", "last"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

const recordOfFerry = `{"id":"x-1","headline":"Ferry runs aground.","articleBody":"Share\n\nA ferry ran aground near Lindow.\n\nNobody was hurt.","source":{"name":"The Lindow Post"},"date":"3 March 2021","url":"https://lindow.example/1","language":"en","story":"ferry"}`

func TestParseRecord(t *testing.T) {
	a, err := ParseRecord("corpus.jsonl", 7, []byte(recordOfFerry))
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "x-1" || a.Record != 7 || a.Title != "Ferry runs aground." || a.Publisher != "The Lindow Post" ||
		a.Published != "2021-03-03" || a.URL != "https://lindow.example/1" || a.Language != "en" || a.Story != "ferry" {
		t.Errorf("%+v", a)
	}
	if line, column := a.Position(strings.Index(a.Text, "near")); line != 1 || column != strings.Index(recordOfFerry, "near")+1 {
		t.Errorf("place %d:%d in the record", line, column)
	}
	if want := "Ferry runs aground.\n\nA ferry ran aground near Lindow.\n\nNobody was hurt."; a.Text != want {
		t.Errorf("text %q, want %q", a.Text, want)
	}
	same, err := ParseRecord("corpus.jsonl", 8, []byte(`{"title":"Ferry runs aground","text":"Ferry runs aground\nA ferry ran aground near Lindow."}`))
	if err != nil {
		t.Fatal(err)
	}
	if same.ID != "corpus#8" || same.Text != "Ferry runs aground\n\nA ferry ran aground near Lindow." {
		t.Errorf("id %q, text %q", same.ID, same.Text)
	}
}
