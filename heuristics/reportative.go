package heuristics

import "github.com/calque-check/calque/detect"

// reportative are the heuristics of hearsay told in a mood that English does
// not have.
var reportative = []detect.Heuristic{}
