package story

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/calque-check/calque/detect/article"
)

// timeline is the members whose day of publication is known, earliest first.
func timeline(articles []*article.Article, members []int) []int {
	var out []int
	day := map[int]float64{}
	for _, m := range members {
		if d, ok := dayOf(articles[m]); ok {
			day[m] = d
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(day[a], day[b]), cmp.Compare(articles[a].Text, articles[b].Text))
	})
	return out
}

// calendarDay is the day that a date means: in the year that stands with it,
// else the one nearest to the day of publication. "" where that is not known,
// and for weekdays: "out Monday" may be the last one or the next.
func calendarDay(a *article.Article, f figure) string {
	if f.unit != date {
		return ""
	}
	month, day := int(f.value)/100, int(f.value)%100
	if next := a.TokenAt(f.place.End); next < len(a.Tokens) {
		if a.Tokens[next].Norm == "," {
			next++
		}
		if next < len(a.Tokens) && len(a.Tokens[next].Norm) == 4 {
			if year, err := strconv.Atoi(a.Tokens[next].Norm); err == nil && year > 1800 && year < 2200 {
				return dateIn(year, month, day)
			}
		}
	}
	days, ok := dayOf(a)
	if !ok {
		return ""
	}
	published := time.Unix(int64(math.Floor(days))*24*60*60, 0).UTC()
	best, distance := "", math.Inf(1)
	for _, year := range []int{published.Year() - 1, published.Year(), published.Year() + 1} {
		t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if d := math.Abs(published.Sub(t).Hours()); d < distance {
			best, distance = dateIn(year, month, day), d
		}
	}
	return best
}

// dateIn is a date as 2006-01-02, "" when the month has no such day.
func dateIn(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return ""
	}
	return t.Format(time.DateOnly)
}
