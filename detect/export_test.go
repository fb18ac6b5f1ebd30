package detect

// Twins reports whether two words of the engine's phrases have the same hash.
func (e *Engine) Twins() bool { return e.phrases.words.twins }

// Outgrown names the tables of the phrases that had more entries than there was
// room for at first.
func (e *Engine) Outgrown() []string {
	var names []string
	m := e.phrases
	made := newMatcher(len(m.patterns.all))
	for _, table := range []struct {
		name      string
		had, room int
	}{
		{"steps", len(m.patterns.steps), cap(made.patterns.steps)},
		{"alternatives", len(m.patterns.alternatives), cap(made.patterns.alternatives)},
		{"numbers", len(m.patterns.numbers), cap(made.patterns.numbers)},
		{"nodes", len(m.nodes), cap(made.nodes)},
		{"first", len(m.first), cap(made.first)},
		{"words", len(m.words.words), cap(made.words.words)},
		{"second", 2 * m.second.used, len(made.second.slots)},
		{"ends", len(m.ends.values), cap(made.ends.values)},
		{"rest", len(m.rest.values), cap(made.rest.values)},
	} {
		if table.had > table.room {
			names = append(names, table.name)
		}
	}
	return names
}
