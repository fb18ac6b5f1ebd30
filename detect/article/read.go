package article

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
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
	Limits    Limits    // the other limits

	// Ignore says which of the files and directories that are found, and not
	// named themselves, are left alone; nil leaves none. IgnoredFiles and
	// IgnoredDirectories count them. What it could not read of its own rules is
	// listed as other errors are.
	Ignore                           func(path string, dir bool) (bool, []*ReadError)
	IgnoredFiles, IgnoredDirectories int

	// Skipped counts what Items left out of directories because it is hidden or
	// of a kind that calque does not read. It is complete when the listing is.
	Skipped Skipped
}

// An Item is one article that has been found and not been read yet: a file, or
// a record of a file of records.
type Item struct {
	Path   string
	Record int   // 1-based number of the record, 0 when the file is one article
	Size   int64 // bytes of input that it takes, 0 where that is not known

	format *format                        // nil for a file that has to be opened again
	listed bool                           // found in a directory or by a glob
	load   func(Limits) (*Article, error) // how to read it, nil for a file that has to be opened again
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
	if n >= 10<<30 {
		return fmt.Sprintf("%.4g GB", float64(n)/(1<<30))
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
// "news/**/*.txt", or "-". The format of a file is told by its content; its
// name matters only in a directory, where files of unknown names are read when
// their content is unmistakable. An error is a *ReadError; the listing goes on
// after it.
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
	yield  func(Item, error) bool
	found  int      // items and errors so far
	format *format  // of what is being listed
	whole  *os.File // what is being listed, as it is on the disk, where it is a regular file
}

func (l *lister) item(i Item) bool {
	l.found++
	if i.load != nil {
		i.format = l.format
	}
	return l.yield(i, nil)
}

func (l *lister) fail(path string, record int, err error) bool {
	l.found++
	return l.yield(Item{Path: path, Record: record}, readError(path, record, err))
}

// larger reports whether what is being listed is known to be larger, as it is on
// the disk.
func (l *lister) larger(limit int64) bool {
	if l.whole == nil {
		return false
	}
	info, err := l.whole.Stat()
	return err == nil && info.Size() > limit
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
		info, err := os.Stat(match)
		isDir := err == nil && info.IsDir()
		switch left, more := l.ignored(match, isDir); {
		case !more:
			return false
		case left:
			continue
		}
		if isDir {
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

// ignored reports whether a file or directory that was found is left alone,
// counts it, and lists what could not be read for that.
func (l *lister) ignored(path string, dir bool) (left, more bool) {
	if l.Ignore == nil {
		return false, true
	}
	left, unread := l.Ignore(path, dir)
	for _, err := range unread {
		if !l.fail(err.Path, err.Record, err.Err) {
			return left, false
		}
	}
	switch {
	case left && dir:
		l.IgnoredDirectories++
	case left:
		l.IgnoredFiles++
	}
	return left, true
}

func (l *lister) file(path string, listed bool) bool {
	in, err := open(path, l.Limits)
	if errors.Is(err, fs.ErrNotExist) && listed {
		err = errVanished
	}
	if err != nil {
		return l.fail(path, 0, err)
	}
	defer in.Close()
	if in.once {
		return l.stream(path, in)
	}
	start := string(in.start())
	f := formatOf(path, start)
	l.whole, l.format = in.disk, f
	if f.list != nil {
		return f.list(l, path, in.Reader)
	}
	item := Item{Path: path, Size: in.size, listed: listed}
	if in.whole && in.size <= l.maxSize() { // so that it need not be opened again
		item.load = func(limits Limits) (*Article, error) {
			return f.read(input{path: path, text: start, limits: limits})
		}
	}
	return l.item(item)
}

func (l *lister) stdin() bool {
	name := l.StdinName
	if name == "" {
		name = "-"
	}
	if l.Stdin == nil {
		return l.fail(name, 0, errors.New("there is no standard input"))
	}
	r, _, err := unpack(l.Stdin, l.Limits)
	if err != nil {
		return l.fail(name, 0, err)
	}
	return l.stream(name, file{Reader: r})
}

// stream lists what can be read only once: standard input, a pipe.
func (l *lister) stream(name string, in file) bool {
	f := formatOf(name, string(in.start()))
	l.whole, l.format = nil, f
	if f.list != nil {
		return f.list(l, name, in.Reader)
	}
	raw, err := readAll(in, l.maxSize())
	if err != nil {
		return l.fail(name, 0, err)
	}
	return l.item(Item{Path: name, load: func(limits Limits) (*Article, error) {
		return f.read(input{path: name, raw: raw, limits: limits})
	}})
}

// record lists a record that read reads.
func (l *lister) record(in input, read func(input) (*Article, error)) bool {
	return l.item(Item{Path: in.path, Record: in.record, Size: int64(len(in.raw) + len(in.text)), load: func(limits Limits) (*Article, error) {
		in := in
		in.limits = limits
		return read(in)
	}})
}

// A file is a file that is open, unpacked where it is packed.
type file struct {
	*bufio.Reader
	io.Closer
	size  int64    // of a regular file as it is packed
	disk  *os.File // a regular file as it is packed, to read at any place
	whole bool     // the reader has all of it at hand
	once  bool     // a pipe or a device, which cannot be opened again for the same content
}

// Close ends reading.
func (f file) Close() {
	release(f.Reader)
	f.Closer.Close()
}

func open(path string, limits Limits) (file, error) {
	f, err := openFile(path)
	if err != nil {
		return file{}, err
	}
	size, once := int64(0), false
	if info, err := f.Stat(); err == nil {
		if once = !info.Mode().IsRegular(); !once {
			size = info.Size()
		}
	}
	in, packed, err := unpack(f, limits)
	if err != nil {
		f.Close()
		return file{}, err
	}
	opened := file{Reader: in, Closer: f, size: size, once: once}
	if size > 0 {
		opened.disk = f
		opened.whole = !packed && size == int64(in.Buffered())
	}
	return opened, nil
}

// start is the beginning of the content, all of it where it is at hand. It stays
// to be read.
func (f file) start() []byte {
	n := sniffed
	if f.whole {
		n = f.Buffered() // asking for more asks the system again
	}
	start, _ := f.Peek(n)
	return start
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

var errVanished = errors.New("vanished while the directory was being read")

// Load reads an item. Errors are *ReadErrors.
func (r *Reader) Load(i Item) (*Article, error) {
	a, err := r.load(i)
	if err != nil {
		return nil, readError(i.Path, i.Record, err)
	}
	return a, nil
}

func (r *Reader) load(i Item) (a *Article, err error) {
	limits := r.Limits
	limits.clock = NewClock(limits.Time, 0)
	defer Recover(&err)
	if i.load != nil {
		a, err := i.load(limits)
		if a != nil && i.format != nil {
			a.Format = i.format.name
		}
		return a, err
	}
	in, err := open(i.Path, r.Limits)
	if errors.Is(err, fs.ErrNotExist) && i.listed {
		return nil, errVanished
	}
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if in.size > r.maxSize() {
		return nil, &TooLargeError{Size: in.size, Limit: r.maxSize()}
	}
	f := formatOf(i.Path, string(in.start()))
	if f.read == nil {
		return nil, errors.New("changed while the directory was being read")
	}
	raw, err := readAll(in, r.maxSize())
	if err != nil {
		return nil, err
	}
	a, err = f.read(input{path: i.Path, raw: raw, limits: limits})
	if a != nil {
		a.Format = f.name
	}
	return a, err
}
