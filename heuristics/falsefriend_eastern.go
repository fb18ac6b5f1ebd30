package heuristics

import "github.com/calque-check/calque/detect"

var falseFriendEastern = []detect.Heuristic{}
