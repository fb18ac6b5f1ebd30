package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A Reader finds articles in files, directories, globs and standard input.
// Listing them is cheap and done by one goroutine; loading the items that it
// lists can be done by several.
type Reader struct {
	Stdin     io.Reader // what "-" stands for
	StdinName string    // what Article.Path says for it; "" for "-"
	MaxSize   int64     // bytes of one article; 0 for DefaultMaxSize
}

// An Item is one article that has been found and not been read yet: a file, or
// a record of a file of records.
type Item struct {
	Path   string
	Record int // 1-based number of the record, 0 when the file is one article

	raw    []byte // the bytes, where listing had to read them
	listed bool   // found in a directory or by a glob
}

// A ReadError says what could not be read.
type ReadError struct {
	Path   string
	Record int // 1-based, 0 when it concerns the whole file
	Err    error
}

func (e *ReadError) Error() string {
	if e.Record > 0 {
		return fmt.Sprintf("%s: record %d: %v", e.Path, e.Record, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

func (e *ReadError) Unwrap() error { return e.Err }

// readError makes one of any error, leaving out what it would say twice.
func readError(path string, record int, err error) *ReadError {
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		err = pathError.Err
	}
	return &ReadError{path, record, err}
}

// TooLargeError says that an article has more bytes than a Reader takes.
type TooLargeError struct {
	Size  int64 // 0 when it is not known
	Limit int64
}

func (e *TooLargeError) Error() string {
	if e.Size > 0 {
		return fmt.Sprintf("too large for one article: %s, the limit is %s", megabytes(e.Size), megabytes(e.Limit))
	}
	return fmt.Sprintf("too large for one article: more than the limit of %s", megabytes(e.Limit))
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%.4g MB", float64(n)/(1<<20))
}

func (r *Reader) maxSize() int64 {
	if r.MaxSize > 0 {
		return r.MaxSize
	}
	return DefaultMaxSize
}

// Items lists the articles at the paths in their order, those of a directory
// by name. A path is a file, a directory with what is below it (hidden files
// and formats that calque does not read left out), a glob such as
// "news/**/*.txt", or "-". An error is a *ReadError; the listing goes on after
// it.
func (r *Reader) Items(paths ...string) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		l := lister{Reader: r, yield: yield}
		for _, path := range paths {
			if !l.path(path) {
				return
			}
		}
	}
}

// A lister holds the state of one listing. Its methods return false when the
// caller wants no more.
type lister struct {
	*Reader
	yield func(Item, error) bool
	found int // items and errors so far
}

func (l *lister) item(i Item) bool {
	l.found++
	return l.yield(i, nil)
}

func (l *lister) fail(path string, record int, err error) bool {
	l.found++
	return l.yield(Item{Path: path, Record: record}, readError(path, record, err))
}

func (l *lister) path(path string) bool {
	if path == "-" {
		return l.stdin()
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return l.directory(path)
	case err == nil:
		return l.file(path, false)
	case !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(path, "*?[{"):
		return l.fail(path, 0, err)
	}
	matches, err := doublestar.FilepathGlob(path, doublestar.WithNoHidden())
	if err != nil {
		return l.fail(path, 0, fmt.Errorf("not a glob that can be read: %w", err))
	}
	if len(matches) == 0 {
		return l.fail(path, 0, errors.New("no file matches"))
	}
	for _, match := range matches {
		if info, err := os.Stat(match); err == nil && info.IsDir() {
			if !strings.HasSuffix(path, "**") && !l.directory(match) {
				return false
			}
			continue
		}
		if !l.file(match, true) {
			return false
		}
	}
	return true
}

// directory lists what is below a directory that the user named.
func (l *lister) directory(path string) bool {
	before := l.found
	others := 0
	if !l.walk(path, map[string]bool{}, &others) {
		return false
	}
	if l.found == before {
		message := "no readable article in this directory"
		if others > 0 {
			message += fmt.Sprintf(" (%d files of other formats; %s)", others, readsOnly)
		}
		return l.fail(path, 0, errors.New(message))
	}
	return true
}

func (l *lister) walk(path string, seen map[string]bool, others *int) bool {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		if seen[real] {
			return true
		}
		seen[real] = true
	}
	entries, err := os.ReadDir(path)
	if err != nil && !l.fail(path, 0, err) {
		return false
	}
	for _, entry := range entries {
		name := filepath.Join(path, entry.Name())
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(name)
			if err != nil {
				continue // it leads nowhere
			}
			mode = info.Mode()
		}
		ok := true
		switch {
		case mode.IsDir():
			ok = l.walk(name, seen, others)
		case mode.IsRegular() && extensionKind(name) != unknownFile:
			ok = l.file(name, true)
		case mode.IsRegular():
			*others++
		}
		if !ok {
			return false
		}
	}
	return true
}

type fileKind uint8

const (
	unknownFile fileKind = iota
	textFile
	recordFile
)

// extensionKind is what a file's name says it holds.
func extensionKind(path string) fileKind {
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(path, ".gz"))) {
	case ".txt", ".text", ".md", ".markdown":
		return textFile
	case ".jsonl", ".ndjson":
		return recordFile
	}
	return unknownFile
}

func (l *lister) file(path string, listed bool) bool {
	kind := extensionKind(path)
	if kind == textFile {
		return l.item(Item{Path: path, listed: listed})
	}
	in, _, err := open(path)
	if err != nil {
		return l.fail(path, 0, err)
	}
	defer in.Close()
	if kind == recordFile || looksLikeRecords(in.Reader) {
		return l.records(path, in.Reader)
	}
	return l.item(Item{Path: path, listed: listed})
}

func (l *lister) stdin() bool {
	name := l.StdinName
	if name == "" {
		name = "-"
	}
	if l.Stdin == nil {
		return l.fail(name, 0, errors.New("there is no standard input"))
	}
	in, err := gunzip(l.Stdin)
	if err != nil {
		return l.fail(name, 0, err)
	}
	if looksLikeRecords(in) || extensionKind(name) == recordFile {
		return l.records(name, in)
	}
	raw, err := readAll(in, l.maxSize())
	if err != nil {
		return l.fail(name, 0, err)
	}
	if raw == nil {
		raw = []byte{}
	}
	return l.item(Item{Path: name, raw: raw})
}

// A file is a file that is open, unpacked where it is packed.
type file struct {
	*bufio.Reader
	io.Closer
}

func open(path string) (file, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return file{}, 0, err
	}
	size := int64(0)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	in, err := gunzip(f)
	if err != nil {
		f.Close()
		return file{}, 0, err
	}
	return file{in, f}, size, nil
}

const gzipMagic = "\x1f\x8b"

// gunzip unpacks what is packed with gzip.
func gunzip(r io.Reader) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := in.Peek(2); string(magic) != gzipMagic {
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("damaged gzip file: %w", err)
	}
	return bufio.NewReaderSize(z, 64<<10), nil
}

// readAll reads to the end, but no more than the limit.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > limit {
		return nil, &TooLargeError{Limit: limit}
	}
	return raw, nil
}

// looksLikeRecords reports whether the first line is a JSON object.
func looksLikeRecords(in *bufio.Reader) bool {
	start, _ := in.Peek(in.Size())
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\ufeff")), " \t\r\n")
	if len(start) == 0 || start[0] != '{' {
		return false
	}
	line, _, whole := bytes.Cut(start, []byte("\n"))
	if !whole && len(start) >= in.Size()-16 { // longer than can be seen here
		return bytes.HasPrefix(bytes.TrimLeft(line[1:], " "), []byte(`"`))
	}
	return isJSONObject(line)
}

// records lists the records of a file of JSON Lines.
func (l *lister) records(path string, in *bufio.Reader) bool {
	record, before := 0, l.found
	for {
		line, size, err := readLine(in, l.maxSize())
		if len(bytes.TrimSpace(line)) > 0 || size > int64(len(line)) {
			record++
			if record == 1 {
				line = bytes.TrimPrefix(line, []byte("\ufeff"))
			}
			ok := true
			switch trimmed := bytes.TrimSpace(line); {
			case size > int64(len(line)):
				ok = l.fail(path, record, &TooLargeError{Size: size, Limit: l.maxSize()})
			case record == 1 && trimmed[0] != '{':
				return l.fail(path, 0, errors.New("not JSON Lines: its first line is no JSON object"))
			default:
				ok = l.item(Item{Path: path, Record: record, raw: bytes.Clone(trimmed)})
			}
			if !ok {
				return false
			}
		}
		if err != nil {
			if err != io.EOF {
				return l.fail(path, record+1, err)
			}
			break
		}
	}
	if l.found == before {
		return l.fail(path, 0, ErrEmpty)
	}
	return true
}

// readLine reads one line, with its whole size in bytes: of a line longer than
// the limit it keeps nothing but counts on.
func readLine(in *bufio.Reader, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		switch {
		case size > limit:
			line = nil
		case line == nil && err == nil:
			return part, size, nil // the common case: no copy
		default:
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, size, err
		}
	}
}

// Load reads an item. Errors are *ReadErrors.
func (r *Reader) Load(i Item) (*Article, error) {
	a, err := r.load(i)
	if err != nil {
		return nil, readError(i.Path, i.Record, err)
	}
	return a, nil
}

func (r *Reader) load(i Item) (*Article, error) {
	if i.Record > 0 {
		return ParseRecord(i.Path, i.Record, i.raw)
	}
	if i.raw != nil {
		return Parse(i.Path, i.raw)
	}
	in, size, err := open(i.Path)
	if errors.Is(err, fs.ErrNotExist) && i.listed {
		return nil, errors.New("vanished while the directory was being read")
	}
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if size > r.maxSize() {
		return nil, &TooLargeError{Size: size, Limit: r.maxSize()}
	}
	raw, err := readAll(in, r.maxSize())
	if err != nil {
		return nil, err
	}
	return Parse(i.Path, raw)
}
