package reports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// AuditSchema names the version of audit.json.
const AuditSchema = "calque-audit/1"

// The files of an audit's directory that hold its results, one JSON object a
// line, and the one that says what the audit was.
const (
	articlesFile = "articles.jsonl"
	storiesFile  = "stories.jsonl"
	errorsFile   = "errors.jsonl"
	auditFile    = "audit.json"
)

// An Audit is a directory in which an audit left its results. Its articles,
// stories and errors are read as streams, so a corpus of any size takes no
// more memory than the articles in hand.
type Audit struct {
	Dir   string
	Tool  Tool
	Rules []Rule // the heuristics that findings name
}

// OpenAudit opens the directory of a finished audit.
func OpenAudit(dir string) (*Audit, error) {
	raw, err := os.ReadFile(filepath.Join(dir, auditFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s holds no audit: there is no %s", dir, auditFile)
	}
	if err != nil {
		return nil, err
	}
	var head struct {
		Schema string `json:"schema"`
		Tool   Tool   `json:"tool"`
		Rules  []Rule `json:"rules"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, auditFile), jsonError(raw, err))
	}
	if head.Schema != AuditSchema {
		return nil, fmt.Errorf("%s: the schema is %s, this calque reads %s: audit again, or use the calque that wrote it", filepath.Join(dir, auditFile), short(head.Schema), AuditSchema)
	}
	if _, err := os.Stat(filepath.Join(dir, articlesFile)); err != nil {
		return nil, err
	}
	return &Audit{Dir: dir, Tool: head.Tool, Rules: head.Rules}, nil
}

// Articles are the articles in input order. What cannot be read ends the
// stream with an error that names the file and the line.
func (a *Audit) Articles() iter.Seq2[*Article, error] {
	return decoded(filepath.Join(a.Dir, articlesFile), readArticle)
}

func readArticle(raw []byte) (*Article, error) {
	v := &Article{}
	if err := json.Unmarshal(raw, v); err != nil {
		return nil, err
	}
	if v.ID == "" {
		return nil, errors.New("the article has no id")
	}
	return v, soundArticle(v)
}

// figures are the articles as far as counting and listing them needs: without
// what stands where in the text and why. Those without a title have their text.
func (a *Audit) figures() iter.Seq2[*Article, error] {
	return decoded(filepath.Join(a.Dir, articlesFile), func(raw []byte) (*Article, error) {
		v, err := readArticle(pruned(raw, uncounted))
		if err == nil && v.Title == "" {
			v, err = readArticle(pruned(raw, uncountedButText))
		}
		return v, err
	})
}

// uncounted are the members of articles and stories that figures and listings do
// without.
var uncounted, uncountedButText = func() (map[string]bool, map[string]bool) {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(`
		parts sentences evidence contributions verdict cleared removed repairs declared suppressions suppressed against_why
		category message why suggestions start end line column end_line end_column excerpt fingerprint related confirmed
		quotations facts others suggestion`) {
		names[name] = true
	}
	text := maps.Clone(names)
	names["text"] = true
	return names, text
}()

// pages calls do with the articles of which wanted holds the id, on all
// processors, until the first error.
func (a *Audit) pages(wanted func(id string) bool, do func(*Article) error) error {
	path := filepath.Join(a.Dir, articlesFile)
	return each(inOrder(lines(path), runtime.GOMAXPROCS(0), func(l textLine) (struct{}, error) {
		if id, ok := idOf(l.text); ok && !wanted(id) {
			return struct{}{}, nil
		}
		v, err := readArticle(l.text)
		if err != nil {
			return struct{}{}, fmt.Errorf("%s, line %d: %w", path, l.number, err)
		}
		if !wanted(v.ID) {
			return struct{}{}, nil
		}
		return struct{}{}, do(v)
	}))
}

// idOf is the id of an article in a line that begins with it, as audits write
// them; ok is false for others.
func idOf(line []byte) (id string, ok bool) {
	line, ok = bytes.CutPrefix(line, []byte(`{"id":"`))
	end := bytes.IndexAny(line, `"\`)
	if !ok || end <= 0 || line[end] == '\\' {
		return "", false
	}
	return string(line[:end]), true
}

// Stories are the stories, in the order in which they were written.
func (a *Audit) Stories() iter.Seq2[*Story, error] {
	return decoded(filepath.Join(a.Dir, storiesFile), readStory)
}

func readStory(raw []byte) (*Story, error) {
	v := &Story{}
	if err := json.Unmarshal(raw, v); err != nil {
		return nil, err
	}
	return v, soundStory(v)
}

// listed are the stories as far as lists of them need.
func (a *Audit) listed() iter.Seq2[*Story, error] {
	return decoded(filepath.Join(a.Dir, storiesFile), func(raw []byte) (*Story, error) { return readStory(pruned(raw, uncounted)) })
}

// Errors are what could not be read or checked.
func (a *Audit) Errors() iter.Seq2[*Error, error] {
	return decoded(filepath.Join(a.Dir, errorsFile), func(raw []byte) (*Error, error) {
		v := &Error{}
		return v, json.Unmarshal(raw, v)
	})
}

// decoded are the lines of a file, decoded on all processors and handed out in
// order. A file that does not exist has none.
func decoded[T any](path string, decode func([]byte) (T, error)) iter.Seq2[T, error] {
	return inOrder(lines(path), runtime.GOMAXPROCS(0), func(l textLine) (T, error) {
		v, err := decode(l.text)
		if err != nil {
			err = fmt.Errorf("%s, line %d: %w", path, l.number, err)
		}
		return v, err
	})
}

// A textLine is a line of a file, counted from 1.
type textLine struct {
	number int
	text   []byte
}

// lines are the lines of a file that are not empty.
func lines(path string) iter.Seq2[textLine, error] {
	return func(yield func(textLine, error) bool) {
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err != nil {
			yield(textLine{}, err)
			return
		}
		defer f.Close()
		in := bufio.NewReaderSize(f, 1<<20)
		for n := 1; ; n++ {
			text, err := in.ReadBytes('\n')
			if err != nil && !errors.Is(err, io.EOF) {
				yield(textLine{}, fmt.Errorf("%s, line %d: %w", path, n, err))
				return
			}
			if text = bytes.TrimSpace(text); len(text) > 0 && !yield(textLine{n, text}, nil) {
				return
			}
			if err != nil {
				return
			}
		}
	}
}
