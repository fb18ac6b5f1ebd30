package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect/article"
)

func corpusCommand() *cobra.Command {
	var articles int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "corpus DIR",
		Short: "Write an invented corpus as JSON Lines: the articles under DIR with other names, numbers and sentence orders",
		Long: `Writes as many articles as asked for to standard output, one JSON object a
line. Each is made from an article under DIR: its names and numbers are replaced
and the sentences of its paragraphs shuffled. The articles of one folder stay
tellings of one story: they get the same names and numbers. The same DIR, count
and seed give the same bytes.`,
		Example: `  calque-bench corpus --articles 100000 testdata/stories > corpus.jsonl`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			stories, err := readStories(args[0])
			if err != nil {
				return err
			}
			return writeCorpus(cmd.OutOrStdout(), stories, articles, seed)
		},
	}
	cmd.Flags().IntVar(&articles, "articles", 1000, "how many articles to write")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "where the variation starts")
	return cmd
}

// A telling is an article to be varied.
type telling struct {
	title      string
	paragraphs [][]string // sentences
}

// readStories reads the articles under dir, by folder.
func readStories(dir string) ([][]telling, error) {
	byFolder := map[string][]telling{}
	reader := &article.Reader{}
	for item, err := range reader.Items(dir) {
		if err != nil {
			return nil, err
		}
		a, err := reader.Load(item)
		if err != nil {
			return nil, err
		}
		t := telling{title: a.Title}
		for _, p := range a.Paragraphs {
			if p.Kind == article.Headline {
				continue
			}
			var sentences []string
			for _, s := range a.Sentences {
				if s.Start >= p.Start && s.End <= p.End {
					sentences = append(sentences, a.Slice(s.Span))
				}
			}
			if len(sentences) > 0 {
				t.paragraphs = append(t.paragraphs, sentences)
			}
		}
		folder := filepath.Dir(item.Path)
		byFolder[folder] = append(byFolder[folder], t)
	}
	if len(byFolder) == 0 {
		return nil, fmt.Errorf("%s: no articles to vary", dir)
	}
	var folders []string
	for f := range byFolder {
		folders = append(folders, f)
	}
	slices.Sort(folders)
	var out [][]telling
	for _, f := range folders {
		out = append(out, byFolder[f])
	}
	return out, nil
}

// writeCorpus writes n articles, story by story.
func writeCorpus(w io.Writer, stories [][]telling, n int, seed uint64) error {
	out := bufio.NewWriterSize(w, 1<<20)
	enc := json.NewEncoder(out)
	for story := 0; n > 0; story++ {
		r := rand.New(rand.NewPCG(seed, uint64(story)))
		changed := variation{r: r, words: map[string]string{}}
		day := fmt.Sprintf("%d-%02d-%02d", 2010+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28))
		for i, t := range stories[r.IntN(len(stories))] {
			if n == 0 {
				break
			}
			n--
			record := struct {
				ID        string `json:"id"`
				Title     string `json:"title"`
				Publisher string `json:"publisher"`
				Published string `json:"published"`
				Text      string `json:"text"`
			}{
				fmt.Sprintf("%d-%d", story, i), changed.text(t.title),
				fmt.Sprintf("Outlet %d", r.IntN(200)), day, changed.article(t),
			}
			if err := enc.Encode(record); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// A variation replaces the names and numbers of a story, each by the same one
// wherever it stands.
type variation struct {
	r     *rand.Rand
	words map[string]string
}

func (v *variation) article(t telling) string {
	var b strings.Builder
	for _, p := range t.paragraphs {
		if !slices.ContainsFunc(p, opensQuotation) {
			p = slices.Clone(p)
			v.r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		}
		b.WriteString(v.text(strings.Join(p, " ")))
		b.WriteString("\n\n")
	}
	return b.String()
}

// opensQuotation says whether a quotation runs on beyond the sentence or
// began before it: such sentences keep their order.
func opensQuotation(s string) bool { return strings.Count(s, `"`)%2 == 1 }

var (
	// A capitalised word inside a sentence is taken for a name, unless it begins
	// a quotation or a title. Weekdays and months are left alone: they would make
	// no date any more.
	nameInside = regexp.MustCompile(`([\p{Ll},] )(\p{Lu}\p{Ll}{2,})\b`)
	noName     = regexp.MustCompile(`^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|The|That|This|There|What|When|But|And|His|Her|Our|They|You|She|Nobody)$`)
	number     = regexp.MustCompile(`\d[\d,.]*\d|\d`)
)

func (v *variation) text(s string) string {
	for _, m := range nameInside.FindAllStringSubmatch(s, -1) {
		if name := m[2]; v.words[name] == "" && !noName.MatchString(name) {
			v.words[name] = v.name()
		}
	}
	s = wordRun.ReplaceAllStringFunc(s, func(w string) string {
		if other := v.words[w]; other != "" {
			return other
		}
		return w
	})
	return number.ReplaceAllStringFunc(s, func(w string) string {
		if v.words[w] == "" {
			v.words[w] = v.digits(w)
		}
		return v.words[w]
	})
}

var wordRun = regexp.MustCompile(`\p{L}+`)

// name is a word that can be said and that no dictionary has.
func (v *variation) name() string {
	const onsets, vowels, codas = "bdfgklmnprstv", "aeiou", "lnrsk"
	var b strings.Builder
	for range 2 + v.r.IntN(2) {
		b.WriteByte(onsets[v.r.IntN(len(onsets))])
		b.WriteByte(vowels[v.r.IntN(len(vowels))])
	}
	b.WriteByte(codas[v.r.IntN(len(codas))])
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// digits is a number of as many digits, grouped in the same way.
func (v *variation) digits(s string) string {
	out := []byte(s)
	for i, c := range out {
		if c >= '0' && c <= '9' {
			out[i] = byte('1' + v.r.IntN(9))
		}
	}
	return string(out)
}

// invent writes an invented corpus of n articles to a file.
func invent(file, from string, n int) error {
	stories, err := readStories(from)
	if err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := writeCorpus(f, stories, n, 1); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
