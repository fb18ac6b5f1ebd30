package article

import "time"

// The limits that hold where a Reader says nothing else.
const (
	DefaultMaxSize     = 32 << 20 // bytes of one article
	DefaultMaxUnpacked = 64 << 30 // bytes that one compressed input unpacks to
	DefaultMaxRatio    = 200      // how many times its size a compressed input unpacks to
	DefaultMaxDepth    = 256      // elements inside each other

	DefaultMaxTime = 30 * time.Second // what a command should take for Limits.Time
)

// Limits keep hostile and broken inputs from costing more than they are worth.
// A zero field stands for its default.
type Limits struct {
	Record    int64 // bytes of one record in a file of records; 0 for Reader.MaxSize
	Unpacked  int64 // bytes that one compressed input unpacks to; 0 for DefaultMaxUnpacked
	Ratio     int64 // how many times its size a compressed input unpacks to, above 16 MB; 0 for DefaultMaxRatio
	XMLDepth  int   // elements inside each other in XML; 0 for DefaultMaxDepth
	HTMLDepth int   // blocks inside each other in HTML; 0 for DefaultMaxDepth

	Time time.Duration // for reading one article; 0 for no limit

	clock *Clock // of the article that is being read
}

func or[T int | int64](n, other T) T {
	if n > 0 {
		return n
	}
	return other
}

func (l Limits) htmlDepth() int { return or(l.HTMLDepth, DefaultMaxDepth) }
func (l Limits) xmlDepth() int  { return or(l.XMLDepth, DefaultMaxDepth) }
