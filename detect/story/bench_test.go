package story

import (
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect/article"
)

// corpus makes n articles of stories of five tellings each, out of made-up
// words that are as frequent as Zipf's law has it.
func corpus(n int) (articles []*article.Article, stories []string) {
	random := rand.New(rand.NewPCG(7, 7))
	const vocabulary = 60000
	words := make([]string, vocabulary)
	for i := range words {
		var b strings.Builder
		for k := i + 7; k > 0; k /= 20 {
			b.WriteString([]string{"ba", "de", "fi", "go", "lu", "ka", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu", "cha", "dre", "stri", "plo", "quu"}[k%20])
		}
		words[i] = b.String()
	}
	zipf := rand.NewZipf(random, 1.1, 8, vocabulary-1)
	var topic []string
	for i := range n {
		if i%5 == 0 {
			topic = nil
			for range 40 {
				topic = append(topic, words[2000+random.IntN(vocabulary-2000)])
			}
		}
		var paragraphs []string
		for range 6 {
			var b strings.Builder
			for k := range 30 {
				w := words[zipf.Uint64()]
				if random.IntN(4) == 0 {
					w = topic[random.IntN(len(topic))]
				}
				if k == 0 || random.IntN(10) == 0 {
					w = titled(w)
				}
				b.WriteString(w + " ")
			}
			paragraphs = append(paragraphs, strings.TrimSpace(b.String())+".")
		}
		articles = append(articles, written("", paragraphs...))
		stories = append(stories, strconv.Itoa(i/5))
	}
	return articles, stories
}

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		articles, _ := corpus(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Group(articles, 2)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	articles, truth := project(b)
	stories := storiesOf(truth)
	for b.Loop() {
		for _, members := range stories {
			Compare(articles, members)
		}
	}
}

func BenchmarkTellings(b *testing.B) {
	articles, _ := project(b)
	c := NewComparison(articles, allOf(articles))
	for b.Loop() {
		tellings(c.texts)
	}
}

func BenchmarkAlign(b *testing.B) {
	a := written("", "“We have never seen the river rise as fast as it did on that night, and we hope that we shall never have to see it again,” she said.")
	c := written("", "“We never saw the river rise so fast as that night and hope never to see it again,” she said.")
	texts := NewComparison([]*article.Article{a, c}, []int{0, 1}).texts
	x, y := fragmentsOf(texts[0]), fragmentsOf(texts[1])
	var al aligner
	for b.Loop() {
		al.align(x[0].words, y[0].words)
	}
}

// TestGrowth checks that grouping many articles takes a time that grows with
// their number and not with its square, and finds the stories. Whatever else the
// machine does can only make it slower, so the fastest of some runs counts.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const n, runs = 8000, 5
	articles, truth := corpus(n)
	group := func(n int) time.Duration {
		runtime.GC()
		start := time.Now()
		found := Group(articles[:n], 2)
		took := time.Since(start)
		if p, r := bcubed(n, found, truth[:n]); p < 0.97 || r < 0.9 {
			t.Errorf("%d articles: B-cubed precision %.2f, recall %.2f", n, p, r)
		}
		return took
	}
	small, large := group(n/4), group(n)
	for i := 1; i < runs && large > 12*small; i++ {
		small, large = min(small, group(n/4)), min(large, group(n))
	}
	t.Logf("%d articles %v, %d articles %v", n/4, small, n, large)
	if large > 12*small {
		t.Errorf("four times the articles took %.1f times as long", float64(large)/float64(small))
	}
}
