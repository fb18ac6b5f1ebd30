package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/weights"
)

func evaluateCommand() *cobra.Command {
	var data []string
	var segments string
	c := &cobra.Command{
		Use:   "evaluate",
		Short: "Measure the origin model's recipe on held-out publishers, systems, years and languages",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			docs, unseen, err := readData(data, segments)
			if err != nil {
				return err
			}
			log := cmd.ErrOrStderr()
			return study(docs, unseen, func(what string) { fmt.Fprintln(log, what) }).print(cmd.OutOrStdout())
		},
	}
	dataFlags(c, &data, &segments)
	return c
}

// A line is one figure of the table with its bars.
type line struct {
	what, figure, required, aim, counts string
}

// A report is what evaluate found out.
type report struct {
	rows        map[string]int // by collection and label
	lines       []line
	controls    []line
	baseline    []line
	languages   []string
	confusion   [][]float64 // [true][guessed], rows sum to 1; the last column is "other"
	reliability []bin
	curves      [2]weights.Curve
	temperature weights.Temperature
}

// A bin is one of ten of the reliability table.
type bin struct{ share, said, was float64 }

// study holds out each fold in turn and measures everything. Unseen are
// translations of another year, which may be none.
func study(docs, unseen []document, progress func(string)) *report {
	rep := &report{rows: map[string]int{}, languages: candidates(docs)}
	for _, d := range docs {
		rep.rows[d.source()+" "+d.Label]++
	}
	all := holdOut(docs, progress)
	rep.curves = calibrate(all)
	rep.origin(all)
	rep.pairs(docs, progress)
	rep.topics(docs, progress)
	rep.baselines(docs, progress)
	if len(unseen) > 0 {
		rep.year(docs, unseen)
		progress("a year never seen")
	}
	guesses := guessLanguages(docs, rep.languages, progress)
	rep.temperature = calibrateLanguages(guesses, rep.languages)
	rep.guesses(guesses)
	return rep
}

func (r *report) add(what, figure, required, aim, counts string) {
	r.lines = append(r.lines, line{what, figure, required, aim, counts})
}

// chosen are the log-odds, taken by take, of the documents for which keep
// holds.
func chosen(all []judged, take func(judged) float64, keep func(judged) bool) []float64 {
	var out []float64
	for _, j := range all {
		if j.words >= 60 && keep(j) {
			out = append(out, take(j))
		}
	}
	return out
}

// fromManyOutlets holds for the native news that were collected one by one
// from many outlets, the nearest there is to "publishers never seen".
func fromManyOutlets(j judged) bool {
	return j.Label == native && j.news() && strings.HasPrefix(j.Year, "wmt")
}

func translated(j judged) bool {
	return j.Label == machineTranslated && j.news() && !j.Roundtrip && strings.HasPrefix(j.Year, "wmt")
}

func (r *report) origin(all []judged) {
	calibrated := func(z [2]float64, words int) float64 {
		m := weights.Model{Header: weights.Header{Origin: r.curves}}
		mn, _ := m.LogOdds(z, words)
		return mn
	}
	whole := func(j judged) float64 { return calibrated(j.whole, j.words) }
	extract := func(j judged) float64 { return calibrated(j.extract, j.short) }
	bare := func(j judged) float64 { return calibrated(j.bare, j.words) }
	length := func(j judged) float64 { return -float64(j.words) }
	negatives := chosen(all, whole, fromManyOutlets)

	mean := func(take func(judged) float64, negatives []float64, languages []string) (auc, one, five float64, n int) {
		return meanOverLanguages(all, take, negatives, languages)
	}
	auc, one, five, n := mean(whole, negatives, r.languages)
	everything := chosen(all, whole, translated)
	counts := fmt.Sprintf("%d machine, %d native", n, len(negatives))
	r.add("native vs machine, publishers and years never seen: mean AUC over source languages",
		fmt.Sprintf("%.3f (pooled %s)", auc, aucWithInterval(everything, negatives)), ".970", ".985", counts)
	r.add("the same: recall at 1 % false alarms", fmt.Sprintf("%.2f", one), ".72", ".85", counts)
	r.add("the same: recall at 5 % false alarms", fmt.Sprintf("%.2f", five), "", "", counts)
	unseen, _, _, n := mean(whole, negatives, []string{"cs", "he"})
	r.add("source language never seen (Czech, Hebrew): AUC", fmt.Sprintf("%.3f", unseen), ".94", ".965", fmt.Sprintf("%d machine, %d native", n, len(negatives)))
	for _, p := range []struct{ name, source string }{{"BBC", "bbc"}, {"ABC Australia", "abc2006"}, {"US politics 2016", "us2016"}, {"web pages of nine sites", "pages"}, {"three US outlets", "basil"}} {
		neg := chosen(all, whole, func(j judged) bool { return j.Label == native && j.source() == p.source })
		r.add("native = "+p.name+", never seen: AUC", aucWithInterval(everything, neg), "", "", fmt.Sprintf("%d native", len(neg)))
	}
	llm := chosen(all, whole, func(j judged) bool { return j.source() == "llm2024" })
	short := chosen(all, extract, fromManyOutlets)
	r.add("translations by large language models, none seen (German, 110 words): AUC", aucWithInterval(llm, short), ".96", ".98", fmt.Sprintf("%d machine, %d native, first 100 words", len(llm), len(short)))
	r.add("the same: recall at 1 % false alarms", fmt.Sprintf("%.2f", learn.RecallAt(llm, short, .01)), ".50", ".75", "")
	aucShort, _, _, _ := mean(extract, short, r.languages)
	r.add("100-word extracts: AUC", fmt.Sprintf("%.3f (loss %.3f)", aucShort, auc-aucShort), "loss ≤ .06", "≤ .03", "")
	originals := chosen(all, whole, func(j judged) bool { return j.Label == native && j.source() == "htmt" })
	round := chosen(all, whole, func(j judged) bool { return j.Roundtrip })
	r.add("topic-matched native vs machine (round trip by German), general model: AUC", aucWithInterval(round, originals), ".88", ".93", fmt.Sprintf("%d machine, %d native", len(round), len(originals)))

	for _, band := range [][2]int{{60, 150}, {150, 300}, {300, 1 << 30}} {
		within := func(keep func(judged) bool) func(judged) bool {
			return func(j judged) bool { return keep(j) && band[0] <= j.words && j.words < band[1] }
		}
		p, n := chosen(all, whole, within(translated)), chosen(all, whole, within(fromManyOutlets))
		name := fmt.Sprintf("%d to %d words", band[0], band[1]-1)
		if band[1] == 1<<30 {
			name = fmt.Sprintf("%d words or more", band[0])
		}
		r.add("native vs machine, both of "+name+": AUC", aucWithInterval(p, n), "", "", fmt.Sprintf("%d machine, %d native", len(p), len(n)))
	}
	r.add("native news of many outlets called more likely translated than native", fmt.Sprintf("%.3f", r.calledTranslated(all, fromManyOutlets)), "", "", fmt.Sprintf("%d native", len(negatives)))
	r.add("machine translations called more likely translated than native", fmt.Sprintf("%.3f", r.calledTranslated(all, translated)), "", "", fmt.Sprintf("%d machine", len(everything)))

	r.reliability = reliability(all, r.curves)
	r.add("calibration error, ten bins", fmt.Sprintf("%.3f", calibrationError(r.reliability)), ".03", ".015", "native and machine, each publisher's weight as in training")

	control := func(what string, take func(judged) float64) {
		auc, one, _, _ := mean(take, chosen(all, take, fromManyOutlets), r.languages)
		r.controls = append(r.controls, line{what: what, figure: fmt.Sprintf("AUC %.3f, recall at 1 %% %.2f", auc, one)})
	}
	control("punctuation stripped", bare)
	control("length only", length)
	human := chosen(all, whole, func(j judged) bool { return j.Label == humanTranslated && j.news() })
	auc, one, _, _ = mean(whole, human, r.languages)
	r.controls = append(r.controls, line{what: "human translation as the negative class (general model, machine against native score)", figure: fmt.Sprintf("AUC %.3f, recall at 1 %% %.2f", auc, one)})
	r.controls = append(r.controls, line{what: "human translation against native: AUC", figure: aucWithInterval(human, negatives)})
}

// meanOverLanguages is how well translations are told from the negatives: the
// AUC and the recall at 1 % and at 5 % false alarms, means over their source
// languages, and how many translations there are.
func meanOverLanguages(all []judged, take func(judged) float64, negatives []float64, languages []string) (auc, one, five float64, n int) {
	for _, l := range languages {
		p := chosen(all, take, func(j judged) bool { return translated(j) && j.SourceLanguage == l })
		auc += learn.AUC(p, negatives) / float64(len(languages))
		one += learn.RecallAt(p, negatives, .01) / float64(len(languages))
		five += learn.RecallAt(p, negatives, .05) / float64(len(languages))
		n += len(p)
	}
	return auc, one, five, n
}

// calledTranslated is the share of documents that the model would give less
// than even odds of being native.
func (r *report) calledTranslated(all []judged, keep func(judged) bool) float64 {
	m := weights.Model{Header: weights.Header{Origin: r.curves}}
	n, called := 0.0, 0.0
	for _, j := range all {
		if j.words < 60 || !keep(j) {
			continue
		}
		n++
		mn, mh := m.LogOdds(j.whole, j.words)
		if native, _, _ := weights.Probabilities(mn, mh); native < .5 {
			called++
		}
	}
	return called / n
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// guesses measures the guess of the source language.
func (r *report) guesses(all []guessed) {
	m := weights.Model{Header: weights.Header{Language: r.temperature}}
	k := len(r.languages)
	r.confusion = make([][]float64, k+1)
	total := make([]float64, k+1)
	for i := range r.confusion {
		r.confusion[i] = make([]float64, k+1)
	}
	right, known := 0.0, 0.0
	for _, g := range all {
		if g.words < 60 {
			continue
		}
		p := m.LanguageProbabilities(g.scores)
		best := 0
		for i := range p {
			if p[i] > p[best] {
				best = i
			}
		}
		truth := k
		switch left := slices.Index(r.languages, g.SourceLanguage); {
		case !g.unknown:
			truth = left
			known++
			if best == truth {
				right++
			}
		case best == len(p)-1:
			best = k
		case best >= left: // the language left out is not among the scores
			best++
		}
		r.confusion[truth][best]++
		total[truth]++
	}
	mean := 0.0
	for i := range r.confusion {
		for j := range r.confusion[i] {
			r.confusion[i][j] /= math.Max(total[i], 1)
		}
		if i < k {
			mean += r.confusion[i][i] / float64(k)
		}
	}
	r.add(fmt.Sprintf("source language, %d candidates and “other”: accuracy on machine translation", k), fmt.Sprintf("%.3f (mean over languages %.3f; a language not among them is called “other” in %.2f)", right/known, mean, r.confusion[k][k]),
		".75", ".90", fmt.Sprintf("%.0f articles, source documents never seen", known))
}

// reliability compares what the model said with what was, native and machine
// counting the same.
func reliability(all []judged, curves [2]weights.Curve) []bin {
	bins := make([]bin, 10)
	m := weights.Model{Header: weights.Header{Origin: curves}}
	size, total := map[string]float64{}, [2]float64{}
	for _, j := range all {
		if j.Label == native {
			size[j.publisher()]++
		}
	}
	weight := func(j judged) (float64, int) {
		switch {
		case !j.news() || j.Roundtrip || j.words < 60 || j.Label == humanTranslated:
			return 0, 0
		case j.Label == native:
			return math.Pow(size[j.publisher()], -shrink), 0
		}
		return 1, 1
	}
	for _, j := range all {
		w, c := weight(j)
		total[c] += w
	}
	for _, j := range all {
		w, c := weight(j)
		w /= total[c] * 2
		mn, _ := m.LogOdds(j.whole, j.words)
		p := 1 / (1 + math.Exp(-mn))
		b := &bins[min(int(p*10), 9)]
		b.share += w
		b.said += w * p
		b.was += w * float64(c)
	}
	for i := range bins {
		if b := &bins[i]; b.share > 0 {
			b.said /= b.share
			b.was /= b.share
		}
	}
	return bins
}

func calibrationError(bins []bin) float64 {
	e := 0.0
	for _, b := range bins {
		e += b.share * math.Abs(b.said-b.was)
	}
	return e
}

// aucWithInterval is the AUC with the middle 95 % of 200 bootstrap samples of
// the documents.
func aucWithInterval(positive, negative []float64) string {
	const samples = 200
	state := uint64(42)
	draw := func(from []float64) []float64 {
		out := make([]float64, len(from))
		for i := range out {
			state = state*6364136223846793005 + 1442695040888963407
			out[i] = from[(state>>33)%uint64(len(from))]
		}
		return out
	}
	var aucs []float64
	for range samples {
		aucs = append(aucs, learn.AUC(draw(positive), draw(negative)))
	}
	slices.Sort(aucs)
	return fmt.Sprintf("%.3f [%.3f–%.3f]", learn.AUC(positive, negative), aucs[samples/40], aucs[samples-1-samples/40])
}

func (r *report) print(w io.Writer) error {
	var err error
	say := func(format string, args ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format, args...)
		}
	}
	say("| | figure | required | aim | on |\n|---|---|---|---|---|\n")
	for _, l := range r.lines {
		say("| %s | %s | %s | %s | %s |\n", l.what, l.figure, l.required, l.aim, l.counts)
	}
	say("\nControls, native vs machine as in the first line:\n\n| | |\n|---|---|\n")
	for _, l := range r.controls {
		say("| %s | %s |\n", l.what, l.figure)
	}
	say("\nA baseline on the same articles: one logistic regression over masked 1- to 3-grams and common words, learned from all rows.\n\n| | |\n|---|---|\n")
	for _, l := range r.baseline {
		say("| %s | %s |\n", l.what, l.figure)
	}
	say("\nReliability of the probability of machine translation against native English:\n\n| said | was | share |\n|---|---|---|\n")
	for _, b := range r.reliability {
		say("| %.3f | %.3f | %.3f |\n", b.said, b.was, b.share)
	}
	say("\nSource languages, rows true, columns guessed:\n\n| | %s | other |\n|---|%s\n", strings.Join(r.languages, " | "), strings.Repeat("---|", len(r.languages)+1))
	for i, row := range r.confusion {
		name := "other"
		if i < len(r.languages) {
			name = r.languages[i]
		}
		say("| %s", name)
		for _, v := range row {
			say(" | %.2f", v)
		}
		say(" |\n")
	}
	return err
}
