package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A histogram is how many articles have which value, in ten bins.
type histogram struct {
	Title, Note string
	Bins        []bin
	Last        string // the label at the end of the axis
	Text        string // the same for those who cannot see it
}

type bin struct {
	X, Y, Height, Middle float64
	Count                string // "" for none
	Label                string
}

func qualityChart(counts []int) *histogram {
	return newHistogram("Articles by quality", "0 worst, 100 best", "", counts)
}

func machineChart(counts []int) *histogram {
	return newHistogram("Articles by probability of machine translation", "in percent, without those of low confidence", "%", counts)
}

// qualityBins counts articles by quality.
func qualityBins(articles []Article) []int {
	counts := make([]int, 10)
	for _, a := range articles {
		counts[tenth(a.Scores.Quality/100)]++
	}
	return counts
}

// newHistogram draws ten counts over an axis from 0 to 100 of a unit.
func newHistogram(title, note, unit string, counts []int) *histogram {
	most := max(1, slices.Max(counts))
	h := &histogram{Title: title, Note: note, Last: "100"}
	var told []string
	for i, n := range counts {
		high, shown := float64(n)/float64(most)*76, ""
		if n > 0 {
			high, shown = max(high, 2), thousands(n)
			told = append(told, fmt.Sprintf("%d to %d%s: %s", i*10, i*10+10, unit, count(n, "article", "articles")))
		}
		x := float64(i) * 40
		h.Bins = append(h.Bins, bin{X: x + 3, Y: 92 - high, Height: high, Middle: x + 20, Count: shown, Label: strconv.Itoa(i * 10)})
	}
	h.Text = title + ". " + strings.Join(told, "; ") + "."
	return h
}

// groupRows is how many rows of a breakdown are shown, the worst first.
const groupRows = 15

// groups breaks the corpus down where it has more than one part.
func groups(rows []*articleView) []group {
	by := func(title string, key func(*articleView) string) (group, bool) {
		members := map[string][]float64{}
		for _, a := range rows {
			if k := key(a); k != "" {
				members[k] = append(members[k], a.Scores.Quality)
			}
		}
		g := group{Title: title}
		medians := map[string]float64{}
		for name, scores := range members {
			slices.Sort(scores)
			m := (scores[(len(scores)-1)/2] + scores[len(scores)/2]) / 2
			medians[name] = m
			g.Rows = append(g.Rows, groupRow{name, len(scores), points(m), max(0, min(100, m))})
		}
		slices.SortFunc(g.Rows, func(a, b groupRow) int {
			return cmp.Or(cmp.Compare(medians[a.Name], medians[b.Name]), cmp.Compare(a.Name, b.Name))
		})
		found := 0
		for _, row := range g.Rows {
			found += row.Articles
		}
		worth := len(g.Rows) > 1 && len(g.Rows) < found // else it repeats the ranking
		if len(g.Rows) > groupRows {
			g.Title += fmt.Sprintf(" (%d of %d)", groupRows, len(g.Rows))
			g.Rows = g.Rows[:groupRows]
		}
		return g, worth
	}
	var out []group
	if g, ok := by("By publisher", func(a *articleView) string { return a.Publisher }); ok {
		out = append(out, g)
	}
	if g, ok := by("By likely source language", func(a *articleView) string {
		if l := likelySource(a.Article.Origin); l != "" {
			return sourceName(l)
		}
		return ""
	}); ok {
		out = append(out, g)
	}
	return out
}

// A group is a row of a breakdown of the corpus.
type group struct {
	Title string
	Rows  []groupRow
}

type groupRow struct {
	Name     string
	Articles int
	Quality  string // the median
	Bar      float64
}
