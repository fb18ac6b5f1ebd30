package article

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Skipped counts files that were left out of a listing, by their extension in
// lower case; files without one stand under "", and hidden ones that could be
// articles, or lie in hidden directories, under "hidden". Links that lead nowhere
// stand under "linked to nothing" where nothing says that they led to an article.
type Skipped map[string]int

const (
	hiddenKind = "hidden"
	deadKind   = "linked to nothing"
)

// Files is how many files were left out.
func (s Skipped) Files() int {
	n := 0
	for _, files := range s {
		n += files
	}
	return n
}

// maxSkippedKinds is how many extensions String names.
const maxSkippedKinds = 6

// String names the extensions, the commonest first: "9 files of kinds that are
// not read: 6 .png, 2 .pdf, 1 without extension".
func (s Skipped) String() string {
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
	noun := "files of kinds that are"
	if s.Files() == 1 {
		noun = "file of a kind that is"
	}
	return fmt.Sprintf("%d %s not read: %s", s.Files(), noun, strings.Join(named, ", "))
}

// printable is an extension fit for a message: a file's name can hold anything.
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
