package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect/article"
)

func corpusCommand() *cobra.Command {
	var articles int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "corpus DIR",
		Short: "Write an invented corpus as JSON Lines: the articles under DIR with other names, numbers, words and sentence orders",
		Long: `Writes as many articles as asked for to standard output, one JSON object a
line. Each is made from an article under DIR: its names, its numbers and the words
that only its story has are replaced and the sentences of its paragraphs shuffled.
The articles of one folder stay tellings of one story: they get the same names,
numbers and words. One to all of them are written. The same DIR, count and seed
give the same bytes.`,
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
	own := ownWords(stories)
	for story := 0; n > 0; story++ {
		r := rand.New(rand.NewPCG(seed, uint64(story)))
		which := r.IntN(len(stories))
		changed := variation{r: r, own: own[which], words: map[string]string{}}
		day := fmt.Sprintf("%d-%02d-%02d", 2010+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28))
		// Most stories of a real corpus have few tellings, many only one.
		told := r.Perm(len(stories[which]))
		for i, k := range told[:1+r.IntN(len(told))] {
			if n == 0 {
				break
			}
			n--
			t := stories[which][k]
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
