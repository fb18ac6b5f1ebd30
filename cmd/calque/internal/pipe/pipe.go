// Package pipe works on values on several processors and keeps their order.
package pipe

import "context"

// A Pipe does something to values, several at a time, and hands out what came
// of them in the order in which they were sent. Its queues are bounded: who
// sends waits for those who work, and those who work for who receives.
type Pipe[In, Out any] struct {
	work    chan *batch[In, Out]
	results chan *batch[In, Out]
	stop    chan struct{} // closed when nothing more is wanted
	filling *batch[In, Out]
	most    int
}

// A batch is some values that one worker takes together, and what comes of them.
type batch[In, Out any] struct {
	in    []In
	bytes int64
	out   []Out
	done  chan struct{}
}

// enough is how many bytes a batch holds before its time: what is long is not
// worth waiting for more of, and other workers may be idle.
const enough = 64 << 10

// New starts jobs workers, each with a do of its own, which takes a batch of up
// to most values and returns what came of each. Waiting is how many batches may
// wait for their turn, those that are worked on included.
func New[In, Out any](jobs, most, waiting int, worker func() (do func([]In) []Out)) *Pipe[In, Out] {
	p := &Pipe[In, Out]{
		work: make(chan *batch[In, Out], 2*jobs), results: make(chan *batch[In, Out], waiting),
		stop: make(chan struct{}), most: most,
	}
	for range jobs {
		go func() {
			do := worker()
			for b := range p.work {
				b.out = do(b.in)
				b.in = nil // it may be long until their turn comes
				close(b.done)
			}
		}()
	}
	return p
}

// OneByOne is a worker's do that takes each value by itself.
func OneByOne[In, Out any](do func(In) Out) func([]In) []Out {
	return func(in []In) []Out {
		out := make([]Out, len(in))
		for i := range in {
			out[i] = do(in[i])
		}
		return out
	}
}

// Unknown is the size of what may be of any: it is worked on by itself.
const Unknown = enough

// Send takes in the next value, of so many bytes; it reports false when nothing
// more is wanted.
func (p *Pipe[In, Out]) Send(in In, bytes int64) bool {
	if p.filling == nil {
		p.filling = &batch[In, Out]{done: make(chan struct{})}
	}
	b := p.filling
	b.in = append(b.in, in)
	b.bytes += bytes
	return len(b.in) < p.most && b.bytes < enough || p.pass()
}

// pass hands on what has been sent, however little.
func (p *Pipe[In, Out]) pass() bool {
	b := p.filling
	if b == nil {
		return true
	}
	p.filling = nil
	select {
	case p.results <- b:
	case <-p.stop:
		return false
	}
	p.work <- b // each waits for what is in results, and workers wait for nobody
	return true
}

// Close says that no more values come.
func (p *Pipe[In, Out]) Close() {
	p.pass()
	close(p.work)
	close(p.results)
}

// Each calls do with the results in order. When the context ends, it finishes
// what is in hand and returns the context's error.
func (p *Pipe[In, Out]) Each(ctx context.Context, do func(Out) error) error {
	defer close(p.stop)
	finish := func(b *batch[In, Out]) error {
		<-b.done
		for _, out := range b.out {
			if err := do(out); err != nil {
				return err
			}
		}
		return nil
	}
	for {
		select {
		case b, ok := <-p.results:
			if !ok {
				return nil
			}
			if err := finish(b); err != nil {
				return err
			}
		case <-ctx.Done():
			for {
				select {
				case b, ok := <-p.results:
					if !ok {
						return ctx.Err()
					}
					if err := finish(b); err != nil {
						return err
					}
				default:
					return ctx.Err()
				}
			}
		}
	}
}
