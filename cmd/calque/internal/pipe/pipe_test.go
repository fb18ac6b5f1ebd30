package pipe

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// send sends the numbers below n, of so many bytes each, and closes the pipe.
func send[Out any](p *Pipe[int, Out], n int, bytes int64) {
	defer p.Close()
	for i := range n {
		if !p.Send(i, bytes) {
			return
		}
	}
}

func TestKeepsOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		for _, n := range []int{0, 1, 7, 8, 9, 1000} {
			p := New(jobs, 8, 4*jobs, func() func([]int) []int { return OneByOne(func(i int) int { return i * i }) })
			go send(p, n, 1)
			var got []int
			if err := p.Each(t.Context(), func(i int) error { got = append(got, i); return nil }); err != nil {
				t.Fatal(err)
			}
			var want []int
			for i := range n {
				want = append(want, i*i)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d jobs, %d values: %v", jobs, n, got)
			}
		}
	}
}

// What is long does not wait for more.
func TestBatches(t *testing.T) {
	for bytes, want := range map[int64]string{0: "[8 8 4]", enough / 4: "[4 4 4 4 4]", enough / 3: "[4 4 4 4 4]", 2 * enough: "[1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]"} {
		p := New(1, 8, 4, func() func([]int) [][]int {
			return func(in []int) [][]int { return [][]int{in} }
		})
		go send(p, 20, bytes)
		var sizes []int
		if err := p.Each(t.Context(), func(in []int) error { sizes = append(sizes, len(in)); return nil }); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(sizes); got != want {
			t.Errorf("values of %d bytes: batches of %s, want %s", bytes, got, want)
		}
	}
}

// An error ends the work, for who sends as well.
func TestErrorEnds(t *testing.T) {
	p := New(2, 8, 8, func() func([]int) []int { return OneByOne(func(i int) int { return i }) })
	sent := make(chan struct{})
	go func() {
		send(p, 1<<30, 1)
		close(sent)
	}()
	stop := errors.New("enough")
	got := 0
	if err := p.Each(t.Context(), func(int) error {
		if got++; got == 100 {
			return stop
		}
		return nil
	}); !errors.Is(err, stop) || got != 100 {
		t.Errorf("after %d: %v", got, err)
	}
	<-sent
}

// When the context ends, what is in hand is finished and no more.
func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := New(2, 8, 8, func() func([]int) []int { return OneByOne(func(i int) int { return i }) })
	sent := make(chan struct{})
	go func() {
		send(p, 1<<30, 1)
		close(sent)
	}()
	var got []int
	err := p.Each(ctx, func(i int) error {
		if got = append(got, i); i == 50 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	<-sent
	if len(got)%8 != 0 || len(got) < 56 || !slices.IsSorted(got) || got[len(got)-1] != len(got)-1 {
		t.Errorf("%d values, the last %d", len(got), got[len(got)-1])
	}
}
