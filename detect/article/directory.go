package article

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article/realpath"
)

// directory lists what is below a directory that the user named.
func (l *lister) directory(path string) bool {
	before := l.found
	left := l.IgnoredFiles + l.IgnoredDirectories
	skipped := Skipped{}
	if !l.walk(path, map[string]bool{}, skipped) {
		return false
	}
	if l.found == before {
		message := "no readable article in this directory"
		if len(skipped) > 0 {
			message += fmt.Sprintf(" (%s; %s)", skipped, readsOnly())
		}
		if l.IgnoredFiles+l.IgnoredDirectories > left {
			message += "; what there is, is to be ignored"
		}
		return l.fail(path, 0, errors.New(message))
	}
	l.Skipped = l.Skipped.plus(skipped)
	return true
}

func (l *lister) walk(path string, seen map[string]bool, skipped Skipped) bool {
	real := realpath.Of(path)
	if seen[real] {
		return true
	}
	seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil && !l.fail(path, 0, err) {
		return false
	}
	for _, entry := range entries {
		name := filepath.Join(path, entry.Name())
		if strings.HasPrefix(entry.Name(), ".") {
			kind := hiddenKind(name)
			if kind == "" {
				continue
			}
			left, more := l.ignored(name, isDirectory(kind))
			if !more {
				return false
			}
			if !left {
				skipped[kind]++
			}
			continue
		}
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(name)
			if err != nil {
				if !knownExtension(name) {
					skipped[deadKind]++
					continue
				}
				if left, more := l.ignored(name, false); !more || !left && !l.fail(name, 0, deadLink(err)) {
					return false
				}
				continue
			}
			mode = info.Mode()
		}
		switch left, more := l.ignored(name, mode.IsDir()); {
		case !more:
			return false
		case left:
			continue
		}
		ok := true
		switch {
		case mode.IsDir():
			ok = l.walk(name, seen, skipped)
		case mode.IsRegular() && (knownExtension(name) || isUnmistakable(name)):
			ok = l.file(name, true)
		case knownExtension(name) && !mode.IsRegular():
			ok = l.fail(name, 0, errors.New("is no plain file, and was not named"))
		default:
			skipped[extension(name)]++
		}
		if !ok {
			return false
		}
	}
	return true
}

// hiddenKind is what a hidden entry of a directory is counted as: "hidden .txt" of
// a file that could be an article by its name, ".cache/" of a directory, which is
// not looked into, and "" of what is no loss: other files, links that lead nowhere
// and what version control and editors keep.
func hiddenKind(path string) string {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil || slices.Contains(toolDirectories, name):
		return ""
	case info.IsDir():
		return name + "/"
	case info.Mode().IsRegular() && knownExtension(name):
		return "hidden " + extension(name)
	}
	return ""
}

var toolDirectories = []string{".git", ".github", ".gitlab", ".hg", ".idea", ".svn", ".venv", ".vscode"}

// deadLink says of a link that cannot be followed what is wrong with it.
func deadLink(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("a link that leads nowhere")
	}
	return err
}

// isUnmistakable reports whether the content of a file tells its format,
// whatever its name. Plain text does not: any file could be that.
func isUnmistakable(path string) bool {
	in, err := open(path, Limits{})
	if err != nil {
		return false
	}
	defer in.Close()
	f := formatOf("", string(in.start()))
	return f != &formats[len(formats)-1] && f.name != "Markdown"
}
