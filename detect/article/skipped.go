package article

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Skipped counts what was left out of a listing: files by their extension in lower
// case; those without one under "", hidden ones that could be articles under
// "hidden .txt", links that lead nowhere, where nothing says that they led to an
// article, under "linked to nothing". Hidden directories stand under their name
// with a slash, ".cache/"; what is in them is not known.
type Skipped map[string]int

const deadKind = "linked to nothing"

func isDirectory(kind string) bool { return strings.HasSuffix(kind, "/") }

// Files is how many files and directories were left out.
func (s Skipped) Files() int {
	n := 0
	for _, files := range s {
		n += files
	}
	return n
}

// String names the kinds, the commonest first: "9 files of kinds that are not
// read: 6 .png, 2 .pdf, 1 without extension; 1 hidden directory is not looked
// into: 1 .cache/".
func (s Skipped) String() string {
	files, directories := maps.Clone(s), maps.Clone(s)
	maps.DeleteFunc(files, func(kind string, _ int) bool { return isDirectory(kind) })
	maps.DeleteFunc(directories, func(kind string, _ int) bool { return !isDirectory(kind) })
	var said []string
	if n := files.Files(); n == 1 {
		said = append(said, "1 file of a kind that is not read: "+files.kinds())
	} else if n > 1 {
		said = append(said, fmt.Sprintf("%d files of kinds that are not read: %s", n, files.kinds()))
	}
	if n := directories.Files(); n == 1 {
		said = append(said, "1 hidden directory is not looked into: "+directories.kinds())
	} else if n > 1 {
		said = append(said, fmt.Sprintf("%d hidden directories are not looked into: %s", n, directories.kinds()))
	}
	return strings.Join(said, "; ")
}

// maxSkippedKinds is how many kinds are named.
const maxSkippedKinds = 6

func (s Skipped) kinds() string {
	kinds := slices.SortedFunc(maps.Keys(s), func(a, b string) int {
		if s[a] != s[b] {
			return s[b] - s[a]
		}
		return strings.Compare(a, b)
	})
	named := make([]string, 0, len(kinds))
	others := 0
	for i, kind := range kinds {
		switch {
		case i >= maxSkippedKinds:
			others += s[kind]
		case kind == "":
			named = append(named, fmt.Sprintf("%d without extension", s[kind]))
		default:
			named = append(named, fmt.Sprintf("%d %s", s[kind], printable(kind)))
		}
	}
	if others > 0 {
		named = append(named, fmt.Sprintf("%d others", others))
	}
	return strings.Join(named, ", ")
}

// printable is a kind fit for a message: a file's name can hold anything.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			return '?'
		}
		return r
	}, s)
	return firstRunes(s, 20)
}

// plus is both counts together.
func (s Skipped) plus(o Skipped) Skipped {
	if s == nil {
		return o
	}
	for kind, files := range o {
		s[kind] += files
	}
	return s
}
