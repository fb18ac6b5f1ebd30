package main

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/calque-check/calque/detect/article"
)

// limits are the flags that say how much of an input is read.
type limits struct {
	article, record, unpacked size
	ratio                     int64
	depth                     int
	time                      time.Duration
}

func (l *limits) flags(f *pflag.FlagSet) {
	l.article, l.unpacked = article.DefaultMaxSize, article.DefaultMaxUnpacked
	f.Var(&l.article, "max-article", "bytes that one article may have, as in 500K, 32M or 1G")
	f.Var(&l.record, "max-record", "bytes that one record of JSON Lines, CSV or WARC may have (default: as --max-article)")
	f.Var(&l.unpacked, "max-unpacked", "bytes that one compressed file may unpack to")
	f.Int64Var(&l.ratio, "max-ratio", article.DefaultMaxRatio, "how many times its size a compressed file may unpack to")
	f.DurationVar(&l.time, "max-time", article.DefaultMaxTime, "how long reading one article may take, and then checking it by itself (comparing it with others has no limit); 0 for as long as it takes")
	f.IntVar(&l.depth, "max-depth", article.DefaultMaxDepth, "how deep elements of XML and HTML may be nested")
}

// check refuses limits that would let nothing through.
func (l *limits) check() error {
	switch {
	case l.ratio < 1:
		return usage("--max-ratio %d: give at least 1", l.ratio)
	case l.time < 0:
		return usage("--max-time %v: give a time such as 30s, or 0 for no limit", l.time)
	case l.depth < 1:
		return usage("--max-depth %d: give at least 1", l.depth)
	}
	return nil
}

// set gives the limits to a reader.
func (l *limits) set(r *article.Reader) {
	r.MaxSize = int64(l.article)
	r.Limits = article.Limits{Record: int64(l.record), Unpacked: int64(l.unpacked), Ratio: l.ratio, XMLDepth: l.depth, HTMLDepth: l.depth, Time: l.time}
}

// unread describes what could not be read, and names the flag of the limit that
// it ran into.
func (l *limits) unread(item article.Item, err error) unread {
	u := unread{Path: item.Path, Record: item.Record, Error: err.Error()}
	if read := (*article.ReadError)(nil); errors.As(err, &read) {
		u.Path, u.Record, u.Error = read.Path, read.Record, read.Err.Error()
	}
	u.Limit = l.raisedBy(err)
	return u
}

// raisedBy is the flag that raises the limit an error speaks of, "" for other
// errors.
func (l *limits) raisedBy(err error) string {
	var large *article.TooLargeError
	var unpacked *article.UnpackError
	var depth *article.DepthError
	var slow *article.TimeError
	switch {
	case errors.As(err, &large) && l.record > 0 && large.Limit == int64(l.record):
		return "--max-record"
	case errors.As(err, &large):
		return "--max-article"
	case errors.As(err, &unpacked) && unpacked.Ratio:
		return "--max-ratio"
	case errors.As(err, &unpacked):
		return "--max-unpacked"
	case errors.As(err, &depth):
		return "--max-depth"
	case errors.As(err, &slow):
		return "--max-time"
	}
	return ""
}

// A size is a number of bytes, which people write as 32M.
type size int64

var sizeUnits = []struct {
	letter string
	bytes  int64
}{{"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}}

const wantedSize = "a number of bytes such as 500K, 32M or 1G"

// Set reads a size.
func (s *size) Set(text string) error {
	number, unit := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(text)), "B"), int64(1)
	for _, u := range sizeUnits {
		if strings.HasSuffix(number, u.letter) {
			number, unit = strings.TrimSuffix(number, u.letter), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if err != nil || n < 1 || n > 1<<62/unit {
		return errors.New("give " + wantedSize)
	}
	*s = size(n * unit)
	return nil
}

// String writes a size as Set reads it.
func (s *size) String() string {
	if *s == 0 {
		return ""
	}
	for _, u := range sizeUnits {
		if int64(*s)%u.bytes == 0 {
			return strconv.FormatInt(int64(*s)/u.bytes, 10) + u.letter
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Type is what the help calls the value.
func (s *size) Type() string { return "size" }
