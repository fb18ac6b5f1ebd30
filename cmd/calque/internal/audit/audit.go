package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"

	"github.com/calque-check/calque/cmd/calque/internal/garbage"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/story"
	"github.com/calque-check/calque/reports"
)

// A Run is one audit: what is checked, how, and where the results go.
type Run struct {
	Engine *detect.Engine
	Reader *article.Reader
	Paths  []string
	Dir    string
	Resume bool // go on with an audit that was interrupted
	Fresh  bool // forget what earlier audits found
	Jobs   int
	Memory int64 // bytes to keep to at most; 0 for no limit
	Sample int   // how many articles to take; 0 for all
	Seed   uint64

	// Settings is all that what is found in an article depends on, beside the
	// article and calque's version. Place is what it depends on of an article's
	// path; nil for nothing.
	Settings string
	Place    func(*article.Article) string
	// Keep leaves out findings that are not to be reported, and returns how
	// many of them were known before; nil keeps all.
	Keep    func(*reports.Article) (known int)
	Options reports.Options
	// Said is what audit.json says of the settings.
	Said any
	// Failed hears of everything that could not be read or checked, in input
	// order; nil for nobody.
	Failed func(reports.Error)
	// Anew hears that the audit to go on with was another one, by its settings or
	// by calque's version, so that all of it is checked again; nil for nobody.
	Anew func()
	// Finish makes the rest of the directory from the files that are there,
	// before the run counts as finished; nil for nothing.
	Finish func(dir string) error

	Progress Progress

	own int // directories that Reader left out because they are the audit's
	cut int // groups of articles so large that they became several stories
}

// Own is how many of the directories that the reader left out were the audit's
// own.
func (r *Run) Own() int { return r.own }

// Cut is how many groups of articles were so large that they became several
// stories.
func (r *Run) Cut() int { return r.cut }

// A Progress is what others may look at while a run goes on.
type Progress struct {
	Stage    atomic.Int32 // index into Stages
	Done     atomic.Int64 // of the stage: articles, or stories when comparing
	Total    atomic.Int64 // of the stage, 0 when it is not known
	Articles atomic.Int64 // read so far
	Bytes    atomic.Int64 // of input read so far
	Input    atomic.Int64 // bytes of all input, 0 when that is not known
	Findings atomic.Int64 // in the articles by themselves; once all are written, those of the report
	Errors   atomic.Int64
	Reused   atomic.Int64 // articles that an earlier run had checked
}

// Stages name what a run does, one after the other.
var Stages = [...]string{"checking", "grouping", "comparing", "writing", "reporting"}

// The stages.
const (
	checking = iota
	grouping
	comparing
	writing
	reporting
)

func (p *Progress) start(stage, total int) {
	p.Done.Store(0)
	p.Total.Store(int64(total))
	p.Stage.Store(int32(stage))
}

// ErrInterrupted says that a run was called off. What it has found is in the
// store.
var ErrInterrupted = errors.New("interrupted")

// A run is a Run under way.
type run struct {
	*Run
	home  *home
	store *store
	rules map[*detect.Heuristic]bool

	// By article, in input order.
	order    *spool // what is known of each
	orderAt  []int64
	ids      reports.IDs
	grouping *story.Grouping
	large    sync.Mutex // held while a large story is compared: one at a time
	told     *spool     // the finished lines of the articles that belong to stories
	toldAt   []int64    // where they stand, from 1; 0 for articles that stand alone

	all     detect.Qualities
	summary reports.Summary
	files   *files
}

// Do runs the audit.
func (r *Run) Do(ctx context.Context) (reports.Summary, error) {
	fingerprint := r.fingerprint()
	h, err := open(r.Dir, r.Resume, r.Fresh)
	if err != nil {
		return reports.Summary{}, err
	}
	defer h.close()
	if was := h.before; r.Anew != nil && was.Unfinished && was.Fingerprint != "" && was.Fingerprint != fingerprint {
		r.Anew()
	}
	r.keepTo(0)
	u := &run{Run: r, home: h, summary: reports.NewSummary(), rules: map[*detect.Heuristic]bool{}}
	if err := u.do(ctx, fingerprint); err != nil {
		if ctx.Err() != nil {
			err = ErrInterrupted
		}
		return u.summary, err
	}
	return u.summary, nil
}

// keepTo keeps to what an audit of so many articles needs.
func (r *Run) keepTo(articles int) {
	if r.Memory > 0 {
		garbage.KeepTo(heldAlways+heldOfEach*int64(articles), r.Memory)
	}
}

// What an audit holds in bytes, much of it to let garbage wait: a story of 480
// articles takes 60 MB while it is compared.
const (
	heldAlways = 176 << 20
	heldOfEach = 400
)

func (r *Run) fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s", r.Options.Version, r.Options.Model, r.Settings))
	return hex.EncodeToString(sum[:8])
}

func (u *run) do(ctx context.Context, fingerprint string) (err error) {
	if err := u.home.write(state{true, fingerprint, u.Paths}); err != nil {
		return err
	}
	if u.store, err = openStore(u.home.store, fingerprint); err != nil {
		return err
	}
	defer func() { _ = u.store.close() }() // what counts has been flushed
	for _, s := range []**spool{&u.order, &u.told} {
		if *s, err = newSpool(u.home.temp); err != nil {
			return err
		}
		defer (*s).close()
	}
	if u.files, err = newFiles(u.home.temp); err != nil {
		return err
	}
	defer u.files.close()
	if u.grouping, err = story.NewGrouping(u.home.temp, u.Memory/8); err != nil {
		return err
	}
	defer u.grouping.Close()

	err = u.check(ctx)
	if flushed := u.store.flush(); err == nil {
		err = flushed
	}
	if err != nil {
		return err
	}
	stories, err := u.group(ctx)
	if err != nil {
		return err
	}
	if err := u.tell(ctx, stories); err != nil {
		return err
	}
	if err := u.write(ctx); err != nil {
		return err
	}
	if err := u.files.publish(u.Dir); err != nil {
		return err
	}
	if u.Finish != nil {
		u.Progress.start(reporting, 0)
		if err := u.Finish(u.Dir); err != nil {
			return err
		}
	}
	if err := removeOthers(u.home.store, fingerprint); err != nil {
		return err
	}
	return u.home.write(state{false, fingerprint, u.Paths})
}

// group finds the stories of all articles.
func (u *run) group(ctx context.Context) (iter.Seq[[]int], error) {
	u.Progress.start(grouping, 0)
	u.ids.Settle()
	stories, err := u.grouping.Stories(ctx)
	if err != nil {
		return nil, err
	}
	u.cut = u.grouping.Cut()
	u.grouping.Close()
	return stories, u.order.finish()
}
