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
	"os"
	"path/filepath"
	"runtime"
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
	return decoded(filepath.Join(a.Dir, articlesFile), func(raw []byte) (*Article, error) {
		v := &Article{}
		if err := json.Unmarshal(raw, v); err != nil {
			return nil, err
		}
		if v.ID == "" {
			return nil, errors.New("the article has no id")
		}
		return v, soundArticle(v)
	})
}

// Stories are the stories, in the order in which they were written.
func (a *Audit) Stories() iter.Seq2[*Story, error] {
	return decoded(filepath.Join(a.Dir, storiesFile), func(raw []byte) (*Story, error) {
		v := &Story{}
		if err := json.Unmarshal(raw, v); err != nil {
			return nil, err
		}
		return v, soundStory(v)
	})
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
