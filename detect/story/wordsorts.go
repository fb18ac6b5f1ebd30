package story

import "sync"

// wordSorts say in which lists of this package a word stands, so that one
// look-up answers for all of them.
type wordSorts uint16

const (
	negative     wordSorts = 1 << iota // see negations
	denial                             // denials
	hedge                              // hedges
	source                             // sources
	weekdayName                        // isWeekday
	calendarWord                       // calendar
	amountWord                         // scales and currencies
	figureWord                         // days, times and numbers: a figure can begin with it
	functionWord                       // function
	shortened                          // contractions
	addresses                          // address
	honorific                          // honorifics
	literalWord                        // firstWords
	kinWord                            // kinTerms
)

var sorts = sync.OnceValue(func() map[string]wordSorts {
	of := map[string]wordSorts{}
	for sort, list := range map[wordSorts]map[string]bool{
		negative: negations, denial: denials, hedge: hedges, source: sources, weekdayName | figureWord: isWeekday,
		calendarWord: calendar, addresses: address, honorific: honorifics, literalWord: firstWords,
	} {
		for w := range list {
			of[w] |= sort
		}
	}
	for w := range scales {
		of[w] |= amountWord
	}
	for w := range currencies {
		of[w] |= amountWord
	}
	for w := range months {
		of[w] |= figureWord
	}
	for w := range oneSpelling {
		of[w] |= figureWord
	}
	for _, w := range []string{"noon", "midday", "midnight"} {
		of[w] |= figureWord
	}
	for w := range contractions {
		of[w] |= shortened
	}
	for w := range kinTerms {
		of[w] |= kinWord
	}
	for w, class := range functionClass {
		if class.function() {
			of[w] |= functionWord
		}
	}
	return of
})
