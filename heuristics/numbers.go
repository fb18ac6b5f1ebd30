package heuristics

import "github.com/calque-check/calque/detect"

var numbers = []detect.Heuristic{}
var amounts = []detect.Heuristic{}
