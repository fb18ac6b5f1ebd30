// Package heuristics is the catalogue of artifacts: one file per family, one
// value per artifact. To add one, write a value in the file of its family; the
// tests of this package then prove its examples.
package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
)

// All is every heuristic, those that are off by default included, in the order
// of the families.
func All() []detect.Heuristic {
	return slices.Concat(
		reportative,
		hearsay,
		hearsayFrames,
		tense,
		perfects,
		telling,
		spans,
		newsDesks,
		timesOfDay,
		dayNames,
		kinship,
		falseFriend,
		periphrasis,
		romanceNewsroom,
		romanceFrames,
		connective,
		clefts,
		officialese,
		idiomatic,
		wordOrder,
		verbPlaces,
		nominal,
		grammarRules,
		grammarCalques,
		grammarFrames,
		punctuation,
		frames,
		articleLevel,
		naming,
		locale,
		residue,
		untranslated,
		untranslatedPassages,
		frontings,
		namesInFull,
		heavyPhrases,
		dictionaryWords,
		smallFrames,
		houseStyle,
		figureStyle,
		wordyFrames,
		reportersVoice,
		sourceFormulas,
		wireCalques,
		others,
	)
}
