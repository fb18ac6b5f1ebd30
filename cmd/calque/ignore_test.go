package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/article/realpath"
)

// TestIgnoreAsGit checks the ignore files against git itself: patterns made at
// random, in two directories, over a tree of files.
func TestIgnoreAsGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not at hand")
	}
	root := t.TempDir()
	if out, err := exec.Command("git", "init", "-q", root).CombinedOutput(); err != nil {
		t.Skipf("git init: %v: %s", err, out)
	}
	var paths []string
	names := []string{"a", "b.txt", "ab.txt", "c", "[x]", "{a,b}", "#n", "!n"}
	var fill func(dir string, depth int)
	fill = func(dir string, depth int) {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
		for i, name := range names {
			path := filepath.Join(dir, name)
			if depth < 2 && i%3 == 0 {
				fill(path, depth+1)
				continue
			}
			if err := os.WriteFile(filepath.Join(root, path), nil, 0o666); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	fill("", 0)
	random := rand.New(rand.NewPCG(7, 7))
	parts := []string{"a", "b.txt", "*", "*.txt", "?", "**", "a*", "[ab]*", "[!a]", `\#n`, `\!n`, "#n", "{a,b}", `\[x]`, "[x]", "c", "ab.*", "c "} // not "a**": git compares pointers there
	pattern := func() string {
		var p strings.Builder
		p.WriteString([]string{"", "", "", "!", "/", "!/"}[random.IntN(6)])
		for i := range 1 + random.IntN(3) {
			if i > 0 {
				p.WriteByte('/')
			}
			p.WriteString(parts[random.IntN(len(parts))])
		}
		p.WriteString([]string{"", "", "/"}[random.IntN(3)])
		return p.String()
	}
	list := strings.Join(paths, "\x00")
	for round := range 60 {
		for _, dir := range []string{"", "a"} {
			var lines []string
			for range 1 + random.IntN(4) {
				lines = append(lines, pattern())
			}
			data := []byte(strings.Join(lines, "\n") + "\n")
			for _, name := range []string{".gitignore", ignoreName} {
				if err := os.WriteFile(filepath.Join(root, dir, name), data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
		cmd := exec.Command("git", "check-ignore", "-z", "--stdin", "--no-index")
		cmd.Dir, cmd.Stdin = root, strings.NewReader(list)
		out, err := cmd.Output()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() > 1 {
			t.Fatalf("git: %s", exit.Stderr)
		}
		git := map[string]bool{}
		for name := range bytes.SplitSeq(out, []byte{0}) {
			git[string(name)] = true
		}
		g := &ignorer{top: ""}
		for _, path := range paths {
			if got, unread := g.ignored(filepath.Join(root, path), false); got != git[path] || unread != nil {
				top, _ := os.ReadFile(filepath.Join(root, ignoreName))
				below, _ := os.ReadFile(filepath.Join(root, "a", ignoreName))
				t.Fatalf("round %d: %s: ignored %v, by git %v; the patterns are %q and in a %q", round, path, got, git[path], top, below)
			}
		}
	}
}

// TestIgnoreUnchanged: an ignore file that cannot be read is named although it did
// not change.
func TestIgnoreUnchanged(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, ignoreName), "x")
	put(t, filepath.Join(dir, "a.txt"), "x")
	c := changes{top: realpath.OfDir(dir)}
	items := func(yield func(article.Item, error) bool) {
		_ = yield(article.Item{Path: filepath.Join(dir, ignoreName)}, errors.New("cannot be read")) &&
			yield(article.Item{Path: filepath.Join(dir, "a.txt")}, nil)
	}
	var kept []string
	for item, err := range c.only(items) {
		kept = append(kept, filepath.Base(item.Path))
		if err == nil {
			t.Errorf("%s did not change", item.Path)
		}
	}
	if len(kept) != 1 || kept[0] != ignoreName || c.unchanged != 1 {
		t.Errorf("kept %q; %d files are unchanged", kept, c.unchanged)
	}
}
