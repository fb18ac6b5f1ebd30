package main

import (
	"math"
	"slices"
	"strings"

	"github.com/calque-check/calque/cmd/calque-train/internal/learn"
	"github.com/calque-check/calque/detect/origin/features"
	"github.com/calque-check/calque/detect/origin/weights"
)

// origins are the labels in the order of the model's classes.
var origins = []string{native, humanTranslated, machineTranslated}

// A judged document has what a model that never saw its fold says of it.
type judged struct {
	document
	whole   [2]float64 // log-odds of machine against native and against human, before calibration
	extract [2]float64 // of its first hundred words
	bare    [2]float64 // without punctuation
	short   int        // words of the extract
}

// holdOut learns from all folds but one, for each fold, and judges that one.
func holdOut(docs []document, progress func(string)) []judged {
	var parts [folds][]judged
	each(folds, func(fold int) {
		in, out := split(docs, fold)
		m := fitContrasts(out)
		js := make([]judged, len(in))
		each(len(in), func(i int) {
			d := in[i]
			short := features.Of(firstWords(d.Text, 100))
			js[i] = judged{
				document: d,
				whole:    m.scores(d.counts),
				extract:  m.scores(short.Counts(use())),
				bare:     m.scores(features.Of(withoutPunctuation(d.Text)).Counts(use())),
				short:    short.Words,
			}
		})
		parts[fold] = js
		progress("held out: fold " + string(rune('1'+fold)))
	})
	return slices.Concat(parts[:]...)
}

// firstWords is the beginning of a text, n words long.
func firstWords(text string, n int) string {
	inWord := false
	for i, r := range text {
		space := r <= ' '
		if inWord && space {
			if n--; n == 0 {
				return text[:i]
			}
		}
		inWord = !space
	}
	return text
}

// withoutPunctuation leaves only the full stops that end sentences.
func withoutPunctuation(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ',', ';', ':', '"', '“', '”', '„', '«', '»', '(', ')', '[', ']', '–', '—', '…', '?', '!', '%':
			return -1
		}
		return r
	}, text)
}

// calibrate finds the curves that turn the columns into log-odds whose
// probabilities are right on held-out articles and extracts, native, human
// and machine counting the same. The length of a text moves how sure the model
// is, not which way: that some labels' articles are longer is chance.
func calibrate(all []judged) [2]weights.Curve {
	type point struct {
		z      [2]float64
		words  int
		class  int
		weight float64
	}
	size, total := map[string]float64{}, [3]float64{}
	for _, j := range all {
		if j.Label == native {
			size[j.publisher()]++
		}
	}
	var points []point
	for _, j := range all {
		class := slices.Index(origins, j.Label)
		if class < 0 || !j.news() || j.Roundtrip || j.words < fewestWords {
			continue
		}
		w := 1.0
		if j.Label == native {
			w = math.Pow(size[j.publisher()], -shrink)
		}
		points = append(points, point{j.whole, j.words, class, w})
		total[class] += w
		if j.words > 130 {
			points = append(points, point{j.extract, j.short, class, w / 2})
			total[class] += w / 2
		}
	}
	curves := func(x []float64) [2]weights.Curve {
		return [2]weights.Curve{{Gain: x[0], GainPerLog: x[1], Bias: x[2]}, {Gain: x[3], GainPerLog: x[4], Bias: x[5]}}
	}
	x := make([]float64, 6)
	learn.Minimise(x, func(x []float64) float64 {
		m := weights.Model{Header: weights.Header{Origin: curves(x)}}
		loss := 0.0
		for _, p := range points {
			mn, mh := m.LogOdds(p.z, p.words)
			n, h, mt := weights.Probabilities(mn, mh)
			loss -= p.weight / total[p.class] * math.Log([]float64{n, h, mt}[p.class]+1e-12)
		}
		return loss
	}, 60)
	for i := range x {
		x[i] = math.Round(x[i]*1e4) / 1e4
	}
	return curves(x)
}
