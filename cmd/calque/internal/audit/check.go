package audit

import (
	"cmp"
	"context"
	"crypto/sha256"
	"path/filepath"
	"strings"

	"github.com/calque-check/calque/cmd/calque/internal/pipe"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/article/realpath"
	"github.com/calque-check/calque/detect/story"
	"github.com/calque-check/calque/reports"
)

// An item is one article of the input that is to be read.
type item struct {
	article.Item
	err error
}

// A reading is what came of an item.
type reading struct {
	failed *reports.Error // nil when all went well
	size   int64

	key      key
	origin   article.Origin
	at       int64  // the record's place in the store, when an earlier run left it
	record   []byte // else what is to be appended
	quality  float64
	findings int
	sketch   story.Sketch
	named    *article.Article // for its id; nothing else of it is kept
}

// check reads and checks all articles. What is found goes into the store.
func (u *run) check(ctx context.Context) error {
	u.Progress.start(checking, u.Sample)
	p := pipe.New(u.Jobs, detect.Several, 4*u.Jobs, func() func([]item) []reading {
		c := &checker{run: u}
		return c.readAll
	})
	go func() {
		defer p.Close()
		for item := range u.items() {
			if ctx.Err() != nil || !p.Send(item, cmp.Or(item.Size, pipe.Unknown)) {
				return
			}
		}
	}()
	return p.Each(ctx, u.keep)
}

// keep takes in what came of one item, in input order.
func (u *run) keep(r reading) error {
	u.Progress.Bytes.Add(r.size)
	if r.failed != nil {
		u.Progress.Errors.Add(1)
		u.summary.Errors++
		if u.Failed != nil {
			u.Failed(*r.failed)
		}
		if r.record != nil {
			if _, err := u.store.append(r.record); err != nil {
				return err
			}
		}
		return u.files.errors.line(r.failed)
	}
	if r.record != nil {
		var err error
		if r.at, err = u.store.append(r.record); err != nil {
			return err
		}
	} else {
		u.Progress.Reused.Add(1)
	}
	u.all.Add(r.quality, 1)
	u.Progress.Articles.Add(1)
	u.Progress.Done.Add(1)
	u.Progress.Findings.Add(int64(r.findings))
	u.ids.Add(r.named)
	u.orderAt = append(u.orderAt, u.order.size)
	if len(u.orderAt)%10_000 == 0 {
		u.keepTo(len(u.orderAt))
	}
	if err := u.order.put(known{r.at, r.origin}); err != nil {
		return err
	}
	if u.Engine.Alone {
		return nil
	}
	return u.grouping.Add(r.sketch)
}

// A checker is one worker's means.
type checker struct {
	*run
	bufs [detect.Several][]byte
}

// hugeRecord is the size of a buffer in bytes above which it is not kept for the
// next article.
const hugeRecord = 1 << 20

// The first byte of a record.
const (
	recordChecked    = 'c' // then the article and what was found in it
	recordNotEnglish = 'n' // then what is said of its language
)

// readAll reads items and checks the articles, unless an earlier run has.
func (c *checker) readAll(items []item) []reading {
	readings := make([]reading, len(items))
	var articles []*article.Article
	var fresh []int // of the items, those that are to be checked
	for i := range items {
		a := c.read(items[i], &readings[i], &c.bufs[i])
		if a != nil {
			articles, fresh = append(articles, a), append(fresh, i)
		}
	}
	for k, o := range c.Engine.CheckSeveral(articles) {
		i := fresh[k]
		c.take(&readings[i], items[i].Item, o, &c.bufs[i])
		articles[k].DropTokens()
	}
	for i := range c.bufs {
		if cap(c.bufs[i]) > hugeRecord {
			c.bufs[i] = nil
		}
	}
	return readings
}

// read reads an item. It returns the article where it is to be checked, and in
// buf its record as far as it goes.
func (c *checker) read(i item, r *reading, buf *[]byte) *article.Article {
	r.size = i.Size
	err := i.err
	var a *article.Article
	if err == nil {
		a, err = c.Reader.Load(i.Item)
	}
	if err != nil {
		r.fail(i.Item, err)
		return nil
	}
	if r.size == 0 {
		r.size = int64(len(a.Text))
	}
	*buf = a.Append(append((*buf)[:0], recordChecked))
	r.key = c.keyOf(a, *buf)
	if at, data, ok := c.store.find(r.key); ok && c.again(r, a, at, data) {
		a.DropTokens()
		return nil
	}
	return a
}

// take takes in what came of checking an item's article, whose record buf begins.
func (c *checker) take(r *reading, i article.Item, o detect.Outcome, buf *[]byte) {
	if o.Err != nil {
		r.fail(i, o.Err)
		if r.failed.NotEnglish { // asking again can take long
			r.record = record(r.key, append([]byte{recordNotEnglish}, r.failed.Error...))
		}
		return
	}
	*buf = o.Checked.Append(*buf)
	r.record = record(r.key, *buf)
	r.quality, r.findings = o.Checked.Score.Quality, len(o.Checked.Findings)
	r.of(o.Checked.Article, c.Engine.Alone)
}

// fail says that an item could not be read or checked.
func (r *reading) fail(i article.Item, err error) {
	e := reports.ErrorOf(detect.FailureOf(i, err))
	r.failed = &e
}

// of adds what is kept in memory of an article, which may not be compared with
// others.
func (r *reading) of(a *article.Article, alone bool) {
	r.origin = a.Origin()
	r.named = &article.Article{ID: a.ID, Path: a.Path, Record: a.Record}
	if !alone {
		r.sketch = story.SketchOf(a)
	}
}

// again takes over what an earlier run found; it reports false when that cannot
// be used.
func (c *checker) again(r *reading, a *article.Article, at int64, data []byte) bool {
	if data[0] != recordChecked {
		r.failed = &reports.Error{Path: a.Path, Record: a.Record, Error: string(data[1:]), NotEnglish: true}
		return true
	}
	checked, err := c.Engine.Stored(string(data[1:]), a.Origin())
	if err != nil {
		return false
	}
	r.at, r.quality, r.findings = at, checked.Score.Quality, len(checked.Findings)
	r.of(a, c.Engine.Alone)
	return true
}

// keyOf is the key of an article, which is stored as data.
func (c *checker) keyOf(a *article.Article, data []byte) key {
	h := sha256.New()
	h.Write(data)
	if c.Place != nil {
		h.Write([]byte(c.Place(a)))
	}
	var sum [sha256.Size]byte
	return key(h.Sum(sum[:0])[:len(key{})])
}

// items lists the input, without what lies in the directory of the audit: that
// is what earlier audits wrote.
func (u *run) items() func(func(item) bool) {
	own := inside(u.Dir)
	ignore := u.Reader.Ignore
	u.Reader.Ignore = func(path string, dir bool) (bool, []*article.ReadError) {
		if dir && own(filepath.Join(path, "x")) {
			u.own++
			return true, nil
		}
		if ignore == nil {
			return false, nil
		}
		return ignore(path, dir)
	}
	listed := func(yield func(item) bool) {
		for i, err := range u.Reader.Items(u.Paths...) {
			if !own(i.Path) && !yield(item{i, err}) {
				return
			}
		}
	}
	if u.Sample > 0 {
		return sample(listed, u.Sample, u.Seed)
	}
	return listed
}

// inside reports whether a path lies inside a directory, by whatever links they
// are named.
func inside(dir string) func(path string) bool {
	own := realpath.OfDir(dir)
	last, lastReal := "", ""
	return func(path string) bool {
		if d := filepath.Dir(path); d != last {
			last, lastReal = d, realpath.OfDir(d)
		}
		return strings.HasPrefix(lastReal, own)
	}
}
