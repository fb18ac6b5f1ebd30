package audit

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"

	"github.com/calque-check/calque/cmd/calque/internal/pipe"
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/reports"
)

// A line is a finished article.
type line struct {
	err     error
	text    []byte
	article *reports.Article // nil when it has been counted
	known   int
}

// write ranks the articles that stand alone and writes all files.
func (u *run) write(ctx context.Context) error {
	u.Progress.start(writing, len(u.orderAt))
	tool := reports.ToolOf(len(u.Engine.Heuristics()), u.Options)
	head, err := json.Marshal(tool)
	if err != nil {
		return err
	}
	report := u.files.report
	report.text(`{"schema":"` + reports.Schema + `","tool":` + string(head) + `,"articles":[`)
	p := pipe.New(u.Jobs, 8, 4*u.Jobs, func() func([]int) []line { return pipe.OneByOne(u.line) })
	go func() {
		defer p.Close()
		for i := range u.orderAt {
			if ctx.Err() != nil || !p.Send(i, 0) {
				return
			}
		}
	}()
	between := "\n"
	if err := p.Each(ctx, func(l line) error {
		if l.err != nil {
			return l.err
		}
		if l.article != nil {
			u.summary.Count(l.article)
			u.summary.Known += l.known
		}
		u.Progress.Done.Add(1)
		report.text(between)
		between = ","
		if _, err := report.w.Write(l.text); err != nil {
			return err
		}
		_, err := u.files.articles.w.Write(l.text)
		return err
	}); err != nil {
		return err
	}
	u.Progress.Findings.Store(int64(u.summary.Findings))
	return u.finish(tool)
}

// line is the finished line of an article.
func (u *run) line(i int) line {
	if at := u.toldAt[i]; at > 0 {
		text, err := u.lineTold(at - 1)
		return line{text: text, err: err}
	}
	c, err := u.load(i)
	if err != nil {
		return line{err: err}
	}
	u.all.Stand(&c)
	articles, _ := reports.BuildPart(&detect.Result{Articles: []detect.Checked{c}, Heuristics: u.Engine.Heuristics()}, []string{u.ids.Of(i, c.Article)}, u.Options)
	l := line{article: &articles[0]}
	if u.Keep != nil {
		l.known = u.Keep(l.article)
	}
	l.text, l.err = encode(l.article)
	return l
}

// lineTold is the line of an article that belongs to a story. It was finished
// with its story, unless it is to be set against the whole corpus.
func (u *run) lineTold(at int64) ([]byte, error) {
	var size [4]byte
	if _, err := u.told.file.ReadAt(size[:], at); err != nil {
		return nil, err
	}
	data := make([]byte, binary.LittleEndian.Uint32(size[:]))
	if _, err := u.told.file.ReadAt(data, at+4); err != nil {
		return nil, err
	}
	standing, text, err := detect.StoredStanding(string(data))
	if err != nil || standing.Score.Against != detect.AgainstCorpus {
		return data[len(data)-len(text):], err
	}
	u.all.Stand(&standing)
	var a reports.Article
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return nil, err
	}
	a.Scores.Stand(&standing.Score)
	return encode(&a)
}

// finish writes what stands after the articles, and what the audit was.
func (u *run) finish(tool reports.Tool) error {
	rules := []reports.Rule{}
	all := u.Engine.Heuristics()
	for i := range all {
		if u.summary.ByRule[all[i].Name] > 0 {
			rules = append(rules, reports.RuleOf(&all[i]))
		}
	}
	reports.SortRules(rules)
	report := u.files.report
	report.text("]")
	if err := u.files.stories.into(report, "stories"); err != nil {
		return err
	}
	for _, part := range []struct {
		name  string
		value any
	}{{"rules", rules}, {"summary", u.summary}} {
		raw, err := encode(part.value)
		if err != nil {
			return err
		}
		report.text(",\"" + part.name + "\":" + string(raw))
	}
	if err := u.files.errors.into(report, "errors"); err != nil {
		return err
	}
	report.text("}\n")
	return u.files.settled.line(struct {
		Schema   string          `json:"schema"`
		Tool     reports.Tool    `json:"tool"`
		Counts   reports.Summary `json:"counts"`
		Settings any             `json:"settings"`
		Rules    []reports.Rule  `json:"rules"`
	}{reports.AuditSchema, tool, u.summary, u.Said, rules})
}

// into adds the lines of a file to the report, as a list.
func (o *out) into(report *out, name string) error {
	if err := o.w.Flush(); err != nil {
		return err
	}
	report.text(",\"" + name + "\":[")
	if _, err := o.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	in := bufio.NewReaderSize(o.file, 1<<16)
	for between := "\n"; ; between = "," {
		_, err := in.Peek(1)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		report.text(between)
		for {
			part, err := in.ReadSlice('\n')
			if _, err := report.w.Write(part); err != nil {
				return err
			}
			if err == nil {
				break
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				return err
			}
		}
	}
	_, err := report.w.WriteString("]")
	return err
}
