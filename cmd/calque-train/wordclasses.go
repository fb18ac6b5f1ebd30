package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect/origin/features"
)

const (
	classedWords  = 10000 // the commonest open-class words are put into classes
	wordClasses   = 100
	classingSteps = 12
)

func wordClassesCommand() *cobra.Command {
	var data []string
	var out string
	c := &cobra.Command{
		Use:   "word-classes",
		Short: "Group the commonest words by what stands beside them, for the origin model's masked text",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			rows, err := readRows(data)
			if err != nil {
				return err
			}
			f, err := os.Create(filepath.Join(out, "classes.txt"))
			if err != nil {
				return err
			}
			if err := learnWordClasses(rows, f); err != nil {
				return err
			}
			return f.Close()
		},
	}
	c.Flags().StringSliceVar(&data, "data", defaultData[:1], "articles, JSON Lines, gzipped or not")
	c.Flags().StringVar(&out, "out", "detect/origin/features", "directory to write classes.txt to")
	return c
}

// learnWordClasses writes one class of words a line. Two words are of one
// class when the symbols of the masked text before and after them are
// distributed alike: what a part-of-speech tagger would call the same tag,
// but found without one.
func learnWordClasses(rows []row, out io.Writer) error {
	seen := map[string]bool{}
	rows = slices.DeleteFunc(rows, func(r row) bool {
		key := r.Group + r.Label
		again := seen[key]
		seen[key] = true
		return again && !strings.HasPrefix(r.source(), "htmt")
	})
	count := map[string]int{}
	symbol := map[string]int{}
	for _, r := range rows {
		features.Of(r.Text).Symbols(func(norm, class string, _, open bool) {
			if open {
				count[norm]++
			}
			symbol[class]++
		})
	}
	words := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	words = words[:min(len(words), classedWords)]
	wordID := map[string]int{}
	for i, w := range words {
		wordID[w] = i
	}
	symbols := slices.SortedFunc(maps.Keys(symbol), func(a, b string) int {
		return cmp.Or(cmp.Compare(symbol[b], symbol[a]), strings.Compare(a, b))
	})
	symbols = symbols[:min(len(symbols), 400)]
	dims := 2*len(symbols) + 2
	symbolID := map[string]int{"^": len(symbols)}
	for i, s := range symbols {
		symbolID[s] = i
	}
	vectors := make([][]float32, len(words))
	for i := range vectors {
		vectors[i] = make([]float32, dims)
	}
	for _, r := range rows {
		before, last := "^", -1
		features.Of(r.Text).Symbols(func(norm, class string, opens, open bool) {
			if opens {
				before, last = "^", -1
			}
			if s, ok := symbolID[class]; ok && last >= 0 {
				vectors[last][dims/2+s]++
			}
			last = -1
			if id, ok := wordID[norm]; ok && open {
				last = id
				if s, ok := symbolID[before]; ok {
					vectors[id][s]++
				}
			}
			before = class
		})
	}
	// Square roots of the shares: the distance between two vectors is then
	// Hellinger's.
	for _, v := range vectors {
		for _, half := range [][]float32{v[:dims/2], v[dims/2:]} {
			sum := float32(1e-9)
			for _, x := range half {
				sum += x
			}
			for i, x := range half {
				half[i] = float32(math.Sqrt(float64(x / sum)))
			}
		}
	}
	classes := make([][]string, wordClasses)
	for i, c := range cluster(vectors, wordClasses, classingSteps) {
		classes[c] = append(classes[c], words[i])
	}
	for _, c := range classes {
		slices.Sort(c)
		if _, err := fmt.Fprintln(out, strings.Join(c, " ")); err != nil {
			return err
		}
	}
	return nil
}

// cluster is k-means; the first centres are the first vectors, those of the
// commonest words.
func cluster(vectors [][]float32, k, steps int) []int {
	dims := len(vectors[0])
	centres := make([][]float32, k)
	for i := range centres {
		centres[i] = slices.Clone(vectors[i*3])
	}
	of := make([]int, len(vectors))
	for range steps {
		half := make([]float32, k)
		for c, centre := range centres {
			for _, x := range centre {
				half[c] += x * x / 2
			}
		}
		each(len(vectors), func(i int) {
			best, bestAt := float32(math.Inf(-1)), 0
			for c, centre := range centres {
				s := -half[c]
				for d, x := range vectors[i] {
					s += x * centre[d]
				}
				if s > best {
					best, bestAt = s, c
				}
			}
			of[i] = bestAt
		})
		size := make([]float32, k)
		for c := range centres {
			centres[c] = make([]float32, dims)
		}
		for i, v := range vectors {
			size[of[i]]++
			for d, x := range v {
				centres[of[i]][d] += x
			}
		}
		for c, centre := range centres {
			for d := range centre {
				centre[d] /= max(size[c], 1)
			}
		}
	}
	return of
}
