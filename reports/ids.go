package reports

import (
	"fmt"
	"strconv"

	"github.com/calque-check/calque/detect/article"
)

// IDs gives each article of a run an id of its own: the one it brings along
// unchanged, else its path and record. A later article with an id that is
// taken gets a number after it. Articles are added in input order; it is only
// then, when all are known, that it is settled what is free. An id that is
// taken is known by a hash of 8 bytes, so that a corpus of any size can be
// added.
type IDs struct {
	n     int
	taken map[uint64]struct{}
	wait  []waiting      // those that cannot have the id they bring, in order
	given map[int]string // what they got instead
}

type waiting struct {
	at int
	id string
}

// Add takes in the next article.
func (ids *IDs) Add(a *article.Article) {
	if ids.taken == nil {
		ids.taken = map[uint64]struct{}{}
	}
	i := ids.n
	ids.n++
	if a.ID != "" && ids.take(a.ID) {
		return
	}
	want := a.ID
	switch {
	case want != "":
	case a.Record > 0:
		want = fmt.Sprintf("%s#%d", a.Path, a.Record)
	case a.Path != "":
		want = a.Path
	default:
		want = fmt.Sprintf("article-%d", i+1)
	}
	ids.wait = append(ids.wait, waiting{i, want})
}

// Settle finds ids for those that brought none of their own.
func (ids *IDs) Settle() {
	ids.given = make(map[int]string, len(ids.wait))
	next := map[uint64]int{} // the number to try next
	for _, w := range ids.wait {
		h, id := hashID(w.id), w.id
		for !ids.take(id) {
			n := max(2, next[h])
			id, next[h] = w.id+"~"+strconv.Itoa(n), n+1
		}
		ids.given[w.at] = id
	}
	ids.wait, ids.taken = nil, nil
}

// Of is the id of the i-th article that was added.
func (ids *IDs) Of(i int, a *article.Article) string {
	if id, ok := ids.given[i]; ok {
		return id
	}
	return a.ID
}

func (ids *IDs) take(id string) bool {
	h := hashID(id)
	if _, ok := ids.taken[h]; ok {
		return false
	}
	ids.taken[h] = struct{}{}
	return true
}

// hashID is FNV-1a with a finishing mix.
func hashID(id string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	return h ^ h>>33
}
