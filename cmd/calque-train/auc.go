package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
)

// auc is the area under the ROC curve: the chance that a positive scores
// higher than a negative, ties counting half. It is NaN-free: without both
// classes it is 0.5.
func auc(negatives, positives []float64) float64 {
	if len(negatives) == 0 || len(positives) == 0 {
		return 0.5
	}
	type scored struct {
		value    float64
		positive bool
	}
	all := make([]scored, 0, len(negatives)+len(positives))
	for _, v := range negatives {
		all = append(all, scored{v, false})
	}
	for _, v := range positives {
		all = append(all, scored{v, true})
	}
	slices.SortFunc(all, func(a, b scored) int { return cmp.Compare(a.value, b.value) })
	// The sum of the positives' ranks, equal values sharing their mean rank.
	ranks := 0.0
	for i := 0; i < len(all); {
		j, positives := i, 0
		for ; j < len(all) && all[j].value == all[i].value; j++ {
			if all[j].positive {
				positives++
			}
		}
		ranks += float64(positives) * float64(i+j+1) / 2
		i = j
	}
	n, p := float64(len(negatives)), float64(len(positives))
	return (ranks - p*(p+1)/2) / (n * p)
}

// printRanking prints how well findings alone, without the origin model, rank
// machine translation by systems above native articles: the area under the
// ROC curve of severity-weighted findings of the default rules per 1,000
// words, by source language and by system.
func printRanking(w io.Writer, rows []row, counted []counts) {
	var natives []float64
	languages, systems := map[string][]float64{}, map[string][]float64{}
	var all []float64
	for i, c := range counted {
		if c.words < 50 {
			continue
		}
		switch rows[i].Label {
		case native:
			natives = append(natives, c.density())
		case machineTranslated:
			all = append(all, c.density())
			languages[rows[i].SourceLanguage] = append(languages[rows[i].SourceLanguage], c.density())
			systems[rows[i].System] = append(systems[rows[i].System], c.density())
		}
	}
	fmt.Fprintf(w, "\nfindings alone, native against machine translation (articles of 50 words or more)\n")
	fmt.Fprintf(w, "%-24s %6s %9s\n", "", "AUC", "articles")
	fmt.Fprintf(w, "%-24s %6.3f %9d\n", "all", auc(natives, all), len(all))
	for _, group := range []map[string][]float64{languages, systems} {
		for _, key := range slices.Sorted(maps.Keys(group)) {
			if len(group[key]) >= 30 {
				fmt.Fprintf(w, "%-24s %6.3f %9d\n", key, auc(natives, group[key]), len(group[key]))
			}
		}
		fmt.Fprintln(w)
	}
}

// density is the severity-weighted number of findings of default rules per
// 1,000 words, with MQM's points.
func (c counts) density() float64 {
	points := 0.0
	for _, x := range c.found {
		if !x.h.Off {
			points += x.h.Points()
		}
	}
	return points * 1000 / float64(c.words)
}
