package audit

import "context"

// A batch is some values that are worked on together, and what comes of them.
type batch[In, Out any] struct {
	in   []In
	out  []Out
	done chan struct{}
}

// A pipe does something to values, several at a time, and hands out what came
// of them in the order in which they were sent. Its queues are short: who
// sends waits for those who work, and those who work for who receives.
type pipe[In, Out any] struct {
	work    chan *batch[In, Out]
	results chan *batch[In, Out]
	stop    chan struct{} // closed when nothing more is wanted
	filling *batch[In, Out]
	size    int
}

// newPipe starts jobs workers, each with a do of its own, that take size values
// at a time.
func newPipe[In, Out any](jobs, size int, worker func() (do func(In) Out)) *pipe[In, Out] {
	p := &pipe[In, Out]{
		work: make(chan *batch[In, Out], 2*jobs), results: make(chan *batch[In, Out], 4*jobs),
		stop: make(chan struct{}), size: size,
	}
	for range jobs {
		go func() {
			do := worker()
			for b := range p.work {
				for _, in := range b.in {
					b.out = append(b.out, do(in))
				}
				close(b.done)
			}
		}()
	}
	return p
}

// send takes in the next value; it reports false when nothing more is wanted.
func (p *pipe[In, Out]) send(in In) bool {
	if p.filling == nil {
		p.filling = &batch[In, Out]{done: make(chan struct{})}
	}
	p.filling.in = append(p.filling.in, in)
	return len(p.filling.in) < p.size || p.pass()
}

// pass hands on what has been sent, however little.
func (p *pipe[In, Out]) pass() bool {
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

// close says that no more values come.
func (p *pipe[In, Out]) close() {
	p.pass()
	close(p.work)
	close(p.results)
}

// each calls do with the results in order. When the context ends, it finishes
// what is in hand and returns the context's error.
func (p *pipe[In, Out]) each(ctx context.Context, do func(Out) error) error {
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
