package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/gofrs/flock"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article/realpath"
	"github.com/calque-check/calque/reports"
)

// watching are the flags of a gate that watches a folder.
type watching struct {
	dir, accept, reject string
	settle, every       time.Duration
	once                bool
}

func (w *watching) flags(f *pflag.FlagSet) {
	f.StringVar(&w.dir, "watch", "", "check the files that arrive in this directory, one after the other, and move each to --accept or --reject with its report beside it")
	f.StringVar(&w.accept, "accept", "", "with --watch: where files go that keep the policy")
	f.StringVar(&w.reject, "reject", "", "with --watch: where files go that break the policy or cannot be read")
	f.DurationVar(&w.settle, "settle", 2*time.Second, "with --watch: a file is complete when nothing has changed about it for so long")
	f.DurationVar(&w.every, "every", time.Second, "with --watch: how often to look for new files")
	f.BoolVar(&w.once, "once", false, "with --watch: deal with the files that are there and complete, and end")
}

// check refuses wrong values, makes the directories of the outcomes and brings
// all three into a settled form.
func (w *watching) check(paths []string) error {
	switch {
	case len(paths) > 0:
		return usage("--watch takes no paths: the files are those that arrive in the directory")
	case w.accept == "" || w.reject == "":
		return usage("--watch needs --accept DIR and --reject DIR")
	case w.settle < 0 || w.every < 10*time.Millisecond:
		return usage("--settle must not be negative, and --every at least 10ms")
	}
	if !isDir(w.dir) {
		return usage("--watch %s: is no directory", w.dir)
	}
	for _, dir := range []*string{&w.accept, &w.reject} {
		if err := os.MkdirAll(*dir, 0o777); err != nil {
			return &failure{statusFailed, err}
		}
	}
	real := map[string]string{}
	for _, d := range []struct{ flag, dir string }{{"--watch", w.dir}, {"--accept", w.accept}, {"--reject", w.reject}} {
		at := realpath.Of(d.dir)
		if other, twice := real[at]; twice {
			return usage("%s and %s are the same directory", other, d.flag)
		}
		real[at] = d.flag
	}
	return nil
}

// leftAlone reports whether a file in the watched directory is not for calque:
// hidden, or by its name still being written.
func leftAlone(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		slices.ContainsFunc([]string{".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload"}, func(end string) bool { return strings.HasSuffix(lower, end) })
}

// A watcher deals with the files of a directory, each once.
type watcher struct {
	watching
	cmd       *cobra.Command
	checking  *checking
	engine    *detect.Engine
	policyFor func(path, publisher string) policy
	delivery
	seen    map[string]sighting
	said    map[string]string // by file: what was said of it last, so as not to say it every second
	status  int               // the worst of the verdicts
	trouble bool              // a file could not be dealt with
}

// A sighting is how a file looked when it was first seen so.
type sighting struct {
	size     int64
	modified time.Time
	since    time.Time
}

// unused refuses the flags of a watch where there is none, and the lack of
// paths.
func (w *watching) unused(cmd *cobra.Command, paths []string) error {
	for _, name := range []string{"accept", "reject", "settle", "every", "once"} {
		if cmd.Flags().Changed(name) {
			return usage("--%s goes with --watch", name)
		}
	}
	if len(paths) == 0 {
		return usage("what is to be checked? Give files, directories or globs, - for standard input, or --watch DIR")
	}
	return nil
}

// refuse refuses flags that mean nothing to a watched directory.
func (w *watching) refuse(cmd *cobra.Command) error {
	for _, name := range []string{"format", "report", "changed-since", "path-prefix", "stdin-name", "show-removed"} {
		if cmd.Flags().Changed(name) {
			return usage("--%s does not go with --watch: each file's JSON report is written beside it, and 'calque render' makes the other formats", name)
		}
	}
	return nil
}

// watch deals with files until the context ends, or once.
func (w *watching) watch(cmd *cobra.Command, c *checking, policyFor func(path, publisher string) policy) error {
	engine, err := c.engine()
	if err != nil {
		return err
	}
	lock := flock.New(filepath.Join(w.dir, ".calque-lock"))
	switch held, err := lock.TryLock(); {
	case err != nil:
		return &failure{statusFailed, fmt.Errorf("cannot lock %s: %w", w.dir, err)}
	case !held:
		return &failure{statusFailed, fmt.Errorf("another calque watches %s", w.dir)}
	}
	defer lock.Unlock() //nolint:errcheck // the end of the process unlocks it anyway
	r := &watcher{
		watching: *w, cmd: cmd, checking: c, engine: engine, policyFor: policyFor,
		delivery: newDelivery(w.dir, w.accept), seen: map[string]sighting{}, said: map[string]string{},
	}
	// The file in hand is finished whatever happens, so what ends the watch must
	// not end its check.
	ctx := cmd.Context()
	cmd.SetContext(context.WithoutCancel(ctx))
	defer cmd.SetContext(ctx)
	r.tidy(w.accept, w.reject)
	for {
		waiting := r.round(ctx)
		if w.once {
			if waiting > 0 && ctx.Err() == nil {
				c.note(cmd, "%s being written: left for the next time", counted(waiting, "file is still", "files are still"))
			}
			if r.trouble && r.status != statusBreach {
				r.status = statusFailed
			}
			if r.status != statusDone {
				return &failure{r.status, errSaid}
			}
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(w.every):
		}
	}
}

// round deals with the files that are complete, the oldest first, and returns
// how many are not complete yet.
func (w *watcher) round(ctx context.Context) (waiting int) {
	if !w.takeUp() {
		return 0
	}
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		w.say(w.dir, err.Error())
		w.trouble = true
		return 0
	}
	type arrival struct {
		name string
		info os.FileInfo
	}
	var ready []arrival
	there := map[string]bool{}
	for _, e := range entries {
		if leftAlone(e.Name()) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // it is gone again
		}
		there[e.Name()] = true
		if path := realpath.Of(filepath.Join(w.dir, e.Name())); info.IsDir() && (path == realpath.Of(w.accept) || path == realpath.Of(w.reject)) {
			continue
		}
		if !info.Mode().IsRegular() {
			w.say(e.Name(), "is no plain file: left where it is")
			continue
		}
		if w.settled(e.Name(), info) {
			ready = append(ready, arrival{e.Name(), info})
		} else {
			waiting++
		}
	}
	for name := range w.seen {
		if !there[name] {
			delete(w.seen, name)
			delete(w.said, name)
		}
	}
	slices.SortStableFunc(ready, func(a, b arrival) int {
		return cmp.Or(a.info.ModTime().Compare(b.info.ModTime()), cmp.Compare(a.name, b.name))
	})
	for _, a := range ready {
		if ctx.Err() != nil {
			return waiting
		}
		err := w.deal(a.name)
		switch {
		case errors.Is(err, errChanged):
			delete(w.seen, a.name)
			waiting++
		case err != nil:
			w.say(a.name, err.Error())
			w.trouble = true
			if !w.takeUp() { // another delivery would write over its journal
				return waiting
			}
		default:
			delete(w.seen, a.name)
			delete(w.said, a.name)
		}
	}
	return waiting
}

// takeUp finishes or forgets what the journal holds; it reports false when that
// has to wait.
func (w *watcher) takeUp() bool {
	moved, err := w.recover()
	if moved != "" {
		w.checking.note(w.cmd, "finished what was interrupted: %s", moved)
	}
	if err != nil {
		w.say(w.journal(), err.Error())
		w.trouble = true
	}
	return err == nil
}

// settled reports whether a file is complete: nothing has changed about it for
// a while, by its own time (a file that was written elsewhere and moved here)
// or by what was seen of it.
func (w *watcher) settled(name string, info os.FileInfo) bool {
	now := time.Now()
	was, known := w.seen[name]
	if !known || was.size != info.Size() || !was.modified.Equal(info.ModTime()) {
		was = sighting{info.Size(), info.ModTime(), now}
		w.seen[name] = was
	}
	return now.Sub(info.ModTime()) >= w.settle || now.Sub(was.since) >= w.settle
}

func (w *watcher) say(name, what string) {
	if w.said[name] != what {
		w.said[name] = what
		fmt.Fprintf(w.cmd.ErrOrStderr(), "calque: %s: %s\n", shown(name), reports.Printable(what))
	}
}

// deal checks one file and moves it to where it belongs.
func (w *watcher) deal(name string) error {
	path := filepath.Join(w.dir, name)
	before, err := printOf(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // somebody took it away
	}
	if err != nil {
		return err
	}
	v, err := w.checking.judgeWith(w.engine, w.cmd, []string{path}, w.policyFor)
	if err != nil {
		return err
	}
	to, what := w.accept, "accepted"
	if v.status() != statusDone {
		to, what = w.reject, "rejected"
	}
	as, err := w.deliver(name, before, to, v.report)
	if err != nil {
		return err
	}
	v.sayBreaches(w.cmd)
	if w.status != statusBreach && v.status() != statusDone {
		w.status = v.status()
	}
	if !w.checking.quiet {
		fmt.Fprintf(w.cmd.OutOrStdout(), "%s %s -> %s\n", what, shown(path), shown(filepath.Join(to, as)))
	}
	return nil
}

// shown is a name as it may be printed: whoever sends files chooses what they
// are called, and must not write to the terminal with it.
func shown(name string) string {
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.QuoteToGraphic(name)
	}
	return reports.Printable(name)
}
