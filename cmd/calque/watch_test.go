package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/reports"
)

const (
	goodCopy = "Harbour sale under scrutiny\n\nThe mayor sold the harbour to a cousin, the newspaper La Vigie reported on Monday. Fishermen said they had not been told.\n"
	badCopy  = "Row over the harbour of Port-Ravel\n\nThe mayor would have sold the harbour to a cousin, according to the daily La Vigie.\n"
)

// folders are a watched directory and where its files go.
type folders struct{ in, accept, reject string }

func newFolders(t *testing.T) folders {
	t.Helper()
	top := t.TempDir()
	f := folders{filepath.Join(top, "in"), filepath.Join(top, "accept"), filepath.Join(top, "reject")}
	for _, dir := range []string{f.in, f.accept, f.reject} {
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func (f folders) args(more ...string) []string {
	return append([]string{"gate", "--no-config", "--fail-on", "major", "--watch", f.in, "--accept", f.accept, "--reject", f.reject}, more...)
}

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// outcomes are the files of both directories: by name, where it lies and what
// is in it. Every file must have a whole report, and every report a file.
func (f folders) outcomes(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, dir := range []string{f.accept, f.reject} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		reported := map[string]bool{}
		files := map[string]bool{}
		for _, e := range entries {
			name := e.Name()
			if of, ok := strings.CutSuffix(name, reportSuffix); ok {
				reported[of] = true
				continue
			}
			files[name] = true
			content, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			found[name] = append(found[name], filepath.Base(dir)+": "+string(content))
		}
		for name := range files {
			if !reported[name] {
				t.Errorf("%s in %s has no report", name, dir)
				continue
			}
			raw, err := os.Open(filepath.Join(dir, name+reportSuffix))
			if err != nil {
				t.Fatal(err)
			}
			r, err := reports.Read(raw)
			raw.Close()
			if err != nil {
				t.Errorf("the report of %s: %v", name, err)
				continue
			}
			if broken := r.Gate.Broken || len(r.Errors) > 0; broken != (dir == f.reject) {
				t.Errorf("%s in %s: its report says %+v, %+v", name, dir, r.Gate, r.Errors)
			}
		}
		for name := range reported {
			if !files[name] {
				t.Errorf("the report of %s stands alone in %s", name, dir)
			}
		}
	}
	return found
}

// TestWatchKilled kills the watch at random while files arrive. Afterwards each
// file is in one place, once, with a whole report that fits the place.
func TestWatchKilled(t *testing.T) {
	calque, err := exec.LookPath("calque")
	if err != nil {
		t.Fatal(err)
	}
	f := newFolders(t)
	const kills = 100
	lives, files := 0, 0
	random := rand.New(rand.NewPCG(1, 2))
	stop := make(chan struct{})
	arrived := make(chan map[string]string)
	go func() { // what a feed does: some files are moved in, some are written in place
		all := map[string]string{}
		defer func() { arrived <- all }()
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
			if waiting, _ := os.ReadDir(f.in); len(waiting) > 25 {
				i--
				continue
			}
			name := fmt.Sprintf("article-%04d.txt", i)
			text := goodCopy
			if i%3 == 1 {
				text = badCopy
			}
			if i%7 == 6 {
				text = "%PDF-1.4 is no article"
			}
			text += fmt.Sprintf("\nEdition %d.\n", i)
			path := filepath.Join(f.in, name)
			if i%2 == 0 {
				os.WriteFile(path+".part", []byte(text), 0o666)
				os.Rename(path+".part", path)
			} else {
				out, err := os.Create(path)
				if err != nil {
					return
				}
				out.WriteString(text[:len(text)/2])
				time.Sleep(5 * time.Millisecond)
				out.WriteString(text[len(text)/2:])
				out.Close()
			}
			all[name] = text
		}
	}()
	begun := time.Now()
	for lives = 0; lives < kills && time.Since(begun) < 30*time.Second; lives++ {
		cmd := exec.Command(calque, f.args("--settle", "60ms", "--every", "10ms", "--jobs", "1")...)
		var out lockedBuffer
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// Every other kill waits for a sign of life, so as to hit the work and not
		// the start, or what is taken up at the start.
		for end := time.Now().Add(3 * time.Second); lives%2 == 0 && time.Now().Before(end) && !strings.Contains(out.String(), "->"); {
			time.Sleep(2 * time.Millisecond)
		}
		time.Sleep(time.Duration(random.IntN(80_000)) * time.Microsecond)
		cmd.Process.Kill()
		cmd.Wait()
	}
	close(stop)
	all := <-arrived
	files = len(all)
	time.Sleep(80 * time.Millisecond)
	cmd := exec.Command(calque, f.args("--settle", "60ms", "--once")...)
	if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != statusBreach && cmd.ProcessState.ExitCode() != statusFailed {
		t.Fatalf("%v\n%s", err, out)
	}
	found := f.outcomes(t)
	for name, text := range all {
		where := "accept: "
		if strings.Contains(text, badCopy) || strings.HasPrefix(text, "%PDF") {
			where = "reject: "
		}
		if got := found[name]; len(got) != 1 || got[0] != where+text {
			t.Errorf("%s is found as %q, want once %q", name, got, where+text)
		}
	}
	if len(found) != len(all) {
		t.Errorf("%d files came out, %d went in", len(found), len(all))
	}
	for _, dir := range []string{f.in, f.accept, f.reject} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if left := e.Name(); strings.HasPrefix(left, ".") && left != ".calque-lock" {
				t.Errorf("%s is left in %s", left, dir)
			}
		}
	}
	t.Logf("%d lives, %d files in %v", lives, files, time.Since(begun).Round(time.Second))
	if lives < kills/10 { // a slow machine gets fewer, not none
		t.Errorf("only %d lives", lives)
	}
}

// lockedBuffer is a buffer that can be read while a process writes it.
type lockedBuffer struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.String()
}

// TestDeliveryCrashes stops a delivery before each of its steps, as a crash
// would, and lets another one take over.
func TestDeliveryCrashes(t *testing.T) {
	for _, crossing := range []bool{false, true} {
		for _, at := range []string{"journal", "report", "move", "copy", "remove", "forget"} {
			t.Run(fmt.Sprintf("%s, to another file system %v", at, crossing), func(t *testing.T) {
				f := newFolders(t)
				if crossing {
					f.accept = otherFileSystem(t, f.in)
				} else if at == "copy" || at == "remove" {
					return
				}
				put(t, filepath.Join(f.in, "a.txt"), goodCopy)
				crash := errors.New("crash")
				deliver := func(step func(string)) (as string) {
					d := newDelivery(f.in, f.accept)
					d.step = step
					defer func() {
						if r := recover(); r != nil && r != any(crash) {
							panic(r)
						}
					}()
					if _, err := d.recover(); err != nil {
						t.Fatal(err)
					}
					before, err := printOf(filepath.Join(f.in, "a.txt"))
					if err != nil {
						return "" // it was moved
					}
					r := &reports.Report{Schema: reports.Schema, Gate: &reports.Gate{}}
					as, err = d.deliver("a.txt", before, f.accept, r)
					if err != nil {
						t.Fatal(err)
					}
					return as
				}
				crashed := false
				deliver(func(step string) {
					if step == at {
						crashed = true
						panic(crash)
					}
				})
				if !crashed {
					t.Fatalf("there is no step %q", at)
				}
				deliver(nil)
				if got := f.outcomes(t); len(got) != 1 || len(got["a.txt"]) != 1 || !strings.HasSuffix(got["a.txt"][0], goodCopy) {
					t.Errorf("found %q", got)
				}
				if left, _ := filepath.Glob(filepath.Join(f.in, "*")); len(left) > 0 {
					t.Errorf("left: %v", left)
				}
				// The same file again is another delivery.
				put(t, filepath.Join(f.in, "a.txt"), goodCopy)
				if as := deliver(nil); as != "a-2.txt" {
					t.Errorf("the second one is called %q", as)
				}
			})
		}
	}
}

// otherFileSystem is a directory on another file system than dir.
func otherFileSystem(t *testing.T, dir string) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("needs /dev/shm")
	}
	other, err := os.MkdirTemp("/dev/shm", "calque-test-")
	if err != nil {
		t.Skipf("no other file system: %v", err)
	}
	t.Cleanup(func() { os.RemoveAll(other) })
	put(t, filepath.Join(dir, ".probe"), "")
	if err := os.Rename(filepath.Join(dir, ".probe"), filepath.Join(other, ".probe")); err == nil {
		os.Remove(filepath.Join(other, ".probe"))
		t.Skip("/dev/shm is the same file system")
	}
	os.Remove(filepath.Join(dir, ".probe"))
	return other
}

// TestDeliveryOfChangedFile: a file that changes during its check is not
// delivered, and nothing is said of it.
func TestDeliveryOfChangedFile(t *testing.T) {
	for _, at := range []string{"journal", "report"} {
		f := newFolders(t)
		path := filepath.Join(f.in, "a.txt")
		put(t, path, goodCopy)
		before, err := printOf(path)
		if err != nil {
			t.Fatal(err)
		}
		d := newDelivery(f.in, f.accept)
		d.step = func(step string) {
			if step == at {
				put(t, path, badCopy)
			}
		}
		r := &reports.Report{Schema: reports.Schema, Gate: &reports.Gate{}}
		if _, err := d.deliver("a.txt", before, f.accept, r); !errors.Is(err, errChanged) {
			t.Errorf("error %v, want that it changed", err)
		}
		if got := f.outcomes(t); len(got) > 0 {
			t.Errorf("found %q", got)
		}
		if _, err := os.Stat(d.journal()); err == nil {
			t.Error("the journal still speaks of it")
		}
	}
}

// TestDeliveryRetried: what cannot be moved keeps its verdict and is moved
// later.
func TestDeliveryRetried(t *testing.T) {
	f := newFolders(t)
	path := filepath.Join(f.in, "a.txt")
	put(t, path, goodCopy)
	before, err := printOf(path)
	if err != nil {
		t.Fatal(err)
	}
	d := newDelivery(f.in, f.accept)
	d.step = func(step string) {
		if step == "move" {
			put(t, filepath.Join(f.accept, "a.txt"), "somebody else's") // in the way
		}
	}
	r := &reports.Report{Schema: reports.Schema, Gate: &reports.Gate{}}
	if _, err := d.deliver("a.txt", before, f.accept, r); err == nil {
		t.Fatal("somebody else's file was overwritten")
	}
	if data, _ := os.ReadFile(filepath.Join(f.accept, "a.txt")); string(data) != "somebody else's" {
		t.Errorf("somebody else's file is %q now", data)
	}
	if data, _ := os.ReadFile(path); string(data) != goodCopy {
		t.Errorf("the file is %q now", data)
	}
	d.step = nil
	if _, err := d.recover(); err != nil {
		t.Fatal(err)
	}
	if as, err := d.deliver("a.txt", before, f.accept, r); err != nil || as != "a-2.txt" {
		t.Errorf("delivered as %q: %v", as, err)
	}
	if found, _ := filepath.Glob(filepath.Join(f.accept, "*")); len(found) != 3 {
		t.Errorf("found %v, want somebody else's file, and this one with its report", found)
	}
}

// TestWatchStuck: while a file that has its verdict cannot be moved, no other
// file's journal takes the place of its own.
func TestWatchStuck(t *testing.T) {
	f := newFolders(t)
	for _, name := range []string{"a.txt", "b.txt"} {
		put(t, filepath.Join(f.in, name), goodCopy)
	}
	cmd := &cobra.Command{}
	cmd.SetContext(t.Context())
	cmd.SetOut(&bytes.Buffer{})
	cmd.SetErr(&bytes.Buffer{})
	checking := &checking{jobs: 1}
	engine, err := checking.engine()
	if err != nil {
		t.Fatal(err)
	}
	w := &watcher{
		watching: watching{dir: f.in, accept: f.accept, reject: f.reject}, cmd: cmd, checking: checking, engine: engine,
		policyFor: func(string, string) policy { return policy{} },
		delivery:  newDelivery(f.in, f.accept), seen: map[string]sighting{}, said: map[string]string{},
	}
	w.step = func(step string) {
		if step == "move" {
			os.Mkdir(filepath.Join(f.accept, "a.txt"), 0o777) // stays in the way
		}
	}
	w.round(t.Context())
	var p plan
	raw, err := os.ReadFile(w.journal())
	if err == nil {
		err = json.Unmarshal(raw, &p)
	}
	if !w.trouble || err != nil || p.Name != "a.txt" {
		t.Errorf("trouble %v, and the journal speaks of %q: %v", w.trouble, p.Name, err)
	}
}

// TestJournalOfASender: who may put files into the watched directory writes no
// verdict, though a report waits for a file of that name.
func TestJournalOfASender(t *testing.T) {
	f := newFolders(t)
	put(t, filepath.Join(f.in, "bad.txt"), badCopy)
	put(t, filepath.Join(f.accept, "gone.txt"+reportSuffix), "{}")
	is, err := printOf(filepath.Join(f.in, "bad.txt"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(plan{Name: "bad.txt", SHA256: is.sum, To: f.accept, As: "gone.txt"})
	if err != nil {
		t.Fatal(err)
	}
	d := newDelivery(f.in, f.accept)
	put(t, filepath.Join(f.in, filepath.Base(d.journal())), string(raw))
	if status := run(t.Context(), f.args("--once", "--settle", "0s"), nil, &bytes.Buffer{}, &bytes.Buffer{}); status != statusBreach {
		t.Errorf("status %d", status)
	}
	if _, err := os.Stat(filepath.Join(f.reject, "bad.txt")); err != nil {
		t.Error(err)
	}
	// Where calque keeps it, the same journal is followed.
	put(t, filepath.Join(f.in, "bad.txt"), badCopy)
	put(t, d.journal(), string(raw))
	if moved, err := d.recover(); err != nil || filepath.Base(moved) != "gone.txt" {
		t.Errorf("moved %q: %v", moved, err)
	}
}

// TestWatchInterrupted: an interrupt ends a watch in good order.
func TestWatchInterrupted(t *testing.T) {
	f := newFolders(t)
	put(t, filepath.Join(f.in, "a.txt"), goodCopy)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out, diag bytes.Buffer
	done := make(chan int, 1)
	go func() { done <- run(ctx, f.args("--settle", "0s", "--every", "10ms"), nil, &out, &diag) }()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(filepath.Join(f.accept, "a.txt")); err == nil {
			break
		}
	}
	// A second watch of the same directory is refused.
	var diag2 bytes.Buffer
	if status := run(context.Background(), f.args("--once"), nil, &bytes.Buffer{}, &diag2); status != statusFailed || !strings.Contains(diag2.String(), "another calque watches") {
		t.Errorf("a second watch: status %d, said %q", status, diag2.String())
	}
	cancel()
	if status := <-done; status != statusDone {
		t.Errorf("status %d: %s", status, diag.String())
	}
	if got := f.outcomes(t); len(got["a.txt"]) != 1 {
		t.Errorf("found %q; said %s%s", got, out.String(), diag.String())
	}
	var r reports.Report
	raw, err := os.ReadFile(filepath.Join(f.accept, "a.txt"+reportSuffix))
	if err == nil {
		err = json.Unmarshal(raw, &r)
	}
	if err != nil || r.Articles[0].Path != "a.txt" {
		t.Errorf("the report: %v, of %v", err, r.Articles)
	}
}

// TestShown: a file's name never writes to the terminal but as text.
func TestShown(t *testing.T) {
	for name, want := range map[string]string{
		"häfen.txt":     "häfen.txt",
		"a\x1b[31m.txt": `"a\x1b[31m.txt"`,
		"b\x9b31m.txt":  `"b\x9b31m.txt"`, // no UTF-8, and a control sequence where a terminal takes bytes for Latin-1
	} {
		if got := shown(name); got != want {
			t.Errorf("%q is shown as %q", name, got)
		}
	}
}
