package parquet

import "encoding/binary"

// The types of Thrift's compact protocol.
const (
	tTrue   = 1
	tFalse  = 2
	tByte   = 3
	tI16    = 4
	tI32    = 5
	tI64    = 6
	tDouble = 7
	tBinary = 8
	tList   = 9
	tSet    = 10
	tMap    = 11
	tStruct = 12
	tUUID   = 13
)

// maxNesting is how deep structures of the format are nested, with room.
const maxNesting = 32

// thrift reads the compact protocol. It allocates nothing, whatever sizes the
// input claims. After damage every method answers zero and nothing moves.
type thrift struct {
	in      []byte
	at      int
	depth   int
	damaged bool
}

func (t *thrift) fail() { t.damaged, t.at = true, len(t.in) }

func (t *thrift) byte() byte {
	if t.at >= len(t.in) {
		t.fail()
		return 0
	}
	t.at++
	return t.in[t.at-1]
}

func (t *thrift) uvarint() uint64 {
	v, n := binary.Uvarint(t.in[t.at:])
	if n <= 0 {
		t.fail()
		return 0
	}
	t.at += n
	return v
}

func (t *thrift) int() int64 {
	v := t.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (t *thrift) binary() []byte {
	n := t.uvarint()
	if n > uint64(len(t.in)-t.at) {
		t.fail()
		return nil
	}
	t.at += int(n)
	return t.in[t.at-int(n) : t.at]
}

// fields calls field with each field of a structure; what it does not read has
// to be skipped by it.
func (t *thrift) fields(field func(id int64, kind byte)) {
	if t.depth++; t.depth > maxNesting {
		t.fail()
	}
	for id := int64(0); !t.damaged; {
		head := t.byte()
		kind := head & 0x0f
		if kind == 0 {
			break
		}
		if delta := head >> 4; delta != 0 {
			id += int64(delta)
		} else {
			id = t.int()
		}
		field(id, kind)
	}
	t.depth--
}

// list calls element for each element of a list.
func (t *thrift) list(element func(kind byte)) {
	if t.depth++; t.depth > maxNesting {
		t.fail()
	}
	head := t.byte()
	n := uint64(head >> 4)
	if n == 15 {
		n = t.uvarint()
	}
	if n > uint64(len(t.in)-t.at) { // each takes a byte or more
		t.fail()
	}
	for ; n > 0 && !t.damaged; n-- {
		element(head & 0x0f)
	}
	t.depth--
}

// skip passes over a value.
func (t *thrift) skip(kind byte) {
	switch kind {
	case tTrue, tFalse: // as a field it has no bytes of its own
	case tByte:
		t.byte()
	case tI16, tI32, tI64:
		t.uvarint()
	case tDouble:
		t.pass(8)
	case tUUID:
		t.pass(16)
	case tBinary:
		t.binary()
	case tList, tSet:
		t.list(t.skipElement)
	case tMap:
		t.skipMap()
	case tStruct:
		t.fields(func(_ int64, kind byte) { t.skip(kind) })
	default:
		t.fail()
	}
}

// skipElement passes over an element of a list or map, in which truth values
// take a byte.
func (t *thrift) skipElement(kind byte) {
	if kind == tTrue || kind == tFalse {
		kind = tByte
	}
	t.skip(kind)
}

func (t *thrift) skipMap() {
	if t.depth++; t.depth > maxNesting {
		t.fail()
	}
	if n := t.uvarint(); n > 0 {
		kinds := t.byte()
		for ; n > 0 && !t.damaged; n-- {
			t.skipElement(kinds >> 4)
			t.skipElement(kinds & 0x0f)
		}
	}
	t.depth--
}

func (t *thrift) pass(n int) {
	if n > len(t.in)-t.at {
		t.fail()
		return
	}
	t.at += n
}

// into reads a whole number, or skips what is none.
func (t *thrift) into(n *int64, kind byte) {
	if kind < tI16 || kind > tI64 {
		t.skip(kind)
		return
	}
	*n = t.int()
}
