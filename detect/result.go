package detect

import (
	"errors"
	"fmt"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// A Result is everything one run found out: what the reports are made from.
type Result struct {
	Articles   []Checked     // in input order
	Stories    []story.Story // Members are indices into Articles
	Failures   []Failure     // what could not be read or checked, in input order
	Heuristics []Heuristic   // the heuristics applied
}

// Checked is one article with all that was found in it.
type Checked struct {
	*Document
	Findings []Finding         // by place, the story's findings included
	Cleared  []Cleared         // by place: what the other tellings of its story speak against; costs nothing
	Origin   *origin.Judgement // nil when the origin model was not applied
	Score    Score
	Story    int  // index into Result.Stories, -1 when it stands alone
	Copy     bool // it is a copy of a text that counts among the others already

	telling  float64 // with a story: the quality that its telling counts with
	tellings int     // and how many tellings the story has

	Suppressions []Suppression // the article's directives, in order
	Suppressed   []Suppressed  // what they keep out of Findings
	index        suppressionIndex

	shelved bool          // its tokens are dropped
	sketch  *story.Sketch // of a shelved article, until it is grouped
}

// A Failure names an input that could not be read or checked.
type Failure struct {
	Path   string
	Record int // 1-based, 0 when the file is not made of records
	Err    error
}

// FailureOf is the failure of an item. What package article says of the place
// again is left out of the error.
func FailureOf(item article.Item, err error) Failure {
	if read := (*article.ReadError)(nil); errors.As(err, &read) {
		err = read.Err
	}
	return Failure{Path: item.Path, Record: item.Record, Err: err}
}

// Place is the input as messages name it.
func (f Failure) Place() string {
	if f.Record > 0 {
		return fmt.Sprintf("%s: record %d", f.Path, f.Record)
	}
	return f.Path
}

// A Score is an article's quality and why it is what it is. The points of the
// contributions sum to 100 - Quality.
type Score struct {
	Quality       float64  // 0 worst, 100 best, one decimal
	AgainstOthers *float64 // Quality minus the median of the others; nil for a single article
	Against       string   // who the others are: AgainstStory or AgainstCorpus; "" for a single article
	AgainstWhy    string   // in plain words, where it is not simply the other tellings or, for an article alone, the corpus
	Rank          int      // 1 is best
	Contributions []Contribution
}

// A Contribution is one reason why an article lost points.
type Contribution struct {
	Source string // a heuristic's name, or "origin"
	Points float64
	Why    string
}

// Others are the members of the article's story besides itself; none when it
// stands alone.
func (r *Result) Others(i int) []*article.Article {
	s := r.Articles[i].Story
	if s < 0 {
		return nil
	}
	var out []*article.Article
	for _, m := range r.Stories[s].Members {
		if m != i {
			out = append(out, r.Articles[m].Article)
		}
	}
	return out
}
