package article

import (
	"sort"
	"strings"
)

// source leads from Article.Text back to the decoded input.
type source struct {
	lineIndex
	runs   []run    // in order of text; a run reaches to the next one
	stored *placing // instead of both, when the article was stored
	words  int      // in the text
	slab   *[]Token // where the tokens are, when they are the only ones there
}

// A lineIndex answers questions about lines and columns. The articles of one
// document share theirs, so that a feed of thousands is indexed once.
type lineIndex struct {
	input  string // the whole input as UTF-8
	line   int    // lines of the file that stand before it
	column int    // code points that stand before it on its first line
	lines  []int  // byte offsets in input at which lines begin, the first one excepted
	runes  []int  // code points before each stride of input
}

// A run says that Text[text:] and input[input:] go on alike from here.
type run struct{ text, input int }

// stride is the distance in bytes between two entries of source.runes: with
// it, a column in a line of many megabytes costs no more than any other.
const stride = 1024

// newLineIndex indexes an input before which some lines of its file stand.
// Lines end as they do for an editor: at LF, CR LF or CR.
func newLineIndex(in string, line int) lineIndex {
	s := lineIndex{input: in, line: line}
	hasCR := strings.IndexByte(in, '\r') >= 0
	for i := 0; i < len(in); i++ {
		if !hasCR {
			n := strings.IndexByte(in[i:], '\n')
			if n < 0 {
				break
			}
			i += n
		} else if in[i] != '\n' && (in[i] != '\r' || strings.HasPrefix(in[i:], "\r\n")) {
			continue
		}
		s.lines = append(s.lines, i+1)
	}
	count := 0
	s.runes = make([]int, 1, len(in)/stride+1)
	for i := stride; i <= len(in); i += stride {
		count += runeStarts(in[i-stride : i])
		s.runes = append(s.runes, count)
	}
	return s
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// runesBefore is the number of code points before a byte offset in the input.
func (s *lineIndex) runesBefore(offset int) int {
	k := min(offset/stride, len(s.runes)-1)
	return s.runes[k] + runeStarts(s.input[k*stride:offset])
}

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
	if p := a.source.stored; p != nil {
		return p.position(a, offset)
	}
	return a.InputPosition(a.InputOffset(offset))
}

// InputPosition is the line and the column of a byte offset in the decoded
// input.
func (a *Article) InputPosition(offset int) (line, column int) {
	if p := a.source.stored; p != nil {
		return p.inputPosition(a.source.line, offset)
	}
	return a.source.inputPosition(offset)
}

func (s *source) inputPosition(offset int) (line, column int) {
	if s.input == "" {
		return s.line + 1, 1
	}
	offset = max(0, min(offset, len(s.input)))
	line = sort.SearchInts(s.lines, offset+1)
	before := s.column
	if line > 0 {
		before = -s.runesBefore(s.lines[line-1])
	}
	return s.line + line + 1, before + s.runesBefore(offset) + 1
}
