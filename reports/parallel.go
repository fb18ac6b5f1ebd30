package reports

import (
	"io"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// worthSharing is how many articles are worth waking other processors for.
const worthSharing = 32

// forEach does something for each number below n, on all processors where there
// are many.
func forEach(n int, do func(int)) {
	if n < worthSharing {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}

// inOrder does something to each value, several at a time, and hands out what
// came of them in the order of the values. The first error ends it. A few
// values for each worker are in memory at once.
func inOrder[In, Out any](in iter.Seq2[In, error], jobs int, do func(In) (Out, error)) iter.Seq2[Out, error] {
	type result struct {
		out Out
		err error
	}
	type job struct {
		in   In
		done chan result
	}
	return func(yield func(Out, error) bool) {
		stop := make(chan struct{})
		work, queue := make(chan job), make(chan chan result, 8*jobs)
		var wg sync.WaitGroup
		for range jobs {
			wg.Go(func() {
				for j := range work {
					out, err := do(j.in)
					j.done <- result{out, err}
				}
			})
		}
		wg.Go(func() {
			defer close(work)
			defer close(queue)
			for v, err := range in {
				done := make(chan result, 1)
				select {
				case queue <- done:
				case <-stop:
					return
				}
				if err != nil {
					done <- result{err: err}
					return
				}
				select {
				case work <- job{v, done}:
				case <-stop:
					return
				}
			}
		})
		defer wg.Wait()
		defer close(stop)
		for done := range queue {
			r := <-done
			if !yield(r.out, r.err) || r.err != nil {
				return
			}
		}
	}
}

// writeInOrder writes the numbers below n in order, as add appends each to what
// stands in a buffer. That is done on all processors, for a batch of numbers at a
// time: what is too short keeps them waiting for each other, what is too long
// fills their cache with text that waits to be written.
func writeInOrder(w io.Writer, n, batch int, add func(b []byte, i int) []byte) error {
	firsts := func(yield func(int, error) bool) {
		for first := 0; first < n && yield(first, nil); first += batch {
		}
	}
	var buffers sync.Pool
	for b, err := range inOrder(firsts, runtime.GOMAXPROCS(0), func(first int) (*[]byte, error) {
		b, ok := buffers.Get().(*[]byte)
		if !ok {
			b = new([]byte)
		}
		*b = (*b)[:0]
		for i := first; i < min(first+batch, n); i++ {
			*b = add(*b, i)
		}
		return b, nil
	}) {
		if err != nil {
			return err
		}
		if _, err := w.Write(*b); err != nil {
			return err
		}
		buffers.Put(b)
	}
	return nil
}
