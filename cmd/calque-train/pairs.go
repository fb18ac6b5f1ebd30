package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
)

// pairs measures models of one pair of labels.
func (r *report) pairs(docs []document, progress func(string)) {
	r.humanOrMachine(docs, progress)
	htmt := slices.DeleteFunc(slices.Clone(docs), func(d document) bool { return d.source() != "htmt" })
	for _, system := range []string{"deepl", "google"} {
		pick := func(late bool) []document {
			var out []document
			for _, d := range htmt {
				if !d.Roundtrip && d.Label != native && (d.Label == humanTranslated || d.System == system) && (d.Year == "wmt18") == late {
					out = append(out, d)
				}
			}
			return out
		}
		p := runPair(pick(false), pick(true), machineTranslated, humanTranslated)
		required, aim := ".72", ".82"
		if system == "google" {
			required, aim = ".76", ".80"
		}
		r.add("EAMT-2022 documents, "+system+", 2018: accuracy", fmt.Sprintf("%.3f (AUC %s)", p.accuracy(), aucWithInterval(p.positives, p.negatives)),
			required, aim, fmt.Sprintf("%d machine, %d human", len(p.positives), len(p.negatives)))
	}
	for _, system := range []string{"deepl", "google"} {
		matched := func(late bool) []document {
			var out []document
			for _, d := range htmt {
				if (d.Roundtrip && d.System == system || d.Label == native) && (d.Year == "wmt17" || d.Year == "wmt18") == late {
					out = append(out, d)
				}
			}
			return out
		}
		p := runPair(matched(false), matched(true), machineTranslated, native)
		r.add("topic-matched native vs machine, "+system+", model of that pair learned from 2009–2016, judged on 2017–2018: AUC",
			aucWithInterval(p.positives, p.negatives), ".88", ".93", fmt.Sprintf("%d machine, %d native", len(p.positives), len(p.negatives)))
	}
}

// humanOrMachine measures models of human against machine translation on years
// that they did not learn from.
func (r *report) humanOrMachine(docs []document, progress func(string)) {
	docs = translations(docs)
	share := copied(docs)
	var parts [folds][]verdict
	each(folds, func(fold int) {
		in, out := split(docs, fold)
		parts[fold] = verdicts(out, in)
		progress("human against machine: fold " + string(rune('1'+fold)))
	})
	all := slices.Concat(parts[:]...)
	auc, each := meanAUC(all)
	r.add("human vs machine translation, year never seen: mean AUC", fmt.Sprintf("%.3f", auc), ".80", ".86", each)
	likely := slices.DeleteFunc(slices.Clone(all), func(v verdict) bool { return share[v.ID] > postEdited })
	auc, each = meanAUC(likely)
	r.add(fmt.Sprintf("the same, without human translations that share more than %.0f %% of their 3-grams with one machine's", 100*postEdited),
		fmt.Sprintf("%.3f", auc), "", "", each)
	long := slices.DeleteFunc(slices.Clone(likely), func(v verdict) bool { return v.words < 150 })
	auc, each = meanAUC(long)
	r.add("of these, texts of 150 words or more", fmt.Sprintf("%.3f", auc), "", "", each)

	for _, year := range []string{"wmt22", "wmt23"} {
		var in, out []document
		for _, d := range docs {
			if d.Year == year {
				in = append(in, d)
			} else {
				out = append(out, d)
			}
		}
		auc, each := meanAUC(verdicts(out, in))
		r.add("human vs machine translation, all of "+year+" from all other years: mean AUC", fmt.Sprintf("%.3f", auc), "", "", each)
	}
}

// A verdict is what a model that did not learn from a document says of it, the
// log-odds of machine against human translation.
type verdict struct {
	document
	z float64
}

// verdicts learns from some documents and judges the news among others.
func verdicts(train, test []document) []verdict {
	return verdictsOf(fitPair(train, humanTranslated, machineTranslated).score, test)
}

// verdictsOf are a model's verdicts on the news among the documents.
func verdictsOf(score func(*document) float64, docs []document) []verdict {
	var out []verdict
	for _, d := range docs {
		if d.news() && d.source() != "llm2024" && d.words >= 60 {
			out = append(out, verdict{d, score(&d)})
		}
	}
	return out
}

// meanAUC is the mean over source languages that have twenty human translations or more,
// and the figures of each.
func meanAUC(all []verdict) (mean float64, each string) {
	languages := map[string]*pairResult{}
	for _, v := range all {
		g := languages[v.SourceLanguage]
		if g == nil {
			g = &pairResult{}
			languages[v.SourceLanguage] = g
		}
		if v.Label == machineTranslated {
			g.positives = append(g.positives, v.z)
		} else {
			g.negatives = append(g.negatives, v.z)
		}
	}
	var names []string
	for _, name := range slices.Sorted(keys(languages)) {
		g := languages[name]
		if a := learn.AUC(g.positives, g.negatives); len(g.negatives) >= 20 && !math.IsNaN(a) {
			mean += a
			names = append(names, fmt.Sprintf("%s %.2f", name, a))
		}
	}
	return mean / float64(len(names)), strings.Join(names, ", ")
}

func translations(docs []document) []document {
	var out []document
	for _, d := range docs {
		if d.Label != native && !d.Roundtrip {
			out = append(out, d)
		}
	}
	return out
}
