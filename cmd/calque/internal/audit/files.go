package audit

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/calque-check/calque/detect/article"
)

// A spool is a temporary file that is written from its beginning to its end,
// and then read anywhere.
type spool struct {
	file *os.File
	w    *bufio.Writer
	size int64
	buf  []byte
}

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "spool-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: f, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (s *spool) write(b []byte) error {
	s.size += int64(len(b))
	_, err := s.w.Write(b)
	return err
}

// finish ends writing.
func (s *spool) finish() error { return s.w.Flush() }

func (s *spool) close() {
	s.file.Close()
	os.Remove(s.file.Name())
}

// known is what a run knows of each article.
type known struct {
	at int64 // its record in the store
	article.Origin
}

// put writes what is known of the next article.
func (s *spool) put(k known) error {
	b := binary.AppendUvarint(s.buf[:0], uint64(k.at))
	b = binary.AppendUvarint(b, uint64(k.Record))
	b = binary.AppendUvarint(b, uint64(k.Line))
	b = append(binary.AppendUvarint(b, uint64(len(k.ID))), k.ID...)
	b = append(b, k.Path...)
	s.buf = b
	return s.write(b)
}

// known reads what was put from one offset to the next.
func (s *spool) known(from, to int64) (k known, err error) {
	b := make([]byte, to-from)
	if _, err := s.file.ReadAt(b, from); err != nil {
		return k, err
	}
	number := func() int {
		v, n := binary.Uvarint(b)
		b = b[max(0, n):]
		return int(v)
	}
	k.at, k.Record, k.Line = int64(number()), number(), number()
	n := min(number(), len(b))
	k.ID, k.Path = string(b[:n]), string(b[n:])
	return k, nil
}

// files are those that a run writes for its readers. They get their places
// when all of them are whole.
type files struct {
	dir                                        string
	articles, stories, errors, report, settled *out
}

// An out is a file that is being written.
type out struct {
	name string
	file *os.File
	w    *bufio.Writer

	read        bool  // by this run, when it has been written
	size, asked int64 // bytes written, and those of them that the system was asked to forget
}

// forgetEvery is after how many bytes the system is asked to forget what it has
// of a file, and forgetAgain how many it is asked for once more: what came last
// has only begun its way to the disk.
//
// Left alone, the files of a large audit fill the memory of the machine. Taking
// new memory for each page of them was a twentieth of the work from a few
// hundred thousand articles on, and more than any other part grew faster than the
// corpus.
const (
	forgetEvery = 8 << 20
	forgetAgain = 4 * forgetEvery
)

// Write writes to the file itself.
func (o *out) Write(p []byte) (int, error) {
	n, err := o.file.Write(p)
	o.size += int64(n)
	if !o.read && o.size-o.asked >= forgetEvery {
		from := max(0, o.asked-forgetAgain)
		forget(o.file, from, o.size-from)
		o.asked = o.size
	}
	return n, err
}

func newFiles(dir string) (*files, error) {
	f := &files{dir: dir}
	for name, at := range map[string]**out{
		"articles.jsonl": &f.articles, "stories.jsonl": &f.stories, "errors.jsonl": &f.errors,
		"report.json": &f.report, "audit.json": &f.settled,
	} {
		file, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			f.close()
			return nil, err
		}
		o := &out{name: name, file: file}
		o.w = bufio.NewWriterSize(o, 1<<18)
		*at = o
	}
	f.stories.read, f.errors.read = true, true // for the report
	return f, nil
}

func (f *files) all() []*out { return []*out{f.articles, f.stories, f.errors, f.report, f.settled} }

// publish moves the files to their places.
func (f *files) publish(dir string) error {
	for _, o := range f.all() {
		if err := o.w.Flush(); err != nil {
			return err
		}
		if err := o.file.Sync(); err != nil {
			return err
		}
	}
	for _, o := range f.all() {
		if err := os.Rename(filepath.Join(f.dir, o.name), filepath.Join(dir, o.name)); err != nil {
			return err
		}
	}
	return syncFile(dir)
}

func (f *files) close() {
	for _, o := range f.all() {
		if o != nil {
			o.file.Close()
		}
	}
}

// text writes a text. An error stays with the writer, and publish tells it.
func (o *out) text(s string) { _, _ = o.w.WriteString(s) }

// line writes a value as a line of JSON.
func (o *out) line(v any) error {
	raw, err := encode(v)
	if err != nil {
		return err
	}
	_, err = o.w.Write(raw)
	return err
}

// encode is a value as a line of JSON.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}
