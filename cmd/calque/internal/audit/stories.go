package audit

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"

	"github.com/calque-check/calque/cmd/calque/internal/pipe"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/reports"
)

// A telling is what came of a story.
type telling struct {
	err      error
	members  []int
	before   []float64        // the members' quality by themselves
	standing []detect.Checked // where they stand now; nothing else of them
	articles []reports.Article
	lines    [][]byte // the articles, encoded
	known    int
	story    []byte
}

// tell compares the tellings of each story. The finished lines of its articles
// wait for their turn in input order.
func (u *run) tell(ctx context.Context, stories iter.Seq[[]int]) error {
	u.Progress.start(comparing, 0)
	u.toldAt = make([]int64, len(u.orderAt))
	p := pipe.New(u.Jobs, 1, 4*u.Jobs, func() func([][]int) []telling { return pipe.OneByOne(u.compare) })
	go func() {
		defer p.Close()
		for members := range stories {
			if ctx.Err() != nil || !p.Send(members, 0) {
				return
			}
		}
	}()
	var size [4]byte
	err := p.Each(ctx, func(t telling) error {
		if t.err != nil {
			return t.err
		}
		u.summary.Stories++
		u.summary.Known += t.known
		u.Progress.Done.Add(1)
		for i, m := range t.members {
			u.all.Add(t.before[i], -1)
			u.all.Count(&t.standing[i])
			u.summary.Count(&t.articles[i])
			u.toldAt[m] = u.told.size + 1
			binary.LittleEndian.PutUint32(size[:], uint32(len(t.lines[i])))
			if err := u.told.write(size[:]); err != nil {
				return err
			}
			if err := u.told.write(t.lines[i]); err != nil {
				return err
			}
		}
		_, err := u.files.stories.w.Write(t.story)
		return err
	})
	if err != nil {
		return err
	}
	return u.told.finish()
}

// largeStory is from how many tellings on a story is compared while no other
// large one is: a telling takes some 110 KB meanwhile.
const largeStory = 64

// compare compares the members of a story.
func (u *run) compare(members []int) telling {
	if len(members) >= largeStory {
		u.large.Lock()
		defer u.large.Unlock()
	}
	t := telling{members: members}
	checked := make([]detect.Checked, len(members))
	ids := make([]string, len(members))
	for i, m := range members {
		if checked[i], t.err = u.load(m); t.err != nil {
			return t
		}
		ids[i] = u.ids.Of(m, checked[i].Article)
		t.before = append(t.before, checked[i].Score.Quality)
		checked[i].Segment()
	}
	s := u.Engine.Tell(checked)
	result := detect.Result{Articles: checked, Heuristics: u.Engine.Heuristics()}
	result.Stories = append(result.Stories, s)
	articles, stories := reports.BuildPart(&result, ids, u.Options)
	t.articles = articles
	for i := range articles {
		t.standing = append(t.standing, detect.Checked{})
		t.standing[i].StandAs(&checked[i])
		if u.Keep != nil {
			t.known += u.Keep(&articles[i])
		}
		line := checked[i].AppendStanding(nil)
		var text []byte
		if text, t.err = encode(&articles[i]); t.err != nil {
			return t
		}
		t.lines = append(t.lines, append(line, text...))
		articles[i].Text = "" // it is counted by now, and memory may be short
	}
	t.story, t.err = encode(&stories[0])
	return t
}

// load takes a checked article from the store.
func (u *run) load(i int) (detect.Checked, error) {
	end := u.order.size
	if i+1 < len(u.orderAt) {
		end = u.orderAt[i+1]
	}
	k, err := u.order.known(u.orderAt[i], end)
	if err != nil {
		return detect.Checked{}, err
	}
	_, data, err := u.store.read(k.at)
	if err != nil {
		return detect.Checked{}, fmt.Errorf("%s: %w; --fresh begins anew", u.store.file.Name(), err)
	}
	return u.Engine.Stored(string(data[1:]), k.Origin)
}
