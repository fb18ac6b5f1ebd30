package story

import "sync"

// wordSorts say in which lists of this package a word stands, so that one
// look-up answers for all of them.
type wordSorts uint16

const (
	negative     wordSorts = 1 << iota // see negations
	denial                             // denials
	modal                              // modals
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
	note(of, negative, negations)
	note(of, denial, denials)
	note(of, modal, modals)
	note(of, hedge, hedges)
	note(of, source, sources)
	note(of, weekdayName|figureWord, isWeekday)
	note(of, calendarWord, calendar)
	note(of, addresses, address)
	note(of, honorific, honorifics)
	note(of, literalWord, firstWords)
	note(of, amountWord, scales)
	note(of, amountWord, currencies)
	note(of, figureWord, months)
	note(of, figureWord, oneSpelling)
	note(of, figureWord, map[string]bool{"noon": true, "midday": true, "midnight": true})
	note(of, shortened, contractions)
	note(of, kinWord, kinTerms)
	for w, class := range functionClass {
		if class.function() {
			of[w] |= functionWord
		}
	}
	return of
})

// note adds a sort to all words of a list.
func note[T any](of map[string]wordSorts, sort wordSorts, list map[string]T) {
	for w := range list {
		of[w] |= sort
	}
}
