package story

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/calque-check/calque/detect/article"
)

const (
	// alike is the average likeness (cosine) at which clusters are joined;
	// chosen on BASIL (Fan et al. 2019): 60 stories by three publishers.
	alike = 0.18
	// indexTerms is by how many of its rarest terms an article is looked up.
	indexTerms = 32
	// indexArticles is in how many articles a term may stand to be looked up by.
	indexArticles = 400
	// neighbours is with how many candidates an article is compared.
	neighbours = 64
	// connectedMost is how many articles are clustered at a time at most. Sets
	// of articles that are connected grow no further: it bounds memory where a
	// whole corpus is about one thing.
	connectedMost = 8000
	// storyMost is how many articles a story has at most; of more, several are
	// made, so that what comparing holds is bounded. One of 480 takes some 60 MB.
	storyMost = 10 * comparedTogether
	// copyLikeness is the estimated share of shingles that copies have in common.
	copyLikeness = 0.6
)

// Group finds the stories that two or more of the articles tell: their members,
// and nothing else of them (Compare finds that). The order of the stories is that
// of their first members. Articles for which the input names a story are grouped
// by it and never with those of another named story; the others may join them.
// It makes sketches of jobs articles at a time.
func Group(articles []*article.Article, jobs int) []Story {
	return GroupSketches(len(articles), jobs, func(i int) Sketch { return SketchOf(articles[i]) })
}

// GroupSketches does what Group does with the sketches of n articles, which it
// asks for once, jobs at a time.
func GroupSketches(n, jobs int, sketch func(int) Sketch) []Story {
	if n < 2 {
		return nil
	}
	g, err := NewGrouping("", 0)
	sketches := make([]Sketch, min(n, sketchedTogether))
	jobs = max(jobs, 1)
	for begin := 0; begin < n; begin += len(sketches) {
		sketches = sketches[:min(len(sketches), n-begin)]
		var all sync.WaitGroup
		for first := range jobs {
			all.Go(func() {
				for i := first; i < len(sketches); i += jobs {
					sketches[i] = sketch(begin + i)
				}
			})
		}
		all.Wait()
		for i := range sketches {
			if err == nil {
				err = g.Add(sketches[i])
			}
		}
	}
	var found iter.Seq[[]int]
	if err == nil {
		found, err = g.Stories(context.Background())
	}
	if err != nil {
		panic(err) // only files can fail, and there are none
	}
	var stories []Story
	for members := range found {
		stories = append(stories, Story{Members: members})
	}
	return stories
}

// sketchedTogether is how many sketches are held at a time.
const sketchedTogether = 512

// describe is a story by itself: nothing in it is compared yet.
func describe(articles []*article.Article, members []int) Story {
	return Story{ID: storyID(articles, members), Title: storyTitle(articles, members), Members: members}
}

// storyID is made from the texts alone, so that it is the same in whatever
// order and company the articles come.
func storyID(articles []*article.Article, members []int) string {
	sums := make([]string, len(members))
	for i, m := range members {
		sum := sha256.Sum256([]byte(articles[m].Text))
		sums[i] = string(sum[:])
	}
	slices.Sort(sums)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(sums), "")))
	return hex.EncodeToString(sum[:6])
}

// storyTitle is the headline that shares most words with the other headlines
// and leads.
func storyTitle(articles []*article.Article, members []int) string {
	type hold struct{ members, last int }
	holds := map[string]hold{} // by word: the members whose beginning has it
	titles := make([]string, len(members))
	for i, m := range members {
		a := articles[m]
		titles[i] = titleOf(a)
		for _, t := range a.Tokens[:min(headTokens, len(a.Tokens))] {
			if w := termOf(t); w != "" && !common(w, 3) {
				if h := holds[w]; h.last != i+1 {
					holds[w] = hold{h.members + 1, i + 1}
				}
			}
		}
	}
	best, bestScore := "", -1.0
	for _, title := range titles {
		score, words := 0.0, 0
		for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,.:;?!'’\"“”‘()", r) }) {
			words++
			if n := holds[w].members; n > 1 {
				score += float64(n)
			}
		}
		score /= math.Sqrt(float64(max(words, 8)))
		if title != "" && (score > bestScore || score == bestScore && title < best) {
			best, bestScore = title, score
		}
	}
	return best
}

// titleOf is an article's headline or, where it has none, the beginning of its
// first sentence.
func titleOf(a *article.Article) string {
	if a.Title != "" {
		return a.Title
	}
	if len(a.Sentences) == 0 {
		return ""
	}
	title := a.Slice(a.Sentences[0].Span)
	const longest = 120
	if len(title) > longest {
		cut := strings.LastIndexByte(title[:longest], ' ')
		if cut < 0 {
			return ""
		}
		title = title[:cut] + "..."
	}
	return title
}

// dayOf is the day of publication, counted from 1970.
func dayOf(a *article.Article) (float64, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if len(a.Published) >= len(layout) || layout == time.RFC3339 {
			text := a.Published
			if layout != time.RFC3339 {
				text = text[:len(layout)]
			}
			if t, err := time.Parse(layout, text); err == nil {
				return float64(t.Unix()) / (24 * 60 * 60), true
			}
		}
	}
	return 0, false
}
