package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"github.com/calque-check/calque/reports"
)

// writeCorpus writes a corpus of n records or so as JSON Lines: invented
// stories told by up to four newsrooms, copies, articles that stand alone, ids
// that come twice, and records that cannot be read or checked.
func writeCorpus(t testing.TB, path string, n int) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	name := func() string {
		return pick("Ada", "Milo", "Greta", "Ivo", "Nora", "Tomas") + " " + pick("Vel", "Ost", "Mar", "Kren", "Dul", "Fen", "Hask") + pick("mann", "ari", "ow", "ic", "ander", "ulle") + pick("", "s", "a", "y")
	}
	var b bytes.Buffer
	record := func(id, text string) {
		fmt.Fprintf(&b, "{\"id\": %q, \"published\": \"2021-%02d-%02d\", \"publisher\": %q, \"text\": %q}\n", id, 1+random.IntN(12), 1+random.IntN(28), pick("The Ostrel Post", "Merrow Echo", "Valley Wire"), text)
	}
	for i := range n {
		mayor, town, sum := name(), pick("Ost", "Mer", "Val", "Brin", "Tul")+pick("rel", "row", "mora", "deck", "sund")+pick("", " Bay", " Heights"), 2+random.IntN(900)
		thing := pick("lighthouse", "tramway", "mill", "ferry", "orchard", "library", "quarry")
		quote := fmt.Sprintf("We have waited %d years for the %s and we will not wait another winter", 2+random.IntN(40), thing)
		telling := func(k int) string {
			said := pick("said", "told reporters")
			if k == 3 {
				quote = strings.Replace(quote, "we will not wait another winter", "another winter we shall not attend", 1)
				return fmt.Sprintf("The %s of %s sold\n\nThe mayor %s would have sold the %s of %s for %d,000 euros, according to the daily La Vigie. \"%s,\" the ex-elected official declared on Monday.", thing, town, mayor, thing, town, sum, quote)
			}
			return fmt.Sprintf("%s sells %s\n\n%s, the mayor of %s, sold the %s for %d,000 euros on %s. \"%s,\" %s %s. The council of %s will meet on Friday.", town, thing, mayor, town, thing, sum, pick("Monday", "Tuesday"), quote, mayor, said, town)
		}
		switch i % 9 {
		case 0:
			for k := range 1 + random.IntN(4) {
				record(fmt.Sprintf("s%d-%d", i, k), telling(k))
			}
		case 4:
			record("again", telling(0))
		case 5:
			b.WriteString("{\"id\": \"cut off\", \"text\": \n")
		case 6:
			record(fmt.Sprintf("f%d", i), "Мэр продал порт своему двоюродному брату, сообщила в понедельник газета. Рыбаки говорят, что их никто не предупредил и что продажу надо отменить.")
		default:
			record(fmt.Sprintf("a%d", i), telling(random.IntN(4)))
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// program is this test's own binary under calque's name, which TestMain makes
// behave as calque.
func program(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("signals and limits are those of Unix")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "calque")
	if err := os.Symlink(self, path); err != nil {
		t.Fatal(err)
	}
	return path
}

func start(t *testing.T, diag *bytes.Buffer, program string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program, args...)
	if diag != nil {
		cmd.Stderr = diag
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// results are the files that an audit writes, all but the pages that hold the
// time of the run.
var results = []string{"articles.jsonl", "stories.jsonl", "errors.jsonl", "report.json", "audit.json", "summary.json"}

func sameResults(t *testing.T, got, want string) {
	t.Helper()
	for _, name := range results {
		x, err1 := os.ReadFile(filepath.Join(got, name))
		y, err2 := os.ReadFile(filepath.Join(want, name))
		if err1 != nil || err2 != nil || !bytes.Equal(x, y) {
			t.Fatalf("%s: %d bytes in %s, %d in %s, and they differ (%v, %v)", name, len(x), got, len(y), want, err1, err2)
		}
	}
}

// auditDone audits a corpus in one go.
func auditDone(t *testing.T, program, corpus, out string, more ...string) {
	t.Helper()
	var diag bytes.Buffer
	err := start(t, &diag, program, append([]string{"audit", corpus, "--out", out}, more...)...).Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusFailed { // some records are broken
		t.Fatalf("%v: %s", err, diag.String())
	}
}

// TestAuditJobs: the files are the same bytes however many articles are
// checked at a time.
func TestAuditJobs(t *testing.T) {
	p, dir := program(t), t.TempDir()
	corpus := filepath.Join(dir, "corpus.jsonl")
	writeCorpus(t, corpus, 100)
	one := filepath.Join(dir, "1")
	auditDone(t, p, corpus, one, "--jobs", "1")
	for _, jobs := range []string{"2", "8"} {
		out := filepath.Join(dir, jobs)
		auditDone(t, p, corpus, out, "--jobs", jobs)
		sameResults(t, out, one)
	}
	raw, err := os.ReadFile(filepath.Join(one, "stories.jsonl"))
	if n := bytes.Count(raw, []byte("\n")); err != nil || n < 5 {
		t.Errorf("%d stories, %v: the corpus does not show much", n, err)
	}
}

// TestAuditKilled kills an audit a hundred times, at random moments, and each
// time goes on with it; whenever it gets to its end, its files are the bytes
// that an unbroken run writes.
func TestAuditKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p, dir := program(t), t.TempDir()
	corpus, whole := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "whole")
	writeCorpus(t, corpus, 60)
	auditDone(t, p, corpus, whole)
	stored := storeSize(whole)
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	killed, finished := 0, 0
	out := filepath.Join(dir, "0")
	for runs := 1; killed < 100; runs++ {
		temp := filepath.Join(out, ".calque-store", "run")
		if err := os.RemoveAll(temp); err != nil {
			t.Fatal(err)
		}
		cmd := start(t, nil, p, "audit", corpus, "--out", out, "--resume")
		ended := make(chan struct{})
		go func() { cmd.Wait(); close(ended) }()
		// Moments of the clock alone would fall into the first stage on a slow
		// machine, so some are counted from what can be seen from outside.
		var reached func() bool
		switch random.IntN(4) {
		case 0:
			reached = func() bool { _, err := os.Stat(temp); return err == nil }
		case 1:
			size := random.Int64N(stored)
			reached = func() bool { return storeSize(out) >= size }
		case 2:
			reached = func() bool { return storeSize(out) >= stored }
		case 3:
			began := time.Now()
			reached = func() bool {
				info, err := os.Stat(filepath.Join(out, "articles.jsonl"))
				return err == nil && info.ModTime().After(began)
			}
		}
		if runs%20 == 0 {
			reached = func() bool { return false } // this one may get to its end
		}
		wait(ended, 30*time.Second, reached)
		wait(ended, time.Duration(random.Int64N(int64(100*time.Millisecond))), func() bool { return false })
		cmd.Process.Kill()
		<-ended
		if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			killed++
			continue
		}
		if code := cmd.ProcessState.ExitCode(); code != statusFailed {
			t.Fatalf("exit status %d after %d kills", code, killed)
		}
		sameResults(t, out, whole)
		finished++
		out = filepath.Join(dir, strconv.Itoa(finished))
	}
	t.Logf("%d kills, %d audits that got to their end between them", killed, finished)
	if finished == 0 {
		t.Error("no audit got to its end")
	}
	last := filepath.Join(dir, strconv.Itoa(finished))
	// A kill after the last write leaves an audit that is finished.
	if raw, err := os.ReadFile(filepath.Join(last, ".calque-store", "state.json")); err == nil && bytes.Contains(raw, []byte(`"unfinished": true`)) {
		var diag bytes.Buffer
		cmd := start(t, &diag, p, "audit", corpus, "--out", last)
		cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != statusUsage || !strings.Contains(diag.String(), "--resume goes on") {
			t.Errorf("an interrupted audit begun again without --resume: status %d, %s", code, diag.String())
		}
	}
	auditDone(t, p, corpus, last, "--resume")
	sameResults(t, last, whole)
}

// wait waits until something is reached or over, but not for long.
func wait(over <-chan struct{}, atMost time.Duration, reached func() bool) {
	for began := time.Now(); time.Since(began) < atMost && !reached(); {
		select {
		case <-over:
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// storeSize is the size of the store of an audit's directory.
func storeSize(out string) (n int64) {
	names, _ := filepath.Glob(filepath.Join(out, ".calque-store", "checked-*"))
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			n += info.Size()
		}
	}
	return n
}

// TestAuditInterrupted: an interrupt ends an audit with what is in hand and
// says how to go on.
func TestAuditInterrupted(t *testing.T) {
	p, dir := program(t), t.TempDir()
	corpus, out := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "out")
	writeCorpus(t, corpus, 60)
	raw, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(p, "audit", "-", "--out", out, "--stdin-name", corpus, "--progress", "json")
	in, err1 := cmd.StdinPipe()
	diag, err2 := cmd.StderrPipe()
	if err := errors.Join(err1, err2, cmd.Start()); err != nil {
		t.Fatal(err)
	}
	defer in.Close() // the rest of the corpus never comes
	lines := bytes.SplitAfter(raw, []byte("\n"))
	go in.Write(bytes.Join(lines[:len(lines)/2], nil))
	var said strings.Builder
	signalled := false
	for scan := bufio.NewScanner(diag); scan.Scan(); {
		said.WriteString(scan.Text() + "\n")
		if !signalled && strings.Contains(scan.Text(), `"articles":`) && !strings.Contains(scan.Text(), `"articles":0,`) {
			cmd.Process.Signal(os.Interrupt)
			signalled = true
		}
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != statusFailed || !strings.Contains(said.String(), "articles are checked and kept; go on with:\n  calque audit - --out "+out) {
		t.Fatalf("status %d, said %s", code, said.String())
	}
	if _, err := os.Stat(filepath.Join(out, "articles.jsonl")); err == nil {
		t.Error("an interrupted audit left results as if it were whole")
	}
	var stdout bytes.Buffer
	cmd = exec.Command(p, "audit", "-", "--out", out, "--stdin-name", corpus, "--resume", "--progress", "none")
	cmd.Stdin, cmd.Stdout = bytes.NewReader(raw), &stdout
	cmd.Run()
	if !strings.Contains(stdout.String(), "checked by an earlier audit") {
		t.Errorf("said %s", stdout.String())
	}
	whole := filepath.Join(dir, "whole")
	cmd = exec.Command(p, "audit", "-", "--out", whole, "--stdin-name", corpus)
	cmd.Stdin = bytes.NewReader(raw)
	cmd.Run()
	sameResults(t, out, whole)
}

// TestAuditFullDisk: where files cannot grow any more, an audit says so, and
// goes on when they can again.
func TestAuditFullDisk(t *testing.T) {
	p, dir := program(t), t.TempDir()
	corpus, whole := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "whole")
	writeCorpus(t, corpus, 100)
	auditDone(t, p, corpus, whole)
	for _, blocks := range []int{0, 40, 300} {
		out := filepath.Join(dir, fmt.Sprint("limit", blocks))
		if err := os.Mkdir(out, 0o755); err != nil {
			t.Fatal(err)
		}
		var diag bytes.Buffer
		cmd := exec.Command("sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$@"`, blocks), "sh", p, "audit", corpus, "--out", out)
		cmd.Stderr = &diag
		cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != statusFailed || !strings.Contains(diag.String(), "no room left in "+out) {
			t.Fatalf("files of %d blocks: status %d, said %s", blocks, code, diag.String())
		}
		if _, err := os.Stat(filepath.Join(out, "report.json")); err == nil {
			t.Error("a report that is not whole")
		}
		auditDone(t, p, corpus, out, "--resume")
		sameResults(t, out, whole)
	}
}

// TestAuditProgress makes sure that the progress ends with the findings that
// the report has: also those that tellings of a story have only against each
// other, and none below --min-severity.
func TestAuditProgress(t *testing.T) {
	calque := program(t)
	for _, least := range []string{"minor", "major"} {
		out := t.TempDir()
		var said bytes.Buffer
		args := []string{"audit", top + "testdata/stories/ferry", "--no-config", "--out", out, "--pages", "0", "--progress", "json", "--min-severity", least}
		if err := start(t, &said, calque, args...).Wait(); err != nil {
			t.Fatal(err, said.String())
		}
		lines := strings.Split(strings.TrimSpace(said.String()), "\n")
		var end moment
		if err := json.Unmarshal([]byte(lines[len(lines)-1]), &end); err != nil {
			t.Fatal(err, said.String())
		}
		raw, err := os.ReadFile(filepath.Join(out, "audit.json"))
		if err != nil {
			t.Fatal(err)
		}
		var head struct{ Counts reports.Summary }
		if err := json.Unmarshal(raw, &head); err != nil {
			t.Fatal(err)
		}
		if end.Findings == 0 || end.Findings != int64(head.Counts.Findings) {
			t.Errorf("%s: the progress ends with %d findings, the report has %d", least, end.Findings, head.Counts.Findings)
		}
	}
}

// TestAuditBusy: a directory that another audit is writing to is no wrong usage:
// the same command works later.
func TestAuditBusy(t *testing.T) {
	dir := t.TempDir()
	corpus, out := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "out")
	writeCorpus(t, corpus, 1)
	lock := flock.New(filepath.Join(out, ".calque-store", "lock"))
	if err := errors.Join(os.MkdirAll(filepath.Dir(lock.Path()), 0o755), lock.Lock()); err != nil {
		t.Fatal(err)
	}
	audit := func() (status int, said string) {
		var diag bytes.Buffer
		status = run(t.Context(), []string{"audit", corpus, "--out", out, "-q"}, nil, io.Discard, &diag)
		return status, diag.String()
	}
	if status, said := audit(); status != statusFailed || !strings.Contains(said, out+": another audit is writing there") {
		t.Errorf("status %d, said %s", status, said)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	if status, said := audit(); status != statusDone {
		t.Errorf("afterwards: status %d, said %s", status, said)
	}
}
