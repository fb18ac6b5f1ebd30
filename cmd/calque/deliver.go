package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/calque-check/calque/detect/article/realpath"
	"github.com/calque-check/calque/reports"
)

// A delivery moves files out of a directory, each once and with its report,
// whatever happens in between. What it is about to do stands in a journal
// before it does it:
//
//  1. the journal: the file, its content's hash, where it goes and as what
//  2. the report, under its final name
//  3. the file, in one step (or, to another file system, as a copy that is
//     complete before it gets its name, and then the original is removed)
//  4. the journal is removed
//
// Each step is on the disk before the next begins. After a crash, recover
// finishes what has a report, and forgets what has none: that file is simply
// there to be checked. So a verdict that anybody could have read is never
// followed by another one.
//
// The journal lies where accepted files go, not where files arrive: whoever may
// put files there could write a journal too, and so a verdict.
type delivery struct {
	from string
	keep string       // the directory of the journal
	id   string       // of the directory, for the names of the journal and of what is not finished
	step func(string) // for tests: called before each step
}

func newDelivery(from, keep string) delivery {
	sum := sha256.Sum256([]byte(realpath.Of(from)))
	return delivery{from: from, keep: keep, id: hex.EncodeToString(sum[:4])}
}

const reportSuffix = ".calque.json"

// A plan is what the journal holds.
type plan struct {
	Name    string `json:"name"`    // in the watched directory
	SHA256  string `json:"sha256"`  // of its content
	To      string `json:"to"`      // the directory
	As      string `json:"as"`      // the name there
	Copying bool   `json:"copying"` // by copy, to another file system
}

func (p plan) target() string { return filepath.Join(p.To, p.As) }
func (p plan) report() string { return p.target() + reportSuffix }

// errChanged: a file is not what it was when its check began.
var errChanged = errors.New("changed while it was being checked")

// A print tells whether a file is still the same.
type print struct {
	info os.FileInfo
	sum  string
}

func printOf(path string) (print, error) {
	f, err := os.Open(path)
	if err != nil {
		return print{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return print{}, err
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return print{}, err
	}
	return print{info, hex.EncodeToString(h.Sum(nil))}, nil
}

// still reports whether the file at a path is the one of the print, untouched.
func (p print) still(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && os.SameFile(info, p.info) && info.Size() == p.info.Size() && info.ModTime().Equal(p.info.ModTime())
}

func (d *delivery) before(step string) {
	if d.step != nil {
		d.step(step)
	}
}

// deliver moves a file with its report and returns the name it got.
func (d *delivery) deliver(name string, was print, to string, r *reports.Report) (as string, err error) {
	source := filepath.Join(d.from, name)
	p := plan{Name: name, SHA256: was.sum, To: to}
	if p.As, err = freeName(to, name); err != nil {
		return "", err
	}
	for i := range r.Articles {
		r.Articles[i].Path = p.As
	}
	for i := range r.Errors {
		r.Errors[i].Path = p.As
	}
	if r.Gate != nil {
		for i := range r.Gate.Breaches {
			r.Gate.Breaches[i].Path = p.As
		}
	}
	d.before("journal")
	if !was.still(source) {
		return "", errChanged
	}
	if err := d.write(p); err != nil {
		return "", err
	}
	d.before("report")
	err = d.writeNew(p.report(), func(w io.Writer) error { return reports.Write(w, "json", r, reports.Options{}) })
	if err == nil && !was.still(source) {
		err = errors.Join(errChanged, os.Remove(p.report()))
	}
	if err != nil { // nothing has been said yet
		return "", errors.Join(err, d.forget())
	}
	return p.As, d.finish(p)
}

// finish moves the file of a plan whose report is written.
func (d *delivery) finish(p plan) error {
	source := filepath.Join(d.from, p.Name)
	d.before("move")
	err := renameNew(source, p.target())
	if errors.Is(err, syscall.EXDEV) {
		err = d.copy(p)
	}
	if errors.Is(err, errChanged) { // the report is about another content
		return errors.Join(err, os.Remove(p.report()), d.forget())
	}
	if err != nil {
		return fmt.Errorf("cannot be moved to %s: %w", p.To, err)
	}
	d.before("forget")
	if err := errors.Join(syncDir(p.To), syncDir(d.from)); err != nil {
		return err
	}
	return d.forget()
}

// copy moves a file to another file system.
func (d *delivery) copy(p plan) error {
	source := filepath.Join(d.from, p.Name)
	p.Copying = true
	if err := d.write(p); err != nil {
		return err
	}
	d.before("copy")
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	h := sha256.New()
	if err := d.writeNew(p.target(), func(w io.Writer) error {
		_, err := io.Copy(io.MultiWriter(w, h), in)
		if err == nil && hex.EncodeToString(h.Sum(nil)) != p.SHA256 {
			err = errChanged
		}
		return err
	}); err != nil {
		return err
	}
	_ = os.Chtimes(p.target(), info.ModTime(), info.ModTime()) // good to have
	d.before("remove")
	return os.Remove(source)
}

// tidy removes what was never finished in the directories.
func (d *delivery) tidy(dirs ...string) {
	for _, dir := range append(dirs, d.from) {
		left, _ := filepath.Glob(filepath.Join(globEscape(dir), d.unfinished()))
		for _, name := range left {
			os.Remove(name)
		}
	}
}

// recover takes up what was interrupted or did not succeed: it finishes the plan
// of the journal or forgets it. It returns the file that it moved, "" for none.
func (d *delivery) recover() (moved string, err error) {
	data, err := os.ReadFile(d.journal())
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var p plan
	if err := json.Unmarshal(data, &p); err != nil {
		return "", fmt.Errorf("%s: %w", d.journal(), err)
	}
	source := filepath.Join(d.from, p.Name)
	_, noReport := os.Lstat(p.report())
	_, noTarget := os.Lstat(p.target())
	there, sourceErr := printOf(source)
	same := sourceErr == nil && there.sum == p.SHA256
	switch {
	case noReport != nil || !same:
		// Nothing was said yet, or the file is moved already. What stands under
		// its name now is another one.
	case noTarget != nil:
		return p.target(), d.finish(p)
	default:
		got, err := printOf(p.target())
		switch {
		case err != nil:
			return "", err
		case got.sum != p.SHA256: // somebody else's file was in the way
			if err := os.Remove(p.report()); err != nil {
				return "", err
			}
		case p.Copying: // the copy is complete, or it would not have its name
			if err := os.Remove(source); err != nil {
				return "", err
			}
			moved = p.target()
		}
	}
	return moved, d.forget()
}

// write puts a plan into the journal.
func (d *delivery) write(p plan) error {
	return d.durably(d.journal(), func(w io.Writer) error { return json.NewEncoder(w).Encode(p) }, os.Rename)
}

func (d *delivery) forget() error { return os.Remove(d.journal()) }

func (d *delivery) journal() string { return filepath.Join(d.keep, ".calque-"+d.id+".journal") }

func (d *delivery) unfinished() string { return ".calque-" + d.id + "-*.unfinished" }

// freeName is a name that neither a file nor a report has in a directory: the
// file's own, or one with a number before its extension.
func freeName(dir, name string) (string, error) {
	stem, ext := name, filepath.Ext(name)
	stem = strings.TrimSuffix(stem, ext)
	for n := 1; ; n++ {
		as := name
		if n > 1 {
			as = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		free := true
		for _, path := range []string{as, as + reportSuffix} {
			if _, err := os.Lstat(filepath.Join(dir, path)); err == nil {
				free = false
			} else if !errors.Is(err, fs.ErrNotExist) {
				return "", err
			}
		}
		if free {
			return as, nil
		}
	}
}

// writeNew writes a new file that is whole and on the disk when it gets its
// name. A file that has the name already stays as it is.
func (d *delivery) writeNew(path string, write func(io.Writer) error) error {
	return d.durably(path, write, renameNew)
}

func (d *delivery) durably(path string, write func(io.Writer) error, rename func(from, to string) error) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, d.unfinished())
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = errors.Join(f.Chmod(0o644), f.Sync())
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	return syncDir(dir)
}

// syncDir brings the names of a directory to the disk. Some file systems cannot
// and need not.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// globEscape is a path as a pattern that only the path matches.
func globEscape(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// renameChecked moves a file to a name that nothing has just now.
func renameChecked(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	}
	return os.Rename(from, to)
}
