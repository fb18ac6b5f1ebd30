package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/reports"
)

const baselineSchema = "calque-baseline/1"

// A baseline holds the findings that are known and do not count. It is written
// in a settled order, one finding after the other, so that a person can review
// what changes.
type baseline struct {
	Schema   string         `json:"schema"`
	Findings []knownFinding `json:"findings"`
}

// A knownFinding is known by its article and its fingerprint; rule and excerpt
// are there for people.
type knownFinding struct {
	Article     string `json:"article"` // the path from the baseline's directory, with "#" and the record's id or title
	Rule        string `json:"rule"`
	Excerpt     string `json:"excerpt"`
	Fingerprint string `json:"fingerprint"`
}

func baselineCommand() *cobra.Command {
	var c checking
	var out, update string
	cmd := &cobra.Command{
		Use:   "baseline [PATH|-]... (--out FILE | --update FILE)",
		Short: "Write down today's findings, so that only new ones count",
		Long: `Writes the findings of today to a file. check and gate with --baseline FILE then
leave these findings out and say how many they were; the scores still count
them. A finding is known by its article, its rule, its words and three words on
either side, so editing elsewhere in the article changes nothing.

--update takes the findings that are gone out of a baseline and adds none; to
accept new findings, write it anew with --out. What was not looked at stays: files
that were not given or could not be read, and the findings of rules that --only,
--skip and the like leave out. Give all paths that the baseline was written from: what
comparing articles found is gone when the other tellings are not there; where one of
them could not be read, it stays.

Findings that a comment in an article suppresses are written down too, unless the
gate's policy heeds such comments.`,
		Example: `  calque baseline articles/ --out calque-baseline.json
  calque check articles/ --baseline calque-baseline.json
  calque baseline articles/ --update calque-baseline.json`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if (out == "") == (update == "") {
				return usage("give --out FILE to write today's findings, or --update FILE to take out those that are gone")
			}
			paths, err := c.inputs(cmd, paths)
			if err != nil {
				return err
			}
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			// A baseline holds what a gate would see.
			c.heed = func(a *article.Article) bool {
				return yes(layers(&c.file, gateConfig{}, a.Path, a.Publisher).Suppressions)
			}
			file := out + update
			c.written = []string{file}
			var known baseline
			if update != "" {
				if known, err = readBaseline(file); err != nil {
					return usage("--update: %w", err)
				}
			}
			engine, err := c.engine()
			if err != nil {
				return err
			}
			engine.Detail = origin.Bare // it holds findings only
			r, err := c.reportOn(engine, cmd, paths)
			if err != nil {
				return err
			}
			b := baselineOf(r, file)
			if update != "" {
				b = known.without(b, r, engine.Heuristics(), file)
				fmt.Fprintf(cmd.ErrOrStderr(), "calque: %s: %d known findings, %d taken out\n", file, len(b.Findings), len(known.Findings)-len(b.Findings))
			}
			if err := writeFile(file, b.write); err != nil {
				return &failure{statusFailed, fmt.Errorf("cannot write the baseline: %w", err)}
			}
			if len(r.Errors) > 0 {
				return &failure{statusFailed, errSaid}
			}
			return nil
		},
	}
	c.flags(cmd)
	cmd.Flags().StringVar(&out, "out", "", "write all of today's findings to this file")
	cmd.Flags().StringVar(&update, "update", "", "take the findings that are gone out of this file")
	return cmd
}

// baselineOf holds all findings of a report.
func baselineOf(r *reports.Report, file string) baseline {
	b := baseline{Schema: baselineSchema, Findings: []knownFinding{}}
	for i := range r.Articles {
		a := &r.Articles[i]
		for _, f := range a.Findings {
			b.Findings = append(b.Findings, knownFinding{baselinePlace(a, file), f.Rule, f.Excerpt, f.Fingerprint})
		}
	}
	slices.SortStableFunc(b.Findings, func(x, y knownFinding) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Excerpt, y.Excerpt), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	return b
}

// without is the baseline without the findings that are gone: their rule was
// applied to their file, which was checked whole and no longer has them, or the
// file is no more. Rules that compare articles are applied where all of them could
// be read.
func (b baseline) without(now baseline, r *reports.Report, rules []detect.Heuristic, file string) baseline {
	applied := map[string]bool{}
	for i := range rules {
		applied[rules[i].Name] = rules[i].Disagreement == "" || len(r.Errors) == 0
	}
	dir := filepath.Dir(file)
	checked := map[string]bool{}
	for _, a := range r.Articles {
		checked[relativeTo(dir, a.Path)] = true
	}
	for _, e := range r.Errors {
		delete(checked, relativeTo(dir, e.Path))
	}
	there := func(path string) bool {
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(path)))
		return path == "-" || !errors.Is(err, fs.ErrNotExist)
	}
	still := now.set()
	out := baseline{Schema: baselineSchema, Findings: []knownFinding{}}
	for _, k := range b.Findings {
		path, found := k.Article, false
		for { // the file's name may have a "#", and so may the record's id
			found = checked[path] || there(path)
			i := strings.LastIndexByte(path, '#')
			if found || i < 0 {
				break
			}
			path = path[:i]
		}
		gone := checked[path] && applied[k.Rule] || !found
		if still[k.key()] || !gone {
			out.Findings = append(out.Findings, k)
		}
	}
	return out
}

// leaveOut takes the known findings out of a report and counts them.
func (b baseline) leaveOut(r *reports.Report, file string) {
	known := b.set()
	n := 0
	r.Keep(func(a *reports.Article, f *reports.Finding) bool {
		if known[[2]string{baselinePlace(a, file), f.Fingerprint}] {
			n++
			return false
		}
		return true
	})
	r.Summary.Known = n
}

func (k knownFinding) key() [2]string { return [2]string{k.Article, k.Fingerprint} }

func (b baseline) set() map[[2]string]bool {
	set := map[[2]string]bool{}
	for _, k := range b.Findings {
		set[k.key()] = true
	}
	return set
}

// baselinePlace is where an article stands, seen from the baseline's
// directory: the same wherever the command is run. A record without an id of its
// own is known by its title, for its number changes when others come or go.
func baselinePlace(a *reports.Article, file string) string {
	place := relativeTo(filepath.Dir(file), a.Path)
	switch {
	case a.Record == 0:
	case a.Title != "" && strings.HasSuffix(a.ID, "#"+strconv.Itoa(a.Record)):
		sum := sha256.Sum256([]byte(a.Title))
		place += "#title:" + hex.EncodeToString(sum[:8])
	default:
		place += "#" + strings.TrimPrefix(a.ID, a.Path+"#")
	}
	return place
}

// relativeTo is a path as seen from a directory, with slashes.
func relativeTo(dir, path string) string {
	from, err1 := filepath.Abs(dir)
	to, err2 := filepath.Abs(path)
	if rel, err := filepath.Rel(from, to); err == nil && err1 == nil && err2 == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

func readBaseline(file string) (baseline, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return baseline{}, err
	}
	var b baseline
	if err := json.Unmarshal(data, &b); err != nil {
		return b, fmt.Errorf("%s: is no baseline that can be read: %w", file, err)
	}
	if b.Schema != baselineSchema {
		return b, fmt.Errorf("%s: its schema is %q and this version of calque reads %q; write it anew with 'calque baseline --out'", file, b.Schema, baselineSchema)
	}
	return b, nil
}

func (b baseline) write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(b)
}
