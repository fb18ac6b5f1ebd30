package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

// auc is learn.AUC, and 0.5 where there are none of one kind.
func auc(negatives, positives []float64) float64 {
	if len(negatives) == 0 || len(positives) == 0 {
		return 0.5
	}
	return learn.AUC(positives, negatives)
}

// printRanking prints how well findings alone, without the origin model, rank
// machine translation above native articles: the area under the ROC curve of
// severity-weighted findings of the default rules per 1,000 words. No weight is
// learned from these articles, so holding publishers out means to look at each
// by itself: the macro-average lets no publisher count by its size.
func printRanking(w io.Writer, rows []row, counted []counts) {
	publishers, languages, systems := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
	var natives, all, online, onlineNews []float64
	for i, c := range counted {
		if c.words < 50 {
			continue
		}
		r, d := rows[i], c.density()
		switch r.Label {
		case native:
			natives = append(natives, d)
			publishers[r.outlet()] = append(publishers[r.outlet()], d)
		case machineTranslated:
			all = append(all, d)
			systems[r.System] = append(systems[r.System], d)
			if !r.online() {
				continue
			}
			online = append(online, d)
			languages[r.SourceLanguage] = append(languages[r.SourceLanguage], d)
			if r.news() {
				onlineNews = append(onlineNews, d)
			}
		}
	}
	fmt.Fprintf(w, "\nfindings alone, native against machine translation (articles of 50 words or more)\n")
	fmt.Fprintf(w, "%-32s %6s %9s\n", "", "AUC", "articles")
	line := func(name string, value float64, n int) { fmt.Fprintf(w, "%-32s %6.3f %9d\n", name, value, n) }
	line("all systems", auc(natives, all), len(all))
	line("online systems", auc(natives, online), len(online))
	line("online systems, news", auc(natives, onlineNews), len(onlineNews))
	line("the same, mean over publishers", macro(publishers, onlineNews), len(onlineNews))
	fmt.Fprintln(w, "\nnative articles of one publisher against online systems, news")
	for _, key := range slices.Sorted(maps.Keys(publishers)) {
		if len(publishers[key]) >= fewestArticles {
			line(key, auc(publishers[key], onlineNews), len(publishers[key]))
		}
	}
	fmt.Fprintln(w, "\nonline systems by source language")
	for _, key := range slices.Sorted(maps.Keys(languages)) {
		if len(languages[key]) >= fewestArticles {
			line(key, auc(natives, languages[key]), len(languages[key]))
		}
	}
	fmt.Fprintln(w, "\nby system")
	for _, key := range slices.Sorted(maps.Keys(systems)) {
		if len(systems[key]) >= fewestArticles {
			line(key, auc(natives, systems[key]), len(systems[key]))
		}
	}
}

// fewestArticles of a group that gets a line of its own.
const fewestArticles = 30

// macro is the mean over publishers of the area under the curve, each
// publisher's articles alone against the positives.
func macro(publishers map[string][]float64, positives []float64) float64 {
	sum, n := 0.0, 0
	for _, key := range slices.Sorted(maps.Keys(publishers)) {
		if len(publishers[key]) >= fewestArticles {
			sum += auc(publishers[key], positives)
			n++
		}
	}
	if n == 0 {
		return 0.5
	}
	return sum / float64(n)
}

// outlet is the publisher of a native row, or the collection where its
// articles are of many publishers.
func (r row) outlet() string {
	s := r.source()
	switch {
	case s == "bbc" || s == "abc2006" || s == "basil" || s == "us2016":
		return r.publisher()
	case s == "pages" || s == "htmt" || r.news():
		return s
	}
	return s + ", no news"
}

// online reports whether a row was translated by a system that anyone can use
// on the web, under its own name or an anonymous one.
func (r row) online() bool {
	s := strings.ToLower(r.System)
	return strings.HasPrefix(s, "online-") || s == "google" || s == "deepl"
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
