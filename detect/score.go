package detect

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sync/atomic"

	"github.com/calque-check/calque/detect/origin"
)

// Scoring
//
// The points are those of MQM (minor 1, major 5, critical 25), summed over an
// article's findings and taken per 1,000 words. Quality falls from 100 with
// that density d as 100·exp(-d/halfway·ln 2): an article that costs `halfway`
// points per 1,000 words scores 50, no article falls below 0, and each finding
// makes it worse. The loss is shared out among the heuristics in proportion to
// their points, so the contributions of an article sum to what it lost.
//
// The origin model counts where findings are silent: a text that it is nearly
// sure is machine translation costs up to originPoints per 1,000 words, less
// what the findings cost already, so that the same marks are not counted twice.
// Nothing is taken below originSure, where native columns and obituaries can
// still fall, or where it says that its confidence is low.
const (
	halfway = 100.0
	// Shorter articles are scored as if they had this many words: one slip in a
	// three-line brief is not a bad article.
	shortest = 250
	// The first findings of one heuristic cost their full points, further ones a
	// quarter: forty decimal commas are one habit, not forty faults.
	fullFindings  = 3
	repeatedShare = 0.25
	originPoints  = 20.0
	originSure    = 0.9
)

// originSource names the origin model among the contributions.
const originSource = "origin"

var severityPoints = [...]float64{Minor: 1, Major: 5, Critical: 25}

// Points is what one finding of the heuristic costs, in MQM points.
func (h *Heuristic) Points() float64 {
	return Finding{h, Match{Severity: h.Severity}}.points()
}

func (f Finding) points() float64 {
	points := severityPoints[f.Severity]
	if w := f.Heuristic.Weight; w > 0 {
		points *= w
	}
	return points
}

// score is the quality of an article by itself and its contributions.
func score(words int, findings []Finding, judged *origin.Judgement) Score {
	type cost struct {
		h      *Heuristic // nil for the origin model
		points float64
		count  int
		worst  Severity
	}
	var costs []cost
	total := 0.0
	for _, f := range findings {
		i := slices.IndexFunc(costs, func(c cost) bool { return c.h == f.Heuristic })
		if i < 0 {
			i = len(costs)
			costs = append(costs, cost{h: f.Heuristic})
		}
		c := &costs[i]
		c.count++
		c.worst = max(c.worst, f.Severity)
		points := f.points()
		if c.count > fullFindings {
			points *= repeatedShare
		}
		c.points += points
		total += points
	}
	thousands := float64(max(words, shortest)) / 1000
	if judged != nil && judged.Confidence != "low" {
		expected := originPoints * max(0, (judged.MachineTranslated-originSure)/(1-originSure)) * thousands
		if unseen := expected - total; unseen > 0 {
			costs = append(costs, cost{points: unseen})
			total = expected
		}
	}
	density := total / thousands
	lost := math.Round(1000 * (1 - math.Exp2(-density/halfway))) // in tenths
	s := Score{Quality: (1000 - lost) / 10, Rank: 1}
	slices.SortStableFunc(costs, func(a, b cost) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.h.name(), b.h.name()))
	})
	shares := make([]float64, len(costs))
	for i, c := range costs {
		shares[i] = c.points
	}
	for i, tenths := range apportion(int(lost), shares) {
		c := costs[i]
		why := "the text as a whole reads like machine translation, beyond what was found in places"
		if c.h != nil {
			why = plural(c.count, c.worst.String()+" finding") + ": " + c.h.Message
		}
		s.Contributions = append(s.Contributions, Contribution{Source: c.h.name(), Points: float64(tenths) / 10, Why: why})
	}
	return s
}

func (h *Heuristic) name() string {
	if h == nil {
		return originSource
	}
	return h.Name
}

// apportion shares n units out in proportion to the given shares, by largest
// remainders, so that the parts sum to n.
func apportion(n int, shares []float64) []int {
	total := 0.0
	for _, s := range shares {
		total += s
	}
	out := make([]int, len(shares))
	if total == 0 {
		return out
	}
	order := make([]int, len(shares))
	rest := make([]float64, len(shares))
	given := 0
	for i, s := range shares {
		exact := float64(n) * s / total
		out[i] = int(exact)
		given += out[i]
		rest[i], order[i] = exact-float64(out[i]), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order {
		if given == n {
			break
		}
		out[i]++
		given++
	}
	return out
}

// Qualities counts articles by their quality: all that ranking one of them
// needs to know of the others, however many they are.
type Qualities struct {
	count [1001]int // by tenths
	all   int

	// upTo is how many are of so many tenths or fewer; nil until it is asked for,
	// which several goroutines may do at a time.
	upTo atomic.Pointer[[1001]int]
}

func tenths(quality float64) int { return min(1000, max(0, int(math.Round(10*quality)))) }

// Add counts an article, or with -1 takes it back.
func (q *Qualities) Add(quality float64, n int) {
	q.count[tenths(quality)] += n
	q.all += n
	q.upTo.Store(nil)
}

// Rank sets the rank and the distance to the median of the others for an
// article that has been counted.
func (q *Qualities) Rank(s *Score) {
	s.Rank = q.rank(s.Quality)
	s.AgainstOthers = q.against(s.Quality, s.Quality)
}

// sums are the counts up to each tenth.
func (q *Qualities) sums() *[1001]int {
	if known := q.upTo.Load(); known != nil {
		return known
	}
	sums, n := new([1001]int), 0
	for t := range q.count {
		n += q.count[t]
		sums[t] = n
	}
	q.upTo.Store(sums)
	return sums
}

// rank is one more than the number of articles that are better.
func (q *Qualities) rank(quality float64) int {
	return 1 + q.all - q.sums()[tenths(quality)]
}

// against is the distance of a quality to the median of all but one of those
// counted, nil when there is no other.
func (q *Qualities) against(quality, but float64) *float64 {
	others := q.all - 1
	if others <= 0 {
		return nil
	}
	own := tenths(but)
	median := (q.other(own, (others-1)/2) + q.other(own, others/2)) / 2
	d := math.Round(10*(quality-median)) / 10
	return &d
}

// other is the i-th quality from below of the articles without one of own.
func (q *Qualities) other(own, i int) float64 {
	upTo := q.sums()
	if i >= upTo[own]-min(1, q.count[own]) { // the one left out stands before it
		i++
	}
	t, _ := slices.BinarySearch(upTo[:], i+1)
	return float64(t) / 10
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
