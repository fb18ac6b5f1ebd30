package main

import (
	"errors"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/article/realpath"
)

// changes are the files of a git repository that differ from a revision or are
// new to git.
type changes struct {
	rev         string
	top         string          // of the repository, with a separator at its end
	files       map[string]bool // by their real paths
	directories map[string]bool // submodules and repositories in the repository, all of whose files count
	unchanged   int             // files that were left out
}

// changedSince are the changes in the git repository of the working directory.
func changedSince(cmd *cobra.Command, rev string, paths []string) (*changes, error) {
	if strings.HasPrefix(rev, "-") {
		return nil, usage("--changed-since %q: give a git revision", rev)
	}
	if slices.Contains(paths, "-") {
		return nil, usage("--changed-since: standard input has no revisions; give paths")
	}
	git := func(args ...string) (string, error) {
		out, err := exec.CommandContext(cmd.Context(), "git", args...).Output()
		if err == nil {
			return string(out), nil
		}
		said := err.Error()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && len(exit.Stderr) > 0 {
			said, _, _ = strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		}
		return "", usage("--changed-since %s: git: %s", rev, said)
	}
	top, err := git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	top = strings.TrimRight(top, "\r\n")
	differ, err := git("-C", top, "diff", "--name-only", "--no-renames", "--ignore-submodules=none", "--diff-filter=d", "-z", rev, "--")
	if err != nil {
		if shallow, _ := git("rev-parse", "--is-shallow-repository"); strings.TrimSpace(shallow) == "true" {
			err = usage("%w (the clone is shallow: fetch the history first)", err)
		}
		return nil, err
	}
	added, err := git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	c := &changes{rev: rev, top: realpath.OfDir(top), files: map[string]bool{}, directories: map[string]bool{}}
	for name := range strings.SplitSeq(differ+added, "\x00") {
		if name == "" {
			continue
		}
		path := filepath.Join(top, filepath.FromSlash(name))
		if info, err := os.Lstat(path); err == nil && info.IsDir() {
			c.directories[realpath.Of(path)] = true
		} else {
			c.files[realpath.Of(path)] = true
		}
	}
	return c, nil
}

// has reports whether a file, by its real path, is among the changes.
func (c *changes) has(path string) bool {
	if c.files[path] {
		return true
	}
	for dir := filepath.Dir(path); len(dir) > len(c.top); dir = filepath.Dir(dir) {
		if c.directories[dir] {
			return true
		}
	}
	return false
}

// only leaves the items out whose files are there and did not change. Of files
// outside the repository nobody knows that, and an ignore file that cannot be read
// concerns them all.
func (c *changes) only(items iter.Seq2[article.Item, error]) iter.Seq2[article.Item, error] {
	return func(yield func(article.Item, error) bool) {
		var last string // has records one after the other
		var left bool
		for item, err := range items {
			if item.Path != last || last == "" {
				last, left = item.Path, c.leaves(item.Path)
				if left {
					c.unchanged++
				}
			}
			if !left && !yield(item, err) {
				return
			}
		}
	}
}

func (c *changes) leaves(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || filepath.Base(path) == ignoreName {
		return false
	}
	path = realpath.Of(path)
	return strings.HasPrefix(path, c.top) && !c.has(path)
}
