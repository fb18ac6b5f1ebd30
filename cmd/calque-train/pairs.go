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
	for _, system := range []string{"deepl", "google"} {
		r.documents(docs, system)
	}
	for _, system := range []string{"deepl", "google"} {
		r.roundTrips(docs, system)
	}
}

// ofSystem are the documents of HT-vs-MT of some years: those by one system, by
// people and by none, either made from German or English put into German and back.
func ofSystem(docs []document, system string, roundTrips bool, years func(string) bool) []document {
	var out []document
	for _, d := range docs {
		fromEnglish := d.Roundtrip || d.Label == native
		if d.source() == "htmt" && fromEnglish == roundTrips && years(d.Year) && (d.Label != machineTranslated || d.System == system) {
			out = append(out, d)
		}
	}
	return out
}

// documents measures models of people's against one system's translations on
// the documents of 2018: as the benchmark was published, with nothing else to
// learn from, and with the pair beside.
func (r *report) documents(docs []document, system string) {
	late := func(year string) bool { return year == "wmt18" }
	early := func(year string) bool { return !late(year) }
	train, test := ofSystem(docs, system, false, early), ofSystem(docs, system, false, late)
	required, aim := ".72", ".82"
	if system == "google" {
		required, aim = ".76", ".80"
	}
	add := func(what, required, aim string, p pairResult) {
		r.add(what, fmt.Sprintf("%.3f (AUC %s)", p.accuracy(), aucWithInterval(p.positives, p.negatives)),
			required, aim, fmt.Sprintf("%d machine, %d human", len(p.positives), len(p.negatives)))
	}
	add("EAMT-2022 documents, "+system+", 2018: accuracy", required, aim, runPair(train, nil, test, machineTranslated, humanTranslated))
	add("the same, with native English and its round trips of 2009–2017 to learn from beside", "", "",
		runPair(train, ofSystem(docs, system, true, early), test, machineTranslated, humanTranslated))
}

// lateTrips are the years whose round trips are judged.
func lateTrips(year string) bool { return year == "wmt17" || year == "wmt18" }

// roundTripsOf are native English and its round trips by one system, those that
// are learned from and those that are judged.
func roundTripsOf(docs []document, system string) (train, test []document) {
	early := func(year string) bool { return !lateTrips(year) }
	return ofSystem(docs, system, true, early), ofSystem(docs, system, true, lateTrips)
}

// roundTrips measures models of native English against its round trips by one
// system, with people's and the system's translations to learn from beside, and
// without.
func (r *report) roundTrips(docs []document, system string) {
	train, test := roundTripsOf(docs, system)
	beside := ofSystem(docs, system, false, func(year string) bool { return !lateTrips(year) && year != "wmt08" }) // it has no round trips
	add := func(what, required, aim string, p pairResult) {
		r.add(what, aucWithInterval(p.positives, p.negatives), required, aim, fmt.Sprintf("%d machine, %d native", len(p.positives), len(p.negatives)))
	}
	add("topic-matched native vs machine, "+system+", model of that pair learned from 2009–2016, with human and machine translations of these years to learn from beside, judged on 2017–2018: AUC", ".88", ".93",
		runPair(train, beside, test, machineTranslated, native))
	add("the same, without those beside", "", "", runPair(train, nil, test, machineTranslated, native))
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

// resultOf are the verdicts on machine translations and on all else.
func resultOf(all []verdict) (r pairResult) {
	for _, v := range all {
		if v.Label == machineTranslated {
			r.positives = append(r.positives, v.z)
		} else {
			r.negatives = append(r.negatives, v.z)
		}
	}
	return r
}

// meanAUC is the mean over source languages that have twenty human translations or more,
// and the figures of each.
func meanAUC(all []verdict) (mean float64, each string) {
	languages := map[string][]verdict{}
	for _, v := range all {
		languages[v.SourceLanguage] = append(languages[v.SourceLanguage], v)
	}
	var names []string
	for _, name := range slices.Sorted(keys(languages)) {
		g := resultOf(languages[name])
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
