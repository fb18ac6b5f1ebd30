package story

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// TestSorter checks that parts in files come out as one sorted list.
func TestSorter(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(rapid.Uint64()).Draw(t, "numbers")
		s := newSorter(dir, rapid.IntRange(1, 5).Draw(t, "limit"))
		defer s.close()
		for _, v := range all {
			if err := s.add(v); err != nil {
				t.Fatal(err)
			}
		}
		var got []uint64
		if err := s.each(func(v uint64) error { got = append(got, v); return nil }); err != nil {
			t.Fatal(err)
		}
		if slices.Sort(all); !slices.Equal(got, all) {
			t.Fatalf("got %v, want %v", got, all)
		}
	})
}

// storiesIn groups sketches that wait in files.
func storiesIn(t testing.TB, dir string, sketches []Sketch) [][]int {
	t.Helper()
	g, err := NewGrouping(dir, 1<<16)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	for _, s := range sketches {
		if err := g.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	found, err := g.Stories(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(found)
}

// TestGroupingInFiles: with files the stories are the same as in memory.
func TestGroupingInFiles(t *testing.T) {
	articles, _ := corpus(1500)
	var sketches []Sketch
	for i, a := range articles {
		if i%50 == 1 {
			a = articles[i-1] // a copy
		}
		if i%70 < 2 {
			named := *a
			named.Story = fmt.Sprint("story ", i/70%5)
			a = &named
		}
		sketches = append(sketches, SketchOf(a))
	}
	inMemory, inFiles := storiesIn(t, "", sketches), storiesIn(t, t.TempDir(), sketches)
	if !reflect.DeepEqual(inMemory, inFiles) {
		t.Errorf("%d stories in memory, %d in files, and they differ", len(inMemory), len(inFiles))
	}
	if len(inMemory) < 200 {
		t.Errorf("only %d stories", len(inMemory))
	}
}

// TestLargeStories: a story that is too large becomes several, the same ones in
// whatever order its articles come, each of articles of neighbouring days.
func TestLargeStories(t *testing.T) {
	const n = 2*storyMost + 100
	var sketches []Sketch
	for i, a := range tell(giant(n)) {
		a.Story = "the night of the fire"
		s := SketchOf(a)
		s.day = float32(i / 10)
		sketches = append(sketches, s)
	}
	found := storiesIn(t, "", sketches)
	if len(found) != 3 {
		t.Fatalf("%d stories, want 3", len(found))
	}
	seen := 0
	for _, members := range found {
		if len(members) > storyMost {
			t.Errorf("a story of %d articles", len(members))
		}
		if days := sketches[members[len(members)-1]].day - sketches[members[0]].day; days > float32(len(members)/10+1) {
			t.Errorf("a story of %d articles is of %v days", len(members), days)
		}
		seen += len(members)
	}
	if seen != n {
		t.Errorf("%d articles in stories, want %d", seen, n)
	}
	slices.Reverse(sketches)
	again := storiesIn(t, t.TempDir(), sketches)
	for _, members := range again {
		for i := range members {
			members[i] = n - 1 - members[i]
		}
		slices.Reverse(members)
	}
	slices.SortFunc(again, slices.Compare)
	if !reflect.DeepEqual(again, found) {
		t.Error("in another order they are other stories")
	}
}

func TestGroupingCalledOff(t *testing.T) {
	articles, _ := corpus(100)
	g, err := NewGrouping(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	for _, a := range articles {
		if err := g.Add(SketchOf(a)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := g.Stories(ctx); err == nil {
		t.Error("it goes on")
	}
}

// BenchmarkGrouping groups sketches that wait in files, and reports the most
// memory that it holds, by article, beside what it takes for any number.
func BenchmarkGrouping(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				most := groupingMemory(b, n)
				b.ReportMetric(float64(most)/float64(n), "B/article")
			}
		})
	}
}

// groupingMemory is the most memory, in bytes, that grouping n articles holds.
func groupingMemory(b *testing.B, n int) uint64 {
	random := rand.New(rand.NewPCG(1, 1))
	terms := rand.NewZipf(random, 1.05, 20, 1<<26)
	g, err := NewGrouping(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer g.Close()
	var topic []uint32
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	most := uint64(0)
	groupingStep = func() { most = max(most, held()) }
	defer func() { groupingStep = nil }()
	for i := range n {
		if i%4 == 0 {
			topic = topic[:0]
			for range 30 {
				topic = append(topic, random.Uint32()|1<<31)
			}
		}
		s := Sketch{about: about{day: float32(i / 200)}}
		for k := range s.minhash {
			s.minhash[k] = uint16(random.Uint32())
		}
		for range 16 {
			s.bands = append(s.bands, random.Uint32())
		}
		seen := map[uint32]bool{}
		for k := range 160 {
			h := uint32(terms.Uint64())
			if k%5 == 0 {
				h = topic[random.IntN(len(topic))]
			}
			if !seen[h] {
				seen[h] = true
				s.terms = append(s.terms, term{h, 1, unlistedWord})
			}
		}
		slices.SortFunc(s.terms, func(a, b term) int { return int(int64(a.hash) - int64(b.hash)) })
		if err := g.Add(s); err != nil {
			b.Fatal(err)
		}
	}
	found, err := g.Stories(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	stories := 0
	for range found {
		stories++
	}
	b.ReportMetric(float64(stories), "stories")
	return most - before
}
