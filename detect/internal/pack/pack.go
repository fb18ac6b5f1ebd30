// Package pack writes values as bytes and reads them back: numbers of any
// size, floating-point numbers, strings. The bytes say nothing of their
// meaning; what is written in one order is read in the same order.
package pack

import (
	"encoding/binary"
	"errors"
	"math"
)

// ErrDamaged says that bytes do not hold what was written.
var ErrDamaged = errors.New("the stored bytes are damaged")

// Uint appends a number that is not negative. Small ones take one byte.
func Uint(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// Int appends a number.
func Int(b []byte, n int) []byte { return binary.AppendVarint(b, int64(n)) }

// Float appends a floating-point number, exactly.
func Float(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
}

// Bool appends a truth value.
func Bool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

// String appends a string.
func String(b []byte, s string) []byte { return append(Uint(b, len(s)), s...) }

// Strings appends a list of strings; nil stays nil.
func Strings(b []byte, list []string) []byte {
	if list == nil {
		return Uint(b, 0)
	}
	b = Uint(b, len(list)+1)
	for _, s := range list {
		b = String(b, s)
	}
	return b
}

// A Reader reads what was packed. After damage it reads zeros, and Err says
// so: callers check once, at the end.
type Reader struct {
	rest    string
	damaged bool
}

// NewReader reads data. The strings that it reads share the data's memory.
func NewReader(data string) *Reader { return &Reader{rest: data} }

// Err is ErrDamaged when something could not be read.
func (r *Reader) Err() error {
	if r.damaged {
		return ErrDamaged
	}
	return nil
}

// Rest is what has not been read.
func (r *Reader) Rest() string { return r.rest }

func (r *Reader) fail() { r.damaged, r.rest = true, "" }

func (r *Reader) varint() uint64 {
	n := uint64(0)
	for i := range min(len(r.rest), binary.MaxVarintLen64) {
		c := r.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.fail()
	return 0
}

// Uint reads what Uint appended.
func (r *Reader) Uint() int {
	n := r.varint()
	if n > math.MaxInt {
		r.fail()
		return 0
	}
	return int(n)
}

// Int reads what Int appended.
func (r *Reader) Int() int {
	n := r.varint()
	return int(n>>1) ^ -int(n&1)
}

// Len reads a number of things that are still to come, each of at least one
// byte, so that damage cannot make anybody reserve memory for more.
func (r *Reader) Len() int {
	n := r.Uint()
	if n > len(r.rest) {
		r.fail()
		return 0
	}
	return n
}

// Float reads what Float appended.
func (r *Reader) Float() float64 {
	if len(r.rest) < 8 {
		r.fail()
		return 0
	}
	n := uint64(0)
	for i := range 8 {
		n |= uint64(r.rest[i]) << (8 * i)
	}
	r.rest = r.rest[8:]
	return math.Float64frombits(n)
}

// Bool reads what Bool appended.
func (r *Reader) Bool() bool { return r.Uint() != 0 }

// String reads what String appended.
func (r *Reader) String() string {
	n := r.Len()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// Strings reads what Strings appended.
func (r *Reader) Strings() []string {
	n := r.Uint()
	if n == 0 {
		return nil
	}
	if n-1 > len(r.rest) { // as in Len
		r.fail()
		return nil
	}
	list := make([]string, n-1)
	for i := range list {
		list[i] = r.String()
	}
	return list
}
