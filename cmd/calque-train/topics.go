package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
)

// topicCounts are the words of a text that the model must not know: those that
// it masks. A model of them alone shows how much topic tells in the data.
func topicCounts(text string) []features.Count {
	var hashes []uint32
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > 3 && !features.Known(w) {
			hashes = append(hashes, hash(w)>>(32-features.Bits))
		}
	}
	slices.Sort(hashes)
	var out []features.Count
	for _, h := range hashes {
		if n := len(out); n > 0 && out[n-1].Hash == h {
			out[n-1].N++
		} else {
			out = append(out, features.Count{Hash: h, N: 1})
		}
	}
	return out
}

// topics measures the control of topic alone.
func (r *report) topics(docs []document, progress func(string)) {
	topical := sample(docs, 0)
	each(len(topical), func(i int) { topical[i].counts = topicCounts(topical[i].Text) })
	var parts [folds]pairResult
	each(folds, func(fold int) {
		in, out := split(topical, fold)
		m := fitMasked(out, native, machineTranslated)
		p := &parts[fold]
		for _, d := range in {
			z := m.score(&d)
			switch j := (judged{document: d}); {
			case d.words < 60:
			case fromManyOutlets(j):
				p.negatives = append(p.negatives, z)
			case translated(j):
				p.positives = append(p.positives, z)
			}
		}
		progress("topic only: fold " + string(rune('1'+fold)))
	})
	var positives, negatives []float64
	for _, p := range parts {
		positives, negatives = append(positives, p.positives...), append(negatives, p.negatives...)
	}
	r.controls = append(r.controls, line{what: "topic only: words that the model masks", figure: fmt.Sprintf("AUC %s, recall at 1 %% %.2f",
		aucWithInterval(positives, negatives), learn.RecallAt(positives, negatives, .01))})
}
