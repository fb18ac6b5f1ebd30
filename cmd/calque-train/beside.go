package main

import "slices"

// besideShare is how much of the log-odds of the pair learned beside another
// counts, less where there is less to learn it from than the other. It was
// chosen on round trips of 2014 to 2016 and documents of 2014 to 2017.
const besideShare = .3

// besidePair are those of the rows from which another pair is learned beside
// the one that is asked for: people's and machines' translations where native
// English and its round trips are asked for, and these two where translations
// are. What a machine does to a text it does to both; machines of other
// years do otherwise, so they are of the same years. There are none for other
// pairs, or if one of the two labels is missing.
func besidePair(rows, asked []row) []row {
	among := func(rows []row, label string) bool {
		return slices.ContainsFunc(rows, func(r row) bool { return r.Label == label })
	}
	years := map[string]bool{}
	for _, r := range asked {
		years[r.Year] = true
	}
	roundTrips := func(rows []row) bool { return slices.ContainsFunc(rows, func(r row) bool { return r.Roundtrip }) }
	only := func(label string, roundTrips bool) []row {
		return slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
			return !years[r.Year] || r.Label != label && (r.Label != machineTranslated || r.Roundtrip != roundTrips)
		})
	}
	var beside []row
	var label string
	switch {
	case !among(asked, machineTranslated):
	case among(asked, native) && roundTrips(asked):
		label = humanTranslated
		beside = only(label, false)
	case among(asked, humanTranslated) && !roundTrips(asked):
		label = native
		beside = likeRoundTrips(only(label, true), true)
	}
	if !among(beside, label) || !among(beside, machineTranslated) {
		return nil
	}
	return beside
}

// besides is a label's counterpart in the pair learned beside: both native
// English and translation by people are what no machine has put into English.
func besides(label string) string {
	switch label {
	case native:
		return humanTranslated
	case humanTranslated:
		return native
	}
	return label
}

// fitBeside adds to a model's log-odds a part of those of the pair learned
// beside, less what they are half-way between the labels that are asked for:
// the texts of the two pairs differ in other ways too.
func fitBeside(score func(*document) float64, train, beside []document, negative, positive string) func(*document) float64 {
	other := fitPair(beside, besides(negative), besides(positive)).score
	z := make([]float64, len(train))
	each(len(train), func(i int) { z[i] = other(&train[i]) })
	var sum, n [2]float64
	for i, d := range train {
		side := slices.Index([]string{negative, positive}, d.Label)
		sum[side] += z[i]
		n[side]++
	}
	middle := (sum[0]/n[0] + sum[1]/n[1]) / 2
	share := besideShare * min(1, float64(len(beside))/float64(len(train)))
	return func(d *document) float64 { return score(d) + share*(other(d)-middle) }
}
