package story

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// A sorter sorts numbers, more than memory holds: what is over its limit is
// sorted in parts, which wait in files and are merged in the end. Those with the
// same upper half are to come with their lower halves in order.
type sorter struct {
	dir   string // for the files; "" keeps all in memory
	limit int    // how many numbers are sorted at a time
	held  []uint64
	other []uint64 // room for sorting
	parts []*spool
}

func newSorter(dir string, limit int) *sorter { return &sorter{dir: dir, limit: limit} }

func (s *sorter) add(v uint64) error {
	if s.dir != "" && len(s.held) >= s.limit*(1+len(s.parts)/manyParts) {
		if err := s.spill(); err != nil {
			return err
		}
	}
	if len(s.held) == cap(s.held) {
		s.held = slices.Grow(s.held, max(1<<10, len(s.held)))
	}
	s.held = append(s.held, v)
	return nil
}

// sortedByDigits is up to how many numbers are given as much room again.
const sortedByDigits = 4 << 20

// manyParts is after how many parts they get larger, so that files stay few.
const manyParts = 128

// sort sorts the numbers that are held by their upper halves, eleven bits at a
// time; few of them, and so many that the room for it counts, by comparing.
func (s *sorter) sort() {
	if n := len(s.held); n < 1<<12 || n > sortedByDigits {
		slices.Sort(s.held)
		return
	}
	s.other = slices.Grow(s.other[:0], len(s.held))[:len(s.held)]
	const digit = 1 << 11
	for shift := 32; shift < 64; shift += 11 {
		var end [digit]int
		for _, v := range s.held {
			end[v>>shift%digit]++
		}
		at := 0
		for d, n := range end {
			end[d] = at
			at += n
		}
		for _, v := range s.held {
			d := v >> shift % digit
			s.other[end[d]] = v
			end[d]++
		}
		s.held, s.other = s.other, s.held
	}
}

func (s *sorter) spill() error {
	s.sort()
	part, err := newSpool(s.dir)
	if err != nil {
		return err
	}
	s.parts = append(s.parts, part)
	var b [8]byte
	for _, v := range s.held {
		binary.LittleEndian.PutUint64(b[:], v)
		if _, err := part.Write(b[:]); err != nil {
			return err
		}
	}
	s.held = s.held[:0]
	return part.finish()
}

// each calls do with all numbers in ascending order.
func (s *sorter) each(do func(uint64) error) error {
	if len(s.parts) == 0 {
		s.sort()
		s.other = nil
		for _, v := range s.held {
			if err := do(v); err != nil {
				return err
			}
		}
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	s.held, s.other = nil, nil
	var m merging
	for _, p := range s.parts {
		r := &sorted{in: bufio.NewReaderSize(p.reader(), 1<<15)}
		ok, err := r.next()
		if err != nil {
			return err
		}
		if ok {
			m = append(m, r)
		}
	}
	for i := len(m)/2 - 1; i >= 0; i-- {
		m.down(i)
	}
	for len(m) > 0 {
		if err := do(m[0].v); err != nil {
			return err
		}
		ok, err := m[0].next()
		if err != nil {
			return err
		}
		if !ok {
			m[0] = m[len(m)-1]
			m = m[:len(m)-1]
		}
		m.down(0)
	}
	return nil
}

func (s *sorter) close() {
	for _, p := range s.parts {
		p.close()
	}
	s.parts, s.held, s.other = nil, nil, nil
}

// sorted is a part that is being read.
type sorted struct {
	in *bufio.Reader
	v  uint64
}

func (r *sorted) next() (bool, error) {
	var b [8]byte
	_, err := io.ReadFull(r.in, b[:])
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	r.v = binary.LittleEndian.Uint64(b[:])
	return true, err
}

// merging is a heap of parts, the one with the smallest number first.
type merging []*sorted

func (m merging) down(i int) {
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(m); c++ {
			if m[c].v < m[least].v {
				least = c
			}
		}
		if least == i {
			return
		}
		m[i], m[least] = m[least], m[i]
		i = least
	}
}
