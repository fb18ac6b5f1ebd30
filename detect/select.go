package detect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// A Selection says which heuristics apply. Names may be of heuristics or of
// families.
type Selection struct {
	Only            []string // nothing else; naming a heuristic switches it on when it is off by default
	Skip            []string // none of these
	SourceLanguages []string // those that expect one of these ISO 639-1 codes, or any language; empty for all
}

// Select returns the heuristics that a selection leaves, in their order. An
// unknown name is an error that names the nearest known one.
func Select(all []Heuristic, s Selection) ([]Heuristic, error) {
	for _, name := range slices.Concat(s.Only, s.Skip) {
		if err := known(all, name); err != nil {
			return nil, err
		}
	}
	out := make([]Heuristic, 0, len(all))
	for _, h := range all {
		named := slices.Contains(s.Only, h.Name)
		switch {
		case len(s.Only) == 0 && h.Off:
		case len(s.Only) > 0 && !named && (h.Off || !slices.Contains(s.Only, string(h.Family))):
		case slices.Contains(s.Skip, h.Name) || slices.Contains(s.Skip, string(h.Family)):
		case !h.Expects(s.SourceLanguages):
		default:
			out = append(out, h)
		}
	}
	return out, nil
}

// Expects reports whether the heuristic finds what one of the source languages
// leaves. No languages stand for all of them.
func (h *Heuristic) Expects(languages []string) bool {
	return len(languages) == 0 || len(h.SourceLanguages) == 0 ||
		slices.ContainsFunc(h.SourceLanguages, func(l string) bool { return slices.Contains(languages, l) })
}

func known(all []Heuristic, name string) error {
	var names []string
	for _, h := range all {
		if h.Name == name || string(h.Family) == name {
			return nil
		}
		names = append(names, h.Name, string(h.Family))
	}
	return fmt.Errorf("no rule or family is called %q%s", name, DidYouMean(name, names))
}

// Lookup is the heuristic with the given name. An unknown name is an error
// that names the nearest known ones.
func Lookup(all []Heuristic, name string) (*Heuristic, error) {
	var names []string
	for i := range all {
		if all[i].Name == name {
			return &all[i], nil
		}
		names = append(names, all[i].Name)
	}
	return nil, fmt.Errorf("no rule is called %q%s", name, DidYouMean(name, names))
}

// DidYouMean is "; did you mean ...?" with the up to three candidates nearest
// to the name, or "" when none is near: within a third of its letters, or
// holding it as a part.
func DidYouMean(name string, candidates []string) string {
	type near struct {
		name     string
		distance int
	}
	var found []near
	for _, c := range candidates {
		d := levenshtein.ComputeDistance(name, c)
		if len(name) >= 4 && strings.Contains(c, name) {
			d = 1
		}
		n := near{c, d}
		if d <= max(2, len(name)/3) && !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	if len(found) == 0 {
		return ""
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.distance - b.distance })
	var names []string
	for _, n := range found[:min(3, len(found))] {
		names = append(names, n.name)
	}
	return "; did you mean " + strings.Join(names, " or ") + "?"
}
