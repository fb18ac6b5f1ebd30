package detect

// Twins reports whether two words of the engine's phrases have the same hash.
func (e *Engine) Twins() bool { return e.phrases.words.twins }
