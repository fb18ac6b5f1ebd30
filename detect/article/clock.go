package article

import (
	"fmt"
	"time"
)

// A Clock holds one piece of work to a limit of time. Go cannot end a goroutine
// from outside, so the work itself looks at the clock, between paragraphs,
// elements and rules. Whether work comes in just under the limit depends on the
// machine and on what else it does: a limit of time is for inputs that would
// take forever, not for telling slow ones from fast ones. A nil Clock has no
// limit.
type Clock struct {
	limit time.Duration
	end   time.Time
	looks uint
}

// NewClock starts a clock of whose limit a part is used up already; a limit of 0
// or less is none.
func NewClock(limit, used time.Duration) *Clock {
	if limit <= 0 {
		return nil
	}
	return &Clock{limit: limit, end: time.Now().Add(limit - used)}
}

// A TimeError says that work on one article took longer than its limit.
type TimeError struct{ Limit time.Duration }

func (e *TimeError) Error() string { return fmt.Sprintf("takes longer than the limit of %v", e.Limit) }

// Check ends the work when its time is up. It panics with a *TimeError, which
// Recover makes an error of.
func (c *Clock) Check() {
	if c == nil {
		return
	}
	if c.looks++; c.looks%64 == 1 && time.Now().After(c.end) { // asking for the time costs some
		panic(&TimeError{c.limit})
	}
}

// Recover makes an error of a clock's panic. It is deferred where the clock was
// started.
func Recover(err *error) {
	switch r := recover().(type) {
	case nil:
	case *TimeError:
		*err = r
	default:
		panic(r)
	}
}
