package heuristics

// RuleRates says how often a heuristic fires in labelled articles: findings
// per 100,000 words by label, and for machine translation by source language.
// `calque-train rates` measures them.
type RuleRates struct {
	Native         float64            `json:"native"`
	Human          float64            `json:"human_translated"`
	Machine        float64            `json:"machine_translated"`
	NativeHits     int                `json:"native_hits"`
	HumanHits      int                `json:"human_translated_hits"`
	MachineHits    int                `json:"machine_translated_hits"`
	MachineSources int                `json:"machine_translated_sources"` // distinct source documents among the hits
	ByLanguage     map[string]float64 `json:"by_language"`
}

// Ratio is how many times as often the heuristic fires in machine translation
// as in native text, with half a hit added to the native ones so that none
// does not mean infinity.
func (r RuleRates) Ratio(nativeWords int) float64 {
	if nativeWords == 0 {
		return 0
	}
	return r.Machine / ((float64(r.NativeHits) + 0.5) * 1e5 / float64(nativeWords))
}
