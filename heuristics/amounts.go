package heuristics

import "github.com/calque-check/calque/detect"

var amounts = []detect.Heuristic{}
