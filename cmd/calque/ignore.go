package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/article/realpath"
)

// ignoreName is the file that says which files below its directory are left
// alone, in the syntax of .gitignore.
const ignoreName = ".calqueignore"

// An ignoreRule is one line of an ignore file.
type ignoreRule struct {
	glob    string // for doublestar, from the file's directory
	again   bool   // "!": what is ignored so far is not
	dirOnly bool
}

// parseIgnore reads an ignore file as git reads .gitignore. A line that is no
// pattern matches nothing, as in git.
func parseIgnore(data []byte) []ignoreRule {
	var rules []ignoreRule
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
			line = line[:len(line)-1]
		}
		var r ignoreRule
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '!':
			r.again, line = true, line[1:]
		}
		if strings.HasSuffix(line, "/") {
			r.dirOnly, line = true, line[:len(line)-1]
		}
		anchored := strings.Contains(line, "/")
		line = strings.TrimPrefix(line, "/")
		if line == "" {
			continue
		}
		if !anchored {
			line = "**/" + line
		}
		if r.glob = globOf(line); doublestar.ValidatePattern(r.glob) {
			rules = append(rules, r)
		}
	}
	return rules
}

// globOf is a pattern of git as doublestar reads it: braces are no
// alternatives, "**" means more than "*" only as a whole part of the path, and
// at the end it does not match the directory itself.
func globOf(pattern string) string {
	parts := strings.Split(pattern, "/")
	for i, part := range parts {
		if part == "**" {
			continue
		}
		var b strings.Builder
		for j := 0; j < len(part); j++ {
			switch c := part[j]; {
			case c == '\\' && j+1 < len(part):
				b.WriteString(part[j : j+2])
				j++
			case c == '{' || c == '}':
				b.WriteString(`\` + string(c))
			case c == '*' && strings.HasSuffix(b.String(), "*") && !strings.HasSuffix(b.String(), `\*`):
			default:
				b.WriteByte(c)
			}
		}
		parts[i] = b.String()
	}
	if last := len(parts) - 1; last > 0 && parts[last] == "**" {
		parts = append(parts, "*")
	}
	return strings.Join(parts, "/")
}

// An ignorer says which files are left alone. The ignore files of a path's
// directory and of those above it count, the nearest one last; within top, when
// it is not "", only those of top and of the directories above it.
type ignorer struct {
	top  string
	none bool     // no ignore files count
	own  []string // what the run itself reads or writes (settings, reports), as real paths

	mu     sync.Mutex
	rules  map[string][]ignoreRule // by directory
	known  map[string]bool         // by directory: it is ignored
	unread []*article.ReadError    // ignore files that could not be read and were not named yet
	found  []string                // of own
}

// ignored reports whether a file that was found, not named, is left alone, and
// which ignore files could not be read for that.
func (g *ignorer) ignored(path string, dir bool) (bool, []*article.ReadError) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !dir && g.isOwn(path) {
		g.found = append(g.found, path)
		return true, nil
	}
	path, err := filepath.Abs(path)
	if err != nil || g.none {
		return false, nil
	}
	left := g.leaves(path, dir)
	unread := g.unread
	g.unread = nil
	return left, unread
}

func (g *ignorer) isOwn(path string) bool {
	for _, own := range g.own {
		if filepath.Base(own) == filepath.Base(path) && own == realpath.Of(path) {
			return true
		}
	}
	return false
}

func (g *ignorer) leaves(path string, dir bool) bool {
	if dir {
		if known, ok := g.known[path]; ok {
			return known
		}
	}
	above := filepath.Dir(path)
	ignored := above != path && g.leaves(above, true) // nothing below is taken in again
	if !ignored && above != path {
		ignored = g.matched(path, dir)
	}
	if dir {
		if g.known == nil {
			g.known = map[string]bool{}
		}
		g.known[path] = ignored
	}
	return ignored
}

// matched applies the lines of all ignore files above a path: the last line
// that fits, of the nearest file that has one, decides.
func (g *ignorer) matched(path string, dir bool) bool {
	for from := filepath.Dir(path); ; from = filepath.Dir(from) {
		place := filepath.ToSlash(strings.TrimPrefix(strings.TrimPrefix(path, from), string(filepath.Separator)))
		rules := g.of(from)
		for i := len(rules) - 1; i >= 0; i-- {
			r := rules[i]
			if (dir || !r.dirOnly) && doublestar.MatchUnvalidated(r.glob, place) {
				return !r.again
			}
		}
		if filepath.Dir(from) == from {
			return false
		}
	}
}

// of are the rules of a directory's ignore file.
func (g *ignorer) of(dir string) []ignoreRule {
	rules, ok := g.rules[dir]
	if ok {
		return rules
	}
	if g.top == "" || dir == g.top || strings.HasPrefix(g.top, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator)) {
		rules = g.read(filepath.Join(dir, ignoreName))
	}
	if g.rules == nil {
		g.rules = map[string][]ignoreRule{}
	}
	g.rules[dir] = rules
	return rules
}

// read reads an ignore file, which need not be there.
func (g *ignorer) read(name string) []ignoreRule {
	data, err := os.ReadFile(name)
	if err == nil {
		return parseIgnore(data)
	}
	_, missing := os.Lstat(name) // a link that leads nowhere is there
	if errors.Is(missing, fs.ErrNotExist) || errors.Is(missing, syscall.ENOTDIR) {
		return nil
	}
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		err = at.Err
	}
	g.unread = append(g.unread, &article.ReadError{Path: shortPath(name), Err: fmt.Errorf("nothing is left out for it, as it cannot be read: %w", err)})
	return nil
}

// ignoredNote says what was left out.
func ignoredNote(files, directories int) string {
	var said []string
	if files > 0 {
		said = append(said, counted(files, "file", "files"))
	}
	if directories > 0 {
		said = append(said, counted(directories, "directory", "directories"))
	}
	return fmt.Sprintf("%s left out, as %s says", strings.Join(said, " and "), ignoreName)
}

func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// isDir reports whether a path is a directory.
func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
