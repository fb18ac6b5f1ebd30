package parquet

import (
	"encoding/binary"
	"errors"
)

// The encodings of values.
const (
	encodingPlain           = 0
	encodingPlainDictionary = 2
	encodingRLE             = 3
	encodingDelta           = 5
	encodingDeltaLength     = 6
	encodingDeltaBytes      = 7
	encodingDictionary      = 8
)

var errValues = errors.New("damaged: the values of a page do not add up")

// values gives the values of a page one after the other, as the bytes of
// Parquet's plain encoding without the length. They hold until the next call.
type values interface{ next() ([]byte, error) }

// hybrid reads numbers of a few bits in runs and in groups of eight.
type hybrid struct {
	in    []byte
	width int
	run   uint64 // values left in the run
	value uint32 // of the run
	group uint64 // values left of packed groups
	bit   uint64 // offset in packed
	pack  []byte
}

func (h *hybrid) next() (uint32, error) {
	for h.run == 0 && h.group == 0 {
		head, n := binary.Uvarint(h.in)
		if n <= 0 {
			return 0, errValues
		}
		h.in = h.in[n:]
		if head&1 == 0 {
			size := (h.width + 7) / 8
			if len(h.in) < size {
				return 0, errValues
			}
			h.run, h.value = head>>1, 0
			for i := range size {
				h.value |= uint32(h.in[i]) << (8 * i)
			}
			h.in = h.in[size:]
			continue
		}
		groups := head >> 1
		if groups == 0 {
			continue
		}
		size := groups * uint64(h.width)
		if groups > 1<<40 || h.width > 0 && size > uint64(len(h.in))+7 {
			return 0, errValues
		}
		size = min(size, uint64(len(h.in))) // writers leave out the last group's padding
		h.pack, h.in, h.bit, h.group = h.in[:size], h.in[size:], 0, groups*8
	}
	if h.run > 0 {
		h.run--
		return h.value, nil
	}
	h.group--
	v, ok := bitsAt(h.pack, h.bit, h.width)
	h.bit += uint64(h.width)
	if !ok {
		return 0, errValues
	}
	return uint32(v), nil
}

// bitsAt are the width bits at a bit offset, the lowest first.
func bitsAt(in []byte, bit uint64, width int) (uint64, bool) {
	if bit+uint64(width) > uint64(len(in))*8 {
		return 0, false
	}
	v, got := uint64(0), 0
	for got < width {
		b := uint64(in[bit/8]) >> (bit % 8)
		v |= b << got
		n := 8 - int(bit%8)
		got += n
		bit += uint64(n)
	}
	if width < 64 {
		v &= 1<<width - 1
	}
	return v, true
}

// plainBytes are byte arrays, each after its length.
type plainBytes struct{ in []byte }

func (p *plainBytes) next() ([]byte, error) {
	if len(p.in) < 4 {
		return nil, errValues
	}
	n := uint64(binary.LittleEndian.Uint32(p.in))
	if n > uint64(len(p.in)-4) {
		return nil, errValues
	}
	v := p.in[4 : 4+n]
	p.in = p.in[4+n:]
	return v, nil
}

// plainFixed are values of one length.
type plainFixed struct {
	in    []byte
	width int
}

func (p *plainFixed) next() ([]byte, error) {
	if len(p.in) < p.width {
		return nil, errValues
	}
	v := p.in[:p.width]
	p.in = p.in[p.width:]
	return v, nil
}

// booleans are single bits.
type booleans struct {
	in  []byte
	bit uint64
}

func (b *booleans) next() ([]byte, error) {
	v, ok := bitsAt(b.in, b.bit, 1)
	if !ok {
		return nil, errValues
	}
	b.bit++
	return []byte{byte(v)}, nil
}

// runBooleans are truth values in runs.
type runBooleans struct{ hybrid }

func (b *runBooleans) next() ([]byte, error) {
	v, err := b.hybrid.next()
	return []byte{byte(v)}, err
}

// indexed are values of a dictionary.
type indexed struct {
	hybrid
	dictionary [][]byte
}

func (x *indexed) next() ([]byte, error) {
	i, err := x.hybrid.next()
	if err != nil {
		return nil, err
	}
	if int(i) >= len(x.dictionary) {
		return nil, errors.New("damaged: a value that the dictionary does not have")
	}
	return x.dictionary[i], nil
}

// deltas are numbers as differences, in blocks of miniblocks.
type deltas struct {
	in        []byte
	left      uint64 // values to come
	blockSize uint64
	minis     uint64
	last      int64
	started   bool
	width     int // bytes of a value

	min    int64
	widths []byte // of the miniblocks of the block that are to come
	pack   []byte
	packed int    // bits of a difference
	inMini uint64 // differences left in the miniblock
	bit    uint64
	buffer [8]byte
}

// newDeltas reads the header. A miniblock holds at most maxBlock values, and
// all of them together the values of the page: a few bytes claim any number.
func newDeltas(in []byte, width int, values int64) (*deltas, error) {
	const maxBlock = 1 << 20
	d := &deltas{in: in, width: width}
	var ok [4]bool
	d.blockSize, ok[0] = d.uvarint()
	d.minis, ok[1] = d.uvarint()
	d.left, ok[2] = d.uvarint()
	d.last, ok[3] = d.varint()
	if ok != [4]bool{true, true, true, true} || d.left > uint64(values) || d.minis == 0 || d.blockSize > maxBlock || d.minis > d.blockSize || d.blockSize/d.minis%8 != 0 {
		return nil, errValues
	}
	return d, nil
}

func (d *deltas) uvarint() (uint64, bool) {
	v, n := binary.Uvarint(d.in)
	if n <= 0 {
		return 0, false
	}
	d.in = d.in[n:]
	return v, true
}

func (d *deltas) varint() (int64, bool) {
	v, ok := d.uvarint()
	return int64(v>>1) ^ -int64(v&1), ok
}

// number is the next number.
func (d *deltas) number() (int64, error) {
	if d.left == 0 {
		return 0, errValues
	}
	d.left--
	if !d.started {
		d.started = true
		return d.last, nil
	}
	if d.inMini == 0 && !d.miniblock() {
		return 0, errValues
	}
	v, ok := bitsAt(d.pack, d.bit, d.packed)
	if !ok {
		return 0, errValues
	}
	d.bit += uint64(d.packed)
	d.inMini--
	d.last += d.min + int64(v)
	return d.last, nil
}

// miniblock begins the next one.
func (d *deltas) miniblock() bool {
	if len(d.widths) == 0 {
		var ok bool
		if d.min, ok = d.varint(); !ok || uint64(len(d.in)) < d.minis {
			return false
		}
		d.widths, d.in = d.in[:d.minis], d.in[d.minis:]
	}
	d.packed, d.widths = int(d.widths[0]), d.widths[1:]
	if d.packed > 64 {
		return false
	}
	d.inMini = d.blockSize / d.minis
	size := min(d.inMini/8*uint64(d.packed), uint64(len(d.in)))
	d.pack, d.in, d.bit = d.in[:size], d.in[size:], 0
	return d.inMini > 0
}

func (d *deltas) next() ([]byte, error) {
	n, err := d.number()
	if err != nil {
		return nil, err
	}
	binary.LittleEndian.PutUint64(d.buffer[:], uint64(n))
	return d.buffer[:d.width], nil
}

// end passes over what is left and is what follows in the page.
func (d *deltas) end() ([]byte, error) {
	for d.left > 0 {
		if _, err := d.number(); err != nil {
			return nil, err
		}
	}
	if d.inMini > 0 { // the padding of the last miniblock has been cut with it
		d.inMini = 0
	}
	return d.in, nil
}

// lengthBytes are byte arrays whose lengths stand before them all.
type lengthBytes struct {
	lengths *deltas
	in      []byte
}

func newLengthBytes(in []byte, values int64) (*lengthBytes, error) {
	lengths, err := newDeltas(in, 8, values)
	if err != nil {
		return nil, err
	}
	all := *lengths
	rest, err := all.end()
	if err != nil {
		return nil, err
	}
	return &lengthBytes{lengths, rest}, nil
}

func (l *lengthBytes) next() ([]byte, error) {
	n, err := l.lengths.number()
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(l.in)) {
		return nil, errValues
	}
	v := l.in[:n]
	l.in = l.in[n:]
	return v, nil
}

// deltaBytes are byte arrays that begin with a part of the one before.
type deltaBytes struct {
	prefixes *deltas
	suffixes *lengthBytes
	last     []byte
	most     int64
}

func newDeltaBytes(in []byte, values, most int64) (*deltaBytes, error) {
	prefixes, err := newDeltas(in, 8, values)
	if err != nil {
		return nil, err
	}
	all := *prefixes
	rest, err := all.end()
	if err != nil {
		return nil, err
	}
	suffixes, err := newLengthBytes(rest, values)
	if err != nil {
		return nil, err
	}
	return &deltaBytes{prefixes: prefixes, suffixes: suffixes, most: most}, nil
}

func (d *deltaBytes) next() ([]byte, error) {
	n, err := d.prefixes.number()
	if err != nil {
		return nil, err
	}
	suffix, err := d.suffixes.next()
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(d.last)) || n+int64(len(suffix)) > d.most {
		return nil, errValues
	}
	d.last = append(d.last[:n:n], suffix...)
	return d.last, nil
}
