package article

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// source leads from Article.Text back to the decoded input.
type source struct {
	input string // the whole input as UTF-8
	runs  []run  // in order of text; a run reaches to the next one
}

// A run says that Text[text:] and input[input:] go on alike from here.
type run struct{ text, input int }

// InputOffset is the byte offset in the decoded input of a byte offset in
// Text.
func (a *Article) InputOffset(offset int) int {
	runs := a.source.runs
	i := sort.Search(len(runs), func(i int) bool { return runs[i].text > offset })
	if i == 0 {
		return 0
	}
	return min(runs[i-1].input+offset-runs[i-1].text, len(a.source.input))
}

// Position is the line and the column of a byte offset in Text, both counted
// from 1, in code points of the input file.
func (a *Article) Position(offset int) (line, column int) {
	return a.InputPosition(a.InputOffset(offset))
}

// InputPosition is the line and the column of a byte offset in the decoded
// input.
func (a *Article) InputPosition(offset int) (line, column int) {
	before := a.source.input[:min(offset, len(a.source.input))]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
